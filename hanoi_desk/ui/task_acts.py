"""What is done about a task from any page: ticked off, put off; said in a sentence that can be undone."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hanoi_desk.desk import complete_follow_up, postpone_follow_up
from hanoi_desk.language import short_date
from hanoi_desk.records import FollowUp, FollowUpState
from hanoi_desk.repeating import successor
from hanoi_desk.store import StoreError
from hanoi_desk.ui.forms import PostponingForm
from hanoi_desk.ui.later_menu import LaterMenu
from hanoi_desk.ui.messages import store_trouble
from hanoi_desk.ui.session import Session


class TaskActs(QObject):
    """Acts on tasks for the page that owns it; `acting` names the task just before it changes its place in a list."""

    acting = Signal(str)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page

    def complete(self, task: FollowUp) -> None:
        """Note that a task is done, and say when it comes again."""
        if not self._is_open(task):
            return
        said = self.tr("Done: {what}")
        following = successor(task, self._session.today)
        if following and following.due_on:
            said = self.tr("Done: {what}. It comes again on {day}.").replace("{day}", short_date(following.due_on))
        self._do(lambda: complete_follow_up(self._session.store, task, self._session.today), said, task)

    def postpone(self, task: FollowUp, day: date) -> None:
        """Give a task another day."""
        said = self.tr("Put off to {day}: {what}").replace("{day}", short_date(day))
        self._do(lambda: postpone_follow_up(self._session.store, task, day), said, task)

    def offer_days(self, task: FollowUp, view: QAbstractItemView) -> None:
        """Open the menu of other days under the chosen row of a list."""
        if self._is_open(task):
            self.later_menu(task, view).open_at(view)

    def later_menu(self, task: FollowUp, parent: QWidget) -> LaterMenu:
        """Return the menu that puts a task off."""
        menu = LaterMenu(self._session, task.due_on, parent)
        menu.chosen.connect(lambda day: self.postpone(task, day))
        menu.other_asked.connect(lambda: self.ask_day(task))
        return menu

    def ask_day(self, task: FollowUp) -> None:
        """Ask in a form for any other day."""
        form = PostponingForm(self._session, task, self.tr("Put off"), self._page)
        form.saved.connect(lambda _: self._session.say(self.tr("Put off: {what}").format(what=task.what), undo=True))
        form.open()

    def _is_open(self, task: FollowUp) -> bool:
        if task.state is FollowUpState.OPEN:
            return True
        self._session.say(self.tr("That is closed already: {what}").format(what=task.what))
        return False

    def _do(self, act: Callable[[], object], said: str, task: FollowUp) -> None:
        self.acting.emit(task.id)
        try:
            act()
        except StoreError as error:
            store_trouble(self._page, error, self._session.language)
        else:
            self._session.say(said.replace("{what}", task.what), undo=True)
