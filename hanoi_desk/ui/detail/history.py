"""Who changed what of a record, and when: each save with the fields it changed, before and after."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from itertools import groupby
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hanoi_desk.language import capital, field_word, moment, number, short_date
from hanoi_desk.records import Event, Mission, Officer, Organisation, Participant, Person, Record, Treaty
from hanoi_desk.store import Entry, Save
from hanoi_desk.store.codec import Column, shape, shapes
from hanoi_desk.store.titles import title
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, TextLabel, length, make_link

_NEW, _DELETED = "*", "_deleted"
#: Saves shown at first, and letters of a value.
_FIRST = 6
_LONGEST = 160
#: Where a part hangs, and its place in a list, is no news.
_NOT_TOLD = {"position", "outreach", "person"}


class HistoryCard(Card):
    """What happened to a record and its parts, newest first."""

    def __init__(self, session: Session, record: Record) -> None:
        super().__init__()
        self.setObjectName("history")
        self.set_title(self.tr("History"))
        self._session = session
        self._record = record
        entries = session.store.history(record)
        self._saves = [(save, list(group)) for save, group in groupby(entries, lambda entry: entry.save)]
        self._show(self._saves[:_FIRST])
        if len(self._saves) > _FIRST:
            self._more = make_link(QPushButton(self.tr("Show all of the history")))
            self._more.clicked.connect(self._show_rest)
            self.body.addWidget(self._more)

    def _show_rest(self) -> None:
        self._more.hide()
        self._show(self._saves[_FIRST:])

    def _show(self, saves: list[tuple[Save, list[Entry]]]) -> None:
        for save, entries in saves:
            self.body.addWidget(self._told(save, entries))

    def _told(self, save: Save, entries: list[Entry]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(holder, 0.1))
        at = moment(save.at.astimezone(self._session.now.tzinfo))
        officer = self._session.store.get(Officer, save.who) if save.who else None
        who = officer.name if officer else self.tr("no name given")
        column.addWidget(TextLabel(f"{at} · {who}", "caption", wrap=True))
        column.addWidget(TextLabel(capital(self._session.word(f"action.{save.action.value}")), "strong", wrap=True))
        for line in self._lines(entries):
            column.addWidget(TextLabel(line, "caption", wrap=True))
        return holder

    def _lines(self, entries: list[Entry]) -> Iterator[str]:
        for entry in reversed(entries):
            is_own = entry.record_id == self._record.id
            whose = "" if is_own else capital(self._session.word(f"record.{entry.table}")) + ": "
            if entry.field == _NEW:
                if not is_own:
                    yield whose + self._name(entry)
            elif entry.field == _DELETED:
                yield whose + (self.tr("brought back") if entry.after is None else self.tr("deleted"))
            elif is_own or entry.field not in _NOT_TOLD:
                label = whose + field_word(entry.table, entry.field, self._session.language)
                before, after = self._said(entry, entry.before), self._said(entry, entry.after)
                yield self.tr("{field}: {before} → {after}").format(field=label, before=before, after=after)

    def _name(self, entry: Entry) -> str:
        after: dict[str, Any] = entry.after if isinstance(entry.after, dict) else {}
        participant = self._session.store.get(Participant, str(after.get("participant", "")))
        named = after.get("name") or after.get("title")
        return str(named or (self._session.name(participant) if participant else self.tr("added")))

    def _said(self, entry: Entry, value: Any) -> str:
        """Return a value of the log as the window says it; a dash for nothing."""
        column = shape(shapes()[entry.table].kind).column(entry.field)
        decoded = column.empty if value is None else column.decode(value)
        parts = [self._one(column, one) for one in (decoded if isinstance(decoded, tuple) else (decoded,))]
        text = " ".join(", ".join(filter(None, parts)).split())
        return (text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…") or "–"

    def _one(self, column: Column, value: Any) -> str:
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
        if column.link:
            linked = self._session.store.get(shapes()[column.link].kind, value)
            if isinstance(linked, Participant | Treaty | Mission | Organisation | Event | Person | Officer):
                return self._session.name(linked)
            return title(linked) if linked else self.tr("a deleted record")
        return str(value)
