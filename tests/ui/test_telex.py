"""Vietnamese is typed as it is: by an input method that composes, and by one that takes letters back and types anew."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui.windows import shown_window

from hanoi_desk import desk
from hanoi_desk.records import Commitment, Event, EventKind, Outreach, PromisedAct, Statement
from hanoi_desk.store import Query, Store
from hanoi_desk.ui.events.programme_page import ProgrammePage
from hanoi_desk.ui.forms import CommitmentForm
from hanoi_desk.ui.log_form import LogForm
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import ChipEdit, DateField, TextArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MINISTRY = "Bộ Ngoại giao"
#: What stands in the field after each key of the Telex way of typing, word by word: "Booj Ngoaji giao".
STEPS = (
    ("B", "Bo", "Bô", "Bộ"),
    ("N", "Ng", "Ngo", "Ngoa", "Ngọa", "Ngoại"),
    ("g", "gi", "gia", "giao"),
)
Way = Callable[[], None]


def compose() -> None:
    """Type as ibus-unikey does: a word is shown while it is composed, and given over with the space after it."""
    for place, steps in enumerate(STEPS):
        for step in steps:
            send(QInputMethodEvent(step, []))
        send(committing(steps[-1] + (" " if place < len(STEPS) - 1 else "")))


def retype() -> None:
    """Type as UniKey does on Windows: it takes letters back with Backspace and types them anew."""
    for place, steps in enumerate(STEPS):
        shown = ""
        for step in steps:
            kept = next((at for at, both in enumerate(zip(shown, step, strict=False)) if len({*both}) > 1), len(shown))
            for _ in shown[kept:]:
                QTest.keyClick(focused(), Qt.Key.Key_Backspace)
            type_letters(step[kept:])
            shown = step
        if place < len(STEPS) - 1:
            QTest.keyClick(focused(), Qt.Key.Key_Space)


WAYS = pytest.mark.parametrize("way", [compose, retype])


def send(event: QInputMethodEvent) -> None:
    QApplication.sendEvent(focused(), event)


def type_letters(letters: str) -> None:
    """Press keys that give these letters, which need not be on any keyboard."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def committing(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_in(field: QWidget, way: Way) -> str:
    """Type the name of a ministry into a field, and return what stands there."""
    field.setFocus()
    line = focused()
    assert line is field or field.isAncestorOf(line)
    way()
    return line.text() if isinstance(line, QLineEdit) else line.toPlainText()  # type: ignore[attr-defined]


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    with shown_window(session, qtbot) as window:
        yield window


@WAYS
def test_every_field_of_the_log_form_holds_what_was_typed(window: MainWindow, store: Store, way: Way) -> None:
    window.log_outreach()
    form = window.findChild(LogForm)
    assert form is not None
    fields = [row.field for row in form.sheet.rows.values() if row.field.isVisible()]
    texts = [one for one in fields if not isinstance(one, DateField) and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    written = [one for one in (*texts, form.sheet.countries) if isinstance(one, QLineEdit | TextArea | ChipEdit)]
    assert len(written) >= 3
    for field in written:
        assert type_in(field, way) == MINISTRY, field.objectName()
    assert form.sheet.countries.chips == ()
    form.sheet.countries.line.clear()
    assert form.sheet.notes.text == MINISTRY
    form.close()


@WAYS
def test_a_form_of_a_promise_takes_no_word_for_a_country(session: Session, qtbot: QtBot, way: Way) -> None:
    treaty, day = session.board().treaty.id, session.today
    blank = Commitment(participant="", treaty=treaty, act=PromisedAct.SIGN, made_on=day)
    form = CommitmentForm(session, blank, "A promise")
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    for name, row in form.rows.items():
        field: Any = row.field
        if isinstance(field, QLineEdit | TextArea | ChipEdit) and field.isVisible():
            assert type_in(field, way) == MINISTRY, name
    chips = form.rows["participant"].field
    assert isinstance(chips, ChipEdit)
    assert (chips.chips, chips.pending) == ((), MINISTRY)
    form.done(0)


def test_a_country_with_accents_is_taken_when_its_name_is_whole(window: MainWindow) -> None:
    window.log_outreach()
    form = window.findChild(LogForm)
    assert form is not None
    form.sheet.countries.setFocus()
    for word, steps in (("Hàn ", ("H", "Ha", "Han", "Hàn")), ("Quốc ", ("Q", "Qu", "Quo", "Quô", "Quôc", "Quốc"))):
        for step in steps:
            send(QInputMethodEvent(step, []))
            assert form.sheet.countries.chips == ()
        send(committing(word))
    assert [one.id for one in form.sheet.countries.chips] == [desk.participant_id("KR")]
    form.close()


@pytest.mark.parametrize("key", ["people", "countries"])
def test_a_filter_waits_until_a_word_is_composed(key: str, window: MainWindow) -> None:
    window.go(Goal(key))
    box = getattr(window.page, "filter", None) or window.page.list.filter  # type: ignore[attr-defined]
    said: list[str] = []
    box.typed.connect(said.append)
    assert type_in(box, compose) == MINISTRY
    assert said == ["Bộ ", "Bộ Ngoại ", MINISTRY]


@WAYS
def test_the_search_box_and_the_builder_hold_what_was_typed(window: MainWindow, way: Way) -> None:
    assert type_in(window.search_box, way) == MINISTRY
    window.go(Goal("packs"))
    for field in window.page.findChildren(TextArea):
        if field.isVisible() and not field.isReadOnly():
            field.selectAll()
            assert type_in(field, way) == MINISTRY


@WAYS
def test_a_day_is_read_in_vietnamese(session: Session, qtbot: QtBot, way: Way) -> None:
    field = DateField(lambda: session.today, "Day")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    if way is compose:
        for step in ("h", "ho", "hô", "hôm"):
            send(QInputMethodEvent(step, []))
        send(committing("hôm "))
    else:
        QTest.keyClicks(focused(), "ho")
        QTest.keyClick(focused(), Qt.Key.Key_Backspace)
        type_letters("ôm ")
    QTest.keyClicks(focused(), "nay")
    assert field.settle()
    assert field.value == session.today


@WAYS
def test_a_slot_of_a_programme_holds_what_was_typed(window: MainWindow, way: Way) -> None:
    window.go(Goal("programme"))
    page = window.page
    assert isinstance(page, ProgrammePage)
    page.add()
    editor = page.editor
    assert editor is not None
    for name in ("whom", "theirs", "topic", "place", "ours"):
        assert type_in(editor.rows[name].field, way) == MINISTRY, name
    assert editor.whom.chips == ()
    page._leave_now()


def test_a_key_that_saves_takes_the_word_with_it_that_was_just_given_over(window: MainWindow, store: Store) -> None:
    window.log_outreach()
    form = window.findChild(LogForm)
    assert form is not None
    form.sheet.countries.setFocus()
    QTest.keyClicks(focused(), "ken ")
    assert type_in(form.sheet.notes, compose) == MINISTRY
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (kept,) = store.all(Query(Outreach))
    assert kept.notes == MINISTRY


def test_letters_that_mark_a_delegation_mark_none_while_a_word_is_composed(window: MainWindow, store: Store) -> None:
    desk.keep(store, Event(name="Session", kind=EventKind.COMMITTEE_SESSION, starts_on=date(2026, 11, 22)))
    window.go(Goal("plenary"))
    box = window.page.filter  # type: ignore[attr-defined]
    box.setFocus()
    for step in ("M", "Mỹ", "N", "Na"):
        send(QInputMethodEvent(step, []))
    send(committing("Na Uy"))
    assert box.text() == "Na Uy"
    assert store.all(Query(Statement)) == []
