"""The editions of a pack: each with its number, day, pages, copies and frozen file, and what is new since the last."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hanoi_desk.document_numbers import same_number
from hanoi_desk.language import moment, short_date
from hanoi_desk.records import Officer, Pack, PackEdition
from hanoi_desk.ui.detail.parts import flow
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, Rule, TextLabel, length, make_link


class EditionsTab(QWidget):
    """`asked` gives what is wanted of an edition: "open", "save", "print", or "copies" for all of them in a file."""

    asked = Signal(str, object)  # what, PackEdition
    built = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._may_number = True
        self._new = Card()
        self._new.setObjectName("changed_since")
        self._list = Card()
        self._list.setObjectName("editions")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.7))
        column.addWidget(self._new)
        column.addWidget(self._list)
        column.addStretch(1)

    def show_changes(self, lines: Sequence[str]) -> None:
        """Show what changed since the last edition, as the document says it."""
        self._clear(self._new)
        self._new.setVisible(bool(lines))
        self._new.set_title(self.tr("Changed since the last edition"))
        for line in lines:
            self._new.body.addWidget(TextLabel(line, wrap=True))

    def show_editions(self, editions: Sequence[PackEdition], *, numbered: bool = True) -> None:
        """Show the editions, the newest first; copies of what is handed over are never `numbered`."""
        self._may_number = numbered
        self._clear(self._list)
        self._list.set_title(self.tr("Editions"))
        self._list.set_note(str(len(editions)) if editions else "")
        if not editions:
            words = self.tr(
                "None yet. “Save as edition” gives the document its number and keeps the very file that is handed out."
            )
            self._list.body.addWidget(TextLabel(words, "muted", wrap=True))
        numbers = Counter(edition.number for edition in editions)
        for place, edition in enumerate(editions):
            if place:
                self._list.body.addWidget(Rule())
            head, facts, buttons = self._edition(edition)
            for widget in (head, facts, *self._clashes(edition, numbers[edition.number]), buttons):
                self._list.body.addWidget(widget)
        self.built.emit()

    def _edition(self, edition: PackEdition) -> tuple[QWidget, ...]:
        officer = self._session.store.get(Officer, edition.officer) if edition.officer else None
        head = self.tr("Edition {n}").format(n=edition.number)
        facts = [
            edition.document,
            short_date(edition.made_on) if edition.made_on else "",
            self.tr("%n page(s)", "", edition.pages),
            self.tr("%n copy(s)", "", edition.copies) if edition.copies else "",
            officer.name if officer else "",
            self.tr("as of {moment}").format(moment=moment(datetime.fromisoformat(edition.as_of)))
            if edition.as_of
            else "",
            self.tr("fingerprint {hash}").format(hash=edition.file_sha256[:12]) if edition.file_sha256 else "",
        ]
        acts = [("open", self.tr("Open")), ("print", self.tr("Print…")), ("save", self.tr("Save again…"))]
        if edition.copies > 1 and self._may_number:
            acts.append(("copies", self.tr("Save {n} numbered copies…").format(n=edition.copies)))
        buttons = flow(*(self._act(what, words, edition) for what, words in acts))
        return TextLabel(head, "strong"), TextLabel(" · ".join(filter(None, facts)), "caption", wrap=True), buttons

    def _clashes(self, edition: PackEdition, called_so: int) -> list[TextLabel]:
        """Say what an exchange with another laptop left unclear: a number that stands on two documents."""
        store = self._session.store
        lines = [
            self.tr("Edition {n} of “{pack}” bears this number too: tell them apart by name and day.").format(
                n=other.number, pack=pack.name
            )
            for other in same_number(store, edition)
            for pack in store.many(Pack, [other.pack], deleted=True)
        ]
        if called_so > 1:
            words = self.tr("Another laptop made an edition {n} as well: tell them apart by their document numbers.")
            lines.append(words.format(n=edition.number))
        return [TextLabel(line, "problem", wrap=True) for line in lines]

    def _act(self, what: str, words: str, edition: PackEdition) -> QPushButton:
        button = make_link(QPushButton(words))
        button.setObjectName(f"{what}_edition_{edition.number}")
        button.setAccessibleName(self.tr("{what}: edition {n}").format(what=words, n=edition.number))
        button.clicked.connect(self._asker(what, edition))
        return button

    def _asker(self, what: str, edition: PackEdition) -> Callable[[], None]:
        return lambda: self.asked.emit(what, edition)

    def _clear(self, card: Card) -> None:
        while item := card.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
