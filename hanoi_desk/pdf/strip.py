"""The status strip, alike in every brief: four cells, what sources disagree on, and the next legal step."""

from collections.abc import Sequence
from dataclasses import dataclass

from hanoi_desk.briefing.values import Cell, Conflict
from hanoi_desk.language import Language, sign, word
from hanoi_desk.pdf.boxes import Box, Row, Stack, Tagged, column
from hanoi_desk.pdf.page import SMALL, WIDTH, Typesetter
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import GREY, Lines, Run, width_of

BODY, TABLE = 12.0, 10.5
MOST_CONFLICTS = 2


@dataclass(frozen=True, slots=True)
class StatusStrip:
    """Lays out the strip of one State; `hint` stands small at the end of the line of the next step."""

    cells: Sequence[Cell]
    conflicts: Sequence[Conflict]
    next_step: str
    language: Language
    setter: Typesetter
    conflict_lines: int = 2
    hint: str = ""

    def box(self) -> Stack:
        """Return the strip as one box, as wide as the text."""
        cells: list[tuple[float, Box]] = []
        for number, cell in enumerate(self.cells):
            left, width = column(3, number * 3)
            notes = [self._small(note, width, most=2) for note in cell.notes]
            label = Tagged(self._small(cell.label, width), Tag.LABEL)
            said = Stack([self._value(cell, width), *notes], tag=Tag.BODY)
            cells.append((left, Stack([label, said], tag=Tag.ITEM)))
        strip: list[Box] = [Row(cells, padding=3, tag=Tag.LIST)]
        if self.conflicts:
            strip.append(Stack([self._conflict(conflict) for conflict in self.conflicts[:MOST_CONFLICTS]]))
        strip.append(self._next())
        return Stack(strip, gap=3)

    def _next(self) -> Box:
        lead = Run(word("brief.next_step", self.language) + sign(": ", self.language), BODY, bold=True)
        runs = [lead, Run(self.next_step, BODY)]
        if not self.hint:
            return self._text(runs, WIDTH, most=2)
        hint = self._small(self.hint, WIDTH / 3, leading=BODY * 1.25)
        hint_width = width_of(hint.lines[0])
        text = self._text(runs, WIDTH - hint_width - 12, most=2)
        return Row([(0, text), (WIDTH - hint_width, hint)], tag=Tag.PARAGRAPH)

    def _value(self, cell: Cell, width: float) -> Lines:
        """Set the value of a cell on at most two lines, or else smaller on three."""
        size = BODY if self.setter.fits([Run(cell.value, BODY, bold=True)], width, most=2) else TABLE
        run = Run(cell.value, size, bold=True, dotted=cell.unverified)
        return self._text([run], width, most=3, leading=size * 1.22)

    def _conflict(self, conflict: Conflict) -> Lines:
        runs = (
            Run(word("verify.conflicting", self.language) + sign(": ", self.language), SMALL, bold=True),
            Run(conflict.record + sign("; ", self.language), SMALL),
            Run(conflict.claim, SMALL, dotted=True),
            Run(f" {word('doc.unverified', self.language)}, {word('brief.not_counted', self.language)}", SMALL),
        )
        return self._text(runs, WIDTH, most=self.conflict_lines)

    def _small(self, text: str, width: float, *, most: int = 1, leading: float | None = None) -> Lines:
        return self._text([Run(text, SMALL, colour=GREY)], width, most=most, leading=leading)

    def _text(self, runs: Sequence[Run], width: float, *, most: int, leading: float | None = None) -> Lines:
        return self.setter.text(runs, width, "status", most=most, leading=leading)
