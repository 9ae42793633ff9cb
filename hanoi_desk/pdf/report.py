"""Sets the formal report in the layout of Decree 30/2020; all its numbers stand in `report_layout.json`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from hanoi_desk.assets import asset
from hanoi_desk.briefing.report import Report
from hanoi_desk.language import moment, word, word_of
from hanoi_desk.pdf.boxes import draw_frame, draw_rule
from hanoi_desk.pdf.drawn import Drawn
from hanoi_desk.pdf.page import Furniture, Typesetter, new_canvas
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import Lines, Run, aligned, width_of, write_words

_MOST = 400  # lines of one paragraph


@cache
def layout() -> dict[str, Any]:
    """Return the numbers of the decree's layout."""
    found: dict[str, Any] = json.loads(asset("data/report_layout.json").read_text(encoding="utf-8"))
    return found


def draw_reports(reports: Sequence[Report], buffer: BytesIO) -> Drawn:
    """Write reports one after the other, each with page numbers of its own, into the buffer."""
    canvas = new_canvas(_furniture(reports[0]), buffer)
    drawn = Drawn()
    for report in reports:
        pages = _Pages(report, canvas)
        with canvas.paper(report.language):
            pages.draw()
        drawn.papers.append((report.subject, drawn.pages + 1))
        drawn.pages += pages.number
        drawn.note(pages.setter)
    canvas.save()
    return drawn


def _furniture(report: Report) -> Furniture:
    return Furniture(
        language=report.language,
        product=report.kind,
        subject=report.subject,
        marking=report.marking,
        draft=True,
        number=report.document,
        version=1,
        unit=report.issuer,
        as_of=report.printed_at,
        printed_at=report.printed_at,
    )


@dataclass(slots=True)
class _Pages:
    report: Report
    canvas: Any
    setter: Typesetter = field(default_factory=Typesetter)
    number: int = 1
    top: float = 0.0

    @property
    def left(self) -> float:
        return float(layout()["margins"]["left"] * mm)

    @property
    def width(self) -> float:
        margins = layout()["margins"]
        return float(A4[0] - (margins["left"] + margins["right"]) * mm)

    @property
    def bottom(self) -> float:
        return float(layout()["margins"]["bottom"] * mm)

    def draw(self) -> None:
        """Draw the boxes of the decree from the head of page 1 to the distribution."""
        self.top = A4[1] - layout()["margins"]["top"] * mm
        self._head()
        self._title()
        for at, part in enumerate(self.report.parts, 1):
            with self.canvas.element(Tag.SUBHEAD):
                self._paragraph([Run(f"{at}. {part.title}", self._size("body"), bold=True)], keep=3)
            for text in part.paragraphs:
                with self.canvas.element(Tag.PARAGRAPH):
                    self._paragraph([Run(text, self._size("body"))])
        self._end()
        self._foot()
        self.canvas.showPage()

    # ---- boxes ----

    def _head(self) -> None:
        """Boxes 1 to 4 and 11: two columns without borders; the name of the State never wraps."""
        head, language = layout()["head"], self.report.language
        left, right = self.width * head["left_share"], self.width * head["right_share"]
        start = self.left + left
        bottom = self._centred(self.report.parent, "parent", self.left, left - 2 * mm, self.top)
        bottom = self._centred(self.report.issuer, "issuer", self.left, left - 2 * mm, bottom, bold=True)
        self._rule(self.left, left - 2 * mm, bottom - 2, (left - 2 * mm) * layout()["rules"]["issuer_share"])
        number = self._centred(self.report.number, "number", self.left, left - 2 * mm, bottom - 8)
        under = self._centred(word("report.nation", language), "nation", start, right, self.top, bold=True)
        motto = word("report.motto", language)
        under = self._centred(motto, "motto", start, right, under, bold=True)
        self._rule(start, right, under - 2, width_of([Run(motto, self._size("motto"), bold=True)]))
        place = self._centred(self.report.place_and_date, "place", start, right, min(under, bottom) - 8, italic=True)
        self.top = self._mark(min(number, place) - 8, left)

    def _mark(self, top: float, width: float) -> float:
        mark = word_of(self.report.marking, self.report.language).split(" - ")[0]
        run = Run(mark, self._size("mark"), bold=True)
        room = width_of([run]) + 8 * mm
        height = self._size("mark") * 1.25 + 5
        left = self.left + max(0.0, (width - room) / 2)
        draw_frame(self.canvas, left, top, room, height)
        self._lines([run], room).draw(self.canvas, left + 4 * mm, top - 2.5)
        return top - height

    def _title(self) -> None:
        draft = word("doc.draft_mark", self.report.language)
        self.top = self._centred(draft, "recipients", self.left, self.width, self.top - 10, bold=True)
        with self.canvas.element(Tag.HEAD):
            self.top = self._centred(self.report.kind, "kind", self.left, self.width, self.top - 4, bold=True)
            self.top = self._centred(self.report.subject, "subject", self.left, self.width, self.top, bold=True)
        self._rule(self.left, self.width, self.top - 2, self.width * layout()["rules"]["subject_share"])
        self.top = self._centred(self.report.addressee, "addressee", self.left, self.width, self.top - 14) - 6

    def _end(self) -> None:
        """Boxes 7 and 9: who signs, at the right, and to whom it goes, at the left; never parted by a page."""
        half = self.width / 2
        label = [Run(word("report.recipients", self.report.language), self._size("recipients_label"), True, True)]
        listed = [self._lines([Run(f"- {one}", self._size("recipients"))], half) for one in self.report.recipients]
        needed = max(layout()["signature_room"] * mm + 50, sum(one.height for one in listed) + 20)
        self._room(needed + 12)
        start = self.top - 12
        signed = self._centred(self.report.signatory_post, "signatory", self.left + half, half, start, bold=True)
        signed -= layout()["signature_room"] * mm
        if self.report.signatory:
            self._centred(self.report.signatory, "signatory", self.left + half, half, signed, bold=True)
        heading = self._lines(label, half)
        heading.draw(self.canvas, self.left, start)
        under = start - heading.height
        with self.canvas.element(Tag.LIST):
            for one in listed:
                with self.canvas.element(Tag.ITEM), self.canvas.element(Tag.BODY):
                    one.draw(self.canvas, self.left, under)
                under -= one.height

    # ---- pages ----

    def _paragraph(self, runs: list[Run], keep: int = 2) -> None:
        """Put a paragraph, its first line indented; no single line stands alone at the foot or the head of a page."""
        body = layout()["body"]
        indent = body["first_line_indent"] * mm
        lines = self._indented(runs, indent)
        self.top -= body["paragraph_gap"]
        count = len(lines.lines)
        for at, (line, leading) in enumerate(zip(lines.lines, lines.leadings, strict=True)):
            left = count - at
            needed = keep if at == 0 else 2 if left == 2 else 1
            self._room(leading * (min(needed, left) if keep == 2 else needed))
            shift = indent if not at else 0.0
            self._justified(line, shift, leading, is_last=left == 1)
            self.top -= leading

    def _justified(self, line: tuple[Run, ...], shift: float, leading: float, *, is_last: bool) -> None:
        """Draw a line over the whole width, its blanks widened alike; the last one of a paragraph as it is."""
        # ReportLab writes a no-break space as a blank, so that it is widened too; those of shaped words never are.
        blanks = sum(run.text.count(" ") + run.text.count("\u00a0") for run in line if run.face is None)
        spare = self.width - shift - width_of(line)
        words = self.canvas.beginText(self.left + shift, self.top - leading * 0.78)
        words.setWordSpace(spare / blanks if blanks and not is_last else 0)
        write_words(self.canvas, words, line)
        words.setWordSpace(0)
        self.canvas.begin_text()
        self.canvas.drawText(words)
        self.canvas.end_text()

    def _indented(self, runs: list[Run], indent: float) -> Lines:
        leading = self._size("body") * layout()["body"]["line_spacing"]
        first = self.setter.text(runs, self.width - indent, self.report.kind, most=_MOST, leading=leading)
        if len(first.lines) < 2:
            return first
        # The rest of the words, after those of the first line, have the whole width.
        said = "".join(run.text for run in first.lines[0])
        whole = " ".join(" ".join(run.text for run in line) for line in first.lines)
        rest = [Run(whole[len(said) :].strip(), runs[0].size, runs[0].bold)]
        later = self.setter.text(rest, self.width, self.report.kind, most=_MOST, leading=leading)
        return Lines(
            (first.lines[0], *later.lines), (first.leadings[0], *later.leadings), first.leadings[0] + later.height
        )

    def _room(self, height: float) -> None:
        if self.top - height >= self.bottom:
            return
        self._foot()
        self.canvas.showPage()
        self.number += 1
        size = self._size("page_number")
        number = self._lines([Run(str(self.number), size)], 30 * mm)
        with self.canvas.artifact():
            aligned(number, self.width, 0.5).draw(self.canvas, self.left, A4[1] - 10 * mm)
        self.top = A4[1] - layout()["margins"]["top"] * mm

    def _foot(self) -> None:
        """Draw which paper it is and its marking in small print, so that a loose page can be put back."""
        language = self.report.language
        printed = word("doc.printed", language, at=moment(self.report.printed_at))
        text = f"{self.report.document} · {word_of(self.report.marking, language)} · {printed}"
        with self.canvas.artifact():
            self._lines([Run(text, self._size("foot"))], self.width).draw(self.canvas, self.left, self.bottom - 4 * mm)

    # ---- lines ----

    def _centred(
        self, text: str, key: str, x: float, width: float, top: float, *, bold: bool = False, italic: bool = False
    ) -> float:
        """Draw lines in the middle of a column; return where the next one begins."""
        lines = self._lines([Run(text, self._size(key), bold=bold, italic=italic)], width)
        aligned(lines, width, 0.5).draw(self.canvas, x, top)
        return top - lines.height

    def _rule(self, x: float, width: float, y: float, length: float) -> None:
        draw_rule(self.canvas, x + (width - length) / 2, y, length, 0.7)

    def _lines(self, runs: list[Run], width: float) -> Lines:
        return self.setter.text(runs, width, self.report.kind, most=12)

    def _size(self, key: str) -> float:
        return float(layout()["sizes"][key])
