"""Which sheet and which row of headings, with the sheet itself to look at, and what of it is in an old encoding."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from hanoi_desk.desk.workbook import shown_text
from hanoi_desk.language import short_date
from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, ComboField, FormRow, TextLabel, length, plain, set_tip
from hanoi_desk.workbook import Book, Sheet, Value
from hanoi_desk.workbook.legacy import Legacy
from hanoi_desk.workbook.mapping import Plan, headings, letter
from hanoi_desk.workbook.questions import Offer, decomposed, offers

#: Rows that are shown: enough to know the sheet again.
_SHOWN = 60
_LONGEST = 80
#: Headings stand among the first rows.
_HEADERS = 30

Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractTableModel):
    """The first rows of a sheet as they would be read, the headings in bold."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self._plan: Plan | None = None
        self._names: tuple[str, ...] = ()

    def show(self, sheet: Sheet, plan: Plan) -> None:
        """Show this sheet as the plan reads it."""
        self.beginResetModel()
        self._sheet, self._plan, self._names = sheet, plan, headings(sheet, plan.header)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return min(len(self._sheet.rows), _SHOWN) if self._sheet and not (parent and parent.isValid()) else 0

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns the sheet has."""
        return self._sheet.width if self._sheet and not (parent and parent.isValid()) else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, and how they look."""
        if self._sheet is None or self._plan is None or not index.isValid():
            return None
        row = index.row()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._text(row, index.column())
            return plain(text) if role == Qt.ItemDataRole.ToolTipRole else " ".join(text.split())[:_LONGEST]
        if role == Qt.ItemDataRole.FontRole and row == self._plan.header:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and row < self._plan.header:
            return QBrush(QColor(shown_colours().muted))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the letters and numbers by which a spreadsheet calls columns and rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return letter(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def _text(self, row: int, column: int) -> str:
        if self._sheet is None or self._plan is None:
            return ""
        cells = self._sheet.rows[row]
        value = cells[column] if column < len(cells) else None
        if isinstance(value, str):
            return shown_text(self._sheet, self._plan, self._names, row, column, value)
        return shown_value(value)


def shown_value(value: Value) -> str:
    """Return a value as a person reads it."""
    if value is None:
        return ""
    return short_date(value) if isinstance(value, date) else str(value)


class SheetStep(QWidget):
    """The first step; `changed` tells that another sheet, row of headings or repair was chosen."""

    sheet_chosen = Signal(str)
    header_chosen = Signal(int)
    repairs_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.sheets = ComboField()
        self.sheets.setObjectName("sheets")
        self.header = ComboField()
        self.header.setObjectName("header_row")
        self.found = TextLabel("", "muted", wrap=True)
        self.found.setObjectName("found")
        self.table = QTableView()
        self.table.setObjectName("preview")
        self.model = SheetModel()
        self.table.setModel(self.model)
        self._offers = QVBoxLayout()
        self._boxes: dict[str, tuple[QCheckBox, Legacy]] = {}
        self._card = Card(self.tr("Old encoding"))
        self._arrange()
        self.sheets.chosen.connect(self.sheet_chosen)
        self.header.chosen.connect(lambda row: self.header_chosen.emit(int(row)))

    def _arrange(self) -> None:
        self.table.setAccessibleName(self.tr("First rows of the sheet"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setMinimumHeight(length(self, 8))
        self.table.verticalHeader().setDefaultSectionSize(length(self, 1.8))
        self._card.body.addLayout(self._offers)
        top = QHBoxLayout()
        top.addWidget(FormRow(self.tr("&Sheet"), self.sheets), 3)
        top.addWidget(FormRow(self.tr("&Headings stand in row"), self.header), 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.found)
        column.addWidget(self._card)
        column.addWidget(self.table, 1)

    def show_book(self, book: Book, sheet: Sheet, plan: Plan, *, remembered: bool) -> None:
        """Show a sheet of the book as the plan reads it."""
        self.sheets.set_choices((one.name, self._sheet_words(one)) for one in book.sheets)
        self.sheets.set_value(sheet.name)
        self.sheets.setEnabled(len(book.sheets) > 1)
        self.header.set_choices(self._header_choices(sheet, plan.header))
        self.header.set_value(str(plan.header))
        self._show_offers(offers(sheet, plan.header), plan)
        self._show_found(book, sheet, remembered=remembered)
        self.show_plan(sheet, plan)

    def show_plan(self, sheet: Sheet, plan: Plan) -> None:
        """Show the rows anew, e.g. repaired."""
        self.model.show(sheet, plan)
        self.table.resizeColumnsToContents()
        widest = length(self, 14)
        for column in range(self.model.columnCount()):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column) + length(self, 0.5), widest))

    @property
    def repairs(self) -> Mapping[str, Legacy]:
        """The columns that are to be repaired, by heading."""
        return {heading: encoding for heading, (box, encoding) in self._boxes.items() if box.isChecked()}

    def _sheet_words(self, sheet: Sheet) -> str:
        rows = sum(any(cell is not None for cell in row) for row in sheet.rows)
        words = self.tr("%n row(s)", "", rows)
        return f"{sheet.name} · {words}"

    def _header_choices(self, sheet: Sheet, header: int) -> list[tuple[str, str]]:
        """Return the rows that may be headings, each with its beginning."""
        found = [("-1", self.tr("none: the columns have no headings"))]
        for number, row in enumerate(sheet.rows[: max(_HEADERS, header + 1)]):
            texts = [" ".join(shown_value(value).split())[:20] for value in row if value is not None]
            if texts:
                found.append((str(number), f"{number + 1}: {' · '.join(texts[:8])}"[:_LONGEST]))
        return found

    def _show_found(self, book: Book, sheet: Sheet, *, remembered: bool) -> None:
        said = []
        if remembered:
            said.append(self.tr("A sheet with these headings was read here before: its columns are remembered."))
        if book.encoding and book.encoding != "UTF-8":
            said.append(self.tr("The file was read as {encoding}.").format(encoding=book.encoding))
        if count := decomposed(sheet):
            said.append(self.tr("%n cell(s) with letters apart from their accents will be put together.", "", count))
        if sheet.notes:
            said.append(self.tr("%n cell(s) could not be read; their rows will be named.", "", len(sheet.notes)))
        self.found.setText(" ".join(said))
        self.found.setVisible(bool(said))

    def _show_offers(self, offered: tuple[Offer, ...], plan: Plan) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        for number, one in enumerate(offered):
            words = self.tr("Repair the column “{column}”, written in {encoding}").format(
                column=one.heading, encoding=self.session.label(one.encoding)
            )
            box = QCheckBox(words.replace("&", "&&"))
            box.setObjectName(f"repair_{number}")
            box.setChecked(one.heading in plan.repairs)
            box.toggled.connect(lambda _: self.repairs_changed.emit())
            self._boxes[one.heading] = (box, one.encoding)
            self._offers.addWidget(box)
            examples = [self._example(before, after) for before, after in one.examples[:2]]
            label = TextLabel("\n".join(examples), "muted", wrap=True)
            label.setContentsMargins(length(self, 1.6), 0, 0, 0)
            set_tip(label, "\n".join(self._example(before, after) for before, after in one.examples))
            self._offers.addWidget(label)
        self._card.setVisible(bool(offered))
        for before, after in pairwise((self.header, *(box for box, _ in self._boxes.values()), self.table)):
            QWidget.setTabOrder(before, after)

    def _example(self, before: str, after: str) -> str:
        return self.tr("“{before}” will be “{after}”").format(before=_short(before), after=_short(after))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
