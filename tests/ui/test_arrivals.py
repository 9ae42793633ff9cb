"""A second start shows the window that is there; a desk opened in the file manager of macOS opens in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ui.conftest import NOW

from hanoi_desk.ui.app import Application
from hanoi_desk.ui.arrivals import Arrivals, ask_first


@pytest.fixture
def first(qapp, own_settings):
    arrivals = Arrivals.begin(own_settings)
    yield arrivals
    arrivals.end()


@pytest.fixture
def program(qapp, theme, own_settings, started_desk, tmp_path, first):
    running = Application(qapp, own_settings, lambda: NOW)
    running.set_language("en")
    (tmp_path / "desk.hdesk").write_bytes(started_desk.read_bytes())
    running.open_desk(tmp_path / "desk.hdesk")
    running.welcome(first)
    yield running
    if running.window is not None:
        running.window.close()


def test_a_second_start_without_a_desk_ends_and_the_first_window_comes_forward(program, own_settings, qtbot):
    program.window.showMinimized()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "HANOI_DESK_CONFIG": str(own_settings)}
    second = subprocess.Popen([sys.executable, "-m", "hanoi_desk"], env=environment)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    assert not program.window.isMinimized()
    assert not (own_settings / "show.request").exists()


def test_only_one_start_is_the_first_until_it_ends(first, own_settings):
    assert Arrivals.begin(own_settings) is None
    first.end()
    again = Arrivals.begin(own_settings)
    assert again is not None
    again.end()


def test_a_first_start_that_does_not_answer_keeps_nobody_from_working(first, own_settings):
    assert not ask_first(own_settings, patience=0.1)
    assert list(own_settings.glob("*.request")) == []


def test_what_was_asked_before_the_window_was_there_is_answered(first, own_settings, qtbot):
    (own_settings / "show.request").touch()
    with qtbot.waitSignal(first.shown):
        first.watch()


OPENING = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from hanoi_desk.ui.arrivals import Program

app = Program(sys.argv[:1])
app.opened.connect(lambda path: print("asked for", path))
for url in (QUrl.fromLocalFile("/desks/Bàn làm việc.hdesk"), QUrl("https://desk.example/a.hdesk")):
    app.sendEvent(app, QFileOpenEvent(url))
"""


def test_the_file_manager_of_macos_asks_for_a_desk_and_an_address_is_none():
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    said = subprocess.run(
        [sys.executable, "-c", OPENING], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert said.stdout.split("asked for ")[1:] == [f"{Path('/desks/Bàn làm việc.hdesk')}\n"]


def test_a_desk_that_the_file_manager_asks_for_opens_in_the_window(program, started_desk, tmp_path):
    other = tmp_path / "other.hdesk"
    other.write_bytes(started_desk.read_bytes())
    program.open_arrived(other)
    assert program.window.session.store.path == other
