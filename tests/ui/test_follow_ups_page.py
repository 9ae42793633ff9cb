"""Our tasks by day: done, put off and dropped by keyboard, coming again, and linked to where they come from."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui import lists_desk
from ui.test_lists import column, open_form, press, type_into

from hanoi_desk.desk import add_follow_up, participant_id
from hanoi_desk.records import Ask, FollowUp, FollowUpState, Repeat
from hanoi_desk.store import Action, Query
from hanoi_desk.ui.follow_ups_page import FollowUpsPage
from hanoi_desk.ui.later_menu import LaterMenu
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session

Show = Callable[..., FollowUpsPage]


@pytest.fixture
def filled(session: Session) -> Session:
    lists_desk.fill(session.store)
    return session


@pytest.fixture
def show(filled: Session, qtbot: QtBot) -> Iterator[Show]:
    def show_one(goal: Goal | None = None) -> FollowUpsPage:
        page = FollowUpsPage(filled)
        qtbot.addWidget(page)
        page.resize(1160, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.show_goal(goal or Goal("follow_ups"))
        qtbot.waitUntil(lambda: page.detail.shown == page.table.current)
        return page

    yield show_one
    QApplication.closeAllWindows()


def weekly(session: Session) -> FollowUp:
    task = FollowUp(what="Send the table", due_on=date(2026, 11, 13), repeat=Repeat.WEEKLY)
    return add_follow_up(session.store, task)


def menu_of(page: FollowUpsPage, qtbot: QtBot) -> LaterMenu:
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in page.findChildren(LaterMenu)))
    for menu in page.findChildren(LaterMenu):
        if menu.isVisible():
            return menu
    raise AssertionError


def days(menu: LaterMenu) -> list[str]:
    return [action.text().partition("\t")[2] for action in menu.actions() if "\t" in action.text()]


def choose(menu: LaterMenu, words: str) -> None:
    action: QAction = next(one for one in menu.actions() if one.text().replace("&", "").startswith(words))
    action.trigger()


def links(page: FollowUpsPage) -> list[str]:
    buttons = page.detail.widget().findChildren(QPushButton)
    return [button.accessibleName() for button in buttons if button.accessibleName()]


def test_space_on_the_list_is_done_and_the_next_one_is_chosen(show: Show, qtbot: QtBot, filled: Session) -> None:
    page, said = show(), []
    filled.said.connect(lambda words, undo: said.append((words, undo)))
    first, second = page.model.id_at(0), page.model.id_at(1)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert filled.store.need(FollowUp, first).state is FollowUpState.DONE
    assert said == [("Done: Send list of 24/7 contact points", True)]
    assert page.table.current == second
    assert page.detail.shown == second
    filled.store.undo()
    assert filled.store.need(FollowUp, first).state is FollowUpState.OPEN


def test_a_repeating_task_that_is_done_stands_again_on_its_next_day(show: Show, filled: Session) -> None:
    task = weekly(filled)
    page, said = show(Goal("follow_ups", task.id)), []
    filled.said.connect(lambda words, undo: said.append(words))
    page.complete_chosen()
    assert said == ["Done: Send the table. It comes again on 27/11/2026."]
    following = filled.store.all(Query(FollowUp, (("repeat", "=", Repeat.WEEKLY),)))
    assert [one.due_on for one in following] == [date(2026, 11, 27)]
    filled.store.undo()
    assert filled.store.all(Query(FollowUp, (("repeat", "=", Repeat.WEEKLY),))) == [task]


def test_a_task_is_put_off_in_two_keys(show: Show, qtbot: QtBot, filled: Session) -> None:
    page = show()
    task = page.table.current
    page.put_off_chosen()
    menu = menu_of(page, qtbot)
    assert days(menu) == ["23/11/2026", "29/11/2026", "23/11/2026", "22/12/2026"]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert filled.store.need(FollowUp, task).due_on == date(2026, 11, 23)
    assert filled.store.saves(1)[0].action is Action.POSTPONE_FOLLOW_UP
    assert page.table.current != task
    filled.store.undo()
    assert filled.store.need(FollowUp, task).due_on == date(2026, 11, 20)


def test_a_task_is_put_off_to_any_other_day(show: Show, qtbot: QtBot, filled: Session) -> None:
    page = show()
    task = page.table.current
    press(page, "later")
    choose(menu_of(page, qtbot), "Choose a date")
    form = open_form(page, qtbot)
    type_into(form, "due_on", "5/12")
    form.save()
    assert filled.store.need(FollowUp, task).due_on == date(2026, 12, 5)


def test_a_task_is_dropped_with_a_reason(show: Show, qtbot: QtBot, filled: Session) -> None:
    page = show()
    task = page.table.current
    press(page, "drop")
    form = open_form(page, qtbot)
    assert "series" not in form.rows
    form.save()
    assert form.rows["reason"].problem
    type_into(form, "reason", "No longer needed")
    form.save()
    assert filled.store.need(FollowUp, task).state is FollowUpState.DROPPED


@pytest.mark.parametrize(("dropped", "left"), [("one", [date(2026, 11, 27)]), ("series", [])])
def test_dropping_a_repeating_task_asks_for_this_one_or_the_series(
    show: Show, qtbot: QtBot, filled: Session, dropped: str, left: list[date]
) -> None:
    task = weekly(filled)
    page = show(Goal("follow_ups", task.id))
    press(page, "drop")
    form = open_form(page, qtbot)
    type_into(form, "reason", "A holiday")
    form.rows["series"].field.set_value(dropped)  # type: ignore[attr-defined]
    form.save()
    still = filled.store.all(Query(FollowUp, (("what", "=", task.what), ("state", "=", FollowUpState.OPEN))))
    assert [one.due_on for one in still] == left


def test_what_is_closed_is_not_closed_again(show: Show, filled: Session) -> None:
    page, said = show(Goal("follow_ups", lists_desk.key("task", "Send flowers"))), []
    filled.said.connect(lambda words, undo: said.append(words))
    page.complete_chosen()
    assert said == ["That is closed already: Send flowers"]


def test_the_form_offers_what_is_on_file_of_the_country(show: Show, qtbot: QtBot, filled: Session) -> None:
    ask = Ask(what="A model law", participant=participant_id("GH"))
    lists_desk.keep(filled.store, ask)
    page = show()
    press(page, "add")
    form = open_form(page, qtbot)
    what = form.rows["what"].field
    assert what.placeholderText() == "Begin with a verb: send, ask, invite"  # type: ignore[attr-defined]
    type_into(form, "what", "Send the model law")
    type_into(form, "participant", "Ghana")
    boxes = {name: form.rows[name].field for name in ("outreach", "commitment", "ask", "event")}
    boxes["ask"].set_value(ask.id)  # type: ignore[attr-defined]
    boxes["commitment"].set_value(lists_desk.key("promise", "GH"))  # type: ignore[attr-defined]
    boxes["event"].set_value(lists_desk.key("event"))  # type: ignore[attr-defined]
    type_into(form, "channel", "Their mission in Vienna")
    form.save()
    [task] = filled.store.all(Query(FollowUp, (("ask", "=", ask.id),)))
    assert (task.commitment, task.event) == (lists_desk.key("promise", "GH"), lists_desk.key("event"))
    assert task.channel == "Their mission in Vienna"
    qtbot.waitUntil(lambda: page.detail.shown == task.id)
    assert {"Ghana", "A model law", "Seminar on electronic evidence"} <= set(links(page))


def test_a_repeating_task_without_a_day_is_told_beside_the_field(show: Show, qtbot: QtBot) -> None:
    page = show()
    press(page, "add")
    form = open_form(page, qtbot)
    type_into(form, "what", "Report")
    form.rows["repeat"].field.set_value("monthly")  # type: ignore[attr-defined]
    form.save()
    assert form.rows["due_on"].problem


def test_facets_leave_the_tasks_of_a_rhythm(show: Show, filled: Session) -> None:
    weekly(filled)
    page = show(Goal("follow_ups", facet=("repeat", "weekly")))
    assert column(page, 0) == ["Send the table"]


def test_the_windows_keys_work_on_the_page_and_say_so_elsewhere(filled: Session, qtbot: QtBot) -> None:
    window = MainWindow(filled)
    qtbot.addWidget(window)
    window.resize(1360, 860)
    window.show()
    window.actions_by_name["done"].trigger()
    assert window.strip.words == "Choose a follow-up or a request first."
    window.go(Goal("follow_ups"))
    window.actions_by_name["done"].trigger()
    task = filled.store.need(FollowUp, lists_desk.key("task", "Send list of 24/7 contact points"))
    assert task.state is FollowUpState.DONE
    assert any("comes" in label.text() or label.text() for label in window.strip.findChildren(QLabel))
