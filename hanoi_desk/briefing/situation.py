"""How a country stands towards a treaty at one moment: what the choice of points and the status strip rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from hanoi_desk.board import CONVENTION
from hanoi_desk.records import (
    DomesticStage,
    DomesticStep,
    Entity,
    Objection,
    Outreach,
    OutreachCountry,
    Participant,
    RegionalGroup,
    StepState,
    Treaty,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import (
    INSTRUMENTS,
    Ledger,
    LegalStep,
    Status,
    TreatyStatus,
    new_york_day,
    next_legal_step,
    signature_days_left,
)

BUDAPEST = "budapest"
_APPROVED = (DomesticStage.PARLIAMENT_APPROVED, DomesticStage.ASSENTED, DomesticStage.INSTRUMENT_SIGNED)
_SMALL = frozenset({"sids", "ldc", "small_state"})
_ORDER = tuple(DomesticStage)


class UnknownCountry(LookupError):
    """The desk holds no such participant, or not the treaty."""

    key = "no_country"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.gaps: Mapping[str, object] = {"name": name}


@dataclass(frozen=True)
class Situation:
    """One participant and one treaty on one New York day."""

    participant: Participant
    treaty: Treaty
    ledger: Ledger
    moment: datetime
    steps: tuple[DomesticStep, ...]  # done at home, highest first
    budapest: tuple[TreatyAction, ...]  # what is on file about it under the Budapest Convention
    contacts: tuple[tuple[Outreach, OutreachCountry], ...]  # the last ones, newest first

    @property
    def today(self) -> date:
        """The day in New York, where the depositary works."""
        return self.ledger.day

    @cached_property
    def status(self) -> Status:
        """Where the participant stands, by verified actions alone."""
        return self.ledger.status(self.participant.id)

    @cached_property
    def next_step(self) -> LegalStep:
        """What it can do next."""
        return next_legal_step(self.ledger, self.participant.id)

    @property
    def has_joined(self) -> bool:
        """Whether its instrument is deposited."""
        return self.status.has_deposited

    @property
    def is_signatory(self) -> bool:
        """Whether it has signed and not deposited."""
        return self.status.kind is TreatyStatus.SIGNED

    @property
    def days_left(self) -> int | None:
        """Days to the last day of signature in New York, 0 on the day itself; None after it."""
        return signature_days_left(self.treaty, self.moment)

    @property
    def is_organization(self) -> bool:
        """Whether it is an organization such as the EU, which has no parliament and adds nothing to the count."""
        return self.participant.entity is Entity.REIO

    @property
    def is_budapest_party(self) -> bool:
        """Whether it is on file as a Party to the Budapest Convention."""
        return any(action.act in INSTRUMENTS for action in self.budapest)

    @property
    def is_small(self) -> bool:
        """Whether it belongs to a group of States that ask for help with capacity."""
        return bool(_SMALL.intersection(self.participant.memberships))

    @property
    def is_african(self) -> bool:
        """Whether it belongs to the African Group."""
        return self.participant.group is RegionalGroup.AFRICAN

    @property
    def step(self) -> DomesticStep | None:
        """The highest step at home that is done."""
        return self.steps[0] if self.steps else None

    @property
    def is_approved_at_home(self) -> bool:
        """Whether it is approved at home; this is no deposit and counts nothing."""
        return bool(self.step and self.step.stage in _APPROVED and not self.has_joined)

    @property
    def objections(self) -> tuple[Objection, ...]:
        """What it raised in its last contacts, newest first, each once."""
        return tuple(dict.fromkeys(o for _, said in self.contacts for o in said.objections))

    @property
    def is_critical(self) -> bool:
        """Whether one of its last two contacts holds an objection about rights or scope (practice.md 5.3)."""
        recent = {o for _, said in self.contacts[:2] for o in said.objections}
        return bool(recent & {Objection.RIGHTS, Objection.SCOPE})


def situation_of(
    store: Store, participant_id: str, now: datetime, treaty_key: str = CONVENTION, ledger: Ledger | None = None
) -> Situation:
    """Return how a participant stands at an aware moment; raises UnknownCountry if it or the treaty is not on file.

    A ledger of the treaty at that moment, where there is one, need not be made again.
    """
    participant = store.get(Participant, participant_id)
    treaties = {t.key: t for t in store.all(Query(Treaty, where=(("key", "in", (treaty_key, BUDAPEST)),)))}
    if participant is None or treaty_key not in treaties:
        raise UnknownCountry(participant_id)
    treaty = treaties[treaty_key]
    return Situation(
        participant=participant,
        treaty=treaty,
        ledger=ledger or _ledger(store, participant_id, treaty, now),
        moment=now,
        steps=_steps(store, participant, treaty, now),
        budapest=_budapest(store, participant, treaties.get(BUDAPEST)),
        contacts=last_contacts(store, participant_id, now.date(), limit=8),
    )


def _ledger(store: Store, participant_id: str, treaty: Treaty, now: datetime) -> Ledger:
    actions = store.all(Query(TreatyAction, where=(("treaty", "=", treaty.id),)))
    # Those without any action change neither counts nor paths, so that they need not be read.
    acted = dict.fromkeys([participant_id, *(a.participant for a in actions if a.participant)])
    return Ledger.at(treaty, actions, {p.id: p for p in store.many(Participant, list(acted))}, now)


def last_contacts(
    store: Store, participant_id: str, today: date, *, limit: int
) -> tuple[tuple[Outreach, OutreachCountry], ...]:
    """Return the newest contacts with a participant up to today, each with what it said; at most `limit`."""
    with_it = Query(OutreachCountry, where=(("participant", "=", participant_id),), select="outreach")
    held = store.all(
        Query(Outreach, where=(("id", "in", with_it), ("held_on", "<=", today)), order_by="-held_on", limit=limit)
    )
    said = said_by(store, participant_id, held)
    return tuple((outreach, said[outreach.id]) for outreach in held)


def said_by(store: Store, participant_id: str, held: list[Outreach]) -> dict[str, OutreachCountry]:
    """Return what the participant said in each of the contacts, by the contact's id."""
    where = (("participant", "=", participant_id), ("outreach", "in", tuple(o.id for o in held)))
    return {row.outreach: row for row in store.all(Query(OutreachCountry, where=where))}


def _steps(store: Store, participant: Participant, treaty: Treaty, now: datetime) -> tuple[DomesticStep, ...]:
    where = (("participant", "=", participant.id), ("treaty", "=", treaty.id), ("state", "=", StepState.DONE))
    day = new_york_day(now)
    done = [step for step in store.all(Query(DomesticStep, where=where)) if step.on is None or step.on <= day]
    return tuple(sorted(done, key=lambda s: (_ORDER.index(s.stage), s.on or date.min, s.id), reverse=True))


def _budapest(store: Store, participant: Participant, treaty: Treaty | None) -> tuple[TreatyAction, ...]:
    if treaty is None:
        return ()
    where = (("participant", "=", participant.id), ("treaty", "=", treaty.id))
    return tuple(store.all(Query(TreatyAction, where=where, order_by="-as_of")))
