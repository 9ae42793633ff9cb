"""A picture of counts by month: what is there, what would be added, and how another road went, with the line to reach.

Lines differ by their stroke and their marks as well as by colour; every number can be read with Left and Right.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hanoi_desk.ui.colours import Colours, Tone, shown_colours
from hanoi_desk.ui.widgets.heard import HeardPicture
from hanoi_desk.ui.widgets.labels import plain
from hanoi_desk.ui.widgets.painting import elided, length, paint_focus, scaled
from hanoi_desk.ui.widgets.toast import announce

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -12, Qt.Key.Key_PageDown: 12}


class TrackLook(StrEnum):
    """How a line is drawn: its stroke, its marks and its colour."""

    THERE = "there"  # solid green, round marks
    ADDED = "added"  # dashed amber, square marks
    OTHER = "other"  # dotted grey, no marks


_STROKES = {
    TrackLook.THERE: Qt.PenStyle.SolidLine,
    TrackLook.ADDED: Qt.PenStyle.DashLine,
    TrackLook.OTHER: Qt.PenStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class Track:
    """A line: its name, its numbers month by month, and the month with which they begin."""

    name: str
    look: TrackLook
    counts: tuple[int, ...]
    start: int = 0

    @property
    def end(self) -> int:
        """The month of the last number."""
        return self.start + len(self.counts) - 1

    def at(self, month: int) -> int | None:
        """Return the number of a month, None where the line is not."""
        return self.counts[month - self.start] if self.start <= month <= self.end else None


class RoadChart(QWidget):
    """Lines over the months and a line to reach; Left and Right read a month, Home and End the first and the last."""

    heard = HeardPicture

    read = Signal(str)  # the words of the month that is read, empty when none is any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tracks: tuple[Track, ...] = ()
        self._goal = 0
        self._goal_words = ""
        self._ticks: tuple[tuple[int, str], ...] = ()
        self._month_words: Callable[[int], str] = str
        self._month: int | None = None

    def show_road(
        self,
        tracks: Sequence[Track],
        goal: int,
        goal_words: str,
        ticks: Sequence[tuple[int, str]],
        month_words: Callable[[int], str],
    ) -> None:
        """Show these lines, the number to reach, and the names of some months; `month_words` tells all of a month."""
        self._tracks, self._goal, self._goal_words = tuple(tracks), goal, goal_words
        self._ticks, self._month_words, self._month = tuple(ticks), month_words, None
        self.update()

    @property
    def last(self) -> int:
        """The last month of the picture."""
        return max((track.end for track in self._tracks), default=0)

    # ---- reading ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._month if self._month is not None else self._resting
        if event.key() in _KEYS and not event.modifiers():
            self._go(at + _KEYS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if event.key() == Qt.Key.Key_Home else self.last)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._month = None
        self.read.emit("")
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            area = self._area()
            month = round((event.pos().x() - area.left()) / max(1.0, area.width()) * max(1, self.last))
            if self._tracks and 0 <= month <= self.last:
                QToolTip.showText(event.globalPos(), plain(self._month_words(month)), self)
            return True
        return super().event(event)

    @property
    def _resting(self) -> int:
        return next((track.end for track in self._tracks if track.look is TrackLook.THERE), 0)

    def _go(self, month: int) -> None:
        self._month = min(max(0, month), self.last)
        announce(self, self._month_words(self._month))
        self.read.emit(self._month_words(self._month))
        self.update()

    # ---- painting ----

    def sizeHint(self) -> QSize:
        return QSize(length(self, 14), length(self, 9.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(length(self, 10), length(self, 9.5))

    def _area(self) -> QRectF:
        around = length(self, 0.5)
        foot = length(self, 1.2)
        return QRectF(self.rect()).adjusted(around, length(self, 1.5), -length(self, 1.5), -foot)

    def _point(self, area: QRectF, month: int, count: int) -> QPointF:
        most = max([self._goal, *(max(track.counts, default=0) for track in self._tracks), 1]) * 1.06
        x = area.left() + area.width() * month / max(1, self.last)
        return QPointF(x, area.bottom() - area.height() * count / most)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, area = QPainter(self), shown_colours(), self._area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), 0.8))
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._paint_ticks(painter, area, colours)
        if self._goal:
            self._paint_goal(painter, area, colours)
        order = (TrackLook.OTHER, TrackLook.ADDED, TrackLook.THERE)
        for track in sorted(self._tracks, key=lambda track: order.index(track.look)):
            self._paint_track(painter, area, track, colours)
        if self._month is not None:
            self._paint_reading(painter, area, self._month, colours)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), colours.focus, length(self, 0.3))

    def _paint_ticks(self, painter: QPainter, area: QRectF, colours: Colours) -> None:
        painter.setPen(QColor(colours.muted))
        metrics, free = painter.fontMetrics(), float(self.rect().left())
        for month, words in self._ticks:
            x = self._point(area, month, 0).x()
            wide = metrics.horizontalAdvance(words)
            left = min(max(x - wide / 2, free), self.rect().right() - wide)
            if left < free:
                continue
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3))
            painter.drawText(QPointF(left, area.bottom() + 3 + metrics.ascent()), words)
            free = left + wide + metrics.averageCharWidth()

    def _paint_goal(self, painter: QPainter, area: QRectF, colours: Colours) -> None:
        pen = QPen(QColor(colours.problem), 1, Qt.PenStyle.DashLine)
        y = self._point(area, 0, self._goal).y()
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y), QPointF(self.rect().right(), y))
        metrics = painter.fontMetrics()  # a Vietnamese letter has its dot below the line
        above = QPointF(area.left(), y - metrics.descent() - 1)
        painter.drawText(above, elided(metrics, self._goal_words, area.width()))

    def _paint_track(self, painter: QPainter, area: QRectF, track: Track, colours: Colours) -> None:
        if not track.counts:
            return
        pen = QPen(QColor(_colour(track.look, colours)), 2)
        pen.setStyle(_STROKES[track.look])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [self._point(area, track.start + at, count) for at, count in enumerate(track.counts)]
        painter.drawPolyline(QPolygonF(points))
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        changed = [p for at, p in enumerate(points) if at and track.counts[at] != track.counts[at - 1]]
        for point in (*changed, points[-1]) if track.look is not TrackLook.OTHER else ():
            self._paint_mark(painter, point, track.look, colours)
        number = str(track.counts[-1])
        painter.drawText(points[-1] + QPointF(length(self, 0.25), -length(self, 0.2)), number)

    def _paint_mark(self, painter: QPainter, point: QPointF, look: TrackLook, colours: Colours) -> None:
        half = length(self, 0.16)
        if look is TrackLook.THERE:
            painter.setBrush(QColor(_colour(look, colours)))
            painter.drawEllipse(point, half, half)
        else:
            painter.setBrush(QColor(colours.surface))
            painter.drawRect(QRectF(point.x() - half, point.y() - half, 2 * half, 2 * half))

    def _paint_reading(self, painter: QPainter, area: QRectF, month: int, colours: Colours) -> None:
        x = self._point(area, month, 0).x()
        painter.setPen(QPen(QColor(colours.focus), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def _colour(look: TrackLook, colours: Colours) -> str:
    return {
        TrackLook.THERE: colours.tones[Tone.GREEN].text,
        TrackLook.ADDED: colours.tones[Tone.AMBER].text,
        TrackLook.OTHER: colours.muted,
    }[look]
