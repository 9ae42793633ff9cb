"""Things that have a height and can be drawn at a place: what a page is put together from. Lengths are in points."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from reportlab.lib.colors import Color
from reportlab.lib.units import mm

from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLACK, PALE, Lines


class Box(Protocol):
    """Anything with a height that draws itself downwards from `top`."""

    @property
    def height(self) -> float:
        """The height that it takes."""

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw it with its upper left corner at the place."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A box that is an element of the document's structure; `outside` the one that is open, within that one's own."""

    box: Box
    tag: Tag
    outside: bool = False

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.box.height

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the box within its element."""
        if not self.outside:
            canvas.open(self.tag)
            self.box.draw(canvas, x, top)
            canvas.close()
            return
        with canvas.outside(), canvas.element(self.tag):
            self.box.draw(canvas, x, top)


@dataclass(frozen=True, slots=True)
class Unread:
    """A box that nobody is read, since it says again what was said before."""

    box: Box

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.box.height

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the box apart from the structure of the document."""
        with canvas.artifact():
            self.box.draw(canvas, x, top)


@dataclass(frozen=True, slots=True)
class Stack:
    """Boxes one below the other, which may be an element together; the height is that of all and of the gaps."""

    boxes: Sequence[Box]
    gap: float = 0.0
    tag: Tag | None = None
    height: float = field(init=False)

    def __post_init__(self) -> None:
        gaps = self.gap * max(0, len(self.boxes) - 1)
        object.__setattr__(self, "height", sum([box.height for box in self.boxes]) + gaps)  # asked for many times

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the boxes downwards."""
        if self.tag:
            canvas.open(self.tag)
        for box in self.boxes:
            box.draw(canvas, x, top)
            top -= box.height + self.gap
        if self.tag:
            canvas.close()


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side, each at its distance from the left; a rule may stand above or below them.

    They may be an element together, such as a row of a table, and each of them one of a kind of its own in it.
    """

    cells: Sequence[tuple[float, Box]]
    rule_above: float = 0.0  # the weight of the rule; none for 0
    rule_below: float = 0.0
    width: float = 0.0
    padding: float = 0.0
    rule_colour: Color = PALE
    tag: Tag | None = None
    kinds: Sequence[Tag] = ()
    height: float = field(init=False)  # of the tallest box with the padding

    def __post_init__(self) -> None:
        tallest = max([box.height for _, box in self.cells], default=0.0)
        object.__setattr__(self, "height", tallest + 2 * self.padding)

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the boxes and the rules."""
        if self.tag:
            canvas.open(self.tag)
        for at, (left, box) in enumerate(self.cells):
            if self.kinds:
                canvas.open(self.kinds[at])
            box.draw(canvas, x + left, top - self.padding)
            if self.kinds:
                canvas.close()
        if self.tag:
            canvas.close()
        if self.rule_above:
            draw_rule(canvas, x, top, self.width, self.rule_above, self.rule_colour)
        if self.rule_below:
            draw_rule(canvas, x, top - self.height, self.width, self.rule_below, self.rule_colour)


#: A cell with nothing in it, so that those beside it keep their columns for one who hears them.
NOTHING = Lines((), (), 0.0)
#: What stands in an item of a list: its number or day, and what it says.
LABELLED = (Tag.LABEL, Tag.BODY)


def draw_rule(canvas: Any, x: float, y: float, width: float, weight: float, colour: Color = BLACK) -> None:
    """Draw a horizontal rule whose middle lies at `y`."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.line(x, y, x + width, y)


def draw_frame(canvas: Any, x: float, top: float, width: float, height: float, colour: Color = BLACK) -> None:
    """Draw a frame of one point inside the given rectangle."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1)
    canvas.rect(x + 0.5, top - height + 0.5, width - 1, height - 1)


def column(count: int, start: int = 0) -> tuple[float, float]:
    """Return left edge and width of `count` columns of the grid, of 12 columns of 11 mm with gaps of 3 mm."""
    return start * 14 * mm, (count * 14 - 3) * mm
