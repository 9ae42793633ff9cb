"""A sheet as plain values: its rows, the cells that were left empty, and the fonts that tell of an old encoding."""

from dataclasses import dataclass, field
from datetime import date

from hanoi_desk.workbook.errors import CellFault, CellNote, WorkbookError, WorkbookFault

#: What a cell holds; a datetime is a date too.
Value = str | int | float | bool | date | None
Row = tuple[Value, ...]

#: The most that is read of one file.
ROW_LIMIT = 200_000
COLUMN_LIMIT = 256
CELL_LIMIT = 4_000_000
#: The longest text of a cell, in bytes of UTF-8, so that it fits a field of a record.
FIELD_LIMIT = 60_000

#: How a date is counted where Excel keeps it as a number: the day before its day 1, leap day of 1900 and all.
EPOCH_1900 = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows` from the top, each cut after its last value; `fonts` by row and column, old ones only."""

    name: str
    rows: tuple[Row, ...]
    notes: tuple[CellNote, ...] = ()
    fonts: dict[tuple[int, int], str] = field(default_factory=dict)
    epoch: date = EPOCH_1900
    hidden: bool = False

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max(map(len, self.rows), default=0)


class SheetBuilder:
    """Takes rows one after another and refuses what is beyond the limits."""

    def __init__(self, name: str, *, spent: int = 0) -> None:
        self.name = name
        self.rows: list[Row] = []
        self.notes: list[CellNote] = []
        self.fonts: dict[tuple[int, int], str] = {}
        self.cells = spent

    def note(self, column: int, fault: CellFault, shown: str = "") -> None:
        """Say of a cell of the row that comes next that it was left empty."""
        self.notes.append(CellNote(len(self.rows), column, fault, shown))

    def add(self, values: list[Value]) -> None:
        """Take a row.

        :raises WorkbookError: when it is one too many, or too wide.
        """
        while values and values[-1] is None:
            values.pop()
        if len(values) > COLUMN_LIMIT:
            raise WorkbookError(WorkbookFault.TOO_MANY_COLUMNS, limit=COLUMN_LIMIT)
        if values and len(self.rows) >= ROW_LIMIT:
            raise WorkbookError(WorkbookFault.TOO_MANY_ROWS, limit=ROW_LIMIT)
        self.cells += len(values)
        if self.cells > CELL_LIMIT:
            raise WorkbookError(WorkbookFault.TOO_MANY_CELLS, limit=CELL_LIMIT)
        if values or len(self.rows) < ROW_LIMIT:
            self.rows.append(tuple(values))

    def text(self, column: int, text: str) -> str | None:
        """Return the text of a cell, or None with a note where it cannot be kept."""
        if not text.strip():
            return None
        if "\0" in text:
            self.note(column, CellFault.NUL)
        elif len(text) > FIELD_LIMIT or len(text.encode("utf-8", "replace")) > FIELD_LIMIT:
            self.note(column, CellFault.TOO_LONG, text[:40])
        else:
            return text
        return None

    def done(self, epoch: date = EPOCH_1900, *, hidden: bool = False) -> Sheet:
        """Return the sheet, without the empty rows at its end."""
        while self.rows and not self.rows[-1]:
            self.rows.pop()
        return Sheet(self.name, tuple(self.rows), tuple(self.notes), self.fonts, epoch, hidden)
