"""One promise: the words, what the record shows, how it came about, and what to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.agenda import STANDING
from hanoi_desk.commitments import (
    Answer,
    Outcome,
    Reconciled,
    answers,
    days_overdue,
    effective_grade,
    is_open,
    names_speaker,
    needs_renewal,
    needs_second_person,
)
from hanoi_desk.contacts import now_in_post
from hanoi_desk.language import by_when, days, short_date
from hanoi_desk.records import (
    Commitment,
    DomesticStep,
    FollowUp,
    Grade,
    Mission,
    Outreach,
    Participant,
    Person,
    Record,
    Treaty,
    TreatyAction,
)
from hanoi_desk.store import Query
from hanoi_desk.ui.deciding import AnswerLine
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, quotation
from hanoi_desk.ui.detail.promise_story import PromiseStory
from hanoi_desk.ui.listings import CommitmentListing, FollowUpListing
from hanoi_desk.ui.log.fields import language_choices
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.road_card import RoadCard
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, TextLabel


class CommitmentDetail(Detail):
    """One promise held against the record."""

    kind = Commitment
    plan_asked = Signal(str)
    close_asked = Signal(str, str)  # the commitment, and the state that is suggested
    confirm_asked = Signal(str)
    reopen_asked = Signal(str)
    answered = Signal(str)  # the commitment that then stands

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listing = CommitmentListing(session, self)
        self._listed_tasks = FollowUpListing(session, self)
        self._promises = Promises.of(session)
        self._line: AnswerLine | None = None

    def give(self, answer: Answer) -> bool:
        """Give an answer to the promise that is shown; False where it is not offered."""
        return self._line is not None and self._line.give(answer)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Commitment)
        self.country = record.participant
        self._line = None
        judged = self._listing.judge([record])[record.id]
        participant = self.store.get(Participant, record.participant)
        name = self.session.name(participant) if participant else ""
        by = by_when(record.by, record.precision, record.by_words, self.session.language)
        form = self.session.word(f"form.{record.form.value}")
        card = self.head(self._title(judged, name), f"{by} · {form}")
        words = record.original_words or record.words
        if words:
            card.body.addWidget(
                quotation(self.field(record, "words"), words) if record.verbatim else TextLabel(words, wrap=True)
            )
        if record.original_words and record.words and record.words != record.original_words:
            card.body.addWidget(fact(self.field(record, "words"), record.words))
        against, tone = self._listing.against(judged)
        late = days_overdue(record, self.session.board().ledger.day)
        if judged.outcome is Outcome.PASSED and late:
            against = self.tr("passed {days} ago, nothing on record").format(days=days(late, self.session.language))
        card.body.addWidget(flow(pill(against, tone), pill(self.session.label(record.grade))))
        self._shown_by(card, judged)
        self._warnings(card, record, judged)
        self._buttons(card, record, judged, name)
        self._column.addWidget(PromiseStory(self.session, record))
        self._column.addWidget(RoadCard(self.session))
        self._proof(record, participant)
        self._tasks(record)

    def _title(self, judged: Reconciled, country: str) -> str:
        c = judged.commitment
        act = self.session.word(f"promised_act.{c.act.value}")
        if c.grade is Grade.DECLINED:
            return self.tr("{country} declines for now to {act}").format(country=country, act=act)
        if judged.outcome not in (*STANDING, Outcome.PASSED):
            return self.tr("{country} promised to {act}").format(country=country, act=act)
        return self.tr("{country} will {act}").format(country=country, act=act)

    def _shown_by(self, card: Card, judged: Reconciled) -> None:
        """Say which act of the record, or which step at home, shows what became of it."""
        action = self.store.get(TreatyAction, judged.shown_by) if judged.shown_by else None
        step = self.store.get(DomesticStep, judged.shown_by_step) if judged.shown_by_step else None
        if action is None and step is None:
            return
        what = self.session.label(action.act) if action else self.session.label(step.stage) if step else ""
        words = f"{what}, {short_date(judged.shown_on)}" if judged.shown_on else what
        goal = Goal("treaty", action.id) if action else Goal("countries", judged.commitment.participant)
        card.body.addWidget(fact(self.tr("Shown by the record"), self.link(words, goal)))

    def _warnings(self, card: Card, c: Commitment, judged: Reconciled) -> None:
        told, day = [], self.session.board().ledger.day
        if is_open(c) and judged.outcome is not Outcome.KEPT:
            counts = effective_grade(c, day)
            if c.id in self._promises.collective():
                told.append(self.tr("Several States are said to have said this together: it is nobody's commitment."))
            elif counts is not c.grade:
                told.append(self.tr("In totals it counts as: {grade}.").format(grade=self.session.label(counts)))
            if needs_second_person(c):
                told.append(self.tr("A second person has not yet confirmed this grade."))
            if not names_speaker(c):
                told.append(self.tr("No speaker is named yet."))
        if (
            judged.outcome in STANDING
            and needs_renewal(c, day)
            and needs_renewal(c, day, self._promises.evidence(judged))
        ):
            told.append(self.tr("Needs renewal: no new word for 180 days. Ask whether it still stands."))
        if c.closed_on:
            words = self.tr("{state} on {day}").format(state=self.session.label(c.state), day=short_date(c.closed_on))
            told.append(f"{words}. {c.closed_reason}".strip())
        for words in told:
            card.body.addWidget(TextLabel(words, "caption", wrap=True))

    def _buttons(self, card: Card, c: Commitment, judged: Reconciled, country: str) -> None:
        buttons = []
        if is_open(c) or judged.needs_decision:
            offered = answers(judged)
            if not offered and judged.outcome in (Outcome.OPEN, Outcome.PARTLY_KEPT, Outcome.PASSED):
                offered = (Answer.NEW_DATE,)
            self._line = AnswerLine(self.session, answered=self.answered.emit)
            card.body.addWidget(self._line)
            self._line.show_promise(judged, country, offered)
        if is_open(c):
            plan = self.button("plan", self.tr("Plan follow-up"))
            plan.clicked.connect(lambda: self.plan_asked.emit(self.shown))
            close = self.button("close", self.tr("Close with a reason…"))
            suggested = "kept" if judged.outcome is Outcome.KEPT else "lapsed"
            close.clicked.connect(lambda: self.close_asked.emit(self.shown, suggested))
            buttons += [plan, close]
            if needs_second_person(c):
                confirm = self.button("confirm", self.tr("Confirm grade…"))
                confirm.clicked.connect(lambda: self.confirm_asked.emit(self.shown))
                buttons.append(confirm)
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
            if after := now_in_post(self.store, speaker.id, self.session.today):
                words = self.tr("The post is now held by {name}").format(name=after[0].name)
                card.body.addWidget(flow(self.link(words, Goal("people", after[0].id))))
        treaty = self.store.get(Treaty, c.treaty)
        place = self.session.board().places.get(c.participant)
        mission = self.store.get(Mission, place.lead) if place and place.lead else None
        facts = {
            "speaker_title": c.speaker_title,
            "authority": self.session.label(c.authority),
            "level": self.session.word(f"level.{c.level}") if c.level else "",
            "stage": self.session.label(c.stage) if c.stage else "",
            "condition": c.condition,
            "reciprocal": c.reciprocal,
            "original_language": self._language(c.original_language),
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

    def _language(self, key: str) -> str:
        known = dict(language_choices(self.session))
        return known.get(key, key) if key else ""

    def _tasks(self, c: Commitment) -> None:
        tasks = self.store.all(Query(FollowUp, (("commitment", "=", c.id),), order_by="due_on"))
        if not tasks:
            return
        card = self.card(self.tr("Follow-ups"))
        for task in tasks:
            words, tone = self._listed_tasks.standing(task)
            card.body.addWidget(flow(self.link(task.what, Goal("follow_ups", task.id)), pill(words, tone)))
