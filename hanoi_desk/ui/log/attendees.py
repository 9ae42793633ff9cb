"""The part of the log form that says who was there: they, we, and third parties, with their posts of that day."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from hanoi_desk.desk import Fault
from hanoi_desk.records import (
    Appointment,
    Event,
    Organisation,
    OutreachPerson,
    Person,
    Side,
    new_id,
)
from hanoi_desk.text import fold
from hanoi_desk.ui.log.fields import clear_problems, name_row
from hanoi_desk.ui.log.people import People, TypedPerson, read_person, write_person
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ChipEdit, FormRow, Suggestion

New = Person | Appointment | Organisation | Event


class Attendees(QObject):
    """Three fields of chips; a name that is not known makes a person when the contact is saved."""

    edited = Signal()

    def __init__(self, session: Session, people: People, countries: Callable[[], tuple[str, ...]]) -> None:
        """`countries` are the participants in the contact now."""
        super().__init__()
        self._session = session
        self._people = people
        self._countries = countries
        self._kept: dict[tuple[Side, str], OutreachPerson] = {}
        self._ids: dict[tuple[Side, str, str], str] = defaultdict(new_id)
        self.fields = {
            Side.THEIRS: self._field("they_were", self._complete_theirs),
            Side.OURS: self._field("we_were", people.ours),
            Side.THIRD: self._field("also_present", self._complete_theirs),
        }
        self.rows = {side: FormRow("", field) for side, field in self.fields.items()}

    def _field(self, name: str, complete: Callable[[str], list[Suggestion]]) -> ChipEdit:
        field = ChipEdit(complete, "", allow_new=True)
        field.setObjectName(name)
        field.changed.connect(self.edited)
        field.line.typed.connect(self.edited)
        return field

    def _complete_theirs(self, typed: str) -> list[Suggestion]:
        return self._people.theirs(typed, self._countries())

    def retranslate(self) -> None:
        """Put the words on the fields."""
        name_row(self.rows[Side.THEIRS], self.tr("They were"))
        name_row(self.rows[Side.OURS], self.tr("We were"))
        name_row(self.rows[Side.THIRD], self.tr("Third parties present"))
        for side in (Side.THEIRS, Side.THIRD):
            self.fields[side].setToolTip(self.tr("For somebody new: name, post, organization, country"))

    # ---- showing and reading ----

    def show_people(self, people: Iterable[OutreachPerson], new: Iterable[New]) -> None:
        """Show who was there; those among `new` were first met here."""
        self._kept.clear()
        self._ids.clear()
        made = {record.id: record for record in new}
        chips: dict[Side, list[Suggestion]] = {side: [] for side in self.fields}
        for one in sorted(people, key=lambda p: p.position):
            chip = self._chip(one, made)
            key = (one.side, _key(chip))
            if _is_made(one, made):
                self._remember(key, one, made)
            else:
                self._kept[key] = one
            chips[one.side].append(chip)
        for side, field in self.fields.items():
            field.set_chips(chips[side])

    def _chip(self, one: OutreachPerson, made: dict[str, New]) -> Suggestion:
        known = one.officer if one.side is Side.OURS else one.person
        told = (one.title, one.organisation, self._people.country(one.participant))
        if known and not _is_made(one, made):
            return Suggestion(known, one.name, " · ".join(filter(None, told)))
        return Suggestion("", write_person(one.name, *told))

    def _remember(self, key: tuple[Side, str], one: OutreachPerson, made: dict[str, New]) -> None:
        """Give the person the same identifiers again, so that a draft taken up is the same draft."""
        side, name = key
        self._ids[side, name, "here"] = one.id
        self._ids[side, name, "person"] = one.person or ""
        for record in made.values():
            if isinstance(record, Appointment) and record.person == one.person:
                self._ids[side, name, "post"] = record.id
                if record.organisation in made:
                    self._ids[side, name, "organisation"] = str(record.organisation)

    def add_ours(self, officer: str) -> None:
        """Put an officer among us."""
        if self._people.officer(officer):
            self.fields[Side.OURS].add(self._people.officer_chip(officer))

    def settle(self) -> list[ChipEdit]:
        """Take what is typed; return the fields where something is left that is not sure."""
        return [field for field in self.fields.values() if not field.settle()]

    def records(self, outreach: str, day: date) -> tuple[list[OutreachPerson], list[New]]:
        """Return who was there, and the records of those who are new."""
        people: list[OutreachPerson] = []
        new: list[New] = []
        for side, field in self.fields.items():
            for chip in field.chips:
                one, records = self._record(side, chip, outreach, day)
                people.append(replace(one, position=len(people)))
                new += [record for record in records if record.id not in {r.id for r in new}]
        return people, new

    def _record(self, side: Side, chip: Suggestion, outreach: str, day: date) -> tuple[OutreachPerson, list[New]]:
        key = (side, _key(chip))
        if kept := self._kept.get(key):
            return kept, []
        here = self._ids[*key, "here"]
        if side is Side.OURS:
            return self._ours(chip, here, outreach), []
        if chip.id:
            return self._known(side, chip, here, outreach, day), []
        typed = read_person(chip.title, self._session.names.find)
        countries = self._countries()
        country = typed.participant or (countries[0] if side is Side.THEIRS and len(countries) == 1 else None)
        namesake = self._people.namesake(typed.name, country)
        person = namesake or Person(id=self._ids[*key, "person"], name=typed.name, participant=country)
        one = OutreachPerson(
            id=here,
            outreach=outreach,
            side=side,
            name=typed.name,
            title=typed.title,
            organisation=typed.organisation,
            person=person.id,
            participant=country,
        )
        return one, [*([] if namesake else [person]), *self._new_post(key, typed, person)]

    def _ours(self, chip: Suggestion, here: str, outreach: str) -> OutreachPerson:
        officer = self._people.officer(chip.id)
        if officer is None:
            typed = read_person(chip.title, lambda _: None)
            return OutreachPerson(
                id=here,
                outreach=outreach,
                side=Side.OURS,
                name=typed.name,
                title=typed.title,
                organisation=typed.organisation,
            )
        return OutreachPerson(
            id=here, outreach=outreach, side=Side.OURS, name=officer.name, title=officer.title, officer=officer.id
        )

    def _known(self, side: Side, chip: Suggestion, here: str, outreach: str, day: date) -> OutreachPerson:
        person, post = self._people.person(chip.id), self._people.post(chip.id, day)
        return OutreachPerson(
            id=here,
            outreach=outreach,
            side=side,
            name=person.name if person else chip.title,
            title=post.title if post else "",
            organisation=self._people.organisation_of(post),
            level=post.level if post else None,
            person=person.id if person else None,
            participant=person.participant if person else None,
        )

    def _new_post(self, key: tuple[Side, str], typed: TypedPerson, person: Person) -> list[New]:
        if not typed.title or self._people.has_held(person.id, typed.title):
            return []
        country, name = person.participant, typed.organisation
        body = self._people.find_organisation(name, country) if name else None
        made: list[New] = []
        if name and body is None:
            body = Organisation(id=self._ids[*key, "organisation"], name_en=name, participant=country)
            made.append(body)
        post = Appointment(
            id=self._ids[*key, "post"],
            person=person.id,
            title=typed.title,
            organisation=body.id if body else None,
            participant=country,
        )
        return [*made, post]

    # ---- problems ----

    def clear_problems(self) -> None:
        """Take away what was said to be wrong."""
        clear_problems(self.rows.values())

    def row_of(self, fault: Fault) -> FormRow | None:
        """Return the row that a fault in a person belongs to."""
        if isinstance(fault.record, OutreachPerson):
            return self.rows[fault.record.side]
        return self.rows[Side.THEIRS] if isinstance(fault.record, Person | Appointment | Organisation) else None


def _key(chip: Suggestion) -> str:
    return chip.id or fold(chip.title)


def _is_made(one: OutreachPerson, made: dict[str, New]) -> bool:
    """Tell whether a person, or a post of the person, is first met in this contact."""
    posts = (record.person for record in made.values() if isinstance(record, Appointment))
    return one.person is not None and (one.person in made or one.person in posts)
