"""One wrong bit in a desk file: told as damage, or without any effect; never a crash."""

import random
from pathlib import Path

import pytest
from desk_file import GHANA, IVORY_COAST, meeting
from faults.acting import AN, NOW, WORDS
from faults.rounds import rounds
from strategies import anchors

from hanoi_desk.records import KINDS, FollowUp
from hanoi_desk.storage.driver import connect
from hanoi_desk.store import Action, Query, Store, StoreError, StoreErrorCode

BITS = rounds(200)
PAGE = 4096
TOLD = (StoreErrorCode.DAMAGED, StoreErrorCode.NOT_A_DESK, StoreErrorCode.FAILED, StoreErrorCode.TOO_NEW,
        StoreErrorCode.KEYS_MISSING, StoreErrorCode.KEYS_DIFFER)  # fmt: skip


def make(path: Path, *, locked: bool) -> bytes:
    with Store.create(path, first=AN if locked else None) as store:
        with store.change(Action.START_DESK) as change:
            for record in (*anchors(), GHANA, IVORY_COAST):
                change.save(record)
        for number in range(40):
            meeting(store, f"Hội đàm {number}", "Sẽ phê chuẩn " * 20)
            with store.change(Action.ADD_FOLLOW_UP) as change:
                change.save(FollowUp(what=f"Gửi tài liệu {number} " + "chữ " * 60))
        store.keep_draft("log", "half a sentence")
    return path.read_bytes()


def answers(path: Path) -> object:
    """Return everything that the window shows of a desk, or the trouble that it tells."""
    try:
        with Store.open(path, passphrase=WORDS) as store:
            held = [store.all(Query(kind)) for kind in KINDS]
            hits = [(hit.id, hit.kind) for hit in store.search("phe chuan", 500)]
            told = [entry for record in held[KINDS.index(FollowUp)][:5] for entry in store.history(record)]
            return held, hits, told, store.saves(50), store.draft("log"), store.can_undo()
    except StoreError as error:
        return error.code


def flipped(whole: bytes, chance: random.Random) -> bytes:
    """Return a file with one bit turned round, of a page and a place that chance chose."""
    spoilt = bytearray(whole)
    place = chance.randrange(len(whole) // PAGE) * PAGE + chance.randrange(PAGE)
    spoilt[place] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def outcomes(path: Path, whole: bytes) -> tuple[int, int, list[bytes]]:
    """Return how often damage was told, how often nothing had changed, and the files that answered otherwise."""
    expected = answers(path)
    assert not isinstance(expected, StoreErrorCode)
    chance = random.Random(20261122)
    told = same = 0
    changed = []
    for _ in range(BITS):
        spoilt = flipped(whole, chance)
        path.write_bytes(spoilt)
        found = answers(path)
        if isinstance(found, StoreErrorCode):
            assert found in TOLD
            told += 1
        elif found == expected:
            same += 1
        else:
            changed.append(spoilt)
        left = path.read_bytes()
        assert left == spoilt, "reading mends nothing and spoils nothing more"
    path.write_bytes(whole)
    assert answers(path) == expected
    return told, same, changed


def test_a_wrong_bit_in_an_encrypted_desk_is_told_or_has_no_effect(tmp_path):
    path = tmp_path / "desk.hdesk"
    whole = make(path, locked=True)
    told, same, changed = outcomes(path, whole)
    assert changed == [], "every page has a seal"
    assert told + same == BITS
    assert told > BITS // 3


@pytest.mark.parametrize("seed", range(2))
def test_every_wrong_bit_in_an_encrypted_desk_is_found_by_the_check_and_never_copied(tmp_path, seed):
    path = tmp_path / "desk.hdesk"
    whole = make(path, locked=True)
    chance = random.Random(seed)
    with Store.open(path, passphrase=WORDS) as store:
        for _ in range(rounds(6)):
            path.write_bytes(flipped(whole, chance))
            assert not store.check().sound
            with pytest.raises(StoreError):
                store.back_up(tmp_path, NOW)
            path.write_bytes(whole)
        assert store.check().sound


def test_a_wrong_bit_in_what_the_search_index_says_of_itself_is_damage(tmp_path):
    path = tmp_path / "desk.hdesk"
    whole = make(path, locked=True)
    with Store.open(path, passphrase=WORDS) as store:
        connection = connect(path, key=store.opened.key)
        ask = "select rootpage from sqlite_schema where name = 'search_config'"
        ((page,),) = connection.execute(ask).fetchall()
        connection.close()
        spoilt = bytearray(whole)
        spoilt[(page - 1) * PAGE + 100] ^= 1
        path.write_bytes(spoilt)
        assert not store.check().sound
        with pytest.raises(StoreError):
            store.back_up(tmp_path, NOW)
    assert answers(path) is StoreErrorCode.DAMAGED


def test_a_wrong_bit_in_a_plain_desk_never_ends_the_program(tmp_path):
    path = tmp_path / "desk.hdesk"
    whole = make(path, locked=False)
    told, same, changed = outcomes(path, whole)
    assert told + same + len(changed) == BITS
    assert len(changed) < BITS // 8
    found = 0
    for spoilt in changed:  # a wrong letter in a plain file: its second copy in the log tells of it
        path.write_bytes(spoilt)
        with Store.open(path) as store:
            found += not store.check().sound
    assert len(changed) - found <= len(changed) // 4, "only what both copies are silent about may be left"
