"""The board of States: a tile for every participant, all equal, in groups; colour never alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QSizePolicy, QWidget

from hanoi_desk.ui.colours import Colours, TileState, shown_colours
from hanoi_desk.ui.widgets.flow import FlowLayout
from hanoi_desk.ui.widgets.labels import TextLabel, plain
from hanoi_desk.ui.widgets.painting import elided, length, paint_focus, paint_panel, scaled
from hanoi_desk.values import Value, frozen

Index = QModelIndex | QPersistentModelIndex
_TILE = Qt.ItemDataRole.UserRole


@frozen
class Tile(Value):
    """One participant: its code (at most four letters), how it stands, and the same in words."""

    id: str
    code: str
    state: TileState
    words: str


@frozen
class TileGroup(Value):
    """A titled group with a note at the right, e.g. "19 of 54"."""

    title: str
    note: str
    tiles: tuple[Tile, ...]


@dataclass(slots=True)
class _Plan:
    """Where everything lies for one width, from the top of the content."""

    heads: list[QRect]
    tiles: list[QRect]
    starts: list[int]  # the first tile of each group
    height: int


def paint_tile(painter: QPainter, rect: QRect, code: str, state: TileState, colours: Colours, font: QFont) -> None:
    """Paint a tile: the code at the left, the letter of the state at the right; a mark alone when there is no code."""
    pair = colours.states[state]
    paint_panel(painter, QRectF(rect), pair.ground, "", max(2.0, rect.height() * 0.16))
    painter.setPen(QColor(pair.text))
    weight = QFont.Weight.Medium if state is TileState.NO_CONTACT else QFont.Weight.Bold
    if code:
        painter.setFont(scaled(font, 0.8, weight))
        side = round(rect.height() * 0.22)
        painter.drawText(rect.adjusted(side, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, code)
        painter.setFont(scaled(font, 0.68, QFont.Weight.Medium))
        small = rect.adjusted(0, 0, -side + 1, 0)
        painter.drawText(small, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, state.mark)
    else:
        painter.setFont(scaled(font, 0.72, weight))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, state.mark)


class _Swatch(QWidget):
    """A tile of the legend."""

    def __init__(self, state: TileState) -> None:
        super().__init__()
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(length(self, 0.95), length(self, 0.85))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tile(QPainter(self), self.rect(), "", self._state, shown_colours(), self.font())


class BoardLegend(QWidget):
    """What the letters and colours of the board mean, in the given words and order."""

    def __init__(self, words: Mapping[TileState, str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=length(self, 0.35))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_words(words or {})

    def show_words(self, words: Mapping[TileState, str]) -> None:
        """Show these states and their words."""
        self._flow.clear()
        for state, text in words.items():
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(length(self, 0.2))
            row.addWidget(_Swatch(state))
            row.addWidget(TextLabel(text, "caption"))
            self._flow.addWidget(pair)


class BoardOfStates(QListView):
    """One tab stop: arrows move tile by tile, Page Up and Down by group, letters find a code, Enter or a click opens.

    Screen readers meet it as a list whose items say their words.
    """

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName(name)
        self._groups: tuple[TileGroup, ...] = ()
        self._plan: _Plan | None = None
        self._widest: tuple[QFont, int] | None = None  # the widest code in a font
        self._tiles = QStandardItemModel(self)
        self.setModel(self._tiles)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(lambda index: self.opened.emit(index.data(_TILE).id))

    def show_groups(self, groups: Sequence[TileGroup]) -> None:
        """Show these groups; the tile that had the focus keeps it."""
        kept = self.current
        self._groups, self._widest = tuple(groups), None
        self._tiles.clear()
        for group in self._groups:
            for tile in group.tiles:
                item = QStandardItem(tile.code)
                item.setData(tile, _TILE)
                item.setData(tile.words, Qt.ItemDataRole.AccessibleTextRole)
                item.setData(group.title, Qt.ItemDataRole.AccessibleDescriptionRole)
                item.setToolTip(plain(tile.words))
                self._tiles.appendRow(item)
        self._plan = None
        self.choose(kept)
        self.updateGeometries()
        self.updateGeometry()
        self.viewport().update()

    @property
    def current(self) -> str:
        """The id of the tile with the focus mark, empty when there is none."""
        tile = self.currentIndex().data(_TILE) if self.currentIndex().isValid() else None
        return tile.id if isinstance(tile, Tile) else ""

    def choose(self, tile_id: str) -> None:
        """Put the focus mark on a tile, on the first one if there is no such id."""
        rows = range(self._tiles.rowCount())
        row = next((row for row in rows if self._tiles.index(row, 0).data(_TILE).id == tile_id), 0)
        self.setCurrentIndex(self._tiles.index(row, 0))

    def height_for(self, width: int) -> int:
        """Return how tall the board is at that width, so that a page may show it without scrolling."""
        return self._lay_out(width).height

    # What follows are the questions that Qt asks of a view.

    def _layout(self) -> _Plan:
        if self._plan is None:
            self._plan = self._lay_out(self.viewport().width())
        return self._plan

    def _lay_out(self, width: int) -> _Plan:
        wide = self._widest_code() + length(self, 1.0)
        tall, gap, head = length(self, 1.22), max(2, length(self, 0.15)), length(self, 1.3)
        columns = max(1, (width - 2 + gap) // (wide + gap))
        plan, y = _Plan([], [], [], 0), 0
        for group in self._groups:
            plan.heads.append(QRect(1, y, width - 2, head))
            plan.starts.append(len(plan.tiles))
            y += head
            for place in range(len(group.tiles)):
                row, column = divmod(place, columns)
                plan.tiles.append(QRect(1 + column * (wide + gap), y + row * (tall + gap), wide, tall))
            rows = -(-len(group.tiles) // columns)
            y += rows * (tall + gap) + length(self, 0.25)
        plan.height = y
        return plan

    def _widest_code(self) -> int:
        font = scaled(self.font(), 0.8, QFont.Weight.Bold)
        if self._widest is None or self._widest[0] != font:
            metrics = QFontMetrics(font)
            codes = (metrics.horizontalAdvance(tile.code) for group in self._groups for tile in group.tiles)
            self._widest = font, max(codes, default=0)
        return self._widest[1]

    def visualRect(self, index: Index) -> QRect:
        tiles = self._layout().tiles
        if not index.isValid() or index.row() >= len(tiles):
            return QRect()
        return tiles[index.row()].translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        at = point + QPoint(0, self.verticalOffset())
        for row, rect in enumerate(self._layout().tiles):
            if rect.contains(at):
                return self._tiles.index(row, 0)
        return QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect, view = self.visualRect(index), self.viewport().rect()
        bar = self.verticalScrollBar()
        if rect.top() < 0:
            # With the first row comes the title over it.
            bar.setValue(bar.value() + rect.top() - length(self, 1.3))
        elif rect.bottom() > view.bottom():
            bar.setValue(bar.value() + rect.bottom() - view.bottom() + 2)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        actions, plan = QAbstractItemView.CursorAction, self._layout()
        here, last = max(0, self.currentIndex().row()), len(plan.tiles) - 1
        if last < 0:
            return QModelIndex()
        if action in (actions.MoveLeft, actions.MovePrevious):
            here -= 1
        elif action in (actions.MoveRight, actions.MoveNext):
            here += 1
        elif action in (actions.MoveUp, actions.MoveDown):
            here = self._beside(here, down=action is actions.MoveDown)
        elif action is actions.MovePageDown:
            here = next((start for start in plan.starts if start > here), last)
        elif action is actions.MovePageUp:
            here = next((start for start in reversed(plan.starts) if start < here), 0)
        else:
            here = 0 if action is actions.MoveHome else last
        return self._tiles.index(min(max(here, 0), last), 0)

    def _beside(self, here: int, *, down: bool) -> int:
        tiles = self._layout().tiles
        at = tiles[here]
        if down:
            y = min((rect.y() for rect in tiles if rect.y() > at.y()), default=None)
        else:
            y = max((rect.y() for rect in tiles if rect.y() < at.y()), default=None)
        row = [place for place, rect in enumerate(tiles) if rect.y() == y]
        return min(row, key=lambda place: abs(tiles[place].x() - at.x()), default=here)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        view = self.viewport().height()
        bar.setRange(0, max(0, self._layout().height - view))
        bar.setPageStep(view)
        bar.setSingleStep(length(self, 1.4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._plan = None
        self.updateGeometries()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._plan = None
            self.updateGeometries()

    def sizeHint(self) -> QSize:
        wide = max(self.viewport().width(), length(self, 30))
        return QSize(wide, min(self.height_for(wide), length(self, 40)))

    def minimumSizeHint(self) -> QSize:
        return QSize(length(self, 10), length(self, 5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.current:
                self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, plan = QPainter(self.viewport()), shown_colours(), self._layout()
        painter.translate(0, -self.verticalOffset())
        shown = event.rect().translated(0, self.verticalOffset())
        strong, usual = scaled(self.font(), 0.92, QFont.Weight.DemiBold), scaled(self.font(), 0.92)
        for group, rect in zip(self._groups, plan.heads, strict=True):
            if rect.intersects(shown):
                painter.setFont(usual)
                painter.setPen(QColor(colours.muted))
                painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, group.note)
                room = rect.width() - painter.fontMetrics().horizontalAdvance(group.note) - length(self, 0.5)
                painter.setFont(strong)
                painter.setPen(QColor(colours.text))
                title = elided(painter.fontMetrics(), group.title, room)
                painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        tiles = [tile for group in self._groups for tile in group.tiles]
        for tile, rect in zip(tiles, plan.tiles, strict=True):
            if rect.intersects(shown):
                paint_tile(painter, rect, tile.code, tile.state, colours, self.font())
        here = self.currentIndex()
        if self.hasFocus() and here.isValid():
            ring = QRectF(plan.tiles[here.row()]).adjusted(-2, -2, 2, 2)
            paint_focus(painter, ring, colours.focus, 5, gap=colours.surface)
