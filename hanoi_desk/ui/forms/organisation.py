"""The form of a body that we deal with."""

from dataclasses import replace

from hanoi_desk.desk import keep
from hanoi_desk.records import Organisation, OrganisationKind
from hanoi_desk.store import Query
from hanoi_desk.text import fold
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.widgets import ChipEdit, FormRow, Suggestion

_SHOWN = 8


class OrganisationForm(RecordForm):
    """An organization: its names, whose it is, what it is part of."""

    def build(self) -> None:
        self._others = {o.id: o for o in self.session.store.all(Query(Organisation, order_by="title"))}
        for one in _with_parts(self._shown.id, self._others):
            self._others.pop(one, None)  # nothing is part of itself, nor of its own parts
        self.line(self.text("name_en"), self.text("name_vi"))
        self.line(self.text("name_fr"), self.text("acronym"))
        self.line(self.choice("kind", OrganisationKind), self.country())
        self.line(self._parent(), self.text("city"))

    def keep(self, record: Organisation) -> None:
        keep(self.session.store, record)

    def _parent(self) -> FormRow:
        chips = ChipEdit(self._complete_parent, self.label("parent"), self.tr("Type a few letters"))
        chips.added.connect(lambda one: chips.set_chips([one]) if len(chips.chips) > 1 else None)

        def show(body_id: str | None) -> None:
            body = self._others.get(body_id or "")
            chips.set_chips([Suggestion(body.id, self.session.name(body))] if body else [])

        return self.row("parent", chips, lambda: next(iter(chips.ids), None), show)

    def _complete_parent(self, typed: str) -> list[Suggestion]:
        wanted = fold(typed)
        found = []
        for body in self._others.values():
            names = [name for name in (body.acronym, body.name_en, body.name_vi, body.name_fr) if name]
            if hit := next((name for name in names if f" {fold(name)}".find(f" {wanted}") >= 0), None):
                found.append(Suggestion(body.id, self.session.name(body), body.city, hit))
                if len(found) == _SHOWN:
                    break
        return found

    def record(self) -> Organisation:
        held = super().record()
        assert isinstance(held, Organisation)
        # A name in any language will do: the English one is what lists are sorted by.
        name = held.name_en.strip() or held.name_vi.strip() or held.name_fr.strip()
        return replace(held, name_en=name) if name != held.name_en else held


def _with_parts(body: str, all_of_them: dict[str, Organisation]) -> set[str]:
    """Return a body with all that is part of it, however deep; a ring does no harm."""
    found = {body}
    while more := {o.id for o in all_of_them.values() if o.parent in found} - found:
        found |= more
    return found
