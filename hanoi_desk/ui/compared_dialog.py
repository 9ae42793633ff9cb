"""A file line by line beside the desk, in groups to be ticked, before anything is taken."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
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

    Ctrl+Enter takes what is ticked. What was ticked and not taken is a draft, see `form_drafts`: a lock costs none of
    it.
    """

    def __init__(self, session: Session, file_name: str, day_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import: {file}").format(file=file_name))
        self.session = session
        self._file: dict[str, str] = {}  # where the file lies, and its digest
        self._first: dict[str, Any] = {}  # what was proposed
        self.day = DateField(lambda: session.today, day_words.replace("&", ""))
        self.day.set_value(session.today)
        self._day_row = FormRow(day_words, self.day)
        self._day_row.setMaximumWidth(length(self, 16))
        self.summary = TextLabel("", "strong", wrap=True)
        self.summary.setObjectName("summary")
        self.tree = QTreeWidget()
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(length(self, 1.1))
        self.name_field = ChipEdit(self._complete, self.tr("Which country is it?"), self.tr("Type a few letters"))
        self.name_field.setObjectName("match")
        self.take_button = make_primary(QPushButton())
        self.take_button.setObjectName("take")
        self.close_button = QPushButton(self.tr("Close"))
        self.take_button.clicked.connect(self._take)
        self.close_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._take)

    @classmethod
    def read(cls, path: Path) -> tuple[Any, ...]:
        """Return what a dialog over a file is made with; called off the interface thread."""
        raise NotImplementedError

    def chosen(self) -> dict[str, Any]:
        """Return what is ticked and typed, as JSON has it."""
        raise NotImplementedError

    def take_up(self, chosen: Mapping[str, Any]) -> None:
        """Tick and type again what `chosen` gave."""
        raise NotImplementedError

    def take(self) -> str:
        """Write what is ticked and return the sentence that says so; an empty one when it cannot be taken yet."""
        raise NotImplementedError

    # ---- the file, and what was chosen over it ----

    @classmethod
    def begin(
        cls,
        session: Session,
        path: Path,
        page: QWidget,
        left: Mapping[str, Any] | None = None,
        came: Callable[[], None] = lambda: None,
    ) -> None:
        """Read a file off the interface thread and show it, with what was `left` of its lines when it was open last."""

        kind: Any = cls  # each is made with what its own `read` gives

        def show(found: tuple[str, tuple[Any, ...]]) -> None:
            digest, parts = found
            dialog = kind(session, *parts, path.name, page)
            dialog.open()
            dialog._begin_with(path, digest, left)
            came()

        def refuse(error: BaseException) -> None:
            after = QCoreApplication.translate("ComparedDialog", "Nothing was changed.")
            if left is not None:
                again = QCoreApplication.translate(
                    "ComparedDialog", "What you had ticked in {file} is to be ticked again when the file is there."
                )
                after += " " + again.format(file=path.name)
            messages.failure(page, error, session.language, doing="unread", after=after)

        session.background.run(lambda _: (digest_of(path), cls.read(path)), show, refuse)

    @classmethod
    def begin_again(cls, session: Session, choices: Mapping[str, Any], page: QWidget, came: Callable[[], None]) -> None:
        """Show the file again over which something was chosen."""
        cls.begin(session, Path(str(choices["path"])), page, choices, came)

    def choices(self) -> dict[str, Any] | None:
        """Return what somebody chose over the file, None where that is what was proposed."""
        chosen = self.chosen()
        if not self._file or chosen == self._first:
            return None
        return {**self._file, **chosen, "at": self._key(self.tree.currentItem())}

    def _begin_with(self, path: Path, digest: str, left: Mapping[str, Any] | None) -> None:
        self._first = self.chosen()
        self._file = {"path": str(path), "digest": digest}
        if left is None:
            return
        if left.get("digest") != digest:
            words = self.tr("The file was changed since you ticked its lines: look at them again.")
            messages.tell(self, words)
            return
        with suppress(KeyError, TypeError, ValueError, AttributeError):  # a text from anywhere
            self.take_up(left)
        at = next((item for item in self._items() if self._key(item) == left.get("at")), None)
        if at is not None:
            self.tree.setCurrentItem(at)
        self.name_field.line.setText(str(left.get("typed", "")))

    # ---- the parts ----

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


def digest_of(path: Path) -> str:
    """Return by what a file is known to be the same; raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
