"""Dialogs that ask for files of this computer: each kind of file has a folder, where the next dialog for it begins."""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from hanoi_desk.ui.messages import ask

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation


#: Endings that say what is in a file; others, such as the ".2" of "Brief v1.2", are part of its name.
_ENDINGS = {
    *(".csv", ".ods", ".xls", ".xlsx"),
    *(".doc", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf", ".txt"),
    *(".hdesk", ".ics", ".jpeg", ".jpg", ".png", ".xml", ".zip"),
}


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


def with_ending(path: Path, ending: str, known: Collection[str] = ()) -> Path:
    """Return the path with a name that says what the file is: `ending`, such as ".pdf", unless it has one of `known`.

    The ending of another kind of file gives way; what only looks like one stays: "Brief v1.2" becomes "Brief v1.2.pdf".
    """
    found = path.suffix.lower()
    if found in (ending, *known):
        return path
    return path.with_suffix(ending) if found in _ENDINGS else path.with_name(f"{path.name}{ending}")


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

    def when_chosen(self, save: Callable[[Path], object], *, known: Collection[str] = ()) -> None:
        """Call `save` with the path, its ending mended where it says another kind of file than those `known`.

        Where there is such a file already, of which the dialog could not know, it is asked first.
        """
        parent, question, replace = self.parentWidget(), self.tr("{name} is there already."), self.tr("Replace it")

        def take(typed: str) -> None:
            path = with_ending(Path(typed), f".{self.defaultSuffix()}", known)
            if path != Path(typed) and path.exists():
                ask(parent, question.format(name=path.name), replace, partial(_call, save, path))
            else:
                save(path)

        self.fileSelected.connect(take)


def _call(save: Callable[[Path], object], path: Path) -> None:
    save(path)


def _remember(kind: FileKind, mode: QFileDialog.FileMode, paths: list[str]) -> None:
    if not paths:
        return
    chosen = Path(paths[0])
    folder = str(chosen if mode is QFileDialog.FileMode.Directory else chosen.parent)
    if folder != _Used.folders.get(kind):
        _Used.folders[kind] = folder
        if _Used.keep is not None:
            _Used.keep(dict(_Used.folders))
