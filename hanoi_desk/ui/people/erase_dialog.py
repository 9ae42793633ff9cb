"""Before a person is erased for good: what will be removed and where, what stays, and the name typed to go on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.desk import erase_person, erasure_of
from hanoi_desk.language import capital
from hanoi_desk.records import Person, Record
from hanoi_desk.store import StoreError
from hanoi_desk.store.codec import shapes
from hanoi_desk.store.erasing import Erasure, Mention
from hanoi_desk.store.titles import title
from hanoi_desk.text import fold
from hanoi_desk.ui.detail.parts import LinkButton
from hanoi_desk.ui.messages import store_trouble
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import (
    FormRow,
    Line,
    SectionTitle,
    TextLabel,
    dialog_foot,
    length,
    make_primary,
    press_focused,
)

#: The page that shows a kind of record.
_PAGES = {
    "outreach": "outreach",
    "commitment": "commitments",
    "follow_up": "follow_ups",
    "event": "events",
    "person": "people",
    "participant": "countries",
    "treaty": "treaty",
}
#: Parts are shown with their whole: the field that names it.
_WHOLES = {
    "outreach_country": "outreach",
    "outreach_person": "outreach",
    "meeting": "event",
    "statement": "event",
    "domestic_step": "participant",
}
_LISTED = 40


class EraseDialog(QDialog):
    """Erases only after the name was typed; `erased` follows. No undo brings the person back."""

    erased = Signal()

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("erase_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Erase for good"))
        self._session = session
        self._person = person
        self._told: Erasure = erasure_of(session.store, person.id)
        self.name = Line()
        self.name.setObjectName("name")
        self.in_texts = QCheckBox(self.tr("Take the name out of these texts too"))
        self.in_texts.setObjectName("in_texts")
        self.erase_button = make_primary(QPushButton(self.tr("Erase for good")))
        self.erase_button.setObjectName("erase_now")
        self._arrange()
        self._connect()
        self._fit()
        self._look()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def erase(self) -> None:
        """Erase the person, if the name was typed, and close."""
        if not self.erase_button.isEnabled():
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            instead = self._session.word("person.erased")
            erase_person(self._session.store, self._person.id, instead, in_texts=self.in_texts.isChecked())
        except StoreError as error:
            store_trouble(self.parentWidget(), error, self._session.language)
        finally:
            QApplication.restoreOverrideCursor()
        # What the machine had against it may have come when the person was gone already.
        if self._session.store.get(Person, self._person.id) is None:
            self.erased.emit()
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    # ---- inside ----

    def _arrange(self) -> None:
        inside = self._inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setSpacing(length(self, 0.45))
        heading = self.tr("Erase {name} for good?").format(name=self._person.name)
        column.addWidget(TextLabel(heading, "heading", wrap=True))
        cannot = self.tr(
            "This is the one step that cannot be undone. Backups, copies of this desk, and paper are out of its reach."
        )
        column.addWidget(TextLabel(cannot, wrap=True))
        column.addWidget(SectionTitle(self.tr("What will be removed")))
        for line in self._lines():
            column.addWidget(TextLabel(f"• {line}", wrap=True))
        self._add_mentions(column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setProperty("role", "read")
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrow keys scroll
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(inside)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll, 1)
        row = FormRow(self.tr("To go on, type the name: {name}").format(name=self._person.name), self.name)
        row.setContentsMargins(length(self, 0.5), 0, length(self, 0.5), 0)
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        whole.addWidget(row)
        whole.addLayout(dialog_foot(cancel, self.erase_button))

    def _lines(self) -> list[str]:
        told, instead = self._told, self._session.word("person.erased")
        lines = [self.tr("the record, with its name in every script, its notes and all that the history says of it")]
        if told.persons > 1:
            lines.append(self.tr("%n record(s) that were merged into it", "", told.persons - 1))
        if told.posts:
            lines.append(self.tr("%n post(s)", "", told.posts))
        if told.meetings:
            lines.append(
                self.tr("in %n contact(s) the name becomes “{instead}”; the post stays", "", told.meetings).replace(
                    "{instead}", instead
                )
            )
        if told.promises:
            lines.append(self.tr("%n promise(s) lose their speaker", "", told.promises))
        if told.planned:
            lines.append(self.tr("%n planned meeting(s) lose their counterpart", "", told.planned))
        if told.names:
            lines.append(self.tr("the name in %n other field(s)", "", told.names))
        if told.files:
            lines.append(self.tr("%n file(s)", "", told.files))
        if told.editions:
            editions = told.editions
            lines.append(self.tr("the file of %n edition(s) of briefing packs, in which the name stands", "", editions))
        if told.drafts:
            lines.append(self.tr("the name in %n draft(s)", "", told.drafts))
        lines.append(self.tr("the words of %n entry(ies) of the log of changes", "", told.changes))
        lines.append(self.tr("all that the search holds"))
        return lines

    def _add_mentions(self, column: QVBoxLayout) -> None:
        mentions = self._told.mentions
        column.addWidget(TextLabel(self.tr("Files attached to other records are not read."), "caption", wrap=True))
        if not mentions:
            column.addWidget(TextLabel(self.tr("No other text was found that names the person."), "caption", wrap=True))
            return
        column.addWidget(SectionTitle(self.tr("Texts that name the person, and stay as they are")))
        for mention in mentions[:_LISTED]:
            column.addWidget(self._mention(mention))
        if len(mentions) > _LISTED:
            column.addWidget(TextLabel(self.tr("and {n} more").format(n=len(mentions) - _LISTED), "caption"))
        column.addWidget(self.in_texts)

    def _mention(self, mention: Mention) -> QWidget:
        record, goal = self._found(mention)
        kind = capital(self._session.word(f"record.{mention.table}"))
        name = title(record) if record else ""
        words = ": ".join(part for part in (kind, name) if part)
        if not mention.is_current:
            words = self.tr("{record} (only in an earlier wording)").format(record=words)
        if goal is None:
            return TextLabel(f"• {words}", wrap=True)
        link = LinkButton(words)
        link.clicked.connect(lambda: self._go(goal))
        return link

    def _found(self, mention: Mention) -> tuple[Record | None, Goal | None]:
        """Return the record that names the person, and where it is shown."""
        kind = shapes()[mention.table].kind
        found: Sequence[Record] = self._session.store.many(kind, [mention.record], deleted=True)
        record = next(iter(found), None)
        if record is None or self._session.store.get(kind, mention.record) is None:
            return record, None
        whole = _WHOLES.get(mention.table)
        page = _PAGES.get(whole or mention.table)
        target = getattr(record, whole) if whole else mention.record
        return record, Goal(page, str(target)) if page and target else None

    def _go(self, goal: Goal) -> None:
        self.reject()
        self._session.go(goal)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._look)
        self.erase_button.clicked.connect(self.erase)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.erase)

    def _look(self) -> None:
        self.erase_button.setEnabled(fold(self.name.text()) == fold(self._person.name))

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableSize()
        wide = min(length(self, 36), room.width() * 9 // 10)
        self._inside.ensurePolished()
        tall = self._inside.heightForWidth(wide - length(self, 2)) + length(self, 8)
        self.resize(wide, min(max(tall, length(self, 16)), room.height() * 95 // 100))
