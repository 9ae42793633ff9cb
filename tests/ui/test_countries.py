"""The page of countries: who is where, what was said last, what is open, and the way to each record."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.desk import OutreachEntry, participant_id, treaty_id
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Appointment,
    Commitment,
    Event,
    FollowUp,
    FollowUpState,
    Form,
    Grade,
    Mission,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachPerson,
    Participant,
    Person,
    PromisedAct,
    Side,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.ui.countries.facets import age_of
from hanoi_desk.ui.countries.participant_form import ParticipantForm
from hanoi_desk.ui.countries.timeline import WINDOW
from hanoi_desk.ui.countries_page import CountriesPage
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.theme import Theme

KENYA, ALGERIA, EU, AZERBAIJAN = (participant_id(key) for key in ("KE", "DZ", "EU", "AZ"))
TODAY = date(2026, 11, 22)
CONVENTION = treaty_id("uncac-cyber")
AFTER = datetime(2027, 1, 1, 12, tzinfo=ZoneInfo("America/New_York"))

Open = Callable[[Session], CountriesPage]


@pytest.fixture
def open_page(qtbot: QtBot) -> Open:
    """Give a function that shows the page of a session."""

    def show(session: Session) -> CountriesPage:
        page = CountriesPage(session)
        qtbot.addWidget(page)
        page.resize(1160, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return page

    return show


@contextmanager
def at(store: Store, moment: datetime, language: Language = Language.EN) -> Iterator[Session]:
    """Open a session at another moment, or in another language."""
    opened = Session(store, language, lambda: moment)
    yield opened
    opened.close()


def contact(
    country: str, day: date, *, people: bool = False, also: tuple[str, ...] = (), **more: object
) -> OutreachEntry:
    """Return a contact with a country, and with others beside it."""
    outreach = Outreach(held_on=day, kind=OutreachKind.PHONE_CALL, summary=f"Call of {day}")
    outreach = replace(outreach, **more)  # type: ignore[arg-type]
    countries = [OutreachCountry(outreach=outreach.id, participant=country, said="The bill is ready.", level=5)]
    countries += [OutreachCountry(outreach=outreach.id, participant=c, position=1) for c in also]
    if not people:
        return OutreachEntry(outreach=outreach, countries=tuple(countries))
    person = Person(name="Amina Wanjiru", participant=country)
    post = Appointment(person=person.id, title="Legal adviser", participant=country, level=5)
    ours = OutreachPerson(outreach=outreach.id, side=Side.OURS, name="Nguyễn Thị An", title="Third Secretary")
    theirs = OutreachPerson(
        outreach=outreach.id, side=Side.THEIRS, name=person.name, title=post.title, person=person.id, position=1
    )
    return OutreachEntry(outreach=outreach, countries=tuple(countries), people=(ours, theirs), new=(person, post))


def promise(entry: OutreachEntry, country: str, act: PromisedAct, by: date | None = None) -> OutreachEntry:
    """Return the contact with a promise made in it."""
    commitment = Commitment(
        participant=country,
        treaty=CONVENTION,
        act=act,
        made_on=entry.outreach.held_on,
        by=by,
        words="We will do it",
        grade=Grade.PROMISED,
        form=Form.ORAL,
        outreach=entry.outreach.id,
    )
    return replace(entry, commitments=(commitment,))


def shown(widget: QWidget) -> str:
    """Return all the words that a widget shows."""
    QApplication.processEvents()  # what was just added is shown when the layout has been done
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join([*labels, *(b.text() for b in widget.findChildren(QPushButton) if b.isVisibleTo(widget))])


def names(page: CountriesPage) -> list[str]:
    """Return the names in the list, from the top."""
    rows = page.list.rows
    return [rows.data(rows.index(row)) for row in range(rows.rowCount())]


# ---- the list ----


def test_all_participants_are_listed_in_the_vietnamese_order(store: Store, open_page: Open) -> None:
    with at(store, datetime(2026, 11, 22, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")), Language.VI) as session:
        listed = names(open_page(session))
    assert len(listed) == 198
    assert listed.index("Ai Cập") < listed.index("Áo") < listed.index("Ấn Độ") < listed.index("Đan Mạch")


@pytest.mark.parametrize("typed", ["bo bien nga", "Côte d'Ivoire", "CIV", "ivory coast"])
def test_any_name_or_code_finds_a_country(session: Session, open_page: Open, typed: str) -> None:
    page = open_page(session)
    page.list.filter.insert(typed)
    page.list.filter.textEdited.emit(typed)
    assert names(page)[0] == "Côte d'Ivoire"


def test_typing_and_enter_open_a_country(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.list.filter.setFocus()
    QTest.keyClicks(page.list.filter, "ken")
    QTest.keyClick(page.list.filter, Qt.Key.Key_Return)
    assert page.current_country() == KENYA
    assert page.view.header.name.text() == "Kenya"


def test_up_and_down_choose_and_the_country_follows(session: Session, open_page: Open, qtbot: QtBot) -> None:
    page = open_page(session)
    QTest.keyClick(page.list.filter, Qt.Key.Key_Down)
    QTest.keyClick(page.list.view, Qt.Key.Key_Down)
    assert page.current_country() == participant_id("AL")
    qtbot.waitUntil(lambda: page.view.header.name.text() == "Albania")


def test_a_number_opens_the_list_that_adds_up_to_it(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", facet=("status", "signatory"), rule="Signatories count nothing."))
    assert len(names(page)) == session.board().ledger.signatories.total == 73
    assert page.list.rule_strip.words == "Signatories count nothing."
    assert page.list.drop_downs["status"].value == "signatory"
    page.list.rule_strip.close_message()
    assert len(names(page)) == 198
    assert page.list.drop_downs["status"].value == ""


def test_a_condition_of_another_page_is_kept(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", where=(("eu_member", "=", True),), rule="Members of the European Union"))
    assert len(names(page)) == 27


def test_facets_narrow_the_list_together_and_tell_how_many(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", facet=("group", "african")))
    page.list.drop_downs["status"].chosen.emit("signed")
    board = session.board()
    both = [p for p in board.places.values() if p.participant.group.value == "african" and p.status.has_signed]
    assert len(names(page)) == len(both) > 0
    box = page.list.drop_downs["status"]
    assert box.currentText().endswith(f"({len(both)})")


def test_nothing_found_says_so_and_shows_all_again(session: Session, open_page: Open) -> None:
    page = open_page(session)
    QTest.keyClicks(page.list.filter, "zzzz")
    assert names(page) == []
    page.list.nothing.acted.emit()
    assert len(names(page)) == 198


def test_accession_alone_is_open_to_non_signatories_after_the_close(session: Session, open_page: Open) -> None:
    goal = Goal("countries", facet=("status", "accession_only"))
    page = open_page(session)
    page.show_goal(goal)
    assert names(page) == []
    with at(session.store, AFTER) as later:
        page = open_page(later)
        page.show_goal(goal)
        unsigned = [p for p in later.board().places.values() if not p.status.has_signed]
        assert len(names(page)) == len(unsigned)


def test_promises_are_told_apart_by_act_and_lateness(session: Session, open_page: Open) -> None:
    late = promise(contact(KENYA, date(2026, 9, 1)), KENYA, PromisedAct.SIGN, by=date(2026, 10, 1))
    live = promise(contact(ALGERIA, date(2026, 9, 1)), ALGERIA, PromisedAct.RATIFY)
    desk.log_outreach(session.store, [late, live])
    page = open_page(session)
    for value, expected in {"overdue": ["Kenya"], "bound": ["Algeria"], "yes": ["Algeria"], "sign": []}.items():
        page.show_goal(Goal("countries", facet=("promised", value)))
        assert names(page) == expected, value


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, "lt30"),
        (29, "lt30"),
        (30, "30_90"),
        (90, "30_90"),
        (91, "90_180"),
        (180, "90_180"),
        (181, "gt180"),
        (-5, "lt30"),
    ],
)
def test_contacts_are_sorted_by_their_age(days: int, age: str) -> None:
    assert age_of(TODAY - timedelta(days=days), TODAY) == age


def test_never_met_is_an_age_of_its_own() -> None:
    assert age_of(None, TODAY) == "never"


# ---- one country ----


def test_the_head_tells_status_path_and_next_step(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    words = shown(page.view.header)
    assert "Not signed" in words
    assert "sign until 31 December 2026, 39 days left · accede" in words
    assert "from 1 January 2027 only accession is possible" in words
    assert "African Group" in words
    assert "No lead mission set" in words


def test_after_the_close_nobody_is_asked_to_sign(store: Store, open_page: Open) -> None:
    with at(store, AFTER) as session:
        page = open_page(session)
        page.show_goal(Goal("countries", KENYA))
        words = shown(page.view.header)
        assert "Accession only (signature closed)" in words
        assert "Still open: accede (signature closed on 31 December 2026)" in words
        assert "signed, no longer possible" in page.view.header.stepper.accessibleName().lower()


def test_a_vote_at_home_and_a_report_are_marked_and_never_a_ratification(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", AZERBAIJAN))
    head = shown(page.view.header)
    assert "Signed 25 October 2025" in head
    assert "Approved at home, not yet deposited (unverified)" in head
    assert "Ratified" not in head
    reported = shown(page.view.statements)
    assert "Press, not confirmed by the depositary" in reported
    assert "missing: Date of deposit; confirmation by the depositary" in reported
    assert "Trend, 10 Feb 2026" in reported
    assert any("Reported: ratification" in row.words and "Unverified" in row.words for row in page.view.timeline.rows)


def test_the_union_says_that_its_instrument_is_not_counted(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", EU))
    assert "not counted as additional" in shown(page.view.header)


def test_who_spoke_last_is_told_at_a_glance(session: Session, open_page: Open) -> None:
    asked = contact(KENYA, date(2026, 11, 14), people=True, questions="Who pays?", place="Vienna")
    older, planned = contact(KENYA, date(2026, 1, 1)), contact(KENYA, date(2026, 12, 1))
    desk.log_outreach(session.store, [asked, older, planned])
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    words = shown(page.view.last_contact)
    for part in ("8 days ago", "Nguyễn Thị An", "Amina Wanjiru", "minister-counsellor", "Vienna", "Who pays?"):
        assert part in words
    assert "last contact 8 days ago" in shown(page.view.people)


def test_three_hundred_contacts_open_a_window_at_a_time(session: Session, open_page: Open) -> None:
    days = [TODAY - timedelta(days=day) for day in range(300)]
    desk.log_outreach(session.store, [contact(KENYA, day, also=(ALGERIA,)) for day in days])
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    timeline = page.view.timeline
    assert len(timeline.rows) == WINDOW
    assert "(280 left)" in timeline.more.text()
    assert "Call of 2026-11-22" in timeline.rows[0].words
    assert "with 1 other" in timeline.rows[0].words
    while timeline.has_more:
        timeline.more.click()
    assert len(timeline.rows) == 300
    assert f"Call of {days[-1]}" in timeline.rows[-1].words


def test_every_entry_opens_its_record(session: Session, open_page: Open) -> None:
    entry = contact(ALGERIA, date(2026, 11, 14))
    desk.log_outreach(session.store, [entry])
    page, asked = open_page(session), []
    page.show_goal(Goal("countries", ALGERIA))
    session.asked.connect(asked.append)
    call, signature = page.view.timeline.rows
    call.setFocus()
    QTest.keyClick(call, Qt.Key.Key_Return)
    signature.click()
    signed = session.board().places[ALGERIA].status.signature
    assert signed is not None
    assert [(goal.page, goal.record) for goal in asked] == [("outreach", entry.outreach.id), ("treaty", signed.id)]
    assert "UN Treaty Collection" in signature.words


def test_an_event_stands_once_beside_the_contacts_made_there(session: Session, open_page: Open) -> None:
    hosted = Event(name="Regional seminar", starts_on=date(2026, 5, 4), hosts=(KENYA,), place="Nairobi")
    attended = Event(name="Signing ceremony", starts_on=date(2025, 10, 25))
    for event in (hosted, attended):
        desk.keep(session.store, event)
    days = (date(2025, 10, 25), date(2025, 10, 26))
    desk.log_outreach(session.store, [contact(KENYA, day, event=attended.id) for day in days])
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    seminar, _, first, ceremony = (row.words for row in page.view.timeline.rows)
    assert "Host or co-host · Nairobi" in seminar
    assert "at Signing ceremony" in first
    assert "2 contact" in ceremony


def test_notes_that_look_like_markup_are_shown_as_typed(session: Session, open_page: Open) -> None:
    desk.log_outreach(session.store, [contact(KENYA, TODAY, notes="<b>bold</b> & ]]>")])
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    row = page.view.timeline.rows[0]
    assert "<b>bold</b> & ]]>" in row.words
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in row.findChildren(QLabel))


def test_a_promise_stands_beside_what_the_record_shows(session: Session, open_page: Open) -> None:
    said = promise(contact(ALGERIA, date(2025, 4, 9)), ALGERIA, PromisedAct.SIGN)
    desk.log_outreach(session.store, [said])
    page = open_page(session)
    page.show_goal(Goal("countries", ALGERIA))
    page.view.show_tab("commitments")
    words = shown(page.view.commitments_tab)
    assert "Sign, no date given" in words
    assert "Kept 25/10/2025" in words
    assert "Promised action, no date · oral" in words
    assert "Shown by the treaty record: signature, 25/10/2025" in words
    assert page.view.tabs.tabText(1) == "Commitments 1"


def test_each_point_tells_why_it_applies(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    page.view.show_tab("points")
    words = shown(page.view.points_tab)
    assert "Why: Not signed, signature still open" in words
    assert "Art.\N{NO-BREAK SPACE}64" in words
    assert "If raised" in words


def test_the_next_step_is_done_or_put_off_with_a_way_back(session: Session, open_page: Open) -> None:
    first = FollowUp(what="Send the list", due_on=date(2026, 11, 21), participant=KENYA)
    second = FollowUp(what="Call back", participant=KENYA)
    for task in (second, first):
        desk.add_follow_up(session.store, task)
    page, said = open_page(session), []
    page.show_goal(Goal("countries", KENYA))
    session.said.connect(lambda words, undo: said.append((words, undo)))
    assert "Send the list" in shown(page.view.next_step)
    assert "1 day overdue" in shown(page.view.next_step)
    page.view.next_step.acts.postpone(first, date(2026, 11, 29))
    assert session.store.need(FollowUp, first.id).due_on == date(2026, 11, 29)
    done = page.view.next_step.findChildren(QPushButton, "task_done")[-1]
    done.click()
    assert session.store.need(FollowUp, first.id).state is FollowUpState.DONE
    assert said == [("Put off to 29/11/2026: Send the list", True), ("Done: Send the list", True)]
    assert "Call back" in shown(page.view.next_step)
    session.store.undo()
    assert "Send the list" in shown(page.view.next_step)


def test_later_offers_days_by_keyboard(session: Session, open_page: Open) -> None:
    desk.add_follow_up(session.store, FollowUp(what="Call back", due_on=date(2026, 11, 23), participant=KENYA))
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    menu = page.view.next_step.findChildren(QPushButton, "task_later")[-1].menu()
    assert menu is not None
    days = [action.text().partition("\t")[2] for action in menu.actions()]
    assert [day for day in days if day] == ["24/11/2026", "30/11/2026", "30/11/2026", "23/12/2026"]


def test_an_empty_country_says_what_is_missing(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", participant_id("TV")))
    assert "Nothing is on file about this country yet" in shown(page.view.timeline)
    assert "No contact is on file" in shown(page.view.last_contact)
    assert not page.view.statements.isVisible()


def test_a_save_elsewhere_is_seen_at_once(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    assert page.view.timeline.rows == []
    desk.log_outreach(session.store, [contact(KENYA, TODAY)])
    assert len(page.view.timeline.rows) == 1


# ---- the form of the small fields ----


def test_the_small_fields_are_kept(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    QTest.keyClick(page.view.tabs, Qt.Key.Key_F2)
    (form,) = page.findChildren(ParticipantForm)
    form.mission.set_value("another")
    form.new_mission.setText("Embassy in Nairobi")
    form.priority.set_value("1")
    form.reason.setText("Cabinet in December")
    form.aliases.set_text("Kê-ni-a\nCộng hòa Kenya\n\nKê-ni-a")
    form.accept()
    kept = session.store.need(Participant, KENYA)
    (embassy,) = [m for m in session.store.all(Query(Mission)) if m.name_en == "Embassy in Nairobi"]
    assert (session.board().places[KENYA].lead, kept.priority) == (embassy.id, 1)
    assert kept.aliases == ("Kê-ni-a", "Cộng hòa Kenya")
    assert "Looked after by Embassy in Nairobi · High priority: Cabinet in December" in shown(page.view.header)
    assert page.list.drop_downs["mission"].isVisible()
    page.show_goal(Goal("countries", facet=("mission", embassy.id)))
    assert names(page) == ["Kenya"]


def test_a_mission_without_a_name_is_asked_for(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", KENYA))
    page.edit()
    (form,) = page.findChildren(ParticipantForm)
    form.mission.set_value("another")
    form.accept()
    assert form.isVisible()
    assert "Give the mission a name" in shown(form)
    form.reject()
    assert session.board().places[KENYA].lead is None


# ---- room and languages ----


def test_list_and_country_take_turns_where_there_is_no_room_for_both(
    session: Session, open_page: Open, light: Theme
) -> None:
    light.set_text_scale(2.0)
    page = open_page(session)
    page.resize(940, 640)
    page.show_goal(Goal("countries", KENYA))
    QApplication.processEvents()
    assert page.view.isVisible()
    assert not page.list.isVisible()
    assert page.view.area.widget().minimumSizeHint().width() <= page.view.area.viewport().width()
    assert page.escape()
    assert page.list.isVisible()
    assert not page.view.isVisible()
    assert not page.escape()


def test_the_cards_stand_above_the_tabs_in_a_narrow_window(session: Session, open_page: Open, light: Theme) -> None:
    light.set_text_scale(1.5)
    page = open_page(session)
    page.resize(1084, 660)
    page.show_goal(Goal("countries", KENYA))
    assert page.list.isVisible()
    card = page.view.next_step
    assert card.mapTo(page, card.rect().topLeft()).x() < page.view.tabs.mapTo(page, page.view.tabs.rect().center()).x()
    assert page.view.area.widget().isAncestorOf(card)


def test_another_language_is_spoken_at_once(session: Session, open_page: Open) -> None:
    page = open_page(session)
    page.show_goal(Goal("countries", EU))
    session.set_language(Language.VI)
    assert page.view.header.name.text() == "Liên minh châu Âu"
    assert page.view.header.other_name.text() == "European Union"
    session.set_language(Language.EN)
    assert page.view.header.name.text() == "European Union"
