"""By when something is promised: reads a month, a quarter or a year as people write it, in English or Vietnamese."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from hanoi_desk.records import FIRST_YEAR, LAST_YEAR, Precision
from hanoi_desk.text import fold


@dataclass(frozen=True, slots=True)
class Period:
    """By when: how exact that is, and the last day.

    A year, and a part of one, has no precision of its own: its last day counts, and `words` say what was said. Words
    that name no day at all are those of a session, and have no last day.
    """

    precision: Precision
    last: date | None = None
    words: str = ""


class NoSuchPeriod(ValueError):
    """What is written like a month or a quarter and is in no calendar."""


#: The months by their names, in English and French; Vietnamese counts them.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier", "february feb fevrier", "march mar mars", "april apr avril", "may mai",
            "june jun juin", "july jul juillet", "august aug aout", "september sep sept septembre",
            "october oct octobre", "november nov novembre", "december dec decembre",
        ), 1
    )
    for name in names.split()
}  # fmt: skip
#: Any of their names, for a pattern of folded text.
MONTH_NAME = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"

_BY = re.compile(
    r"^(?:truoc|den|vao|trong|(?:muon|cham) nhat(?: la)?|by|before|until|in|during|within|not later than)\s+"
)
_EDGE = re.compile(r"^(?:het|cuoi|giua|dau|(?:the )?(?:end|beginning|start|middle) of|end|early|mid|late)[\s\-]+")
#: The last month of each part of a year.
_PARTS = {"dau": 4, "early": 4, "beginning": 4, "start": 4, "giua": 8, "mid": 8, "middle": 8}
_PART = re.compile(r"(?:the )?(dau|giua|early|mid|middle|beginning|start)(?: of)?[\s\-]+(?:nam )?(\d{4})")
_FIGURES = re.compile(r"(?:thang |t)?(\d{1,2})\s*[/.\-]\s*(\d{4})|thang (\d{1,2})(?:,? nam|,)? (\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[\-/](\d{2})")
_NAMED = re.compile(rf"({MONTH_NAME})\.?[\s,\-/]*(\d{{4}})")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER = re.compile(r"(?:quy|q)\s*(iv|i{1,3}|[1-4])[\s,/.\-]*(?:nam )?(\d{4})|(\d{4})[\s\-/]*q([1-4])")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_QUARTER_WORDS = re.compile(rf"(?:the )?({'|'.join(_ORDINALS)})\s+quarter(?: of)?,?\s+(\d{{4}})")
_HALF = re.compile(
    r"(?:(?:the )?(?P<en>first|second) half of|nua (?P<vi>dau|cuoi)|6 thang (?P<months>dau|cuoi)|h(?P<h>[12]))"
    r"[\s/]*(?:nam )?(?P<year>\d{4})"
)
_YEAR = re.compile(r"(?:nam )?(\d{4})")
#: What names a year, a quarter or a month by today: the pattern, and how many of them ahead.
_BY_TODAY = tuple(
    (re.compile(rf"\b(?:{words})\b"), unit, ahead)
    for words, unit, ahead in (
        ("nam nay|this year", "year", 0),
        ("nam sau|nam toi|sang nam|next year", "year", 1),
        ("quy nay|this quarter", "quarter", 0),
        ("quy sau|quy toi|next quarter", "quarter", 1),
        ("thang nay|this month", "month", 0),
        ("thang sau|thang toi|next month", "month", 1),
    )
)
_END_OF_YEAR = re.compile(r"(?:(?:the )?end of the year|year[\s\-]end|cuoi nam|het nam)")
_NO_YEAR = re.compile(
    rf"(?:(?:thang |t)(?P<month>\d{{1,2}})|(?P<name>{MONTH_NAME})\.?|(?:quy|q)\s*(?P<quarter>iv|i{{1,3}}|[1-4]))"
)


def without_by(text: str) -> str:
    """Return what was written without accents, and without "by", "trước", "not later than" before it."""
    return _BY.sub("", fold(text).strip(" .,;"))


def named_period(written: str, today: date | None = None) -> Period | None:
    """Return the month, quarter or year that is written, or a part of these; None for anything else, a day among it.

    Reads 3/2027, tháng 3 năm 2027, March 2027, quý I/2027, Q1 2027, first half of 2027, đầu năm 2027, 2027. The
    beginning of a year goes to the end of April, its middle to the end of August. With `today` a month or a quarter
    without a year is the next such one, and "next quarter" or "cuối năm nay" are known too.
    :raises NoSuchPeriod: for a month that no year has, or a year before 1945 or after 2100.
    """
    text = without_by(written)
    if today is not None:
        text = _with_year(text, today)
    said = " ".join(written.split())
    if hit := _PART.fullmatch(text):
        return Period(Precision.NONE, _month_end(int(hit[2]), _PARTS[hit[1]]), said)
    if hit := _HALF.fullmatch(text):
        is_first = (hit["en"] or hit["vi"] or hit["months"] or hit["h"]) in ("first", "dau", "1")
        return Period(Precision.NONE, _month_end(int(hit["year"]), 6 if is_first else 12), said)
    text = _EDGE.sub("", text)
    if hit := _QUARTER.fullmatch(text):
        quarter = hit[1] or hit[4]
        return _quarter(int(hit[2] or hit[3]), _ROMAN.get(quarter) or int(quarter))
    if hit := _QUARTER_WORDS.fullmatch(text):
        return _quarter(int(hit[2]), _ORDINALS[hit[1]])
    if hit := _YEAR_FIRST.fullmatch(text):
        return _month(int(hit[1]), int(hit[2]))
    if hit := _FIGURES.fullmatch(text):
        return _month(int(hit[2] or hit[4]), int(hit[1] or hit[3]))
    if hit := _NAMED.fullmatch(text):
        return _month(int(hit[2]), MONTHS[hit[1]])
    if (hit := _YEAR.fullmatch(text)) and FIRST_YEAR <= int(hit[1]) <= LAST_YEAR:
        return year(int(hit[1]), said)
    return None


def year(number: int, words: str = "") -> Period:
    """Return a whole year, in the words for it."""
    return Period(Precision.NONE, date(number, 12, 31), words or str(number))


def _with_year(text: str, today: date) -> str:
    """Return the text with the year that it leaves to the reader."""
    if _END_OF_YEAR.fullmatch(text):
        return f"end of {today.year}"
    if hit := _NO_YEAR.fullmatch(text):
        return _next(text, hit, today)
    for pattern, unit, ahead in _BY_TODAY:
        text = pattern.sub(_unit(unit, ahead, today), text)
    return text


def _next(text: str, hit: re.Match[str], today: date) -> str:
    """Return a month or a quarter with the year in which it ends next."""
    if hit["month"]:
        last = int(hit["month"])
        text = f"{last}/"
    elif quarter := hit["quarter"]:
        last = 3 * (_ROMAN.get(quarter) or int(quarter))
    else:
        last = MONTHS[hit["name"]]
    return f"{text} {today.year + (last < today.month)}"


def _unit(unit: str, ahead: int, today: date) -> str:
    if unit == "year":
        return str(today.year + ahead)
    size = 3 if unit == "quarter" else 1
    years, number = divmod((today.month - 1) // size + ahead, 12 // size)
    written = f"q{number + 1} " if unit == "quarter" else f"{number + 1}/"
    return f"{written}{today.year + years}"


def _month(number: int, month: int) -> Period:
    return Period(Precision.MONTH, _month_end(number, month))


def _quarter(number: int, quarter: int) -> Period:
    return Period(Precision.QUARTER, _month_end(number, 3 * quarter))


def _month_end(number: int, month: int) -> date:
    if not (1 <= month <= 12 and FIRST_YEAR <= number <= LAST_YEAR):
        raise NoSuchPeriod(f"{month}/{number}")
    return date(number, month, monthrange(number, month)[1])
