"""What is due on a day and why, in data: tasks, promises to decide or to renew, an old record, silent countries.

Two calendars meet here. What the treaty record shows goes by the depositary's day, a date in New York; tasks and the
age of contacts go by the officer's own day, which at the turn of a day may be another.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hanoi_desk.board import Board, Place, board
from hanoi_desk.commitments import Outcome, Reconciled, needs_renewal, reconcile
from hanoi_desk.records import (
    Commitment,
    DomesticStep,
    FollowUp,
    FollowUpState,
    Outreach,
    OutreachCountry,
    Stance,
    StepState,
    Treaty,
)
from hanoi_desk.store import Query, Store

#: Days for which the depositary's record counts as fresh.
RECORD_FRESH = 30

#: Days after which a country that we have met, and that has not deposited, counts as silent.
SILENT_AFTER = 90

#: What may still become of a promise that has neither been kept nor ended.
STANDING = frozenset({Outcome.OPEN, Outcome.PARTLY_KEPT})


@dataclass(frozen=True, slots=True)
class Tasks:
    """Our open tasks by their day, each list by day, then in the order in which they were written down."""

    overdue: tuple[FollowUp, ...]
    today: tuple[FollowUp, ...]
    next: tuple[FollowUp, ...]
    undated: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """A promise of grade 3 or 4 without new evidence for 180 days, and the day of the newest there is."""

    promise: Reconciled
    evidence_on: date


@dataclass(frozen=True, slots=True)
class Agenda:
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


def agenda(store: Store, situation: Board, today: date) -> Agenda:
    """Return what is due on the officer's day, the record being that of the board; promises are of all treaties."""
    held = held_promises(store, situation.moment)
    day, as_of = situation.ledger.day, situation.as_of
    return Agenda(
        day=day,
        today=today,
        tasks=tasks_on(store.all(Query(FollowUp, (("state", "=", FollowUpState.OPEN),))), today),
        to_decide=to_decide(held),
        to_renew=to_renew(held, newest_evidence(store, held, day), day),
        record_as_of=as_of,
        record_is_old=as_of is None or (day - as_of).days > RECORD_FRESH,
        silent=silent(situation.places.values(), today),
    )


def held_promises(store: Store, moment: datetime) -> tuple[Reconciled, ...]:
    """Return every promise on file, open or closed, held against the record of its own treaty at an aware moment."""
    found: list[Reconciled] = []
    for treaty in store.many(Treaty, sorted(store.tally(Query(Commitment), "treaty"))):
        own = (("treaty", "=", treaty.id),)
        ledger = board(store, moment, treaty.key).ledger
        steps: dict[str, list[DomesticStep]] = defaultdict(list)
        for step in store.all(Query(DomesticStep, own)):
            steps[step.participant].append(step)
        found += (reconcile(c, ledger, steps.get(c.participant, ())) for c in store.all(Query(Commitment, own)))
    return tuple(found)


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


def to_renew(held: Iterable[Reconciled], evidence: Mapping[tuple[str, str], date], day: date) -> tuple[Renewal, ...]:
    """Return the standing promises that need renewal; `evidence` gives the newest by participant and treaty."""
    found = []
    for one in held:
        c = one.commitment
        newest = max(c.made_on, one.shown_on or date.min, evidence.get((c.participant, c.treaty), date.min))
        if one.outcome in STANDING and needs_renewal(c, day, newest):
            found.append(Renewal(one, newest))
    return tuple(sorted(found, key=lambda renewal: (renewal.evidence_on, renewal.promise.commitment.id)))


def newest_evidence(store: Store, held: Collection[Reconciled], day: date) -> dict[tuple[str, str], date]:
    """Return the day of the newest evidence up to a day, by participant and treaty, of those that may need renewal.

    Evidence is what they said or did: words, a quotation or a stance noted in a contact, a later promise, a step at
    home. That we wrote to them is none.
    """
    pairs = {
        (one.commitment.participant, one.commitment.treaty)
        for one in held
        if one.outcome in STANDING and needs_renewal(one.commitment, day)
    }
    if not pairs:
        return {}
    theirs = (("participant", "in", tuple(sorted({participant for participant, _ in pairs}))),)
    found: dict[tuple[str, str], list[date]] = defaultdict(list)
    for one in held:
        found[one.commitment.participant, one.commitment.treaty].append(one.commitment.made_on)
    for step in store.all(Query(DomesticStep, theirs)):
        if step.on and step.state is StepState.DONE:
            found[step.participant, step.treaty].append(step.on)
    told = [said for said in store.all(Query(OutreachCountry, theirs)) if _tells_something(said)]
    held_on = {o.id: o.held_on for o in store.many(Outreach, sorted({said.outreach for said in told}))}
    spoke: dict[str, list[date]] = defaultdict(list)
    for said in told:
        spoke[said.participant] += [held_on[said.outreach]] if said.outreach in held_on else []
    days = {pair: [on for on in (*found[pair], *spoke[pair[0]]) if on <= day] for pair in pairs}
    return {pair: max(own) for pair, own in days.items() if own}


def silent(places: Iterable[Place], today: date) -> tuple[Place, ...]:
    """Return those met before but not for more than 90 days, and not yet bound: by our priority, the longest first.

    One that was never met is not among them: it is "no contact" on the board.
    """
    met = [(place.last_contact_on, place) for place in places if place.last_contact_on]
    found = [(on, p) for on, p in met if (today - on).days > SILENT_AFTER and not p.status.has_deposited]
    return tuple(place for _, place in sorted(found, key=_by_priority))


def _tells_something(said: OutreachCountry) -> bool:
    return bool(said.said.strip() or said.quote.strip()) or said.stance is not Stance.NOT_STATED


def _by_priority(entry: tuple[date, Place]) -> tuple[bool, int, date, str]:
    on, participant = entry[0], entry[1].participant
    return participant.priority == 0, participant.priority, on, participant.key


def _by_date(one: Reconciled) -> tuple[date, date, str]:
    return one.commitment.by or date.max, one.commitment.made_on, one.commitment.id
