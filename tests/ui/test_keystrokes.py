"""A talk with three countries, a commitment and a sentence of notes, by keyboard alone, with every key counted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.windows import shown_window

from hanoi_desk import desk
from hanoi_desk.records import Outreach, PromisedAct
from hanoi_desk.store import Query, Store
from hanoi_desk.ui.log_form import LogForm
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MOST = 12


class Keyboard:
    """Presses real keys in whatever has the focus, and counts those that are not text."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.presses: list[str] = []

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key that is not text."""
        self.presses.append(QKeySequence(key | modifier).toString())
        QTest.keyClick(self._target(), key, modifier)

    def type(self, text: str) -> None:
        """Type text, letter by letter."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self._target(), letter)
            else:  # QTest knows no other letters
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self._target(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


@pytest.fixture
def window(session: Session, qtbot) -> Iterator[MainWindow]:
    """Show the real window on its overview."""
    with shown_window(session, qtbot) as window:
        yield window


def test_three_countries_a_commitment_and_a_sentence_need_at_most_twelve_keys_besides_the_text(
    window: MainWindow, store: Store
) -> None:
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    keys.type("gha ken sen")
    keys.press(Qt.Key.Key_Tab)
    keys.type("All three support early entry into force; Ghana is the furthest.")
    keys.press(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    keys.type("the bill goes to Parliament in February")
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (logged,) = (desk.entry_of(store, one) for one in store.ids(Query(Outreach)))
    assert [c.participant for c in logged.countries] == [desk.participant_id(key) for key in ("GH", "KE", "SN")]
    assert logged.outreach.notes == "All three support early entry into force; Ghana is the furthest."
    (promise,) = logged.commitments
    assert promise.participant == desk.participant_id("GH")
    assert promise.act is PromisedAct.RATIFY
    assert promise.words == "the bill goes to Parliament in February"
    assert len(keys.presses) <= MOST, keys.presses


def test_a_commitment_with_a_date_and_a_follow_up_stay_within_twelve_keys_too(window: MainWindow, store: Store) -> None:
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    keys.type("mông cổ ken sen")
    keys.press(Qt.Key.Key_Tab)
    keys.type("Mongolia will sign in New York.")
    keys.press(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    keys.type("we will sign in December")
    keys.press(Qt.Key.Key_Tab)  # verbatim
    keys.press(Qt.Key.Key_Tab)  # by when
    keys.type("31/12")
    keys.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    keys.type("Send the model full powers")
    keys.press(Qt.Key.Key_Tab)
    keys.type("+4")
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (logged,) = (desk.entry_of(store, one) for one in store.ids(Query(Outreach)))
    (promise,), (task,) = logged.commitments, logged.follow_ups
    assert (promise.act, str(promise.by)) == (PromisedAct.SIGN, "2026-12-31")
    assert (task.what, str(task.due_on)) == ("Send the model full powers", "2026-11-26")
    assert len(keys.presses) <= MOST, keys.presses


def test_tab_reaches_every_field_and_comes_round(window: MainWindow, session: Session) -> None:
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    keys.type("gha ")
    keys.press(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(20)
    form = window.findChild(LogForm)
    first, met = QApplication.focusWidget(), set()
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert form.isAncestorOf(focused)
        place = focused.mapTo(form, QPoint(0, 0))
        assert focused.accessibleName() or focused.text(), f"{focused} at {place} has no name"
        met.add(focused)
        if focused is first:
            break
    sheet = form.sheet
    fields = (sheet.held_on.line, sheet.kind, sheet.place.line, sheet.countries.line, sheet.notes, sheet.summary)
    people = tuple(field.line for field in list(sheet.attendees.fields.values())[:2])
    buttons = (form.save_button, form.another_button, form.back_button)
    assert met.issuperset((*fields, *people, *buttons, sheet.more.fold, sheet.results.lines[0].fold))
