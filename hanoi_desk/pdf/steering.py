"""The first page of the bilateral brief: what one needs to hold the meeting, in the order in which one needs it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.units import mm

from hanoi_desk.briefing.beginnings import bold_beginning
from hanoi_desk.briefing.bilateral_values import Bilateral, Objective, Table
from hanoi_desk.briefing.values import Point
from hanoi_desk.language import Language, word
from hanoi_desk.pdf.boxes import LABELLED, NOTHING, Box, Row, Stack, Tagged, column, draw_rule
from hanoi_desk.pdf.flow import draw_bar
from hanoi_desk.pdf.page import SMALL, WIDTH, Format, Typesetter
from hanoi_desk.pdf.strip import StatusStrip
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLACK, BLUE, GREY, LEADING, PALE, TIE, Lines, Run, tied, width_of

TITLE, BODY, READ_ALOUD, HEADING_SIZE, NAME_SIZE = 15.0, 12.0, 13.0, 11.0, 11.0
LABEL = 28 * mm
TEXT = WIDTH - LABEL
ELSEWHERE = "elsewhere"  # the key of the line that says where the points stand
PADDING, ROOMY = 3.0, 4.0  # above and below a block; what each may gain where the page has room
PADDING_CLOSE, LEADING_CLOSE = 1.9, 1.19  # where all can stand on the page in no other way
_INDENT = 5.4 * mm
_QUOTES = '“”"'
_MET = 56 * mm  # the column that tells how an objective is known to have been met


@dataclass(slots=True)
class SteeringBlock:
    """A block of the page: its name on the left, its rows, and the gap between them that may be stretched."""

    key: str
    rows: Sequence[Box]
    label: Box | None = None
    gap: float = 0.0
    stretch: float = 0.0
    own_side: bool = False
    padding: float = PADDING
    strip: bool = False  # it has the four heavy rules of the status strip
    ruled: bool = True
    tag: Tag | None = None  # of its rows together

    @property
    def height(self) -> float:
        """The height with padding, before any stretching."""
        body = Stack(self.rows, self.gap).height
        return max(body, self.label.height if self.label else 0.0) + 2 * self.padding

    @property
    def wanted(self) -> float:
        """How much more it may take where the page has room."""
        return 2 * ROOMY + max(0, len(self.rows) - 1) * self.stretch

    def draw(self, canvas: Any, left: float, top: float, share: float) -> None:
        """Draw it with this share of what it may take more."""
        height = self.height + self.wanted * share
        if self.ruled:
            draw_rule(canvas, left, top, WIDTH, 0.5, PALE)
        if self.strip:
            for number in range(4):
                start, width = column(3, number * 3)
                draw_rule(canvas, left + start, top, width, 1.7, BLUE)
        if self.own_side:
            draw_bar(canvas, left, top - 2, height - 4)
        under = top - self.padding - ROOMY * share
        if self.label:
            self.label.draw(canvas, left, under)
        rows = Stack(self.rows, self.gap + self.stretch * share, self.tag)
        rows.draw(canvas, left + (LABEL if self.label else 0.0), under)


@dataclass(frozen=True, slots=True)
class SteeringPage:
    """Blocks laid out for one page; what they do not fill is shared out among them."""

    blocks: Sequence[SteeringBlock]

    @property
    def height(self) -> float:
        """The height that the blocks need at least."""
        return sum(block.height for block in self.blocks)

    def draw(self, canvas: Any, shape: Format) -> Iterator[tuple[str, float]]:
        """Draw the blocks from the top; yields the key of each and where it begins, for bookmarks."""
        spare = shape.text_height - self.height
        wanted = sum(block.wanted for block in self.blocks)
        share = min(1.0, max(0.0, spare) / wanted) if wanted else 0.0
        top = shape.height - shape.top
        for block in self.blocks:
            yield block.key, top
            with canvas.element(Tag.SECT):
                block.draw(canvas, shape.left, top, share)
            top -= block.height + block.wanted * share


@dataclass(slots=True)
class Steering:
    """Builds the blocks of the first page."""

    brief: Bilateral
    setter: Typesetter
    most_people: int = 5
    source_page: int = 0
    points_page: int = 0  # where the points stand on another page; 0 where they stand here
    alone: bool = True  # whether they have that page for themselves
    close: bool = False  # the blocks and the points stand closer together
    language: Language = field(init=False)

    def __post_init__(self) -> None:
        self.language = self.brief.language

    def blocks(self) -> Iterator[SteeringBlock]:
        """Yield the blocks in their order."""
        for block in self._blocks():
            block.padding = PADDING_CLOSE if self.close else PADDING
            yield block

    def _blocks(self) -> Iterator[SteeringBlock]:
        yield self._title()
        yield self._heading()
        yield self._participants()
        yield self._prose("reason", self.brief.reason)
        if self.brief.changed:
            yield self._prose("changed", self.brief.changed)
        yield self._objectives()
        yield self._status()
        if self.points_page:
            yield self._points_elsewhere()
        else:
            yield self.points()
        yield self._avoid()
        if self.brief.press_line:
            yield self._prose("press", f"“{self.brief.press_line.strip(_QUOTES)}”")

    def _title(self) -> SteeringBlock:
        code = self._text([Run(self.brief.code, BODY, bold=True)], 30 * mm, "heading", leading=TITLE * LEADING, most=1)
        code_width = width_of(code.lines[0])
        title = self._word("bilateral.title", name=self.brief.name)
        name = self._text([Run(title, TITLE, bold=True)], WIDTH - code_width - 5 * mm, "heading", most=3)
        cells: list[tuple[float, Box]] = [(0, Tagged(name, Tag.HEAD)), (WIDTH - code_width, code)]
        row = Row(cells, rule_below=1.7, width=WIDTH, rule_colour=BLUE, padding=3.5)
        return SteeringBlock("heading", [row], ruled=False)

    def _heading(self) -> SteeringBlock:
        lines = self.brief.heading
        if len(lines) == 1:
            row = self._pair(lines[0].label, lines[0].text, WIDTH)
            return SteeringBlock("meeting", [row], ruled=False, tag=Tag.LIST)
        half = (len(lines) + 1) // 2
        right, width = column(6, 6)
        rows = []
        for left_line, right_line in zip(lines[:half], lines[half:], strict=True):
            pair = [
                (0.0, self._pair(left_line.label, left_line.text, width)),
                (right, self._pair(right_line.label, right_line.text, width)),
            ]
            rows.append(Row(pair))
        return SteeringBlock("meeting", rows, gap=1.2, stretch=2, ruled=False, tag=Tag.LIST)

    def _pair(self, label: str, text: str, width: float) -> Row:
        leading = HEADING_SIZE * 1.2
        name = self._text([Run(label, SMALL, colour=GREY)], LABEL - 2 * mm, "heading", leading=leading, most=1)
        value = self._text([Run(text, HEADING_SIZE)], width - LABEL, "heading", leading=leading, most=3)
        return Row([(0, name), (LABEL, value)], tag=Tag.ITEM, kinds=LABELLED)

    def _participants(self) -> SteeringBlock:
        width = (TEXT - 3 * mm) / 2
        sides = [(at * (width + 3 * mm), self._side(table, width)) for at, table in enumerate(self.brief.tables)]
        return SteeringBlock("participants", [Row(sides)], label=self._label("participants"))

    def _side(self, table: Table, width: float) -> Stack:
        note = self._small(table.note, width * 0.62, "participants")
        note_width = max(map(width_of, note.lines), default=0.0)
        side = self._small(table.side, width - note_width - 2 * mm, "participants")
        cells: list[tuple[float, Box]] = [(0, Tagged(side, Tag.MINOR_HEAD)), (width - note_width, note)]
        head = Row(cells, rule_below=0.9, width=width, rule_colour=BLACK, padding=1.2)
        people: list[Box] = []
        for person in table.people[: self.most_people]:
            name = self._text([Run(person.name, NAME_SIZE, bold=True)], width, "participants", most=2, leading=13.0)
            note = self._small(person.note, width, "participants", most=3)
            people.append(Stack([Stack([name, note], tag=Tag.BODY)], tag=Tag.ITEM))
        hidden = table.more + max(0, len(table.people) - self.most_people)
        if hidden:
            others = self._small(self._word("doc.and_others"), width, "participants")
            people.append(Tagged(Tagged(others, Tag.BODY), Tag.ITEM))
        return Stack([head, Stack(people, gap=2.2, tag=Tag.LIST if people else None)], gap=2.0)

    def _objectives(self) -> SteeringBlock:
        head = Row(
            [
                (0, NOTHING),
                (0, self._small(self._word("bilateral.objective"), 60 * mm, "objectives")),
                (TEXT - _MET, self._small(self._word("bilateral.met_when"), _MET, "objectives")),
            ],
            rule_below=0.9,
            width=TEXT,
            rule_colour=BLACK,
            padding=1.2,
            tag=Tag.ROW,
            kinds=(Tag.CELL, Tag.COLUMN_HEAD, Tag.COLUMN_HEAD),
        )
        rows = [self._objective(number, one) for number, one in enumerate(self.brief.objectives, 1)]
        return SteeringBlock("objectives", [Stack([head, *rows], tag=Tag.TABLE)], label=self._label("objectives"))

    def _objective(self, number: int, objective: Objective) -> Row:
        size, room = 11.5, TEXT - _MET - _INDENT - 3 * mm
        figure = self._text([Run(str(number), size, bold=True, colour=BLUE)], _INDENT, "objectives", most=1)
        text = self._text([Run(objective.text, size)], room, "objectives", most=6, leading=size * 1.2)
        met = self._text([Run(objective.met_when, size)], _MET, "objectives", most=6, leading=size * 1.2)
        return Row(
            [(0, figure), (_INDENT, text), (TEXT - _MET, met)],
            rule_above=0.4 if number > 1 else 0.0,
            width=TEXT,
            padding=1.6,
            tag=Tag.ROW,
            kinds=(Tag.ROW_HEAD, Tag.CELL, Tag.CELL),
        )

    def _status(self) -> SteeringBlock:
        b = self.brief
        keys = [source.key for source in b.sources]
        hint = ""
        if keys and self.source_page:
            name = "sources_at" if len(keys) > 1 else "source_at"
            hint = self._word(f"bilateral.{name}", first=keys[0], last=keys[-1], page=self.source_page)
        strip = StatusStrip(b.cells, b.conflicts, b.next_step, self.language, self.setter, hint=hint)
        return SteeringBlock("status", [strip.box()], strip=True, ruled=False)

    def points(self, *, alone: bool = False) -> SteeringBlock:
        """Return the points to make, to be read aloud; alone on a page they stand far apart."""
        rows = [self._point(number, point) for number, point in enumerate(self.brief.points, 1)]
        gap, stretch = (18.0, 36.0) if alone else (2.5 if self.close else 4.5, 11.0)
        return SteeringBlock("points", rows, label=self._label("points"), gap=gap, stretch=stretch, tag=Tag.LIST)

    def _point(self, number: int, point: Point) -> Row:
        bold, rest = bold_beginning(point.text, self.language)
        runs = [Run(bold, READ_ALOUD, bold=True), Run(rest, READ_ALOUD)]
        mark = word("doc.unverified", self.language) if point.unverified and point.articles else ""
        source = f"[{point.source}]" if point.source else ""
        small = [Run(tied(point.articles), SMALL, colour=GREY, dotted=bool(mark))]
        small += [Run(f" {text}", SMALL, colour=GREY) for text in (mark, source) if text]
        runs += [Run(TIE, SMALL), *small] if point.articles or source else []
        leading = READ_ALOUD * (LEADING_CLOSE if self.close else LEADING)
        text = self._text([r for r in runs if r.text], TEXT - _INDENT, "points", most=8, leading=leading)
        figure = self._text([Run(str(number), READ_ALOUD, bold=True, colour=BLUE)], _INDENT, "points", most=1)
        return Row([(0, figure), (_INDENT, text)], tag=Tag.ITEM, kinds=LABELLED)

    def _points_elsewhere(self) -> SteeringBlock:
        key = "points_alone" if self.alone else "points_at"
        block = self._prose("points", self._word(f"bilateral.{key}", page=self.points_page))
        block.key = ELSEWHERE
        return block

    def _avoid(self) -> SteeringBlock:
        lines = [self._text([Run(text, BODY)], TEXT, "avoid", most=3, leading=BODY * 1.2) for text in self.brief.avoid]
        own_side = self._small(
            "\u00a0".join(self._word("mark.own_side").rsplit(" ", 1)), LABEL - 2 * mm, "avoid", most=2
        )
        return SteeringBlock("avoid", lines, label=Stack([self._label("avoid"), own_side]), gap=1.0, own_side=True)

    def _prose(self, key: str, text: str) -> SteeringBlock:
        lines = self._text([Run(text, BODY)], TEXT, key, most=4, leading=BODY * 1.2)
        return SteeringBlock(key, [lines], label=self._label(key))

    def _label(self, key: str) -> Box:
        words = self._word("brief.points" if key == "points" else f"bilateral.block.{key}")
        name = self._text([Run(words, BODY, bold=True, colour=BLUE)], LABEL - 2 * mm, key, most=3, leading=BODY * 1.2)
        return Tagged(name, Tag.SUBHEAD)

    def _small(self, text: str, width: float, block: str, *, most: int = 2) -> Lines:
        return self._text([Run(text, SMALL, colour=GREY)], width, block, most=most)

    def _text(self, runs: Sequence[Run], width: float, block: str, *, most: int, leading: float | None = None) -> Lines:
        return self.setter.text(runs, width, block, most=most, leading=leading)

    def _word(self, key: str, **gaps: object) -> str:
        return word(key, self.language, **gaps)
