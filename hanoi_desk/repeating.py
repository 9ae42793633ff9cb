"""On which day a task stands next: when it comes again after it is done, and when it is put off. Pure."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hanoi_desk.records import FollowUp, FollowUpState, Repeat, fixed_id

_MONTHS = {Repeat.MONTHLY: 1, Repeat.QUARTERLY: 3, Repeat.YEARLY: 12}
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Later:
    """The days to which a task is put off with one key; each lies after today and after the day it had."""

    day: date
    week: date
    monday: date
    month: date


def next_due(due: date, repeat: Repeat, today: date) -> date | None:
    """Return the day on which a repeating task is due again: the first after `due` that is not before today.

    A task due on the last day of a month stays at the end of the month: 31 January, 28 February, 31 March; 29 February,
    28 February of the next year. None for one that does not repeat, and where the calendar ends.
    """
    if repeat is Repeat.WEEKLY:
        weeks = max(1, -((due - today).days // _WEEK))
        return _weeks_later(due, weeks)
    step = _MONTHS.get(repeat)
    if step is None:
        return None
    behind = (today.year - due.year) * 12 + today.month - due.month
    steps = max(1, behind // step)
    day = _months_later(due, steps * step)
    return _months_later(due, (steps + 1) * step) if day and day < today else day


def successor(task: FollowUp, today: date) -> FollowUp | None:
    """Return the task that follows a repeating one when that is done or left out; None when nothing follows.

    Its identifier comes from that of the task, so that two laptops on which it is done write the same one.
    """
    day = next_due(task.due_on, task.repeat, today) if task.due_on else None
    if day is None:
        return None
    return replace(task, id=fixed_id("next", task.id), due_on=day, state=FollowUpState.OPEN, closed_on=None, reason="")


def later(due: date | None, today: date) -> Later:
    """Return where a task may be put off to, seen from today or from its own day if that is still to come."""
    start = max(due or today, today)
    monday = _safely(start, _WEEK - start.weekday())
    return Later(_safely(start, 1), _safely(start, _WEEK), monday, _months_later(start, 1) or date.max)


def _weeks_later(day: date, weeks: int) -> date | None:
    days = weeks * _WEEK
    return day + timedelta(days=days) if days <= (date.max - day).days else None


def _months_later(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    last = _last_day(year, month + 1)
    return date(year, month + 1, last if day.day == _last_day(day.year, day.month) else min(day.day, last))


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _safely(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
