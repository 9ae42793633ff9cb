"""What a damaged desk still holds comes into a new one; what is lost is counted, and the wreck is left as it is."""

import random

import pytest
from desk_file import meeting
from ready_desks import filled

from hanoi_desk.desk import start_desk
from hanoi_desk.records import FollowUp, Outreach, Participant
from hanoi_desk.storage import Cost, DatabaseError, FirstKey, StoreError, StoreErrorCode, connect
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.salvage import salvage

WORDS = "chín nhịp cầu Đuống đỏ nặng"
PAGE = 4096
#: Of the six, those whose noise falls on the list of tables.
LOST_LIST = (2, 3)


def work(store):
    """Start a desk and keep a hundred tasks, a draft and a file on it."""
    start_desk(store)
    for number in range(100):
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what=f"task {number} " + "chữ " * 40))
    with store.change(Action.ATTACH_FILE) as change:
        change.save(FollowUp(what="with a file"))
        change.keep_file("a.pdf", b"bytes of a file")
    store.keep_draft("log", "half a sentence")


@pytest.fixture
def desk(tmp_path):
    return filled(tmp_path / "desk.hdesk", work)


def spoil(path, pages, seed=1):
    """Write noise over some pages."""
    chance = random.Random(seed)
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(chance.randbytes(PAGE))


def held(path):
    with Store.open(path) as store:
        return {record.id: record for kind in (Participant, FollowUp, Outreach) for record in store.all(Query(kind))}


def test_a_sound_desk_comes_over_whole_with_its_history_drafts_and_files(desk, tmp_path):
    found = salvage(desk, tmp_path / "new.hdesk")
    assert found.whole
    assert found.outside_log == 0
    assert held(tmp_path / "new.hdesk") == held(desk)
    with Store.open(desk) as old, Store.open(tmp_path / "new.hdesk") as new:
        assert new.saves(200) == old.saves(200)
        assert new.draft("log").json == "half a sentence"
        assert new.check().sound
        assert new.files_size() == old.files_size()


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(6))
def test_noise_in_some_pages_costs_what_lay_there_and_no_more(desk, tmp_path, seed):
    before = held(desk)
    size = desk.stat().st_size // PAGE
    spoil(desk, random.Random(seed).sample(range(40, size), 4), seed)
    wreck = desk.read_bytes()
    try:
        found = salvage(desk, tmp_path / "new.hdesk")
    except StoreError as error:  # the list of tables itself lay there: only a backup helps
        found = error.code
    assert desk.read_bytes() == wreck
    if found is StoreErrorCode.DAMAGED:
        assert seed in LOST_LIST
        return
    after = held(tmp_path / "new.hdesk")
    assert {i: r for i, r in after.items() if i in before and r != before[i]} == {}
    assert set(after) <= set(before)
    assert len(after) > len(before) * 0.6
    with Store.open(tmp_path / "new.hdesk") as store:
        meeting(store, "Work goes on")
        assert found.rows["change"] > 0


def test_a_record_that_the_log_lost_is_taken_from_its_own_table(desk, tmp_path):
    with Store.open(desk) as store:
        lost = store.all(Query(FollowUp, order_by="what", limit=1))[0]
        with store.bare() as connection:
            connection.execute("delete from change where rec = ?", (lost.id,))
    found = salvage(desk, tmp_path / "new.hdesk")
    assert found.outside_log == 1
    with Store.open(tmp_path / "new.hdesk") as store:
        assert store.need(FollowUp, lost.id) == lost
        assert store.saves(1)[0].action is Action.SALVAGE


def test_an_encrypted_desk_is_salvaged_into_an_encrypted_one(tmp_path):
    path = tmp_path / "locked.hdesk"
    with Store.create(path, first=FirstKey("an", "An", WORDS, Cost(1024, 1, 1))) as store:
        start_desk(store)
        key = store.opened.key
    salvage(path, tmp_path / "new.hdesk", key)
    with Store.open(tmp_path / "new.hdesk", passphrase=WORDS) as store:
        assert store.count(Query(Participant)) > 150


def reads_log(path, key):
    connection = connect(path, key=key)
    try:
        return connection.execute("select sum(length(val)) from change").fetchone()[0] > 0
    except DatabaseError:
        return False
    finally:
        connection.close()


def test_a_broken_seal_costs_its_page_and_no_other(tmp_path):
    path = tmp_path / "locked.hdesk"
    with Store.create(path, first=FirstKey("an", "An", WORDS, Cost(1024, 1, 1))) as store:
        work(store)
        key = store.opened.key
        before = {record.id: record for kind in (Participant, FollowUp) for record in store.all(Query(kind))}
    whole = path.read_bytes()
    for page in range(150, len(whole) // PAGE):  # the first here that holds rows of the log
        path.write_bytes(whole)
        spoil(path, [page])
        if not reads_log(path, key):
            break
    found = salvage(path, tmp_path / "new.hdesk", key)
    assert 0 < found.unread["change"] < 50
    with Store.open(tmp_path / "new.hdesk", passphrase=WORDS) as store:
        after = {record.id: record for kind in (Participant, FollowUp) for record in store.all(Query(kind))}
        assert store.draft("log").json == "half a sentence"
    assert {i: r for i, r in after.items() if r != before.get(i)} == {}
    assert len(after) > len(before) * 0.9


def test_a_wreck_without_its_first_page_is_told_and_leaves_nothing(desk, tmp_path):
    spoil(desk, [0])
    with pytest.raises(StoreError):
        salvage(desk, tmp_path / "new.hdesk")
    assert not (tmp_path / "new.hdesk").exists()


def test_a_file_that_is_there_is_never_written_over(desk, tmp_path):
    (tmp_path / "new.hdesk").write_bytes(b"something")
    with pytest.raises(StoreError):
        salvage(desk, tmp_path / "new.hdesk")
    assert (tmp_path / "new.hdesk").read_bytes() == b"something"
