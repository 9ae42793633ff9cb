"""One body that we deal with: its names, its people now and before, what it is part of, contacts and events."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.coverage import holds
from hanoi_desk.records import Appointment, Event, Organisation, Outreach, Participant, Person, Record
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, text_of
from hanoi_desk.ui.detail.spans import span
from hanoi_desk.ui.listings import EventListing
from hanoi_desk.ui.session import Goal, Session

_PEOPLE = 20
_CONTACTS = 8
_EVENTS = 8
_PARTS = 20


class OrganisationDetail(Detail):
    """One organization."""

    kind = Organisation
    part_asked = Signal(str)  # a new body that is part of the one shown

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listing = EventListing(session, self)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Organisation)
        self.country = record.participant or ""
        name = self.session.name(record)
        others = [one for one in (record.name_en, record.name_vi, record.name_fr) if one and one != name]
        card = self.head(name, record.acronym, *dict.fromkeys(others))
        state = self.store.get(Participant, record.participant) if record.participant else None
        scope = (
            self.link(self.session.name(state), Goal("countries", state.id))
            if state
            else pill(self.tr("International"))
        )
        card.body.addWidget(flow(pill(self.session.label(record.kind)), scope))
        if record.city:
            card.body.addWidget(fact(self.field(record, "city"), record.city))
        part = self.button("new_part", self.tr("New part…"))
        part.clicked.connect(lambda: self.part_asked.emit(self.shown))
        self.add_actions(card, part)
        self._family(record)
        self._people(record)
        self._contacts(record, name)
        self._events(record, name)

    def _family(self, body: Organisation) -> None:
        whole = self.store.get(Organisation, body.parent) if body.parent else None
        where: tuple[Condition, ...] = (("parent", "=", body.id),)
        parts: list[Organisation] = self.store.all(Query(Organisation, where, order_by="title", limit=_PARTS))
        if not whole and not parts:
            return
        card = self.card(self.tr("What it is part of, and its parts"))
        if whole:
            link = self.link(self.session.name(whole), Goal("organisations", whole.id))
            card.body.addWidget(fact(self.field(body, "parent"), flow(link)))
        if parts:
            links = [self.link(self.session.name(one), Goal("organisations", one.id)) for one in parts]
            total = self.store.count(Query(Organisation, where))
            if total > len(parts):
                rule = self.tr("Parts of {name}").format(name=self.session.name(body))
                links.append(self.link(self.tr("See all"), Goal("organisations", where=where, rule=rule)))
            card.body.addWidget(fact(self.tr("Its parts"), flow(*links)))

    def _people(self, body: Organisation) -> None:
        posts: list[Appointment] = self.store.all(Query(Appointment, (("organisation", "=", body.id),)))
        people = {p.id: p for p in self.store.many(Person, list(dict.fromkeys(post.person for post in posts)))}
        posts = [post for post in posts if post.person in people]
        now = [post for post in posts if holds(post.from_on, post.to_on, self.session.today)]
        before = [post for post in posts if post not in now]
        for words, own in ((self.tr("People there now"), now), (self.tr("People who were there"), before)):
            if not own:
                continue
            card = self.card(words, str(len(own)))
            for post in sorted(own, key=lambda one: (one.level or 9, one.title))[:_PEOPLE]:
                card.body.addWidget(self.link(people[post.person].name, Goal("people", post.person)))
                if about := ", ".join(filter(None, (post.title, span(post.from_on, post.to_on)))):
                    card.body.addWidget(text_of("", about, "caption"))
            if len(own) > _PEOPLE:
                held = Query(Appointment, (("organisation", "=", body.id),), select="person")
                rule = self.tr("People who hold or held a post in {name}").format(name=self.session.name(body))
                goal = Goal("people", where=(("id", "in", held),), rule=rule)
                card.body.addWidget(self.link(self.tr("See all"), goal))

    def _contacts(self, body: Organisation, name: str) -> None:
        where: tuple[Condition, ...] = (("organisations", "has", body.id),)
        total = self.store.count(Query(Outreach, where))
        if not total:
            return
        card = self.card(self.tr("Contacts"), str(total))
        asked = Query(Outreach, where, order_by="held_on", descending=True, limit=_CONTACTS)
        for contact in self.store.all(asked):
            card.body.addWidget(self.link(self._listing.contact(contact), Goal("outreach", contact.id)))
        if total > _CONTACTS:
            rule = self.tr("Contacts with {name}.").format(name=name)
            card.body.addWidget(self.link(self.tr("See all"), Goal("outreach", where=where, rule=rule)))

    def _events(self, body: Organisation, name: str) -> None:
        where: tuple[Condition, ...] = (("host_organisations", "has", body.id),)
        total = self.store.count(Query(Event, where))
        if not total:
            return
        card = self.card(self.tr("Events it hosted"), str(total))
        asked = Query(Event, where, order_by="starts_on", descending=True, limit=_EVENTS)
        for event in self.store.all(asked):
            card.body.addWidget(self.link(self.session.name(event), Goal("events", event.id)))
            card.body.addWidget(text_of("", span(event.starts_on, event.ends_on), "caption"))
        if total > _EVENTS:
            rule = self.tr("Events hosted by {name}").format(name=name)
            card.body.addWidget(self.link(self.tr("See all"), Goal("events", where=where, rule=rule)))
