"""What a printed brief says, as plain values: worded in one language, with nothing of its looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from hanoi_desk.records import Marking as Marking


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the status strip. An unverified value is marked in its notes too, in words."""

    label: str
    value: str
    notes: tuple[str, ...] = ()
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the record says, and beside it what an unverified statement says, which is not counted."""

    record: str
    claim: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The two halves of the deadline line; framed where signature ends within 60 days and matters to this State."""

    left: str
    left_note: str
    right: str
    right_note: str
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point to make, with why it was chosen; a request is our closing one."""

    code: str
    text: str
    articles: str
    reason: str
    unverified: bool = False  # its article numbers are not checked against the authentic text
    source: str = ""  # the key of its source, where it is not an official page
    request: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A question that may be raised and its answer; an unverified answer carries the mark."""

    code: str
    question: str
    text: str
    articles: str
    reason: str
    unverified: bool = False
    articles_unverified: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """One of their commitments; quoted only where it was taken down word for word."""

    made_on: str
    who: str
    words: str
    grade: str
    state: str
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A line about a contact or a task: day, a word such as "Overdue" set off from the rest, and what it is.

    Where the page lacks room the line of the highest rank goes first.
    """

    day: str
    text: str
    lead: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Contactee:
    """A person to talk to: who it is, and how to say the name."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source under the key that the page uses for it; `brief` is its shorter form for a crowded page."""

    key: str
    text: str
    brief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The one-page country brief (product (i)), block by block, worded in one language.

    `as_of` is the moment of the newest data used and `printed_at` the moment of printing; both know their time zone.
    A list holds what the page may show, most important first; its `…_more` counts what the desk holds beyond it.
    """

    # 1 title
    country_key: str
    code: str
    name: str
    formal_name: str
    groups: tuple[str, ...]
    capital: str
    mission: str
    # 2 status strip
    cells: tuple[Cell, Cell, Cell, Cell]
    conflicts: tuple[Conflict, ...]
    next_step: str
    # 3 deadline line
    deadline: Deadline
    # 4, 5 what changed, objective
    previous: date | None
    changed: str
    objective: str
    # 6, 7 points to make, if raised
    points: tuple[Point, ...]
    raised: tuple[Answer, ...]
    # 8 their commitments, own side only
    promises: tuple[Promise, ...]
    promises_more: int
    # 9, 10 contacts and tasks, people
    contacts: tuple[Contact, ...]
    contacts_more: int
    people: tuple[Contactee, ...]
    people_more: int
    # 11 sources and sign-off
    sources: tuple[SourceLine, ...]
    sign_off: str
    # page furniture
    number: str
    version: int
    unit: str
    draft: bool
    marking: Marking
    as_of: datetime
    printed_at: datetime
    # what the drafter of a pack adds, own side only but for the line for the press
    avoid: tuple[str, ...] = ()
    press_line: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)  # what an edition keeps of it
