"""One event: when, where, whose, who was there, its series, and everything that was logged there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hanoi_desk.language import date_range, joined, short_date, short_range
from hanoi_desk.programme import in_order
from hanoi_desk.records import (
    Commitment,
    Event,
    FollowUp,
    Meeting,
    Mention,
    Organisation,
    Outreach,
    OutreachCountry,
    Participant,
    Record,
    Statement,
)
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.text import fold
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, text_of
from hanoi_desk.ui.events.slot_names import SlotNames
from hanoi_desk.ui.listings import EventListing
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card

#: How many contacts, promises, tasks, slots, events of a series, and delegations are shown before the rest is counted.
_SHOWN, _DELEGATIONS = 8, 30


class EventDetail(Detail):
    """One occasion that outreach belongs to."""

    kind = Event
    log_asked = Signal(str)
    attendance_asked = Signal(str, object)  # the event, and the participants to be added to those that were there

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
        log = self.button("log", self.tr("Log outreach here"), "Ctrl+L")
        log.clicked.connect(lambda: self.log_asked.emit(self.shown))
        programme = self._way("programme", self.tr("Programme"))
        plenary = self._way("plenary", self.tr("Plenary"))
        pack = self.button("event_pack", self.tr("Event pack…"))
        pack.clicked.connect(lambda: self.session.go(Goal("packs", self.shown)))
        self.add_actions(card, log, programme, plenary, pack)
        self._about(record)
        self._attended(record)
        self._series(record)
        self._programme(record)
        self._contacts(record)
        self._promises(record)
        self._tasks(record)
        self._statements(record)

    def _way(self, page: str, words: str) -> QPushButton:
        button = self.button(page, words)
        button.clicked.connect(lambda: self.session.go(Goal(page, self.shown)))
        return button

    def _about(self, event: Event) -> None:
        card = self.card(self.tr("About the event"))
        for name in ("hosts", "co_hosts"):
            ids: tuple[str, ...] = getattr(event, name)
            links = [
                self.link(self.session.name(p), Goal("countries", p.id))
                for p in self.store.many(Participant, list(ids))
            ]
            if links:
                card.body.addWidget(fact(self.field(event, name), flow(*links)))
        bodies = [self.session.name(b) for b in self.store.many(Organisation, list(event.host_organisations))]
        facts = {
            "host_organisations": ", ".join(bodies),
            "hosts_text": event.hosts_text,
            "head_of_delegation": event.head_of_delegation,
            "series": event.series,
        }
        for name, value in facts.items():
            if value:
                card.body.addWidget(fact(self.field(event, name), value))
        if event.notes:
            name = self.field(event, "notes")
            card.body.addWidget(fact(name, text_of(name, event.notes)))
        self.add_source(card, event.source)
        card.setVisible(card.body.count() > 0)

    # ---- who was there ----

    def _attended(self, event: Event) -> None:
        """Show the delegations on the list, and those with whom something was logged here and that are not on it."""
        met = self.store.ids(Query(OutreachCountry, (self._here(event),), select="participant"))
        missing = [one for one in dict.fromkeys(met) if one not in event.attended]
        if not event.attended and not missing:
            return
        card = self.card(self.field(event, "attended"), str(len(event.attended) + len(missing)))
        card.setObjectName("attended")
        if event.attended:
            card.body.addWidget(flow(*self._countries(event.attended)))
        if missing:
            met_only = self.tr("%n more by what is logged here", "", len(missing))
            card.body.addWidget(fact(met_only, flow(*self._countries(missing))))
            add = self.button("add_met", self.tr("Put them on the list"))
            add.clicked.connect(lambda: self.attendance_asked.emit(event.id, missing))
            card.body.addWidget(flow(add))

    def _countries(self, ids: Sequence[str]) -> list[QWidget]:
        places = self.session.board().places
        shown = [places[one].participant for one in ids if one in places]
        links: list[QWidget] = [
            self.link(self.session.name(one), Goal("countries", one.id)) for one in shown[:_DELEGATIONS]
        ]
        rest = len(shown) - _DELEGATIONS
        return [*links, pill(self.tr("and {n} more").format(n=rest))] if rest > 0 else links

    def _series(self, event: Event) -> None:
        """Show the other events of the same series, the newest first."""
        if not event.series.strip():
            return
        named: list[Event] = self.store.all(Query(Event, (("series", "!=", ""),), "starts_on", descending=True))
        others = [one for one in named if one.id != event.id and fold(one.series) == fold(event.series)]
        if others:
            card = self.card(self.tr("Others of this series"), str(len(others)))
            for one in others[:_SHOWN]:
                days = short_range(one.starts_on, one.ends_on) if one.starts_on else ""
                card.body.addWidget(
                    self.link(", ".join(filter(None, (self.session.name(one), days))), Goal("events", one.id))
                )

    # ---- what was logged there ----

    def _here(self, event: Event) -> Condition:
        """Return the condition that keeps what belongs to a contact at the event."""
        return ("outreach", "in", Query(Outreach, (("event", "=", event.id),)))

    def _programme(self, event: Event) -> None:
        slots: list[Meeting] = self.store.all(Query(Meeting, (("event", "=", event.id),)))
        if not slots:
            return
        card = self.card(self.tr("Programme"), str(len(slots)))
        names = SlotNames(self.session, slots)
        ordered = in_order(slots)
        coming = [one for one in ordered if one.on >= self.session.today] or ordered
        for one in coming[:_SHOWN]:
            when = " ".join(filter(None, (short_date(one.on), names.hours(one))))
            card.body.addWidget(self.link(f"{when}, {names.title(one)}", Goal("programme", one.id)))
        if len(slots) > _SHOWN:
            card.body.addWidget(self.link(self.tr("See all"), Goal("programme", event.id)))

    def _contacts(self, event: Event) -> None:
        where = (("event", "=", event.id),)
        contacts: list[Outreach] = self.store.all(
            Query(Outreach, where, order_by="held_on", descending=True, limit=_SHOWN)
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

    def _promises(self, event: Event) -> None:
        said = Query(Statement, (("event", "=", event.id), ("source", "is_not", None)), select="source")
        sources = self.store.ids(said)
        ids = self.store.ids(Query(Commitment, (self._here(event),), "made_on", descending=True))
        if sources:
            ids += self.store.ids(Query(Commitment, (("source", "in", sources),), "made_on", descending=True))
        ids = list(dict.fromkeys(ids))
        card = self._logged(self.tr("Promises made there"), ids)
        if card is None:
            return
        for one in self.store.many(Commitment, ids[:_SHOWN]):
            act = self.session.label(one.act).lower()
            words = ": ".join(filter(None, (self._country(one.participant), act)))
            card.body.addWidget(self.link(words, Goal("commitments", one.id)))
        rule = self.tr("Promises made at {event}").format(event=self.session.name(event))
        self._add_rest(card, "commitments", ids, rule)

    def _tasks(self, event: Event) -> None:
        ids = self.store.ids(Query(FollowUp, (("event", "=", event.id),), "due_on"))
        ids += self.store.ids(Query(FollowUp, (self._here(event),), "due_on"))
        ids = list(dict.fromkeys(ids))
        card = self._logged(self.tr("Follow-ups from there"), ids)
        if card is None:
            return
        for one in self.store.many(FollowUp, ids[:_SHOWN]):
            due = short_date(one.due_on) if one.due_on else ""
            words = " · ".join(filter(None, (one.what, self._country(one.participant), due)))
            card.body.addWidget(self.link(words, Goal("follow_ups", one.id)))
        rule = self.tr("Follow-ups from {event}").format(event=self.session.name(event))
        self._add_rest(card, "follow_ups", ids, rule)

    def _statements(self, event: Event) -> None:
        tally = self.store.tally(Query(Statement, (("event", "=", event.id),)), "mention")
        heard = [m for m in (Mention.MENTIONED, Mention.NOT_MENTIONED) if tally.get(m)]
        if not heard:
            return
        card = self.card(self.tr("Plenary"), str(sum(tally[m] for m in heard)))
        counts = [f"{self.session.label(m)}: {tally[m]}" for m in heard]
        card.body.addWidget(text_of(name="", text=joined(counts, self.session.language)))
        card.body.addWidget(self.link(self.tr("See who said what"), Goal("plenary", event.id)))

    def _logged(self, title: str, ids: Sequence[str]) -> Card | None:
        return self.card(title, str(len(ids))) if ids else None

    def _add_rest(self, card: Card, page: str, ids: Sequence[str], rule: str) -> None:
        if len(ids) > _SHOWN:
            goal = Goal(page, where=(("id", "in", list(ids)),), rule=rule)
            card.body.addWidget(self.link(self.tr("See all"), goal))

    def _country(self, participant: str | None) -> str:
        place = self.session.board().places.get(participant or "")
        return self.session.name(place.participant) if place else ""
