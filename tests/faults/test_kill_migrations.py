"""A program killed at any statement of any migration leaves the old desk or the new one, plain or encrypted."""

import gzip
import os
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from faults.acting import AN, WORDS
from faults.children import ended
from faults.rounds import LONG, rounds

from hanoi_desk import schema
from hanoi_desk.records import FollowUp, Outreach, Participant
from hanoi_desk.storage import Migrations, connect, encrypt, full_check, migrating, unlocked
from hanoi_desk.store import Query, Store

NAMES = tuple(schema.migrations.steps)
FIRST_RELEASE = Path(__file__).parents[1] / "databases" / "first_release.hdesk.gz"
NO_FORK = not hasattr(os, "fork")

pytestmark = pytest.mark.skipif(NO_FORK, reason="a child is made by fork")


def until(number: int) -> Migrations:
    """Return the migrations of the program that had so many."""
    found = Migrations(schema.migrations.name)
    for name in NAMES[:number]:
        found(name=name)(schema.migrations.steps[name])
    return found


class Counting(Migrations):
    """Our migrations, in a program that is killed before their statement of this number, or only counts them."""

    def __init__(self, kill_at: int | None = None) -> None:
        super().__init__(schema.migrations.name)
        self.steps = dict(schema.migrations.steps)
        self.kill_at = kill_at
        self.seen = 0

    def apply(self, connection) -> None:
        """Run them with an eye on each statement."""
        connection.set_trace_callback(self._look)
        super().apply(connection)
        connection.set_trace_callback(None)

    def _look(self, statement: str) -> None:
        if self.seen == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.seen += 1


def chosen(many: int, step: int) -> list[int]:
    """Return the numbers of the statements to be killed at; those at the end, which put it in place, are among them."""
    return sorted({*range(0, many, step), *range(many - 4, many)})


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in memory where there is one: a kill does not ask how slow the disk is."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(dir=memory))
    yield folder
    shutil.rmtree(folder)


#: Of the statements on an encrypted desk, which costs far more, every so many: the statements are those of a plain one.
STEP = 1 if LONG else 9
#: How many desks that a kill left in one state are looked at wholly; of the others only the version is asked.
LOOKED_AT = rounds(4, 100)


def state(path: Path) -> tuple[bytes, bool]:
    """Return a desk file as a kill left it, and whether a journal lies beside it."""
    journal = path.with_name(f"{path.name}-journal")
    return path.read_bytes(), journal.exists() and journal.stat().st_size > 0


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def is_locked(request) -> bool:
    return request.param == "encrypted"


def old_desk(path: Path, version: int, *, locked: bool) -> None:
    """Make the desk of a program that had so many migrations: the first release's own, brought so far."""
    path.write_bytes(gzip.decompress(FIRST_RELEASE.read_bytes()))
    if locked:
        encrypt(path, AN)
    Store.open(path, migrations=until(version), passphrase=WORDS).close()
    for copy in path.parent.glob("*before-upgrade*"):
        copy.unlink()


def version_of(path: Path, *, locked: bool) -> int:
    opened = unlocked(path, WORDS)
    assert (opened is not None) == locked
    connection = connect(path, key=opened.key if opened else None)
    try:
        return migrating.version(connection)
    finally:
        connection.close()


def told_by(path: Path) -> tuple[object, ...]:
    """Return what a desk of the first release must always hold, once it is up to date."""
    with Store.open(path, passphrase=WORDS) as store:
        assert store.check().sound
        hits = [hit.kind.table for hit in store.search("wanjiru")]
        return store.count(Query(Participant)), store.all(Query(Outreach)), store.all(Query(FollowUp)), hits


@pytest.mark.parametrize("version", range(1, len(NAMES)))
def test_an_upgrade_killed_at_each_of_its_statements_leaves_a_desk_that_opens(version, is_locked, quick_folder):
    begun = quick_folder / "begun"
    begun.mkdir()
    old_desk(begun / "desk.hdesk", version, locked=is_locked)
    whole = shutil.copytree(begun, quick_folder / "whole") / "desk.hdesk"
    counting = Counting()
    Store.open(whole, migrations=counting, passphrase=WORDS).close()
    expected = told_by(whole)
    assert counting.seen > 4
    looked: Counter[tuple[bytes, bool]] = Counter()
    for number in chosen(counting.seen, STEP if is_locked else 1):
        folder = shutil.copytree(begun, quick_folder / str(number))
        path = folder / "desk.hdesk"
        signalled = ended(lambda: Store.open(path, migrations=Counting(number), passphrase=WORDS).close())  # noqa: B023
        assert signalled == signal.SIGKILL, number
        found = state(path)
        left = version_of(path, locked=is_locked)
        assert left in (version, len(NAMES)), "never a mix"
        looked[found] += 1
        if looked[found] > LOOKED_AT:
            shutil.rmtree(folder)
            continue
        if left == version:
            with Store.open(path, migrations=until(version), passphrase=WORDS) as store:  # the old program goes on
                # Its tables are not yet those that the records of this program are compared with.
                assert full_check(path, store.opened.key if store.opened else None).sound
        assert told_by(path) == expected
        shutil.rmtree(folder)
    assert len(looked) > 1, "the last statements write"
    assert told_by(begun / "desk.hdesk") == expected


def test_a_desk_killed_at_each_statement_of_its_making_is_a_desk_or_none(is_locked, quick_folder):
    counting = Counting()
    first = AN if is_locked else None
    Store.create(quick_folder / "whole.hdesk", migrations=counting, first=first).close()
    assert counting.seen > 100
    looked: Counter[tuple[bytes, bool]] = Counter()
    for number in chosen(counting.seen, STEP if is_locked else 1):
        folder = quick_folder / str(number)
        folder.mkdir()
        path = folder / "desk.hdesk"
        signalled = ended(lambda: Store.create(path, migrations=Counting(number), first=first))  # noqa: B023
        assert signalled == signal.SIGKILL, number
        found = state(path)
        looked[found] += 1
        if looked[found] > LOOKED_AT:
            shutil.rmtree(folder)
            continue
        if path.stat().st_size:  # made wholly, or nothing of it was kept
            with Store.open(path, passphrase=WORDS) as store:
                # Its tables are not yet those that the records of this program are compared with.
                assert full_check(path, store.opened.key if store.opened else None).sound
        else:
            path.with_name("desk.hdesk.keys").unlink(missing_ok=True)  # of a desk that never was
            Store.create(path, first=first).close()
        shutil.rmtree(folder)
