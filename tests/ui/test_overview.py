"""The overview: figures that are right and explain themselves, the board, what is due, promises against the record."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.commitments import totals
from hanoi_desk.language import Language
from hanoi_desk.overview import contacts, promised_with_date, promises, reports
from hanoi_desk.records import (
    Ask,
    Commitment,
    CommitmentState,
    FollowUp,
    Grade,
    Officer,
    Outreach,
    OutreachCountry,
    Participant,
    PromisedAct,
    TreatyAct,
    TreatyAction,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui.overview_page import OverviewPage
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.theme import Theme

TODAY = date(2026, 11, 22)
CONVENTION = desk.treaty_id("uncac-cyber")
EU = desk.participant_id("EU")

Clock = Callable[[datetime], None]


class Desk:
    """An overview over a desk, with a clock that a test may turn."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.moment = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
        self.session = Session(store, Language.EN, lambda: self.moment)
        self.page = OverviewPage(self.session)
        self.asked: list[Goal] = []
        self.said: list[tuple[str, bool]] = []
        self.session.asked.connect(self.asked.append)
        self.session.said.connect(lambda words, undo: self.said.append((words, undo)))

    def turn_clock(self, moment: datetime) -> None:
        self.moment = moment
        self.session.new_day()

    def figure(self, name: str) -> tuple[str, str]:
        card = getattr(self.page.figures, name)
        return card.accessibleName(), card.accessibleDescription()

    def behind(self, name: str) -> tuple[int, str]:
        """Click a figure: how many records stand behind it, and the rule."""
        getattr(self.page.figures, name).click()
        goal = self.asked[-1]
        kind = {"countries": Participant, "outreach": Outreach}[goal.page]
        return self.store.count(Query(kind, goal.where)), goal.rule

    def promise_rows(self) -> list[tuple[str, str, str]]:
        return [row.words for row in self.page.promises.rows if row.isVisible()]

    def due_rows(self) -> list[tuple[str, str, str]]:
        return [row.words for row in self.page.due.rows if row.isVisible()]


@pytest.fixture
def a(theme: Theme, store: Store, qtbot: QtBot) -> Iterator[Desk]:
    """Show the overview of a started desk."""
    shown = Desk(store)
    qtbot.addWidget(shown.page)
    shown.page.resize(1160, 800)
    shown.page.show()
    yield shown
    shown.session.close()


def deposit(store: Store, keys: list[str], on: date, act: TreatyAct = TreatyAct.RATIFICATION) -> None:
    with store.change(Action.IMPORT_STATUS) as change:
        for key in keys:
            change.save(TreatyAction(participant=desk.participant_id(key), treaty=CONVENTION, act=act, on=on, as_of=on))


def states(store: Store, count: int) -> list[str]:
    return [p.key for p in store.all(Query(Participant)) if p.key != "EU"][:count]


def meet(store: Store, on: date, *keys: str) -> Outreach:
    outreach = Outreach(held_on=on, summary="Talk in Vienna")
    parts = tuple(OutreachCountry(outreach=outreach.id, participant=desk.participant_id(key)) for key in keys)
    desk.log_outreach(store, [desk.OutreachEntry(outreach=outreach, countries=parts)])
    return outreach


def promise(store: Store, key: str, act: PromisedAct, by: date | None = None, made_on: date = TODAY) -> Commitment:
    outreach = meet(store, min(made_on, TODAY), key)
    return desk.record_commitment(
        store,
        Commitment(
            participant=desk.participant_id(key),
            treaty=CONVENTION,
            act=act,
            made_on=made_on,
            by=by,
            grade=Grade.PROMISED_WITH_DATE if by else Grade.PROMISED,
            words="We shall",
            outreach=outreach.id,
        ),
    )


# ---- the four figures ----


def test_the_shipped_record_is_told_with_its_age(a: Desk) -> None:
    assert a.figure("signatories")[0] == "Signatories: 73, 72 States and the EU"
    note = a.figure("signatories")[1]
    assert "Record as of 19 November 2025, 368 days old." in note
    assert "Source: Verdragenbank." in note
    assert "2 unverified reports are not counted." in note


def test_every_figure_opens_the_list_that_adds_up_to_it(a: Desk) -> None:
    meet(a.store, TODAY, "GH", "KE")
    meet(a.store, TODAY - timedelta(days=89), "GH")
    meet(a.store, TODAY - timedelta(days=90), "SN")
    assert a.behind("signatories")[0] == 73
    assert a.behind("entry")[0] == 0
    assert "fortieth instrument" in a.behind("entry")[1]
    assert "The instrument of the EU is not counted." in a.behind("entry")[1]
    assert "Record as of 19 November 2025" in a.behind("entry")[1]
    assert a.behind("outreach")[0] == 2
    assert a.figure("outreach")[0] == "Our outreach, 90 days: 2 contacts, 2 countries"


def test_an_organization_is_named_and_not_counted(a: Desk) -> None:
    deposit(a.store, ["GH", "KE"], date(2026, 11, 1))
    deposit(a.store, ["EU"], date(2026, 11, 2), TreatyAct.APPROVAL)
    name, note = a.figure("entry")
    assert name == "Entry into force: 2 of 40 instruments deposited"
    assert "38 to go." in note
    assert "The instrument of the EU is not counted." in note
    assert a.behind("entry")[0] == 2


def test_reports_of_deposits_are_told_and_not_counted(a: Desk) -> None:
    assert a.figure("entry")[0].startswith("Entry into force: 0 of 40")
    assert "3 unverified reports are not counted." in a.figure("entry")[1]


def test_the_fortieth_instrument_tells_the_days_to_come(a: Desk) -> None:
    deposit(a.store, states(a.store, 40), date(2027, 3, 15))
    a.turn_clock(datetime(2027, 3, 16, 12, tzinfo=ZoneInfo("America/New_York")))
    note = a.figure("entry")[1]
    assert "In force on 13 June 2027." in note
    assert "First Conference by 13 June 2028." in note
    assert "to go" not in note
    a.turn_clock(datetime(2027, 6, 13, 12, tzinfo=ZoneInfo("America/New_York")))
    assert "In force since 13 June 2027." in a.figure("entry")[1]


def test_promises_with_a_date_are_counted_and_never_forecast(a: Desk) -> None:
    dated = promise(a.store, "GH", PromisedAct.RATIFY, date(2027, 3, 31))
    promise(a.store, "KE", PromisedAct.SIGN, date(2026, 12, 20))
    promise(a.store, "SN", PromisedAct.ACCEDE)
    assert "39 not yet in sight" not in a.figure("entry")[1]
    second = desk.keep(a.store, Officer(name="A second officer"))
    desk.confirm_grade(a.store, dated, second.id)
    assert "1 State promised with a date, 39 not yet in sight." in a.figure("entry")[1]
    assert a.page.figures.bar.accessibleName() == "0 deposited, 1 promised with a date, of 40"


def test_the_days_to_the_close_are_counted_in_new_york(a: Desk) -> None:
    assert a.figure("close_of_signature")[0] == "Signature closes: 39 days, 31 December 2026"
    # It is already 2027 in Vienna.
    a.turn_clock(datetime(2027, 1, 1, 3, 0, tzinfo=ZoneInfo("Europe/Vienna")))
    name, note = a.figure("close_of_signature")
    assert "0 days: today is the last day, 31 December 2026" in name
    assert "It is 31 December 2026 in New York." in note
    a.turn_clock(datetime(2027, 1, 1, 6, 1, tzinfo=ZoneInfo("Europe/Vienna")))
    name, note = a.figure("close_of_signature")
    assert name.startswith("Signature closed: 125")
    assert "Signature closed on 31 December 2026; accession is open." in note


def test_those_that_promised_to_sign_are_named_behind_the_days(a: Desk) -> None:
    promise(a.store, "KE", PromisedAct.SIGN, date(2026, 12, 20))
    promise(a.store, "MN", PromisedAct.SIGN)
    assert "2 States promised to sign and have not." in a.figure("close_of_signature")[1]
    assert a.behind("close_of_signature")[0] == 2
    a.turn_clock(datetime(2027, 1, 2, 12, tzinfo=ZoneInfo("Europe/Vienna")))
    assert "2 promises to sign ask to become promises to accede." in a.figure("close_of_signature")[1]
    assert a.behind("close_of_signature")[0] == 125


def test_weeks_of_outreach_go_from_old_to_new(store: Store) -> None:
    for back in (0, 6, 7, 89, 90):
        meet(store, TODAY - timedelta(days=back), "GH")
    found = contacts(store, TODAY)
    assert (found.count, found.participants) == (4, 1)
    assert found.by_week == (1, *[0] * 10, 1, 2)


# ---- the board ----


def test_the_groups_tell_how_many_have_joined(a: Desk) -> None:
    groups = a.page.states.groups
    assert [group.title for group in groups][-1] == "Observers, other States and the EU"
    assert (groups[0].title, groups[0].note) == ("Asia-Pacific Group", "19 of 54")
    assert sum(len(group.tiles) for group in groups) == 198
    assert [tile.code for tile in groups[1].tiles] == sorted(tile.code for tile in groups[1].tiles)


def test_a_tile_says_in_words_what_it_shows(a: Desk) -> None:
    promise(a.store, "KE", PromisedAct.SIGN, made_on=TODAY - timedelta(days=3))
    tiles = {tile.code: tile.words for group in a.page.states.groups for tile in group.tiles}
    assert "Algeria: Signed, 25 October 2025; source of" in tiles["DZA"]
    assert "No contact yet" in tiles["DZA"]
    assert "Promised: sign, no date given" in tiles["KEN"]
    assert "Last contact 3 days ago" in tiles["KEN"]
    assert "Reported, unverified and not counted: Ratification" in tiles["QAT*"]


def test_return_on_a_tile_opens_the_country(a: Desk, qtbot: QtBot) -> None:
    board = a.page.states.board
    board.choose(desk.participant_id("DZ"))
    qtbot.keyClick(board, Qt.Key.Key_Return)
    assert a.asked == [Goal("countries", desk.participant_id("DZ"))]


def test_the_board_shows_every_tile_without_a_bar_of_its_own(a: Desk) -> None:
    for width in (1160, 700, 420):
        a.page.resize(width, 600)
        for _ in range(4):
            QApplication.processEvents()
        assert a.page.states.board.verticalScrollBar().maximum() == 0


def test_the_page_follows_the_tile_with_the_focus(a: Desk, qtbot: QtBot) -> None:
    a.page.resize(900, 400)
    a.page.activateWindow()
    board = a.page.states.board
    board.setFocus()
    qtbot.waitUntil(board.hasFocus)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(board, key)
        centre = board.viewport().mapTo(a.page, board.visualRect(board.currentIndex()).center())
        assert a.page.rect().contains(centre)


# ---- what is due ----


def test_what_is_due_stands_by_its_day(a: Desk) -> None:
    call = meet(a.store, date(2026, 11, 12), "GH")
    ghana = desk.participant_id("GH")
    for what, day in (
        ("Return the call", TODAY + timedelta(1)),
        ("Send the text", date(2026, 11, 27)),
        ("Send model full powers", date(2026, 11, 19)),
        ("Ask the date", TODAY),
    ):
        desk.add_follow_up(a.store, FollowUp(what=what, due_on=day, participant=ghana, outreach=call.id))
    assert a.due_rows()[:4] == [
        ("Send model full powers", "Ghana · Bilateral meeting, 12/11/2026", "3 days overdue"),
        ("Ask the date", "Ghana · Bilateral meeting, 12/11/2026", "today"),
        ("Return the call", "Ghana · Bilateral meeting, 12/11/2026", "tomorrow"),
        ("Send the text", "Ghana · Bilateral meeting, 12/11/2026", "in 5 days"),
    ]
    assert a.page.due.all.text() == "See all 5"
    a.page.due.all.click()
    assert a.asked[-1] == Goal("my_day")


def test_facts_that_aged_are_told_with_the_reason_and_a_way_to_them(a: Desk) -> None:
    meet(a.store, TODAY - timedelta(104), "GH")
    desk.record_ask(
        a.store, Ask(what="A model law", asked_on=TODAY - timedelta(40), participant=desk.participant_id("KE"))
    )
    assert a.due_rows() == [
        ("Take in a newer status file", "The record is 368 days old", "368 days"),
        ("A model law", "Kenya · asked of us 40 days ago", "40 days"),
        ("Get in touch again", "Ghana · no contact for 104 days", "104 days"),
    ]
    for row in a.page.due.rows[:3]:
        row.click()
    assert [goal.page for goal in a.asked] == ["treaty", "asks", "countries"]


def test_only_mine_leaves_out_what_is_in_other_hands_and_is_remembered(a: Desk) -> None:
    other = Officer(name="Bình")
    with a.store.change(Action.ADD_RECORD) as change:
        change.save(other)
    meet(a.store, TODAY, "GH")
    desk.add_follow_up(a.store, FollowUp(what="Of another", due_on=TODAY, owner=other.id))
    desk.add_follow_up(a.store, FollowUp(what="Mine", due_on=TODAY, owner=a.store.who))
    assert [row[0] for row in a.due_rows()][:1] == ["Mine"]
    assert a.page.due.mine.isChecked()
    a.page.due.mine.click()
    assert [row[0] for row in a.due_rows()][:2] == ["Of another", "Mine"]
    again = OverviewPage(a.session)
    again.reload()
    assert not again.due.mine.isChecked()
    again.deleteLater()


def test_tab_reaches_the_buttons_of_a_card_before_its_rows(a: Desk) -> None:
    due = a.page.due
    stops, one = [], due.nextInFocusChain()
    while one is not due:
        stops.append(one)
        one = one.nextInFocusChain()
    places = [stops.index(stop) for stop in (due.mine, due.all, *due.rows)]
    assert places == sorted(places)


def test_a_day_without_anything_due_says_so(a: Desk) -> None:
    meet(a.store, TODAY, "GH")
    a.turn_clock(datetime(2025, 11, 30, 12, tzinfo=ZoneInfo("Europe/Vienna")))
    assert a.due_rows() == []
    assert "Nothing is due today." in [label.text() for label in a.page.due.empty.findChildren(QLabel)]


def test_a_row_opens_its_task(a: Desk, qtbot: QtBot) -> None:
    task = desk.add_follow_up(a.store, FollowUp(what="Send the text", due_on=TODAY))
    qtbot.keyClick(a.page.due.rows[0], Qt.Key.Key_Return)
    qtbot.mouseClick(a.page.due.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert a.asked == [Goal("follow_ups", task.id)] * 2


def test_an_empty_desk_says_how_to_begin(a: Desk) -> None:
    assert a.due_rows() == []
    assert a.page.due.empty.isVisible()
    assert not a.page.due.all.isVisible()
    assert a.figure("outreach") == ("Our outreach, 90 days: 0 contacts, 0 countries", "Log your first contact: Ctrl+L.")


# ---- promises against the record ----


def test_what_asks_for_a_decision_stands_first(a: Desk) -> None:
    promise(a.store, "MN", PromisedAct.SIGN)
    promise(a.store, "GH", PromisedAct.RATIFY, date(2026, 12, 31))
    promise(a.store, "KE", PromisedAct.SIGN, date(2026, 10, 30), made_on=date(2026, 6, 1))
    promise(a.store, "DZ", PromisedAct.SIGN, date(2025, 12, 31), made_on=date(2025, 9, 1))
    assert a.promise_rows() == [
        ("Algeria", "sign by 31/12/2025 · oral", "signed 25/10/2025, close it?"),
        ("Kenya", "sign by 30/10/2026 · oral", "passed, not signed"),
        ("Ghana", "ratify by 31/12/2026 · oral", "39 days left"),
        ("Mongolia", "sign · oral", "no date given"),
    ]
    assert a.page.promises.all.text() == "See all 4"
    a.page.promises.all.click()
    assert a.store.count(Query(Commitment, a.asked[-1].where)) == 4


def test_one_key_closes_a_promise_that_was_kept_and_undo_opens_it_again(a: Desk, qtbot: QtBot) -> None:
    kept = promise(a.store, "DZ", PromisedAct.SIGN, date(2025, 12, 31), made_on=date(2025, 9, 1))
    row, line = a.page.promises.rows[0], a.page.promises.lines[0]
    assert [b.text() for b in line.buttons.values() if b.isVisible()] == ["Close as kept"]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_K)
    closed = a.store.need(Commitment, kept.id)
    assert (closed.state, closed.closed_on) == (CommitmentState.KEPT, TODAY)
    shown_by = a.store.need(TreatyAction, closed.shown_by or "")
    assert (shown_by.act, shown_by.on) == (TreatyAct.SIGNATURE, date(2025, 10, 25))
    assert a.said == [("Closed as kept: the promise of Algeria.", True)]
    assert a.promise_rows() == []
    a.store.undo()
    assert [row[0] for row in a.promise_rows()] == ["Algeria"]


def test_a_promise_to_sign_asks_to_become_one_to_accede_after_the_close(a: Desk) -> None:
    promise(a.store, "KE", PromisedAct.SIGN, date(2026, 12, 20))
    a.turn_clock(datetime(2027, 1, 2, 12, tzinfo=ZoneInfo("Europe/Vienna")))
    assert [row[2] for row in a.promise_rows()] == ["signing is over: ask to accede"]


def test_a_promise_that_a_person_reopened_in_time_is_no_trouble(a: Desk) -> None:
    one = promise(a.store, "MN", PromisedAct.SIGN, date(2026, 12, 20))
    desk.record_commitment(a.store, replace(one, state=CommitmentState.PASSED))
    assert a.promise_rows() == [("Mongolia", "sign by 20/12/2026 · oral", "28 days left")]


def test_counts_of_the_overview_agree_with_the_scale_of_grades(sample_session: Session) -> None:
    board = sample_session.board()
    held = promises(board)
    counted = totals((one.commitment for one in held), board.ledger.day)
    assert len(held) == sum(counted.values())
    most = counted[Grade.PROMISED_WITH_DATE] + counted[Grade.ACT_UNDER_WAY]
    assert len(promised_with_date(board, held)) <= most
    assert all(claim.participant for claim in reports(board, of_deposits=True))


# ---- the page ----


def test_a_save_shows_at_once_and_a_hidden_page_waits(a: Desk) -> None:
    a.page.hide()
    meet(a.store, TODAY, "GH")
    assert "0 contacts" in a.figure("outreach")[0]
    a.page.show()
    assert a.figure("outreach")[0] == "Our outreach, 90 days: 1 contact, 1 country"


def test_the_language_changes_while_it_is_open(a: Desk) -> None:
    a.session.set_language(Language.VI)
    assert a.page.states.groups[1].title == "Nhóm châu Phi"
    assert "31 tháng 12 năm 2026" in a.figure("close_of_signature")[0]


def test_board_and_lists_stand_under_each_other_where_it_is_narrow(a: Desk) -> None:
    def beside() -> bool:
        QApplication.processEvents()
        lists, board = a.page.due.mapTo(a.page, QPoint(0, 0)), a.page.states.mapTo(a.page, QPoint(0, 0))
        return lists.x() > board.x()

    assert beside()
    a.page.resize(500, 700)
    assert not beside()


def test_hostile_text_is_shown_as_typed(a: Desk) -> None:
    what = "<b>bold</b> & ]]> 😀"
    desk.add_follow_up(a.store, FollowUp(what=what, due_on=TODAY))
    assert a.due_rows()[0][0] == what


def test_the_sample_desk_fills_every_part(theme: Theme, sample_store: Store, qtbot: QtBot) -> None:
    shown = Desk(sample_store)
    qtbot.addWidget(shown.page)
    shown.page.show()
    assert len(shown.due_rows()) >= 3
    assert len(shown.promise_rows()) >= 2
    shown.session.close()


def test_the_lists_never_make_the_page_scroll_beside_the_board(theme: Theme, sample_store: Store, qtbot: QtBot) -> None:
    shown = Desk(sample_store)
    qtbot.addWidget(shown.page)
    shown.page.resize(1162, 781)
    shown.page.show()
    for number in range(20):
        desk.add_follow_up(
            sample_store, FollowUp(what=f"Send the explanatory note to all of them {number}", due_on=TODAY)
        )
    QApplication.processEvents()
    assert shown.page._scroll.verticalScrollBar().maximum() == 0
    shown.page.resize(600, 781)
    QApplication.processEvents()
    assert len(shown.due_rows()) == 6
    shown.session.close()
