"""Which of our missions looks after a State on a day, from dated records; pure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hanoi_desk.records import Coverage, CoverageRole


def covers(coverage: Coverage, day: date) -> bool:
    """Tell whether it holds on a day; without a first or last day it holds from ever or for ever."""
    return (coverage.from_on is None or coverage.from_on <= day) and (coverage.to_on is None or day <= coverage.to_on)


def leads(coverages: Iterable[Coverage], day: date) -> dict[str, str]:
    """Return the mission in the lead on a day by participant; of two, the one that began last."""
    found: dict[str, Coverage] = {}
    for one in coverages:
        if one.role is CoverageRole.LEAD and covers(one, day):
            found[one.participant] = max(found.get(one.participant, one), one, key=_begin)
    return {participant: one.mission for participant, one in found.items()}


def handed_over(coverages: Iterable[Coverage], participant: str, mission: str | None, day: date) -> list[Coverage]:
    """Return what is to be kept so that a mission, or none, is in the lead from a day on; what was before stays.

    Give all the coverages of the participant. A lead that began on that very day is given to the new mission.
    """
    standing = [c for c in coverages if c.participant == participant and c.role is CoverageRole.LEAD and covers(c, day)]
    if mission is not None and leads(standing, day).get(participant) == mission:
        return []
    begun_today = [c for c in standing if c.from_on == day]
    kept = [replace(c, to_on=day - timedelta(days=1)) for c in standing if c not in begun_today]
    if mission is None:
        return [*kept, *(replace(c, from_on=None, to_on=day - timedelta(days=1)) for c in begun_today)]
    if begun_today:
        return [*kept, replace(begun_today[0], mission=mission), *begun_today[1:]]
    return [*kept, Coverage(participant=participant, mission=mission, from_on=day if standing else None)]


def _begin(coverage: Coverage) -> tuple[date, str]:
    return coverage.from_on or date.min, coverage.id
