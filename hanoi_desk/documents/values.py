"""A document that is asked for, what was collected for it, and what came of drawing it, as plain frozen values."""

from dataclasses import dataclass, field
from datetime import datetime

from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.briefing.leave_behind import NON_PAPER, LeaveBehind
from hanoi_desk.briefing.pack_values import EventPack
from hanoi_desk.briefing.report import Report, ReportWishes
from hanoi_desk.briefing.values import Briefing
from hanoi_desk.language import Language
from hanoi_desk.pdf import AnnexFile, Caution, Fill
from hanoi_desk.records import Pack, PackText, Paper, Product


class CannotMake(Exception):
    """A document that cannot be made as it is asked for; `key` and `gaps` are the words that say why."""

    def __init__(self, key: str, **gaps: object) -> None:
        super().__init__(key)
        self.key = key
        self.gaps = gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A document that is asked for: a pack that is saved, or one that never was.

    `texts` are used as they stand here, whatever the store holds of the pack, so that a preview follows what is typed.
    `moment` is the aware moment of the data and `printed_at` that of printing. Without a `number` of the register the
    document bears one made of its subject and day, and without a `version` that after the last edition. `copies` is
    for how many the cover leaves room; `annexes` are taken into an event pack alone.
    """

    pack: Pack
    texts: tuple[PackText, ...] = ()
    moment: datetime
    printed_at: datetime
    number: str = ""
    version: int = 0
    copies: int = 0
    draft: bool = True
    annexes: tuple[AnnexFile, ...] = ()
    report: ReportWishes = field(default_factory=ReportWishes)

    @property
    def is_non_paper(self) -> bool:
        """Tell whether what is left behind has neither head, day nor name."""
        return NON_PAPER in self.pack.sections


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """All that a document says, in each of its languages; one of the lists is filled, by the product."""

    product: Product
    paper: Paper
    languages: tuple[Language, ...]
    briefs: tuple[tuple[Briefing, Language], ...] = ()
    bilaterals: tuple[Bilateral, ...] = ()
    packs: tuple[EventPack, ...] = ()
    leave_behinds: tuple[LeaveBehind, ...] = ()
    reports: tuple[Report, ...] = ()
    annexes: tuple[AnnexFile, ...] = ()
    copies: int = 0
    number: str
    version: int
    as_of: datetime
    file_name: str
    data: str
    changed: tuple[str, ...] = ()  # since the last edition, in the first language
    cautions: tuple[tuple[Caution, str], ...] = ()  # what is to be said of it before any page is drawn
    drafted: tuple[str, ...] = ()  # what its drafter wrote, each of which is to stand somewhere in it

    def text(self) -> str:
        """Return the complete text of what is handed over, as a person has to read it before it is written."""
        return "\n\n".join(document.text() for document in self.leave_behinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as PDF, and what there is to say of it.

    `fills` tells how far each block is filled, `papers` the name and the first page of each paper; `data` is what an
    edition keeps of it, `changed` what is new since the last one, and `as_of` the aware moment of its newest data.
    """

    content: bytes
    pages: int
    languages: tuple[Language, ...]
    warnings: tuple[tuple[Caution, str], ...] = ()
    fills: tuple[Fill, ...] = ()
    papers: tuple[tuple[str, int], ...] = ()
    number: str
    version: int
    data: str
    words: str  # all that it says
    changed: tuple[str, ...] = ()
    as_of: datetime
    file_name: str
