"""Reads a date as people type it, day before month, and never guesses one that is not there."""

import re
from datetime import date, timedelta

from hanoi_desk.text import fold

_WORDS = {
    "today": 0,
    "hom nay": 0,
    "nay": 0,
    "tomorrow": 1,
    "ngay mai": 1,
    "mai": 1,
    "yesterday": -1,
    "hom qua": -1,
    "qua": -1,
    "ngay kia": 2,
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[\s/.\-]+(\d{1,2})(?:[\s/.\-]+(\d{4}|\d{2}))?")
_ENGLISH = re.compile(r"(\d{1,2}) ?([a-z]{3,9})\.?,?(?: ?(\d{4}))?")
_VIETNAMESE = re.compile(r"(?:ngay )?(\d{1,2}) ?thang ?(\d{1,2})(?:,? ?nam ?(\d{4}))?")
_STEP = re.compile(r"([+\-]) ?(\d{1,4}) ?([dwnt]?)")


def read_date(typed: str, today: date, *, ahead: bool = False) -> date | None:
    """Return the date that was typed, or None when there is none or it is not in the calendar.

    Understands 22/11, 22/11/2026, 22 11, 22.11.26, 2026-11-22, 22 Nov, 22 November 2026, ngày 22 tháng 11 năm 2026, +3
    (days; +2w or +2t for weeks), today, tomorrow, hôm nay, mai. Without a year it is the nearest such day, or with
    `ahead` the next one from today on.
    """
    text = fold(typed).strip()
    if text in _WORDS:
        return _shift(today, _WORDS[text])
    if step := _STEP.fullmatch(text):
        days = int(step[2]) * (7 if step[3] in ("w", "t") else 1)
        return _shift(today, days if step[1] == "+" else -days)
    if iso := _ISO.fullmatch(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if numbers := _NUMBERS.fullmatch(text) or _VIETNAMESE.fullmatch(text):
        return _with_year(int(numbers[1]), int(numbers[2]), numbers[3], today, ahead)
    if english := _ENGLISH.fullmatch(text):
        month = _month(english[2])
        return _with_year(int(english[1]), month, english[3], today, ahead) if month else None
    return None


def is_like_a_date(typed: str) -> bool:
    """Tell whether a day is written that may be in no calendar, such as 31/02/2026."""
    text = fold(typed).strip()
    return any(pattern.fullmatch(text) for pattern in (_ISO, _NUMBERS, _VIETNAMESE))


def write_date(day: date) -> str:
    """Return 22/11/2026, which both languages read the same way."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _month(word: str) -> int:
    if word in _FULL_MONTHS:
        return _FULL_MONTHS.index(word) + 1
    short = "sep" if word == "sept" else word
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _with_year(day: int, month: int, year: str | None, today: date, ahead: bool) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    # A leap day may be four years away, or eight round 1900 and 2100.
    years = (today.year + n for n in ((0, 1, 2, 3, 4, 8) if ahead else (0, -1, 1)))
    found = [one for one in (_day(y, month, day) for y in years) if one and (not ahead or one >= today)]
    return min(found, key=lambda one: abs((one - today).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None
