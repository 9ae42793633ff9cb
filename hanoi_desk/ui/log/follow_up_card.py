"""The card of one follow-up: what is to be done, by when, for which country, by whom."""

from collections.abc import Callable
from dataclasses import replace

from hanoi_desk.language import short_date
from hanoi_desk.records import FollowUp
from hanoi_desk.ui.log.due_card import DueCard
from hanoi_desk.ui.log.fields import Choices, unknown
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField


class FollowUpCard(DueCard):
    """A task of ours, verb first. `task` is what the card says now."""

    table = "follow_up"
    beside = ("due_on", "participant", "owner")
    participant: ComboField
    owner: ComboField

    def __init__(self, session: Session, task: FollowUp, countries: Callable[[], Choices], people: People) -> None:
        super().__init__(session, countries, people)
        self.task = task
        self.retranslate()

    @property
    def record(self) -> FollowUp:
        return self.task

    @property
    def is_empty(self) -> bool:
        return not self.is_touched and not self.task.what.strip()

    def fill(self) -> None:
        self.what.setText(self.task.what)
        self.due_on.set_value(self.task.due_on)
        self.participant.set_value(self.task.participant or "")
        self.owner.set_value(self.task.owner or "")

    def offer(self) -> None:
        none = unknown(self._session)
        self.participant.set_choices([none, *self.known_countries(self.task.participant)])
        self.owner.set_choices([none, *((o.id, o.name) for o in self._people.officers())])

    def read(self) -> None:
        self.task = replace(
            self.task,
            what=self.what.text(),
            due_on=self.due_on.value,
            participant=self.participant.value or None,
            owner=self.owner.value or None,
        )

    def retranslate(self) -> None:
        self.cross.setToolTip(self.tr("Remove this follow-up"))
        self.name_fields()
        if self.rows:
            self.what.setPlaceholderText(self.tr("Begin with a verb: send, ask, invite"))

    def summarise(self) -> None:
        task = self.task
        self.face.sentence.set_words("{what}", what=task.what.strip() or self.tr("What to do is not yet said"))
        owner = self._people.officer(task.owner or "")
        due = self._session.word("time.due", day=short_date(task.due_on)) if task.due_on else ""
        told = (self._people.country(task.participant), due, owner.name if owner else "")
        self.face.show_card([], " · ".join(filter(None, told)))
