"""The depositary's record as the desk holds it: acts with source and as-of, and what no depositary confirms."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.board import CONVENTION, Place, board
from hanoi_desk.language import long_date, number, short_date
from hanoi_desk.records import DomesticStep, Source, Treaty, TreatyAction
from hanoi_desk.store import Query
from hanoi_desk.text import fold, sort_key
from hanoi_desk.treaty import TreatyStatus
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.status_import import StatusImportDialog
from hanoi_desk.ui.widgets import Card, ComboField, Line, Pill, TextLabel, length, make_primary
from hanoi_desk.untc import StatusFile, UntcError, read_status

Index = QModelIndex | QPersistentModelIndex

#: A file larger than any status file; `read_status` refuses it with a sentence.
_MOST = 21_000_000


class RecordModel(QAbstractTableModel):
    """One row a participant: name, signature, instrument, in force, as-of, source."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: list[tuple[str, tuple[str, ...]]] = []
        self.headings: tuple[str, ...] = ()

    def show_rows(self, rows: list[tuple[str, tuple[str, ...]]]) -> None:
        """Show other rows: the participant's id and its cells."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def participant(self, row: int) -> str:
        """Return the participant of a row."""
        return self._rows[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many participants are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][1][index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        return None


class TreatyPage(Page):
    """One treaty at a time; the file of the depositary is compared here and taken in line by line."""

    tables = ("treaty", "treaty_action", "domestic_step", "source", "participant")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.treaty_field = ComboField()
        self.treaty_field.setObjectName("treaty")
        self.filter = Line()
        self.filter.setObjectName("filter")
        self.import_button = make_primary(QPushButton())
        self.import_button.setObjectName("import_status")
        self.title = TextLabel("", "heading", wrap=True)
        self.figures = TextLabel("", "muted", wrap=True)
        self.figures.setObjectName("figures")
        self.rule = TextLabel("", "caption", wrap=True)
        self.table = QTableView()
        self.table.setObjectName("record")
        self.model = RecordModel(session)
        self.head = Card()
        self.rows = Card(padded=False)
        self.statements = Card()
        self._dialog: StatusImportDialog | None = None
        self._status: TreatyStatus | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.treaty_field, 2)
        top.addWidget(self.filter, 2)
        top.addStretch(1)
        top.addWidget(self.import_button)
        self.head.body.addLayout(top)
        for label in (self.title, self.figures, self.rule):
            self.head.body.addWidget(label)
        self.table.setModel(self.model)
        self.table.setProperty("role", "plain")
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.body.addWidget(self.table)
        column = QVBoxLayout(self)
        margin = length(self, 1.2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(length(self, 0.9))
        column.addWidget(self.head)
        column.addWidget(self.rows, 1)
        column.addWidget(self.statements)

    def _connect(self) -> None:
        self.treaty_field.chosen.connect(lambda _: self.reload())
        self.filter.typed.connect(lambda _: self._fill())
        self.import_button.clicked.connect(self.import_file)
        self.table.activated.connect(lambda index: self._open(index.row()))

    def retranslate(self) -> None:
        """Put the words on the page."""
        self.import_button.setText(self.tr("Import status file…"))
        self.filter.setPlaceholderText(self.tr("Filter: country"))
        self.filter.setAccessibleName(self.tr("Filter: country"))
        self.treaty_field.setAccessibleName(self.tr("Treaty"))
        self.table.setAccessibleName(self.tr("The depositary's record"))
        self.statements.set_title(self.tr("Said by others, not confirmed by the depositary: never counted"))
        self.model.headings = (
            self.tr("Participant"),
            self.tr("Signature"),
            self.tr("Instrument"),
            self.tr("In force"),
            self.tr("Status"),
            self.tr("As of"),
            self.tr("Source"),
        )

    def show_goal(self, goal: Goal) -> None:
        """Show the treaty that was asked for, by its key."""
        if goal.record:
            self.treaty_field.set_value(goal.record)
        self.refresh()

    def reload(self) -> None:
        """Read the record of the treaty that is chosen."""
        chosen = self.treaty_field.value or CONVENTION
        treaties: list[Treaty] = self.session.store.all(Query(Treaty))
        self.treaty_field.set_choices([(t.key, f"{self.session.name(t)} ({t.number})") for t in treaties])
        self.treaty_field.set_value(chosen)
        self._board = (
            self.session.board() if chosen == CONVENTION else board(self.session.store, self.session.now, chosen)
        )
        self._describe()
        self._fill()
        self._state()

    # ---- showing ----

    def _describe(self) -> None:
        held, language = self._board, self.session.language
        treaty, ledger = held.treaty, held.ledger
        vietnamese = language.value == "vi" and treaty.title_vi
        self.title.setText(treaty.title_vi if vietnamese else treaty.title_en)
        parts = [
            self.tr("Signatories: {total} ({states} States)").format(
                total=number(ledger.signatories.total, language),
                states=number(len(ledger.signatories.states), language),
            ),
            self.tr("Instruments: {total} ({states} States)").format(
                total=number(ledger.counted.total, language), states=number(len(ledger.counted.states), language)
            ),
        ]
        if ledger.remaining is not None and ledger.entry.on is None:
            parts.append(
                self.tr("{left} more needed of {threshold}").format(
                    left=number(ledger.remaining, language), threshold=number(treaty.threshold, language)
                )
            )
        if ledger.entry.on:
            parts.append(self.tr("In force from {day}").format(day=long_date(ledger.entry.on, language)))
        as_of = self.tr("Record as of {day}").format(day=long_date(held.as_of, language)) if held.as_of else ""
        self.figures.setText(" · ".join([*parts, as_of] if as_of else parts))
        self.rule.setText(treaty.rule_text)
        self.rule.setVisible(bool(treaty.rule_text))

    def _fill(self) -> None:
        wanted = fold(self.filter.text())
        places = [p for p in self._board.places.values() if p.status.kind is not TreatyStatus.NOT_SIGNED]
        if wanted:
            named = set(self.session.names.complete(self.filter.text(), 300))
            places = [p for p in self._board.places.values() if p.participant.id in named]
        places.sort(key=lambda p: sort_key(self.session.name(p.participant)))
        sources = self._sources(places)
        self.model.show_rows([(p.participant.id, self._cells(p, sources)) for p in places])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(self.model.headings) - 1, QHeaderView.ResizeMode.Stretch)
        count = self.tr("%n participant(s)", "", len(places))
        self.rows.set_title(count)

    def _sources(self, places: Sequence[Place]) -> dict[str, Source]:
        acts = [a for p in places for a in (p.status.signature, p.status.instrument) if a]
        ids = list({a.source for a in acts if a.source})
        return {s.id: s for s in self.session.store.many(Source, ids)}

    def _cells(self, place: Place, sources: dict[str, Source]) -> tuple[str, ...]:
        status = place.status
        act = status.instrument or status.signature
        source = sources.get(act.source) if act and act.source else None
        instrument = ""
        if status.instrument and status.deposited_on:
            instrument = f"{self.session.label(status.instrument.act)}, {short_date(status.deposited_on)}"
        return (
            self.session.name(place.participant),
            _day(status.signed_on),
            instrument,
            _day(status.in_force_on),
            self.session.label(status.kind),
            _day(act.as_of if act else None),
            source.title if source else "",
        )

    def _state(self) -> None:
        body = self.statements.body
        while item := body.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for statement in self._board.unverified[:12]:
            body.addWidget(self._statement(statement))
        self.statements.setVisible(bool(self._board.unverified))

    def _statement(self, statement: TreatyAction | DomesticStep) -> QWidget:
        who = self._board.places.get(statement.participant or "")
        name = self.session.name(who.participant) if who else self.tr("All")
        source = self.session.store.get(Source, statement.source or "")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Pill(self.session.label(statement.proof), Tone.AMBER), 0, Qt.AlignmentFlag.AlignTop)
        said = statement.text or self.session.label(
            statement.act if isinstance(statement, TreatyAction) else statement.stage
        )
        about = f"{source.title}" if source else ""
        row.addWidget(TextLabel(f"{name}: {said}", wrap=True), 3)
        row.addWidget(TextLabel(about, "caption", wrap=True), 2)
        return line

    def _open(self, row: int) -> None:
        self.session.go(Goal("countries", self.model.participant(row)))

    def current_country(self) -> str:
        """The participant of the chosen row."""
        index = self.table.currentIndex()
        return self.model.participant(index.row()) if index.isValid() else ""

    # ---- importing ----

    def import_file(self) -> None:
        """Ask for the file that was saved from the UN Treaty Collection."""
        dialog = QFileDialog(self, self.tr("Status file of the UN Treaty Collection"), "", "XML (*.xml);;* (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.read_file(Path(path)))
        dialog.open()

    def read_file(self, path: Path) -> None:
        """Read a status file off the interface thread and show how it differs from the record."""

        def read(task: Task) -> tuple[StatusFile, bytes]:
            with path.open("rb") as file:
                data = file.read(_MOST)
            return read_status(data), data

        def show(found: tuple[StatusFile, bytes]) -> None:
            self._dialog = StatusImportDialog(self.session, found[0], found[1], path.name, self)
            self._dialog.open()

        self.session.background.run(read, show, self._refuse)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, UntcError):
            messages.trouble(self, self.session.label(error.code), self.tr("Nothing was changed."))
        elif isinstance(error, OSError):
            messages.trouble(self, self.tr("The file could not be read."), error.strerror or "")
        else:
            raise error


def _day(day: date | None) -> str:
    return short_date(day) if day else ""
