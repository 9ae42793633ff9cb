"""The paper for the custodian: a code that opens the desk when nobody else can, printed or written to a chosen file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.desk.keys import Slot, new_paper, put_slot
from hanoi_desk.files import replace_file
from hanoi_desk.language import long_date
from hanoi_desk.sheets import marked_name
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.safekeeping.cut_short import Begun, note_begun
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Rule, TextLabel, fit, length, make_primary


class PaperDialog(QDialog):
    """Shows the code once; nothing is written to a disk unless a place is chosen here.

    The code opens nothing before `confirmed` says that it is on paper: whatever takes the dialog away costs no paper
    that is in the safe.
    """

    confirmed = Signal()

    def __init__(self, session: Session, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.session = session
        self.setWindowTitle(self.tr("Paper for the custodian"))
        self.text = self._text(code)
        shown = TextLabel(code, "heading", wrap=True)
        shown.setObjectName("code")
        shown.setAccessibleName(self.tr("The code"))
        self.print_button = make_primary(QPushButton(self.tr("Print…")))
        self.print_button.setObjectName("print_paper")
        self.save_button = QPushButton(self.tr("Save as text…"))
        self.save_button.setObjectName("save_paper")
        self.confirm_button = QPushButton(self.tr("It is on paper: use it"))
        self.confirm_button.setObjectName("confirm_paper")
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancel_paper")
        column = QVBoxLayout(self)
        column.setSpacing(length(self, 0.7))
        column.addWidget(TextLabel(self.tr("Paper for the custodian"), "title", wrap=True))
        column.addWidget(
            TextLabel(
                self.tr(
                    "This code opens the desk when every passphrase is forgotten. Print it, put it into a sealed"
                    " envelope, and give it to whoever keeps the safe. It is shown only now. It opens the desk once"
                    " you confirm that it is on paper; until then an earlier paper does."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(shown)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(Rule())
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.confirm_button)
        column.addLayout(foot)
        self.print_button.clicked.connect(self.choose_printer)
        self.save_button.clicked.connect(self.choose_file)
        self.cancel_button.clicked.connect(self.reject)
        self.confirm_button.clicked.connect(self.confirmed)
        self.print_button.setDefault(True)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)  # paper before a file that anybody can read
        fit(self, 36, 20)

    def reject(self) -> None:
        """Leave without the code, after a question: it may stand on a paper already."""
        messages.ask(
            self,
            self.tr("Leave without using this code?"),
            self.tr("Leave"),
            super().reject,
            more=self.tr("It then opens nothing, also where it is printed. An earlier paper still opens the desk."),
            no=self.tr("Go back"),
        )

    def choose_printer(self) -> None:
        """Print the page with the dialog of the system."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self._document().print_(printer))
        QDialog.open(dialog)  # its own asks for a slot by name

    def choose_file(self) -> None:
        """Ask where to write the page, such as on a stick."""
        name = marked_name(
            self.tr("Paper for the custodian"), self.session.word("mark.internal"), self.session.today, ".txt"
        )
        dialog = SaveDialog(self, self.tr("Save as text"), FileKind.PAPER, name, f"{self.tr('Text')} (*.txt)")
        dialog.when_chosen(self.save)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the page to a file."""
        try:
            replace_file(path, self.text.encode())
        except OSError as error:
            messages.failure(self, error, self.session.language, path, "unwritten")
        else:
            self.session.say(self.tr("Written. Keep that file away from the computer that holds the desk."))

    def _document(self) -> QTextDocument:
        document = QTextDocument(self)
        document.setPlainText(self.text)
        return document

    def _text(self, code: str) -> str:
        day = long_date(self.session.today, self.session.language)
        return "\n\n".join(
            (
                "Hanoi Desk",
                self.tr("Paper for the custodian"),
                self.tr("The desk: {name}").format(name=self.session.store.path.name),
                self.tr("Made on {day}").format(day=day),
                code,
                self.tr(
                    "Type this code, with its hyphens, in place of the passphrase. Then give the person who goes on"
                    " with the desk a passphrase of their own, and make a new paper."
                ),
                self.tr("Keep it in a sealed envelope in the safe, and never with the computer."),
            )
        )


def make_paper(session: Session, window: QWidget, kept: Callable[[], None]) -> None:
    """Make a code for the custodian and show it; once it is confirmed it is a way in, and `kept` is called."""

    def fail(error: BaseException) -> None:
        messages.failure(window, error, session.language)

    def show(made: tuple[str, Slot]) -> None:
        code, slot = made
        paper = PaperDialog(session, code, window)

        def keep() -> None:
            try:
                put_slot(session.store, slot)
            except (StoreError, OSError) as error:
                messages.failure(paper, error, session.language)
                return
            paper.accept()
            session.say(QCoreApplication.translate("PaperDialog", "The custodian's paper now opens the desk."))
            kept()

        paper.confirmed.connect(keep)
        note_begun(paper, session.store, Begun.PAPER)
        paper.open()

    session.background.run(lambda _: new_paper(session.store), show, fail)
