"""A plain desk is made an encrypted one, and a desk gets a new data key; a power cut on the way loses neither."""

import pytest

from hanoi_desk import storage
from hanoi_desk.records import FollowUp
from hanoi_desk.storage import Cost, FirstKey, StoreError, StoreErrorCode, change_data_key, encrypt, locking, read_keys
from hanoi_desk.store import Action, Query, Store

WORDS, OTHER = "chín nhịp cầu Đuống đỏ nặng", "sáu từ khác hẳn của Bình"
CHEAP = Cost(1024, 1, 1)
AN, BINH = FirstKey("an", "An", WORDS, CHEAP), FirstKey("binh", "Bình", OTHER, CHEAP)
MARKER = "Bà Đặng sẽ ký ngày mai"


@pytest.fixture
def plain(tmp_path):
    path = tmp_path / "desk.hdesk"
    with Store.create(path) as store, store.change(Action.ADD_FOLLOW_UP) as change:
        change.save(FollowUp(what=MARKER))
    return path


def tasks(path, passphrase=None):
    with Store.open(path, passphrase=passphrase) as store:
        return [task.what for task in store.all(Query(FollowUp))]


def on_disk(path):
    return b"".join(one.read_bytes() for one in path.parent.iterdir())


def test_a_plain_desk_becomes_an_encrypted_one_and_nothing_plain_is_left(plain):
    encrypt(plain, AN)
    assert tasks(plain, WORDS) == [MARKER]
    assert MARKER.encode() not in on_disk(plain)
    assert b"SQLite format 3" not in on_disk(plain)
    with pytest.raises(StoreError) as error:
        Store.open(plain)
    assert error.value.code is StoreErrorCode.NEEDS_PASSPHRASE


def test_its_history_version_and_checks_stay(plain):
    with Store.open(plain) as store:
        saves = store.saves(10)
    encrypt(plain, AN)
    with Store.open(plain, passphrase=WORDS) as store:
        assert store.saves(10) == saves
        assert store.check().sound
        store.undo()
        assert store.all(Query(FollowUp)) == []


def test_a_new_data_key_leaves_the_old_one_and_the_others_out(plain):
    encrypt(plain, AN)
    keys = read_keys(plain)
    old = keys.opened(WORDS)
    storage.write_keys(plain, keys.with_slot(BINH.who, BINH.name, BINH.passphrase, old.key, CHEAP))
    assert tasks(plain, OTHER) == [MARKER]
    change_data_key(plain, read_keys(plain), old, AN)
    assert tasks(plain, WORDS) == [MARKER]
    assert read_keys(plain).opened(WORDS).key != old.key
    with pytest.raises(StoreError) as error:
        Store.open(plain, passphrase=OTHER)
    assert error.value.code is StoreErrorCode.WRONG_PASSPHRASE


class Cut(BaseException):
    """The power is gone."""


@pytest.mark.parametrize("step", ["_export", "write_keys", "_keep_in_reach", "_wipe"])
@pytest.mark.parametrize("after", [False, True])
def test_a_power_cut_on_the_way_leaves_a_desk_that_opens(plain, monkeypatch, step, after):
    real = getattr(locking, step)

    def cut(*arguments):
        if after:
            real(*arguments)
        raise Cut

    monkeypatch.setattr(locking, step, cut)
    with pytest.raises(Cut):
        encrypt(plain, AN)
    monkeypatch.undo()
    wanted = WORDS if storage.is_encrypted(plain) else None
    assert tasks(plain, wanted) == [MARKER]
    if wanted is None:
        encrypt(plain, AN)
    old = read_keys(plain).opened(WORDS)
    monkeypatch.setattr(locking, step, cut)
    with pytest.raises(Cut):
        change_data_key(plain, read_keys(plain), old, AN)
    assert tasks(plain, WORDS) == [MARKER]


def test_a_damaged_desk_is_not_rewritten(plain):
    with plain.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096 * 20)
    before = plain.read_bytes()
    with pytest.raises(StoreError) as error:
        encrypt(plain, AN)
    assert error.value.code is StoreErrorCode.DAMAGED
    assert plain.read_bytes() == before
    assert not storage.is_encrypted(plain)
