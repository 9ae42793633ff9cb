"""What can still be read of a damaged desk, brought into a new one, with a count of what could not.

The log of changes comes first, since every record can be made from it. A record whose place in the log is lost, but
whose row still stands in its own table, is written into the new log as it is.
"""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hanoi_desk.records import KINDS, Record
from hanoi_desk.schema import migrations
from hanoi_desk.storage import (
    Connection,
    DatabaseError,
    IntegrityError,
    StoreError,
    StoreErrorCode,
    connect,
    copy_keys,
    create,
    told,
)
from hanoi_desk.store import log
from hanoi_desk.store.actions import Action
from hanoi_desk.store.codec import shape
from hanoi_desk.store.reading import read
from hanoi_desk.store.store import Store

#: The tables that nothing else can be made from, in the order in which they are needed.
_KEPT = ("stream", "change", "local", "draft", "blob")
#: No more places than this are tried, or a wreck would keep the program busy for hours.
_MOST_FAILURES = 20_000
#: And of an encrypted desk, which is opened anew after each, in about a millisecond.
_MOST_SEALED = 2_000
_HIGHEST = 1 << 40


#: A stream whose own row is lost gets another one, under a name that no laptop goes on in.
_LOST_STREAMS = (
    "insert into stream(number, id, installation)"
    " select stream, lower(hex(randomblob(16))), 'salvaged' from change"
    " where stream not in (select number from stream) group by stream"
)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came over: rows by table, the places that could not be read, and the records found outside the log."""

    rows: dict[str, int]
    unread: dict[str, int]
    outside_log: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing was lost."""
        return not any(self.unread.values())


@dataclass(slots=True)
class _Reader:
    """Reads a table in pieces, and halves a piece that cannot be read until what is broken is left out.

    An encrypted file is opened anew after each failure: once SQLCipher has met a page whose seal is broken, that
    connection reads no other page either.
    """

    path: Path
    key: bytes | None
    source: Connection
    failures: int = 0
    unread: dict[str, int] = field(default_factory=dict)

    def rows(self, table: str, by: str, low: int, high: int, more: str = "") -> Iterator[Sequence[object]]:
        sql = f'select * from "{table}" where {by} between ? and ? {more} order by {by}'
        try:
            found = self.all(sql, low, high)
        except (DatabaseError, UnicodeDecodeError, OverflowError):
            self.failures += 1
            if low == high or self.failures > (_MOST_SEALED if self.key else _MOST_FAILURES):
                self.unread[table] = self.unread.get(table, 0) + 1
                return
            middle = (low + high) // 2
            yield from self.rows(table, by, low, middle, more)
            yield from self.rows(table, by, middle + 1, high, more)
            return
        yield from found

    def all(self, sql: str, *values: object) -> list[Sequence[object]]:
        """Return all that a question finds.

        :raises DatabaseError: as the driver does, and UnicodeDecodeError, where what it asks for cannot be read.
        """
        try:
            return self.source.execute(sql, values).fetchall()
        except (DatabaseError, UnicodeDecodeError, OverflowError):
            self.begin_anew()
            raise

    def begin_anew(self) -> None:
        """Open an encrypted file again."""
        if self.key is not None:
            self.source.close()
            self.source = connect(self.path, key=self.key)


def salvage(damaged: Path, target: Path, key: bytes | None = None) -> Salvaged:
    """Read all that can be read of a damaged desk into a new plain or encrypted one, and say what could not be.

    The damaged file is only read. `key` is its data key; the new desk is encrypted with the same.
    :raises StoreError: DAMAGED when not even its list of tables can be read; EXISTS, DISK_FULL.
    """
    with told(damaged):
        source = connect(damaged, key=key)
    try:
        tables = _tables(source, damaged)
        store = _begun(target, damaged, key)
    except BaseException:
        source.close()
        raise
    reader = _Reader(damaged, key, source)
    try:
        found = _bring_over(reader, tables, store)
    except BaseException:
        store.close()
        target.unlink(missing_ok=True)
        raise
    finally:
        reader.source.close()
    store.close()
    return found


def _begun(target: Path, damaged: Path, key: bytes | None) -> Store:
    connection = create(target, migrations, key=key)
    copy_keys(damaged, target)
    return Store(connection, target, "", lambda: time.time_ns() // 1_000_000)


def _tables(source: Connection, path: Path) -> set[str]:
    try:
        return {name for (name,) in source.execute("select name from sqlite_schema where type = 'table'").fetchall()}
    except (DatabaseError, UnicodeDecodeError) as error:
        raise StoreError(StoreErrorCode.DAMAGED, path=str(path)) from error


def _bring_over(reader: _Reader, tables: set[str], store: Store) -> Salvaged:
    counted: dict[str, int] = {}
    with store.bare() as target:
        for table in _KEPT:
            if table in tables:
                counted[table] = _copy(reader, table, target)
        target.execute(_LOST_STREAMS)
        dropped = _drop_nonsense(target)
    if dropped:
        counted["change"] = counted.get("change", 0) - dropped
        reader.unread["change"] = reader.unread.get("change", 0) + dropped
    store.rebuild()
    outside = _save_outside_log(reader, tables, store, counted)
    return Salvaged(counted, reader.unread, outside)


def _copy(reader: _Reader, table: str, target: Connection) -> int:
    count = 0
    for row in _whole(reader, table):
        marks = ",".join("?" * len(row))
        if table == "change" and not _makes_sense(row):
            reader.unread[table] = reader.unread.get(table, 0) + 1
            continue
        try:
            count += target.execute(f'insert or ignore into "{table}" values ({marks})', tuple(row)).rowcount
        except IntegrityError:  # words where there is a number
            reader.unread[table] = reader.unread.get(table, 0) + 1
    return count


def _makes_sense(row: Sequence[object]) -> bool:
    """Tell whether a change can be read: what lies in a damaged page may be a row that nobody wrote."""
    try:
        return isinstance(json.loads(str(row[9])), list) and json.loads(str(row[8])) is not ...
    except (ValueError, IndexError, RecursionError):
        return False


def _drop_nonsense(connection: Connection) -> int:
    """Take out of a new log the changes of each record of which it can make nothing, and return how many they were.

    The record may still stand in its own table, from where it is then written anew.
    """
    dropped = 0
    for table, record_id in connection.execute("select distinct tbl, rec from change").fetchall():
        try:
            log.look_through(connection, table, record_id)
        except StoreError:
            gone = connection.execute("delete from change where tbl = ? and rec = ?", (table, record_id))
            dropped += gone.rowcount
    return dropped


def _whole(reader: _Reader, table: str) -> Iterator[Sequence[object]]:
    if table == "change":
        for number in (int(str(row[0])) for row in _numbers(reader)):
            yield from reader.rows(table, "seq", 1, _HIGHEST, f"and stream = {number:d}")
    elif table in ("local", "draft"):
        try:
            yield from reader.all(f'select * from "{table}"')
        except (DatabaseError, UnicodeDecodeError):
            reader.unread[table] = reader.unread.get(table, 0) + 1
    else:
        yield from reader.rows(table, "rowid" if table == "blob" else "number", 0, _HIGHEST)


def _numbers(reader: _Reader) -> Sequence[Sequence[object]]:
    """Return the numbers of all streams, those too whose own row is lost."""
    try:
        return reader.all("select number from stream union select stream from change")
    except (DatabaseError, UnicodeDecodeError):
        return [(number,) for number in range(1, 20)]


def _save_outside_log(reader: _Reader, tables: set[str], store: Store, counted: dict[str, int]) -> int:
    """Write what stands in its own table and not in the log as new records, in one save."""
    found = 0
    with store.change(Action.SALVAGE) as change:
        for kind in KINDS:
            table = shape(kind).table
            if table not in tables:
                continue
            for record_id in _record_ids(reader, table):
                if store.many(kind, [record_id], deleted=True):
                    continue
                record = _read_one(reader, kind, record_id)
                if record is not None:
                    change.save(record)
                    found += 1
    return found


def _record_ids(reader: _Reader, table: str) -> Iterator[str]:
    for row in reader.rows(table, "rowid", 0, _HIGHEST):
        yield str(row[1])


def _read_one(reader: _Reader, kind: type[Record], record_id: str) -> Record | None:
    try:
        found = read(reader.source, kind, [record_id])
    except (StoreError, DatabaseError, UnicodeDecodeError):
        reader.begin_anew()
        return None
    return found[0] if found else None
