"""One of our posts: its people, its States, what it logged lately, and what is open with its States."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hanoi_desk.coverage import covers, serves
from hanoi_desk.language import short_date
from hanoi_desk.records import (
    Commitment,
    CommitmentState,
    Coverage,
    CoverageRole,
    FollowUp,
    FollowUpState,
    Mission,
    Officer,
    Outreach,
    Record,
)
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.text import sort_key
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, text_of
from hanoi_desk.ui.detail.spans import span
from hanoi_desk.ui.listings import MissionListing
from hanoi_desk.ui.session import Goal, Session

_CONTACTS = 6
_OPEN = 6
_STATES = 24


class MissionDetail(Detail):
    """One mission, on the day that its list shows."""

    kind = Mission

    def __init__(self, session: Session, listing: MissionListing, parent: QWidget | None = None) -> None:
        self._listing = listing
        super().__init__(session, parent)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Mission)
        name = self.session.name(record)
        other = record.name_en if name == record.name_vi else record.name_vi
        card = self.head(name, other if other != name else "", self._listing.city(record))
        card.body.addWidget(flow(pill(self.session.label(record.kind))))
        if days := span(record.from_on, None):
            card.body.addWidget(text_of(name, days, "caption"))
        table = self.button("open_table", self.tr("Who looks after whom"))
        table.clicked.connect(lambda: self.session.go(Goal("coverage", facet=("mission", self.shown))))
        self.add_actions(card, table)
        own: list[Coverage] = self.store.all(Query(Coverage, (("mission", "=", record.id),)))
        now = [c for c in own if covers(c, self._listing.on)]
        self._states(now)
        self._people(record)
        led = sorted({c.participant for c in now if c.role is CoverageRole.LEAD})
        self._promises(led, name)
        self._tasks(led, name)
        self._contacts(record, name)

    def _states(self, now: Sequence[Coverage]) -> None:
        card = self.card(self.tr("States on {day}").format(day=short_date(self._listing.on)))
        names = self._listing.participants([c.participant for c in now])
        for role in CoverageRole:
            own = sorted({c.participant for c in now if c.role is role}, key=lambda one: sort_key(names.get(one, "")))
            if not own:
                continue
            links: list[QWidget] = [self.link(names.get(one, ""), Goal("countries", one)) for one in own[:_STATES]]
            if len(own) > _STATES:
                goal = Goal("coverage", facet=("mission", self.shown))
                links.append(self.link(self.tr("and {n} more").format(n=len(own) - _STATES), goal))
            card.body.addWidget(fact(f"{self.session.label(role)} · {len(own)}", flow(*links)))
        if not now:
            card.body.addWidget(text_of("", self.tr("It looks after no State on this day."), "muted"))

    def _people(self, mission: Mission) -> None:
        people: list[Officer] = self.store.all(Query(Officer, (("mission", "=", mission.id),), order_by="title"))
        if not people:
            return
        there = [o for o in people if serves(o, self._listing.on)]
        card = self.card(self.tr("Our people there"), str(len(there)))
        for officer in (*there, *(o for o in people if o not in there)):
            card.body.addWidget(self.link(officer.name, Goal("officers", officer.id)))
            days = span(officer.from_on, officer.to_on)
            if about := " · ".join(part for part in (officer.title, days) if part):
                card.body.addWidget(text_of("", about, "caption"))

    def _promises(self, states: Sequence[str], name: str) -> None:
        where: tuple[Condition, ...] = (("participant", "in", list(states)), ("state", "=", CommitmentState.OPEN))
        total = self.store.count(Query(Commitment, where)) if states else 0
        if not total:
            return
        shown: list[Commitment] = self.store.all(Query(Commitment, where, order_by="by", limit=_OPEN))
        card = self.card(self.tr("Open promises of its States"), str(total))
        names = self._listing.participants([one.participant for one in shown])
        for one in shown:
            by = self.session.word("by.day", day=short_date(one.by)) if one.by else one.by_words
            words = ", ".join(filter(None, (names.get(one.participant, ""), self.session.label(one.act).lower(), by)))
            card.body.addWidget(self.link(words, Goal("commitments", one.id)))
        if total > len(shown):
            rule = self.tr("Open promises of the States of {mission}").format(mission=name)
            card.body.addWidget(self.link(self.tr("See all"), Goal("commitments", where=where, rule=rule)))

    def _tasks(self, states: Sequence[str], name: str) -> None:
        where: tuple[Condition, ...] = (("participant", "in", list(states)), ("state", "=", FollowUpState.OPEN))
        total = self.store.count(Query(FollowUp, where)) if states else 0
        if not total:
            return
        shown: list[FollowUp] = self.store.all(Query(FollowUp, where, order_by="due_on", limit=_OPEN))
        card = self.card(self.tr("Open follow-ups with its States"), str(total))
        for one in shown:
            due = self.session.word("time.due", day=short_date(one.due_on)) if one.due_on else ""
            card.body.addWidget(self.link(one.what, Goal("follow_ups", one.id)))
            if due:
                card.body.addWidget(text_of("", due, "caption"))
        if total > len(shown):
            rule = self.tr("Open follow-ups with the States of {mission}").format(mission=name)
            card.body.addWidget(self.link(self.tr("See all"), Goal("follow_ups", where=where, rule=rule)))

    def _contacts(self, mission: Mission, name: str) -> None:
        where: tuple[Condition, ...] = (("mission", "=", mission.id),)
        total = self.store.count(Query(Outreach, where))
        if not total:
            return
        asked = Query(Outreach, where, order_by="held_on", descending=True, limit=_CONTACTS)
        shown: list[Outreach] = self.store.all(asked)
        card = self.card(self.tr("Logged lately"), str(total))
        for contact in shown:
            card.body.addWidget(self.link(self._listing.contact(contact), Goal("outreach", contact.id)))
        if total > len(shown):
            rule = self.tr("Contacts of {mission}").format(mission=name)
            card.body.addWidget(self.link(self.tr("See all"), Goal("outreach", where=where, rule=rule)))
