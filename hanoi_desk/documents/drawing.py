"""Draws what was collected as PDF; it touches no store, so that it runs off the interface thread."""

from collections.abc import Callable, Iterator
from io import BytesIO

from hanoi_desk.briefing.progress import Progress
from hanoi_desk.documents.values import Collected, Document
from hanoi_desk.documents.words import words_of
from hanoi_desk.pdf import (
    Caution,
    Result,
    write_bilaterals,
    write_briefs,
    write_event_pack,
    write_leave_behinds,
    write_reports,
)
from hanoi_desk.pdf.copies import numbered_copies
from hanoi_desk.pdf.merging import text_of
from hanoi_desk.records import Product
from hanoi_desk.text import fold

_QUOTES = '“”" '


def draw(
    collected: Collected, *, progress: Progress | None = None, is_cancelled: Callable[[], bool] | None = None
) -> Document:
    """Return the document; the same values make the same bytes.

    `progress` is told after each paper that is drawn, and `is_cancelled` is asked then.
    :raises Cancelled: when it was to stop.
    """
    content, result = _drawn(collected, progress, is_cancelled)
    words = _words(collected)
    return Document(
        content=content,
        pages=result.pages,
        languages=collected.languages,
        warnings=(*collected.cautions, *_unsaid(collected, words), *result.warnings),
        fills=result.fills,
        papers=result.papers,
        number=collected.number,
        version=collected.version,
        data=collected.data,
        words=words,
        changed=collected.changed,
        as_of=collected.as_of,
        file_name=collected.file_name,
    )


def _words(collected: Collected) -> str:
    """Return all that the document says; of what is numbered, and may be kept, the annex files too."""
    annexes = collected.annexes if collected.number else ()
    return "\n".join((words_of(collected), *map(text_of, annexes)))


def _unsaid(collected: Collected, words: str) -> Iterator[tuple[Caution, str]]:
    """Yield what the drafter wrote and nobody will read, because its row is meant for none of these States, or such."""
    told = {text for _, text in collected.cautions}
    drafted = [text for text in dict.fromkeys(collected.drafted) if text not in told]
    said = fold(words) if drafted else ""
    yield from ((Caution.UNSAID, text) for text in drafted if fold(text.strip(_QUOTES)) not in said)


def copies_of(document: Document, copies: int, *, both_sides: bool = False) -> bytes:
    """Return so many copies of a document in one file, the number of its copy at the foot of each page.

    The cover has it in its field too. With `both_sides` each copy begins on a sheet of its own.
    """
    return numbered_copies(document.content, copies, both_sides=both_sides)


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
        result = write_reports(collected.reports, buffer)
    else:
        result = write_leave_behinds(collected.leave_behinds, buffer, paper)
    return buffer.getvalue(), result
