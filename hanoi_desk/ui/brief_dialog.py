"""The brief of one country: its real PDF as preview, printed through the system's dialog, saved where one likes.

What is shown, printed and saved is the same bytes, so that there is no second truth.
"""

from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.briefing import Briefing, UnknownCountry, collect_country_brief, file_name
from hanoi_desk.files import replace_file
from hanoi_desk.language import Language
from hanoi_desk.pdf import Caution, Result, write_pdf
from hanoi_desk.records import Officer, Participant
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, FormRow, TextLabel, fit, length, make_primary

#: Printed pages are drawn from the PDF at the printer's resolution, but no finer than this, in dots per inch.
_FINEST = 600


class BriefDialog(QDialog):
    """Preview, language, print and save; the PDF is made off the interface thread."""

    def __init__(self, session: Session, country: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("brief")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session = session
        self.country = session.store.need(Participant, country)
        self.pdf = b""
        self.briefing: Briefing | None = None
        self._task: Task | None = None
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
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setObjectName("preview")
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
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
    def language(self) -> Language:
        """The language of the document, apart from that of the window."""
        return Language(self.language_field.value)

    def make(self) -> None:
        """Collect what the brief says now and have it drawn."""
        if self._task is not None:
            self._task.cancel()
        store, language = self.session.store, self.language
        officer = store.get(Officer, store.who)
        try:
            briefing = collect_country_brief(
                store,
                self.country.id,
                language=language,
                now=self.session.now,
                prepared_by=officer.name if officer else "",
            )
        except (StoreError, UnknownCountry) as error:
            self._failed(error)
            return
        self.briefing = briefing
        self.told.setText("")
        self._show_busy(True)

        def draw(task: Task) -> tuple[bytes, Result]:
            buffer = BytesIO()
            result = write_pdf(briefing, buffer, language)
            return buffer.getvalue(), result

        self._task = self.session.background.run(draw, self._show_pdf, self._failed)

    def _show_pdf(self, made: tuple[bytes, Result]) -> None:
        self.pdf, result = made
        self._task = None
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(self.pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._show_busy(False)
        left_out = [detail for caution, detail in result.warnings if caution is Caution.SHORTENED]
        self.shortened.setText(self.tr("The page is full. Left out: {detail}").format(detail="; ".join(left_out)))
        self.shortened.setVisible(bool(left_out))
        serious = [(caution, detail) for caution, detail in result.warnings if caution is not Caution.SHORTENED]
        self.cautions.setText("\n\n".join(self._in_words(caution, detail) for caution, detail in serious))

    def _failed(self, error: BaseException) -> None:
        self._show_busy(False)
        messages.failure(self, error, self.session.language)

    def _show_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.print_button.setEnabled(not busy)
        self.save_button.setEnabled(not busy)

    def _in_words(self, caution: Caution, detail: str) -> str:
        sentences = {
            Caution.MISSING_LETTERS: self.tr(
                "No font of the program has these letters, so they are spelled out: {detail}"
            ),
            Caution.CUT: self.tr("A text was longer than its place and is cut there: {detail}"),
        }
        return sentences[caution].format(detail=detail)

    # ---- handing over ----

    def choose_file(self) -> None:
        """Ask where to save the PDF."""
        if self.briefing is None or not self.pdf:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(documents) / file_name(self.briefing, self.language)
        dialog = QFileDialog(self, self.tr("Save as PDF"), str(proposed), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the PDF that is shown; a file that stood there is replaced wholly or not at all."""
        try:
            replace_file(path, self.pdf)
        except OSError as error:
            messages.failure(self, error, self.session.language, path, "unwritten")
            return
        self.told.setText(self.tr("Saved: {what}").format(what=path.name))
        self.session.say(self.told.text())

    def print_document(self) -> None:
        """Print through the system's dialog."""
        if not self.pdf:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)  # QPrintDialog hides it behind an overload that wants a slot's name

    def print_to(self, printer: QPrinter) -> None:
        """Draw every page at the printer's resolution."""
        resolution = min(printer.resolution(), _FINEST)
        painter = QPainter()
        if not painter.begin(printer):
            messages.known(self, "printer", self.session.language)
            return
        for page in range(self.document.pageCount()):
            if page:
                printer.newPage()
            points = self.document.pagePointSize(page)
            size = QSize(round(points.width() * resolution / 72), round(points.height() * resolution / 72))
            image = self.document.render(page, size)
            # The page keeps its size: what the printer can't reach is white margin.
            target = printer.paperRect(QPrinter.Unit.DevicePixel).translated(
                -printer.pageRect(QPrinter.Unit.DevicePixel).topLeft()
            )
            painter.drawImage(target, image)
        painter.end()

    def done(self, result: int) -> None:
        """Throw away what is still being made."""
        if self._task is not None:
            self._task.cancel()
        self.document.close()
        super().done(result)
