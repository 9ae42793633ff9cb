"""The small form of one step at home, opened from the ladder of a country."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import author, record_step
from hanoi_desk.desk.steps import PROVING
from hanoi_desk.records import DomesticStep, Record, Source, SourceKind, StepState
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, DateField, Line, TextLabel

#: What an officer may name as the proof of a step; a sample is no proof, and the depositary notes no steps at home.
_KINDS = (
    SourceKind.OFFICIAL_STATEMENT,
    SourceKind.NOTE_VERBALE,
    SourceKind.OUR_RECORD,
    SourceKind.PRESS,
    SourceKind.THIRD_PARTY,
)

#: Treaties on file may be older than the Charter.
_OLDEST = 1900


class StepForm(RecordForm):
    """Planned, done or not applicable, with the day and the source that prove it."""

    def __init__(self, session: Session, step: DomesticStep, title: str, parent: QWidget | None = None) -> None:
        source = session.store.get(Source, step.source) if step.source else None
        self._source = source or Source(kind=SourceKind.OFFICIAL_STATEMENT, title="")
        super().__init__(session, step, title, parent)

    def build(self) -> None:
        self.line(self.choice("state", StepState), self.day("on", since=_OLDEST))
        self.line(self.text("text"))
        self._table = Source.table
        kinds = _KINDS if self._source.kind in _KINDS else (*_KINDS, self._source.kind)
        kind = ComboField((one.value, self.session.label(one)) for one in kinds)
        name = Line()
        self.line(
            self.row("source_kind", kind, lambda: SourceKind(kind.value), kind.set_value, self.label("kind")),
            self.row("source_title", name, name.text, name.setText, self.tr("Source")),
        )
        self._table = DomesticStep.table
        kind.set_value(self._source.kind)
        name.setText(self._source.title)
        self._hint = TextLabel("", "caption", wrap=True)
        self._hint.setObjectName("hint")
        self.line(self._hint)
        state, day = self.rows["state"].field, self.rows["on"].field
        assert isinstance(state, ComboField)
        assert isinstance(day, DateField)
        for signal in (state.chosen, kind.chosen, day.changed, name.typed):
            signal.connect(self._advise)

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        self._advise()

    def keep(self, record: Any) -> None:
        kind, title = self.value("source_kind"), self.value("source_title").strip()
        if title:
            source = self._source
            if (title, kind) != (source.title, source.kind):
                # Another source is another record: the old one may prove other things.
                today = self.session.today
                source = Source(kind=kind, title=title, read_on=today, officer=author(self.session.store))
            record_step(self.session.store, replace(record, source=source.id), source)
        else:
            record_step(self.session.store, replace(record, source=None))

    def is_changed(self) -> bool:
        told = (self.value("source_kind"), self.value("source_title"))
        return super().is_changed() or told != (self._source.kind, self._source.title)

    def _advise(self) -> None:
        """Say what the step is worth as it stands."""
        if self.value("state") is not StepState.DONE:
            self._hint.setText(self.tr("A step that is planned, or that this State does not know, moves nothing."))
            return
        has_source = bool(self.value("source_title").strip())
        if self.value("on") and has_source and self.value("source_kind") in PROVING:
            told = self.tr("Proven: a day and a source. It is a step at home, not a deposit.")
        elif self.value("on") and has_source:
            told = self.tr("Reported: what the press or others say stays marked as unverified.")
        else:
            told = self.tr("Unverified until it has a day and a source; it will be marked so.")
        self._hint.setText(told)
