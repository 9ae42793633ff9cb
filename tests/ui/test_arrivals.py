"""A second start shows the window that is there; a desk opened in the file manager of macOS opens in it."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from ui.conftest import NOW

from hanoi_desk.settings import load
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.arrivals import Arrivals, ask_first
from hanoi_desk.ui.endings import Endings


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


def begun(config, *arguments):
    """Start the program as a user does, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "HANOI_DESK_CONFIG": str(config)}
    whole = [sys.executable, "-m", "hanoi_desk", *map(str, arguments)]
    return subprocess.Popen(whole, env=environment, stderr=subprocess.PIPE, encoding="utf-8")


def until(condition):
    until_then = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until_then, "it did not happen"
        time.sleep(0.02)


def ended(process):
    """Return with what a program ended, and what it complained of beside that there is no screen."""
    said = process.communicate(timeout=60)[1].splitlines()
    return process.returncode, [line for line in said if not line.startswith("This plugin does not support")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells the windows, and no signal")
def test_a_second_start_ends_at_once_and_a_first_that_is_asked_to_end_counts_as_one_that_went_well(
    own_settings, started_desk, tmp_path
):
    path = tmp_path / "desk.hdesk"
    path.write_bytes(started_desk.read_bytes())
    first = begun(own_settings, "open", path)
    until(lambda: load(own_settings).failed_starts == 1)
    second = begun(own_settings)
    assert ended(second) == (0, [])
    assert not (own_settings / "show.request").exists(), "the first one has heard of it"
    first.terminate()
    assert ended(first) == (0, [])
    assert load(own_settings).failed_starts == 0
    assert not path.with_name("desk.hdesk.lock").exists()


def test_a_window_that_was_made_small_comes_forward_for_a_second_start(program, own_settings, qtbot):
    program.window.showMinimized()
    (own_settings / "show.request").touch()
    qtbot.waitUntil(lambda: not program.window.isMinimized())
    assert not (own_settings / "show.request").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells the windows, and no signal")
def test_each_request_to_end_is_heard_by_a_window_that_waits_and_what_stood_before_comes_back(qapp, qtbot):
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    endings = Endings()
    for number in (signal.SIGTERM, signal.SIGINT):
        with qtbot.waitSignal(endings.asked):
            os.kill(os.getpid(), number)
    endings.stop()
    endings.stop()
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before


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


def test_a_request_that_cannot_be_taken_away_at_once_is_tried_again(first, own_settings, qtbot):
    request = own_settings / "show.request"
    request.mkdir()  # as a file is on Windows while whoever asks has it open
    with qtbot.waitSignal(first.shown):
        first.watch()
        first._watcher.blockSignals(True)  # nothing else tells of it
        request.rmdir()
        request.touch()
    assert not request.exists()


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


def test_what_is_worked_on_when_the_program_ends_comes_to_its_end_and_is_shown_nowhere(program, qapp):
    begun, done, shown = threading.Event(), [], []

    def work(_):
        begun.set()
        time.sleep(0.05)
        done.append("written anew")

    program._background.run(work, shown.append, shown.append)
    begun.wait()
    program.finish()
    qapp.processEvents()
    assert (done, shown) == (["written anew"], [])
