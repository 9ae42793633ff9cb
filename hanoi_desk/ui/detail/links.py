"""What a record points to and what points to it, beyond what its own cards show: no link is a dead end."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from hanoi_desk.language import Named, name_of, short_date
from hanoi_desk.records import (
    KINDS,
    Appointment,
    Commitment,
    Coverage,
    Event,
    FollowUp,
    Meeting,
    Mission,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Participant,
    Person,
    Record,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.store.codec import shape
from hanoi_desk.store.query import Condition
from hanoi_desk.store.titles import title
from hanoi_desk.ui.actions import PAGES
from hanoi_desk.ui.places import PAGE_OF
from hanoi_desk.ui.session import Goal, Session

#: Kinds that are parts of another: the field by which they hang on it.
_PARTS: dict[type[Record], str] = {OutreachCountry: "outreach", OutreachPerson: "outreach", Appointment: "person"}
#: Kinds that a record of another shows in a way of its own, or that have no page.
_LEFT_OUT: tuple[type[Record], ...] = (Coverage,)
#: Pages that list the records of a kind and so can show those that a number counts.
_LISTS = frozenset(
    {
        "countries",
        "outreach",
        "commitments",
        "follow_ups",
        "asks",
        "people",
        "organisations",
        "missions",
        "officers",
        "events",
    }
)
#: Of a contact with all States, so many parts are looked at.
_MOST_PARTS = 250
#: How many of a kind are named; the rest is one link.
EACH = 5


@dataclass(frozen=True, slots=True)
class Group:
    """Linked records of one page: its name, some of them, and the way to all where there are more."""

    page: str
    words: str
    entries: tuple[tuple[str, Goal], ...]
    number: int
    more: Goal | None = None


def linked(session: Session, record: Record, goals: Iterable[Goal], rule: str) -> list[Group]:
    """Return the records linked with one in either direction, without those that `goals` already lead to.

    A page that a goal with conditions leads to is taken as shown. `rule` says of the rest what they have in common.
    """
    known = {goal.record for goal in goals}
    shown = {goal.page for goal in goals if goal.where or goal.facet[0]}
    found: dict[str, dict[str, None]] = {}
    outward = [pair for one in (record, *_parts(session.store, record)) for pair in _outward(one)]
    for table, ids in (*outward, *_inward(session.store, record)):
        page = PAGE_OF.get(table)
        if page and page not in shown:
            found.setdefault(table, {}).update(dict.fromkeys(one for one in ids if one not in (*known, record.id)))
    groups = (_group(session, table, list(ids), rule) for table, ids in found.items() if ids)
    order = [page.key for page in PAGES]
    return sorted((group for group in groups if group), key=lambda group: order.index(group.page))


def _outward(record: Record) -> Iterable[tuple[str, Collection[str]]]:
    for column in shape(type(record)).columns:
        if column.link is not None:
            value = getattr(record, column.name)
            yield column.link, value if column.many else (value,) if value else ()


def _parts(store: Store, record: Record) -> list[Record]:
    """Return the parts of a record, such as who was there, which point on to others."""
    found: list[Record] = []
    for kind, owner in _PARTS.items():
        if shape(kind).column(owner).link == record.table:
            found += store.all(Query(kind, ((owner, "=", record.id),), limit=_MOST_PARTS))
    return found


def _inward(store: Store, record: Record) -> Iterable[tuple[str, Collection[str]]]:
    for kind in KINDS:
        part_of = _PARTS.get(kind, "id")
        table = kind.table if part_of == "id" else str(shape(kind).column(part_of).link)
        if table not in PAGE_OF or kind in _LEFT_OUT:
            continue
        for column in shape(kind).columns:
            if column.link == record.table and column.name != part_of:
                where: Condition = (column.name, "has" if column.many else "=", record.id)
                yield table, store.ids(Query(kind, (where,), select=part_of))


def _group(session: Session, table: str, ids: list[str], rule: str) -> Group | None:
    kind = next(one for one in KINDS if one.table == table)
    page = PAGE_OF[table]
    records: list[Record] = session.store.many(kind, ids[:EACH])
    if not records:
        return None
    entries = tuple((words_for(session, one), Goal(page, one.id)) for one in records)
    more = len(ids) > EACH and page in _LISTS
    goal = Goal(page, where=(("id", "in", ids),), rule=rule) if more else None
    words = next(one.words() for one in PAGES if one.key == page)
    return Group(page, words, entries, len(ids), goal)


def words_for(session: Session, record: Record) -> str:
    """Return the words by which a link calls a record."""
    match record:
        case Participant() | Mission() | Officer() | Organisation() | Event() | Person():
            named: Named = record
            return name_of(named, session.language)
        case Outreach():
            return f"{short_date(record.held_on)}, {title(record) or session.label(record.kind)}"
        case Commitment():
            return ": ".join(filter(None, (_country(session, record.participant), session.label(record.act))))
        case Meeting():
            return ", ".join(filter(None, (short_date(record.on), record.time, title(record))))
        case FollowUp():
            return record.what
    return title(record) or session.word(f"record.{record.table}")


def _country(session: Session, participant: str) -> str:
    found = session.store.get(Participant, participant)
    return session.name(found) if found else ""
