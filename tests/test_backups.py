"""A backup was opened before it counts; the way back never mixes two files; nothing sound is lost to a damaged desk."""

import sys
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.records import FollowUp
from hanoi_desk.schema import migrations
from hanoi_desk.storage import Cost, FirstKey, StoreError, StoreErrorCode, backups_in, restore, thin_out, to_keep
from hanoi_desk.storage.keys import keys_path
from hanoi_desk.store import Action, Query, Store

NOW = datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001 - the laptop's own time, as it stands in a file's name
WORDS = "chín nhịp cầu Đuống đỏ nặng"


def tasks(store):
    return [task.what for task in store.all(Query(FollowUp, order_by="what"))]


def add(store, *names):
    for name in names:
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what=name))


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "stick"
    path.mkdir()
    return path


@pytest.fixture(params=[None, FirstKey("an", "An", WORDS, Cost(1024, 1, 1))], ids=["plain", "encrypted"])
def desk(request, tmp_path):
    """Return a desk with a task "A" and the passphrase that opens it, if any."""
    path = tmp_path / "desk.hdesk"
    with Store.create(path, first=request.param) as store:
        add(store, "A")
    return path, request.param.passphrase if request.param else None


def test_a_backup_is_a_desk_that_opens(desk, folder):
    path, passphrase = desk
    with Store.open(path, passphrase=passphrase) as store:
        made = store.back_up(folder, NOW)
        add(store, "B")
        assert tasks(store) == ["A", "B"]
    assert backups_in(folder, path) == [made]
    with Store.open(made.path, passphrase=passphrase) as copy:
        assert tasks(copy) == ["A"]
    assert sys.platform == "win32" or made.path.stat().st_mode & 0o077 == 0  # Windows has no such bits


def test_what_a_pulled_stick_kept_of_a_copy_goes_with_the_next_one(desk, folder):
    path, passphrase = desk
    begun = f"{path.stem}.2026-11-21T080000.hdesk.part"
    mine, others = [begun, f"{begun}-journal"], [f"other.{begun}", "notes.part", "desk.zip.part"]
    for name in mine + others:
        (folder / name).write_bytes(b"half")
    with Store.open(path, passphrase=passphrase) as store:
        store.back_up(folder, NOW)
    assert not any((folder / name).exists() for name in mine)
    assert all((folder / name).exists() for name in others)


def test_two_backups_of_one_second_are_two(desk, folder):
    path, passphrase = desk
    with Store.open(path, passphrase=passphrase) as store:
        first, second = store.back_up(folder, NOW), store.back_up(folder, NOW)
    assert [second, first] == backups_in(folder, path)
    assert second.made_at - first.made_at == timedelta(seconds=1)


def test_a_damaged_desk_is_not_backed_up_and_no_earlier_copy_goes(desk, folder):
    path, passphrase = desk
    with Store.open(path, passphrase=passphrase) as store:
        add(store, *(f"task {n} " + "x" * 500 for n in range(60)))
        made = store.back_up(folder, NOW)
        with path.open("r+b") as file:
            file.seek(4096 * 20)
            file.write(b"\xff" * 600)
        with pytest.raises(StoreError) as error:
            store.back_up(folder, NOW + timedelta(days=1))
    assert error.value.code is StoreErrorCode.DAMAGED
    assert backups_in(folder, path) == [made]
    assert [p.name for p in folder.iterdir() if p.suffix == ".part"] == []


def test_restoring_keeps_what_stood_there_and_never_mixes_the_two(desk, folder):
    path, passphrase = desk
    with Store.open(path, passphrase=passphrase) as store:
        made = store.back_up(folder, NOW)
        add(store, "B")
        key = store._opened.key if store._opened else None
    for ending in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + ending).write_bytes(b"left by another file")
    aside = restore(made.path, path, migrations, NOW, key)
    with Store.open(path, passphrase=passphrase) as store:
        assert tasks(store) == ["A"]
    assert aside is not None
    for ending in ("-journal", "-wal", "-shm"):
        assert not path.with_name(path.name + ending).exists()
        aside.with_name(aside.name + ending).unlink()
    with Store.open(aside, passphrase=passphrase) as store:
        assert tasks(store) == ["A", "B"]


def test_what_is_no_backup_is_refused_and_the_desk_stays(desk, folder):
    path, _ = desk
    before = path.read_bytes()
    bad = folder / "desk.2026-11-22T080000.hdesk"
    bad.write_bytes(b"anything")
    for source in (bad, folder / "missing.hdesk"):
        with pytest.raises(StoreError):
            restore(source, path, migrations, NOW)
    assert path.read_bytes() == before


def test_a_folder_that_is_gone_is_told(desk, folder):
    path, passphrase = desk
    folder.rmdir()
    with Store.open(path, passphrase=passphrase) as store, pytest.raises(StoreError) as error:
        store.back_up(folder, NOW)
    assert error.value.code is StoreErrorCode.NO_FOLDER


def test_files_of_other_names_are_no_backups(tmp_path, folder):
    for name in ("other.2026-11-22T080000.hdesk", "desk.2026-02-30T080000.hdesk", "desk.hdesk", "desk.2026.hdesk"):
        (folder / name).write_bytes(b"")
    assert backups_in(folder, tmp_path / "desk.hdesk") == []


def test_a_year_of_backups_thins_to_the_newest_then_days_weeks_and_months(tmp_path, folder):
    days = [NOW - timedelta(days=n) for n in range(400)]
    for day in days:
        copy = folder / f"desk.{day:%Y-%m-%dT%H%M%S}.hdesk"
        copy.write_bytes(b"")
        keys_path(copy).write_bytes(b"")
    kept_forever = days[-1]
    thin_out(folder, tmp_path / "desk.hdesk", held=[kept_forever])
    left = [backup.made_at for backup in backups_in(folder, tmp_path / "desk.hdesk")]
    assert left[:15] == days[:15]
    assert 28 <= len(left) <= 38
    assert kept_forever in left
    assert len({(d.year, d.month) for d in left}) >= 13
    assert len(list(folder.iterdir())) == 2 * len(left)


@given(st.sets(st.datetimes(datetime(1980, 1, 1), datetime(2099, 12, 31)), max_size=60))  # noqa: DTZ001
def test_thinning_keeps_the_ten_newest_whatever_the_clock_said(stamps):
    kept = to_keep(stamps)
    assert kept <= stamps
    assert kept >= set(sorted(stamps, reverse=True)[:10])
