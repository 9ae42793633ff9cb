"""The ways into a treaty that are still open to a participant, under final clauses like article 64 of the Convention.

Dates are New York dates: a `Ledger` is of one. Not asked here, because no record tells it: whether a treaty such as
Budapest takes in others by invitation only.
"""

from datetime import date
from enum import StrEnum

from hanoi_desk.records import Entity
from hanoi_desk.treaty.dates import may_be_signed
from hanoi_desk.treaty.ledger import Ledger, TreatyStatus
from hanoi_desk.values import Value, frozen


class LegalPath(StrEnum):
    """An act by which a participant joins or comes nearer; acceptance and approval go with ratification."""

    SIGN = "sign"
    RATIFY = "ratify"
    ACCEDE = "accede"


class LegalStep(StrEnum):
    """What a participant can do next under the treaty."""

    SIGN_OR_ACCEDE = "sign_or_accede"
    SIGN = "sign"
    RATIFY = "ratify"
    ACCEDE = "accede"
    WAIT = "wait"  # not open yet, a member State must go first, or the parent treaty must be joined first
    AWAIT_ENTRY = "await_entry"  # deposited; nothing to do but wait for the entry into force
    NONE = "none"  # a Party


@frozen
class OpenPath(Value):
    """A path that is open, and its last day in New York; None where it stays open."""

    path: LegalPath
    last_day: date | None = None


def open_paths(ledger: Ledger, participant: str, parent: Ledger | None = None) -> tuple[OpenPath, ...]:
    """Return the paths open to the participant on the ledger's day.

    A non-signatory may sign while the treaty is open for signature, and may accede from its opening on, also before
    the close; a signatory ratifies, accepts or approves, and does not accede; one that has deposited has nothing left
    to do; one that has left can only accede again (an assumption: its signature is spent). An organization may sign
    only after one of its member States has signed, deposit only after one has deposited, accede only when one is a
    Party. With the `parent` of a protocol, only those that have deposited an instrument under the parent may bind
    themselves (article 61); a mere signature of a protocol is left open, as it does not make a Party.
    """
    status, treaty = ledger.status(participant), ledger.treaty
    if status.has_deposited or (treaty.opens_on and ledger.day < treaty.opens_on):
        return ()
    found = []
    if status.kind is TreatyStatus.NOT_SIGNED and may_be_signed(treaty, ledger.day):
        found.append(OpenPath(LegalPath.SIGN, treaty.closes_on))
    if parent is None or parent.status(participant).has_deposited:
        found.append(OpenPath(LegalPath.RATIFY if status.kind is TreatyStatus.SIGNED else LegalPath.ACCEDE))
    return tuple(p for p in found if _member_went_before(ledger, participant, p.path))


def next_legal_step(ledger: Ledger, participant: str, parent: Ledger | None = None) -> LegalStep:
    """Return what the participant can do next on the ledger's day."""
    status = ledger.status(participant)
    if status.has_deposited:
        return LegalStep.NONE if status.kind is TreatyStatus.IN_FORCE else LegalStep.AWAIT_ENTRY
    paths = [p.path for p in open_paths(ledger, participant, parent)]
    if len(paths) == 2:
        return LegalStep.SIGN_OR_ACCEDE
    return LegalStep(paths[0].value) if paths else LegalStep.WAIT


def _member_went_before(ledger: Ledger, participant: str, path: LegalPath) -> bool:
    known = ledger.participants.get(participant)
    if known is None or known.entity is not Entity.REIO:
        return True
    before = {LegalPath.SIGN: ledger.signatories, LegalPath.RATIFY: ledger.counted, LegalPath.ACCEDE: ledger.parties}[
        path
    ]
    return any(ledger.participants[s.participant].eu_member for s in before.states)
