"""Bring what has the cursor into sight where a column scrolls."""

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from hanoi_desk.ui.widgets import length


def bring_into_sight(widget: QWidget, part: QRect | None = None) -> None:
    """Scroll the area around a widget to it, or to a part of it, once everything stands where it belongs."""

    def scroll() -> None:
        step = widget.parentWidget()
        while step is not None and not isinstance(step, QScrollArea):
            step = step.parentWidget()
        if step is None or not widget.isVisible():
            return
        rect, inside = part or widget.rect(), step.widget()
        assert inside is not None
        point = widget.mapTo(inside, rect.center())
        tall = min(rect.height(), step.viewport().height()) // 2 + length(widget, 1.0)
        step.ensureVisible(point.x(), point.y(), 0, tall)

    # What was just put into a layout is shown at the next turn of the loop, and stands in its place after that.
    QTimer.singleShot(0, widget, lambda: QTimer.singleShot(0, widget, scroll))
