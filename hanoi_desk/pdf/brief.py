"""Fits the blocks of the country brief on exactly one page and draws them (pdf-products.md, section 2)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from hanoi_desk.briefing.values import Briefing, Marking
from hanoi_desk.language import Language, word
from hanoi_desk.pdf.blocks import LABEL, NAMES, TABLE_SMALL, TIGHT, Block, Blocks
from hanoi_desk.pdf.boxes import Stack, column, draw_frame, draw_rule
from hanoi_desk.pdf.drawn import Drawn, Fill, fill_of, of_paper
from hanoi_desk.pdf.page import (
    A4_UPRIGHT,
    BOTTOM,
    LEFT,
    WIDTH,
    Format,
    Furniture,
    Laid,
    Typesetter,
    draw_furniture,
    new_canvas,
)
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLUE, PALE

ABOVE, BELOW = 2.6, 3.0  # padding of a block, in points
_ROOMY = 3.0  # what each padding gains where the page has room
ENOUGH_ANSWERS = 2
_OWN_SIDE = HexColor("#A9AFBA")


def draw_briefs(briefings: Sequence[tuple[Briefing, Language]], buffer: BytesIO, shape: Format = A4_UPRIGHT) -> Drawn:
    """Write the pages of briefs, one each and their numbers running on, into the buffer."""
    canvas = new_canvas(_furniture(*briefings[0]), buffer, shape)
    canvas.showOutline()
    drawn, laid = Drawn(len(briefings)), Laid()
    for page, (briefing, language) in enumerate(briefings, 1):
        furniture, sheet = _furniture(briefing, language), fitted_brief(briefing, language, shape, laid)
        draw_furniture(canvas, furniture, sheet.setter, page=page, pages=len(briefings), shape=shape)
        if len(briefings) > 1:
            canvas.bookmarkHorizontal(f"paper.{page}", LEFT, shape.height)
            canvas.addOutlineEntry(f"{furniture.product} · {furniture.subject}", f"paper.{page}", 0)
        with canvas.paper(language):
            sheet.draw(canvas, bookmarks=len(briefings) == 1)
        canvas.showPage()
        drawn.papers.append((briefing.name, page))
        drawn.fills += sheet.fills(briefing.name)
        named = briefing.name if len(briefings) > 1 else ""
        drawn.left_out += of_paper(named, sheet.left_out())
        sheet.name_cuts()
        drawn.note(sheet.setter, named)
    canvas.save()
    return drawn


@dataclass(frozen=True, slots=True)
class FittedBrief:
    """A brief laid out for one page, which may stand alone or in a pack."""

    briefing: Briefing
    language: Language
    shape: Format
    setter: Typesetter
    blocks: list[Block]

    def draw(self, canvas: Any, *, bookmarks: bool = False) -> None:
        """Draw all that stands within the frame of the page."""
        _draw(canvas, self.blocks, self.briefing, self.language, self.shape.text_height, bookmarks=bookmarks)

    def name_cuts(self) -> None:
        """Let the typesetter name the blocks in which a text was cut by their words."""
        self.setter.cut = {word(NAMES[key], self.language): over for key, over in self.setter.cut.items() if key}

    def left_out(self) -> list[str]:
        """Return which blocks leave entries out, and how many."""
        short = [b for b in self.blocks if b.shown < (ENOUGH_ANSWERS if b.key == "raised" else len(b.items))]
        said = [_left_out(block, self.language) for block in short]
        if self.dropped:
            more = word("brief.more", self.language, n=len(self.briefing.raised))
            said.append(f"{word(NAMES['raised'], self.language)}: {more}")
        return said

    @property
    def dropped(self) -> bool:
        """Tell whether the page had no room for a single answer."""
        is_own = self.briefing.marking is not Marking.PUBLIC
        return is_own and bool(self.briefing.raised) and all(block.key != "raised" for block in self.blocks)

    def fills(self, paper: str) -> list[Fill]:
        """Return how far each block is filled; before the blocks of cut texts are named by their words."""
        spare = self.shape.text_height - _height(self.blocks)
        found = []
        for block in self.blocks:
            missing = block.lacks(ENOUGH_ANSWERS if block.key == "raised" else 0) + self.setter.cut.get(block.key, 0.0)
            name = word(NAMES[block.key], self.language)
            found.append(fill_of(paper, name, block.height, missing=missing, spare=spare))
        return found


def fitted_brief(
    briefing: Briefing, language: Language, shape: Format = A4_UPRIGHT, laid: Laid | None = None
) -> FittedBrief:
    """Return a brief laid out for one page of this format; `laid` holds texts of other briefs of the document."""
    laid = Laid() if laid is None else laid
    return FittedBrief(briefing, language, shape, *_fitted(briefing, language, shape.text_height, laid))


def _furniture(briefing: Briefing, language: Language) -> Furniture:
    return Furniture(
        language=language,
        product=word("brief.product", language),
        subject=briefing.name,
        marking=briefing.marking,
        draft=briefing.draft,
        number=briefing.number,
        version=briefing.version,
        unit=briefing.unit,
        as_of=briefing.as_of,
        printed_at=briefing.printed_at,
    )


def _left_out(block: Block, language: Language) -> str:
    return f"{word(NAMES[block.key], language)}: {word('brief.more', language, n=block.left_out)}"


def _fitted(briefing: Briefing, language: Language, room: float, laid: Laid) -> tuple[Typesetter, list[Block]]:
    """Return blocks that fit the page: first with every text whole, and only if that can't be, with texts cut."""
    setter = Typesetter(laid=laid)
    blocks = _shortened(Blocks(briefing, language, setter), room)
    if _height(blocks) <= room:
        return setter, blocks
    setter = Typesetter(laid=laid)
    return setter, _shortened(
        Blocks(briefing, language, setter, limits=TIGHT, table_size=TABLE_SMALL, short_sources=True), room
    )


def _shortened(maker: Blocks, room: float) -> list[Block]:
    """Return the blocks, shortened in the order of section 1.5 until they fit or nothing may be left out any more."""
    blocks = {block.key: block for block in maker.all()}
    over = not _fits(blocks, room)
    for remedy in _remedies(maker, blocks):
        while over and remedy():
            over = not _fits(blocks, room)
        if not over:
            break
    for key in ("promises", "contacts"):  # what one of them freed may hold an entry of another
        while key in blocks and blocks[key].lengthen():
            if not _fits(blocks, room):
                blocks[key].shorten()
                break
    return list(blocks.values())


def _remedies(maker: Blocks, blocks: dict[str, Block]) -> Iterator[Callable[[], bool]]:
    """Yield what may be done, each again while it helps: two answers are enough, then blocks 8 and 9 shrink first."""
    yield lambda: _untied(maker, blocks)
    yield lambda: _shorten(blocks, "raised", to=ENOUGH_ANSWERS)
    yield lambda: _shorten(blocks, "promises", to=2)
    yield lambda: _shorten(blocks, "contacts", to=4)
    yield lambda: _shorter_sources(maker, blocks)
    yield lambda: _smaller_tables(maker, blocks)
    for key, to in (("contacts", 3), ("promises", 1), ("contacts", 2), ("raised", 1), ("people", 1), ("contacts", 1)):
        yield partial(_shorten, blocks, key, to=to)
    yield lambda: blocks.pop("raised", None) is not None


def _shorten(blocks: dict[str, Block], key: str, *, to: int) -> bool:
    return key in blocks and blocks[key].shown > to and blocks[key].shorten()


def _untied(maker: Blocks, blocks: dict[str, Block]) -> bool:
    if not maker.is_tied:
        return False
    maker.is_tied = False
    for key, make in (("points", maker.points), ("raised", maker.raised)):
        if key in blocks:
            blocks[key] = make()
    return True


def _smaller_tables(maker: Blocks, blocks: dict[str, Block]) -> bool:
    if maker.table_size == TABLE_SMALL:
        return False
    maker.table_size = TABLE_SMALL
    for key, make in (("promises", maker.promises), ("contacts", maker.contacts)):
        if key in blocks:
            shown, blocks[key] = blocks[key].shown, make()
            blocks[key].shown = shown
    return True


def _shorter_sources(maker: Blocks, blocks: dict[str, Block]) -> bool:
    if maker.short_sources:
        return False
    maker.short_sources = True
    blocks["sources"] = maker.sources()
    return True


def _fits(blocks: dict[str, Block], room: float) -> bool:
    return _height(blocks.values()) <= room


def _height(blocks: Iterable[Block]) -> float:
    return sum(block.height + ABOVE + BELOW for block in blocks)


def _draw(
    canvas: Any, blocks: list[Block], briefing: Briefing, language: Language, room: float, *, bookmarks: bool
) -> None:
    spare = room - _height(blocks)
    wanted = sum(block.gaps * block.stretch + 2 * _ROOMY for block in blocks)
    share = min(1.0, max(0.0, spare) / wanted) if wanted else 0.0
    roomy = share * _ROOMY
    top = BOTTOM + room
    for block in blocks:
        height = block.height + block.gaps * block.stretch * share + ABOVE + BELOW + 2 * roomy
        if block.key == "sources":  # the foot of the page, whatever room is left above it
            top = BOTTOM + height
        if bookmarks:
            _bookmark(canvas, block, language, top)
        with canvas.element(Tag.SECT):
            _draw_block(canvas, block, briefing, top, height, share)
        top -= height


def _bookmark(canvas: Any, block: Block, language: Language, top: float) -> None:
    canvas.bookmarkHorizontal(block.key, LEFT, top)
    canvas.addOutlineEntry(word(NAMES[block.key], language), block.key, 0)


def _draw_block(canvas: Any, block: Block, briefing: Briefing, top: float, height: float, share: float) -> None:
    above = ABOVE + share * _ROOMY
    if block.ruled:
        draw_rule(canvas, LEFT, top, WIDTH, 0.5, PALE)
    if block.own_side:
        canvas.setFillColor(_OWN_SIDE)
        canvas.rect(LEFT - 4.2 * mm, top - height + 2, 1.6 * mm, height - 4, stroke=0, fill=1)
    if block.key == "status":
        for number in range(4):
            left, width = column(3, number * 3)
            draw_rule(canvas, LEFT + left, top, width, 1.7, BLUE)
    if block.key == "deadline":
        if briefing.deadline.framed:
            draw_frame(canvas, LEFT, top - above + 1, WIDTH, block.height - block.below + 2, BLUE)
        else:
            draw_rule(canvas, LEFT, top, WIDTH, 0.5, PALE)
    left = LEFT
    if name := block.beside():
        name.draw(canvas, LEFT, top - above)
        left += LABEL
    under = top - above
    if block.tag:
        canvas.open(block.tag)
    if block.head:
        block.head.draw(canvas, left, under)
        under -= block.head.height
    Stack(block.boxes(), block.gap + block.stretch * share * bool(block.gap)).draw(canvas, left, under)
    if block.tag:
        canvas.close()
