"""Lines of text laid out and drawn without any markup, so that nothing a user typed can be taken for a command.

ReportLab's own paragraphs read their text as markup, lay out all of a text before one can cut it, and know neither a
dotted line under words nor an order of letters from right to left: hence these few functions of our own.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from hanoi_desk.pdf.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, readable

LEADING = 1.25  # the stacked marks of Vietnamese need it
BLACK, BLUE, GREY, PALE = "#111111", "#17315C", "#4A4A4A", "#BBBBBB"
ELLIPSIS = "…"

_PIECES = re.compile(r"[^ ]+| ")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_RUN = re.compile(rf"[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT} ,.־'\"-]*[{_RIGHT_TO_LEFT}])?")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; `dotted` marks what is not verified, always beside words that say so."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = BLACK
    dotted: bool = False

    @property
    def font(self) -> str:
        """The name of the font that has this style."""
        return (BOLD_ITALIC if self.italic else BOLD) if self.bold else (ITALIC if self.italic else REGULAR)


@dataclass(frozen=True, slots=True)
class Lines:
    """Text broken into lines; heights and widths are in points."""

    lines: tuple[tuple[Run, ...], ...]
    leading: float
    cut: bool = False  # True where the end had to be left out

    @property
    def height(self) -> float:
        """The height of all lines with their leading."""
        return sum(self._leadings())

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the lines downwards from `top`, where the first line's leading begins."""
        for line, leading in zip(self.lines, self._leadings(), strict=True):
            # Of the leading, marks above the letters need more than what hangs below.
            _draw_line(canvas, line, x, top - leading * 0.78)
            top -= leading

    def _leadings(self) -> list[float]:
        """Return the leading of each line; one that holds nothing but small print takes less."""
        largest = max((run.size for line in self.lines for run in line), default=1.0)
        return [self.leading * max((run.size for run in line), default=largest) / largest for line in self.lines]


def lay_out(runs: Sequence[Run], width: float, *, most: int | None = None, leading: float | None = None) -> Lines:
    """Break runs into lines no wider than `width` points, at blanks, and within a word only where it is wider.

    With `most`, the text is cut after that many lines, at a word where there is one, and ends in "…".
    """
    leading = leading or max((run.size for run in runs), default=12.0) * LEADING
    lines: list[tuple[Run, ...]] = []
    for line in _broken(runs, width):
        if most is not None and len(lines) == most:
            lines[-1] = _with_ellipsis(lines[-1], width)
            return Lines(tuple(_ordered(line) for line in lines), leading, cut=True)
        lines.append(line)
    return Lines(tuple(_ordered(line) for line in lines), leading)


def width_of(runs: Sequence[Run]) -> float:
    """Return the width of runs side by side, in points."""
    return float(sum(stringWidth(run.text, run.font, run.size) for run in runs))


def printable(runs: Sequence[Run]) -> tuple[list[Run], list[str]]:
    """Return the runs with only letters that the fonts have, and those that had to be spelled out."""
    clean = [readable(run.text) for run in runs]
    shown = [replace(run, text=text.text) for run, text in zip(runs, clean, strict=True)]
    return shown, [letter for text in clean for letter in text.missing]


def _broken(runs: Sequence[Run], width: float) -> Iterator[tuple[Run, ...]]:
    line: list[Run] = []
    used = 0.0
    for word in _words(runs):
        size = width_of(word)
        blank = width_of([replace(word[0], text=" ")]) if line else 0.0
        if line and used + blank + size <= width:
            # Dots run on under a blank only between dotted words.
            _add(line, [replace(word[0], text=" ", dotted=word[0].dotted and line[-1].dotted), *word])
            used += blank + size
            continue
        if line:
            yield tuple(line)
            line, used = [], 0.0
        while size > width:
            head, word = _split(word, width)
            yield tuple(head)
            size = width_of(word)
        _add(line, word)
        used = size
    if line:
        yield tuple(line)


def _words(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield unbreakable words; a word may change its style on the way, as in "**Overdue**:"."""
    word: list[Run] = []
    for run in runs:
        for piece in _PIECES.findall(run.text):
            if piece != " ":
                word.append(replace(run, text=piece))
            elif word:
                yield word
                word = []
    if word:
        yield word


def _split(word: list[Run], width: float) -> tuple[list[Run], list[Run]]:
    """Return the part of a word that fits the width (at least one letter) and the rest."""
    head: list[Run] = []
    for number, run in enumerate(word):
        room = width - width_of(head)
        if width_of([run]) <= room:
            head.append(run)
            continue
        count = _letters_that_fit(run, room)
        count = count if head else max(1, count)
        while 0 < count < len(run.text) and unicodedata.combining(run.text[count]):
            count += 1
        rest = [replace(run, text=run.text[count:]), *word[number + 1 :]]
        if count:
            head.append(replace(run, text=run.text[:count]))
        return head, [piece for piece in rest if piece.text]
    return head, []


def _letters_that_fit(run: Run, room: float) -> int:
    used = 0.0
    for count, letter in enumerate(run.text):
        used += stringWidth(letter, run.font, run.size)
        if used > room:
            return count
    return len(run.text)


def _with_ellipsis(line: tuple[Run, ...], width: float) -> tuple[Run, ...]:
    """End a line in "…", at its last blank if one stands in its second half, else within the word."""
    kept = list(line)
    while kept:
        last = kept.pop()
        room = width - width_of(kept) - stringWidth(ELLIPSIS, last.font, last.size)
        text = last.text[: _letters_that_fit(last, room)]
        blank = text.rfind(" ")
        if len(text) < len(last.text) and blank * 2 > len(text):
            text = text[:blank]
        if text.strip() or not kept:
            return (*kept, replace(last, text=text.rstrip(" ,;:") + ELLIPSIS))
    return ()


def _add(line: list[Run], pieces: Sequence[Run]) -> None:
    """Append pieces, joining neighbours of one style, so that a line is drawn in few strings."""
    for piece in pieces:
        if line and replace(line[-1], text="") == replace(piece, text=""):
            line[-1] = replace(piece, text=line[-1].text + piece.text)
        else:
            line.append(piece)


def _ordered(line: tuple[Run, ...]) -> tuple[Run, ...]:
    """Put words of a script written from right to left into the order in which they are seen."""
    return tuple(replace(run, text=_RTL_RUN.sub(_reversed, run.text)) for run in line)


def _reversed(match: re.Match[str]) -> str:
    clusters: list[str] = []
    for letter in match.group():
        if clusters and unicodedata.combining(letter):
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return "".join(reversed(clusters))


def _draw_line(canvas: Any, line: tuple[Run, ...], x: float, baseline: float) -> None:
    words = canvas.beginText(x, baseline)
    for run in line:
        words.setFont(run.font, run.size)
        words.setFillColor(run.colour)
        words.textOut(run.text)
    canvas.drawText(words)
    for run in line:
        size = stringWidth(run.text, run.font, run.size)
        if run.dotted:
            canvas.setStrokeColor(BLACK)
            canvas.setLineWidth(0.7)
            canvas.setDash(0.7, 1.4)
            canvas.line(x, baseline - run.size * 0.2, x + size, baseline - run.size * 0.2)
            canvas.setDash()
        x += size
