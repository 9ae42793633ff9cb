"""One task: what, for whom, by when, where it comes from, and what to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.language import long_date, short_date
from hanoi_desk.records import Ask, Commitment, Event, FollowUp, FollowUpState, Outreach, Participant, Record, Repeat
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill
from hanoi_desk.ui.listings import FollowUpListing
from hanoi_desk.ui.session import Goal, Session


class FollowUpDetail(Detail):
    """One task of ours."""

    kind = FollowUp
    done_asked = Signal(str)
    later_asked = Signal(str)
    drop_asked = Signal(str)
    reopen_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listing = FollowUpListing(session, self)

    def fill(self, record: Record) -> None:
        assert isinstance(record, FollowUp)
        self.country = record.participant or ""
        day = long_date(record.due_on, self.session.language) if record.due_on else ""
        card = self.head(record.what, day, self.officer(record.owner))
        words, tone = self._listing.standing(record)
        card.body.addWidget(flow(pill(words, tone)))
        if record.channel:
            card.body.addWidget(fact(self.field(record, "channel"), record.channel))
        if record.repeat is not Repeat.NONE:
            card.body.addWidget(fact(self.field(record, "repeat"), self.session.label(record.repeat)))
        buttons = []
        if record.state is FollowUpState.OPEN:
            done = self.button("done", self.tr("Done"), "Ctrl+T")
            done.clicked.connect(lambda: self.done_asked.emit(self.shown))
            later = self.button("later", self.tr("Later…"), "Ctrl+Shift+T")
            later.clicked.connect(lambda: self.later_asked.emit(self.shown))
            drop = self.button("drop", self.tr("Drop…"))
            drop.clicked.connect(lambda: self.drop_asked.emit(self.shown))
            buttons = [done, later, drop]
        else:
            if record.closed_on:
                card.body.addWidget(fact(self.field(record, "closed_on"), short_date(record.closed_on)))
            again = self.button("again", self.tr("Open again"))
            again.clicked.connect(lambda: self.reopen_asked.emit(self.shown))
            buttons = [again]
            if record.reason:
                card.body.addWidget(fact(self.field(record, "reason"), record.reason))
        self.add_actions(card, *buttons)
        self._belongs(record)

    def _belongs(self, task: FollowUp) -> None:
        links = []
        participant = self.store.get(Participant, task.participant) if task.participant else None
        if participant:
            links.append((self.tr("Country"), self.session.name(participant), Goal("countries", participant.id)))
        outreach = self.store.get(Outreach, task.outreach) if task.outreach else None
        if outreach:
            words = self._listing.contact(outreach)
            links.append((self.tr("From the contact"), words, Goal("outreach", outreach.id)))
        promise = self.store.get(Commitment, task.commitment) if task.commitment else None
        if promise:
            act = self.session.word(f"promised_act.{promise.act.value}")
            words = promise.words or self.tr("will {act}").format(act=act)
            links.append((self.tr("For the commitment"), words, Goal("commitments", promise.id)))
        ask = self.store.get(Ask, task.ask) if task.ask else None
        if ask:
            links.append((self.tr("For the request"), ask.what, Goal("asks", ask.id)))
        event = self.store.get(Event, task.event) if task.event else None
        if event:
            links.append((self.tr("Event"), self.session.name(event), Goal("events", event.id)))
        if links:
            card = self.card(self.tr("Belongs to"))
            for name, words, goal in links:
                card.body.addWidget(fact(name, self.link(words, goal)))
