"""The log of contacts as a list, newest first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from hanoi_desk.language import short_date
from hanoi_desk.records import (
    Commitment,
    FollowUp,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachState,
    Participant,
    Record,
)
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.store.titles import title
from hanoi_desk.text import sort_key
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Asked, Cell, Ids, Listed, Row


class OutreachListing(Listing):
    """Contacts: when, with whom, what it was, what it was about, where, and what was agreed."""

    kind = Outreach
    tables = ("outreach", "outreach_country", "commitment", "follow_up", "event", "organisation", "participant")
    first_sort = ("held_on", True)
    store_decides = True  # its own `ids` only asks for less at once

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Date"), 6.0, 0, 0, "held_on"),
            Column(self.tr("With"), 7.0, 3, 0, "with"),
            Column(self.tr("Kind"), 6.4, 1, 2, "kind"),
            Column(self.tr("About"), 8.4, 4, 1, "title"),
            Column(self.tr("Event or place"), 7.0, 2, 3, "where"),
            Column(self.tr("Agreed"), 7.2, 1, 4, "agreed"),
            Column(self.tr("Mission"), 6.4, 1, 5, "mission", at_first=False),
            Column(self.tr("State"), 5.0, 0, 6, "state", at_first=False),
            Column(self.tr("Reference"), 5.0, 0, 7, "reference", at_first=False),
        )

    def facets(self) -> tuple[Facet, ...]:
        kinds = tuple((kind.value, self.session.label(kind)) for kind in OutreachKind)
        states = tuple((state.value, self.session.label(state)) for state in OutreachState)
        when = (
            ("7", self.tr("the last 7 days")),
            ("30", self.tr("the last 30 days")),
            ("year", self.tr("this year")),
            ("ahead", self.tr("still to come")),
        )
        return (
            Facet("when", self.tr("When"), when),
            Facet("kind", self.tr("Kind"), kinds),
            self.group_facet(),
            self.mission_facet(),
            Facet("state", self.tr("State"), states),
        )

    def amount(self, number: int) -> str:
        return self.tr("%n contact(s)", "", number)

    def ids(self, wanted: Wanted) -> Ids:
        if wanted.is_all and wanted.sort in ("held_on", "title"):
            return Asked(self.store, Query(Outreach, order_by=wanted.sort, descending=wanted.descending))
        orders: dict[str, Callable[[], Mapping[str, Any]]] = {
            "with": self._first_countries,
            "where": self._places,
            "agreed": self._numbers,
        }
        computed = orders.get(wanted.sort)
        if computed is None:
            return super().ids(wanted)
        ids = super().ids(replace(wanted, sort="held_on", descending=True))
        return Listed(self.by_words(ids.window(0, len(ids)), computed(), wanted.descending))

    def _first_countries(self) -> dict[str, str]:
        """Return what the name of the country named first sorts by, for each contact."""
        names = self.link_names("participant")
        outreach, participant = self._fields(OutreachCountry, "outreach", "participant", order="-position")
        return {one: names.get(country, "") for one, country in zip(outreach, participant, strict=True)}

    def _places(self) -> dict[str, str]:
        """Return what event or place sort by, for each contact that has one."""
        events, words = self.link_names("event"), cache(sort_key)
        has_event: tuple[Condition, ...] = (("event", "is_not", None),)
        at, event = self._fields(Outreach, "id", "event", where=has_event)
        there, place = self._fields(Outreach, "id", "place", where=(("place", "!=", ""),))
        found = {one: words(name) for one, name in zip(there, place, strict=True)}
        return found | {one: events[it] for one, it in zip(at, event, strict=True) if it in events}

    def _numbers(self) -> dict[str, tuple[int, int]]:
        """Return how many promises and tasks came of each contact."""
        promises = self.store.tally(Query(Commitment), "outreach")
        tasks = self.store.tally(Query(FollowUp), "outreach")
        return {one: (promises.get(one, 0), tasks.get(one, 0)) for one in {*promises, *tasks} if one}

    def _fields(
        self, kind: type[Record], *names: str, where: tuple[Condition, ...] = (), order: str | tuple[str, ...] = ()
    ) -> list[list[str]]:
        """Return the values of some fields, each as a column; the last record of an `order` comes last."""
        return [self.store.ids(Query(kind, where, order_by=order, select=name)) for name in names]

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found: list[Condition] = []
        for key, value in wanted.facets.items():
            if not value:
                continue
            if key == "when":
                found += self._when(value)
            elif key == "group":
                found.append(self._countries(("participant", "in", Query(Participant, (("group", "=", value),)))))
            elif key == "participant":
                found.append(self._countries(("participant", "=", value)))
            else:
                found.append((key, "=", value))
        return tuple(found)

    def of_participants(self, ids: Sequence[str]) -> Condition:
        return self._countries(("participant", "in", list(ids)))

    def rows(self, ids: Sequence[str]) -> list[Row]:
        records = {o.id: o for o in self.store.many(Outreach, ids)}
        countries = self.countries_of(ids)
        names = self.participants([one for row in countries.values() for one in row])
        bodies = self.organisations([one for o in records.values() for one in o.organisations])
        events = self.events([o.event for o in records.values()])
        agreed = self._agreed(ids)
        missions = self.missions([o.mission for o in records.values()])
        found: list[Row] = []
        for one in ids:
            o = records.get(one)
            if o is None:
                found.append(())
                continue
            present = [names[p] for p in countries.get(one, ()) if p in names]
            present += [bodies[b] for b in o.organisations if b in bodies]
            found.append(
                (
                    Cell(short_date(o.held_on)),
                    Cell(self.listed(present), strong=True),
                    Cell(self.session.label(o.kind), Tone.NEUTRAL),
                    Cell(title(o)),
                    Cell(events.get(o.event or "", o.place), muted=True),
                    Cell(agreed.get(one, ""), muted=True),
                    Cell(missions.get(o.mission or "", ""), muted=True),
                    Cell(self.session.label(o.state), muted=True),
                    Cell(o.reference, muted=True),
                )
            )
        return found

    def _when(self, value: str) -> list[Condition]:
        today = self.session.today
        if value == "ahead":
            return [("held_on", ">", today)]
        if value == "year":
            return [("held_on", ">=", date(today.year, 1, 1)), ("held_on", "<=", today)]
        return [("held_on", ">", today - timedelta(days=int(value))), ("held_on", "<=", today)]

    def _countries(self, condition: Condition) -> Condition:
        return ("id", "in", Query(OutreachCountry, (condition,), select="outreach"))

    def _agreed(self, ids: Sequence[str]) -> dict[str, str]:
        where: tuple[Condition, ...] = (("outreach", "in", list(ids)),)
        promises = self.store.tally(Query(Commitment, where), "outreach")
        tasks = self.store.tally(Query(FollowUp, where), "outreach")
        found = {}
        for one in ids:
            parts = []
            if one in promises:
                parts.append(self.tr("%n commitment(s)", "", promises[one]))
            if one in tasks:
                parts.append(self.tr("%n follow-up(s)", "", tasks[one]))
            # A number stays with its word where the line is broken.
            found[one] = ", ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)
        return found
