"""A programme of meetings: when each slot runs, and which slots clash because somebody or a room is wanted twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from hanoi_desk.records import Meeting, MeetingState
from hanoi_desk.text import fold

#: How long a slot is taken to last when nobody said, in minutes.
USUAL_LENGTH = 30

_DAY = 24 * 60
_BETWEEN_NAMES = re.compile(r"[,;/\n]")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?|(?<=\d\d)(\d{2}))?")
_UNTIL = re.compile(r"\s*[-–—]\s*")


class ClashOver(StrEnum):
    """What two slots both want at the same time."""

    OFFICER = "officer"
    PRINCIPAL = "principal"
    COUNTERPART = "counterpart"
    DELEGATION = "delegation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two slots, the earlier one first, and who or what is wanted in both: a record's identifier, or words."""

    first: str
    second: str
    over: ClashOver
    wanted: str


@dataclass(frozen=True, slots=True)
class Hours:
    """A time and a length as typed; the length is None when only a beginning was typed."""

    time: str
    minutes: int | None


def read_hours(text: str) -> Hours | None:
    """Read "9", "9:30", "0930", "9h30" or "9:30-10:15"; None when it is no time. An end past midnight is the next day.

    >>> read_hours("9h30-10:15")
    Hours(time='09:30', minutes=45)
    """
    pieces = _UNTIL.split(text.strip())
    times = [_clock(piece) for piece in pieces]
    if not 1 <= len(times) <= 2 or None in times:
        return None
    start, *end = [time for time in times if time is not None]
    minutes = (end[0] - start) % _DAY if end else None
    return Hours(f"{start // 60:02}:{start % 60:02}", minutes)


def ends_at(meeting: Meeting) -> str:
    """Return when a slot ends as HH:MM, empty where its time or its length is not known."""
    if not meeting.time or meeting.minutes is None:
        return ""
    end = (_start(meeting) + meeting.minutes) % _DAY
    return f"{end // 60:02}:{end % 60:02}"


def in_order(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return the slots by day and time; those without a time stand at the end of their day."""
    return sorted(meetings, key=lambda m: (m.on, m.time or "~", m.minutes or 0))


def overlap(first: Meeting, second: Meeting) -> bool:
    """Tell whether two slots run at the same time; one that begins when the other ends does not."""
    if not (first.time and second.time):
        return False
    (start, end), (other_start, other_end) = _span(first), _span(second)
    return start < other_end and other_start < end


def clashes(meetings: Iterable[Meeting]) -> list[Clash]:
    """Return every clash among slots that are not cancelled, in the order of the day.

    The same officer (also as note-taker), principal by name, counterpart, or place in two overlapping slots; and the
    same delegation where neither slot says with whom of it.
    """
    standing = [m for m in in_order(meetings) if m.state is not MeetingState.CANCELLED and m.time]
    return [
        Clash(one.id, other.id, over, wanted)
        for one, other in combinations(standing, 2)
        if overlap(one, other)
        for over, wanted in _wanted_twice(one, other)
    ]


def clashes_of(meeting: Meeting, others: Iterable[Meeting]) -> list[Clash]:
    """Return the clashes of one slot, as it would stand among the others."""
    rest = [other for other in others if other.id != meeting.id and abs((other.on - meeting.on).days) <= 1]
    return [found for found in clashes([meeting, *rest]) if meeting.id in (found.first, found.second)]


def days_of(meetings: Iterable[Meeting], first: date | None, last: date | None, most: int = 31) -> list[date]:
    """Return the days of an occasion, at most so many, and every other day on which there is a slot, in order."""
    found = {m.on for m in meetings}
    if first:
        end = min((last or first).toordinal(), first.toordinal() + most - 1)
        found |= {date.fromordinal(day) for day in range(first.toordinal(), end + 1)}
    return sorted(found)


def _wanted_twice(one: Meeting, other: Meeting) -> Iterator[tuple[ClashOver, str]]:
    for officer in _officers(one):
        if officer in _officers(other):
            yield ClashOver.OFFICER, officer
    yield from _same_words(ClashOver.PRINCIPAL, one.ours_text, other.ours_text)
    if one.counterpart and one.counterpart == other.counterpart:
        yield ClashOver.COUNTERPART, one.counterpart
    if (one.participant, one.organisation) == (other.participant, other.organisation):
        yield from _same_words(ClashOver.COUNTERPART, one.counterpart_text, other.counterpart_text)
        whom = one.participant or one.organisation
        if whom and not any((_has_person(one), _has_person(other))):
            yield ClashOver.DELEGATION, whom
    if one.place.strip() and _plain(one.place) == _plain(other.place):
        yield ClashOver.PLACE, one.place.strip()


def _same_words(over: ClashOver, one: str, other: str) -> Iterator[tuple[ClashOver, str]]:
    theirs = {_plain(name) for name in _names(other)}
    for name in _names(one):
        if _plain(name) in theirs:
            yield over, name


def _names(text: str) -> list[str]:
    return [name.strip() for name in _BETWEEN_NAMES.split(text) if name.strip()]


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _has_person(meeting: Meeting) -> bool:
    return bool(meeting.counterpart or meeting.counterpart_text.strip())


def _officers(meeting: Meeting) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*meeting.ours, *([meeting.note_taker] if meeting.note_taker else [])]))


def _start(meeting: Meeting) -> int:
    """Return the minute of the day at which a slot begins."""
    hours, _, minutes = meeting.time.partition(":")
    return int(hours) * 60 + int(minutes)


def _span(meeting: Meeting) -> tuple[int, int]:
    """Return the minutes from the beginning of time at which a slot begins and ends."""
    start = meeting.on.toordinal() * _DAY + _start(meeting)
    return start, start + max(1, USUAL_LENGTH if meeting.minutes is None else meeting.minutes)


def _clock(text: str) -> int | None:
    found = _TIME.fullmatch(text.strip().lower())
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2] or found[3] or 0)
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None
