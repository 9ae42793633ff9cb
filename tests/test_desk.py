"""What a diplomat does at the desk: kept whole, told in words, taken back in one step."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hanoi_desk import desk
from hanoi_desk.board import NoTreaty, Tile, board, find_treaty
from hanoi_desk.records import (
    Commitment,
    CommitmentState,
    FollowUp,
    FollowUpState,
    Grade,
    Issue,
    Message,
    Mission,
    MissionKind,
    Officer,
    Outreach,
    OutreachCountry,
    Participant,
    PromisedAct,
    Proof,
    TreatyAction,
)
from hanoi_desk.store import Action, Query, Store

NOON = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
KENYA, GHANA, ALGERIA = (desk.participant_id(key) for key in ("KE", "GH", "DZ"))
CONVENTION = desk.treaty_id("uncac-cyber")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "started.hdesk"
    with Store.create(path) as store:
        desk.start_desk(store, Mission(kind=MissionKind.EMBASSY, name_en="Embassy in Nairobi"), Officer(name=" Lan "))
    return path


@pytest.fixture
def store(started: Path, tmp_path: Path):
    path = tmp_path / "desk.hdesk"
    path.write_bytes(started.read_bytes())
    with Store.open(path) as opened:
        yield opened


def talk(*countries: str, **more) -> desk.OutreachEntry:
    outreach = Outreach(held_on=date(2026, 11, 20), **more)
    heard = tuple(OutreachCountry(outreach=outreach.id, participant=c, position=n) for n, c in enumerate(countries))
    return desk.OutreachEntry(outreach=outreach, countries=heard)


def with_promise(entry: desk.OutreachEntry, country: str, **more) -> desk.OutreachEntry:
    promise = Commitment(
        participant=country,
        treaty=CONVENTION,
        act=PromisedAct.SIGN,
        made_on=entry.outreach.held_on,
        outreach=entry.outreach.id,
        grade=Grade.PROMISED,
        **more,
    )
    task = FollowUp(what="Send the model full powers", participant=country, outreach=entry.outreach.id)
    return replace(entry, commitments=(promise,), follow_ups=(task,))


def test_a_new_desk_holds_the_register_and_the_first_record(store):
    assert store.count(Query(Participant)) == 198
    assert store.count(Query(Message)) == 81
    now = board(store, NOON)
    assert now.ledger.signatories.total == 73
    assert len(now.ledger.signatories.states) == 72
    assert len(now.ledger.counted.states) == 0
    assert now.ledger.remaining == 40
    assert now.days_left == 39
    assert now.as_of == date(2025, 11, 19)


def test_the_officer_and_the_mission_are_kept_tidied_and_remembered(store):
    officer = store.need(Officer, store.who)
    assert officer.name == "Lan"
    assert store.need(Mission, store.local("mission")).name_en == "Embassy in Nairobi"
    assert officer.mission == store.local("mission")


def test_a_desk_without_a_name_for_its_officer_is_refused_and_stays_empty(tmp_path):
    with Store.create(tmp_path / "new.hdesk") as empty:
        with pytest.raises(desk.Refused) as refused:
            desk.start_desk(empty, None, Officer(name="  "))
        assert refused.value.faults[0].problem.field == "name"
        assert empty.count(Query(Participant)) == 0


def test_two_desks_started_apart_hold_the_same_register(tmp_path, store):
    with Store.create(tmp_path / "other.hdesk") as other:
        desk.start_desk(other)
        assert set(other.ids(Query(Participant))) == set(store.ids(Query(Participant)))
        assert set(other.ids(Query(TreatyAction))) == set(store.ids(Query(TreatyAction)))


def test_what_the_press_says_is_shown_and_never_counted(store):
    now = board(store, NOON)
    said = {(s.participant, s.proof) for s in now.unverified}
    for key in ("QA", "VN", "AE", "CA", "AZ", "EU"):
        assert (desk.participant_id(key), Proof.UNVERIFIED) in said
    assert not now.places[desk.participant_id("CA")].status.has_signed
    assert not now.places[desk.participant_id("QA")].status.has_deposited
    assert desk.participant_id("MU") not in {s.participant for s in now.unverified}


def test_untoc_entered_into_force_as_the_depositary_says(store):
    ledger = board(store, NOON, "XVIII-12").ledger
    assert ledger.entry.on == date(2003, 9, 29)
    assert ledger.signatories.total == 147
    assert [s.participant for s in ledger.entry.triggers] == [desk.participant_id("AM")]


def test_a_treaty_is_found_by_key_or_number_and_no_other(store):
    assert find_treaty(store, "untoc").number == "XVIII-12"
    assert find_treaty(store, "xviii-16").key == "uncac-cyber"
    with pytest.raises(NoTreaty):
        find_treaty(store, "XVIII-99")


def test_a_talk_with_a_promise_and_a_task_is_one_save_and_one_undo(store):
    entry = with_promise(talk(KENYA, GHANA, notes="They will sign."), KENYA)
    desk.log_outreach(store, [entry])
    assert store.saves(1)[0].action is Action.LOG_OUTREACH
    assert desk.entry_of(store, entry.outreach.id) == entry
    now = board(store, NOON)
    assert now.places[KENYA].tile is Tile.PROMISED
    assert now.places[KENYA].last_contact_on == date(2026, 11, 20)
    store.undo()
    assert store.count(Query(Outreach)) == store.count(Query(Commitment)) == store.count(Query(FollowUp)) == 0
    assert board(store, NOON).places[KENYA].tile is Tile.NO_CONTACT


def test_only_a_date_and_one_country_are_needed(store):
    desk.log_outreach(store, [talk(KENYA)])
    nobody = talk()
    assert [f.problem.issue for f in desk.check_outreach(nobody)] == [Issue.MISSING]
    with pytest.raises(desk.Refused):
        desk.log_outreach(store, [talk(GHANA), nobody])
    assert store.count(Query(Outreach)) == 1


def test_texts_are_kept_composed_and_without_stray_spaces(store):
    entry = talk(KENYA, summary="  Đại sứ\u0301  ", notes="line\r\nline  ")
    desk.log_outreach(store, [entry])
    kept = store.need(Outreach, entry.outreach.id)
    assert (kept.summary, kept.notes) == ("Đại sứ\u0301".replace("ứ\u0301", "ứ\u0301"), "line\nline")
    assert store.saves(1)[0].label == kept.summary


def test_a_mended_talk_loses_what_was_taken_out_of_it_and_undo_brings_it_back(store):
    entry = with_promise(talk(KENYA, GHANA), KENYA)
    desk.log_outreach(store, [entry])
    mended = replace(
        entry, countries=entry.countries[:1], commitments=(), outreach=replace(entry.outreach, place="Vienna")
    )
    desk.edit_outreach(store, mended)
    assert desk.entry_of(store, entry.outreach.id) == mended
    store.undo()
    assert desk.entry_of(store, entry.outreach.id) == entry


def test_deleting_a_talk_takes_its_promises_with_it_and_undo_brings_all_back(store):
    entry = with_promise(talk(KENYA), KENYA)
    desk.log_outreach(store, [entry])
    desk.delete_outreach(store, entry.outreach.id)
    assert store.count(Query(Commitment)) == 0
    with pytest.raises(KeyError):
        desk.entry_of(store, entry.outreach.id)
    store.undo()
    assert desk.entry_of(store, entry.outreach.id) == entry


def test_tasks_are_done_put_off_and_dropped_with_a_reason(store):
    late = desk.add_follow_up(store, FollowUp(what="Call", due_on=date(2026, 11, 1)))
    soon = desk.add_follow_up(store, FollowUp(what="Write", due_on=date(2026, 12, 1)))
    some_day = desk.add_follow_up(store, FollowUp(what="Think"))
    assert [t.id for t in desk.due_follow_ups(store)] == [late.id, soon.id, some_day.id]
    done = desk.complete_follow_up(store, late, TODAY)
    dropped = desk.drop_follow_up(store, soon, TODAY, "no longer needed")
    moved = desk.postpone_follow_up(store, some_day, date(2027, 1, 4))
    assert (done.state, done.closed_on) == (FollowUpState.DONE, TODAY)
    assert (dropped.state, dropped.reason) == (FollowUpState.DROPPED, "no longer needed")
    assert [t.due_on for t in desk.due_follow_ups(store)] == [moved.due_on]
    with pytest.raises(desk.Refused):
        desk.add_follow_up(store, FollowUp(what=" "))


def test_a_promise_is_closed_with_what_shows_it(store):
    entry = with_promise(talk(KENYA), KENYA)
    desk.log_outreach(store, [entry])
    promise = entry.commitments[0]
    closed = desk.close_commitment(store, promise, CommitmentState.LAPSED, TODAY, "the window closed")
    assert store.need(Commitment, promise.id) == closed
    assert board(store, NOON).places[KENYA].promise is None
    renewed = desk.record_commitment(store, replace(closed, state=CommitmentState.OPEN))
    assert store.saves(1)[0].action is Action.EDIT_COMMITMENT
    assert renewed.state is CommitmentState.OPEN
    with pytest.raises(desk.Refused):
        desk.record_commitment(store, replace(promise, id="new", outreach=None))


def test_other_records_are_kept_mended_and_removed(store):
    mission = desk.keep(store, Mission(kind=MissionKind.EMBASSY, name_en="Embassy in Algiers"))
    assert store.saves(1)[0].action is Action.ADD_RECORD
    algeria = store.need(Participant, ALGERIA)
    desk.keep(store, replace(algeria, priority=1))
    assert store.saves(1)[0].action is Action.EDIT_RECORD
    desk.remove(store, mission)
    assert store.get(Mission, mission.id) is None
    store.undo()
    assert store.need(Mission, mission.id) == mission


def test_any_name_of_a_country_finds_it_and_an_unclear_one_finds_none(store):
    names = desk.participant_names(store)
    for name in ("Bờ Biển Ngà", "cote d'ivoire", "CIV", "Ivory Coast"):
        assert names.find(name) == desk.participant_id("CI")
    assert names.find("Congo republic of somewhere") is None


def test_a_successor_takes_the_desk_over_and_what_the_predecessor_wrote_stays_theirs(store):
    an = desk.work_as(store, Officer(name="An"))
    task = desk.add_follow_up(store, FollowUp(what="Call back"))
    binh = desk.work_as(store, Officer(name="Bình"))
    desk.postpone_follow_up(store, task, date(2026, 12, 1))
    written = {entry.field: entry.save.who for entry in store.history(task)}
    assert (written["*"], written["due_on"]) == (an.id, binh.id)
    assert store.need(Officer, an.id).name == "An"
    with pytest.raises(desk.Refused):
        desk.work_as(store, Officer(name=" "))
    assert store.who == binh.id
