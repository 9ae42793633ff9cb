"""A desk of an earlier program opens, is copied first, and keeps all that it held."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from hanoi_desk.coverage import leads
from hanoi_desk.desk import delete_outreach
from hanoi_desk.records import (
    Commitment,
    Coverage,
    CoverageRole,
    FollowUp,
    Mission,
    Outreach,
    Participant,
    Person,
    Repeat,
    fixed_id,
)
from hanoi_desk.store import Query, Store

DATABASES = Path(__file__).parent / "databases"
KENYA, VIENNA = fixed_id("participant", "KE"), fixed_id("mission", "vie")


@pytest.fixture
def first_release(tmp_path):
    """Return the path of a desk as the first program left it: a mission in the lead of Kenya and one other channel."""
    path = tmp_path / "desk.hdesk"
    path.write_bytes(gzip.decompress((DATABASES / "first_release.hdesk.gz").read_bytes()))
    return path


def test_a_desk_of_the_first_program_opens_with_all_that_it_held(first_release):
    before = first_release.read_bytes()
    with Store.open(first_release) as store:
        assert store.need(Participant, KENYA).priority == 1
        (contact,) = store.all(Query(Outreach))
        (promise,) = store.all(Query(Commitment))
        (task,) = store.all(Query(FollowUp))
        assert (promise.outreach, task.outreach, task.repeat) == (contact.id, contact.id, Repeat.NONE)
        assert [hit.kind for hit in store.search("wanjiru")] == [Person]
    (copy,) = first_release.parent.glob("*before-upgrade-1*")
    assert len(copy.read_bytes()) == len(before)


def test_its_lead_missions_become_records_of_their_own_that_the_log_gives_again(first_release):
    with Store.open(first_release) as store:
        held = store.all(Query(Coverage))
        assert {(c.participant, c.role) for c in held} == {
            (KENYA, CoverageRole.LEAD),
            (KENYA, CoverageRole.OTHER),
        }
        (embassy,) = [m for m in store.all(Query(Mission)) if m.id != VIENNA]
        assert leads(held, date(2026, 11, 22)) == {KENYA: embassy.id}
        store.rebuild()
        assert store.all(Query(Coverage)) == held


def test_what_is_undone_after_the_upgrade_is_the_last_thing_that_was_done_before_it(first_release):
    with Store.open(first_release) as store:
        (contact,) = store.all(Query(Outreach))
        delete_outreach(store, contact.id)
        store.undo()
        assert store.all(Query(Outreach)) == [contact]
        store.undo()
        assert store.all(Query(Outreach)) == []
        assert store.count(Query(Coverage)) == 2


def test_its_history_may_name_fields_that_are_gone(first_release):
    with Store.open(first_release) as store:
        fields = {entry.field for entry in store.history(store.need(Participant, KENYA))}
        assert {"lead_mission", "channels", "priority"} <= fields
