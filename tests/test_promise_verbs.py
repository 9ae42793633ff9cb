"""Promises and steps at the desk: raised with a reason, confirmed by another, given new dates, each one save."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hanoi_desk import desk
from hanoi_desk.board import board
from hanoi_desk.commitments import effective_grade
from hanoi_desk.promise_history import Turn, TurnKind, history_of
from hanoi_desk.records import (
    Commitment,
    CommitmentState,
    DomesticStage,
    DomesticStep,
    Grade,
    Issue,
    Officer,
    Outreach,
    OutreachCountry,
    Precision,
    PromisedAct,
    Proof,
    Source,
    SourceKind,
    Stance,
    StepState,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.treaty import Stage

NOON = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
KENYA = desk.participant_id("KE")
CONVENTION = desk.treaty_id("uncac-cyber")
LAN, MINH = Officer(name="Lan"), Officer(name="Minh")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "started.hdesk"
    with Store.create(path) as store:
        desk.start_desk(store, None, LAN)
        desk.keep(store, MINH)
    return path


@pytest.fixture
def store(started: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "desk.hdesk"
    path.write_bytes(started.read_bytes())
    with Store.open(path) as opened:
        yield opened


def talk(store: Store, on: date, stance: Stance = Stance.NOT_STATED) -> Outreach:
    outreach = Outreach(held_on=on, summary="Talk in Nairobi")
    said = OutreachCountry(outreach=outreach.id, participant=KENYA, stance=stance)
    desk.log_outreach(store, [desk.OutreachEntry(outreach=outreach, countries=(said,))])
    return outreach


def promised(store: Store, grade: Grade = Grade.PROMISED, **more: object) -> Commitment:
    values: dict[str, object] = {
        "participant": KENYA,
        "treaty": CONVENTION,
        "act": PromisedAct.SIGN,
        "made_on": date(2026, 9, 1),
        "grade": grade,
        "words": "We shall sign.",
        "outreach": talk(store, date(2026, 9, 1)).id,
    } | more
    return desk.record_commitment(store, Commitment(**values))  # type: ignore[arg-type]


def kinds(store: Store, promise: Commitment) -> list[TurnKind]:
    return [turn.kind for turn in told(store, promise)]


def told(store: Store, promise: Commitment) -> tuple[Turn, ...]:
    return history_of(store, promise)


# ---- grades ----


def test_a_grade_is_raised_only_with_a_reason_that_stays_in_the_history(store: Store) -> None:
    promise = promised(store)
    higher = replace(promise, grade=Grade.PROMISED_WITH_DATE, by=date(2027, 3, 31), precision=Precision.DAY)
    with pytest.raises(desk.Refused) as refused:
        desk.record_commitment(store, higher)
    assert [(f.problem.field, f.problem.issue) for f in refused.value.faults] == [("grade_reason", Issue.MISSING)]
    kept = desk.record_commitment(store, replace(higher, grade_reason="The minister named a date."))
    turn = next(turn for turn in told(store, kept) if turn.kind is TurnKind.GRADED)
    assert turn.grades == (Grade.PROMISED, Grade.PROMISED_WITH_DATE)
    assert (turn.who, turn.reason) == (LAN.id, "The minister named a date.")
    with pytest.raises(desk.Refused):  # the reason of the last change is no reason for this one
        desk.record_commitment(store, replace(kept, grade=Grade.ACT_UNDER_WAY))
    lowered = desk.record_commitment(store, replace(kept, grade=Grade.WILL_STUDY))
    assert lowered.grade is Grade.WILL_STUDY


def test_the_rule_holds_also_where_the_contact_is_mended(store: Store) -> None:
    promise = promised(store)
    entry = desk.entry_of(store, promise.outreach or "")
    raised = replace(promise, grade=Grade.ACT_UNDER_WAY, confirmed_by=LAN.id)
    with pytest.raises(desk.Refused):
        desk.edit_outreach(store, replace(entry, commitments=(raised,)))
    desk.edit_outreach(store, replace(entry, commitments=(replace(raised, grade_reason="Bill seen."),)))
    assert store.need(Commitment, promise.id).confirmed_by is None


def test_the_one_who_gave_the_grade_cannot_confirm_it_and_another_can(store: Store) -> None:
    promise = promised(store, Grade.PROMISED_WITH_DATE, by=date(2027, 3, 31), precision=Precision.DAY)
    assert desk.graded_by(store, promise) == LAN.id
    with pytest.raises(desk.Refused) as refused:
        desk.confirm_grade(store, promise, LAN.id)
    assert refused.value.faults[0].problem.issue is Issue.SECOND_PERSON
    with pytest.raises(desk.Refused):
        desk.confirm_grade(store, promise, "")
    assert effective_grade(promise, TODAY) is Grade.PROMISED
    confirmed = desk.confirm_grade(store, promise, MINH.id)
    assert store.saves(1)[0].action is Action.CONFIRM_GRADE
    assert effective_grade(confirmed, TODAY) is Grade.PROMISED_WITH_DATE
    assert kinds(store, confirmed)[0] is TurnKind.CONFIRMED
    store.undo()
    assert store.need(Commitment, promise.id).confirmed_by is None


def test_who_raised_a_grade_cannot_confirm_it_though_another_recorded_it(store: Store) -> None:
    promise = promised(store)
    store.set_local("officer", MINH.id)
    raised = desk.record_commitment(store, replace(promise, grade=Grade.ACT_UNDER_WAY, grade_reason="Bill seen."))
    with pytest.raises(desk.Refused):
        desk.confirm_grade(store, raised, MINH.id)
    assert desk.confirm_grade(store, raised, LAN.id).confirmed_by == LAN.id


def test_a_confirmation_cannot_be_written_by_hand_and_falls_with_another_date(store: Store) -> None:
    by = date(2027, 3, 31)
    promise = promised(store, Grade.PROMISED_WITH_DATE, by=by, precision=Precision.DAY, confirmed_by=MINH.id)
    assert promise.confirmed_by is None
    confirmed = desk.confirm_grade(store, promise, MINH.id)
    assert desk.record_commitment(store, replace(confirmed, condition="If asked")).confirmed_by == MINH.id
    assert desk.record_commitment(store, replace(confirmed, by=date(2027, 6, 30))).confirmed_by is None


# ---- new dates, conversion, history ----


def test_a_new_date_supersedes_the_old_promise_in_one_save(store: Store) -> None:
    old = promised(store, by=date(2026, 10, 30), precision=Precision.DAY)
    new = desk.give_new_date(store, old, date(2026, 12, 15), TODAY)
    assert store.saves(1)[0].action is Action.GIVE_NEW_DATE
    kept = store.need(Commitment, old.id)
    assert (kept.state, kept.closed_on, kept.by) == (CommitmentState.SUPERSEDED, TODAY, date(2026, 10, 30))
    turn = told(store, new)[0]
    assert (turn.kind, turn.before, turn.after) == (TurnKind.SLIPPED, date(2026, 10, 30), date(2026, 12, 15))
    assert told(store, kept)[0].kind is TurnKind.SLIPPED  # from the old one the new one is seen too
    store.undo()
    assert store.need(Commitment, old.id).state is CommitmentState.OPEN
    assert store.get(Commitment, new.id) is None


def test_a_promise_to_sign_becomes_one_to_accede_in_one_save(store: Store) -> None:
    old = promised(store, by=date(2026, 12, 31), precision=Precision.DAY)
    new = desk.convert_commitment(store, old, date(2027, 1, 1))
    assert store.saves(1)[0].action is Action.CONVERT_COMMITMENT
    assert (new.act, new.by, store.need(Commitment, old.id).state) == (
        PromisedAct.ACCEDE,
        None,
        CommitmentState.SUPERSEDED,
    )
    assert TurnKind.CONVERTED in kinds(store, new)


def test_what_was_closed_is_opened_again_as_it_was(store: Store) -> None:
    promise = promised(store)
    closed = desk.close_commitment(store, promise, CommitmentState.LAPSED, TODAY, "The government fell.")
    assert kinds(store, closed)[0] is TurnKind.CLOSED
    assert desk.reopen_commitment(store, closed) == promise


def test_softer_words_and_earlier_stances_are_told(store: Store) -> None:
    talk(store, date(2026, 3, 1), Stance.SUPPORTIVE)
    firm = promised(store, by=date(2026, 10, 30), precision=Precision.DAY, made_on=date(2026, 5, 1))
    soft = promised(store, Grade.WILL_STUDY, made_on=date(2026, 9, 1))
    found = told(store, soft)
    assert [turn.kind for turn in found] == [TurnKind.SOFTENED, TurnKind.MADE, TurnKind.EARLIER, TurnKind.SAID]
    assert found[0].grades == (Grade.PROMISED, Grade.WILL_STUDY)
    assert (found[2].promise, found[3].stance) == (firm, Stance.SUPPORTIVE)


def test_promises_that_replace_each_other_in_a_ring_end(store: Store) -> None:
    one, two = promised(store), promised(store)
    desk.record_commitment(store, replace(one, replaces=two.id))
    desk.record_commitment(store, replace(two, replaces=one.id))
    assert TurnKind.MADE in kinds(store, store.need(Commitment, one.id))


# ---- steps at home ----


def step(**more: object) -> DomesticStep:
    values: dict[str, object] = {
        "participant": KENYA,
        "treaty": CONVENTION,
        "stage": DomesticStage.PARLIAMENT_APPROVED,
        "on": date(2026, 10, 1),
    } | more
    return DomesticStep(**values)  # type: ignore[arg-type]


def test_a_step_with_a_day_and_a_source_is_proven_and_moves_the_ladder(store: Store) -> None:
    gazette = Source(kind=SourceKind.OFFICIAL_STATEMENT, title="Kenya Gazette 112")
    kept = desk.record_step(store, step(), gazette)
    assert store.saves(1)[0].action is Action.RECORD_STEP
    assert (kept.proof, kept.source) == (Proof.VERIFIED, gazette.id)
    assert board(store, NOON).places[KENYA].stage is Stage.PARLIAMENT_APPROVED
    store.undo()
    assert store.get(Source, gazette.id) is None
    assert board(store, NOON).places[KENYA].stage is Stage.NONE


@pytest.mark.parametrize(
    ("more", "source"),
    [
        ({}, None),
        ({"on": None}, Source(kind=SourceKind.NOTE_VERBALE, title="Note 5")),
        ({}, Source(kind=SourceKind.PRESS, title="Daily Nation")),
        ({"state": StepState.PLANNED}, Source(kind=SourceKind.NOTE_VERBALE, title="Note 5")),
    ],
)
def test_a_step_without_its_proof_is_unverified(store: Store, more: dict[str, object], source: Source | None) -> None:
    assert desk.record_step(store, step(**more), source).proof is Proof.UNVERIFIED


def test_a_source_without_a_name_is_refused_and_nothing_is_kept(store: Store) -> None:
    before = store.count(Query(DomesticStep))
    with pytest.raises(desk.Refused):
        desk.record_step(store, step(), Source(kind=SourceKind.PRESS, title=" "))
    assert store.count(Query(DomesticStep)) == before
