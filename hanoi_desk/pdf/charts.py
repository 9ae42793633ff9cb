"""The drawings C1 to C5 of the overview: every meaning is also a word, a number or a pattern, so that no colour is
needed; each is drawn as lines and letters, never as a picture, and has a text that stands for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor, white
from reportlab.lib.units import mm

from hanoi_desk.briefing.pack_values import Bar, BarChart, DateChart, GroupBar, GroupChart, RoadChart
from hanoi_desk.language import Language, days, short_date, sign, word
from hanoi_desk.pdf.page import SMALL, WIDTH, Typesetter
from hanoi_desk.pdf.text import BLACK, BLUE, GREY, Lines, Run, width_of

MIDDLE_GREY = HexColor("#9AA1AD")
_LINE = HexColor("#7B8290")
_LABEL = 10.0
_NOTE = 10.2  # the leading of a note beside a bar
_HATCH = 2.6  # points between two lines of a hatched field


def draw_field(canvas: Any, x: float, y: float, width: float, height: float, *, fill: Any) -> None:
    """Draw a filled field with a thin outline, its lower left corner at the place."""
    canvas.setStrokeColor(_LINE)
    canvas.setLineWidth(0.6)
    canvas.setFillColor(fill)
    canvas.rect(x, y, width, height, stroke=1, fill=1)


def draw_hatched(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    """Draw a field with slanting lines, which no copier loses."""
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(x, y, width, height)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.9)
    at = -height
    while at < width:
        canvas.line(x + at, y, x + at + height, y + height)
        at += _HATCH
    canvas.restoreState()
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.6)
    canvas.rect(x, y, width, height, stroke=1, fill=0)


@dataclass(frozen=True, slots=True)
class Said:
    """One line of words that can be placed at its left, its middle or its right."""

    lines: Lines

    @property
    def width(self) -> float:
        """The width of the words."""
        return max((width_of(line) for line in self.lines.lines), default=0.0)

    def at(self, canvas: Any, x: float, baseline: float, *, anchor: float = 0.0) -> None:
        """Draw the line with the part `anchor` of its width at x: 0 for its left, 0.5 its middle, 1 its right."""
        if self.lines.lines:
            leading = self.lines.leadings[0]
            self.lines.draw(canvas, x - self.width * anchor, baseline + leading * 0.78)


@dataclass(frozen=True, slots=True)
class Chart:
    """What all drawings share: the typesetter of their words, and the text that stands for them."""

    setter: Typesetter
    language: Language

    def figure(self, canvas: Any, values: Sequence[str], x: float, top: float, size: tuple[float, float]) -> Any:
        """Return within what to draw, so that these values are read in place of the drawing."""
        text = word("pack.alt_chart", self.language, values="; ".join(values))
        return canvas.figure(text, (x, top - size[1], x + size[0], top))

    def said(
        self, text: str, size: float = _LABEL, *, bold: bool = False, colour: Any = BLACK, room: float = WIDTH
    ) -> Said:
        """Return one line of words."""
        block = word("pack.overview", self.language)
        return Said(self.setter.text([Run(text, size, bold=bold, colour=colour)], room, block, most=1))

    def number(self, value: int, *, colour: Any = BLACK) -> Said:
        """Return a number as words."""
        return self.said(word("pack.number", self.language, n=value), bold=True, colour=colour)


@dataclass(frozen=True, slots=True)
class RoadDrawing(Chart):
    """C1: a cell for each instrument that is needed; those that count are full, those only reported are dotted."""

    chart: RoadChart

    _WIDTH = 138 * mm
    _BAR = 8.4 * mm
    _BELOW = 14.0

    @property
    def height(self) -> float:
        """The height of the bar and the words under it."""
        return float(self._BAR + self._BELOW + 4)

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the cells, the mark of the threshold, and the organization apart."""
        of = self.chart
        values = [word("pack.alt_road", self.language, n=of.counted, threshold=of.threshold)]
        values += [part for part in (of.reported_words, f"{of.union} ({of.union_note})" if of.union else "") if part]
        with self.figure(canvas, values, x, top, (WIDTH, self.height)):
            self._draw(canvas, x, top)

    def _draw(self, canvas: Any, x: float, top: float) -> None:
        of = self.chart
        cells = max(1, of.threshold)
        pitch = self._WIDTH / cells
        gap = min(1.6, pitch * 0.15)
        y = top - 2 - self._BAR
        for at in range(cells):
            left = x + at * pitch
            if at < of.counted:
                draw_field(canvas, left, y, pitch - gap, self._BAR, fill=BLUE)
            elif at < of.counted + of.reported:
                canvas.setStrokeColor(BLACK)
                canvas.setLineWidth(0.9)
                canvas.setDash(2, 1.6)
                canvas.rect(left, y, pitch - gap, self._BAR, stroke=1, fill=0)
                canvas.setDash()
            else:
                draw_field(canvas, left, y, pitch - gap, self._BAR, fill=white)
        canvas.setStrokeColor(BLUE)
        canvas.setLineWidth(2.2)
        canvas.line(x + self._WIDTH, y - 2.5, x + self._WIDTH, y + self._BAR + 2.5)
        self._ticks(canvas, x, y, pitch)
        self._apart(canvas, x, y)

    def _ticks(self, canvas: Any, x: float, y: float, pitch: float) -> None:
        of, base = self.chart, y - 11
        taken = 0.0
        if of.reported:
            words = self.said(of.reported_words, 9)
            left = x + min(of.counted * pitch, self._WIDTH - words.width - 20)
            words.at(canvas, left, base)
            taken = left - x + words.width
        end = self.said(word("pack.number", self.language, n=of.threshold), 9.5, bold=True, colour=BLUE)
        end.at(canvas, x + self._WIDTH, base, anchor=0.9)
        step = max(10, -(-of.threshold // 4 // 10) * 10)
        for tick in range(step, of.threshold, step):
            place = tick * pitch - pitch / 2
            is_free = place > taken + 10 or place < of.counted * pitch - 10
            if is_free and place < self._WIDTH - 24:
                self.said(str(tick), 9, colour=GREY).at(canvas, x + place, base, anchor=0.5)

    def _apart(self, canvas: Any, x: float, y: float) -> None:
        if not self.chart.union:
            return
        left, room = x + self._WIDTH + 4 * mm, WIDTH - self._WIDTH - 4 * mm
        draw_field(canvas, left, y, room, self._BAR, fill=white)
        self.said(self.chart.union, 9, room=room - 4).at(canvas, left + room / 2, y + self._BAR / 2 - 3, anchor=0.5)
        self.said(self.chart.union_note, 9, colour=GREY).at(canvas, left + room / 2, y - 11, anchor=0.5)


@dataclass(frozen=True, slots=True)
class GroupsDrawing(Chart):
    """C2: a bar for each regional group, its States by where they stand; the same scale for all."""

    chart: GroupChart

    _LABEL_WIDTH = 58 * mm
    _SCALE = 74 * mm
    _PITCH = 7.4 * mm
    _BAR = 5.6 * mm
    _KEYS = 7 * mm

    @property
    def height(self) -> float:
        """The height of the key of patterns and all bars."""
        return float(self._KEYS + self._PITCH * len(self.chart.bars) + 3)

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the key and the bars."""
        values = []
        for bar in self.chart.bars:
            counts = (bar.deposited, bar.approved, bar.signed, bar.not_signed)
            said = (f"{label} {count}" for label, count in zip(self.chart.keys, counts, strict=True))
            values.append(f"{bar.name}: {', '.join(said)}")
        with self.figure(canvas, values, x, top, (WIDTH, self.height)):
            self._draw(canvas, x, top)

    def _draw(self, canvas: Any, x: float, top: float) -> None:
        self._key(canvas, x, top - 11)
        unit = self._SCALE / max(1, *(bar.total for bar in self.chart.bars))
        y = top - self._KEYS - self._BAR
        first = y + self._BAR + 2
        for bar in self.chart.bars:
            self._bar(canvas, x, y, bar, unit)
            y -= self._PITCH
        canvas.setStrokeColor(BLACK)
        canvas.setLineWidth(1)
        canvas.line(x + self._LABEL_WIDTH, first, x + self._LABEL_WIDTH, y + self._PITCH - 2)

    def _key(self, canvas: Any, x: float, base: float) -> None:
        for label, kind in zip(self.chart.keys, _KINDS, strict=True):
            _segment(canvas, kind, x, base - 1.5, 8 * mm, 9)
            words = self.said(label, 9.5)
            words.at(canvas, x + 9.5 * mm, base)
            x += 9.5 * mm + words.width + 7 * mm

    def _bar(self, canvas: Any, x: float, y: float, bar: GroupBar, unit: float) -> None:
        base = y + self._BAR / 2 - 3.4
        self.said(bar.name, bold=bar.in_scope, room=self._LABEL_WIDTH - 8).at(canvas, x, base)
        left = x + self._LABEL_WIDTH
        start, loose = left, []
        counts = (bar.deposited, bar.approved, bar.signed, bar.not_signed)
        for count, kind, label in zip(counts, _KINDS, self.chart.keys, strict=True):
            if not count:
                continue
            width = count * unit
            _segment(canvas, kind, left, y, width, self._BAR)
            colour = white if kind == "deposited" else BLACK
            words = self.number(count, colour=colour)
            if words.width + 3 > width or kind == "approved":
                loose.append(f"{label}{sign(': ', self.language)}{count}")
            else:
                words.at(canvas, left + width / 2, base, anchor=0.5)
            left += width
        if bar.in_scope:
            canvas.setStrokeColor(BLACK)
            canvas.setLineWidth(1.6)
            canvas.rect(start, y - 1, left - start, self._BAR + 2, stroke=1, fill=0)
        told = " · ".join([bar.of_all, *([bar.note] if bar.note else loose)])
        if bar.note and bar.approved:
            told = f"{bar.of_all} · {bar.approved} {bar.note}"
        room, block = x + WIDTH - left - 6, word("pack.overview", self.language)
        lines = self.setter.text([Run(told, 9, colour=GREY)], room, block, most=2, leading=_NOTE)
        lines.draw(canvas, left + 6, base + _NOTE * 0.78 + (lines.height - _NOTE) / 2)


_KINDS = ("deposited", "approved", "signed", "not_signed")


def _segment(canvas: Any, kind: str, x: float, y: float, width: float, height: float) -> None:
    """Draw a part of a bar: black, hatched, grey or empty, as far apart on a copy as in colour."""
    if kind == "approved":
        draw_hatched(canvas, x, y, width, height)
    else:
        draw_field(canvas, x, y, width, height, fill={"deposited": BLACK, "signed": MIDDLE_GREY}.get(kind, white))


@dataclass(frozen=True, slots=True)
class BarsDrawing(Chart):
    """C3 and C4: a bar for each answer, with its count; the dark ones are those that the title speaks of."""

    chart: BarChart
    width: float
    pitch: float

    _LABEL_WIDTH = 46 * mm

    @property
    def height(self) -> float:
        """The height of all bars."""
        return self.pitch * len(self.chart.bars) + 4

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the bars."""
        values = []
        for bar in self.chart.bars:
            hatched = word("pack.alt_hatched", self.language, n=bar.hatched) if bar.hatched else ""
            values.append(" ".join(filter(None, (bar.label, str(bar.count), hatched))))
        with self.figure(canvas, values, x, top, (self.width, self.height)):
            self._draw(canvas, x, top)

    def _draw(self, canvas: Any, x: float, top: float) -> None:
        scale = self.width - self._LABEL_WIDTH - 11 * mm
        unit = scale / max(1, *(bar.count for bar in self.chart.bars if not bar.apart))
        bar_height = min(4.2 * mm, self.pitch * 0.66)
        y = top - 2
        for bar in self.chart.bars:
            self._bar(canvas, x, y - self.pitch / 2, bar, unit, bar_height)
            y -= self.pitch
        canvas.setStrokeColor(BLACK)
        canvas.setLineWidth(1)
        canvas.line(x + self._LABEL_WIDTH, top - 1, x + self._LABEL_WIDTH, y)

    def _bar(self, canvas: Any, x: float, middle: float, bar: Bar, unit: float, height: float) -> None:
        base, left = middle - 3.4, x + self._LABEL_WIDTH
        self.said(bar.label, bold=bar.strong, room=self._LABEL_WIDTH - 4).at(canvas, x, base)
        if bar.apart:
            unit = 0.0
        plain, hatched = (bar.count - bar.hatched) * unit, bar.hatched * unit
        if plain:
            draw_field(canvas, left, middle - height / 2, plain, height, fill=BLUE if bar.strong else MIDDLE_GREY)
        if hatched:
            draw_hatched(canvas, left + plain, middle - height / 2, hatched, height)
        self.number(bar.count).at(canvas, left + plain + hatched + 4, base)


@dataclass(frozen=True, slots=True)
class DatesDrawing(Chart):
    """C5: the days ahead in their order, evenly spaced, with the days between two of them on the line."""

    chart: DateChart

    _AXIS = 12.0
    _WORDS = 3

    @property
    def height(self) -> float:
        """The height of the line, the days and their words."""
        labels = self._labels()
        return self._AXIS + 18 + max((label.height for label in labels), default=0.0)

    def _labels(self) -> list[Lines]:
        room = WIDTH / max(1, len(self.chart.dates)) - 6
        mark = word("doc.unverified", self.language)
        return [
            self.setter.text(
                [Run(f"{one.label} {mark}" if one.unverified else one.label, 9, dotted=one.unverified)],
                room,
                word("pack.overview", self.language),
                most=self._WORDS,
            )
            for one in self.chart.dates
        ]

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the line, a mark for each day, and the words under it."""
        mark = word("doc.unverified", self.language)
        values = [
            f"{short_date(one.day)} {one.label}{f' {mark}' if one.unverified else ''}" for one in self.chart.dates
        ]
        with self.figure(canvas, values, x, top, (WIDTH, self.height)):
            self._draw(canvas, x, top)

    def _draw(self, canvas: Any, x: float, top: float) -> None:
        dates, axis = self.chart.dates, top - self._AXIS
        step = WIDTH / max(1, len(dates))
        canvas.setStrokeColor(BLACK)
        canvas.setLineWidth(1.2)
        canvas.line(x, axis, x + WIDTH, axis)
        for at, (one, label) in enumerate(zip(dates, self._labels(), strict=True)):
            left = x + at * step
            canvas.setFillColor(BLUE if one.today else white)
            canvas.setStrokeColor(BLUE if one.today else BLACK)
            if one.unverified:
                canvas.setDash(1.5, 1.2)
            canvas.circle(left + 3.4, axis, 3.4, stroke=1, fill=1)
            canvas.setDash()
            self.said(short_date(one.day), 10, bold=True).at(canvas, left, axis - 15)
            label.draw(canvas, left, axis - 18)
            if at + 1 < len(dates):
                between = (dates[at + 1].day - one.day).days
                self.said(days(between, self.language), SMALL, colour=GREY).at(
                    canvas, left + step / 2 + 4, axis + 3.5, anchor=0.5
                )
