"""Tasks after the meeting: put off, done or dropped; and other records kept or deleted."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from hanoi_desk.desk.saving import save
from hanoi_desk.records import FollowUp, FollowUpState, Record, Repeat
from hanoi_desk.repeating import successor
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.titles import title

R = TypeVar("R", bound=Record)


def add_follow_up(store: Store, task: FollowUp) -> FollowUp:
    """Keep a new task.

    :raises Refused: when it does not say what to do.
    """
    return save(store, Action.ADD_FOLLOW_UP, task)


def complete_follow_up(store: Store, task: FollowUp, today: date) -> FollowUp:
    """Note that a task is done; of one that repeats, the next is written in the same save."""
    done = replace(task, state=FollowUpState.DONE, closed_on=today)
    return _close(store, Action.COMPLETE_FOLLOW_UP, done, successor(task, today))


def drop_follow_up(store: Store, task: FollowUp, today: date, reason: str, *, series: bool = True) -> FollowUp:
    """Note that a task will not be done, and why.

    Of one that repeats, the next is written in the same save unless the whole `series` is dropped.
    """
    dropped = replace(task, state=FollowUpState.DROPPED, closed_on=today, reason=reason)
    return _close(store, Action.DROP_FOLLOW_UP, dropped, None if series else successor(task, today))


def postpone_follow_up(store: Store, task: FollowUp, due_on: date) -> FollowUp:
    """Give a task a later day."""
    return save(store, Action.POSTPONE_FOLLOW_UP, replace(task, due_on=due_on))


def keep(store: Store, record: R, *others: Record) -> R:
    """Keep a record of any other kind, new or mended, with others that go with it, as one save.

    :raises Refused: when one of them breaks a rule.
    """
    known = store.get(type(record), record.id) is not None
    return save(store, Action.EDIT_RECORD if known else Action.ADD_RECORD, record, *others)


def remove(store: Store, record: Record) -> None:
    """Delete a record; undo brings it back."""
    with store.change(Action.DELETE_RECORD, title(record)) as change:
        change.delete(record)


def due_follow_ups(store: Store) -> list[FollowUp]:
    """Return the open tasks, the longest overdue first, those without a day last."""
    open_ones = store.all(Query(FollowUp, (("state", "=", FollowUpState.OPEN),), order_by="due_on"))
    return sorted(open_ones, key=lambda task: task.due_on or date.max)


def _close(store: Store, action: Action, closed: FollowUp, following: FollowUp | None) -> FollowUp:
    if following is None:
        return save(store, action, closed)
    # The one that follows carries the series on: opened again, the closed one must not begin another.
    return save(store, action, replace(closed, repeat=Repeat.NONE), following)
