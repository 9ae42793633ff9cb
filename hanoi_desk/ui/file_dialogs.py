"""Dialogs that ask for files of this computer: each kind of file has a folder, where the next dialog for it begins."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation


class FileKind(StrEnum):
    """What a file is for; files for the same thing lie in the same folder."""

    DESK = "desk"
    BACKUP = "backup"
    DOCUMENT = "document"
    """Briefs, packs and returns."""
    LIST = "list"
    CALENDAR = "calendar"
    WORKBOOK = "workbook"
    COVERAGE = "coverage"
    STATUS = "status"
    FILE = "file"
    """What is attached to a record, or saved from there."""
    ANNEX = "annex"
    SUPPORT = "support"
    PAPER = "paper"
    """The paper for the custodian."""


class _Used:
    """The folder used last for each kind, and who remembers them beyond this run."""

    folders: ClassVar[dict[str, str]] = {}
    keep: ClassVar[Callable[[dict[str, str]], object] | None] = None


def begin_in(folders: Mapping[str, str], keep: Callable[[dict[str, str]], object]) -> None:
    """Begin in these folders, by kind; `keep` is called with all of them whenever another one is used."""
    _Used.folders, _Used.keep = dict(folders), keep


def first_folder(kind: FileKind) -> Path:
    """Return where a dialog begins: the folder used last for the kind if it is still there, else the user's own."""
    usual = QStandardPaths.writableLocation(DOWNLOADS if kind is FileKind.STATUS else DOCUMENTS)
    for folder in (_Used.folders.get(kind, ""), usual):
        if folder and Path(folder).is_dir():
            return Path(folder)
    return Path.home()


def file_dialog(
    parent: QWidget | None,
    title: str,
    kind: FileKind,
    filters: str = "",
    mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
) -> QFileDialog:
    """Return a dialog for what is there already, to be connected and opened; `filters` are as Qt writes them."""
    dialog = QFileDialog(parent, title, str(first_folder(kind)), filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    dialog.filesSelected.connect(lambda paths: _remember(kind, mode, paths))
    return dialog


class SaveDialog(QFileDialog):
    """Asks for a new file: it proposes the name, and gives its ending to one without.

    A name with a whole path is proposed at that place.
    """

    def __init__(self, parent: QWidget | None, title: str, kind: FileKind, name: str, filters: str = "") -> None:
        super().__init__(parent, title, str(first_folder(kind) / name), filters)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        self.filesSelected.connect(lambda paths: _remember(kind, QFileDialog.FileMode.AnyFile, paths))


def _remember(kind: FileKind, mode: QFileDialog.FileMode, paths: list[str]) -> None:
    if not paths:
        return
    chosen = Path(paths[0])
    folder = str(chosen if mode is QFileDialog.FileMode.Directory else chosen.parent)
    if folder != _Used.folders.get(kind):
        _Used.folders[kind] = folder
        if _Used.keep is not None:
            _Used.keep(dict(_Used.folders))
