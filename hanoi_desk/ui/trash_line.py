"""The chosen line of the trash: what was deleted together, by whom, and the button that brings it back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.desk import Thrown
from hanoi_desk.language import capital, moment, name_of
from hanoi_desk.records import Participant, Record, Treaty
from hanoi_desk.store.titles import title
from hanoi_desk.ui.detail.links import words_for
from hanoi_desk.ui.places import PAGE_OF
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, TextLabel, length, make_link, make_primary


class TrashLine(QScrollArea):
    """Says what a line holds; `restore_asked` is for all that is chosen, `one_asked` for one record of it."""

    restore_asked = Signal()
    one_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("line")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button = make_primary(QPushButton())
        self._column = QVBoxLayout()

    def retranslate(self) -> None:
        """Put the words on it."""
        self.setAccessibleName(self.tr("The chosen deletion"))

    def show_line(self, line: Thrown, who: str) -> None:
        """Show one line: its records with what brings back only one of them."""
        card = self._begin()
        chief = line.records[0] if line.records else None
        at = moment(line.save.at.astimezone(self.session.now.tzinfo))
        card.body.addWidget(TextLabel(called(chief, self.session) if chief else line.save.label, "heading", wrap=True))
        how = capital(self.session.word(f"action.{line.save.action.value}"))
        card.body.addWidget(
            TextLabel(self.tr("{how}: {at}, {who}").format(how=how, at=at, who=who), "muted", wrap=True)
        )
        self._add_button(card, self.tr("Restore"))
        several = sum(line.counts.values()) > 1
        for record in line.records if several else ():
            card.body.addWidget(self._record(record))
        rest = sum(line.counts.values()) - len(line.records)
        if rest > 0:
            card.body.addWidget(TextLabel(self.tr("and %n more", "", rest), "caption"))
        self._column.addStretch(1)

    def show_several(self, number: int) -> None:
        """Show that several lines are chosen."""
        card = self._begin()
        card.body.addWidget(TextLabel(self.tr("%n deletion(s) chosen", "", number), "heading", wrap=True))
        self._add_button(card, self.tr("Restore all"))
        self._column.addStretch(1)

    def take_focus(self) -> None:
        """Put the focus on the button that restores."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def holds_focus(self) -> bool:
        """Tell whether the focus is inside."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _begin(self) -> Card:
        inside = QWidget()
        inside.setProperty("role", "page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(length(self, 0.8))
        self.setWidget(inside)
        card = Card()
        self._column.addWidget(card)
        return card

    def _add_button(self, card: Card, words: str) -> None:
        self.button = make_primary(QPushButton(words))
        self.button.setObjectName("restore")
        self.button.clicked.connect(self.restore_asked)
        card.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _record(self, record: Record) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(length(holder, 0.4))
        texts = QVBoxLayout()
        texts.setSpacing(length(holder, 0.05))
        name, kind = called(record, self.session), capital(self.session.word(f"record.{record.table}"))
        texts.addWidget(TextLabel(name, wrap=True))
        texts.addWidget(TextLabel(kind, "caption", wrap=True))
        row.addLayout(texts, 1)
        button = make_link(QPushButton(self.tr("Restore only this")), quiet=True)
        button.setObjectName(f"only_{record.id}")
        button.setAccessibleName(self.tr("Restore only this: {what}").format(what=f"{kind}, {name}"))
        button.clicked.connect(partial(self.one_asked.emit, record))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def called(record: Record, session: Session) -> str:
    """Return what a record is called: its name or words, with its State where it has no name of its own."""
    if isinstance(record, Treaty):
        return name_of(record, session.language)
    if record.table in PAGE_OF:
        words = words_for(session, record)
        return words if title(record) else capital(words)
    state = session.store.get(Participant, getattr(record, "participant", None) or "")
    parts = (session.name(state) if state else "", title(record))
    return ", ".join(filter(None, parts)) or capital(session.word(f"record.{record.table}"))
