"""Reads who looks after whom from a sheet: which column holds what, told by its heading, and the rows below; pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hanoi_desk.records import CoverageRole, MissionKind
from hanoi_desk.text import fold, tidy
from hanoi_desk.workbook import Book, Sheet, Value
from hanoi_desk.workbook.dates import BadDate, DayOrder, OrderFound, found_order, read_day

#: The most rows that a table of States can sensibly have, with its history.
ROW_LIMIT = 5_000
_HEADER_WITHIN = 20
_LONGEST_NAME = 300


class Column(StrEnum):
    """What a column of the sheet holds, beside those of the roles."""

    STATE = "state"
    FROM = "from"
    TO = "to"
    NOTE = "note"


Meaning = Column | CoverageRole

#: Whole headings without accents and signs, in English, Vietnamese and French.
_HEADINGS: dict[Meaning, str] = {
    Column.STATE: "state,states,country,countries,quoc gia,nuoc,ten nuoc,ten quoc gia,quoc gia to chuc,pays,etat",
    CoverageRole.LEAD: "lead,lead mission,mission,mission in the lead,in the lead,co quan phu trach,phu trach,"
    "phu trach chinh,co quan dai dien,co quan dai dien phu trach,cqdd,cqdd phu trach,dai su quan,embassy",
    CoverageRole.CONCURRENT: "accredited,accreditation,concurrent,concurrent accreditation,kiem nhiem,"
    "co quan kiem nhiem",
    CoverageRole.NEW_YORK: "new york,niu oc,niu ooc,niu y ooc,ny,kenh new york",
    CoverageRole.VIENNA: "vienna,vien,vienne,kenh vien",
    CoverageRole.GENEVA: "geneva,gio ne vo,geneve,kenh gio ne vo",
    Column.FROM: "from,since,tu,tu ngay,ngay bat dau,start,start date,depuis",
    Column.TO: "to,until,den,den ngay,ngay ket thuc,end,end date",
    Column.NOTE: "note,notes,ghi chu,remarks,remarque",
}

#: Words inside a longer heading, looked for in this order: "thành viên" is a member, not Vienna.
_INSIDE: tuple[tuple[Meaning, str], ...] = (
    (CoverageRole.NEW_YORK, "new york,niu oc,niu ooc,niu y ooc"),
    (CoverageRole.GENEVA, "geneva,gio ne vo,geneve"),
    (CoverageRole.CONCURRENT, "kiem nhiem,accredit,concurrent"),
    (Column.FROM, "tu ngay,from,since,bat dau"),
    (Column.TO, "den ngay,until,ket thuc"),
    (CoverageRole.LEAD, "phu trach,in the lead,lead mission"),
    (Column.STATE, "quoc gia,ten nuoc,country,state"),
    (CoverageRole.VIENNA, "vienna,vien"),
    (Column.NOTE, "ghi chu,note"),
)

_KINDS: tuple[tuple[MissionKind, str], ...] = (
    (MissionKind.PERMANENT_MISSION, "phai doan,permanent mission,mission permanente"),
    (MissionKind.CONSULATE, "lanh su,consul"),
    (MissionKind.EMBASSY, "dai su quan,dsq,embassy,ambassade"),
    (MissionKind.MINISTRY, "bo,vu,cuc,ministry,department,ministere"),
)


_IN_FULL = {"dsq": "dai su quan", "pdtt": "phai doan thuong truc", "pd": "phai doan", "tlsq": "tong lanh su quan"}
_UNSAID = (
    "of the socialist republic of",
    "of",
    "viet nam",
    "vietnam",
    "vn",
    "the",
    "in",
    "to",
    "at",
    "tai",
    "ben canh",
)


class TableFault(StrEnum):
    """Why a sheet is no table of who looks after whom."""

    NO_HEADING = "no_heading"
    TOO_MANY_ROWS = "too_many_rows"


class TableError(Exception):
    """A sheet that is not read."""

    def __init__(self, fault: TableFault) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.gaps: Mapping[str, object] = {"n": ROW_LIMIT}

    @property
    def key(self) -> str:
        """The name in the catalogue of errors."""
        return f"table.{self.fault.value}"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number in the sheet from 1, the State as written, the missions by role, from when to when.

    `bad_date` is the text of a date that makes no sense; the dates are then not known.
    """

    number: int
    state: str
    missions: tuple[tuple[CoverageRole, str], ...]
    from_on: date | None = None
    to_on: date | None = None
    note: str = ""
    bad_date: str = ""


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """The rows of a sheet, the headings that were understood with their meaning, and those that were not."""

    name: str
    rows: tuple[TableRow, ...]
    understood: Mapping[Meaning, str]
    ignored: tuple[str, ...]


def read_table(book: Book) -> CoverageTable:
    """Return the table of the first sheet that has a column of States and one of missions.

    :raises TableError: when no sheet has them, or there are too many rows.
    """
    for sheet in book.sheets:
        for at, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
            columns = _columns(row)
            if Column.STATE in columns and any(isinstance(meaning, CoverageRole) for meaning in columns):
                return _table(sheet, at, columns)
    raise TableError(TableFault.NO_HEADING)


def meaning_of(heading: str) -> Meaning | None:
    """Return what a column with this heading holds, None when the heading is not understood."""
    plain = _plain(heading)
    for meaning, whole in _HEADINGS.items():
        if plain in whole.split(","):
            return meaning
    return next((meaning for meaning, words in _INSIDE if _holds(plain, words)), None)


def kind_of(name: str) -> MissionKind:
    """Return the kind of mission that its name speaks of, an embassy where it speaks of none."""
    plain = _plain(name)
    return next((kind for kind, words in _KINDS if _holds(plain, words)), MissionKind.EMBASSY)


def short_name(name: str) -> str:
    """Return what tells a mission's name apart: without "of Viet Nam", "in", "tại", and with abbreviations in full.

    "ĐSQ Việt Nam tại Viên" and "Đại sứ quán tại Viên" give the same.
    """
    plain = f" {_plain(name)} "
    for abbreviation, whole in _IN_FULL.items():
        plain = plain.replace(f" {abbreviation} ", f" {whole} ")
    for words in _UNSAID:
        plain = plain.replace(f" {words} ", " ")
    return " ".join(plain.split())


def _holds(plain: str, words: str) -> bool:
    return any(f" {word}" in f" {plain}" if len(word) > 3 else f" {word} " in f" {plain} " for word in words.split(","))


def _columns(row: Sequence[Value]) -> dict[Meaning, int]:
    """Return where each meaning stands, the first heading of two that mean the same."""
    found: dict[Meaning, int] = {}
    for place, value in enumerate(row):
        meaning = meaning_of(value) if isinstance(value, str) else None
        if meaning is not None:
            found.setdefault(meaning, place)
    return found


def _table(sheet: Sheet, header: int, columns: Mapping[Meaning, int]) -> CoverageTable:
    below = [(number, row) for number, row in enumerate(sheet.rows[header + 1 :], header + 2) if any(map(_said, row))]
    if len(below) > ROW_LIMIT:
        raise TableError(TableFault.TOO_MANY_ROWS)
    dates = [_at(row, columns.get(one)) for _, row in below for one in (Column.FROM, Column.TO)]
    # The desk writes the day first; only dates that can't be read so say otherwise.
    order = DayOrder.MONTH_FIRST if found_order(dates) is OrderFound.MONTH_FIRST else DayOrder.DAY_FIRST
    headings = sheet.rows[header]
    return CoverageTable(
        sheet.name,
        tuple(_row(number, row, columns, order, sheet.epoch) for number, row in below),
        {meaning: _text(headings[place]) for meaning, place in columns.items()},
        tuple(_text(one) for place, one in enumerate(headings) if _said(one) and place not in columns.values()),
    )


def _row(number: int, row: Sequence[Value], columns: Mapping[Meaning, int], order: DayOrder, epoch: date) -> TableRow:
    bad: list[str] = []

    def day(meaning: Column) -> date | None:
        value = _at(row, columns.get(meaning))
        if not _said(value):
            return None
        try:
            return read_day(value, order, epoch)
        except BadDate:
            bad.append(_text(value))
            return None

    missions = [
        (role, name)
        for role in CoverageRole
        if role in columns
        for name in _names(_text(_at(row, columns[role])), several=role is CoverageRole.CONCURRENT)
    ]
    return TableRow(
        number=number,
        state=_text(_at(row, columns[Column.STATE])),
        missions=tuple(missions),
        from_on=day(Column.FROM),
        to_on=day(Column.TO),
        note=_text(_at(row, columns.get(Column.NOTE))),
        bad_date=", ".join(bad),
    )


def _names(text: str, *, several: bool) -> Iterable[str]:
    parts = re.split(r"[;\n]", text) if several else [text]
    names = (" ".join(part.split())[:_LONGEST_NAME] for part in parts)
    return (name for name in names if name.strip("-–—./ "))


def _at(row: Sequence[Value], place: int | None) -> Value:
    return row[place] if place is not None and place < len(row) else None


def _said(value: Value) -> bool:
    return bool(value.strip() if isinstance(value, str) else value is not None)


def _text(value: Value) -> str:
    if isinstance(value, datetime):
        value = value.date()
    return tidy(str(value)) if value is not None else ""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
