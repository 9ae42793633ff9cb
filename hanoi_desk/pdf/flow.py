"""Sets sections on as many pages as they take: rows whole, headings with what follows, heads of tables said again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from hanoi_desk.pdf.boxes import Box, Unread
from hanoi_desk.pdf.page import Format
from hanoi_desk.pdf.tagging import Place, Tag

OWN_SIDE = HexColor("#A9AFBA")  # the bar beside what is for our own side only, which words say too
ABOVE, ABOVE_CLOSE = 5.5 * mm, 3.4 * mm  # above a section, and where many must find room
_BAR, _BAR_LEFT = 1.6 * mm, 4.2 * mm


@dataclass(frozen=True, slots=True)
class Part:
    """A run of rows under one head, which is said again where they go on on another page.

    They may be one element, such as a table or a list.
    """

    rows: Sequence[Box]
    head: Box | None = None
    gap: float = 0.0
    above: float = 0.0
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A named section; `again` is its heading where it goes on on another page."""

    key: str
    title: str
    heading: Box
    parts: Sequence[Part]
    again: Box | None = None
    own_side: bool = False
    starts_page: bool = False

    @property
    def height(self) -> float:
        """The height of the whole section, in points."""
        return self.heading.height + sum(
            part.above + _height_of(part, part.rows, with_head=True) for part in self.parts
        )


@dataclass(slots=True)
class Sheet:
    """One page: boxes with their distances from the top of the frame, bookmarks, and bars for our own side."""

    boxes: list[tuple[float, Box, Place | None]] = field(default_factory=list)
    marks: list[tuple[float, str, str]] = field(default_factory=list)  # where, key and words
    bars: list[tuple[float, float]] = field(default_factory=list)
    used: float = 0.0

    def put(self, box: Box, above: float = 0.0, place: Place | None = None) -> None:
        """Put a box below what stands there."""
        self.used += above if self.boxes else 0.0
        self.boxes.append((self.used, box, place))
        self.used += box.height

    def draw(self, canvas: Any, shape: Format) -> None:
        """Draw what stands within the frame."""
        edge = shape.height - shape.top
        for start, end in self.bars:
            draw_bar(canvas, shape.left, edge - start, end - start)
        for top, box, place in self.boxes:
            with canvas.at(place):
                box.draw(canvas, shape.left, edge - top)


def draw_bar(canvas: Any, left: float, top: float, height: float) -> None:
    """Draw the bar beside what is for our own side only, in the margin left of the text."""
    canvas.setFillColor(OWN_SIDE)
    canvas.rect(left - _BAR_LEFT, top - height, _BAR, height, stroke=0, fill=1)


def flow(
    sections: Iterable[Section],
    room: float,
    *,
    keep: float = 0.0,
    above: float = ABOVE,
    first: Box | None = None,
) -> list[Sheet]:
    """Return the sections on pages whose frame is so high.

    A heading keeps the first rows with it, no last row stands alone on a page where it can have another beside it, and
    a row higher than a page is the only one that runs over it. `keep` starts a page for a section that would be parted
    and is no higher than so much of a page; `above` is the room above a section; `first` stands at the top of the
    first page.
    """
    sheets = [Sheet()]
    if first:
        sheets[0].put(first)
    for section in sections:
        _put(section, sheets, room, keep, above)
    return sheets


def _put(section: Section, sheets: list[Sheet], room: float, keep: float, above: float) -> None:
    left = room - sheets[-1].used - above
    is_parted = left < section.height <= room * keep
    if sheets[-1].boxes and (section.starts_page or is_parted or not _begins(section, sheets[-1], room - above)):
        sheets.append(Sheet())
    sheet = sheets[-1]
    start = sheet.used + (above if sheet.boxes else 0.0)
    sheet.marks.append((start, section.key, section.title))
    place = Place(Tag.SECT)
    sheet.put(section.heading, above, place)
    for part in section.parts:
        start = _put_part(part, section, sheets, room, start, Place(part.tag, place) if part.tag else place)
    if section.own_side:
        sheets[-1].bars.append((start, sheets[-1].used))


def _begins(section: Section, sheet: Sheet, room: float) -> bool:
    """Tell whether the heading fits the page together with the first rows."""
    first = section.parts[0] if section.parts else Part(())
    height = section.heading.height + _height_of(first, first.rows[:2], with_head=True)
    return bool(sheet.used + height <= room)


def _height_of(part: Part, rows: Sequence[Box], *, with_head: bool) -> float:
    head = part.head.height if part.head and with_head else 0.0
    return head + sum(row.height for row in rows) + part.gap * max(0, len(rows) - 1)


def _put_part(part: Part, section: Section, sheets: list[Sheet], room: float, start: float, place: Place) -> float:
    above = part.above
    needed = above + _height_of(part, part.rows[:1], with_head=True)
    if sheets[-1].used + needed > room and len(sheets[-1].boxes) > 1:
        start = _turn(section, sheets, start)
        above = 0.0
    if part.head:
        sheets[-1].put(part.head, above, place)
        above = 0.0
    for at, row in enumerate(part.rows):
        gap = part.gap if at else above
        # The last two rows go over together, so that none stands alone.
        kept = part.rows[at : at + 2] if at == len(part.rows) - 2 and at else part.rows[at : at + 1]
        if at and sheets[-1].used + gap + _height_of(part, kept, with_head=False) > room:
            start = _turn(section, sheets, start)
            if part.head:
                sheets[-1].put(Unread(part.head))
            gap = 0.0
        sheets[-1].put(row, gap, place)
    return start


def _turn(section: Section, sheets: list[Sheet], start: float) -> float:
    """Go on on a new page, under the heading said again; return where the section begins on it."""
    if section.own_side:
        sheets[-1].bars.append((start, sheets[-1].used))
    sheets.append(Sheet())
    if section.again:
        sheets[-1].put(Unread(section.again))
    return 0.0
