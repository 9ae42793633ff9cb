"""A program that is killed at any moment loses no save that it told of, and leaves no half of one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from desk_file import GHANA, IVORY_COAST, derived, looking, rows

from hanoi_desk import schema
from hanoi_desk.records import FollowUp, Outreach, OutreachCountry, OutreachPerson, Participant
from hanoi_desk.storage import quick_check
from hanoi_desk.store import Action, Query, Store

KILLS = 55
SAVING = Path(__file__).with_name("saving.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

#: The parts of a meeting, and how many of each are saved with it.
PARTS = {OutreachCountry: 2, OutreachPerson: 1, FollowUp: 1}


def test_fifty_kills_lose_no_save_and_leave_no_half_of_one(tmp_path):
    path, kept = tmp_path / "desk.hdesk", tmp_path / "kept"
    with Store.create(path) as store, store.change(Action.START_DESK) as change:
        change.save(GHANA)
        change.save(IVORY_COAST)
    chance = random.Random(20251025)
    hot = 0
    for number in range(KILLS):
        kill_while_saving(path, kept, number, chance.uniform(0, 0.12))
        hot += path.with_name("desk.hdesk-journal").exists()
        assert_sound(path, told(kept))
    assert len(told(kept)) > KILLS
    assert hot > KILLS // 10, "the kills must meet the program while it writes"
    with Store.open(path) as store:
        before = derived(path)
        store.rebuild()
        assert derived(path) == before


def kill_while_saving(path: Path, kept: Path, number: int, after: float) -> None:
    """Start the program, and kill it this many seconds after it began to save."""
    before = kept.read_bytes().count(b"ready") if kept.exists() else 0
    child = subprocess.Popen([sys.executable, SAVING, path, kept, str(number)], env=ENVIRONMENT)
    while not kept.exists() or kept.read_bytes().count(b"ready") == before:
        assert child.poll() is None
        time.sleep(0.002)
    time.sleep(after)
    child.kill()
    assert child.wait() == -signal.SIGKILL


def told(kept: Path) -> set[str]:
    """Return the identifiers whose line was written to its end."""
    lines = kept.read_text().splitlines(keepends=True)
    return {line.strip() for line in lines if line.endswith("\n") and line != "ready\n"}


def assert_sound(path: Path, acknowledged: set[str]) -> None:
    with Store.open(path) as store:
        meetings = {outreach.id: outreach for outreach in store.all(Query(Outreach))}
        assert acknowledged <= meetings.keys()
        for kind, many in PARTS.items():
            assert store.tally(Query(kind), "outreach") == dict.fromkeys(meetings, many)
        assert all(outreach.summary.startswith("whole") for outreach in meetings.values())
        assert {hit.id for hit in store.search("whole", 100_000)} == meetings.keys()
        assert store.count(Query(Participant)) == 2
    assert quick_check(path)
    assert rows(path, "pragma foreign_key_check") == []
    changes = rows(path, "select seq, txn, rec from change order by seq")
    assert [seq for seq, _, _ in changes] == list(range(1, len(changes) + 1))
    assert {txn for _, txn, _ in changes} == {save for (save,) in rows(path, "select id from save")}
    assert {rec for _, _, rec in changes} >= meetings.keys()


# ---- killed while a desk is made or upgraded ----

UPGRADING = """
import os, signal, sys
from pathlib import Path
from hanoi_desk import schema
from hanoi_desk.storage import Migrations, driver
from hanoi_desk.store import Store

def upgrade(db):
    db.execute("alter table officer add column rank text not null default ''")
    db.execute("update officer set rank = 'x'")
    db.execute("create table added(id text) strict")

migrations = Migrations(schema.migrations.name)
for name, step in schema.migrations.steps.items():
    migrations(name=name)(step)
migrations(name="later")(upgrade)

path, left = Path(sys.argv[1]), int(sys.argv[2])
def count_down(action, *names):
    global left
    left -= action in (driver.SQLITE_UPDATE, driver.SQLITE_INSERT, driver.SQLITE_TRANSACTION, driver.SQLITE_PRAGMA)
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return driver.SQLITE_OK

connect = driver.connect
def watched(*args, **more):
    connection = connect(*args, **more)
    connection.set_authorizer(count_down)
    return connection
driver.connect = watched
(Store.open if path.exists() else Store.create)(path, migrations=migrations).close()
"""


def run_upgrade(path: Path, steps: int) -> bool:
    """Make or upgrade a desk in a program that is killed after so many steps; return whether it came to its end."""
    child = subprocess.run([sys.executable, "-c", UPGRADING, path, str(steps)], env=ENVIRONMENT, check=False)
    assert child.returncode in (0, -signal.SIGKILL)
    return child.returncode == 0


def test_an_upgrade_that_is_killed_leaves_the_old_desk_or_the_new_one(tmp_path):
    version = len(schema.migrations.steps)
    steps, finished = 0, False
    while not finished:
        path = tmp_path / str(steps) / "desk.hdesk"
        path.parent.mkdir()
        with Store.create(path) as store, store.change(Action.START_DESK) as change:
            change.save(GHANA)
        before = derived(path)
        finished = run_upgrade(path, steps)
        with looking(path) as connection:
            assert connection.execute("pragma quick_check").fetchone()[0] == "ok"
        if rows(path, "pragma user_version") == [(version,)]:
            assert derived(path) == before
            Store.open(path).close()
        else:
            assert rows(path, "select count(*) from added, officer") == [(0,)]
        steps += 9
    assert steps > 30
    assert run_upgrade(path, 10_000)


def test_a_desk_that_was_killed_while_it_was_made_can_be_made_again(tmp_path):
    for steps in (0, 3, 10, 40, 120):
        path = tmp_path / f"{steps}.hdesk"
        assert not run_upgrade(path, steps)
        if path.exists() and path.stat().st_size:
            Store.open(path).close()
        else:
            Store.create(path).close()
        assert rows(path, "pragma user_version") == [(len(schema.migrations.steps),)]
