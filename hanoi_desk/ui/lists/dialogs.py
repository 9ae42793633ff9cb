"""The small dialogs of a list: which columns it has, what a filter is called, and the filters that are kept."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.ui.listings import Column
from hanoi_desk.ui.lists.layout import Layout
from hanoi_desk.ui.lists.saved import NAME_LIMIT, SavedFilter
from hanoi_desk.ui.widgets import FormRow, Line, TextLabel, fit, length

_PLACE = Qt.ItemDataRole.UserRole


class _ListDialog(QDialog):
    """A sentence, a list with buttons beside it, and what ends the dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.list = QListWidget()
        self.list.setObjectName("list")
        self._sentence = TextLabel("", "muted", wrap=True)
        self.beside = QVBoxLayout()
        self.beside.setSpacing(length(self, 0.4))
        self.ending = QDialogButtonBox()
        across = QHBoxLayout()
        across.setSpacing(length(self, 0.7))
        across.addWidget(self.list, 1)
        across.addLayout(self.beside)
        whole = QVBoxLayout(self)
        whole.setSpacing(length(self, 0.7))
        whole.addWidget(self._sentence)
        whole.addLayout(across, 1)
        whole.addWidget(self.ending)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.doItemsLayout()  # the rows were measured before the style sheet reached them

    def set_words(self, title: str, sentence: str) -> None:
        """Say what the list is, and a sentence about it."""
        self.setWindowTitle(title)
        self.list.setAccessibleName(title)
        self._sentence.setText(sentence)

    def add_button(self, name: str, words: str, act: Callable[[], None], keys: str = "") -> QPushButton:
        """Add a button beside the list, and its key."""
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self.beside.addWidget(button)
        if keys:
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            QShortcut(QKeySequence(keys), self, act)
        return button


class ColumnsDialog(_ListDialog):
    """Check boxes in the order of the columns: Space shows or hides one, Alt+Up and Alt+Down move it."""

    chosen = Signal(object)  # Layout

    def __init__(
        self, columns: Sequence[Column], layout: Layout, parent: QWidget | None = None, *, is_table: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("columns")
        left_out = self.tr("Where there is no room for all, the last columns are left out.")
        written = self.tr("These columns are written when the list is exported.")
        self.set_words(self.tr("Columns"), left_out if is_table else written)
        self._columns, self._layout = tuple(columns), layout
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.add_button("up", self.tr("Up"), lambda: self._move(-1), "Alt+Up")
        self.add_button("down", self.tr("Down"), lambda: self._move(1), "Alt+Down")
        self.beside.addStretch(1)
        self.add_button("as_at_first", self.tr("As at first"), self._reset)
        self.ending.setStandardButtons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ending.accepted.connect(self.accept)
        self.ending.rejected.connect(self.reject)
        self.list.itemChanged.connect(lambda _: self._check())
        self._fill(layout.places(columns))
        fit(self, 26, 26)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Give the layout that is shown."""
        places = self._checked()
        if places:
            self.chosen.emit(self._layout.in_order(self._columns, places))
            super().accept()

    def _fill(self, places: Sequence[int]) -> None:
        self.list.clear()
        for place in [*places, *(n for n in range(len(self._columns)) if n not in places)]:
            item = QListWidgetItem(self._columns[place].heading)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if place in places else Qt.CheckState.Unchecked)
            item.setData(_PLACE, place)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _checked(self) -> list[int]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [int(item.data(_PLACE)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _check(self) -> None:
        """A list without any column is no list."""
        self.ending.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self._checked()))

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentRow(row + by)

    def _reset(self) -> None:
        self._layout = Layout()
        self._fill(self._layout.places(self._columns))


class NameDialog(QDialog):
    """Asks what a filter is to be called; a name that is taken gives its filter up, and the dialog says so."""

    named = Signal(str)

    def __init__(self, taken: Callable[[str], bool], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_name")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Name of the filter"))
        self._taken = taken
        self.line = Line(name)
        self.line.setObjectName("name")
        self.line.setMaxLength(NAME_LIMIT)
        self.line.selectAll()
        self._row = FormRow(self.tr("Name of the filter"), self.line)
        self._note = TextLabel("", "caption", wrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._row)
        column.addWidget(self._note)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.line.textChanged.connect(lambda _: self._check())
        self._check()
        fit(self, 24, 11)

    def accept(self) -> None:
        """Give the name."""
        if name := " ".join(self.line.text().split()):
            self.named.emit(name)
            super().accept()

    def _check(self) -> None:
        name = " ".join(self.line.text().split())
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(name))
        there = self.tr("There is a filter of this name; it is replaced.")
        self._note.setText(there if name and self._taken(name) else "")


class FiltersDialog(_ListDialog):
    """The saved filters of a list: F2 renames one, Del deletes it."""

    renamed = Signal(str, str)
    deleted = Signal(str)

    def __init__(self, filters: Sequence[SavedFilter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saved_filters_dialog")
        kept = self.tr("They are kept for this list, in this desk on this laptop.")
        self.set_words(self.tr("Saved filters"), kept)
        self.add_button("rename", self.tr("Rename"), self._rename)
        self.add_button("delete", self.tr("Delete"), self._delete, "Del")
        self.beside.addStretch(1)
        self.ending.setStandardButtons(QDialogButtonBox.StandardButton.Close)
        self.ending.rejected.connect(self.reject)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.show_filters(filters)
        self.list.itemChanged.connect(self._take_name)
        fit(self, 26, 22)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_filters(self, filters: Sequence[SavedFilter]) -> None:
        """Show these filters."""
        row = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        for one in filters:
            item = QListWidgetItem(one.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(_PLACE, one.name)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)

    def _rename(self) -> None:
        if item := self.list.currentItem():
            self.list.editItem(item)

    def _delete(self) -> None:
        if item := self.list.currentItem():
            self.deleted.emit(str(item.data(_PLACE)))

    def _take_name(self, item: QListWidgetItem) -> None:
        before, name = str(item.data(_PLACE)), " ".join(item.text().split())[:NAME_LIMIT]
        if name and name != before:
            self.renamed.emit(before, name)
        elif not name:
            item.setText(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return ends a rename and not the dialog."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
