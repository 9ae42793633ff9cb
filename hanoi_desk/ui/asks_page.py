"""The page of requests beside the treaty act, both ways; for our own side only."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hanoi_desk.agenda import OWED
from hanoi_desk.desk import author, record_ask
from hanoi_desk.records import Ask, AskState, FollowUp
from hanoi_desk.ui.detail import AskDetail
from hanoi_desk.ui.form_page import FormPage
from hanoi_desk.ui.forms import AnsweringForm, AskForm, FollowUpForm
from hanoi_desk.ui.list_page import ListWords
from hanoi_desk.ui.listings import AskListing
from hanoi_desk.ui.session import Session


class AsksPage(FormPage):
    """What is owed both ways; on the list Space asks for the answer, as the window's key for Done does."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        detail = AskDetail(session)
        super().__init__(session, AskListing(session), detail, parent)
        self.tables = (*self.tables, "follow_up")
        detail.answer_asked.connect(self._answer)
        detail.plan_asked.connect(self._plan)
        detail.reopen_asked.connect(self._reopen)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.complete_chosen)

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Requests"),
            self.tr("Filter: country, words…"),
            self.tr("New request…"),
            self.tr("No request is on file. What they ask of us and we of them, beside the treaty act, stands here."),
        )

    def add(self) -> None:
        ask = Ask(what="", asked_on=self.session.today, owner=author(self.session.store))
        self.open_form(AskForm(self.session, ask, self.tr("New request"), self))

    def edit(self, record_id: str) -> None:
        ask = self.session.store.need(Ask, record_id)
        self.open_form(AskForm(self.session, ask, self.tr("Request"), self))

    def complete_chosen(self) -> None:
        """Ask how and when the chosen request was answered."""
        if self.table.current:
            self._answer(self.table.current)

    def _answer(self, record_id: str) -> None:
        ask = self.session.store.need(Ask, record_id)
        if ask.state not in OWED:
            self.session.say(self.tr("That is closed already: {what}").format(what=ask.what))
            return
        suggested = replace(ask, state=AskState.ANSWERED, answered_on=self.session.today)
        self.open_form(AnsweringForm(self.session, suggested, self.tr("What became of it"), self))

    def _plan(self, record_id: str) -> None:
        ask = self.session.store.need(Ask, record_id)
        task = FollowUp(
            what="",
            participant=ask.participant,
            ask=ask.id,
            outreach=ask.outreach,
            due_on=ask.due_on,
            owner=ask.owner or author(self.session.store),
        )
        form = FollowUpForm(self.session, task, self.tr("Plan follow-up"), self)
        form.saved.connect(lambda _: self.session.say(self.tr("The follow-up is planned."), undo=True))
        form.open()

    def _reopen(self, record_id: str) -> None:
        ask = self.session.store.need(Ask, record_id)
        opened = replace(ask, state=AskState.OPEN, answered_on=None)
        self.do(lambda: self._saved(record_ask(self.session.store, opened).id))
