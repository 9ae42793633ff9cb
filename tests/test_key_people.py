"""Several people open one desk, each with a passphrase of their own; the custodian's paper is the last way in."""

import pytest

from hanoi_desk.desk import keys
from hanoi_desk.desk.keys import LastKey
from hanoi_desk.storage import RECOVERY, Cost, FirstKey, StoreError, StoreErrorCode
from hanoi_desk.store import Store

WORDS, OTHER, NEW = "chín nhịp cầu Đuống đỏ nặng", "sáu từ khác hẳn của Bình", "một cụm từ hoàn toàn mới"
CHEAP = Cost(1024, 1, 1)


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "desk.hdesk"
    Store.create(path, first=FirstKey("an", "An", WORDS, CHEAP)).close()
    return path


def opens(path, passphrase):
    try:
        with Store.open(path, passphrase=passphrase) as store:
            return store.opened.who
    except StoreError as error:
        return None if error.code is StoreErrorCode.WRONG_PASSPHRASE else error


def test_a_colleague_is_let_in_and_out_again(desk):
    with Store.open(desk, passphrase=WORDS) as store:
        keys.give_key(store, "binh", "Bình", OTHER, CHEAP)
        assert [slot.name for slot in keys.people_with_keys(store)] == ["An", "Bình"]
    assert (opens(desk, WORDS), opens(desk, OTHER)) == ("an", "binh")
    with Store.open(desk, passphrase=OTHER) as store:
        keys.take_key(store, "an")
        with pytest.raises(LastKey):
            keys.take_key(store, "binh")
    assert (opens(desk, WORDS), opens(desk, OTHER)) == (None, "binh")


def test_who_opened_the_desk_last_waits_for_no_other_slot_and_the_paper_is_tried_last(desk):
    with Store.open(desk, passphrase=WORDS) as store:
        for who in (RECOVERY, "binh"):
            keys.give_key(store, who, who, OTHER, CHEAP)
        keys.give_key(store, "chi", "Chi", OTHER, CHEAP)
    assert keys.unlock(desk, OTHER).who == "binh"
    assert keys.unlock(desk, OTHER, "chi").who == "chi"
    assert keys.unlock(desk, WORDS, "chi").who == "an"
    assert keys.unlock(desk, OTHER, "somebody who left").who == "binh"


def test_only_who_knows_the_old_passphrase_changes_it(desk):
    with Store.open(desk, passphrase=WORDS) as store:
        keys.give_key(store, "binh", "Bình", OTHER, CHEAP)
        for wrong in ("something else", OTHER):
            with pytest.raises(StoreError):
                keys.change_passphrase(store, wrong, NEW, CHEAP)
        with pytest.raises(ValueError, match="no key"):
            keys.change_passphrase(store, WORDS, "short", CHEAP)
        keys.change_passphrase(store, WORDS, NEW, CHEAP)
    assert [opens(desk, words) for words in (WORDS, NEW, OTHER)] == [None, "an", "binh"]


def test_the_paper_opens_the_desk_until_a_new_one_is_made(desk):
    with Store.open(desk, passphrase=WORDS) as store:
        first = keys.make_recovery_paper(store, CHEAP)
        second = keys.make_recovery_paper(store, CHEAP)
        assert keys.people_with_keys(store)[-1].who == RECOVERY
        with pytest.raises(LastKey):
            keys.take_key(store, "an")
    assert [len(group) for group in second.split("-")] == [4] * 8
    assert (opens(desk, first), opens(desk, second)) == (None, RECOVERY)
