"""The page of promises: one-key answers, the second person, how a promise came about, and the road to forty."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from ui import lists_desk

from hanoi_desk import desk
from hanoi_desk.agenda import held_promises
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Commitment,
    CommitmentState,
    Grade,
    Officer,
    Outreach,
    OutreachCountry,
    Precision,
    PromisedAct,
    Stance,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui.commitments_page import CommitmentsPage
from hanoi_desk.ui.detail.promise_story import PromiseStory
from hanoi_desk.ui.forms import CommitmentForm, ConfirmingForm
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.road_card import RoadCard
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import ComboField, TextLabel
from hanoi_desk.ui.widgets.road import RoadChart

NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
MONGOLIA, KENYA, GHANA = (lists_desk.key("promise", key) for key in ("MN", "KE", "GH"))

Open = Callable[[str], CommitmentsPage]


@pytest.fixture
def session(theme: object, store: Store) -> Iterator[Session]:
    lists_desk.fill(store)
    opened = Session(store, Language.EN, lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def open_page(session: Session, qtbot: QtBot) -> Iterator[Open]:
    def open_one(record: str) -> CommitmentsPage:
        page = CommitmentsPage(session)
        qtbot.addWidget(page)
        page.resize(1360, 860)
        page.show_goal(Goal("commitments", record))
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: page.detail.shown == record)
        return page

    yield open_one
    QApplication.closeAllWindows()


def said(page: CommitmentsPage) -> list[str]:
    return [label.text() for label in page.detail.findChildren(TextLabel) if label.isVisible()]


def press(page: CommitmentsPage, name: str) -> None:
    next(b for b in page.detail.findChildren(QPushButton) if b.objectName() == name and b.isVisible()).click()


def form_of(page: CommitmentsPage) -> RecordForm:
    return next(form for form in page.findChildren(RecordForm) if form.isVisible())


def story(page: CommitmentsPage) -> list[str]:
    return page.detail.findChildren(PromiseStory)[-1].lines


def choose(form: RecordForm, name: str, value: str) -> None:
    box = form.rows[name].field
    assert isinstance(box, ComboField)
    box.set_value(value)
    box.chosen.emit(value)


# ---- answers ----


def test_l_on_the_list_lets_the_chosen_promise_lapse(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page = open_page(MONGOLIA)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_L)
    assert session.store.need(Commitment, MONGOLIA).state is CommitmentState.LAPSED
    session.store.undo()
    assert session.store.need(Commitment, MONGOLIA).state is CommitmentState.OPEN


def test_k_does_nothing_where_the_record_shows_nothing(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page = open_page(MONGOLIA)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_K)
    assert session.store.need(Commitment, MONGOLIA).state is CommitmentState.OPEN


def test_a_new_date_shows_the_old_one_as_slipped(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page = open_page(MONGOLIA)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    line = page.detail._line
    assert line is not None
    qtbot.keyClicks(line.new_date.day.line, "15/12/2026")
    qtbot.keyClick(line.new_date.day.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.shown != MONGOLIA)
    (new,) = session.store.all(Query(Commitment, (("replaces", "=", MONGOLIA),)))
    assert page.detail.shown == new.id
    assert "22/11/2026  the date slipped from 30/10/2026 to 15/12/2026" in story(page)
    assert page.table.hasFocus()  # and the next key is heard


def test_after_the_close_nobody_is_told_to_sign(theme: object, session: Session, qtbot: QtBot) -> None:
    after = Session(session.store, Language.EN, lambda: datetime(2027, 1, 1, 6, 0, tzinfo=ZoneInfo("Europe/Vienna")))
    page = CommitmentsPage(after)
    qtbot.addWidget(page)
    page.show_goal(Goal("commitments", KENYA))
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.detail.shown == KENYA)
    assert "Kenya promised to sign" in said(page)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: "Kenya will accede" in said(page))
    after.close()


# ---- the second person ----


def test_an_unconfirmed_grade_says_what_it_counts_as_until_another_confirms_it(
    open_page: Open, session: Session
) -> None:
    other = desk.keep(session.store, Officer(name="Minh"))
    page = open_page(GHANA)
    assert "In totals it counts as: Promised action, no date." in said(page)
    assert "A second person has not yet confirmed this grade." in said(page)
    press(page, "confirm")
    form = form_of(page)
    assert isinstance(form, ConfirmingForm)
    choose(form, "confirmed_by", other.id)
    form.save()
    assert session.store.need(Commitment, GHANA).confirmed_by == other.id
    assert "A second person has not yet confirmed this grade." not in said(page)
    assert any(line.endswith("grade confirmed by Minh") for line in story(page))


def test_the_one_who_recorded_it_is_not_offered_as_second_person(open_page: Open, session: Session) -> None:
    page = open_page(GHANA)
    press(page, "confirm")
    form = form_of(page)
    box = form.rows["confirmed_by"].field
    assert isinstance(box, ComboField)
    assert session.store.who not in [box.itemData(at) for at in range(box.count())]
    form.save()
    assert form.rows["confirmed_by"].problem


def test_a_raised_grade_asks_for_its_reason(open_page: Open, session: Session) -> None:
    page = open_page(MONGOLIA)
    page.edit(MONGOLIA)
    form = form_of(page)
    assert isinstance(form, CommitmentForm)
    assert form.rows["grade_reason"].isHidden()
    choose(form, "grade", Grade.ACT_UNDER_WAY.value)
    assert not form.rows["grade_reason"].isHidden()
    form.save()
    assert form.rows["grade_reason"].problem
    form._set["grade_reason"]("The bill was seen.")
    form.save()
    assert session.store.need(Commitment, MONGOLIA).grade is Grade.ACT_UNDER_WAY
    assert any("The bill was seen." in line for line in story(page))


def test_the_form_says_that_a_group_promises_nothing(open_page: Open) -> None:
    page = open_page(MONGOLIA)
    page.add()
    words = [label.text() for label in form_of(page).findChildren(TextLabel)]
    assert any(text.startswith("One State, one act, one speaker, one date, one record.") for text in words)
    assert any("No speaker is named yet." in text for text in words)


def test_what_several_states_said_together_is_marked_as_nobodys(open_page: Open, session: Session) -> None:
    ghana = session.store.need(Commitment, GHANA)
    for key in (GHANA, KENYA):
        promise = session.store.need(Commitment, key)
        desk.record_commitment(session.store, replace(promise, words="We all support it", outreach=ghana.outreach))
    words = "Several States are said to have said this together: it is nobody's commitment."
    assert words in said(open_page(GHANA))


# ---- evidence, counters, road ----


def test_a_word_of_this_autumn_makes_an_old_promise_young(open_page: Open, session: Session) -> None:
    promise = session.store.need(Commitment, lists_desk.key("promise", "FJ"))
    desk.record_commitment(session.store, replace(promise, made_on=date(2026, 1, 10)))
    for said_row in session.store.all(Query(OutreachCountry, (("participant", "=", promise.participant),))):
        desk.remove(session.store, said_row)
    page = open_page(promise.id)
    words = "Needs renewal: no new word for 180 days. Ask whether it still stands."
    assert words in said(page)
    talk = Outreach(held_on=date(2026, 11, 2), summary="Call to Suva")
    heard = OutreachCountry(outreach=talk.id, participant=promise.participant, stance=Stance.SUPPORTIVE)
    desk.log_outreach(session.store, [desk.OutreachEntry(outreach=talk, countries=(heard,))])
    assert words not in said(page)


def test_grades_that_wait_for_a_second_person_are_a_counter(open_page: Open) -> None:
    page = open_page(GHANA)
    counters = {button.key: button for button in page.bar.counters}
    assert counters["to_confirm"].text() == "To confirm 3"


def test_the_road_tells_its_numbers_to_everyone(open_page: Open, session: Session, qtbot: QtBot) -> None:
    other = desk.keep(session.store, Officer(name="Minh"))
    desk.confirm_grade(session.store, session.store.need(Commitment, GHANA), other.id)
    page = open_page(GHANA)
    card = page.detail.findChildren(RoadCard)[-1]
    assert card.legend.text().endswith("Counts of words that were given, one for each State; not a forecast.")
    assert "UNTOC, by months since its own opening. It reached 40 after" in card.note.text()
    assert "as of 27/01/2014; later acts are not in the line" in card.note.text()
    card.compare.set_value("")
    card.compare.chosen.emit("")
    lines = card.chart.accessibleDescription().split("\n")
    assert lines == [
        "October 2025: 0 on deposit",
        "November 2026: 0 on deposit, 0 if dated promises are kept",
        "December 2026: 0 if dated promises are kept",
        "March 2027: 1 if dated promises are kept",
    ]
    card.open_numbers.click()
    assert card.numbers.text == "\n".join(lines)
    chart = card.findChild(RoadChart)
    assert isinstance(chart, RoadChart)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert card.reading.text() == "March 2027: 1 if dated promises are kept"


def test_the_words_of_the_picture_never_forecast(open_page: Open) -> None:
    page = open_page(GHANA)
    card = page.detail.findChildren(RoadCard)[-1]
    words = " ".join(label.text() for label in card.findChildren(TextLabel)).lower()
    assert "not a forecast" in words
    for never in ("probab", "likely", "expected", "will enter into force"):
        assert never not in words


# ---- what is read once ----


def test_a_save_judges_only_what_it_touched(session: Session) -> None:
    promises = Promises.of(session)
    before = dict(promises.judged())
    late = session.store.need(Commitment, MONGOLIA)
    desk.close_commitment(session.store, late, CommitmentState.LAPSED, session.today)
    after = promises.judged()
    assert [id_ for id_ in before if after[id_] is not before[id_]] == [MONGOLIA]
    assert after[MONGOLIA].commitment.state is CommitmentState.LAPSED
    desk.remove(session.store, late)
    assert MONGOLIA not in promises.judged()
    session.store.undo()
    assert MONGOLIA in promises.judged()


def test_a_new_promise_is_there_at_once(session: Session) -> None:
    promises = Promises.of(session)
    assert Promises.of(session) is promises
    promises.judged()
    ghana = session.store.need(Commitment, GHANA)
    new = replace(ghana, id="new", act=PromisedAct.RATIFY, by=date(2027, 5, 31), precision=Precision.DAY)
    desk.record_commitment(session.store, new)
    assert promises.judged()["new"].commitment == new


def test_thousands_of_promises_are_judged_in_parts_while_the_window_lives(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {one.commitment.id: (one.outcome, one.shown_by) for one in held_promises(session.store, NOW)}
    monkeypatch.setattr("hanoi_desk.ui.promises._READ", 2)
    monkeypatch.setattr("hanoi_desk.ui.promises._JUDGED", 2)
    page = CommitmentsPage(session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert page.model.rowCount() == 0
    assert page.empty.isVisible()
    late = session.store.need(Commitment, MONGOLIA)
    desk.close_commitment(session.store, late, CommitmentState.LAPSED, session.today)
    desk.record_commitment(session.store, replace(session.store.need(Commitment, GHANA), id="new"))
    qtbot.waitUntil(lambda: page.model.rowCount() == len(whole) + 1)
    judged = Promises.of(session).judged()
    assert {one: (judged[one].outcome, judged[one].shown_by) for one in whole if one != MONGOLIA} == {
        one: held for one, held in whole.items() if one != MONGOLIA
    }
    assert judged[MONGOLIA].commitment.state is CommitmentState.LAPSED
    assert "new" in judged


def test_one_key_opens_the_contact_at_which_a_promise_was_made(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page, asked = open_page(GHANA), []
    session.asked.connect(asked.append)
    promise = session.store.need(Commitment, GHANA)
    assert promise.outreach
    qtbot.keyClick(page.table, Qt.Key.Key_S)
    assert asked == [Goal("outreach", promise.outreach)]


def test_a_promise_without_a_contact_says_that_nothing_shows_it(
    open_page: Open, session: Session, store: Store, qtbot: QtBot
) -> None:
    with store.change(Action.EDIT_RECORD) as change:
        change.save(replace(store.need(Commitment, GHANA), outreach=None, source=None, grade=Grade.NO_POSITION))
    page, told = open_page(GHANA), []
    session.said.connect(lambda words, _: told.append(words))
    qtbot.keyClick(page.table, Qt.Key.Key_S)
    assert told == ["Neither a contact nor a source is named for this promise."]
