"""The line under the countries that offers all delegations that attended the event, in one go."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hanoi_desk.ui.widgets import KeyHint, length, make_link


class Attended(QWidget):
    """One button; there is nothing to see where nobody is left to be added."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attended")
        self.offered: tuple[str, ...] = ()
        self.button = make_link(QPushButton())
        self.button.setObjectName("add_attended")
        self.button.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(length(self, 0.4))
        row.addWidget(self.button)
        row.addWidget(KeyHint("Alt A"))
        row.addStretch(1)
        self.hide()

    def offer(self, participants: Sequence[str]) -> None:
        """Offer these participants instead."""
        self.offered = tuple(participants)
        self.retranslate()
        self.setVisible(bool(self.offered))

    def retranslate(self) -> None:
        """Put the words on the button."""
        self.button.setText(self.tr("+ all that attended: %n more delegation(s)", "", len(self.offered)))
