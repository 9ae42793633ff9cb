"""All that the desk holds about one country, read once by indexed questions; its contacts follow a page at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hanoi_desk.board import Board, Place
from hanoi_desk.briefing import Situation, situation_of
from hanoi_desk.commitments import Reconciled, is_open, reconcile
from hanoi_desk.contacts import LastContact, Reached, highest_level, last_contact, last_days
from hanoi_desk.records import (
    Appointment,
    Commitment,
    DomesticStep,
    Event,
    FollowUp,
    FollowUpState,
    Organisation,
    Outreach,
    OutreachCountry,
    Person,
    Proof,
    Source,
    SourceKind,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import INSTRUMENTS, SIGNATURES

#: Kinds of source on which a statement of others rests, and not one that was made to us.
_OTHERS = frozenset({SourceKind.PRESS, SourceKind.THIRD_PARTY})


@dataclass(frozen=True)
class Contactee:
    """A person of the country: the post held now, and the newest contact on file with the person."""

    person: Person
    post: Appointment | None
    body: Organisation | None
    last_on: date | None

    @property
    def order(self) -> tuple[int, str]:
        """Those of the highest level first."""
        return (self.post.level or 9) if self.post else 10, self.person.name


@dataclass(frozen=True)
class Occasion:
    """An event that the country hosted, or at which several contacts with it were logged."""

    event: Event
    contacts: int
    is_host: bool


@dataclass(frozen=True)
class Dossier:
    """One country at one moment. Lists are newest first, tasks the most urgent first."""

    place: Place
    situation: Situation
    steps: tuple[DomesticStep, ...]  # all of them, planned and claimed ones too
    actions: tuple[TreatyAction, ...]  # under this treaty, unverified ones too
    commitments: tuple[Reconciled, ...]
    tasks: tuple[FollowUp, ...]
    people: tuple[Contactee, ...]
    occasions: tuple[Occasion, ...]
    sources: Mapping[str, Source]
    last: LastContact | None  # the newest contact that has been held
    reached: Reached | None  # the highest level at which the country was met

    @property
    def id(self) -> str:
        """The participant."""
        return self.place.participant.id

    @property
    def open_commitments(self) -> tuple[Reconciled, ...]:
        """Promises that no person has closed."""
        return tuple(held for held in self.commitments if is_open(held.commitment))

    @property
    def statements(self) -> tuple[TreatyAction | DomesticStep, ...]:
        """What others report and the depositary's record does not show."""
        acts = [action for action in self.actions if action.proof is Proof.UNVERIFIED and not self._shown(action)]
        reported = [step for step in self.steps if step.proof is Proof.UNVERIFIED and self._is_by_others(step)]
        return (*acts, *reported)

    def source_of(self, statement: TreatyAction | DomesticStep) -> Source | None:
        """Return the source on which a statement rests."""
        return self.sources.get(statement.source or "")

    def _is_by_others(self, step: DomesticStep) -> bool:
        source = self.source_of(step)
        return source is not None and source.kind in _OTHERS

    def _shown(self, claim: TreatyAction) -> bool:
        status = self.situation.status
        if claim.act in SIGNATURES:
            return status.has_signed
        return claim.act in INSTRUMENTS and status.has_deposited


def dossier_of(store: Store, board: Board, participant: str, now: datetime) -> Dossier:
    """Return the dossier of a participant of the board; raises KeyError for one that is not on it."""
    place = board.places[participant]
    own = ("participant", "=", participant)
    here = ("treaty", "=", board.treaty.id)
    situation = situation_of(store, participant, now)
    steps: list[DomesticStep] = store.all(Query(DomesticStep, (own, here), order_by="-on"))
    actions: list[TreatyAction] = store.all(Query(TreatyAction, (own, here), order_by="-on"))
    promises: list[Commitment] = store.all(Query(Commitment, (own, here), order_by="-made_on"))
    tasks: list[FollowUp] = store.all(Query(FollowUp, (own, ("state", "=", FollowUpState.OPEN)), order_by="due_on"))
    facts: list[DomesticStep | TreatyAction] = [*steps, *actions]
    proofs = list(dict.fromkeys(fact.source for fact in facts if fact.source))
    return Dossier(
        place=place,
        situation=situation,
        steps=tuple(steps),
        actions=tuple(actions),
        commitments=tuple(reconcile(promise, board.ledger, steps) for promise in promises),
        tasks=tuple(sorted(tasks, key=lambda task: task.due_on or date.max)),
        people=tuple(sorted(_people(store, participant, now.date()), key=lambda one: one.order)),
        occasions=tuple(_occasions(store, participant)),
        sources={source.id: source for source in store.many(Source, proofs)},
        last=last_contact(store, participant, now.date()),
        reached=highest_level(store, participant, now.date()),
    )


def _occasions(store: Store, participant: str) -> Iterator[Occasion]:
    with_it = Query(OutreachCountry, (("participant", "=", participant),), select="outreach")
    logged = store.tally(Query(Outreach, (("id", "in", with_it), ("event", "is_not", None))), by="event")
    hosted = store.ids(Query(Event, (("hosts", "has", participant),)))
    # Of an event with a single contact the entry of that contact tells all.
    wanted = [*hosted, *(event for event, contacts in logged.items() if contacts > 1)]
    for event in store.many(Event, list(dict.fromkeys(wanted))):
        yield Occasion(event, logged.get(event.id, 0), event.id in hosted)


def _people(store: Store, participant: str, today: date) -> list[Contactee]:
    posts: list[Appointment] = store.all(Query(Appointment, (("participant", "=", participant),), order_by="-from_on"))
    current: dict[str, Appointment] = {}
    for post in posts:
        if post.to_on is None or post.to_on >= today:
            current.setdefault(post.person, post)
    ids = [*current, *store.ids(Query(Person, (("participant", "=", participant),)))]
    persons = store.many(Person, list(dict.fromkeys(ids)))
    bodies = {o.id: o for o in store.many(Organisation, [p.organisation for p in current.values() if p.organisation])}
    seen = last_days(store, [person.id for person in persons], today)

    def contactee(person: Person) -> Contactee:
        held = current.get(person.id)
        body = bodies.get(held.organisation or "") if held else None
        return Contactee(person, held, body, seen.get(person.id))

    return [contactee(person) for person in persons]
