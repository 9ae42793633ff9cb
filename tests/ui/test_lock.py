"""Locking always locks: nothing of a record stays on the screen, and what was being written comes back."""

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
)
from ui.conftest import MISSION, NOW

from hanoi_desk.desk import participant_id, start_desk
from hanoi_desk.language import Language
from hanoi_desk.records import FollowUp, Officer, PackPart, Person
from hanoi_desk.storage import Cost, FirstKey, StoreError, StoreErrorCode
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui import copies, lock_watch, messages
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.capture import CaptureGuard
from hanoi_desk.ui.clipboard import KEPT, ClipboardGuard, private_copy
from hanoi_desk.ui.forms import PersonForm
from hanoi_desk.ui.lock_watch import LockWatch, is_leave
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Goal
from hanoi_desk.ui.system_dialogs import close_system_dialogs, idle_in_dialogs
from hanoi_desk.ui.unlock import Unlock

WORDS = "chín nhịp cầu Đuống đỏ nặng"
CHEAP = Cost(1024, 1, 1)
MARKER = "Đặng Thị Hương"
STATUS = Path(__file__).parent.parent / "untc"


def made_locked(path):
    """Make an encrypted desk: an officer, a task and a person with the marker in their names."""
    an = Officer(id="an", name="An")
    with Store.create(path, first=FirstKey(an.id, an.name, WORDS, CHEAP)) as store:
        start_desk(store, MISSION, an)
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what=f"Call {MARKER}"))
            change.save(Person(name=MARKER))
        store.set_local("last_backup", NOW.replace(tzinfo=None).isoformat())
    return path


@pytest.fixture(scope="module")
def locked_desk(tmp_path_factory):
    """Make the desk once."""
    return made_locked(tmp_path_factory.mktemp("locked") / "locked.hdesk")


@pytest.fixture
def program(qapp, theme, tmp_path, locked_desk):
    for one in locked_desk.parent.iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    running = Application(qapp, tmp_path / "config", lambda: NOW)
    running.set_language("en")
    assert running.open_desk(tmp_path / "locked.hdesk", WORDS)
    yield running
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox):
            widget.done(0)
    if running.unlock is not None:
        running.unlock.close()
    if running.window is not None:
        running.window.close()


def words_of(widget):
    """Return every text that a widget shows or tells."""
    found = [widget.windowTitle(), widget.toolTip(), widget.accessibleName()]
    if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QGroupBox):
        found.append(widget.title())
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        found.append(widget.toPlainText())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(min(model.rowCount(), 200)):
            columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
            found += [str(model.index(row, column).data()) for column in range(columns)]
    return " ".join(found)


def seen():
    return [words_of(one) for one in QApplication.allWidgets() if one.isVisible()]


def shows_marker():
    return any(MARKER in words for words in seen())


def until(condition):
    """Wait until something that goes on beside has ended."""
    for _ in range(2_000):
        if condition():
            return
        QTest.qWait(10)
    raise AssertionError("it did not end")


def unlock(program):
    program.unlock.passphrase.setText(WORDS)
    QTest.keyClick(program.unlock.passphrase, Qt.Key.Key_Return)
    until(lambda: program.window is not None)


def crash(program):
    """Begin anew with the desk as a killed program leaves it at this moment."""
    path = program.window.session.store.path
    for ending in ("", ".keys"):
        path.with_name(f"crashed.hdesk{ending}").write_bytes(path.with_name(path.name + ending).read_bytes())
    program.lock()
    assert program.open_desk(path.with_name("crashed.hdesk"), WORDS)


def in_log_form(program):
    program.window.actions_by_name["log_outreach"].trigger()
    program.window.form.sheet.notes.setPlainText(MARKER)


def in_record_form(program):
    program.window.go(Goal("people"))
    form = program.window.page.open_form(PersonForm(program.window.session, Person(name=""), "New", program.window))
    form.rows["name"].field.setText(f"Bà {MARKER}")


def in_brief(program):
    class_of("brief")(program.window.session, participant_id("KE"), program.window).open()
    messages.tell(program.window, MARKER)


def in_pack(program):
    """Write a text of a document while its pages are being made."""
    program.window.go(Goal("packs", participant_id("KE")))
    page = program.window.page
    page.show_tab("texts")
    page.texts_tab.add(PackPart.REASON)
    next(iter(page.texts_tab.rows[0].areas.values())).setPlainText(MARKER)
    page.document_tab.countries.line.setText("ghan")
    assert page.making.is_busy


def in_import(program):
    program.window.go(Goal("treaty"))
    program.window.page.read_file(STATUS / "XVIII-16.en.xml")


def in_search(program):
    program.window.go(Goal("follow_ups"))
    program.window.search()
    QTest.keyClicks(program.window.search_box, "Call")


def in_message(program):
    messages.ask(None, f"{MARKER}?", "Yes", lambda: None)


def in_menu(program):
    program.window.go(Goal("people"))
    menu = program.window._menus["desk"]
    menu.setTitle(MARKER)
    menu.popup(QPoint(0, 0))


def in_file_dialog(program):
    program.window.go(Goal("safekeeping"))
    program.window.page.backups.choose_second()
    program.choose_desk()
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QFileDialog):
            dialog.setWindowTitle(MARKER)


OPEN = [in_file_dialog, in_log_form, in_record_form, in_brief, in_pack, in_import, in_search, in_message, in_menu]


@pytest.mark.parametrize("opened", OPEN)
@pytest.mark.parametrize("by", ["key", "system"])
def test_whatever_is_open_nothing_of_a_record_is_on_screen_within_a_second(program, opened, by):
    window, store = program.window, program.window.session.store
    opened(program)
    QApplication.processEvents()
    begun = time.thread_time()
    if by == "key":
        window.actions_by_name["lock"].trigger()
    else:
        program.watch.news.hear(True)
    assert time.thread_time() - begun < 1, "what the disk and other threads do comes after the screen is clear"
    assert not shows_marker()
    assert [one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible()] == ["unlock"]
    assert program.window is None
    assert store.opened is None
    with pytest.raises(Exception, match="closed"):
        store.count(Query(FollowUp))


def test_what_was_being_logged_comes_back_after_the_passphrase(program):
    program.window.go(Goal("follow_ups"))
    in_log_form(program)
    program.lock()
    unlock(program)
    assert program.window.place()[0].page == "follow_ups"
    assert program.window.form.sheet.notes.toPlainText() == MARKER


def test_a_document_that_was_put_together_comes_back_after_the_passphrase(program):
    in_pack(program)
    program.lock()
    unlock(program)
    page = program.window.page
    assert page.composed.pack.participants == (participant_id("KE"),)
    assert [text.text_en for text in page.composed.texts] == [MARKER]
    assert page.tabs.current == "texts"
    assert page.document_tab.countries.line.text() == "ghan"
    page.making.stop()


def test_what_was_typed_in_a_small_form_comes_back_after_the_passphrase(program):
    in_record_form(program)
    program.lock()
    assert not shows_marker()
    unlock(program)
    (form,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PersonForm) and one.isVisible()]
    assert form.rows["name"].field.text() == f"Bà {MARKER}"
    assert form.is_changed()
    form.save()
    assert [one.name for one in program.window.session.store.all(Query(Person, (("name", "=", f"Bà {MARKER}"),)))]
    program.drafts.keep()
    assert program.window.session.store.draft("record_forms") is None


def test_what_was_typed_in_a_small_form_is_offered_after_a_crash_and_never_forced(program):
    in_record_form(program)
    program.drafts.keep()
    crash(program)
    (box,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, PersonForm) and one.isVisible()]
    next(one for one in box.buttons() if one.text() == "Go on writing").click()
    (form,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PersonForm) and one.isVisible()]
    assert form.rows["name"].field.text() == f"Bà {MARKER}"


def test_what_was_put_off_at_the_start_is_not_forced_by_a_lock(program):
    in_record_form(program)
    program.drafts.keep()
    crash(program)
    (box,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]
    assert "New" in box.informativeText()
    next(one for one in box.buttons() if one.text() == "Not now").click()
    program.lock()
    unlock(program)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, PersonForm) and one.isVisible()]
    assert program.drafts.left == 1


def test_the_desk_locks_when_a_draft_cannot_be_kept(program, monkeypatch):
    in_log_form(program)
    in_record_form(program)

    def full(*_):
        raise StoreError(StoreErrorCode.DISK_FULL)

    monkeypatch.setattr(Store, "keep_draft", full)
    monkeypatch.setattr(type(program.window), "close_form", lambda _: 1 / 0)
    program.lock()
    assert program.window is None
    assert not shows_marker()


def test_a_locked_desk_is_left_by_no_key_and_a_wrong_passphrase_opens_nothing(program):
    program.lock()
    QTest.keyClick(program.unlock, Qt.Key.Key_Escape)
    assert program.unlock.isVisible()
    for n in range(5):
        program.unlock.passphrase.setText(f"wrong {n}")
        QTest.keyClick(program.unlock.passphrase, Qt.Key.Key_Return)
        until(lambda: not program.unlock.is_busy)
    assert program.window is None
    assert not program.unlock.open_button.isEnabled(), "the next try waits"
    assert "not a passphrase" in program.unlock.passphrase.accessibleDescription()


def test_the_sentence_about_a_wrong_passphrase_is_wholly_seen(qapp, theme, qtbot):
    page = Unlock(Path("desk.hdesk"), Language.VI)
    qtbot.addWidget(page)
    page.open()
    page.set_busy(True)
    page.set_busy(False)
    page.say_wrong()
    (told,) = [one for one in page.findChildren(QLabel) if one.property("role") == "problem" and one.isVisible()]
    page.layout().activate()
    assert told.height() >= told.heightForWidth(told.width())


def test_a_desk_opened_on_its_page_locks_and_opens_again_and_again(program, tmp_path):
    program.window.close()
    program.start(tmp_path / "locked.hdesk")
    for _ in range(3):
        unlock(program)
        program.lock()
        assert program.window is None
        assert program.unlock.isVisible()
        assert program.first_start is None


def test_locking_twice_is_locking_once(program):
    program.lock()
    first = program.unlock
    program.lock()
    assert program.unlock is first


def test_a_plain_desk_is_hidden_and_opens_with_enter(qapp, theme, tmp_path, started_desk):
    path = tmp_path / "plain.hdesk"
    path.write_bytes(started_desk.read_bytes())
    running = Application(qapp, tmp_path / "plain config", lambda: NOW)
    running.open_desk(path)
    running.set_lock_minutes(0)
    assert running.window.lock_minutes == 0
    running.lock()
    assert running.window is None
    assert not running.unlock.passphrase.isVisible()
    QTest.keyClick(running.unlock, Qt.Key.Key_Return)
    assert running.window.session.store.path == path
    running.window.close()


def test_copies_of_files_and_the_clipboard_go_with_the_lock(program, qapp):
    kept = copies.write_copy("a.txt", b"text")
    program.clipboard.is_ours = lambda: True
    qapp.clipboard().setText(MARKER)
    program.lock()
    assert not kept.exists()
    assert qapp.clipboard().text() == ""


class Clock:
    def __init__(self):
        self.at = 0.0

    def __call__(self):
        return self.at


def test_the_desk_locks_when_nobody_did_anything_for_the_chosen_minutes(qapp):
    clock, asked = Clock(), []
    watch = LockWatch(clock=clock)
    watch.asked.connect(lambda: asked.append(clock.at))
    watch.start(5)
    clock.at = 299
    watch.look()
    assert asked == []
    press = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(), QPointF(), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    watch.eventFilter(watch, press)
    clock.at = 500
    watch.look()
    assert asked == []
    clock.at = 599
    watch.look()
    assert asked == [599]


def test_what_is_typed_in_a_dialog_for_files_counts_as_being_there(qapp, qtbot, tmp_path):
    clock, asked = Clock(), []
    watch = LockWatch(clock=clock)
    watch.asked.connect(lambda: asked.append(clock.at))
    watch.start(1)
    dialog = QFileDialog(None, "Open", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.open()
    clock.at = 50
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    clock.at = 100
    watch.look()
    assert asked == []
    QTest.mouseMove(dialog.windowHandle(), QPoint(5, 5))
    qapp.processEvents()
    clock.at = 150
    watch.look()
    assert asked == []
    watch.stop()


@pytest.mark.parametrize(("letter", "code", "locks"), [(0x414, 0x4C, True), (0x414, 0x44, False), (0x4C, 0, True)])
def test_the_key_locks_under_cyrillic_letters_too(qapp, letter, code, locks):
    watch, asked = LockWatch(), []
    watch.asked.connect(lambda: asked.append(True))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press = QKeyEvent(QEvent.Type.KeyPress, letter, both, 0, code, 0)
    assert watch.eventFilter(watch, press) is locks
    assert bool(asked) is locks


def test_never_is_never(qapp):
    clock, asked = Clock(), []
    watch = LockWatch(clock=clock)
    watch.asked.connect(lambda: asked.append(clock.at))
    watch.start(0)
    clock.at = 1e9
    watch.look()
    assert asked == []


@pytest.mark.parametrize(
    ("number", "says", "leaves"),
    [(0x02B1, 7, True), (0x02B1, 8, False), (0x02B1, 2, True), (0x0218, 4, True), (0x0218, 7, False), (1, 7, False)],
)
def test_windows_tells_of_its_lock_and_its_sleep(number, says, leaves):
    assert is_leave(number, says) is leaves


@pytest.fixture
def guard(qapp):
    qapp.clipboard().clear()
    watching = ClipboardGuard()
    watching.is_ours = lambda: True
    yield watching
    qapp.clipboard().dataChanged.disconnect(watching.look)


def test_what_was_copied_here_leaves_the_clipboard_after_half_a_minute(guard, qapp):
    assert KEPT == 30_000
    guard._timer.setInterval(1)
    qapp.clipboard().setText(MARKER)
    QTest.qWait(50)
    assert qapp.clipboard().text() == ""


def test_what_another_program_copied_since_is_left_alone(guard, qapp):
    qapp.clipboard().setText(MARKER)
    guard.is_ours = lambda: False
    qapp.clipboard().setText("from elsewhere")
    guard.clear()
    assert qapp.clipboard().text() == "from elsewhere"


def test_the_guard_keeps_no_text_itself(guard, qapp):
    qapp.clipboard().setText(MARKER)
    assert MARKER not in repr(vars(guard))
    assert guard._ours is not None


def test_on_windows_a_copy_is_marked_for_no_history_and_no_cloud(qapp):
    formats = private_copy(MARKER).formats()
    for name in ("ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory"):
        assert any(name in one for one in formats)
    assert private_copy(MARKER).text() == MARKER


class User32:
    """Stands for Windows, which is not here: notes what it is asked, and has windows of several processes."""

    def __init__(self, *windows):
        self.asked = []
        self.windows = windows  # process, class, whether it is seen
        self.closed = []
        self.ways = {0x00, 0x01, 0x11}  # in which it can keep a window out of captures

    def EnumWindows(self, look, _):
        for number in range(len(self.windows)):
            look(number, 0)

    def GetWindowThreadProcessId(self, window, owner):
        owner._obj.value = self.windows[window or 0][0]

    def IsWindowVisible(self, window):
        return self.windows[window or 0][2]

    def GetClassNameW(self, window, name, _):
        name.value = self.windows[window or 0][1]

    def PostMessageW(self, window, message, *_):
        self.closed.append((window or 0, message))

    def GetLastInputInfo(self, last):
        last._obj.at = 2**32 - 1_000
        return True

    def SetWindowDisplayAffinity(self, window, how):
        self.asked.append(how)
        return how in self.ways


def test_on_windows_every_window_is_kept_out_of_captures_when_that_is_chosen(qapp, qtbot):
    windows = User32()
    guard = CaptureGuard(user32=windows)
    shown = QLabel(MARKER)
    qtbot.addWidget(shown)
    shown.show()
    guard.set_hidden(True)
    assert set(windows.asked) == {0x11}
    later = QLabel(MARKER)
    qtbot.addWidget(later)
    later.show()
    windows.asked.clear()
    qapp.focusWindowChanged.emit(later.windowHandle())
    assert windows.asked == [0x11]
    guard.set_hidden(False)
    assert set(windows.asked[1:]) == {0x00}


def test_an_older_windows_shows_a_black_place_where_a_window_is(qtbot):
    windows = User32()
    windows.ways = {0x00, 0x01}
    guard = CaptureGuard(user32=windows)
    shown = QLabel(MARKER)
    qtbot.addWidget(shown)
    shown.show()
    windows.asked.clear()
    guard.set_hidden(True)
    assert windows.asked[:2] == [0x11, 0x01]
    windows.asked.clear()
    guard.set_hidden(False)
    assert set(windows.asked) == {0x00}


def test_where_windows_can_be_hidden_the_choice_is_kept(program):
    program.window.go(Goal("safekeeping"))
    page = program.window.page
    assert page.hides.isHidden() == (sys.platform != "win32")
    page.hides.click()
    assert program.settings.hides_windows
    program.lock()
    unlock(program)
    program.window.go(Goal("safekeeping"))
    assert program.window.page.hides.isChecked()


def test_on_windows_the_dialogs_of_the_system_are_asked_to_close_and_no_others():
    windows = User32((7, "Qt6", True), (7, "#32770", True), (8, "#32770", True), (7, "#32770", False))
    assert close_system_dialogs(windows, 7) == 1
    assert windows.closed == [(1, 0x0010)]


def test_on_windows_work_in_a_dialog_of_the_system_counts_as_being_there(qapp, monkeypatch):
    windows = User32((7, "#32770", True), (8, "#32770", True))
    assert idle_in_dialogs(windows, 7, lambda: 4_000) == 5
    assert idle_in_dialogs(User32((7, "Qt6", True)), 7, lambda: 4_000) is None
    assert idle_in_dialogs() is None  # none is open here
    clock, asked = Clock(), []
    watch = LockWatch(clock=clock)
    watch.asked.connect(lambda: asked.append(clock.at))
    watch.start(1)
    clock.at = 70
    monkeypatch.setattr(lock_watch, "idle_in_dialogs", lambda: 59.0)
    watch.look()
    assert asked == []
    monkeypatch.setattr(lock_watch, "idle_in_dialogs", lambda: 60.0)
    watch.look()
    assert asked == [70]


def test_the_key_locks_under_a_dialog_that_keeps_every_key_from_the_window(program):
    in_record_form(program)
    messages.ask(program.window, f"{MARKER}?", "Yes", lambda: None)
    QApplication.processEvents()
    (box,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]
    QTest.keyClick(box.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.window is not None
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(box.windowHandle(), Qt.Key.Key_L, both)
    assert program.window is None
    assert not shows_marker()


@pytest.mark.parametrize("begin", [in_log_form, in_record_form])
def test_what_bore_the_mark_of_a_state_secret_is_not_kept_over_a_lock_and_that_is_said(program, begin):
    begin(program)
    form = program.window.form or program.window.page.findChild(PersonForm) or program.window.findChild(PersonForm)
    keep = getattr(form, "keeper", None)
    keep.flush() if keep else program.drafts.keep()
    field = form.sheet.notes if keep else form.rows["notes"].field
    field.setPlainText(f"{MARKER} TỐI MẬT")
    program.lock()
    assert not any("TỐI MẬT" in words for words in seen())
    unlock(program)
    assert shows_marker()
    assert "what was written since is not kept" in program.window.strip.words
    assert not any("TỐI MẬT" in words for words in seen())
