"""A sheet of who looks after whom beside the desk: what is new, what changes, what can't be taken, and taking it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hanoi_desk.coverage import Turn, assigned, covers, placed, problems
from hanoi_desk.coverage_table import CoverageTable, TableRow, kind_of, short_name
from hanoi_desk.desk.names import participant_names
from hanoi_desk.names import Named, NameIndex
from hanoi_desk.records import Coverage, CoverageRole, Mission
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.text import fold

_MAYBE = 4


class RowKind(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"
    FAULTY = "faulty"


class Reason(StrEnum):
    """Why a row, or a part of it, is not taken."""

    NO_STATE = "no_state"
    UNKNOWN_STATE = "unknown_state"
    AMBIGUOUS_STATE = "ambiguous_state"
    NO_MISSION = "no_mission"
    AMBIGUOUS_MISSION = "ambiguous_mission"
    NOT_CREATED = "not_created"
    BAD_DATE = "bad_date"
    ENDS_BEFORE_START = "ends_before_start"
    OVERLAP = "overlap"


#: What can be taken.
TAKEABLE = (RowKind.NEW, RowKind.CHANGED)


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row with what it would do; `maybe` are the participants that an unclear name may mean."""

    row: TableRow
    kind: RowKind
    participant: str = ""
    reason: Reason | None = None
    about: str = ""  # the name or the text that the reason speaks of
    maybe: tuple[str, ...] = ()
    before: tuple[Coverage, ...] = ()  # what the row takes over from
    after: tuple[Coverage, ...] = ()  # what it would write


@dataclass(frozen=True, slots=True)
class CoverageComparison:
    """The rows of a sheet beside the desk, the missions that would be created, and what would be written."""

    table: CoverageTable
    rows: tuple[ComparedRow, ...]
    unknown: tuple[Mission, ...]  # named in the sheet, not on the desk: created unless declined
    new: tuple[Mission, ...]  # those of them that a row taken needs
    turn: Turn

    def of(self, kind: RowKind) -> tuple[ComparedRow, ...]:
        """Return the rows of one kind, in the order of the sheet."""
        return tuple(one for one in self.rows if one.kind is kind)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not (self.turn.kept or self.turn.removed)


def compare_coverage(
    store: Store,
    table: CoverageTable,
    day: date,
    *,
    leave: Collection[int] = (),
    decline: Collection[str] = (),
    meant: Mapping[str, str] | None = None,
) -> CoverageComparison:
    """Return what a sheet would change, its rows without dates holding from `day` on; nothing is written.

    `leave` are numbers of rows that are not taken, `decline` names of missions that are not to be created; `meant`
    says which participant a person chose for a name that none or several bear.
    """
    chosen = {fold(name): participant for name, participant in (meant or {}).items()}
    return _Comparing(store, table, day, leave, {fold(name) for name in decline}, chosen).compared()


def import_coverage(store: Store, comparison: CoverageComparison) -> int:
    """Write what was compared as one save, and return how many responsibilities it wrote or deleted."""
    turn = comparison.turn
    with store.change(Action.IMPORT_MISSIONS, comparison.table.name) as change:
        for mission in comparison.new:
            change.save(mission)
        for coverage in turn.kept:
            change.save(coverage)
        for gone in turn.removed:
            change.delete(gone)
    return len(turn.kept) + len(turn.removed)


class _Unclear(Exception):
    """A row that can't be taken as it is."""

    def __init__(
        self, reason: Reason, about: str = "", maybe: Sequence[str] = (), kind: RowKind = RowKind.FAULTY
    ) -> None:
        super().__init__(reason.value)
        self.reason, self.about, self.maybe, self.kind = reason, about, tuple(maybe), kind


class _Comparing:
    """One pass over the rows; each sees what the rows before it would have written."""

    def __init__(
        self,
        store: Store,
        table: CoverageTable,
        day: date,
        leave: Collection[int],
        declined: set[str],
        meant: Mapping[str, str],
    ) -> None:
        self._table, self._day, self._leave, self._declined, self._meant = table, day, leave, declined, meant
        self._states = participant_names(store)
        stored: list[Coverage] = store.all(Query(Coverage))
        self._stored = {c.id: c for c in stored}
        self._held: dict[str, list[Coverage]] = defaultdict(list)
        for one in stored:
            self._held[one.participant].append(one)
        missions: list[Mission] = store.all(Query(Mission))
        self._missions = NameIndex(Named(m.id, tuple(filter(None, (m.name_en, m.name_vi)))) for m in missions)
        self._short: dict[str, set[str]] = defaultdict(set)
        for mission in missions:
            for name in filter(None, (mission.name_en, mission.name_vi)):
                self._short[short_name(name)].add(mission.id)
        self._in_city: dict[str, set[str]] = defaultdict(set)
        for mission in missions:
            for city in filter(None, (mission.city_en, mission.city_vi)):
                self._in_city[fold(city)].add(mission.id)
        self._unknown: dict[str, Mission] = {}

    def compared(self) -> CoverageComparison:
        rows = tuple(self._compared(row) for row in self._table.rows)
        now = {c.id: c for own in self._held.values() for c in own}
        turn = Turn(
            tuple(c for c in now.values() if self._stored.get(c.id) != c),
            tuple(c for c in self._stored.values() if c.id not in now),
        )
        needed = {c.mission for c in turn.kept}
        unknown = tuple(self._unknown.values())
        return CoverageComparison(self._table, rows, unknown, tuple(m for m in unknown if m.id in needed), turn)

    def _compared(self, row: TableRow) -> ComparedRow:
        participant = ""
        try:
            participant = self._state(row)
            turn = self._turn(row, participant)
        except _Unclear as unclear:
            return ComparedRow(row, unclear.kind, participant, unclear.reason, unclear.about, unclear.maybe)
        held = {c.id: c for c in self._held[participant]}
        after = tuple(c for c in turn.kept if held.get(c.id) != c)
        before = (*(held[c.id] for c in after if c.id in held), *turn.removed)
        if not after and not turn.removed:
            return ComparedRow(row, RowKind.SAME, participant)
        if row.number not in self._leave:
            self._held[participant] = turn.after(self._held[participant])
        kind = RowKind.CHANGED if before else RowKind.NEW
        return ComparedRow(row, kind, participant, before=before, after=after)

    def _state(self, row: TableRow) -> str:
        if not row.state:
            raise _Unclear(Reason.NO_STATE, kind=RowKind.UNMATCHED)
        found = self._meant.get(fold(row.state)) or self._states.find(row.state)
        if found is None:
            maybe = self._states.complete(row.state, _MAYBE)
            if maybe:
                raise _Unclear(Reason.AMBIGUOUS_STATE, row.state, maybe, RowKind.AMBIGUOUS)
            raise _Unclear(Reason.UNKNOWN_STATE, row.state, kind=RowKind.UNMATCHED)
        return found

    def _turn(self, row: TableRow, participant: str) -> Turn:
        if row.bad_date:
            raise _Unclear(Reason.BAD_DATE, row.bad_date)
        if row.from_on and row.to_on and row.to_on < row.from_on:
            raise _Unclear(Reason.ENDS_BEFORE_START)
        if not row.missions:
            raise _Unclear(Reason.NO_MISSION)
        held = list(self._held[participant])
        by_role: dict[CoverageRole, list[str]] = defaultdict(list)
        for role, name in row.missions:
            by_role[role].append(self._mission(name))
        kept: dict[str, Coverage] = {}
        removed: list[Coverage] = []
        for role, missions in by_role.items():
            for turn in self._turns(row, participant, role, missions, held):
                held = turn.after(held)
                kept |= {c.id: c for c in turn.kept}
                removed += turn.removed
        touched = set(kept)
        for problem in problems(held):
            if problem.coverage.id in touched or (problem.other and problem.other.id in touched):
                raise _Unclear(Reason.OVERLAP)
        return Turn(tuple(kept.values()), tuple(removed))

    def _turns(
        self, row: TableRow, participant: str, role: CoverageRole, missions: list[str], held: list[Coverage]
    ) -> Iterable[Turn]:
        own = [c for c in held if c.role is role]
        if row.from_on is None and row.to_on is None:
            # A State may have several accredited missions on several rows: none of them ends another.
            there = [c.mission for c in own if role is CoverageRole.CONCURRENT and covers(c, self._day)]
            turn = assigned(held, participant, role, [*there, *missions], self._day)
            begun = {c.id for c in own}
            yield replace(turn, kept=tuple(c if c.id in begun else replace(c, note=row.note) for c in turn.kept))
            return
        for mission in missions:
            wanted = Coverage(
                participant=participant, mission=mission, role=role, from_on=row.from_on, to_on=row.to_on, note=row.note
            )
            known = next((c for c in own if c.mission == mission and _share_days(c, wanted)), None)
            if known:
                wanted = replace(known, from_on=row.from_on, to_on=row.to_on, note=row.note or known.note)
            turn = placed(held, wanted)
            yield turn
            held = turn.after(held)

    def _mission(self, name: str) -> str:
        if found := self._missions.find(name):
            return found
        for alike in (self._short.get(short_name(name), set()), self._in_city.get(fold(name), set())):
            if len(alike) > 1:
                raise _Unclear(Reason.AMBIGUOUS_MISSION, name, kind=RowKind.AMBIGUOUS)
            if alike:
                return next(iter(alike))
        key = short_name(name) or fold(name)
        self._unknown.setdefault(key, Mission(kind=kind_of(name), name_en=name, name_vi=name))
        if fold(self._unknown[key].name_en) in self._declined:
            raise _Unclear(Reason.NOT_CREATED, name, kind=RowKind.UNMATCHED)
        return self._unknown[key].id


def _share_days(a: Coverage, b: Coverage) -> bool:
    first = max(a.from_on or date.min, b.from_on or date.min)
    return first <= min(a.to_on or date.max, b.to_on or date.max)
