"""One of our people: where they serve, what is open in their name, and what they wrote down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.coverage import serves
from hanoi_desk.desk import Left, open_of
from hanoi_desk.language import short_date
from hanoi_desk.records import Mission, Officer, Outreach, Record
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import flow, pill, text_of
from hanoi_desk.ui.detail.spans import span
from hanoi_desk.ui.listings import OfficerListing
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Pill

_CONTACTS = 8
_OPEN = 12


class OfficerDetail(Detail):
    """One officer, on the day that the list shows."""

    kind = Officer
    leave_asked = Signal(str)

    def __init__(self, session: Session, listing: OfficerListing, parent: QWidget | None = None) -> None:
        self._listing = listing
        super().__init__(session, parent)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Officer)
        card = self.head(record.name, record.title)
        mission = self.store.get(Mission, record.mission) if record.mission else None
        if mission:
            card.body.addWidget(flow(self.link(self.session.name(mission), Goal("missions", mission.id))))
        if days := span(record.from_on, record.to_on):
            card.body.addWidget(text_of(record.name, days, "caption"))
        left = open_of(self.store, record.id)
        if said := self._state(record, left):
            card.body.addWidget(flow(said))
        leave = self.button("leave", self._leave_words(record, left))
        leave.clicked.connect(lambda: self.leave_asked.emit(self.shown))
        self.add_actions(card, *((leave,) if left or record.to_on is None else ()))
        self._open_items(left)
        self._contacts(record)

    def _leave_words(self, officer: Officer, left: Left) -> str:
        if officer.to_on is None:
            return self.tr("Leaves the post…")
        return self.tr("Hand over %n open matter(s)…", "", len(left))

    def _state(self, officer: Officer, left: Left) -> Pill | None:
        if officer.to_on and officer.to_on < self.session.today and left:
            words = self.tr("Left on {day}; still open in this name: {n}")
            return pill(words.format(day=short_date(officer.to_on), n=len(left)), Tone.AMBER)
        if not serves(officer, self._listing.on):
            return pill(self.tr("Not serving on {day}").format(day=short_date(self._listing.on)))
        return None

    def _open_items(self, left: Left) -> None:
        if not left:
            return
        card = self.card(self.tr("Open in this name"), str(len(left)))
        for task in left.tasks[:_OPEN]:
            card.body.addWidget(self.link(task.what, Goal("follow_ups", task.id)))
            if task.due_on:
                due = self.session.word("time.due", day=short_date(task.due_on))
                card.body.addWidget(text_of("", due, "caption"))
        for asked in left.asks[:_OPEN]:
            card.body.addWidget(self.link(asked.what, Goal("asks", asked.id)))
            about = ", ".join(filter(None, (self.session.label(asked.kind), self.session.label(asked.direction))))
            card.body.addWidget(text_of("", about, "caption"))
        if len(left.tasks) > _OPEN:
            where: tuple[Condition, ...] = (("owner", "=", self.shown), ("state", "=", left.tasks[0].state))
            rule = self.tr("Open follow-ups in the name of one officer")
            card.body.addWidget(self.link(self.tr("See all"), Goal("follow_ups", where=where, rule=rule)))

    def _contacts(self, officer: Officer) -> None:
        where: tuple[Condition, ...] = (("drafter", "=", officer.id),)
        total = self.store.count(Query(Outreach, where))
        if not total:
            return
        asked = Query(Outreach, where, order_by="held_on", descending=True, limit=_CONTACTS)
        card = self.card(self.tr("Written down by them"), str(total))
        for contact in self.store.all(asked):
            card.body.addWidget(self.link(self._listing.contact(contact), Goal("outreach", contact.id)))
        if total > _CONTACTS:
            rule = self.tr("Contacts written down by {name}.").format(name=officer.name)
            card.body.addWidget(self.link(self.tr("See all"), Goal("outreach", where=where, rule=rule)))
