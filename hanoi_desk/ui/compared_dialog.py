"""A file line by line beside the desk, in groups to be ticked, before anything is taken."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from hanoi_desk.records import Participant
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    Card,
    ChipEdit,
    DateField,
    FormRow,
    Suggestion,
    TextLabel,
    fit,
    length,
    make_primary,
    plain,
)

_KEY = Qt.ItemDataRole.UserRole


class ComparedDialog(QDialog):
    """A summary, the day the file is of, the lines, and a field for a country whose name is not known.

    Ctrl+Enter takes what is ticked.
    """

    def __init__(self, session: Session, file_name: str, day_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import: {file}").format(file=file_name))
        self.session = session
        self.day = DateField(lambda: session.today, day_words.replace("&", ""))
        self.day.set_value(session.today)
        self._day_row = FormRow(day_words, self.day)
        self._day_row.setMaximumWidth(length(self, 16))
        self.summary = TextLabel("", "strong", wrap=True)
        self.summary.setObjectName("summary")
        self.tree = QTreeWidget()
        self.tree.setUniformRowHeights(True)
        self.name_field = ChipEdit(self._complete, self.tr("Which country is it?"), self.tr("Type a few letters"))
        self.name_field.setObjectName("match")
        self.take_button = make_primary(QPushButton())
        self.take_button.setObjectName("take")
        self.close_button = QPushButton(self.tr("Close"))
        self.take_button.clicked.connect(self._take)
        self.close_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._take)

    def take(self) -> str:
        """Write what is ticked and return the sentence that says so; an empty one when it cannot be taken yet."""
        raise NotImplementedError

    def _arrange(
        self, remarks: QWidget, columns: Sequence[str], below: Sequence[QWidget], buttons: Sequence[QWidget] = ()
    ) -> None:
        """Set all in its place: remarks over the lines, what belongs to the chosen line below them."""
        self.tree.setColumnCount(len(columns))
        self.tree.setHeaderLabels(columns)
        head = Card()
        for part in (self.summary, remarks, self._day_row):
            head.body.addWidget(part)
        foot = QHBoxLayout()
        for button in (self.take_button, *buttons):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.tree, 1)
        for part in below:
            column.addWidget(part)
        column.addLayout(foot)
        fit(self, 62, 46)

    # ---- the lines ----

    def _add_group(self, words: str, *, is_open: bool = True) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [words])
        group.setFirstColumnSpanned(True)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setExpanded(is_open)
        return group

    def _add_line(self, group: QTreeWidgetItem, cells: Sequence[str], key: str, ticked: bool | None) -> QTreeWidgetItem:
        """Add a line that is known by its key; None for `ticked` where it cannot be taken."""
        item = QTreeWidgetItem(group, list(cells))
        item.setData(0, _KEY, key)
        for column, text in enumerate(cells):
            item.setToolTip(column, plain(text))
        if ticked is None:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        else:
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        groups = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        children = (group.child(at) for group in groups if group is not None for at in range(group.childCount()))
        return [child for child in children if child is not None]

    @staticmethod
    def _key(item: QTreeWidgetItem | None) -> str:
        return str(item.data(0, _KEY) or "") if item is not None else ""

    # ---- taking ----

    def _take(self) -> None:
        if not self.take_button.isEnabled():
            return
        try:
            sentence = self.take()
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
            return
        if sentence:
            self.session.say(sentence, undo=True)
            self.accept()

    def _complete(self, typed: str) -> list[Suggestion]:
        found = self.session.store.many(Participant, self.session.names.complete(typed, 8))
        return [Suggestion(one.id, self.session.name(one), matched=typed) for one in found]
