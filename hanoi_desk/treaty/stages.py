"""The ladder from first contact to Party: every step proven by a dated fact with a source (treaty-rules.md, section 5).

A promise never moves a stage. Signature, deposit and entry into force come from the depositary's record alone; a vote
in parliament or an assent is a step at home, and no number of such steps makes a deposit.
"""

from collections import defaultdict
from collections.abc import Container, Iterable
from datetime import date
from enum import StrEnum

from hanoi_desk.records import DomesticStep, Proof, StepState
from hanoi_desk.treaty.ledger import Ledger, Status, TreatyStatus
from hanoi_desk.values import Value, frozen


class Stage(StrEnum):
    """The stages, in order."""

    NONE = "none"
    CONTACTED = "contacted"
    CONSIDERING = "considering"
    POLICY_DECISION = "policy_decision"
    FULL_POWERS = "full_powers"
    SIGNED = "signed"
    LEGAL_REVIEW = "legal_review"
    PARLIAMENT_SUBMITTED = "parliament_submitted"
    PARLIAMENT_APPROVED = "parliament_approved"
    ASSENTED = "assented"
    INSTRUMENT_SIGNED = "instrument_signed"
    DEPOSITED = "deposited"
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"


class StageMark(StrEnum):
    """How a stage of the ladder is drawn."""

    DONE = "done"
    NOW = "now"  # the highest proven one
    NEXT = "next"
    AHEAD = "ahead"
    SKIPPED = "skipped"  # lies behind, with no proof on file
    CLAIMED = "claimed"  # noted as done, but without a day or without a source
    NOT_APPLICABLE = "not_applicable"
    CLOSED = "closed"  # can no longer be reached: signature after its last day


@frozen
class StageStep(Value):
    """One stage of a participant's ladder; `on` is the day it was reached, or is known ahead or planned to be reached.

    `proof` tells whether that day comes from the depositary or a step so marked, or is only reported.
    """

    stage: Stage
    mark: StageMark
    on: date | None = None
    proof: Proof | None = None
    step: DomesticStep | None = None


def is_proven(step: DomesticStep, day: date) -> bool:
    """Tell whether a step at home is a dated fact with a source, or a contact, on which it rests."""
    is_dated = step.on is not None and step.on <= day
    return step.state is StepState.DONE and is_dated and bool(step.source or step.outreach)


def stage(ledger: Ledger, participant: str, steps: Iterable[DomesticStep] = (), *, contacted: bool = False) -> Stage:
    """Return the highest proven stage of the participant on the ledger's day.

    `steps` may hold those of others; `contacted` tells whether any outreach to it is on file.
    """
    own = _own_steps(ledger, (step for step in steps if step.participant == participant))
    return _highest(_reached(ledger, participant, own, contacted))


def stages(ledger: Ledger, steps: Iterable[DomesticStep], contacted: Container[str]) -> dict[str, Stage]:
    """Return the highest proven stage of every known participant, by id; `contacted` holds ids."""
    by_participant: dict[str, list[DomesticStep]] = defaultdict(list)
    for step in steps:
        by_participant[step.participant].append(step)
    return {
        id_: stage(ledger, id_, by_participant.get(id_, ()), contacted=id_ in contacted) for id_ in ledger.participants
    }


def stepper(
    ledger: Ledger,
    participant: str,
    steps: Iterable[DomesticStep] = (),
    *,
    contacted: bool = False,
    contacted_on: date | None = None,
) -> tuple[StageStep, ...]:
    """Return the whole ladder, from contact to Party, as it is to be drawn; leaving only where it is on record."""
    own = _own_steps(ledger, (step for step in steps if step.participant == participant))
    reached = _reached(ledger, participant, own, contacted, contacted_on)
    now = _ORDER.index(_highest(reached))
    status = ledger.status(participant)
    ladder = [s for s in _ORDER[1:] if s is not Stage.WITHDRAWN or status.leaves_on]
    marks = {s: _mark(s, now, reached, own.get(s), _unsigned_mark(ledger, status)) for s in ladder}
    following = next((s for s in ladder if marks[s] is StageMark.AHEAD and _ORDER.index(s) > now), None)
    if following:
        marks[following] = StageMark.NEXT
    days = {s: step.on for s, step in own.items()} | _dates_ahead(status) | reached
    return tuple(StageStep(s, marks[s], days.get(s), _proof(s, s in reached, own.get(s)), own.get(s)) for s in ladder)


_ORDER = tuple(Stage)
_TO_SIGN = (Stage.FULL_POWERS, Stage.SIGNED)
_FROM_RECORD = (Stage.SIGNED, Stage.DEPOSITED, Stage.IN_FORCE, Stage.WITHDRAWN)


def _own_steps(ledger: Ledger, steps: Iterable[DomesticStep]) -> dict[Stage, DomesticStep]:
    """Return the step that speaks for each stage: the earliest proven one, or else what was said of it."""

    def rank(step: DomesticStep) -> tuple[bool, int, date, str]:
        order = (StepState.NOT_APPLICABLE, StepState.DONE, StepState.PLANNED)
        return not is_proven(step, ledger.day), order.index(step.state), step.on or date.max, step.id

    best: dict[Stage, DomesticStep] = {}
    for step in steps:
        if step.treaty == ledger.treaty.id:
            at = Stage(step.stage.value)
            best[at] = min(best.get(at, step), step, key=rank)
    return best


def _reached(
    ledger: Ledger,
    participant: str,
    own: dict[Stage, DomesticStep],
    contacted: bool,
    contacted_on: date | None = None,
) -> dict[Stage, date | None]:
    reached: dict[Stage, date | None] = {Stage.CONTACTED: contacted_on} if contacted else {}
    reached |= {at: step.on for at, step in own.items() if is_proven(step, ledger.day)}
    status = ledger.status(participant)
    has_left = status.kind is TreatyStatus.WITHDRAWN
    record = (
        (Stage.SIGNED, status.has_signed, status.signed_on),
        (Stage.DEPOSITED, status.has_deposited or has_left, status.deposited_on),
        (Stage.IN_FORCE, status.kind is TreatyStatus.IN_FORCE or has_left, status.in_force_on),
        (Stage.WITHDRAWN, has_left, status.leaves_on),
    )
    return reached | {at: on for at, is_reached, on in record if is_reached}


def _highest(reached: Iterable[Stage]) -> Stage:
    return max(reached, key=_ORDER.index, default=Stage.NONE)


def _unsigned_mark(ledger: Ledger, status: Status) -> StageMark | None:
    """Tell how the stages of signing are marked for one that has not signed and no longer will."""
    if status.has_signed:
        return None
    if status.instrument:
        return StageMark.NOT_APPLICABLE
    closes_on = ledger.treaty.closes_on
    return StageMark.CLOSED if closes_on and closes_on < ledger.day else StageMark.AHEAD


def _mark(
    at: Stage, now: int, reached: Container[Stage], step: DomesticStep | None, unsigned: StageMark | None
) -> StageMark:
    if at in reached:
        return StageMark.NOW if _ORDER.index(at) == now else StageMark.DONE
    if step and step.state is StepState.NOT_APPLICABLE:
        return StageMark.NOT_APPLICABLE
    if at in _TO_SIGN and unsigned and not (step and step.state is StepState.DONE):
        return unsigned
    if step and step.state is StepState.DONE:
        return StageMark.CLAIMED
    return StageMark.SKIPPED if _ORDER.index(at) < now else StageMark.AHEAD


def _dates_ahead(status: Status) -> dict[Stage, date | None]:
    return {Stage.IN_FORCE: status.in_force_on, Stage.WITHDRAWN: status.leaves_on}


def _proof(at: Stage, is_reached: bool, step: DomesticStep | None) -> Proof | None:
    if step:
        return step.proof
    return Proof.VERIFIED if is_reached and at in _FROM_RECORD else None
