"""An encrypted desk: whose passphrase opens it, what a thief finds, and what is told when it does not open."""

import json
import math
import shutil
import sys
import unicodedata
from collections import Counter
from dataclasses import replace

import pytest
from cheap_keys import as_shipped

from hanoi_desk.desk import start_desk
from hanoi_desk.records import FollowUp, Officer
from hanoi_desk.storage import Cost, FirstKey, Keys, StoreError, StoreErrorCode, read_keys, write_keys
from hanoi_desk.storage.keys import keys_path
from hanoi_desk.store import Action, Query, Store

WORDS = "chín nhịp cầu Đuống đỏ nặng phù sa"
CHEAP = Cost(1024, 1, 1)
MARKER = "Bà Đặng Thị Hương sẽ ký ngày mai"


def refusal(path, passphrase):
    with pytest.raises(StoreError) as error:
        Store.open(path, passphrase=passphrase)
    return error.value.code


@pytest.fixture(scope="module")
def locked_desk(tmp_path_factory):
    """Make an encrypted desk of the officer An once, with a record in it."""
    path = tmp_path_factory.mktemp("locked") / "desk.hdesk"
    an = Officer(name="An")
    with Store.create(path, first=FirstKey(an.id, an.name, WORDS, CHEAP)) as store:
        start_desk(store, None, an)
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what=MARKER))
        store.keep_draft("log", MARKER)
    return path


@pytest.fixture
def locked(locked_desk, tmp_path):
    """Return the path of a copy of the encrypted desk."""
    return shutil.copytree(locked_desk.parent, tmp_path, dirs_exist_ok=True) / locked_desk.name


def test_a_desk_opens_with_its_passphrase_however_the_accents_are_composed(locked):
    for form in ("NFC", "NFD"):
        with Store.open(locked, passphrase=unicodedata.normalize(form, WORDS)) as store:
            assert [task.what for task in store.all(Query(FollowUp))] == [MARKER]
            assert store.is_encrypted


def test_the_author_of_a_change_is_the_person_whose_slot_opened_the_desk(locked):
    keys = read_keys(locked)
    opened = keys.opened(WORDS)
    write_keys(locked, keys.with_slot("officer-binh", "Bình", "sáu từ khác hẳn của Bình", opened.key, CHEAP))
    with Store.open(locked, passphrase="sáu từ khác hẳn của Bình") as store:
        store.set_local("officer", opened.who)  # what the file says of its officer does not matter
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what="Call back"))
        assert store.saves(1)[0].who == "officer-binh"


def test_a_wrong_passphrase_a_missing_one_and_a_file_that_its_keys_do_not_fit_are_three_things(locked):
    assert refusal(locked, "something else") is StoreErrorCode.WRONG_PASSPHRASE
    assert refusal(locked, None) is StoreErrorCode.NEEDS_PASSPHRASE
    with locked.open("r+b") as file:
        file.write(b"\0" * 64)
    assert refusal(locked, WORDS) is StoreErrorCode.KEYS_DIFFER


def test_nothing_of_a_record_stands_in_the_file_of_an_encrypted_desk(locked):
    held = b"".join(path.read_bytes() for path in locked.parent.iterdir())
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, MARKER)
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert text.encode(encoding) not in held
    assert b"follow_up" not in held
    pages = locked.read_bytes()
    for start in range(0, len(pages), 4096):
        counted = Counter(pages[start : start + 4096])
        entropy = -sum(n / 4096 * math.log2(n / 4096) for n in counted.values())
        assert entropy > 7.9, f"page {start // 4096 + 1} is no noise"


def test_a_plain_desk_asks_for_no_passphrase(tmp_path):
    path = tmp_path / "plain.hdesk"
    Store.create(path).close()
    with Store.open(path, passphrase="any") as store:
        assert not store.is_encrypted


def test_a_slot_of_another_person_or_desk_cannot_be_put_in_its_place(locked):
    keys = read_keys(locked)
    (slot,) = keys.slots
    for swapped in (replace(slot, who="another"), slot):
        write_keys(locked, Keys("another desk" if swapped is slot else keys.desk, (swapped,)))
        assert refusal(locked, WORDS) is StoreErrorCode.WRONG_PASSPHRASE


def test_keys_cut_short_give_way_to_those_kept_before(locked):
    write_keys(locked, read_keys(locked))
    path = keys_path(locked)
    path.write_bytes(path.read_bytes()[:100])
    with Store.open(locked, passphrase=WORDS):
        pass
    keys_path(locked).with_name(f"{keys_path(locked).name}.earlier").unlink()
    assert refusal(locked, WORDS) is StoreErrorCode.KEYS_DAMAGED


def test_without_its_keys_an_encrypted_desk_is_no_desk_and_is_left_as_it_is(locked):
    keys_path(locked).unlink()
    before = locked.read_bytes()
    assert refusal(locked, WORDS) is StoreErrorCode.KEYS_MISSING
    assert locked.read_bytes() == before


@pytest.mark.parametrize(
    ("field", "value"),
    [("m", 1 << 30), ("m", 7), ("t", 0), ("t", 10**9), ("p", 10**6), ("salt", "AA=="), ("ct", "!"), ("kdf", "none")],
)
def test_a_crafted_slot_is_refused_before_it_costs_memory(locked, field, value):
    path = keys_path(locked)
    read = json.loads(path.read_text(encoding="utf-8"))
    read["slots"][0][field] = value
    path.write_text(json.dumps(read), encoding="utf-8")
    assert refusal(locked, WORDS) is StoreErrorCode.KEYS_DAMAGED


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"format": 1}', "[" * 100_000, "\x00"])
def test_a_keys_file_that_is_none_is_told(locked, text):
    keys_path(locked).write_text(text, encoding="utf-8")
    assert refusal(locked, WORDS) is StoreErrorCode.KEYS_DAMAGED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_only_this_user_may_read_the_desk_and_its_keys(locked):
    assert {path.stat().st_mode & 0o077 for path in locked.parent.iterdir()} == {0}


def test_a_new_desk_never_writes_over_keys_that_may_be_the_only_ones(locked):
    locked.unlink()
    before = keys_path(locked).read_bytes()
    with pytest.raises(StoreError) as error:
        Store.create(locked, first=FirstKey("", "", WORDS, CHEAP))
    assert error.value.code is StoreErrorCode.EXISTS
    assert keys_path(locked).read_bytes() == before


def test_by_itself_a_passphrase_costs_a_thief_a_quarter_of_a_gibibyte_a_try(tmp_path):
    path = tmp_path / "desk.hdesk"
    with as_shipped():
        write_keys(path, Keys.begin().with_slot("an", "An", WORDS, b"k" * 32))
    (slot,) = read_keys(path).slots
    assert (slot.cost.memory_kib, slot.cost.passes, slot.cost.lanes) == (256 * 1024, 3, 4)
    assert read_keys(path).opened(WORDS).key == b"k" * 32


def test_nothing_of_a_record_stands_in_the_journal_of_a_save_that_is_being_made(locked):
    with Store.open(locked, passphrase=WORDS) as store:
        with store.change(Action.ADD_FOLLOW_UP) as change:
            for number in range(200):
                change.save(FollowUp(what=f"{MARKER} {number} " * 20))
        with store.bare() as connection:
            connection.execute("pragma cache_size = 5")
            connection.execute("update follow_up set what = what || what")
            journal = locked.with_name(f"{locked.name}-journal").read_bytes()
    assert len(journal) > 20 * 4096
    for form in ("NFC", "NFD"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert unicodedata.normalize(form, MARKER).encode(encoding) not in journal
