"""The real window before an encrypted desk, beside another program, and on the day of a backup."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from ui.conftest import NOW

from hanoi_desk.desk import start_desk
from hanoi_desk.desk.backups import FOLDER, last_backup
from hanoi_desk.records import FollowUp, Officer
from hanoi_desk.storage import Cost, FirstKey
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui.app import Application

WORDS = "chín nhịp cầu Đuống đỏ nặng"
CHEAP = Cost(1024, 1, 1)


@pytest.fixture
def program(qapp, theme, tmp_path):
    running = Application(qapp, tmp_path / "config", lambda: NOW)
    running.set_language("en")
    yield running
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox):
            box.done(0)
    if running.unlock is not None:
        running.unlock.close()
    if running.first_start is not None:
        running.first_start.close()
    if running.window is not None:
        running.window.close()


def made(path, first=None):
    with Store.create(path, first=first) as store:
        start_desk(store, None, Officer(name="An"))
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what="Call back"))
    return path


def boxes():
    return [w.text() for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def test_an_encrypted_desk_asks_until_the_passphrase_is_right(program, tmp_path, qtbot):
    path = made(tmp_path / "locked.hdesk", FirstKey("an", "An", WORDS, CHEAP))
    program.start(path)
    assert program.window is None
    unlock = program.unlock
    QTest.keyClicks(unlock.passphrase, "something else")
    QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert unlock.isVisible()
    assert "not a passphrase" in unlock.passphrase.accessibleDescription()
    assert unlock.passphrase.selectedText()
    unlock.passphrase.setText(WORDS)
    QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert program.unlock is None
    store = program.window.session.store
    assert [task.what for task in store.all(Query(FollowUp))] == ["Call back"]
    assert store.who == "an"


def test_leaving_the_question_leads_to_another_desk(program, tmp_path):
    path = made(tmp_path / "locked.hdesk", FirstKey("an", "An", WORDS, CHEAP))
    program.start(path)
    QTest.keyClick(program.unlock, Qt.Key.Key_Escape)
    assert program.unlock is None
    assert program.first_start is not None
    assert program.first_start.findChild(QPushButton, "open_other") is not None


def test_a_desk_open_elsewhere_is_told_with_who_has_it(program, tmp_path):
    path = made(tmp_path / "desk.hdesk")
    with Store.open(path, held_at=NOW.replace(tzinfo=None)):
        program.start(path)
        assert program.window is None
        (said,) = boxes()
        assert "already open" in said
        assert NOW.strftime("%Y-%m-%d") in said


def test_opening_the_desk_that_is_open_changes_nothing(program, tmp_path):
    path = made(tmp_path / "desk.hdesk")
    program.start(path)
    window = program.window
    assert program.open_desk(path)
    assert program.window is window
    assert boxes() == []


def test_each_day_begins_with_a_checked_backup_that_the_window_tells(program, tmp_path, qtbot):
    path = made(tmp_path / "desk.hdesk")
    program.start(path)
    store = program.window.session.store
    qtbot.waitUntil(lambda: last_backup(store) is not None, timeout=20_000)
    (copy,) = (tmp_path / FOLDER).glob("desk.*.hdesk")
    with Store.open(copy) as kept:
        assert [task.what for task in kept.all(Query(FollowUp))] == ["Call back"]
    assert "Backup checked 09:41" in program.window.sidebar._footer.text()
    program.window.close()
    program.start(path)
    program.window.session.background.finish()
    assert list((tmp_path / FOLDER).glob("desk.*.hdesk")) == [copy]


def test_a_backup_that_cannot_be_made_is_said_and_stops_nothing(program, tmp_path, qtbot):
    path = made(tmp_path / "desk.hdesk")
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    program.start(path)
    qtbot.waitUntil(lambda: "backup" in program.window.strip.words.lower(), timeout=20_000)
    assert last_backup(program.window.session.store) is None
    assert Path(tmp_path / FOLDER).is_file()
