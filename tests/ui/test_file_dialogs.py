"""A dialog for files begins where that kind of file was chosen last, and never in the folder the program runs in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk.settings import Settings, load, save
from hanoi_desk.ui.file_dialogs import DOCUMENTS, DOWNLOADS, FileKind, SaveDialog, begin_in, file_dialog, with_ending

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Kept = list[dict[str, str]]


@pytest.fixture
def remembered() -> Iterator[Kept]:
    kept: Kept = []
    begin_in({}, kept.append)
    yield kept
    begin_in({}, lambda _: None)


def begins(qtbot: QtBot, kind: FileKind = FileKind.WORKBOOK) -> Path:
    dialog = file_dialog(None, "A file", kind)
    qtbot.addWidget(dialog)
    return Path(dialog.directory().absolutePath())


@pytest.mark.parametrize(("kind", "usual"), [(FileKind.WORKBOOK, DOCUMENTS), (FileKind.STATUS, DOWNLOADS)])
def test_the_first_dialog_begins_in_the_users_own_folder(
    kind: FileKind,
    usual: QStandardPaths.StandardLocation,
    remembered: Kept,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    begun = begins(qtbot, kind)
    assert begun in (Path(QStandardPaths.writableLocation(usual)), Path.home())
    assert begun != tmp_path


def test_the_next_dialog_for_the_kind_begins_where_a_file_was_chosen_last(
    remembered: Kept, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = file_dialog(None, "A file", FileKind.WORKBOOK)
    qtbot.addWidget(dialog)
    dialog.filesSelected.emit([str(tmp_path / "sheet.xlsx")])
    assert remembered == [{"workbook": str(tmp_path)}]
    assert begins(qtbot) == tmp_path
    assert begins(qtbot, FileKind.DOCUMENT) != tmp_path


def test_a_chosen_folder_is_the_next_one_as_long_as_it_is_there(remembered: Kept, qtbot: QtBot, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    folders = file_dialog(None, "A folder", FileKind.BACKUP, mode=QFileDialog.FileMode.Directory)
    qtbot.addWidget(folders)
    folders.filesSelected.emit([str(stick)])
    assert begins(qtbot, FileKind.BACKUP) == stick
    stick.rmdir()
    assert begins(qtbot, FileKind.BACKUP) != stick


def test_a_file_is_saved_where_the_last_of_its_kind_was(remembered: Kept, qtbot: QtBot, tmp_path: Path) -> None:
    first = SaveDialog(None, "Save", FileKind.LIST, "Contacts (internal) 2026-11-22.xlsx")
    qtbot.addWidget(first)
    first.filesSelected.emit([str(tmp_path / "mine.xlsx")])
    second = SaveDialog(None, "Save", FileKind.LIST, "People (internal) 2026-11-22.xlsx")
    qtbot.addWidget(second)
    assert [Path(one) for one in second.selectedFiles()] == [tmp_path / "People (internal) 2026-11-22.xlsx"]
    assert second.defaultSuffix() == "xlsx"
    assert second.acceptMode() is QFileDialog.AcceptMode.AcceptSave


def test_the_folders_are_kept_with_the_settings_of_the_user(tmp_path: Path) -> None:
    folders = {"list": "C:\\Sheets", "document": "/nhà/hồ sơ"}
    save(Settings(folders=folders, installation="a" * 32), tmp_path)
    assert load(tmp_path).folders == folders


@pytest.mark.parametrize(
    ("typed", "ending", "kept"),
    [
        ("Brief.pdf", ".pdf", "Brief.pdf"),
        ("Brief.PDF", ".pdf", "Brief.PDF"),
        ("Brief v1.2", ".pdf", "Brief v1.2.pdf"),
        ("Brief.docx", ".pdf", "Brief.pdf"),
        ("Brief.doc", ".docx", "Brief.docx"),
        ("Họp 22.11", ".docx", "Họp 22.11.docx"),
    ],
)
def test_a_document_is_saved_under_the_ending_of_what_it_is(typed: str, ending: str, kept: str) -> None:
    assert with_ending(Path(typed), ending) == Path(kept)


def test_a_file_of_which_the_dialog_could_not_know_is_replaced_only_after_a_question(
    remembered: Kept, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Brief.pdf").write_bytes(b"old")
    window = QWidget()
    qtbot.addWidget(window)
    saved: list[Path] = []
    dialog = SaveDialog(window, "Save", FileKind.DOCUMENT, "HD.pdf")
    dialog.when_chosen(saved.append)
    dialog.fileSelected.emit(str(tmp_path / "Brief.docx"))
    (box,) = window.findChildren(QMessageBox)
    assert (saved, "Brief.pdf" in box.text()) == ([], True)
    replace = next(button for button in box.buttons() if box.buttonRole(button) is QMessageBox.ButtonRole.AcceptRole)
    replace.click()
    dialog.fileSelected.emit(str(tmp_path / "other"))
    assert saved == [tmp_path / "Brief.pdf", tmp_path / "other.pdf"]
