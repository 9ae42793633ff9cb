"""One event: when, where, whose, who was there, and what was logged there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.language import date_range
from hanoi_desk.records import Event, Organisation, Outreach, Participant, Record
from hanoi_desk.store import Query
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, text_of
from hanoi_desk.ui.listings import EventListing
from hanoi_desk.ui.session import Goal, Session

_CONTACTS = 12


class EventDetail(Detail):
    """One occasion that outreach belongs to."""

    kind = Event
    log_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listing = EventListing(session, self)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Event)
        days = date_range(record.starts_on, record.ends_on, self.session.language) if record.starts_on else ""
        name = self.session.name(record)
        other = record.name if name == record.name_vi else record.name_vi
        card = self.head(name, other if other != name else "", days, record.place)
        card.body.addWidget(flow(pill(self.session.label(record.kind))))
        self.add_actions(card)
        self._about(record)
        self._contacts(record)

    def _about(self, event: Event) -> None:
        card = self.card(self.tr("About the event"))
        hosts = [
            self.link(self.session.name(p), Goal("countries", p.id))
            for p in self.store.many(Participant, list(event.hosts))
        ]
        if hosts:
            card.body.addWidget(fact(self.field(event, "hosts"), flow(*hosts)))
        bodies = [self.session.name(b) for b in self.store.many(Organisation, list(event.host_organisations))]
        facts = {"host_organisations": ", ".join(bodies), "hosts_text": event.hosts_text, "series": event.series}
        for name, value in facts.items():
            if value:
                card.body.addWidget(fact(self.field(event, name), value))
        if event.notes:
            name = self.field(event, "notes")
            card.body.addWidget(fact(name, text_of(name, event.notes)))
        self.add_source(card, event.source)
        card.setVisible(card.body.count() > 0)

    def _contacts(self, event: Event) -> None:
        where = (("event", "=", event.id),)
        contacts: list[Outreach] = self.store.all(
            Query(Outreach, where, order_by="held_on", descending=True, limit=_CONTACTS)
        )
        if not contacts:
            return
        total = self.store.count(Query(Outreach, where))
        card = self.card(self.tr("Logged there"), str(total))
        present = self._listing.countries_of([one.id for one in contacts])
        names = self._listing.participants([one for row in present.values() for one in row])
        for contact in contacts:
            card.body.addWidget(self.link(self._listing.contact(contact), Goal("outreach", contact.id)))
            whom = self._listing.listed([names[one] for one in present.get(contact.id, ()) if one in names])
            if whom:
                card.body.addWidget(text_of(name="", text=whom, role="caption"))
        if total > len(contacts):
            rule = self.tr("Contacts at {event}").format(event=self.session.name(event))
            card.body.addWidget(self.link(self.tr("See all"), Goal("outreach", where=where, rule=rule)))
