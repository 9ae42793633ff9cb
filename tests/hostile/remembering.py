"""An encrypted desk opened, used and locked in a hardened process of its own, which then counts what it remembers.

What is looked for is kept turned round bit by bit, so that the search does not find itself.
"""

import gc
import json
import os
import resource
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hanoi_desk import hardening
from hanoi_desk.desk import start_desk
from hanoi_desk.records import FollowUp, Officer, Person
from hanoi_desk.storage import Cost, FirstKey
from hanoi_desk.store import Action, Store
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.session import Goal

WORDS = "chín nhịp cầu Đuống đỏ nặng"


def turned(data):
    return bytes(byte ^ 0x55 for byte in data)


def copies(hidden):
    """Return how many copies of each there are in writable memory."""
    found = [0] * len(hidden)
    piece = bytearray(1 << 20)
    wanted = [bytearray(turned(one)) for one in hidden]
    ours = [hardening._place(one) for one in (*wanted, piece)]
    for first, end in hardening._writable():
        for at in range(first, end, len(piece) - 64):
            size = min(len(piece), end - at)
            if hardening._read(at, piece, size):
                for n, one in enumerate(wanted):
                    place = piece.find(one, 0, size)
                    while place >= 0:
                        found[n] += not any(a <= at + place < b for a, b in ours)
                        place = piece.find(one, place + 1, size)
    piece[:] = bytes(len(piece))
    for one in wanted:
        one[:] = bytes(len(one))
    return found


def dumpable():
    return hardening._libc().prctl(3, 0, 0, 0, 0)


def main(folder):
    hardening.harden()
    path = folder / "desk.hdesk"
    secret = turned(b"zqx07wkj")
    with Store.create(path, first=FirstKey("an", "An", WORDS, Cost(1024, 1, 1))) as store:
        start_desk(store, None, Officer(id="an", name="An"))
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what=f"Call {turned(secret).decode()} about the text of the reply " * 12))
            change.save(Person(name=f"Bà {turned(secret).decode()}"))
    app = QApplication([])
    now = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
    program = Application(app, folder / "config", lambda: now, wipes=True)
    program.open_desk(path, WORDS)
    for page in ("follow_ups", "people", "overview"):
        program.window.go(Goal(page))
        QTest.qWait(30)
    hidden = [turned(form) for form in hardening.forms_of(program.window.session.store.opened.key)]
    hidden += [secret, turned("zqx07wkj".encode("utf-16-le"))]
    before = copies(hidden)
    program.lock()
    QTest.qWait(100)
    gc.collect()
    after = copies(hidden)
    program.open_desk(path, WORDS)
    told = {
        "before": before,
        "after": after,
        "opens_again": program.window is not None,
        "core": resource.getrlimit(resource.RLIMIT_CORE),
        "dumpable": dumpable(),
    }
    print(json.dumps(told), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
