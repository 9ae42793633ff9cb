"""How a document leaves the program: to a file that is replaced wholly or not at all, or to a printer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.files import replace_file
from hanoi_desk.language import Language
from hanoi_desk.pdf.copies import numbered_copies
from hanoi_desk.records import Paper
from hanoi_desk.ui import messages
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.packs.preview import Printing, opened, print_pages
from hanoi_desk.ui.session import Session
from hanoi_desk.word_copy import WordCopy, write_word

_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}

#: From more pages on, how far the printing is is shown, and it can be stopped.
_LONG = 12


class Handing(QObject):
    """Asks where to and hands over; `printer` makes the printer, which a test replaces."""

    printer: Callable[[], QPrinter] = staticmethod(lambda: QPrinter(QPrinter.PrinterMode.HighResolution))

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    # ---- to a file ----

    def choose_file(self, name: str, save: Callable[[Path], object]) -> None:
        """Ask where to save a PDF, or a copy for Word by the ending of its name; `save` gets the path."""
        ending = Path(name).suffix[1:]
        title = self.tr("Save as PDF") if ending == "pdf" else self.tr("Save a copy for Word")
        kind = "PDF (*.pdf)" if ending == "pdf" else "Word (*.docx)"
        dialog = SaveDialog(self._window, title, FileKind.DOCUMENT, name, kind)
        dialog.setObjectName("save_pdf_dialog")
        dialog.fileSelected.connect(lambda path: save(Path(path)))
        dialog.open()

    def save(self, path: Path, content: bytes) -> bool:
        """Write the bytes that are shown; a file that stood there is replaced wholly or not at all."""
        if messages.refuse_secret(self._window, path, self._session.language):
            return False
        try:
            replace_file(path, content)
        except OSError as error:
            messages.failure(self._window, error, self._session.language, path, "unwritten")
            return False
        self._session.say(self.tr("Saved: {what}").format(what=path.name))
        return True

    def save_word(self, path: Path, briefs: Sequence[Bilateral], paper: Paper) -> None:
        """Write the same words for Word, off the interface thread; a file there is replaced wholly or not at all."""
        if messages.refuse_secret(self._window, path, self._session.language):
            return

        def saved(_: WordCopy) -> None:
            self._session.say(self.tr("Saved: {what}").format(what=path.name))

        def failed(error: BaseException) -> None:
            messages.failure(self._window, error, self._session.language, path, "unwritten")

        self._session.background.run(lambda _: write_word(briefs, path, paper), saved, failed)

    # ---- to a printer ----

    def print_document(
        self, title: str, content: bytes, printing: Printing | None = None, paper: Paper = Paper.A4
    ) -> None:
        """Print through the dialog of the system, which knows how many copies, on both sides or not, in grey or not."""
        printer = self.printer()
        printer.setDocName(title)
        printer.setPageSize(QPageSize(_SIZES[paper]))
        (printing or Printing()).prepare(printer)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Once the dialog has gone: it must not be taken down under the window that tells how far the printing is.
        dialog.accepted.connect(lambda: QTimer.singleShot(0, self, lambda: self.print_to(printer, content)))
        QDialog.open(dialog)  # QPrintDialog hides it behind an overload that wants a slot's name

    def print_numbered(
        self,
        title: str,
        content: bytes,
        language: Language,
        printing: Printing,
        paper: Paper = Paper.A4,
        fields: Sequence[tuple[int, float, float]] = (),
    ) -> None:
        """Print copies that each bear their number, also in the fields of a cover; put together off this thread."""
        if printing.copies < 2:
            self.print_document(title, content, printing, paper)
            return
        self._session.background.run(
            lambda _: numbered_copies(
                content, printing.copies, language, both_sides=printing.both_sides, fields=fields
            ),
            lambda copies: self.print_document(title, copies, replace(printing, copies=1), paper),
            self._fail,
        )

    def _fail(self, error: BaseException) -> None:
        messages.failure(self._window, error, self._session.language)

    def print_to(self, printer: QPrinter, content: bytes) -> None:
        """Draw every page at the printer's resolution; a long document can be stopped."""
        document = opened(content, self)
        pages = document.pageCount()
        progress = QProgressDialog(self._window) if pages > _LONG else None
        if progress is not None:
            progress.setWindowModality(Qt.WindowModality.WindowModal)
            progress.setLabelText(self.tr("Printing…"))
            progress.setCancelButtonText(self.tr("Stop"))
            progress.setRange(0, pages)
            progress.setMinimumDuration(0)

        def goes_on(page: int) -> bool:
            if progress is None:
                return True
            progress.setLabelText(self.tr("Printing page {n} of {all}").format(n=page + 1, all=pages))
            progress.setValue(page)  # which lets the window live
            return not progress.wasCanceled()

        answered = print_pages(document, printer, goes_on)
        if progress is not None:
            progress.reset()
            progress.deleteLater()
        document.close()
        document.deleteLater()
        if not answered:
            messages.known(self._window, "printer", self._session.language)
