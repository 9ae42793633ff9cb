"""The steps on the way to deposit, and how far a State has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hanoi_desk.ui.colours import Colours, TileState, Tone, shown_colours
from hanoi_desk.ui.widgets.heard import HeardPicture
from hanoi_desk.ui.widgets.labels import plain
from hanoi_desk.ui.widgets.painting import length, paint_focus, paint_panel, scaled, wrapped
from hanoi_desk.ui.widgets.toast import announce

#: Most lines of a step's name, and of its note.
_CAPTION_LINES = 3
_NOTE_LINES = 3


class StepLook(StrEnum):
    """How a step is drawn; the shape differs as well as the colour."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    NOT_APPLICABLE = "not_applicable"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its name, its look, a date or other short note, and all of it in words for a screen reader."""

    title: str
    look: StepLook
    note: str = ""
    words: str = ""

    @property
    def in_words(self) -> str:
        """The whole step in words."""
        return self.words or ", ".join(part for part in (self.title, self.note) if part)


class Stepper(QWidget):
    """Circles on a line with captions; goes to a second line of circles where the width is short.

    Steps that may be changed are reached with Left and Right and opened by Enter, Space or a click, which `opened`
    tells; a widget without any takes no focus.
    """

    heard = HeardPicture

    opened = Signal(int)  # the place of the step

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._open_to_change: tuple[int, ...] = ()
        self._current = -1
        self._hovered = -1
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps, in order."""
        self._steps = tuple(steps)
        self.set_open(
            [place for place in self._open_to_change if place < len(self._steps)], self.accessibleDescription()
        )
        self.setAccessibleName("; ".join(step.in_words for step in self._steps))
        self.updateGeometry()
        self.update()

    def set_open(self, places: Sequence[int], how: str) -> None:
        """Let the steps at these places be changed; `how` says to a screen reader how that is done."""
        self._open_to_change = tuple(sorted(places))
        if self._current not in self._open_to_change:
            self._current = self._open_to_change[0] if self._open_to_change else -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._open_to_change else Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(bool(self._open_to_change))
        self.setAccessibleDescription(how if self._open_to_change else "")
        self.update()

    def choose(self, place: int) -> None:
        """Set the mark of the keyboard on a step that may be changed."""
        if place in self._open_to_change:
            self._current = place
            announce(self, self._steps[place].in_words)
            self.update()

    def cell(self, place: int) -> QRect:
        """Return where a step is, to open something at it."""
        return self._cell(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = self._open_to_change
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if not places or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif by:
            self.choose(places[min(max(0, places.index(self._current) + by), len(places) - 1)])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(places[0 if event.key() == Qt.Key.Key_Home else -1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and place >= 0:
            self.choose(place)
            self.opened.emit(place)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._place_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current >= 0:
            announce(self, self._steps[self._current].in_words)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def _place_at(self, point: QPoint) -> int:
        """Return the place of the step there that may be changed, -1 where there is none."""
        return next((place for place in self._open_to_change if self._cell(place).contains(point)), -1)

    def _small(self) -> QFont:
        return scaled(self.font(), 0.85)

    def _columns(self, width: int) -> int:
        most = max(1, width // length(self, 4.6))
        rows = -(-max(1, len(self._steps)) // most)
        return -(-max(1, len(self._steps)) // rows)

    def _row_heights(self, width: int) -> list[int]:
        metrics, room, columns = QFontMetrics(self._small()), self._room(width), self._columns(width)
        # Names that are known are a little heavier, and so a little wider.
        heavy = self._small()
        heavy.setWeight(QFont.Weight.Medium)
        lines = [
            len(wrapped(QFontMetrics(heavy), step.title, room, _CAPTION_LINES))
            + len(wrapped(metrics, step.note, room, _NOTE_LINES))
            for step in self._steps
        ] or [1]
        return [
            length(self, 1.15) + max(lines[first : first + columns]) * metrics.lineSpacing() + length(self, 0.35)
            for first in range(0, len(lines), columns)
        ]

    def _room(self, width: int) -> int:
        return width // self._columns(width) - length(self, 0.3)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._row_heights(width))

    def sizeHint(self) -> QSize:
        wide = max(1, len(self._steps)) * length(self, 5.5)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        # One line of circles: the layout asks again for the height at the width that it gives.
        return QSize(length(self, 10), self._row_heights(length(self, 30))[0])

    def _cell(self, place: int) -> QRect:
        columns, talls = self._columns(self.width()), self._row_heights(self.width())
        row, column = divmod(place, columns)
        wide = self.width() / columns
        return QRect(round(column * wide), sum(talls[:row]), round(wide), talls[row])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for place, step in enumerate(self._steps):
                if self._cell(place).contains(event.pos()):
                    QToolTip.showText(event.globalPos(), plain(step.in_words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), shown_colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = length(self, 0.36)
        columns = self._columns(self.width())
        for place, step in enumerate(self._steps):
            cell = self._cell(place)
            if place == self._hovered:
                paint_panel(painter, QRectF(cell).adjusted(1, 0, -1, 0), colours.hovered, "", length(self, 0.3))
            if place == self._current and self.hasFocus():
                paint_focus(painter, QRectF(cell).adjusted(1, 0, -1, 0), colours.focus, length(self, 0.3))
            centre = QPointF(cell.center().x(), cell.top() + length(self, 0.5))
            if (place + 1) % columns and place + 1 < len(self._steps):
                after = self._steps[place + 1].look
                done = step.look is StepLook.DONE and after in (StepLook.DONE, StepLook.NOW)
                painter.setPen(QPen(QColor(colours.link if done else colours.border), 2))
                end = QPointF(self._cell(place + 1).center().x() - radius - 2, centre.y())
                painter.drawLine(centre + QPointF(radius + 2, 0), end)
            _paint_circle(painter, centre, radius, step.look, colours)
            self._paint_words(painter, cell.adjusted(0, length(self, 1.15), 0, 0), step, colours)

    def _paint_words(self, painter: QPainter, rect: QRect, step: Step, colours: Colours) -> None:
        font = self._small()
        known = step.look in (StepLook.DONE, StepLook.NOW)
        font.setWeight(QFont.Weight.Medium if known else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if known else colours.muted))
        metrics, room = painter.fontMetrics(), self._room(self.width())
        for line in wrapped(metrics, step.title, room, _CAPTION_LINES):
            painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, line)
            rect.setTop(rect.top() + metrics.lineSpacing())
        painter.setPen(QColor(colours.muted))
        painter.setFont(self._small())
        for line in wrapped(painter.fontMetrics(), step.note, room, _NOTE_LINES):
            painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, line)
            rect.setTop(rect.top() + metrics.lineSpacing())


def _paint_circle(painter: QPainter, centre: QPointF, radius: float, look: StepLook, colours: Colours) -> None:
    blue, amber = colours.states[TileState.SIGNED], colours.states[TileState.PROMISED]
    fills = {StepLook.DONE: blue.ground, StepLook.NOW: colours.tones[Tone.AMBER].ground}
    edges = {StepLook.DONE: blue.ground, StepLook.NOW: amber.ground, StepLook.CLOSED: colours.problem}
    pen = QPen(QColor(edges.get(look, colours.edge)), max(1.5, radius / 3.5))
    if look is StepLook.NOT_APPLICABLE:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(QColor(fills.get(look, colours.surface)))
    painter.drawEllipse(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))
    arm = radius * 0.45
    if look is StepLook.DONE:
        painter.setPen(QPen(QColor(blue.text), max(1.3, radius / 4)))
        painter.drawPolyline(
            [centre + QPointF(-arm, 0), centre + QPointF(-arm * 0.2, arm * 0.8), centre + QPointF(arm, -arm * 0.7)]
        )
    elif look is StepLook.NOW:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(amber.ground))
        painter.drawEllipse(centre, arm, arm)
    elif look is StepLook.CLOSED:
        painter.drawLine(centre - QPointF(arm, arm), centre + QPointF(arm, arm))
        painter.drawLine(centre - QPointF(arm, -arm), centre + QPointF(arm, -arm))
    elif look is StepLook.NOT_APPLICABLE:
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
