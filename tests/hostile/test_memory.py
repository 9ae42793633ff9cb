"""A thief of a laptop that sleeps finds no key in its memory once the desk is locked, and no dump of it is written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hanoi_desk.hardening import overwriting, wipe

SCRIPT = Path(__file__).with_name("remembering.py")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a program look at its own memory")
def test_after_the_lock_no_key_is_in_memory_and_few_texts_are(tmp_path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, SCRIPT, tmp_path], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    raw, spelled, text, wide = told["after"]
    assert told["before"][0] >= 1, "the key was there while the desk was open"
    assert (raw, spelled) == (0, 0)
    # The residue that is told in README: short texts that Python let go of, and not yet used the place of again.
    assert text + wide < (told["before"][2] + told["before"][3]) // 2
    assert told["opens_again"]
    assert told["core"] == [0, 0]
    assert told["dumpable"] == 0


def test_what_is_wiped_is_zero_itself():
    secret = bytearray(b"a secret that is long enough to be none by chance")
    wipe([secret])
    assert set(secret) == {0}


def test_what_is_let_go_of_is_overwritten_without_any_trouble():
    with overwriting():
        for size in (10, 1_000, 1_000_000):
            assert bytes(size) == b"\0" * size
