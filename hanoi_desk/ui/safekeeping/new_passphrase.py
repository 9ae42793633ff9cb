"""Asks for a new passphrase: six words that the program proposes, or one of one's own, typed twice."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.desk.keys import SHORTEST, is_long_enough
from hanoi_desk.language import Language
from hanoi_desk.passphrases import bits, propose
from hanoi_desk.ui.widgets import FormRow, TextLabel, length

PROPOSED, OWN, NONE = "proposed", "own", "none"


class NewPassphrase(QWidget):
    """`answer()` gives the passphrase, or says beside the field what is missing.

    `may_be_none` offers to do without one, after a plain warning that is to be ticked.
    """

    changed = Signal()

    def __init__(
        self, language: Language, *, may_be_none: bool = False, begins: str = PROPOSED, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._list = language.value if language in (Language.VI, Language.EN) else Language.EN.value
        self.kinds = {kind: QRadioButton() for kind in (PROPOSED, OWN, *((NONE,) if may_be_none else ()))}
        self._group = QButtonGroup(self)
        for kind, button in self.kinds.items():
            button.setObjectName(f"passphrase_{kind}")
            self._group.addButton(button)
        self.kinds[begins].setChecked(True)
        self.words = QLineEdit()
        self.words.setObjectName("proposed_words")
        self.words.setReadOnly(True)
        self.other_words = QPushButton()
        self.other_words.setObjectName("other_words")
        self.other_list = QPushButton()
        self.other_list.setObjectName("other_list")
        self.strength = TextLabel("", "caption", wrap=True)
        self.noted = QCheckBox()
        self.noted.setObjectName("words_noted")
        self.first, self.second = _hidden_line("own_passphrase"), _hidden_line("own_again")
        self.shown = QCheckBox()
        self.warning = TextLabel("", "problem", wrap=True)
        self.accepted = QCheckBox()
        self.accepted.setObjectName("no_passphrase_accepted")
        self._words_row = FormRow("", self.words)
        self._first_row, self._second_row = FormRow("", self.first), FormRow("", self.second)
        self._problem = TextLabel("", "problem", wrap=True)
        self._problem.hide()
        self._parts: dict[str, QWidget] = {}
        self._arrange()
        self._connect()
        self.retranslate()
        self._propose()
        self._show_kind()

    @property
    def kind(self) -> str:
        """What was chosen: PROPOSED, OWN or NONE."""
        chosen: str = next(kind for kind, button in self.kinds.items() if button.isChecked())
        return chosen

    def answer(self) -> str | None:
        """Return the passphrase, empty for none; None when something is missing, which is then said."""
        for row in (self._first_row, self._second_row):
            row.show_problem("")
        self._tell("")
        if self.kind == PROPOSED:
            if not self.noted.isChecked():
                self._tell(self.tr("Note the six words first: nobody can give them to you again."))
                return None
            return self.words.text()
        if self.kind == NONE:
            if not self.accepted.isChecked():
                self._tell(self.tr("Tick that you have read this, or choose a passphrase."))
                return None
            return ""
        if not is_long_enough(self.first.text()):
            self._first_row.show_problem(self.tr("At least {n} letters, please.").format(n=SHORTEST))
            return None
        if self.first.text() != self.second.text():
            self._second_row.show_problem(self.tr("The two are not the same."))
            return None
        return self.first.text()

    def take_focus(self) -> None:
        """Put the cursor on what is still to be done."""
        wanted = {PROPOSED: self.noted, NONE: self.accepted}.get(self.kind, self.first)
        if self.kind == OWN and is_long_enough(self.first.text()):
            wanted = self.second
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_list(self, language: str) -> None:
        """Propose words of another language."""
        self._list = language
        self._propose()
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words on everything."""
        names = {
            PROPOSED: self.tr("Six words that are easy to keep in mind"),
            OWN: self.tr("A passphrase of my own"),
            NONE: self.tr("Without a passphrase"),
        }
        for kind, button in self.kinds.items():
            button.setText(names[kind])
        self._words_row.set_label(self.tr("The passphrase"))
        self.other_words.setText(self.tr("Other words"))
        is_vi = self._list == Language.VI.value
        self.other_list.setText(self.tr("English words") if is_vi else self.tr("Vietnamese words"))
        self.strength.setText(
            self.tr("Drawn by chance from a list: {bits} bits, too many for anybody to guess.").format(
                bits=int(bits(self._list))
            )
        )
        self.noted.setText(self.tr("I have noted these words in a safe place"))
        self._first_row.set_label(self.tr("Passphrase, at least {n} letters").format(n=SHORTEST))
        self._second_row.set_label(self.tr("The same once more"))
        self.shown.setText(self.tr("Show what I type"))
        self.warning.setText(
            self.tr(
                "Whoever has this computer, the file or a backup of it can then read every record; on Windows so can"
                " the other users of the computer, where the file lies outside your own folders."
                " You can choose a passphrase later, on the page Safekeeping."
            )
        )
        self.accepted.setText(self.tr("I have read this and go on without a passphrase"))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language when the program does."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.4))
        buttons = QHBoxLayout()
        buttons.addWidget(self.other_words)
        buttons.addWidget(self.other_list)
        buttons.addStretch(1)
        inside: dict[str, tuple[QWidget | QHBoxLayout, ...]] = {
            PROPOSED: (self._words_row, buttons, self.strength, self.noted),
            OWN: (self._first_row, self._second_row, self.shown),
            NONE: (self.warning, self.accepted),
        }
        for kind, button in self.kinds.items():
            column.addWidget(button)
            part = self._parts[kind] = QWidget()
            rows = QVBoxLayout(part)
            rows.setContentsMargins(length(self, 1.4), 0, 0, length(self, 0.3))
            for one in inside[kind]:
                if isinstance(one, QWidget):
                    rows.addWidget(one)
                else:
                    rows.addLayout(one)
            column.addWidget(part)
        column.addWidget(self._problem)

    def _connect(self) -> None:
        self._group.buttonToggled.connect(lambda *_: self._show_kind())
        self.other_words.clicked.connect(self._propose)
        self.other_list.clicked.connect(
            lambda: self.choose_list(Language.EN.value if self._list == Language.VI.value else Language.VI.value)
        )
        self.shown.toggled.connect(self._show_letters)

    def _propose(self) -> None:
        self.words.setText(propose(self._list))
        self.words.setCursorPosition(0)
        self.noted.setChecked(False)

    def _show_kind(self) -> None:
        for kind, part in self._parts.items():
            part.setVisible(kind == self.kind)
        self._tell("")
        self.changed.emit()

    def _show_letters(self, shown: bool) -> None:
        for line in (self.first, self.second):
            line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


def _hidden_line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
