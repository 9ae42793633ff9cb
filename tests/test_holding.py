"""One program at a time writes in a desk: the second is told who has it open, and a killed one leaves no lock."""

import getpass
import platform
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from hanoi_desk.records import FollowUp
from hanoi_desk.storage import StoreError, StoreErrorCode, holder_of
from hanoi_desk.storage.holding import hold_path
from hanoi_desk.store import Query, Store

NOW = datetime(2026, 11, 22, 9, 41)  # noqa: DTZ001 - the laptop's own time, as the file says it

HOLDING = """
import sys
from datetime import datetime
from pathlib import Path
from hanoi_desk.store import Store
store = Store.open(Path(sys.argv[1]), held_at=datetime(2026, 11, 22, 8, 0))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "desk.hdesk"
    Store.create(path).close()
    return path


@pytest.fixture
def other(desk):
    """Return another program that has the desk open."""
    command = [sys.executable, "-c", HOLDING, str(desk)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        yield program
        program.kill()


def test_a_second_program_is_told_who_has_the_desk_open_and_since_when(desk, other):
    with pytest.raises(StoreError) as error:
        Store.open(desk, held_at=NOW)
    assert error.value.code is StoreErrorCode.IN_USE
    assert error.value.gaps["who"] == f"{getpass.getuser()}, {platform.node()}"
    assert error.value.gaps["since"] == "22/11/2026, 08:00"


def test_who_only_reads_is_let_in(desk, other):
    with Store.open(desk) as store:
        assert store.all(Query(FollowUp)) == []


def test_the_lock_of_a_killed_program_is_known_to_be_stale(desk, other):
    other.send_signal(signal.SIGKILL) if sys.platform != "win32" else other.kill()
    other.wait()
    assert hold_path(desk).exists()
    with Store.open(desk, held_at=NOW):
        held = holder_of(desk)
        assert held is not None
        assert held.since == "2026-11-22 09:41"


def test_a_closed_desk_is_free_and_leaves_no_lock_behind(desk):
    for _ in range(2):
        with Store.open(desk, held_at=NOW):
            assert hold_path(desk).exists()
        assert not hold_path(desk).exists()


def test_a_lock_with_any_words_in_it_holds_nothing(desk):
    for words in ("", "{}", "[1]", '{"user": 1}', "\x00\xff", "[" * 5000):
        hold_path(desk).write_text(words, encoding="utf-8")
        assert holder_of(desk) is None
        with Store.open(desk, held_at=NOW):
            pass


def test_a_desk_that_cannot_be_opened_is_let_go(desk):
    desk.write_bytes(b"no desk at all")
    for _ in range(2):
        with pytest.raises(StoreError) as error:
            Store.open(desk, held_at=NOW)
        assert error.value.code is StoreErrorCode.NOT_A_DESK
    assert not hold_path(Path(desk)).exists()
