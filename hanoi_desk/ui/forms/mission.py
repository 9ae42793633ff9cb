"""The small forms of our missions, our people, and who looks after whom."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from hanoi_desk.coverage import Problem, serves
from hanoi_desk.desk import Overlapping, Refused, hand_over, keep, keep_coverage, open_of
from hanoi_desk.language import short_date
from hanoi_desk.records import Coverage, CoverageRole, Mission, MissionKind, Officer
from hanoi_desk.store import Query
from hanoi_desk.ui.actions import QT_TRANSLATE_NOOP
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, TextLabel


class MissionForm(RecordForm):
    """One of our posts."""

    def build(self) -> None:
        self.line(self.text("name_en"), self.text("name_vi"))
        self.line(self.choice("kind", MissionKind))
        self.line(self.text("city_en"), self.text("city_vi"))
        self.line(self.day("from_on"), self.day("to_on", ahead=True))

    def record(self) -> Mission:
        held = super().record()
        assert isinstance(held, Mission)
        return named(held)

    def keep(self, record: Mission) -> None:
        keep(self.session.store, record)


class OfficerForm(RecordForm):
    """One of our people."""

    def build(self) -> None:
        self.line(self.text("name"), self.text("title"))
        self.line(self.one_of("mission", missions(self.session)))
        self.line(self.day("from_on"), self.day("to_on", ahead=True))

    def keep(self, record: Officer) -> None:
        keep(self.session.store, record)


class LeavingForm(RecordForm):
    """The last day of an officer, and who takes over what is open in that name."""

    def build(self) -> None:
        officer = self._shown
        assert isinstance(officer, Officer)
        left = open_of(self.session.store, officer.id)
        today = self.session.today
        others: list[Officer] = self.session.store.all(Query(Officer, order_by="title"))
        taking = [(o.id, _with_post(o)) for o in others if o.id != officer.id and serves(o, today)]
        box = ComboField([("", self.tr("Nobody yet: they stay in this name")), *taking])
        last_day = self.day("to_on", ahead=True)
        last_day.set_label(self.tr("Last day"))
        row = self.row("successor", box, lambda: box.value or None, box.set_value, self.tr("Hand over to"))
        self.line(last_day, row)
        words = (
            self.tr("Open follow-ups: {tasks}; open requests: {asks}. What was written and what is done stays theirs.")
            if left
            else self.tr("Nothing is open in this name.")
        )
        self.line(TextLabel(words.format(tasks=len(left.tasks), asks=len(left.asks)), "caption", wrap=True))

    def keep(self, record: Officer) -> None:
        if record.to_on is None:
            self.rows["to_on"].show_problem(self.tr("Type the last day, for example 22/11/2026."))
            raise Refused([])
        successor = self.value("successor")
        if successor:
            hand_over(self.session.store, record, successor, record.to_on)
        else:
            keep(self.session.store, record)


class CoverageForm(RecordForm):
    """What one of our missions is to a State, and when."""

    def build(self) -> None:
        assert isinstance(self._shown, Coverage)
        self.line(self.one_of("mission", missions(self.session)), self.choice("role", CoverageRole))
        self.line(self.day("from_on"), self.day("to_on", ahead=True))
        self.line(self.text("note"))
        words = self.tr("An earlier one in the same role ends the day before this one begins.")
        self.line(TextLabel(words, "caption", wrap=True))

    def keep(self, record: Coverage) -> None:
        if not record.mission:
            self.rows["mission"].show_problem(self.tr("Choose one of our missions."))
            raise Refused([])
        try:
            keep_coverage(self.session.store, record)
        except Overlapping as refused:
            self.rows["from_on"].show_problem(overlap_sentence(self.session, refused.problem))
            raise


def overlap_sentence(session: Session, problem: Problem) -> str:
    """Return why a responsibility is refused: who has the role already, and when."""
    told = []
    for one in (problem.coverage, problem.other or problem.coverage):
        mission = session.store.get(Mission, one.mission)
        told.append(f"{session.name(mission) if mission else '–'} ({_day(one.from_on)} – {_day(one.to_on)})")
    sentence = QT_TRANSLATE_NOOP(
        "coverage", "{first} and {second} would have one role on the same days. End the one before the other begins."
    )
    return QCoreApplication.translate("coverage", sentence).format(first=told[0], second=told[1])


def missions(session: Session) -> list[tuple[str, str]]:
    """Return our missions as choices."""
    return [(m.id, session.name(m)) for m in session.store.all(Query(Mission, order_by="title"))]


def named(mission: Mission) -> Mission:
    """Return the mission with an English name, its Vietnamese one where it has no other."""
    if mission.name_en.strip() or not mission.name_vi.strip():
        return mission
    return replace(mission, name_en=mission.name_vi)


def _with_post(officer: Officer) -> str:
    return ", ".join(filter(None, (officer.name, officer.title)))


def _day(day: date | None) -> str:
    return short_date(day) if day else "…"
