"""What every printed page has around its text: marking, header, footer, and the properties of the file."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from hanoi_desk.briefing.values import Marking
from hanoi_desk.language import Language, moment, word, word_of
from hanoi_desk.pdf.boxes import draw_frame, draw_rule
from hanoi_desk.pdf.fonts import REGULAR, letter_name, load_fonts
from hanoi_desk.pdf.text import BLACK, GREY, PALE, Lines, Run, lay_out, printable, width_of

LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 22 * mm, 22 * mm
WIDTH: float = A4[0] - LEFT - RIGHT
HEIGHT: float = A4[1] - TOP - BOTTOM
SMALL = 8.5  # the smallest text of any page

_MOST_LINES = 12  # of one text where its block sets no limit of its own
_MOST_LETTERS = 4000  # more than so many lines can hold, so that a huge text costs no more than a long one


@dataclass(slots=True)
class Typesetter:
    """Lays out texts and remembers which letters had to be spelled out, and in which blocks a text was cut."""

    missing: dict[str, None] = field(default_factory=dict)
    cut: dict[str, None] = field(default_factory=dict)

    def text(
        self, runs: Iterable[Run], width: float, block: str, *, most: int = _MOST_LINES, leading: float | None = None
    ) -> Lines:
        """Lay out runs in at most `most` lines; a text that does not fit is cut and its block remembered."""
        shown, missing = printable(shortened := [_no_longer(run) for run in runs])
        self.missing.update(dict.fromkeys(missing))
        lines = lay_out(shown, width, most=most, leading=leading)
        if lines.cut or any(len(run.text) == _MOST_LETTERS for run in shortened):
            self.cut[block] = None
        return lines

    def fits(self, runs: Iterable[Run], width: float, most: int) -> bool:
        """Tell whether a text takes no more than so many lines; nothing is remembered."""
        shown, _ = printable([_no_longer(run) for run in runs])
        return not lay_out(shown, width, most=most).cut

    def line(self, text: str, width: float, block: str, *, colour: Color = GREY, bold: bool = False) -> Lines:
        """Lay out one small line."""
        return self.text([Run(text, SMALL, bold=bold, colour=colour)], width, block, most=1)

    def missing_letters(self) -> str:
        """Name the letters that no shipped font has, or nothing."""
        return ", ".join(letter_name(letter) for letter in self.missing)


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


def new_canvas(furniture: Furniture, buffer: BytesIO) -> Any:
    """Return an empty document whose bytes depend on nothing but what is drawn and the print time."""
    load_fonts()
    canvas = Canvas(
        buffer, pagesize=A4, invariant=1, pageCompression=1, initialFontName=REGULAR, lang=furniture.language.value
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


def draw_furniture(canvas: Any, furniture: Furniture, setter: Typesetter, page: int, pages: int) -> None:
    """Draw marking, header line and footer line of one page."""
    language = furniture.language
    banner = word_of(furniture.marking, language)
    for middle in (A4[1] - 9.6 * mm, 9.6 * mm):
        _draw_banner(canvas, setter, banner, middle)
    product = f"{furniture.product} · {furniture.subject}"
    draft = [Run(word("doc.draft_mark", language) + " · ", SMALL, bold=True)] if furniture.draft else []
    as_of = word("doc.as_of", language, date=f"{moment(furniture.as_of)} ({zone(furniture.as_of)})")
    _draw_ends(canvas, setter, [*draft, Run(product, SMALL, colour=GREY)], as_of, A4[1] - 14.9 * mm)
    foot = f"{furniture.number} · {word('doc.version', language, n=furniture.version)}"
    foot = f"{foot} · {furniture.unit}" if furniture.unit else foot
    printed = word("doc.printed", language, at=moment(furniture.printed_at))
    base = BOTTOM - 1.2 * mm
    draw_rule(canvas, LEFT, BOTTOM - 0.4 * mm, WIDTH, 0.5, PALE)
    count = word("doc.page_x_of_y", language, x=page, y=pages)
    middle_run = [Run(count, SMALL, colour=GREY)]
    middle_width = width_of(middle_run)
    room = (WIDTH - middle_width) / 2 - 3 * mm
    _draw_ends(canvas, setter, [Run(foot, SMALL, colour=GREY)], printed, base, left_room=room)
    setter.text(middle_run, WIDTH, "", most=1).draw(canvas, LEFT + (WIDTH - middle_width) / 2, base)


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


def _draw_banner(canvas: Any, setter: Typesetter, banner: str, middle: float) -> None:
    run = Run(banner, 9, bold=True)
    width, height = width_of([run]), 5.8 * mm
    left = LEFT + (WIDTH - width) / 2
    draw_frame(canvas, left - 4.2 * mm, middle + height / 2, width + 8.4 * mm, height, BLACK)
    setter.text([run], WIDTH, "", most=1).draw(canvas, left, middle + 5.6)


def _draw_ends(
    canvas: Any, setter: Typesetter, left: list[Run], right: str, top: float, *, left_room: float | None = None
) -> None:
    """Draw a line with something at either end; the left one gives way."""
    end = setter.line(right, WIDTH, "")
    width = width_of(end.lines[0])
    room = WIDTH - width - 6 * mm if left_room is None else left_room
    setter.text(left, room, "", most=1).draw(canvas, LEFT, top)
    end.draw(canvas, LEFT + WIDTH - width, top)
