"""The contents of an event pack: laid out before any page is numbered, for a number never changes a line's height."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.lib.units import mm

from hanoi_desk.briefing.pack_values import EventPack, PackPaper, Since
from hanoi_desk.language import Language, word
from hanoi_desk.pdf.boxes import LABELLED, Box, Row, Stack, Tagged, Unread
from hanoi_desk.pdf.flow import Sheet
from hanoi_desk.pdf.pack_pieces import Room
from hanoi_desk.pdf.page import SMALL, WIDTH, Format, Typesetter
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLACK, BLUE, GREY, Lines, Run, aligned

_LABEL, _NUMBER, _REMARK, _SINCE, _PAGE = 30 * mm, 14.5 * mm, 34 * mm, 20 * mm, 14 * mm
_MANY = 45  # entries from which they are set closer
_BLOCK = "contents"
_PADDING, _CLOSE = 1.6, 0.6


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its page is asked for when it is drawn, and the whole line leads there."""

    box: Box
    name: str
    key: str
    pages: Mapping[str, int]
    setter: Typesetter
    size: float
    padding: float

    @property
    def height(self) -> float:
        """The height of the line."""
        return self.box.height

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw the line, its page, and the link."""
        number = self.setter.text([Run(str(self.pages[self.key]), self.size)], _PAGE, _BLOCK, most=1)
        with canvas.element(Tag.CONTENTS_ITEM), canvas.element(Tag.LINK):
            self.box.draw(canvas, x, top)
            aligned(number, _PAGE, 1).draw(canvas, x + WIDTH - _PAGE, top - self.padding)
            canvas.link(self.key, self.name, (x + _LABEL, top - self.height, x + WIDTH, top))


@dataclass(slots=True)
class Contents:
    """Lays out the contents of one pack; `pages` is filled before they are drawn, by the bookmarks of the papers."""

    pack: EventPack
    setter: Typesetter
    shape: Format
    pages: Mapping[str, int]
    numbers: Sequence[str]
    keys: Sequence[str]
    extra: Sequence[tuple[str, str]] = ()  # annex files: bookmark and name
    refused: Sequence[str] = ()

    def sheets(self) -> list[Sheet]:
        """Return the pages of the contents."""
        sheets = [Sheet()]
        sheets[0].put(self._head())
        for label, note, rows in self._groups():
            self._put(sheets, label, note, rows)
        return sheets

    @property
    def _language(self) -> Language:
        return self.pack.language

    @property
    def _size(self) -> float:
        return 11.0 if len(self.pack.papers) <= _MANY else 10.5

    @property
    def _padding(self) -> float:
        return _PADDING if len(self.pack.papers) <= _MANY else _CLOSE

    def _head(self) -> Box:
        title = self._text([Run(self._word("pack.contents"), 15, bold=True)], WIDTH)
        under = f"{self._word('pack.product')} · {self.pack.name}"
        heads = [("column_number", _LABEL), ("column_paper", _LABEL + _NUMBER), ("column_remark", self._at_remark())]
        cells: list[tuple[float, Box]] = [(left, self._small(self._word(f"pack.{key}"))) for key, left in heads]
        if self._has_since():
            version = self.pack.version - 1
            cells.append((self._at_since(), self._small(self._word("pack.column_since", n=version))))
        cells.append((WIDTH - _PAGE, aligned(self._small(self._word("pack.column_page")), _PAGE, 1)))
        line = Row(cells, rule_below=0.5, width=WIDTH, padding=2, tag=Tag.PARAGRAPH)
        return Stack([Tagged(title, Tag.HEAD), self._text([Run(under, 11)], WIDTH, most=2), Room(6), line])

    def _groups(self) -> list[tuple[str, str, list[Box]]]:
        found: list[tuple[str, str, list[Box]]] = []
        lines = zip(self.pack.papers, self.numbers, self.keys, strict=True)
        for part, group in groupby(lines, key=lambda line: line[0].part):
            note = self._word("pack.part_sheets_note") if part.value == "sheets" else ""
            rows: list[Box] = [self._paper(*line) for line in group]
            found.append((self._word(f"pack.part_{part.value}"), note, rows))
        if self.extra:
            files: list[Box] = [self._entry("", name, "", None, key) for key, name in self.extra]
            name = self._word("pack.part_annexes")
            rows = found[-1][2] if found and found[-1][0] == name else []
            found[len(found) - bool(rows) :] = [(name, "", [*rows, *files])]
        if self.pack.changed:
            found.append((self.pack.changed_title, "", [self._line(*line) for line in self.pack.changed]))
        missing = [*self.pack.missing, *((0, text) for text in self.refused)]
        rows = [self._line(*line) for line in missing] or [self._line(0, self._word("pack.nothing_missing"))]
        found.append((self._word("pack.missing"), "", rows))
        return found

    def _put(self, sheets: list[Sheet], label: str, note: str, rows: Sequence[Box]) -> None:
        """Put a group; its label stands beside its first row, and again on each page that it goes on on."""
        name = self._label(label, note)
        at = 0
        while at < len(rows):
            room = self.shape.text_height - sheets[-1].used - 7
            taken, used = at, 0.0
            while taken < len(rows) and used + rows[taken].height <= room:
                used += rows[taken].height
                taken += 1
            if max(used, name.height) > room or taken - at < min(2, len(rows) - at):
                sheets.append(Sheet())
                continue
            heading = Unread(name) if at else name
            tag = Tag.CONTENTS if isinstance(rows[at], Entry) else Tag.LIST
            body = Row([(0, heading), (0, Stack(rows[at:taken], tag=tag))], rule_above=0.5, width=WIDTH, padding=3.5)
            sheets[-1].put(body)
            at = taken
            if at < len(rows):
                sheets.append(Sheet())

    def _label(self, label: str, note: str) -> Box:
        name = self._text([Run(label, 12, bold=True, colour=BLUE)], _LABEL - 5 * mm, most=4)
        small = self._text([Run(note, SMALL, colour=GREY)], _LABEL - 5 * mm, most=2) if note else Room(0)
        return Stack([Tagged(name, Tag.SUBHEAD), small])

    def _paper(self, paper: PackPaper, number: str, key: str) -> Box:
        return self._entry(number, paper.name, paper.remark, paper.since, key)

    def _entry(self, number: str, name: str, remark: str, since: Since | None, key: str) -> Box:
        size = self._size
        room = self._at_remark() - _LABEL - _NUMBER - 3 * mm
        cells: list[tuple[float, Box]] = [
            (_LABEL, self._text([Run(number, size, bold=True, colour=BLUE)], _NUMBER, most=1)),
            (_LABEL + _NUMBER, self._text([Run(name, size)], room, most=3)),
            (self._at_remark(), self._small(remark, _REMARK - 2 * mm, size)),
        ]
        if since:
            is_new = since is not Since.UNCHANGED
            said = Run(self._word(f"pack.since_{since.value}"), SMALL, bold=is_new, colour=BLACK if is_new else GREY)
            cells.append((self._at_since(), self._text([said], _SINCE, most=1, leading=size * 1.25)))
        line, padding = Row(cells, padding=self._padding), self._padding
        return Entry(line, f"{number} {name}".strip(), key, self.pages, self.setter, size, padding)

    def _line(self, number: int, text: str) -> Box:
        width = len(self.numbers[0]) if self.numbers else 2
        shown = str(number).zfill(width) if number else self._word("pack.all_papers")
        return Row(
            [
                (_LABEL, self._text([Run(shown, 11, bold=True, colour=BLUE)], _NUMBER, most=1)),
                (_LABEL + _NUMBER, self._text([Run(text, 11)], WIDTH - _LABEL - _NUMBER, most=6)),
            ],
            padding=_PADDING,
            tag=Tag.ITEM,
            kinds=LABELLED,
        )

    def _has_since(self) -> bool:
        return any(paper.since for paper in self.pack.papers)

    def _at_since(self) -> float:
        return float(WIDTH - _PAGE - _SINCE)

    def _at_remark(self) -> float:
        return float(self._at_since() - _REMARK if self._has_since() else WIDTH - _PAGE - _REMARK)

    def _small(self, text: str, width: float = 40 * mm, beside: float = SMALL) -> Lines:
        return self._text([Run(text, SMALL, colour=GREY)], width, most=3, leading=beside * 1.25)

    def _text(self, runs: Sequence[Run], width: float, *, most: int = 3, leading: float | None = None) -> Lines:
        return self.setter.text(runs, width, _BLOCK, most=most, leading=leading)

    def _word(self, key: str, /, **gaps: object) -> str:
        return word(key, self._language, **gaps)


def link_back(canvas: Any, key: str, shape: Format, language: Language) -> None:
    """Let the words at the head of a page lead back to the contents."""
    top = shape.height - shape.top + 9 * mm
    with canvas.element(Tag.LINK):
        box = (shape.left, top - 4 * mm, shape.left + 90 * mm, top)
        canvas.link(key, word("pack.contents", language), box)
