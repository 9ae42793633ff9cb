"""Turns a briefing into printed pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.briefing.leave_behind import LeaveBehind
from hanoi_desk.briefing.pack_values import EventPack
from hanoi_desk.briefing.progress import Progress, Steps
from hanoi_desk.briefing.report import Report
from hanoi_desk.briefing.returns import ReturnDocument
from hanoi_desk.briefing.values import Briefing
from hanoi_desk.files import replace_file
from hanoi_desk.language import Language
from hanoi_desk.pdf.bilateral import draw_bilaterals
from hanoi_desk.pdf.brief import draw_briefs
from hanoi_desk.pdf.drawn import Drawn
from hanoi_desk.pdf.drawn import Fill as Fill
from hanoi_desk.pdf.fonts import letters_named
from hanoi_desk.pdf.leave_behind import draw_leave_behinds
from hanoi_desk.pdf.merging import AnnexFile as AnnexFile
from hanoi_desk.pdf.pack import draw_packs
from hanoi_desk.pdf.page import Typesetter, format_of
from hanoi_desk.pdf.report import draw_reports
from hanoi_desk.pdf.returns import draw_return
from hanoi_desk.records import Paper


class Caution(StrEnum):
    """What the maker of a document should know before handing it on."""

    MISSING_LETTERS = "missing_letters"  # the detail names them; the page spells them out
    CUT = "cut"  # the detail names the block in which a text was longer than the block
    TOO_LONG = "too_long"  # the detail names a text of more words than practice allows; it is printed whole
    REFUSED = "refused"  # the detail names an annex file that was left out, and why
    SHORTENED = "shortened"  # the detail names the block and how many entries the page leaves out
    UNSAID = "unsaid"  # the detail is a text of the drafter that stands nowhere in the document
    NAMES_US = "names_us"  # the detail is a line of the drafter that a paper without our name does not take


@dataclass(frozen=True, slots=True)
class Result:
    """What came of writing a document."""

    pages: int
    warnings: tuple[tuple[Caution, str], ...] = ()
    fills: tuple[Fill, ...] = ()  # of blocks whose pages have no more room than they have
    papers: tuple[tuple[str, int], ...] = ()  # the name of each paper and the page on which it begins


def write_pdf(briefing: Briefing, target: Path | str | BytesIO, language: Language) -> Result:
    """Write a brief as PDF of exactly one page, its fixed words in the language that the briefing was collected in.

    A file is replaced wholly or, when anything fails, left as it was; raises OSError where it can't be written.
    """
    return write_briefs([(briefing, language)], target)


def write_briefs(
    briefings: Sequence[tuple[Briefing, Language]], target: Path | str | BytesIO, paper: Paper = Paper.A4
) -> Result:
    """Write briefs one after the other as PDF, each on one page in the language that it was collected in.

    A file is replaced wholly or, when anything fails, left as it was; raises OSError where it can't be written and
    ValueError without any brief.
    """
    if not briefings:
        raise ValueError("there is no brief to write")
    buffer = BytesIO()
    drawn = draw_briefs(briefings, buffer, format_of(paper))
    _hand_over(buffer, target)
    return _result(drawn)


def write_return(document: ReturnDocument, target: Path | str | BytesIO, language: Language) -> Result:
    """Write the return for the capital as PDF, its fixed words in the language that it was worded in.

    A file is replaced wholly or, when anything fails, left as it was; raises OSError where it can't be written.
    """
    buffer = BytesIO()
    setter, pages = draw_return(document, language, buffer)
    _hand_over(buffer, target)
    return _noted(setter, pages)


def write_bilaterals(briefs: Sequence[Bilateral], target: Path | str | BytesIO, paper: Paper = Paper.A4) -> Result:
    """Write briefs for meetings one after the other as PDF, each in the language that it was collected in.

    A file is replaced wholly or, when anything fails, left as it was; raises OSError where it can't be written and
    ValueError without any brief.
    """
    if not briefs:
        raise ValueError("there is no brief to write")
    buffer = BytesIO()
    drawn = draw_bilaterals(briefs, buffer, format_of(paper))
    _hand_over(buffer, target)
    return _result(drawn)


def write_leave_behind(document: LeaveBehind, target: Path | str | BytesIO, paper: Paper = Paper.A4) -> Result:
    """Write a paper that is handed over as PDF; neither its pages nor its properties hold more than its own text.

    A file is replaced wholly or, when anything fails, left as it was; raises OSError where it can't be written.
    """
    return write_leave_behinds([document], target, paper)


def write_leave_behinds(
    documents: Sequence[LeaveBehind], target: Path | str | BytesIO, paper: Paper = Paper.A4
) -> Result:
    """Write papers that are handed over together, such as one in each language, as one PDF.

    A file is replaced wholly or, when anything fails, left as it was; raises OSError where it can't be written and
    ValueError without any paper.
    """
    if not documents:
        raise ValueError("there is no paper to write")
    buffer = BytesIO()
    drawn = draw_leave_behinds(documents, buffer, format_of(paper))
    _hand_over(buffer, target)
    return _result(drawn)


def write_event_pack(
    packs: Sequence[EventPack],
    target: Path | str | BytesIO,
    paper: Paper = Paper.A4,
    *,
    annexes: Sequence[AnnexFile] = (),
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Result:
    """Write an event pack as PDF: one for each language of the same data, and annex files behind the last.

    `progress` is told after each paper, and `is_cancelled` is asked then. A file is replaced wholly or, when anything
    fails, left as it was; raises OSError where it can't be written, Cancelled when it was to stop.
    """
    steps = Steps(sum(len(pack.papers) for pack in packs))
    steps.progress, steps.is_cancelled = progress or steps.progress, is_cancelled or steps.is_cancelled
    content, drawn = draw_packs(packs, paper, steps, annexes)
    _hand_over(BytesIO(content), target)
    return _result(drawn)


def write_pack_paper(
    packs: Sequence[EventPack],
    key: str,
    target: Path | str | BytesIO,
    paper: Paper = Paper.A4,
    *,
    annexes: Sequence[AnnexFile] = (),
) -> Result:
    """Write one paper of an event pack as PDF, in each language, its pages numbered as in the whole pack.

    So it can take its place among the sheets that were printed before. A file is replaced wholly or, when anything
    fails, left as it was; raises OSError where it can't be written and KeyError for a paper that is not in the pack.
    """
    if not any(one.key == key for pack in packs for one in pack.papers):
        raise KeyError(key)
    content, drawn = draw_packs(packs, paper, Steps(1), annexes, only=key)
    _hand_over(BytesIO(content), target)
    return _result(drawn)


def write_report(report: Report, target: Path | str | BytesIO) -> Result:
    """Write the formal report on a contact as PDF, a draft for the clerk.

    A file is replaced wholly or, when anything fails, left as it was; raises OSError where it can't be written.
    """
    return write_reports([report], target)


def write_reports(reports: Sequence[Report], target: Path | str | BytesIO) -> Result:
    """Write formal reports one after the other as one PDF, each with page numbers of its own.

    A file is replaced wholly or, when anything fails, left as it was; raises OSError where it can't be written and
    ValueError without any report.
    """
    if not reports:
        raise ValueError("there is no report to write")
    buffer = BytesIO()
    drawn = draw_reports(reports, buffer)
    _hand_over(buffer, target)
    return _result(drawn)


def _hand_over(buffer: BytesIO, target: Path | str | BytesIO) -> None:
    if isinstance(target, BytesIO):
        target.write(buffer.getvalue())
    else:
        replace_file(Path(target), buffer.getvalue())


def _noted(setter: Typesetter, pages: int) -> Result:
    drawn = Drawn(pages)
    drawn.note(setter)
    return _result(drawn)


def _result(drawn: Drawn) -> Result:
    cautions = [
        *((Caution.REFUSED, text) for text in drawn.refused),
        *((Caution.SHORTENED, text) for text in drawn.left_out),
        *((Caution.TOO_LONG, text) for text in drawn.too_long),
        *((Caution.CUT, block) for block in drawn.cut),
    ]
    if drawn.missing:
        cautions.append((Caution.MISSING_LETTERS, letters_named(drawn.missing)))
    return Result(drawn.pages, tuple(cautions), tuple(drawn.fills), tuple(drawn.papers))
