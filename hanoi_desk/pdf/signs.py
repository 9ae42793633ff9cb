"""Small things that sections are put together from: lines to write on, the bar of our own side, signs of stages."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm

from hanoi_desk.pdf.boxes import Box, draw_rule
from hanoi_desk.pdf.flow import draw_bar
from hanoi_desk.pdf.text import BLACK, GREY
from hanoi_desk.treaty import StageMark


@dataclass(frozen=True, slots=True)
class Empty:
    """Room of some height, with a line to write on at its foot."""

    height: float
    width: float

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the line."""
        draw_rule(canvas, x, top - self.height, self.width, 0.5, GREY)


@dataclass(frozen=True, slots=True)
class Barred:
    """A box with the bar of our own side at its left."""

    box: Box

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.box.height

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the bar and the box."""
        draw_bar(canvas, x, top, self.box.height)
        self.box.draw(canvas, x, top)


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of some height."""

    height: float

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class RungSign:
    """A sign for where a stage stands, beside the words that say it: done is full, now half full, the others empty."""

    mark: StageMark
    height: float

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the sign in the middle of the first line."""
        middle, radius = top - 7.2, 1.5 * mm
        canvas.setStrokeColor(BLACK)
        canvas.setLineWidth(0.9)
        canvas.setFillColor(BLACK)
        at = x + 2 * mm
        if self.mark is StageMark.NOT_APPLICABLE or self.mark is StageMark.CLOSED:
            canvas.line(at - radius, middle, at + radius, middle)
            return
        if self.mark in (StageMark.SKIPPED, StageMark.CLAIMED):
            canvas.setDash(1, 1)
        canvas.circle(at, middle, radius, stroke=1, fill=self.mark is StageMark.DONE)
        canvas.setDash()
        if self.mark is StageMark.NOW:
            canvas.circle(at, middle, radius * 0.5, stroke=0, fill=1)
