"""How a sheet is read: what a row is and what the columns mean, guessed once, decided by a person, remembered."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from hanoi_desk.text import fold
from hanoi_desk.workbook.dates import DayOrder
from hanoi_desk.workbook.legacy import Legacy
from hanoi_desk.workbook.sheet import Row, Sheet, Value
from hanoi_desk.workbook.vocabulary import (
    MEANINGS,
    NEEDED,
    Meaning,
    RowKind,
    guess_columns,
    guess_kind,
    meaning_of,
)

#: The decision that rows with a name are left out.
LEFT_OUT = ""

_FORMAT = "hanoi-desk workbook mapping"
_VERSION = 1


class BadMapping(Exception):
    """A mapping file that is none; the field that is wrong, for a sentence."""

    key = "workbook.bad_mapping"

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.gaps: Mapping[str, object] = {"place": place}


@dataclass(frozen=True, slots=True)
class Plan:
    """How a sheet is to be read. Columns are named by their headings, so that a column may be added or moved.

    `header` is the row of the headings from 0, or -1. `orders` are by heading; `repairs` say in which old encoding a
    column was written; `names` are what was decided of names that nobody knows: a participant's key, or LEFT_OUT.
    """

    kind: RowKind
    columns: Mapping[str, Meaning]
    header: int = 0
    sheet: str = ""
    orders: Mapping[str, DayOrder] = field(default_factory=dict)
    repairs: Mapping[str, Legacy] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def missing(self) -> tuple[Meaning, ...]:
        """Return the meanings without which no row can be read and that no column has."""
        return tuple(m for m in NEEDED[self.kind] if m not in self.columns.values())

    def decided(self, name: str) -> str | None:
        """Return what was decided of a name, or None."""
        return self.names.get(fold(name))


def headings(sheet: Sheet, header: int) -> tuple[str, ...]:
    """Return a name for each column, no two alike: its heading, or its letter where it has none."""
    row = sheet.rows[header] if 0 <= header < len(sheet.rows) else ()
    found: dict[str, None] = {}
    for column in range(sheet.width):
        text = _shown(row[column]) if column < len(row) else ""
        name = text or letter(column)
        if name in found:
            name = next(f"{name} ({n})" for n in range(2, column + 3) if f"{name} ({n})" not in found)
        found[name] = None
    return tuple(found)


def letter(column: int) -> str:
    """Return the letters of a column counted from 0, as a spreadsheet shows them: A, B … Z, AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def guess_header(sheet: Sheet) -> int:
    """Return the row that looks most like headings, from 0: short texts, some of them known; -1 if none does."""
    best, place = 1.5, -1
    for number, row in enumerate(sheet.rows[:30]):
        texts = [cell for cell in row if isinstance(cell, str) and len(cell) < 60]
        if any(not isinstance(cell, str) and cell is not None for cell in row):
            continue  # numbers and dates are below headings
        known = len({meaning for text in texts if (meaning := meaning_of(text))})
        score = known + (0.5 if len(texts) > 1 and len(texts) == len([c for c in row if c is not None]) else 0)
        if score > best:
            best, place = score, number
    return place


def guess_plan(sheet: Sheet, header: int | None = None) -> Plan:
    """Return how a sheet is read as far as its headings tell; `header` is their row, if that is known."""
    header = guess_header(sheet) if header is None else header
    names = headings(sheet, header)
    kind = guess_kind(names)
    return Plan(kind, guess_columns(names, kind), header, sheet.name)


def fingerprint(names: Iterable[str]) -> str:
    """Return what a set of headings is remembered by, whatever their order."""
    return sha256("\x1f".join(sorted(map(fold, names))).encode()).hexdigest()[:32]


def _shown(value: Value) -> str:
    text = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    return " ".join(text.split())[:120]


# ---- as JSON ----


def plan_to_json(plan: Plan) -> str:
    """Return a plan as a mapping file, the same that the window remembers."""
    return json.dumps(
        {
            "format": _FORMAT,
            "version": _VERSION,
            "rows": plan.kind.value,
            "sheet": plan.sheet,
            "header_row": plan.header + 1,
            "columns": {name: meaning.value for name, meaning in plan.columns.items()},
            "day_order": {name: order.value for name, order in plan.orders.items()},
            "repair": {name: encoding.value for name, encoding in plan.repairs.items()},
            "names": dict(plan.names),
        },
        ensure_ascii=False,
        indent=2,
    )


def plan_from_json(text: str) -> Plan:
    """Return the plan that a mapping file holds.

    :raises BadMapping: when it is none.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadMapping("JSON") from error
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        raise BadMapping("format")
    if value.get("version") != _VERSION:
        raise BadMapping("version")
    kind = _member(RowKind, value.get("rows"), "rows")
    header = value.get("header_row", 1)
    if type(header) is not int or not 0 <= header <= 10_000:
        raise BadMapping("header_row")
    sheet = value.get("sheet", "")
    if not isinstance(sheet, str):
        raise BadMapping("sheet")
    columns = {name: _member(Meaning, one, "columns", name) for name, one in _texts(value, "columns").items()}
    for name, meaning in columns.items():
        if meaning not in MEANINGS[kind]:
            raise BadMapping(f"columns, {name}")
    return Plan(
        kind,
        columns,
        header - 1,
        sheet,
        {name: _member(DayOrder, one, "day_order", name) for name, one in _texts(value, "day_order").items()},
        {name: _member(Legacy, one, "repair", name) for name, one in _texts(value, "repair").items()},
        {fold(name): one for name, one in _texts(value, "names").items()},
    )


def _texts(value: Mapping[str, Any], name: str) -> dict[str, str]:
    found = value.get(name, {})
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise BadMapping(name)
    return found


def _member(kind: Any, value: object, *place: str) -> Any:
    try:
        return kind(value)
    except ValueError as error:
        raise BadMapping(", ".join(place)) from error


def data_rows(sheet: Sheet, header: int) -> Iterable[tuple[int, Row]]:
    """Yield each row below the headings that holds anything, with its place from 0."""
    return (
        (number, row) for number, row in enumerate(sheet.rows) if number > header and any(c is not None for c in row)
    )
