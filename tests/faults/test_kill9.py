"""A program that is killed at any moment loses no save that it told of, and leaves no half of one."""

import os
import random
import shutil
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from desk_file import GHANA, IVORY_COAST, derived, looking, rows
from faults.children import begun, ended
from faults.saving import keep_saving

from hanoi_desk import schema
from hanoi_desk.records import FollowUp, Outreach, OutreachCountry, OutreachPerson, Participant
from hanoi_desk.storage import Migrations, driver, quick_check
from hanoi_desk.store import Action, Query, Store

KILLS = 55

#: The parts of a meeting, and how many of each are saved with it.
PARTS = {OutreachCountry: 2, OutreachPerson: 1, FollowUp: 1}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is made by fork")


def test_fifty_kills_lose_no_save_and_leave_no_half_of_one(tmp_path):
    path, kept = tmp_path / "desk.hdesk", tmp_path / "kept"
    with Store.create(path) as store, store.change(Action.START_DESK) as change:
        change.save(GHANA)
        change.save(IVORY_COAST)
    chance = random.Random(20251025)
    hot = 0
    for number in range(KILLS):
        kill_while_saving(path, kept, number, chance)
        hot += path.with_name("desk.hdesk-journal").exists()
        assert_sound(path, told(kept))
    assert len(told(kept)) > KILLS
    assert hot > KILLS // 10, "the kills must meet the program while it writes"
    with Store.open(path) as store:
        before = derived(path)
        store.rebuild()
        assert derived(path) == before


def kill_while_saving(path: Path, kept: Path, number: int, chance: random.Random) -> None:
    """Start to save in a child, and kill it in the midst, after some saves that it told of."""
    wanted = (kept.read_bytes().count(b"\n") if kept.exists() else 0) + chance.randint(1, 8)
    child = begun(lambda: keep_saving(path, kept, number))
    while not kept.exists() or kept.read_bytes().count(b"\n") < wanted:
        assert os.waitpid(child, os.WNOHANG) == (0, 0)
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.01))
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0) == (child, signal.SIGKILL)


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


def upgrade(db: Any) -> None:
    db.execute("alter table officer add column rank text not null default ''")
    db.execute("update officer set rank = 'x'")
    db.execute("create table added(id text) strict")


def make_or_upgrade(path: Path, left: int) -> None:
    """Make or upgrade a desk, and be killed after so many steps of the database."""
    later = Migrations(schema.migrations.name)
    for name, step in schema.migrations.steps.items():
        later(name=name)(step)
    later(name="later")(upgrade)
    connect = driver.connect

    def count_down(action: int, *names: object) -> int:
        nonlocal left
        left -= action in (driver.SQLITE_UPDATE, driver.SQLITE_INSERT, driver.SQLITE_TRANSACTION, driver.SQLITE_PRAGMA)
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return int(driver.SQLITE_OK)

    def watched(*args: Any, **more: Any) -> Any:
        connection = connect(*args, **more)
        connection.set_authorizer(count_down)
        return connection

    driver.connect = watched  # in the child alone
    (Store.open if path.exists() else Store.create)(path, migrations=later).close()


def run_upgrade(path: Path, steps: int) -> bool:
    """Make or upgrade a desk in a child that is killed after so many steps; return whether it came to its end."""
    signalled = ended(lambda: make_or_upgrade(path, steps))
    assert signalled in (0, signal.SIGKILL)
    return signalled == 0


def test_an_upgrade_that_is_killed_leaves_the_old_desk_or_the_new_one(tmp_path):
    version = len(schema.migrations.steps)
    with Store.create(tmp_path / "begun.hdesk") as store, store.change(Action.START_DESK) as change:
        change.save(GHANA)
    before = derived(tmp_path / "begun.hdesk")
    steps, finished = 0, False
    while not finished:
        path = tmp_path / str(steps) / "desk.hdesk"
        path.parent.mkdir()
        shutil.copy(tmp_path / "begun.hdesk", path)
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
