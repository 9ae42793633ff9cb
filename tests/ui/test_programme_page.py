"""The programme of a visit in the real window: slots made and mended in place, clashes in words, results filed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from ui.conftest import OFFICER
from ui.test_keystrokes import Keyboard
from ui.windows import shown_window

from hanoi_desk import desk
from hanoi_desk.desk import participant_id
from hanoi_desk.records import Event, EventKind, Meeting, MeetingState, Officer, Outreach, Person
from hanoi_desk.store import Query, Store
from hanoi_desk.ui.brief_dialog import BriefDialog
from hanoi_desk.ui.events.programme_page import ProgrammePage
from hanoi_desk.ui.events.slot_row import SlotRow
from hanoi_desk.ui.log_form import LogForm
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.record_dialog import RecordDialog
from hanoi_desk.ui.session import Goal, Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

VISIT = Event(
    name="Visit to Accra", kind=EventKind.VISIT, starts_on=date(2026, 11, 22), ends_on=date(2026, 11, 24), place="Accra"
)
LAN = Officer(name="Trần Thị Lan", title="Counsellor")
AMA = Person(name="Ama Mensah", participant=participant_id("GH"))
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def slot(time: str, **more: object) -> Meeting:
    given = {"on": VISIT.starts_on, "time": time, "minutes": 60, "event": VISIT.id, "topic": f"Talk at {time}"} | more
    return Meeting(**given)  # type: ignore[arg-type]


NINE = slot("09:00", participant=participant_id("GH"), ours=(LAN.id,), place="Ministry")
HALF_PAST = slot("09:30", participant=participant_id("KE"), ours=(LAN.id,))
LATE = slot(
    "15:00", participant=participant_id("GH"), counterpart=AMA.id, ours_text="Vice Minister A", note_taker=LAN.id
)


@pytest.fixture
def window(session: Session, store: Store, qtbot: QtBot) -> Iterator[MainWindow]:
    for record in (VISIT, LAN, AMA):
        desk.keep(store, record)
    desk.plan_meetings(store, [NINE, HALF_PAST, LATE])
    with shown_window(session, qtbot, Goal("programme", VISIT.id)) as window:
        yield window


def page_of(window: MainWindow) -> ProgrammePage:
    page = window.pages["programme"]
    assert isinstance(page, ProgrammePage)
    return page


def row_of(window: MainWindow, meeting: Meeting) -> SlotRow:
    return next(row for row in page_of(window).rows if row.meeting.id == meeting.id)


def test_the_days_of_the_visit_stand_under_each_other_with_their_slots_by_time(window: MainWindow) -> None:
    page = page_of(window)
    assert [row.meeting.topic for row in page.rows] == ["Talk at 09:00", "Talk at 09:30", "Talk at 15:00"]
    buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    assert [one.objectName() for one in buttons if one.objectName().startswith("add_")] == [
        "add_2026-11-22",
        "add_2026-11-23",
        "add_2026-11-24",
    ]
    said = row_of(window, LATE).words
    assert "15:00–16:00\nGhana\nAma Mensah\nTalk at 15:00\nVice Minister A\nNote-taker: Trần Thị Lan" in said


def test_a_clash_is_said_in_words_on_both_slots(window: MainWindow) -> None:
    assert "Clash: Trần Thị Lan is also wanted at 09:30–10:30: Kenya" in row_of(window, NINE).words
    assert "Clash: Trần Thị Lan is also wanted at 09:00–10:00: Ghana" in row_of(window, HALF_PAST).words
    assert "Clash" not in row_of(window, LATE).words
    page = page_of(window)
    assert page.clash_button.isVisible()
    page.clash_button.click()
    assert row_of(window, NINE).hasFocus()


def test_a_meeting_of_another_event_at_the_same_time_clashes_too(window: MainWindow, store: Store) -> None:
    desk.plan_meetings(store, [slot("15:30", event=None, note_taker=LAN.id, topic="Call of the capital")])
    said = row_of(window, LATE).words
    assert "Clash: Trần Thị Lan is also wanted at 15:30–16:30: Call of the capital" in said
    assert len(page_of(window).rows) == 3


def test_a_slot_is_made_in_its_day_by_keyboard_alone(window: MainWindow, store: Store) -> None:
    row_of(window, LATE).setFocus()
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_Insert)
    editor = page_of(window).editor
    assert editor is not None
    assert editor.time.text() == "16:00–17:00"  # when the last one ends, for as long
    assert editor.whom.line.hasFocus()
    keys.type("sen")
    keys.press(Qt.Key.Key_Tab)
    keys.type("Minister of Justice")
    keys.press(Qt.Key.Key_Tab)
    keys.type("Accession")
    keys.press(Qt.Key.Key_Return, CONTROL)

    made = next(one for one in store.all(Query(Meeting)) if one.topic == "Accession")
    assert (made.on, made.time, made.minutes, made.event) == (VISIT.starts_on, "16:00", 60, VISIT.id)
    assert (made.participant, made.counterpart_text) == (participant_id("SN"), "Minister of Justice")
    assert (made.ours_text, made.note_taker) == ("Vice Minister A", LAN.id)
    assert row_of(window, made).hasFocus()
    assert window.strip.words.startswith("Saved: ")
    assert len(keys.presses) == 4


def test_slots_are_written_one_after_the_other(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    buttons = page.findChildren(QPushButton, "add_2026-11-23")
    next(one for one in buttons if one.isVisible()).click()
    keys = Keyboard(window)
    assert page.editor is not None
    assert page.editor.time.hasFocus()
    keys.type("9h-9h45")
    keys.press(Qt.Key.Key_Tab)
    keys.type("ken")
    keys.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    assert page.editor is not None
    assert page.editor.time.text() == "09:45–10:30"
    keys.type("gha")
    keys.press(Qt.Key.Key_Return, CONTROL)
    made = store.all(Query(Meeting, (("on", "=", date(2026, 11, 23)),), order_by="time"))
    assert [(one.time, one.minutes, one.participant) for one in made] == [
        ("09:00", 45, participant_id("KE")),
        ("09:45", 45, participant_id("GH")),
    ]


def test_a_slot_is_mended_in_its_place_and_told_at_once_what_clashes(window: MainWindow, store: Store) -> None:
    row_of(window, HALF_PAST).setFocus()
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_Return)
    editor = page_of(window).editor
    assert editor is not None
    assert "is also wanted at 09:00–10:00" in editor.clash.text()
    editor.time.selectAll()
    keys.type("10:00-10:30")
    assert not editor.clash.isVisible()
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert (store.need(Meeting, HALF_PAST.id).time, store.need(Meeting, HALF_PAST.id).minutes) == ("10:00", 30)
    assert not page_of(window).clash_button.isVisible()
    window.undo()
    assert store.need(Meeting, HALF_PAST.id).time == "09:30"


def test_what_is_no_time_or_has_nobody_stands_beside_its_field(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    page.add()
    editor = page.editor
    assert editor is not None
    editor.time.setText("noon")
    editor.save_button.click()
    assert "14:30" in editor.rows["time"].problem or editor.rows["time"].problem
    editor.time.setText("12:00")
    editor.save_button.click()
    assert editor.rows["whom"].problem
    assert page.editor is editor
    assert len(store.all(Query(Meeting))) == 3


def test_leaving_a_slot_that_was_changed_asks_first(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    page = page_of(window)
    page.edit(NINE)
    keys = Keyboard(window)
    assert page.editor is not None
    page.editor.topic.setFocus()
    keys.type("Changed ")
    keys.press(Qt.Key.Key_Escape)
    box = page.findChild(QMessageBox)
    assert box is not None
    next(one for one in box.buttons() if one.text() == "Leave").click()
    assert page.editor is None
    assert store.need(Meeting, NINE.id) == NINE
    page.edit(row_of(window, NINE).meeting)
    keys.press(Qt.Key.Key_Escape)
    assert page.editor is None
    assert row_of(window, NINE).hasFocus()


def test_one_key_confirms_cancels_and_takes_off(window: MainWindow, store: Store) -> None:
    row_of(window, NINE).setFocus()
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_C)
    assert store.need(Meeting, NINE.id).state is MeetingState.CONFIRMED
    assert row_of(window, NINE).hasFocus()
    keys.press(Qt.Key.Key_C)
    assert store.need(Meeting, NINE.id).state is MeetingState.PLANNED
    keys.press(Qt.Key.Key_X)
    assert store.need(Meeting, NINE.id).state is MeetingState.CANCELLED
    assert not page_of(window).clash_button.isVisible()
    keys.press(Qt.Key.Key_Delete)
    assert store.get(Meeting, NINE.id) is None
    assert row_of(window, HALF_PAST).hasFocus()
    window.undo()
    assert store.get(Meeting, NINE.id)


def test_the_result_is_filed_from_the_slot_and_undone_with_it(window: MainWindow, store: Store) -> None:
    row_of(window, LATE).setFocus()
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_R)
    form = window.findChild(LogForm)
    assert form is not None
    keys.type("The bill will pass.")
    keys.press(Qt.Key.Key_Return, CONTROL)
    (filed,) = (desk.entry_of(store, one) for one in store.ids(Query(Outreach)))
    assert (filed.outreach.event, filed.outreach.time, filed.outreach.purpose) == (VISIT.id, "15:00", "Talk at 15:00")
    assert filed.outreach.notes == "The bill will pass."
    assert [one.participant for one in filed.countries] == [participant_id("GH")]
    assert [one.name for one in filed.people] == ["Ama Mensah", "Vice Minister A", "Trần Thị Lan"]
    assert filed.people[2].note_taker
    held = store.need(Meeting, LATE.id)
    assert (held.state, held.outreach) == (MeetingState.HELD, filed.outreach.id)
    assert OFFICER.name not in [one.name for one in filed.people]

    assert row_of(window, LATE).hasFocus()
    keys.press(Qt.Key.Key_R)  # now it leads to the result
    assert window.page is window.pages["outreach"]
    detail = window.page.detail  # type: ignore[attr-defined]
    detail.show_record(filed.outreach.id)
    assert "22/11/2026 15:00" in [button.accessibleName() for button in detail.findChildren(QPushButton)]
    window.undo()
    assert store.need(Meeting, LATE.id) == LATE
    assert store.ids(Query(Outreach)) == []


def test_a_meeting_to_come_has_no_result_yet(window: MainWindow, store: Store) -> None:
    early = slot("10:00", on=VISIT.ends_on, participant=participant_id("KE"))
    desk.plan_meetings(store, [early])
    row_of(window, early).setFocus()
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_Return, CONTROL)
    form = window.findChild(LogForm)
    assert form is not None
    assert form.sheet.rows["held_on"].problem.startswith("24/11/2026 is still to come.")
    assert store.need(Meeting, early.id).state is MeetingState.PLANNED


def test_a_result_that_was_being_written_still_knows_its_slot_when_the_draft_is_taken_up(
    window: MainWindow, store: Store
) -> None:
    row_of(window, LATE).setFocus()
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_R)
    keys.type("Half of it")
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_L, CONTROL)
    form = window.findChild(LogForm)
    assert form is not None
    form.draft_strip.resume.click()
    assert form.sheet.notes.text == "Half of it"
    form.save_button.click()
    assert store.need(Meeting, LATE.id).state is MeetingState.HELD


def test_the_brief_of_the_country_is_one_key_away(window: MainWindow, qtbot: QtBot) -> None:
    row_of(window, NINE).setFocus()
    Keyboard(window).press(Qt.Key.Key_B)
    dialog = window.findChild(BriefDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


def test_a_goal_of_a_slot_puts_the_cursor_on_it(window: MainWindow) -> None:
    window.go(Goal("overview"))
    window.go(Goal("programme", LATE.id))
    assert row_of(window, LATE).hasFocus()
    assert window.page.current_country() == participant_id("GH")
    assert window.page.current_event() == VISIT.id


def test_an_event_without_dates_has_a_programme_too(window: MainWindow, store: Store) -> None:
    someday = desk.keep(store, replace(VISIT, id="someday", name="Visit, date open", starts_on=None, ends_on=None))
    window.go(Goal("programme", someday.id))
    page = page_of(window)
    assert page.empty.isVisible()
    page.empty.button.click()
    assert page.editor is not None
    Keyboard(window).type("10:00")
    page.editor.topic.setText("Opening talk")
    page.editor.save_button.click()
    assert [row.meeting.topic for row in page.rows] == ["Opening talk"]


def test_a_slot_that_is_left_by_going_elsewhere_is_a_draft_and_offered(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    page.edit(NINE)
    keys = Keyboard(window)
    assert page.editor is not None
    page.editor.topic.setFocus()
    page.editor.topic.selectAll()
    keys.type("Another topic")
    window.go(Goal("overview"))
    assert window.strip.words.startswith("Not saved, but kept as a draft: ")
    window.back()
    assert page.editor is not None
    assert page.editor.topic.text() == "Another topic"
    page.chooser.chosen.emit("")
    assert page.editor is None
    assert store.need(Meeting, NINE.id) == NINE
    assert page.draft_strip.words.startswith("Not saved yet: ")
    page.draft_strip.resume.click()
    assert page.editor is not None
    assert page.editor.topic.text() == "Another topic"
    assert page.draft_strip.words == ""
    page.editor.save_button.click()
    assert store.need(Meeting, NINE.id).topic == "Another topic"
    assert store.draft("programme") is None


def test_a_new_slot_is_offered_at_the_next_start_and_may_be_discarded(
    window: MainWindow, session: Session, store: Store, qtbot: QtBot
) -> None:
    page = page_of(window)
    page.add()
    assert page.editor is not None
    page.editor.time.setText("16:00")
    page.editor.topic.setText("A late idea")
    window.close()
    second = MainWindow(session)
    qtbot.addWidget(second)
    second.show()
    second.go(Goal("programme", VISIT.id))
    page = page_of(second)
    assert "16:00" in page.draft_strip.words or "A late idea" in page.draft_strip.words
    page.draft_strip.resume.click()
    assert page.editor is not None
    assert (page.editor.time.text(), page.editor.topic.text()) == ("16:00", "A late idea")
    page._let_go()
    page.draft_strip.discard.click()
    assert page.draft_strip.words == ""
    assert store.draft("programme") is None
    second.close()


def test_half_a_name_and_a_time_that_is_none_come_back_with_the_slot(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    page = page_of(window)
    page.edit(NINE)
    typed = {
        "whom": "republic of",
        "theirs": "Bà Ng",
        "ours": "Lan Anh H",
        "note_taker": "zz",
        "time": "9:3x",
        "on": "1",
    }
    assert page.editor is not None
    for name in ("whom", "theirs", "ours", "note_taker"):
        getattr(page.editor, name).line.setText(typed[name])
    page.editor.time.setText(typed["time"])
    page.editor.on.show_typed(typed["on"])
    window.close()
    second = MainWindow(session)
    qtbot.addWidget(second)
    second.show()
    second.go(Goal("programme", VISIT.id))
    page = page_of(second)
    page.draft_strip.resume.click()
    assert page.editor is not None
    assert page.editor.typed() == typed
    assert page.editor.is_dirty
    second.close()


def test_a_time_that_is_none_keeps_the_slot_open(window: MainWindow) -> None:
    page = page_of(window)
    page.add()
    assert page.editor is not None
    page.editor.time.setText("noon")
    window.go(Goal("programme", LATE.id))
    assert page.editor is not None
    assert page.editor.time.text() == "noon"


def test_a_slot_is_found_by_its_topic_and_opened_in_its_programme(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Goal("overview"))
    window.search()
    keys = Keyboard(window)
    keys.type("talk at 15:00")
    qtbot.waitUntil(lambda: window._search.results.isVisible())
    keys.press(Qt.Key.Key_Return)
    assert window.page is page_of(window)
    assert row_of(window, LATE).hasFocus()


def test_ctrl_h_shows_the_history_and_the_files_of_a_slot(window: MainWindow) -> None:
    keys = Keyboard(window)
    page = page_of(window)
    row_of(window, NINE).setFocus()
    keys.press(Qt.Key.Key_H, CONTROL)
    (dialog,) = page.findChildren(RecordDialog)
    assert dialog.isVisible()
    assert dialog.files is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert row_of(window, NINE).hasFocus()
