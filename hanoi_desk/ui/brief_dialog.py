"""The brief of one country: its real PDF as preview, printed through the system's dialog, saved where one likes.

What is shown, printed and saved is the same bytes, so that there is no second truth.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.documents import Document, Wanted
from hanoi_desk.language import Language
from hanoi_desk.pdf import Caution
from hanoi_desk.records import DocumentLanguage, Pack, Participant, Product
from hanoi_desk.ui import messages
from hanoi_desk.ui.packs.handing import Handing
from hanoi_desk.ui.packs.making import Made, Making
from hanoi_desk.ui.packs.preview import Preview
from hanoi_desk.ui.packs.wording import caution_words
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, FormRow, TextLabel, fit, length, make_primary


class BriefDialog(QDialog):
    """Preview, language, print and save; the PDF is made off the interface thread."""

    def __init__(self, session: Session, country: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("brief")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session = session
        self.country = session.store.need(Participant, country)
        self.document: Document | None = None
        self.making = Making(session, self)
        self.handing = Handing(session, self)
        self.language_field = ComboField()
        self.language_field.setObjectName("document_language")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.shortened = TextLabel("", "caption", wrap=True)
        self.shortened.setObjectName("shortened")
        self.cautions = TextLabel("", "problem", wrap=True)
        self.cautions.setObjectName("cautions")
        self.told = TextLabel("", "caption", wrap=True)
        self.told.setObjectName("told")
        self.print_button = make_primary(QPushButton())
        self.print_button.setObjectName("print")
        self.save_button = QPushButton()
        self.save_button.setObjectName("save_pdf")
        self.close_button = QPushButton()
        self.view = Preview(self)
        self._arrange()
        self._connect()
        self._retranslate()
        self.make()

    def _arrange(self) -> None:
        self._row = FormRow("", self.language_field)
        side = QVBoxLayout()
        side.setSpacing(length(self, 0.8))
        notes = (self.progress, self.told, self.shortened, self.cautions)
        for widget in (self._row, self.print_button, self.save_button, *notes):
            side.addWidget(widget)
        side.addStretch(1)
        side.addWidget(self.close_button)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(length(self, 15))
        across = QHBoxLayout(self)
        across.addWidget(self.view, 1)
        across.addWidget(holder)
        fit(self, 62, 56)

    def _connect(self) -> None:
        self.making.made.connect(self._show)
        self.making.failed.connect(self._failed)
        self.language_field.chosen.connect(lambda _: self.make())
        self.print_button.clicked.connect(self.print_document)
        self.save_button.clicked.connect(self.choose_file)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_document)
        QShortcut(QKeySequence("Ctrl+S"), self, self.choose_file)

    def _retranslate(self) -> None:
        name = self.session.name(self.country)
        self.setWindowTitle(self.tr("Brief: {country}").format(country=name))
        self.view.setAccessibleName(self.tr("Preview of the brief for {country}").format(country=name))
        self._row.set_label(self.tr("Language of the document"))
        self.language_field.set_choices([("vi", "Tiếng Việt"), ("en", "English")])
        self.language_field.set_value(self.session.language.value)
        self.print_button.setText(self.tr("Print…"))
        self.save_button.setText(self.tr("Save as PDF…"))
        self.close_button.setText(self.tr("Close"))

    # ---- making ----

    @property
    def pdf(self) -> bytes:
        """The bytes that are shown, nothing while they are made."""
        return self.document.content if self.document else b""

    @property
    def language(self) -> Language:
        """The language of the document, apart from that of the window."""
        return Language(self.language_field.value)

    def make(self) -> None:
        """Have made what the brief says now."""
        self.document = None
        self.told.setText("")
        self._show_busy(True)
        pack = Pack(
            name=self.session.name(self.country),
            product=Product.BRIEF,
            participants=(self.country.id,),
            language=DocumentLanguage(self.language.value),
        )
        now = self.session.now
        self.making.ask(Wanted(pack=pack, moment=now, printed_at=now, draft=False), at_once=True)

    def _show(self, made: Made) -> None:
        self.document = made.document
        self.view.show_pdf(self.pdf)
        self._show_busy(False)
        warnings = self.document.warnings
        left_out = [detail for caution, detail in warnings if caution is Caution.SHORTENED]
        self.shortened.setText(caution_words(Caution.SHORTENED, "; ".join(left_out)) if left_out else "")
        self.shortened.setVisible(bool(left_out))
        serious = [(caution, detail) for caution, detail in warnings if caution is not Caution.SHORTENED]
        self.cautions.setText("\n\n".join(caution_words(caution, detail) for caution, detail in serious))

    def _failed(self, error: BaseException) -> None:
        self._show_busy(False)
        messages.failure(self, error, self.session.language)

    def _show_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.print_button.setEnabled(not busy)
        self.save_button.setEnabled(not busy)

    # ---- handing over ----

    def choose_file(self) -> None:
        """Ask where to save the PDF."""
        if self.document is not None:
            self.handing.choose_file(self.document.file_name, self.save)

    def save(self, path: Path) -> None:
        """Write the PDF that is shown; a file that stood there is replaced wholly or not at all."""
        if self.pdf and self.handing.save(path, self.pdf):
            self.told.setText(self.tr("Saved: {what}").format(what=path.name))

    def print_document(self) -> None:
        """Print through the system's dialog."""
        if self.pdf:
            self.handing.print_document(self.windowTitle(), self.pdf)

    def print_to(self, printer: QPrinter) -> None:
        """Draw every page at the printer's resolution."""
        self.handing.print_to(printer, self.pdf)

    def done(self, result: int) -> None:
        """Throw away what is still being made."""
        self.making.stop()
        self.view.clear()
        super().done(result)
