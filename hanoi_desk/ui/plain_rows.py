"""Plain rows in a table, each of one participant, and the same rows for a spreadsheet."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hanoi_desk.sheets import Value, as_date
from hanoi_desk.ui.widgets import plain

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Rows of words, each with the participant that it is about."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, tuple[str, ...]]] = []
        self.headings: tuple[str, ...] = ()

    def show_rows(self, rows: list[tuple[str, tuple[str, ...]]]) -> None:
        """Show other rows: the participant's id, empty for all of them, and its cells."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def participant(self, row: int) -> str:
        """Return the participant of a row."""
        return self._rows[row][0]

    def row_of(self, participant: str) -> int:
        """Return the first row about a participant, or -1."""
        return next((row for row, (known, _) in enumerate(self._rows) if known == participant), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if not index.isValid():
            return None
        words = self._rows[index.row()][1][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(words)
        return words if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self.headings[section] if role == Qt.ItemDataRole.DisplayRole else None


class ShownRows:
    """The rows of a table for a spreadsheet, dates as dates; the identifiers are the places of the rows."""

    def __init__(self, model: RowsModel) -> None:
        self._model = model

    def sheet_rows(self, ids: Sequence[str], places: Sequence[int]) -> list[tuple[Value, ...]]:
        """Return these rows."""
        cells = [[self._model.index(int(row), place).data() for place in places] for row in ids]
        return [tuple(as_date(cell) or cell for cell in row) for row in cells]
