"""Writes whole days into a calendar file, in the iCalendar format (RFC 5545).

A whole day has no hour and no zone, so that it is the same day in Hà Nội, Vienna and New York. An entry keeps the
identifier of its record, and its revision grows with each change: a calendar that takes in a newer file replaces the
entry instead of adding another, and lets a cancelled one go. As the file names no METHOD, DTSTAMP is the moment of the
last revision (RFC 5545, 3.8.7.2), so that the same desk gives the same file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

#: How every such file begins.
BEGINNING = b"BEGIN:VCALENDAR"

_LONGEST_LINE = 75  # octets, the line break not counted
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class WholeDay:
    """One entry: the identifier of its record, the day, the line that is shown, and more words to it.

    `revision` is how often it was changed, `revised_at` the aware moment of the last time.
    """

    id: str
    day: date
    summary: str
    revised_at: datetime
    description: str = ""
    revision: int = 0
    is_cancelled: bool = False


def calendar_bytes(entries: Iterable[WholeDay]) -> bytes:
    """Return a calendar file in UTF-8, the entries in the order given."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hanoi Desk//Hanoi Desk//EN"]
    for entry in entries:
        lines += _event(entry)
    return b"".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(entry: WholeDay) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}"
    revised_at = f"{entry.revised_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTAMP:{revised_at}"
    yield f"LAST-MODIFIED:{revised_at}"
    yield f"SEQUENCE:{entry.revision}"
    yield f"DTSTART;VALUE=DATE:{entry.day.isoformat().replace('-', '')}"  # without an end it is that one day
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.is_cancelled:
        yield "STATUS:CANCELLED"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"  # a day in the list does not make one busy
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Return a text as a value: every kind of line break as one, other control characters left out."""
    lines = ("".join(c for c in line if c == "\t" or c.isprintable() or c > "\x9f") for line in words.splitlines())
    return "\n".join(lines).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """Return a line with its break, put on several where it is too long; no letter is cut into."""
    rows, row = [], b""
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(row) + len(octets) > _LONGEST_LINE:
            rows.append(row)
            row = b" "
        row += octets
    return b"\r\n".join([*rows, row, b""])
