"""The card of one request made at a contact: who asks whom for what, by when; for our own side only."""

from collections.abc import Callable
from dataclasses import replace

from hanoi_desk.language import short_date
from hanoi_desk.records import Ask, AskDirection, AskKind
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.log.due_card import DueCard
from hanoi_desk.ui.log.fields import Choices, choices, unknown
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, Pill


class AskCard(DueCard):
    """A request beside the treaty act. `ask` is what the card says now."""

    table = "ask"
    beside = ("direction", "participant", "kind", "due_on")
    direction: ComboField
    participant: ComboField
    kind: ComboField

    def __init__(self, session: Session, ask: Ask, countries: Callable[[], Choices], people: People) -> None:
        super().__init__(session, countries, people)
        self.ask = ask
        self.retranslate()

    @property
    def record(self) -> Ask:
        return self.ask

    @property
    def is_empty(self) -> bool:
        return not self.is_touched and not self.ask.what.strip()

    def fill(self) -> None:
        self.what.setText(self.ask.what)
        self.direction.set_value(self.ask.direction)
        self.kind.set_value(self.ask.kind)
        self.participant.set_value(self.ask.participant or "")
        self.due_on.set_value(self.ask.due_on)

    def offer(self) -> None:
        self.direction.set_choices(choices(self._session, AskDirection))
        self.kind.set_choices(choices(self._session, AskKind))
        self.participant.set_choices([unknown(self._session), *self.known_countries(self.ask.participant)])

    def read(self) -> None:
        self.ask = replace(
            self.ask,
            what=self.what.text(),
            direction=AskDirection(self.direction.value),
            kind=AskKind(self.kind.value),
            participant=self.participant.value or None,
            due_on=self.due_on.value,
        )

    def retranslate(self) -> None:
        self.cross.setToolTip(self.tr("Remove this request"))
        self.name_fields()

    def summarise(self) -> None:
        ask, session = self.ask, self._session
        self.face.sentence.set_words("{what}", what=ask.what.strip() or self.tr("What is asked is not yet said"))
        due = session.word("time.due", day=short_date(ask.due_on)) if ask.due_on else ""
        told = (self._people.country(ask.participant), session.label(ask.kind), due)
        pills = [Pill(session.label(ask.direction), Tone.NEUTRAL)]
        self.face.show_card(pills, " · ".join(filter(None, told)))
