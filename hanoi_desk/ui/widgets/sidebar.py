"""The dark column at the left: where one is, where one can go, and what the desk says about itself."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets.heard import HeardTab, HeardTabs
from hanoi_desk.ui.widgets.labels import TextLabel, plain, set_tip
from hanoi_desk.ui.widgets.painting import elided, length, paint_focus, paint_panel, scaled
from hanoi_desk.values import Value, frozen


@frozen
class Destination(Value):
    """A place to go: `keys` is the name of its shortcut for the tool tip, `at_foot` sets it apart at the bottom."""

    key: str
    title: str
    keys: str = ""
    at_foot: bool = False


class _Entry(QAbstractButton):
    """One destination with its count."""

    heard = HeardTab

    stepped = Signal(int)  # a key of Qt.Key that moves among the entries

    def __init__(self, place: Destination) -> None:
        super().__init__()
        self.place = place
        self._count = ""
        self.setText(place.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tip(self, f"{place.title} ({place.keys})" if place.keys else "")
        self.show_count("")

    def show_count(self, count: str, rule: str = "") -> None:
        self._count = count
        self.setToolTip(plain(rule))
        self.setAccessibleDescription(rule)
        self.setAccessibleName(f"{self.place.title}, {count}" if count else self.place.title)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not passed up: the scroll area in between would scroll instead.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.stepped.emit(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """A click asks to go there; the window says where one is."""

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        badge = metrics.horizontalAdvance(self._count) + length(self, 1.6) if self._count else 0
        return QSize(metrics.horizontalAdvance(self.text()) + badge + length(self, 2.2), length(self, 2.0))

    def minimumSizeHint(self) -> QSize:
        return QSize(length(self, 5), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = shown_colours(), QPainter(self)
        rect = QRectF(self.rect())
        radius = length(self, 0.4)
        if self.isChecked() or self.underMouse():
            paint_panel(painter, rect, colours.side_current, "", radius)
        if self.isChecked():
            painter.save()
            painter.setClipRect(QRectF(0, 0, max(3, length(self, 0.18)), rect.height()))
            paint_panel(painter, rect, colours.side_mark, "", radius)
            painter.restore()
        right = self.width() - length(self, 0.6)
        small = scaled(self.font(), 0.85, QFont.Weight.Medium)
        if self._count:
            painter.setFont(small)
            metrics = painter.fontMetrics()
            wide = max(metrics.horizontalAdvance(self._count) + length(self, 0.75), length(self, 1.2))
            tall = metrics.height() + length(self, 0.1)
            badge = QRectF(right - wide, (self.height() - tall) / 2, wide, tall)
            paint_panel(painter, badge, colours.side_badge, "", tall / 2)
            painter.setPen(QColor(colours.side.text))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._count)
            right = round(badge.left()) - length(self, 0.3)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(colours.side.text))
        left = length(self, 0.65)
        shown = elided(painter.fontMetrics(), self.text(), right - left)
        painter.drawText(QRectF(left, 0, right - left + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            paint_focus(painter, rect, "#ffffff", radius)


class _Places(QWidget):
    """What holds the destinations."""

    heard = HeardTabs


class Sidebar(QFrame):
    """Tab reaches the current entry, Up, Down, Home and End move among them, Enter, Space or a click goes there."""

    chosen = Signal(str)

    def __init__(self, title: str, places: Sequence[Destination], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = TextLabel(title, "side_title", wrap=True)
        self._subtitle = TextLabel("", "side_note", wrap=True)
        self._footer = TextLabel("", "side_note", wrap=True)
        self._entries: list[_Entry] = []
        self._column = QVBoxLayout()
        self._arrange()
        self.set_places(places)

    def _arrange(self) -> None:
        inner = _Places()
        inner.setProperty("role", "side")
        area = self._area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = length(self, 0.55)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(length(self, 0.18))
        column = QVBoxLayout(inner)
        column.setContentsMargins(side, length(self, 1.1), side, length(self, 0.8))
        for label in (self._title, self._subtitle, self._footer):
            label.setContentsMargins(side, 0, side, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(length(self, 0.9))
        column.addLayout(self._column, 1)
        column.addSpacing(length(self, 0.6))
        column.addWidget(self._footer)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_places(self, places: Sequence[Destination]) -> None:
        """Show these destinations; one that was current stays so, counts are kept."""
        current = self.current
        counts = {entry.place.key: entry._count for entry in self._entries}
        had_focus = any(entry.hasFocus() for entry in self._entries)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._entries = [_Entry(place) for place in sorted(places, key=lambda place: place.at_foot)]
        stretched = False
        for entry in self._entries:
            if entry.place.at_foot and not stretched:
                self._column.addStretch(1)
                stretched = True
            self._column.addWidget(entry)
            entry.clicked.connect(lambda _=False, key=entry.place.key: self.chosen.emit(key))
            entry.stepped.connect(self._step)
            entry.show_count(counts.get(entry.place.key, ""))
        if not stretched:
            self._column.addStretch(1)
        self.set_current(current)
        if had_focus:
            self._stop().setFocus()

    def sizeHint(self) -> QSize:
        widest = max((entry.sizeHint().width() for entry in self._entries), default=0)
        return QSize(min(max(length(self, 12.4), widest + length(self, 1.2)), length(self, 16)), length(self, 30))

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Name the program and, under it, the desk's mission."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def set_footer(self, text: str) -> None:
        """Say when the desk was saved and how old the record is."""
        self._footer.setText(text)

    def set_count(self, key: str, count: str, rule: str = "") -> None:
        """Show a count, written as the language writes numbers, and say in a sentence what it counts.

        KeyError for an entry that is not there.
        """
        self._entry(key).show_count(count, rule if count else "")

    @property
    def current(self) -> str:
        """The key of the place where one is, empty at first."""
        return next((entry.place.key for entry in self._entries if entry.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Mark where one is; a key that has no entry marks none."""
        for entry in self._entries:
            entry.setChecked(entry.place.key == key)
        self._rove(self._stop())
        self._area.ensureWidgetVisible(self._stop(), 0, length(self, 0.5))

    def focus_current(self) -> None:
        """Move the focus here."""
        self._stop().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _entry(self, key: str) -> _Entry:
        for entry in self._entries:
            if entry.place.key == key:
                return entry
        raise KeyError(key)

    def _stop(self) -> _Entry:
        return next((entry for entry in self._entries if entry.isChecked()), self._entries[0])

    def _rove(self, stop: _Entry) -> None:
        for entry in self._entries:
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry is stop else Qt.FocusPolicy.ClickFocus)

    def _step(self, key: int) -> None:
        here = next((place for place, entry in enumerate(self._entries) if entry.hasFocus()), 0)
        last = len(self._entries) - 1
        places = {Qt.Key.Key_Down: here + 1, Qt.Key.Key_Up: here - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        self._move_to(places[Qt.Key(key)])

    def _move_to(self, place: int) -> None:
        entry = self._entries[min(max(place, 0), len(self._entries) - 1)]
        self._rove(entry)
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
