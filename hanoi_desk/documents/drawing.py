"""Draws what was collected as PDF; it touches no store, so that it runs off the interface thread."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO

from hanoi_desk.briefing.leave_behind import LeaveBehind
from hanoi_desk.briefing.progress import Progress
from hanoi_desk.documents.values import Collected, Document
from hanoi_desk.documents.words import words_of
from hanoi_desk.pdf import (
    Result,
    write_bilaterals,
    write_briefs,
    write_event_pack,
    write_leave_behind,
    write_report,
)
from hanoi_desk.pdf.copies import numbered_copies
from hanoi_desk.pdf.joining import joined
from hanoi_desk.records import Paper, Product


def draw(
    collected: Collected, *, progress: Progress | None = None, is_cancelled: Callable[[], bool] | None = None
) -> Document:
    """Return the document; the same values make the same bytes.

    `progress` is told after each paper that is drawn, and `is_cancelled` is asked then.
    :raises Cancelled: when it was to stop.
    """
    content, result = _drawn(collected, progress, is_cancelled)
    return Document(
        content=content,
        pages=result.pages,
        languages=collected.languages,
        warnings=result.warnings,
        fills=result.fills,
        papers=result.papers,
        number=collected.number,
        version=collected.version,
        data=collected.data,
        words=words_of(collected),
        changed=collected.changed,
        as_of=collected.as_of,
        file_name=collected.file_name,
    )


def copies_of(document: Document, copies: int, *, both_sides: bool = False) -> bytes:
    """Return so many copies of a document in one file, each page with the number of its copy at its foot.

    With `both_sides` each copy begins on a sheet of its own.
    """
    return numbered_copies(document.content, copies, document.languages[0], both_sides=both_sides)


def _drawn(
    collected: Collected, progress: Progress | None, is_cancelled: Callable[[], bool] | None
) -> tuple[bytes, Result]:
    buffer, paper = BytesIO(), collected.paper
    if collected.product is Product.BRIEF:
        result = write_briefs(collected.briefs, buffer, paper)
    elif collected.product is Product.BILATERAL:
        result = write_bilaterals(collected.bilaterals, buffer, paper)
    elif collected.product is Product.EVENT:
        result = write_event_pack(
            collected.packs,
            buffer,
            paper,
            annexes=collected.annexes,
            progress=progress,
            is_cancelled=is_cancelled,
        )
    elif collected.product is Product.REPORT:
        return _one_after_another([partial(write_report, one) for one in collected.reports])
    else:
        return _one_after_another([partial(_leave_behind, one, paper) for one in collected.leave_behinds])
    return buffer.getvalue(), result


def _leave_behind(document: LeaveBehind, paper: Paper, target: BytesIO) -> Result:
    return write_leave_behind(document, target, paper)


def _one_after_another(makers: Sequence[Callable[[BytesIO], Result]]) -> tuple[bytes, Result]:
    """Return documents that have pages and properties of their own as one file."""
    buffers = [BytesIO() for _ in makers]
    results = [make(buffer) for make, buffer in zip(makers, buffers, strict=True)]
    papers: list[tuple[str, int]] = []
    pages = 0
    for result in results:
        papers += [(name, page + pages) for name, page in result.papers]
        pages += result.pages
    warnings = tuple(dict.fromkeys(warning for result in results for warning in result.warnings))
    fills = tuple(fill for result in results for fill in result.fills)
    return joined([buffer.getvalue() for buffer in buffers]), Result(pages, warnings, fills, tuple(papers))
