"""The form for a promise that a person reads out of a plenary statement, with the statement as its source."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import promise_in, record_promise_of
from hanoi_desk.records import Commitment, Event, Statement
from hanoi_desk.ui.forms import CommitmentForm
from hanoi_desk.ui.forms.shared import require
from hanoi_desk.ui.session import Session


class StatementPromiseForm(CommitmentForm):
    """A promise, filled with the words of a statement; act and grade are for the person to say."""

    def __init__(
        self, session: Session, statement: Statement, event: Event, blank: Commitment, parent: QWidget | None = None
    ) -> None:
        """`blank` has the participant, the treaty and the act that is legally next."""
        self._statement = statement
        promise, self._source = promise_in(statement, event, blank)
        heading = QCoreApplication.translate("StatementPromiseForm", "A promise in this statement")
        super().__init__(session, promise, heading, parent)

    def keep(self, record: Commitment) -> None:
        require(record, "participant")
        record_promise_of(self.session.store, self._statement, record, self._source)
