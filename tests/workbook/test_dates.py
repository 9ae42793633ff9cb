"""Dates as officers write them, and when a person has to say which figure comes first."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.periods import Period
from hanoi_desk.records import Precision
from hanoi_desk.workbook.dates import (
    BadDate,
    DateFault,
    DayOrder,
    OrderFound,
    found_order,
    read_day,
    read_period,
)
from hanoi_desk.workbook.sheet import EPOCH_1904

DAY, MONTH = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST
NOVEMBER = date(2026, 11, 12)


@pytest.mark.parametrize(
    "value",
    [
        NOVEMBER,
        datetime(2026, 11, 12, 9, 30),  # noqa: DTZ001
        46338,
        46338.4,
        "46338",
        20261112,
        "2026-11-12",
        "2026/11/12",
        "2026-11-12 09:30",
        "2026-11-12T09:30:00",
        "ngày 12 tháng 11 năm 2026",
        "Thứ Năm, ngày 12 tháng 11 năm 2026",
        "12 tháng 11, 2026",
        "12 November 2026",
        "12th Nov 2026",
        "Thursday, November 12, 2026",
        "12 novembre 2026",
        "12-Nov-26",
    ],
)
def test_a_day_is_read_however_it_is_written(value):
    assert read_day(value) == NOVEMBER


def test_figures_are_read_as_it_was_decided_and_never_guessed():
    assert read_day("03/04/2026", DAY) == date(2026, 4, 3)
    assert read_day("03/04/2026", MONTH) == date(2026, 3, 4)
    assert read_day("3.4.26", DAY) == date(2026, 4, 3)
    assert read_day("25/12/2026") == read_day("12/25/2026") == date(2026, 12, 25)
    with pytest.raises(BadDate) as caught:
        read_day("03/04/2026")
    assert caught.value.fault is DateFault.ORDER_UNKNOWN


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("12/11", DateFault.NO_YEAR),
        ("ngày 12/11", DateFault.NO_YEAR),
        ("12 tháng 11", DateFault.NO_YEAR),
        ("30/02/2026", DateFault.NO_SUCH_DAY),
        ("ngày 31 tháng 4 năm 2026", DateFault.NO_SUCH_DAY),
        ("hôm qua", DateFault.NOT_A_DATE),
        ("", DateFault.NOT_A_DATE),
        (True, DateFault.NOT_A_DATE),
        (7, DateFault.NOT_A_DATE),
        (10**12, DateFault.NOT_A_DATE),
        ("01/01/1066", DateFault.NOT_A_DATE),
    ],
)
def test_what_is_no_date_is_told(value, why):
    with pytest.raises(BadDate) as caught:
        read_day(value, DAY)
    assert caught.value.fault is why


def test_days_are_counted_as_the_workbook_counts_them():
    assert read_day(46338 - 1462, None, EPOCH_1904) == NOVEMBER


@pytest.mark.parametrize(
    ("value", "period"),
    [
        ("31/12/2026", Period(Precision.DAY, date(2026, 12, 31))),
        ("trước ngày 31/12/2026", Period(Precision.DAY, date(2026, 12, 31))),
        ("tháng 2 năm 2028", Period(Precision.MONTH, date(2028, 2, 29))),
        ("T3/2027", Period(Precision.MONTH, date(2027, 3, 31))),
        ("2027-03", Period(Precision.MONTH, date(2027, 3, 31))),
        ("end of March 2027", Period(Precision.MONTH, date(2027, 3, 31))),
        ("quý I/2027", Period(Precision.QUARTER, date(2027, 3, 31))),
        ("quý 4 năm 2026", Period(Precision.QUARTER, date(2026, 12, 31))),
        ("Q2 2027", Period(Precision.QUARTER, date(2027, 6, 30))),
        ("second quarter of 2027", Period(Precision.QUARTER, date(2027, 6, 30))),
        (2027, Period(Precision.NONE, date(2027, 12, 31), "2027")),
        ("cuối năm 2027", Period(Precision.NONE, date(2027, 12, 31), "cuối năm 2027")),
        ("kỳ họp mùa xuân", Period(Precision.SESSION, None, "kỳ họp mùa xuân")),
    ],
)
def test_a_period_keeps_how_exact_it_is(value, period):
    assert read_period(value) == period


def test_a_period_that_is_meant_as_a_date_and_is_none_is_told():
    for value in ("31/04/2027", "13/2027", "12/13/14/15"):
        with pytest.raises(BadDate):
            read_period(value, DAY)


def test_one_date_settles_its_column():
    assert found_order(["03/04/2026", "25/04/2026", None, 46338]) is OrderFound.DAY_FIRST
    assert found_order(["03/04/2026", "04/25/2026"]) is OrderFound.MONTH_FIRST
    assert found_order(["25/04/2026", "04/25/2026"]) is OrderFound.BOTH
    assert found_order(["03/04/2026", "05/05/2026"]) is OrderFound.UNDECIDED
    assert found_order(["05/05/2026", "2026-03-04", "ngày 3 tháng 4 năm 2026"]) is OrderFound.NOT_NEEDED


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_in_each_order(day):
    assert read_day(f"{day:%d/%m/%Y}", DAY) == day
    assert read_day(f"{day:%m/%d/%Y}", MONTH) == day
    assert read_day(f"ngày {day.day} tháng {day.month} năm {day.year}") == day


@given(st.text(max_size=40))
def test_no_text_is_more_than_a_bad_date(text):
    for read in (read_day, read_period):
        try:
            read(text, DAY)
        except BadDate:
            continue
