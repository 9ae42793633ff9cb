"""The inside of one save."""

import zlib
from typing import TypeVar

from hanoi_desk.records import Record
from hanoi_desk.storage import Connection
from hanoi_desk.store import history, log
from hanoi_desk.store.actions import Change
from hanoi_desk.store.codec import fingerprint
from hanoi_desk.store.reading import read

R = TypeVar("R", bound=Record)

#: How much of a file tells whether it can be packed, in bytes.
_SAMPLE = 64 * 1024


class Writing:
    """The inside of one save: records go in, and all or none are kept."""

    def __init__(self, connection: Connection, pen: log.Pen) -> None:
        self._connection = connection
        self.pen = pen
        self.touched: dict[str, set[str]] = {}
        self.done: Change | None = None

    def save(self, record: R) -> R:
        """Keep a record, new or changed; one that is as it was leaves no trace, a deleted one is brought back.

        One that was erased for good stays so.
        """
        before = read(self._connection, type(record), [record.id], deleted=True)
        if before:
            self._change(before[0], record)
        else:
            log.write_new(self.pen, record)
            log.put(self._connection, record)
            self._touch(record)
        return record

    def delete(self, record: Record) -> None:
        """Hide a record; undo brings it back. One that is not there leaves no trace."""
        if read(self._connection, type(record), [record.id]):
            log.write_deletion(self.pen, record.table, record.id)
            log.hide(self._connection, record.table, record.id)
            self._touch(record)

    def take_back(self, save_id: str) -> None:
        """Take back an earlier save as far as nothing was written since; the rest stays as it is now."""
        history.take_back(self._connection, self.pen, save_id, self.touched)

    def keep_file(self, name: str, data: bytes) -> str:
        """Keep a file inside the desk and return its SHA-256 in hexadecimal; the same bytes are kept once."""
        digest = fingerprint(data)
        self._connection.execute(
            "insert or ignore into blob(sha256, name, size, packed) values (?, ?, ?, ?)",
            (digest, name, len(data), _packed(data)),
        )
        return digest

    def _change(self, before: Record, after: Record) -> None:
        deletion = log.head(self._connection, after.id, log.DELETED)
        changed = log.changed_fields(before, after)
        if deletion and deletion.value is not None:
            if log.erases(deletion.value):
                return
            changed[log.DELETED] = None
        for name, value in changed.items():
            log.write_field(self.pen, after.table, after.id, name, value)
        if changed:
            log.put(self._connection, after)
            self._touch(after)

    def _touch(self, record: Record) -> None:
        self.touched.setdefault(record.table, set()).add(record.id)


def _packed(data: bytes) -> bytes:
    """Return a file as it is kept; one that is packed already, as most are, is not worked over again."""
    sample = data[:_SAMPLE]
    return zlib.compress(data, level=0 if len(zlib.compress(sample)) > 0.9 * len(sample) else -1)
