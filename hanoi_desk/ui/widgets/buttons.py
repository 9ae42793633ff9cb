"""Buttons in the roles of the window: one red one, quiet ones, and ones that name their key."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets.heard import HeardToggle
from hanoi_desk.ui.widgets.labels import set_role
from hanoi_desk.ui.widgets.painting import length, paint_panel, scaled


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Let Return press the button of a window that has the cursor, as Space does; False for any other key or place.

    Qt leaves Return to the default button of a dialog, and here few dialogs have one, so that Return in a field never
    saves or erases.
    """
    focused = window.focusWidget()
    is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
    bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not (is_return and bare and isinstance(focused, QPushButton) and focused.isEnabled()):
        return False
    focused.click()
    return True


def make_primary(button: QPushButton) -> QPushButton:
    """Make it the one red button of its screen."""
    set_role(button, "primary")
    return button


def make_small(button: QPushButton) -> QPushButton:
    """Make it a small button inside a card."""
    set_role(button, "small")
    return button


def make_link(button: QPushButton, *, quiet: bool = False) -> QPushButton:
    """Make it look like a link; quiet is the grey "See all" at the right of a card's title."""
    set_role(button, "quiet_link" if quiet else "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


class Toggle(QPushButton):
    """A filter or a mark that is on or off, as a small round button."""

    heard = HeardToggle

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "facet")
        self.setCheckable(True)


class ActionButton(QPushButton):
    """A button that names its key in a small box at the right, as in "Log outreach [Ctrl L]"."""

    def __init__(self, text: str, keys: str = "", parent: QWidget | None = None, *, primary: bool = False) -> None:
        """`keys` is shown only: give the button or its action the shortcut itself."""
        super().__init__(text, parent)
        self._keys = keys
        if primary:
            make_primary(self)

    @property
    def keys(self) -> str:
        """The name of the key as shown."""
        return self._keys

    def set_keys(self, keys: str) -> None:
        """Name another key, or none."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def _hint_size(self) -> QSize:
        if not self._keys:
            return QSize(0, 0)
        metrics = self.fontMetrics()
        wide = round(metrics.horizontalAdvance(self._keys) * 0.8)
        return QSize(wide + 2 * length(self, 0.3), round(metrics.height() * 0.92))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint + QSize(self._hint_size().width() + length(self, 0.35), 0) if self._keys else hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._keys:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        colours = shown_colours()
        primary = self.property("role") == "primary" and self.isEnabled()
        ink = colours.primary.text if primary else (colours.text if self.isEnabled() else colours.muted)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        metrics, hint, gap = self.fontMetrics(), self._hint_size(), length(self, 0.35)
        width = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        left = (self.width() - width - gap - hint.width()) // 2
        painter.setPen(QColor(ink))
        painter.drawText(QRect(left, 0, width + 2, self.height()), flags, self.text())
        box = QRect(left + width + gap, (self.height() - hint.height()) // 2, hint.width(), hint.height())
        fill = colours.primary_hovered if primary else colours.surface
        paint_panel(painter, QRectF(box), fill, colours.primary.text if primary else colours.edge, 4)
        painter.setFont(scaled(self.font(), 0.8))
        painter.setPen(QColor(ink if primary else colours.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys)
