"""What every page and form needs of an open desk: the store, the language, the clock, and news of what changed."""

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hanoi_desk import desk
from hanoi_desk.board import Board, board
from hanoi_desk.language import Language, Named, name_of, word, word_of
from hanoi_desk.store import Change, Store
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.background import Background
from hanoi_desk.values import Value, frozen

if TYPE_CHECKING:
    from hanoi_desk.names import NameIndex

#: What the board is made from: a save that touches one of these makes it anew.
_BOARD_TABLES = (
    "participant",
    "treaty",
    "treaty_action",
    "domestic_step",
    "source",
    "commitment",
    "outreach",
    "outreach_country",
    "coverage",
)


def _nothing() -> None:
    """What is left to stop once a session is closed."""


@frozen
class Goal(Value):
    """Where to go: a page, and on it a record, or the records that a number stands for with the rule in words."""

    page: str
    record: str = ""
    where: tuple[Condition, ...] = ()
    facet: tuple[str, str] = ("", "")  # a facet of the page and its value, e.g. ("status", "signed")
    rule: str = ""


class Session(QObject):
    """One open desk in one window."""

    heard = Signal(object)  # store.Change, before any page asks for what is kept in memory
    changed = Signal(object)  # store.Change
    day_changed = Signal()
    language_changed = Signal()
    asked = Signal(object)  # Goal
    said = Signal(str, bool)  # a sentence for the status strip, and whether it offers to undo
    closing = Signal()

    def __init__(
        self, store: Store, language: Language, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.language = language
        self.background = Background(self)
        self._now = now
        self._board: Board | None = None
        self._stop_listening = store.listen(self._heard)

    def close(self) -> None:
        """Stop hearing of changes; work off the interface thread is finished first."""
        self.closing.emit()
        self.background.finish()
        self._stop_listening()
        self._stop_listening = _nothing

    # ---- moment and words ----

    @property
    def now(self) -> datetime:
        """This moment, aware, in the laptop's time zone."""
        return self._now()

    @property
    def today(self) -> date:
        """Today where the laptop is."""
        return self.now.date()

    def set_language(self, language: Language) -> None:
        """Speak another language from now on."""
        self.language = language
        self.language_changed.emit()

    def word(self, key: str, **gaps: object) -> str:
        """Return a word or sentence of `words.csv` in the language of the window."""
        return word(key, self.language, **gaps)

    def label(self, member: Enum) -> str:
        """Return the words for a member of a closed list."""
        return word_of(member, self.language)

    def name(self, record: Named) -> str:
        """Return a record's name in the language of the window."""
        return name_of(record, self.language)

    # ---- the picture of all States ----

    def board(self) -> Board:
        """Return where every participant stands now; made anew only after a change or on a new day in New York."""
        now = self.now
        if self._board is None or now.date() != self._board.moment.date() or now.hour != self._board.moment.hour:
            self._board = board(self.store, now)
        return self._board

    @cached_property
    def names(self) -> "NameIndex":
        """All names of all participants."""
        return desk.participant_names(self.store)

    # ---- news ----

    def go(self, goal: Goal) -> None:
        """Ask the window to show a page or a record."""
        self.asked.emit(goal)

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a sentence at the foot of the window, with a button to undo the last save where that makes sense."""
        self.said.emit(sentence, undo)

    def new_day(self) -> None:
        """Forget what depends on the day."""
        self._board = None
        self.day_changed.emit()

    def _heard(self, change: Change) -> None:
        if change.concerns(*_BOARD_TABLES):
            self._board = None
        if change.concerns("participant"):
            self.__dict__.pop("names", None)
        self.heard.emit(change)
        self.changed.emit(change)
