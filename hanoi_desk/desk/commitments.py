"""Promises after they were made: kept, mended, closed."""

from dataclasses import replace
from datetime import date

from hanoi_desk.desk.saving import save
from hanoi_desk.records import Commitment, CommitmentState
from hanoi_desk.store import Action, Store


def record_commitment(store: Store, commitment: Commitment) -> Commitment:
    """Keep a new promise or a mended one.

    :raises Refused: when it breaks a rule.
    """
    known = store.get(Commitment, commitment.id) is not None
    return save(store, Action.EDIT_COMMITMENT if known else Action.RECORD_COMMITMENT, commitment)


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
