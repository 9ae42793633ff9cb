"""The note on one delegation's statement in a plenary, beside the table; left unsaved, it is a draft."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.desk import says_nothing
from hanoi_desk.language import field_word
from hanoi_desk.records import Mention, Stance, Statement
from hanoi_desk.store.titles import first_line
from hanoi_desk.ui.detail.parts import LinkButton
from hanoi_desk.ui.log.fields import choices, language_choices, name_rows
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    ActionButton,
    Card,
    ComboField,
    DateField,
    EvenLayout,
    FlowLayout,
    FormRow,
    Line,
    TextArea,
    TextLabel,
    length,
    make_small,
)

#: Milliseconds after the last key until what is written is on disk.
_PAUSE = 700
_NARROWEST = 7.5


class StatementPane(QScrollArea):
    """Shows one statement and gives it back; `rested` says that there was a pause in the writing."""

    rested = Signal()
    save_asked = Signal()
    promise_asked = Signal()
    another_asked = Signal()
    delete_asked = Signal()
    history_asked = Signal()
    other_asked = Signal(str)  # another statement of the same delegation

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._shown: Statement | None = None
        self.setObjectName("statement_pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name = TextLabel("", "heading", wrap=True)
        self.mention = ComboField()
        self.item = Line()
        self.on = DateField(lambda: session.today, "", past=True)
        self.speaker = Line()
        self.stance = ComboField()
        self.words = TextArea("", least=4, most=14)
        self.verbatim = QCheckBox()
        self.language = ComboField()
        self.translation = TextArea("", least=2, most=8)
        names = ("mention", "words", "verbatim", "language", "translation", "speaker", "stance", "item", "on")
        self.rows = {name: FormRow("", getattr(self, name)) for name in names}
        for name, row in self.rows.items():
            row.field.setObjectName(f"statement_{name}")
        self.save_button = ActionButton("", "Ctrl ⏎", primary=True)
        self.promise_button = make_small(QPushButton())
        self.another_button = make_small(QPushButton())
        self.history_button = make_small(QPushButton())
        self.delete_button = make_small(QPushButton())
        for name in ("save", "promise", "another", "history", "delete"):
            getattr(self, f"{name}_button").setObjectName(f"statement_{name}")
        self.rule = TextLabel("", "caption", wrap=True)
        self._others = QVBoxLayout()
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        card = Card()
        for part in (self.name, self.rows["mention"], self.rows["words"]):
            card.body.addWidget(part)
        card.body.addWidget(self._beside("verbatim", "language"))
        card.body.addWidget(self.rows["translation"])
        card.body.addWidget(self._beside("speaker", "stance", "item", "on"))
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=length(self, 0.35))
        for button in (
            self.save_button,
            self.promise_button,
            self.another_button,
            self.history_button,
            self.delete_button,
        ):
            flow.addWidget(button)
        card.body.addWidget(buttons)
        card.body.addWidget(self.rule)
        card.body.addLayout(self._others)
        inside = self._inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)

    def _beside(self, *names: str) -> QWidget:
        holder = QWidget()
        even = EvenLayout(_NARROWEST, holder, spacing=length(self, 0.5))
        for name in names:
            even.addWidget(self.rows[name])
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder

    def _connect(self) -> None:
        for line in (self.item, self.speaker, self.on.line):
            line.typed.connect(self._edited)
        for area in (self.words, self.translation):
            area.edited.connect(self._edited)
        for combo in (self.mention, self.stance, self.language):
            combo.chosen.connect(self._edited)
        self.on.changed.connect(self._edited)
        self.verbatim.clicked.connect(self._edited)
        self._rest.timeout.connect(self.rested)
        self.save_button.clicked.connect(self.save_asked)
        self.promise_button.clicked.connect(self.promise_asked)
        self.another_button.clicked.connect(self.another_asked)
        self.history_button.clicked.connect(self.history_asked)
        self.delete_button.clicked.connect(self.delete_asked)

    def retranslate(self) -> None:
        """Put the words on all fields, in the language of the window."""
        shown, written = self._shown, self.statement()
        name_rows(self.session, "statement", {n: row for n, row in self.rows.items() if n != "verbatim"})
        self.verbatim.setText(field_word("statement", "verbatim", self.session.language))
        self.rows["verbatim"].label.hide()
        self.mention.set_choices(choices(self.session, Mention))
        self.stance.set_choices(choices(self.session, Stance))
        self.words.setPlaceholderText(self.tr("What they said of the Convention, in the language spoken"))
        self.save_button.setText(self.tr("Save"))
        self.promise_button.setText(self.tr("Record a promise from this statement…"))
        self.another_button.setText(self.tr("Another statement"))
        self.history_button.setText(self.tr("History and files…"))
        self.history_button.setToolTip(QKeySequence("Ctrl+H").toString(QKeySequence.SequenceFormat.NativeText))
        self.delete_button.setText(self.tr("Take out"))
        self.rule.setText(self.tr("A statement is nobody's commitment until you record one from it."))
        self.setAccessibleName(self.tr("The chosen statement"))
        self.show_statement(written, self.name.text(), ())
        self._shown = shown

    # ---- showing and reading ----

    @property
    def shown(self) -> Statement | None:
        """The statement as it was when it was shown."""
        return self._shown

    def show_statement(self, statement: Statement | None, name: str, others: Sequence[Statement]) -> None:
        """Show a statement of a delegation, and which others it made; no signal of an edit."""
        self._rest.stop()
        self._shown = statement
        self._inside.setVisible(statement is not None)
        if statement is None:
            return
        self.name.setText(name)
        self._list_others(others)
        self.take_up(statement)

    def take_up(self, statement: Statement, unread_day: str = "") -> None:
        """Show a statement as it was written and not saved; what was shown stays what it is compared with."""
        self.mention.set_value(statement.mention)
        self.item.setText(statement.item)
        self.on.set_value(statement.on)
        if unread_day:
            self.on.show_typed(unread_day)
        self.speaker.setText(statement.speaker)
        self.stance.set_value(statement.stance)
        self.words.set_text(statement.words)
        self.verbatim.setChecked(statement.verbatim)
        self.language.set_choices(language_choices(self.session, beside=statement.language))
        self.language.set_value(statement.language)
        self.translation.set_text(statement.translation)
        self._show_what_can_be_done()

    def statement(self) -> Statement | None:
        """Return the statement as it stands; an unreadable date leaves the one that was there."""
        if self._shown is None:
            return None
        return replace(
            self._shown,
            mention=Mention(self.mention.value),
            item=self.item.text(),
            on=self.on.value or (self._shown.on if self.on.line.text().strip() else None),
            speaker=self.speaker.text(),
            stance=Stance(self.stance.value),
            words=self.words.text,
            verbatim=self.verbatim.isChecked(),
            language=self.language.value,
            translation=self.translation.text,
        )

    @property
    def is_dirty(self) -> bool:
        """Whether something was written that is not saved."""
        return self.statement() != self._shown

    @property
    def unread_day(self) -> str:
        """What is typed as the day and is none, empty when it can be read."""
        return self.on.line.text().strip() if self._shown is not None and self.on.is_unread else ""

    def begin(self, text: str) -> None:
        """Put the cursor at the end of the words, with this text typed there; who is noted has been heard."""
        cursor = self.words.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if text:
            cursor.insertText(f"\n{text}" if self.words.text.strip() else text)
            if self.mention.value == Mention.NOT_HEARD:
                self.mention.set_value(Mention.MENTIONED)
        self.words.setTextCursor(cursor)
        self.words.setFocus()
        QTimer.singleShot(0, self.words, lambda: self.ensureWidgetVisible(self.rows["words"]))

    def _edited(self, _: object = None) -> None:
        if self.words.text.strip() and self.mention.value == Mention.NOT_HEARD and not self._was_heard():
            self.mention.set_value(Mention.MENTIONED)
        self._show_what_can_be_done()
        self._rest.start()

    def _was_heard(self) -> bool:
        """Tell whether the words were there before: then somebody chose that nothing was heard of the Convention."""
        return self._shown is not None and bool(self._shown.words.strip())

    def _show_what_can_be_done(self) -> None:
        statement = self.statement()
        self.save_button.setEnabled(statement != self._shown or bool(self.unread_day))
        has_words = statement is not None and bool(statement.words.strip() or statement.translation.strip())
        says = statement is not None and not says_nothing(statement)
        self.promise_button.setEnabled(has_words)
        self.another_button.setEnabled(says)
        self.history_button.setEnabled(says)
        self.delete_button.setEnabled(says)

    def _list_others(self, others: Sequence[Statement]) -> None:
        while item := self._others.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for other in others:
            parts = (other.item, self.session.label(other.mention), first_line(other.words))
            link = LinkButton(" · ".join(filter(None, parts)))
            link.clicked.connect(lambda _=False, id_=other.id: self.other_asked.emit(id_))
            self._others.addWidget(link)
