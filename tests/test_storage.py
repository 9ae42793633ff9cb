"""The desk file itself: what is refused and left unharmed, upgrades, and what a failing machine does to a save."""

import contextlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk_file import derived, log, looking, meeting, rows
from strategies import anchors

from hanoi_desk import language, schema
from hanoi_desk.language import INTERFACE
from hanoi_desk.records import KINDS, Outreach, OutreachCountry
from hanoi_desk.storage import APPLICATION_ID, Database, Migrations, open_desk, quick_check
from hanoi_desk.store import Action, Query, Store, StoreError, StoreErrorCode


@pytest.fixture
def desk(tmp_path) -> Path:
    """Return a desk file with a record of each kind and a meeting."""
    path = tmp_path / "desk.hdesk"
    with Store.create(path) as store:
        with store.change(Action.START_DESK) as change:
            for record in anchors():
                change.save(record)
        meeting(store, "Hội đàm", "Sẽ phê chuẩn")
    return path


def picture(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def assert_refused(path: Path, code: StoreErrorCode, migrations: Migrations = schema.migrations) -> StoreError:
    """Open a file and see that it is refused for this reason, in words, with everything in its folder as it was."""
    before = picture(path.parent)
    with pytest.raises(StoreError) as refused:
        Store.open(path, migrations=migrations)
    assert refused.value.code is code
    assert picture(path.parent) == before
    assert_can_be_told(refused.value)
    return refused.value


def assert_can_be_told(error: StoreError) -> None:
    for key in (f"error.{error.code}", f"error.{error.code}.do"):
        for spoken in INTERFACE:
            assert language.word(key, spoken, **error.gaps)


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the right to write everywhere for a while, where the tests are run with it."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder(tmp_path_factory) -> Iterator[Path]:
    """Return a folder that anyone can reach."""
    folder = Path("/tmp") / f"hanoi-desk-{os.getpid()}"
    folder.mkdir(mode=0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


# ---- what a desk file is ----


def test_a_desk_file_says_what_it_is(desk):
    assert rows(desk, "pragma application_id") == [(APPLICATION_ID,)] == [(int.from_bytes(b"HDsk", "big"),)]
    assert rows(desk, "pragma user_version") == [(len(schema.migrations.steps),)]
    assert rows(desk, "pragma foreign_key_check") == []


def test_every_table_keeps_its_types_and_every_link_its_record(desk):
    tables = rows(desk, "select name, strict from pragma_table_list where schema = 'main' and type = 'table'")
    ours = {name: strict for name, strict in tables if not name.startswith(("sqlite_", "_sqlite"))}
    assert ours
    assert set(ours.values()) == {1}
    with looking(desk) as connection:
        for kind in KINDS:
            links = connection.execute(f"pragma foreign_key_list({kind.table})").fetchall()
            assert {link[2] for link in links} <= {kind.table for kind in KINDS}


def test_a_desk_is_opened_as_safely_as_the_driver_can(desk):
    connection = open_desk(desk, schema.migrations)
    settings = ("foreign_keys", "journal_mode", "synchronous", "trusted_schema", "busy_timeout")
    assert [connection.execute(f"pragma {name}").fetchone()[0] for name in settings] == [1, "delete", 2, 0, 5000]
    connection.close()


@pytest.mark.parametrize(
    "name", ["tên có dấu.hdesk", "a b?c#d%20.hdesk", "file:desk.hdesk", ":memory:", "-", "'\"; drop"]
)
def test_a_desk_may_have_any_name(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    with Store.create(Path(name)) as store:
        outreach = meeting(store, "Hội đàm")
    with Store.open(Path(name)) as store:
        assert store.get(Outreach, outreach.id) == outreach
    assert [path.name for path in tmp_path.iterdir()] == [name]


# ---- what is refused ----


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert_refused(tmp_path / "nowhere.hdesk", StoreErrorCode.MISSING)
    assert_refused(tmp_path / "no" / "where.hdesk", StoreErrorCode.MISSING) if (tmp_path / "no").mkdir() else None
    (tmp_path / "folder.hdesk").mkdir()
    assert_refused(tmp_path / "folder.hdesk", StoreErrorCode.NOT_A_DESK)


@pytest.mark.parametrize(
    "held", [b"", b"\0", b"Bien ban hoi dam\n" * 500, b"\x89PNG" * 5000, b"SQLite format 3\0" * 300]
)
def test_a_file_of_another_sort_is_refused_and_left_as_it_is(tmp_path, held):
    path = tmp_path / "notes.hdesk"
    path.write_bytes(held)
    assert_refused(path, StoreErrorCode.NOT_A_DESK)


def test_the_database_of_another_program_is_refused_with_what_it_left_beside_it(tmp_path):
    with looking(tmp_path / "theirs.db") as theirs:
        theirs.execute("pragma journal_mode = wal")
        theirs.execute("create table a(b)")
        theirs.execute("insert into a values (1)")
        (tmp_path / "copy").mkdir()
        for name in ("theirs.db", "theirs.db-wal"):
            shutil.copy(tmp_path / name, tmp_path / "copy" / name)
    assert_refused(tmp_path / "copy" / "theirs.db", StoreErrorCode.NOT_A_DESK)
    assert_refused(tmp_path / "theirs.db", StoreErrorCode.NOT_A_DESK)


@pytest.mark.parametrize(
    "act",
    ["trigger evil after insert on person begin delete from person; end", "view evil as select * from person"],
)
def test_a_desk_into_which_somebody_put_what_acts_by_itself_is_refused(desk, act):
    with looking(desk) as connection:
        connection.execute(f"create {act}")
    assert_refused(desk, StoreErrorCode.NOT_A_DESK)


def test_a_desk_from_a_newer_program_is_refused_and_left_as_it_is(desk):
    with looking(desk) as connection:
        connection.execute("pragma user_version = 99")
    assert assert_refused(desk, StoreErrorCode.TOO_NEW).gaps["version"] == "99"


def test_a_newer_desk_whose_program_was_killed_is_refused_too(desk):
    with looking(desk) as connection:
        connection.execute("pragma user_version = 99")
    held = desk.read_bytes()
    desk.with_name(f"{desk.name}-journal").write_bytes(bytes(512))
    with pytest.raises(StoreError) as refused:
        Store.open(desk)
    assert refused.value.code is StoreErrorCode.TOO_NEW
    assert desk.read_bytes() == held


def test_a_new_desk_never_takes_the_place_of_a_file(desk, tmp_path):
    before = desk.read_bytes()
    for taken in (desk, tmp_path):
        with pytest.raises(StoreError) as refused:
            Store.create(taken)
        assert refused.value.code is StoreErrorCode.EXISTS
        assert_can_be_told(refused.value)
    assert desk.read_bytes() == before


def test_a_new_desk_needs_a_folder_that_is_there(tmp_path):
    with pytest.raises(StoreError) as refused:
        Store.create(tmp_path / "nowhere" / "desk.hdesk")
    assert refused.value.code is StoreErrorCode.NO_FOLDER
    assert_can_be_told(refused.value)


def test_an_empty_file_is_made_a_desk(tmp_path):
    (tmp_path / "desk.hdesk").touch()
    Store.create(tmp_path / "desk.hdesk").close()
    Store.open(tmp_path / "desk.hdesk").close()


def test_a_failed_creation_leaves_no_file(tmp_path):
    migrations = later(lambda db: db.execute("create table broken("))
    with pytest.raises(StoreError):
        Store.create(tmp_path / "desk.hdesk", migrations=migrations)
    assert list(tmp_path.iterdir()) == []


# ---- damage ----


def use(path: Path) -> None:
    """Read everything that the program can read."""
    with Store.open(path) as store:
        for kind in KINDS:
            for record in store.all(Query(kind, order_by="title")):
                store.history(record)
        store.search("phe chuan")
        store.saves(10)
        store.can_undo()
        store.can_redo()
        store.draft("outreach")
        assert isinstance(store.who, str)


def test_a_desk_that_was_cut_short_is_refused_and_left_as_it_is(desk):
    whole = desk.read_bytes()
    for pages in (1, 2, len(whole) // 8192, len(whole) // 4096 - 1):
        desk.write_bytes(whole[: pages * 4096])
        assert_refused(desk, StoreErrorCode.DAMAGED)
        assert not quick_check(desk)
    desk.write_bytes(whole[:50])
    assert_refused(desk, StoreErrorCode.NOT_A_DESK)


def trouble(act: Callable[[], object]) -> StoreError | None:
    try:
        act()
    except StoreError as error:
        return error
    return None


@pytest.mark.no_cover
def test_a_damaged_page_is_told_or_does_no_harm_but_never_crashes(desk):
    whole = bytearray(desk.read_bytes())
    chance = random.Random(20251025)
    told = 0
    for _ in range(200):
        damaged = bytearray(whole)
        start = chance.randrange(100, len(whole))
        for place in range(start, min(start + chance.choice((1, 1, 16, 512)), len(whole))):
            damaged[place] ^= chance.randrange(1, 256)
        desk.write_bytes(damaged)
        error = trouble(lambda: use(desk))
        if error:
            assert error.code in (StoreErrorCode.DAMAGED, StoreErrorCode.NOT_A_DESK, StoreErrorCode.FAILED)
            assert_can_be_told(error)
            told += 1
        quick_check(desk)
        assert desk.read_bytes() == damaged
    assert told > 10
    desk.write_bytes(whole)
    use(desk)
    assert quick_check(desk)


def test_a_check_that_is_stopped_says_nothing_against_the_desk(desk):
    assert quick_check(desk, is_stopped=lambda: True)


def test_only_a_whole_desk_passes_the_quick_check(desk):
    assert quick_check(desk)
    held = bytearray(desk.read_bytes())
    held[4096 * 3 : 4096 * 4] = bytes(4096)
    desk.write_bytes(held)
    assert not quick_check(desk)


def test_what_no_record_can_hold_is_told_as_damage(desk):
    with looking(desk) as connection:
        connection.execute("update outreach set kind = 'spoilt', held_on = '2026-13-45'")
        connection.execute("update change set val = '{' where tbl = 'outreach_country'")
    with Store.open(desk) as store:
        (spoilt, *_) = store.ids(Query(Outreach))
        for act in (lambda: store.get(Outreach, spoilt), store.undo, store.rebuild):
            error = trouble(act)
            assert error
            assert error.code is StoreErrorCode.DAMAGED
        assert len(store.all(Query(OutreachCountry))) == 2


# ---- upgrades ----


def later(*steps: Callable[[Database], object]) -> Migrations:
    """Return the migrations of a later program: ours, and these steps after them."""
    migrations = Migrations(schema.migrations.name)
    for name, step in schema.migrations.steps.items():
        migrations(name=name)(step)
    for number, step in enumerate(steps):
        migrations(name=f"later_{number}")(step)
    return migrations


def add_column(db: Database) -> None:
    db.execute("alter table officer add column rank text not null default ''")


def rebuild_table(db: Database) -> None:
    db["draft"].transform(rename={"json": "text"})


def fail(db: Database) -> None:
    db.execute("update officer set name = 'spoilt'")
    raise ValueError("a fault of ours")


def test_an_older_desk_is_copied_and_then_brought_up_to_date(desk):
    before, changes = derived(desk), log(desk)
    old = len(schema.migrations.steps)
    with Store.open(desk, migrations=later(add_column, rebuild_table)) as store:
        assert [o.summary for o in store.all(Query(Outreach, where=(("summary", "!=", ""),)))] == ["Hội đàm"]
    assert rows(desk, "pragma user_version") == [(old + 2,)]
    assert rows(desk, "select name, text from draft, pragma_table_info('officer') where name = 'rank'") == []
    copy = desk.with_name(f"desk.before-upgrade-{old}.hdesk")
    assert sorted(path.name for path in desk.parent.iterdir()) == sorted([desk.name, copy.name])
    assert (derived(copy), log(copy)) == (before, changes)
    use(copy)


def test_an_upgrade_happens_once_and_never_takes_the_place_of_an_earlier_copy(desk):
    old = len(schema.migrations.steps)
    desk.with_name(f"desk.before-upgrade-{old}.hdesk").write_bytes(b"mine")
    for _ in range(2):
        Store.open(desk, migrations=later(add_column)).close()
    names = {"desk.hdesk", f"desk.before-upgrade-{old}.hdesk", f"desk.before-upgrade-{old}-2.hdesk"}
    assert {path.name for path in desk.parent.iterdir()} == names
    assert desk.with_name(f"desk.before-upgrade-{old}.hdesk").read_bytes() == b"mine"


@pytest.mark.parametrize("steps", [(fail,), (add_column, fail), (add_column, rebuild_table, fail, add_column)])
def test_an_upgrade_that_fails_leaves_the_old_desk_for_the_old_program(desk, steps):
    before = desk.read_bytes()
    with pytest.raises(StoreError) as failed:
        Store.open(desk, migrations=later(*steps))
    assert failed.value.code is StoreErrorCode.MIGRATION_FAILED
    assert_can_be_told(failed.value)
    assert desk.read_bytes() == before
    assert Path(failed.value.gaps["copy"]).is_file()
    use(desk)


def test_a_damaged_desk_is_not_upgraded_and_leaves_no_copy(desk):
    held = bytearray(desk.read_bytes())
    (root,) = rows(desk, "select rootpage from sqlite_schema where name = 'change'")[0]
    held[(root - 1) * 4096 : root * 4096] = bytes(4096)
    desk.write_bytes(held)
    assert_refused(desk, StoreErrorCode.DAMAGED, later(add_column))


def test_a_copy_that_does_not_pass_the_check_stops_the_upgrade(desk):
    with looking(desk) as connection:
        connection.execute("pragma writable_schema = on")
        connection.execute(
            "update sqlite_schema set sql = replace(sql, 'title text', 'title int') where name = 'officer'"
        )
        connection.execute("pragma writable_schema = reset")
    assert_refused(desk, StoreErrorCode.DAMAGED, later(add_column))


# ---- a failing machine ----


def test_a_desk_that_another_program_writes_to_is_busy_and_nothing_of_the_save_is_kept(desk):
    with Store.open(desk, patience_ms=50) as store, looking(desk) as other:
        changes = log(desk)
        other.execute("begin immediate")
        with pytest.raises(StoreError) as refused:
            meeting(store, "Gặp Đại sứ")
        assert refused.value.code is StoreErrorCode.BUSY
        assert_can_be_told(refused.value)
        other.execute("rollback")
        assert log(desk) == changes
        meeting(store, "Gặp Đại sứ")
        assert len(store.search("dai su")) == 1


def test_a_desk_that_another_program_holds_wholly_is_busy_when_opened(desk):
    with looking(desk) as other:
        other.execute("begin exclusive")
        with pytest.raises(StoreError) as refused:
            Store.open(desk, patience_ms=50)
        assert refused.value.code is StoreErrorCode.BUSY
        with pytest.raises(StoreError) as refused:
            quick_check(desk, patience_ms=50)
        assert refused.value.code is StoreErrorCode.BUSY
    use(desk)


def test_a_read_only_desk_can_be_read_and_says_so_when_written_to(desk, open_folder):
    path = open_folder / "desk.hdesk"
    shutil.copy(desk, path)
    for file_mode, folder_mode in ((0o444, 0o755), (0o444, 0o555), (0o666, 0o555)):
        path.chmod(file_mode)
        open_folder.chmod(folder_mode)
        with as_nobody():
            use(path)
            with Store.open(path) as store, pytest.raises(StoreError) as refused:
                meeting(store, "Gặp Đại sứ")
        assert refused.value.code is StoreErrorCode.READ_ONLY
        assert_can_be_told(refused.value)
        assert path.read_bytes() == desk.read_bytes()


def test_a_folder_or_file_without_leave_is_told(desk, open_folder):
    shutil.copy(desk, open_folder / "desk.hdesk")
    (open_folder / "desk.hdesk").chmod(0o000)
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(StoreError) as refused:
        Store.create(open_folder / "new.hdesk")
    assert refused.value.code is StoreErrorCode.NO_FOLDER
    assert_can_be_told(refused.value)
    with as_nobody(), pytest.raises(StoreError) as refused:
        Store.open(open_folder / "desk.hdesk")
    assert refused.value.code is StoreErrorCode.FAILED
    assert_can_be_told(refused.value)


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """Return the folder of a disk of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("a small disk can't be made here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_refuses_a_save_wholly_and_keeps_those_before(small_disk):
    path = small_disk / "desk.hdesk"
    kept: list[Outreach] = []
    with Store.create(path) as store:
        save = lambda: kept.append(meeting(store, "Hội đàm", *["Sẽ phê chuẩn " * 300] * 5))  # noqa: E731
        refused = next(error for error in (trouble(save) for _ in range(2000)) if error)
        assert refused.code is StoreErrorCode.DISK_FULL
        assert_can_be_told(refused)
        assert_holds(store, kept)
    assert [file.name for file in small_disk.iterdir()] == [path.name]
    with Store.open(path) as store:
        assert_holds(store, kept)


def test_a_desk_is_not_begun_on_a_full_disk(small_disk):
    (small_disk / "photographs").write_bytes(bytes(2 * 1024 * 1024 - 64 * 1024))
    with pytest.raises(StoreError) as refused:
        Store.create(small_disk / "desk.hdesk")
    assert refused.value.code is StoreErrorCode.DISK_FULL
    assert_can_be_told(refused.value)
    assert [file.name for file in small_disk.iterdir()] == ["photographs"]


def assert_holds(store: Store, kept: list[Outreach]) -> None:
    assert quick_check(store.path)
    assert len(kept) > 3
    assert store.all(Query(Outreach)) == kept
    counts = dict(rows(store.path, "select outreach, count(*) from outreach_country group by 1"))
    assert counts == {outreach.id: 5 for outreach in kept}
    assert len(store.search("hoi dam", 5000)) == len(kept)


def test_a_disk_too_full_for_the_copy_leaves_the_old_desk(desk, small_disk):
    path = small_disk / desk.name
    shutil.copy(desk, path)
    (small_disk / "photographs").write_bytes(bytes(2 * 1024 * 1024 - path.stat().st_size - 64 * 1024))
    assert_refused(path, StoreErrorCode.DISK_FULL, later(add_column))
    use(path)


LIMITED = """
import resource, signal, sys
from pathlib import Path
from desk_file import meeting
from hanoi_desk.store import Store, StoreError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Store.open(Path(sys.argv[1])) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    try:
        for number in range(1000):
            meeting(store, "Hội đàm", "Sẽ phê chuẩn " * 300)
            print(number, flush=True)
    except StoreError as error:
        print(error.code.value)
"""


def test_a_file_that_may_grow_no_further_keeps_every_save_that_was_made(desk):
    resource = pytest.importorskip("resource")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.run(
        [sys.executable, "-c", LIMITED, str(desk)], capture_output=True, text=True, check=True, env=environment
    ).stdout.split()
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] != 600_000
    assert said[-1] in (StoreErrorCode.FAILED, StoreErrorCode.DISK_FULL)
    assert quick_check(desk)
    with Store.open(desk) as store:
        assert len(store.search("phe chuan", 5000)) == len(said) - 1 + 1
        before = derived(desk)
        store.rebuild()
        assert derived(desk) == before
