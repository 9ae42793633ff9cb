"""The support bundle in the window: read first, saved only where it is asked for."""

import zipfile

from PySide6.QtWidgets import QMessageBox
from ui.conftest import OFFICER

from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.support_dialog import SupportDialog


def test_the_whole_of_it_is_shown_before_it_is_saved(session, qtbot, tmp_path):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.actions_by_name["support"].trigger()
    dialog = window.findChild(SupportDialog)
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(lambda: bool(dialog.parts), timeout=20_000)
    shown = dialog.text.toPlainText()
    assert all(line in shown for part in dialog.parts for line in part.text.splitlines())
    assert "qt: 6." in shown
    assert str(session.store.path) not in shown
    assert OFFICER.name not in shown
    dialog.save(tmp_path / "bundle.zip")
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        assert {name: bundle.read(name).decode() for name in bundle.namelist()} == {
            f"{part.name}.txt": part.text for part in dialog.parts
        }
    window.close()


def test_a_file_that_is_no_bundle_stays_and_a_place_that_is_not_there_is_told(session, qtbot, tmp_path):
    (tmp_path / "mine.zip").write_text("mine")
    dialog = SupportDialog(session)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.parts), timeout=20_000)
    mine, nowhere = tmp_path / "mine.zip", tmp_path / "none" / "a.zip"
    for path, said in ((mine, "no support bundle"), (nowhere, "folder is not there")):
        dialog.save(path)
        box = dialog.findChildren(QMessageBox)[-1]
        assert said in box.text()
        box.close()
    assert (tmp_path / "mine.zip").read_text() == "mine"


def test_closing_it_early_stops_the_work(session, qtbot):
    dialog = SupportDialog(session)
    dialog.close_button.click()
    session.background.finish()
    assert not dialog.parts
