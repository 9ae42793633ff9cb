"""What is due on a day and why, in data: tasks, requests, promises to decide or to renew, an old record, silence.

Two calendars meet here. What the treaty record shows goes by the depositary's day, a date in New York; tasks and the
age of contacts go by the officer's own day, which at the turn of a day may be another.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta

from hanoi_desk.board import Board, Place
from hanoi_desk.commitments import RENEW_AFTER, UNDECIDED, Outcome, Reconciled, needs_renewal, reconcile
from hanoi_desk.records import (
    Ask,
    AskDirection,
    AskState,
    Commitment,
    CommitmentState,
    DomesticStep,
    FollowUp,
    FollowUpState,
    Outreach,
    OutreachCountry,
    Participant,
    Stance,
    StepState,
    Treaty,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.store.query import Condition
from hanoi_desk.treaty import Ledger
from hanoi_desk.values import Value, frozen

#: A participant and a treaty, by their identifiers.
Pair = tuple[str, str]

#: Days for which the depositary's record counts as fresh.
RECORD_FRESH = 30

#: Days after which a country that we have met, and that has not deposited, counts as silent.
SILENT_AFTER = 90

#: What may still become of a promise that has neither been kept nor ended.
STANDING = frozenset({Outcome.OPEN, Outcome.PARTLY_KEPT})

#: Requests that somebody still owes an answer to.
OWED = frozenset({AskState.OPEN, AskState.PROMISED})

#: Any of these tells that a country said something in a contact.
_TOLD: tuple[Condition, ...] = (("said", "!=", ""), ("quote", "!=", ""), ("stance", "!=", Stance.NOT_STATED))


@frozen
class Tasks(Value):
    """Our open tasks by their day, each list by day, then in the order in which they were written down."""

    overdue: tuple[FollowUp, ...]
    today: tuple[FollowUp, ...]
    next: tuple[FollowUp, ...]
    undated: tuple[FollowUp, ...]


@frozen
class Renewal(Value):
    """A promise of grade 3 or 4 without new evidence for 180 days, and the day of the newest there is."""

    promise: Reconciled
    evidence_on: date


@frozen
class Owed(Value):
    """Requests still waiting for an answer, ours to give and ours to get, each list with the oldest first."""

    by_us: tuple[Ask, ...]
    by_them: tuple[Ask, ...]


@frozen
class Agenda(Value):
    """What is due: `day` is the New York day of the record, `today` the officer's own.

    `record_as_of` is the day whose situation the record shows, None when nothing is held; `record_is_old` tells that
    it is more than 30 days old, or missing. Promises stand with the longest past first, silent countries by our
    priority.
    """

    day: date
    today: date
    tasks: Tasks
    to_decide: tuple[Reconciled, ...]
    to_renew: tuple[Renewal, ...]
    record_as_of: date | None
    record_is_old: bool
    silent: tuple[Place, ...]
    owed: Owed


def agenda(store: Store, situation: Board, today: date) -> Agenda:
    """Return what is due on the officer's day, the record being that of the board; promises are of all treaties."""
    held = waiting_promises(store, situation)
    day, as_of = situation.ledger.day, situation.as_of
    return Agenda(
        day=day,
        today=today,
        tasks=tasks_on(store.all(Query(FollowUp, (("state", "=", FollowUpState.OPEN),))), today),
        to_decide=to_decide(held),
        to_renew=to_renew(store, held, day),
        record_as_of=as_of,
        record_is_old=as_of is None or (day - as_of).days > RECORD_FRESH,
        silent=silent(situation.places.values(), today),
        owed=owed(store.all(Query(Ask, (("state", "in", sorted(OWED)),)))),
    )


def held_promises(store: Store, moment: datetime) -> tuple[Reconciled, ...]:
    """Return every promise on file, open or closed, held against the record of its own treaty at an aware moment."""
    participants: dict[str, Participant] = {p.id: p for p in store.all(Query(Participant))}
    found: list[Reconciled] = []
    for treaty in store.many(Treaty, sorted(store.tally(Query(Commitment), "treaty"))):
        promises = store.all(Query(Commitment, (("treaty", "=", treaty.id),)))
        found += _held(store, ledger_of(store, treaty, participants, moment), promises)
    return tuple(found)


def waiting_promises(store: Store, situation: Board) -> tuple[Reconciled, ...]:
    """Return the promises of all treaties that may still ask something of a person.

    Those that no person has closed, as the board holds them, and those closed as kept by an action that no longer
    stands; what was closed for good is not read.
    """
    participants = {id_: place.participant for id_, place in situation.places.items()}
    found = [*situation.held, *_closed_in_error(store, situation.ledger)]
    others = (("treaty", "!=", situation.treaty.id),)
    for treaty in store.many(Treaty, sorted(store.tally(Query(Commitment, others), "treaty"))):
        ledger = ledger_of(store, treaty, participants, situation.moment)
        where = (("treaty", "=", treaty.id), ("state", "in", sorted(UNDECIDED)))
        found += [*_held(store, ledger, store.all(Query(Commitment, where))), *_closed_in_error(store, ledger)]
    return tuple(found)


def ledger_of(store: Store, treaty: Treaty, participants: Mapping[str, Participant], moment: datetime) -> Ledger:
    """Return the record of a treaty on the date that it is in New York at an aware moment."""
    return Ledger.at(treaty, store.all(Query(TreatyAction, (("treaty", "=", treaty.id),))), participants, moment)


def _held(store: Store, ledger: Ledger, promises: Iterable[Commitment]) -> list[Reconciled]:
    steps: dict[str, list[DomesticStep]] = defaultdict(list)
    for step in store.all(Query(DomesticStep, (("treaty", "=", ledger.treaty.id),))):
        steps[step.participant].append(step)
    return [reconcile(promise, ledger, steps.get(promise.participant, ())) for promise in promises]


def _closed_in_error(store: Store, ledger: Ledger) -> list[Reconciled]:
    closed = (("treaty", "=", ledger.treaty.id), ("state", "=", CommitmentState.KEPT), ("shown_by", "is_not", None))
    rows = (row for status in ledger.statuses().values() for row in (status.signature, status.instrument))
    standing = {row.id for row in rows if row and row.on}
    gone = [action for action in store.tally(Query(Commitment, closed), "shown_by") if action not in standing]
    promises = store.all(Query(Commitment, (*closed, ("shown_by", "in", gone)))) if gone else []
    return [reconcile(promise, ledger) for promise in promises]


def tasks_on(tasks: Collection[FollowUp], today: date) -> Tasks:
    """Return open tasks by their day, seen from the officer's own."""
    dated = sorted((task for task in tasks if task.due_on), key=lambda task: task.due_on or date.max)
    return Tasks(
        overdue=tuple(task for task in dated if task.due_on and task.due_on < today),
        today=tuple(task for task in dated if task.due_on == today),
        next=tuple(task for task in dated if task.due_on and task.due_on > today),
        undated=tuple(task for task in tasks if task.due_on is None),
    )


def to_decide(held: Iterable[Reconciled]) -> tuple[Reconciled, ...]:
    """Return the promises of which the record shows something that no person has yet written down.

    Among them are those closed as kept by an action that no longer stands.
    """
    found = (one for one in held if one.needs_decision and one.outcome is not Outcome.OPEN)
    return tuple(sorted(found, key=_by_date))


def to_renew(store: Store, held: Iterable[Reconciled], day: date) -> tuple[Renewal, ...]:
    """Return the standing promises of grade 3 or 4 without any evidence for 180 days, that of the record included."""
    waiting = [one for one in held if one.outcome in STANDING and needs_renewal(one.commitment, day, one.shown_on)]
    pairs = {(one.commitment.participant, one.commitment.treaty) for one in waiting}
    evidence = newest_evidence(store, pairs - heard_of(store, pairs, day), day)
    found = []
    for one in waiting:
        c = one.commitment
        newest = max(c.made_on, one.shown_on or date.min, evidence.get((c.participant, c.treaty), date.min))
        if (c.participant, c.treaty) in evidence and needs_renewal(c, day, newest):
            found.append(Renewal(one, newest))
    return tuple(sorted(found, key=lambda renewal: (renewal.evidence_on, renewal.promise.commitment.id)))


def heard_of(store: Store, pairs: Collection[Pair], day: date) -> set[Pair]:
    """Return those of the pairs, participant and treaty, of which there is evidence of the last 180 days.

    Evidence is what they said or did: words, a quotation or a stance noted in a contact, a promise, a step at home.
    That we wrote to them is none.
    """
    silent_ones = {participant for participant, _ in pairs}
    theirs = ("participant", "in", sorted(silent_ones))
    treaties = {treaty for _, treaty in pairs}
    after = day - timedelta(days=RENEW_AFTER)
    recent = Query(Outreach, (("held_on", ">", after), ("held_on", "<=", day)))
    spoke: set[str] = set()
    for told in _TOLD:
        if silent_ones - spoke:  # asked by the contacts of those days, which are few, and not by participant
            spoke |= set(store.tally(Query(OutreachCountry, (("outreach", "in", recent), told)), "participant"))
    found = {pair for pair in pairs if pair[0] in spoke}
    for treaty in treaties:
        ours = (theirs, ("treaty", "=", treaty))
        steps = (*ours, ("state", "=", StepState.DONE), ("on", ">", after), ("on", "<=", day))
        found |= {(participant, treaty) for participant in store.tally(Query(DomesticStep, steps), "participant")}
        promises = (*ours, ("made_on", ">", after), ("made_on", "<=", day))
        found |= {(participant, treaty) for participant in store.tally(Query(Commitment, promises), "participant")}
    return found & set(pairs)


def newest_evidence(store: Store, pairs: Collection[Pair], day: date) -> dict[Pair, date]:
    """Return the day of the newest evidence up to a day of each pair, participant and treaty, by indexed questions.

    A pair without any evidence stands with the first day of the calendar.
    """
    found: dict[Pair, date] = {}
    spoke: dict[str, date] = {}
    for participant, treaty in sorted(pairs):
        if participant not in spoke:
            spoke[participant] = _last_said(store, participant, day)
        own = (("participant", "=", participant), ("treaty", "=", treaty))
        done = (*own, ("state", "=", StepState.DONE), ("on", "is_not", None), ("on", "<=", day))
        steps: list[DomesticStep] = store.all(Query(DomesticStep, done, order_by="-on", limit=1))
        made = (*own, ("made_on", "<=", day))
        promises: list[Commitment] = store.all(Query(Commitment, made, order_by="-made_on", limit=1))
        days = [spoke[participant], *(s.on for s in steps if s.on), *(c.made_on for c in promises)]
        found[participant, treaty] = max(days)
    return found


def _last_said(store: Store, participant: str, day: date) -> date:
    last = date.min
    for told in _TOLD:
        with_them = Query(OutreachCountry, (("participant", "=", participant), told), select="outreach")
        where = (("id", "in", with_them), ("held_on", "<=", day))
        for outreach in store.all(Query(Outreach, where, order_by="-held_on", limit=1)):
            last = max(last, outreach.held_on)
    return last


def owed(asks: Iterable[Ask]) -> Owed:
    """Return the requests that wait for an answer, the oldest first, those without a day last."""
    waiting = sorted((ask for ask in asks if ask.state in OWED), key=lambda ask: (ask.asked_on or date.max, ask.id))
    return Owed(
        by_us=tuple(ask for ask in waiting if ask.direction is AskDirection.THEIRS),
        by_them=tuple(ask for ask in waiting if ask.direction is AskDirection.OURS),
    )


def silent(places: Iterable[Place], today: date) -> tuple[Place, ...]:
    """Return those met before but not for more than 90 days, and not yet bound: by our priority, the longest first.

    One that was never met is not among them: it is "no contact" on the board.
    """
    met = [(place.last_contact_on, place) for place in places if place.last_contact_on]
    found = [(on, p) for on, p in met if (today - on).days > SILENT_AFTER and not p.status.has_deposited]
    return tuple(place for _, place in sorted(found, key=_by_priority))


def _by_priority(entry: tuple[date, Place]) -> tuple[bool, int, date, str]:
    on, participant = entry[0], entry[1].participant
    return participant.priority == 0, participant.priority, on, participant.key


def _by_date(one: Reconciled) -> tuple[date, date, str]:
    return one.commitment.by or date.max, one.commitment.made_on, one.commitment.id
