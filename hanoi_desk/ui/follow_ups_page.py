"""The page of our tasks, by day."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import author, keep
from hanoi_desk.records import FollowUp, FollowUpState
from hanoi_desk.ui.detail import FollowUpDetail
from hanoi_desk.ui.form_page import FormPage
from hanoi_desk.ui.forms import DroppingForm, FollowUpForm
from hanoi_desk.ui.list_page import ListWords
from hanoi_desk.ui.listings import FollowUpListing
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.task_acts import TaskActs


class FollowUpsPage(FormPage):
    """Our tasks by day; on the list Space is done, and the window's keys do the same from anywhere on the page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        detail = FollowUpDetail(session)
        self._acted = ("", 0)
        super().__init__(session, FollowUpListing(session), detail, parent)
        self.acts = TaskActs(session, self)
        self.acts.acting.connect(self._remember)
        detail.done_asked.connect(self._complete)
        detail.later_asked.connect(self._put_off)
        detail.drop_asked.connect(self._drop)
        detail.reopen_asked.connect(self._reopen)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.complete_chosen)

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Follow-ups"),
            self.tr("Filter: country, words…"),
            self.tr("New follow-up…"),
            self.tr("Nothing is to be followed up."),
        )

    def add(self) -> None:
        task = FollowUp(what="", owner=author(self.session.store))
        self.open_form(FollowUpForm(self.session, task, self.tr("New follow-up"), self))

    def edit(self, record_id: str) -> None:
        task = self.session.store.need(FollowUp, record_id)
        self.open_form(FollowUpForm(self.session, task, self.tr("Follow-up"), self))

    def reload(self) -> None:
        """Show the list anew; where the chosen task was ticked off or put off, go on with the one in its place."""
        super().reload()
        acted, row = self._acted
        self._acted = ("", 0)
        if acted and self.table.current == acted and self.model.row_of(acted) != row:
            self.table.choose_row(row, quietly=True)
            self.read_chosen()

    def _remember(self, record_id: str) -> None:
        self._acted = (record_id, self.table.currentIndex().row())

    def complete_chosen(self) -> None:
        """Note that the chosen task is done."""
        self._complete(self.table.current)

    def put_off_chosen(self) -> None:
        """Offer other days for the chosen task."""
        self._put_off(self.table.current)

    def _complete(self, record_id: str) -> None:
        if task := self.session.store.get(FollowUp, record_id):
            self.acts.complete(task)

    def _put_off(self, record_id: str) -> None:
        if task := self.session.store.get(FollowUp, record_id):
            self.acts.offer_days(task, self.table)

    def _drop(self, record_id: str) -> None:
        task = self.session.store.need(FollowUp, record_id)
        self.open_form(DroppingForm(self.session, task, self.tr("Why it will not be done"), self))

    def _reopen(self, record_id: str) -> None:
        task = self.session.store.need(FollowUp, record_id)
        opened = replace(task, state=FollowUpState.OPEN, closed_on=None, reason="")
        self.do(lambda: self._saved(keep(self.session.store, opened).id))
