"""A table model over the store that holds a window of identifiers and a few pages of rows, however long the list is."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hanoi_desk.store import Query, Store
from hanoi_desk.ui.colours import Tone

Index = QModelIndex | QPersistentModelIndex

#: Rows made at once, and how many such pages are kept.
PAGE = 16
_KEPT = 64
#: Identifiers asked for at once.
_WINDOW = 480

#: What the table paints: the Cell itself.
CELL = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words, and how they look; a tone makes it a pill.

    `value` is what a spreadsheet gets in place of the words: a number, or a day that the words do not give whole.
    """

    text: str = ""
    tone: Tone | None = None
    strong: bool = False
    muted: bool = False
    value: date | int | None = None


Row = tuple[Cell, ...]


class Ids(Protocol):
    """The identifiers of a list in order, all at hand or asked for when they are needed."""

    def __len__(self) -> int: ...

    def window(self, start: int, count: int) -> Sequence[str]:
        """Return up to `count` identifiers from a place on."""

    def place(self, record_id: str) -> int | None:
        """Return where an identifier stands, None when it is not in the list."""


class Listed:
    """Identifiers that are all at hand: those of a filtered or computed list."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = list(ids)

    def __len__(self) -> int:
        return len(self._ids)

    def window(self, start: int, count: int) -> Sequence[str]:
        """Return up to `count` identifiers from a place on."""
        return self._ids[start : start + count]

    def place(self, record_id: str) -> int | None:
        """Return where an identifier stands, None when it is not in the list."""
        return self._ids.index(record_id) if record_id in self._ids else None


class Asked:
    """Identifiers asked for a window at a time, for a whole table in the order of one indexed field.

    With the index of that order each window takes a few milliseconds at 100,000 records, the last as the first.
    """

    def __init__(self, store: Store, query: Query) -> None:
        """`query` is ordered by one field and has no limit."""
        if not isinstance(query.order_by, str):
            raise TypeError("a list read in windows is ordered by one field")
        self._store = store
        self._query = query
        self._count = store.count(query)
        self._windows: OrderedDict[int, list[str]] = OrderedDict()

    def __len__(self) -> int:
        return self._count

    def window(self, start: int, count: int) -> Sequence[str]:
        """Return up to `count` identifiers from a place on."""
        found: list[str] = []
        while len(found) < count and start + len(found) < self._count:
            number, offset = divmod(start + len(found), _WINDOW)
            piece = self._piece(number)[offset : offset + count - len(found)]
            if not piece:
                break
            found += piece
        return found

    def place(self, record_id: str) -> int | None:
        """Return where an identifier stands: after those with a greater or smaller value, and among its equals."""
        record = self._store.get(self._query.kind, record_id)
        if record is None:
            return None
        field = str(self._query.order_by)
        if field == "title":
            return self._sought(record_id)
        value = getattr(record, field)
        before, equal = (field, ">" if self._query.descending else "<", value), (field, "=", value)
        where = self._query.where
        equals = self._store.ids(replace(self._query, where=(*where, equal)))
        if record_id not in equals:
            return None
        return self._store.count(replace(self._query, where=(*where, before))) + equals.index(record_id)

    def _sought(self, record_id: str) -> int | None:
        ids = self._store.ids(self._query)
        return ids.index(record_id) if record_id in ids else None

    def _piece(self, number: int) -> list[str]:
        if number not in self._windows:
            asked = replace(self._query, limit=_WINDOW, offset=number * _WINDOW)
            self._windows[number] = self._store.ids(asked)
            while len(self._windows) > _KEPT:
                self._windows.popitem(last=False)
        self._windows.move_to_end(number)
        return self._windows[number]


class RecordModel(QAbstractTableModel):
    """Rows of cells for identifiers; a page of rows is made when one of them is first looked at."""

    def __init__(self, rows: Callable[[Sequence[str]], Sequence[Row]], parent: QObject | None = None) -> None:
        """`rows` makes the rows of some identifiers, in their order."""
        super().__init__(parent)
        self._make = rows
        self._headings: tuple[str, ...] = ()
        #: The column that is read first, and with it the whole row aloud.
        self.first = 0
        self._ids: Ids = Listed(())
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def show(self, headings: Sequence[str], ids: Ids) -> None:
        """Show other records, or the same ones made anew."""
        self.beginResetModel()
        self._headings = tuple(headings)
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    @property
    def ids(self) -> Ids:
        """The identifiers of the records that are shown."""
        return self._ids

    def id_at(self, row: int) -> str:
        """Return the identifier of a row, empty when there is no such row."""
        found = self._ids.window(row, 1) if 0 <= row < len(self._ids) else ()
        return found[0] if found else ""

    def row_of(self, record_id: str) -> int | None:
        """Return the row of a record, None when it is not in the list."""
        return self._ids.place(record_id) if record_id else None

    # What follows are the questions that Qt asks of a model.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole and across and 0 <= section < len(self._headings):
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            CELL,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        row = self._row(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == self.first:
            return ", ".join(cell.text for cell in row if cell.text)
        cell = row[index.column()] if index.column() < len(row) else Cell()
        return cell if role == CELL else cell.text

    def _row(self, row: int) -> Row:
        page, place = divmod(row, PAGE)
        if page not in self._pages:
            ids = self._ids.window(page * PAGE, PAGE)
            self._pages[page] = list(self._make(ids))
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        rows = self._pages[page]
        return rows[place] if place < len(rows) else ()
