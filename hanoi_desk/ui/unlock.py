"""The page before an encrypted desk: its passphrase, asked for as often as it takes."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.language import Language, word
from hanoi_desk.ui.widgets import FormRow, TextLabel, length, make_link, make_primary


class Unlock(QDialog):
    """Enter opens; `answered` gives the passphrase, and the dialog stays until the desk is open."""

    answered = Signal(str)
    other_chosen = Signal()

    def __init__(self, path: Path, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unlock")
        self._language = language
        self.setWindowTitle(f"{path.stem} - Hanoi Desk")
        self.passphrase = QLineEdit()
        self.passphrase.setObjectName("passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.shown = QCheckBox(self.tr("&Show what I type"))
        self.open_button = make_primary(QPushButton(self.tr("&Open")))
        self.open_button.setObjectName("open")
        self.open_button.setDefault(True)
        self.other_button = make_link(QPushButton(self.tr("Open another desk…")))
        self._row = FormRow(self.tr("&Passphrase"), self.passphrase)
        column = QVBoxLayout(self)
        column.setSpacing(length(self, 0.8))
        column.addWidget(TextLabel(path.stem, "title", wrap=True))
        column.addWidget(TextLabel(word("error.needs_passphrase", language), "muted", wrap=True))
        column.addWidget(self._row)
        column.addWidget(self.shown)
        buttons = QHBoxLayout()
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        column.addLayout(buttons)
        self.setMinimumWidth(length(self, 24))
        self.open_button.clicked.connect(self._answer)
        self.other_button.clicked.connect(self.other_chosen)
        self.shown.toggled.connect(self._show_letters)

    def say_wrong(self) -> None:
        """Say that the passphrase opens nothing, and let it be typed again."""
        what, to_do = (word(f"error.wrong_passphrase{part}", self._language) for part in ("", ".do"))
        self._row.show_problem(f"{what} {to_do}")
        self.passphrase.selectAll()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        if self.passphrase.text():
            self.answered.emit(self.passphrase.text())

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)
