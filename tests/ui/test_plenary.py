"""The plenary tracker in the real window: one key a delegation, notes that are never lost, no promise by itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from ui.test_keystrokes import Keyboard
from ui.windows import shown_window

from hanoi_desk import desk
from hanoi_desk.desk import participant_id
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Commitment,
    Event,
    EventKind,
    Form,
    Grade,
    Mention,
    PromisedAct,
    Source,
    SourceKind,
    Statement,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.text import sort_key
from hanoi_desk.ui.events.asides import Asides
from hanoi_desk.ui.events.plenary_page import PlenaryPage
from hanoi_desk.ui.events.statement_form import StatementPromiseForm
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.record_dialog import RecordDialog
from hanoi_desk.ui.session import Goal, Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SESSION = Event(
    name="Committee session",
    kind=EventKind.COMMITTEE_SESSION,
    starts_on=date(2026, 11, 20),
    ends_on=date(2026, 11, 24),
)
GHANA, KENYA, FRANCE = map(participant_id, ("GH", "KE", "FR"))
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(session: Session, store: Store, qtbot: QtBot) -> Iterator[MainWindow]:
    desk.keep(store, SESSION)
    with shown_window(session, qtbot, Goal("plenary", SESSION.id)) as window:
        yield window


def page_of(window: MainWindow) -> PlenaryPage:
    page = window.pages["plenary"]
    assert isinstance(page, PlenaryPage)
    return page


def choose(window: MainWindow, delegation: str) -> Keyboard:
    page = page_of(window)
    assert page.table.choose(delegation)
    page.table.setFocus()
    page.read_chosen()
    return Keyboard(window)


def said(store: Store, delegation: str) -> Statement:
    (only,) = store.all(Query(Statement, (("participant", "=", delegation),)))
    return only


def names(page: PlenaryPage) -> list[str]:
    return [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]


def counts(page: PlenaryPage) -> dict[Mention, str]:
    return {mention: button.text().rpartition(" ")[2] for mention, button in page.counters.items()}


def test_all_delegations_but_ours_stand_in_the_alphabet_of_the_window(window: MainWindow, session: Session) -> None:
    page = page_of(window)
    assert len(names(page)) == 197
    assert "Viet Nam" not in names(page)
    assert names(page) == sorted(names(page), key=sort_key)
    session.set_language(Language.VI)
    assert names(page) == sorted(names(page), key=sort_key)
    assert "Gha-na" in names(page) or "Ga-na" in names(page) or names(page)[0] != "Afghanistan"


def test_one_key_says_whether_a_delegation_spoke_of_the_convention(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    keys = choose(window, GHANA)
    keys.press(Qt.Key.Key_M)
    assert said(store, GHANA).mention is Mention.MENTIONED
    assert said(store, GHANA).on == date(2026, 11, 22)
    assert page.table.current == GHANA
    assert page.table.hasFocus()
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_N)
    assert said(store, page.table.current).mention is Mention.NOT_MENTIONED
    assert counts(page) == {Mention.MENTIONED: "1", Mention.NOT_MENTIONED: "1", Mention.NOT_HEARD: "195"}
    window.undo()
    assert counts(page)[Mention.NOT_MENTIONED] == "0"


def test_space_goes_round_and_leaves_nothing_behind(window: MainWindow, store: Store) -> None:
    keys = choose(window, KENYA)
    keys.press(Qt.Key.Key_Space)
    assert said(store, KENYA).mention is Mention.MENTIONED
    keys.press(Qt.Key.Key_Space)
    assert said(store, KENYA).mention is Mention.NOT_MENTIONED
    keys.press(Qt.Key.Key_Space)
    assert store.all(Query(Statement)) == []


def leave_box(page: PlenaryPage) -> QMessageBox:
    (box,) = [one for one in page.findChildren(QMessageBox) if one.isVisible()]
    return box


def press(box: QMessageBox, words: str) -> None:
    next(one for one in box.buttons() if one.text() == words).click()


def test_typed_text_begins_the_note_and_a_key_saves_it(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    keys = choose(window, GHANA)
    keys.type("Welcomes early entry into force.")
    assert page.pane.words.hasFocus()
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert page.table.hasFocus()
    assert (said(store, GHANA).words, said(store, GHANA).mention) == (
        "Welcomes early entry into force.",
        Mention.MENTIONED,
    )
    assert not page.pane.save_button.isEnabled()


def test_escape_asks_before_a_note_is_left_unsaved(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    keys = choose(window, GHANA)
    keys.type("Half a thought")
    keys.press(Qt.Key.Key_Escape)
    press(leave_box(page), "Go on writing")
    assert page.pane.words.text == "Half a thought"
    keys.press(Qt.Key.Key_Escape)
    press(leave_box(page), "Leave")
    assert page.table.hasFocus()
    assert page.pane.words.text == ""
    assert (store.all(Query(Statement)), page.draft_strip.words) == ([], "")


def test_a_note_that_is_left_by_a_click_is_a_draft_and_offered(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    choose(window, GHANA).type("Welcomes it")
    choose(window, KENYA)
    assert store.all(Query(Statement)) == []
    assert window.strip.words == "Not saved, but kept as a draft: the note on Ghana."
    assert page.draft_strip.words == "Not saved yet: the note on Ghana."
    Keyboard(window).type("So does Kenya")
    window.go(Goal("overview"))
    assert store.all(Query(Statement)) == []
    window.go(Goal("plenary", SESSION.id))
    page.draft_strip.resume.click()
    first = page.table.current
    assert page.pane.words.hasFocus()
    page.pane.save_button.click()
    assert said(store, first).words in ("Welcomes it", "So does Kenya")
    page.draft_strip.discard.click()
    assert page.draft_strip.words == ""
    assert len(store.all(Query(Statement))) == 1


def test_coming_back_to_a_delegation_shows_what_was_written(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    keys = choose(window, GHANA)
    keys.type("Saved")
    keys.press(Qt.Key.Key_Return, CONTROL)
    keys.press(Qt.Key.Key_Return)
    keys.type(" and more")
    choose(window, KENYA)
    choose(window, GHANA)
    assert (page.pane.words.text, said(store, GHANA).words) == ("Saved and more", "Saved")
    page.pane.save_button.click()
    assert said(store, GHANA).words == "Saved and more"
    assert store.draft("plenary") is None


@pytest.mark.parametrize("typed", ["31/11/2026", "23/11/2026"])
def test_a_day_that_is_none_or_to_come_is_neither_kept_nor_lost_without_a_word(
    typed: str, window: MainWindow, store: Store
) -> None:
    page = page_of(window)
    keys = choose(window, GHANA)
    keys.press(Qt.Key.Key_M)
    page.pane.on.line.setFocus()
    page.pane.on.line.selectAll()
    keys.type(typed)
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert page.pane.on.line.hasFocus()
    assert "still to come" in page.pane.on.problem or "no “31/11/2026” in the calendar" in page.pane.on.problem
    keys.press(Qt.Key.Key_Escape)
    (box,) = [one for one in page.findChildren(QMessageBox) if one.isVisible()]
    box.escapeButton().click()
    assert page.pane.on.line.text() == typed
    assert page.table.choose(KENYA)
    page.read_chosen()
    assert window.strip.words == "Not saved, but kept as a draft: the note on Ghana."
    assert said(store, GHANA).on == date(2026, 11, 22)
    assert page.table.choose(GHANA)
    page.read_chosen()
    assert page.pane.on.line.text() == typed


def test_words_language_translation_speaker_and_item_are_kept(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    choose(window, FRANCE)
    page.item.line.setFocus()
    keys = Keyboard(window)
    keys.type("Item 5")
    keys.press(Qt.Key.Key_Return)
    keys = choose(window, FRANCE)
    keys.type("la France examine la signature.")
    page.pane.verbatim.click()
    page.pane.language.set_value("fr")
    page.pane.translation.setFocus()
    keys.type("France is considering signature.")
    page.pane.speaker.setFocus()
    keys.type("Ambassador")
    keys.press(Qt.Key.Key_Return, CONTROL)
    statement = said(store, FRANCE)
    assert (statement.words, statement.verbatim, statement.language) == ("la France examine la signature.", True, "fr")
    assert (statement.translation, statement.speaker, statement.item) == (
        "France is considering signature.",
        "Ambassador",
        "Item 5",
    )


def test_under_another_item_a_delegation_may_speak_again(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    desk.note_statement(store, Statement(event=SESSION.id, participant=GHANA, item="Item 4", words="First."))
    page.item.line.setText("Item 5")
    page.item.settle()
    assert counts(page)[Mention.MENTIONED] == "0"
    choose(window, GHANA).press(Qt.Key.Key_N)
    found = store.all(Query(Statement, (("participant", "=", GHANA),)))
    assert {(one.item, one.mention) for one in found} == {
        ("Item 4", Mention.MENTIONED),
        ("Item 5", Mention.NOT_MENTIONED),
    }
    page.item.set_chips(())
    page.item.changed.emit()
    assert counts(page)[Mention.MENTIONED] == "1"  # once is enough


def test_only_those_that_attend_and_those_not_heard_yet(window: MainWindow, store: Store) -> None:
    desk.note_attendance(store, SESSION, [GHANA, KENYA])
    window.go(Goal("plenary", SESSION.id))
    page = page_of(window)
    assert names(page) == ["Ghana", "Kenya"]
    page.counters[Mention.NOT_HEARD].click()
    choose(window, GHANA).press(Qt.Key.Key_M)
    assert names(page) == ["Kenya"]  # who is heard leaves the list, and the next one is chosen
    assert page.table.current == KENYA
    page.attending.click()
    assert len(names(page)) == 196


def test_the_filter_finds_a_delegation_by_any_name(window: MainWindow, qtbot: QtBot, store: Store) -> None:
    keys = choose(window, GHANA)
    keys.press(Qt.Key.Key_F, CONTROL)
    keys.type("bờ biển ngà")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_M)
    assert said(store, participant_id("CI")).mention is Mention.MENTIONED


def test_a_statement_is_no_promise_until_one_is_recorded_from_it(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    keys = choose(window, GHANA)
    keys.type("We will ratify in March.")
    assert store.all(Query(Commitment)) == []
    page.pane.promise_button.click()
    form = page.findChild(StatementPromiseForm)
    assert form is not None
    assert form.value("words") == "We will ratify in March."
    assert form.value("act") is PromisedAct.RATIFY
    form._set["grade"](Grade.PROMISED)
    form.save()
    (promise,) = store.all(Query(Commitment))
    assert (promise.participant, promise.form, promise.made_on) == (GHANA, Form.PUBLIC, date(2026, 11, 22))
    source = store.need(Source, promise.source)
    assert (source.kind, source.title) == (SourceKind.OFFICIAL_STATEMENT, "Committee session")
    assert said(store, GHANA).source == source.id
    window.undo()
    assert store.all(Query(Commitment)) == []


def test_a_note_that_was_being_written_when_the_power_went_is_offered_at_the_next_start(
    window: MainWindow, session: Session, store: Store, qtbot: QtBot
) -> None:
    choose(window, GHANA).type("Half a sentence")
    qtbot.waitUntil(lambda: store.draft("plenary") is not None)
    second = MainWindow(session)  # the first knows nothing of it, as after a crash
    qtbot.addWidget(second)
    second.show()
    second.go(Goal("plenary", SESSION.id))
    page = page_of(second)
    if page.table.current != GHANA:
        assert page.draft_strip.words == "Not saved yet: the note on Ghana."
        page.draft_strip.resume.click()
    assert page.pane.words.text == "Half a sentence"
    page.pane.save_button.click()
    assert said(store, GHANA).words == "Half a sentence"
    assert store.draft("plenary") is None
    second.close()


@pytest.mark.parametrize("text", ["", "{}", "[3]", '{"records": [{"id": 1, "values": {"on": "never"}}]}'])
def test_a_draft_that_cannot_be_read_stops_nothing(text: str, store: Store) -> None:
    store.keep_draft("plenary", text)
    assert Asides(store, "plenary", Statement).all == []


def test_a_second_statement_and_the_way_back_to_the_first(window: MainWindow, store: Store) -> None:
    page = page_of(window)
    keys = choose(window, GHANA)
    keys.type("first words")
    keys.press(Qt.Key.Key_Return, CONTROL)
    page.pane.another_button.click()
    keys.type("second words")
    keys.press(Qt.Key.Key_Return, CONTROL)
    first, second = store.all(Query(Statement, (("participant", "=", GHANA),)))
    assert (first.words, second.words) == ("first words", "second words")
    page.pane.other_asked.emit(first.id)
    assert page.pane.words.text == "first words"
    choose(window, KENYA)
    choose(window, GHANA)
    page.pane.delete_button.click()
    assert [one.words for one in store.all(Query(Statement))] == ["first words"]


def test_what_was_said_stands_with_the_country_and_is_found(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    statement = Statement(event=SESSION.id, participant=GHANA, words="Quartz matters.", on=date(2026, 11, 21))
    desk.note_statement(store, statement)
    window.go(Goal("countries", GHANA))
    timeline = window.page.findChild(object, "timeline")
    assert any("Quartz matters." in row.words and "Statement in a plenary" in row.words for row in timeline.rows)
    window.search()
    keys = Keyboard(window)
    keys.type("quartz")
    qtbot.waitUntil(lambda: window._search.results.isVisible())
    keys.press(Qt.Key.Key_Return)
    assert window.page is page_of(window)
    assert page_of(window).table.current == GHANA
    assert page_of(window).pane.words.text == "Quartz matters."


def test_a_statement_of_another_event_is_shown_by_its_goal(window: MainWindow, store: Store) -> None:
    other = desk.keep(store, replace(SESSION, id="other", name="Conference"))
    statement = desk.note_statement(store, Statement(event=other.id, participant=KENYA, words="Elsewhere."))
    window.go(Goal("plenary", statement.id))
    page = page_of(window)
    assert page.current_event() == other.id
    assert page.current_country() == KENYA
    assert page.pane.words.text == "Elsewhere."


def test_ctrl_h_shows_the_history_and_the_files_of_a_statement(window: MainWindow, store: Store) -> None:
    keys = Keyboard(window)
    page = page_of(window)
    page.table.choose(GHANA)
    keys.press(Qt.Key.Key_H, CONTROL)
    assert page.findChildren(RecordDialog) == []
    assert "Nothing is noted of Ghana yet." in window.strip.words

    keys.press(Qt.Key.Key_M)
    keys.press(Qt.Key.Key_H, CONTROL)
    (dialog,) = page.findChildren(RecordDialog)
    assert dialog.isVisible()
    assert dialog.files is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert page.pane.history_button.isEnabled()
