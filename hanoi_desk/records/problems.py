"""The rules that a single record must keep, as values that a form or an importer can show."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from hanoi_desk.records.base import Record
from hanoi_desk.records.bodies import Appointment, Coverage, Mission, Officer, Organisation, Person
from hanoi_desk.records.documents import Pack
from hanoi_desk.records.law import Participant, Source, Treaty, TreatyAction
from hanoi_desk.records.occasions import Event, Meeting
from hanoi_desk.records.outreach import Ask, Attachment, Commitment, FollowUp, Outreach, OutreachCountry, OutreachPerson
from hanoi_desk.records.values import FIRST_YEAR, LAST_YEAR, Grade, Precision, Proof, Repeat

#: The longest field, in bytes of its JSON text in the log, so that a change fits the 64 KiB of exchange.md.
TEXT_LIMIT = 60_000


class Issue(StrEnum):
    """What can be wrong with a field; the words are in `words.csv` under `issue.`."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    ENDS_BEFORE_START = "ends_before_start"
    OUT_OF_RANGE = "out_of_range"
    NEEDS_RECORD = "needs_record"
    NEEDS_DATE = "needs_date"
    NOT_A_TIME = "not_a_time"
    NEEDS_QUOTE = "needs_quote"
    LETTER_NOT_ALLOWED = "letter_not_allowed"
    SECOND_PERSON = "second_person"
    DAY_OUT_OF_RANGE = "day_out_of_range"


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule and the field to show it beside."""

    field: str
    issue: Issue


_REQUIRED: dict[type[Record], tuple[str, ...]] = {
    Participant: ("key", "name_en", "name_vi"),
    Treaty: ("key", "number", "title_en"),
    Mission: ("name_en",),
    Officer: ("name",),
    Organisation: ("name_en",),
    Person: ("name",),
    Appointment: ("title",),
    Event: ("name",),
    OutreachPerson: ("name",),
    FollowUp: ("what",),
    Ask: ("what",),
    Pack: ("name",),
    Attachment: ("name", "sha256"),
    Source: ("title",),
}


#: Days of our own work, which a slip of the finger may set two centuries away.
_OWN_DAYS: dict[type[Record], tuple[str, ...]] = {
    Outreach: ("held_on", "written_on"),
    Commitment: ("made_on", "by"),
    FollowUp: ("due_on",),
    Ask: ("asked_on", "due_on", "answered_on"),
    Event: ("starts_on", "ends_on"),
    Meeting: ("on",),
    Coverage: ("from_on", "to_on"),
}


def problems(record: Record) -> list[Problem]:
    """Return every rule that the record breaks; an empty list means that it may be saved."""
    found = [
        Problem(name, Issue.MISSING) for name in _REQUIRED.get(type(record), ()) if not getattr(record, name).strip()
    ]
    found += _text_problems(record)
    found += _day_problems(record)
    own = _RULES.get(type(record))
    return found + list(own(record)) if own else found


def _text_problems(record: Record) -> Iterator[Problem]:
    for f in fields(record):
        value = getattr(record, f.name)
        texts = [text for text in (value if isinstance(value, tuple) else (value,)) if isinstance(text, str)]
        # A lone surrogate cannot be stored, and a NUL ends a text for half of the world's programs.
        if any("\0" in text or any("\ud800" <= c <= "\udfff" for c in text) for text in texts):
            yield Problem(f.name, Issue.LETTER_NOT_ALLOWED)
        elif len(json.dumps(texts, ensure_ascii=False).encode()) > TEXT_LIMIT:
            yield Problem(f.name, Issue.TOO_LONG)


def _day_problems(record: Record) -> Iterator[Problem]:
    for name in _OWN_DAYS.get(type(record), ()):
        day = getattr(record, name)
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield Problem(name, Issue.DAY_OUT_OF_RANGE)


def _span(start: date | None, end: date | None, name: str) -> Iterator[Problem]:
    if start and end and end < start:
        yield Problem(name, Issue.ENDS_BEFORE_START)


def _level(level: int | None) -> Iterator[Problem]:
    if level is not None and not 1 <= level <= 8:
        yield Problem("level", Issue.OUT_OF_RANGE)


def _appointment(r: Appointment) -> Iterator[Problem]:
    yield from _span(r.from_on, r.to_on, "to_on")
    yield from _level(r.level)


def _treaty(r: Treaty) -> Iterator[Problem]:
    yield from _span(r.opens_on, r.closes_on, "closes_on")
    for name in ("threshold", "days_after", "later_days"):
        if getattr(r, name) < 0:
            yield Problem(name, Issue.OUT_OF_RANGE)


def _treaty_action(r: TreatyAction) -> Iterator[Problem]:
    if r.proof is Proof.VERIFIED:
        if r.participant is None:
            yield Problem("participant", Issue.MISSING)
        if r.on is None and r.as_of is None:
            yield Problem("on", Issue.NEEDS_DATE)
        if r.source is None:
            yield Problem("source", Issue.NEEDS_RECORD)


def _outreach(r: Outreach) -> Iterator[Problem]:
    if r.time and not _is_time(r.time):
        yield Problem("time", Issue.NOT_A_TIME)
    if r.minutes is not None and not 0 <= r.minutes <= 24 * 60:
        yield Problem("minutes", Issue.OUT_OF_RANGE)


def _is_time(text: str) -> bool:
    hours, _, minutes = text.partition(":")
    return (
        len(hours) == len(minutes) == 2
        and (hours + minutes).isascii()
        and (hours + minutes).isdigit()
        and int(hours) < 24
        and int(minutes) < 60
    )


def _commitment(r: Commitment) -> Iterator[Problem]:
    if r.grade is not Grade.NO_POSITION and not (r.outreach or r.source):
        yield Problem("outreach", Issue.NEEDS_RECORD)
    if r.by is None and r.precision not in (Precision.NONE, Precision.SESSION):
        yield Problem("by", Issue.NEEDS_DATE)
    if r.verbatim and not (r.words.strip() or r.original_words.strip()):
        yield Problem("words", Issue.NEEDS_QUOTE)
    yield from _level(r.level)


def _follow_up(r: FollowUp) -> Iterator[Problem]:
    if r.repeat is not Repeat.NONE and r.due_on is None:
        yield Problem("due_on", Issue.NEEDS_DATE)


def _attachment(r: Attachment) -> Iterator[Problem]:
    if r.size < 0:
        yield Problem("size", Issue.OUT_OF_RANGE)


def _meeting(r: Meeting) -> Iterator[Problem]:
    if r.time and not _is_time(r.time):
        yield Problem("time", Issue.NOT_A_TIME)
    if r.minutes is not None and not 0 <= r.minutes <= 24 * 60:
        yield Problem("minutes", Issue.OUT_OF_RANGE)
    if not (r.participant or r.organisation or r.counterpart or r.counterpart_text.strip() or r.topic.strip()):
        yield Problem("participant", Issue.MISSING)


_RULES: dict[type[Record], Callable[[Any], Iterator[Problem]]] = {
    Treaty: _treaty,
    TreatyAction: _treaty_action,
    Appointment: _appointment,
    Mission: lambda r: _span(r.from_on, r.to_on, "to_on"),
    Officer: lambda r: _span(r.from_on, r.to_on, "to_on"),
    Event: lambda r: _span(r.starts_on, r.ends_on, "ends_on"),
    Outreach: _outreach,
    OutreachCountry: lambda r: _level(r.level),
    OutreachPerson: lambda r: _level(r.level),
    Commitment: _commitment,
    FollowUp: _follow_up,
    Coverage: lambda r: _span(r.from_on, r.to_on, "to_on"),
    Ask: lambda r: _span(r.asked_on, r.answered_on, "answered_on"),
    Attachment: _attachment,
    Meeting: _meeting,
}
