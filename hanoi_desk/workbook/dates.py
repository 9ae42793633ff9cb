"""Reads dates as officers write them, in figures or words (English, Vietnamese, French), and periods of promises.

Whether 03/04/2026 is in March or in April is never guessed from one cell: the column tells, or a person.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from hanoi_desk.periods import MONTH_NAME, MONTHS, NoSuchPeriod, Period, named_period, without_by, year
from hanoi_desk.records import FIRST_YEAR, LAST_YEAR, Precision
from hanoi_desk.text import fold
from hanoi_desk.workbook.sheet import EPOCH_1900, Value

#: Numbers of days that Excel means by dates of these years; a smaller number is no date but a number.
_FIRST_SERIAL, _LAST_SERIAL = 16_438, 73_415
#: Added to the day where the year was written first: nothing then needs to be asked.
_YEAR_FIRST = 100
_LONGEST = 200
_MOST_FIGURES = 8  # of a number that may be a date: 20261122
_PIVOT = 70  # two figures from here on are of the last century


class DayOrder(StrEnum):
    """Which figure comes first where a date is written in figures."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class OrderFound(StrEnum):
    """What the dates of a column tell of their order."""

    NOT_NEEDED = "not_needed"  # none is in figures that could be read both ways
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    BOTH = "both"  # some only as the one, some only as the other
    UNDECIDED = "undecided"


class DateFault(StrEnum):
    """Why a value is no date; the words are in `words.csv` under `date_fault.`."""

    NOT_A_DATE = "not_a_date"
    NO_YEAR = "no_year"
    NO_SUCH_DAY = "no_such_day"
    ORDER_UNKNOWN = "order_unknown"


class BadDate(Exception):
    """A value that is no date."""

    def __init__(self, fault: DateFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


_FIGURES = re.compile(r"(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,4})")
_NO_YEAR = re.compile(r"(?:ngay )?\d{1,2}\s*[/.\-]\s*\d{1,2}|(?:ngay )?\d{1,2} thang \d{1,2}")
_TIME = re.compile(r"[,\s]*(?:t|luc)?\s*\d{1,2}\s*[:hg]\s*\d{0,2}(?::\d{2})?(?:\.\d+)?\s*(?:z|am|pm)?$")
_WEEKDAY = re.compile(r"^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*)[,.\s]+")
_VIETNAMESE = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,? nam|,)? (\d{4})")
_DAY_NAME = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|er)?[\s\-.]*(?:of )?({MONTH_NAME})\.?[\s,\-]*(\d{{4}}|\d{{2}})")
_NAME_DAY = re.compile(rf"({MONTH_NAME})\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?[\s,]+(\d{{4}})")


def found_order(values: Iterable[Value]) -> OrderFound:
    """Return what a column's dates in figures tell: one of 25/12/2026 settles all of them."""
    day, month, both_ways = False, False, False
    for value in values:
        if not isinstance(value, str) or not (found := _in_figures(value)):
            continue
        first, second, _ = found
        if first > _YEAR_FIRST:
            continue
        day |= first > 12 >= second
        month |= second > 12 >= first
        both_ways |= first <= 12 and second <= 12 and first != second
    if day and month:
        return OrderFound.BOTH
    if day or month:
        return OrderFound.DAY_FIRST if day else OrderFound.MONTH_FIRST
    return OrderFound.UNDECIDED if both_ways else OrderFound.NOT_NEEDED


def read_day(value: Value, order: DayOrder | None = None, epoch: date = EPOCH_1900) -> date:
    """Return the day that a cell means; `epoch` is how its workbook counts days.

    :raises BadDate: when it means none, or could mean two and `order` does not say which.
    """
    if isinstance(value, datetime):
        return _sound(value.date())
    if isinstance(value, date):
        return _sound(value)
    if isinstance(value, bool) or value is None:
        raise BadDate(DateFault.NOT_A_DATE)
    if isinstance(value, int | float):
        return _from_number(value, epoch)
    if found := _in_figures(value):
        return _ordered(*found, order)
    text = _plain(value)
    if text.isdecimal() and len(text) <= _MOST_FIGURES:
        return _from_number(int(text), epoch)
    if hit := _VIETNAMESE.fullmatch(text):
        return _day(int(hit[3]), int(hit[2]), int(hit[1]))
    if hit := _DAY_NAME.fullmatch(text):
        return _day(_year(hit[3]), MONTHS[hit[2]], int(hit[1]))
    if hit := _NAME_DAY.fullmatch(text):
        return _day(int(hit[3]), MONTHS[hit[1]], int(hit[2]))
    raise BadDate(DateFault.NO_YEAR if _NO_YEAR.fullmatch(text) else DateFault.NOT_A_DATE)


def read_period(value: Value, order: DayOrder | None = None, epoch: date = EPOCH_1900) -> Period:
    """Return by when something is promised: a day, a month, a quarter, a year, or what was said instead.

    :raises BadDate: when it is meant as a date and is none.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR:
        return year(int(value))
    if not isinstance(value, str):
        return Period(Precision.DAY, read_day(value, order, epoch))
    text = _plain(without_by(value))
    try:
        if (period := named_period(value)) is not None:
            return period
    except NoSuchPeriod as error:
        raise BadDate(DateFault.NO_SUCH_DAY) from error
    try:
        return Period(Precision.DAY, read_day(without_by(value), order, epoch))
    except BadDate as bad:
        if bad.fault is DateFault.NOT_A_DATE and any(letter.isalpha() for letter in text):
            return Period(Precision.SESSION, words=" ".join(value.split()))
        raise


def _in_figures(text: str) -> tuple[int, int, int] | None:
    """Return (day or month, month or day, year) as written; a date that begins with its year is given as day, month."""
    hit = _FIGURES.fullmatch(_plain(text).removeprefix("ngay ").strip())
    if hit is None:
        return None
    first, second, third = hit.groups()
    if len(first) > 2:
        # The year first is always followed by the month: told as a day that can't be mistaken.
        return (int(third) + _YEAR_FIRST, int(second), int(first)) if len(third) < 3 else None
    return (int(first), int(second), _year(third)) if len(third) != 3 and third != "0" else None


def _ordered(first: int, second: int, year: int, order: DayOrder | None) -> date:
    if first > _YEAR_FIRST:  # the year stood first
        return _day(year, second, first - _YEAR_FIRST)
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if second <= 12 else (second, first)
        return _day(year, month, day)
    if order is None:
        raise BadDate(DateFault.ORDER_UNKNOWN)
    return _day(year, second, first) if order is DayOrder.DAY_FIRST else _day(year, first, second)


def _from_number(value: float, epoch: date) -> date:
    if 19_000_000 < value < 21_010_000 and value == int(value):  # 20261122
        return _day(int(value) // 10_000, int(value) // 100 % 100, int(value) % 100)
    if not _FIRST_SERIAL - 1462 <= value <= _LAST_SERIAL:
        raise BadDate(DateFault.NOT_A_DATE)
    return _sound(epoch + timedelta(days=int(value)))


def _folded(text: str) -> str:
    return fold(text).strip(" .,;")


def _plain(text: str) -> str:
    """Return the text folded, without a day of the week before it and a time of day after it."""
    folded = _folded(text)
    if len(folded) > _LONGEST:  # no date is as long as a paragraph, and the patterns would go over it time and again
        return folded
    return _WEEKDAY.sub("", _TIME.sub("", folded)).strip(" .,;")


def _year(text: str) -> int:
    number = int(text)
    return number if len(text) == 4 else number + (1900 if number >= _PIVOT else 2000)


def _day(year: int, month: int, day: int) -> date:
    try:
        return _sound(date(year, month, day))
    except ValueError as error:
        raise BadDate(DateFault.NO_SUCH_DAY) from error


def _sound(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadDate(DateFault.NOT_A_DATE)
    return day
