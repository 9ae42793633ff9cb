"""Makes the records that a row brings beside its own: persons with posts, officers, organisations, events, promises."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from hanoi_desk.commitments import grade_by_words
from hanoi_desk.desk.workbook.cells import Cells, as_text
from hanoi_desk.desk.workbook.known import (
    Known,
    PersonKey,
    grade,
    person_id,
    person_key,
    promised_act,
)
from hanoi_desk.desk.workbook.naming import PersonNamed
from hanoi_desk.desk.workbook.remarks import RowCaution
from hanoi_desk.periods import Period
from hanoi_desk.records import (
    Appointment,
    Commitment,
    Event,
    FollowUp,
    Grade,
    Officer,
    Organisation,
    Person,
    PromisedAct,
    Record,
    Source,
    SourceKind,
    fixed_id,
)
from hanoi_desk.text import fold
from hanoi_desk.workbook.vocabulary import Meaning


@dataclass(frozen=True, slots=True)
class Wanted:
    """A record as a row would have it; of one that is held only the fields that the row `decides` are changed."""

    record: Record
    decides: frozenset[str] = frozenset()


@dataclass(slots=True)
class Maker:
    """Makes records so that what several rows name is one record, the same on every laptop."""

    known: Known
    book: str
    persons: dict[PersonKey, Person] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)

    def person(self, cells: Cells, one: PersonNamed, countries: Sequence[str]) -> tuple[str | None, list[Wanted]]:
        """Return the id of a person, found within the countries or new, and what is new: the person and the post.

        Of namesakes none is chosen: the name then stands in the contact alone.
        """
        country = countries[0] if len(countries) == 1 else None
        key = person_key(one.name, country)
        if not key[1]:
            return None, []
        found = (self.known.persons.get(person_key(one.name, where), ()) for where in countries)
        held = tuple(dict.fromkeys(one for some in found for one in some))
        held = held or self.known.persons.get(person_key(one.name, None), ())
        if len(held) > 1:
            cells.say(RowCaution.NAMESAKES, Meaning.PERSON, one.name)
            return None, []
        if held:
            return held[0], []
        person = self.persons.setdefault(key, Person(id=person_id(key), name=one.name, participant=country))
        post = [Wanted(self.post(person.id, one.post, country))] if one.post else []
        return person.id, [Wanted(person), *post]

    def post(self, person: str, title: str, country: str | None, **more: Any) -> Appointment:
        """Return a post of a person: the one that is held with this title, or a new one."""
        held = next((p for p in self.known.posts.get(person, ()) if fold(p.title) == fold(title)), None)
        if held is not None:
            return replace(held, **more)
        return Appointment(
            id=fixed_id("workbook", "post", person, fold(title)),
            person=person,
            title=title,
            participant=country,
            **more,
        )

    def organisation(self, name: str, country: str | None) -> tuple[str | None, list[Wanted]]:
        """Return the id of an organisation, found by any of its names or new."""
        if not name:
            return None, []
        if held := self.known.organisations.find(name):
            return held, []
        body = Organisation(id=fixed_id("workbook", "organisation", fold(name)), name_en=name, participant=country)
        return body.id, [Wanted(body)]

    def officer(self, cells: Cells, name: str) -> tuple[str | None, list[Wanted]]:
        """Return the id of one of our people, by the whole name or the given name; a new one is told."""
        if not name:
            return None, []
        held = self.known.officers.get(fold(name), ())
        if len(held) == 1:
            return held[0], []
        if held:
            cells.say(RowCaution.NAMESAKES, Meaning.OWNER, name)
            return None, []
        cells.say(RowCaution.NEW_OFFICER, Meaning.OWNER, name)
        one = Officer(id=fixed_id("workbook", "officer", fold(name)), name=name, mission=self.known.mission)
        return one.id, [Wanted(one)]

    def event(self, name: str, on: date | None) -> tuple[str | None, list[Wanted]]:
        """Return the id of an event: that of the day where several share the name, or a new one."""
        if not name:
            return None, []
        held = self.held_event(name, on)
        if held is not None:
            return held.id, []
        year = str(on.year) if on else ""
        event = self.events.setdefault(
            f"{fold(name)}\x1f{year}", Event(id=fixed_id("workbook", "event", fold(name), year), name=name)
        )
        return event.id, [Wanted(event)]

    def held_event(self, name: str, on: date | None) -> Event | None:
        """Return the event of this name that is held, of several the one of the day or of the year."""
        named = self.known.events.get(fold(name), ())
        if len(named) < 2 or on is None:
            return named[0] if len(named) == 1 else None
        of_day = [e for e in named if e.starts_on and e.starts_on <= on <= (e.ends_on or e.starts_on)]
        of_year = [e for e in named if e.starts_on and e.starts_on.year == on.year]
        return next((some[0] for some in (of_day, of_year) if len(some) == 1), None)

    def source(self) -> Source:
        """Return the evidence for what a list alone says: the workbook itself."""
        return Source(
            id=fixed_id("workbook", "source", fold(self.book)),
            kind=SourceKind.OUR_RECORD,
            title=self.book,
            read_on=self.known.today,
            file_name=self.book,
        )

    def commitment(self, cells: Cells, record_id: str, country: str, made_on: date, **links: Any) -> Wanted:
        """Return the promise of a row: the act by its column or its words, by when as exactly as it was given."""
        words = cells.text(Meaning.PROMISE)
        act = promised_act(cells.line(Meaning.ACT)) or promised_act(words) or PromisedAct.OTHER
        promise = Commitment(
            id=record_id,
            participant=country,
            treaty=self.known.treaty,
            act=act,
            made_on=made_on,
            words=words or cells.text(Meaning.ACT),
            level=cells.level(),
            **by_fields(cells.period(Meaning.BY)),
            **links,
        )
        decides = {"made_on", "words", "act"}
        if cells.has(Meaning.BY):
            decides |= {"by", "precision", "by_words"}
        given = grade(cells.line(Meaning.GRADE)) if cells.line(Meaning.GRADE) else None
        if given is not None:
            return Wanted(replace(promise, grade=given), frozenset(decides | {"grade"}))
        if cells.line(Meaning.GRADE):
            cells.say(RowCaution.UNKNOWN_WORD, Meaning.GRADE, cells.line(Meaning.GRADE))
        # Of an act that is not named only a person can tell how firm it is.
        found = Grade.NO_POSITION if act is PromisedAct.OTHER else grade_by_words(promise)
        return Wanted(replace(promise, grade=found), frozenset(decides))

    def task(self, cells: Cells, record_id: str, country: str | None, **links: Any) -> list[Wanted]:
        """Return the task of a row, after the officer who is new with it."""
        owner, new = self.officer(cells, cells.line(Meaning.OWNER))
        what, due, decides = cells.line(Meaning.TASK), None, {"what"}
        if (period := cells.period(Meaning.DUE)) is not None:
            due = period.last
            if period.words:
                what = f"{what} ({period.words})"
        if cells.has(Meaning.DUE):
            decides.add("due_on")
        if cells.has(Meaning.OWNER):
            decides.add("owner")
        task = FollowUp(
            id=record_id,
            what=what,
            due_on=due,
            owner=owner if cells.has(Meaning.OWNER) else self.known.officer,
            participant=country,
            **links,
        )
        return [*new, Wanted(task, frozenset(decides))]


def by_fields(period: Period | None) -> dict[str, Any]:
    """Return by when as fields of a commitment; a year has no precision of its own: the last day counts, words show."""
    if period is None:
        return {}
    return {"by": period.last, "precision": period.precision, "by_words": period.words}


def shown(value: object) -> str:
    """Return a value of a cell for a remark."""
    return as_text(value) if isinstance(value, str | int | float | date) else ""
