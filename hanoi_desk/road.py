"""The road to entry into force as counts by month: what is on deposit, and what promises with a date would add.

Counts of words that were given, one for each State, and never a probability or a forecast (practice.md, 3.3, rule 7).
Organizations (REIO) do not count. Months are those of the calendar since the treaty was opened for signature.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from hanoi_desk.commitments import TO_BE_BOUND, Outcome, Reconciled, collective, effective_grade, rank
from hanoi_desk.records import Entity, Grade
from hanoi_desk.treaty import Ledger


@dataclass(frozen=True, slots=True)
class Gathered:
    """How a treaty gathered its instruments.

    `counts` holds the instruments of States that stand, at the end of each month since the month `opened`, which is
    the first; the last month is the one in which the record as held ends. `threshold` is what its entry into force
    needs, 0 where there is no such number.
    """

    opened: date
    counts: tuple[int, ...]
    threshold: int

    @property
    def total(self) -> int:
        """How many stand at the end of the last month."""
        return self.counts[-1] if self.counts else 0

    def months_to(self, number: int) -> int | None:
        """Return after how many months so many were gathered; None where the record as held does not reach it."""
        return next((month for month, count in enumerate(self.counts) if count >= number), None)


@dataclass(frozen=True, slots=True)
class Road:
    """What is on deposit, and beside it what stands there at the end of each month if dated promises are kept.

    `promised` begins with the month of the day looked at, which is the last one of `so_far`, and ends with the last
    promised month; empty without such promises. `states` are those that promised, each with the day.
    """

    so_far: Gathered
    promised: tuple[int, ...]
    states: tuple[tuple[str, date], ...]

    @property
    def first_promised(self) -> int:
        """The month since the opening with which `promised` begins."""
        return len(self.so_far.counts) - 1


def gathered(ledger: Ledger, until: date | None = None) -> Gathered | None:
    """Return how a treaty gathered its instruments up to the month of a day; None for one without a day of opening."""
    opened, end = ledger.treaty.opens_on, until or ledger.day
    if opened is None or months_between(opened, end) < 0:
        return None
    counts = [0] * (months_between(opened, end) + 1)
    for instrument in ledger.counted.states:
        month = max(0, months_between(opened, instrument.on))
        if month < len(counts):
            counts[month] += 1
    return Gathered(opened, tuple(accumulate(counts)), ledger.treaty.threshold if ledger.is_computed else 0)


def road(ledger: Ledger, held: Iterable[Reconciled]) -> Road | None:
    """Return the road of a treaty on the ledger's day; None for one without a day of opening.

    Counted is a State that has not deposited and whose promise to be bound is open, names a day not yet past, and
    counts as grade 4 or 5; of several such days the latest.
    """
    so_far = gathered(ledger)
    if so_far is None:
        return None
    days = _promised_days(ledger, list(held))
    if not days:
        return Road(so_far, (), ())
    added = [0] * (max(months_between(ledger.day, day) for day in days.values()) + 1)
    for day in days.values():
        added[months_between(ledger.day, day)] += 1
    promised = tuple(so_far.total + count for count in accumulate(added))
    return Road(so_far, promised, tuple(sorted(days.items(), key=lambda one: (one[1], one[0]))))


def months_between(start: date, end: date) -> int:
    """Return the calendar months from the month of one day to that of another."""
    return (end.year - start.year) * 12 + end.month - start.month


def month_of(opened: date, months: int) -> date:
    """Return the first day of the month so many months after that of the opening."""
    years, month = divmod(opened.month - 1 + months, 12)
    return date(opened.year + years, month + 1, 1)


def _promised_days(ledger: Ledger, held: list[Reconciled]) -> dict[str, date]:
    least, nobodys = rank(Grade.PROMISED_WITH_DATE), collective(one.commitment for one in held)
    days: dict[str, date] = {}
    for one in held:
        promise, known = one.commitment, ledger.participants.get(one.commitment.participant)
        is_live = one.outcome in (Outcome.OPEN, Outcome.PARTLY_KEPT) and promise.id not in nobodys
        if not is_live or promise.by is None or promise.act not in TO_BE_BOUND or promise.treaty != ledger.treaty.id:
            continue
        if known is None or known.entity is Entity.REIO or ledger.status(known.id).has_deposited:
            continue
        if rank(effective_grade(promise, ledger.day)) >= least:
            days[known.id] = max(days.get(known.id, promise.by), promise.by)
    return days
