"""The dialogs of the page: each asks for a passphrase, old or new, and gives the answers with `answered`."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.language import Language
from hanoi_desk.ui.safekeeping.new_passphrase import NewPassphrase
from hanoi_desk.ui.widgets import ComboField, FormRow, Line, TextLabel, fit, length, make_primary, scrolled


class KeyDialog(QDialog):
    """Title, explanation, rows, one button; what `answered` gives depends on what was asked for.

    It stays open until `accept`, so that a wrong answer can be mended.
    """

    answered = Signal(str, str, str, str)  # officer's identifier, name of a new one, passphrase now, new passphrase

    def __init__(
        self,
        language: Language,
        title: str,
        explained: str,
        does: str,
        parent: QWidget | None = None,
        *,
        asks_now: str = "",
        asks_new: bool = False,
        officers: Iterable[tuple[str, str]] | None = None,
    ) -> None:
        """`asks_now` is the label of the passphrase that is in force; `officers` offers people by id and name."""
        super().__init__(parent)
        self.setObjectName("key_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.now = QLineEdit()
        self.now.setObjectName("passphrase_now")
        self.now.setEchoMode(QLineEdit.EchoMode.Password)
        self.new = NewPassphrase(language) if asks_new else None
        self.officer = ComboField([*officers, ("", self.tr("A new officer"))]) if officers is not None else None
        self.name = Line()
        self.name.setObjectName("new_officer")
        self.does = make_primary(QPushButton(does))
        self.does.setObjectName("do_it")
        self.does.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self._rows: dict[str, FormRow] = {}
        self._busy = QWidget()
        self._busy_words = TextLabel("", "muted", wrap=True)
        self._arrange(title, explained, asks_now)
        self.does.clicked.connect(self._answer)
        self.cancel.clicked.connect(self.reject)
        self._show_name()

    def show_problem(self, sentence: str, row: str = "now") -> None:
        """Say what is wrong with an answer; the dialog can be used again."""
        self.set_busy("")
        if row in self._rows:
            self._rows[row].show_problem(sentence)
            self._rows[row].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, sentence: str) -> None:
        """Say what is being done, and take no answer meanwhile."""
        self._busy_words.setText(sentence)
        self._busy.setVisible(bool(sentence))
        self.does.setEnabled(not sentence)

    def _arrange(self, title: str, explained: str, asks_now: str) -> None:
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setSpacing(length(self, 0.7))
        column.addWidget(TextLabel(title, "heading", wrap=True))
        if explained:
            column.addWidget(TextLabel(explained, "muted", wrap=True))
        if self.officer is not None:
            self.officer.setObjectName("officer")
            self._add(column, "officer", self.tr("Who"), self.officer)
            self._add(column, "name", self.tr("Name of the new officer"), self.name)
            self.officer.chosen.connect(lambda _: self._show_name())
        if asks_now:
            self._add(column, "now", asks_now, self.now)
        if self.new is not None:
            column.addWidget(self.new)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(length(self, 5))
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(bar)
        row.addWidget(self._busy_words, 1)
        self._busy.hide()
        column.addWidget(self._busy)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.does)
        whole = QVBoxLayout(self)
        whole.addWidget(scrolled(inside), 1)
        whole.addLayout(foot)
        fit(self, 32, 32 if self.new is not None else 17)

    def _add(self, column: QVBoxLayout, key: str, label: str, field: QWidget) -> None:
        self._rows[key] = FormRow(label, field)
        column.addWidget(self._rows[key])

    def _show_name(self) -> None:
        if self.officer is not None:
            self._rows["name"].setVisible(not self.officer.value)

    def _answer(self) -> None:
        for row in self._rows.values():
            row.show_problem("")
        who = self.officer.value if self.officer is not None else ""
        if self.officer is not None and not who and not self.name.text().strip():
            self.show_problem(self.tr("Please give the name."), "name")
            return
        if "now" in self._rows and not self.now.text():
            self.show_problem(self.tr("Please type the passphrase."))
            return
        new = self.new.answer() if self.new is not None else ""
        if new is None and self.new is not None:
            self.new.take_focus()
        elif new is not None:
            self.answered.emit(who, self.name.text().strip(), self.now.text(), new)


def ask_key(dialog: KeyDialog, then: Callable[[str, str, str, str], None]) -> KeyDialog:
    """Open a dialog; `then` is called with its answers, as often as they are given."""
    dialog.answered.connect(then)
    dialog.open()
    return dialog
