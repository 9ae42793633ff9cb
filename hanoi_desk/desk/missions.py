"""Our own missions and people: who looks after whom, and who takes over from whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hanoi_desk.coverage import Problem, Turn, assigned, begun, placed, problems
from hanoi_desk.desk.refused import Refused, refuse_faulty, tidied
from hanoi_desk.records import (
    Ask,
    AskState,
    Coverage,
    CoverageRole,
    FollowUp,
    FollowUpState,
    Mission,
    Officer,
    Participant,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.titles import title

#: What is still owed of a request.
OPEN_ASKS = (AskState.OPEN, AskState.PROMISED)


class Overlapping(Refused):
    """Raised before anything is written, when a mission would have a role on a day on which another has it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__([])
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Left:
    """What is open in the name of one of our people."""

    tasks: tuple[FollowUp, ...]
    asks: tuple[Ask, ...]

    def __len__(self) -> int:
        return len(self.tasks) + len(self.asks)


def assign(
    store: Store,
    participant: str,
    role: CoverageRole,
    missions: Sequence[str],
    day: date,
    *,
    dated: bool = False,
    new: Sequence[Mission] = (),
) -> None:
    """Note that just these missions have a role for a participant from a day on; what was before stays.

    With `dated` the day is written even where nobody had the role before; `new` missions are kept in the same save.
    :raises Refused: when a new mission has no name, or more than one is given a role that only one can have.
    """
    refuse_faulty(new)
    held = _held(store, participant)
    _write(store, participant, held, assigned(held, participant, role, missions, day, dated=dated), new)


def keep_coverage(store: Store, coverage: Coverage) -> Coverage:
    """Keep a responsibility, new or mended; an earlier one of its role ends the day before it begins.

    :raises Refused: when it breaks a rule; as Overlapping when another one stands in its days.
    """
    held = _held(store, coverage.participant)
    turn = placed(held, tidied(coverage))
    _write(store, coverage.participant, held, turn)
    return turn.kept[0]


def begin_coverage(store: Store, coverage: Coverage, from_on: date | None) -> None:
    """Note on which day a responsibility began, None for from ever; the one before it goes on until then.

    :raises Refused: when it would end before it begins; as Overlapping when another one stands in its days.
    """
    held = _held(store, coverage.participant)
    _write(store, coverage.participant, held, begun(held, coverage, from_on))


def remove_mission(store: Store, mission: Mission) -> int:
    """Delete a mission with its responsibilities as one save, and return how many those were."""
    own: list[Coverage] = store.all(Query(Coverage, (("mission", "=", mission.id),)))
    with store.change(Action.DELETE_RECORD, title(mission)) as change:
        for coverage in own:
            change.delete(coverage)
        change.delete(mission)
    return len(own)


def open_of(store: Store, officer: str) -> Left:
    """Return the open tasks and requests that one of our people is to see to."""
    tasks = store.all(Query(FollowUp, (("owner", "=", officer), ("state", "=", FollowUpState.OPEN)), order_by="due_on"))
    asks = store.all(Query(Ask, (("owner", "=", officer), ("state", "in", list(OPEN_ASKS))), order_by="due_on"))
    return Left(tuple(tasks), tuple(asks))


def hand_over(store: Store, from_officer: Officer, to_officer: str | None, last_day: date | None = None) -> int:
    """Give the open tasks and requests of one of our people to another, or to nobody, and return how many those are.

    With `last_day` the officer leaves on that day, in the same save. What was written and what is done stays theirs.
    :raises Refused: when the last day is before the first.
    """
    leaving = replace(from_officer, to_on=last_day) if last_day else from_officer
    refuse_faulty([leaving])
    left = open_of(store, from_officer.id)
    with store.change(Action.HAND_OVER, title(from_officer)) as change:
        change.save(leaving)
        for task in left.tasks:
            change.save(replace(task, owner=to_officer))
        for asked in left.asks:
            change.save(replace(asked, owner=to_officer))
    return len(left)


def refuse_clashing(held: Sequence[Coverage], turn: Turn) -> None:
    """Let responsibilities pass that break no rule, by themselves and beside those that are held.

    :raises Refused: when one ends before it begins; as Overlapping when two would have one role on a day.
    """
    refuse_faulty(turn.kept)
    touched = {c.id for c in turn.kept}
    for problem in problems(turn.after(held)):
        other = problem.other
        if problem.coverage.id in touched or (other is not None and other.id in touched):
            raise Overlapping(problem)


def _held(store: Store, participant: str) -> list[Coverage]:
    return store.all(Query(Coverage, (("participant", "=", participant),)))


def _write(store: Store, participant: str, held: Sequence[Coverage], turn: Turn, new: Sequence[Mission] = ()) -> None:
    refuse_clashing(held, turn)
    with store.change(Action.EDIT_RECORD, title(store.need(Participant, participant))) as change:
        for mission in new:
            change.save(tidied(mission))
        for coverage in turn.kept:
            change.save(coverage)
        for gone in turn.removed:
            change.delete(gone)
