"""The form for a promise that a person reads out of a plenary statement, with the statement as its source."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Self

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

    @classmethod
    def again(
        cls, session: Session, record: Any, title: str, beside: Mapping[str, Any], parent: QWidget | None = None
    ) -> Self:
        statement = session.store.need(Statement, str(beside["statement"]))
        form = cls(session, statement, session.store.need(Event, statement.event), record, parent)
        # The source of the draft was never saved: the one made now takes its place.
        form.show_record(replace(record, source=form._shown.source))  # type: ignore[attr-defined]
        return form

    def beside(self) -> dict[str, Any]:
        return {**super().beside(), "statement": self._statement.id}

    def keep(self, record: Commitment) -> None:
        require(record, "participant")
        record_promise_of(self.session.store, self._statement, record, self._source)
