"""Where every participant stands at one moment: read once, shared by overview, lists, command line and briefs."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from hanoi_desk.commitments import UNDECIDED, Reconciled, promised, reconcile
from hanoi_desk.coverage import leads
from hanoi_desk.records import (
    Commitment,
    Coverage,
    DomesticStep,
    Outreach,
    OutreachCountry,
    Participant,
    PromisedAct,
    Proof,
    Source,
    SourceKind,
    Treaty,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import Ledger, Stage, Status, TreatyStatus, signature_days_left, stage
from hanoi_desk.values import Value, frozen

#: The key of the Convention among the treaties.
CONVENTION = "uncac-cyber"


class Tile(StrEnum):
    """What the board shows of a participant: the furthest that is on record; a promise never outranks a fact."""

    DEPOSITED = "deposited"
    SIGNED = "signed"
    PROMISED = "promised"
    IN_CONTACT = "in_contact"
    NO_CONTACT = "no_contact"


@frozen
class Place(Value):
    """One participant's place: its status by the depositary's record, its best open promise, its newest contact."""

    participant: Participant
    status: Status
    stage: Stage
    promise: Commitment | None
    last_contact: str | None  # the newest outreach that lists it
    last_contact_on: date | None
    lead: str | None = None  # our mission that looks after it on that day

    @property
    def tile(self) -> Tile:
        """What the board shows."""
        if self.status.has_deposited:
            return Tile.DEPOSITED
        if self.status.kind is TreatyStatus.SIGNED:
            return Tile.SIGNED
        if self.promise is not None:
            return Tile.PROMISED
        return Tile.IN_CONTACT if self.last_contact else Tile.NO_CONTACT


@frozen
class Board(Value):
    """All participants under one treaty on one New York day.

    `as_of` is the day whose situation the depositary's record shows, None when nothing is held. `unverified` are
    statements that no depositary confirms: shown and marked, never counted. `held` are the promises under the treaty
    that no person has closed, each held against the record.
    """

    treaty: Treaty
    moment: datetime
    ledger: Ledger
    places: Mapping[str, Place]
    as_of: date | None
    unverified: tuple[TreatyAction | DomesticStep, ...]
    held: tuple[Reconciled, ...]

    @property
    def days_left(self) -> int | None:
        """Days to the last day of signature in New York, 0 on that day; None when it has passed or there is none."""
        return signature_days_left(self.treaty, self.moment)

    def of(self, tile: Tile) -> tuple[Place, ...]:
        """Return the places with this tile."""
        return tuple(place for place in self.places.values() if place.tile is tile)

    @property
    def promising_to_sign(self) -> tuple[Place, ...]:
        """States that promised to sign and have not."""
        return tuple(p for p in self.of(Tile.PROMISED) if p.promise and p.promise.act is PromisedAct.SIGN)


class NoTreaty(LookupError):
    """The desk holds no treaty with this key or number."""

    key = "no_treaty"

    def __init__(self, treaty: str) -> None:
        super().__init__(treaty)
        self.gaps: Mapping[str, object] = {"treaty": treaty}


def board(store: Store, moment: datetime, treaty_key: str = CONVENTION) -> Board:
    """Return where every participant stands at an aware moment; the treaty is named by key or depositary's number.

    :raises NoTreaty: when the desk has no such treaty.
    """
    treaty = find_treaty(store, treaty_key)
    participants: dict[str, Participant] = {p.id: p for p in store.all(Query(Participant, order_by="title"))}
    mine = (("treaty", "=", treaty.id),)
    actions: list[TreatyAction] = store.all(Query(TreatyAction, mine))
    steps: list[DomesticStep] = store.all(Query(DomesticStep, mine))
    ledger = Ledger.at(treaty, actions, participants, moment)
    undecided: list[Commitment] = store.all(Query(Commitment, (*mine, ("state", "in", sorted(UNDECIDED)))))
    own_steps = defaultdict(list)
    for step in steps:
        own_steps[step.participant].append(step)
    held = tuple(reconcile(c, ledger, own_steps.get(c.participant, ())) for c in undecided)
    promises = promised(held, ledger.day)
    last = store.latest(OutreachCountry, "participant", "outreach", "held_on", Outreach)
    held_on = {o.id: o.held_on for o in store.many(Outreach, list(set(last.values())))}
    leading = leads(store.all(Query(Coverage)), moment.date())
    places = {
        id_: Place(
            participant=participant,
            status=ledger.status(id_),
            stage=stage(ledger, id_, own_steps[id_], contacted=id_ in last),
            promise=promises.get(id_),
            last_contact=last.get(id_),
            last_contact_on=held_on.get(last.get(id_, "")),
            lead=leading.get(id_),
        )
        for id_, participant in participants.items()
    }
    # A step that we heard of ourselves stands in our own records; here is what others say.
    stated: list[TreatyAction | DomesticStep] = [*actions, *(step for step in steps if not step.outreach)]
    unverified = tuple(x for x in stated if x.proof is Proof.UNVERIFIED)
    return Board(treaty, moment, ledger, places, _as_of(store, treaty, actions), unverified, held)


def find_treaty(store: Store, key_or_number: str) -> Treaty:
    """Return a treaty by its key or by the depositary's number, capitals or not.

    :raises NoTreaty: when the desk has none.
    """
    wanted = key_or_number.casefold()
    for treaty in store.all(Query(Treaty)):
        if wanted in (treaty.key.casefold(), treaty.number.casefold()):
            return treaty  # type: ignore[no-any-return]
    raise NoTreaty(key_or_number)


def record_as_of(store: Store, treaty: Treaty) -> date | None:
    """Return the day whose situation the record of a treaty shows: that of its newest file or verified action."""
    return _as_of(store, treaty, store.all(Query(TreatyAction, (("treaty", "=", treaty.id),))))


def _as_of(store: Store, treaty: Treaty, actions: list[TreatyAction]) -> date | None:
    files = store.all(Query(Source, (("treaty", "=", treaty.id), ("kind", "=", SourceKind.DEPOSITARY))))
    # What was taken from a file in part says nothing about the day that the record as a whole shows.
    from_files = {f.id for f in files}
    days = [a.as_of for a in actions if a.proof is Proof.VERIFIED and a.source not in from_files]
    days += [f.as_of for f in files if f.taken_whole]
    return max((day for day in days if day), default=None)
