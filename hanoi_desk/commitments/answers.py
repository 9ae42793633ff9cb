"""What a person may answer when the record or the calendar has overtaken a promise, and the promise that follows."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from hanoi_desk.commitments.grades import TREATY_ACTS, lower
from hanoi_desk.commitments.outcomes import Outcome, Reconciled
from hanoi_desk.records import Commitment, CommitmentState, Grade, Precision, PromisedAct, new_id


class Answer(StrEnum):
    """The four answers."""

    KEPT = "kept"
    NEW_DATE = "new_date"
    LAPSED = "lapsed"
    ACCEDE = "accede"


def answers(one: Reconciled) -> tuple[Answer, ...]:
    """Return what may be answered to a promise of which something is to be decided, the likeliest first.

    What the record would show and does not show cannot be closed as kept; what no record of ours shows, such as a
    statement, can. A promise to sign that has not been kept may always become one to accede.
    """
    if not one.needs_decision or one.outcome is Outcome.OPEN:
        return ()
    if one.outcome in (Outcome.KEPT, Outcome.PARTLY_KEPT):
        return (Answer.KEPT,)
    act, found = one.commitment.act, [Answer.LAPSED]
    if one.outcome is Outcome.PASSED:
        found = [Answer.NEW_DATE, Answer.LAPSED]
        if act not in TREATY_ACTS:
            found.insert(0, Answer.KEPT)
    is_refusal = one.commitment.grade is Grade.DECLINED
    if act is PromisedAct.SIGN and not is_refusal and one.outcome in (Outcome.PASSED, Outcome.TO_CONVERT):
        found.insert(0 if one.outcome is Outcome.TO_CONVERT else len(found), Answer.ACCEDE)
    return tuple(found)


def state_as_kept(one: Reconciled) -> CommitmentState:
    """Return the state in which a promise is closed as kept: in part, where the record shows only a part."""
    return CommitmentState.PARTLY_KEPT if one.outcome is Outcome.PARTLY_KEPT else CommitmentState.KEPT


def convert(commitment: Commitment) -> Commitment:
    """Return the promise to accede that is suggested in place of a promise to sign that can no longer be kept.

    Words, record and day stay those of the old promise. Its date was one for signing, so there is none, and the grade
    is at most 3 until the State says more. To be agreed to by a person; the old one is then superseded.
    """
    return replace(
        _following(commitment),
        act=PromisedAct.ACCEDE,
        by=None,
        precision=Precision.NONE,
        by_words="",
        grade=lower(commitment.grade, Grade.PROMISED),
    )


def with_new_date(
    commitment: Commitment,
    by: date,
    made_on: date,
    precision: Precision = Precision.DAY,
    by_words: str = "",
    outreach: str | None = None,
) -> Commitment:
    """Return the promise that takes the place of another one when its date has slipped.

    The old one keeps its date and is superseded, so that every slipped date stays on file as a record of its own, in
    exports as well as in the log. The words stay until others are recorded; the record is the contact at which the new
    date was given, or else the old one. A new date raises no grade, and needs its second person again.
    """
    following = _following(commitment)
    record = outreach or commitment.outreach
    return replace(
        following, by=by, precision=precision, by_words=by_words, made_on=made_on, outreach=record, grade_reason=""
    )


def _following(commitment: Commitment) -> Commitment:
    return replace(
        commitment,
        id=new_id(),
        state=CommitmentState.OPEN,
        closed_on=None,
        closed_reason="",
        shown_by=None,
        replaces=commitment.id,
        confirmed_by=None,
    )
