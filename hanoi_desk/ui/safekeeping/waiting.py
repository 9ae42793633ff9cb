"""What stands in the place of the window while the desk is closed and worked on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from hanoi_desk.ui.widgets import Card, TextLabel, length, put_in_the_middle


class Waiting(QWidget):
    """Says what is done; it cannot be closed until that has ended, since a cut would cost the work."""

    def __init__(self, sentence: str, beneath: QWidget) -> None:
        super().__init__()
        self.setObjectName("waiting")
        self.setWindowTitle("Hanoi Desk")
        self._has_ended = False
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(sentence)
        card = Card()
        card.body.addWidget(TextLabel(sentence, "heading", wrap=True))
        card.body.addWidget(bar)
        card.setMinimumWidth(length(self, 22))
        card.setMaximumWidth(length(self, 36))
        put_in_the_middle(self, card)
        self.setGeometry(beneath.geometry())

    def finish(self) -> None:
        """Go: the work has ended."""
        self._has_ended = True
        self.close()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key leaves."""
        event.setAccepted(event.key() == Qt.Key.Key_Escape)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until the work has ended."""
        event.setAccepted(self._has_ended)
