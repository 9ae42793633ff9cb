"""The sample desk: the public record told truly, everything private invented and plainly marked."""

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hanoi_desk import desk
from hanoi_desk.assets import asset
from hanoi_desk.board import Tile, board
from hanoi_desk.commitments import Outcome, reconcile
from hanoi_desk.desk.register import register
from hanoi_desk.desk.sample import _attendee
from hanoi_desk.records import (
    Commitment,
    CommitmentState,
    FollowUp,
    Grade,
    Outreach,
    OutreachCountry,
    PromisedAct,
    Source,
    SourceKind,
    TreatyAction,
    problems,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.store.codec import searched_text
from hanoi_desk.text import secret_word

NOON = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
MARK = "[Sample] "


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory):
    with Store.create(tmp_path_factory.mktemp("sample") / "sample.hdesk") as store:
        desk.start_sample(store)
        yield store


@pytest.fixture(scope="module")
def signed_on() -> dict[str, date]:
    with asset("data/treaty_actions.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["treaty"] == "uncac-cyber"]
    return {desk.participant_id(row["participant_key"]): date.fromisoformat(row["date"]) for row in rows}


def test_there_is_enough_to_look_around_in(sample):
    assert sample.count(Query(Outreach)) == 40
    assert sample.count(Query(Commitment)) == 25
    assert sample.count(Query(FollowUp)) == 15
    assert sample.local("sample") == "yes"
    assert {p.tile for p in board(sample, NOON).places.values()} == set(Tile) - {Tile.DEPOSITED}


def test_commitments_stand_in_every_state_a_person_can_give_and_the_record_can_show(sample):
    held = sample.all(Query(Commitment))
    ledger = board(sample, NOON).ledger
    shown = {reconcile(c, ledger).outcome for c in held}
    assert {Outcome.OPEN, Outcome.KEPT, Outcome.PASSED, Outcome.LAPSED, Outcome.WITHDRAWN, Outcome.SUPERSEDED} <= shown
    assert {c.state for c in held} >= {CommitmentState.OPEN, CommitmentState.KEPT, CommitmentState.LAPSED}
    assert {c.grade for c in held} >= set(Grade) - {Grade.NO_POSITION, Grade.ACT_UNDER_WAY}


def test_a_kept_promise_names_the_act_that_shows_it(sample):
    for promise in sample.all(Query(Commitment, (("state", "=", CommitmentState.KEPT),))):
        act = sample.need(TreatyAction, promise.shown_by)
        assert (act.participant, act.act.value) == (promise.participant, "signature")


def test_the_post_of_one_who_was_there_is_written_out_in_words():
    people = {"p1": {"name": "Sample Person 1", "appointments": [{"title": "Officer", "organisation": "unodc"}]}}
    bodies = {organisation.id: organisation.name_en for organisation in register() if hasattr(organisation, "acronym")}
    assert _attendee("p1", people, {}, bodies)["organisation"] == "United Nations Office on Drugs and Crime"


def test_no_record_breaks_a_rule(sample):
    for kind in (Outreach, OutreachCountry, Commitment, FollowUp, Source):
        for record in sample.all(Query(kind)):
            assert problems(record) == [], record


def test_what_is_invented_bears_the_mark_and_what_is_public_has_a_public_source(sample):
    for outreach in sample.all(Query(Outreach)):
        source = sample.need(Source, outreach.source)
        invented = source.kind is SourceKind.SAMPLE
        assert outreach.summary.startswith(MARK) == invented, outreach.summary
    for task in sample.all(Query(FollowUp)):
        assert task.what.startswith(MARK)


def test_the_people_of_invented_talks_bear_no_real_name():
    data = json.loads(Path(asset("data/sample.json")).read_text(encoding="utf-8"))
    assert all(person["name"].startswith("Sample Person") for person in data["people"])
    assert all(officer["name"].startswith("Sample Officer") for officer in data["officers"])
    for row in data["outreach"]:
        if not row["public"]:
            assert all(isinstance(one, str) for one in (*row["ours"], *row["theirs"])), row["key"]


def test_nothing_known_to_be_wrong_is_repeated(sample):
    text = "\n".join(searched_text(r) for kind in (Outreach, OutreachCountry) for r in sample.all(Query(kind)))
    for wrong in ("71 articles", "72 countries", "72 States", "Algiers", "71 điều"):
        assert wrong not in text
    assert secret_word(text) is None


def test_promises_fit_what_each_state_had_signed(sample, signed_on):
    for promise in sample.all(Query(Commitment)):
        signed = signed_on.get(promise.participant)
        if promise.act is PromisedAct.SIGN:
            assert signed is None or promise.made_on <= signed, promise.words
        if promise.act is PromisedAct.RATIFY:
            assert signed is not None, promise.words
            assert promise.made_on >= signed, promise.words


def test_no_talk_lies_after_the_day_on_which_the_story_stands(sample):
    assert max(o.held_on for o in sample.all(Query(Outreach))) <= desk.sample_day()
