"""Sets what is handed over: its own words and nothing else, on the page as in the properties of the file."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm

from hanoi_desk.briefing.leave_behind import LeaveBehind
from hanoi_desk.pdf.boxes import Box, Stack, Tagged
from hanoi_desk.pdf.drawn import Drawn
from hanoi_desk.pdf.flow import Part, Section, Sheet, flow
from hanoi_desk.pdf.fonts import REGULAR, load_fonts
from hanoi_desk.pdf.page import A4_UPRIGHT, SMALL, WIDTH, Format, Typesetter
from hanoi_desk.pdf.signs import Space
from hanoi_desk.pdf.tagging import Tag, TaggedCanvas
from hanoi_desk.pdf.text import BLACK, Lines, Run, aligned, width_of

_SIZE, _LEADING, _HEADING = 13.0, 13.0 * 1.4, 14.0
_GAP = 3.2 * mm  # between paragraphs
_MOST = 24  # lines of one paragraph


def draw_leave_behinds(documents: Sequence[LeaveBehind], buffer: BytesIO, shape: Format = A4_UPRIGHT) -> Drawn:
    """Write papers one after the other, such as one in each language, into the buffer; each counts its own pages."""
    load_fonts()
    canvas = _canvas(documents[0], buffer, shape)
    drawn = Drawn()
    for document in documents:
        setter = Typesetter()
        sheets = _sheets(document, setter, shape)
        drawn.papers.append((document.subject, drawn.pages + 1))
        drawn.pages += len(sheets)
        with canvas.paper(document.language):
            for number, sheet in enumerate(sheets, 1):
                sheet.draw(canvas, shape)
                if len(sheets) > 1:
                    with canvas.artifact():
                        _draw_number(canvas, setter, shape, number)
                canvas.showPage()
        drawn.note(setter)
    canvas.save()
    return drawn


def _sheets(document: LeaveBehind, setter: Typesetter, shape: Format) -> list[Sheet]:
    rows: list[Box] = [_text(setter, text, document) for text in document.paragraphs]
    if document.dated:
        rows.append(_text(setter, document.dated, document))
    heading: Box = Space(0.0)
    if document.heading:
        lines = setter.text([Run(document.heading, _HEADING, bold=True)], WIDTH, document.subject)
        heading = Stack([Tagged(aligned(lines, WIDTH, 0.5), Tag.HEAD), Space(6 * mm)])
    return flow([Section("", "", heading, [Part(rows, gap=_GAP)])], shape.text_height)


def _text(setter: Typesetter, text: str, document: LeaveBehind) -> Lines:
    return setter.text([Run(text, _SIZE)], WIDTH, document.subject, most=_MOST, leading=_LEADING)


def _canvas(document: LeaveBehind, buffer: BytesIO, shape: Format) -> Any:
    """Return an empty document that names nobody, and no moment but the day that the paper itself bears."""
    canvas = TaggedCanvas(
        buffer,
        pagesize=(shape.width, shape.height),
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,
        lang=document.language.value,
    )
    if document.day:
        stamp = f"D:{document.day:%Y%m%d}000000Z"
        canvas.setDateFormatter(lambda *_: stamp)
    canvas.setTitle(document.subject)
    for clear in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setProducer, canvas.setKeywords):
        clear("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _draw_number(canvas: Any, setter: Typesetter, shape: Format, number: int) -> None:
    run: Sequence[Run] = [Run(str(number), SMALL + 1, colour=BLACK)]
    left = shape.left + (WIDTH - width_of(run)) / 2
    setter.text(run, WIDTH, "", most=1).draw(canvas, left, shape.bottom - 4 * mm)
