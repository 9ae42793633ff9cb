"""What encryption costs beside the same library without a key, and how long a passphrase is tried (safekeeping.md).

The best round of each counts: whatever else the machine does only adds to it.
"""

import random
from pathlib import Path
from time import process_time

from benchmarks.measure import timed

from hanoi_desk.records import FollowUp
from hanoi_desk.storage import Connection, Cost, FirstKey, connect, unlocked
from hanoi_desk.storage.keys import new_data_key
from hanoi_desk.store import Action, Store

ROWS, ROUNDS = 20_000, 5
WORDS = "chín nhịp cầu Đuống đỏ nặng"
SYLLABLES = (
    *("hội", "đàm", "về", "việc", "ký", "kết", "Công", "ước", "Hà", "Nội", "với", "đại", "sứ", "Đặng", "Thị"),
    *("Hường", "tại", "Viên", "trước", "kỳ", "họp"),
)


def notes(chance: random.Random) -> list[tuple[str]]:
    """Return rows of about 400 letters."""
    return [(" ".join(chance.choices(SYLLABLES, k=80)),) for _ in range(ROWS)]


def opened(path: Path, key: bytes | None) -> Connection:
    connection = connect(path, key=key)
    for pragma in ("journal_mode = delete", "synchronous = full"):
        connection.execute(f"pragma {pragma}").fetchall()
    return connection


def filled(path: Path, key: bytes | None, rows: list[tuple[str]]) -> Connection:
    """Return a connection to a table of the rows with a search index."""
    connection = opened(path, key)
    connection.execute("create table note(id integer primary key, text text) strict")
    connection.execute("create virtual table found using fts5(text, content=note, content_rowid=id)")
    connection.execute("begin immediate")
    connection.executemany("insert into note(text) values (?)", rows)
    connection.execute("insert into found(found) values ('rebuild')")
    connection.execute("commit")
    return connection


def searched(connection: Connection) -> float:
    """Return the seconds of twenty warm searches."""
    asked = "select id from note join found on found.rowid = note.id where found match ? limit 50"
    work = lambda: [connection.execute(asked, (f'"{word}"',)).fetchall() for word in SYLLABLES]  # noqa: E731
    work()
    return timed(work)


def saving(store: Store) -> float:
    """Return the seconds that the processor works for a hundred saves; waiting for the disk is the same with a key."""
    start = process_time()
    for number in range(100):
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what=f"Call back {number} " + " ".join(SYLLABLES)))
    return process_time() - start


def test_encryption_is_not_felt(tmp_path, note):
    key, rows = new_data_key(), notes(random.Random(7))
    saves: dict[bool, list[float]] = {False: [], True: []}
    finding: dict[bool, list[float]] = {False: [], True: []}
    stores = {
        locked: Store.create(
            tmp_path / f"{locked}.hdesk", first=FirstKey("an", "An", WORDS, Cost(1024, 1, 1)) if locked else None
        )
        for locked in (False, True)
    }
    connections = {locked: filled(tmp_path / f"{locked}.db", key if locked else None, rows) for locked in (False, True)}
    for number in range(ROUNDS):
        for locked in (number % 2 == 0, number % 2 == 1):
            saves[locked].append(saving(stores[locked]))
            finding[locked].append(searched(connections[locked]))
    for one in (*stores.values(), *connections.values()):
        one.close()
    writing, warm = (min(times[True]) / min(times[False]) for times in (saves, finding))
    note("a save in an encrypted desk", "the same in a plain one", f"{writing:.2f} x", "2.5 x")
    note("searching encrypted, warm", "the same library without a key", f"{warm:.2f} x", "1.5 x")
    assert writing < 2.5
    assert warm < 1.5


def test_a_passphrase_is_tried_in_a_second_and_a_connection_more_costs_nothing(tmp_path, note):
    path = tmp_path / "desk.hdesk"
    with Store.create(path, first=FirstKey("an", "An", WORDS)) as store, store.change(Action.ADD_FOLLOW_UP) as change:
        change.save(FollowUp(what="Call back"))
    key = unlocked(path, WORDS).key
    tried = min([timed(lambda: unlocked(path, WORDS)) for _ in range(3)])

    def another() -> None:
        connection = connect(path, key=key)
        connection.execute("select count(*) from follow_up").fetchone()
        connection.close()

    more = min([timed(another) for _ in range(20)])
    note("trying a passphrase", "-", f"{tried:.2f} s", "1.5 s")
    note("one more connection", "-", f"{more * 1000:.1f} ms", "20 ms")
    assert tried < 1.5
    assert more < 0.02
