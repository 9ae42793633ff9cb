"""Opens an officer's own workbook and gives its sheets as plain values; whatever the file is, only our error comes out.

What the file is, is told by its bytes and never by its name. No formula is computed, no macro run, no link followed.
"""

import math
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any, ParamSpec, TypeVar

from openpyxl import load_workbook

from hanoi_desk.workbook.archive import check_archive, member
from hanoi_desk.workbook.delimited import read_delimited
from hanoi_desk.workbook.errors import CellFault, CellNote, Stopped, WorkbookError, WorkbookFault
from hanoi_desk.workbook.legacy import font_encoding
from hanoi_desk.workbook.sheet import EPOCH_1900, EPOCH_1904, ROW_LIMIT, Sheet, SheetBuilder, Value

#: The largest file that is read, in bytes.
FILE_LIMIT = 64 * 2**20

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OTHERS = (
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"SQLite format",
)
_MARKUP = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|head|table|mso|workbook)", re.IGNORECASE)

# Bounded, so that a member made of the beginnings of these is gone through once.
_MERGED = re.compile(rb'<mergeCell\s[^<>]{0,200}?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_MERGED_LIMIT = 20_000
_UNCOMPUTED = re.compile(
    rb'<c\b[^<>]{0,200}?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>]{0,200}>\s{0,99}+'
    rb"<f\b(?:[^<>]{0,200}/>|[^<]*+</f>)\s{0,99}+(?:<v\s{0,99}+/>|<v>\s{0,99}+</v>)?\s{0,99}+</c>"
)
_UNCOMPUTED_LIMIT = 20_000

P = ParamSpec("P")
T = TypeVar("T")

#: The last row that a sheet of Excel can have.
_SHEET_END = 2**20

#: Called with hundredths as the reading goes on; it may raise Stopped.
Watch = Callable[[int], None]


def _unwatched(_percent: int) -> None:
    """Nobody asks how far the reading is."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets in order. `encoding` is that of a text file, empty for xlsx."""

    name: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet with this name."""
        return next((one for one in self.sheets if one.name == name), None)


def read_sheets(path: Path, watch: Watch = _unwatched) -> Book:
    """Return what a workbook holds: xlsx (xlsm and templates as data only), or a text file of , ; or tab.

    :raises WorkbookError: when it is too large, encrypted, damaged, an old .xls or no workbook at all.
    :raises OSError: when the file cannot be read.
    :raises Stopped: when the watcher does.
    """
    if not path.is_file():
        raise WorkbookError(WorkbookFault.NOT_A_FILE)
    with path.open("rb") as file:
        return read_book(file.read(FILE_LIMIT + 1), path.name, watch)


def read_book(data: bytes, name: str, watch: Watch = _unwatched) -> Book:
    """Return what the bytes of a workbook hold; `name` is that of its file.

    :raises WorkbookError: when it is too large, encrypted, damaged, an old .xls or no workbook at all.
    :raises Stopped: when the watcher does.
    """
    if len(data) > FILE_LIMIT:
        raise WorkbookError(WorkbookFault.TOO_LARGE, limit=FILE_LIMIT // 2**20)
    if not data.strip():
        raise WorkbookError(WorkbookFault.EMPTY)
    if data.startswith(_OLE):
        raise WorkbookError(_kind_of_ole(data))
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return guarded(_read_xlsx, data, name, watch)
    if data.startswith(_OTHERS) or _MARKUP.match(data):
        raise WorkbookError(WorkbookFault.NOT_A_WORKBOOK)
    sheet, encoding = guarded(read_delimited, data, PurePath(name).stem)
    if not sheet.rows:
        raise WorkbookError(WorkbookFault.EMPTY)
    return Book(name, (sheet,), encoding)


def _kind_of_ole(data: bytes) -> WorkbookFault:
    """Return what the container of older Microsoft programs holds: an encrypted new file, or an old one."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return WorkbookFault.ENCRYPTED
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return WorkbookFault.OLD_FORMAT
    return WorkbookFault.NOT_A_WORKBOOK


def guarded(read: Callable[P, T], *values: P.args, **more: P.kwargs) -> T:
    """Read, and say of whatever the readers of zip, XML and sheets stumble over that the file is damaged."""
    try:
        return read(*values, **more)
    except (WorkbookError, Stopped):
        raise
    except (Exception, RecursionError, MemoryError) as error:  # damage has no end of forms
        raise WorkbookError(WorkbookFault.DAMAGED) from error


def _read_xlsx(data: bytes, name: str, watch: Watch) -> Book:
    check_archive(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that are not read
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            sheets: list[Sheet] = []
            pages = [page for page in book.worksheets if hasattr(page, "reset_dimensions")]
            for number, page in enumerate(pages):
                spent = sum(len(row) for sheet in sheets for row in sheet.rows)
                sheets.append(read_sheet(data, page, spent, _Part(watch, number, len(pages))))
        finally:
            book.close()
    if not sheets:
        raise WorkbookError(WorkbookFault.NO_SHEET)
    if not any(sheet.rows for sheet in sheets):
        raise WorkbookError(WorkbookFault.EMPTY)
    return Book(name, tuple(sheets))


@dataclass(frozen=True, slots=True)
class _Part:
    """How far the reading of one sheet of several is, told as part of the whole."""

    watch: Watch
    number: int
    of: int

    def __call__(self, part: float) -> None:
        self.watch(int(100 * (self.number + min(part, 1)) / self.of))


def read_sheet(data: bytes, page: Any, spent: int = 0, watch: Callable[[float], None] = lambda _: None) -> Sheet:
    """Return one sheet of a spreadsheet that is open; `data` is its file, `spent` the cells of the sheets before.

    What the readers of zip and XML stumble over is not told here: see `guarded`.

    :raises WorkbookError: when there is more of it than is read.
    """
    total = max(page.max_row or 1, 1)
    page.reset_dimensions()  # what a file says of its own size is not believed
    builder = SheetBuilder(page.title, spent=spent)
    for number, cells in enumerate(page.iter_rows()):
        builder.add([_value(builder, place, cell) for place, cell in enumerate(cells)])
        if number % 2000 == 0:
            watch(number / total)
        if number > _SHEET_END:
            raise WorkbookError(WorkbookFault.TOO_MANY_ROWS, limit=ROW_LIMIT)
    source = member(data, page._worksheet_path.lstrip("/"))
    _fill_merged(builder, source)
    builder.notes += _uncomputed(builder, source)
    epoch = EPOCH_1904 if page.parent.epoch.year == 1904 else EPOCH_1900
    return builder.done(epoch, hidden=page.sheet_state != "visible")


def _value(builder: SheetBuilder, column: int, cell: Any) -> Value:
    """Return the value of a cell as text, number, truth or date; a time of day becomes its text."""
    value = cell.value
    match value:
        case None:
            return None
        case str():
            if cell.data_type == "e":
                builder.note(column, CellFault.ERROR_VALUE, value)
                return None
            if font := _old_font(value, cell):
                builder.fonts[len(builder.rows), column] = font
            return builder.text(column, value)
        case bool() | int():
            return value if abs(value) < 10**18 else str(value)
        case float():
            return _number(value)
        case datetime():
            return value.date() if value.time() == time() else value
        case date():
            return value
        case time():
            return value.isoformat("minutes")
        case timedelta():
            return str(value)
    return builder.text(column, str(value))


def _number(value: float) -> Value:
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() and abs(value) < 10**15 else value


def _old_font(text: str, cell: Any) -> str:
    """Return the font of a text if it is one of an old Vietnamese encoding and the text has letters that it turns."""
    if text.isascii():
        return ""
    name = str(getattr(cell.font, "name", "") or "")
    return name if font_encoding(name) else ""


def _fill_merged(builder: SheetBuilder, source: bytes) -> None:
    """Give each row of a merged block the value that stands at its top: it is meant for all of them."""
    for number, found in enumerate(_MERGED.finditer(source)):
        if number >= _MERGED_LIMIT:
            return
        left, top, bottom = _column(found[1]), int(found[2]) - 1, int(found[4]) - 1
        if bottom <= top or top >= len(builder.rows) or left >= len(builder.rows[top]):
            continue
        value, font = builder.rows[top][left], builder.fonts.get((top, left))
        for row in range(top + 1, min(bottom + 1, len(builder.rows))):
            held = builder.rows[row]
            if held and (len(held) <= left or held[left] is None):  # a row of nothing else stays empty
                before = (*held[:left], *[None] * (left - len(held)))
                builder.rows[row] = (*before, value, *held[left + 1 :])
                if font:
                    builder.fonts[row, left] = font


def _uncomputed(builder: SheetBuilder, source: bytes) -> Iterator[CellNote]:
    """Yield the cells whose formula no program has computed."""
    for number, found in enumerate(_UNCOMPUTED.finditer(source)):
        row, column = int(found[2]) - 1, _column(found[1])
        if number >= _UNCOMPUTED_LIMIT or row >= len(builder.rows):
            return
        yield CellNote(row, column, CellFault.NO_RESULT)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
