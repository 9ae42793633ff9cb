"""The blocks of the one-page country brief, each laid out once and measured before anything is drawn."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.units import mm

from hanoi_desk.briefing.values import Answer, Briefing, Contact, Marking, Point, Promise
from hanoi_desk.language import Language, sign, word
from hanoi_desk.pdf.boxes import LABELLED, Box, Row, Stack, Tagged, column
from hanoi_desk.pdf.page import SMALL, WIDTH, Typesetter
from hanoi_desk.pdf.strip import StatusStrip
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLACK, BLUE, GREY, LEADING, TIE, Lines, Run, tied, width_of

BODY, READ_ALOUD, TABLE, TABLE_SMALL = 12.0, 13.0, 10.5, 9.5
LABEL = 28 * mm  # the column of the blocks' names, on the left
TEXT = WIDTH - LABEL
DAY = 19 * mm  # the column of dates inside a block


#: The words that name each block, in bookmarks and warnings.
NAMES = {
    "title": "brief.title",
    "status": "brief.status",
    "deadline": "brief.deadline",
    "changed": "doc.block.changes",
    "objective": "doc.block.objective",
    "points": "doc.block.points",
    "raised": "doc.block.if_raised",
    "avoid": "bilateral.block.avoid",
    "press": "bilateral.block.press",
    "promises": "doc.block.commitments",
    "contacts": "doc.block.contacts",
    "people": "doc.block.people",
    "sources": "doc.block.sources",
}
_LABELS = {
    "changed": "brief.changes",
    "points": "brief.points",
    "promises": "brief.commitments",
    "contacts": "brief.contacts",
}  # for a narrow column


@dataclass(frozen=True, slots=True)
class Limits:
    """The most lines that one text of a block may take; a longer one is larger than its block and is cut."""

    name: int = 3
    changed: int = 2
    objective: int = 3
    cell: int = 6
    contact: int = 4
    person: int = 2
    conflict: int = 2
    answer: int = 4
    drafted: int = 3  # what to avoid, the line for the press
    sources: int = 5


#: For a page that hostile texts would fill even after its lists are shortened.
TIGHT = Limits(name=1, changed=1, objective=1, cell=2, contact=1, person=1, conflict=1, answer=2, drafted=1, sources=3)


@dataclass(slots=True)
class Block:
    """A named block: a list of which `shown` items are drawn; how many are left out stands under its name.

    `gap` lies between the items; up to `stretch` is added to each gap where the page has room.
    """

    key: str
    label: Box | None
    items: Sequence[Box]
    head: Box | None = None
    gap: float = 0.0
    stretch: float = 0.0
    beyond: int = 0  # entries that the desk holds beyond the items
    least: int = 1  # how far the list may be shortened
    below: float = 0.0  # more room under the block
    own_side: bool = False
    ruled: bool = True
    more: Callable[[int], Box] | None = None
    tag: Tag | None = None  # of the list as one, head and items
    order: Sequence[int] = ()  # of the items, the one to keep longest first; as they stand where not given
    shown: int = field(init=False)

    def __post_init__(self) -> None:
        self.shown = len(self.items)

    @property
    def left_out(self) -> int:
        """How many entries the page does not show."""
        return len(self.items) - self.shown + self.beyond

    def boxes(self) -> list[Box]:
        """Return the items that are drawn, as they stand in the list."""
        kept = sorted((self.order or range(len(self.items)))[: self.shown])
        return [self.items[at] for at in kept]

    def beside(self) -> Box | None:
        """Return the name of the block, and under it how many entries are left out."""
        if self.label and self.more and self.left_out:
            return Stack([self.label, self.more(self.left_out)])
        return self.label

    def lacks(self, least: int = 0) -> float:
        """Return the height of the items that are not drawn, of which `least` in all are enough where given."""
        wanted = min(len(self.items), max(self.shown, least or len(self.items)))
        kept = sorted((self.order or range(len(self.items)))[:wanted])
        return Stack([self.items[at] for at in kept], self.gap).height - Stack(self.boxes(), self.gap).height

    @property
    def gaps(self) -> int:
        """How many gaps can be stretched."""
        return max(0, min(self.shown, len(self.items)) - 1) if self.gap else 0

    @property
    def height(self) -> float:
        """The height of the block without padding and stretching."""
        body = Stack(self.boxes(), self.gap).height + (self.head.height if self.head else 0.0)
        name = self.beside()
        return max(body, name.height if name else 0.0) + self.below

    def shorten(self) -> bool:
        """Leave out the last item shown, if one may be."""
        if self.shown <= self.least:
            return False
        self.shown -= 1
        return True

    def lengthen(self) -> bool:
        """Take back an item that was left out, if one was."""
        if self.shown == len(self.items):
            return False
        self.shown += 1
        return True


@dataclass(slots=True)
class Blocks:
    """Builds the blocks of a briefing in one language."""

    briefing: Briefing
    language: Language
    setter: Typesetter
    limits: Limits = field(default_factory=Limits)
    table_size: float = TABLE
    short_sources: bool = False
    is_tied: bool = True  # small print goes over to the next line with the last word, which takes more room

    def title(self) -> Block:
        """Block 1: name, groups, capital, our mission."""
        b, language = self.briefing, self.language
        code = self._text([Run(b.code, TABLE, bold=True)], 30 * mm, "title", most=1, leading=15 * LEADING)
        code_width = 14 * mm
        name = self._text([Run(b.name, 15, bold=True)], WIDTH - code_width, "title", most=self.limits.name)
        first = " · ".join(part for part in (b.formal_name, *b.groups) if part)
        seat = word("brief.capital", language, name=b.capital) if b.capital else ""
        mission = word("brief.covered_by", language, name=b.mission or word("ui.not_recorded", language))
        mission = "" if b.marking is Marking.PUBLIC else mission
        under = [
            self._text([Run(text, 10)], WIDTH, "title", most=2)
            for text in (first, " · ".join(filter(None, (seat, mission))))
            if text
        ]
        right = WIDTH - sum(width_of(line) for line in code.lines[:1])
        return Block("title", None, [Stack([Row([(0, Tagged(name, Tag.HEAD)), (right, code)]), *under])], ruled=False)

    def status(self) -> Block:
        """Block 2: the four cells, what sources disagree on, and the next legal step."""
        b = self.briefing
        strip = StatusStrip(b.cells, b.conflicts, b.next_step, self.language, self.setter, self.limits.conflict)
        return Block("status", None, [strip.box()], ruled=False)

    def deadline(self) -> Block:
        """Block 3: days left to sign or what is true instead, and the counted instruments."""
        line, inset = self.briefing.deadline, 2.7 * mm
        width = column(6)[1] - inset

        def half(words: str, note: str) -> Stack:
            head = self._text([Run(words, BODY, bold=True)], width, "deadline", most=2)
            return Stack([head, self._small(note, width, "deadline", most=2)])

        start = inset if line.framed else 0.0
        halves = [(start, half(line.left, line.left_note)), (column(6, 6)[0], half(line.right, line.right_note))]
        return Block("deadline", None, [Row(halves, padding=3)], ruled=False, below=3 if line.framed else 0)

    def changed(self) -> Block:
        """Block 4: what changed since the last brief."""
        return self._prose("changed", self.briefing.changed, self.limits.changed)

    def objective(self) -> Block:
        """Block 5: one sentence."""
        return self._prose("objective", self.briefing.objective, self.limits.objective)

    def _prose(self, key: str, text: str, most: int) -> Block:
        return Block(key, self._label(key), [self._text([Run(text, BODY)], TEXT, key, most=most)])

    def points(self) -> Block:
        """Block 6: points to make, to be read aloud."""
        items = [self._point(number, point) for number, point in enumerate(self.briefing.points, 1)]
        return Block("points", self._label("points"), items, gap=4.5, stretch=11, least=len(items), tag=Tag.LIST)

    def _point(self, number: int, point: Point) -> Row:
        indent = 5.4 * mm
        lead, _, rest = point.text.partition(":") if point.request else ("", "", point.text)
        runs = [Run(f"{lead}:", READ_ALOUD, bold=True)] if rest and lead else []
        runs.append(Run(rest if runs else point.text, READ_ALOUD))
        runs += self._articles(point.articles, point.unverified, point.source)
        text = self._text(runs, TEXT - indent, "points", most=4, leading=READ_ALOUD * 1.25)
        figure = self._text([Run(str(number), READ_ALOUD, bold=True, colour=BLUE)], indent, "points", most=1)
        return Row([(0, figure), (indent, text)], tag=Tag.ITEM, kinds=LABELLED)

    def _articles(self, articles: str, unverified: bool, source: str = "") -> list[Run]:
        mark = word("doc.unverified", self.language) if unverified and articles else ""
        small = [Run(tied(articles), SMALL, colour=GREY, dotted=bool(mark)), Run(f" {mark}", SMALL, colour=GREY)]
        small.append(Run(f" [{source}]" if source else "", SMALL, colour=GREY))
        shown = [run for run in small if run.text.strip()]
        return [Run(TIE if self.is_tied else " \u00a0", SMALL), *shown] if shown else []

    def raised(self) -> Block:
        """Block 7: questions that may come, with answers."""
        items = [self._answer(answer) for answer in self.briefing.raised]
        return Block("raised", self._label("raised"), items, gap=3.5, stretch=4, least=min(1, len(items)))

    def _answer(self, answer: Answer) -> Stack:
        question = self._text([Run(f"“{answer.question}”", BODY, italic=True)], TEXT, "raised", most=2)
        runs = [Run(answer.text, BODY, dotted=False)]
        if answer.unverified:
            runs.append(Run(f" {word('doc.unverified', self.language)}", SMALL, colour=GREY))
        runs += self._articles(answer.articles, answer.articles_unverified and not answer.unverified)
        return Stack([question, self._text(runs, TEXT, "raised", most=self.limits.answer, leading=BODY * 1.25)])

    def avoid(self) -> Block:
        """What not to say, where the drafter wrote it: for our own side only."""
        most = self.limits.drafted
        lines = [self._text([Run(text, BODY)], TEXT, "avoid", most=most) for text in self.briefing.avoid]
        return Block("avoid", self._label("avoid"), lines, gap=1.5, least=len(lines), own_side=True)

    def press(self) -> Block:
        """The line for the press, where the drafter wrote it."""
        return self._prose("press", f"“{self.briefing.press_line}”", self.limits.drafted)

    def promises(self) -> Block:
        """Block 8: their commitments."""
        b = self.briefing
        if not b.promises:
            none = self._text([Run(word("doc.no_commitment", self.language), TABLE)], TEXT, "promises")
            return Block("promises", self._label("promises"), [none], own_side=True)
        edges = (0.0, DAY, DAY + 35 * mm, DAY + 76 * mm, TEXT)
        names = ("day", "who", "words", "grade")
        heads = [self._small(word(f"brief.column_{name}", self.language), 36 * mm, "promises") for name in names]
        columns = list(zip(edges, heads, strict=False))
        head = Row(
            columns, rule_below=0.9, width=TEXT, rule_colour=BLACK, padding=1, tag=Tag.ROW,
            kinds=[Tag.COLUMN_HEAD] * len(columns),
        )  # fmt: skip
        items = [self._promise(promise, edges, first=not at) for at, promise in enumerate(b.promises)]
        return Block(
            "promises", self._label("promises"), items, head, beyond=b.promises_more, own_side=True, more=self._more,
            tag=Tag.TABLE,
        )  # fmt: skip

    def _promise(self, promise: Promise, edges: Sequence[float], first: bool) -> Row:
        def cell(at: int, *runs: Run) -> tuple[float, Box]:
            room = edges[at + 1] - edges[at] - (2 * mm if at < 3 else 0)
            return edges[at], self._text(runs, room, "promises", most=self.limits.cell)

        size = self.table_size
        state = Run(promise.state, size, bold=promise.overdue)
        return Row(
            [
                cell(0, Run(promise.made_on, size)),
                cell(1, Run(promise.who, size)),
                cell(2, Run(promise.words, size)),
                cell(3, Run(promise.grade + sign("; ", self.language), size), state),
            ],
            rule_above=0 if first else 0.5, width=TEXT, padding=1.6, tag=Tag.ROW, kinds=[Tag.CELL] * 4,
        )  # fmt: skip

    def contacts(self) -> Block:
        """Block 9: last contacts, what is planned, our open tasks."""
        b = self.briefing
        items: list[Box] = [self._contact(contact) for contact in b.contacts]
        tag = Tag.LIST if items else None
        if not items:
            items = [self._text([Run(word("brief.no_contacts", self.language), TABLE)], TEXT, "contacts")]
        order = sorted(range(len(b.contacts)), key=lambda at: b.contacts[at].rank)
        return Block(
            "contacts", self._label("contacts"), items, beyond=b.contacts_more, more=self._more, tag=tag, order=order
        )

    def _contact(self, contact: Contact) -> Row:
        size = self.table_size
        lead = [Run(contact.lead + sign(": ", self.language), size, bold=True)] if contact.lead else []
        text = self._text([*lead, Run(contact.text, size)], TEXT - DAY, "contacts", most=self.limits.contact)
        day = self._text([Run(contact.day, size)], DAY, "contacts", most=1)
        return Row([(0, day), (DAY, text)], tag=Tag.ITEM, kinds=LABELLED)

    def people(self) -> Block:
        """Block 10: whom to talk to."""
        items: list[Box] = []
        for person in self.briefing.people:
            said = [Run(person.note, SMALL, colour=GREY)]
            note = self._text(said, TEXT * 0.45, "people", most=2, leading=TABLE * LEADING)
            note_width = max(map(width_of, note.lines), default=0.0)
            room = TEXT - note_width - (4 * mm if note_width else 0)
            text = self._text([Run(person.text, TABLE)], room, "people", most=self.limits.person)
            items.append(Row([(0, text), (TEXT - note_width, note)], tag=Tag.PARAGRAPH))
        if not items:
            items = [self._text([Run(word("ui.not_recorded", self.language), TABLE)], TEXT, "people")]
        return Block("people", self._label("people"), items, beyond=self.briefing.people_more, more=self._more)

    def sources(self) -> Block:
        """Block 11: sources under their keys, and who prepared and reviewed the page."""
        most = self.limits.sources
        listed = _listed((s.key, s.text) for s in self.briefing.sources)
        if self.short_sources or not self.setter.fits([Run(listed, SMALL)], TEXT, most):
            self.short_sources = True
            listed = _listed((s.key, s.brief) for s in self.briefing.sources)
        texts = ((listed, most), (self.briefing.sign_off, 2))
        lines = [self._small(text, TEXT, "sources", most=most) for text, most in texts if text]
        return Block("sources", self._label("sources"), [Stack(lines)])

    def all(self) -> Iterator[Block]:
        """Yield the blocks from the top of the page to its foot."""
        yield self.title()
        yield self.status()
        yield self.deadline()
        if self.briefing.marking is not Marking.PUBLIC:
            yield from self._own_side()
        yield self.sources()

    def _own_side(self) -> Iterator[Block]:
        yield self.changed()
        yield self.objective()
        yield self.points()
        if self.briefing.raised:
            yield self.raised()
        if self.briefing.avoid:
            yield self.avoid()
        if self.briefing.press_line:
            yield self.press()
        yield self.promises()
        yield self.contacts()
        yield self.people()

    def _label(self, key: str) -> Box:
        words = word(_LABELS.get(key) or NAMES[key], self.language)
        name: Box = self._text([Run(words, BODY, bold=True, colour=BLUE)], LABEL - 2 * mm, key, most=3)
        name = Tagged(name, Tag.SUBHEAD)
        if key not in ("promises", "avoid"):
            return name
        own_side = "\u00a0".join(word("mark.own_side", self.language).rsplit(" ", 1))
        return Stack([name, self._small(own_side, LABEL - 2 * mm, key, most=3)])

    def _more(self, count: int) -> Lines:
        return self._small(word("brief.more", self.language, n=count), LABEL - 2 * mm, "contacts")

    def _small(self, text: str, width: float, block: str, most: int = 1) -> Lines:
        return self._text([Run(text, SMALL, colour=GREY)], width, block, most=most)

    def _text(
        self, runs: Sequence[Run], width: float, block: str, *, most: int = 4, leading: float | None = None
    ) -> Lines:
        return self.setter.text(runs, width, block, most=most, leading=leading)


def _listed(sources: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"[{key}]\u00a0{text}" for key, text in sources)
