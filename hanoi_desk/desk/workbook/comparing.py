"""A workbook beside the desk, row by row, before anything is taken; then all that is wanted of it as one save."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from hanoi_desk.desk.refused import tidied
from hanoi_desk.desk.workbook.contacts import attendee_id
from hanoi_desk.desk.workbook.making import Wanted
from hanoi_desk.desk.workbook.remarks import Remark, RowCaution
from hanoi_desk.desk.workbook.row import About, ReadRow
from hanoi_desk.desk.workbook.rows import ReadRows
from hanoi_desk.records import FollowUp, FollowUpState, OutreachPerson, Record, problems
from hanoi_desk.store import Action, Change, Query, Store
from hanoi_desk.store.codec import shape


class RowStanding(StrEnum):
    """How a row stands to what is held; the words are in `words.csv` under `row_standing.`."""

    NEW = "new"
    CHANGED = "changed"
    CHANGED_HERE = "changed_here"  # edited or deleted in the desk since it was imported: taken only when ticked
    SAME = "same"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row as it would be kept; `number` counts from 0 at the top of the sheet, `fields` are those that change."""

    number: int
    about: About
    standing: RowStanding
    remarks: tuple[Remark, ...] = ()
    records: tuple[Record, ...] = ()
    drops: tuple[Record, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WorkbookComparison:
    """All rows of a sheet beside the desk."""

    read: ReadRows
    rows: tuple[ComparedRow, ...]

    def of(self, standing: RowStanding) -> tuple[ComparedRow, ...]:
        """Return the rows that stand so."""
        return tuple(row for row in self.rows if row.standing is standing)

    def counts(self) -> Counter[RowStanding]:
        """Return how many rows stand how."""
        return Counter(row.standing for row in self.rows)


def compare_workbook(store: Store, read: ReadRows) -> WorkbookComparison:
    """Return what the rows would add to the desk or change in it; nothing is written."""
    rows: list[ComparedRow] = []
    for part in compared_in_parts(store, read):
        rows += part
    return WorkbookComparison(read, tuple(rows))


def compared_in_parts(store: Store, read: ReadRows, size: int = 100) -> Iterator[list[ComparedRow]]:
    """Yield the compared rows a part at a time, so that a window stays alive meanwhile."""
    for start in range(0, len(read.rows), size):
        rows = read.rows[start : start + size]
        desk = _Desk(store, rows)
        yield [desk.compared(row) for row in rows]


def import_workbook(
    store: Store,
    comparison: WorkbookComparison,
    overwrite: Collection[int] = (),
    label: str = "",
    watch: Callable[[int], None] = lambda _: None,
) -> Change | None:
    """Keep the new and changed rows as one save; undo takes all of it back. None when there is nothing to keep.

    `overwrite` are the numbers of the rows changed here that are to be taken all the same. `watch` is told how far the
    writing is, in hundredths.
    """
    taken = (RowStanding.NEW, RowStanding.CHANGED)
    wanted = [
        row
        for row in comparison.rows
        if row.standing in taken or (row.standing is RowStanding.CHANGED_HERE and row.number in overwrite)
    ]
    with store.change(Action.IMPORT_WORKBOOK, label or comparison.read.book) as change:
        seen: dict[str, Record] = {}
        for place, row in enumerate(wanted):
            if place % 100 == 0:
                watch(100 * place // len(wanted))
            for record in row.drops:
                change.delete(record)
            for record in row.records:
                if seen.get(record.id) != record:
                    seen[record.id] = record
                    change.save(record)
    return change.done


#: A record that went with these is not one that somebody threw away.
_OWN = (Action.UNDO, Action.IMPORT_WORKBOOK)


@dataclass(slots=True)
class _Found:
    """What comes of one row while its records are looked at."""

    records: list[Record] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)
    is_changed: bool = False


class _Desk:
    """What the desk holds of some rows, fetched at once."""

    def __init__(self, store: Store, rows: Sequence[ReadRow]) -> None:
        by_kind: dict[type[Record], dict[str, None]] = {}
        for row in rows:
            for wanted in row.wanted:
                by_kind.setdefault(type(wanted.record), {})[wanted.record.id] = None
            for kind, record_id in row.drops:
                by_kind.setdefault(kind, {})[record_id] = None
        self._held: dict[str, Record] = {
            record.id: record for kind, ids in by_kind.items() for record in store.many(kind, list(ids))
        }
        ids = [record_id for some in by_kind.values() for record_id in some]
        missing = [one for one in ids if one not in self._held]
        self._deleted = {record_id for record_id, action in store.last_deletions(missing).items() if action not in _OWN}
        changed = [
            held.id
            for row in rows
            for wanted in row.wanted
            if (held := self._held.get(wanted.record.id)) and _merged(held, wanted) != held
        ]
        dropped = [record_id for row in rows for _, record_id in row.drops if record_id in self._held]
        self._imported = store.written_by(Action.IMPORT_WORKBOOK, changed + dropped)
        contacts = [row.contact for row in rows if row.contact in self._held]
        self._present: dict[str, list[OutreachPerson]] = {}
        for person in store.all(Query(OutreachPerson, (("outreach", "in", contacts),))) if contacts else ():
            self._present.setdefault(person.outreach, []).append(person)

    def compared(self, row: ReadRow) -> ComparedRow:
        """Return a row beside what is held of it."""
        if row.is_refused or not row.wanted:
            standing = RowStanding.REJECTED if row.is_refused else RowStanding.SAME
            return ComparedRow(row.number, row.about, standing, row.remarks)
        found = _Found(remarks=list(row.remarks))
        for wanted in row.wanted:
            self._look(row, wanted, found)
        drops = tuple(self._dropped(row, found))
        for record in found.records:
            found.remarks += [Remark(p.issue, value=f"{record.table}.{p.field}") for p in problems(record)]
        return ComparedRow(
            row.number,
            row.about,
            _standing(found, row.main not in self._held, bool(drops)),
            tuple(dict.fromkeys(found.remarks)),
            tuple(found.records),
            drops,
            tuple(found.fields),
        )

    def _look(self, row: ReadRow, wanted: Wanted, found: _Found) -> None:
        held = self._held.get(wanted.record.id)
        record = tidied(wanted.record)
        if held is None:
            if record.id in self._deleted and (record.id == row.main or row.main in self._held):
                found.remarks.append(Remark(RowCaution.DELETED_HERE, value=record.table))
            found.records.append(record)
            found.is_changed = True
            return
        merged = self._with_own(held, _merged(held, wanted))
        if merged == held:
            return
        found.is_changed = True
        found.records.append(merged)
        names = [f.name for f in fields(held) if getattr(merged, f.name) != getattr(held, f.name)]
        found.fields += [(held.table, name) for name in names]
        edited = [name for name in names if name in wanted.decides and self._edited_here(held, name)]
        found.remarks += [Remark(RowCaution.CHANGED_HERE, value=f"{held.table}.{name}") for name in edited]

    def _with_own(self, held: Record, merged: Record) -> Record:
        """Return the merged record with what was filled in here where the workbook's cell is empty."""
        own = {
            f.name: getattr(held, f.name)
            for f in fields(held)
            if getattr(merged, f.name) in (None, "", ()) and self._edited_here(held, f.name)
        }
        return replace(merged, **own) if own else merged

    def _edited_here(self, held: Record, name: str) -> bool:
        """Return whether a field holds what no import wrote: not empty, and typed or corrected in the desk."""
        column = shape(type(held)).column(name)
        value = getattr(held, name)
        if value == column.empty or value in (None, "", ()) or value == _default(held, name):
            return False
        told = column.encode(value)
        imported = self._imported.get(held.id, [])
        return not any(name in values and values[name] == told for values in imported)

    def _dropped(self, row: ReadRow, found: _Found) -> Iterator[Record]:
        for _, record_id in row.drops:
            held = self._held.get(record_id)
            if held is None:
                continue
            found.fields.append((held.table, "*"))
            imported = self._imported.get(held.id, [])
            whole = {name: value for values in imported for name, value in values.items()}
            if any(self._edited_here(held, name) for name in whole):
                found.remarks.append(Remark(RowCaution.CHANGED_HERE, value=held.table))
            yield held
        wanted = {one.record.id for one in row.wanted}
        for person in self._present.get(row.contact, ()):
            # Those whom somebody added in the desk have other identifiers and stay.
            is_imported = person.id == attendee_id(row.contact, person.name, person.side)
            if is_imported and person.side in row.sides and person.id not in wanted:
                yield person


def _merged(held: Record, wanted: Wanted) -> Record:
    """Return the held record with the fields that the row decides."""
    new: Any = tidied(wanted.record)
    merged = replace(held, **{name: getattr(new, name) for name in wanted.decides})
    if isinstance(held, FollowUp) and isinstance(merged, FollowUp) and merged.state is not held.state:
        merged = replace(merged, closed_on=None if merged.state is FollowUpState.OPEN else new.closed_on)
    return merged


def _default(record: Record, name: str) -> object:
    found = next(f for f in fields(record) if f.name == name)
    return found.default


def _standing(found: _Found, is_new: bool, drops: bool) -> RowStanding:
    if any(remark.refuses for remark in found.remarks):
        return RowStanding.REJECTED
    if any(remark.why in (RowCaution.CHANGED_HERE, RowCaution.DELETED_HERE) for remark in found.remarks):
        return RowStanding.CHANGED_HERE
    if not found.is_changed and not drops:
        return RowStanding.SAME
    return RowStanding.NEW if is_new else RowStanding.CHANGED


def records_in(rows: Iterable[ComparedRow]) -> Counter[str]:
    """Return how many records of each table these rows would keep."""
    seen = {record.id: record.table for row in rows for record in row.records}
    return Counter(seen.values())
