"""The tabs of a country that any record has: its files, with those of what is on file about it, and its history."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hanoi_desk.file_names import safe_name
from hanoi_desk.language import Language, capital, short_date
from hanoi_desk.records import (
    Ask,
    Attachment,
    Commitment,
    FollowUp,
    Meeting,
    Outreach,
    OutreachCountry,
    Participant,
    Person,
    Record,
    Statement,
)
from hanoi_desk.store import Change, Query
from hanoi_desk.store.titles import title
from hanoi_desk.ui.countries.dossier import Dossier
from hanoi_desk.ui.countries.opening import Opening
from hanoi_desk.ui.countries.side_cards import SideCard
from hanoi_desk.ui.detail.files import FilesCard, size_words
from hanoi_desk.ui.detail.history import HistoryCard
from hanoi_desk.ui.places import goal_of
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Rule, length

_MOST = 60
#: The kinds that name a participant, by the field that leads from them to the record on which a file hangs; all of
#: them find their participant by an index.
_ABOUT: tuple[tuple[type[Record], str], ...] = (
    (OutreachCountry, "outreach"),
    (Commitment, "id"),
    (FollowUp, "id"),
    (Ask, "id"),
    (Meeting, "id"),
    (Statement, "id"),
)


class FilesTab(QWidget):
    """The files of the country itself, and those that hang on its contacts, promises, tasks and people."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("files_tab")
        self.files: FilesCard | None = None
        self._dossier: Dossier | None = None
        self._shown: tuple[Participant, Language] | None = None
        self._others = SideCard(session, "other_files")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(length(self, 0.75))
        self._column.addWidget(self._others)
        self._column.addStretch(1)
        session.changed.connect(self._hear)

    def count(self, dossier: Dossier) -> int:
        """Return how many files there are."""
        own = Query(Attachment, (("record", "=", dossier.id),))
        return self.session.store.count(own) + len(self._about(dossier))

    def take(self, paths: list[Path]) -> None:
        """Attach files to the country."""
        if self.files is not None:
            self.files.take(paths)

    def choose(self) -> None:
        """Ask which files are to be attached to the country."""
        if self.files is not None:
            self.files.choose()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the files of a country."""
        self._dossier = dossier
        shown = (dossier.place.participant, self.session.language)
        if self.files is None or self._shown != shown:
            self._shown = shown
            if self.files is not None:
                self.files.hide()
                self.files.deleteLater()
            self.files = FilesCard(self.session, dossier.place.participant)
            self._column.insertWidget(0, self.files)
        self._show_others(dossier)

    def _show_others(self, dossier: Dossier) -> None:
        self._others.empty()
        self._others.set_title(self.tr("Files of its contacts, promises, tasks and people"))
        files = self._about(dossier)
        for place, file in enumerate(files[:_MOST]):
            if place:
                self._others.body.addWidget(Rule())
            row = Opening(short_date(file.added_on) if file.added_on else "")
            row.say(safe_name(file.name), "strong")
            kind = capital(self.session.word(f"record.{file.record_table}"))
            row.say(" · ".join(filter(None, (kind, self._whose(file), size_words(file.size, self.session)))), "caption")
            goal = goal_of(self.session.store, file.record_table, file.record) or Goal("countries", dossier.id)
            self._others.add(row, goal.page, goal.record)
        self._others.setVisible(bool(files))

    def _whose(self, file: Attachment) -> str:
        kinds = {kind.table: kind for kind in (Outreach, Commitment, FollowUp, Person, Ask, Meeting, Statement)}
        kind = kinds.get(file.record_table)
        record = self.session.store.get(kind, file.record) if kind else None
        return title(record) if record else ""

    def _about(self, dossier: Dossier) -> list[Attachment]:
        """Return the files that hang on what is on file about the country, the newest first."""
        store = self.session.store
        if not store.count(Query(Attachment)):
            return []
        found = {
            file.id: file
            for kind, field in _ABOUT
            for file in store.all(
                Query(Attachment, (("record", "in", Query(kind, (("participant", "=", dossier.id),), select=field)),))
            )
        }
        people = [one.person.id for one in dossier.people]
        found |= {file.id: file for file in store.all(Query(Attachment, (("record", "in", people),)))}
        return sorted(found.values(), key=lambda file: str(file.added_on or ""), reverse=True)

    def _hear(self, change: Change) -> None:
        if change.concerns("attachment") and self._dossier is not None and self.isVisible():
            self._show_others(self._dossier)


class HistoryTab(QWidget):
    """Who changed what of the country's own fields, and when."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("history_tab")
        self._card: HistoryCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the history of a country."""
        had_focus = self._card is not None and self._card.holds_focus()
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = HistoryCard(self.session, dossier.place.participant)
        self._column.insertWidget(0, self._card)
        if had_focus:
            self._card.take_focus()
