"""The page of all promises, held against the treaty record."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hanoi_desk.commitments import Answer, Outcome
from hanoi_desk.desk import author, reopen_commitment
from hanoi_desk.records import Commitment, CommitmentState, FollowUp, Source
from hanoi_desk.ui.deciding import KEYS
from hanoi_desk.ui.detail import CommitmentDetail
from hanoi_desk.ui.form_page import FormPage
from hanoi_desk.ui.forms import ClosingForm, CommitmentForm, ConfirmingForm, FollowUpForm
from hanoi_desk.ui.forms.commitment import blank_commitment
from hanoi_desk.ui.list_page import ListWords
from hanoi_desk.ui.listings import CommitmentListing
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.session import Goal, Session


class CommitmentsPage(FormPage):
    """All promises against the record."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._promises = CommitmentListing(session)
        detail = CommitmentDetail(session)
        super().__init__(session, self._promises, detail, parent)
        self._judging = Promises.of(session)
        self._judging.ready.connect(self.refresh)
        detail.plan_asked.connect(self._plan)
        detail.close_asked.connect(self._close)
        detail.confirm_asked.connect(self._confirm)
        detail.answered.connect(self._stand)
        detail.reopen_asked.connect(self._reopen)
        for answer, key in KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda answer=answer: self._answer(detail, answer))
        shortcut = QShortcut(QKeySequence("S"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._prove(self.table.current))

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Commitments"),
            self.tr("Filter: country, words…"),
            self.tr("New commitment…"),
            self.tr("No commitment is recorded yet. They are recorded with the contact at which they were made."),
        )

    def reload(self) -> None:
        """Read the list once every promise is held against the record, which of thousands is done in parts."""
        if self._judging.begin():
            super().reload()
        elif not self.model.rowCount():
            self.say_waiting(self.tr("The promises are being held against the record."))

    def add(self) -> None:
        blank = blank_commitment(self.session.board().treaty.id, self.session.today)
        self.open_form(CommitmentForm(self.session, blank, self.tr("New commitment"), self))

    def edit(self, record_id: str) -> None:
        record = self.session.store.need(Commitment, record_id)
        self.open_form(CommitmentForm(self.session, record, self.tr("Commitment"), self))

    def _plan(self, record_id: str) -> None:
        promise = self.session.store.need(Commitment, record_id)
        task = FollowUp(
            what="",
            participant=promise.participant,
            commitment=promise.id,
            outreach=promise.outreach,
            owner=author(self.session.store),
        )
        form = FollowUpForm(self.session, task, self.tr("Plan follow-up"), self)
        form.saved.connect(lambda _: self.session.say(self.tr("The follow-up is planned."), undo=True))
        form.open()

    def _close(self, record_id: str, state: str) -> None:
        promise = self.session.store.need(Commitment, record_id)
        judged = self._promises.judge([promise])[record_id]
        shown_by = judged.shown_by if judged.outcome is Outcome.KEPT else None
        suggested = replace(promise, state=CommitmentState(state))
        self.open_form(ClosingForm(self.session, suggested, shown_by, self.tr("What became of it"), self))

    def _confirm(self, record_id: str) -> None:
        promise = self.session.store.need(Commitment, record_id)
        self.open_form(ConfirmingForm(self.session, promise, self.tr("Confirm the grade"), self))

    def _prove(self, record_id: str) -> None:
        """Open the contact at which the chosen promise was made, or say the source that it has instead."""
        promise = self.session.store.get(Commitment, record_id) if record_id else None
        if promise is None:
            return
        source = self.session.store.get(Source, promise.source) if promise.source else None
        if promise.outreach:
            self.session.go(Goal("outreach", promise.outreach))
        elif source:
            self.session.say(self.tr("Source: {title}").format(title=source.title))
        else:
            self.session.say(self.tr("Neither a contact nor a source is named for this promise."))

    def _answer(self, detail: CommitmentDetail, answer: Answer) -> None:
        if detail.shown != self.table.current:
            self.read_chosen()
        detail.give(answer)

    def _stand(self, record_id: str) -> None:
        """Choose what stands now: the promise itself, or the one that has taken its place."""
        self.table.choose(record_id)
        self.read_chosen()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # what had it is gone with the answer

    def _reopen(self, record_id: str) -> None:
        promise = self.session.store.need(Commitment, record_id)
        self.do(lambda: self._saved(reopen_commitment(self.session.store, promise).id))
