"""Reminders: a sentence at the start, a notice at the chosen hour, counts only; the calendar file from the window."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QMessageBox, QSystemTrayIcon
from pytestqt.qtbot import QtBot
from test_calendar_file import read_calendar

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.records import FollowUp, Officer
from hanoi_desk.settings import NO_REMINDER
from hanoi_desk.store import Action, Store
from hanoi_desk.ui.calendar_dialog import CalendarDialog
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session

SECRETLIKE = "Ask Ghana about the vote"


class Clock:
    """A clock that a test may turn."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 8, 10, tzinfo=ZoneInfo("Europe/Vienna"))

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(theme, store: Store, clock: Clock, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(Session(store, Language.EN, clock))
    qtbot.addWidget(shown)
    shown.resize(1360, 860)
    shown.show()
    yield shown
    shown.close()


def due(store: Store, clock: Clock, *days: int, **more: object) -> None:
    for day in days:
        desk.add_follow_up(store, FollowUp(what=SECRETLIKE, due_on=clock().date() + timedelta(day), **more))


def test_the_start_tells_how_much_presses_with_the_way_to_it(window, store, clock):
    due(store, clock, -3, -1, -1, 0, 0, 5)
    window.reminders.tell_at_start()
    assert window.strip.words == "3 overdue, 2 due today."
    assert window.strip.button.text() == "Show"
    window.strip.button.click()
    assert window.place()[0] == Goal("my_day")
    assert window.page.model.rowCount() >= 6


@pytest.mark.parametrize(("days", "said"), [((-1,), "1 overdue."), ((0, 0), "2 due today."), ((4,), ""), ((), "")])
def test_only_what_presses_is_told_and_nothing_if_nothing_does(window, store, clock, days, said):
    due(store, clock, *days)
    window.reminders.tell_at_start()
    assert window.strip.words == said


def test_what_is_in_other_hands_is_not_told_to_me(window, store, clock):
    other = Officer(name="Bình")
    with store.change(Action.ADD_RECORD) as change:
        change.save(other)
    due(store, clock, -1, owner=other.id)
    assert window.reminders.sentence() == ""


def test_the_sentence_waits_until_what_stands_at_the_foot_was_read(window, store, clock):
    due(store, clock, 0)
    window.session.say("What you were writing is kept as a draft.")
    window.reminders.tell_at_start()
    assert window.strip.words.startswith("What you were writing")
    window.strip.close_message()
    assert window.strip.words == "1 due today."
    window.session.say("Saved.", undo=True)
    window.strip.button.click()
    assert window.page is window.pages["overview"]  # the button was that of the last sentence: undo


def test_the_notice_comes_once_a_day_at_its_hour(window, store, clock):
    due(store, clock, 0, 1)
    told = []
    window.reminders._tell = told.append
    window.reminders.set_hour(9)
    for moment in ("08:59", "09:00", "09:01", "17:00"):
        clock.now = clock.now.replace(hour=int(moment[:2]), minute=int(moment[3:]))
        window.reminders.look()
    assert told == ["1 due today."]
    clock.now += timedelta(days=1)  # the laptop slept through the hour
    window.reminders.look()
    assert told == ["1 due today.", "1 overdue, 1 due today."]


def test_an_hour_that_has_passed_today_waits_for_tomorrow(window, store, clock):
    due(store, clock, 0)
    window.reminders.set_hour(7)
    window.reminders.look()
    assert window.strip.words == ""


def test_no_notice_comes_when_none_is_wanted(window, store, clock):
    due(store, clock, 0)
    window.reminders.set_hour(9)
    window.reminders.set_hour(NO_REMINDER)
    clock.now = clock.now.replace(hour=12)
    window.reminders.look()
    assert window.strip.words == ""


def test_the_tray_shows_counts_and_never_the_text_of_a_record(window, store, clock, monkeypatch):
    shown: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda self: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda self, *words: shown.extend(map(str, words[:2])))
    due(store, clock, -2, 0)
    window.reminders.set_hour(9)
    clock.now = clock.now.replace(hour=9)
    window.reminders.look()
    assert shown == ["Hanoi Desk", "1 overdue, 1 due today."]
    window.reminders._tray.messageClicked.emit()
    assert window.place()[0] == Goal("my_day")
    window.reminders.set_hour(NO_REMINDER)
    assert window.reminders._tray is None


def test_the_hour_is_chosen_in_the_settings(window):
    window.go(Goal("settings"))
    card = window.page.reminders
    chosen = []
    window.reminder_chosen.connect(chosen.append)
    texts = [card.hour.itemText(row) for row in range(card.hour.count())]
    assert texts[:3] == ["No notice", "06:00", "07:00"]
    card.hour.setCurrentIndex(3)
    card.hour.activated.emit(3)
    assert chosen == ["8"]


def test_the_calendar_file_is_saved_from_the_window(window, store, clock, tmp_path: Path):
    due(store, clock, 3)
    dialog = CalendarDialog(window.session, window)
    dialog.write(tmp_path / "desk.ics")
    events = read_calendar((tmp_path / "desk.ics").read_bytes())
    assert SECRETLIKE in [event["SUMMARY"] for event in events]
    assert window.strip.words == "The calendar is saved: desk.ics. It is for our own side only."
    dialog.deleteLater()


def test_a_file_that_is_no_calendar_is_never_replaced(window, tmp_path: Path):
    other = tmp_path / "notes.ics"
    other.write_text("notes")
    dialog = CalendarDialog(window.session, window)
    dialog.write(other)
    assert other.read_text() == "notes"
    dialog.write(tmp_path / "TỐI MẬT.ics")
    assert not (tmp_path / "TỐI MẬT.ics").exists()
    boxes = window.findChildren(QMessageBox)
    assert boxes[0].text() == "The file of that name is no calendar."
    assert boxes[0].informativeText() == "Choose another name, so that it is not written over."
    for box in boxes:
        box.accept()
    dialog.deleteLater()
