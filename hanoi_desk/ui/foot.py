"""The foot of the window: one sentence at a time, with a button for what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hanoi_desk.ui.widgets import StatusStrip

#: How long a sentence stands at the foot of the window, in milliseconds; Ctrl+Z undoes after that too.
_SAID = 30_000


def _nothing() -> None:
    """What a sentence without a button does."""


class Foot(QWidget):
    """A sentence goes after a while by itself, but not while somebody is on its way to the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = StatusStrip()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.strip)
        self._then: Callable[[], None] = _nothing
        self.strip.acted.connect(lambda: self._then())
        self.patience = QTimer(self, singleShot=True, interval=_SAID)
        self.patience.timeout.connect(self._hush)

    def say(self, sentence: str, button: str = "", then: Callable[[], None] = _nothing) -> None:
        """Show a sentence in the place of what stands there; `then` is done when the button is pressed."""
        self._then = then
        self.strip.say(sentence, button)
        self.patience.start()

    def say_next(self, sentence: str, button: str, then: Callable[[], None]) -> None:
        """Show a sentence once what stands there has been read."""
        if self.strip.words:
            again = self.say_next
            self.strip.closed.connect(lambda: again(sentence, button, then), Qt.ConnectionType.SingleShotConnection)
            return
        self.say(sentence, button, then)

    def _hush(self) -> None:
        window = self.window()
        if self.strip.isAncestorOf(window.focusWidget() or window):
            self.patience.start()  # somebody is on its way to the button
        else:
            self.strip.close_message()
