"""The page before a desk that is closed: its passphrase, asked for as often as it takes."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.errors import sentences
from hanoi_desk.language import Language
from hanoi_desk.ui.safekeeping.busy import BusyLine
from hanoi_desk.ui.widgets import Card, FormRow, TextLabel, length, make_link, make_primary, put_in_the_middle

#: After so many wrong passphrases each further try waits, one second at first and then twice as long, up to a minute.
_FREE_TRIES, _LONGEST = 5, 60


class Unlock(QDialog):
    """Enter opens; `answered` gives the passphrase, and the page stays until the desk is open.

    While a desk is locked the page is a window of its own that Escape does not leave; closing it quits the program.
    A desk without a passphrase is opened by Enter alone: it was only hidden.
    """

    answered = Signal(str)
    cancelled = Signal()  # of what an answer began
    other_chosen = Signal()

    def __init__(
        self,
        path: Path,
        language: Language,
        parent: QWidget | None = None,
        *,
        is_locked: bool = False,
        needs_passphrase: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("unlock")
        self._language = language
        self._is_locked = is_locked
        self._needs_passphrase = needs_passphrase
        self._wrong = 0
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
        self.other_button = make_link(QPushButton(self.tr("Open another desk…")))
        self.other_button.setAutoDefault(False)
        self._row = FormRow(self.tr("&Passphrase"), self.passphrase)
        self._busy = BusyLine()
        self._waiting = QTimer(self, singleShot=True)
        self._arrange(path)
        self._connect()

    def _arrange(self, path: Path) -> None:
        column = QVBoxLayout()
        column.setSpacing(length(self, 0.8))
        column.addWidget(TextLabel(path.stem, "title", wrap=True))
        column.addWidget(TextLabel(self._sentence(), "muted", wrap=True))
        column.addWidget(self._row)
        column.addWidget(self.shown)
        column.addWidget(self._busy)
        buttons = QHBoxLayout()
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        column.addLayout(buttons)
        if not self._needs_passphrase:
            self._row.hide()
            self.shown.hide()
        if self._is_locked:
            self.other_button.hide()
        if not self._is_locked:
            self.setLayout(column)
            self.setMinimumWidth(length(self, 24))
            return
        card = Card()
        card.body.addLayout(column)
        card.setMinimumWidth(length(self, 22))
        card.setMaximumWidth(length(self, 32))
        put_in_the_middle(self, card)

    def _connect(self) -> None:
        self.open_button.setDefault(True)  # only now: it must be in the dialog
        self.open_button.clicked.connect(self._answer)
        self.other_button.clicked.connect(self.other_chosen)
        self.shown.toggled.connect(self._show_letters)
        self._busy.cancelled.connect(self._cancel)
        self._waiting.timeout.connect(lambda: self._let_type(True))

    def _sentence(self) -> str:
        if not self._is_locked:
            return sentences("needs_passphrase", self._language).happened
        if self._needs_passphrase:
            return self.tr("The desk is locked. What you were writing is kept.")
        return self.tr("The desk is hidden. It has no passphrase: whoever sits here can open it.")

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being tried."""
        return not self._busy.isHidden()

    def set_busy(self, busy: bool) -> None:
        """Say that the passphrase is tried, and take no other meanwhile; Cancel and Escape leave that."""
        self._row.show_problem("")
        self._let_type(not busy)
        self._busy.say(self.tr("The passphrase is tried…") if busy else "")
        self._fit()

    def say_wrong(self) -> None:
        """Say that the passphrase opens nothing, and let it be typed again, later each time."""
        self._wrong += 1
        self._row.show_problem(sentences("wrong_passphrase", self._language).line)
        self._fit()
        self.passphrase.selectAll()
        if self._wrong >= _FREE_TRIES:
            self._let_type(False)
            self._waiting.start(1000 * min(_LONGEST, 2 ** (self._wrong - _FREE_TRIES)))
        else:
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what is tried; a locked desk is not left by a key."""
        if self.is_busy and event.key() == Qt.Key.Key_Escape:
            self._cancel()
            return
        if self._is_locked and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave without opening."""
        self.passphrase.clear()
        super().closeEvent(event)

    def _let_type(self, may: bool) -> None:
        self.passphrase.setEnabled(may)
        self.open_button.setEnabled(may)
        if may:
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Be as tall as the words ask for; the page of a locked desk fills a window already."""
        if not self._is_locked:
            self.adjustSize()

    def _cancel(self) -> None:
        self.set_busy(False)
        self.cancelled.emit()

    def _answer(self) -> None:
        if self.is_busy:
            return
        if self.passphrase.text() or not self._needs_passphrase:
            self.answered.emit(self.passphrase.text())

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)
