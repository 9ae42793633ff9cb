"""One contact: when, with whom, what each State said, notes, what was agreed, and where it is on record."""

from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import entry_of
from hanoi_desk.language import by_when, clock, date_range, joined, short_date
from hanoi_desk.records import (
    Commitment,
    Event,
    FollowUp,
    Meeting,
    Mission,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    OutreachState,
    Participant,
    Record,
    Side,
    Stance,
)
from hanoi_desk.store import Query
from hanoi_desk.store.titles import title
from hanoi_desk.text import fold
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, quotation, text_of
from hanoi_desk.ui.listings import CommitmentListing, FollowUpListing
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, Rule, TextLabel

_STANCES = {
    Stance.SUPPORTIVE: Tone.GREEN,
    Stance.LEANING_YES: Tone.GREEN,
    Stance.UNDECIDED: Tone.AMBER,
    Stance.LEANING_NO: Tone.RED,
    Stance.OPPOSED: Tone.RED,
}


class OutreachDetail(Detail):
    """One contact with all that hangs on it."""

    kind = Outreach

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._promises = CommitmentListing(session, self)
        self._tasks = FollowUpListing(session, self)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Outreach)
        entry = entry_of(self.store, record.id)
        places = {c.participant: c for c in entry.countries}
        names = {p.id: p for p in self.store.many(Participant, list(places))}
        if len(places) == 1:
            self.country = next(iter(places))
        self._head(record, [names[one] for one in places if one in names])
        self._results(entry.countries, names)
        self._notes(record)
        self._agreed(entry.commitments, entry.follow_ups)
        self._people(entry.people)
        self._paper(record)

    def _head(self, o: Outreach, countries: list[Participant]) -> None:
        day = date_range(o.held_on, None, self.session.language)
        if o.time:
            day = f"{day}, {clock(o.time, self.session.language)}"
        if o.minutes:
            day = self.tr("{day}, {n} minutes").format(day=day, n=o.minutes)
        card = self.head(title(o) or self.session.label(o.kind), day, o.place)
        pills = [pill(self.session.label(o.kind))]
        if o.state is OutreachState.DRAFT:
            pills.append(pill(self.session.label(o.state), Tone.AMBER))
        card.body.addWidget(flow(*pills))
        event = self.store.get(Event, o.event) if o.event else None
        links = [self.link(self.session.name(p), Goal("countries", p.id)) for p in countries]
        bodies = [self.session.name(b) for b in self.store.many(Organisation, list(o.organisations))]
        if links:
            card.body.addWidget(flow(*links))
        if bodies:
            card.body.addWidget(TextLabel(joined(bodies, self.session.language), wrap=True))
        if event:
            card.body.addWidget(fact(self.tr("Event"), self.link(self.session.name(event), Goal("events", event.id))))
        for slot in self.store.all(Query(Meeting, (("outreach", "=", o.id),), order_by="on")):
            when = " ".join(filter(None, (short_date(slot.on), slot.time)))
            card.body.addWidget(fact(self.tr("In the programme"), self.link(when, Goal("programme", slot.id))))
        report = self.button("report", self.tr("Formal report…"))
        report.clicked.connect(lambda: self.session.go(Goal("packs", self.shown)))
        self.add_actions(card, report)

    def _results(self, results: tuple[OutreachCountry, ...], names: dict[str, Participant]) -> None:
        told = [r for r in results if _says_something(r)]
        if not told:
            return
        card = self.card(self.tr("What each State said"))
        for number, r in enumerate(told):
            if number:
                card.body.addWidget(Rule())
            name = self.session.name(names[r.participant]) if r.participant in names else ""
            row = [TextLabel(name, "strong"), *self._marks(r)]
            card.body.addWidget(flow(*row))
            if r.said:
                card.body.addWidget(text_of(self.field(r, "said"), r.said))
            if r.quote:
                card.body.addWidget(quotation(self.field(r, "quote"), r.quote))
            if r.quote_translation:
                card.body.addWidget(fact(self.field(r, "quote_translation"), r.quote_translation))
            if r.objections:
                words = ", ".join(self.session.word(f"objection.{one.value}") for one in r.objections)
                card.body.addWidget(fact(self.field(r, "objections"), words))
            if r.next_step:
                card.body.addWidget(fact(self.field(r, "next_step"), r.next_step))

    def _marks(self, r: OutreachCountry) -> list[TextLabel]:
        marks: list[TextLabel] = []
        if r.stance is not Stance.NOT_STATED:
            marks.append(pill(self.session.word(f"stance.{r.stance.value}"), _STANCES[r.stance]))
        if r.level:
            marks.append(pill(self.session.word(f"level.{r.level}")))
        return marks

    def _notes(self, o: Outreach) -> None:
        told = [name for name in ("purpose", "notes", "questions", "comment") if getattr(o, name).strip()]
        if not told:
            return
        card = self.card(self.field(o, "notes") if told == ["notes"] else self.tr("What was said"))
        for name in told:
            text = text_of(self.field(o, name), getattr(o, name))
            text.setObjectName(name)
            card.body.addWidget(text if told == ["notes"] else fact(self.field(o, name), text))

    def _agreed(self, promises: tuple[Commitment, ...], tasks: tuple[FollowUp, ...]) -> None:
        if promises:
            card = self.card(self.tr("Commitments recorded here"))
            judged = self._promises.judge(promises)
            names = self._promises.participants([c.participant for c in promises])
            for c in promises:
                act = self.session.word(f"promised_act.{c.act.value}")
                by = by_when(c.by, c.precision, c.by_words, self.session.language)
                words = self.tr("{country}: {act}, {by}").format(country=names.get(c.participant, ""), act=act, by=by)
                against, tone = self._promises.against(judged[c.id])
                self._line(card, words, Goal("commitments", c.id), against, tone, c.words)
        if tasks:
            card = self.card(self.tr("Follow-ups recorded here"))
            for task in tasks:
                standing, tone = self._tasks.standing(task)
                owner = self.officer(task.owner)
                due = short_date(task.due_on) if task.due_on else ""
                more = ", ".join(part for part in (due, owner) if part)
                self._line(card, task.what, Goal("follow_ups", task.id), standing, tone, more)

    def _line(self, card: Card, words: str, goal: Goal, mark: str, tone: Tone, more: str) -> None:
        card.body.addWidget(flow(self.link(words, goal), pill(mark, tone)))
        if more:
            card.body.addWidget(text_of(words, more, "caption"))

    def _people(self, people: tuple[OutreachPerson, ...]) -> None:
        if not people:
            return
        card = self.card(self.tr("Who was there"))
        for side in (Side.THEIRS, Side.THIRD, Side.OURS):
            present = [one for one in people if one.side is side]
            if present:
                card.body.addWidget(TextLabel(self.session.label(side), "caption"))
            for one in present:
                if one.person:
                    card.body.addWidget(self.link(one.name, Goal("people", one.person)))
                else:
                    card.body.addWidget(TextLabel(one.name, wrap=True))
                post = ", ".join(part for part in (one.title, one.organisation, *self._parts_played(one)) if part)
                if post:
                    card.body.addWidget(TextLabel(post, "caption", wrap=True))

    def _parts_played(self, one: OutreachPerson) -> list[str]:
        return [self.field(one, name).lower() for name in ("lead", "note_taker") if getattr(one, name)]

    def _paper(self, o: Outreach) -> None:
        card = self.card(self.tr("On record"))
        mission = self.store.get(Mission, o.mission) if o.mission else None
        facts = {
            "mission": self.session.name(mission) if mission else "",
            "drafter": self.officer(o.drafter),
            "language": self._spoken(o.language),
            "reference": o.reference,
            "written_on": short_date(o.written_on) if o.written_on else "",
        }
        for name, value in facts.items():
            if value:
                card.body.addWidget(fact(self.field(o, name), value))
        self.add_source(card, o.source)
        card.setVisible(card.body.count() > 0)

    def _spoken(self, language: str) -> str:
        try:
            return self.session.word(f"language.{fold(language)}")
        except KeyError:
            return language


def _says_something(r: OutreachCountry) -> bool:
    return bool(r.said or r.quote or r.next_step or r.objections or r.level or r.stance is not Stance.NOT_STATED)
