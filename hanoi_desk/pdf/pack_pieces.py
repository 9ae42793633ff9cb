"""Sets the written papers of an event pack: headings, tables that go on over pages, lines, questions, forms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm

from hanoi_desk.briefing.pack_values import Column, Form, PackPaper, Piece, Prose, Questions, Table, TableCell
from hanoi_desk.language import Language, word
from hanoi_desk.pdf.boxes import LABELLED, Box, Row, Stack, Tagged
from hanoi_desk.pdf.flow import Part, Section, Sheet, flow
from hanoi_desk.pdf.page import SMALL, Format, Typesetter
from hanoi_desk.pdf.signs import Empty
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLACK, BLUE, GREY, PALE, TIE, Lines, Run, aligned, tied, width_of

TITLE, HEAD, BODY, READ_ALOUD, CELL, CELL_SMALL = 15.0, 12.0, 12.0, 13.0, 10.0, 9.5
_GAP, _PADDING = 2.5 * mm, 1.7
_LINE = 7.5 * mm  # a line to write on
_MOST = 14  # lines of one cell
_SHORT = 0.5  # of the height of a page
_LONG = 40  # rows from which a table is set smaller


@dataclass(frozen=True, slots=True)
class Room:
    """Nothing, of some height."""

    height: float

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw nothing."""


@dataclass(slots=True)
class Pieces:
    """Sets one paper; `number` is said beside its title, in words."""

    setter: Typesetter
    language: Language
    shape: Format
    paper: PackPaper
    number: str

    def head(self) -> Box:
        """Return the title of the paper, its number at the right, and what it is about."""
        width = self.shape.text_width
        number = self._text([Run(self.number, 11, bold=True)], 40 * mm, most=1, leading=TITLE * 1.25)
        room = max(map(width_of, number.lines), default=0.0)
        title = self._text([Run(self.paper.title, TITLE, bold=True)], width - room - 6 * mm, most=2)
        lines: list[Box] = [Row([(0, Tagged(title, Tag.HEAD)), (width - room, number)])]
        if self.paper.subtitle:
            lines.append(self._text([Run(self.paper.subtitle, 11)], width, most=2))
        if self.paper.own_side:
            own = Run(word("mark.own_side", self.language), SMALL, bold=True)
            lines.append(self._text([own], width, most=1))
        return Row([(0, Stack(lines, 1))], rule_below=0.5, width=width, padding=2.5)

    def sheets(self, pieces: Sequence[Piece]) -> list[Sheet]:
        """Return the pages of a paper that is made of pieces; short ones are not parted where that costs no page."""
        sections = [section for piece in pieces for section in self.section(piece)]
        room, head = self.shape.text_height, self.head()
        return min((flow(sections, room, keep=keep, above=4.4 * mm, first=head) for keep in (_SHORT, 0.0)), key=len)

    def section(self, piece: Piece) -> Iterator[Section]:
        """Yield what a piece is set as."""
        match piece:
            case Table():
                yield self.table(piece)
            case Prose():
                gap, tag = (3.4, Tag.LIST) if piece.numbered else (2.2, None)
                yield self._section(piece.title, [Part(self._prose(piece), gap=gap, tag=tag)])
            case Questions():
                rows = [self._question(one.question, one.answer, one.note, one.unverified) for one in piece.questions]
                yield self._section(piece.title, [Part(rows, gap=6)])
            case Form():
                rows = [self._field(label, lines) for label, lines in piece.fields]
                yield self._section(piece.title, [Part(rows, gap=3)])

    def _section(self, title: str, parts: Sequence[Part], *, own_side: bool = False) -> Section:
        heading: Box = Room(0)
        again = None
        if title:
            said_again = word("pack.continued", self.language, title=title)
            heading = Stack([self._heading(title, own_side=own_side), Room(3)])
            again = Stack([self._heading(said_again, own_side=own_side), Room(3)])
        return Section(title or self.paper.key, title, heading, parts, again=again, own_side=own_side)

    def _heading(self, title: str, *, own_side: bool) -> Box:
        runs = [Run(title, HEAD, bold=True, colour=BLUE)]
        if own_side and not self.paper.own_side:
            runs.append(Run(f" \u00a0{word('mark.own_side', self.language)}", SMALL, bold=True, colour=GREY))
        return Tagged(self._text(runs, self.shape.text_width, most=2), Tag.SUBHEAD)

    # ---- tables ----

    def table(self, table: Table, width: float | None = None, size: float | None = None) -> Section:
        """Return a table as a section: its heads are said again on each page, its note stays with the last row."""
        room = width or self.shape.text_width
        places = columns_of(table.columns, room)
        size = size or (CELL_SMALL if len(table.rows) > _LONG or len(table.columns) > 6 else CELL)
        rows: list[Box] = [self._row(table, places, row, size, at, room) for at, row in enumerate(table.rows)]
        if not rows and table.empty:
            rows.append(self._text([Run(table.empty, CELL)], room))
        if table.note:
            note = self._text([Run(table.note, SMALL, colour=GREY)], room)
            rows.append(Stack([Room(3), Tagged(note, Tag.PARAGRAPH, outside=bool(table.rows))]))
        heads = self._heads(table, places, room) if table.rows else None
        tag = Tag.TABLE if table.rows else None
        return self._section(table.title, [Part(rows, heads, tag=tag)], own_side=table.own_side)

    def _heads(self, table: Table, places: Sequence[tuple[float, float]], room: float) -> Box:
        cells: list[tuple[float, Box]] = []
        for column, (left, width) in zip(table.columns, places, strict=True):
            lines = self._text([Run(column.heading, SMALL, colour=GREY)], width, most=3)
            cells.append((left, aligned(lines, width, 1) if column.at_right else lines))
        kinds = [Tag.COLUMN_HEAD] * len(cells)
        return Row(cells, rule_below=0.9, width=room, rule_colour=BLACK, padding=1.2, tag=Tag.ROW, kinds=kinds)

    def _row(
        self,
        table: Table,
        places: Sequence[tuple[float, float]],
        row: Sequence[TableCell],
        size: float,
        at: int,
        room: float,
    ) -> Row:
        cells: list[tuple[float, Box]] = []
        for column, (left, width), cell in zip(table.columns, places, row, strict=True):
            lines = self._text([Run(cell.text, size, bold=cell.bold, dotted=cell.unverified)], width)
            cells.append((left, aligned(lines, width, 1) if column.at_right else lines))
        kinds = [Tag.CELL] * len(cells)
        rule = 0.4 if at else 0.0
        return Row(cells, rule_above=rule, width=room, padding=_PADDING, rule_colour=PALE, tag=Tag.ROW, kinds=kinds)

    # ---- lines ----

    def _prose(self, prose: Prose) -> list[Box]:
        notes = [*prose.notes, *[""] * (len(prose.paragraphs) - len(prose.notes))]
        rows: list[Box] = []
        for at, (text, note) in enumerate(zip(prose.paragraphs, notes, strict=False), 1):
            rows.append(self._line(str(at) if prose.numbered else "", text, note, is_aloud=bool(prose.notes)))
        small = (Run(note, SMALL, colour=GREY) for note in prose.notes[len(prose.paragraphs) :])
        notes_below = (self._text([run], self.shape.text_width, most=80) for run in small)
        return [*rows, *(Tagged(note, Tag.PARAGRAPH, outside=prose.numbered) for note in notes_below)]

    def _line(self, number: str, text: str, note: str, *, is_aloud: bool) -> Box:
        size = READ_ALOUD if is_aloud else BODY
        indent = 6 * mm if number else 0.0
        room = self.shape.text_width - indent
        boxes: list[Box] = [self._text([Run(text, size)], room)]
        if note:
            boxes.append(self._text([Run(note, SMALL, colour=GREY)], room, most=2))
        figure = self._text([Run(number, size, bold=True, colour=BLUE)], 6 * mm, most=1)
        if not number:
            return Stack(boxes)
        return Row([(0, figure), (indent, Stack(boxes))], tag=Tag.ITEM, kinds=LABELLED)

    def _question(self, question: str, answer: str, note: str, unverified: bool) -> Box:
        room = self.shape.text_width
        runs = [Run(answer, BODY)]
        if unverified:
            runs.append(Run(f" {word('doc.unverified', self.language)}", SMALL, colour=GREY))
        if note:
            runs.append(Run(f"{TIE}{tied(note)}", SMALL, colour=GREY))
        return Stack([self._text([Run(f"“{question}”", BODY, italic=True)], room), self._text(runs, room)])

    def _field(self, label: str, lines: int) -> Box:
        width = self.shape.text_width
        name = self._text([Run(label, CELL, bold=True)], width, most=2)
        return Stack([name, *(Empty(_LINE if at else _LINE * 0.8, width) for at in range(lines))])

    def _text(self, runs: Sequence[Run], width: float, *, most: int = _MOST, leading: float | None = None) -> Lines:
        return self.setter.text(runs, width, self.paper.name, most=most, leading=leading)


def columns_of(columns: Sequence[Column], room: float) -> list[tuple[float, float]]:
    """Return left edge and width of each column, in points; those without a width share what is left."""
    given = [column.width * mm for column in columns]
    open_ones = sum(not width for width in given) or 1
    rest = (room - sum(given) - _GAP * (len(columns) - 1)) / open_ones
    widths = [width or rest for width in given]
    return [(sum(widths[:at]) + _GAP * at, width) for at, width in enumerate(widths)]
