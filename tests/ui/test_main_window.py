"""The real window over a real desk: going about, doing and undoing, by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.overview import promises
from hanoi_desk.records import Officer, Outreach, OutreachCountry
from hanoi_desk.store import Query
from hanoi_desk.ui.actions import ACTIONS, PAGES
from hanoi_desk.ui.foot import Foot
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session

KENYA = desk.participant_id("KE")


@pytest.fixture
def window(sample_session: Session, qtbot) -> Iterator[MainWindow]:
    shown = MainWindow(sample_session)
    qtbot.addWidget(shown)
    shown.resize(1360, 860)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    QApplication.clipboard().clear()


def trigger(window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()


def where(window: MainWindow) -> str:
    return next(key for key, page in window.pages.items() if page is window.page)


def test_it_opens_on_the_overview_with_counts_in_the_sidebar(window):
    assert where(window) == "overview"
    assert window.sidebar.current == "overview"
    assert "Sample desk" in " ".join(label.text() for label in window.sidebar.findChildren(QLabel))


def test_the_sidebar_counts_the_promises_that_the_overview_holds_against_the_record(window):
    counted = next(entry._count for entry in window.sidebar._entries if entry.place.key == "commitments")
    assert counted == str(len(promises(window.session.board())))


def test_a_sentence_at_the_foot_gives_way_to_the_next_form_and_in_time_by_itself(window):
    window.session.say("Something was done.")
    assert window.findChild(Foot).patience.isActive()
    window.findChild(Foot).patience.timeout.emit()
    assert window.strip.words == ""
    window.session.say("Something was done.")
    trigger(window, "log_outreach")
    assert window.strip.words == ""


def test_every_page_opens_and_says_its_name_in_the_title(window):
    for page in PAGES:
        trigger(window, f"go_{page.key}")
        assert where(window) == page.key
        assert window.windowTitle().startswith(page.words())


def test_no_page_shows_a_part_of_itself_as_a_window_of_its_own(window):
    seen: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                seen.append(f"{where(window)}: {watched}")
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    for page in PAGES:
        trigger(window, f"go_{page.key}")
    QApplication.instance().removeEventFilter(watch)
    assert seen == []


def test_every_action_is_in_a_menu_and_calls_something_that_is_there(window):
    for spec in ACTIONS:
        assert window.actions_by_name[spec.name] in window._menus[spec.menu].actions()
        assert callable(getattr(window, spec.calls))


def test_no_two_actions_share_a_key():
    keys = [key.strip() for spec in ACTIONS for key in spec.keys.split("; ") if key]
    assert len(keys) == len(set(keys))


def test_back_and_forward_walk_the_places_one_was_at(window):
    window.go(Goal("countries", KENYA))
    window.go(Goal("outreach"))
    trigger(window, "back")
    assert where(window) == "countries"
    assert window.page.current_country() == KENYA
    trigger(window, "back")
    assert where(window) == "overview"
    trigger(window, "back")
    assert where(window) == "overview"
    trigger(window, "forward")
    trigger(window, "forward")
    trigger(window, "forward")
    assert where(window) == "outreach"


def test_control_l_opens_the_form_with_the_country_of_the_page_and_escape_leaves_it(window):
    window.go(Goal("countries", KENYA))
    trigger(window, "log_outreach")
    assert window._veil.is_open
    form = window._veil._form
    assert form.entry().countries[0].participant == KENYA
    QTest.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Escape)
    assert not window._veil.is_open
    assert where(window) == "countries"


def test_another_page_is_never_opened_behind_the_form_and_what_was_written_is_a_draft(window):
    trigger(window, "log_outreach")
    window._veil._form.sheet.notes.setPlainText("half a sentence")
    trigger(window, "go_people")
    assert not window._veil.is_open
    assert where(window) == "people"
    assert window.page.isAncestorOf(window.focusWidget())
    assert "half a sentence" in window.session.store.draft("log_outreach").json


def test_every_page_takes_the_cursor_when_it_is_opened(window):
    for page in PAGES:
        window.search_box.setFocus()
        trigger(window, f"go_{page.key}")
        assert window.page.isAncestorOf(window.focusWidget()), page.key


def test_a_saved_talk_is_said_and_can_be_undone_from_the_strip(window):
    before = window.session.store.count(Query(Outreach))
    window.go(Goal("countries", KENYA))
    trigger(window, "log_outreach")
    window._veil._form.save()
    assert window.session.store.count(Query(Outreach)) == before + 1
    assert not window._veil.is_open
    assert window.strip.words == "Saved: Kenya"
    window.strip.button.click()
    assert window.session.store.count(Query(Outreach)) == before
    trigger(window, "redo")
    assert window.session.store.count(Query(Outreach)) == before + 1
    trigger(window, "undo")
    trigger(window, "undo")
    assert "nothing to undo" in window.strip.words


def test_a_talk_on_file_is_opened_in_the_form_from_its_list(window):
    listed = window.session.store.ids(Query(Outreach, order_by="held_on"))[0]
    window.go(Goal("outreach", listed))
    window.page.edit_asked.emit(listed)
    assert window._veil._form.entry().outreach.id == listed


def test_the_brief_is_asked_for_only_when_a_country_is_chosen(window, qtbot):
    trigger(window, "print_brief")
    assert where(window) == "countries"
    assert window.strip.words


def test_another_language_is_spoken_at_once_by_the_words_of_the_table(window):
    window.session.set_language(Language.VI)
    window.go(Goal("countries", KENYA))
    assert window.session.label(Outreach(held_on=window.session.today).kind) == "Gặp song phương"


def test_a_new_day_in_new_york_reaches_the_pages(window, qtbot):
    with qtbot.waitSignal(window.session.day_changed):
        window._day = (window._day[0].replace(year=2025), window._day[1])
        window._look_at_day()


def test_markup_in_a_record_is_shown_as_it_was_typed(window):
    store = window.session.store
    hostile = "<b>bold</b> & <img src='x.png'> ]]>"
    talk = Outreach(held_on=window.session.today, summary=hostile, notes=hostile, place=hostile)
    heard = OutreachCountry(outreach=talk.id, participant=KENYA, said=hostile)
    desk.log_outreach(store, [desk.OutreachEntry(outreach=talk, countries=(heard,))])
    for goal in (Goal("outreach", talk.id), Goal("countries", KENYA), Goal("overview")):
        window.go(goal)
        QApplication.processEvents()
        for label in window.page.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    window.go(Goal("outreach", talk.id))
    QApplication.processEvents()
    assert any(hostile in label.text() for label in window.page.findChildren(QLabel))


def test_every_control_that_takes_the_focus_has_a_name_for_screen_readers(window):
    for page in PAGES:
        window.go(Goal(page.key))
        QApplication.processEvents()
        for widget in window.page.findChildren(QWidget):
            takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window.page)
            if takes_focus and not widget.objectName().startswith("qt_"):
                named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert named, f"{page.key}: {widget.metaObject().className()} {widget.objectName()}"


def test_closing_the_window_keeps_what_was_being_written(window):
    trigger(window, "log_outreach")
    window._veil._form.sheet.notes.setPlainText("half a sentence")
    window.close()
    assert "half a sentence" in window.session.store.draft("log_outreach").json


def test_the_search_list_does_not_stay_over_the_page_one_goes_to(window, qtbot):
    trigger(window, "search")
    QTest.keyClicks(window.search_box, "ken")
    qtbot.waitUntil(lambda: window._search.results.is_open)
    trigger(window, "go_treaty")
    assert not window._search.results.is_open


def test_the_tabs_of_a_place_say_its_name_to_a_screen_reader(window):
    trigger(window, "go_coverage")
    assert window.tabs.tabs.accessibleName() == "People"


def test_a_successor_gives_a_name_of_their_own_in_the_settings(window: MainWindow) -> None:
    session = window.session
    window.go(Goal("settings"))
    page, before = window.page, session.store.who
    was = session.store.need(Officer, before).name
    page.who.set_value("another")
    page.who.chosen.emit("another")
    assert page.officer.text() == ""
    page.officer.setText("Bình")
    page.save_button.click()
    assert session.store.who != before
    assert session.store.need(Officer, session.store.who).name == "Bình"
    assert session.store.need(Officer, before).name == was
    page.who.set_value(before)
    page.who.chosen.emit(before)
    page.save_button.click()
    assert session.store.who == before


def test_escape_leads_out_of_the_filter_of_an_empty_list_and_then_back(session, qtbot):
    empty = MainWindow(session)
    qtbot.addWidget(empty)
    with qtbot.waitActive(empty):
        empty.show()
        empty.activateWindow()
    for key in ("outreach", "commitments", "people"):
        trigger(empty, "go_overview")
        trigger(empty, f"go_{key}")
        empty.page.filter.setFocus()
        QTest.keyClick(empty.page.filter, Qt.Key.Key_Escape)
        assert not empty.page.filter.hasFocus()
        assert where(empty) == key
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert where(empty) == "overview"


def test_return_presses_the_button_that_has_the_cursor(window):
    window.log_button.setFocus()
    QTest.keyClick(window.log_button, Qt.Key.Key_Return)
    assert window.form is not None
