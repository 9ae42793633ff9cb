"""When a repeating task is due again, and to which days a task is put off."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.records import FollowUp, FollowUpState, Repeat
from hanoi_desk.repeating import later, next_due, successor

REPEATING = [Repeat.WEEKLY, Repeat.MONTHLY, Repeat.QUARTERLY, Repeat.YEARLY]


def on(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("due", "repeat", "today", "expected"),
    [
        ("2026-11-20", Repeat.WEEKLY, "2026-11-20", "2026-11-27"),
        ("2026-11-20", Repeat.MONTHLY, "2026-11-20", "2026-12-20"),
        ("2026-11-20", Repeat.QUARTERLY, "2026-11-20", "2027-02-20"),
        ("2026-11-20", Repeat.YEARLY, "2026-11-20", "2027-11-20"),
    ],
)
def test_a_task_done_on_its_day_comes_again_one_step_later(due, repeat, today, expected):
    assert next_due(on(due), repeat, on(today)) == on(expected)


def test_a_task_done_before_its_day_does_not_come_again_on_that_day():
    assert next_due(on("2026-12-01"), Repeat.WEEKLY, on("2026-11-22")) == on("2026-12-08")
    assert next_due(on("2027-01-31"), Repeat.MONTHLY, on("2026-11-22")) == on("2027-02-28")


def test_a_task_done_late_keeps_its_rhythm_and_leaves_out_what_is_past():
    assert next_due(on("2026-10-05"), Repeat.WEEKLY, on("2026-11-22")) == on("2026-11-23")
    assert next_due(on("2026-08-15"), Repeat.MONTHLY, on("2026-11-22")) == on("2026-12-15")
    assert next_due(on("2025-01-10"), Repeat.QUARTERLY, on("2026-11-22")) == on("2027-01-10")
    assert next_due(on("2019-03-01"), Repeat.YEARLY, on("2026-11-22")) == on("2027-03-01")


def test_a_day_of_the_series_that_is_today_is_still_to_be_done():
    assert next_due(on("2026-11-08"), Repeat.WEEKLY, on("2026-11-22")) == on("2026-11-22")
    assert next_due(on("2026-10-22"), Repeat.MONTHLY, on("2026-11-22")) == on("2026-11-22")


def test_the_end_of_a_month_stays_the_end_of_a_month():
    days, day = [], on("2027-01-31")
    for _ in range(5):
        day = next_due(day, Repeat.MONTHLY, day)
        days.append(day.isoformat())
    assert days == ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30"]


def test_the_thirtieth_is_cut_only_by_february():
    assert next_due(on("2027-01-30"), Repeat.MONTHLY, on("2027-01-30")) == on("2027-02-28")
    assert next_due(on("2027-03-30"), Repeat.MONTHLY, on("2027-03-30")) == on("2027-04-30")


def test_a_leap_day_stands_on_the_last_of_february_in_other_years():
    assert next_due(on("2028-02-29"), Repeat.YEARLY, on("2028-02-29")) == on("2029-02-28")
    assert next_due(on("2031-02-28"), Repeat.YEARLY, on("2031-02-28")) == on("2032-02-29")
    assert next_due(on("2027-11-30"), Repeat.QUARTERLY, on("2027-11-30")) == on("2028-02-29")


def test_nothing_follows_what_does_not_repeat_or_has_no_day():
    assert next_due(on("2026-11-20"), Repeat.NONE, on("2026-11-22")) is None
    assert successor(FollowUp(what="Call"), on("2026-11-22")) is None
    assert successor(FollowUp(what="Call", due_on=on("2026-11-20")), on("2026-11-22")) is None


def test_nothing_follows_at_the_end_of_the_calendar():
    for repeat in REPEATING:
        assert next_due(date(9999, 12, 31), repeat, on("2026-11-22")) is None


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))


@given(DAYS, st.sampled_from(REPEATING), DAYS)
def test_the_next_day_is_never_past_never_the_same_and_the_first_there_is(due, repeat, today):
    day = next_due(due, repeat, today)
    assert day >= today
    assert day > due
    if repeat is Repeat.WEEKLY:
        assert (day - due).days % 7 == 0
        assert day - timedelta(days=7) <= max(due, today - timedelta(days=1))
        return
    months = {Repeat.MONTHLY: 1, Repeat.QUARTERLY: 3, Repeat.YEARLY: 12}[repeat]
    apart = (day.year - due.year) * 12 + day.month - due.month
    assert apart % months == 0
    # The one before it is the day itself, or stood in a month that is not ahead.
    assert apart == months or day.year * 12 + day.month - months <= today.year * 12 + today.month
    assert day.day == due.day or day.day == calendar.monthrange(day.year, day.month)[1]


def test_the_successor_is_the_same_task_on_another_day():
    task = FollowUp(what="Report", due_on=on("2026-11-20"), repeat=Repeat.MONTHLY, channel="e-mail")
    found = successor(task, on("2026-11-22"))
    assert (found.what, found.due_on, found.repeat, found.channel) == (
        "Report",
        on("2026-12-20"),
        Repeat.MONTHLY,
        "e-mail",
    )
    assert found.state is FollowUpState.OPEN
    assert found.id == successor(task, on("2026-11-23")).id != task.id


def test_a_task_is_put_off_from_today_or_from_its_own_day():
    overdue = later(on("2026-11-01"), on("2026-11-22"))  # a Sunday
    assert [day.isoformat() for day in (overdue.day, overdue.week, overdue.monday, overdue.month)] == [
        "2026-11-23",
        "2026-11-29",
        "2026-11-23",
        "2026-12-22",
    ]
    ahead = later(on("2026-11-30"), on("2026-11-22"))  # a Monday
    assert (ahead.day, ahead.monday) == (on("2026-12-01"), on("2026-12-07"))
    assert later(None, on("2026-11-22")) == overdue
    assert later(date.max, date.max).week == date.max
