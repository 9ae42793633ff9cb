"""The small forms of persons, posts and events."""

from dataclasses import replace

from hanoi_desk.desk import keep
from hanoi_desk.records import (
    Appointment,
    Event,
    EventKind,
    FileAuthority,
    NameOrder,
    Organisation,
    Person,
    Record,
)
from hanoi_desk.store import Query
from hanoi_desk.text import fold
from hanoi_desk.ui.forms.base import RecordForm
from hanoi_desk.ui.forms.shared import level_row
from hanoi_desk.ui.widgets import ChipEdit, Suggestion


class EventForm(RecordForm):
    """An event."""

    def build(self) -> None:
        self.line(self.text("name"), self.text("name_vi"))
        self.line(self.choice("kind", EventKind), self.text("place"))
        self.line(self.day("starts_on"), self.day("ends_on"))
        self.line(self.countries("hosts"))
        self.line(self.text("hosts_text"), self.text("series"))
        self.line(self.area("notes"))

    def keep(self, record: Event) -> None:
        keep(self.session.store, record)


class PersonForm(RecordForm):
    """A person, with the first post when the person is new."""

    def build(self) -> None:
        self._is_new = self.session.store.get(Person, self._shown.id) is None
        self._post = Appointment(person=self._shown.id, title="")
        self.line(self.text("name"), self.text("name_native"))
        self.line(self.country(), self.choice("name_order", NameOrder))
        self.line(self.text("address"), self.text("pronunciation"))
        if self._is_new:
            self._table = Appointment.table
            self._organisation = _OrganisationField(self)
            self.line(self.text("title"), self._organisation.row)
            self.line(level_row(self), self.choice("authority", FileAuthority))
            self.line(self.text("email"), self.text("phone"))
            self._set["authority"](FileAuthority.NONE_KNOWN)
            self._table = Person.table
        self.line(self.area("notes"))

    def keep(self, record: Person) -> None:
        others: list[Record] = []
        if self._is_new:
            organisation, new = self._organisation.value()
            told = {name: self.value(name) for name in ("title", "level", "authority", "email", "phone")}
            post = replace(self._post, organisation=organisation, participant=record.participant, **told)
            if told["title"].strip() or organisation:
                others = [*new, post]
        keep(self.session.store, record, *others)


class AppointmentForm(RecordForm):
    """A post that a person holds or held."""

    def build(self) -> None:
        self._organisation = _OrganisationField(self)
        self.line(self.text("title"), self._organisation.row)
        self.line(level_row(self), self.choice("authority", FileAuthority))
        self.line(self.text("email"), self.text("phone"))
        self.line(self.day("from_on"), self.day("to_on"))

    def keep(self, record: Appointment) -> None:
        organisation, new = self._organisation.value()
        keep(self.session.store, replace(record, organisation=organisation), *new)

    def record(self) -> Record:
        return replace(super().record(), organisation=self._organisation.known())  # type: ignore[call-arg]


class _OrganisationField:
    """A row for one organisation, known or typed anew."""

    def __init__(self, form: RecordForm) -> None:
        self._form = form
        self._all = {o.id: o for o in form.session.store.all(Query(Organisation, order_by="title"))}
        self.chips = ChipEdit(self._complete, form.label("organisation"), allow_new=True)
        self.chips.added.connect(lambda one: self.chips.set_chips([one]) if len(self.chips.chips) > 1 else None)
        self.row = form.row("organisation", self.chips, self.known, self._show)

    def known(self) -> str | None:
        """Return the organisation that is chosen, None when there is none or it is new."""
        return next(iter(self.chips.ids), None)

    def value(self) -> tuple[str | None, list[Organisation]]:
        """Return the organisation's identifier, and the organisation itself if it is new."""
        if self.chips.new_entries:
            new = Organisation(name_en=self.chips.new_entries[0])
            return new.id, [new]
        return self.known(), []

    def _show(self, organisation_id: str | None) -> None:
        found = self._all.get(organisation_id or "")
        self.chips.set_chips([Suggestion(found.id, self._form.session.name(found))] if found else [])

    def _complete(self, typed: str) -> list[Suggestion]:
        wanted = fold(typed)
        found = []
        for o in self._all.values():
            names = [name for name in (o.acronym, o.name_en, o.name_vi, o.name_fr) if name]
            hit = next((name for name in names if any(w.startswith(wanted) for w in _starts(name))), None)
            if hit:
                found.append(Suggestion(o.id, self._form.session.name(o), matched=hit))
        return found[:8]


def _starts(name: str) -> list[str]:
    words = fold(name).split()
    return [" ".join(words[at:]) for at in range(len(words))]
