"""What came of drawing a document, beside its pages: its papers, how far each block is filled, what is to be said."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportlab.lib.units import mm

from hanoi_desk.pdf.page import Typesetter


@dataclass(frozen=True, slots=True)
class Fill:
    """What the whole text of a block takes, and the room that its pages have for it, in millimetres.

    Where it takes more than there is room for, entries were left out or a text was cut.
    """

    paper: str
    block: str  # in words of the document's language
    used: float
    room: float

    @property
    def overflows(self) -> bool:
        """Tell whether something of the block is not on its pages."""
        return self.used > self.room


def fill_of(paper: str, block: str, shown: float, *, missing: float = 0.0, spare: float = 0.0) -> Fill:
    """Return the fill of a block from points: the height shown, what that lacks of the whole, and what is free."""
    room = shown if missing else shown + max(0.0, spare)
    used = shown + missing
    return Fill(paper, block, round(used / mm, 1), round(min(room, used - 0.1 * mm) / mm if missing else room / mm, 1))


@dataclass(slots=True)
class Drawn:
    """What came of drawing; `papers` are the names of the papers and the page on which each begins."""

    pages: int = 0
    papers: list[tuple[str, int]] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)  # blocks that leave entries out, and how many
    cut: dict[str, None] = field(default_factory=dict)  # blocks in which a text was cut
    missing: dict[str, None] = field(default_factory=dict)  # letters that no font has
    too_long: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # annex files that were left out

    def note(self, setter: Typesetter, paper: str = "") -> None:
        """Take over what a typesetter noted, its blocks under the name of their paper where one is given."""
        self.missing.update(setter.missing)
        self.cut.update(dict.fromkeys(of_paper(paper, (block for block in setter.cut if block))))


def of_paper(paper: str, texts: Iterable[str]) -> list[str]:
    """Return what is told of a paper under its name, or as it stands where there is one paper and no name."""
    return [f"{paper}: {text}" if paper else text for text in texts]
