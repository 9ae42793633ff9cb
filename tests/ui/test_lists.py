"""Stories of the list pages: real widgets over a real store, and what one sees."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from ui import lists_desk

from hanoi_desk import desk
from hanoi_desk.commitments import UNDECIDED
from hanoi_desk.desk import participant_id
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Appointment,
    Commitment,
    CommitmentState,
    Event,
    FollowUp,
    FollowUpState,
    Outreach,
    Person,
    PromisedAct,
)
from hanoi_desk.store import Action, Query
from hanoi_desk.ui.commitments_page import CommitmentsPage
from hanoi_desk.ui.events_page import EventsPage
from hanoi_desk.ui.follow_ups_page import FollowUpsPage
from hanoi_desk.ui.list_page import ListPage
from hanoi_desk.ui.list_pages import OutreachPage
from hanoi_desk.ui.listings import CommitmentListing, Wanted
from hanoi_desk.ui.people_page import PeoplePage
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import ChipEdit, Line, TextArea, TextLabel

PAGES = {
    "outreach": OutreachPage,
    "commitments": CommitmentsPage,
    "follow_ups": FollowUpsPage,
    "people": PeoplePage,
    "events": EventsPage,
}
Open = Callable[..., ListPage]


@pytest.fixture
def filled(session: Session) -> Session:
    lists_desk.fill(session.store)
    return session


@pytest.fixture
def open_page(filled: Session, qtbot: QtBot) -> Iterator[Open]:
    pages: list[ListPage] = []

    def open_one(key: str, goal: Goal | None = None, width: int = 1160) -> ListPage:
        page: ListPage = PAGES[key](filled)
        qtbot.addWidget(page)
        page.resize(width, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.show_goal(goal or Goal(key))
        if page.table.current:
            qtbot.waitUntil(lambda: page.detail.shown == page.table.current)
        pages.append(page)
        return page

    yield open_one
    QApplication.closeAllWindows()


def column(page: ListPage, number: int) -> list[str]:
    return [str(page.model.index(row, number).data()) for row in range(page.model.rowCount())]


def said(page: ListPage) -> str:
    """All that the detail says, in one text."""
    inside = page.detail.widget()
    labels = [one.text() for one in inside.findChildren(QLabel) if not one.isHidden()]
    buttons = [one.accessibleName() or one.text() for one in inside.findChildren(QPushButton)]
    return "\n".join([*labels, *buttons, *(one.toPlainText() for one in inside.findChildren(QPlainTextEdit))])


def press(page: ListPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def open_form(page: ListPage, qtbot: QtBot) -> RecordForm:
    qtbot.waitUntil(lambda: any(form.isVisible() for form in page.findChildren(RecordForm)))
    return next(form for form in page.findChildren(RecordForm) if form.isVisible())


def type_into(form: RecordForm, name: str, text: str) -> None:
    field = form.rows[name].field
    if isinstance(field, TextArea):
        field.set_text(text)
    elif isinstance(field, Line):
        field.setText(text)
    elif isinstance(field, ChipEdit):
        field.line.setText(text)
        field.settle()
    else:
        line = field.findChild(Line)
        assert line is not None
        line.setText(text)
        line.typed.emit(text)


def filter_by(page: ListPage, qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(page.filter, text)
    qtbot.waitUntil(lambda: page.wanted.text == text)


# ---- outreach ----


def test_the_log_lists_contacts_newest_first(open_page: Open) -> None:
    page = open_page("outreach")
    assert column(page, 0)[:2] == ["12/11/2026", "04/10/2026"]
    assert column(page, 1)[:2] == ["Ghana, Kenya", "Mongolia"]
    assert page.amount.text() == page.listing.amount(6)


def test_a_contact_shows_all_that_hangs_on_it(open_page: Open) -> None:
    words = said(open_page("outreach"))
    for expected in (
        "Ghana sends the bill to parliament; Kenya waits for full powers",
        "12 November 2026, 10:30",
        "Seminar on electronic evidence",
        "The bill goes to parliament in February.",
        "“We intend to ratify before the end of March.”",
        "<b>They asked</b>",
        "Legal adviser, Ministry of Justice",
        "Send list of 24/7 contact points",
        "129 days left",
        "Sample, invented",
        "https://desk.example/1",
        "112/2026",
    ):
        assert expected in words


def test_a_record_can_be_undone_after_the_delete_key(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("outreach")
    heard: list[tuple[str, bool]] = []
    filled.said.connect(lambda sentence, undo: heard.append((sentence, undo)))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(column(page, 0)) == 5
    assert "Ghana sends the bill" in heard[0][0]
    assert heard[0][1]
    assert filled.store.get(Commitment, lists_desk.key("promise", "KE")) is None
    filled.store.undo()
    assert column(page, 1)[0] == "Ghana, Kenya"
    assert filled.store.get(Commitment, lists_desk.key("promise", "KE")) is not None


def test_f2_asks_for_the_form_of_the_chosen_contact(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("outreach")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.edit_asked) as asked:  # type: ignore[attr-defined]
        qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert asked.args == [lists_desk.key("contact", "MN")]


def test_history_tells_who_changed_which_field_from_what_to_what(open_page: Open, filled: Session) -> None:
    page = open_page("outreach")
    entry = desk.entry_of(filled.store, lists_desk.key("talk"))
    first = replace(entry.countries[0], next_step="Call again.")
    changed = replace(entry, outreach=replace(entry.outreach, place="Room M2"), countries=(first, entry.countries[1]))
    desk.edit_outreach(filled.store, changed)
    words = said(page)
    assert "Place: Vienna International Centre → Room M2" in words
    assert "Result for one State: Next step: Send the model bill. → Call again." in words
    assert "Nguyễn Thị An" in words
    assert "Edit outreach" in words


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ghan", ["Ghana, Kenya"]), ("mong co", ["Mongolia"]), ("mensah", ["Ghana, Kenya"]), ("assent", ["Zambia"])],
)
def test_typing_leaves_what_holds_the_words_or_the_country(
    open_page: Open, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    page = open_page("outreach")
    filter_by(page, qtbot, typed)
    assert column(page, 1) == found


def test_nothing_found_says_so_and_the_button_shows_all_again(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("outreach")
    filter_by(page, qtbot, "zzz")
    assert page.empty.isVisible()
    page.empty.button.click()
    assert len(column(page, 0)) == 6
    assert page.filter.text() == ""


@pytest.mark.parametrize(
    ("facet", "value", "number"),
    [("when", "30", 1), ("group", "african", 3), ("state", "closed", 1), ("mission", lists_desk.key("mission"), 1)],
)
def test_a_facet_leaves_only_its_own(open_page: Open, facet: str, value: str, number: int) -> None:
    page = open_page("outreach")
    button = next(one for one in page.bar.facets if one.key == facet)
    button.chosen.emit(facet, value)
    assert len(column(page, 0)) == number
    assert "any" not in button.accessibleName()


def test_a_number_opens_its_list_with_the_rule_that_can_be_taken_away(open_page: Open) -> None:
    goal = Goal("outreach", facet=("participant", participant_id("KE")), rule="Contacts with Kenya.")
    page = open_page("outreach", goal)
    assert column(page, 1) == ["Ghana, Kenya"]
    assert page.strip.words.startswith("Contacts with Kenya: 1")
    page.strip.button.click()
    assert len(column(page, 1)) == 6
    assert page.strip.words == ""


def test_a_plain_visit_ends_the_rule(open_page: Open) -> None:
    page = open_page("outreach", Goal("outreach", where=(("state", "=", "closed"),), rule="Closed records"))
    page.show_goal(Goal("outreach"))
    assert (len(column(page, 1)), page.strip.words) == (6, "")


def test_ctrl_f_leads_to_the_filter_and_down_back_to_the_rows(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("outreach")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.hasFocus()
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    assert page.table.current == lists_desk.key("contact", "MN")
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.holds_focus()
    assert page.escape()
    assert page.table.hasFocus()
    assert not page.escape()


def test_in_a_narrow_window_list_and_record_take_turns(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("outreach", width=500)
    assert page.table.isVisible()
    assert not page.detail.isVisible()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.table.isVisible()
    assert page.escape()
    assert page.table.isVisible()


def test_a_link_leads_to_the_country(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("outreach")
    link = next(one for one in page.detail.findChildren(QPushButton) if one.text() == "Ghana")
    with qtbot.waitSignal(filled.asked) as asked:
        link.click()
    assert asked.args == [Goal("countries", participant_id("GH"))]


def test_an_address_on_the_network_is_opened_only_after_asking(open_page: Open) -> None:
    page = open_page("outreach")
    press(page, "source_link")
    box = page.findChild(QMessageBox)
    assert box is not None
    assert box.informativeText() == "https://desk.example/1"
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.reject()


def test_no_label_takes_what_a_user_wrote_for_markup(open_page: Open) -> None:
    page = open_page("outreach")
    labels = page.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert all(isinstance(label, TextLabel) for label in labels)


def test_a_note_without_a_space_does_not_widen_the_page(open_page: Open, filled: Session) -> None:
    page = open_page("outreach")
    width = page.detail.width()
    talk = filled.store.need(Outreach, lists_desk.key("talk"))
    lists_desk.keep(filled.store, replace(talk, notes="x" * 50_000, summary="y" * 300))
    assert page.detail.width() == width
    assert page.detail.widget().width() <= page.detail.viewport().width()


def test_the_language_changes_at_once(open_page: Open, filled: Session) -> None:
    page = open_page("outreach")
    filled.set_language(Language.VI)
    assert column(page, 1)[1] == "Mông Cổ"
    assert "ngày 12 tháng 11 năm 2026" in said(page)


# ---- commitments ----


def test_promises_stand_against_the_record(open_page: Open) -> None:
    page = open_page("commitments")
    against = dict(zip(column(page, 0), column(page, 5), strict=True))
    assert against["Kenya"] == "39 days left"
    assert against["Mongolia"] == "date passed, not done"
    assert against["Fiji"] == "no date given"
    assert against["Albania"] == "lapsed"


def test_a_counter_is_a_filter(open_page: Open) -> None:
    page = open_page("commitments")
    counters = {button.key: button for button in page.bar.counters}
    assert counters["passed"].text() == "Passed 1"
    counters["passed"].click()
    assert column(page, 0) == ["Mongolia"]
    counters["passed"].click()
    assert len(column(page, 0)) == 6


def test_the_overview_opens_passed_promises(open_page: Open) -> None:
    page = open_page("commitments", Goal("commitments", facet=("outcome", "passed"), rule="Date passed"))
    assert column(page, 0) == ["Mongolia"]
    assert next(one for one in page.bar.counters if one.key == "passed").isChecked()


def test_a_promise_is_marked_lapsed_with_its_reason(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("commitments", Goal("commitments", record=lists_desk.key("promise", "MN")))
    assert "passed 23 days ago" in said(page)
    press(page, "close")
    form = open_form(page, qtbot)
    type_into(form, "closed_reason", "The government fell.")
    form.save()
    kept = filled.store.need(Commitment, lists_desk.key("promise", "MN"))
    assert (kept.state, kept.closed_reason, kept.closed_on) == (
        CommitmentState.LAPSED,
        "The government fell.",
        filled.today,
    )


def test_a_new_promise_needs_its_country_and_its_proof(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("commitments")
    press(page, "add")
    form = open_form(page, qtbot)
    form.save()
    assert form.rows["participant"].problem
    type_into(form, "participant", "alg")
    form.rows["grade"].field.set_value("3")  # type: ignore[attr-defined]
    form.save()
    assert form.rows["outreach"].problem
    form.rows["outreach"].field.set_value(lists_desk.key("contact", "DZ"))  # type: ignore[attr-defined]
    form.save()
    algeria = filled.store.all(Query(Commitment, (("participant", "=", participant_id("DZ")),)))
    assert [(c.act, c.outreach) for c in algeria] == [(PromisedAct.SIGN, lists_desk.key("contact", "DZ"))]
    assert "Algeria" in column(page, 0)


def test_a_follow_up_is_planned_for_a_promise(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("commitments", Goal("commitments", record=lists_desk.key("promise", "KE")))
    press(page, "plan")
    form = open_form(page, qtbot)
    type_into(form, "what", "Ask again in New York")
    type_into(form, "due_on", "+9")
    form.save()
    task = filled.store.all(Query(FollowUp, (("commitment", "=", lists_desk.key("promise", "KE")),)))[0]
    assert (task.what, task.due_on.isoformat(), task.participant) == (
        "Ask again in New York",
        "2026-12-01",
        participant_id("KE"),
    )


# ---- follow-ups ----


def test_the_overdue_comes_first_and_the_closed_last(open_page: Open) -> None:
    page = open_page("follow_ups")
    assert column(page, 3) == ["2 days overdue", "due today", "in 9 days", "no day set", "Dropped", "Done"]


def test_a_task_is_done_with_one_button(open_page: Open, filled: Session) -> None:
    page = open_page("follow_ups", Goal("follow_ups", facet=("due", "overdue")))
    press(page, "done")
    assert column(page, 0) == []
    task = filled.store.need(FollowUp, lists_desk.key("task", "Send list of 24/7 contact points"))
    assert (task.state, task.closed_on) == (FollowUpState.DONE, filled.today)


def test_escape_asks_before_it_leaves_a_form_with_words_in_it(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("follow_ups")
    press(page, "add")
    form = open_form(page, qtbot)
    type_into(form, "what", "Half a thought")
    form.reject()
    box = form.findChild(QMessageBox)
    assert box is not None
    assert form.isVisible()
    box.reject()
    type_into(form, "what", "")
    form.reject()
    qtbot.waitUntil(lambda: not page.findChildren(RecordForm) or not form.isVisible())


def test_a_mended_task_is_no_new_one(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("follow_ups")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    form = open_form(page, qtbot)
    type_into(form, "what", "Send the list of contact points")
    form.save()
    assert filled.store.saves(1)[0].action is Action.EDIT_RECORD
    assert "What to do: Send list of 24/7 contact points → Send the list of contact points" in said(page)


@pytest.mark.parametrize(
    ("key", "record"),
    [("commitments", lists_desk.key("promise", "AL")), ("follow_ups", lists_desk.key("task", "Send flowers"))],
)
def test_what_was_closed_by_mistake_is_opened_again(open_page: Open, key: str, record: str) -> None:
    page = open_page(key, Goal(key, record=record))
    press(page, "again")
    kept = page.session.store.need(page.listing.kind, record)
    assert (kept.state.value, kept.closed_on) == ("open", None)  # type: ignore[attr-defined]


# ---- people and events ----


def test_a_person_stands_with_the_post_held_now(open_page: Open) -> None:
    page = open_page("people")
    assert [column(page, n)[0] for n in (0, 1, 2, 5)] == [
        "Ama Mensah",
        "Legal adviser, Ministry of Justice",
        "Ghana",
        "12/11/2026",
    ]
    assert "since 01/03/2025" in said(page)


def test_a_new_person_comes_with_a_post_and_a_new_organization(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("people")
    press(page, "add")
    form = open_form(page, qtbot)
    form.save()
    assert form.rows["name"].problem
    type_into(form, "name", "Đặng Đức")
    type_into(form, "participant", "mong")
    type_into(form, "title", "Director")
    type_into(form, "organisation", "Ministry of Digital Things")
    form.save()
    person = filled.store.all(Query(Person, (("name", "=", "Đặng Đức"),)))[0]
    post = filled.store.all(Query(Appointment, (("person", "=", person.id),)))[0]
    assert (person.participant, post.title, post.participant) == (
        participant_id("MN"),
        "Director",
        participant_id("MN"),
    )
    assert "Ministry of Digital Things" in said(page)
    filled.store.undo()
    assert column(page, 0) == ["Ama Mensah"]


def test_a_second_post_is_added_from_the_person(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("people")
    press(page, "new_post")
    form = open_form(page, qtbot)
    type_into(form, "title", "Attorney-General")
    type_into(form, "from_on", "1/11/2026")
    form.save()
    assert column(page, 1) == ["Attorney-General"]
    assert filled.store.count(Query(Appointment)) == 2


def test_an_event_lists_what_was_logged_there(open_page: Open) -> None:
    page = open_page("events", Goal("events", record=lists_desk.key("event")))
    assert "Ghana, Kenya" in said(page)
    assert column(page, 1) == ["Treaty event in New York", "Seminar on electronic evidence"]


def test_an_event_that_ends_before_it_starts_is_refused(open_page: Open, qtbot: QtBot, filled: Session) -> None:
    page = open_page("events")
    page.edit(lists_desk.key("later"))
    form = open_form(page, qtbot)
    type_into(form, "ends_on", "1/12/2026")
    form.save()
    assert form.rows["ends_on"].problem
    type_into(form, "ends_on", "9/12/2026")
    form.save()
    assert filled.store.need(Event, lists_desk.key("later")).ends_on.isoformat() == "2026-12-09"  # type: ignore[union-attr]


@pytest.mark.parametrize("key", PAGES)
def test_every_list_deletes_and_takes_it_back(open_page: Open, qtbot: QtBot, filled: Session, key: str) -> None:
    page = open_page(key)
    before = column(page, 0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(column(page, 0)) == len(before) - 1
    filled.store.undo()
    assert column(page, 0) == before


@pytest.mark.parametrize("key", PAGES)
def test_every_list_sorts_by_a_heading(open_page: Open, key: str) -> None:
    page = open_page(key)
    for place, heading in enumerate(page.listing.columns()):
        if heading.sort:
            page.table.horizontalHeader().sectionClicked.emit(place)
            first = column(page, place)
            page.table.horizontalHeader().sectionClicked.emit(place)
            assert sorted(first) == sorted(column(page, place))
            assert page.wanted.sort == heading.sort


@pytest.mark.parametrize("key", PAGES)
def test_an_empty_desk_says_what_to_do(session: Session, qtbot: QtBot, key: str) -> None:
    page: ListPage = PAGES[key](session)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.words().empty in {label.text() for label in page.empty.findChildren(QLabel)}


def test_the_counters_of_promises_share_them_all_out_and_say_what_they_count(sample_session: Session) -> None:
    listing = CommitmentListing(sample_session)
    counters = listing.counters()
    numbers = {one.key: one.number for one in counters}
    assert numbers["to_close"] > 0
    assert numbers["kept"] > 0
    assert sum(numbers.values()) - numbers.get("to_confirm", 0) == len(listing.ids(Wanted()))
    assert {one.key: len(listing.ids(Wanted(counter=one.key))) for one in counters} == numbers
    assert all(one.rule for one in counters)
    waiting = numbers["open"] + numbers["passed"] + numbers["to_close"] + numbers["partly_kept"]
    assert sample_session.store.count(Query(Commitment, (("state", "in", sorted(UNDECIDED)),))) == waiting
