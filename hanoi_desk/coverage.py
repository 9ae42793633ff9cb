"""Which of our missions looks after a State on a day, from dated records; pure.

One rule for handing over: what begins ends an earlier one of its role the day before; any other overlap is a clash,
which the desk refuses.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from hanoi_desk.records import Coverage, CoverageRole, Mission, Officer
from hanoi_desk.values import Value, frozen

#: The roles that one mission at a time can have for a participant; of the others there may be several.
SINGLE = frozenset({CoverageRole.LEAD, CoverageRole.NEW_YORK, CoverageRole.VIENNA, CoverageRole.GENEVA})

_ORDER = tuple(CoverageRole)
_DAY = timedelta(days=1)


@frozen
class Turn(Value):
    """What is to be kept, and what is to be deleted, so that a responsibility changes."""

    kept: tuple[Coverage, ...] = ()
    removed: tuple[Coverage, ...] = ()

    def after(self, coverages: Iterable[Coverage]) -> list[Coverage]:
        """Return all coverages as they are when this is done."""
        gone = {c.id for c in self.removed}
        new = {c.id: c for c in self.kept}
        held = [new.pop(c.id, c) for c in coverages if c.id not in gone]
        return [*held, *new.values()]


class Flaw(StrEnum):
    """What can be wrong between records of responsibility."""

    OVERLAP = "overlap"
    MISSION_CLOSED = "mission_closed"


@frozen
class Problem(Value):
    """A flaw of one record, and the other record that it overlaps, if it is that."""

    flaw: Flaw
    coverage: Coverage
    other: Coverage | None = None


def holds(first: date | None, last: date | None, day: date) -> bool:
    """Tell whether a day is among those from the first to the last, either of which may be unknown."""
    return (first is None or first <= day) and (last is None or day <= last)


def covers(coverage: Coverage, day: date) -> bool:
    """Tell whether it holds on a day; without a first or last day it holds from ever or for ever."""
    return holds(coverage.from_on, coverage.to_on, day)


def is_open(mission: Mission, day: date) -> bool:
    """Tell whether a mission is there on a day."""
    return holds(mission.from_on, mission.to_on, day)


def serves(officer: Officer, day: date) -> bool:
    """Tell whether one of our people is in post on a day."""
    return holds(officer.from_on, officer.to_on, day)


def leads(coverages: Iterable[Coverage], day: date) -> dict[str, str]:
    """Return the mission in the lead on a day by participant; of two, the one that began last."""
    found: dict[str, Coverage] = {}
    for one in coverages:
        if one.role is CoverageRole.LEAD and covers(one, day):
            found[one.participant] = max(found.get(one.participant, one), one, key=_begin)
    return {participant: one.mission for participant, one in found.items()}


def standing(coverages: Iterable[Coverage], day: date) -> dict[str, tuple[Coverage, ...]]:
    """Return what holds on a day by participant, by role, then the one that began last first."""
    found: dict[str, list[Coverage]] = defaultdict(list)
    for one in coverages:
        if covers(one, day):
            found[one.participant].append(one)
    return {participant: tuple(in_order(own)) for participant, own in found.items()}


def in_order(coverages: Iterable[Coverage]) -> list[Coverage]:
    """Return them by role, then the one that began last first: a history as it is read."""
    newest_first = sorted(coverages, key=_begin, reverse=True)
    return sorted(newest_first, key=lambda c: _ORDER.index(c.role))


def problems(coverages: Iterable[Coverage], missions: Mapping[str, Mission] | None = None) -> list[Problem]:
    """Return what is wrong between the records: days on which two have one role, or the mission is not there.

    Each one that overlaps others is told once. `missions` are ours by identifier; without them only overlaps are
    looked for.
    """
    found: list[Problem] = []
    alike: dict[tuple[str, ...], list[Coverage]] = defaultdict(list)
    for one in coverages:
        alike[_slot(one)].append(one)
        mission = (missions or {}).get(one.mission)
        if mission is not None and not _within(one, mission):
            found.append(Problem(Flaw.MISSION_CLOSED, one))
    for own in alike.values():
        # In the order in which they begin, the one that ends last tells for all before it.
        latest, *later = sorted(own, key=_begin)
        for one in later:
            if _overlap(latest, one):
                found.append(Problem(Flaw.OVERLAP, one, latest))
            latest = max(latest, one, key=_end)
    return found


def assigned(
    coverages: Iterable[Coverage],
    participant: str,
    role: CoverageRole,
    missions: Sequence[str],
    day: date,
    *,
    dated: bool = False,
) -> Turn:
    """Return how just these missions have a role for a participant from a day on; what was before stays.

    What began on that very day is given to another mission or deleted. The first of its role has no first day, since
    nobody knows it, unless the day is `dated`; what begins lasts until the day before the next one known.
    """
    own = [c for c in coverages if c.participant == participant and c.role is role]
    now = [c for c in own if covers(c, day)]
    going = [c for c in now if c.mission not in missions]
    coming = [m for m in dict.fromkeys(missions) if m not in {c.mission for c in now}]
    kept: list[Coverage] = []
    removed: list[Coverage] = []
    for one in going:
        if one.from_on != day:
            kept.append(replace(one, to_on=day - _DAY))
        elif coming and role in SINGLE:
            kept.append(replace(one, mission=coming.pop(0)))
        else:
            removed.append(one)
    for mission in coming:
        new = Coverage(participant=participant, mission=mission, role=role, from_on=day)
        others = [c for c in own if _slot(c) == _slot(new)]
        begins = day if dated or others else None
        kept.append(replace(new, from_on=begins, to_on=_day_before_next(others, day)))
    return Turn(tuple(kept), tuple(removed))


def handed_over(
    coverages: Iterable[Coverage], participant: str, mission: str | None, day: date, *, dated: bool = False
) -> Turn:
    """Return how a mission, or none, is in the lead from a day on; see `assigned`."""
    return assigned(coverages, participant, CoverageRole.LEAD, (mission,) if mission else (), day, dated=dated)


def placed(coverages: Iterable[Coverage], new: Coverage) -> Turn:
    """Return how a record is kept beside the others: an earlier one of its role ends the day before it begins.

    One without a last day lasts until the day before the next. What overlaps otherwise is left: see `problems`.
    """
    others = [c for c in coverages if c.id != new.id and _slot(c) == _slot(new)]
    if new.from_on is None:
        return Turn((new,))
    if new.to_on is None:
        new = replace(new, to_on=_day_before_next(others, new.from_on))
    assert new.from_on is not None
    before = [c for c in others if (c.from_on or date.min) < new.from_on <= (c.to_on or date.max)]
    shortened = [replace(c, to_on=new.from_on - _DAY) for c in before if _end(c) <= _end(new)]
    return Turn((new, *shortened))


def begun(coverages: Iterable[Coverage], coverage: Coverage, from_on: date | None) -> Turn:
    """Return how a record begins on another day; the one that ended the day before it goes on until then."""
    changed = replace(coverage, from_on=from_on)
    if from_on is None or coverage.from_on is None:
        return placed(coverages, changed)
    eve = coverage.from_on - _DAY
    before = [c for c in coverages if c.id != coverage.id and _slot(c) == _slot(coverage) and c.to_on == eve]
    moved = [replace(c, to_on=from_on - _DAY) for c in before if (c.from_on or date.min) < from_on]
    return Turn((changed, *moved))


def _overlap(a: Coverage, b: Coverage) -> bool:
    return (a.from_on or date.min) <= _end(b) and (b.from_on or date.min) <= _end(a)


def _within(coverage: Coverage, mission: Mission) -> bool:
    """Tell whether the mission is there on all days that are written down for the responsibility.

    One without a last day ends with its mission only when someone writes that down.
    """
    opens, closes = mission.from_on or date.min, mission.to_on or date.max
    return (coverage.from_on is None or coverage.from_on >= opens) and _end(coverage) <= closes


def _day_before_next(others: Iterable[Coverage], day: date) -> date | None:
    later = [c.from_on for c in others if c.from_on and c.from_on > day]
    return min(later) - _DAY if later else None


def _slot(coverage: Coverage) -> tuple[str, ...]:
    """Return what no two records may share on a day: a role of one mission, or the mission in a role of several."""
    slot = (coverage.participant, coverage.role.value)
    return slot if coverage.role in SINGLE else (*slot, coverage.mission)


def _end(coverage: Coverage) -> date:
    return coverage.to_on or date.max


def _begin(coverage: Coverage) -> tuple[date, str]:
    return coverage.from_on or date.min, coverage.id
