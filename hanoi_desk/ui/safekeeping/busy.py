"""A calm line while a key is worked out: what is done, a bar that moves, and the way to leave it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from hanoi_desk.ui.widgets import TextLabel, length


class BusyLine(QWidget):
    """Hidden while nothing is done; `cancelled` when its button is pressed."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busy")
        self.words = TextLabel("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(length(self, 5))
        self.cancel_button = QPushButton()
        self.cancel_button.setObjectName("cancel_busy")
        self.cancel_button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel_button)
        self.cancel_button.clicked.connect(self.cancelled)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show what is done; an empty sentence hides the line."""
        self.words.setText(sentence)
        self.bar.setAccessibleName(sentence)
        self.cancel_button.setText(self.tr("Cancel"))
        self.setVisible(bool(sentence))
        if sentence:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
