"""The trash in the window, and the history of a record with the values that are restored from it."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui import lists_desk
from ui.conftest import MISSION, NOW
from ui.lists_desk import key

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Appointment,
    Commitment,
    Event,
    FollowUp,
    Grade,
    Mission,
    Officer,
    Outreach,
    Participant,
    Person,
    Record,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui.detail import OutreachDetail
from hanoi_desk.ui.detail.history import HistoryCard
from hanoi_desk.ui.forms import AppointmentForm
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.record_dialog import RecordDialog
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.trash_page import TrashPage

DATABASES = Path(__file__).parents[1] / "databases"


@pytest.fixture
def filled(session: Session) -> Session:
    lists_desk.fill(session.store)
    session.store.set_local("officer", key("officer"))
    return session


@pytest.fixture
def open_trash(filled: Session, qtbot: QtBot) -> Iterator[Callable[..., TrashPage]]:
    def open_one(width: int = 1160) -> TrashPage:
        page = TrashPage(filled)
        qtbot.addWidget(page)
        page.resize(width, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.show_goal(Goal("trash"))
        return page

    yield open_one
    QApplication.closeAllWindows()


def what(page: TrashPage) -> list[str]:
    return [str(page.model.index(row, 1).data()) for row in range(page.model.rowCount())]


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def press(widget: QWidget, name: str) -> None:
    button = widget.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def question() -> QMessageBox:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())


def answer(words: str) -> None:
    box = question()
    next(button for button in box.buttons() if button.text() == words).click()


def newest_contact(session: Session) -> Outreach:
    found: list[Outreach] = session.store.all(Query(Outreach, order_by="held_on", descending=True))
    return next(one for one in found if session.store.count(Query(Commitment, (("outreach", "=", one.id),))))


# ---- the trash ----


def test_a_deleted_contact_is_one_line_with_all_that_went_with_it(
    open_trash: Callable[..., TrashPage], filled: Session
) -> None:
    contact = newest_contact(filled)
    desk.delete_outreach(filled.store, contact.id)
    page = open_trash()
    assert len(what(page)) == 1
    assert contact.summary in what(page)[0]
    assert "commitment" in str(page.model.index(0, 2).data())
    assert page.model.index(0, 3).data() == filled.store.need(Officer, key("officer")).name
    assert "90 days" in page.caption.text()
    assert "nothing is destroyed" in page.caption.text()


def test_it_comes_back_with_two_keys_and_undo_takes_it_away_again(
    open_trash: Callable[..., TrashPage], filled: Session, qtbot: QtBot
) -> None:
    contact = newest_contact(filled)
    held = desk.entry_of(filled.store, contact.id)
    desk.delete_outreach(filled.store, contact.id)
    page = open_trash()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.line.button.hasFocus()
    qtbot.keyClick(page.line.button, Qt.Key.Key_Space)
    assert desk.entry_of(filled.store, contact.id) == held
    assert what(page) == []
    assert "Nothing was deleted" in said(page.empty)
    filled.store.undo()
    assert len(what(page)) == 1


def test_several_lines_come_back_as_one_save(
    open_trash: Callable[..., TrashPage], filled: Session, qtbot: QtBot
) -> None:
    for record in filled.store.all(Query(FollowUp))[:3]:
        desk.remove(filled.store, record)
    page = open_trash()
    assert len(what(page)) == 3
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.chosen) == 3
    qtbot.keyClick(page.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert what(page) == []
    assert filled.store.saves(1)[0].action is Action.RESTORE_RECORD
    filled.store.undo()
    (line,) = desk.thrown(filled.store, desk.trash(filled.store, filled.now))
    assert line.counts == {"follow_up": 3}


def test_one_record_of_a_line_comes_back_alone(open_trash: Callable[..., TrashPage], filled: Session) -> None:
    contact = newest_contact(filled)
    desk.delete_outreach(filled.store, contact.id)
    page = open_trash()
    press(page.line, f"only_{contact.id}")
    assert filled.store.get(Outreach, contact.id) == contact
    assert desk.entry_of(filled.store, contact.id).commitments == ()
    assert len(what(page)) == 1


def test_it_asks_in_one_sentence_before_it_brings_back_more(
    open_trash: Callable[..., TrashPage], filled: Session
) -> None:
    contact = newest_contact(filled)
    (promise, *_) = filled.store.all(Query(Commitment, (("outreach", "=", contact.id),)))
    desk.remove(filled.store, promise)
    desk.delete_outreach(filled.store, contact.id)
    page = open_trash()
    page.table.choose_row(1)
    press(page.line, "restore")
    assert contact.summary in question().text()
    assert filled.store.get(Commitment, promise.id) is None
    answer("Restore all")
    assert filled.store.get(Commitment, promise.id) == promise
    assert filled.store.get(Outreach, contact.id) == contact


def test_the_filter_finds_by_words_kind_and_author(
    open_trash: Callable[..., TrashPage], filled: Session, qtbot: QtBot
) -> None:
    event = desk.keep(filled.store, Event(name="Lễ ký Hà Nội"))
    officer = desk.keep(filled.store, Officer(name="Trần Bình"))
    for record in (event, officer):
        desk.remove(filled.store, record)
    page = open_trash()
    for typed, left in (("ha noi", ["Lễ ký Hà Nội"]), ("officer binh", ["Trần Bình"]), ("nowhere", [])):
        page.filter.setText("")
        qtbot.keyClicks(page.filter, typed)
        qtbot.waitUntil(lambda left=left: what(page) == left)
    page.empty.button.click()
    assert len(what(page)) == 2


def test_in_a_narrow_window_list_and_line_take_turns(
    open_trash: Callable[..., TrashPage], filled: Session, qtbot: QtBot
) -> None:
    desk.remove(filled.store, filled.store.all(Query(FollowUp))[0])
    page = open_trash(width=600)
    assert page.table.isVisible()
    assert not page.line.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.line.button.isVisible()
    assert not page.table.isVisible()
    assert page.escape()
    assert page.table.isVisible()
    assert not page.escape()


def test_the_trash_is_a_tab_beside_the_settings_and_in_the_menu(filled: Session, qtbot: QtBot) -> None:
    desk.remove(filled.store, filled.store.all(Query(FollowUp))[0])
    window = MainWindow(filled)
    qtbot.addWidget(window)
    window.show()
    window.actions_by_name["go_trash"].trigger()
    assert isinstance(window.page, TrashPage)
    assert window.page.table.hasFocus() or not window.isActiveWindow()
    window.close()


def test_a_selection_is_kept_where_a_line_went(open_trash: Callable[..., TrashPage], filled: Session) -> None:
    for record in filled.store.all(Query(FollowUp))[:3]:
        desk.remove(filled.store, record)
    page = open_trash()
    page.table.choose_row(1)
    names = what(page)
    press(page.line, "restore")
    assert what(page) == [names[0], names[2]]
    assert page.table.selectionModel().isRowSelected(1)
    page.table.selectionModel().clear()
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    page.table.selectionModel().select(page.model.index(0, 0), flags)
    assert len(page.chosen) == 1


# ---- the history ----


def history(session: Session, record: Record, qtbot: QtBot) -> HistoryCard:
    card = HistoryCard(session, record)
    qtbot.addWidget(card)
    card.show()
    return card


def test_a_value_is_restored_from_its_line(filled: Session, qtbot: QtBot) -> None:
    contact = newest_contact(filled)
    desk.keep(filled.store, replace(contact, summary="Another subject"))
    card = history(filled, filled.store.need(Outreach, contact.id), qtbot)
    button = card.findChild(QPushButton, "restore_summary")
    assert contact.summary[:20] in button.accessibleName()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert filled.store.need(Outreach, contact.id) == contact
    assert filled.store.saves(1)[0].action is Action.RESTORE_FIELD
    filled.store.undo()
    assert filled.store.need(Outreach, contact.id).summary == "Another subject"


def test_a_key_leads_to_the_history_of_what_is_shown(filled: Session, qtbot: QtBot) -> None:
    contact = newest_contact(filled)
    desk.keep(filled.store, replace(contact, summary="Another subject"))
    detail = OutreachDetail(filled)
    qtbot.addWidget(detail)
    detail.resize(400, 500)
    detail.show_record(contact.id)
    with qtbot.waitExposed(detail):
        detail.show()
    qtbot.keyClick(detail, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    button = detail.findChild(QPushButton, "restore_summary")
    assert button.hasFocus() or detail.focusWidget() is button
    assert detail.viewport().rect().contains(button.mapTo(detail.viewport(), button.rect().center()))


def test_what_stands_already_is_not_offered(filled: Session, qtbot: QtBot) -> None:
    contact = newest_contact(filled)
    desk.keep(filled.store, replace(contact, summary="Another subject"))
    desk.keep(filled.store, contact)
    card = history(filled, contact, qtbot)
    offered = [b.accessibleName() for b in card.findChildren(QPushButton) if b.objectName() == "restore_summary"]
    assert len(offered) == 1
    assert "Another subject" in offered[0]


def test_a_value_that_breaks_a_rule_is_refused_with_a_sentence(filled: Session, qtbot: QtBot) -> None:
    contact = newest_contact(filled)
    (promise, *_) = filled.store.all(Query(Commitment, (("outreach", "=", contact.id),)))
    bare = replace(promise, id=key("bare"), grade=Grade.NO_POSITION, outreach=None, source=None)
    desk.keep(filled.store, bare)
    desk.keep(filled.store, replace(bare, outreach=contact.id))
    desk.keep(filled.store, replace(bare, outreach=contact.id, grade=Grade.PROMISED))
    card = history(filled, filled.store.need(Commitment, bare.id), qtbot)
    press(card, "restore_outreach")
    assert "break a rule" in question().text()
    assert filled.store.need(Commitment, bare.id).outreach == contact.id
    question().close()


def test_a_deleted_part_is_brought_back_from_the_history_of_its_whole(filled: Session, qtbot: QtBot) -> None:
    contact = newest_contact(filled)
    entry = desk.entry_of(filled.store, contact.id)
    desk.edit_outreach(filled.store, replace(entry, people=()))
    card = history(filled, contact, qtbot)
    press(card, "restore_part")
    assert desk.entry_of(filled.store, contact.id).people in [(one,) for one in entry.people]


def test_a_long_text_is_cut_until_it_is_asked_for(filled: Session, qtbot: QtBot) -> None:
    contact = newest_contact(filled)
    long = "The Treaty Section asked for the text. " * 30 + "THE END"
    desk.keep(filled.store, replace(contact, notes=long))
    card = history(filled, contact, qtbot)
    assert "THE END" not in said(card)
    press(card, "whole")
    whole = [one.toPlainText() for one in card.findChildren(QWidget) if hasattr(one, "toPlainText")]
    assert any("THE END" in text for text in whole)


def test_a_long_history_comes_a_page_at_a_time(filled: Session, qtbot: QtBot) -> None:
    mission = filled.store.need(Mission, MISSION.id)
    for number in range(40):
        desk.keep(filled.store, replace(mission, city_en=f"Vienna {number}"))
    card = history(filled, filled.store.need(Mission, mission.id), qtbot)
    assert "Vienna 30 → Vienna 31" not in said(card)
    press(card, "more_history")
    qtbot.waitUntil(lambda: "Vienna 30 → Vienna 31" in said(card))
    press(card, "more_history")
    qtbot.waitUntil(lambda: "Vienna → Vienna 0" in said(card))
    assert card.findChild(QPushButton, "more_history").isHidden()


def test_fields_that_are_gone_are_told_and_not_offered(theme: object, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "desk.hdesk"
    path.write_bytes(gzip.decompress((DATABASES / "first_release.hdesk.gz").read_bytes()))
    with Store.open(path) as store:
        for language, words in ((Language.EN, "Mission in charge"), (Language.VI, "Cơ quan đại diện phụ trách")):
            session = Session(store, language, lambda: NOW)
            card = history(session, store.need(Participant, desk.participant_id("KE")), qtbot)
            assert f"{words}: " in said(card)
            assert card.findChild(QPushButton, "restore_lead_mission") is None
            session.close()


def test_a_value_of_a_later_program_is_told_as_it_is(filled: Session, qtbot: QtBot) -> None:
    contact = newest_contact(filled)
    with filled.store.change(Action.EDIT_RECORD) as change:
        change.save(replace(contact, summary="Another subject"))
        for field, value in (("kind", "by_telepathy"), ("mood", {"colour": "red", "of": [1, True, None]})):
            change.pen.write("outreach", contact.id, field, value, [])
    card = history(filled, filled.store.need(Outreach, contact.id), qtbot)
    assert "by_telepathy" in said(card)
    assert "Mood: – → colour: red, of: 1, yes" in said(card)
    assert json.dumps("by_telepathy") not in said(card)


def test_a_record_without_a_pane_tells_its_history_from_its_form(filled: Session, qtbot: QtBot) -> None:
    person = filled.store.all(Query(Person))[0]
    post = desk.keep(filled.store, Appointment(person=person.id, title="Counsellor"))
    desk.keep(filled.store, replace(post, title="Minister-Counsellor"))
    form = AppointmentForm(filled, filled.store.need(Appointment, post.id), "Post")
    qtbot.addWidget(form)
    form.show()
    form.history_button.click()
    (dialog,) = form.findChildren(RecordDialog)
    press(dialog, "restore_title")
    assert filled.store.need(Appointment, post.id).title == "Counsellor"
    dialog.reject()
    assert form.value("title") == "Counsellor"
    new = AppointmentForm(filled, Appointment(person=person.id, title=""), "Post")
    qtbot.addWidget(new)
    assert new.history_button.isHidden()
