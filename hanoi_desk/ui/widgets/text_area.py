"""A field for notes: plain text, as tall as what is in it."""

from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class TextArea(QPlainTextEdit):
    """Grows between two heights in lines, then scrolls; Tab leaves it; `edited` follows each change by the user."""

    edited = Signal()

    def __init__(
        self, name: str, placeholder: str = "", *, least: int = 3, most: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._setting = self._composing = self._waiting = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._pass_on)

    @property
    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text; no signal."""
        self._setting = True
        self.setPlainText(text)
        self._setting = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = True
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())
        if self._waiting and not self._composing:
            self._pass_on()

    def _pass_on(self) -> None:
        self._waiting = self._composing
        if not self._setting and not self._composing:
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+Enter saves the form; it is no new line.
        keys, control = (Qt.Key.Key_Return, Qt.Key.Key_Enter), Qt.KeyboardModifier.ControlModifier
        if event.key() in keys and event.modifiers() & control:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _height(self) -> int:
        lines = min(max(self.document().size().height(), self._least), self._most)
        around = self.height() - self.viewport().height() if self.isVisible() else 2 * self.frameWidth()
        margins = 2 * self.document().documentMargin()
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as the document rounds it
        return round(lines * line + margins + max(0, around)) + 1

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _grow(self) -> None:
        self.updateGeometry()
