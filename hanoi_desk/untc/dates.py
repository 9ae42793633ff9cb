"""Reads the dates of one table cell."""

import re
from dataclasses import dataclass
from datetime import date

from hanoi_desk.untc.plain import fold, tidy, without_marks
from hanoi_desk.untc.status import Why

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janv janvier",
            "feb february fevr fev fevrier",
            "mar march mars",
            "apr april avr avril",
            "may mai",
            "jun june juin",
            "jul july juil juillet",
            "aug august aout",
            "sep sept september septembre",
            "oct october octobre",
            "nov november novembre",
            "dec december decembre",
        ),
        start=1,
    )
    for name in names.split()
}
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
# Read on tidy text only: white space is single, so no part can match in two ways.
_DAY = r"([0-9]{1,2})(?:er)? ([^\W\d_]{3,9})\.? ([0-9]{4})"
_LETTER = r"(?: ?([A-Za-z]{1,2})(?![A-Za-z0-9]))?"
_DATED = re.compile(rf" ?[,;/]? ?(\[?) ?{_DAY}{_LETTER} ?(\]?){_LETTER}")
_OPENING_DAY = re.compile(rf"{_DAY}(?=\Z|[,.;]|\s+(?:in accordance|pursuant|by|conformément|for all|pour)\b)")
_ANY_DAY = re.compile(_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One date of a cell, whether it stood in brackets, and its letter or nothing."""

    on: date
    withdrawn: bool
    letter: str
    raw: str


def read_dates(cell: str) -> tuple[Dated, ...] | Why:
    """Return the dates of a cell in order, or why it cannot be read: a cell is read wholly or not at all."""
    text = without_marks(cell)[0].strip(" ,;")
    dates: list[Dated] = []
    at, inside = 0, False
    while at < len(text):
        found = _DATED.match(text, at)
        if not found:
            return Why.NOT_A_DATE
        opens, day, month, year, inner, closes, outer = found.groups()
        withdrawn = inside or bool(opens)
        if (inside and opens) or (closes and not withdrawn) or (inner and outer):
            return Why.NOT_A_DATE
        on = _day(day, month, year)
        if not isinstance(on, date):
            return on
        dates.append(Dated(on=on, withdrawn=withdrawn, letter=inner or outer or "", raw=found[0].strip(" ,;/")))
        at, inside = found.end(), withdrawn and not closes
    return Why.NOT_A_DATE if inside else tuple(dates)


def opening_day(text: str) -> date | None:
    """Return the day an entry-into-force text opens with, if it is the only full date there."""
    found = _OPENING_DAY.match(text)
    if not found or len(_ANY_DAY.findall(text)) > 1:
        return None
    on = _day(*found.groups())
    return on if isinstance(on, date) else None


def _day(day: str, month: str, year: str) -> date | Why:
    """Return the date, or why there is none; a month is a known word, an impossible day is not guessed."""
    number = _MONTHS.get(fold(tidy(month)))
    if number is None:
        return Why.NOT_A_DATE
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return Why.IMPOSSIBLE_DATE
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return Why.IMPOSSIBLE_DATE
