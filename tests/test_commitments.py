"""Promises: graded by their words, aged by the calendar, held against the record."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.commitments import (
    Answer,
    Outcome,
    Reconciled,
    answers,
    collective,
    convert,
    current_commitment,
    days_overdue,
    done_without_promise,
    effective_grade,
    grade_by_words,
    is_open,
    is_raised,
    keeps_confirmation,
    last_day,
    lower,
    needs_renewal,
    needs_second_person,
    promised,
    rank,
    reconcile,
    state_as_kept,
    totals,
    with_new_date,
)
from hanoi_desk.records import (
    Commitment,
    CommitmentState,
    DomesticStage,
    DomesticStep,
    Form,
    Grade,
    Participant,
    Precision,
    PromisedAct,
    Treaty,
    TreatyAct,
    TreatyAction,
)
from hanoi_desk.treaty import Ledger

CONVENTION = Treaty(
    id="treaty",
    key="uncac-cyber",
    number="XVIII-16",
    title_en="United Nations Convention against Cybercrime",
    opens_on=date(2025, 10, 25),
    closes_on=date(2026, 12, 31),
    threshold=40,
    days_after=90,
    later_days=30,
)
STATES = {key: Participant(id=key, key=key, name_en=key, name_vi=key) for key in ("KE", "MN", "GH")}
MADE = date(2026, 6, 1)
TODAY = date(2026, 11, 22)


def promise(act: PromisedAct = PromisedAct.SIGN, **more: object) -> Commitment:
    values: dict[str, object] = {
        "participant": "KE",
        "treaty": CONVENTION.id,
        "act": act,
        "made_on": MADE,
        "grade": Grade.PROMISED,
        "outreach": "a meeting",
    } | more
    return Commitment(**values)  # type: ignore[arg-type]


def did(act: TreatyAct, on: date, who: str = "KE", **more: object) -> TreatyAction:
    values: dict[str, object] = {"participant": who, "treaty": CONVENTION.id, "act": act, "on": on} | more
    return TreatyAction(**values)  # type: ignore[arg-type]


def against(commitment: Commitment, *actions: TreatyAction, day: date = TODAY) -> Reconciled:
    return reconcile(commitment, Ledger(CONVENTION, actions, STATES, day))


SIGNED = did(TreatyAct.SIGNATURE, date(2026, 9, 1))
RATIFIED = did(TreatyAct.RATIFICATION, date(2026, 10, 1))
ACCEDED = did(TreatyAct.ACCESSION, date(2026, 10, 1))
TO_BE_BOUND = [PromisedAct.RATIFY, PromisedAct.ACCEPT, PromisedAct.APPROVE, PromisedAct.ACCEDE]


# Grades.


def test_between_two_grades_the_lower_is_taken_and_a_refusal_is_the_lowest() -> None:
    assert lower(Grade.PROMISED, Grade.GENERAL_SUPPORT) is Grade.GENERAL_SUPPORT
    assert lower(Grade.NO_POSITION, Grade.DECLINED) is Grade.DECLINED


def test_what_a_third_party_relayed_never_counts_above_two() -> None:
    assert effective_grade(promise(grade=Grade.ACT_UNDER_WAY, form=Form.RELAYED), TODAY) is Grade.GENERAL_SUPPORT
    assert effective_grade(promise(grade=Grade.WILL_STUDY, form=Form.RELAYED), TODAY) is Grade.WILL_STUDY


def test_a_promise_past_its_date_counts_as_two_from_the_day_after() -> None:
    dated = promise(grade=Grade.PROMISED_WITH_DATE, by=TODAY, confirmed_by="officer")
    assert effective_grade(dated, TODAY) is Grade.PROMISED_WITH_DATE
    assert effective_grade(dated, TODAY + timedelta(1)) is Grade.GENERAL_SUPPORT


def test_a_refusal_stays_a_refusal() -> None:
    refusal = promise(grade=Grade.DECLINED, form=Form.RELAYED, by=date(2026, 7, 1))
    assert effective_grade(refusal, TODAY) is Grade.DECLINED


def test_totals_name_every_grade_and_leave_out_what_is_closed() -> None:
    found = totals(
        [
            promise(),
            promise(grade=Grade.ACT_UNDER_WAY, by=date(2026, 7, 1)),
            promise(grade=Grade.DECLINED),
            promise(state=CommitmentState.WITHDRAWN),
        ],
        TODAY,
    )
    assert list(found) == list(Grade)
    assert (found[Grade.PROMISED], found[Grade.GENERAL_SUPPORT], found[Grade.DECLINED]) == (1, 1, 1)
    assert sum(found.values()) == 3


@pytest.mark.parametrize(
    ("grade", "days", "needed"),
    [
        (Grade.PROMISED, 179, False),
        (Grade.PROMISED, 180, True),
        (Grade.PROMISED_WITH_DATE, 180, True),
        (Grade.ACT_UNDER_WAY, 400, False),
        (Grade.GENERAL_SUPPORT, 400, False),
    ],
)
def test_a_promise_of_three_or_four_ages_in_180_days(grade: Grade, days: int, needed: bool) -> None:
    assert needs_renewal(promise(grade=grade), MADE + timedelta(days)) is needed


def test_new_evidence_makes_a_promise_young_again_and_a_closed_one_does_not_age() -> None:
    assert not needs_renewal(promise(), MADE + timedelta(200), newest_evidence=MADE + timedelta(30))
    assert not needs_renewal(promise(state=CommitmentState.KEPT), MADE + timedelta(200))


def test_days_overdue_are_counted_while_it_is_open() -> None:
    assert days_overdue(promise(by=date(2026, 10, 30)), TODAY) == 23
    assert days_overdue(promise(by=TODAY), TODAY) == 0
    assert days_overdue(promise(), TODAY) == 0
    assert days_overdue(promise(by=date(2026, 10, 30), state=CommitmentState.LAPSED), TODAY) == 0


def test_grades_four_and_five_need_a_second_person() -> None:
    assert needs_second_person(promise(grade=Grade.PROMISED_WITH_DATE))
    assert not needs_second_person(promise(grade=Grade.ACT_UNDER_WAY, confirmed_by="officer"))
    assert not needs_second_person(promise())


# Where a State stands by its words.


def test_the_best_unexpired_commitment_stands_beside_a_weaker_newest_one() -> None:
    best = promise(grade=Grade.PROMISED_WITH_DATE, by=date(2027, 3, 31))
    newest = promise(grade=Grade.WILL_STUDY, made_on=date(2026, 11, 1))
    expired = promise(grade=Grade.ACT_UNDER_WAY, by=date(2026, 7, 1))
    closed = promise(grade=Grade.ACT_UNDER_WAY, state=CommitmentState.SUPERSEDED)
    found = current_commitment([expired, best, closed, newest], TODAY)
    assert found is not None
    assert (found.best, found.newest, found.newest_is_weaker) == (best, newest, True)


def test_when_the_newest_is_the_best_nothing_is_weaker() -> None:
    newest = promise(grade=Grade.PROMISED, made_on=date(2026, 11, 1))
    found = current_commitment([promise(grade=Grade.GENERAL_SUPPORT), newest], TODAY)
    assert found is not None
    assert (found.best, found.newest, found.newest_is_weaker) == (newest, newest, False)


def test_with_nothing_unexpired_only_the_newest_is_left_and_with_nothing_nothing() -> None:
    expired = promise(by=date(2026, 7, 1))
    found = current_commitment([expired], TODAY)
    assert found is not None
    assert (found.best, found.newest, found.newest_is_weaker) == (None, expired, False)
    assert current_commitment([promise(state=CommitmentState.KEPT)], TODAY) is None


# Against the record.


def test_a_promise_to_sign_is_kept_by_a_signature_on_or_after_it() -> None:
    found = against(promise(), SIGNED)
    assert (found.outcome, found.shown_by, found.shown_on) == (Outcome.KEPT, SIGNED.id, SIGNED.on)
    assert found.needs_decision
    assert against(promise(), did(TreatyAct.SIGNATURE, MADE)).outcome is Outcome.KEPT
    assert against(promise(), ACCEDED).outcome is Outcome.KEPT


def test_a_promise_of_what_was_done_before_is_contradicted() -> None:
    early = did(TreatyAct.SIGNATURE, date(2025, 10, 25))
    assert against(promise(), early).outcome is Outcome.CONTRADICTED
    assert against(promise(PromisedAct.RATIFY), did(TreatyAct.RATIFICATION, date(2026, 5, 31))).outcome is (
        Outcome.CONTRADICTED
    )
    assert against(promise(PromisedAct.RATIFY), early).outcome is Outcome.OPEN


@pytest.mark.parametrize("act", TO_BE_BOUND)
@pytest.mark.parametrize(
    "instrument", [TreatyAct.RATIFICATION, TreatyAct.ACCEPTANCE, TreatyAct.APPROVAL, TreatyAct.ACCESSION]
)
def test_a_promise_to_be_bound_is_kept_by_any_instrument_on_deposit(act: PromisedAct, instrument: TreatyAct) -> None:
    assert against(promise(act), did(instrument, date(2026, 10, 1))).outcome is Outcome.KEPT


def test_one_that_promised_to_ratify_and_has_signed_since_kept_it_in_part() -> None:
    found = against(promise(PromisedAct.RATIFY, by=date(2027, 6, 30)), SIGNED)
    assert (found.outcome, found.shown_by) == (Outcome.PARTLY_KEPT, SIGNED.id)
    late = against(promise(PromisedAct.RATIFY, by=date(2026, 10, 1)), SIGNED)
    assert (late.outcome, late.shown_by) == (Outcome.PASSED, SIGNED.id)


def test_a_promise_past_its_date_has_passed_and_one_kept_late_says_how_late() -> None:
    overdue = promise(by=date(2026, 8, 31))
    assert against(overdue).outcome is Outcome.PASSED
    assert against(overdue, day=date(2026, 8, 31)).outcome is Outcome.OPEN
    kept = against(overdue, SIGNED)
    assert (kept.outcome, kept.days_late) == (Outcome.KEPT, 1)
    assert against(promise(PromisedAct.STATEMENT, by=date(2026, 8, 31)), SIGNED).outcome is Outcome.PASSED


def test_an_approval_at_home_keeps_no_promise_to_ratify_but_its_own() -> None:
    voted = DomesticStep(
        participant="KE",
        treaty=CONVENTION.id,
        stage=DomesticStage.PARLIAMENT_APPROVED,
        on=date(2026, 9, 1),
        source="gazette",
    )
    book = Ledger(CONVENTION, [SIGNED], STATES, TODAY)
    assert reconcile(promise(PromisedAct.RATIFY, made_on=date(2026, 9, 2)), book, [voted]).outcome is Outcome.OPEN
    step = promise(PromisedAct.DOMESTIC_STEP, stage=DomesticStage.PARLIAMENT_APPROVED, by=date(2026, 8, 22))
    found = reconcile(step, book, [voted])
    assert (found.outcome, found.shown_by, found.shown_by_step) == (Outcome.KEPT, None, voted.id)
    assert found.days_late == 10
    assert reconcile(step, book).outcome is Outcome.PASSED
    assert against(step, RATIFIED).outcome is Outcome.KEPT
    unnamed = promise(PromisedAct.DOMESTIC_STEP)
    assert reconcile(unnamed, book, [voted]).outcome is Outcome.OPEN
    assert against(unnamed, RATIFIED).outcome is Outcome.OPEN
    made_after = promise(PromisedAct.DOMESTIC_STEP, stage=DomesticStage.PARLIAMENT_APPROVED, made_on=date(2026, 10, 1))
    assert reconcile(made_after, book, [voted]).outcome is Outcome.CONTRADICTED


def test_a_refusal_is_contradicted_by_the_act_and_never_kept_in_part() -> None:
    refusal = promise(PromisedAct.RATIFY, grade=Grade.DECLINED)
    assert against(refusal, SIGNED).outcome is Outcome.OPEN
    assert against(refusal, RATIFIED).outcome is Outcome.CONTRADICTED
    assert against(promise(grade=Grade.DECLINED), SIGNED).outcome is Outcome.CONTRADICTED


def test_a_signature_taken_back_or_a_denunciation_contradicts_the_promise() -> None:
    signature = did(TreatyAct.SIGNATURE, date(2025, 10, 25))
    back = did(TreatyAct.WITHDRAWAL, date(2026, 9, 1), withdraws=signature.id)
    found = against(promise(PromisedAct.RATIFY), signature, back)
    assert (found.outcome, found.shown_by, found.shown_on) == (Outcome.CONTRADICTED, back.id, back.on)
    before = promise(PromisedAct.RATIFY, made_on=date(2026, 9, 2))
    assert against(before, signature, back).outcome is Outcome.OPEN
    assert against(promise(PromisedAct.STATEMENT), signature, back).outcome is Outcome.OPEN


@pytest.mark.parametrize(
    ("moment", "outcome"),
    [
        (datetime(2027, 1, 1, 11, 59, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")), Outcome.OPEN),
        (datetime(2027, 1, 1, 12, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")), Outcome.TO_CONVERT),
        (datetime(2027, 1, 1, 5, 59, tzinfo=ZoneInfo("Europe/Vienna")), Outcome.OPEN),
        (datetime(2027, 1, 1, 6, 0, tzinfo=ZoneInfo("Europe/Vienna")), Outcome.TO_CONVERT),
        (datetime(2026, 12, 31, 23, 59, tzinfo=ZoneInfo("America/New_York")), Outcome.OPEN),
        (datetime(2027, 1, 1, 0, 0, tzinfo=ZoneInfo("America/New_York")), Outcome.TO_CONVERT),
    ],
)
def test_a_promise_to_sign_asks_to_be_converted_from_midnight_in_new_york(moment: datetime, outcome: Outcome) -> None:
    assert reconcile(promise(), Ledger.at(CONVENTION, [], STATES, moment)).outcome is outcome


def test_after_the_close_a_signatory_has_kept_and_what_promised_nothing_lapses() -> None:
    after = date(2027, 1, 1)
    assert against(promise(), SIGNED, day=after).outcome is Outcome.KEPT
    assert against(promise(by=date(2026, 12, 31)), day=after).outcome is Outcome.TO_CONVERT
    assert against(promise(PromisedAct.ACCEDE), day=after).outcome is Outcome.OPEN
    assert against(promise(grade=Grade.DECLINED), day=after).outcome is Outcome.LAPSED
    assert against(promise(grade=Grade.WILL_STUDY), day=after).outcome is Outcome.LAPSED


def test_the_promise_suggested_instead_is_one_to_accede_with_the_same_words_and_no_date() -> None:
    old = promise(
        grade=Grade.PROMISED_WITH_DATE, by=date(2026, 12, 15), precision=Precision.DAY, words="ký", confirmed_by="x"
    )
    new = convert(old)
    assert (new.act, new.grade, new.by, new.precision) == (PromisedAct.ACCEDE, Grade.PROMISED, None, Precision.NONE)
    assert (new.words, new.outreach, new.made_on) == (old.words, old.outreach, old.made_on)
    assert (new.replaces, new.confirmed_by, new.state) == (old.id, None, CommitmentState.OPEN)
    assert new.id != old.id


def test_what_a_person_decided_stays() -> None:
    for state in (CommitmentState.LAPSED, CommitmentState.WITHDRAWN, CommitmentState.SUPERSEDED):
        found = against(promise(state=state), SIGNED)
        assert (found.outcome.value, found.needs_decision) == (state.value, False)
    kept = against(promise(state=CommitmentState.KEPT, shown_by=SIGNED.id, by=date(2026, 8, 1)), SIGNED)
    assert (kept.outcome, kept.shown_on, kept.days_late, kept.needs_decision) == (Outcome.KEPT, SIGNED.on, 31, False)
    assert against(promise(state=CommitmentState.KEPT)).outcome is Outcome.KEPT


def test_one_closed_as_kept_by_an_action_that_no_longer_stands_comes_back() -> None:
    found = against(promise(state=CommitmentState.KEPT, shown_by=SIGNED.id))
    assert (found.outcome, found.needs_decision) == (Outcome.CONTRADICTED, True)


def test_one_marked_passed_is_kept_when_the_act_comes_after_all() -> None:
    passed = promise(state=CommitmentState.PASSED, by=date(2026, 8, 1))
    assert not against(passed).needs_decision
    assert against(passed, SIGNED).outcome is Outcome.KEPT


def test_a_promise_is_not_held_against_another_treaty() -> None:
    with pytest.raises(ValueError, match="own treaty"):
        against(promise(treaty="another"))


# Who has promised, and who came unannounced.


def live(book: Ledger, commitments: list[Commitment]) -> dict[str, Commitment]:
    return promised([reconcile(one, book) for one in commitments], book.day)


def test_promised_is_the_best_live_promise_of_an_act_not_yet_done() -> None:
    book = Ledger(CONVENTION, [did(TreatyAct.SIGNATURE, date(2025, 10, 25), "GH")], STATES, TODAY)
    sign = promise()
    dated = promise(PromisedAct.ACCEDE, grade=Grade.PROMISED_WITH_DATE, by=date(2027, 3, 31))
    ratify = promise(PromisedAct.RATIFY, participant="GH")
    idle = [
        promise(participant="MN", grade=Grade.GENERAL_SUPPORT),
        promise(participant="MN", by=date(2026, 10, 30)),
        promise(participant="MN", form=Form.RELAYED),
        promise(participant="MN", state=CommitmentState.LAPSED),
        promise(PromisedAct.STATEMENT, participant="MN"),
        promise(participant="GH"),
    ]
    assert live(book, [sign, dated, ratify, *idle]) == {"KE": dated, "GH": ratify}
    assert live(Ledger(CONVENTION, [ACCEDED], STATES, TODAY), [sign, dated]) == {}


def test_what_was_done_without_a_promise_is_shown() -> None:
    unannounced = did(TreatyAct.SIGNATURE, date(2026, 9, 5), "MN")
    book = Ledger(CONVENTION, [SIGNED, RATIFIED, unannounced], STATES, TODAY)
    found = done_without_promise(book, [promise(), promise(participant="MN", grade=Grade.WILL_STUDY)])
    assert [s.action for s in found] == [RATIFIED, unannounced]
    assert done_without_promise(book, [promise(PromisedAct.RATIFY), promise(participant="MN")]) == []


# Properties.

COMMITMENTS = st.builds(
    promise,
    st.sampled_from(list(PromisedAct)),
    made_on=st.dates(date(2025, 10, 1), date(2027, 6, 1)),
    by=st.none() | st.dates(date(2025, 10, 1), date(2027, 6, 1)),
    grade=st.sampled_from(list(Grade)),
    form=st.sampled_from(list(Form)),
    state=st.sampled_from(list(CommitmentState)),
    stage=st.none() | st.sampled_from(list(DomesticStage)),
)
DAYS = st.dates(date(2025, 10, 1), date(2028, 1, 1))


@given(COMMITMENTS, DAYS)
def test_no_rule_ever_raises_a_grade(commitment: Commitment, day: date) -> None:
    assert rank(effective_grade(commitment, day)) <= rank(commitment.grade)


@given(COMMITMENTS, DAYS, st.lists(st.sampled_from([SIGNED, RATIFIED, ACCEDED]), max_size=3))
def test_every_promise_has_an_outcome_and_a_kept_one_its_proof(
    commitment: Commitment, day: date, actions: list[TreatyAction]
) -> None:
    found = against(commitment, *actions, day=day)
    if found.outcome is Outcome.KEPT and is_open(commitment):
        assert found.shown_by is not None
        assert found.shown_on is not None
        assert commitment.made_on <= found.shown_on <= day
    if found.outcome is Outcome.TO_CONVERT:
        assert day > date(2026, 12, 31)


@given(st.lists(COMMITMENTS, max_size=6), DAYS)
def test_totals_count_each_open_commitment_once(commitments: list[Commitment], day: date) -> None:
    assert sum(totals(commitments, day).values()) == sum(is_open(c) for c in commitments)


# A second person, and what is nobody's commitment.


def test_a_grade_four_or_five_counts_as_three_until_a_second_person_confirms_it() -> None:
    dated = promise(grade=Grade.PROMISED_WITH_DATE, by=date(2027, 3, 31))
    under_way = promise(grade=Grade.ACT_UNDER_WAY)
    assert effective_grade(dated, TODAY) is effective_grade(under_way, TODAY) is Grade.PROMISED
    assert effective_grade(replace(dated, confirmed_by="another"), TODAY) is Grade.PROMISED_WITH_DATE
    assert effective_grade(replace(under_way, confirmed_by="another"), TODAY) is Grade.ACT_UNDER_WAY
    found = totals([dated, under_way, replace(dated, id="confirmed", confirmed_by="another")], TODAY)
    assert (found[Grade.PROMISED], found[Grade.PROMISED_WITH_DATE], found[Grade.ACT_UNDER_WAY]) == (2, 1, 0)


def test_a_relayed_or_overdue_promise_counts_as_two_also_when_confirmed() -> None:
    relayed = promise(grade=Grade.ACT_UNDER_WAY, form=Form.RELAYED, confirmed_by="another")
    overdue = promise(grade=Grade.PROMISED_WITH_DATE, by=date(2026, 11, 21), confirmed_by="another")
    assert effective_grade(relayed, TODAY) is effective_grade(overdue, TODAY) is Grade.GENERAL_SUPPORT


def test_what_a_group_said_together_is_nobodys_commitment() -> None:
    kenya = promise(words="We will  sign soon", outreach="seminar")
    ghana = promise(participant="GH", words="we will sign soon", outreach="seminar")
    named = promise(participant="MN", words="We will sign soon", outreach="seminar", speaker_title="Ambassador")
    elsewhere = promise(participant="MN", words="We will sign soon", outreach="another talk")
    twice = promise(words="It is with cabinet", outreach="seminar")
    again = promise(words="It is with cabinet", outreach="seminar", act=PromisedAct.RATIFY)
    wordless = [promise(outreach="seminar"), promise(participant="GH", outreach="seminar")]
    everything = [kenya, ghana, named, elsewhere, twice, again, *wordless]
    assert collective(everything) == {kenya.id, ghana.id}
    counted = totals([kenya, ghana, named], TODAY)
    assert (counted[Grade.NO_POSITION], counted[Grade.PROMISED]) == (2, 1)
    book = Ledger(CONVENTION, [], STATES, TODAY)
    assert live(book, [kenya, ghana, named]) == {"MN": named}


@pytest.mark.parametrize(
    ("more", "grade"),
    [
        ({}, Grade.PROMISED),
        ({"by": date(2027, 3, 31)}, Grade.PROMISED_WITH_DATE),
        ({"stage": DomesticStage.PARLIAMENT_SUBMITTED}, Grade.PROMISED_WITH_DATE),
        ({"precision": Precision.SESSION, "by_words": "the spring session"}, Grade.PROMISED_WITH_DATE),
        ({"precision": Precision.SESSION, "by_words": " "}, Grade.PROMISED),
    ],
)
def test_a_date_a_session_or_a_step_makes_grade_four_of_three(more: dict[str, object], grade: Grade) -> None:
    assert grade_by_words(promise(**more)) is grade


def test_a_confirmation_stands_only_for_the_promise_that_was_confirmed() -> None:
    confirmed = promise(grade=Grade.PROMISED_WITH_DATE, by=date(2027, 3, 31), confirmed_by="another")
    assert keeps_confirmation(confirmed, replace(confirmed, words="Better words", condition="If asked"))
    assert keeps_confirmation(confirmed, replace(confirmed, grade=Grade.PROMISED))
    assert not keeps_confirmation(confirmed, replace(confirmed, grade=Grade.ACT_UNDER_WAY))
    assert not keeps_confirmation(confirmed, replace(confirmed, by=date(2027, 6, 30)))
    assert is_raised(promise(grade=Grade.DECLINED), promise(grade=Grade.NO_POSITION))
    assert not is_raised(promise(grade=Grade.PROMISED), promise(grade=Grade.PROMISED))


def test_the_last_day_of_a_period_is_held() -> None:
    assert last_day(date(2027, 2, 3), Precision.MONTH) == date(2027, 2, 28)
    assert last_day(date(2027, 2, 3), Precision.QUARTER) == date(2027, 3, 31)
    assert last_day(date(2027, 2, 3), Precision.DAY) == date(2027, 2, 3)


# What a person may answer.


def test_each_outcome_offers_the_answers_that_make_sense() -> None:
    late = promise(by=date(2026, 10, 30))
    assert answers(against(promise())) == ()
    assert answers(against(promise(), SIGNED)) == (Answer.KEPT,)
    assert answers(against(late)) == (Answer.NEW_DATE, Answer.LAPSED, Answer.ACCEDE)
    assert answers(against(promise(PromisedAct.RATIFY, by=late.by))) == (Answer.NEW_DATE, Answer.LAPSED)
    assert answers(against(promise(PromisedAct.STATEMENT, by=late.by))) == (
        Answer.KEPT,
        Answer.NEW_DATE,
        Answer.LAPSED,
    )
    assert answers(against(promise(), day=date(2027, 1, 1))) == (Answer.ACCEDE, Answer.LAPSED)
    assert answers(against(promise(grade=Grade.DECLINED), day=date(2027, 1, 1))) == (Answer.LAPSED,)
    assert answers(against(promise(state=CommitmentState.KEPT, shown_by=SIGNED.id))) == (Answer.LAPSED,)


def test_a_part_is_closed_as_a_part() -> None:
    partly = against(promise(PromisedAct.RATIFY), SIGNED)
    assert (answers(partly), state_as_kept(partly)) == ((Answer.KEPT,), CommitmentState.PARTLY_KEPT)
    assert state_as_kept(against(promise(), SIGNED)) is CommitmentState.KEPT


def test_a_new_date_raises_no_grade_and_needs_its_second_person_again() -> None:
    old = promise(
        grade=Grade.PROMISED_WITH_DATE, by=date(2026, 10, 30), precision=Precision.DAY, confirmed_by="x", words="ký"
    )
    new = with_new_date(old, date(2027, 3, 31), TODAY)
    assert (new.by, new.made_on, new.grade, new.confirmed_by) == (date(2027, 3, 31), TODAY, old.grade, None)
    assert (new.words, new.outreach, new.replaces, new.state) == ("ký", old.outreach, old.id, CommitmentState.OPEN)
    assert with_new_date(promise(), date(2027, 3, 31), TODAY, outreach="a call").outreach == "a call"
    assert with_new_date(promise(), date(2027, 3, 31), TODAY).grade is Grade.PROMISED
