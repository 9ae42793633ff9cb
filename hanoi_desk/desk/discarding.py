"""What was deleted brought back, with what it hangs on; and one field given the value that it had before."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from hanoi_desk.desk.refused import refuse_faulty
from hanoi_desk.records import Attachment, Record
from hanoi_desk.store import Action, Save, Store
from hanoi_desk.store.codec import from_json, shape, shapes, to_json
from hanoi_desk.store.titles import title

#: How long what was deleted is listed; the log keeps it after that.
TRASH_DAYS = 90


#: Of what one save deleted, these kinds name it, the first before the others; all other kinds after them.
_NAMING = ("outreach", "person", "event", "organisation", "mission", "officer", "commitment", "ask", "meeting", "pack")


@dataclass(frozen=True, slots=True)
class Thrown:
    """One save and what it deleted that is deleted still: how many of each kind, and records, the chief one first."""

    save: Save
    counts: Mapping[str, int]
    records: tuple[Record, ...]


class CannotRestore(Exception):
    """An earlier value that cannot stand: the field is gone, or what the value names is deleted."""

    key = "restore.deleted"
    gaps: Mapping[str, object] = MappingProxyType({})


def trash(store: Store, now: datetime) -> list[Save]:
    """Return the saves of the last TRASH_DAYS that deleted what is deleted still, the newest first.

    The time is that of the log, which a laptop's clock that goes wrong cannot turn back.
    """
    return store.deleting_saves(now - timedelta(days=TRASH_DAYS))


def thrown(store: Store, saves: Sequence[Save], most: int | None = None) -> list[Thrown]:
    """Return what these saves deleted, one for each of them, with at most so many of its records."""
    refs = {save: sorted(found, key=_rank) for save, found in store.deleted_in([s.id for s in saves]).items()}
    by_table: dict[str, list[str]] = {}
    for table, record_id in (ref for found in refs.values() for ref in found[:most]):
        by_table.setdefault(table, []).append(record_id)
    records = {r.id: r for table, ids in by_table.items() for r in _deleted(store, table, ids)}
    return [
        Thrown(
            save,
            Counter(table for table, _ in refs[save.id]),
            tuple(records[record_id] for _, record_id in refs[save.id][:most] if record_id in records),
        )
        for save in saves
    ]


def _rank(ref: tuple[str, str]) -> int:
    table = ref[0]
    return _NAMING.index(table) if table in _NAMING else len(_NAMING) + list(shapes()).index(table)


def needed(store: Store, records: Sequence[Record]) -> list[Record]:
    """Return the deleted records that these point to, and those that they point to in turn: they come back too."""
    held = {record.id for record in records}
    found: list[Record] = []
    asked = list(records)
    while asked:
        by_table: dict[str, list[str]] = {}
        for table, record_id in (link for record in asked for link in _links(record)):
            if record_id not in held:
                held.add(record_id)
                by_table.setdefault(table, []).append(record_id)
        asked = [record for table, ids in by_table.items() for record in _deleted(store, table, ids)]
        found += asked
    return found


def restore(store: Store, records: Sequence[Record], label: str = "") -> list[Record]:
    """Bring deleted records back, with those that they hang on, as one save; return all that came back."""
    coming = [*needed(store, records), *records]
    with store.change(Action.RESTORE_RECORD, label or next(filter(None, map(title, records)), "")) as change:
        for record in coming:
            change.save(record)
    return coming


def restore_field(store: Store, table: str, record_id: str, field: str, value: Any) -> Record:
    """Give a field of a record an earlier value, encoded as in the log; None where it was empty.

    :raises CannotRestore: when the record or the field is gone, or the value names what is deleted or unknown.
    :raises Refused: when the record would then break a rule.
    """
    record = store.get(shapes()[table].kind, record_id) if table in shapes() else None
    if record is None:
        raise CannotRestore(field)
    earlier = _with(record, field, value)
    if not all(_stands(store, *link) for link in _links(earlier, field)):
        raise CannotRestore(field)
    refuse_faulty([earlier])
    with store.change(Action.RESTORE_FIELD, title(earlier)) as change:
        change.save(earlier)
    return earlier


def _with(record: Record, field: str, value: Any) -> Record:
    """Return the record with one field as the log gives it; words that this program has not are not restored."""
    values = {**to_json(record), field: value}
    try:
        column = shape(type(record)).column(field)
        if column.is_text and not column.many and not isinstance(value, str | None):
            raise CannotRestore(field)
        earlier = from_json(type(record), record.id, {name: one for name, one in values.items() if one is not None})
        column.encode(getattr(earlier, field))  # what may not be empty has no code for nothing
    except (KeyError, ValueError, TypeError) as error:
        raise CannotRestore(field) from error
    if column.link is not None and not column.many and getattr(earlier, field) == "":
        raise CannotRestore(field)
    return earlier


def _links(record: Record, *only: str) -> Iterator[tuple[str, str]]:
    """Yield the table and identifier of each record that one points to by itself; members of a list may be missing."""
    for column in shape(type(record)).columns:
        if column.link is not None and not column.many and (not only or column.name in only):
            value = getattr(record, column.name)
            if value:
                yield column.link, value
    if isinstance(record, Attachment) and not only and record.record_table in shapes():
        yield record.record_table, record.record


def _deleted(store: Store, table: str, ids: Sequence[str]) -> list[Record]:
    """Return those of the records that are deleted."""
    kind = shapes()[table].kind
    standing = {record.id for record in store.many(kind, ids)}
    return [record for record in store.many(kind, ids, deleted=True) if record.id not in standing]


def _stands(store: Store, table: str, record_id: str) -> bool:
    return store.get(shapes()[table].kind, record_id) is not None
