"""The desk locks when the system says so, on a real message bus with a login manager that only this test can hear."""

import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from hanoi_desk.desk import start_desk
from hanoi_desk.records import Officer
from hanoi_desk.storage import Cost, FirstKey
from hanoi_desk.store import Store
from hanoi_desk.ui.system_news import session_path

ROLES = Path(__file__).with_name("bus_roles.py")
WORDS = "chín nhịp cầu Đuống đỏ nặng"
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd">
<busconfig>
  <listen>unix:path={path}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class Role:
    """A program of `bus_roles`, and what it says."""

    def __init__(self, address, *arguments):
        environment = {
            **os.environ,
            "DBUS_SYSTEM_BUS_ADDRESS": address,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "XDG_SESSION_ID": "7",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self.process = subprocess.Popen(
            [sys.executable, ROLES, *arguments],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.lines = queue.Queue()
        threading.Thread(
            target=lambda: [self.lines.put(line.split()) for line in self.process.stdout], daemon=True
        ).start()

    def tell(self, word):
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()

    def next(self, word):
        """Return the next line that begins with a word."""
        while True:
            try:
                line = self.lines.get(timeout=30)
            except queue.Empty:
                raise AssertionError(f"nobody said {word}") from None
            if line and line[0] == word:
                return line[1:]

    def end(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


@pytest.fixture
def bus(tmp_path):
    """Start a message bus of our own, and give its address."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("no message bus is installed here")
    config, path = tmp_path / "bus.conf", tmp_path / "bus"
    config.write_text(CONFIG.format(path=path))
    daemon = subprocess.Popen([program, f"--config-file={config}", "--nofork"], stderr=subprocess.DEVNULL)
    for _ in range(500):
        if path.exists():
            break
        time.sleep(0.01)
    yield f"unix:path={path}"
    daemon.kill()
    daemon.wait()


@pytest.mark.slow
def test_sleep_lock_and_another_user_at_the_screen_lock_the_desk_within_a_second(bus, tmp_path):
    desk = tmp_path / "desk.hdesk"
    with Store.create(desk, first=FirstKey("an", "An", WORDS, Cost(1024, 1, 1))) as store:
        start_desk(store, None, Officer(id="an", name="An"))
    login = Role(bus, "login")
    hears = None
    try:
        login.next("ready")
        hears = Role(bus, "desk", str(desk), WORDS)
        for word in ("sleep", "lock", "leave", "saver"):
            hears.next("open")
            assert login.next("inhibit") == ["sleep", "delay"], "sleep waits for the desk to be locked"
            login.tell(word)
            took, *shown = hears.next("locked")
            assert float(took) < 1, word
            assert shown == ["unlock"], word
            if word == "sleep":
                assert login.next("released") == ["True"], "and no longer"
        hears.next("open")
        login.tell("other")
        with pytest.raises(queue.Empty):
            hears.lines.get(timeout=0.5)
    finally:
        for role in (login, hears):
            if role is not None:
                role.end()


@pytest.mark.parametrize(
    ("name", "path"),
    [("2", "_32"), ("c2", "c2"), ("12", "_312"), ("a-b", "a_2db")],
)
def test_a_session_is_known_to_the_bus_by_its_escaped_name(name, path):
    assert session_path(name) == f"/org/freedesktop/login1/session/{path}"
    assert session_path("") == ""
