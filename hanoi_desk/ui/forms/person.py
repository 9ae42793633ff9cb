"""The forms of a person with the post held now, and of one post."""

from collections.abc import Iterable
from dataclasses import replace

from hanoi_desk.desk import keep, keep_person, post_now
from hanoi_desk.records import Appointment, FileAuthority, NameOrder, Organisation, Person, Record
from hanoi_desk.store import Query
from hanoi_desk.text import fold
from hanoi_desk.ui.forms.shared import level_row
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.widgets import ChipEdit, FormRow, SectionTitle, Suggestion

_LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "vi", "zh")
#: No post of anybody we know began before this year.
_LIVING = 1900
#: The fields of a post that the form of a person shows.
_POST = ("title", "level", "authority", "email", "phone", "from_on")


class PersonForm(RecordForm):
    """A person together with the post held now; without a title or a body no post is kept."""

    def build(self) -> None:
        self._before = post_now(self.session.store, self._shown.id, self.session.today)
        self._post = self._before or Appointment(person=self._shown.id, title="")
        self.line(self.text("name"), self.text("name_native"))
        self.line(self.country(), self.choice("name_order", NameOrder))
        self.line(self._texts("other_names", ()), self._texts("languages", _languages(self)))
        self.line(self.text("address"), self.text("pronunciation"))
        self._table = Appointment.table
        self.line(SectionTitle(self.tr("Post held now")))
        self._organisation = OrganisationField(self)
        self.line(self.text("title"), self._organisation.row)
        self.line(level_row(self), self.choice("authority", FileAuthority))
        self.line(self.text("email"), self.text("phone"), self.day("from_on", since=_LIVING))
        for name in (*_POST, "organisation"):
            self._set[name](getattr(self._post, name))
        self._table = Person.table
        self.line(SectionTitle(self.tr("About the person")))
        self.line(self.area("biography"))
        self.line(self.area("notes"))
        self._first_post = self._told()

    def keep(self, record: Person) -> None:
        organisation, new = self._organisation.value()
        post = replace(self._told(), organisation=organisation)
        # The post is where the person is, unless it was given a State of its own.
        if post.participant == getattr(self._shown, "participant", None):
            post = replace(post, participant=record.participant)
        is_held = self._before is not None or post.title.strip() or organisation
        keep_person(self.session.store, record, post if is_held else None, *new)

    def is_changed(self) -> bool:
        """Tell whether something was typed, also into the post."""
        return super().is_changed() or self._told() != self._first_post

    def _told(self) -> Appointment:
        told = {name: self.value(name) for name in _POST}
        return replace(self._post, organisation=self._organisation.known(), **told)

    def _texts(self, name: str, known: Iterable[Suggestion]) -> FormRow:
        """Return a row for several words, some of them known."""
        offered = {one.id: one for one in known}
        names = [(one, fold(one.title)) for one in offered.values()]
        chips = ChipEdit(
            lambda typed: [one for one, words in names if words.startswith(fold(typed))],
            self.label(name),
            allow_new=True,
        )
        return self.row(
            name,
            chips,
            lambda: tuple(one.id or one.title for one in chips.chips),
            lambda values: chips.set_chips([offered.get(value, Suggestion("", value)) for value in values]),
        )


class AppointmentForm(RecordForm):
    """A post that a person holds or held."""

    def build(self) -> None:
        self._organisation = OrganisationField(self)
        self.line(self.text("title"), self._organisation.row)
        self.line(level_row(self), self.choice("authority", FileAuthority))
        self.line(self.text("email"), self.text("phone"))
        self.line(self.day("from_on", since=_LIVING), self.day("to_on", since=_LIVING))

    def keep(self, record: Appointment) -> None:
        organisation, new = self._organisation.value()
        keep(self.session.store, replace(record, organisation=organisation), *new)

    def record(self) -> Record:
        return replace(super().record(), organisation=self._organisation.known())  # type: ignore[call-arg]


class OrganisationField:
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


def _languages(form: RecordForm) -> list[Suggestion]:
    return [Suggestion(code, form.session.word(f"language.{code}")) for code in _LANGUAGES]


def _starts(name: str) -> list[str]:
    words = fold(name).split()
    return [" ".join(words[at:]) for at in range(len(words))]
