"""The two columns of cards at the right of the log form: what they undertook, and our follow-ups."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.desk import Fault
from hanoi_desk.ui.log.cards import EditCard
from hanoi_desk.ui.widgets import KeyHint, SectionTitle, length, make_small

Card = TypeVar("Card", bound=EditCard)


class _News(QObject):
    """The signals of a column; a generic class may not be a QObject itself."""

    edited = Signal()
    dropped = Signal(object)  # a function that brings the card back, None when nothing was in it


class CardColumn(Generic[Card]):
    """A title that names its key, the cards, and the button that adds one."""

    def __init__(self, name: str, keys: str) -> None:
        self.news = _News()
        self.widget = QWidget()
        self.widget.setObjectName(name)
        self.cards: list[Card] = []
        self._dropped: list[Card] = []
        self._title = SectionTitle()
        self._hint = KeyHint(keys)
        self.add_button = make_small(QPushButton())
        self.add_button.setObjectName(f"add_{name}")
        self.add_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(length(self.widget, 0.4))
        self._column.addLayout(head)
        self._column.addWidget(self.add_button)

    def set_words(self, title: str, add: str) -> None:
        """Put words on the title and the button, and on the cards."""
        self._title.setText(title)
        self.add_button.setText(add)
        for card in self.cards:
            card.retranslate()

    def show_cards(self, cards: Iterable[Card]) -> None:
        """Show these instead of all others."""
        for old in (*self.cards, *self._dropped):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards, self._dropped = [], []
        for card in cards:
            self.add(card)

    def add(self, card: Card) -> None:
        """Put a card at the end of the column."""
        self.cards.append(card)
        self._column.insertWidget(len(self.cards), card)
        card.edited.connect(self.news.edited)
        card.dropped.connect(lambda: self._drop(card))
        card.show()

    def _bring_back(self, card: Card, place: int) -> None:
        if card in self._dropped:
            self._dropped.remove(card)
            self.cards.insert(min(place, len(self.cards)), card)
            self._column.insertWidget(1 + self.cards.index(card), card)
            card.show()
            self.news.edited.emit()

    def _drop(self, card: Card) -> None:
        if card in self.cards:
            place = self.cards.index(card)
            self._column.removeWidget(card)
            card.hide()
            self.cards.remove(card)
            self._dropped.append(card)
            self.add_button.setFocus()
            self.news.edited.emit()
            self.news.dropped.emit(None if card.is_empty else lambda: self._bring_back(card, place))

    @property
    def said(self) -> list[Card]:
        """The cards in which something was said."""
        return [card for card in self.cards if not card.is_empty]

    def refresh_choices(self) -> None:
        """Let every card offer what the form holds now."""
        for card in self.cards:
            card.refresh_choices()

    def clear_problems(self) -> None:
        """Take away what was said to be wrong."""
        for card in self.cards:
            card.clear_problems()

    def card_of(self, fault: Fault) -> Card | None:
        """Return the card whose record is faulty."""
        return next((card for card in self.cards if card.record.id == fault.record.id), None)
