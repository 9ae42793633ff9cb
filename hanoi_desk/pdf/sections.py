"""The sections of the bilateral brief behind its first page, each laid out before anything is placed on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.units import mm

from hanoi_desk.briefing.bilateral_values import Bilateral, Fact, Neighbour, Pledge, Rung
from hanoi_desk.language import Language, sign, word
from hanoi_desk.pdf.boxes import LABELLED, NOTHING, Box, Row, Stack, Tagged, column
from hanoi_desk.pdf.flow import ABOVE, ABOVE_CLOSE, Part, Section
from hanoi_desk.pdf.page import SMALL, WIDTH, Typesetter
from hanoi_desk.pdf.signs import Barred, Empty, RungSign, Space
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLACK, BLUE, GREY, PALE, TIE, Lines, Run, tied
from hanoi_desk.pdf.timeline import Timeline, listed
from hanoi_desk.treaty import StageMark

HEAD, BODY, TABLE, TABLE_SMALL = 12.0, 12.0, 10.5, 9.5
_GAP = 2 * mm  # between two columns
_PADDING = 1.8
_FORM = ("said", "promised", "by_when", "ours", "next")
_FORM_LINE = 8.5 * mm
_SHORT_FORM, _SHORTEST_FORM = (2, 1, 1, 1, 1), (1, 1, 1, 1, 1)
_MOST = 12  # lines of one cell; a longer text is larger than any that practice allows


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of each list the pages show, and how large the tables are set."""

    interests: int = 6
    raised: int = 6
    pledges: int = 12
    facts: int = 6
    context: int = 5
    biographies: int = 3
    table: float = TABLE
    short_sources: bool = False
    form: tuple[int, int, int, int, int] = (3, 2, 1, 2, 1)  # lines to write on
    above: float = ABOVE  # a section


#: Sections that begin a page where that costs none: their side, what lies behind, and what is for afterwards.
GROUPS = ("facts", "biographies")

#: From all that may be shown to the least, in the order of remedies of pdf-products.md 1.5.
LEVELS = (
    Amounts(),
    Amounts(pledges=8, table=TABLE_SMALL),
    Amounts(pledges=6, table=TABLE_SMALL, short_sources=True),
    Amounts(5, 5, 5, 5, table=TABLE_SMALL, short_sources=True),
    Amounts(4, 4, 4, 4, biographies=2, table=TABLE_SMALL, short_sources=True, form=_SHORT_FORM),
    Amounts(3, 3, 3, 4, 3, 2, TABLE_SMALL, short_sources=True, form=_SHORT_FORM, above=ABOVE_CLOSE),
    Amounts(3, 3, 2, 3, 2, 1, TABLE_SMALL, short_sources=True, form=_SHORT_FORM, above=ABOVE_CLOSE),
    Amounts(2, 3, 1, 2, 1, 1, TABLE_SMALL, short_sources=True, form=_SHORTEST_FORM, above=ABOVE_CLOSE),
)


@dataclass(slots=True)
class Sections:
    """Builds the sections of a brief."""

    brief: Bilateral
    setter: Typesetter
    amounts: Amounts = field(default_factory=Amounts)
    left_out: dict[str, int] = field(default_factory=dict)  # by section, the entries that the pages do not show
    language: Language = field(init=False)

    def __post_init__(self) -> None:
        self.language = self.brief.language

    def all(self) -> Iterator[Section]:
        """Yield the sections in their order."""
        yield self._interests()
        if self.brief.raised:
            yield self._raised()
        yield self._pledges()
        yield self._facts()
        yield self._timeline()
        yield self._ladder()
        yield self._neighbours()
        if self.brief.context:
            yield self._context()
        yield self._biographies()
        yield self._follow_up()
        yield self._sources()
        yield self._distribution()

    # 9 to 11

    def _interests(self) -> Section:
        widths = (92 * mm, 27 * mm, 46 * mm)
        shown = self.brief.interests[: self.amounts.interests]
        rows = [self._row("interests", widths, (one.text, one.expected, one.basis)) for one in shown]
        head = self._heads(widths, ("what", "expected", "basis"))
        part = Part(rows, head, tag=Tag.TABLE) if rows else Part([self._missing()])
        return self._section("interests", [part], hidden=len(self.brief.interests) - len(shown))

    def _raised(self) -> Section:
        widths = (45 * mm, 120 * mm)
        shown = self.brief.raised[: self.amounts.raised]
        rows = []
        for answer in shown:
            runs = [Run(answer.text, self.amounts.table + 0.5)]
            if answer.unverified:
                runs.append(Run(f" {word('doc.unverified', self.language)}", SMALL, colour=GREY))
            unchecked = answer.articles_unverified and not answer.unverified
            runs += self._articles(answer.articles, unchecked)
            question = [Run(f"“{answer.question}”", self.amounts.table + 0.5, italic=True)]
            rows.append(self._cells("raised", widths, [question, runs]))
        part = Part(rows, self._heads(widths, ("question", "answer")), tag=Tag.TABLE)
        return self._section("raised", [part], hidden=len(self.brief.raised) - len(shown))

    def _articles(self, articles: str, unchecked: bool) -> list[Run]:
        if not articles:
            return []
        mark = [Run(f" {word('doc.unverified', self.language)}", SMALL, colour=GREY)] if unchecked else []
        return [Run(TIE, SMALL), Run(tied(articles), SMALL, colour=GREY, dotted=unchecked), *mark]

    def _pledges(self) -> Section:
        b, most = self.brief, self.amounts.pledges
        theirs, ours = b.theirs[:most], b.ours[:most]
        hidden = b.theirs_more + len(b.theirs) - len(theirs) + b.ours_more + len(b.ours) - len(ours)
        parts = [
            self._pledge_part("theirs", theirs, ("day", "who", "words", "grade", "state"), "doc.no_commitment"),
            self._pledge_part("ours", ours, ("day", "owner", "words", "kind", "state"), "bilateral.none_of_ours"),
        ]
        return self._section("pledges", parts, hidden=hidden, own_side=True)

    def _pledge_part(self, key: str, pledges: Sequence[Pledge], columns: Sequence[str], none: str) -> Part:
        widths = (22 * mm, 34 * mm, 53 * mm, 30 * mm, 26 * mm)
        title = self._text([Run(self._word(f"bilateral.{key}"), self.amounts.table, bold=True)], WIDTH, "pledges")
        above = 4 * mm if key == "ours" else 0.0
        if not pledges:
            return Part(
                [self._text([Run(word(none, self.language), self.amounts.table)], WIDTH, "pledges")], title, above=above
            )
        heads = self._heads(widths, tuple(f"column_{name}" for name in columns))
        head = Stack([Tagged(title, Tag.CAPTION), heads], gap=1)
        return Part([self._pledge(pledge, widths) for pledge in pledges], head, above=above, tag=Tag.TABLE)

    def _pledge(self, pledge: Pledge, widths: Sequence[float]) -> Row:
        size = self.amounts.table
        day = [Run(pledge.day, size), Run(f" {pledge.record}", SMALL, colour=GREY)]
        state = [Run(pledge.state, size, bold=pledge.overdue)]
        if pledge.check:
            state.append(Run(sign("; ", self.language) + pledge.check, size))
        said = [[Run(text, size)] for text in (pledge.who, pledge.words, pledge.grade)]
        return self._cells("pledges", widths, [day, *said, state])

    # 12 to 16

    def _facts(self) -> Section:
        left, right, width = 0.0, column(6, 6)[0] + 3 * mm, column(6)[1] - 3 * mm
        sides = (self.brief.usable[: self.amounts.facts], self.brief.internal[: self.amounts.facts])
        keys = ("usable", "internal")
        heads = [self._text([Run(self._word(f"bilateral.{key}"), TABLE, bold=True)], width, "facts") for key in keys]
        head = Row([(left, heads[0]), (right, heads[1])], tag=Tag.ROW, kinds=[Tag.COLUMN_HEAD] * 2)
        said = [[self._fact(fact, width) for fact in facts] or [self._missing(width)] for facts in sides]
        usable, internal = (Stack([Tagged(one, Tag.PARAGRAPH) for one in lines], gap=3.5) for lines in said)
        row = Row([(left, usable), (right, Barred(internal))], tag=Tag.ROW, kinds=[Tag.CELL] * 2)
        hidden = len(self.brief.usable) + len(self.brief.internal) - sum(map(len, sides))
        part = Part([row], Stack([head, Space(2)]), tag=Tag.TABLE)
        return self._section("facts", [part], hidden=hidden)

    def _fact(self, fact: Fact, width: float) -> Lines:
        runs = [Run(fact.text, self.amounts.table, dotted=fact.unverified)]
        if fact.unverified:
            runs.append(Run(f" {word('doc.unverified', self.language)}", SMALL, colour=GREY))
        if fact.source:
            runs.append(Run(f" {tied(fact.source)}", SMALL, colour=GREY))
        return self._text(runs, width, "facts")

    def _timeline(self) -> Section:
        entries = self.brief.timeline
        drawing = Timeline(entries, self.language, self.setter)
        row = Stack([drawing, listed(entries, self.language, self.setter)], gap=3)
        return self._section("timeline", [Part([row])])

    def _ladder(self) -> Section:
        width, right = column(6)[1], column(6, 6)[0]
        half = (len(self.brief.ladder) + 1) // 2
        halves = (self.brief.ladder[:half], self.brief.ladder[half:])
        columns = [Stack([self._rung(rung, width) for rung in rungs]) for rungs in halves]
        size, colon = self.amounts.table, sign(": ", self.language)
        notes: list[Box] = [
            self._text([Run(line.label + colon, size, bold=True), Run(line.text, size)], WIDTH, "ladder")
            for line in self.brief.ladder_notes
        ]
        row = Row([(0, columns[0]), (right, columns[1])], tag=Tag.LIST)
        return self._section("ladder", [Part([Stack([row, Stack(notes)], gap=4)])])

    def _rung(self, rung: Rung, width: float) -> Row:
        size, is_now, left = self.amounts.table, rung.mark in (StageMark.NOW, StageMark.NEXT), 27 * mm
        mark = word("doc.unverified", self.language)
        runs = [Run(rung.name, size, bold=is_now, dotted=rung.unverified)]
        runs += [Run(f" {mark}", SMALL, colour=GREY)] if rung.unverified else []
        lines: list[Box] = [self._text(runs, width - left, "ladder")]
        if rung.note:
            lines.append(self._small(rung.note, width - left, "ladder"))
        words = self._text([Run(rung.word, size, bold=is_now)], left - 6 * mm - 1, "ladder")
        stage = Row([(0, RungSign(rung.mark, 0.0)), (6 * mm, words)])
        cells: list[tuple[float, Box]] = [(0, stage), (left, Stack(lines))]
        return Row(cells, rule_below=0.4, width=width, padding=1.0, tag=Tag.ITEM, kinds=LABELLED)

    def _neighbours(self) -> Section:
        widths = (72 * mm, 40 * mm, 53 * mm)
        rows = [self._neighbour(one, widths) for one in self.brief.neighbours]
        return self._section("neighbours", [Part(rows, tag=Tag.TABLE)])

    def _neighbour(self, one: Neighbour, widths: Sequence[float]) -> Row:
        size = self.amounts.table
        state = [Run(one.state, size, dotted=one.unverified)]
        if one.unverified:
            state.append(Run(f" {word('doc.unverified', self.language)}", SMALL, colour=GREY))
        cells = [[Run(one.treaty, size)], state, [Run(one.note, size)] if one.note else []]
        return self._cells("neighbours", widths, cells, padding=1.0, first=Tag.ROW_HEAD)

    def _context(self) -> Section:
        shown = self.brief.context[: self.amounts.context]
        rows = [self._text([Run(text, self.amounts.table + 0.5)], WIDTH, "context") for text in shown]
        return self._section("context", [Part(rows, gap=2)], hidden=len(self.brief.context) - len(shown))

    # 17 to 20

    def _biographies(self) -> Section:
        shown = self.brief.biographies[: self.amounts.biographies]
        size = self.amounts.table
        rows: list[Box] = []
        for one in shown:
            name = [Run(one.name, size, bold=True), *([Run(f", {one.post}", size)] if one.post else [])]
            text = self._text([Run(one.text, size)], WIDTH, "biographies")
            rows.append(Stack([self._text(name, WIDTH, "biographies"), text]))
        if rows:
            rows.append(self._small(self._word("bilateral.bio_source"), WIDTH, "biographies"))
        part = Part(rows or [self._missing()], gap=3)
        hidden = len(self.brief.biographies) - len(shown)
        return self._section("biographies", [part], hidden=hidden)

    def _follow_up(self) -> Section:
        left = 38 * mm
        rows: list[Box] = []
        for key, count in zip(_FORM, self.amounts.form, strict=True):
            name = self._text([Run(self._word(f"bilateral.form_{key}"), TABLE, bold=True)], left - _GAP, "follow_up")
            lines = Stack([Empty(_FORM_LINE, WIDTH - left)] * count)
            rows.append(Row([(0, Stack([Space(3.4 * mm), name])), (left, lines)]))
        hint = self._small(self._word("bilateral.form_hint"), WIDTH, "follow_up")
        return self._section("follow_up", [Part([Stack([hint, *rows])])])

    def _sources(self) -> Section:
        if self.amounts.short_sources:
            said = " ".join(f"[{source.key}]\u00a0{source.brief}" for source in self.brief.sources)
            return self._section(
                "sources", [Part([self._small(said, WIDTH, "sources")] if said else [self._missing()])]
            )
        rows = [
            Row(
                [
                    (0, self._small(f"[{source.key}]", 11 * mm, "sources")),
                    (11 * mm, self._small(source.text, WIDTH - 11 * mm, "sources")),
                ],
                tag=Tag.ITEM,
                kinds=LABELLED,
            )
            for source in self.brief.sources
        ]
        part = Part(rows, tag=Tag.LIST) if rows else Part([self._missing()])
        return self._section("sources", [part])

    def _distribution(self) -> Section:
        half, right, label_width = column(6)[1], column(6, 6)[0], 34 * mm
        to = self._word("bilateral.to") + sign(":", self.language)
        label = self._text([Run(to, 12, bold=True, italic=True)], half, "distribution")
        listed = [self._text([Run(f"- {line}", 11)], half, "distribution") for line in self.brief.distribution]
        named = Stack([Tagged(Tagged(line, Tag.BODY), Tag.ITEM) for line in listed], tag=Tag.LIST if listed else None)
        lines = []
        for line in self.brief.sign_off:
            name = self.setter.text(
                [Run(line.label, SMALL, colour=GREY)], label_width - _GAP, "distribution", leading=13.2
            )
            text = self._text([Run(line.text, 10.5)], half - label_width, "distribution")
            lines.append(Row([(0, name), (label_width, text)], tag=Tag.ITEM, kinds=LABELLED))
        row = Row([(0, Stack([label, named])), (right, Stack(lines, gap=2, tag=Tag.LIST))])
        return self._section("distribution", [Part([row])])

    # what sections share

    def _section(self, key: str, parts: Sequence[Part], *, hidden: int = 0, own_side: bool = False) -> Section:
        title = self._word(f"bilateral.block.{key}")
        if hidden:
            self.left_out[key] = hidden
        notes = [self._word("mark.own_side")] if own_side else []
        notes += [self._word("bilateral.more_on_file", n=hidden)] if hidden else []
        return Section(
            key,
            title,
            self._heading(title, notes),
            parts,
            self._heading(self._word("bilateral.continued", title=title), []),
            own_side,
        )

    def _heading(self, title: str, notes: Sequence[str]) -> Box:
        runs = [Run(title, HEAD, bold=True, colour=BLUE)]
        runs += [Run(f" \u00a0{note}", SMALL, colour=GREY) for note in notes]
        text = Tagged(self._text(runs, WIDTH, "heading"), Tag.SUBHEAD)
        return Stack([Row([(0, text)], rule_below=0.9, width=WIDTH, rule_colour=BLUE, padding=1.2), Space(2.5)])

    def _heads(self, widths: Sequence[float], keys: Sequence[str]) -> Row:
        cells = [[Run(self._word(f"bilateral.{key}"), SMALL, colour=GREY)] for key in keys]
        placed = list(_placed(widths))
        boxes = [(left, self._text(runs, room, "head")) for (left, room), runs in zip(placed, cells, strict=True)]
        kinds = [Tag.COLUMN_HEAD] * len(boxes)
        return Row(boxes, rule_below=0.9, width=WIDTH, rule_colour=BLACK, padding=1, tag=Tag.ROW, kinds=kinds)

    def _row(self, key: str, widths: Sequence[float], texts: Sequence[str]) -> Row:
        return self._cells(key, widths, [[Run(text, self.amounts.table)] if text else [] for text in texts])

    def _cells(
        self,
        key: str,
        widths: Sequence[float],
        cells: Sequence[Sequence[Run]],
        *,
        padding: float = _PADDING,
        first: Tag = Tag.CELL,
    ) -> Row:
        boxes: list[tuple[float, Box]] = []
        for (left, room), runs in zip(_placed(widths), cells, strict=True):
            boxes.append((left, self._text(runs, room, key) if runs else NOTHING))
        return Row(
            boxes,
            rule_below=0.4,
            width=WIDTH,
            padding=padding,
            rule_colour=PALE,
            tag=Tag.ROW,
            kinds=[first, *[Tag.CELL] * (len(boxes) - 1)],
        )

    def _missing(self, width: float = WIDTH) -> Lines:
        return self._text([Run(self._word("ui.not_recorded"), self.amounts.table)], width, "table")

    def _small(self, text: str, width: float, block: str) -> Lines:
        return self._text([Run(text, SMALL, colour=GREY)], width, block)

    def _text(self, runs: Sequence[Run], width: float, block: str) -> Lines:
        return self.setter.text(runs, width, block, most=_MOST)

    def _word(self, key: str, **gaps: object) -> str:
        return word(key, self.language, **gaps)


def _placed(widths: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Yield left edge and room of each column."""
    left = 0.0
    for at, width in enumerate(widths):
        yield left, width - (_GAP if at < len(widths) - 1 else 0.0)
        left += width
