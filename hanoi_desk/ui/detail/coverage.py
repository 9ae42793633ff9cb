"""Who looks after one State, and who did: each responsibility with its days, to be mended."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hanoi_desk.coverage import Flaw, Problem, covers, in_order
from hanoi_desk.language import short_date
from hanoi_desk.records import Coverage, Participant, Record
from hanoi_desk.store import Query
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.history import HistoryCard
from hanoi_desk.ui.detail.parts import flow, pill
from hanoi_desk.ui.detail.spans import span
from hanoi_desk.ui.listings import CoverageListing
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, Rule, TextLabel


class CoverageDetail(Detail):
    """One State on the day that the table shows, then its whole history."""

    kind = Participant
    coverage_asked = Signal(str, str)  # the participant, and the responsibility to mend or nothing for a new one
    remove_asked = Signal(str)

    def __init__(self, session: Session, listing: CoverageListing, parent: QWidget | None = None) -> None:
        self._listing = listing
        super().__init__(session, parent)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Participant)
        self.country = record.id
        card = self.head(self.session.name(record), self.session.label(record.group))
        card.body.addWidget(flow(self.link(self.tr("Open the country"), Goal("countries", record.id))))
        held: list[Coverage] = self.store.all(Query(Coverage, (("participant", "=", record.id),)))
        new = self.button("new_coverage", self.tr("New responsibility…"))
        new.clicked.connect(lambda: self.coverage_asked.emit(self.shown, ""))
        card.body.addWidget(flow(new))
        self._problems(record.id)
        now = [c for c in held if covers(c, self._listing.on)]
        others = [c for c in held if c not in now]
        self._holding(self.tr("On {day}").format(day=short_date(self._listing.on)), now, "now")
        self._holding(self.tr("Before and after"), others, "other")

    def take_focus(self, name: str = "new_coverage") -> None:
        super().take_focus("new_coverage" if name == "edit" else name)

    def sentence(self, problem: Problem) -> str:
        """Return what is wrong between the records, in words."""
        one, other = problem.coverage, problem.other
        mission = self._listing.mission_name(one.mission)
        if problem.flaw is Flaw.MISSION_CLOSED or other is None:
            return self.tr("{mission} is not open on all the days written down for it.").format(mission=mission)
        days = span(other.from_on, other.to_on) or self.tr("without dates")
        return self.tr("{mission} and {other} ({days}) have the same role on the same days.").format(
            mission=mission, other=self._listing.mission_name(other.mission), days=days
        )

    def _problems(self, participant: str) -> None:
        wrong = [p for p in self._listing.problems() if p.coverage.participant == participant]
        if wrong:
            card = self.card(self.tr("To be checked"))
            for problem in wrong:
                card.body.addWidget(TextLabel(self.sentence(problem), "problem", wrap=True))

    def _holding(self, title: str, coverages: list[Coverage], name: str) -> None:
        card = self.card(title)
        if not coverages:
            card.body.addWidget(TextLabel(self.tr("Nothing is written down."), "muted", wrap=True))
        for number, one in enumerate(in_order(coverages)):
            if number:
                card.body.addWidget(Rule())
            link = self.link(self._listing.mission_name(one.mission), Goal("missions", one.mission))
            card.body.addWidget(flow(link, pill(self.session.label(one.role), Tone.NEUTRAL)))
            days = span(one.from_on, one.to_on) or self.tr("without dates")
            edit = self.button(f"edit_{name}_{number}", self.tr("Edit…"))
            edit.clicked.connect(lambda _=False, id_=one.id: self.coverage_asked.emit(self.shown, id_))
            remove = self.button(f"remove_{name}_{number}", self.tr("Delete"))
            remove.clicked.connect(lambda _=False, id_=one.id: self.remove_asked.emit(id_))
            history = self.button(f"history_{name}_{number}", self.tr("History"))
            history.clicked.connect(partial(self._show_history, history, card, one))
            told = " · ".join(filter(None, (days, one.note)))
            card.body.addWidget(flow(TextLabel(told, "caption"), edit, remove, history))

    def _show_history(self, button: QPushButton, card: Card, coverage: Coverage) -> None:
        """Show below its card who wrote a responsibility down and what was changed in it since."""
        history = HistoryCard(self.session, coverage)
        history.set_title(self.tr("History: {mission}").format(mission=self._listing.mission_name(coverage.mission)))
        self._column.insertWidget(self._column.indexOf(card) + 1, history)
        history.take_focus()
        button.setEnabled(False)
        self.ensureWidgetVisible(history)
