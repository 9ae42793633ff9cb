"""Logging, mending and deleting a contact with everything that was said and agreed in it, as one save."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hanoi_desk.desk.commitments import settled
from hanoi_desk.desk.refused import Fault, Refused, faults_in, tidied
from hanoi_desk.records import (
    Appointment,
    Ask,
    Commitment,
    Event,
    FollowUp,
    Issue,
    Meeting,
    MeetingState,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    Problem,
    Record,
)
from hanoi_desk.store import Action, Query, Store, Writing
from hanoi_desk.store.titles import title


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachEntry:
    """One contact as a form or a file gives it: the meeting and all that hangs on it."""

    outreach: Outreach
    countries: tuple[OutreachCountry, ...] = ()
    people: tuple[OutreachPerson, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    asks: tuple[Ask, ...] = ()
    #: Persons, posts, organisations and events first met here.
    new: tuple[Person | Appointment | Organisation | Event, ...] = ()
    #: Slots of a programme whose result this is: they are noted as held, with this contact, by the same save.
    slots: tuple[Meeting, ...] = ()

    def records(self) -> Iterable[Record]:
        """Yield every record, each after those that it points to."""
        yield from self.new
        yield self.outreach
        yield from self.countries
        yield from self.people
        yield from self.commitments
        yield from self.asks
        yield from self.follow_ups
        yield from self.slots


_PARTS: tuple[type[Record], ...] = (OutreachCountry, OutreachPerson, Commitment, FollowUp, Ask)


def check_outreach(entry: OutreachEntry) -> list[Fault]:
    """Return all that is wrong with an entry; only a date and one country or organisation are needed."""
    faults = faults_in(entry.records())
    if not entry.countries and not entry.outreach.organisations:
        faults.append(Fault(entry.outreach, Problem("countries", Issue.MISSING)))
    return faults


def log_outreach(store: Store, entries: Sequence[OutreachEntry], label: str = "") -> None:
    """Keep new contacts, all of them or none, as one save.

    :raises Refused: when an entry breaks a rule; nothing is then kept.
    """
    _keep(store, Action.LOG_OUTREACH, entries, label)


def edit_outreach(store: Store, entry: OutreachEntry, label: str = "") -> None:
    """Keep a mended contact; countries, people, promises, requests and tasks no longer in it go.

    :raises Refused: when the entry breaks a rule; nothing is then kept.
    """
    _keep(store, Action.EDIT_OUTREACH, [entry], label)


def entry_of(store: Store, outreach_id: str) -> OutreachEntry:
    """Return a contact with all that hangs on it, as a form shows it.

    :raises KeyError: when there is no such contact.
    """
    where = (("outreach", "=", outreach_id),)
    return OutreachEntry(
        outreach=store.need(Outreach, outreach_id),
        countries=tuple(store.all(Query(OutreachCountry, where, order_by="position"))),
        people=tuple(store.all(Query(OutreachPerson, where, order_by="position"))),
        commitments=tuple(store.all(Query(Commitment, where))),
        follow_ups=tuple(store.all(Query(FollowUp, where))),
        asks=tuple(store.all(Query(Ask, where))),
    )


def delete_outreach(store: Store, outreach_id: str, label: str = "") -> None:
    """Delete a contact with the promises, requests and tasks recorded in it; one undo brings all back."""
    entry = entry_of(store, outreach_id)
    with store.change(Action.DELETE_OUTREACH, label or title(entry.outreach)) as change:
        for slot in store.all(Query(Meeting, (("outreach", "=", outreach_id),))):
            change.save(replace(slot, outreach=None))
        for record in reversed(list(entry.records())):
            change.delete(record)


def _keep(store: Store, action: Action, entries: Sequence[OutreachEntry], label: str) -> None:
    tidied_ones = [_tidied(entry) for entry in entries]
    if faults := [fault for entry in tidied_ones for fault in check_outreach(entry)]:
        raise Refused(faults)
    tidied_ones = [replace(one, commitments=tuple(settled(store, c) for c in one.commitments)) for one in tidied_ones]
    with store.change(action, label or title(tidied_ones[0].outreach)) as change:
        for entry in tidied_ones:
            if action is Action.EDIT_OUTREACH:
                _drop_parts(store, change, entry)
            for record in entry.records():
                if not isinstance(record, Meeting):
                    change.save(record)
            _note_held(store, change, entry)


def _note_held(store: Store, change: Writing, entry: OutreachEntry) -> None:
    """Note the slots as held; they may have been changed, or taken off the programme, since the form was opened."""
    for slot in store.many(Meeting, [slot.id for slot in entry.slots]):
        change.save(replace(slot, outreach=entry.outreach.id, state=MeetingState.HELD))


def _drop_parts(store: Store, change: Writing, entry: OutreachEntry) -> None:
    kept = {record.id for record in entry.records()}
    for kind in _PARTS:
        for part in store.all(Query(kind, (("outreach", "=", entry.outreach.id),))):
            if part.id not in kept:
                change.delete(part)


def _tidied(entry: OutreachEntry) -> OutreachEntry:
    return OutreachEntry(
        outreach=tidied(entry.outreach),
        countries=tuple(tidied(r) for r in entry.countries),
        people=tuple(tidied(r) for r in entry.people),
        commitments=tuple(tidied(r) for r in entry.commitments),
        follow_ups=tuple(tidied(r) for r in entry.follow_ups),
        asks=tuple(tidied(r) for r in entry.asks),
        new=tuple(tidied(r) for r in entry.new),
        slots=entry.slots,
    )
