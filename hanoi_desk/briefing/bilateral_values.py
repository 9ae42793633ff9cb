"""What a printed brief for one meeting says, as plain values: worded in one language, with nothing of its looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from hanoi_desk.briefing.values import Answer, Cell, Conflict, Deadline, Marking, Point, SourceLine
from hanoi_desk.language import Language
from hanoi_desk.treaty import StageMark


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands beside it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone at the table: name, or the post where the name is not known, and what else to know."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One side of the table, their or our lead first; `more` counts those not named, `note` says what is not sure."""

    side: str
    people: tuple[Attendee, ...]
    more: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Objective:
    """What the meeting is for, and how it is known to have been met."""

    text: str
    met_when: str


@dataclass(frozen=True, slots=True)
class Interest:
    """What they want or will ask, how far it is expected, and on what that rests."""

    text: str
    expected: str
    basis: str


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise of one side to the other, theirs or ours, with its record."""

    day: str
    record: str
    who: str
    words: str
    grade: str
    state: str
    check: str
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated fact with the key of its source."""

    text: str
    source: str = ""
    unverified: bool = False


class Strand(StrEnum):
    """Of what an entry of the timeline is; each has a sign of its own, so that no colour is needed."""

    TREATY = "treaty"
    HOME = "home"
    CONTACT = "contact"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Milestone:
    """An entry of the timeline; one that is still to come is drawn hollow."""

    day: date
    text: str
    strand: Strand
    ahead: bool = False
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """One stage of the way to deposit: where it stands, in words, and since when according to whom."""

    name: str
    mark: StageMark
    word: str
    note: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another treaty: how they stand towards it, on which day, by which source."""

    treaty: str
    state: str
    note: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Biography:
    """The public career of a person, in no more than 60 words."""

    name: str
    post: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilateral:
    """The brief for one meeting (product (ii)), block by block, worded in one language.

    `as_of` is the moment of the newest data used and `printed_at` the moment of printing; both know their time zone.
    A list holds what the pages may show, most important first; its `…_more` counts what the desk holds beyond it.
    `too_long` names the texts that are longer than practice allows; they are printed whole.
    """

    language: Language
    country_key: str
    code: str
    name: str
    day: date  # of the meeting; of the paper where no meeting is planned
    # 1-4 heading, participants, purpose, objectives
    heading: tuple[Line, ...]  # two columns, the left one first
    tables: tuple[Table, Table]  # ours, theirs
    reason: str
    changed: str  # since the last edition; nothing without one
    objectives: tuple[Objective, ...]
    # 5 status strip, as in the one-page brief
    cells: tuple[Cell, Cell, Cell, Cell]
    conflicts: tuple[Conflict, ...]
    next_step: str
    deadline: Deadline
    # 6-8 points, avoid, press line
    points: tuple[Point, ...]
    avoid: tuple[str, ...]
    press_line: str
    # 9-11 what they want, if raised, commitments of both sides
    interests: tuple[Interest, ...]
    raised: tuple[Answer, ...]
    theirs: tuple[Pledge, ...]
    theirs_more: int
    ours: tuple[Pledge, ...]
    ours_more: int
    # 12-16 facts, timeline, path at home, related treaties, context
    usable: tuple[Fact, ...]
    internal: tuple[Fact, ...]
    timeline: tuple[Milestone, ...]
    ladder: tuple[Rung, ...]
    ladder_notes: tuple[Line, ...]  # lead ministry, expected session
    neighbours: tuple[Neighbour, ...]
    context: tuple[str, ...]
    # 17-20 biographies, sources, distribution and sign-off
    biographies: tuple[Biography, ...]
    sources: tuple[SourceLine, ...]
    distribution: tuple[str, ...]
    sign_off: tuple[Line, ...]
    # page furniture
    number: str
    version: int
    unit: str
    draft: bool
    marking: Marking
    as_of: datetime
    printed_at: datetime
    too_long: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)  # what an edition keeps of it
