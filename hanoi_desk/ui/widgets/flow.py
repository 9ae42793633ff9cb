"""Layouts that set things beside each other and go to a new line when the width is used up."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QWidget


class _Items(QLayout):
    """Holds the items in order, as every layout must."""

    def __init__(self, parent: QWidget | None, spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A page asks for each height a hundred times before it is laid out.
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was worked out for other items."""
        super().invalidate()
        self._heights.clear()

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height of the items in a rectangle; move them into it if asked to."""
        raise NotImplementedError

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


class EvenLayout(_Items):
    """Cards or fields of equal width, as many beside each other as fit, and of equal height in a row."""

    def __init__(self, least_lines: float, parent: QWidget | None = None, *, spacing: int = 12) -> None:
        """`least_lines` is the least width of one, in heights of a line of text, so that large text means fewer."""
        super().__init__(parent, spacing)
        self._least_lines = least_lines

    def _least(self) -> int:
        owner = self.parentWidget()
        metrics = owner.fontMetrics() if owner else QFontMetrics(QApplication.font())
        return round(metrics.height() * self._least_lines)

    def _columns(self, width: int) -> int:
        fit = (width + self.spacing()) // (self._least() + self.spacing())
        count = max(1, len(self._shown()))
        rows = -(-count // max(1, fit))
        return -(-count // rows)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        count = max(1, len(self._shown()))
        wide = count * self._least() + (count - 1) * self.spacing()
        return self._with_margins(QSize(wide, self.heightForWidth(wide)))

    def minimumSize(self) -> QSize:
        least = max((min(item.minimumSize().width(), self._least()) for item in self._shown()), default=0)
        return self._with_margins(QSize(least, 0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        items, columns = self._shown(), self._columns(inner.width())
        wide = (inner.width() - (columns - 1) * self.spacing()) // columns
        y = inner.y()
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            tall = max(
                item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height() for item in row
            )
            if move:
                for place, item in enumerate(row):
                    item.setGeometry(QRect(inner.x() + place * (wide + self.spacing()), y, wide, tall))
            y += tall + (self.spacing() if start + columns < len(items) else 0)
        return y - rect.y() + margins.bottom()


class FlowLayout(_Items):
    """Chips and pills in lines, as words in a paragraph; the last one may fill the rest of its line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4, stretch_last: bool = False) -> None:
        super().__init__(parent, spacing)
        self._stretch_last = stretch_last

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put the widget before the one at that place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def clear(self) -> None:
        """Remove every widget and let it go."""
        while item := self.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line, which is what it would like best."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return self._with_margins(QSize(width, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint().expandedTo(item.minimumSize())
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if lines and used + self.spacing() + size.width() <= width:
                lines[-1].append((item, size))
                used += self.spacing() + size.width()
            else:
                lines.append([(item, size)])
                used = size.width()
        return lines

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        y = inner.y()
        lines = self._lines(inner.width())
        for number, line in enumerate(lines):
            tall = max(size.height() for _, size in line)
            x = inner.x()
            for item, size in line:
                if self._stretch_last and number == len(lines) - 1 and item is line[-1][0]:
                    size.setWidth(inner.right() + 1 - x)
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += tall + (self.spacing() if number < len(lines) - 1 else 0)
        return y - rect.y() + margins.bottom()
