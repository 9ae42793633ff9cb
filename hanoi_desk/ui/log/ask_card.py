"""The card of one request made at a contact: who asks whom for what, by when; for our own side only."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hanoi_desk.language import short_date
from hanoi_desk.records import Ask, AskDirection, AskKind
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.log.cards import EditCard
from hanoi_desk.ui.log.fields import Choices, choices, letting_narrow, name_rows, unknown
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, DateField, EvenLayout, FormRow, Line, Pill, length


class AskCard(EditCard):
    """A request beside the treaty act. `ask` is what the card says now."""

    def __init__(self, session: Session, ask: Ask, countries: Callable[[], Choices], people: People) -> None:
        super().__init__()
        self._session = session
        self._countries = countries
        self._people = people
        self.ask = ask
        self.setObjectName("ask")
        self.retranslate()

    @property
    def record(self) -> Ask:
        return self.ask

    @property
    def is_empty(self) -> bool:
        return not self.is_touched and not self.ask.what.strip()

    def build(self) -> QWidget:
        session = self._session
        self.what = Line()
        self.direction = ComboField()
        self.kind = ComboField()
        self.participant = ComboField()
        self.due_on = DateField(lambda: session.today, "", ahead=True)
        names = ("what", "direction", "participant", "kind", "due_on")
        self.rows = {name: FormRow("", getattr(self, name)) for name in names}
        for name, row in self.rows.items():
            row.field.setObjectName(f"ask_{name}")
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
        self.what.setText(self.ask.what)
        self.direction.set_value(self.ask.direction)
        self.kind.set_value(self.ask.kind)
        self.participant.set_value(self.ask.participant or "")
        self.due_on.set_value(self.ask.due_on)
        if self._typed_day:
            self.due_on.line.setText(self._typed_day)
        self.retranslate()
        self.what.typed.connect(self._read)
        self.due_on.changed.connect(self._read)
        self.due_on.line.typed.connect(self.touch)
        for box in (self.direction, self.kind, self.participant):
            box.chosen.connect(self._read)
        return fields

    def first_row(self) -> FormRow:
        return self.rows["what"]

    def day_field(self) -> DateField:
        return self.due_on

    def _offer(self) -> None:
        self.direction.set_choices(choices(self._session, AskDirection))
        self.kind.set_choices(choices(self._session, AskKind))
        known, own = self._countries(), self.ask.participant
        if own and own not in dict(known):
            known = [*known, (own, self._people.country(own))]
        self.participant.set_choices([unknown(self._session), *known])

    def _read(self) -> None:
        self.ask = replace(
            self.ask,
            what=self.what.text(),
            direction=AskDirection(self.direction.value),
            kind=AskKind(self.kind.value),
            participant=self.participant.value or None,
            due_on=self.due_on.value,
        )
        self.touch()

    def refresh_choices(self) -> None:
        if self.is_built:
            self._offer()
        self.summarise()

    def retranslate(self) -> None:
        self.done.setText(self.tr("Done"))
        self.drop.setText(self.tr("Remove"))
        self.cross.setToolTip(self.tr("Remove this request"))
        self.cross.setAccessibleName(self.tr("Remove this request"))
        if self.rows:
            name_rows(self._session, "ask", self.rows)
            self._offer()
        self.summarise()

    def summarise(self) -> None:
        ask, session = self.ask, self._session
        self.face.sentence.set_words("{what}", what=ask.what.strip() or self.tr("What is asked is not yet said"))
        due = session.word("time.due", day=short_date(ask.due_on)) if ask.due_on else ""
        told = (self._people.country(ask.participant), session.label(ask.kind), due)
        pills = [Pill(session.label(ask.direction), Tone.NEUTRAL)]
        self.face.show_card(pills, " · ".join(filter(None, told)))
