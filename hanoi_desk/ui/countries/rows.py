"""The rows of the list of countries: a name and what the board shows of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets.painting import elided, length, paint_focus, paint_panel, scaled

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One country in the list; `words` is all of it for a screen reader and the tool tip."""

    id: str
    name: str
    pill: str
    tone: Tone
    words: str


class CountryRows(QAbstractListModel):
    """The rows in the order in which they are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CountryRow, ...] = ()

    def show(self, rows: Sequence[CountryRow]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @property
    def ids(self) -> list[str]:
        """The countries shown, in order."""
        return [row.id for row in self._rows]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return row.words if role == Qt.ItemDataRole.AccessibleTextRole else None


class _Painter(QStyledItemDelegate):
    """Paints the name at the left and the pill at the right; a narrow list cuts the name, never the pill."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, QListView)
        row: CountryRow = index.data(ROW)
        colours, rect = shown_colours(), QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.selected if chosen else colours.hovered))
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        side = length(view, 0.55)
        small = scaled(view.font(), 0.85, QFont.Weight.Medium)
        metrics = QFontMetrics(small)
        tall = metrics.height() + 2 * length(view, 0.12)
        most = rect.width() * 0.55
        shown = elided(metrics, row.pill, most)
        wide = metrics.horizontalAdvance(shown) + 2 * length(view, 0.5)
        pair = colours.tones[row.tone]
        box = QRectF(rect.right() - side - wide, rect.center().y() - tall / 2, wide, tall)
        paint_panel(painter, box, pair.ground, "", tall / 2)
        painter.setFont(small)
        painter.setPen(QColor(pair.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        painter.setFont(scaled(view.font(), 1.0, QFont.Weight.DemiBold if chosen else None))
        painter.setPen(QColor(colours.text))
        name = rect.adjusted(side, 0, 0, 0)
        name.setRight(box.left() - side / 2)
        text = elided(painter.fontMetrics(), row.name, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if chosen and view.hasFocus():
            paint_focus(painter, rect, colours.focus, 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        return QSize(length(view, 6), length(view, 1.75))


class CountryRowsView(QListView):
    """The list itself: Up and Down choose, Enter opens, Up from the first row goes back to the filter."""

    opened = Signal()
    left = Signal()

    def __init__(self, rows: CountryRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setProperty("role", "plain")
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)
