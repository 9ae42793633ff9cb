"""The programme of a visit: hours as typed, slots in order, and clashes that nobody may overlook."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.programme import (
    Clash,
    ClashOver,
    Hours,
    clashes,
    clashes_of,
    days_of,
    ends_at,
    in_order,
    overlap,
    read_hours,
)
from hanoi_desk.records import Meeting, MeetingState

DAY = date(2026, 11, 23)


def slot(time: str, minutes: int | None = None, **more: object) -> Meeting:
    return Meeting(on=more.pop("on", DAY), time=time, minutes=minutes, topic="talk", **more)  # type: ignore[arg-type]


def over(*slots: Meeting) -> list[tuple[ClashOver, str]]:
    return [(one.over, one.wanted) for one in clashes(slots)]


@pytest.mark.parametrize(
    ("typed", "time", "minutes"),
    [
        ("9", "09:00", None),
        ("9:30", "09:30", None),
        ("9.30", "09:30", None),
        ("9h30", "09:30", None),
        ("9h", "09:00", None),
        ("0930", "09:30", None),
        (" 14:05 ", "14:05", None),
        ("9:30-10:15", "09:30", 45),
        ("9h30 – 10h15", "09:30", 45),
        ("0930-1015", "09:30", 45),
        ("23:30-0:30", "23:30", 60),
    ],
)
def test_hours_are_read_as_they_are_typed(typed: str, time: str, minutes: int | None) -> None:
    assert read_hours(typed) == Hours(time, minutes)


@pytest.mark.parametrize("typed", ["", "noon", "24", "9:60", "9:3", "930", "9-10-11", "9:30-", "-9", "٩:٣٠x"])
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert read_hours(typed) is None


@given(st.text(max_size=12))
def test_any_text_is_a_time_of_the_day_or_none(typed: str) -> None:
    hours = read_hours(typed)
    if hours:
        assert int(hours.time[:2]) < 24
        assert int(hours.time[3:]) < 60


def test_a_slot_ends_after_its_minutes_also_past_midnight() -> None:
    assert ends_at(slot("09:30", 45)) == "10:15"
    assert ends_at(slot("23:30", 45)) == "00:15"
    assert ends_at(slot("09:30")) == ends_at(slot("", 45)) == ""


def test_slots_stand_by_day_and_time_and_those_without_a_time_last() -> None:
    late, early, open_, before = (
        slot("15:00"),
        slot("08:30"),
        slot(""),
        slot("18:00", on=date(2026, 11, 22)),
    )
    assert in_order([late, open_, early, before]) == [before, early, late, open_]


def test_the_same_officer_in_two_slots_at_once_is_a_clash_also_as_note_taker() -> None:
    assert over(slot("09:00", 60, ours=("lan",)), slot("09:30", 30, ours=("an", "lan"))) == [(ClashOver.OFFICER, "lan")]
    assert over(slot("09:00", 60, ours=("lan",)), slot("09:30", 30, note_taker="lan")) == [(ClashOver.OFFICER, "lan")]


def test_a_slot_that_begins_when_another_ends_is_no_clash() -> None:
    assert over(slot("09:00", 30, ours=("lan",)), slot("09:30", 30, ours=("lan",))) == []
    assert over(slot("09:00", 31, ours=("lan",)), slot("09:30", 30, ours=("lan",))) == [(ClashOver.OFFICER, "lan")]


def test_an_unknown_length_counts_as_half_an_hour_and_none_as_a_moment() -> None:
    assert overlap(slot("09:00"), slot("09:29"))
    assert not overlap(slot("09:00"), slot("09:30"))
    assert overlap(slot("09:00", 0), slot("09:00", 0))


def test_a_slot_without_a_time_or_a_cancelled_one_clashes_with_nothing() -> None:
    cancelled = slot("09:00", 60, ours=("lan",), state=MeetingState.CANCELLED)
    assert over(slot("09:00", 60, ours=("lan",)), cancelled, slot("", ours=("lan",))) == []


def test_a_slot_past_midnight_reaches_into_the_next_day() -> None:
    dinner, early = slot("23:30", 90, ours=("lan",)), slot("00:15", 30, on=date(2026, 11, 24), ours=("lan",))
    assert clashes([early, dinner]) == [Clash(dinner.id, early.id, ClashOver.OFFICER, "lan")]


def test_a_principal_by_name_is_found_without_accents_and_among_others() -> None:
    one = slot("09:00", 60, ours_text="Bộ trưởng  Lê Văn A, Vụ trưởng")
    assert over(one, slot("09:15", ours_text="vu truong; bo truong le van a")) == [
        (ClashOver.PRINCIPAL, "Bộ trưởng  Lê Văn A"),
        (ClashOver.PRINCIPAL, "Vụ trưởng"),
    ]


def test_the_same_counterpart_is_a_clash_by_record_or_by_words_of_one_delegation() -> None:
    assert over(slot("09:00", counterpart="ama"), slot("09:10", counterpart="ama")) == [(ClashOver.COUNTERPART, "ama")]
    ghana = {"participant": "GH", "counterpart_text": "The Minister"}
    assert over(slot("09:00", **ghana), slot("09:10", **ghana)) == [(ClashOver.COUNTERPART, "The Minister")]
    assert over(slot("09:00", **ghana), slot("09:10", **ghana | {"participant": "KE"})) == []


def test_the_same_delegation_is_a_clash_only_where_nobody_of_it_is_named() -> None:
    assert over(slot("09:00", participant="GH"), slot("09:10", participant="GH")) == [(ClashOver.DELEGATION, "GH")]
    assert over(slot("09:00", participant="GH", counterpart="ama"), slot("09:10", participant="GH")) == []
    assert over(slot("09:00", organisation="un"), slot("09:10", organisation="un")) == [(ClashOver.DELEGATION, "un")]


def test_a_place_is_booked_once() -> None:
    assert over(slot("09:00", place="Room C 3"), slot("09:10", place="room  c 3")) == [(ClashOver.PLACE, "Room C 3")]
    assert over(slot("09:00"), slot("09:10")) == []


def test_one_slot_is_told_its_own_clashes_only() -> None:
    mine, theirs, third = slot("09:00", ours=("lan",)), slot("09:10", ours=("lan", "an")), slot("09:15", ours=("an",))
    assert [(c.first, c.second) for c in clashes_of(mine, [mine, theirs, third])] == [(mine.id, theirs.id)]
    assert clashes_of(slot("09:00", ours=("lan",), on=date(2026, 12, 1)), [theirs]) == []


def test_the_days_are_those_of_the_event_and_those_with_a_slot() -> None:
    outside = slot("09:00", on=date(2026, 11, 26))
    found = days_of([outside], DAY, date(2026, 11, 24))
    assert found == [DAY, date(2026, 11, 24), date(2026, 11, 26)]
    assert days_of([], None, None) == []
    assert days_of([], DAY, None) == [DAY]
    assert len(days_of([], date(2026, 1, 1), date(2030, 1, 1))) == 31
