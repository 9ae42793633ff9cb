"""A desk is made wholly or not at all, whatever cuts the making short."""

import os
import signal
import subprocess
import sys

import pytest

from hanoi_desk.desk import start_desk
from hanoi_desk.records import Participant
from hanoi_desk.storage import Cost, FirstKey, StoreError, StoreErrorCode, keys_path
from hanoi_desk.store import Query, Store
from hanoi_desk.store.making import make_desk

WORDS = "chín nhịp cầu Đuống đỏ nặng"
FIRST = FirstKey("an", "An", WORDS, Cost(1024, 1, 1))

KILLED = """
import os, signal, sys
from pathlib import Path
from hanoi_desk.desk import start_desk
from hanoi_desk.storage import Cost, FirstKey
from hanoi_desk.store.making import make_desk

def fill(store):
    start_desk(store)
    os.kill(os.getpid(), signal.SIGKILL)

make_desk(Path(sys.argv[1]), fill, first=FirstKey("an", "An", "one that was forgotten", Cost(1024, 1, 1)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks for SIGKILL")
def test_after_a_power_cut_on_the_way_the_same_name_is_free_and_takes_the_next_desk(tmp_path):
    path = tmp_path / "desk.hdesk"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run([sys.executable, "-c", KILLED, path], env=environment, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert not path.exists()
    assert not keys_path(path).exists()
    opened = make_desk(path, start_desk, first=FIRST)
    with Store.open(path, opened=opened) as store:
        assert store.count(Query(Participant)) > 190
    assert sorted(one.name for one in tmp_path.iterdir()) == ["desk.hdesk", "desk.hdesk.keys"]
    with Store.open(path, passphrase=WORDS) as store:
        assert store.who == "an"


def test_what_fails_on_the_way_leaves_nothing(tmp_path):
    def fill(store):
        raise StoreError(StoreErrorCode.DISK_FULL)

    with pytest.raises(StoreError):
        make_desk(tmp_path / "desk.hdesk", fill, first=FIRST)
    assert list(tmp_path.iterdir()) == []


def test_no_desk_and_no_keys_of_another_one_are_written_over(tmp_path):
    for name in ("desk.hdesk", "other.hdesk.keys"):
        (tmp_path / name).write_text("what is there")
    for name, told in (("desk.hdesk", "desk.hdesk"), ("other.hdesk", "other.hdesk.keys")):
        with pytest.raises(StoreError) as refused:
            make_desk(tmp_path / name, start_desk, first=FIRST)
        assert refused.value.code is StoreErrorCode.EXISTS
        assert refused.value.gaps["path"] == str(tmp_path / told)
    assert sorted(one.read_text() for one in tmp_path.iterdir()) == ["what is there"] * 2
