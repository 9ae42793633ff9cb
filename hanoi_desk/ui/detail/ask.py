"""One request: what, who asks whom, for how long it has waited, and how it was answered; for our own side only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.agenda import OWED
from hanoi_desk.language import age, long_date, short_date
from hanoi_desk.records import Ask, FollowUp, Organisation, Outreach, Participant, Record
from hanoi_desk.store import Query
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill
from hanoi_desk.ui.listings import AskListing, FollowUpListing
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, TextLabel


class AskDetail(Detail):
    """One request, theirs of us or ours of them."""

    kind = Ask
    answer_asked = Signal(str)
    plan_asked = Signal(str)
    reopen_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listing = AskListing(session, self)
        self._tasks = FollowUpListing(session, self)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Ask)
        self.country = record.participant or ""
        card = self.head(record.what, self.session.label(record.direction), self.officer(record.owner))
        words, tone = self._listing.standing(record)
        card.body.addWidget(flow(pill(words, tone), pill(self.session.label(record.kind), Tone.NEUTRAL)))
        if record.asked_on:
            when = age(record.asked_on, self.session.today, self.session.language)
            card.body.addWidget(fact(self.field(record, "asked_on"), f"{short_date(record.asked_on)}, {when}"))
        if record.due_on:
            day = long_date(record.due_on, self.session.language)
            card.body.addWidget(fact(self.field(record, "due_on"), day))
        if record.answer or record.answered_on:
            told = (short_date(record.answered_on) if record.answered_on else "", record.answer)
            card.body.addWidget(fact(self.field(record, "answer"), "\n".join(part for part in told if part)))
        self._add_buttons(card, record)
        self._belongs(record)
        self._follow(record)

    def _add_buttons(self, card: Card, ask: Ask) -> None:
        plan = self.button("plan", self.tr("Plan follow-up…"))
        plan.clicked.connect(lambda: self.plan_asked.emit(self.shown))
        if ask.state in OWED:
            answer = self.button("answer", self.tr("Answer…"), "Ctrl+T")
            answer.clicked.connect(lambda: self.answer_asked.emit(self.shown))
            self.add_actions(card, answer, plan)
        else:
            again = self.button("again", self.tr("Open again"))
            again.clicked.connect(lambda: self.reopen_asked.emit(self.shown))
            self.add_actions(card, again, plan)

    def _belongs(self, ask: Ask) -> None:
        card = self.card(self.tr("Belongs to"))
        participant = self.store.get(Participant, ask.participant) if ask.participant else None
        if participant:
            goal = Goal("countries", participant.id)
            card.body.addWidget(fact(self.tr("Country"), self.link(self.session.name(participant), goal)))
        body = self.store.get(Organisation, ask.organisation) if ask.organisation else None
        if body:
            card.body.addWidget(fact(self.field(ask, "organisation"), self.session.name(body)))
        outreach = self.store.get(Outreach, ask.outreach) if ask.outreach else None
        if outreach:
            link = self.link(self._listing.contact(outreach), Goal("outreach", outreach.id))
            card.body.addWidget(fact(self.tr("From the contact"), link))
        self.add_source(card, ask.source)
        card.body.addWidget(TextLabel(self.session.word("ask.own_side"), "caption", wrap=True))

    def _follow(self, ask: Ask) -> None:
        tasks: list[FollowUp] = self.store.all(Query(FollowUp, (("ask", "=", ask.id),), order_by="due_on"))
        if tasks:
            card = self.card(self.tr("Follow-ups"))
            for task in tasks:
                words, _ = self._tasks.standing(task)
                card.body.addWidget(fact(words, self.link(task.what, Goal("follow_ups", task.id))))
