"""The record of any treaty on the desk at a moment, and what has become of every promise under it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from hanoi_desk.commitments import UNDECIDED, Reconciled, reconcile
from hanoi_desk.records import Commitment, CommitmentState, DomesticStep, Participant, Treaty, TreatyAction
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import Ledger


def ledger_of(store: Store, treaty: Treaty, moment: datetime) -> Ledger:
    """Return the depositary's record of a treaty at an aware moment, read for its New York day."""
    actions: list[TreatyAction] = store.all(Query(TreatyAction, (("treaty", "=", treaty.id),)))
    participants: dict[str, Participant] = {p.id: p for p in store.all(Query(Participant))}
    return Ledger.at(treaty, actions, participants, moment)


def judged(
    promises: Iterable[Commitment], ledger: Ledger, steps: Iterable[DomesticStep] = ()
) -> tuple[Reconciled, ...]:
    """Return promises under the ledger's treaty held against it; `steps` may be those of all."""
    own: dict[str, list[DomesticStep]] = defaultdict(list)
    for step in steps:
        own[step.participant].append(step)
    return tuple(reconcile(promise, ledger, own.get(promise.participant, ())) for promise in promises)


def beyond(store: Store, ledger: Ledger, moment: datetime) -> tuple[Reconciled, ...]:
    """Return what is to be decided of promises that a board does not hold, its ledger being given.

    These are the promises of its treaty closed as kept by an action that no longer stands, and those of all other
    treaties. No more is read than may be among them.
    """
    mine = ("treaty", "=", ledger.treaty.id)
    closed = (mine, ("state", "=", CommitmentState.KEPT), ("shown_by", "is_not", None))
    standing = {row.id for status in ledger.statuses().values() for row in (status.signature, status.instrument) if row}
    gone = [action for action in store.tally(Query(Commitment, closed), "shown_by") if action not in standing]
    found = list(judged(store.all(Query(Commitment, (*closed, ("shown_by", "in", gone)))), ledger)) if gone else []
    may_change = ("state", "in", sorted((*UNDECIDED, CommitmentState.KEPT)))
    others = store.tally(Query(Commitment, (("treaty", "!=", ledger.treaty.id), may_change)), "treaty")
    for treaty in store.many(Treaty, sorted(others)):
        theirs = ("treaty", "=", treaty.id)
        steps = store.all(Query(DomesticStep, (theirs,)))
        promises = store.all(Query(Commitment, (theirs, may_change)))
        found += judged(promises, ledger_of(store, treaty, moment), steps)
    return tuple(one for one in found if one.needs_decision)
