"""The foot of the builder: how far the document is, and the ways in which it leaves the program."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.ui.detail.parts import flow
from hanoi_desk.ui.widgets import ActionButton, Card, TextLabel, length, make_small


class PackFoot(QWidget):
    """Nothing here makes or writes; `confirmed` follows the tick under a paper that is handed over."""

    confirmed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = TextLabel("", "strong", wrap=True)
        self.state.setObjectName("making_state")
        self.count = TextLabel("", "muted")
        self.count.setObjectName("making_count")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.cancel_button = make_small(QPushButton())
        self.cancel_button.setObjectName("cancel_making")
        self.read_whole = QCheckBox()
        self.read_whole.setObjectName("read_whole")
        self.print_button = ActionButton("", "Ctrl P", primary=True)
        self.print_button.setObjectName("print")
        self.save_button = QPushButton()
        self.save_button.setObjectName("save_pdf")
        self.freeze_button = QPushButton()
        self.freeze_button.setObjectName("save_edition")
        self.word_button = QPushButton()
        self.word_button.setObjectName("word_copy")
        self._is_low = self._asks = False
        card = self._card = Card()
        line = QHBoxLayout()
        line.addWidget(self.state, 1)
        line.addWidget(self.count)
        progress = QHBoxLayout()
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.cancel_button)
        self._progress = QWidget()
        self._progress.setLayout(progress)
        progress.setContentsMargins(0, 0, 0, 0)
        card.body.addLayout(line)
        card.body.addWidget(self._progress)
        card.body.addWidget(self.read_whole)
        self._buttons = flow(self.print_button, self.save_button, self.freeze_button, self.word_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.6))
        column.addWidget(card)
        column.addWidget(self._buttons)
        self.read_whole.toggled.connect(self.confirmed)
        self.show_rest("")

    def retranslate(self) -> None:
        """Put the words on the buttons."""
        self.cancel_button.setText(self.tr("Cancel"))
        self.read_whole.setText(self.tr("I have read the whole text"))
        self.print_button.setText(self.tr("Print…"))
        self.save_button.setText(self.tr("Save PDF…"))
        self.save_button.setToolTip("Ctrl+S")
        self.freeze_button.setText(self.tr("Save as edition"))
        self.word_button.setText(self.tr("Word copy…"))

    def show_progress(self, share: float, state: str, count: str) -> None:
        """Show that a document is being made, as far as it is."""
        self.state.setText(state)
        self.count.setText(count)
        self.bar.setValue(round(share * 1000))
        self.bar.setAccessibleName(state)
        self._progress.show()
        self._share_room()

    def show_rest(self, state: str, count: str = "") -> None:
        """Show that nothing is being made."""
        self.state.setText(state)
        self.count.setText(count)
        self._progress.hide()
        self._share_room()

    def allow(self, *, handing: bool, freezing: bool) -> None:
        """Let the document be handed out, and kept as an edition, or not."""
        self.print_button.setEnabled(handing)
        self.save_button.setEnabled(handing)
        self.word_button.setEnabled(handing)
        self.freeze_button.setEnabled(handing and freezing)

    def show_tick(self, shown: bool, ticked: bool) -> None:
        """Ask for the whole text to be read, or not; no signal."""
        with QSignalBlocker(self.read_whole):
            self.read_whole.setChecked(ticked)
        self._asks = shown
        self._share_room()

    def set_low(self, low: bool) -> None:
        """Take little room: what is said at rest stands in the preview too."""
        self._is_low = low
        self._share_room()

    def _share_room(self) -> None:
        is_making, low = not self._progress.isHidden(), self._is_low
        self.state.setHidden(low)
        self.count.setHidden(low)
        self.read_whole.setVisible(self._asks and not (low and is_making))
        self._card.setHidden(low and not is_making and not self._asks)
        self._buttons.setHidden(low and is_making)  # nothing can be handed out meanwhile
