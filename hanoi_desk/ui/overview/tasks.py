"""What is due now: the tasks of our side that come first, each of them a way to its record."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from hanoi_desk.language import age, number, overdue, short_date
from hanoi_desk.overview import Due
from hanoi_desk.records import Commitment, FollowUp, FollowUpState, Outreach, Participant
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.overview.rows import RowsCard, TaskRow
from hanoi_desk.ui.session import Goal, Session

#: How many tasks are shown, and from how many days on a day is told by its date and not by its distance.
ROWS = 4
_NEAR = 14


class DueCard(RowsCard):
    """Overdue first, then today, then what comes next."""

    def __init__(self, session: Session) -> None:
        super().__init__(ROWS, pill_first=True)
        self.setObjectName("due")
        self._session = session
        for row in self.rows:
            row.clicked.connect(partial(self._open, row))
        self.all.clicked.connect(self._open_all)

    def retranslate(self) -> None:
        """Put its title on it."""
        self.set_title(self.tr("Due now"))

    def show_due(self, due: Due, *, is_empty_desk: bool) -> None:
        """Show these tasks; on a desk without any contact, how to begin."""
        session, tasks = self._session, due.first[:ROWS]
        outreach = {o.id: o for o in session.store.many(Outreach, [t.outreach for t in tasks if t.outreach])}
        promises = {c.id: c for c in session.store.many(Commitment, [t.commitment for t in tasks if t.commitment])}
        wanted = [t.participant or _of(t, promises) for t in tasks]
        names = {p.id: session.name(p) for p in session.store.many(Participant, [id_ for id_ in wanted if id_])}
        for row, task, participant in zip(self.rows, tasks, wanted, strict=False):
            origin = self._origin(outreach.get(task.outreach or ""), promises.get(task.commitment or ""))
            parts = (names.get(participant or "", ""), origin)
            row.record = task.id
            row.show_words(task.what, " · ".join(part for part in parts if part), *self._when(task.due_on))
        sentence = self.tr("Nothing is due. Follow-ups that you note with a contact stand here by their day.")
        if is_empty_desk:
            sentence = self.tr("Log your first contact: Ctrl+L. What is to be done after it will stand here.")
        see_all = self.tr("See all {count}").format(count=number(due.count, session.language)) if due.count else ""
        self.show_count(len(tasks), see_all, sentence)

    def _when(self, day: date | None) -> tuple[str, Tone]:
        today, language = self._session.today, self._session.language
        if day is None:
            return self.tr("no day set"), Tone.NEUTRAL
        if day < today:
            return overdue(day, today, language), Tone.RED
        if day == today:
            return age(day, today, language), Tone.AMBER
        return (age(day, today, language) if (day - today).days <= _NEAR else short_date(day)), Tone.NEUTRAL

    def _origin(self, outreach: Outreach | None, promise: Commitment | None) -> str:
        if outreach is not None:
            kind = self._session.label(outreach.kind)
            return self.tr("{kind}, {day}").format(kind=kind, day=short_date(outreach.held_on))
        if promise is not None:
            return self.tr("promise of {day}").format(day=short_date(promise.made_on))
        return ""

    def _open(self, row: TaskRow, checked: bool = False) -> None:
        self._session.go(Goal("follow_ups", row.record))

    def _open_all(self) -> None:
        rule = self.tr("All open follow-ups, the longest overdue first.")
        self._session.go(Goal("follow_ups", where=(("state", "=", FollowUpState.OPEN),), rule=rule))


def _of(task: FollowUp, promises: Mapping[str, Commitment]) -> str | None:
    promise = promises.get(task.commitment or "")
    return promise.participant if promise else None
