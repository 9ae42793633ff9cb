"""Turns tables into the bytes of a spreadsheet, row by row, so that a long one takes little room."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from pathlib import Path
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from hanoi_desk.files import replace_file
from hanoi_desk.sheets.harmless import harmless, is_computed
from hanoi_desk.sheets.packing import begin_rows, give_up, packed
from hanoi_desk.sheets.values import Sheet, Stopped, Value

#: Is told after every so many rows how many are written; True stops.
Watch = Callable[[int], bool]
_EVERY = 500

#: Widths in letters: of the narrowest and the widest column, and how many rows they are taken from.
_NARROWEST, _WIDEST, _LOOKED_AT = 9, 60, 200
_LONGEST_TITLE = 31
_LONGEST_CELL = 32_767
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_NO_LETTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DATE = "dd/mm/yyyy"
_A4 = 9  # as the format numbers papers
_LINE = 90  # letters of a note that stand on a sheet of paper, however narrow its table is


def write_sheets(path: Path, sheets: Sequence[Sheet], watch: Watch | None = None) -> None:
    """Write tables as the ending of the path says: .csv takes one, anything else is .xlsx.

    A file that stood there is replaced wholly or left as it was.
    :raises OSError: where it cannot be written.
    :raises Stopped: when `watch` said so.
    """
    replace_file(path, sheet_bytes(sheets, path.suffix.lower(), watch))


def sheet_bytes(sheets: Sequence[Sheet], ending: str, watch: Watch | None = None) -> bytes:
    """Return the file that `write_sheets` writes."""
    if ending == ".csv":
        if len(sheets) != 1:
            raise ValueError("a csv file holds one table")
        return _csv(sheets[0], watch)
    return _xlsx(sheets, watch)


def _csv(sheet: Sheet, watch: Watch | None) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(sheet.marking)])
    writer.writerow([harmless(_clean(heading)) for heading in sheet.headings])
    for row in _watched(sheet, watch):
        writer.writerow([_csv_cell(value) for value in row])
    for note in sheet.notes:
        writer.writerow([harmless(_clean(note))])
    return text.getvalue().encode("utf-8-sig")


def _csv_cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return harmless(_clean(value)) if isinstance(value, str) else value


def _xlsx(sheets: Sequence[Sheet], watch: Watch | None) -> bytes:
    book = Workbook(write_only=True)
    try:
        for number, sheet in enumerate(sheets, 1):
            _fill(book.create_sheet(_title(sheet.title) or str(number)), sheet, watch)
        return packed(book)
    except BaseException:
        give_up(book)
        raise


def _fill(page: Any, sheet: Sheet, watch: Watch | None) -> None:
    rows = _watched(sheet, watch)
    first = list(islice(rows, _LOOKED_AT))
    widths = _widths(sheet.headings, first)
    for number, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = "A3"
    page.print_title_rows = "1:2"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToHeight = 0  # as many sheets as it takes, each as wide as the table
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.oddHeader.center.text = sheet.marking.replace("&", "&&")
    begin_rows(page)
    cells = _Cells(page)
    page.append([cells.strong(sheet.marking)])
    page.append([cells.heading(heading) for heading in sheet.headings])
    for row in chain(first, rows):
        page.append([cells.of(value) for value in row])
    if sheet.notes:
        page.append([])
    for line in (line for note in sheet.notes for line in wrap(note, max(_LINE, sum(widths)))):
        page.append([cells.of(line)])


class _Cells:
    """Cells with a look of their own, each made once and given another value for each row."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._day = WriteOnlyCell(page)
        self._day.number_format = _DATE
        self._quoted = WriteOnlyCell(page)
        self._quoted.quotePrefix = True

    def of(self, value: Value) -> Any:
        """Return what is appended for a value; text that would be computed is text for good, also when it is edited."""
        if isinstance(value, date):
            return self._styled(self._day, value)
        if not isinstance(value, str):
            return value
        text = _clean(value)[:_LONGEST_CELL]
        return _as_text(WriteOnlyCell(self._page), text, self._quoted) if is_computed(text) else text or None

    def strong(self, text: str) -> Any:
        """Return bold words."""
        cell = _as_text(WriteOnlyCell(self._page), _clean(text))
        cell.font = Font(bold=True)
        return cell

    def heading(self, text: str) -> Any:
        """Return the heading of a column."""
        cell = self.strong(text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        return cell

    def _styled(self, like: Any, value: Value) -> Any:
        cell = WriteOnlyCell(self._page, value)
        cell._style = like._style
        return cell


def _as_text(cell: Any, text: str, like: Any = None) -> Any:
    cell.value = text
    cell.data_type = "s"
    if like is not None:
        cell._style = like._style
    return cell


def _watched(sheet: Sheet, watch: Watch | None) -> Iterator[tuple[Value, ...]]:
    for number, row in enumerate(sheet.rows):
        if watch is not None and number % _EVERY == 0 and watch(number):
            raise Stopped
        yield row


def _widths(headings: Sequence[str], rows: Sequence[tuple[Value, ...]]) -> list[int]:
    found = [len(heading) for heading in headings]
    for row in rows:
        for number, value in enumerate(row[: len(found)]):
            # Of a long text with line breaks the longest line counts.
            longest = 10 if isinstance(value, date) else max(map(len, str(value or "").split("\n")))
            found[number] = max(found[number], longest)
    return [min(_WIDEST, max(_NARROWEST, width + 2)) for width in found]


def _title(title: str) -> str:
    words = " ".join(_NOT_IN_TITLES.sub(" ", title).split())
    if len(words) > _LONGEST_TITLE:
        whole = words[:_LONGEST_TITLE].rsplit(" ", 1)[0]  # Excel takes no more; a word is not cut in two
        words = whole if len(whole) > _LONGEST_TITLE // 2 else words
    return words[:_LONGEST_TITLE].strip("'")


def _clean(text: str) -> str:
    return _NO_LETTERS.sub("", unicodedata.normalize("NFC", text))
