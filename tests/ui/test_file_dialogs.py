"""A dialog for files begins where the user chose a file last, and never in the folder the program runs in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hanoi_desk.settings import Settings, load, save
from hanoi_desk.ui.file_dialogs import DOWNLOADS, begin_in, file_dialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def remembered() -> Iterator[list[str]]:
    kept: list[str] = []
    begin_in("", kept.append)
    yield kept
    begin_in("", lambda _: None)


def begins(qtbot: QtBot, **more: object) -> Path:
    dialog = file_dialog(None, "A file", **more)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    return Path(dialog.directory().absolutePath())


def test_the_first_dialog_begins_in_the_users_own_folder(
    remembered: list[str], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for usual in (None, DOWNLOADS):
        begun = begins(qtbot, **({"usual": usual} if usual else {}))
        own = Path(QStandardPaths.writableLocation(usual or QStandardPaths.StandardLocation.DocumentsLocation))
        assert begun in (own, Path.home())
        assert begun != tmp_path


def test_the_next_dialog_begins_where_a_file_was_chosen_last(
    remembered: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = file_dialog(None, "A file")
    qtbot.addWidget(dialog)
    dialog.filesSelected.emit([str(tmp_path / "sheet.xlsx")])
    assert (remembered, begins(qtbot)) == ([str(tmp_path)], tmp_path)
    second = tmp_path / "stick"
    second.mkdir()
    folders = file_dialog(None, "A folder", mode=QFileDialog.FileMode.Directory)
    qtbot.addWidget(folders)
    folders.filesSelected.emit([str(second)])
    assert (remembered[-1], begins(qtbot)) == (str(second), second)
    second.rmdir()
    assert begins(qtbot) != second


def test_the_folder_is_kept_with_the_settings_of_the_user(tmp_path: Path) -> None:
    save(Settings(last_folder="C:\\Sheets", installation="a" * 32), tmp_path)
    assert load(tmp_path).last_folder == "C:\\Sheets"
