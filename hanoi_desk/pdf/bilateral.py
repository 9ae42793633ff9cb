"""Sets the brief for one meeting on 2 to 4 pages and draws them (pdf-products.md, section 3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.language import word
from hanoi_desk.pdf.boxes import Box
from hanoi_desk.pdf.drawn import Drawn, Fill, fill_of, of_paper
from hanoi_desk.pdf.flow import Sheet, flow
from hanoi_desk.pdf.page import A4_UPRIGHT, LEFT, Format, Furniture, Laid, Typesetter, draw_furniture, new_canvas
from hanoi_desk.pdf.sections import GROUPS, LEVELS, Amounts, Sections
from hanoi_desk.pdf.steering import ELSEWHERE, Steering, SteeringBlock, SteeringPage

MOST_PAGES = 4
_MOST_AT_TABLE, _FEWEST_AT_TABLE = 5, 2


@dataclass(frozen=True, slots=True)
class FittedBilateral:
    """A brief laid out on its pages, which may stand alone or in a pack: what steers the meeting, then the rest."""

    brief: Bilateral
    shape: Format
    setter: Typesetter
    front: Sequence[SteeringPage]
    sheets: Sequence[Sheet]
    hidden: dict[str, int]  # by section, the entries that the pages do not show
    heights: dict[str, float]  # of the sections as they stand
    whole: dict[str, float] = field(default_factory=dict)  # and of those with nothing left out

    @property
    def left_out(self) -> list[str]:
        """Return which sections leave entries out, and how many."""
        language = self.brief.language
        return [
            f"{_name(key, self.brief)}: {word('brief.more', language, n=count)}" for key, count in self.hidden.items()
        ]

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return len(self.front) + len(self.sheets)

    def furniture(self) -> Furniture:
        """Return what its pages say around their text."""
        b = self.brief
        return Furniture(
            language=b.language,
            product=word("bilateral.product", b.language),
            subject=b.name,
            marking=b.marking,
            draft=b.draft,
            number=b.number,
            version=b.version,
            unit=b.unit,
            as_of=b.as_of,
            printed_at=b.printed_at,
        )

    def name_cuts(self) -> None:
        """Let the typesetter name the sections in which a text was cut by their words."""
        self.setter.cut = {_name(key, self.brief): over for key, over in self.setter.cut.items() if key}

    def fills(self, paper: str) -> list[Fill]:
        """Return how far each section is filled; before the sections of cut texts are named by their words."""
        cut, room = self.setter.cut, self.shape.text_height
        found = []
        for page in self.front:
            heights: dict[str, float] = {}
            for block in page.blocks:
                key = "heading" if block.key == "meeting" else block.key
                heights[key] = heights.get(key, 0.0) + block.height
            heights.pop(ELSEWHERE, None)
            spare = room - page.height
            found += [
                fill_of(paper, _name(key, self.brief), height, missing=cut.get(key, 0.0), spare=spare)
                for key, height in heights.items()
            ]
        last = self.sheets[-1].used if self.sheets else 0.0
        spare = (MOST_PAGES - self.pages) * room + room - last
        for key, height in self.heights.items():
            missing = max(1.0, self.whole.get(key, height) - height) if key in self.hidden else 0.0
            name = _name(key, self.brief)
            found.append(fill_of(paper, name, height, missing=missing + cut.get(key, 0.0), spare=spare))
        return found

    def draw_page(self, canvas: Any, page: int, *, prefix: str = "", level: int = 0) -> None:
        """Draw all that stands within the frame of a page, counted from 0, with a bookmark for each section."""
        if page < len(self.front):
            for key, top in self.front[page].draw(canvas, self.shape):
                if key not in ("meeting", ELSEWHERE):
                    title = word(f"bilateral.block.{key}", self.brief.language)
                    self._bookmark(canvas, f"{prefix}{key}", title, top, level)
            return
        sheet = self.sheets[page - len(self.front)]
        sheet.draw(canvas, self.shape)
        for start, key, title in sheet.marks:
            top = self.shape.height - self.shape.top - start
            self._bookmark(canvas, f"{prefix}{key}", title, top, level)

    def _bookmark(self, canvas: Any, key: str, title: str, top: float, level: int) -> None:
        canvas.bookmarkHorizontal(key, LEFT, top)
        canvas.addOutlineEntry(title, key, level)


def fitted_bilateral(brief: Bilateral, shape: Format = A4_UPRIGHT, *, first_page: int = 1) -> FittedBilateral:
    """Return a brief laid out, its lists shortened until it takes no more than 4 pages; `first_page` is its number."""
    laid = Laid()
    whole = _fitted(brief, shape, first_page, LEVELS[0], True, laid)
    if whole.pages <= MOST_PAGES:
        return whole
    least = LEVELS[-1]
    # The points keep a page of their own as long as they can.
    alone = next(
        (way for way in (True, False) if _fitted(brief, shape, first_page, least, way, laid).pages <= MOST_PAGES), False
    )
    low, high = 0, len(LEVELS) - 1  # the less is shown, the fewer pages there are
    while low < high:
        middle = (low + high) // 2
        if _fitted(brief, shape, first_page, LEVELS[middle], alone, laid).pages <= MOST_PAGES:
            high = middle
        else:
            low = middle + 1
    found = _fitted(brief, shape, first_page, LEVELS[low], alone, laid)
    return replace(_filled(found, first_page, LEVELS[low], alone, laid), whole=whole.heights)


def _filled(fitted: FittedBilateral, first_page: int, amounts: Amounts, alone: bool, laid: Laid) -> FittedBilateral:
    """Return a brief whose shortened lists took back what its pages have room for, promises first."""
    if not fitted.hidden:
        return fitted
    for name in ("pledges", "biographies", "facts", "raised", "interests", "context"):
        while getattr(amounts, name) < getattr(LEVELS[0], name):
            longer = replace(amounts, **{name: getattr(amounts, name) + 1})
            found = _fitted(fitted.brief, fitted.shape, first_page, longer, alone, laid)
            if found.pages > MOST_PAGES or found.hidden == fitted.hidden:
                break
            fitted, amounts = found, longer
    return fitted


def _fitted(
    brief: Bilateral, shape: Format, first_page: int, amounts: Amounts, alone: bool, laid: Laid
) -> FittedBilateral:
    setter = Typesetter(laid=laid)
    sections = Sections(brief, setter, amounts)
    front, points = _front(brief, setter, shape, first_page, 0, alone)
    # With as few pages as can be, each group of sections begins one of its own, or no section is parted.
    ways = [(True, 1.0), (True, 0.0), (False, 1.0), (False, 0.0)]
    made = list(sections.all())
    grouped = [replace(section, starts_page=section.key in GROUPS) for section in made]
    set_in = (
        flow(grouped if parted else made, shape.text_height, keep=keep, above=amounts.above, first=points)
        for parted, keep in ways
    )
    sheets = min(set_in, key=len)
    if points:
        sheets[0].marks.insert(0, (0.0, "points", word("bilateral.block.points", brief.language)))
    at = next((at for at, sheet in enumerate(sheets) if any(key == "sources" for _, key, _ in sheet.marks)), 0)
    front, _ = _front(brief, setter, shape, first_page, first_page + len(front) + at, alone)
    heights = {section.key: section.height for section in made}
    if points:
        heights = {"points": points.height, **heights}
    return FittedBilateral(brief, shape, setter, front, sheets, sections.left_out, heights)


def _name(key: str, brief: Bilateral) -> str:
    try:
        return word(f"bilateral.block.{key}", brief.language)
    except KeyError:
        return word("bilateral.product", brief.language)


@dataclass(frozen=True, slots=True)
class _Points:
    """The points to make as a box at the top of a page that others share."""

    block: SteeringBlock

    @property
    def height(self) -> float:
        """The height of the block."""
        return self.block.height

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the block."""
        self.block.draw(canvas, x, top, 0.0)


def _front(
    brief: Bilateral, setter: Typesetter, shape: Format, first_page: int, source_page: int, alone: bool
) -> tuple[list[SteeringPage], Box | None]:
    """Return page 1, and where it can't hold the points, a page for them alone or the box that heads the next page.

    Points that can have no page for themselves stand close together on page 1 rather than at the head of the next.
    """
    for close in (False,) if alone else (False, True):
        whole = SteeringPage(list(Steering(brief, setter, source_page=source_page, close=close).blocks()))
        if whole.height <= shape.text_height:
            return [whole], None
    for most in range(_MOST_AT_TABLE, _FEWEST_AT_TABLE - 1, -1):
        maker = Steering(brief, setter, most, source_page, first_page + 1, alone)
        first = SteeringPage(list(maker.blocks()))
        if first.height <= shape.text_height:
            break
    pages = [first] if first.height <= shape.text_height else _broken(first, shape)
    if alone:
        return [*pages, SteeringPage([maker.points(alone=True)])], None
    return pages, _Points(maker.points())


def _broken(page: SteeringPage, shape: Format) -> list[SteeringPage]:
    """Return the blocks of a page that hostile texts made too high on as many pages as they take."""
    pages: list[list[Any]] = [[]]
    for block in page.blocks:
        if pages[-1] and SteeringPage([*pages[-1], block]).height > shape.text_height:
            pages.append([])
        pages[-1].append(block)
    return [SteeringPage(blocks) for blocks in pages]


def draw_bilaterals(briefs: Sequence[Bilateral], buffer: BytesIO, shape: Format = A4_UPRIGHT) -> Drawn:
    """Write briefs one after the other, their pages running on, into the buffer."""
    fitted: list[FittedBilateral] = []
    for brief in briefs:
        fitted.append(fitted_bilateral(brief, shape, first_page=sum(one.pages for one in fitted) + 1))
    total = sum(one.pages for one in fitted)
    drawn = Drawn(total)
    canvas = new_canvas(fitted[0].furniture(), buffer, shape)
    canvas.showOutline()
    page = 0
    for number, one in enumerate(fitted):
        furniture = one.furniture()
        level, prefix = (1, f"{number}.") if len(fitted) > 1 else (0, "")
        drawn.papers.append((one.brief.name, page + 1))
        with canvas.paper(one.brief.language):
            for at in range(one.pages):
                page += 1
                draw_furniture(canvas, furniture, one.setter, page, total, shape)
                if level and not at:
                    canvas.bookmarkHorizontal(f"paper.{number}", LEFT, shape.height)
                    canvas.addOutlineEntry(f"{furniture.product} · {furniture.subject}", f"paper.{number}", 0)
                one.draw_page(canvas, at, prefix=prefix, level=level)
                canvas.showPage()
    canvas.save()
    for one in fitted:
        drawn.fills += one.fills(one.brief.name)
        named = one.brief.name if len(fitted) > 1 else ""
        drawn.left_out += of_paper(named, one.left_out)
        drawn.too_long += of_paper(named, one.brief.too_long)
        one.name_cuts()
        drawn.note(one.setter, named)
    return drawn
