"""What the overview shows beside the board: our contacts, and promises held against the record.

Each asks the store for no more than it shows, so that a desk of many years opens as fast as a new one.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hanoi_desk.board import Board
from hanoi_desk.commitments import (
    TO_BE_BOUND,
    Outcome,
    Reconciled,
    collective,
    effective_grade,
    rank,
)
from hanoi_desk.records import (
    Entity,
    Grade,
    Outreach,
    OutreachCountry,
    Proof,
    Source,
    SourceKind,
    TreatyAct,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.store.query import Condition
from hanoi_desk.treaty import INSTRUMENTS, SIGNATURES
from hanoi_desk.values import Value, frozen

#: What stands behind the figure of our outreach: so many days, today among them.
OUTREACH_DAYS = 90

_FIRST_TO_DECIDE = (
    Outcome.CONTRADICTED,
    Outcome.KEPT,
    Outcome.TO_CONVERT,
    Outcome.PASSED,
    Outcome.PARTLY_KEPT,
    Outcome.LAPSED,
)


@frozen
class Contacts(Value):
    """Our contacts of the last days: how many, with how many participants, and how many a week, oldest week first."""

    count: int
    participants: int
    by_week: tuple[int, ...]
    where: tuple[Condition, ...]


def contacts(store: Store, today: date, days: int = OUTREACH_DAYS) -> Contacts:
    """Return our contacts of so many days up to and with today."""
    where: tuple[Condition, ...] = (("held_on", ">", today - timedelta(days)), ("held_on", "<=", today))
    asked = Query(Outreach, where)
    weeks = [0] * -(-days // 7)
    for held_on, count in store.tally(asked, "held_on").items():
        weeks[-1 - (today - held_on).days // 7] += count
    met = store.tally(Query(OutreachCountry, (("outreach", "in", asked),)), "participant")
    return Contacts(sum(weeks), len(met), tuple(weeks), where)


def promises(board: Board) -> tuple[Reconciled, ...]:
    """Return every promise that no person has closed, held against the record.

    Those that ask for a decision come first; then the others by their date, the longest past first; then those without
    a date, the newest first.
    """
    return in_order(board.held)


def in_order(held: Iterable[Reconciled]) -> tuple[Reconciled, ...]:
    """Return promises in the order of `promises`."""
    return tuple(sorted(held, key=_urgency))


def promised_with_date(board: Board, held: Iterable[Reconciled]) -> tuple[str, ...]:
    """Return the States that promised with a date to be bound, or have an act under way, and have not deposited.

    A count of words by the grade that counts, 4 or 5 and confirmed by a second person; not a forecast. Organizations
    are left out: they do not count.
    """
    least = rank(Grade.PROMISED_WITH_DATE)
    live = [
        one.commitment
        for one in held
        if one.outcome in (Outcome.OPEN, Outcome.PARTLY_KEPT) and one.commitment.act in TO_BE_BOUND
    ]
    nobodys = collective(live)
    found = {
        promise.participant
        for promise in live
        if promise.id not in nobodys and rank(effective_grade(promise, board.ledger.day)) >= least
    }
    return tuple(
        id_
        for id_, place in board.places.items()
        if id_ in found and place.participant.entity is not Entity.REIO and not place.status.has_deposited
    )


def reports(board: Board, *, of_deposits: bool) -> tuple[TreatyAction, ...]:
    """Return the unverified statements that a participant has deposited, or else that it has signed; none counts."""
    acts: frozenset[TreatyAct] = INSTRUMENTS if of_deposits else SIGNATURES
    return tuple(x for x in board.unverified if isinstance(x, TreatyAction) and x.act in acts and x.participant)


def record_source(store: Store, board: Board) -> Source | None:
    """Return the newest source of the record: the depositary's newest file, or what the newest action rests on."""
    files: Sequence[Source] = store.all(
        Query(Source, (("treaty", "=", board.treaty.id), ("kind", "=", SourceKind.DEPOSITARY)))
    )
    newest = next((file for file in files if file.as_of == board.as_of), None)
    if newest is not None or board.as_of is None:
        return newest
    where = (("treaty", "=", board.treaty.id), ("as_of", "=", board.as_of), ("proof", "=", Proof.VERIFIED))
    for action in store.all(Query(TreatyAction, (*where, ("source", "is_not", None)), limit=1)):
        return store.get(Source, action.source)
    return None


def _urgency(one: Reconciled) -> tuple[int, date, int]:
    """Return the place among promises: what to decide, then the date promised, then the day of the promise."""
    place = len(_FIRST_TO_DECIDE)
    if one.needs_decision and one.outcome in _FIRST_TO_DECIDE:
        place = _FIRST_TO_DECIDE.index(one.outcome)
    return place, one.commitment.by or date.max, -one.commitment.made_on.toordinal()
