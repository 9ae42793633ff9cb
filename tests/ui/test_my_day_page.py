"""The page of one's own day: every line with its reason, done and put off on the spot, and the way to each record."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.records import Ask, FollowUp, FollowUpState, Officer, Outreach, OutreachCountry
from hanoi_desk.store import Action, Store
from hanoi_desk.ui.later_menu import LaterMenu
from hanoi_desk.ui.list_bar import CounterButton
from hanoi_desk.ui.my_day_page import MyDayPage
from hanoi_desk.ui.session import Goal, Session

TODAY = date(2026, 11, 22)


def task(store: Store, what: str, days: int, **more: object) -> FollowUp:
    return desk.add_follow_up(store, FollowUp(what=what, due_on=TODAY + timedelta(days), **more))  # type: ignore[arg-type]


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[MyDayPage]:
    store = session.store
    task(store, "Send the text", -4)
    task(store, "Write to Ghana", 0)
    desk.record_ask(
        store, Ask(what="A model law", asked_on=TODAY - timedelta(40), participant=desk.participant_id("KE"))
    )
    talk = Outreach(held_on=TODAY - timedelta(104), summary="Talk")
    met = OutreachCountry(outreach=talk.id, participant=desk.participant_id("GH"))
    desk.log_outreach(store, [desk.OutreachEntry(outreach=talk, countries=(met,))])
    shown = MyDayPage(session)
    qtbot.addWidget(shown)
    shown.resize(1160, 760)
    shown.show()
    yield shown
    QApplication.closeAllWindows()


def rows(page: MyDayPage) -> list[tuple[str, str, str]]:
    model = page.model
    return [tuple(str(model.index(row, n).data()) for n in range(3)) for row in range(model.rowCount())]


def test_every_line_says_why_what_and_for_whom(page: MyDayPage) -> None:
    assert rows(page) == [
        ("4 days overdue", "Send the text", ""),
        ("today", "Write to Ghana", ""),
        ("the record is 368 days old", "Take in a newer status file", ""),
        ("asked of us 40 days ago", "A model law", "Kenya"),
        ("no contact for 104 days", "Get in touch again", "Ghana"),
    ]


def test_return_leads_to_the_record_behind_each_line(page: MyDayPage, session: Session, qtbot: QtBot) -> None:
    asked: list[Goal] = []
    session.asked.connect(asked.append)
    page.table.setFocus()
    for row in range(page.model.rowCount()):
        page.table.choose_row(row)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert [goal.page for goal in asked] == ["follow_ups", "follow_ups", "treaty", "asks", "countries"]
    assert asked[-1].record == desk.participant_id("GH")


def test_space_ticks_a_task_off_and_opens_what_is_none(page: MyDayPage, session: Session, qtbot: QtBot) -> None:
    asked: list[Goal] = []
    session.asked.connect(asked.append)
    done = page.table.current
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert session.store.need(FollowUp, done).state is FollowUpState.DONE
    assert rows(page)[0][1] == "Write to Ghana"
    page.table.choose_row(2)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert [goal.page for goal in asked] == ["asks"]


def test_a_task_is_put_off_from_the_list(page: MyDayPage, session: Session, qtbot: QtBot) -> None:
    late = page.table.current
    page.put_off_chosen()
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in page.findChildren(LaterMenu)))
    menu = next(menu for menu in page.table.findChildren(LaterMenu) if menu.isVisible())
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert session.store.need(FollowUp, late).due_on == TODAY + timedelta(1)
    assert ("tomorrow", "Send the text", "") in rows(page)
    assert page.table.current != late


def test_counters_leave_the_lines_of_one_reason(page: MyDayPage) -> None:
    silent = page.findChild(CounterButton, "counter_silent")
    assert silent is not None
    assert silent.text() == "Silent 1"
    silent.click()
    assert [row[1] for row in rows(page)] == ["Get in touch again"]
    silent.click()
    assert len(rows(page)) == 5


def test_only_mine_is_remembered_and_shared_with_the_overview(page: MyDayPage, session: Session) -> None:
    other = Officer(name="Bình")
    with session.store.change(Action.ADD_RECORD) as change:
        change.save(other)
    task(session.store, "Of another", -9, owner=other.id)
    assert "Of another" not in [row[1] for row in rows(page)]
    page.mine.click()
    assert rows(page)[0][1] == "Of another"
    assert session.store.local("my_day") == "all"


def test_a_counter_of_nothing_is_not_shown_and_its_list_says_so(page: MyDayPage) -> None:
    page.session.store.undo()
    assert page.findChild(CounterButton, "counter_undated").isHidden()  # type: ignore[union-attr]
    page.show_goal(Goal("my_day", facet=("reason", "undated")))
    assert page.empty.isVisible()
