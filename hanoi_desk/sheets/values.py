"""A table for people as plain values: its name, marking, headings and rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

#: What one cell may hold; None and an empty text are an empty cell.
Value = str | int | float | date | None

#: The kinds of file that can be written, the one proposed first.
ENDINGS = (".xlsx", ".csv")

_SHORT_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 120


class Stopped(Exception):
    """Writing was stopped by the one who asked for it; nothing was written."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. The first row of the file is its marking, the second its headings."""

    title: str
    marking: str
    headings: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]
    notes: tuple[str, ...] = ()  # lines under the table, each a sentence


def as_date(text: str) -> date | None:
    """Return the day that a text written as 05/02/2027 stands for, and None for any other text."""
    hit = _SHORT_DATE.fullmatch(text)
    if hit is None:
        return None
    try:
        return date(int(hit[3]), int(hit[2]), int(hit[1]))
    except ValueError:
        return None


def marked_name(title: str, mark: str, day: date, ending: str = ENDINGS[0]) -> str:
    """Return a file name that carries the marking and the day: `Contacts (internal) 2026-11-22.xlsx`."""
    words = _NOT_IN_NAMES.sub(" ", title)[:_LONGEST_NAME]
    return f"{' '.join(words.split())} ({mark}) {day.isoformat()}{ending}"
