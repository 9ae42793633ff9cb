"""The card of one follow-up: what is to be done, by when, for which country, by whom."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hanoi_desk.language import short_date
from hanoi_desk.records import FollowUp
from hanoi_desk.ui.log.cards import EditCard
from hanoi_desk.ui.log.fields import Choices, letting_narrow, name_rows, unknown
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, DateField, EvenLayout, FormRow, Line, length


class FollowUpCard(EditCard):
    """A task of ours, verb first. `task` is what the card says now."""

    def __init__(self, session: Session, task: FollowUp, countries: Callable[[], Choices], people: People) -> None:
        super().__init__()
        self._session = session
        self._countries = countries
        self._people = people
        self.task = task
        self.setObjectName("follow_up")
        self.retranslate()

    @property
    def record(self) -> FollowUp:
        return self.task

    @property
    def is_empty(self) -> bool:
        return not self.is_touched and not self.task.what.strip()

    def build(self) -> QWidget:
        session = self._session
        self.what = Line()
        self.due_on = DateField(lambda: session.today, "", ahead=True)
        self.participant = ComboField()
        self.owner = ComboField()
        names = ("what", "due_on", "participant", "owner")
        self.rows = {name: FormRow("", getattr(self, name)) for name in names}
        for name, row in self.rows.items():
            row.field.setObjectName(f"follow_up_{name}")
        fields = letting_narrow(QWidget())
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.4))
        column.addWidget(self.rows["what"])
        pair = EvenLayout(6.5, spacing=length(self, 0.4))
        for name in names[1:]:
            pair.addWidget(self.rows[name])
        column.addLayout(pair)
        self._offer()
        self.what.setText(self.task.what)
        self.due_on.set_value(self.task.due_on)
        if self._typed_day:
            self.due_on.line.setText(self._typed_day)
        self.participant.set_value(self.task.participant or "")
        self.owner.set_value(self.task.owner or "")
        self.retranslate()
        self.what.typed.connect(self._read)
        self.due_on.changed.connect(self._read)
        self.due_on.line.typed.connect(self.touch)
        self.participant.chosen.connect(self._read)
        self.owner.chosen.connect(self._read)
        return fields

    def first_row(self) -> FormRow:
        return self.rows["what"]

    def day_field(self) -> DateField:
        return self.due_on

    def _offer(self) -> None:
        none = unknown(self._session)
        self.participant.set_choices([none, *self._with_own(self._countries())])
        self.owner.set_choices([none, *((o.id, o.name) for o in self._people.officers())])

    def _with_own(self, known: Choices) -> Choices:
        own = self.task.participant
        return [*known, (own, self._people.country(own))] if own and own not in dict(known) else known

    def _read(self) -> None:
        self.task = replace(
            self.task,
            what=self.what.text(),
            due_on=self.due_on.value,
            participant=self.participant.value or None,
            owner=self.owner.value or None,
        )
        self.touch()

    def refresh_choices(self) -> None:
        if self.is_built:
            self._offer()
        self.summarise()

    def retranslate(self) -> None:
        self.done.setText(self.tr("Done"))
        self.drop.setText(self.tr("Remove"))
        self.cross.setToolTip(self.tr("Remove this follow-up"))
        self.cross.setAccessibleName(self.tr("Remove this follow-up"))
        if self.rows:
            name_rows(self._session, "follow_up", self.rows)
            self.what.setPlaceholderText(self.tr("Begin with a verb: send, ask, invite"))
            self._offer()
        self.summarise()

    def summarise(self) -> None:
        task = self.task
        self.face.sentence.set_words("{what}", what=task.what.strip() or self.tr("What to do is not yet said"))
        owner = self._people.officer(task.owner or "")
        due = self._session.word("time.due", day=short_date(task.due_on)) if task.due_on else ""
        told = (self._people.country(task.participant), due, owner.name if owner else "")
        self.face.show_card([], " · ".join(filter(None, told)))
