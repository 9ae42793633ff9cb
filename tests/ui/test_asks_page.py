"""Requests both ways: what we owe and they owe, the oldest first; answered; a follow-up planned; never handed over."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui import lists_desk
from ui.test_lists import column, open_form, press, type_into

from hanoi_desk.desk import entry_of, participant_id
from hanoi_desk.records import Ask, AskDirection, AskKind, AskState, FollowUp, Outreach
from hanoi_desk.store import Action, Query
from hanoi_desk.ui.asks_page import AsksPage
from hanoi_desk.ui.list_bar import CounterButton
from hanoi_desk.ui.log.draft import from_text, to_text
from hanoi_desk.ui.log_form import LogForm
from hanoi_desk.ui.session import Goal, Session

TODAY = date(2026, 11, 22)
Show = Callable[..., AsksPage]


def ask(what: str, days: int | None, **more: object) -> Ask:
    asked_on = TODAY - timedelta(days) if days is not None else None
    given = {"participant": participant_id("GH"), "asked_on": asked_on} | more
    return Ask(id=lists_desk.key("ask", what), what=what, **given)  # type: ignore[arg-type]


@pytest.fixture
def filled(session: Session) -> Session:
    lists_desk.fill(session.store)
    lists_desk.keep(
        session.store,
        ask("Training", 30, kind=AskKind.TRAINING, due_on=TODAY - timedelta(2), outreach=lists_desk.key("talk")),
        ask("A model law", 40, state=AskState.PROMISED),
        ask("Their support", 35, direction=AskDirection.OURS, participant=participant_id("FJ")),
        ask("Some day", None),
        ask("A visit", 50, state=AskState.ANSWERED, answered_on=TODAY, answer="They come in March"),
        ask("A seat", 60, state=AskState.DECLINED, answered_on=TODAY - timedelta(9)),
    )
    return session


@pytest.fixture
def show(filled: Session, qtbot: QtBot) -> Iterator[Show]:
    def show_one(goal: Goal | None = None) -> AsksPage:
        page = AsksPage(filled)
        qtbot.addWidget(page)
        page.resize(1160, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.show_goal(goal or Goal("asks"))
        qtbot.waitUntil(lambda: page.detail.shown == page.table.current)
        return page

    yield show_one
    QApplication.closeAllWindows()


def said(page: AsksPage) -> str:
    labels = [one.text() for one in page.detail.widget().findChildren(QLabel)]
    return "\n".join([*labels, *(one.accessibleName() for one in page.detail.widget().findChildren(QPushButton))])


def test_what_waits_stands_first_the_oldest_before_all(show: Show) -> None:
    page = show()
    assert column(page, 0) == ["A model law", "Their support", "Training", "Some day", "A visit", "A seat"]
    assert column(page, 4)[:3] == ["40 days ago", "35 days ago", "30 days ago"]
    assert column(page, 5)[:3] == ["Promised", "Waiting for an answer", "2 days overdue"]


def test_counters_leave_what_we_owe_or_they_owe(show: Show) -> None:
    page = show()
    words = {counter.key: counter.number for counter in page.listing.counters()}
    assert words == {"we_owe": 3, "they_owe": 1, "late": 1, "answered": 1, "closed": 1}
    button = page.findChild(CounterButton, "counter_they_owe")
    assert button is not None
    button.click()
    assert column(page, 0) == ["Their support"]


@pytest.mark.parametrize(
    ("facet", "expected"),
    [
        (("kind", "training"), ["Training"]),
        (("direction", "ours"), ["Their support"]),
        (("group", "asia_pacific"), ["Their support"]),
    ],
)
def test_facets_leave_those_of_a_kind_a_side_or_a_group(
    show: Show, facet: tuple[str, str], expected: list[str]
) -> None:
    assert column(show(Goal("asks", facet=facet)), 0) == expected


def test_space_asks_how_a_request_was_answered(show: Show, qtbot: QtBot, filled: Session) -> None:
    page = show()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    form = open_form(page, qtbot)
    type_into(form, "answer", "Sent by note verbale")
    form.save()
    kept = filled.store.need(Ask, lists_desk.key("ask", "A model law"))
    assert (kept.state, kept.answer, kept.answered_on) == (AskState.ANSWERED, "Sent by note verbale", TODAY)
    assert filled.store.saves(1)[0].action is Action.ANSWER_ASK
    filled.store.undo()
    assert filled.store.need(Ask, kept.id).state is AskState.PROMISED


def test_an_answered_request_says_so_and_can_be_opened_again(show: Show, filled: Session) -> None:
    record = lists_desk.key("ask", "A visit")
    page = show(Goal("asks", record))
    assert "They come in March" in said(page)
    press(page, "again")
    assert filled.store.need(Ask, record).state is AskState.OPEN


def test_a_follow_up_is_planned_from_a_request_and_each_leads_to_the_other(
    show: Show, qtbot: QtBot, filled: Session
) -> None:
    record = lists_desk.key("ask", "Training")
    page = show(Goal("asks", record))
    assert "12/11/2026, Ghana sends the bill" in said(page)
    press(page, "plan")
    form = open_form(page, qtbot)
    type_into(form, "what", "Ask the academy for twelve places")
    form.save()
    [task] = filled.store.all(Query(FollowUp, (("ask", "=", record),)))
    assert (task.participant, task.due_on) == (participant_id("GH"), TODAY - timedelta(2))
    qtbot.waitUntil(lambda: "Ask the academy for twelve places" in said(page))


def test_a_new_request_says_who_asks_whom(show: Show, qtbot: QtBot, filled: Session) -> None:
    page = show()
    press(page, "add")
    form = open_form(page, qtbot)
    assert any("For our own side only" in label.text() for label in form.findChildren(QLabel))
    form.save()
    assert form.rows["what"].problem
    type_into(form, "what", "Their vote")
    form.rows["direction"].field.set_value("ours")  # type: ignore[attr-defined]
    form.save()
    [kept] = filled.store.all(Query(Ask, (("what", "=", "Their vote"),)))
    assert (kept.direction, kept.asked_on) == (AskDirection.OURS, TODAY)
    assert kept.owner == filled.store.who


def test_a_request_is_noted_with_the_contact_at_which_it_was_made(session: Session, qtbot: QtBot) -> None:
    form = LogForm(session)
    qtbot.addWidget(form)
    form.resize(1160, 800)
    form.show()
    form.start_new((participant_id("GH"),))
    form.add_ask()
    [card] = form.sheet.asks.cards
    card.what.setText("A list of trainers")
    card.what.typed.emit(card.what.text())
    text = to_text(form.sheet.writing())
    assert from_text(text).entry.asks == form.sheet.entry().asks
    form.save()
    [kept] = session.store.all(Query(Ask))
    [talk] = session.store.all(Query(Outreach))
    assert (kept.what, kept.participant, kept.outreach) == ("A list of trainers", participant_id("GH"), talk.id)
    assert (kept.asked_on, kept.direction) == (TODAY, AskDirection.THEIRS)
    assert kept in entry_of(session.store, talk.id).asks
    session.store.undo()
    assert session.store.count(Query(Ask)) == 0
