"""One promise: the words, what the record shows, and what to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.commitments import Outcome, days_overdue, is_open, needs_renewal, needs_second_person
from hanoi_desk.language import by_when, days, short_date
from hanoi_desk.records import Commitment, FollowUp, Mission, Outreach, Participant, Person, Record, Treaty
from hanoi_desk.store import Query
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, quotation
from hanoi_desk.ui.listings import CommitmentListing, FollowUpListing
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, TextLabel


class CommitmentDetail(Detail):
    """One promise held against the record."""

    kind = Commitment
    plan_asked = Signal(str)
    close_asked = Signal(str, str)  # the commitment, and the state that is suggested
    convert_asked = Signal(str)
    reopen_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listing = CommitmentListing(session, self)
        self._listed_tasks = FollowUpListing(session, self)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Commitment)
        self.country = record.participant
        judged = self._listing.judge([record])[record.id]
        participant = self.store.get(Participant, record.participant)
        name = self.session.name(participant) if participant else ""
        act = self.session.word(f"promised_act.{record.act.value}")
        by = by_when(record.by, record.precision, record.by_words, self.session.language)
        form = self.session.word(f"form.{record.form.value}")
        card = self.head(self.tr("{country} will {act}").format(country=name, act=act), f"{by} · {form}")
        words = record.original_words or record.words
        if words:
            card.body.addWidget(
                quotation(self.field(record, "words"), words) if record.verbatim else TextLabel(words, wrap=True)
            )
        if record.original_words and record.words and record.words != record.original_words:
            card.body.addWidget(fact(self.field(record, "words"), record.words))
        against, tone = self._listing.against(judged)
        late = days_overdue(record, self.session.today)
        if judged.outcome is Outcome.PASSED and late:
            against = self.tr("passed {days} ago, nothing on record").format(days=days(late, self.session.language))
        card.body.addWidget(flow(pill(against, tone), pill(self.session.label(record.grade))))
        self._warnings(card, record)
        self._buttons(card, record, judged.outcome)
        self._proof(record, participant)
        self._tasks(record)

    def _warnings(self, card: Card, c: Commitment) -> None:
        add = card.body.addWidget
        newest = self.session.board().places.get(c.participant)
        if needs_second_person(c) and is_open(c):
            add(TextLabel(self.tr("A second person has not yet confirmed this grade."), "caption", wrap=True))
        if needs_renewal(c, self.session.today, newest.last_contact_on if newest else None):
            add(TextLabel(self.tr("No new word for 180 days: ask whether it still stands."), "caption", wrap=True))
        if c.closed_on:
            words = self.tr("{state} on {day}").format(state=self.session.label(c.state), day=short_date(c.closed_on))
            add(TextLabel(f"{words}. {c.closed_reason}".strip(), "caption", wrap=True))

    def _buttons(self, card: Card, c: Commitment, outcome: Outcome) -> None:
        buttons = []
        if is_open(c):
            plan = self.button("plan", self.tr("Plan follow-up"))
            plan.clicked.connect(lambda: self.plan_asked.emit(self.shown))
            buttons.append(plan)
            if outcome is Outcome.TO_CONVERT:
                convert = self.button("convert", self.tr("Ask for accession…"))
                convert.clicked.connect(lambda: self.convert_asked.emit(self.shown))
                buttons.append(convert)
            kept = self.button("kept", self.tr("Mark kept…"))
            kept.clicked.connect(lambda: self.close_asked.emit(self.shown, "kept"))
            lapsed = self.button("lapsed", self.tr("Mark lapsed…"))
            lapsed.clicked.connect(lambda: self.close_asked.emit(self.shown, "lapsed"))
            withdrawn = self.button("withdrawn", self.tr("Mark withdrawn…"))
            withdrawn.clicked.connect(lambda: self.close_asked.emit(self.shown, "withdrawn"))
            buttons += [kept] if outcome is Outcome.KEPT else [lapsed, withdrawn, kept]
        else:
            again = self.button("again", self.tr("Open again"))
            again.clicked.connect(lambda: self.reopen_asked.emit(self.shown))
            buttons.append(again)
        self.add_actions(card, *buttons)

    def _proof(self, c: Commitment, participant: Participant | None) -> None:
        card = self.card(self.tr("Where it comes from"))
        outreach = self.store.get(Outreach, c.outreach) if c.outreach else None
        if outreach:
            words = self._listing.contact(outreach)
            card.body.addWidget(fact(self.tr("Said at"), self.link(words, Goal("outreach", outreach.id))))
        else:
            card.body.addWidget(fact(self.field(c, "made_on"), short_date(c.made_on)))
        speaker = self.store.get(Person, c.speaker) if c.speaker else None
        if speaker:
            card.body.addWidget(fact(self.field(c, "speaker"), self.link(speaker.name, Goal("people", speaker.id))))
        treaty = self.store.get(Treaty, c.treaty)
        place = self.session.board().places.get(c.participant)
        mission = self.store.get(Mission, place.lead) if place and place.lead else None
        facts = {
            "speaker_title": c.speaker_title,
            "authority": self.session.label(c.authority),
            "level": self.session.word(f"level.{c.level}") if c.level else "",
            "stage": self.session.label(c.stage) if c.stage else "",
            "condition": c.condition,
            "confirmed_by": self.officer(c.confirmed_by),
            "treaty": self.session.name(treaty) if treaty else "",
            "mission": self.session.name(mission) if mission else "",
        }
        for name, value in facts.items():
            if value:
                card.body.addWidget(fact(self.field(c, name), value))
        if participant:
            link = self.link(self.session.name(participant), Goal("countries", participant.id))
            card.body.addWidget(fact(self.tr("Country"), link))
        self.add_source(card, c.source)

    def _tasks(self, c: Commitment) -> None:
        tasks = self.store.all(Query(FollowUp, (("commitment", "=", c.id),), order_by="due_on"))
        if not tasks:
            return
        card = self.card(self.tr("Follow-ups"))
        for task in tasks:
            words, tone = self._listed_tasks.standing(task)
            card.body.addWidget(flow(self.link(task.what, Goal("follow_ups", task.id)), pill(words, tone)))
