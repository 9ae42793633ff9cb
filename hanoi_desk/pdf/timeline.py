"""The timeline of a meeting's background as a drawing, 165 by 45 mm, and the list that tells the same in words.

Every strand has a sign of its own and what is still to come is hollow, so that a grey copy loses nothing. Each entry
stands at its day; a line leads from it to its number and date, which move aside where days lie close together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.lib.colors import HexColor, white
from reportlab.lib.units import mm

from hanoi_desk.briefing.bilateral_values import Milestone, Strand
from hanoi_desk.language import Language, short_date, word
from hanoi_desk.pdf.boxes import LABELLED, Row, Stack, column, draw_rule
from hanoi_desk.pdf.page import SMALL, WIDTH, Typesetter
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLACK, BLUE, GREY, PALE, Lines, Run, width_of

HEIGHT = 45 * mm
_AXIS, _SIGN = HEIGHT / 2, 1.5 * mm
_UNSURE = HexColor("#9A9A9A")  # beside words that say that it is not verified
_INSET = 8 * mm  # so that the first and the last date stand within the frame
_TAG_GAP, _TAG_LINES = 3 * mm, 3
_LABEL = 27 * mm  # the widest label beside the axis; where not all have room, only dates stand there
_APART = 3.6 * mm  # between two signs, however close their days
_UPPER = (Strand.TREATY, Strand.TODAY)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing; it carries a text that stands for it where it cannot be seen."""

    entries: Sequence[Milestone]
    language: Language
    setter: Typesetter

    @property
    def height(self) -> float:
        """The height of the drawing, in points."""
        return float(HEIGHT)

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the axis, the years and the entries."""
        described = word("bilateral.alt_timeline", self.language, n=len(self.entries))
        with canvas.figure(described, (x, top - HEIGHT, x + WIDTH, top)):
            self._draw(canvas, x, top - _AXIS)

    def _draw(self, canvas: Any, x: float, axis: float) -> None:
        draw_rule(canvas, x, axis, WIDTH, 1.1, BLUE)
        places = self._places()
        self._draw_years(canvas, x, axis, places)
        numbered = [Placed(*one) for one in zip(range(1, len(places) + 1), self.entries, places, strict=True)]
        for is_upper in (True, False):
            row = [one for one in numbered if (one.entry.strand in _UPPER) is is_upper]
            self._draw_row(canvas, x, axis, row, 1 if is_upper else -1)
        for one in numbered:
            draw_sign(canvas, x + one.at, axis, one.entry)

    def _places(self) -> list[float]:
        """Return how far right of the drawing's edge each entry stands: by its day, but no sign upon another."""
        days = [entry.day.toordinal() for entry in self.entries]
        span = max(days) - min(days)
        share = [(day - min(days)) / span if span else 0.5 for day in days]
        exact = [_INSET + one * (WIDTH - 2 * _INSET) for one in share]
        lefts = spread(exact, [_APART] * len(exact), 0.0, WIDTH - _INSET / 2)
        return [left + _APART / 2 for left in lefts]

    def _draw_years(self, canvas: Any, x: float, axis: float, places: Sequence[float]) -> None:
        days = [entry.day for entry in self.entries]
        for year in range(min(days).year + 1, max(days).year + 1):
            at = x + between(date(year, 1, 1), days, places)
            canvas.setStrokeColor(GREY)
            canvas.setLineWidth(0.6)
            canvas.line(at, axis - 3 * mm, at, axis + 3 * mm)
            label = self.setter.line(str(year), 12 * mm, "timeline")
            label.draw(canvas, at + 1 * mm, axis + 6 * mm)

    def _draw_row(self, canvas: Any, x: float, axis: float, row: Sequence["Placed"], way: int) -> None:
        for is_full in (True, False):
            tags = [self._tag(one, is_full=is_full) for one in row]
            widths = [max(width_of(line) for line in tag.lines) for tag in tags]
            is_low = all(len(tag.lines) <= _TAG_LINES for tag in tags)
            if is_low and sum(widths) + _TAG_GAP * (len(row) - 1) <= WIDTH:
                break
        lefts = spread([one.at for one in row], widths, _TAG_GAP, WIDTH)
        for tag, width, left, one in zip(tags, widths, lefts, row, strict=True):
            middle, at = x + left + width / 2, x + one.at
            near, far = axis + way * 6 * mm, axis + way * 9.5 * mm
            canvas.setStrokeColor(PALE)
            canvas.setLineWidth(0.6)
            canvas.line(at, axis, at, near)
            canvas.line(at, near, middle, far)
            tag.draw(canvas, x + left, far + tag.height + 0.5 * mm if way > 0 else far - 0.5 * mm)

    def _tag(self, one: "Placed", *, is_full: bool) -> Lines:
        day = short_date(one.entry.day)
        runs = [
            Run(f"{one.number} ", SMALL, bold=True, colour=BLUE),
            Run(day if is_full else f"{day[:6]}{day[8:]}", SMALL),
        ]
        if not is_full:
            return self.setter.text(runs, _LABEL, "timeline", most=1)
        head = self.setter.text(runs, _LABEL, "timeline", most=1)
        words = self.setter.text([Run(one.entry.text, SMALL, colour=GREY)], _LABEL, "timeline")
        leadings = (*head.leadings, *words.leadings)
        return Lines((*head.lines, *words.lines), leadings, sum(leadings))


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with its number and where it stands."""

    number: int
    entry: Milestone
    at: float


def between(day: date, days: Sequence[date], places: Sequence[float]) -> float:
    """Return where a day stands between the nearest days whose places are known; days in their order."""
    for at in range(1, len(days)):
        if days[at] >= day:
            span = (days[at] - days[at - 1]).days
            share = (day - days[at - 1]).days / span if span else 1.0
            return places[at - 1] + share * (places[at] - places[at - 1])
    return places[-1]


def spread(middles: Sequence[float], widths: Sequence[float], gap: float, room: float) -> list[float]:
    """Return left edges for labels near their middles, in order, apart by a gap and within the room if they can be."""
    lefts: list[float] = []
    for middle, width in zip(middles, widths, strict=True):
        least = lefts[-1] + widths[len(lefts) - 1] + gap if lefts else 0.0
        lefts.append(max(least, middle - width / 2))
    most = room
    for at in range(len(lefts) - 1, -1, -1):
        lefts[at] = min(lefts[at], most - widths[at])
        most = lefts[at] - gap
    return lefts


def draw_sign(canvas: Any, x: float, y: float, entry: Milestone, *, is_small: bool = False) -> None:
    """Draw the sign of an entry: a disc for the treaty, a square at home, a triangle for a contact, a bar for today."""
    canvas.setStrokeColor(BLACK)
    canvas.setFillColor(white if entry.ahead else _UNSURE if entry.unverified else BLACK)
    canvas.setLineWidth(0.9)
    if entry.strand is Strand.TREATY:
        canvas.circle(x, y, _SIGN, stroke=1, fill=1)
    elif entry.strand is Strand.HOME:
        canvas.rect(x - _SIGN, y - _SIGN, 2 * _SIGN, 2 * _SIGN, stroke=1, fill=1)
    elif entry.strand is Strand.CONTACT:
        path = canvas.beginPath()
        path.moveTo(x, y + _SIGN * 1.2)
        path.lineTo(x - _SIGN * 1.2, y - _SIGN)
        path.lineTo(x + _SIGN * 1.2, y - _SIGN)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)
    else:
        canvas.setFillColor(BLUE)
        half = 1.7 * mm if is_small else 4 * mm
        canvas.rect(x - 0.5 * mm, y - half, 1 * mm, 2 * half, stroke=0, fill=1)


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of an entry, to stand before its words; `text` says what it means where nothing else does."""

    entry: Milestone
    height: float
    text: str = ""

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the sign in the middle of its line."""
        if not self.text:
            draw_sign(canvas, x + 2 * mm, top - self.height * 0.55, self.entry, is_small=True)
            return
        with canvas.figure(self.text, (x, top - self.height, x + 4 * mm, top)):
            draw_sign(canvas, x + 2 * mm, top - self.height * 0.55, self.entry, is_small=True)


def listed(entries: Sequence[Milestone], language: Language, setter: Typesetter) -> Stack:
    """Return the entries in words, in two columns, with what the signs mean under them."""
    rows = [_listed_row(number, entry, language, setter) for number, entry in enumerate(entries, 1)]
    half = (len(rows) + 1) // 2
    halves = [(column(6, 6 * at)[0], Stack(rows[half * at : half * (at + 1)])) for at in (0, 1)]
    columns = Row(halves, tag=Tag.LIST)
    return Stack([columns, _legend(language, setter)], gap=4)


def _listed_row(number: int, entry: Milestone, language: Language, setter: Typesetter) -> Row:
    size, width = 9.5, column(6)[1]
    mark = f" {word('doc.unverified', language)}" if entry.unverified else ""
    runs = [Run(entry.text, size, dotted=entry.unverified), Run(mark, SMALL, colour=GREY)]
    text = setter.text([run for run in runs if run.text], width - 32 * mm, "timeline", most=4)
    figure = setter.text([Run(str(number), size, bold=True, colour=BLUE)], 6 * mm, "timeline", most=1)
    day = setter.text([Run(short_date(entry.day), size)], 19 * mm, "timeline", most=1)
    meaning = word("bilateral.legend_ahead", language) if entry.ahead else ""
    if entry.strand is not Strand.TODAY:
        meaning = ", ".join(filter(None, (word(f"bilateral.legend_{entry.strand.value}", language), meaning)))
    said = Row([(0, Sign(entry, figure.height, meaning)), (6 * mm, day), (25 * mm, text)])
    return Row([(0, figure), (6 * mm, said)], tag=Tag.ITEM, kinds=LABELLED)


def _legend(language: Language, setter: Typesetter) -> Row:
    today = date(2000, 1, 1)
    signs = [(strand, Milestone(today, "", strand)) for strand in (Strand.TREATY, Strand.HOME, Strand.CONTACT)]
    left = 0.0
    shown = [(sign, word(f"bilateral.legend_{strand.value}", language)) for strand, sign in signs]
    shown.append((Milestone(today, "", Strand.TREATY, ahead=True), word("bilateral.legend_ahead", language)))
    unsure = Milestone(today, "", Strand.HOME, unverified=True)
    shown.append((unsure, word("bilateral.legend_unverified", language)))
    cells: list[tuple[float, Lines | Sign]] = []
    for sign, words in shown:
        text = setter.line(words, 60 * mm, "timeline")
        cells += [(left, Sign(sign, text.height)), (left + 5 * mm, text)]
        left += 5 * mm + width_of(text.lines[0]) + 6 * mm
    return Row(cells, tag=Tag.PARAGRAPH)
