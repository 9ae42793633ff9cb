"""The search of the header: results under the box as one types, and the way to what is chosen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hanoi_desk.store import StoreError
from hanoi_desk.ui.messages import store_sentences
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import SearchBox, Suggestion, SuggestionList

if TYPE_CHECKING:
    from hanoi_desk.ui.search_results import Choice, Finder

#: How long after a key the results follow, in milliseconds: two keys struck together ask once.
_PAUSE = 12
#: How much of what was typed a sentence repeats.
_REPEATED = 40


class SearchPanel(QObject):
    """Drives the list under the search box; the box keeps the focus, and letters being composed are left alone."""

    def __init__(
        self, session: Session, search_box: SearchBox, run_action: Callable[[str], None], parent: QWidget
    ) -> None:
        """`run_action` is called with the name of an action of `actions.ACTIONS`."""
        super().__init__(parent)
        self._session = session
        self._box = search_box
        self._run_action = run_action
        self._before: QWidget | None = None
        self._choices: dict[str, Choice] = {}
        self._finder: Finder | None = None  # made at the first key: it knows many words
        self.results = SuggestionList(search_box, self.tr("Search results"))
        self.results.setObjectName("search_results")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._search)
        self._box.typed.connect(self._follow)
        self._box.stepped.connect(self._step)
        self._box.entered.connect(self._enter)
        self._box.left.connect(self._leave)
        self._box.installEventFilter(self)
        self.results.chosen.connect(self._choose)
        self._session.changed.connect(self._search_again)
        self._session.language_changed.connect(self._speak)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._remember_focus)

    # ---- as one types ----

    def _follow(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._put_away()

    def _search(self) -> None:
        self._timer.stop()
        text = self._box.text()
        if self._box.composing or not text.strip():
            return
        if self._finder is None:
            self._finder = class_of("finder")(self._session, self)
        try:
            found = self._finder.find(text)
        except StoreError as error:
            self._put_away()
            self._session.say(" ".join(store_sentences(error, self._session.language)))
            return
        self._choices = {choice.shown.id: choice for choice in found}
        shown = [choice.shown for choice in found] or [Suggestion("", self._nothing(text))]
        self.results.offer(shown, text[:_REPEATED])

    def _nothing(self, text: str) -> str:
        words = " ".join("".join(c if c.isprintable() else " " for c in text[: _REPEATED * 4]).split())
        short = words if len(words) <= _REPEATED else words[: _REPEATED - 1] + "…"
        return self.tr("Nothing found for “{words}”").format(words=short)

    def _search_again(self) -> None:
        if self.results.is_open:
            self._timer.start()

    def _speak(self) -> None:
        self.results.setAccessibleName(self.tr("Search results"))
        self._finder = None
        self._search_again()

    # ---- keys and choosing ----

    def _step(self, by: int) -> None:
        if self._is_ready():
            self.results.step(by)

    def _enter(self) -> None:
        if self._is_ready() and self.results.current is not None:
            self._choose(self.results.current)

    def _is_ready(self) -> bool:
        """Bring the list up to date; tell whether a key is meant for it and not for opening it."""
        is_meant = self._timer.isActive() or self.results.is_open
        if self._timer.isActive() or not self.results.is_open:
            self._search()
        return is_meant and self.results.is_open

    def _choose(self, suggestion: Suggestion) -> None:
        choice = self._choices.get(suggestion.id)
        if choice is None:
            return
        self._box.clear()
        self._leave()
        if choice.goal is not None:
            self._session.go(choice.goal)
        else:
            self._run_action(choice.action)

    def _put_away(self) -> None:
        self._timer.stop()
        self.results.dismiss()

    def _leave(self) -> None:
        """Give the focus back to where it was."""
        self._put_away()
        before = self._before
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self._box.clearFocus()

    def _remember_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is self._box and old is not None and old is not self._box:
            self._before = old

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the list when the box with text in it gets the focus, close it when it loses it."""
        if event.type() is QEvent.Type.FocusOut:
            self._put_away()
        elif event.type() is QEvent.Type.FocusIn and self._box.text().strip():
            self._timer.start()
        return super().eventFilter(watched, event)
