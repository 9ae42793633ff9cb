"""The brief for a meeting, block by block, in the words and in the order of its printed pages.

Left out are only what pages need and Word does not: the drawing of the timeline, whose entries are listed, with what
its signs mean, and the lines that say on which page something stands. No list is shortened.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from hanoi_desk.briefing.beginnings import bold_beginning
from hanoi_desk.briefing.bilateral_values import Bilateral, Fact, Pledge, Table
from hanoi_desk.briefing.values import Cell
from hanoi_desk.language import moment, short_date, sign, word, word_of
from hanoi_desk.records import Marking
from hanoi_desk.word_copy.sheet import WIDTH, Sheet, Words, frame

_QUOTES = '“”"'
_FORM = ("said", "promised", "by_when", "ours", "next")


@dataclass(frozen=True, slots=True)
class BilateralCopy:
    """Puts one brief into a document."""

    brief: Bilateral
    sheet: Sheet

    def put(self) -> None:
        """Put the whole brief, from a new page on."""
        self.sheet.language = self.brief.language
        self._furniture(self.sheet.start())
        self._front()
        self._their_side()
        self._behind()
        self._afterwards()

    # ---- head and foot ----

    def _furniture(self, section: Section) -> None:
        b = self.brief
        draft = [Words(self._word("doc.draft_mark") + " · ", bold=True, small=True)] if b.draft else []
        product = Words(f"{self._word('bilateral.product')} · {b.name}", small=True)
        zone = f"{b.as_of:%z}"
        as_of = self._word("doc.as_of", date=f"{moment(b.as_of)} (UTC{zone[:3].replace('+0', '+').replace('-0', '-')})")
        head = section.header.paragraphs[0]
        self._banner(head)
        head.paragraph_format.space_after = Pt(5)
        self._ends(section.header.add_paragraph(), [*draft, product], as_of)
        foot = section.footer.paragraphs[0]
        foot.paragraph_format.space_before = Pt(6)
        version = self._word("doc.version", n=b.version)
        unit = f" · {b.unit}" if b.unit else ""
        self._ends(foot, [Words(f"{b.number} · {version}{unit}", small=True)], "")
        self._count(section.footer.add_paragraph(), self._word("doc.printed", at=moment(b.printed_at)))
        self._banner(section.footer.add_paragraph())

    def _banner(self, paragraph: Paragraph) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(25)
        self.sheet.write(paragraph, [Words(word_of(Marking(self.brief.marking), self.brief.language), bold=True)])
        for run in paragraph.runs:
            run.font.size = Pt(9)
        frame(paragraph)

    def _ends(self, paragraph: Paragraph, left: Sequence[Words], right: str) -> None:
        stops = paragraph.paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        self.sheet.write(paragraph, left)
        if right:
            paragraph.add_run("\t")
            self.sheet.write(paragraph, [Words(right, small=True)])

    def _count(self, paragraph: Paragraph, printed: str) -> None:
        """Write "Page 2 of 4", counted by Word, and when it was printed."""
        paragraph.paragraph_format.tab_stops.clear_all()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        text = word("doc.page_x_of_y", self.brief.language, x="\0x\0", y="\0y\0")
        for part in text.split("\0"):
            if part in ("x", "y"):
                self.sheet.field(paragraph, "PAGE" if part == "x" else "NUMPAGES")
            else:
                self.sheet.write(paragraph, [Words(part, small=True)])
        paragraph.add_run("\t")
        self.sheet.write(paragraph, [Words(printed, small=True)])

    # ---- 1 to 8: what steers the meeting ----

    def _front(self) -> None:
        b, sheet = self.brief, self.sheet
        sheet.title(self._word("bilateral.title", name=b.name), b.code)
        self._meeting()
        self._heading("participants")
        sheet.table((82.5, 82.5), [[list(self._side(table)) for table in b.tables]], ruled=False)
        self._block("reason", b.reason)
        if b.changed:
            self._block("changed", b.changed)
        self._heading("objectives")
        rows = [
            [[Words(str(at), bold=True)], [Words(one.text)], [Words(one.met_when)]]
            for at, one in enumerate(b.objectives, 1)
        ]
        sheet.table((8, 97, 60), rows, ("", self._word("bilateral.objective"), self._word("bilateral.met_when")))
        self._status()
        self._points()
        self._heading("avoid", [self._word("mark.own_side")])
        for text in b.avoid:
            sheet.prose([Words(text)], own_side=True)
        if b.press_line:
            self._block("press", f"“{b.press_line.strip(_QUOTES)}”")

    def _meeting(self) -> None:
        lines = self.brief.heading
        half = (len(lines) + 1) // 2
        if len(lines) == 1:
            self.sheet.table((30, 135), [[[Words(lines[0].label, small=True)], [Words(lines[0].text)]]])
            return
        rows = [
            [[Words(left.label, small=True)], [Words(left.text)], [Words(right.label, small=True)], [Words(right.text)]]
            for left, right in zip(lines[:half], lines[half:], strict=True)
        ]
        self.sheet.table((27, 57, 27, 54), rows)

    def _side(self, table: Table) -> Iterator[Words]:
        yield Words(table.side, bold=True)
        yield Words(f" \u00a0{table.note}" if table.note else "", small=True)
        for person in table.people:
            yield Words(person.name, bold=True, starts_line=True)
            if person.note:
                yield Words(person.note, small=True, starts_line=True)
        if table.more:
            yield Words(self._word("doc.and_others"), small=True, starts_line=True)

    def _status(self) -> None:
        b = self.brief
        self.sheet.table((41.25,) * 4, [[list(_cell(cell)) for cell in b.cells]])
        for conflict in b.conflicts:
            mark = f" {self._word('doc.unverified')}, {self._word('brief.not_counted')}"
            self.sheet.prose(
                [
                    Words(self._word("verify.conflicting") + sign(": ", b.language), bold=True),
                    Words(conflict.record + sign("; ", b.language)),
                    Words(conflict.claim, dotted=True),
                    Words(mark),
                ]
            )
        self.sheet.prose([Words(self._word("brief.next_step") + sign(": ", b.language), bold=True), Words(b.next_step)])

    def _points(self) -> None:
        self._heading("points")
        for at, point in enumerate(self.brief.points, 1):
            source = f"[{point.source}]" if point.source else ""
            bold, rest = bold_beginning(point.text, self.brief.language)
            self.sheet.prose(
                [
                    Words(f"{at} ", bold=True),
                    Words(bold, bold=True),
                    Words(rest),
                    *self._cited(point.articles, unchecked=point.unverified),
                    Words(f" {source}" if source else "", small=True),
                ]
            )

    # ---- 9 to 11: their side and answers ----

    def _their_side(self) -> None:
        b, sheet = self.brief, self.sheet
        self._heading("interests")
        rows = [[[Words(one.text)], [Words(one.expected)], [Words(one.basis)]] for one in b.interests]
        self._listed((92, 27, 46), rows, ("what", "expected", "basis"))
        if b.raised:
            self._heading("raised")
            answers = []
            for one in b.raised:
                mark = f" {self._word('doc.unverified')}" if one.unverified else ""
                unchecked = one.articles_unverified and not one.unverified
                said = [Words(one.text), Words(mark, small=True), *self._cited(one.articles, unchecked=unchecked)]
                answers.append([[Words(f"“{one.question}”", italic=True)], said])
            self._listed((45, 120), answers, ("question", "answer"))
        more = b.theirs_more + b.ours_more
        notes = [self._word("mark.own_side"), *([self._word("bilateral.more_on_file", n=more)] if more else [])]
        self._heading("pledges", notes)
        columns = ("day", "who", "words", "grade", "state"), ("day", "owner", "words", "kind", "state")
        sides = (("theirs", b.theirs, "doc.no_commitment"), ("ours", b.ours, "bilateral.none_of_ours"))
        for (key, pledges, none), names in zip(sides, columns, strict=True):
            sheet.subheading(self._word(f"bilateral.{key}"))
            if not pledges:
                sheet.prose([Words(self._word(none))], own_side=True)
                continue
            heads = tuple(f"column_{name}" for name in names)
            self._listed((22, 34, 53, 30, 26), [list(_pledge(one)) for one in pledges], heads)

    # ---- 12 to 16: what lies behind ----

    def _behind(self) -> None:
        b, sheet = self.brief, self.sheet
        self._heading("facts")
        for key, facts in (("usable", b.usable), ("internal", b.internal)):
            sheet.subheading(self._word(f"bilateral.{key}"))
            for fact in facts:
                sheet.prose(self._fact(fact), own_side=key == "internal")
            if not facts:
                self._missing()
        self._heading("timeline")
        mark = f" {self._word('doc.unverified')}"
        rows = [
            [
                [Words(str(at), bold=True)],
                [Words(short_date(one.day))],
                [Words(one.text, dotted=one.unverified), Words(mark if one.unverified else "", small=True)],
            ]
            for at, one in enumerate(b.timeline, 1)
        ]
        sheet.table((10, 28, 127), rows)
        self._heading("ladder")
        rungs = [
            [
                [Words(one.word)],
                [Words(one.name, dotted=one.unverified), Words(mark if one.unverified else "", small=True)],
                [Words(one.note, small=True)],
            ]
            for one in b.ladder
        ]
        sheet.table((45, 70, 50), rungs)
        for line in b.ladder_notes:
            sheet.prose([Words(line.label + sign(": ", b.language), bold=True), Words(line.text)])
        self._heading("neighbours")
        others = [
            [
                [Words(one.treaty)],
                [Words(one.state, dotted=one.unverified), Words(mark if one.unverified else "", small=True)],
                [Words(one.note)],
            ]
            for one in b.neighbours
        ]
        sheet.table((72, 40, 53), others)
        if b.context:
            self._heading("context")
            for text in b.context:
                sheet.prose([Words(text)])

    # ---- 17 to 20: for afterwards ----

    def _afterwards(self) -> None:
        b, sheet = self.brief, self.sheet
        self._heading("biographies")
        for one in b.biographies:
            sheet.prose([Words(one.name, bold=True), Words(f", {one.post}" if one.post else "")])
            sheet.prose([Words(one.text)])
        if b.biographies:
            sheet.prose([Words(self._word("bilateral.bio_source"))], "Small")
        else:
            self._missing()
        self._heading("follow_up")
        sheet.prose([Words(self._word("bilateral.form_hint"))], "Small").paragraph_format.keep_with_next = True
        form = [[[Words(self._word(f"bilateral.form_{key}"), bold=True)], []] for key in _FORM]
        table = sheet.table((38, 127), form)
        for row in table.rows:
            row.height = Mm(18)
        self._heading("sources")
        for source in b.sources:
            sheet.prose([Words(f"[{source.key}] {source.text}")], "Small")
        if not b.sources:
            self._missing()
        self._heading("distribution")
        sheet.prose([Words(self._word("bilateral.to") + sign(":", b.language), bold=True, italic=True)])
        for text in b.distribution:
            sheet.prose([Words(f"- {text}")], "Table text")
        sheet.table((45, 120), [[[Words(line.label, small=True)], [Words(line.text)]] for line in b.sign_off])

    # ---- what blocks share ----

    def _heading(self, key: str, notes: Sequence[str] = ()) -> None:
        self.sheet.heading(self._word(f"bilateral.block.{key}"), notes)

    def _block(self, key: str, text: str) -> None:
        self._heading(key)
        self.sheet.prose([Words(text)])

    def _listed(self, widths: Sequence[float], rows: Sequence[Sequence[Sequence[Words]]], heads: Sequence[str]) -> None:
        if rows:
            self.sheet.table(widths, rows, tuple(self._word(f"bilateral.{key}") for key in heads))
        else:
            self._missing()

    def _cited(self, articles: str, *, unchecked: bool) -> Iterator[Words]:
        if articles:
            yield Words(" \u00a0", small=True)
            yield Words(articles, small=True, dotted=unchecked)
            yield Words(f" {self._word('doc.unverified')}" if unchecked else "", small=True)

    def _fact(self, fact: Fact) -> Iterator[Words]:
        yield Words(fact.text, dotted=fact.unverified)
        yield Words(f" {self._word('doc.unverified')}" if fact.unverified else "", small=True)
        yield Words(f" {fact.source}" if fact.source else "", small=True)

    def _missing(self) -> None:
        self.sheet.prose([Words(self._word("ui.not_recorded"))])

    def _word(self, key: str, **gaps: object) -> str:
        return word(key, self.brief.language, **gaps)


def _cell(cell: Cell) -> Iterator[Words]:
    yield Words(cell.label, small=True)
    yield Words(cell.value, bold=True, dotted=cell.unverified, starts_line=True)
    for note in cell.notes:
        yield Words(note, small=True, starts_line=True)


def _pledge(pledge: Pledge) -> Iterator[Sequence[Words]]:
    yield [Words(pledge.day), Words(pledge.record, small=True, starts_line=True)]
    yield [Words(pledge.who)]
    yield [Words(pledge.words)]
    yield [Words(pledge.grade)]
    yield [Words(pledge.state, bold=pledge.overdue), Words(f"; {pledge.check}" if pledge.check else "")]
