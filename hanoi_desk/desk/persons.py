"""Persons and their posts: kept together, a post ended, two records made one or told apart again, a person erased."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hanoi_desk.contacts import present_post
from hanoi_desk.desk.refused import Fault, Refused, refuse_faulty, tidied
from hanoi_desk.persons import Pair, merged, possible_duplicates
from hanoi_desk.records import (
    KINDS,
    Appointment,
    Attachment,
    Commitment,
    CommitmentState,
    FollowUp,
    FollowUpState,
    Issue,
    Meeting,
    MeetingState,
    OutreachPerson,
    Person,
    Problem,
    Record,
    Side,
)
from hanoi_desk.store import Action, Query, Save, Store
from hanoi_desk.store.codec import shape
from hanoi_desk.store.erasing import Erasure
from hanoi_desk.text import fold


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What a person leaves open: tasks from contacts or promises with the person, promises made, meetings planned."""

    tasks: tuple[FollowUp, ...]
    promises: tuple[Commitment, ...]
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Two records that were made one, and can be told apart again: the save, and who stays and who went."""

    save: Save
    kept: str
    gone: Person


def keep_person(store: Store, person: Person, post: Appointment | None = None, *new: Record) -> Person:
    """Keep a person, new or mended, with the post held now and the body it belongs to, as one save.

    :raises Refused: when one of them breaks a rule.
    """
    known = store.get(Person, person.id) is not None
    whole = replace(tidied(person), other_names=_texts(person.other_names), languages=_texts(person.languages))
    beside: list[Record] = [tidied(one) for one in (*new, *([post] if post else []))]
    refuse_faulty([whole, *beside])
    with store.change(Action.EDIT_RECORD if known else Action.ADD_RECORD, whole.name) as change:
        change.save(whole)
        for record in beside:
            change.save(record)
    return whole


# ---- posts ----


def left_open(store: Store, person: str) -> LeftOpen:
    """Return the open tasks, promises and planned meetings for which somebody must be found when a person leaves."""
    promises = store.all(Query(Commitment, (("speaker", "=", person), ("state", "=", CommitmentState.OPEN))))
    theirs = Query(OutreachPerson, (("person", "=", person), ("side", "=", Side.THEIRS)), select="outreach")
    is_open = ("state", "=", FollowUpState.OPEN)
    tasks: dict[str, FollowUp] = {}
    for where in (("commitment", "in", [c.id for c in promises]), ("outreach", "in", theirs)):
        tasks |= {task.id: task for task in store.all(Query(FollowUp, (is_open, where), order_by="due_on"))}
    # Of a contact with many States only the tasks that concern the person's own are the person's.
    known = store.get(Person, person)
    own = [t for t in tasks.values() if not (known and known.participant) or t.participant in (None, known.participant)]
    planned = ("state", "in", (MeetingState.PLANNED, MeetingState.CONFIRMED))
    meetings = store.all(Query(Meeting, (("counterpart", "=", person), planned), order_by="on"))
    return LeftOpen(tuple(own), tuple(promises), tuple(meetings))


def end_post(
    store: Store,
    post: Appointment,
    last_day: date,
    successor: Person | None = None,
    task: FollowUp | None = None,
) -> None:
    """End a post, and note who holds it from the next day on, or a task to find that out, as one save.

    Contacts keep the name and title of their day, promises their speaker and tasks their State. A successor who is
    not on file yet is kept too; what the person can do on this file is not handed on with the title.
    :raises Refused: when the post would end before it began, or the successor has no name.
    """
    ended = replace(post, to_on=last_day)
    following: list[Record] = [task] if task else []
    if successor is not None:
        if successor.id == post.person:
            raise Refused([Fault(successor, Problem("successor", Issue.OUT_OF_RANGE))])
        following += _follows(store, ended, successor, last_day + timedelta(days=1))
    kept: list[Record] = [tidied(one) for one in (ended, *following)]
    refuse_faulty(kept)
    person = store.get(Person, post.person)
    with store.change(Action.END_POST, person.name if person else "") as change:
        for record in kept:
            change.save(record)


def _follows(store: Store, post: Appointment, successor: Person, day: date) -> Iterator[Record]:
    if store.get(Person, successor.id) is None:
        yield successor
    held = store.all(Query(Appointment, (("person", "=", successor.id),)))
    if any(_is_same(one, post) and (one.to_on is None or one.to_on >= day) for one in held):
        return
    yield Appointment(
        person=successor.id,
        title=post.title,
        organisation=post.organisation,
        participant=post.participant,
        level=post.level,
        from_on=day,
    )


def _is_same(one: Appointment, other: Appointment) -> bool:
    return fold(one.title) == fold(other.title) and one.organisation == other.organisation


# ---- two records of one person ----


def duplicates(store: Store) -> tuple[Pair, ...]:
    """Return the pairs of persons who may be one, by name."""
    emails: dict[str, list[str]] = {}
    for post in store.all(Query(Appointment, (("email", "!=", ""),))):
        emails.setdefault(post.person, []).append(post.email)
    return possible_duplicates(store.all(Query(Person, order_by="title")), emails)


def merge_persons(store: Store, keep: Person, gone: Person, chosen: Person) -> Person:
    """Make two records of one person one, as one save: `chosen` says what the kept one says from now on.

    Everything that pointed to the other one points to the kept one: posts, contacts, promises, planned meetings,
    files. `split_persons` tells them apart again, also much later.
    :raises Refused: when the chosen person breaks a rule, or the two are the same record.
    """
    if keep.id == gone.id:
        raise Refused([Fault(gone, Problem("name", Issue.OUT_OF_RANGE))])
    whole = tidied(replace(chosen, id=keep.id))
    refuse_faulty([whole])
    with store.change(Action.MERGE_PERSONS, whole.name, kept=keep.id, gone=gone.id) as change:
        for record in [*_relinked(store, gone.id, keep.id), whole]:
            change.save(record)
        change.delete(gone)
    return whole


def united(keep: Person, gone: Person, taken: tuple[str, ...] = ()) -> Person:
    """Return what a merged person would say, with the fields in `taken` from the one that goes."""
    return merged(keep, gone, taken)


def tell_apart(store: Store, one: Person, other: Person) -> None:
    """Note that two persons are not the same, so that they are never offered as one again."""
    with store.change(Action.EDIT_RECORD, one.name) as change:
        change.save(replace(one, distinct_from=tuple(dict.fromkeys((*one.distinct_from, other.id)))))


def merges(store: Store, person: str) -> list[Merge]:
    """Return the merges that made a person what it is and can be taken back, newest first."""
    found = []
    split = {told.get("merge") for _, told in store.saves_by(Action.SPLIT_PERSONS)}
    for save, told in store.saves_by(Action.MERGE_PERSONS):
        if save.id not in split and told.get("kept") == person and store.get(Person, str(told.get("gone"))) is None:
            gone = store.many(Person, [str(told["gone"])], deleted=True)
            if gone and gone[0].name:
                found.append(Merge(save, person, gone[0]))
    return found


def split_persons(store: Store, save_id: str) -> Person:
    """Tell two persons apart again who were merged by a save; return the one that comes back.

    What was written since the merge stays with the one that was kept: fields changed since, and links made since.
    They are not offered as one again.
    :raises KeyError: when there is no such merge, or one of the two was erased.
    """
    told = {save.id: told for save, told in store.saves_by(Action.MERGE_PERSONS)}[save_id]
    kept, gone = store.need(Person, told["kept"]), str(told["gone"])
    back = next(iter(store.many(Person, [gone], deleted=True)), None)
    if back is None or not back.name or store.get(Person, gone) is not None:
        raise KeyError(f"no person {gone} to bring back")
    with store.change(Action.SPLIT_PERSONS, kept.name, merge=save_id) as change:
        change.take_back(save_id)
        now = store.need(Person, kept.id)
        change.save(replace(now, distinct_from=tuple(dict.fromkeys((*now.distinct_from, gone)))))
    return store.need(Person, gone)


def links_of(store: Store, person: str) -> int:
    """Return how many records point to a person: of two, the one with more is kept."""
    return sum(1 for _ in _linked(store, person))


def _relinked(store: Store, old: str, new: str) -> Iterator[Record]:
    for record, name in _linked(store, old):
        value: Any = getattr(record, name)
        if isinstance(value, tuple):
            others = dict.fromkeys(new if one == old else one for one in value)
            value = tuple(one for one in others if one != record.id)
        else:
            value = new
        if record.id != new:
            yield replace(record, **{name: value})


def _linked(store: Store, person: str) -> Iterator[tuple[Record, str]]:
    for kind in KINDS:
        for column in shape(kind).columns:
            if column.link == Person.table:
                operator = "has" if column.many else "="
                for record in store.all(Query(kind, ((column.name, operator, person),))):
                    yield record, column.name
    for file in store.all(Query(Attachment, (("record", "=", person),))):
        yield file, "record"


# ---- for good ----


def erasure_of(store: Store, person: str) -> Erasure:
    """Return what erasing a person would remove and which texts name the person; nothing is changed.

    :raises KeyError: when there is no such person.
    """
    return store.erasure(person)


def erase_person(store: Store, person: str, instead: str, *, in_texts: bool = False) -> Erasure:
    """Erase a person for good; the one step that cannot be undone. Backups and paper are out of its reach.

    `instead` stands where the name was. Texts that name the person stay as they are unless `in_texts`.
    :raises KeyError: when there is no such person.
    """
    return store.erase(person, instead, in_texts=in_texts)


def post_now(store: Store, person: str, today: date) -> Appointment | None:
    """Return the post that a person holds today; of several the one taken up last."""
    return present_post(store.all(Query(Appointment, (("person", "=", person),))), today)


def _texts(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in (" ".join(value.split()) for value in values) if text))
