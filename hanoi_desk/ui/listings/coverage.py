"""Every State with those of our missions that look after it on a day."""

from collections.abc import Sequence
from datetime import date

from hanoi_desk.coverage import Problem, is_open, problems, standing
from hanoi_desk.language import Language, short_date
from hanoi_desk.records import Coverage, CoverageRole, Mission, Participant
from hanoi_desk.store import Change, Query
from hanoi_desk.text import sort_key
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Ids, Listed, Row
from hanoi_desk.ui.session import Session

#: What each column holds, from the left: the role of a mission, or something else by name.
COLUMNS: tuple[CoverageRole | str, ...] = (
    "state",
    CoverageRole.LEAD,
    "since",
    CoverageRole.CONCURRENT,
    CoverageRole.NEW_YORK,
    CoverageRole.VIENNA,
    CoverageRole.GENEVA,
)


class CoverageListing(Listing):
    """Who looks after whom as of `day`, today when it is None; a few hundred rows, all at hand."""

    kind = Participant
    tables = ("participant", "coverage", "mission")
    day: date | None = None

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._held: list[Coverage] | None = None
        self._missions: dict[str, Mission] = {}
        session.changed.connect(self._forget_coverage)

    @property
    def on(self) -> date:
        """The day that is shown."""
        return self.day or self.session.today

    @property
    def key(self) -> str:
        return "coverage"

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Country"), 7.6, 3, 0, "title"),
            Column(self.tr("In the lead"), 9.4, 5, 0, "lead"),
            Column(self.tr("Since"), 6.0, 0, 1, "since"),
            Column(self.tr("Accredited"), 6.4, 3, 2, key="concurrent"),
            Column(self.tr("New York"), 5.4, 2, 3, key="new_york"),
            Column(self.tr("Vienna"), 5.4, 2, 4, key="vienna"),
            Column(self.tr("Geneva"), 5.4, 2, 5, key="geneva"),
        )

    def counters(self) -> tuple[Counter, ...]:
        shown = [Counter("no_lead", self.tr("No lead"), len(self._among("no_lead")), Tone.AMBER)]
        if self.own_mission:
            shown.append(Counter("ours", self.tr("Ours"), len(self._among("ours")), Tone.BLUE))
        if wrong := self._among("to_check"):
            shown.append(Counter("to_check", self.tr("To be checked"), len(wrong), Tone.RED))
        return tuple(shown)

    def facets(self) -> tuple[Facet, ...]:
        return self.group_facet(), self.mission_facet()

    def amount(self, number: int) -> str:
        return self.tr("%n participant(s)", "", number)

    def ids(self, wanted: Wanted) -> Ids:
        places = self.session.board().places
        shown = [place.participant for place in places.values()]
        if wanted.text.strip():
            named = set(self.session.names.complete(wanted.text, len(shown)))
            shown = [p for p in shown if p.id in named]
        if wanted.counter:
            among = self._among(wanted.counter)
            shown = [p for p in shown if p.id in among]
        if group := wanted.facets.get("group"):
            shown = [p for p in shown if p.group == group]
        if mission := wanted.facets.get("mission"):
            theirs = {c.participant for own in self.by_state().values() for c in own if c.mission == mission}
            shown = [p for p in shown if p.id in theirs]
        if wanted.where:
            asked = set(self.store.ids(Query(Participant, wanted.where)))
            shown = [p for p in shown if p.id in asked]
        shown.sort(key=lambda p: sort_key(self.session.name(p)))
        if wanted.sort in ("lead", "since"):
            shown.sort(key=lambda p: self._by_lead(p, wanted.sort))
        return Listed([p.id for p in (reversed(shown) if wanted.descending else shown)])

    def rows(self, ids: Sequence[str]) -> list[Row]:
        names, held = self.participants(ids), self.by_state()
        return [self._row(names.get(one, ""), held.get(one, ())) for one in ids]

    # ---- what the page asks ----

    @property
    def own_mission(self) -> str:
        """The mission that uses this desk, empty when none was named."""
        return self.store.local("mission") or ""

    @property
    def missions_by_id(self) -> dict[str, Mission]:
        """All our missions."""
        self._read()
        return self._missions

    def by_state(self) -> dict[str, tuple[Coverage, ...]]:
        """Return what holds on the day that is shown, by participant."""
        return standing(self._read(), self.on)

    def holders(self, participant: str, role: CoverageRole) -> list[Coverage]:
        """Return what holds on that day for a participant in a role."""
        return [c for c in self.by_state().get(participant, ()) if c.role is role]

    def problems(self) -> list[Problem]:
        """Return what is wrong between the records."""
        return problems(self._read(), self._missions)

    def mission_name(self, mission_id: str) -> str:
        """Return the name of a mission."""
        mission = self.missions_by_id.get(mission_id)
        return self.session.name(mission) if mission else self.tr("a deleted mission")

    # ---- inside ----

    def _row(self, name: str, held: Sequence[Coverage]) -> Row:
        cells: list[Cell] = []
        for column in COLUMNS:
            if column == "state":
                cells.append(Cell(name, strong=True))
            elif column == "since":
                since = next((c.from_on for c in held if c.role is CoverageRole.LEAD), None)
                cells.append(Cell(short_date(since) if since else "", muted=True))
            else:
                own = [c for c in held if c.role is column]
                called = self.mission_name if column is CoverageRole.LEAD else self._short_name
                words = ", ".join(dict.fromkeys(called(c.mission) for c in own))
                gone = any(not self._is_there(c.mission) for c in own)
                cells.append(Cell(words, Tone.RED if gone else None, muted=column is not CoverageRole.LEAD))
        return tuple(cells)

    def _short_name(self, mission_id: str) -> str:
        """Return the city of a mission where it is the only one there, its name else."""
        mission = self._missions.get(mission_id)
        alike = [m for m in self._missions.values() if mission and m.city_en == mission.city_en]
        if mission is None or not mission.city_en or len(alike) > 1:
            return self.mission_name(mission_id)
        return (mission.city_vi if self.session.language is Language.VI else "") or mission.city_en

    def _is_there(self, mission_id: str) -> bool:
        mission = self._missions.get(mission_id)
        return mission is not None and is_open(mission, self.on)

    def _among(self, counter: str) -> set[str]:
        held = self.by_state()
        if counter == "to_check":
            return {p.coverage.participant for p in self.problems()}
        if counter == "ours":
            return {one for one, own in held.items() if any(c.mission == self.own_mission for c in own)}
        led = {one for one, own in held.items() if any(c.role is CoverageRole.LEAD for c in own)}
        return set(self.session.board().places) - led

    def _by_lead(self, participant: Participant, sort: str) -> tuple[bool, str]:
        lead = next(iter(self.holders(participant.id, CoverageRole.LEAD)), None)
        if lead is None:
            return True, ""
        return False, sort_key(self.mission_name(lead.mission)) if sort == "lead" else str(lead.from_on or "")

    def _read(self) -> list[Coverage]:
        if self._held is None:
            self._held = self.store.all(Query(Coverage))
            self._missions = {m.id: m for m in self.store.all(Query(Mission))}
        return self._held

    def _forget_coverage(self, change: Change) -> None:
        if change.concerns(*self.tables):
            self._held = None
