"""What has happened with one country, newest first: contacts, the depositary's acts, steps, promises, statements.

Contacts are read a page at a time as the entries are taken, so that a country with hundreds of them opens at once.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge

from hanoi_desk.commitments import Reconciled
from hanoi_desk.records import (
    DomesticStep,
    Event,
    FollowUp,
    Mention,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Statement,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.countries.dossier import Dossier, Occasion

_PAGE = 24


@dataclass(frozen=True)
class ContactEntry:
    """One contact, with what the country said, who was there, and what came of it for this country."""

    outreach: Outreach
    said: OutreachCountry
    others: int  # how many other countries it lists
    people: tuple[OutreachPerson, ...]
    commitments: tuple[Reconciled, ...]
    tasks: tuple[FollowUp, ...]
    event: Event | None


@dataclass(frozen=True)
class PlenaryEntry:
    """What the country said of the Convention in a plenary, or that it did not speak of it."""

    statement: Statement
    event: Event | None


What = ContactEntry | PlenaryEntry | TreatyAction | DomesticStep | Reconciled | Occasion


@dataclass(frozen=True)
class Entry:
    """One thing on one day; None where the day is not known, which stands after all that is dated."""

    day: date | None
    what: What


def entries_of(store: Store, dossier: Dossier) -> Iterator[Entry]:
    """Yield everything that is on file about the country, newest first."""
    ids = contact_ids(store, dossier.id)
    others = [*_others(dossier, frozenset(ids)), *_statements(store, dossier.id)]
    others.sort(key=_order, reverse=True)
    return merge(_contacts(store, dossier, ids), others, key=_order, reverse=True)


def count_of(store: Store, dossier: Dossier) -> int:
    """Return how many entries there are."""
    ids = contact_ids(store, dossier.id)
    heard = store.count(Query(Statement, _heard(dossier.id)))
    return len(ids) + sum(1 for _ in _others(dossier, frozenset(ids))) + heard


def contact_ids(store: Store, participant: str) -> list[str]:
    """Return the contacts with a participant, newest first."""
    with_it = Query(OutreachCountry, (("participant", "=", participant),), select="outreach")
    return store.ids(Query(Outreach, (("id", "in", with_it),), order_by="held_on", descending=True))


def _order(entry: Entry) -> date:
    return entry.day or date.min


def _others(dossier: Dossier, contacts: frozenset[str]) -> Iterator[Entry]:
    for action in dossier.actions:
        yield Entry(action.on or action.as_of, action)
    for step in dossier.steps:
        yield Entry(step.on, step)
    for held in dossier.commitments:
        if held.commitment.outreach not in contacts:  # those made in a contact stand in its entry
            yield Entry(held.commitment.made_on, held)
    for occasion in dossier.occasions:
        yield Entry(occasion.event.starts_on, occasion)


def _heard(participant: str) -> tuple[Condition, ...]:
    return (("participant", "=", participant), ("mention", "!=", Mention.NOT_HEARD))


def _statements(store: Store, participant: str) -> Iterator[Entry]:
    statements: list[Statement] = store.all(Query(Statement, _heard(participant)))
    events = {e.id: e for e in store.many(Event, list({one.event for one in statements}))}
    for one in statements:
        event = events.get(one.event)
        yield Entry(one.on or (event.starts_on if event else None), PlenaryEntry(one, event))


def _contacts(store: Store, dossier: Dossier, ids: Sequence[str]) -> Iterator[Entry]:
    for start in range(0, len(ids), _PAGE):
        page = store.many(Outreach, ids[start : start + _PAGE])
        yield from (Entry(entry.outreach.held_on, entry) for entry in _read(store, dossier, page))


def _read(store: Store, dossier: Dossier, page: Sequence[Outreach]) -> Iterator[ContactEntry]:
    here = ("outreach", "in", tuple(outreach.id for outreach in page))
    own = ("participant", "=", dossier.id)
    said: dict[str, OutreachCountry] = {row.outreach: row for row in store.all(Query(OutreachCountry, (here, own)))}
    countries = store.tally(Query(OutreachCountry, (here,)), by="outreach")
    people: dict[str, list[OutreachPerson]] = defaultdict(list)
    for person in store.all(Query(OutreachPerson, (here,), order_by="position")):
        people[person.outreach].append(person)
    tasks: dict[str, list[FollowUp]] = defaultdict(list)
    for task in store.all(Query(FollowUp, (here, own))):
        tasks[task.outreach].append(task)
    promises: dict[str | None, list[Reconciled]] = defaultdict(list)
    for held in dossier.commitments:
        promises[held.commitment.outreach].append(held)
    events = {e.id: e for e in store.many(Event, list({o.event for o in page if o.event}))}
    for outreach in page:
        yield ContactEntry(
            outreach=outreach,
            said=said[outreach.id],
            others=countries[outreach.id] - 1,
            people=tuple(p for p in people[outreach.id] if p.participant in (None, dossier.id)),
            commitments=tuple(promises[outreach.id]),
            tasks=tuple(tasks[outreach.id]),
            event=events.get(outreach.event or ""),
        )
