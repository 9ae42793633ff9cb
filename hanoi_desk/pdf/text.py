"""Lines of text laid out and drawn without any markup, so that nothing a user typed can be taken for a command.

ReportLab's own paragraphs read their text as markup, lay out all of a text before one can cut it, and know neither a
dotted line under words nor an order of letters from right to left: hence these few functions of our own. Words in a
script that the shipped fonts lack are runs with a font of the system; all others take no part in that and cost nothing.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import getFont

from hanoi_desk.pdf.bidi import visual
from hanoi_desk.pdf.embedding import draw_shaped
from hanoi_desk.pdf.faces import Face
from hanoi_desk.pdf.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, readable, shipped_face, shipped_letters
from hanoi_desk.pdf.scripts import JOINERS, breakable, stretches

LEADING = 1.25  # the stacked marks of Vietnamese need it
BLACK, BLUE, GREY, PALE = (HexColor(code) for code in ("#111111", "#17315C", "#4A4A4A", "#BBBBBB"))
ELLIPSIS = "…"
#: Before small print that belongs to the last word of a text, so that it never stands alone on a line.
TIE = "\u00a0\u00a0"

_SHORT = 30  # letters of a reference that is not parted

_PIECES = re.compile(r"[^ ]+| ")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; `dotted` marks what is not verified, always beside words that say so.

    `face` is the font of a script that has to be shaped, and `level` is odd for words from right to left.
    """

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    colour: Color = BLACK
    dotted: bool = False
    face: Face | None = None
    level: int = 0

    @property
    def font(self) -> str:
        """The name of the font that has this style."""
        return (BOLD_ITALIC if self.italic else BOLD) if self.bold else (ITALIC if self.italic else REGULAR)


@dataclass(frozen=True, slots=True)
class Lines:
    """Text broken into lines, each with its leading; heights and widths are in points.

    The runs of a line stand as they are read, not as they are seen.
    """

    lines: tuple[tuple[Run, ...], ...]
    leadings: tuple[float, ...]
    height: float
    over: float = 0.0  # what the lines take that had to be left out
    shifts: tuple[float, ...] = ()  # how far each line begins from the left edge, nothing where all stand there

    @property
    def cut(self) -> bool:
        """Tell whether the end had to be left out."""
        return self.over > 0

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the lines downwards from `top`, where the first line's leading begins."""
        if not self.lines:
            return
        canvas.begin_text()
        shifts = self.shifts or (0.0,) * len(self.lines)
        for line, leading, shift in zip(self.lines, self.leadings, shifts, strict=True):
            # Of the leading, marks above the letters need more than what hangs below.
            _draw_line(canvas, line, x + shift, top - leading * 0.78)
            top -= leading
        canvas.end_text()


def lay_out(runs: Sequence[Run], width: float, *, most: int | None = None, leading: float | None = None) -> Lines:
    """Break runs into lines no wider than `width` points, at blanks, and within a word only where it is wider.

    With `most`, the text is cut after that many lines, at a word where there is one, and ends in "…". The lines of a
    text that runs from right to left begin at the right edge, unless there is but one.
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
    shifts: tuple[float, ...] = ()
    if len(lines) > 1 and min(run.level for run in runs):
        shifts = tuple(width - width_of(line) for line in lines)
    return Lines(tuple(lines), leadings, sum(leadings), over * leading, shifts)


def tied(text: str) -> str:
    """Return a short reference whose words stay together; a longer one may be parted."""
    return text.replace(" ", "\u00a0") if len(text) <= _SHORT else text


def aligned(lines: Lines, width: float, share: float) -> Lines:
    """Return lines that begin where this share of the room is left of them: 0.5 for the middle, 1 for the right."""
    return replace(lines, shifts=tuple((width - width_of(line)) * share for line in lines.lines))


def width_of(runs: Sequence[Run]) -> float:
    """Return the width of runs side by side, in points."""
    return sum(_text_width(run.text, run) for run in runs)


def printable(runs: Sequence[Run]) -> tuple[list[Run], list[str]]:
    """Return the runs with only letters that a font has, each in one font, and those that had to be spelled out."""
    clean = [readable(run.text) for run in runs]
    shown = [
        run if text.text == run.text else replace(run, text=text.text) for run, text in zip(runs, clean, strict=True)
    ]
    if not all(text.is_plain for text in clean):
        shown = _parted(shown)
    return shown, [letter for text in clean for letter in text.missing]


def _parted(runs: Sequence[Run]) -> list[Run]:
    parted = stretches([(run.text, run.bold, shipped_face(run.font)) for run in runs], shipped_letters())
    return [
        replace(run, text=part.text, face=part.face, level=part.level)
        for run, parts in zip(runs, parted, strict=True)
        for part in parts
    ]


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
    if run.face is not None:
        return run.face.shape(text, leftward=run.level % 2 == 1).width * run.size / 1000
    return sum(map(_widths(run.font).__getitem__, text)) * run.size


def _broken(runs: Sequence[Run], width: float) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    used = 0.0
    for word in _words(runs):
        size = sum([_text_width(text, run) for text, run in word])
        style = _blank_style(line[-1][1], word[0][1]) if line else word[0][1]
        blank = _text_width(" ", style) if line and type(word) is list else 0.0
        if line and used + blank + size <= width:
            if blank:
                line.append((" ", style))
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
    """Return the style of a blank: dots run on under it only between dotted words, and it runs as the line does."""
    if after.level != before.level:
        return before if before.level < after.level else after
    return before if after.dotted and not before.dotted else after


class _Close(list[Piece]):
    """A word that follows the one before it without a blank."""


def _words(runs: Sequence[Run]) -> Iterator[list[Piece]]:
    """Yield unbreakable words; a word may change its style on the way, as in "**Overdue**:"."""
    word: list[Piece] = []
    for run in runs:
        for piece in _PIECES.findall(run.text):
            if piece == " ":
                if word:
                    yield word
                    word = []
            elif run.face is None:
                word.append((piece, run))
            else:
                first, *rest = breakable(piece)
                word.append((first, run))
                for part in rest:
                    yield word
                    word = _Close([(part, run)])
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
        count = _after_joint(text, count)
        while 0 < count < len(text) and _belongs(text[count]):
            count += 1
        rest = [(text[count:], run), *word[number + 1 :]]
        if count:
            head.append((text[:count], run))
        return head, [piece for piece in rest if piece[0]]
    return head, []


def _after_joint(text: str, count: int) -> int:
    """Return how many letters to keep of so many that fit: up to the last joint, as in "Minister-Counsellor"."""
    joint = max(text.rfind(mark, 1, count) for mark in "-–/") + 1
    return joint or count


def _belongs(letter: str) -> bool:
    """Tell whether a letter may not be parted from the one before it."""
    return unicodedata.category(letter).startswith("M") or letter in JOINERS


def _letters_that_fit(text: str, run: Run, room: float) -> int:
    if run.face is not None:
        ways = run.face.shape(text, leftward=run.level % 2 == 1).prefixes()
        return max((count for count, used in ways if used * run.size / 1000 <= room), default=0)
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
        end = replace(last, text=ELLIPSIS, face=None)
        room = width - width_of(kept) - _text_width(ELLIPSIS, end)
        text = last.text[: _letters_that_fit(last.text, last, room)]
        blank = text.rfind(" ")
        if len(text) < len(last.text) and blank * 2 > len(text):
            text = text[:blank]
        if text.strip() or not kept:
            text = text.rstrip(" ,;:")
            if last.face is None:
                return (*kept, replace(last, text=text + ELLIPSIS))
            return (*kept, replace(last, text=text), end)
    return ()


def write_words(canvas: Any, words: Any, line: tuple[Run, ...]) -> tuple[Run, ...]:
    """Write the runs of a line into a text object, from the left; return them in that order."""
    if any(run.level for run in line):
        line = tuple(line[at] for at in visual([run.level for run in line]))
    style: tuple[str, float] | None = None
    colour: Color | None = None
    for run in line:
        if colour is not run.colour:
            colour = run.colour
            words.setFillColor(colour)
        if run.face is not None:
            shaped, style = run.face.shape(run.text, leftward=run.level % 2 == 1), None
            if thicken := run.bold and not run.face.is_bold:
                words.setStrokeColor(run.colour)
            draw_shaped(words, canvas._doc, shaped, run.face, run.size, thicken=thicken)
            continue
        if style != (run.font, run.size):
            style = (run.font, run.size)
            words.setFont(*style)
        words.textOut(run.text)
    return line


def _draw_line(canvas: Any, line: tuple[Run, ...], x: float, baseline: float) -> None:
    words = canvas.beginText(x, baseline)
    line = write_words(canvas, words, line)
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
