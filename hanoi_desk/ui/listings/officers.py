"""Our own people: who serves where on a day, and what is open in their names."""

from collections.abc import Sequence
from datetime import date

from hanoi_desk.coverage import covers, serves
from hanoi_desk.desk.missions import OPEN_ASKS
from hanoi_desk.language import short_date
from hanoi_desk.records import Ask, Coverage, FollowUp, FollowUpState, Officer
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Row


class OfficerListing(Listing):
    """Officers as of `day`, today when it is None."""

    kind = Officer
    tables = ("officer", "mission", "follow_up", "ask", "coverage")
    day: date | None = None

    @property
    def on(self) -> date:
        """The day that is shown."""
        return self.day or self.session.today

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Name"), 8.0, 3, 0, "title"),
            Column(self.tr("Post"), 8.0, 3, 1),
            Column(self.tr("Mission"), 8.0, 3, 0),
            Column(self.tr("From"), 6.0, 0, 4, "from_on"),
            Column(self.tr("Until"), 6.0, 0, 3, "to_on"),
            Column(self.tr("Still open"), 6.0, 1, 2),
        )

    def counters(self) -> tuple[Counter, ...]:
        words = {"serving": self.tr("Serving"), "away": self.tr("Not serving"), "left_open": self.tr("To hand over")}
        tones = {"serving": Tone.BLUE, "left_open": Tone.AMBER}
        numbers = {key: len(self._among(key)) for key in words}
        shown = [key for key in words if numbers[key] or key == "serving"]
        return tuple(Counter(key, words[key], numbers[key], tones.get(key, Tone.NEUTRAL)) for key in shown)

    def facets(self) -> tuple[Facet, ...]:
        return (self.mission_facet(),)

    def amount(self, number: int) -> str:
        return self.tr("%n officer(s)", "", number)

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found: list[Condition] = [(key, "=", value) for key, value in wanted.facets.items() if value]
        if wanted.counter:
            found.append(("id", "in", self._among(wanted.counter)))
        return tuple(found)

    def of_participants(self, ids: Sequence[str]) -> Condition:
        theirs: list[Coverage] = self.store.all(Query(Coverage, (("participant", "in", list(ids)),)))
        return ("mission", "in", sorted({c.mission for c in theirs if covers(c, self.on)}))

    def rows(self, ids: Sequence[str]) -> list[Row]:
        officers = {o.id: o for o in self.store.many(Officer, ids)}
        missions = self.missions([o.mission for o in officers.values()])
        open_ones = self.open_in_name(list(officers))
        found: list[Row] = []
        for one in ids:
            o = officers.get(one)
            if o is None:
                found.append(())
                continue
            number, gone = open_ones.get(one, 0), not serves(o, self.on)
            found.append(
                (
                    Cell(o.name, strong=True, muted=gone),
                    Cell(o.title),
                    Cell(missions.get(o.mission or "", "")),
                    Cell(short_date(o.from_on) if o.from_on else "", muted=True),
                    Cell(short_date(o.to_on) if o.to_on else "", muted=True),
                    Cell(
                        self.tr("%n open", "", number) if number else "",
                        Tone.AMBER if number and o.to_on and o.to_on < self.session.today else None,
                        muted=True,
                    ),
                )
            )
        return found

    def open_in_name(self, ids: Sequence[str]) -> dict[str, int]:
        """Return how many open tasks and requests each of our people is to see to."""
        owned: Condition = ("owner", "in", list(ids))
        tasks = self.store.tally(Query(FollowUp, (owned, ("state", "=", FollowUpState.OPEN))), "owner")
        asks = self.store.tally(Query(Ask, (owned, ("state", "in", list(OPEN_ASKS)))), "owner")
        return {one: tasks.get(one, 0) + asks.get(one, 0) for one in ids}

    def _among(self, counter: str) -> list[str]:
        officers: list[Officer] = self.store.all(Query(Officer))
        if counter == "left_open":
            left = [o.id for o in officers if o.to_on and o.to_on < self.session.today]
            number = self.open_in_name(left)
            return [one for one in left if number[one]]
        return [o.id for o in officers if serves(o, self.on) == (counter == "serving")]
