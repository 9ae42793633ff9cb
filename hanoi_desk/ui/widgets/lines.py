"""One-line fields that know when an input method is composing, so that nothing acts in the middle of a letter."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hanoi_desk.ui.widgets.labels import KeyHint
from hanoi_desk.ui.widgets.painting import length


class Line(QLineEdit):
    """A line of text; `typed` follows each change by the user, but never while a letter is being composed."""

    typed = Signal(str)

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(placeholder)
        self._composing = False
        self._waiting = False
        self.textEdited.connect(self._pass_on)

    def show_text(self, text: str) -> None:
        """Hold another text, and show its beginning where all of it has no room."""
        self.setText(text)
        self.setCursorPosition(0)

    @property
    def composing(self) -> bool:
        """Whether an input method holds letters that are not yet part of the text."""
        return self._composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Nobody may change the text before the whole event has been taken in.
        self._composing = True
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())
        if self._waiting and not self._composing:
            self._pass_on()

    def _pass_on(self) -> None:
        self._waiting = self._composing
        if not self._composing:
            self.typed.emit(self.text())


class SearchBox(Line):
    """The search box of the header, with the key that leads to it in a small box at the right."""

    left = Signal()  # Escape in an empty box
    stepped = Signal(int)  # Down or Up: +1 or -1
    entered = Signal()

    def __init__(self, placeholder: str = "", keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", placeholder, parent)
        self.setProperty("role", "search")
        self.setAccessibleName(placeholder)
        self._hint = KeyHint(keys, self)
        self._hint.setVisible(bool(keys))

    def set_words(self, placeholder: str, keys: str = "") -> None:
        """Change what it says while it is empty, and the key it names."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._hint.setText(keys)
        self._hint.setVisible(bool(keys))
        self._place_hint()

    def sizeHint(self) -> QSize:
        return QSize(length(self, 24), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    def event(self, event: QEvent) -> bool:
        """Find the place of the small box anew when it has taken another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_hint()
        return super().event(event)

    def _place_hint(self) -> None:
        size, gap = self._hint.sizeHint(), length(self, 0.4)
        top = (self.height() - size.height()) // 2
        self._hint.setGeometry(QRect(self.width() - size.width() - gap - 2, top, size.width(), size.height()))
        self.setTextMargins(0, 0, size.width() + gap if not self._hint.isHidden() else 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.composing or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self.typed.emit("")
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
