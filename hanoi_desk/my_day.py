"""The lines of one officer's day: what of the agenda asks for something now, each with its reason. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from hanoi_desk.agenda import Agenda, Renewal
from hanoi_desk.board import Place
from hanoi_desk.records import Ask, FollowUp
from hanoi_desk.values import Value, frozen

#: From how many days on a request that waits for their answer, and has no day of its own, asks to be brought up again.
ASK_AGAIN = 30

#: Days ahead from which tasks stand before facts that aged.
SOON = 7


class Reason(StrEnum):
    """Why something is among what is due."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    WE_OWE = "we_owe"
    RECORD = "record"
    RENEW = "renew"
    THEY_OWE = "they_owe"
    SILENT = "silent"
    LATER = "later"
    UNDATED = "undated"


@frozen
class Due(Value):
    """One line: why, and the record; for a silent country its place, and None for the record of the treaty.

    `days` counts how late or how old it is; for what is still to come how far ahead, None without a day.
    """

    reason: Reason
    about: FollowUp | Ask | Renewal | Place | None
    days: int | None

    @property
    def id(self) -> str:
        """A name of the line that stays when the list is made anew."""
        match self.about:
            case FollowUp() | Ask():
                return self.about.id
            case Renewal():
                return self.about.promise.commitment.id
            case Place():
                return self.about.participant.id
        return Reason.RECORD.value

    @property
    def participant(self) -> str | None:
        """Whom it is about."""
        match self.about:
            case FollowUp() | Ask():
                return self.about.participant
            case Renewal():
                return self.about.promise.commitment.participant
            case Place():
                return self.about.participant.id
        return None

    @property
    def owner(self) -> str | None:
        """Which of us has it in hand."""
        return self.about.owner if isinstance(self.about, FollowUp | Ask) else None


@frozen
class Whose(Value):
    """Whose day it is: an officer, the officer's mission, and which mission is in the lead for whom."""

    officer: str
    mission: str
    leads: Mapping[str, str | None]

    def has(self, line: Due) -> bool:
        """Tell whether a line is the officer's: what is in nobody's hands goes to the mission of the State.

        A State that no mission is in the lead for, and what is about no State, is everybody's.
        """
        if line.owner:
            return line.owner == self.officer
        return self.leads.get(line.participant or "") in (None, self.mission)


def my_day(own: Agenda, whose: Whose | None = None) -> tuple[Due, ...]:
    """Return what is due, the most pressing first: of everybody, or of one officer."""
    lines = _lines(own)
    return tuple(line for line in lines if whose is None or whose.has(line))


def pressing(lines: Iterable[Due]) -> tuple[int, int]:
    """Return how many lines are overdue and how many are due today: all that a reminder tells."""
    reasons = [line.reason for line in lines]
    return reasons.count(Reason.OVERDUE), reasons.count(Reason.TODAY)


def _lines(own: Agenda) -> Iterator[Due]:
    today = own.today
    ours: list[FollowUp | Ask] = [*own.tasks.overdue, *own.tasks.today, *own.tasks.next, *own.owed.by_us]
    dated = sorted(((day, one) for one in ours if (day := one.due_on)), key=lambda pair: pair[0])
    lines = [_by_day(one, (today - day).days) for day, one in dated]
    yield from (line for line in lines if line.reason is not Reason.LATER)
    if own.record_is_old:
        yield Due(Reason.RECORD, None, (own.day - own.record_as_of).days if own.record_as_of else None)
    for ask in own.owed.by_us:
        if ask.due_on is None:
            yield Due(Reason.WE_OWE, ask, _since(ask.asked_on, today))
    for renewal in own.to_renew:
        yield Due(Reason.RENEW, renewal, (own.day - renewal.evidence_on).days)
    for ask in own.owed.by_them:
        if _asks_again(ask, today):
            yield Due(Reason.THEY_OWE, ask, _since(ask.asked_on, today))
    for place in own.silent:
        yield Due(Reason.SILENT, place, _since(place.last_contact_on, today))
    yield from (line for line in lines if line.reason is Reason.LATER)
    yield from (Due(Reason.UNDATED, task, None) for task in own.tasks.undated)


def _by_day(one: FollowUp | Ask, late: int) -> Due:
    if late > 0:
        return Due(Reason.OVERDUE, one, late)
    if late == 0:
        return Due(Reason.TODAY, one, 0)
    return Due(Reason.SOON if -late <= SOON else Reason.LATER, one, -late)


def _since(day: date | None, today: date) -> int | None:
    return (today - day).days if day else None


def _asks_again(ask: Ask, today: date) -> bool:
    if ask.due_on is not None:
        return ask.due_on < today
    return ask.asked_on is None or (today - ask.asked_on).days > ASK_AGAIN
