"""Reads the participant tables: rows of names with what each of their dates stands for."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hanoi_desk.untc.dates import read_dates
from hanoi_desk.untc.errors import Fault, UntcError
from hanoi_desk.untc.heading import Column, Kind, names_the_participant, read_headings
from hanoi_desk.untc.plain import tidy, without_marks
from hanoi_desk.untc.status import Remark, StatusAction, StatusRow, Why

MAX_ROWS = 20_000
MAX_COLUMNS = 40
MAX_DATES = 100_000
MAX_CELL = 2_000
MAX_HEADING = 1_000
_SHOWN = 200


@dataclass(slots=True)
class Tables:
    """What has been read from the participant tables so far."""

    headings: list[tuple[str, ...]] = field(default_factory=list)
    rows: list[StatusRow] = field(default_factory=list)
    unread: list[Remark] = field(default_factory=list)
    doubts: list[Remark] = field(default_factory=list)
    open_to_signature: bool = False
    dates: int = 0


def read_tables(participants: ET.Element | None, concluded: str) -> Tables:
    """Return every row of every table; raise UntcError past the bounds."""
    tables = Tables()
    for group in _groups(participants):
        _read_group(group, concluded, tables)
    return tables


def text_of(element: ET.Element | None) -> str:
    """Return the text of an element and all below it; a real superscript element is kept as the escaped mark."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        name = child.tag.lower()
        raised = name in ("superscript", "sup")
        parts += ["<superscript>", text_of(child), "</superscript>"] if raised else [" ", text_of(child), " "]
        parts.append(child.tail or "")
    return "".join(parts)


def _groups(participants: ET.Element | None) -> Iterator[ET.Element]:
    for table in participants.findall("Table") if participants is not None else ():
        yield from table.findall("TGroup") or [table]


def _rows(part: ET.Element | None) -> Iterator[list[str]]:
    """Return the raw texts of each row, in the place their `colname` gives or in order."""
    for parent in (part, *part.findall("Rows")) if part is not None else ():
        for row in parent.findall("Row"):
            entries = row.findall("Entry")
            if len(entries) > MAX_COLUMNS:
                raise UntcError(Fault.TOO_MANY, "A row of the table has far more columns than a status file.")
            cells: list[str] = []
            for entry in entries:
                place = entry.get("colname", "")
                if place.isascii() and place.isdigit() and len(cells) < int(place[:3]) <= MAX_COLUMNS:
                    cells += [""] * (int(place[:3]) - 1 - len(cells))
                cells.append(text_of(entry))
            yield cells


def _read_group(group: ET.Element, concluded: str, tables: Tables) -> None:
    headings = _headings(group)
    tables.headings.append(tuple(without_marks(heading)[0] for heading in headings))
    at = next((i for i, heading in enumerate(headings) if names_the_participant(heading)), None)
    if at is None and headings and not tidy(headings[0]):
        at = 0  # The first column always holds the names, with or without a heading.
    columns = read_headings([h for i, h in enumerate(headings) if i != at], concluded)
    if at is not None:
        tables.doubts += [Remark(name="", column=c.heading, raw=c.heading, why=c.ask) for c in columns if c.ask]
        tables.open_to_signature |= any(c.kind in (Kind.SIGNATURES, Kind.BOTH) for c in columns)
    for cells in _rows(group.find("Tbody")):
        if not any(tidy(cell) for cell in cells):
            continue
        if len(tables.rows) + len(tables.unread) >= MAX_ROWS or tables.dates >= MAX_DATES:
            raise UntcError(Fault.TOO_MANY, "The table has far more rows than a status file.")
        name = "" if at is None or at >= len(cells) else cells[at]
        others = [cell for i, cell in enumerate(cells) if i != at]
        if at is None:
            tables.unread.append(Remark(name="", column="", raw=_shown(" | ".join(cells)), why=Why.NO_HEADING))
        else:
            _read_row(name, others, columns, tables)


def _headings(group: ET.Element) -> list[str]:
    """Return one heading a column; a heading set over two rows is joined."""
    joined: list[str] = []
    for cells in _rows(group.find("Thead")):
        joined += [""] * (len(cells) - len(joined))
        joined = [f"{above} {cell}".strip()[:MAX_HEADING] for above, cell in zip(joined, cells, strict=False)] + joined[
            len(cells) :
        ]
    return joined


def _read_row(raw_name: str, cells: Sequence[str], columns: Sequence[Column], tables: Tables) -> None:
    """Add one row; a row whose name is missing or absurdly long belongs to no one and is only reported."""
    name, footnotes = without_marks(raw_name) if len(raw_name) <= MAX_CELL else ("", ())
    if not name:
        why = Why.TOO_LONG if len(raw_name) > MAX_CELL else Why.NO_NAME
        tables.unread.append(Remark(name="", column="", raw=_shown(" | ".join([raw_name, *cells])), why=why))
        return
    actions: list[StatusAction] = []
    for place, cell in enumerate(cells):
        if not tidy(cell):
            continue
        column = columns[place] if place < len(columns) else None
        actions += _read_cell(name, cell, column, tables)
    tables.rows.append(StatusRow(name=name, raw_name=raw_name, footnotes=footnotes, actions=tuple(actions)))


def _read_cell(name: str, cell: str, column: Column | None, tables: Tables) -> Iterator[StatusAction]:
    """Return what one cell says; what cannot be read or must be asked about is added to the tables' remarks."""
    heading = column.heading if column else ""
    if column is None or not heading:
        tables.unread.append(Remark(name=name, column="", raw=_shown(cell), why=Why.NO_HEADING))
        return
    dates = Why.TOO_LONG if len(cell) > MAX_CELL else read_dates(cell)
    if isinstance(dates, Why):
        tables.unread.append(Remark(name=name, column=heading, raw=_shown(cell), why=dates))
        return
    for dated in dates:
        meaning = column.meaning(dated.letter)
        tables.dates += 1
        if meaning.ask:
            tables.doubts.append(Remark(name=name, column=heading, raw=dated.raw, why=meaning.ask))
        yield StatusAction(
            act=meaning.act,
            on=dated.on,
            withdrawn=dated.withdrawn,
            letter=dated.letter,
            column=heading,
            raw=dated.raw,
            signs=meaning.signs,
            binds=meaning.binds,
        )


def _shown(raw: str) -> str:
    """Return raw text short enough for a list."""
    text = tidy(raw)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
