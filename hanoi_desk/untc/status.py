"""What a status file says, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hanoi_desk.untc.source import Repair


class Act(StrEnum):
    """What a participant did; the values are those of the treaty record."""

    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive_signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    SUCCESSION_TO_SIGNATURE = "succession_to_signature"
    FORMAL_CONFIRMATION = "formal_confirmation"
    PARTICIPATION = "participation"
    PROVISIONAL_APPLICATION = "provisional_application"
    SIMPLIFIED_PROCEDURE = "simplified_procedure"
    CONFIRMATION = "confirmation"
    OTHER = "other"


class Why(StrEnum):
    """Why something was left unread, or why someone should look at it before it is taken."""

    NOT_A_DATE = "not_a_date"
    IMPOSSIBLE_DATE = "impossible_date"
    TOO_LONG = "too_long"
    NO_NAME = "no_name"
    NO_HEADING = "no_heading"
    LETTER_NOT_IN_HEADING = "letter_not_in_heading"
    LETTER_MISSING = "letter_missing"
    UNKNOWN_HEADING = "unknown_heading"
    FORMER_AGREEMENT = "former_agreement"
    FIGURE_UNREAD = "figure_unread"
    FIGURE_MISSING = "figure_missing"
    NUMBER_UNCLEAR = "number_unclear"
    SEVERAL_TREATIES = "several_treaties"
    SPECIAL_TABLES = "special_tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing to show to the officer: where it stands (name and heading may be empty) and its raw text."""

    name: str
    column: str
    raw: str
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusAction:
    """One date in the participant table.

    `withdrawn` means that the date stood in brackets. `signs` and `binds` tell whether the date, if not withdrawn,
    makes the participant a signatory or a party in the sense of the header figures. A date under a former
    agreement has the act "other" and does neither.
    """

    act: Act
    on: date
    withdrawn: bool
    letter: str
    column: str
    raw: str
    signs: bool
    binds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """One line of the table: the name without footnote marks, the marks, and the dates in column order."""

    name: str
    raw_name: str
    footnotes: tuple[str, ...]
    actions: tuple[StatusAction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndNote:
    """A footnote's text under its index in the file."""

    index: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """A header figure ("signatories" or "parties") that the rows do not bear out."""

    what: str
    header: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFile:
    """One status file as read.

    `headings` holds one tuple for each table. `number` is None when the file does not tell it clearly. `in_force_on` is
    set only where the entry-into-force text opens with one full date. `unread` lists what was not turned into a date,
    `doubts` what was read but should be asked about. `as_of` is None: the XML carries no such date.
    """

    number: str | None
    chapter_title: str
    title: str
    conclusion: str
    entry_into_force_label: str
    entry_into_force_text: str
    in_force_on: date | None
    header_signatories: int | None
    header_parties: int | None
    custom_text: str
    language: str
    headings: tuple[tuple[str, ...], ...]
    open_to_signature: bool
    rows: tuple[StatusRow, ...]
    texts: tuple[str, ...]
    end_notes: tuple[EndNote, ...]
    repairs: tuple[Repair, ...]
    unread: tuple[Remark, ...]
    doubts: tuple[Remark, ...]
    sha256: str
    size: int
    as_of: date | None = None

    @property
    def repaired(self) -> bool:
        """Tell whether the bytes were damaged and had to be mended."""
        return bool(self.repairs)

    @property
    def has_participants(self) -> bool:
        """Tell whether the file lists anyone at all; header-only files exist."""
        return bool(self.rows)

    @property
    def signatories(self) -> int | None:
        """Count the participants with a signature not withdrawn; None where the file cannot tell."""
        return self._count(lambda action: action.signs) if self.rows and self.open_to_signature else None

    @property
    def instruments(self) -> int | None:
        """Count the participants with an instrument not withdrawn, each once; None if the file lists no one."""
        return self._count(lambda action: action.binds) if self.rows else None

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """Return the header figures that differ from the rows; none for a file without participants."""
        figures = (
            ("signatories", self.header_signatories, self.signatories),
            ("parties", self.header_parties, self.instruments),
        )
        return tuple(
            Mismatch(what=what, header=header, rows=rows or 0)
            for what, header, rows in figures
            if (self.rows or self.unread) and header is not None and header != (rows or 0)
        )

    def _count(self, counts: Callable[[StatusAction], bool]) -> int:
        """Count the names, not the lines: a second line of the same participant adds nothing."""
        return len(
            {row.name.casefold() for row in self.rows if any(counts(a) and not a.withdrawn for a in row.actions)}
        )
