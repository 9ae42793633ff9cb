"""Dialogs that ask for files of this computer: they begin in the folder used last, else in the user's own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation


class _Last:
    """The folder used last, and who remembers it beyond this run."""

    folder = ""
    keep: Callable[[str], object] | None = None


def begin_in(folder: str, keep: Callable[[str], object]) -> None:
    """Begin in this folder, empty for none yet; `keep` is called with each other one that is used from now on."""
    _Last.folder, _Last.keep = folder, keep


def first_folder(usual: QStandardPaths.StandardLocation = DOCUMENTS) -> str:
    """Return where a dialog begins: the folder used last if it is still there, else the usual one of the user."""
    for folder in (_Last.folder, QStandardPaths.writableLocation(usual)):
        if folder and Path(folder).is_dir():
            return folder
    return str(Path.home())


def file_dialog(
    parent: QWidget | None,
    title: str,
    kinds: str = "",
    mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
    *,
    usual: QStandardPaths.StandardLocation = DOCUMENTS,
) -> QFileDialog:
    """Return a dialog for what is there already, to be connected and opened; `kinds` are filters as Qt writes them."""
    dialog = QFileDialog(parent, title, first_folder(usual), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    dialog.filesSelected.connect(lambda paths: _remember(paths, mode))
    return dialog


def _remember(paths: list[str], mode: QFileDialog.FileMode) -> None:
    if not paths:
        return
    chosen = Path(paths[0])
    folder = str(chosen if mode is QFileDialog.FileMode.Directory else chosen.parent)
    if folder != _Last.folder:
        _Last.folder = folder
        if _Last.keep is not None:
            _Last.keep(folder)
