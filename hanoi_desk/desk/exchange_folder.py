"""A desk's own folder taken in: compared with what is held, and kept as one save or not at all."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from hanoi_desk.folder import Folder, FolderError, FolderFault, Refusal, Row, kept_file
from hanoi_desk.records import KINDS, Attachment, Record, problems
from hanoi_desk.store import Action, Store
from hanoi_desk.store.codec import shape
from hanoi_desk.text import secret_word


class Standing(StrEnum):
    """How a record of the folder stands to what is held."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Compared:
    """A record of the folder as it would be kept, and the fields in which the one that is held differs."""

    record: Record
    standing: Standing
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderComparison:
    """A folder beside the desk, before anything is taken; nothing is taken while anything is refused."""

    folder: Folder
    records: tuple[Compared, ...]
    refused: tuple[Refusal, ...]

    def count(self, standing: Standing) -> int:
        """Return how many records stand so."""
        return sum(compared.standing is standing for compared in self.records)

    def by_kind(self) -> Mapping[str, Counter[Standing]]:
        """Return the counts for each kind of which the folder has records."""
        found: dict[str, Counter[Standing]] = {}
        for compared in self.records:
            found.setdefault(compared.record.table, Counter())[compared.standing] += 1
        return found


def compare_folder(store: Store, folder: Folder) -> FolderComparison:
    """Return what the folder would add to the desk or change in it, and what of it cannot be taken.

    A record that the desk had and deleted is new. What the desk has and the folder has not is left alone.
    """
    desk = _Desk(store, folder)
    compared: list[Compared] = []
    refused = list(folder.refused)
    for row in folder.rows:
        record, faults = desk.linked(row)
        found = _compared(record, desk.held.get(record.id))
        if found.standing is not Standing.SAME:
            faults += _faults(record, row)
        if faults:
            refused += faults
        else:
            compared.append(found)
    order = {kind.table: place for place, kind in enumerate(KINDS)}
    refused.sort(key=lambda one: (order.get(one.file.removesuffix(".jsonl"), -1), one.line))
    return FolderComparison(folder, tuple(compared), tuple(refused))


def import_folder(store: Store, comparison: FolderComparison) -> None:
    """Keep the new and the changed records with the files they name, as one save; undo takes all of it back.

    :raises FolderError: when anything of the folder is refused, or a file has changed meanwhile; nothing is then kept.
    """
    if comparison.refused:
        first = comparison.refused[0]
        raise FolderError(first.why, first.file, first.value)
    taken = [compared.record for compared in comparison.records if compared.standing is not Standing.SAME]
    files = set(comparison.folder.files)
    with store.change(Action.IMPORT_RECORDS, comparison.folder.desk) as change:
        for record in taken:
            name, digest = kept_file(record)
            if digest in files:
                change.keep_file(name, comparison.folder.file(digest))
            change.save(record)


class _Desk:
    """What the desk and the folder have between them, so that every link can be followed."""

    def __init__(self, store: Store, folder: Folder) -> None:
        self._deleted = folder.deleted
        by_kind: dict[type[Record], list[str]] = {}
        for row in folder.rows:
            by_kind.setdefault(type(row.record), []).append(row.record.id)
        self.held: dict[str, Record] = {
            record.id: record for kind, ids in by_kind.items() for record in store.many(kind, ids)
        }
        coming = {row.record.id: row.record.table for row in folder.rows}
        linked = {link for row in folder.rows for _, link, _ in _links(row.record)}
        linked |= {row.record.record for row in folder.rows if isinstance(row.record, Attachment)}
        self._known = store.tables_of(sorted(coming.keys() | linked))
        self._tables = {**coming, **self._known}

    def linked(self, row: Row) -> tuple[Record, list[Refusal]]:
        """Return the record without links to what was deleted before the folder was written, and what is wrong."""
        record = row.record
        faults: list[Refusal] = []
        if self._known.get(record.id, record.table) != record.table:
            faults.append(Refusal(FolderFault.OTHER_KIND, row.file, row.line, "id", record.id))
        if isinstance(record, Attachment) and self._tables.get(record.record) != record.record_table:
            faults.append(Refusal(FolderFault.NO_SUCH_RECORD, row.file, row.line, "record", record.record))
        cleared: dict[str, Any] = {}
        for name, link, may_go in _links(record):
            if self._tables.get(link) == shape(type(record)).column(name).link:
                continue
            if link in self._deleted and link not in self._tables and may_go:
                value = cleared.get(name, getattr(record, name))
                cleared[name] = tuple(one for one in value if one != link) if isinstance(value, tuple) else None
            else:
                faults.append(Refusal(FolderFault.NO_SUCH_RECORD, row.file, row.line, name, link))
        return (replace(record, **cleared) if cleared else record), faults


def _links(record: Record) -> Iterator[tuple[str, str, bool]]:
    """Yield the links of a record: the field, the identifier, and whether it may be left out."""
    for column in shape(type(record)).columns:
        if column.link is not None:
            value = getattr(record, column.name)
            for link in value if column.many else (value,) if value else ():
                yield column.name, link, column.many or column.empty is None


def _compared(record: Record, held: Record | None) -> Compared:
    if held is None:
        return Compared(record, Standing.NEW)
    names = tuple(f.name for f in fields(record) if getattr(record, f.name) != getattr(held, f.name))
    return Compared(record, Standing.CHANGED if names else Standing.SAME, names)


def _faults(record: Record, row: Row) -> list[Refusal]:
    """Return the rules that a record breaks, and its fields that bear a mark of a State secret."""
    faults = [Refusal(problem.issue, row.file, row.line, problem.field) for problem in problems(record)]
    for f in fields(record):
        value = getattr(record, f.name)
        texts = value if isinstance(value, tuple) else (value,)
        mark = next((mark for text in texts if isinstance(text, str) and (mark := secret_word(text))), None)
        if mark:
            faults.append(Refusal(FolderFault.SECRET_MARK, row.file, row.line, f.name, mark))
    return faults
