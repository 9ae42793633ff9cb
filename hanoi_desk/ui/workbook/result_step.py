"""What would be taken, row by row with reasons, before anything is written."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from hanoi_desk.desk.workbook import ComparedRow, RowStanding, WorkbookComparison, records_in, sentence
from hanoi_desk.language import number
from hanoi_desk.records import Participant
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Tabs, TextLabel, length, make_small, plain

Index = QModelIndex | QPersistentModelIndex
_ALL = "all"
_COLUMNS = 4
#: Seconds that writing a record takes on an ordinary laptop, and how many together are worth a word.
_PER_RECORD = 0.0003
_LONG = 3


class ResultModel(QAbstractTableModel):
    """The compared rows; those that were changed here too can be ticked."""

    ticked_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: Sequence[ComparedRow] = ()
        self._names: Mapping[str, Participant] = {}
        self.ticked: set[int] = set()

    def show(self, rows: Sequence[ComparedRow], names: Mapping[str, Participant]) -> None:
        """Show these rows; `names` are the participants by id."""
        self.beginResetModel()
        self._rows, self._names = rows, names
        self.endResetModel()

    def row(self, place: int) -> ComparedRow:
        """Return the row at a place."""
        return self._rows[place]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or the tick of a row that needs one."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._words(row, index.column())
            return plain(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and _needs_tick(row):
            return Qt.CheckState.Checked if row.number in self.ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row or take the tick away."""
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or not _needs_tick(row):
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        (self.ticked.add if on else self.ticked.discard)(row.number)
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only rows be ticked that need it."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        ticks = index.isValid() and index.column() == 0 and _needs_tick(self._rows[index.row()])
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the headings."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Row"), self.tr("Becomes"), self.tr("What it is"), self.tr("To look at"))[section]

    def _words(self, row: ComparedRow, column: int) -> str:
        language = self._session.language
        match column:
            case 0:
                return str(row.number + 1)
            case 1:
                return self._session.label(row.standing)
            case 2:
                return row.about.in_words(self._names, language)
        return "; ".join(dict.fromkeys(sentence(remark, language) for remark in row.remarks))


def _needs_tick(row: ComparedRow) -> bool:
    return row.standing is RowStanding.CHANGED_HERE


class ResultStep(QWidget):
    """The last step: counts, the rows by what becomes of them, and a way to keep those that are not imported."""

    changed = Signal()
    save_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.summary = TextLabel("", "strong", wrap=True)
        self.summary.setObjectName("summary")
        self.more = TextLabel("", "muted", wrap=True)
        self.more.setObjectName("records")
        self.tabs = Tabs()
        self.tabs.setObjectName("standings")
        self.model = ResultModel(session)
        self.table = QTableView()
        self.table.setObjectName("rows")
        self.detail = TextLabel("", wrap=True)
        self.detail.setObjectName("detail")
        self.save_button = make_small(QPushButton(self.tr("&Save the rows not imported…")))
        self.save_button.setObjectName("save_rejected")
        self._comparison: WorkbookComparison | None = None
        self._arrange()
        self.tabs.chosen.connect(lambda _: self._filter())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.model.ticked_changed.connect(self.changed)
        self.save_button.clicked.connect(self.save_asked)

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Rows of the sheet"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().setDefaultSectionSize(length(self, 1.8))
        header = self.table.horizontalHeader()
        for place in (2, 3):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setMinimumHeight(length(self, 8))
        under = QHBoxLayout()
        under.addWidget(self.more, 1)
        under.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.tabs)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addLayout(under)

    def show_comparison(self, comparison: WorkbookComparison) -> None:
        """Show what would be taken."""
        self._comparison = comparison
        self.model.ticked = set()
        counts = comparison.counts()
        language = self.session.language
        parts = [f"{self.session.label(one)}: {number(counts[one], language)}" for one in RowStanding]
        self.summary.setText(" · ".join(parts))
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self.tabs.add(_ALL, self.tr("All"), len(comparison.rows))
        for one in RowStanding:
            if counts[one]:
                self.tabs.add(one.value, self.session.label(one), counts[one])
        self.tabs.blockSignals(False)
        self.save_button.setVisible(bool(counts[RowStanding.REJECTED]))
        # What cannot be taken is what one wants to see first.
        first = next((one for one in (RowStanding.REJECTED, RowStanding.CHANGED_HERE) if counts[one]), None)
        self.tabs.choose(first.value if first else _ALL)
        self._filter()
        self._say_records()

    def tick(self, numbers: Iterable[int]) -> None:
        """Tick rows by their numbers, as far as they need a tick."""
        rows = self._comparison.rows if self._comparison else ()
        self.model.ticked = {row.number for row in rows if _needs_tick(row)} & set(numbers)
        self.model.layoutChanged.emit()
        self.changed.emit()

    @property
    def overwrite(self) -> frozenset[int]:
        """The rows changed here too that are to be taken all the same."""
        return frozenset(self.model.ticked)

    @property
    def taken(self) -> int:
        """How many rows would be taken now."""
        if self._comparison is None:
            return 0
        counts = self._comparison.counts()
        return counts[RowStanding.NEW] + counts[RowStanding.CHANGED] + len(self.model.ticked)

    def _filter(self) -> None:
        if self._comparison is None:
            return
        wanted = self.tabs.current
        rows = self._comparison.rows if wanted in ("", _ALL) else self._comparison.of(RowStanding(wanted))
        self.model.show(rows, self._comparison.read.page.known.names)
        for column, wide in ((0, 4), (1, 8)):
            self.table.setColumnWidth(column, length(self, wide))
        if self.model.rowCount():
            self.table.selectRow(0)
        self._show_detail()

    def _show_detail(self) -> None:
        """Say below the table all that there is to say of the chosen row."""
        index = self.table.currentIndex()
        words = ""
        if index.isValid() and index.row() < self.model.rowCount():
            row = self.model.row(index.row())
            said = "; ".join(dict.fromkeys(sentence(remark, self.session.language) for remark in row.remarks))
            words = self.tr("Row {row}: {what}").format(row=row.number + 1, what=said) if said else ""
        self.detail.setText(words)
        self.detail.setVisible(bool(words))

    def _say_records(self) -> None:
        if self._comparison is None:
            return
        taken = [r for r in self._comparison.rows if r.standing in (RowStanding.NEW, RowStanding.CHANGED)]
        found = [
            f"{self.session.word(f'record.{table}')}: {number(count, self.session.language)}"
            for table, count in records_in(taken).items()
        ]
        said = [self.tr("Records to be written: {records}.").format(records=", ".join(found))] if found else []
        seconds = round(records_in(taken).total() * _PER_RECORD)
        if seconds > _LONG:
            said.append(self.tr("Writing takes about %n second(s); the window waits until it is done.", "", seconds))
        if self._comparison.read.passed_over:
            said.append(
                self.tr(
                    "%n row(s) without content or with totals are passed over.", "", self._comparison.read.passed_over
                )
            )
        self.more.setText(" ".join(said))
