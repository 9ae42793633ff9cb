"""The strip that says what has just happened, with the way back."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets.buttons import make_small
from hanoi_desk.ui.widgets.labels import TextLabel
from hanoi_desk.ui.widgets.painting import length, paint_panel


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say the words without moving the focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class StatusStrip(QFrame):
    """One message at a time; it stays until the next one, its button or its cross, so nobody has to hurry."""

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self._words = TextLabel("", wrap=True)
        self.button = make_small(QPushButton())
        self._cross = QToolButton()
        self._cross.setText("×")
        self._cross.setProperty("role", "cross")
        row = QHBoxLayout(self)
        side = length(self, 0.6)
        row.setContentsMargins(side, length(self, 0.35), length(self, 0.3), length(self, 0.35))
        row.setSpacing(side)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        row.addWidget(self._cross)
        self.button.clicked.connect(self._act)
        self._cross.clicked.connect(self.close_message)
        self._name()
        self.hide()

    def say(self, words: str, action: str = "", *, tone: Tone = Tone.NEUTRAL) -> None:
        """Show a sentence, and a button such as "Undo" if there is something to do about it."""
        self._tone = tone
        self._words.setText(words)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.show()
        self.update()
        announce(self, words)

    @property
    def words(self) -> str:
        """What it says now, empty when it is closed."""
        return "" if self.isHidden() else self._words.text()

    def close_message(self) -> None:
        """Take the message away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _act(self) -> None:
        self.hide()
        self.acted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self._cross.setAccessibleName(self.tr("Close this message"))
        self._cross.setToolTip(self.tr("Close this message"))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = shown_colours()
        pair = colours.tones[self._tone]
        paint_panel(QPainter(self), QRectF(self.rect()), pair.ground, "", length(self, 0.4))
        palette = self._words.palette()
        if palette.color(self._words.foregroundRole()).name() != pair.text:
            palette.setColor(self._words.foregroundRole(), pair.text)
            self._words.setPalette(palette)
