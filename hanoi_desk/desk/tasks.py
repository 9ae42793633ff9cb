"""Promises and tasks after the meeting: kept, closed, put off, done or dropped; and other records kept or deleted."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from hanoi_desk.desk.refused import refuse_faulty, tidied
from hanoi_desk.records import Commitment, CommitmentState, FollowUp, FollowUpState, Record
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.titles import title

R = TypeVar("R", bound=Record)


def record_commitment(store: Store, commitment: Commitment) -> Commitment:
    """Keep a new promise or a mended one.

    :raises Refused: when it breaks a rule.
    """
    known = store.get(Commitment, commitment.id) is not None
    return _save(store, Action.EDIT_COMMITMENT if known else Action.RECORD_COMMITMENT, commitment)


def close_commitment(
    store: Store,
    commitment: Commitment,
    state: CommitmentState,
    today: date,
    reason: str = "",
    shown_by: str | None = None,
) -> Commitment:
    """Note what became of a promise: kept, lapsed, withdrawn; `shown_by` is the treaty action that shows it."""
    closed = replace(commitment, state=state, closed_on=today, closed_reason=reason, shown_by=shown_by)
    return _save(store, Action.CLOSE_COMMITMENT, closed)


def add_follow_up(store: Store, task: FollowUp) -> FollowUp:
    """Keep a new task.

    :raises Refused: when it does not say what to do.
    """
    return _save(store, Action.ADD_FOLLOW_UP, task)


def complete_follow_up(store: Store, task: FollowUp, today: date) -> FollowUp:
    """Note that a task is done."""
    return _save(store, Action.COMPLETE_FOLLOW_UP, replace(task, state=FollowUpState.DONE, closed_on=today))


def drop_follow_up(store: Store, task: FollowUp, today: date, reason: str) -> FollowUp:
    """Note that a task will not be done, and why."""
    dropped = replace(task, state=FollowUpState.DROPPED, closed_on=today, reason=reason)
    return _save(store, Action.DROP_FOLLOW_UP, dropped)


def postpone_follow_up(store: Store, task: FollowUp, due_on: date) -> FollowUp:
    """Give a task a later day."""
    return _save(store, Action.POSTPONE_FOLLOW_UP, replace(task, due_on=due_on))


def keep(store: Store, record: R, *others: Record) -> R:
    """Keep a record of any other kind, new or mended, with others that go with it, as one save.

    :raises Refused: when one of them breaks a rule.
    """
    known = store.get(type(record), record.id) is not None
    return _save(store, Action.EDIT_RECORD if known else Action.ADD_RECORD, record, *others)


def remove(store: Store, record: Record) -> None:
    """Delete a record; undo brings it back."""
    with store.change(Action.DELETE_RECORD, title(record)) as change:
        change.delete(record)


def due_follow_ups(store: Store) -> list[FollowUp]:
    """Return the open tasks, the longest overdue first, those without a day last."""
    open_ones = store.all(Query(FollowUp, (("state", "=", FollowUpState.OPEN),), order_by="due_on"))
    return sorted(open_ones, key=lambda task: task.due_on or date.max)


def _save(store: Store, action: Action, record: R, *others: Record) -> R:
    kept = tidied(record)
    beside: list[Record] = [tidied(other) for other in others]
    refuse_faulty([kept, *beside])
    with store.change(action, title(kept)) as change:
        change.save(kept)
        for other in beside:
            change.save(other)
    return kept
