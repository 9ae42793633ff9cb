"""What belongs to a desk on this laptop and not to its log: small settings, and what is being written."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from hanoi_desk.storage import Connection, told
from hanoi_desk.store.codec import sound
from hanoi_desk.values import Value, frozen


@frozen
class Draft(Value):
    """What was being written in a form when it was last kept."""

    form: str
    record: str
    json: str
    saved_at: datetime


class Local:
    """Settings by key, and one draft for each form."""

    def __init__(self, connection: Connection, clock: Callable[[], int]) -> None:
        self._connection = connection
        self._clock = clock

    def local(self, key: str) -> str | None:
        """Return a setting that belongs to this desk on this laptop."""
        row = self._row("select value from local where key = ?", key)
        return str(row[0]) if row else None

    def set_local(self, key: str, value: str) -> None:
        """Keep a setting of this desk on this laptop; it is not part of the log."""
        self._write("insert or replace into local(key, value) values (?, ?)", key, value)

    def draft(self, form: str) -> Draft | None:
        """Return what was being written in a form, if it was not saved."""
        row = self._row("select form, record, json, saved_at from draft where form = ?", form)
        if row is None:
            return None
        with sound():
            return Draft(row[0], row[1], row[2], datetime.fromisoformat(row[3]))

    def keep_draft(self, form: str, json: str, record: str = "") -> None:
        """Put what is being written in a form on disk."""
        saved_at = datetime.fromtimestamp(self._clock() / 1000, UTC).isoformat(timespec="milliseconds")
        self._write(
            "insert or replace into draft(form, record, json, saved_at) values (?, ?, ?, ?)",
            form,
            record,
            json,
            saved_at,
        )

    def drop_draft(self, form: str) -> None:
        """Forget what was being written in a form."""
        self._write("delete from draft where form = ?", form)

    def _row(self, sql: str, *values: Any) -> Any:
        with told():
            return self._connection.execute(sql, values).fetchone()

    def _write(self, sql: str, *values: Any) -> None:
        with told():
            self._connection.execute(sql, values)
