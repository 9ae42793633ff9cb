"""Reading the records of a desk file by kind, as they are now, with the files kept beside them."""

import zlib
from collections.abc import Sequence
from contextlib import closing
from typing import Any, TypeVar

from hanoi_desk.records import Record
from hanoi_desk.storage import told
from hanoi_desk.store import query, search
from hanoi_desk.store.codec import fingerprint, shape, sound
from hanoi_desk.store.local import Local
from hanoi_desk.store.query import Query
from hanoi_desk.store.reading import PAGE, read, read_whole
from hanoi_desk.store.search import Hit

R = TypeVar("R", bound=Record)

#: No file inside a desk is larger, in bytes, or a crafted one would unpack to more than the machine has.
_MOST_BYTES = 512 * 1024 * 1024


class Records(Local):
    """Identifiers first, records a page at a time."""

    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return a record, or None when there is none or it is deleted."""
        found = self.many(kind, [record_id])
        return found[0] if found else None

    def need(self, kind: type[R], record_id: str) -> R:
        """Return a record that must be there.

        :raises KeyError: when it is not.
        """
        record = self.get(kind, record_id)
        if record is None:
            raise KeyError(f"no {kind.table} {record_id}")
        return record

    def ids(self, asked: Query) -> list[str]:
        """Return the identifiers of the records asked for, in the order asked for."""
        return [row[0] for row in self._rows(query.select(asked))]

    def many(self, kind: type[R], ids: Sequence[str], *, deleted: bool = False) -> list[R]:
        """Return the records with these identifiers in that order; those that are deleted only when asked to."""
        with told():
            pages = (ids[start : start + PAGE] for start in range(0, len(ids), PAGE))
            return [record for page in pages for record in read(self._connection, kind, page, deleted=deleted)]

    def all(self, asked: Query) -> list[Any]:
        """Return the records asked for, in the order asked for."""
        with told():
            return read_whole(self._connection, asked)

    def tables_of(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the table of each of these records that was ever kept here, also of those that are deleted."""
        found: dict[str, str] = {}
        with told():
            for start in range(0, len(ids), PAGE):
                page = tuple(ids[start : start + PAGE])
                marks = ",".join("?" * len(page))
                found.update(
                    self._connection.execute(f"select rec, tbl from change where rec in ({marks})", page).fetchall()
                )
        return found

    def count(self, asked: Query) -> int:
        """Return how many records are asked for."""
        return int(self._rows(query.count(asked))[0][0])

    def tally(self, asked: Query, by: str) -> dict[Any, int]:
        """Return how many of the records asked for have each value of a field."""
        column = shape(asked.kind).column(by)
        return {column.from_sql(value): number for value, number in self._rows(query.tally(asked, by))}

    def latest(self, link: type[Record], by: str, via: str, order: str, target: type[Record]) -> dict[str, str]:
        """Return, for each value of the link's field `by`, the identifier of the newest target by its field `order`."""
        (most,) = self._rows(query.distinct(shape(link), by))[0]
        found: dict[str, str] = {}
        with (
            told(),
            closing(self._connection.execute(query.latest(shape(link), by, via, order, shape(target)).text)) as rows,
        ):
            for value, record_id in rows:
                found.setdefault(value, record_id)
                if len(found) == most:  # the rest is older
                    break
        return found

    def search(self, text: str, limit: int = 8) -> list[Hit]:
        """Return up to `limit` records of each kind that hold the words; any text may be asked for."""
        with told():
            return search.search(self._connection, text, limit)

    def file(self, digest: str) -> bytes | None:
        """Return the bytes of a file kept inside the desk, by their SHA-256, None where there is none.

        :raises StoreError: DAMAGED when they are not those that were kept.
        """
        row = self._row("select packed, size from blob where sha256 = ?", digest)
        return _unpacked(row[0], row[1], digest) if row else None

    def files_size(self) -> tuple[int, int]:
        """Return how many files are kept inside the desk, and their bytes together before they were packed."""
        number, size = self._row("select count(*), coalesce(sum(size), 0) from blob")
        return int(number), int(size)

    def _rows(self, sql: query.Sql) -> list[Any]:
        with told():
            rows: list[Any] = self._connection.execute(sql.text, sql.values).fetchall()
            return rows


def _unpacked(packed: bytes, size: int, digest: str) -> bytes:
    """Return the bytes of a kept file.

    :raises StoreError: DAMAGED when they are not those that were kept.
    """
    with sound():
        try:
            data = zlib.decompressobj().decompress(packed, max(0, min(size, _MOST_BYTES)) + 1)
        except zlib.error as error:
            raise ValueError(digest) from error
        if len(data) != size or fingerprint(data) != digest:
            raise ValueError(digest)
    return data
