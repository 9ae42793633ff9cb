"""A lock or a kill in the middle of something: it is there again, or the user is told what holds and what to do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from ui.conftest import NOW
from ui.test_lock import WORDS, crash, made_locked, unlock, until

from hanoi_desk.desk import keys
from hanoi_desk.store import StoreError
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.session import Goal

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def locked_desk(tmp_path_factory):
    """Make an encrypted desk once."""
    return made_locked(tmp_path_factory.mktemp("locked") / "locked.hdesk")


@pytest.fixture
def program(qapp, theme, tmp_path, locked_desk):
    for one in locked_desk.parent.iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    running = Application(qapp, tmp_path / "config", lambda: NOW)
    running.set_language("en")
    assert running.open_desk(tmp_path / "locked.hdesk", WORDS)
    yield running
    for box in boxes():
        box.done(0)
    if running.unlock is not None:
        running.unlock.close()
    if running.window is not None:
        running.window.close()


def shown(kind):
    return [one for one in QApplication.topLevelWidgets() if type(one).__name__ == kind and one.isVisible()]


def boxes():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


def press(words):
    (box,) = boxes()
    next(one for one in box.buttons() if one.text() == words).click()


def opens(program, words):
    try:
        keys.unlock(program.window.session.store.path, words)
    except StoreError:
        return False
    return True


def new_paper(program):
    """Ask for a paper, and return what shows it and the code."""
    until(lambda: shown("PaperDialog"))
    (paper,) = shown("PaperDialog")
    return paper, paper.findChild(QLabel, "code").text()


# ---- the keys ----


@pytest.mark.parametrize("cut", ["lock", "kill"])
def test_a_code_that_was_not_confirmed_costs_no_earlier_paper_and_that_is_said(program, cut):
    earlier = keys.make_recovery_paper(program.window.session.store)
    program.window.make_paper()
    press("Make a new paper")
    _, lost = new_paper(program)
    if cut == "lock":
        program.lock()
        unlock(program)
    else:
        crash(program)
    (box,) = boxes()
    assert "not confirmed: it opens nothing" in box.text()
    assert (opens(program, earlier), opens(program, lost)) == (True, False)
    press("Make a new paper")
    press("Make a new paper")  # the earlier one is still good
    paper, code = new_paper(program)
    paper.confirm_button.click()
    assert not paper.isVisible()
    assert (opens(program, earlier), opens(program, lost), opens(program, code)) == (False, False, True)
    program.lock()
    unlock(program)
    assert boxes() == [], "it is said once"


def test_a_code_is_left_only_after_a_question(program):
    program.window.make_paper()
    paper, code = new_paper(program)
    QTest.keyClick(paper, Qt.Key.Key_Escape)
    press("Go back")
    assert paper.isVisible()
    paper.cancel_button.click()
    press("Leave")
    assert not opens(program, code)
    program.lock()
    unlock(program)
    assert boxes() == []


def test_a_passphrase_that_was_noted_and_not_yet_changed_is_told_of_after_a_lock(program):
    program.window.go(Goal("safekeeping"))
    dialog = program.window.page.keys.change()
    noted = dialog.new.words.text()
    program.lock()
    unlock(program)
    (box,) = boxes()
    assert "not changed" in box.text()
    assert not opens(program, noted)
