"""The small fields of a participant that we fill ourselves: who looks after it, how urgent it is, its other names."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.coverage import standing
from hanoi_desk.desk import Overlapping, Refused, keep_participant
from hanoi_desk.language import short_date
from hanoi_desk.records import Coverage, CoverageRole, Mission, MissionKind, Participant
from hanoi_desk.store import Query, StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.forms.mission import overlap_sentence
from hanoi_desk.ui.secret_marks import SecretMarks, texts_of
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import (
    ComboField,
    DateField,
    FormRow,
    Line,
    TextArea,
    TextLabel,
    fit,
    length,
    make_link,
    make_primary,
)

_ANOTHER = "another"


class ParticipantForm(QDialog):
    """Opened with `open()`; Ctrl+Enter keeps, Escape leaves all as it was, and asks first when something was typed."""

    def __init__(self, session: Session, participant: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._marks = SecretMarks(session, self)
        self.setObjectName("participant_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = session.store.need(Participant, participant)
        held = session.store.all(Query(Coverage, (("participant", "=", participant),)))
        self._standing = standing(held, session.today).get(participant, ())
        self._lead = next((c for c in self._standing if c.role is CoverageRole.LEAD), None)
        self.mission = ComboField()
        self.mission.setObjectName("lead_mission")
        self.kind = ComboField()
        self.kind.setObjectName("new_mission_kind")
        self.new_mission = Line()
        self.new_mission.setObjectName("new_mission")
        self.since = DateField(lambda: session.today, self.tr("In the lead from"))
        self.since.setObjectName("lead_since")
        self.channels = TextLabel("", "caption", wrap=True)
        self.channels.setObjectName("channels")
        self.channels_button = make_link(QPushButton(self.tr("All our missions for this country, with days")))
        self.channels_button.setObjectName("open_coverage")
        self.priority = ComboField()
        self.priority.setObjectName("priority")
        self.reason = Line()
        self.reason.setObjectName("priority_reason")
        self.aliases = TextArea(self.tr("Other names"))
        self.aliases.setObjectName("aliases")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._arrange()
        self._connect()
        self._fill()
        self._first = self._typed()

    def _arrange(self) -> None:
        name = self.session.name(self._before)
        self.setWindowTitle(self.tr("Edit {name}").format(name=name))
        self._kind_row = FormRow(self.tr("&Kind of mission"), self.kind)
        self._new_row = FormRow(self.tr("&Name of the mission"), self.new_mission)
        self._since_row = FormRow(self.tr("In the lead &from"), self.since)
        self._aliases_row = FormRow(self.tr("&Other names, one a line"), self.aliases)
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setSpacing(length(self, 0.6))
        column.addWidget(TextLabel(name, "heading", wrap=True))
        column.addWidget(FormRow(self.tr("Lead &mission"), self.mission))
        column.addWidget(self._kind_row)
        column.addWidget(self._new_row)
        column.addWidget(self._since_row)
        column.addWidget(self.channels)
        column.addWidget(self.channels_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(FormRow(self.tr("&Priority"), self.priority))
        column.addWidget(FormRow(self.tr("&Reason for the priority"), self.reason))
        column.addWidget(self._aliases_row)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.buttons)
        fit(self, 28, 38)

    def _connect(self) -> None:
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        make_primary(self.buttons.button(QDialogButtonBox.StandardButton.Save))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.mission.currentIndexChanged.connect(self._follow_mission)
        self.channels_button.clicked.connect(self._open_coverage)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self.accept)

    def _fill(self) -> None:
        session, before = self.session, self._before
        missions = session.store.all(Query(Mission, order_by="title"))
        self.mission.set_choices(
            [
                ("", self.tr("No lead mission set")),
                *((mission.id, session.name(mission)) for mission in missions),
                (_ANOTHER, self.tr("Another mission…")),
            ]
        )
        self.mission.set_value(self._lead.mission if self._lead else "")
        self.since.set_value(self._lead.from_on if self._lead else None)
        self.channels.setText(self._other_roles({mission.id: session.name(mission) for mission in missions}))
        self.kind.set_choices([(kind.value, session.label(kind)) for kind in MissionKind])
        self.kind.set_value(MissionKind.EMBASSY.value)
        self.priority.set_choices(
            [("0", self.tr("None")), ("1", self.tr("High")), ("2", self.tr("Middle")), ("3", self.tr("Low"))]
        )
        self.priority.set_value(str(before.priority))
        self.reason.setText(before.priority_reason)
        self.aliases.set_text("\n".join(before.aliases))
        self._show_new()

    def _show_new(self) -> None:
        is_new = self.mission.value == _ANOTHER
        self._kind_row.setVisible(is_new)
        self._new_row.setVisible(is_new)
        self._since_row.setVisible(bool(self.mission.value))

    def _follow_mission(self) -> None:
        """Offer the day of the hand-over for another mission, and its own first day for the one that leads."""
        self._show_new()
        if self._lead:
            same = self.mission.value == self._lead.mission
            self.since.set_value(self._lead.from_on if same else self.session.today)

    def _other_roles(self, names: dict[str, str]) -> str:
        """Return who else looks after the country today, a line for each role."""
        told = []
        for role in CoverageRole:
            others = [names.get(c.mission, "–") for c in self._standing if c.role is role]
            if others and role is not CoverageRole.LEAD:
                told.append(f"{self.session.label(role)}: {', '.join(others)}")
        return "\n".join(told) or self.tr("No accredited mission or channel is written down.")

    def _open_coverage(self) -> None:
        self._leave(lambda: self.session.go(Goal("coverage", self._before.id)))

    def _beside(self) -> dict[str, str]:
        """Return what stands in the fields of the mission in the lead, also where it makes no sense yet."""
        return {
            "mission": self.mission.value,
            "kind": self.kind.value,
            "new_mission": self.new_mission.text(),
            "since": self.since.line.text(),
        }

    def _typed(self) -> tuple[str, ...]:
        return *self._beside().values(), self.priority.value, self.reason.text(), self.aliases.text

    # ---- what a draft is made of, as of every small form ----

    @classmethod
    def again(
        cls, session: Session, record: Any, title: str, beside: Mapping[str, Any], parent: QWidget | None = None
    ) -> Self:
        """Return the form for what was typed in one of its kind, before `take_up`."""
        form = cls(session, record.id, parent)
        form.priority.set_value(str(record.priority))
        form.reason.setText(record.priority_reason)
        form.aliases.set_text("\n".join(record.aliases))
        return form

    def is_changed(self) -> bool:
        """Tell whether something was typed that would be lost."""
        return self._typed() != self._first

    def beside(self) -> dict[str, Any]:
        """Return what the fields hold that is no field of the record and not typed; see `typed`."""
        return {}

    def typed(self) -> dict[str, str]:
        """Return what is typed about the mission in the lead."""
        before = dict(zip(self._beside(), self._first, strict=False))
        return {name: text for name, text in self._beside().items() if text != before[name]}

    def take_up(self, beside: Mapping[str, Any], typed: Mapping[str, str]) -> None:
        """Show again what `typed` gave, and count it as not saved."""
        for name, field in (("mission", self.mission), ("kind", self.kind)):
            if name in typed:
                field.set_value(typed[name])
        self._show_new()
        if "new_mission" in typed:
            self.new_mission.setText(typed["new_mission"])
        if "since" in typed:
            self.since.show_typed(typed["since"])

    def reject(self) -> None:
        self._leave(lambda: None)

    def _leave(self, then: Callable[[], None]) -> None:
        """Leave, asking first when something was typed; `then` is called when it is left."""

        def leave() -> None:
            super(ParticipantForm, self).reject()
            then()

        if not self.is_changed():
            leave()
            return
        question = self.tr("Leave without saving what you typed?")
        messages.ask(self, question, self.tr("Leave"), leave, no=self.tr("Go on writing"))

    def record(self) -> Participant:
        """Return the participant as the form has it, an added mission aside."""
        lines = (line.strip() for line in self.aliases.text.splitlines())
        return replace(
            self._before,
            priority=int(self.priority.value or 0),
            priority_reason=self.reason.text().strip(),
            aliases=tuple(dict.fromkeys(line for line in lines if line)),
        )

    def accept(self) -> None:
        """Keep what changed; stay open where a rule is broken or the disk says no."""
        if self.reason.composing:
            return
        participant, lead, beside = self.record(), self.mission.value or None, list[Mission]()
        if self.mission.value == _ANOTHER:
            name = self.new_mission.text().strip()
            if not name:
                self._new_row.show_problem(self.tr("Give the mission a name, or choose another one."))
                self.new_mission.setFocus()
                return
            mission = Mission(kind=MissionKind(self.kind.value), name_en=name, name_vi=name)
            lead, beside = mission.id, [mission]
        if not self.since.settle():
            return
        texts = [*texts_of(participant, self._before), *(text for one in beside for text in texts_of(one))]
        if not self._marks.are_clear(texts, self.accept):
            return
        if self._keep(participant, lead, beside):
            super().accept()

    def _keep(self, participant: Participant, lead: str | None, beside: list[Mission]) -> bool:
        before, since = self._lead, self.since.value
        is_same = lead == (before.mission if before else None)
        if is_same and participant == self._before and (before is None or before.from_on == since):
            return True
        if not is_same and lead and since and before and since < (before.from_on or date.min):
            words = self.tr("The mission in the lead now began on {day}: choose that day or a later one.")
            self._since_row.show_problem(words.format(day=short_date(before.from_on or since)))
            return False
        store, today = self.session.store, self.session.today
        try:
            keep_participant(store, participant, lead, today, *beside, since=since if lead else None, dated=is_same)
        except Overlapping as refused:
            self._since_row.show_problem(overlap_sentence(self.session, refused.problem))
            return False
        except Refused as refused:
            self._aliases_row.show_problem(messages.fault_sentence(refused.faults[0], self.session.language))
            return False
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
            return False
        self.session.say(self.tr("Saved: {what}").format(what=self.session.name(participant)), undo=True)
        return True
