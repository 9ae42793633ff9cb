"""The table of a list page: rows of two lines, painted from cells, and columns that make way when there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.listings import Column
from hanoi_desk.ui.lists.layout import Layout, keys_of
from hanoi_desk.ui.record_model import CELL, Cell, Index, RecordModel
from hanoi_desk.ui.widgets import length, plain
from hanoi_desk.ui.widgets.painting import elided, line_height, paint_panel, scaled, wrapped

_ROW = 2.9  # height of a row in heights of a line of text
_LINES = 2

#: Milliseconds after the last pixel by which a column was moved or drawn wider before all are arranged again.
_REST = 250


class _Cells(QStyledItemDelegate):
    """Paints a cell: up to two lines of text, or a pill."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        cell = index.data(CELL)
        if not isinstance(cell, Cell) or not isinstance(view, RecordTable):
            return
        colours, rect = shown_colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selected))
        elif index.row() == view.pointed:
            painter.fillRect(rect, QColor(colours.hovered))
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.row() == view.currentIndex().row() and view.hasFocus():
            _paint_ring(painter, rect, colours.focus, view.edges(index.column()))
        line = line_height(view)
        inner = rect.adjusted(round(line * 0.35), round(line * 0.3), -round(line * 0.25), -round(line * 0.25))
        if cell.tone is not None and cell.text:
            _paint_pill(painter, inner, cell, view.font())
        else:
            weight = QFont.Weight.DemiBold if cell.strong else QFont.Weight.Normal
            painter.setFont(scaled(view.font(), 1.0, weight))
            painter.setPen(QColor(colours.muted if cell.muted else colours.text))
            _paint_lines(painter, inner, cell.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 0)  # the table gives every row and column its size


def _paint_lines(painter: QPainter, rect: QRect, text: str) -> None:
    metrics = painter.fontMetrics()
    lines = wrapped(metrics, text, rect.width(), _LINES)
    y = rect.top()
    for line in lines:
        painter.drawText(QRect(rect.left(), y, rect.width(), metrics.height()), Qt.AlignmentFlag.AlignVCenter, line)
        y += metrics.lineSpacing()


def _paint_pill(painter: QPainter, rect: QRect, cell: Cell, font: QFont) -> None:
    assert cell.tone is not None
    pair = shown_colours().tones[cell.tone]
    painter.setFont(scaled(font, 0.85, QFont.Weight.Medium))
    metrics = painter.fontMetrics()
    side, around = round(metrics.height() * 0.55), round(metrics.height() * 0.12)
    lines = wrapped(metrics, cell.text, rect.width() - 2 * side, _LINES)
    wide = min(rect.width(), max(metrics.horizontalAdvance(line) for line in lines) + 2 * side)
    tall = metrics.lineSpacing() * len(lines) + 2 * around
    panel = QRectF(rect.left(), rect.top(), wide, tall)
    paint_panel(painter, panel, pair.ground, "", metrics.height() * 0.6)
    painter.setPen(QColor(pair.text))
    for number, line in enumerate(lines):
        y = rect.top() + around + number * metrics.lineSpacing()
        place = QRect(rect.left() + side, y, wide - 2 * side + 2, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, elided(metrics, line, wide))


def _paint_ring(painter: QPainter, rect: QRect, colour: str, edges: tuple[bool, bool]) -> None:
    painter.save()
    painter.setPen(QPen(QColor(colour), 2))
    painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
    painter.drawLine(rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1)
    if edges[0]:
        painter.drawLine(rect.left() + 1, rect.top(), rect.left() + 1, rect.bottom())
    if edges[1]:
        painter.drawLine(rect.right() - 1, rect.top(), rect.right() - 1, rect.bottom())
    painter.restore()


class RecordTable(QTableView):
    """Up and Down choose a record, Enter or a double click opens it, a click on a heading sorts.

    A heading is dragged to another place, its edge to another width; `laid_out` then gives the new layout.
    """

    chosen = Signal(str)
    opened = Signal(str)
    sort_asked = Signal(str, bool)
    laid_out = Signal(object)  # Layout
    columns_asked = Signal()

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pointed = -1
        self._columns: tuple[Column, ...] = ()
        self._layout = Layout()
        self._shown: list[int] = []
        self._arranging = False
        self._drawn: dict[int, int] = {}  # columns that were just drawn to another width, in pixels
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._take_layout)
        self._setting = False
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setProperty("role", "plain")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(1)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        header.sectionMoved.connect(self._note_move)
        header.sectionResized.connect(self._note_width)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask_for_columns)
        self.clicked.connect(self._click)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def set_columns(self, columns: Sequence[Column], layout: Layout | None = None) -> None:
        """Give the columns their places and widths."""
        self._columns = tuple(columns)
        self._layout = layout or self._layout
        self._arrange()

    @property
    def places(self) -> list[int]:
        """Which columns were chosen, in their order, also those that there is no room for."""
        return self._layout.places(self._columns)

    def show_sort(self, sort: str, descending: bool) -> None:
        """Show in the heading by what the rows are sorted."""
        header = self.horizontalHeader()
        place = next((n for n, column in enumerate(self._columns) if sort and column.sort == sort), None)
        header.setSortIndicatorShown(place is not None)
        if place is not None:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(place, order)

    @property
    def current(self) -> str:
        """The identifier of the chosen record, empty when there is none."""
        return self._model.id_at(self.currentIndex().row())

    def choose(self, record_id: str, *, quietly: bool = False) -> bool:
        """Choose a record and bring it into sight; False when it is not in the list."""
        row = self._model.row_of(record_id)
        if row is None:
            return False
        self.choose_row(row, quietly=quietly)
        return True

    def choose_row(self, row: int, *, quietly: bool = False) -> None:
        """Choose a row, the last one when there are fewer; quietly sends no signal."""
        index = self._model.index(min(row, self._model.rowCount() - 1), self._shown[0] if self._shown else 0)
        self._setting = quietly
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self._setting = False
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go some rows down or up."""
        if self._model.rowCount():
            self.choose_row(max(0, self.currentIndex().row() + by))

    def edges(self, column: int) -> tuple[bool, bool]:
        """Return whether a column is the first and whether it is the last that is shown."""
        shown = self._shown or [0]
        return column == shown[0], column == shown[-1]

    # ---- inside ----

    def _arrange(self) -> None:
        """Lay the columns out in the room there is; a bar that comes or goes with that changes the room once more."""
        if self._arranging:
            return
        for _ in range(2):
            room = self.viewport().width()
            self._arranging = True
            self._fill(room)
            self._arranging = False
            if self.viewport().width() == room:
                break

    def _fill(self, room: int) -> None:
        self.verticalHeader().setDefaultSectionSize(length(self, _ROW))
        keys, widths = keys_of(self._columns), self._layout.widths
        least = [length(self, widths.get(key, c.width)) for key, c in zip(keys, self._columns, strict=True)]
        shown = list(self.places)
        for place in self._dispensable():
            if sum(least[n] for n in shown) <= room:
                break
            shown.remove(place)
        spare = max(0, room - sum(least[n] for n in shown))
        share = {n: 0 if keys[n] in widths else self._columns[n].share for n in shown}
        if shown and not any(share.values()):
            share[shown[-1]] = 1
        shares = sum(share.values()) or 1
        header = self.horizontalHeader()
        for at, place in enumerate([*shown, *(n for n in range(len(self._columns)) if n not in shown)]):
            header.moveSection(header.visualIndex(place), at)
            self.setColumnHidden(place, place not in shown)
            if place in shown:
                self.setColumnWidth(place, least[place] + spare * share[place] // shares)
        self._shown = shown
        self._model.first = shown[0] if shown else 0

    def _dispensable(self) -> list[int]:
        """Return the columns that may go where there is no room, the first to go first; one always stays."""
        places = self.places
        if self._layout.shown:
            return places[:0:-1]  # who chose the order put what matters first
        return sorted((n for n in places if self._columns[n].rank), key=lambda n: -self._columns[n].rank)

    def _note_move(self, place: int, before: int, after: int) -> None:
        if not self._arranging:
            self._rest.start()

    def _note_width(self, place: int, before: int, after: int) -> None:
        if not self._arranging and place < len(self._columns) and after:
            self._drawn[place] = after
            self._rest.start()

    def _take_layout(self) -> None:
        """Keep what was dragged, and tell of it."""
        header, keys = self.horizontalHeader(), keys_of(self._columns)
        layout = self._layout
        for place, width in self._drawn.items():
            layout = layout.with_width(keys[place], width / length(self, 1))
        self._drawn.clear()
        seen = sorted(self._shown, key=header.visualIndex)
        unseen = [place for place in self.places if place not in seen]
        if seen != self._shown:
            layout = layout.in_order(self._columns, [*seen, *unseen])
        self._layout = layout
        self._arrange()
        self.laid_out.emit(layout)

    def _ask_for_columns(self, at: QPoint) -> None:
        self.columns_asked.emit()

    def _sort(self, place: int) -> None:
        column = self._columns[place]
        if column.sort:
            header = self.horizontalHeader()
            again = header.isSortIndicatorShown() and header.sortIndicatorSection() == place
            down = again and header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            self.sort_asked.emit(column.sort, down)

    def _click(self, index: Index) -> None:
        self.chosen.emit(self._model.id_at(index.row()))

    def _tell(self, current: Index) -> None:
        if not self._setting and current.isValid():
            self.chosen.emit(self._model.id_at(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        top = self.visualRect(self.currentIndex()).top()
        if event.size().height() < event.oldSize().height() and 0 <= top < event.oldSize().height():
            self.scrollTo(self.currentIndex())  # what was in sight stays there in less room

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._columns:
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current:
                self.opened.emit(self.current)
        elif event.key() == Qt.Key.Key_Home:
            self.choose_row(0)
        elif event.key() == Qt.Key.Key_End:
            self.choose_row(self._model.rowCount() - 1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # rows are chosen, not cells
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid() and self.current:
            self.opened.emit(self.current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def _point(self, row: int) -> None:
        if row != self.pointed:
            self.pointed = row
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())  # type: ignore[attr-defined]
            if index.isValid():
                QToolTip.showText(event.globalPos(), plain(str(index.data() or "")), self)  # type: ignore[attr-defined]
                return True
        return super().viewportEvent(event)
