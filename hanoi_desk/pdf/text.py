"""Lines of text laid out and drawn without any markup, so that nothing a user typed can be taken for a command.

ReportLab's own paragraphs read their text as markup, lay out all of a text before one can cut it, and know neither a
dotted line under words nor an order of letters from right to left: hence these few functions of our own.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import getFont

from hanoi_desk.pdf.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, readable

LEADING = 1.25  # the stacked marks of Vietnamese need it
BLACK, BLUE, GREY, PALE = (HexColor(code) for code in ("#111111", "#17315C", "#4A4A4A", "#BBBBBB"))
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
    colour: Color = BLACK
    dotted: bool = False

    @property
    def font(self) -> str:
        """The name of the font that has this style."""
        return (BOLD_ITALIC if self.italic else BOLD) if self.bold else (ITALIC if self.italic else REGULAR)


@dataclass(frozen=True, slots=True)
class Lines:
    """Text broken into lines, each with its leading; heights and widths are in points."""

    lines: tuple[tuple[Run, ...], ...]
    leadings: tuple[float, ...]
    height: float
    over: float = 0.0  # what the lines take that had to be left out

    @property
    def cut(self) -> bool:
        """Tell whether the end had to be left out."""
        return self.over > 0

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the lines downwards from `top`, where the first line's leading begins."""
        for line, leading in zip(self.lines, self.leadings, strict=True):
            # Of the leading, marks above the letters need more than what hangs below.
            _draw_line(canvas, line, x, top - leading * 0.78)
            top -= leading


def lay_out(runs: Sequence[Run], width: float, *, most: int | None = None, leading: float | None = None) -> Lines:
    """Break runs into lines no wider than `width` points, at blanks, and within a word only where it is wider.

    With `most`, the text is cut after that many lines, at a word where there is one, and ends in "…".
    """
    lines: list[tuple[Run, ...]] = []
    over = 0
    for pieces in _broken(runs, width):
        if most is None or len(lines) < most:
            lines.append(_joined(pieces))
        else:
            over += 1
    if over:
        lines[-1] = _with_ellipsis(lines[-1], width)
    largest = max((run.size for run in runs), default=12.0)
    leading = leading or largest * LEADING
    # A line that holds nothing but small print takes less.
    leadings = tuple(leading * max(run.size for run in line) / largest if line else leading for line in lines)
    return Lines(tuple(_ordered(line) for line in lines), leadings, sum(leadings), over * leading)


def width_of(runs: Sequence[Run]) -> float:
    """Return the width of runs side by side, in points."""
    return sum(_text_width(run.text, run) for run in runs)


def printable(runs: Sequence[Run]) -> tuple[list[Run], list[str]]:
    """Return the runs with only letters that the fonts have, and those that had to be spelled out."""
    clean = [readable(run.text) for run in runs]
    shown = [
        run if text.text == run.text else replace(run, text=text.text) for run, text in zip(runs, clean, strict=True)
    ]
    return shown, [letter for text in clean for letter in text.missing]


#: Letters and the run that gives them their style.
Piece = tuple[str, Run]


class _Widths(dict[str, float]):
    """Letter → its width at a size of one point, nothing for one that the font does not have."""

    def __missing__(self, letter: str) -> float:
        return 0.0


@cache
def _widths(font: str) -> _Widths:
    """Return the width of each letter of a font."""
    face = getFont(font).face
    return _Widths({chr(code): width / 1000 for code, width in face.charWidths.items()})


def _text_width(text: str, run: Run) -> float:
    return sum(map(_widths(run.font).__getitem__, text)) * run.size


def _broken(runs: Sequence[Run], width: float) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    used = 0.0
    for word in _words(runs):
        size = sum([_text_width(text, run) for text, run in word])
        blank = _text_width(" ", word[0][1]) if line else 0.0
        if line and used + blank + size <= width:
            line.append((" ", _blank_style(line[-1][1], word[0][1])))
            line += word
            used += blank + size
            continue
        if line:
            yield line
        while size > width:
            head, word = _split(word, width)
            yield head
            size = sum([_text_width(text, run) for text, run in word])
        line, used = list(word), size
    if line:
        yield line


def _blank_style(before: Run, after: Run) -> Run:
    """Return the style of a blank: dots run on under it only between dotted words."""
    return before if after.dotted and not before.dotted else after


def _words(runs: Sequence[Run]) -> Iterator[list[Piece]]:
    """Yield unbreakable words; a word may change its style on the way, as in "**Overdue**:"."""
    word: list[Piece] = []
    for run in runs:
        for piece in _PIECES.findall(run.text):
            if piece != " ":
                word.append((piece, run))
            elif word:
                yield word
                word = []
    if word:
        yield word


def _split(word: list[Piece], width: float) -> tuple[list[Piece], list[Piece]]:
    """Return the part of a word that fits the width (at least one letter) and the rest."""
    head: list[Piece] = []
    room = width
    for number, (text, run) in enumerate(word):
        count = _letters_that_fit(text, run, room)
        if count == len(text):
            head.append((text, run))
            room -= _text_width(text, run)
            continue
        count = count if head else max(1, count)
        while 0 < count < len(text) and unicodedata.combining(text[count]):
            count += 1
        rest = [(text[count:], run), *word[number + 1 :]]
        if count:
            head.append((text[:count], run))
        return head, [piece for piece in rest if piece[0]]
    return head, []


def _letters_that_fit(text: str, run: Run, room: float) -> int:
    widths, used = _widths(run.font), 0.0
    for count, letter in enumerate(text):
        used += widths[letter] * run.size
        if used > room:
            return count
    return len(text)


def _joined(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """Return the pieces of a line as runs, neighbours of one style in one, so that a line is drawn in few strings."""
    line: list[Run] = []
    at = 0
    while at < len(pieces):
        style, end = pieces[at][1], at
        while end < len(pieces) and pieces[end][1] is style:
            end += 1
        text = "".join([text for text, _ in pieces[at:end]])
        line.append(replace(style, text=text if at else text.lstrip("\u00a0")))  # no line begins indented
        at = end
    return tuple(line)


def _with_ellipsis(line: tuple[Run, ...], width: float) -> tuple[Run, ...]:
    """End a line in "…", at its last blank if one stands in its second half, else within the word."""
    kept = list(line)
    while kept:
        last = kept.pop()
        room = width - width_of(kept) - _text_width(ELLIPSIS, last)
        text = last.text[: _letters_that_fit(last.text, last, room)]
        blank = text.rfind(" ")
        if len(text) < len(last.text) and blank * 2 > len(text):
            text = text[:blank]
        if text.strip() or not kept:
            return (*kept, replace(last, text=text.rstrip(" ,;:") + ELLIPSIS))
    return ()


def _ordered(line: tuple[Run, ...]) -> tuple[Run, ...]:
    """Put words of a script written from right to left into the order in which they are seen."""
    if all(run.text.isascii() or not _RTL_RUN.search(run.text) for run in line):
        return line
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
    style: tuple[str, float] | None = None
    colour: Color | None = None
    for run in line:
        if style != (run.font, run.size):
            style = (run.font, run.size)
            words.setFont(*style)
        if colour is not run.colour:
            colour = run.colour
            words.setFillColor(colour)
        words.textOut(run.text)
    canvas.drawText(words)
    for run in line:
        size = _text_width(run.text, run) if run.dotted or len(line) > 1 else 0.0
        if run.dotted:
            canvas.setStrokeColor(BLACK)
            canvas.setLineWidth(0.7)
            canvas.setDash(0.7, 1.4)
            canvas.line(x, baseline - run.size * 0.2, x + size, baseline - run.size * 0.2)
            canvas.setDash()
        x += size
