"""How a document leaves the program: to a file that is replaced wholly or not at all, or to a printer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.files import replace_file
from hanoi_desk.pdf.copies import numbered_copies, pages_alone
from hanoi_desk.records import Paper
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Background, Task
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.packs.printing import (
    Printing,
    asked_pages,
    is_in_grey,
    is_to_file,
    opened,
    print_pages,
    size_of,
)
from hanoi_desk.ui.session import Session
from hanoi_desk.word_copy import WordCopy, write_word

#: Milliseconds after which it is shown how far the printing is.
_SOON = 300
_PRESS = "press"


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
        dialog.when_chosen(save)
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

    def print_document(self, title: str, content: bytes, printing: Printing | None = None) -> None:
        """Print through the dialog of the system, which knows how many copies, on both sides or not, in grey or not."""
        printer = self.printer()
        printer.setDocName(title)
        printer.setPageSize(size_of(content))
        (printing or Printing()).prepare(printer)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Once the dialog has gone: it must not be taken down under the window that tells how far the printing is.
        dialog.accepted.connect(lambda: QTimer.singleShot(0, self, lambda: self.print_to(printer, content)))
        QDialog.open(dialog)  # QPrintDialog hides it behind an overload that wants a slot's name

    def print_numbered(self, title: str, content: bytes, printing: Printing) -> None:
        """Print copies that each bear their number, also in the fields of a cover."""
        if printing.copies < 2:
            self.print_document(title, content, printing)
            return

        def print_copies(copies: bytes) -> None:
            self.print_document(title, copies, replace(printing, copies=1))

        self._number(content, printing, print_copies)

    def save_numbered(self, name: str, content: bytes, printing: Printing) -> None:
        """Ask where to save copies that each bear their number, all in one file, as they would be printed."""
        self.choose_file(name, lambda path: self._number(content, printing, partial(self._keep, path)))

    def _number(self, content: bytes, printing: Printing, use: Callable[[bytes], None]) -> None:
        """Put the copies together off this thread."""
        self._session.background.run(
            lambda _: numbered_copies(content, printing.copies, both_sides=printing.both_sides), use, self._fail
        )

    def _fail(self, error: BaseException) -> None:
        messages.failure(self._window, error, self._session.language)

    def print_to(self, printer: QPrinter, content: bytes) -> None:
        """Print on a thread of its own, while the window answers; Stop ends it within a page.

        A PDF in colour that is asked for instead is the very document and no pictures of it.
        """
        if is_to_file(printer) and not is_in_grey(printer):
            self._print_to_file(printer, content)
            return
        progress = QProgressDialog(self._window)
        progress.setObjectName("printing_progress")
        progress.setWindowTitle(self.tr("Print"))
        progress.setLabelText(self.tr("Printing…"))
        progress.setCancelButtonText(self.tr("Stop"))
        progress.setMinimumDuration(_SOON)
        progress.setAutoReset(False)
        progress.setValue(0)
        here = [True]  # until the window is closed while pages are still drawn
        self.destroyed.connect(here.clear)

        def work(task: Task) -> bool:
            def goes_on(page: int, of: int) -> bool:
                task.progress(page * 100 // of, f"{page + 1}\n{of}")
                return not task.cancelled

            return print_pages(content, printer, goes_on)

        def show(share: int, words: str) -> None:
            page, of = words.split("\n")
            if here:
                progress.setLabelText(self.tr("Printing page {n} of {all}").format(n=page, all=of))
                progress.setValue(share)

        def ended(answered: bool) -> None:
            if here:
                progress.deleteLater()
                if not answered:
                    messages.known(self._window, "printer", self._session.language)

        def failed(error: BaseException) -> None:
            if here:
                progress.deleteLater()
                self._fail(error)

        task = _press(self._session).run(work, ended, failed, show)

        def stop() -> None:
            task.cancel()
            progress.deleteLater()
            self._session.say(self.tr("Printing was stopped. Pages that the printer has already may still come out."))

        progress.canceled.connect(stop)

    def _print_to_file(self, printer: QPrinter, content: bytes) -> None:
        holder, path = QObject(), Path(printer.outputFileName())
        count = opened(content, holder).pageCount()
        pages = asked_pages(printer, count)
        if len(pages) == count:
            self.save(path, content)
            return
        self._session.background.run(lambda _: pages_alone(content, pages), partial(self._keep, path), self._fail)

    def _keep(self, path: Path, content: bytes) -> None:
        self.save(path, content)


def _press(session: Session) -> Background:
    """Return the thread that prints, apart from that which makes documents; it ends with the session."""
    found = session.findChild(Background, _PRESS)
    if found is None:
        found = Background(session)
        found.setObjectName(_PRESS)
        session.closing.connect(found.finish)
    return found
