"""Rows and rules that several small forms share."""

from hanoi_desk.desk import Fault, Refused
from hanoi_desk.records import Issue, Officer, Problem, Record
from hanoi_desk.store import Query
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import FormRow

_LEVELS = range(1, 9)


def require(record: Record, name: str) -> None:
    """Let a record pass that says something in this field.

    :raises Refused: when it is empty.
    """
    if not getattr(record, name):
        raise Refused([Fault(record, Problem(name, Issue.MISSING))])


def level_row(form: RecordForm) -> FormRow:
    """Return a row for the level of a post, 1 to 8, or none."""
    levels = [(str(level), form.session.word(f"level.{level}")) for level in _LEVELS]
    row = form.one_of("level", levels)
    chosen = form._get["level"]
    form._get["level"] = lambda: int(chosen()) if chosen() else None
    return row


def officers(session: Session) -> list[tuple[str, str]]:
    """Return our people as choices."""
    return [(o.id, o.name) for o in session.store.all(Query(Officer, order_by="title"))]
