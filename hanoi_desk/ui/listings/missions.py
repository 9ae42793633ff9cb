"""Our own posts, and for how many States each answers on a day."""

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from hanoi_desk.coverage import covers, is_open, serves
from hanoi_desk.language import short_date
from hanoi_desk.records import Coverage, CoverageRole, Mission, MissionKind, Officer
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.text import sort_key
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Row


class MissionListing(Listing):
    """Missions: kind, city, the States they lead for, accreditations, people; as of `day`, today when it is None."""

    kind = Mission
    tables = ("mission", "coverage", "officer", "participant")
    day: date | None = None

    @property
    def on(self) -> date:
        """The day that is shown."""
        return self.day or self.session.today

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Mission"), 8.4, 3, 0, "title"),
            Column(self.tr("Kind"), 6.4, 1, 4, "kind", at_first=False),
            Column(self.tr("City"), 5.4, 1, 3, "city_en"),
            Column(self.tr("In the lead for"), 8.0, 5, 0, key="lead"),
            Column(self.tr("Other roles for"), 6.4, 2, 1, key="others"),
            Column(self.tr("Our people"), 5.6, 0, 2, key="people"),
        )

    def counters(self) -> tuple[Counter, ...]:
        there, gone = self._open_and_closed()
        return (
            Counter("open", self.tr("Open"), len(there), Tone.BLUE),
            *((Counter("closed", self.tr("Closed or not yet open"), len(gone)),) if gone else ()),
        )

    def facets(self) -> tuple[Facet, ...]:
        return (Facet("kind", self.tr("Kind"), tuple((k.value, self.session.label(k)) for k in MissionKind)),)

    def amount(self, number: int) -> str:
        return self.tr("%n mission(s)", "", number)

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found: list[Condition] = [(key, "=", value) for key, value in wanted.facets.items() if value]
        if wanted.counter:
            there, gone = self._open_and_closed()
            found.append(("id", "in", there if wanted.counter == "open" else gone))
        return tuple(found)

    def of_participants(self, ids: Sequence[str]) -> Condition:
        theirs: list[Coverage] = self.store.all(Query(Coverage, (("participant", "in", list(ids)),)))
        return ("id", "in", sorted({c.mission for c in theirs if covers(c, self.on)}))

    def rows(self, ids: Sequence[str]) -> list[Row]:
        missions = {m.id: m for m in self.store.many(Mission, ids)}
        own: list[Coverage] = self.store.all(Query(Coverage, (("mission", "in", list(ids)),)))
        held = [c for c in own if covers(c, self.on)]
        led = self._led(held)
        others = Tally(mission for mission, _ in {(c.mission, c.participant) for c in held if c.role in _OTHERS})
        staff = self.staff(ids)
        found: list[Row] = []
        for one in ids:
            m = missions.get(one)
            if m is None:
                found.append(())
                continue
            found.append(
                (
                    Cell(self.session.name(m), strong=True, muted=not is_open(m, self.on)),
                    Cell(self.session.label(m.kind), muted=True),
                    Cell(self.city(m)),
                    Cell(led.get(one, "")),
                    Cell(self._states(others[one]), muted=True),
                    Cell(str(staff[one]) if staff[one] else "", muted=True),
                )
            )
        return found

    def staff(self, ids: Sequence[str]) -> Tally[str]:
        """Return how many of our people serve at each mission on the day."""
        people: list[Officer] = self.store.all(Query(Officer, (("mission", "in", list(ids)),)))
        return Tally(o.mission for o in people if o.mission and serves(o, self.on))

    def city(self, mission: Mission) -> str:
        """Return the city in the language of the window, and until when it is there if that is known."""
        names = (mission.city_en, mission.city_vi)
        city = (names if self.session.language.value == "en" else names[::-1])[0] or mission.city_en or mission.city_vi
        until = self.tr("until {day}").format(day=short_date(mission.to_on)) if mission.to_on else ""
        return ", ".join(part for part in (city, until) if part)

    def _led(self, held: Sequence[Coverage]) -> dict[str, str]:
        """Return the States that each mission leads for: how many, and the first of them by name."""
        names = self.participants([c.participant for c in held if c.role is CoverageRole.LEAD])
        of: dict[str, set[str]] = defaultdict(set)
        for one in held:
            if one.role is CoverageRole.LEAD and one.participant in names:
                of[one.mission].add(names[one.participant])
        return {one: f"{len(own)}: {self.listed(sorted(own, key=sort_key))}" for one, own in of.items()}

    def _states(self, number: int) -> str:
        return self.tr("%n State(s)", "", number) if number else ""

    def _open_and_closed(self) -> tuple[list[str], list[str]]:
        there, gone = list[str](), list[str]()
        for mission in self.store.all(Query(Mission)):
            (there if is_open(mission, self.on) else gone).append(mission.id)
        return there, gone


_OTHERS = frozenset(CoverageRole) - {CoverageRole.LEAD}
