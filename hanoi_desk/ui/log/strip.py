"""The strip that offers a draft again: take it up, forget it, or write on and leave it where it is."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets import TextLabel, announce, length, make_small
from hanoi_desk.ui.widgets.painting import paint_panel


class DraftStrip(QFrame):
    """One sentence and two buttons."""

    resumed = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel("", wrap=True)
        self.resume = make_small(QPushButton())
        self.discard = make_small(QPushButton())
        self.resume.setObjectName("resume_draft")
        self.discard.setObjectName("discard_offered_draft")
        row = QHBoxLayout(self)
        side = length(self, 0.6)
        row.setContentsMargins(side, length(self, 0.3), length(self, 0.4), length(self, 0.3))
        row.setSpacing(length(self, 0.4))
        row.addWidget(self._words, 1)
        row.addWidget(self.resume)
        row.addWidget(self.discard)
        self.resume.clicked.connect(self.resumed)
        self.discard.clicked.connect(self.discarded)
        self.hide()

    @property
    def words(self) -> str:
        """What it says, empty when there is no draft to take up."""
        return "" if self.isHidden() else self._words.text()

    def offer(self, sentence: str) -> None:
        """Show the sentence, or nothing."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def retranslate(self) -> None:
        """Put the words on the buttons."""
        self.resume.setText(self.tr("Res&ume"))
        self.discard.setText(self.tr("Discard"))

    def paintEvent(self, event: QPaintEvent) -> None:
        pair = shown_colours().tones[Tone.BLUE]
        paint_panel(QPainter(self), QRectF(self.rect()), pair.ground, "", length(self, 0.4))
        palette = self._words.palette()
        if palette.color(self._words.foregroundRole()).name() != pair.text:
            palette.setColor(self._words.foregroundRole(), pair.text)
            self._words.setPalette(palette)
