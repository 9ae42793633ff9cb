"""Things that have a height and can be drawn at a place: what a page is put together from. Lengths are in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from reportlab.lib.colors import Color
from reportlab.lib.units import mm

from hanoi_desk.pdf.text import BLACK, PALE


class Box(Protocol):
    """Anything with a height that draws itself downwards from `top`."""

    @property
    def height(self) -> float:
        """The height that it takes."""

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw it with its upper left corner at the place."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Boxes one below the other."""

    boxes: Sequence[Box]
    gap: float = 0.0

    @property
    def height(self) -> float:
        """The height of all boxes and the gaps between them."""
        return sum(box.height for box in self.boxes) + self.gap * max(0, len(self.boxes) - 1)

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the boxes downwards."""
        for box in self.boxes:
            box.draw(canvas, x, top)
            top -= box.height + self.gap


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side, each at its distance from the left; a rule may stand above or below them."""

    cells: Sequence[tuple[float, Box]]
    rule_above: float = 0.0  # the weight of the rule; none for 0
    rule_below: float = 0.0
    width: float = 0.0
    padding: float = 0.0
    rule_colour: Color = PALE

    @property
    def height(self) -> float:
        """The height of the tallest box with the padding."""
        return max((box.height for _, box in self.cells), default=0.0) + 2 * self.padding

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the boxes and the rules."""
        for left, box in self.cells:
            box.draw(canvas, x + left, top - self.padding)
        if self.rule_above:
            draw_rule(canvas, x, top, self.width, self.rule_above, self.rule_colour)
        if self.rule_below:
            draw_rule(canvas, x, top - self.height, self.width, self.rule_below, self.rule_colour)


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
