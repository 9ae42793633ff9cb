"""What is done with a file that is kept: shown by the system's own program from a private copy, or saved elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from hanoi_desk.file_names import may_open, safe_name
from hanoi_desk.files import replace_file
from hanoi_desk.records import Attachment
from hanoi_desk.store import StoreError
from hanoi_desk.ui.copies import mark_as_foreign, write_copy
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.messages import failure, known, store_trouble
from hanoi_desk.ui.session import Session


class Opening(QObject):
    """Opens and saves kept files; `show_url` asks the system for the program that shows a file."""

    show_url: Callable[[QUrl], bool] = staticmethod(QDesktopServices.openUrl)

    def __init__(self, session: Session, widget: QWidget) -> None:
        super().__init__(widget)
        self._session = session
        self._widget = widget

    def open(self, file: Attachment) -> None:
        """Show a file from a copy that can only be read; one that may be a program can only be saved."""
        if not may_open(file.name):
            self.save_as(file)
            return
        data = self._bytes(file)
        if data is None:
            return
        try:
            path = write_copy(file.name, data)
        except OSError as error:
            failure(self._widget, error, self._session.language, doing="unwritten")
            return
        if not self.show_url(QUrl.fromLocalFile(str(path))):
            known(self._widget, "attachment.no_program", self._session.language)

    def save_as(self, file: Attachment) -> None:
        """Ask where a copy is to lie; its cleaned name is proposed."""
        dialog = SaveDialog(self._widget, self.tr("Save a copy"), FileKind.FILE, safe_name(file.name))
        dialog.fileSelected.connect(lambda path: self.save(file, Path(path)))
        dialog.open()

    def save(self, file: Attachment, path: Path) -> None:
        """Write a copy; a file that stood there is replaced wholly or not at all."""
        data = self._bytes(file)
        if data is None:
            return
        try:
            replace_file(path, data)
        except OSError as error:
            failure(self._widget, error, self._session.language, path, "unwritten")
            return
        mark_as_foreign(path)
        self._session.say(self.tr("Saved: {what}").format(what=path.name))

    def _bytes(self, file: Attachment) -> bytes | None:
        try:
            data = self._session.store.file(file.sha256)
        except StoreError as error:
            store_trouble(self._widget, error, self._session.language)
            return None
        if data is None:
            known(self._widget, "attachment.not_held", self._session.language)
        return data
