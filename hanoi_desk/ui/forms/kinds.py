"""The small forms of promises, tasks, persons, posts and events."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from hanoi_desk.commitments import convert
from hanoi_desk.desk import (
    Fault,
    Refused,
    add_follow_up,
    close_commitment,
    drop_follow_up,
    keep,
    postpone_follow_up,
    record_commitment,
)
from hanoi_desk.language import short_date
from hanoi_desk.records import (
    Appointment,
    Authority,
    Commitment,
    CommitmentState,
    DomesticStage,
    Event,
    EventKind,
    FileAuthority,
    FollowUp,
    Form,
    Grade,
    Issue,
    NameOrder,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    Person,
    Precision,
    Problem,
    PromisedAct,
    Record,
)
from hanoi_desk.store import Query
from hanoi_desk.store.titles import title
from hanoi_desk.text import fold
from hanoi_desk.ui.forms.base import RecordForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ChipEdit, ComboField, FormRow, Suggestion

_LEVELS = range(1, 9)
#: Contacts with a country among which the one where a promise was made is chosen.
_CONTACTS = 60
#: What a person may say became of a promise.
_ENDS = (
    CommitmentState.KEPT,
    CommitmentState.PARTLY_KEPT,
    CommitmentState.LAPSED,
    CommitmentState.WITHDRAWN,
)


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


class FollowUpForm(RecordForm):
    """A task."""

    def build(self) -> None:
        self.line(self.area("what"))
        self.line(self.day("due_on", ahead=True), self.one_of("owner", _officers(self.session)))
        self.line(self.country())

    def keep(self, record: FollowUp) -> None:
        if self.session.store.get(FollowUp, record.id):
            keep(self.session.store, record)
        else:
            add_follow_up(self.session.store, record)


class PostponingForm(RecordForm):
    """A later day for a task."""

    def build(self) -> None:
        self.line(self.day("due_on", ahead=True))

    def keep(self, record: FollowUp) -> None:
        before = self.session.store.need(FollowUp, record.id)
        _require(record, "due_on")
        assert record.due_on is not None
        postpone_follow_up(self.session.store, before, record.due_on)


class DroppingForm(RecordForm):
    """Why a task will not be done."""

    def build(self) -> None:
        self.line(self.area("reason"))

    def keep(self, record: FollowUp) -> None:
        _require(record, "reason")
        before = self.session.store.need(FollowUp, record.id)
        drop_follow_up(self.session.store, before, self.session.today, record.reason)


class CommitmentForm(RecordForm):
    """A promise, with the contact that is its proof."""

    def build(self) -> None:
        self._contacts = self.one_of("outreach", ())
        country = self.country()
        self.line(country, self.choice("act", PromisedAct))
        self.line(self.day("by", ahead=True), self.choice("precision", Precision), self.text("by_words"))
        self.line(self.area("words"), self.check("verbatim"))
        self.line(self.choice("grade", Grade), self.choice("form", Form), self.choice("authority", Authority))
        self.line(self._contacts, self.day("made_on"))
        stages = [(stage.value, self.session.label(stage)) for stage in DomesticStage]
        stage = self.one_of("stage", stages)
        chosen = self._get["stage"]
        self._get["stage"] = lambda: DomesticStage(chosen()) if chosen() else None
        self.line(stage, self.text("condition"))
        self.line(self.text("speaker_title"), self.one_of("confirmed_by", _officers(self.session)))
        field = country.field
        assert isinstance(field, ChipEdit)
        field.changed.connect(self._offer_contacts)

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        self._offer_contacts()
        self._set["outreach"](getattr(record, "outreach", None))

    def keep(self, record: Commitment) -> None:
        _require(record, "participant")
        record_commitment(self.session.store, record)

    def record(self) -> Record:
        held = super().record()
        assert isinstance(held, Commitment)
        # A bare day is exact; a promise without one has no precision but a session's.
        if held.by and held.precision is Precision.NONE:
            held = replace(held, precision=Precision.DAY)
        return held

    def _offer_contacts(self) -> None:
        country = self.value("participant")
        box = self._contacts.field
        assert isinstance(box, ComboField)
        theirs = Query(OutreachCountry, (("participant", "=", country),), select="outreach")
        asked = Query(Outreach, (("id", "in", theirs),), order_by="held_on", descending=True, limit=_CONTACTS)
        contacts: list[Outreach] = self.session.store.all(asked) if country else []
        choices = [(o.id, f"{short_date(o.held_on)}, {title(o) or self.session.label(o.kind)}") for o in contacts]
        box.set_choices([("", "–"), *choices])


class ClosingForm(RecordForm):
    """What became of a promise, and why."""

    def __init__(
        self, session: Session, record: Commitment, shown_by: str | None, title: str, parent: QWidget | None = None
    ) -> None:
        """`shown_by` is the treaty action that shows it kept, if there is one."""
        self._shown_by = shown_by
        super().__init__(session, record, title, parent)

    def build(self) -> None:
        self.line(self.choice("state", CommitmentState, *_ENDS))
        self.line(self.area("closed_reason"))

    def keep(self, record: Commitment) -> None:
        before = self.session.store.need(Commitment, record.id)
        shown_by = self._shown_by if record.state is CommitmentState.KEPT else None
        today = self.session.today
        close_commitment(self.session.store, before, record.state, today, record.closed_reason, shown_by)


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
            self.line(_level(self), self.choice("authority", FileAuthority))
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
        self.line(_level(self), self.choice("authority", FileAuthority))
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


def _require(record: Record, name: str) -> None:
    """Let a record pass that says something in this field.

    :raises Refused: when it is empty.
    """
    if not getattr(record, name):
        raise Refused([Fault(record, Problem(name, Issue.MISSING))])


def _starts(name: str) -> list[str]:
    words = fold(name).split()
    return [" ".join(words[at:]) for at in range(len(words))]


def _level(form: RecordForm) -> FormRow:
    levels = [(str(level), form.session.word(f"level.{level}")) for level in _LEVELS]
    row = form.one_of("level", levels)
    chosen = form._get["level"]
    form._get["level"] = lambda: int(chosen()) if chosen() else None
    return row


def _officers(session: Session) -> list[tuple[str, str]]:
    return [(o.id, o.name) for o in session.store.all(Query(Officer, order_by="title"))]


def converted(session: Session, commitment: Commitment) -> Commitment:
    """Return the promise to accede that replaces a promise to sign, both kept as one save."""
    new = convert(commitment)
    old = replace(commitment, state=CommitmentState.SUPERSEDED, closed_on=session.today)
    return keep(session.store, new, old)


def blank_commitment(treaty: str, today: date) -> Commitment:
    """Return a promise that says nothing yet."""
    return Commitment(participant="", treaty=treaty, act=PromisedAct.SIGN, made_on=today)
