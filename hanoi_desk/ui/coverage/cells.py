"""A cursor over the cells of a list, and the field that opens where it stands: a table filled by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.record_table import RecordTable
from hanoi_desk.ui.widgets import ChipEdit, DateField, announce, length
from hanoi_desk.ui.widgets.painting import paint_focus

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)
#: The least width of an open field, in heights of a line of text.
_WIDTH = 15


class _Ring(QWidget):
    """Shows which cell the cursor stands on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = shown_colours()
        paint_focus(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), colours.focus, 3)


class CellField(QFrame):
    """A field over a cell; `closed` tells whether what it holds is to be kept, and how many cells to go on."""

    closed = Signal(bool, int)

    def __init__(self, field: ChipEdit | DateField, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._over = False
        self.setProperty("role", "popup")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field)
        field.line.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def close_field(self, keep: bool, on: int = 0) -> None:
        """Close once; a date that makes no sense stays open to be mended."""
        if self._over or (keep and isinstance(self.field, DateField) and not self.field.settle()):
            return
        self._over = True
        self.closed.emit(keep, on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the line has no use for comes here.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_field(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_field(False)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self.field.line.composing:
            on = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if on is not None:
                if isinstance(self.field, ChipEdit):
                    self.field.take_marked()
                self.close_field(True, on)
                return True
        return super().eventFilter(watched, event)

    def _follow(self, _: QWidget | None, new: QWidget | None) -> None:
        # A window that loses the focus to another one keeps its field open.
        if new is not None and new.window() is self.window() and not self.isAncestorOf(new):
            self.close_field(True)


class CellCursor(QObject):
    """Left and Right go among the cells, a letter or F2 opens one; Up, Down and Enter stay the table's."""

    filled = Signal(str, int, object)  # the record, the column, and the field that holds what was typed

    def __init__(self, table: RecordTable, columns: Callable[[], list[int]], open_field: Callable[..., object]) -> None:
        """`columns` gives those that may be filled, from the left; `open_field(record, column)` a field, or None."""
        super().__init__(table)
        self._table = table
        self._columns = columns
        self._make = open_field
        self._column = -1
        self._viewport = table.viewport()  # not asked of a table that is being deleted
        self._ring = _Ring(self._viewport)
        self.field: CellField | None = None
        table.installEventFilter(self)
        self._viewport.installEventFilter(self)
        table.selectionModel().currentChanged.connect(lambda *_: self._place())
        table.model().modelReset.connect(lambda: QTimer.singleShot(0, self, self._place))
        table.verticalScrollBar().valueChanged.connect(lambda _: self._place())
        table.horizontalHeader().sectionResized.connect(lambda *_: self._place())

    @property
    def column(self) -> int:
        """The column of the cursor; -1 where none can be filled."""
        columns = self._columns()
        if self._column not in columns:
            self._column = columns[0] if columns else -1
        return self._column

    def go(self, by: int) -> None:
        """Go some cells to the right or left, not beyond the row."""
        columns = self._columns()
        if columns and self.column in columns:
            self._column = columns[max(0, min(len(columns) - 1, columns.index(self.column) + by))]
            self._place()
            self._tell()

    def open(self, typed: str = "") -> None:
        """Open the field of the cell, with a letter that was typed in it."""
        record, column = self._table.current, self.column
        if not record or column < 0 or self.field is not None:
            return
        field = self._make(record, column)
        if not isinstance(field, ChipEdit | DateField):
            return
        self._table.scrollTo(self._table.currentIndex())
        self.field = CellField(field, self._table.viewport())
        self.field.setGeometry(self._field_place(field))
        field.changed.connect(lambda *_: self._grow(field))
        self.field.closed.connect(lambda keep, on: self._close(record, column, keep, on))
        self.field.show()
        self.field.raise_()
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            if isinstance(field, DateField):
                field.line.selectAll()
            field.line.insert(typed)
            field.line.typed.emit(field.line.text())
        elif isinstance(field, DateField):
            field.line.selectAll()
        self._place()

    def close(self, keep: bool = False) -> None:
        """Close the field, if one is open."""
        if self.field is not None:
            self.field.close_field(keep)

    def _close(self, record: str, column: int, keep: bool, on: int) -> None:
        frame, self.field = self.field, None
        if frame is None:
            return
        inside = QApplication.focusWidget()
        if inside is None or frame.isAncestorOf(inside):
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        frame.hide()
        frame.deleteLater()
        if keep:
            self.filled.emit(record, column, frame.field)
        if on:
            self.go(on)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._table and isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._press(event)
        if watched is self._table and kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._place)
        if watched is self._viewport:
            if kind == QEvent.Type.Resize:
                QTimer.singleShot(0, self, self._place)
            elif isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonPress:
                self._point(event)
            elif isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonDblClick and self._point(event):
                self.open()
                return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go(1 if event.key() == Qt.Key.Key_Right else -1)
            return True
        if event.text() and event.text().isprintable() and event.text() != " ":
            self.open(event.text())
            return True
        return False

    def _point(self, event: QMouseEvent) -> bool:
        column = self._table.columnAt(round(event.position().x()))
        if column not in self._columns():
            return False
        self._column = column
        QTimer.singleShot(0, self, self._place)
        return True

    def _cell(self) -> QRect:
        index = self._table.model().index(self._table.currentIndex().row(), max(0, self.column))
        return self._table.visualRect(index) if index.isValid() and self.column >= 0 else QRect()

    def _field_place(self, field: QWidget) -> QRect:
        cell, room = self._cell(), self._table.viewport().rect()
        wide = min(max(cell.width(), length(self._table, _WIDTH)), room.width())
        needed = field.heightForWidth(wide) if field.hasHeightForWidth() else field.sizeHint().height()
        tall = min(max(cell.height(), needed), room.height())
        left = max(0, min(cell.left(), room.width() - wide))
        return QRect(left, max(0, min(cell.top(), room.height() - tall)), wide, tall)

    def _grow(self, field: QWidget) -> None:
        if self.field is not None and self.field.field is field:
            self.field.setGeometry(self._field_place(field))

    def _place(self) -> None:
        cell = self._cell()
        self._ring.setGeometry(cell)
        self._ring.setVisible(not cell.isEmpty() and self._table.hasFocus() and self.field is None)
        self._ring.raise_()

    def _tell(self) -> None:
        index = self._table.model().index(self._table.currentIndex().row(), self.column)
        heading = self._table.model().headerData(self.column, Qt.Orientation.Horizontal)
        announce(self._table, self.tr("{column}: {words}").format(column=heading, words=index.data() or "–"))
