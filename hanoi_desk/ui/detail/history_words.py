"""The values of the log in the words of the window: those of fields that are gone or come from a later program too."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject

from hanoi_desk.language import capital, field_word, number, short_date
from hanoi_desk.records import Event, Mission, Officer, Organisation, Participant, Person, Treaty
from hanoi_desk.store import Entry
from hanoi_desk.store.codec import Column, shapes
from hanoi_desk.store.titles import title
from hanoi_desk.ui.session import Session

_NAMED = Participant | Treaty | Mission | Organisation | Event | Person | Officer


class HistoryWords(QObject):
    """Says the fields and values of history entries."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def field(self, table: str, name: str) -> str:
        """Return the words for a field; its own name for one that this program does not know."""
        with suppress(KeyError):
            return field_word(table, name, self._session.language)
        with suppress(KeyError):
            return capital(self._session.word(f"gone_field.{table}.{name}"))
        return capital(name.replace("_", " "))

    def value(self, entry: Entry, value: Any) -> str:
        """Return a value of the log as the window says it, whole; a dash for nothing."""
        column = column_of(entry.table, entry.field)
        try:
            return (self._decoded(column, value) if column else self._unknown(value)) or "–"
        except (KeyError, ValueError, TypeError, AttributeError):
            return self._unknown(value) or "–"

    def name_of_new(self, entry: Entry) -> str:
        """Return what a new part is called."""
        after: dict[str, Any] = entry.after if isinstance(entry.after, dict) else {}
        participant = self._session.store.get(Participant, str(after.get("participant", "")))
        named = after.get("name") or after.get("title")
        return str(named or (self._session.name(participant) if participant else self.tr("added")))

    def _decoded(self, column: Column, value: Any) -> str:
        if value is None:
            return ""
        decoded = column.decode(value)
        parts = decoded if isinstance(decoded, tuple) else (decoded,)
        return ", ".join(filter(None, (self._one(column, one) for one in parts)))

    def _one(self, column: Column, value: Any) -> str:
        if column.link and value:
            return self._linked(column.link, str(value))
        match value:
            case None | "":
                return ""
            case bool():
                return self.tr("yes") if value else self.tr("no")
            case Enum():
                return self._session.label(value)
            case int():
                return number(value, self._session.language)
            case date():
                return short_date(value)
        return str(value)

    def _linked(self, table: str, record_id: str) -> str:
        found = self._session.store.many(shapes()[table].kind, [record_id], deleted=True)
        if not found:
            return self.tr("a deleted record")
        record = found[0]
        name = self._session.name(record) if isinstance(record, _NAMED) else title(record)
        return name or capital(self._session.word(f"record.{table}"))

    def _unknown(self, value: Any) -> str:
        """Return a value of which nothing is known but that it is JSON; an identifier by the name of its record."""
        match value:
            case None:
                return ""
            case bool():
                return self.tr("yes") if value else self.tr("no")
            case str():
                table = self._session.store.tables_of([value]).get(value, "")
                return self._linked(table, value) if table in shapes() else value
            case list():
                return ", ".join(filter(None, map(self._unknown, value)))
            case dict():
                return ", ".join(f"{name}: {self._unknown(one)}" for name, one in value.items())
        return str(value)


def column_of(table: str, field: str) -> Column | None:
    """Return how a field is kept, None when this program has no such field."""
    find: Callable[[str], Column] | None = shapes()[table].column if table in shapes() else None
    try:
        return find(field) if find else None
    except KeyError:
        return None
