"""What every printed page has around its text: marking, header, footer, and the properties of the file."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm

from hanoi_desk.briefing.values import Marking
from hanoi_desk.language import Language, moment, word, word_of
from hanoi_desk.pdf.boxes import draw_frame, draw_rule
from hanoi_desk.pdf.fonts import REGULAR, load_fonts
from hanoi_desk.pdf.tagging import TaggedCanvas
from hanoi_desk.pdf.text import BLACK, GREY, PALE, Lines, Run, aligned, lay_out, printable, width_of
from hanoi_desk.records import Paper

LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 22 * mm, 22 * mm
WIDTH: float = A4[0] - LEFT - RIGHT
HEIGHT: float = A4[1] - TOP - BOTTOM
SMALL = 8.5  # the smallest text of any page

_MOST_LINES = 12  # of one text where its block sets no limit of its own
_MOST_LAID = 3000  # texts that are remembered
_MOST_LETTERS = 4000  # more than so many lines can hold, so that a huge text costs no more than a long one


@dataclass(frozen=True, slots=True)
class Format:
    """A sheet with the frame that its text stands in; lengths are in points.

    Upright sheets of every paper have the same width of text, so that only the height differs. A sheet that lies has
    its larger margin at the top, which is the side that is bound.
    """

    width: float
    height: float
    left: float = LEFT
    top: float = TOP
    bottom: float = BOTTOM
    text_width: float = WIDTH

    @property
    def text_height(self) -> float:
        """The height of the frame."""
        return self.height - self.top - self.bottom


A4_UPRIGHT = Format(*A4)
_LYING_WIDTH, _LYING_TOP = 240 * mm, 30 * mm


def format_of(paper: Paper, *, lying: bool = False) -> Format:
    """Return the format of a paper, upright or lying."""
    width, height = A4 if paper is Paper.A4 else LETTER
    if not lying:
        return Format(width, height)
    left = (height - _LYING_WIDTH) / 2
    return Format(height, width, left=left, top=_LYING_TOP, text_width=_LYING_WIDTH)


class Laid(dict[object, tuple[Lines, list[str]]]):
    """Texts that were laid out, for the next time that they are said; forgotten when they become many."""

    def __setitem__(self, key: object, value: tuple[Lines, list[str]]) -> None:
        """Remember a text."""
        if len(self) >= _MOST_LAID:
            self.clear()
        super().__setitem__(key, value)


@dataclass(slots=True)
class Typesetter:
    """Lays out texts and remembers which letters had to be spelled out, and in which blocks a text was cut.

    Typesetters of one document, or of one way to set it after the other, may share `laid`, so that a text that is said
    again is laid out once.
    """

    missing: dict[str, None] = field(default_factory=dict)
    cut: dict[str, float] = field(default_factory=dict)  # and how much more the whole text would take
    laid: Laid | None = None

    def text(
        self, runs: Iterable[Run], width: float, block: str, *, most: int = _MOST_LINES, leading: float | None = None
    ) -> Lines:
        """Lay out runs in at most `most` lines; a text that does not fit is cut and its block remembered."""
        shortened = [_no_longer(run) for run in runs]
        lines, missing = self._lay_out(shortened, width, most, leading)
        self.missing.update(dict.fromkeys(missing))
        if lines.cut or any(len(run.text) == _MOST_LETTERS for run in shortened):
            self.cut[block] = self.cut.get(block, 0.0) + max(lines.over, SMALL)
        return lines

    def _lay_out(self, runs: list[Run], width: float, most: int, leading: float | None) -> tuple[Lines, list[str]]:
        key = (*runs, width, most, leading) if self.laid is not None else None
        if self.laid is not None and key in self.laid:
            return self.laid[key]
        shown, missing = printable(runs)
        found = lay_out(shown, width, most=most, leading=leading), missing
        if self.laid is not None:
            self.laid[key] = found
        return found

    def fits(self, runs: Iterable[Run], width: float, most: int) -> bool:
        """Tell whether a text takes no more than so many lines; nothing is remembered."""
        shown, _ = printable([_no_longer(run) for run in runs])
        return not lay_out(shown, width, most=most).cut

    def line(self, text: str, width: float, block: str, *, colour: Color = GREY, bold: bool = False) -> Lines:
        """Lay out one small line."""
        return self.text([Run(text, SMALL, bold=bold, colour=colour)], width, block, most=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What a page says around its text."""

    language: Language
    product: str
    subject: str
    marking: Marking
    draft: bool
    number: str
    version: int
    unit: str
    as_of: datetime
    printed_at: datetime


def new_canvas(furniture: Furniture, buffer: BytesIO, shape: Format = A4_UPRIGHT) -> Any:
    """Return an empty document whose bytes depend on nothing but what is drawn and the print time."""
    load_fonts()
    size = (shape.width, shape.height)
    canvas = TaggedCanvas(
        buffer, pagesize=size, invariant=1, pageCompression=1, initialFontName=REGULAR, lang=furniture.language.value
    )
    stamp = pdf_time(furniture.printed_at)
    canvas.setDateFormatter(lambda *_: stamp)
    canvas.setTitle(f"{furniture.product} · {furniture.subject}")
    canvas.setAuthor(furniture.unit)
    canvas.setSubject(f"{furniture.number} · {word('doc.version', furniture.language, n=furniture.version)}")
    canvas.setCreator("Hanoi Desk")
    canvas.setProducer("Hanoi Desk")
    canvas.setKeywords("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def draw_furniture(
    canvas: Any, furniture: Furniture, setter: Typesetter, page: int, pages: int, shape: Format = A4_UPRIGHT
) -> None:
    """Draw marking, header line and footer line of one page; they are no part of what is read."""
    with canvas.artifact():
        _draw_furniture(canvas, furniture, setter, page, pages, shape)


def _draw_furniture(
    canvas: Any, furniture: Furniture, setter: Typesetter, page: int, pages: int, shape: Format
) -> None:
    language = furniture.language
    banner = word_of(furniture.marking, language)
    edge = shape.height - (shape.top - TOP)
    for middle in (edge - 9.6 * mm, 9.6 * mm):
        _draw_banner(canvas, setter, banner, middle, shape)
    product = f"{furniture.product} · {furniture.subject}"
    as_of = word("doc.as_of", language, date=f"{moment(furniture.as_of)} ({zone(furniture.as_of)})")
    head = edge - 14.9 * mm
    draft = [Run(word("doc.draft_mark", language), SMALL, bold=True)] if furniture.draft else []
    words, room = _in_middle(setter, draft, shape)
    left_room = room if draft else None
    _draw_ends(canvas, setter, [Run(product, SMALL, colour=GREY)], as_of, head, shape, left_room=left_room)
    words.draw(canvas, shape.left, head)
    foot = f"{furniture.number} · {word('doc.version', language, n=furniture.version)}"
    foot = f"{foot} · {furniture.unit}" if furniture.unit else foot
    printed = word("doc.printed", language, at=moment(furniture.printed_at))
    base = BOTTOM - 1.2 * mm
    draw_rule(canvas, shape.left, BOTTOM - 0.4 * mm, shape.text_width, 0.5, PALE)
    count = word("doc.page_x_of_y", language, x=page, y=pages)
    words, room = _in_middle(setter, [Run(count, SMALL, colour=GREY)], shape)
    _draw_ends(canvas, setter, [Run(foot, SMALL, colour=GREY)], printed, base, shape, left_room=room)
    words.draw(canvas, shape.left, base)


def zone(at: datetime) -> str:
    """Return a moment's offset from UTC: `UTC+1`, `UTC-3:30`."""
    minutes = int((at.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}"


def pdf_time(at: datetime) -> str:
    """Return a moment as PDF writes it: `D:20261122150500+01'00'`."""
    minutes = int((at.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"D:{at:%Y%m%d%H%M%S}{'-' if minutes < 0 else '+'}{hours:02d}'{rest:02d}'"


def _no_longer(run: Run) -> Run:
    return replace(run, text=run.text[:_MOST_LETTERS]) if len(run.text) > _MOST_LETTERS else run


def _draw_banner(canvas: Any, setter: Typesetter, banner: str, middle: float, shape: Format) -> None:
    run = Run(banner, 9, bold=True)
    width, height = width_of([run]), 5.8 * mm
    left = shape.left + (shape.text_width - width) / 2
    draw_frame(canvas, left - 4.2 * mm, middle + height / 2, width + 8.4 * mm, height, BLACK)
    setter.text([run], WIDTH, "", most=1).draw(canvas, left, middle + 5.6)


def _in_middle(setter: Typesetter, runs: list[Run], shape: Format) -> tuple[Lines, float]:
    """Return words in the middle of a line, and the room that is left at either side."""
    words = setter.text(runs, shape.text_width, "", most=1)
    width = max([width_of(line) for line in words.lines], default=0.0)
    return aligned(words, shape.text_width, 0.5), (shape.text_width - width) / 2 - 3 * mm


def _draw_ends(
    canvas: Any,
    setter: Typesetter,
    left: list[Run],
    right: str,
    top: float,
    shape: Format,
    *,
    left_room: float | None = None,
) -> None:
    """Draw a line with something at either end; the left one gives way."""
    end = setter.line(right, shape.text_width, "")
    width = width_of(end.lines[0])
    room = shape.text_width - width - 6 * mm if left_room is None else left_room
    setter.text(left, room, "", most=1).draw(canvas, shape.left, top)
    end.draw(canvas, shape.left + shape.text_width - width, top)
