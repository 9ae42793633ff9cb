"""What painted widgets share: lengths that come from the font, panels and the ring that shows the focus."""

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget


def line_height(widget: QWidget) -> int:
    """Return the height of one line of the widget's text in pixels: the unit of every length here."""
    return widget.fontMetrics().height()


def length(widget: QWidget, lines: float) -> int:
    """Return that many lines of text in pixels, at least one."""
    return max(1, round(line_height(widget) * lines))


def fit(window: QWidget, wide: float, tall: float) -> None:
    """Make a dialog that many lines of text wide and tall, but no larger than its window or its screen has room for."""
    parent = window.parentWidget()
    room = window.screen().availableSize()
    if parent is not None:
        room = room.boundedTo(parent.window().size())
    window.resize(
        min(length(window, wide), room.width() * 95 // 100), min(length(window, tall), room.height() * 95 // 100)
    )


def scaled(font: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    """Return the font at another size, and with another weight if given."""
    other = QFont(font)
    if font.pointSizeF() > 0:
        other.setPointSizeF(font.pointSizeF() * factor)
    else:
        other.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if weight is not None:
        other.setWeight(weight)
    return other


def paint_panel(painter: QPainter, rect: QRectF, fill: str, edge: str = "", radius: float = 6.0) -> None:
    """Paint a rounded panel, with a one-pixel edge if a colour is given for it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5) if edge else rect
    radius = min(radius, inner.height() / 2, inner.width() / 2)
    painter.drawRoundedRect(inner, radius, radius)
    painter.restore()


def paint_focus(painter: QPainter, rect: QRectF, colour: str, radius: float = 6.0, gap: str = "") -> None:
    """Paint the ring of the focus just inside the rectangle; `gap` is the colour of a thin line inside the ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    if gap:
        painter.setPen(QPen(QColor(gap), 1))
        painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), radius - 1, radius - 1)
    painter.restore()


def paint_chevron(painter: QPainter, centre: QPointF, size: float, colour: str) -> None:
    """Paint the small arrow that says that a list opens."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), max(1.4, size / 5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    half = size / 2
    painter.drawPolyline(
        [centre + QPointF(-half, -half / 2), centre + QPointF(0, half / 2), centre + QPointF(half, -half / 2)]
    )
    painter.restore()


def elided(metrics: QFontMetrics, text: str, width: float) -> str:
    """Return the text, cut with an ellipsis where it does not fit the width in pixels."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(width)))


def wrapped(metrics: QFontMetrics, text: str, width: float, most: int) -> list[str]:
    """Return the text in at most that many lines that fit the width, the last one cut with an ellipsis."""
    lines: list[str] = []
    words = re.split(r"[^\S\N{NO-BREAK SPACE}]+", text.strip()) if text.strip() else []
    while words and len(lines) < most - 1:
        line = words.pop(0)
        # Advances are rounded to whole pixels, and what is a part of one too wide would lose its last word.
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") < int(width):
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    if words:
        lines.append(" ".join(words))
    return [elided(metrics, line, width) for line in lines]
