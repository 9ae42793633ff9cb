"""Promises after they were made: kept, mended, confirmed, given a new date, turned into others, closed."""

from dataclasses import replace
from datetime import date

from hanoi_desk.commitments import convert, is_raised, keeps_confirmation, needs_second_person, with_new_date
from hanoi_desk.desk.refused import Fault, Refused
from hanoi_desk.desk.saving import save
from hanoi_desk.records import Commitment, CommitmentState, Issue, Precision, Problem
from hanoi_desk.store import Action, Store

#: What a log entry calls the whole of a new record.
_WHOLE = "*"


def record_commitment(store: Store, commitment: Commitment) -> Commitment:
    """Keep a new promise or a mended one.

    :raises Refused: when it breaks a rule, or when a grade is raised without a new reason.
    """
    known = store.get(Commitment, commitment.id) is not None
    return save(store, Action.EDIT_COMMITMENT if known else Action.RECORD_COMMITMENT, settled(store, commitment))


def settled(store: Store, commitment: Commitment) -> Commitment:
    """Return a promise as it may be kept: a grade is confirmed by `confirm_grade` alone.

    A new promise has no second person yet, and one that is mended keeps its own only while grade, act, date, step and
    form stay as they were confirmed.
    :raises Refused: when a grade is raised without a new reason.
    """
    before = store.get(Commitment, commitment.id)
    if before is None:
        return replace(commitment, confirmed_by=None)
    if is_raised(before, commitment) and commitment.grade_reason.strip() in ("", before.grade_reason.strip()):
        raise Refused([Fault(commitment, Problem("grade_reason", Issue.MISSING))])
    return replace(commitment, confirmed_by=before.confirmed_by if keeps_confirmation(before, commitment) else None)


def close_commitment(
    store: Store,
    commitment: Commitment,
    state: CommitmentState,
    today: date,
    reason: str = "",
    shown_by: str | None = None,
) -> Commitment:
    """Note what became of a promise: kept, lapsed, withdrawn; `shown_by` is the treaty action that shows it."""
    closed = replace(commitment, state=state, closed_on=today, closed_reason=reason, shown_by=shown_by)
    return save(store, Action.CLOSE_COMMITMENT, closed)


def reopen_commitment(store: Store, commitment: Commitment) -> Commitment:
    """Take back what was decided about a promise."""
    opened = replace(commitment, state=CommitmentState.OPEN, closed_on=None, closed_reason="", shown_by=None)
    return save(store, Action.EDIT_COMMITMENT, opened)


def give_new_date(
    store: Store,
    commitment: Commitment,
    by: date,
    today: date,
    precision: Precision = Precision.DAY,
    by_words: str = "",
    outreach: str | None = None,
) -> Commitment:
    """Keep the promise with its new date and let it supersede the old one, as one save; return the new one.

    `outreach` is the contact at which the new date was given, where there is one on file.
    """
    new = with_new_date(commitment, by, today, precision, by_words, outreach)
    return save(store, Action.GIVE_NEW_DATE, new, _superseded(commitment, today))


def convert_commitment(store: Store, commitment: Commitment, today: date) -> Commitment:
    """Keep a promise to accede and let it supersede a promise to sign, as one save; return the new one."""
    return save(store, Action.CONVERT_COMMITMENT, convert(commitment), _superseded(commitment, today))


def confirm_grade(store: Store, commitment: Commitment, officer: str) -> Commitment:
    """Note that a second person has read the record and agrees with a grade 4 or 5; from then on it counts as such.

    :raises Refused: when nobody is named, or the officer is the one who recorded or last changed the grade.
    """
    if not officer:
        raise Refused([Fault(commitment, Problem("confirmed_by", Issue.MISSING))])
    if officer == graded_by(store, commitment):
        raise Refused([Fault(commitment, Problem("confirmed_by", Issue.SECOND_PERSON))])
    if not needs_second_person(commitment):
        return commitment
    return save(store, Action.CONFIRM_GRADE, replace(commitment, confirmed_by=officer))


def graded_by(store: Store, commitment: Commitment) -> str:
    """Return the officer who gave the promise its grade, by recording it or by changing the grade; "" if not known."""
    own = (e for e in store.history(commitment) if e.record_id == commitment.id and e.field in ("grade", _WHOLE))
    return next((entry.save.who for entry in own), "")


def _superseded(commitment: Commitment, today: date) -> Commitment:
    return replace(commitment, state=CommitmentState.SUPERSEDED, closed_on=today)
