"""What all pages of the window share."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hanoi_desk.store import Change
from hanoi_desk.ui.session import Goal, Session


@runtime_checkable
class Printable(Protocol):
    """A page that shows a document: the key that prints a brief prints this one."""

    def print_document(self) -> None:
        """Print what is shown."""


class Page(QWidget):
    """A page shows records, asks for new ones and calls the desk; it reloads only while it is seen.

    A page builds its widgets in `__init__`, puts words on them in `retranslate`, and reads the store in `reload`.
    """

    #: Tables whose changes make the page reload; empty for any.
    tables: tuple[str, ...] = ()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = True
        session.changed.connect(self._hear)
        session.day_changed.connect(self.refresh)
        session.language_changed.connect(self._speak)

    def retranslate(self) -> None:
        """Put the words on all widgets, in the language of the window."""

    def reload(self) -> None:
        """Read the store and show what it holds."""

    def show_goal(self, goal: Goal) -> None:
        """Show the record, or the records, that was asked for."""

    def keep_place(self) -> object:
        """Return what must be known to show the page again as it is now; it is given to `return_to`."""
        return None

    def return_to(self, goal: Goal, kept: object) -> None:
        """Show again what was shown when the page was left by another step than back."""
        self.show_goal(goal)

    def current_country(self) -> str:
        """Return the participant that the page is about, or an empty text: what the brief is printed for."""
        return ""

    def current_event(self) -> str:
        """Return the event that the page is about, or an empty text: where what is logged now was."""
        return ""

    def step_tab(self, by: int) -> bool:
        """Show another of the page's own tabs, so many further; False when it has none, and the window steps pages."""
        return False

    def escape(self) -> bool:
        """Leave what is open on the page; False when there is nothing, and the window goes back."""
        return False

    def take_focus(self) -> None:
        """Put the cursor on the first thing of the page that Tab reaches."""
        one: QWidget | None = self.nextInFocusChain()
        while one is not None and one is not self:
            if self.isAncestorOf(one) and one.isVisibleTo(self) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            one = one.nextInFocusChain()

    def refresh(self) -> None:
        """Reload now if the page is seen, or else when it is next seen."""
        self._stale = True
        if self.isVisible():
            self._stale = False
            self.reload()

    def _hear(self, change: Change) -> None:
        if not self.tables or change.concerns(*self.tables):
            self.refresh()

    def _speak(self) -> None:
        self.retranslate()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Reload what became stale while the page was not seen."""
        super().showEvent(event)
        self.prepare()

    def prepare(self) -> None:
        """Reload what became stale; before the page is seen, so that it is laid out once with all that it holds."""
        if self._stale:
            self._stale = False
            self.reload()
