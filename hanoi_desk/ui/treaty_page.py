"""The depositary's record as the desk holds it: acts with source and as-of, and what no depositary confirms."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.board import CONVENTION, Place, board
from hanoi_desk.language import Language, long_date, number, short_date
from hanoi_desk.records import DomesticStep, Proof, Source, Treaty, TreatyAction
from hanoi_desk.store import Query
from hanoi_desk.text import sort_key
from hanoi_desk.treaty import TreatyStatus
from hanoi_desk.ui.file_dialogs import FileKind, file_dialog
from hanoi_desk.ui.lists.export import ListExport, Shown
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.page_keys import add_page_key
from hanoi_desk.ui.plain_rows import RowsModel, ShownRows
from hanoi_desk.ui.record_menu import open_behind
from hanoi_desk.ui.record_model import Listed
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.status_import import StatusImportDialog
from hanoi_desk.ui.widgets import (
    Card,
    ComboField,
    Line,
    Tabs,
    TextLabel,
    fill,
    length,
    make_link,
    make_primary,
    scrolled,
)

Index = QModelIndex | QPersistentModelIndex

#: The width in heights of a line of text from which the fields at the top stand beside each other.
_BESIDE = 42


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
        self.export_button = make_link(QPushButton())
        self.export_button.setObjectName("export")
        self.behind_button = make_link(QPushButton())
        self.behind_button.setObjectName("behind")
        self.title = TextLabel("", "muted", wrap=True)
        self.figures = TextLabel("", "strong", wrap=True)
        self.figures.setObjectName("figures")
        self.rule = TextLabel("", "caption", wrap=True)
        self.model, self.statements_model = RowsModel(self), RowsModel(self)
        self.table, self.statements = _table("record", self.model), _table("statements", self.statements_model)
        self.tabs = Tabs([("record", ""), ("statements", "")])
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        top = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.addWidget(self.treaty_field, 2)
        top.addWidget(self.filter, 2)
        top.addStretch(1)
        top.addWidget(self.import_button)
        head = Card()
        head.body.addLayout(top)
        for label in (self.figures, self.title, self.rule):
            head.body.addWidget(label)
        rows = Card(padded=False)
        rows.body.addWidget(self._stack)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.statements)
        rows.setMinimumHeight(length(self, 14))
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        margin = length(self, 1.2)
        column.setContentsMargins(margin, length(self, 0.9), margin, margin)
        column.setSpacing(length(self, 0.7))
        column.addWidget(head)
        acts = self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self.behind_button, self.export_button):
            acts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        above = self._above = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        above.addWidget(self.tabs, 1)
        above.addLayout(acts)
        column.addLayout(above)
        column.addWidget(rows, 1)
        fill(self, scrolled(inner, sideways=True))

    def _connect(self) -> None:
        self.treaty_field.chosen.connect(lambda _: self.reload())
        self.filter.typed.connect(lambda _: self._fill())
        self.import_button.clicked.connect(self.import_file)
        self.tabs.chosen.connect(lambda key: self._stack.setCurrentIndex(0 if key == "record" else 1))
        self.table.activated.connect(lambda index: self._open(self.model.participant(index.row())))
        self.statements.activated.connect(lambda index: self._open(self.statements_model.participant(index.row())))
        self.behind_button.clicked.connect(self.show_behind)
        self.export_button.clicked.connect(self.export)
        add_page_key(self, "Ctrl+E", self.export)
        add_page_key(self, "Ctrl+H", self.show_behind)

    def retranslate(self) -> None:
        """Put the words on the page."""
        self.import_button.setText(self.tr("Import status file…"))
        self.export_button.setText(self.tr("Export…"))
        self.behind_button.setText(self.tr("History and files of the State's acts… (Ctrl+H)"))
        self.filter.setPlaceholderText(self.tr("Filter: country"))
        self.filter.setAccessibleName(self.tr("Filter: country"))
        self.treaty_field.setAccessibleName(self.tr("Treaty"))
        self.tabs.setAccessibleName(self.tr("Record or statements"))
        self.table.setAccessibleName(self.tr("The depositary's record"))
        self.statements.setAccessibleName(self.tr("Said by others, not confirmed by the depositary"))
        self.model.headings = (
            self.tr("Participant"),
            self.tr("Signature"),
            self.tr("Instrument"),
            self.tr("In force"),
            self.tr("Status"),
            self.tr("As of"),
            self.tr("Source"),
        )
        self.statements_model.headings = (
            self.tr("Participant"),
            self.tr("Mark"),
            self.tr("What is said"),
            self.tr("On"),
            self.tr("What is missing"),
            self.tr("Source"),
        )

    def show_goal(self, goal: Goal) -> None:
        """Show the treaty that was asked for, by its key, or an action or a step at home under it, by its id."""
        store = self.session.store
        said = store.get(TreatyAction, goal.record) or store.get(DomesticStep, goal.record) if goal.record else None
        if said is not None:
            treaty = store.need(Treaty, said.treaty)
            self.treaty_field.set_value(treaty.key)
            self.filter.clear()
            self.reload()
            self._choose(said)  # which another reload would forget
            return
        if goal.record:
            self.treaty_field.set_value(goal.record)
        self.refresh()

    def _choose(self, said: TreatyAction | DomesticStep) -> None:
        confirmed = isinstance(said, TreatyAction) and said.proof is Proof.VERIFIED
        self.tabs.choose("record" if confirmed else "statements")
        self._stack.setCurrentIndex(0 if confirmed else 1)
        table, model = (self.table, self.model) if confirmed else (self.statements, self.statements_model)
        row = model.row_of(said.participant or "")
        if row >= 0:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
            table.selectRow(row)
            table.scrollTo(model.index(row, 0))

    def reload(self) -> None:
        """Read the record of the treaty that is chosen."""
        chosen = self.treaty_field.value or CONVENTION
        treaties: list[Treaty] = self.session.store.all(Query(Treaty))
        self.treaty_field.set_choices([(t.key, f"{self.session.name(t)} ({t.number})") for t in treaties])
        self.treaty_field.set_value(chosen)
        own = chosen == CONVENTION
        self._board = self.session.board() if own else board(self.session.store, self.session.now, chosen)
        self._describe()
        self._fill()

    # ---- showing ----

    def _describe(self) -> None:
        held, language = self._board, self.session.language
        treaty, ledger = held.treaty, held.ledger
        self.title.setText((treaty.title_vi if language is Language.VI else "") or treaty.title_en)
        signed, bound = ledger.signatories, ledger.counted
        parts = [
            self.tr("Signatories: {total} ({states} States)").format(total=signed.total, states=len(signed.states)),
            self.tr("Instruments: {total} ({states} States)").format(total=bound.total, states=len(bound.states)),
        ]
        if ledger.remaining and ledger.entry.on is None:
            left, threshold = number(ledger.remaining, language), number(treaty.threshold, language)
            parts.append(self.tr("{left} more needed of {threshold}").format(left=left, threshold=threshold))
        if ledger.entry.on:
            parts.append(self.tr("In force from {day}").format(day=long_date(ledger.entry.on, language)))
        if held.as_of:
            parts.append(self.tr("Record as of {day}").format(day=long_date(held.as_of, language)))
        self.figures.setText(" · ".join(parts))
        self.rule.setText(treaty.rule_text)
        self.rule.setVisible(bool(treaty.rule_text))

    def _fill(self) -> None:
        places = list(self._board.places.values())
        if self.filter.text().strip():
            named = set(self.session.names.complete(self.filter.text(), 300))
            places = [p for p in places if p.participant.id in named]
        else:
            places = [p for p in places if p.status.kind is not TreatyStatus.NOT_SIGNED]
        places.sort(key=lambda p: sort_key(self.session.name(p.participant)))
        shown = {p.participant.id for p in places} if self.filter.text().strip() else None
        stated = [s for s in self._board.unverified if shown is None or s.participant in shown]
        acts = [a for p in places for a in (p.status.signature, p.status.instrument) if a]
        ids = list({a.source for a in (*acts, *stated) if a.source})
        sources = {s.id: s for s in self.session.store.many(Source, ids)}
        self.model.show_rows([(p.participant.id, self._cells(p, sources)) for p in places])
        self.statements_model.show_rows([(s.participant or "", self._statement(s, sources)) for s in stated])
        self.tabs.set_title("record", self.tr("Record"), len(places))
        self.tabs.set_title("statements", self.tr("Said by others, not confirmed: never counted"), len(stated))

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

    def _statement(self, stated: TreatyAction | DomesticStep, sources: dict[str, Source]) -> tuple[str, ...]:
        who = self._board.places.get(stated.participant or "")
        source = sources.get(stated.source or "")
        what = stated.act if isinstance(stated, TreatyAction) else stated.stage
        return (
            self.session.name(who.participant) if who else self.tr("All"),
            self.session.label(stated.proof),
            stated.text or self.session.label(what),
            _day(stated.on),
            stated.missing if isinstance(stated, TreatyAction) else self.tr("A step at home is no deposit"),
            source.title if source else "",
        )

    def export(self) -> None:
        """Write the table that is shown into a spreadsheet."""
        on_record = self.tabs.current == "record"
        model = self.model if on_record else self.statements_model
        title = f"{self.session.name(self._board.treaty)}, {self.tabs.tabText(self.tabs.currentIndex())}"
        rows = Listed([str(row) for row in range(model.rowCount())])
        writing = ListExport(self.session, ShownRows(model), self)
        writing.ended.connect(writing.deleteLater)
        writing.choose_file(Shown(title, rows, tuple(range(model.columnCount())), tuple(model.headings)))

    def show_behind(self) -> None:
        """Show the history and files of an act of the chosen State, or of a source behind it."""
        on_record = self.tabs.current == "record"
        table, model = (self.table, self.model) if on_record else (self.statements, self.statements_model)
        index = table.currentIndex()
        participant = model.participant(index.row()) if index.isValid() else ""
        if not participant:
            self.session.say(self.tr("Choose a State first."))
            return
        at = table.viewport().mapToGlobal(table.visualRect(index).bottomLeft())
        if open_behind(self.session, participant, self._board.treaty.id, self, at) is None:
            self.session.say(self.tr("Nothing is held of it under this treaty."))

    def _open(self, participant: str) -> None:
        if participant:
            self.session.go(Goal("countries", participant))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set fields and button under each other where there is little room."""
        super().resizeEvent(event)
        beside = self.width() >= length(self, _BESIDE)
        for row in (self._top, self._above, self._acts):
            row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def current_country(self) -> str:
        """The participant of the chosen row."""
        index = self.table.currentIndex()
        return self.model.participant(index.row()) if index.isValid() else ""

    # ---- importing ----

    def import_file(self) -> None:
        """Ask for the file that was saved from the UN Treaty Collection."""
        title = self.tr("Status file of the UN Treaty Collection")
        dialog = file_dialog(self, title, FileKind.STATUS, "XML (*.xml);;* (*)")
        dialog.fileSelected.connect(lambda path: self.read_file(Path(path)))
        dialog.open()

    def read_file(self, path: Path) -> None:
        """Read a status file off the interface thread and show how it differs from the record."""
        StatusImportDialog.begin(self.session, path, self)


def _day(day: date | None) -> str:
    return short_date(day) if day else ""


def _table(name: str, model: RowsModel) -> QTableView:
    table = QTableView()
    table.setObjectName(name)
    table.setModel(model)
    table.setProperty("role", "plain")
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    model.modelReset.connect(lambda: _fit(table))
    return table


def _fit(table: QTableView) -> None:
    """Give each column the room of its words, but no more than a third of the table; the last one takes the rest."""
    table.resizeColumnsToContents()
    header = table.horizontalHeader()
    for column in range(header.count() - 1):
        table.setColumnWidth(column, min(table.columnWidth(column), max(table.viewport().width() // 3, 120)))
    header.resizeSection(header.count() - 1, 120)
    header.setStretchLastSection(True)
