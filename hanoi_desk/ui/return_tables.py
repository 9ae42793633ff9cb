"""The tables of the return on the screen: every number that counts something opens the list of what it counts."""

from collections.abc import Sequence
from datetime import date
from heapq import nlargest
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QSizePolicy, QTableView, QWidget

from hanoi_desk.briefing import ReturnCell, ReturnTable
from hanoi_desk.language import Language, number, short_date
from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets import Card, TextLabel, length, plain

Index = QModelIndex | QPersistentModelIndex

#: No more rows of one table are drawn on the screen: a window is no document.
MOST_ROWS = 200
#: Among so many of the longest cells of a column is the widest.
_LONGEST = 5


class _Model(QAbstractTableModel):
    """The rows of a table, the total last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = ReturnTable("", "", (), ())
        self.language = Language.EN
        self._rows: tuple[tuple[ReturnCell, ...], ...] = ()
        self._sides: tuple[Qt.AlignmentFlag, ...] = ()

    def show_table(self, table: ReturnTable, language: Language) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table, self.language = table, language
        self._rows = tuple(table.rows[:MOST_ROWS])
        self._sides = tuple(_side(self._rows, column) for column in range(len(table.headings)))
        self.endResetModel()

    def longest(self, column: int) -> list[int]:
        """Return the rows with the longest words of a column: the widest cell is among them."""
        lengths = [len(said(row[column], self.language)) for row in self._rows]
        found = nlargest(_LONGEST, range(len(lengths)), lengths.__getitem__)
        # Bold letters are wider: the total may be the widest with fewer of them.
        return [*found, len(lengths)] if self.table.total is not None else found

    def cell(self, index: Index) -> ReturnCell:
        """Return a cell."""
        row = self._rows[index.row()] if index.row() < len(self._rows) else self.table.total
        assert row is not None
        return row[index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows) + (self.table.total is not None)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, and how it looks."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return said(cell, self.language)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(said(cell, self.language))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.table.headings[index.column()]}: {said(cell, self.language)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | self._sides[index.column()])
        if role == Qt.ItemDataRole.ForegroundRole and cell.ids:
            return QColor(shown_colours().link)
        if role == Qt.ItemDataRole.FontRole and index.row() == len(self._rows):
            font = QFont(QApplication.font())
            font.setBold(True)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | self._sides[section])
        return self.table.headings[section] if role == Qt.ItemDataRole.DisplayRole else None


def _side(rows: Sequence[tuple[ReturnCell, ...]], column: int) -> Qt.AlignmentFlag:
    numbers = any(isinstance(row[column].value, int) for row in rows)
    return Qt.AlignmentFlag.AlignRight if numbers else Qt.AlignmentFlag.AlignLeft


def said(cell: ReturnCell, language: Language) -> str:
    """Return what a cell says in a language."""
    if isinstance(cell.value, date):
        return short_date(cell.value)
    return number(cell.value, language) if isinstance(cell.value, int | float) else cell.value or ""


class _View(QTableView):
    """As tall as its rows. The arrows go from cell to cell, Enter or a click opens what a number counts."""

    opened = Signal(object)  # ReturnCell

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = _Model(self)
        self._widths: list[int] = []  # that the columns would have if there were room without end
        self.setModel(self.cells)
        self.setProperty("role", "plain")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(lambda index: self._open(index))

    def show_table(self, table: ReturnTable, language: Language) -> None:
        """Show another table, and take the room of its rows."""
        self.verticalHeader().setDefaultSectionSize(length(self, 1.75))
        self.cells.show_table(table, language)
        self.setAccessibleName(table.title)
        self._widths = [self._width(column) for column in range(self.cells.columnCount())]
        self._fit()

    def _width(self, column: int) -> int:
        cells = (self.cells.index(row, column) for row in self.cells.longest(column))
        widest = max((self.sizeHintForIndex(cell).width() for cell in cells), default=0)
        return max(widest, self.horizontalHeader().sectionSizeHint(column)) + length(self, 0.5)

    def _fit(self) -> None:
        header = self.horizontalHeader()
        if not self._widths:
            return
        room = self.viewport().width()
        cap = _cap(self._widths, room, length(self, 6))
        widths = [min(width, cap) for width in self._widths]
        if sum(widths) > room:  # then one scrolls sideways anyway, and may as well read whole words
            widths = [min(width, room * 2 // 3) for width in self._widths]
        widths[0] += max(0, room - sum(widths))
        spare = self.viewport().width() - sum(widths)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        bar = self.horizontalScrollBar().sizeHint().height() if spare < 0 else 0
        rows = self.cells.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(header.sizeHint().height() + rows + bar + 2 * self.frameWidth())

    def _open(self, index: Index) -> None:
        if index.isValid() and self.cells.cell(index).ids:
            self.opened.emit(self.cells.cell(index))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first column what is left."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what the current number counts."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be opened."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        link = index.isValid() and bool(self.cells.cell(index).ids)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: Any) -> None:
        """Let the page scroll."""
        event.ignore()


def _cap(widths: Sequence[int], room: int, least: int) -> int:
    """Return how wide the widest columns may be for all to fit; the narrow ones are left as they are."""
    cap = max(widths)
    while sum(min(width, cap) for width in widths) > room and cap > least:
        cap -= 1
    return cap


class ReturnCard(Card):
    """One table of the return with its rule; `opened` gives the cell that was chosen and the title of the table."""

    opened = Signal(object, str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view = _View()
        self.view.setObjectName(key)
        self.nothing = TextLabel("", "muted")
        self.rule = TextLabel("", "caption", wrap=True)
        self._words = ""
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.view)
        self.body.addWidget(self.rule)
        self.body.addStretch(1)
        self.view.opened.connect(self._tell)

    def show_table(self, table: ReturnTable, language: Language, nothing: str) -> None:
        """Show a table, or that there is nothing in it."""
        self._words = table.title
        self.set_title(table.title)
        self.view.show_table(table, language)
        self.view.setVisible(bool(table.rows))
        self.nothing.setText(nothing)
        self.nothing.setVisible(not table.rows)
        left_out = len(table.rows) - MOST_ROWS
        more = self.tr("%n more row(s) stand in the document and in the spreadsheet.", "", left_out)
        said_below = " ".join(filter(None, (more if left_out > 0 else "", table.rule)))
        self.rule.setText(said_below)
        self.rule.setVisible(bool(said_below))

    def _tell(self, cell: ReturnCell) -> None:
        index = self.view.currentIndex()
        line = said(self.view.cells.cell(index.siblingAtColumn(0)), self.view.cells.language)
        heading = self.view.cells.table.headings[index.column()] if index.column() else ""
        self.opened.emit(cell, " · ".join(filter(None, (self._words, line, heading))))
