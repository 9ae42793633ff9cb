"""What has become of a promise: held against the treaty record, and against what a person decided."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hanoi_desk.commitments.grades import (
    TO_BE_BOUND,
    TREATY_ACTS,
    collective,
    days_overdue,
    effective_grade,
    is_open,
    rank,
)
from hanoi_desk.records import Commitment, CommitmentState, DomesticStep, Grade, PromisedAct
from hanoi_desk.treaty import Ledger, Standing, Status, is_proven


class Outcome(StrEnum):
    """What has become of a promise, by the record and by what a person decided."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    PASSED = "passed"
    TO_CONVERT = "to_convert"
    LAPSED = "lapsed"
    CONTRADICTED = "contradicted"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A promise held against the record, with the treaty action or the step at home that shows its outcome."""

    commitment: Commitment
    outcome: Outcome
    shown_by: str | None = None  # the id of a treaty action
    shown_on: date | None = None
    shown_by_step: str | None = None  # the id of a step at home
    days_late: int = 0  # kept so many days after the promised date

    @property
    def needs_decision(self) -> bool:
        """Whether the record shows something that no person has yet written down."""
        return str(self.outcome) != str(self.commitment.state)


def reconcile(commitment: Commitment, ledger: Ledger, steps: Iterable[DomesticStep] = ()) -> Reconciled:
    """Return what has become of a promise on the ledger's day, a New York date.

    kept: the promised act, or one that goes further, has been done on or after the day of the promise, even if late;
    a step at home is kept by that step with a date and a source, or by the deposit. A vote at home keeps no promise
    to ratify. contradicted: a refused act has been done; or it had been done before it was promised, so that the
    entry must be wrong; or since the promise a signature or an instrument has been taken back, or a denunciation
    received; or the action by which it was closed as kept no longer stands. to_convert: a promise to sign by one that
    has not signed, when signature is over; lapsed: the same of a refusal, or of words that promised nothing. passed:
    its date is past; for a refusal, the time for which it was given. partly kept: one that promised to be bound has
    since signed, and its date is not past. What a person has closed stays as decided. Raises ValueError for a ledger
    of another treaty.
    """
    if commitment.treaty != ledger.treaty.id:
        raise ValueError("a promise is held against the record of its own treaty")
    status = ledger.status(commitment.participant)
    if not is_open(commitment):
        return _as_decided(commitment, status)
    return (
        _by_step(commitment, ledger.day, steps)
        or _by_record(commitment, status)
        or _by_leaving(commitment, status)
        or _by_calendar(commitment, ledger, status)
    )


def promised(held: Sequence[Reconciled], today: date) -> dict[str, Commitment]:
    """Return, by participant, the best live promise of an act that it has not done yet: counting grade 3 or more.

    Live means open or partly kept against the record, `today` being that record's day. What a group said together is
    left out: it is nobody's.
    """
    live = [one.commitment for one in held if one.outcome in (Outcome.OPEN, Outcome.PARTLY_KEPT)]
    nobodys = collective([one.commitment for one in held])
    best: dict[str, tuple[int, int, date, str, Commitment]] = {}
    for commitment in live:
        grade = rank(effective_grade(commitment, today))
        if commitment.act not in TREATY_ACTS or grade < rank(Grade.PROMISED) or commitment.id in nobodys:
            continue
        entry = (grade, rank(commitment.grade), commitment.made_on, commitment.id, commitment)
        best[commitment.participant] = max(best.get(commitment.participant, entry), entry, key=lambda e: e[:4])
    return {participant: entry[4] for participant, entry in best.items()}


def done_without_promise(ledger: Ledger, commitments: Iterable[Commitment]) -> list[Standing]:
    """Return the signatures and instruments that no earlier promise on file had announced, newest first."""
    announced: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in commitments:
        if commitment.treaty == ledger.treaty.id and rank(commitment.grade) >= rank(Grade.PROMISED):
            announced[commitment.participant].append(commitment)

    def is_announced(done: Standing, bound: bool) -> bool:
        acts = TO_BE_BOUND if bound else TREATY_ACTS
        return any(c.act in acts and c.made_on <= done.on for c in announced[done.participant])

    signatures, instruments = ledger.signatories, ledger.counted
    found = [s for s in signatures.states + signatures.reios if not is_announced(s, bound=False)]
    found += [s for s in instruments.states + instruments.reios if not is_announced(s, bound=True)]
    return sorted(found, key=lambda s: (s.on, s.action.id), reverse=True)


def _as_decided(commitment: Commitment, status: Status) -> Reconciled:
    rows = [row for row in (status.signature, status.instrument) if row]
    shown = next((row for row in rows if row.id == commitment.shown_by), None)
    if shown and shown.on and commitment.state is CommitmentState.KEPT:
        return _done(commitment, Outcome.KEPT, shown.on, action=shown.id)
    if commitment.shown_by and commitment.state is CommitmentState.KEPT:
        return Reconciled(commitment, Outcome.CONTRADICTED, commitment.shown_by)
    return Reconciled(commitment, Outcome(commitment.state.value), commitment.shown_by, shown.on if shown else None)


def _by_step(commitment: Commitment, today: date, steps: Iterable[DomesticStep]) -> Reconciled | None:
    if commitment.act is not PromisedAct.DOMESTIC_STEP or commitment.stage is None:
        return None
    wanted = (commitment.participant, commitment.treaty, commitment.stage)
    proven = [s for s in steps if (s.participant, s.treaty, s.stage) == wanted and is_proven(s, today)]
    first = min(((s.on, s.id) for s in proven if s.on), default=None)
    return _done(commitment, _outcome(commitment, first[0]), first[0], step=first[1]) if first else None


def _by_record(commitment: Commitment, status: Status) -> Reconciled | None:
    instrument = status.instrument if status.has_deposited else None
    if commitment.act is PromisedAct.SIGN:
        deed = status.signature or instrument
    elif commitment.act in TO_BE_BOUND or (commitment.act is PromisedAct.DOMESTIC_STEP and commitment.stage):
        deed = instrument
    else:
        return None
    return _done(commitment, _outcome(commitment, deed.on), deed.on, action=deed.id) if deed and deed.on else None


def _by_leaving(commitment: Commitment, status: Status) -> Reconciled | None:
    leaving = status.notice or status.taken_back
    received = (leaving.on or leaving.as_of) if leaving else None
    if leaving is None or received is None or received < commitment.made_on:
        return None
    if commitment.act not in TREATY_ACTS or commitment.grade is Grade.DECLINED:
        return None
    return Reconciled(commitment, Outcome.CONTRADICTED, leaving.id, received)


def _by_calendar(commitment: Commitment, ledger: Ledger, status: Status) -> Reconciled:
    closes_on = ledger.treaty.closes_on
    if commitment.act is PromisedAct.SIGN and closes_on and closes_on < ledger.day:
        is_promise = rank(commitment.grade) >= rank(Grade.PROMISED)
        return Reconciled(commitment, Outcome.TO_CONVERT if is_promise else Outcome.LAPSED)
    is_partly_kept = (
        commitment.act in TO_BE_BOUND
        and commitment.grade is not Grade.DECLINED
        and status.signed_on is not None
        and status.signed_on >= commitment.made_on
    )
    outcome = Outcome.PARTLY_KEPT if is_partly_kept else Outcome.OPEN
    if days_overdue(commitment, ledger.day):
        outcome = Outcome.PASSED
    if is_partly_kept and status.signature:
        return Reconciled(commitment, outcome, status.signature.id, status.signed_on)
    return Reconciled(commitment, outcome)


def _outcome(commitment: Commitment, done_on: date) -> Outcome:
    is_refused = commitment.grade is Grade.DECLINED
    return Outcome.CONTRADICTED if is_refused or done_on < commitment.made_on else Outcome.KEPT


def _done(
    commitment: Commitment, outcome: Outcome, on: date, *, action: str | None = None, step: str | None = None
) -> Reconciled:
    late = max(0, (on - commitment.by).days) if commitment.by and outcome is Outcome.KEPT else 0
    return Reconciled(commitment, outcome, action, on, step, late)
