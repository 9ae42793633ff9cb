"""The occasions that outreach belongs to."""

from collections.abc import Sequence

from hanoi_desk.language import short_range
from hanoi_desk.records import Event, EventKind, Outreach
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Row


class EventListing(Listing):
    """Events: when, what, where, whose, and how many contacts were logged there."""

    kind = Event
    tables = (
        *("event", "outreach", "outreach_country", "commitment", "follow_up", "meeting", "statement"),
        *("participant", "organisation", "person"),
    )
    first_sort = ("starts_on", True)

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Date"), 9.2, 0, 0, "starts_on"),
            Column(self.tr("Event"), 9.4, 5, 0, "title"),
            Column(self.tr("Kind"), 6.4, 1, 2, "kind"),
            Column(self.tr("Place"), 6.0, 2, 1, "place"),
            Column(self.tr("Hosts"), 7.0, 3, 4),
            Column(self.tr("Delegations"), 5.6, 0, 5),
            Column(self.tr("Logged there"), 6.0, 1, 3),
        )

    def counters(self) -> tuple[Counter, ...]:
        words = {"coming": self.tr("Still to come"), "now": self.tr("Today"), "past": self.tr("Past")}
        return tuple(
            Counter(
                key,
                text,
                self.store.count(Query(Event, self._when(key))),
                Tone.BLUE if key == "coming" else Tone.NEUTRAL,
            )
            for key, text in words.items()
        )

    def facets(self) -> tuple[Facet, ...]:
        return (Facet("kind", self.tr("Kind"), tuple((k.value, self.session.label(k)) for k in EventKind)),)

    def amount(self, number: int) -> str:
        return self.tr("%n event(s)", "", number)

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found = list(self._when(wanted.counter)) if wanted.counter else []
        for key, value in wanted.facets.items():
            if value:
                found.append(("hosts", "has", value) if key == "participant" else (key, "=", value))
        return tuple(found)

    def of_participants(self, ids: Sequence[str]) -> Condition:
        """Return the condition that keeps the events of which one of these is host or co-host, or that it attended."""
        asked = (Query(Event, ((name, "has", one),)) for one in ids for name in ("hosts", "co_hosts", "attended"))
        return ("id", "in", [event for query in asked for event in self.store.ids(query)])

    def rows(self, ids: Sequence[str]) -> list[Row]:
        events = {e.id: e for e in self.store.many(Event, ids)}
        hosts = self.participants([one for e in events.values() for one in (*e.hosts, *e.co_hosts)])
        bodies = self.organisations([one for e in events.values() for one in e.host_organisations])
        logged = self.store.tally(Query(Outreach, (("event", "in", list(ids)),)), "event")
        found: list[Row] = []
        for one in ids:
            e = events.get(one)
            if e is None:
                found.append(())
                continue
            names = [hosts[h] for h in (*e.hosts, *e.co_hosts) if h in hosts]
            names += [bodies[b] for b in e.host_organisations if b in bodies]
            number = logged.get(one, 0)
            found.append(
                (
                    Cell(short_range(e.starts_on, e.ends_on) if e.starts_on else ""),
                    Cell(self.session.name(e), strong=True),
                    Cell(self.session.label(e.kind), Tone.NEUTRAL),
                    Cell(e.place),
                    Cell(self.listed(names) or e.hosts_text, muted=True),
                    Cell(str(len(e.attended)) if e.attended else "", muted=True),
                    Cell(self.tr("%n contact(s)", "", number) if number else "", muted=True),
                )
            )
        return found

    def _when(self, key: str) -> tuple[Condition, ...]:
        today = self.session.today
        if key == "coming":
            return (("starts_on", ">", today),)
        over = self.store.ids(
            Query(Event, (("starts_on", "<=", today), ("ends_on", "is", None), ("starts_on", "!=", today)))
        )
        over += self.store.ids(Query(Event, (("ends_on", "<", today),)))
        if key == "past":
            return (("id", "in", over),)
        begun = self.store.ids(Query(Event, (("starts_on", "<=", today),)))
        gone = set(over)
        return (("id", "in", [one for one in begun if one not in gone]),)
