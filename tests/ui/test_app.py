"""The program itself: first start, the desk that was open last, language, look, and bugs of our own."""

import logging
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from hanoi_desk import settings as settings_file
from hanoi_desk.board import board
from hanoi_desk.records import Mission, MissionKind, Officer, Outreach
from hanoi_desk.store import Query
from hanoi_desk.ui import running
from hanoi_desk.ui.actions import PAGES
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.session import Goal
from hanoi_desk.ui.widgets import Card

NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))


@pytest.fixture
def program(qapp: QApplication, theme, tmp_path: Path) -> Iterator[Application]:
    running = Application(qapp, tmp_path / "config", lambda: NOW)
    running.set_language("en")
    yield running
    if running.window is not None:
        running.window.close()
    if running.first_start is not None:
        running.first_start.close()
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox):
            box.close()
    running.set_language("en")
    theme.apply()


def boxes() -> list[str]:
    return [b.text() for b in QApplication.topLevelWidgets() if isinstance(b, QMessageBox) and b.isVisible()]


def answer(program: Application, path: Path, **texts: str) -> None:
    asked = program.first_start
    asked.path.setText(str(path))
    asked.mission.setText(texts.get("mission", "Permanent Mission in Vienna"))
    asked.officer.setText(texts.get("officer", "Lan"))
    asked.passphrase.kinds["none"].setChecked(True)
    asked.passphrase.accepted.setChecked(True)
    asked.understood.setChecked(True)


def test_a_first_start_asks_and_makes_an_empty_desk(program, tmp_path):
    program.start(None)
    assert program.first_start.isVisible()
    assert not program.first_start.start_button.isEnabled()
    answer(program, tmp_path / "Bàn làm việc" / "desk")
    program.first_start.start_button.click()
    store = program.window.session.store
    assert store.path == tmp_path / "Bàn làm việc" / "desk.hdesk"
    assert store.need(Officer, store.who).name == "Lan"
    assert store.need(Mission, store.local("mission")).kind is MissionKind.PERMANENT_MISSION
    assert store.count(Query(Outreach)) == 0
    assert board(store, NOW).ledger.signatories.total == 73
    assert program.first_start is None


def test_the_secrets_notice_must_be_ticked_before_anything_else(program):
    program.start(None)
    assert "State secret" in program.first_start.notice.text()
    assert not program.first_start.sample_button.isEnabled()
    program.first_start.understood.setChecked(True)
    assert program.first_start.sample_button.isEnabled()


def test_a_desk_without_names_is_not_made_and_says_what_is_missing(program, tmp_path):
    program.start(None)
    answer(program, tmp_path / "desk.hdesk", mission=" ", officer="")
    program.first_start.start_button.click()
    assert program.window is None
    assert not (tmp_path / "desk.hdesk").exists()
    assert program.first_start._rows["officer"].problem


def test_a_file_that_is_there_is_never_written_over(program, tmp_path):
    (tmp_path / "desk.hdesk").write_text("mine")
    program.start(None)
    answer(program, tmp_path / "desk.hdesk")
    program.first_start.start_button.click()
    assert program.first_start._rows["path"].problem
    assert (tmp_path / "desk.hdesk").read_text() == "mine"


def test_looking_around_opens_the_sample_desk_and_again_the_same_one(program, tmp_path):
    for _ in range(2):
        program.ask_for_desk()
        answer(program, tmp_path / "any.hdesk")
        program.first_start.sample_button.click()
        assert program.window.session.store.count(Query(Outreach)) == 40
        assert program.window.session.store.path == tmp_path / "Hanoi Desk sample.hdesk"


def test_the_desk_that_was_open_last_is_opened_again(program, sample_desk, tmp_path, qapp):
    path = tmp_path / "mine.hdesk"
    path.write_bytes(sample_desk.read_bytes())
    assert program.open_desk(path)
    program.window.close()
    again = Application(qapp, tmp_path / "config", lambda: NOW)
    again.start(None)
    assert again.window.session.store.path == path
    again.window.close()


def test_a_desk_that_cannot_be_opened_is_told_and_another_is_asked_for(program, tmp_path):
    (tmp_path / "text.hdesk").write_text("this is no desk")
    program.start(tmp_path / "text.hdesk")
    assert program.window is None
    assert len(boxes()) == 1
    assert program.first_start is not None
    assert [box.text() for box in program.first_start.findChildren(QMessageBox)] == boxes(), "over it, not behind it"
    assert (tmp_path / "text.hdesk").read_text() == "this is no desk"


def test_the_language_is_switched_without_a_restart_and_kept(program, sample_desk, tmp_path):
    path = tmp_path / "mine.hdesk"
    path.write_bytes(sample_desk.read_bytes())
    program.open_desk(path)
    window = program.window
    english = window.log_button.text()
    program.set_language("vi")
    assert window.log_button.text() != english
    assert settings_file.load(tmp_path / "config").language == "vi"
    program.set_language("en")
    assert window.log_button.text() == english


def test_what_was_being_written_is_offered_again_at_the_next_start(program, sample_desk, tmp_path):
    path = tmp_path / "mine.hdesk"
    path.write_bytes(sample_desk.read_bytes())
    program.open_desk(path)
    assert "draft" not in program.window.strip.words
    program.window.actions_by_name["log_outreach"].trigger()
    program.window._veil._form.sheet.notes.setPlainText("half a sentence")
    store = program.window.session.store
    store.keep_draft("programme", "{}")
    program.window.close()
    program.open_desk(path)
    assert "Ctrl+L" in program.window.strip.words
    assert "A slot of a programme is not saved yet" in program.window.strip.words
    assert "plenary" not in program.window.strip.words


def test_margins_follow_the_size_of_text_and_the_cursor_stays_where_it_was(program, sample_desk, tmp_path):
    path = tmp_path / "mine.hdesk"
    path.write_bytes(sample_desk.read_bytes())
    for _ in range(9):
        program.change_text("+")
    program.open_desk(path)
    program.window.resize(1280, 720)
    for key in ("countries", "outreach", "settings"):
        program.window.go(Goal(key))
    program.window.page.larger.setFocus()
    program.window.page.larger.click()
    QApplication.processEvents()
    assert program.theme.text_scale == 2.0
    assert program.window.focusWidget() is program.window.page.larger
    lefts = {}
    for page in PAGES:
        program.window.go(Goal(page.key))
        QApplication.processEvents()
        cards = [c for c in program.window.page.findChildren(Card) if c.isVisible()]
        if cards:
            lefts[page.key] = min(card.mapTo(program.window, QPoint(0, 0)).x() for card in cards)
        assert program.window.minimumSizeHint().width() <= 1280, page.key
        assert program.window.minimumSizeHint().height() <= 720, page.key
        assert program.window.size() == QSize(1280, 720), page.key  # none grew it while it was being built
    assert {page.key for page in PAGES} - lefts.keys() <= {"programme"}  # a grid of days has no cards
    assert max(lefts.values()) - min(lefts.values()) <= 1, lefts
    assert lefts["overview"] == program.window.search_box.mapTo(program.window, QPoint(0, 0)).x()


def test_the_window_fits_the_smallest_screen_in_vietnamese_too(program, sample_desk, tmp_path):
    path = tmp_path / "mine.hdesk"
    path.write_bytes(sample_desk.read_bytes())
    program.set_language("vi")
    for _ in range(10):
        program.change_text("+")
    program.open_desk(path)
    program.window.resize(1280, 720)
    for page in PAGES:
        program.window.go(Goal(page.key))
        QApplication.processEvents()
        assert program.window.minimumSizeHint().width() <= 1280, page.key
        assert program.window.minimumSizeHint().height() <= 720, page.key
    program.change_text("0")


def test_colours_and_text_size_change_at_once_and_are_kept(program, tmp_path, qapp):
    program.set_theme("dark")
    assert program.theme.colours.dark
    size = qapp.font().pointSizeF()
    for _ in range(30):
        program.change_text("+")
    assert program.theme.text_scale == 2.0
    assert qapp.font().pointSizeF() > size * 1.5
    program.change_text("-")
    kept = settings_file.load(tmp_path / "config")
    assert (kept.theme, kept.text_scale) == ("dark", 1.9)
    program.change_text("0")
    program.set_theme("light")


def test_a_bug_of_ours_is_logged_without_any_text_and_the_user_is_told(program, tmp_path, caplog):
    secret = "Đại sứ nói riêng"
    try:
        raise ValueError(secret)
    except ValueError:
        program.report_bug(*sys.exc_info())
    assert secret not in caplog.text
    assert "test_app.py" in caplog.text
    assert boxes()


def test_the_text_of_settings_survives_a_folder_that_cannot_be_written(program, tmp_path):
    program._folder = tmp_path / "file"
    program._folder.write_text("not a folder")
    program.set_theme("light")
    assert program.settings.theme == "light"


def test_main_runs_until_the_window_is_closed(qapp, sample_desk, tmp_path, monkeypatch):
    path = tmp_path / "mine.hdesk"
    path.write_bytes(sample_desk.read_bytes())

    def leave() -> int:
        for widget in QApplication.topLevelWidgets():
            if widget.objectName() == "main_window" and widget.isVisible():
                assert widget.session.store.path == path
                widget.close()
        return 0

    hook = sys.excepthook
    monkeypatch.setattr(QApplication, "exec", staticmethod(leave))
    assert running.main(path) == 0
    sys.excepthook = hook
    for handler in list(logging.getLogger("hanoi_desk").handlers):
        logging.getLogger("hanoi_desk").removeHandler(handler)
        handler.close()


def test_the_window_shows_with_nothing_cut_at_the_smallest_screen(program, sample_desk, tmp_path):
    path = tmp_path / "mine.hdesk"
    path.write_bytes(sample_desk.read_bytes())
    program.open_desk(path)
    program.theme.set_text_scale(2.0)
    program.window.resize(1280, 720)
    QApplication.processEvents()
    assert program.window.minimumSizeHint().width() <= 1280
    assert program.window.minimumSizeHint().height() <= 720
    program.theme.set_text_scale(1.0)
    assert program.window.windowState() == Qt.WindowState.WindowNoState


def test_the_settings_say_which_colours_are_worn(program, sample_desk, tmp_path):
    path = tmp_path / "mine.hdesk"
    path.write_bytes(sample_desk.read_bytes())
    program.set_theme("dark")
    program.open_desk(path)
    program.window.go_to("settings")
    assert program.window.page.theme_field.value == "dark"
    program.set_theme("light")
    assert program.window.page.theme_field.value == "light"
