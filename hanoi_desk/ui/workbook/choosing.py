"""Asks for a workbook and opens the steps by which it is taken in."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hanoi_desk.ui import messages
from hanoi_desk.ui.file_dialogs import FileKind, file_dialog
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.workbook.import_dialog import WorkbookImportDialog

_ENDINGS = "*.xlsx *.xlsm *.csv *.tsv *.txt"


def choose_workbook(session: Session, parent: QWidget) -> None:
    """Ask for a workbook, then open the steps."""
    words = QCoreApplication.translate("WorkbookImportDialog", "Workbooks ({endings})").format(endings=_ENDINGS)
    title = QCoreApplication.translate("WorkbookImportDialog", "Import workbook")
    dialog = file_dialog(parent, title, FileKind.WORKBOOK, f"{words};;* (*)")
    dialog.fileSelected.connect(lambda path: open_workbook(session, Path(path), parent))
    dialog.open()


def open_workbook(session: Session, path: Path, parent: QWidget) -> WorkbookImportDialog | None:
    """Open the steps for a workbook; None where its name bears the mark of a State secret."""
    if messages.refuse_secret(parent, path, session.language):
        return None
    dialog = WorkbookImportDialog(session, path, parent)
    dialog.start()
    return dialog
