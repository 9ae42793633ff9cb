"""By when something is promised, as people write it, and the last day that it means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.periods import NoSuchPeriod, Period, named_period, without_by
from hanoi_desk.records import Precision

TODAY = date(2026, 11, 22)
MARCH, QUARTER = Period(Precision.MONTH, date(2027, 3, 31)), Period(Precision.QUARTER, date(2027, 3, 31))


@pytest.mark.parametrize(
    "written",
    ["3/2027", "03.2027", "2027-03", "tháng 3/2027", "tháng 3 năm 2027", "T3/2027", "March 2027", "mar. 2027",
     "by the end of March 2027", "đầu tháng 3/2027", "mid-March 2027", "trong tháng 3 năm 2027", "mars 2027"],
)  # fmt: skip
def test_a_month_is_read_however_it_is_written(written: str) -> None:
    assert named_period(written) == MARCH


@pytest.mark.parametrize(
    "written",
    ["quý I/2027", "Quý 1 năm 2027", "Q1 2027", "Q1/2027", "2027-Q1", "first quarter of 2027", "the 1st quarter 2027",
     "trước quý I/2027", "trong quý I năm 2027", "hết quý I/2027"],
)  # fmt: skip
def test_a_quarter_is_read_however_it_is_written(written: str) -> None:
    assert named_period(written) == QUARTER


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("2027", date(2027, 12, 31)),
        ("năm 2027", date(2027, 12, 31)),
        ("cuối năm 2027", date(2027, 12, 31)),
        ("end of 2027", date(2027, 12, 31)),
        ("đầu năm 2027", date(2027, 4, 30)),
        ("early 2027", date(2027, 4, 30)),
        ("giữa năm 2027", date(2027, 8, 31)),
        ("mid-2027", date(2027, 8, 31)),
        ("6 tháng đầu năm 2027", date(2027, 6, 30)),
        ("H1 2027", date(2027, 6, 30)),
        ("second half of 2027", date(2027, 12, 31)),
    ],
)
def test_of_a_year_or_a_part_of_it_the_last_day_counts_and_the_words_stay(written: str, last: date) -> None:
    assert named_period(written) == Period(Precision.NONE, last, written)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("tháng 3", MARCH),
        ("March", MARCH),
        ("T3", MARCH),
        ("quý I", QUARTER),
        ("Q1", QUARTER),
        ("next quarter", QUARTER),
        ("quý sau", QUARTER),
        ("tháng này", Period(Precision.MONTH, date(2026, 11, 30))),
        ("November", Period(Precision.MONTH, date(2026, 11, 30))),
        ("Q4", Period(Precision.QUARTER, date(2026, 12, 31))),
        ("cuối năm", Period(Precision.NONE, date(2026, 12, 31), "cuối năm")),
        ("early next year", Period(Precision.NONE, date(2027, 4, 30), "early next year")),
        ("cuối năm sau", Period(Precision.NONE, date(2027, 12, 31), "cuối năm sau")),
    ],
)
def test_without_a_year_it_is_the_next_one(written: str, found: Period) -> None:
    assert named_period(written, TODAY) == found
    assert named_period(written) is None


@pytest.mark.parametrize("written", ["", "31/12/2026", "12/2", "kỳ họp mùa xuân", "soon", "1066", "22 November 2026"])
def test_what_names_no_period_is_none(written: str) -> None:
    assert named_period(written, TODAY) is None


@pytest.mark.parametrize("written", ["13/2027", "tháng 0/2027", "3/1066", "Q1 2345"])
def test_a_period_that_is_in_no_calendar_is_told(written: str) -> None:
    with pytest.raises(NoSuchPeriod):
        named_period(written)


def test_the_word_before_a_date_is_left_out() -> None:
    assert without_by("trước ngày 31/12/2026") == "ngay 31/12/2026"
    assert without_by("not later than 31 December 2026") == "31 december 2026"


@given(st.text(max_size=30))
def test_no_text_is_more_than_no_period(text: str) -> None:
    try:
        found = named_period(text, TODAY)
    except NoSuchPeriod:
        return
    assert found is None or found.last is not None
