"""What an event pack says, paper by paper, as plain values: worded in one language, with nothing of its looks."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.briefing.values import Briefing, Marking
from hanoi_desk.language import Language


class Part(StrEnum):
    """The parts of a pack, in their order."""

    COMMON = "common"
    SHEETS = "sheets"
    MEETINGS = "meetings"
    ANNEXES = "annexes"


class Since(StrEnum):
    """What became of a paper since the last edition."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class TableCell:
    """What stands in one cell; an unverified one also says so in words."""

    text: str
    bold: bool = False
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in millimetres, or 0 for what the others leave, and where its words end."""

    heading: str
    width: float = 0
    at_right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table that may go on over many pages; `empty` is said in place of rows, `note` under them."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    empty: str = ""
    note: str = ""
    own_side: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs under a heading, numbered where they are points; `notes` are small print beside each."""

    title: str
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question that may come and its answer; an unverified answer says so."""

    question: str
    answer: str
    note: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions with answers under a heading."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in by hand: each field with as many empty lines as it has."""

    title: str
    fields: tuple[tuple[str, int], ...]


Piece = Table | Prose | Questions | Form


@dataclass(frozen=True, slots=True)
class RoadChart:
    """C1: instruments that count, of those that are needed; reported ones are drawn and not counted."""

    title: str
    counted: int
    threshold: int
    reported: int
    reported_words: str
    union: str  # where the organization stands that is not added, nothing without one
    union_note: str
    note: str


@dataclass(frozen=True, slots=True)
class GroupBar:
    """One group of C2: its States by where they stand, which add up to all of them."""

    name: str
    deposited: int
    approved: int
    signed: int
    not_signed: int
    of_all: str
    note: str = ""
    in_scope: bool = False

    @property
    def total(self) -> int:
        """How many there are."""
        return self.deposited + self.approved + self.signed + self.not_signed


@dataclass(frozen=True, slots=True)
class GroupChart:
    """C2: where the States of each group stand; the last bar may be those outside the groups."""

    title: str
    keys: tuple[str, str, str, str]  # deposited, approved at home, signed, not signed
    bars: tuple[GroupBar, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: of its count so many are hatched, such as what is overdue; one that is apart is only a number."""

    label: str
    count: int
    hatched: int = 0
    strong: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    """C3 and C4: counts of States, one bar for each answer."""

    title: str
    bars: tuple[Bar, ...]
    note: str
    own_side: bool = False


@dataclass(frozen=True, slots=True)
class KeyDate:
    """One day of C5."""

    day: date
    label: str
    today: bool = False
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class DateChart:
    """C5: the days ahead."""

    title: str
    dates: tuple[KeyDate, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The overview: the drawings C1 to C5, the table C6, the figures of the drawings as a table, and the sources."""

    subtitle: str
    road: RoadChart
    groups: GroupChart
    commitments: BarChart
    coverage: BarChart
    dates: DateChart
    first: Table
    figures: Table
    conflicts: tuple[str, ...]
    sources: str


@dataclass(frozen=True, slots=True)
class PackPaper:
    """One paper of the pack; the number is its place, from 1."""

    key: str
    name: str
    part: Part
    content: Overview | Briefing | Bilateral | tuple[Piece, ...]
    title: str = ""
    subtitle: str = ""
    remark: str = ""
    since: Since | None = None
    lying: bool = False
    own_side: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPack:
    """The event pack (product (iii)) in one language.

    `as_of` is the moment of the newest data used and `printed_at` the moment of printing; both know their time zone.
    `changed` and `missing` are lines for the contents, each with the number of its paper, 0 for all of them. `facts`
    is what an edition keeps of this pack, so that a later one can say what changed.
    """

    language: Language
    name: str  # of the event or the scope, for the header
    title: str
    parent: str
    unit: str
    rows: tuple[tuple[str, str], ...]  # of the cover: what, and what it is
    version_words: str
    copies: int
    distribution: tuple[str, ...]
    papers: tuple[PackPaper, ...]
    changed_title: str
    changed: tuple[tuple[int, str], ...]
    missing: tuple[tuple[int, str], ...]
    facts: dict[str, dict[str, str]]
    number: str
    version: int
    draft: bool
    marking: Marking
    as_of: datetime
    printed_at: datetime
