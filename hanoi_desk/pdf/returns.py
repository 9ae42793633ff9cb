"""Sets the return for the capital on as many pages as it takes: tables that go on, their headings said again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm

from hanoi_desk.briefing.returns import ReturnCell, ReturnDocument, ReturnTable, Row
from hanoi_desk.language import Language, number, short_date, word
from hanoi_desk.pdf.boxes import Box, Stack, Tagged, Unread
from hanoi_desk.pdf.boxes import Row as Across
from hanoi_desk.pdf.page import BOTTOM, HEIGHT, LEFT, SMALL, WIDTH, Furniture, Typesetter, draw_furniture, new_canvas
from hanoi_desk.pdf.tagging import Place, Tag
from hanoi_desk.pdf.text import BLACK, BLUE, GREY, PALE, Lines, Run, aligned

_TITLE, _HEAD, _BODY, _CELL = 17.0, 12.5, 10.5, 10.0
_GAP = 2.5 * mm  # between two columns
_ABOVE, _PADDING = 7 * mm, 1.5  # above a table, and above and below the words of a row
_UNDER_TITLE = 2.0
_TOGETHER = 3  # rows that are not parted from the headings above them, nor from what ends the table

#: Widths of columns in millimetres; the one of 0 takes what is left. Tables not named here have numbers at the right.
_WIDTHS = {
    "groups": (0, 22, 24, 22, 30),
    "states": (0, 15, 18, 15, 32, 20, 15),
    "promises": (19, 27, 18, 27, 0, 24),
    "deeds": (26, 0, 52),
}
_NUMBER = 28
#: Columns with words that end at the right, as numbers do.
_AT_RIGHT = {("groups", 4)}

#: Of each column: left edge, width, and whether its words end at the right.
_Shape = list[tuple[float, float, bool]]


@dataclass(slots=True)
class _Sheet:
    """One page: boxes, each with its distance from the top of the text."""

    boxes: list[tuple[float, Box, Place | None]] = field(default_factory=list)
    marks: list[tuple[float, str, str]] = field(default_factory=list)  # bookmarks: where, key and words
    used: float = 0.0


def draw_return(document: ReturnDocument, language: Language, buffer: BytesIO) -> tuple[Typesetter, int]:
    """Write the pages into the buffer; return what the typesetter noted and how many pages there are."""
    furniture = Furniture(
        language=language,
        product=document.title,
        subject=document.period,
        marking=document.marking,
        draft=False,
        number=document.number,
        version=1,
        unit="",  # it stands under the title; the foot has no room for the names of all missions
        as_of=document.as_of,
        printed_at=document.printed_at,
    )
    canvas = new_canvas(furniture, buffer)
    canvas.setAuthor(document.unit)
    setter = Typesetter()
    pages = _Setting(document, language, setter).pages()
    canvas.showOutline()
    with canvas.paper(language):
        for at, page in enumerate(pages, 1):
            draw_furniture(canvas, furniture, setter, page=at, pages=len(pages))
            for mark_at, key, words in page.marks:
                canvas.bookmarkHorizontal(key, LEFT, BOTTOM + HEIGHT - mark_at)
                canvas.addOutlineEntry(words, key, 0)
            for top, box, place in page.boxes:
                with canvas.at(place):
                    box.draw(canvas, LEFT, BOTTOM + HEIGHT - top)
            canvas.showPage()
    canvas.save()
    return setter, len(pages)


class _Setting:
    """Lays the tables out and puts them on pages."""

    def __init__(self, document: ReturnDocument, language: Language, setter: Typesetter) -> None:
        self._document = document
        self._language = language
        self._setter = setter
        self._pages = [_Sheet()]

    def pages(self) -> list[_Sheet]:
        """Return the pages with everything on them."""
        self._put(self._head())
        for table in self._document.tables:
            self._put_table(table)
        return self._pages

    # ---- pages ----

    @property
    def _page(self) -> _Sheet:
        return self._pages[-1]

    def _room(self) -> float:
        return HEIGHT - self._page.used

    def _put(self, box: Box, above: float = 0.0, place: Place | None = None) -> None:
        page = self._page
        page.used += above if page.boxes else 0.0
        page.boxes.append((page.used, box, place))
        page.used += box.height

    def _put_table(self, table: ReturnTable) -> None:
        rows, last = list(self._rows(table)), list(self._ending(table))
        title, head = self._title(table), self._head_row(table)
        heads = Stack([title, head], gap=_UNDER_TITLE)
        whole = _ABOVE + heads.height + sum(box.height for box in (*rows, *last))
        first = _ABOVE + heads.height + sum(box.height for box in rows[:_TOGETHER])
        if self._room() < min(whole, first):
            self._pages.append(_Sheet())
        self._page.marks.append((self._page.used, table.key, table.title))
        place = Place(Tag.SECT)
        self._put(title, _ABOVE, place)
        body = Place(Tag.TABLE, place) if table.rows else place
        self._put(head, _UNDER_TITLE, body)
        for at, row in enumerate(rows):
            ends = len(rows) - at <= _TOGETHER
            # The last rows go over together, with what ends the table.
            if self._room() < (sum(box.height for box in (*rows[at:], *last)) if ends else row.height):
                self._pages.append(_Sheet())
                again = Stack([self._title(table, again=True), head], gap=_UNDER_TITLE)
                self._put(Unread(again))
            self._put(row, place=body)
        for box in last:
            self._put(box, place=body if isinstance(box, Across) else place)

    # ---- what stands on them ----

    def _head(self) -> Box:
        document = self._document
        lines: list[Box] = [
            Tagged(self._text(document.title, _TITLE, bold=True, colour=BLUE), Tag.HEAD),
            self._text(document.period, _HEAD),
            *([self._text(document.unit, _BODY)] if document.unit else []),
            *(self._text(rule, SMALL, colour=GREY, most=6) for rule in document.rules),
        ]
        return Stack(lines, gap=3)

    def _title(self, table: ReturnTable, *, again: bool = False) -> Box:
        said = word("return.continued", self._language, title=table.title) if again else table.title
        return Tagged(self._text(said, _HEAD, bold=True, colour=BLUE), Tag.SUBHEAD)

    def _head_row(self, table: ReturnTable) -> Box:
        """Return the heads of the columns, or that there is nothing to say."""
        if not table.rows:
            return self._text(word("return.none", self._language), _CELL)
        cells = []
        for (left, width, is_number), heading in zip(_shape_of(table), table.headings, strict=True):
            box = self._text(heading, SMALL, width=width, colour=GREY, most=3)
            cells.append((left, aligned(box, width, 1) if is_number else box))
        kinds = [Tag.COLUMN_HEAD] * len(cells)
        return Across(cells, rule_below=0.9, width=WIDTH, rule_colour=BLACK, padding=_PADDING, tag=Tag.ROW, kinds=kinds)

    def _rows(self, table: ReturnTable) -> Iterator[Box]:
        shape = _shape_of(table)
        for at, row in enumerate(table.rows):
            yield self._row(shape, row, rule=0.4 if at else 0.0)

    def _ending(self, table: ReturnTable) -> Iterator[Box]:
        if table.total:
            yield self._row(_shape_of(table), table.total, rule=0.9, bold=True)
        if table.rule:
            yield Stack([_Gap(2), self._text(table.rule, SMALL, colour=GREY, most=4)])

    def _row(self, shape: _Shape, row: Row, *, rule: float, bold: bool = False) -> Box:
        cells: list[tuple[float, Box]] = []
        for (left, width, is_number), cell in zip(shape, row, strict=True):
            lines = self._text(self._said(cell), _CELL, width=width, bold=bold, most=4)
            cells.append((left, aligned(lines, width, 1) if is_number else lines))
        colour = BLACK if bold else PALE
        kinds = [Tag.ROW_HEAD, *[Tag.CELL] * (len(cells) - 1)]
        return Across(
            cells, rule_above=rule, width=WIDTH, padding=_PADDING, rule_colour=colour, tag=Tag.ROW, kinds=kinds
        )

    def _said(self, cell: ReturnCell) -> str:
        value = cell.value
        if isinstance(value, date):
            return short_date(value)
        return number(value, self._language) if isinstance(value, int | float) else value or ""

    def _text(
        self, text: str, size: float, *, width: float = WIDTH, bold: bool = False, colour: Any = BLACK, most: int = 3
    ) -> Lines:
        return self._setter.text([Run(text, size, bold=bold, colour=colour)], width, self._document.title, most=most)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Nothing, of some height."""

    height: float

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw nothing."""


def _shape_of(table: ReturnTable) -> _Shape:
    """Return left edge and width of each column, in points, and whether it holds numbers."""
    count = len(table.headings)
    given = [width * mm for width in _WIDTHS.get(table.key, (0, *[_NUMBER] * (count - 1)))]
    rest = WIDTH - sum(given) - _GAP * (count - 1)
    widths = [width or rest for width in given]
    return [(sum(widths[:at]) + _GAP * at, width, _is_number(table, at)) for at, width in enumerate(widths)]


def _is_number(table: ReturnTable, at: int) -> bool:
    """Tell whether a column holds numbers, which end at the right."""
    return (table.key, at) in _AT_RIGHT or (at > 0 and any(isinstance(row[at].value, int) for row in table.rows))
