"""Sets the overview of an event pack on two pages: the drawings, then the table and the figures behind them."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm

from hanoi_desk.briefing.pack_values import BarChart, Overview, Table
from hanoi_desk.language import word
from hanoi_desk.pdf.boxes import Box, Row, Stack, Tagged, draw_rule
from hanoi_desk.pdf.charts import BarsDrawing, DatesDrawing, GroupsDrawing, RoadDrawing
from hanoi_desk.pdf.flow import Sheet, draw_bar
from hanoi_desk.pdf.pack_pieces import HEAD, Pieces, Room
from hanoi_desk.pdf.page import SMALL, WIDTH
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLUE, GREY, PALE, Lines, Run

_HALF, _RIGHT = 79 * mm, 86 * mm
_PITCH = 4.9 * mm  # of a bar of C3
_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A box under a thin rule; its own side has the bar at the left."""

    box: Box
    own_side: float = 0.0  # so much of the height has the bar, none for 0
    ruled: bool = True

    @property
    def height(self) -> float:
        """The height with the room above the box."""
        return self.box.height + 9

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the rule and the box."""
        if self.ruled:
            draw_rule(canvas, x, top - 2, WIDTH, 0.5, PALE)
        if self.own_side:
            draw_bar(canvas, x, top - 7, self.own_side)
        self.box.draw(canvas, x, top - 9)


def overview_sheets(pieces: Pieces, overview: Overview) -> list[Sheet]:
    """Return the two pages of the overview."""
    return [_drawings(pieces, overview), *_tables(pieces, overview)]


def _drawings(pieces: Pieces, of: Overview) -> Sheet:
    setter, language = pieces.setter, pieces.language
    blocks = [
        _titled(pieces, of.road.title, RoadDrawing(setter, language, of.road), of.road.note),
        _titled(pieces, of.groups.title, GroupsDrawing(setter, language, of.groups), of.groups.note),
        _halves(pieces, of.commitments, of.coverage),
        _titled(pieces, of.dates.title, DatesDrawing(setter, language, of.dates), of.dates.note),
    ]
    sheet = Sheet()
    sheet.put(pieces.head())
    bar = _half(pieces, of.commitments).height
    boxes = [_Ruled(block, own_side=bar if at == 2 else 0.0, ruled=at > 0) for at, block in enumerate(blocks)]
    spare = pieces.shape.text_height - sheet.used - sum(box.height for box in boxes)
    gap = max(0.0, min(8 * mm, spare / len(boxes)))
    for at, box in enumerate(boxes):
        sheet.put(box, gap if at else gap / 2)
    return sheet


def _titled(pieces: Pieces, title: str, drawing: Box, note: str) -> Box:
    return Stack([_title(pieces, title), Room(2), drawing, Room(2.5), _note(pieces, note, WIDTH)], tag=Tag.SECT)


def _halves(pieces: Pieces, left: BarChart, right: BarChart) -> Box:
    return Row([(0, _half(pieces, left)), (_RIGHT, _half(pieces, right))])


def _half(pieces: Pieces, chart: BarChart) -> Box:
    longest = 8
    pitch = _PITCH * longest / len(chart.bars)
    drawing = BarsDrawing(pieces.setter, pieces.language, chart, _HALF, pitch)
    mark = word("mark.own_side", pieces.language) if chart.own_side else ""
    boxes = [_title(pieces, chart.title, _HALF), _small(pieces, mark), drawing, _note(pieces, chart.note, _HALF)]
    return Stack(boxes, tag=Tag.SECT)


def _small(pieces: Pieces, text: str) -> Box:
    if not text:
        return Room(SMALL * 1.25)
    return pieces.setter.text([Run(text, SMALL, bold=True, colour=GREY)], _HALF, pieces.paper.name, most=1)


def _title(pieces: Pieces, title: str, width: float = WIDTH, mark: str = "") -> Box:
    runs = [Run(title, HEAD, bold=True, colour=BLUE)]
    runs += [Run(f" \u00a0{mark}", SMALL, bold=True, colour=GREY)] if mark else []
    return Tagged(pieces.setter.text(runs, width, pieces.paper.name, most=2), Tag.SUBHEAD)


def _note(pieces: Pieces, note: str, width: float) -> Lines:
    return pieces.setter.text([Run(note, SMALL, colour=GREY)], width, pieces.paper.name, most=5)


def _tables(pieces: Pieces, of: Overview) -> list[Sheet]:
    sheet = Sheet()
    first = _table(pieces, of.first, WIDTH, of.first.title)
    sheet.put(_Ruled(first, own_side=first.height + 4, ruled=False))
    sheet.put(_Ruled(_table(pieces, of.figures, WIDTH, of.figures.title)), 3 * mm)
    rest: list[Box] = []
    if of.conflicts:
        heading = _title(pieces, word("pack.conflicts", pieces.language))
        rest.append(_Ruled(Stack([heading, *(_note(pieces, line, WIDTH) for line in of.conflicts)])))
    listed = pieces.setter.text([Run(of.sources, SMALL, colour=GREY)], WIDTH, pieces.paper.name, most=14)
    rest.append(_Ruled(listed))
    sheets = [sheet]
    for box in rest:
        if sheets[-1].used + box.height + 2 * mm > pieces.shape.text_height:
            sheets.append(Sheet())
        sheets[-1].put(box, 2 * mm)
    return sheets


def _table(pieces: Pieces, table: Table, width: float, title: str) -> Box:
    section = pieces.table(table, width, 9.5 if len(table.columns) > 6 else _SIZE)
    mark = word("mark.own_side", pieces.language) if table.own_side else ""
    boxes: list[Box] = [_title(pieces, title, width, mark), Room(2)] if title else []
    boxes += [Stack([*([part.head] if part.head else []), *part.rows], tag=part.tag) for part in section.parts]
    return Stack(boxes, tag=Tag.SECT)
