"""Small pictures of numbers: a bar of segments and a row of spark bars, each with its meaning in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hanoi_desk.ui.colours import TileState, shown_colours
from hanoi_desk.ui.widgets.labels import set_tip
from hanoi_desk.ui.widgets.painting import length, paint_panel
from hanoi_desk.values import Value, frozen


@frozen
class Segment(Value):
    """A part of the whole, in the colour of a state."""

    amount: int
    state: TileState = TileState.SIGNED


class SegmentBar(QWidget):
    """A bar that shows parts of a whole, e.g. deposited and promised out of 40."""

    def __init__(
        self, segments: Sequence[Segment] = (), whole: int = 1, words: str = "", parent: QWidget | None = None
    ):
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_segments(segments, whole, words)

    def show_segments(self, segments: Sequence[Segment], whole: int, words: str) -> None:
        """Show these parts of the whole; `words` say the same for the tool tip and the screen reader."""
        self._segments = tuple(segments)
        self._whole = max(1, whole)
        self.setAccessibleName(words)
        set_tip(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(length(self, 8), length(self, 0.55))

    def minimumSizeHint(self) -> QSize:
        return QSize(length(self, 3), length(self, 0.55))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = shown_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(rect, QColor(colours.bar_rest))
        x = 0.0
        for segment in self._segments:
            width = min(rect.width() - x, rect.width() * max(0, segment.amount) / self._whole)
            painter.fillRect(QRectF(x, 0, width, rect.height()), QColor(colours.states[segment.state].ground))
            x += width


class SparkBars(QWidget):
    """A row of bars, oldest first, to see a trend at a glance."""

    def __init__(self, values: Sequence[int] = (), words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_values(values, words)

    def show_values(self, values: Sequence[int], words: str) -> None:
        """Show these numbers; `words` say the same for the tool tip and the screen reader."""
        self._values = tuple(values)
        self.setAccessibleName(words)
        set_tip(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(length(self, 10), length(self, 1.7))

    def minimumSizeHint(self) -> QSize:
        return QSize(length(self, 3), length(self, 1.7))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        painter = QPainter(self)
        colour = shown_colours().bar
        step = self.width() / len(self._values)
        wide, highest = step * 0.72, max(1, *self._values)
        for number, value in enumerate(self._values):
            tall = max(2.0, self.height() * value / highest)
            paint_panel(painter, QRectF(number * step, self.height() - tall, wide, tall), colour, "", 2)
