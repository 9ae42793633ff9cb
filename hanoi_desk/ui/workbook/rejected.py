"""Saves the rows of a workbook that cannot be imported, so that they can be mended and imported later."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk.workbook import WorkbookComparison, rejected_rows
from hanoi_desk.files import replace_file
from hanoi_desk.sheets import marked_name
from hanoi_desk.ui import messages
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.session import Session


def ask_where(parent: QWidget, session: Session, workbook: Path, then: Callable[[Path], None]) -> None:
    """Ask for a place beside the workbook, and call `then` with it."""
    words = QCoreApplication.translate("WorkbookImportDialog", "{file} - rows not imported").format(file=workbook.stem)
    name = marked_name(words, session.word("mark.internal"), session.today, ".csv")
    title = QCoreApplication.translate("WorkbookImportDialog", "Save the rows not imported")
    dialog = SaveDialog(parent, title, FileKind.WORKBOOK, str(workbook.with_name(name)), "CSV (*.csv)")
    dialog.when_chosen(then)
    dialog.open()


def save_rejected(parent: QWidget, session: Session, comparison: WorkbookComparison, path: Path) -> str:
    """Write the rows as csv, with the reasons, and return the sentence that says so; empty where the disk refused."""
    try:
        replace_file(path, rejected_rows(comparison, session.language))
    except OSError as error:
        messages.failure(parent, error, session.language, path, "unwritten")
        return ""
    words = QCoreApplication.translate("WorkbookImportDialog", "The rows not imported are in {file}.")
    return words.format(file=path.name)
