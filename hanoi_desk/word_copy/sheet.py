"""A document for Word, from its file down to a run of words: page, styles, tables, fields, and what may stand in them.

What a user typed goes in as text alone: never as a field, a link or markup, and without control characters.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from hanoi_desk.language import Language
from hanoi_desk.records import Paper
from hanoi_desk.text import seen_line

FONT = "Times New Roman"
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 22, 22  # millimetres, within Decree 30/2020/ND-CP
WIDTH = 165  # of the text, on A4; on Letter the same
BODY, TABLE, SMALL, HEAD, TITLE = 13.0, 11.0, 9.0, 13.0, 15.0
BLUE, GREY = RGBColor(0x17, 0x31, 0x5C), RGBColor(0x4A, 0x4A, 0x4A)
_SIZES = {Paper.A4: (210, 297), Paper.LETTER: (215.9, 279.4)}
_LOCALES = {Language.VI: "vi-VN", Language.EN: "en-GB", Language.FR: "fr-FR"}
_FROM_RIGHT = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[^A-Za-zÀ-ɏḀ-ỿ]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?"
)
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Hanoi Desk</Application></Properties>"
)
_MADE = (1980, 1, 1, 0, 0, 0)  # the oldest moment that a ZIP file can tell: the same brief makes the same bytes


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one style; `dotted` marks what is not verified, always beside words that say so.

    `starts_line` puts them on a new line of the same cell.
    """

    text: str
    bold: bool = False
    italic: bool = False
    small: bool = False
    dotted: bool = False
    starts_line: bool = False


class Sheet:
    """The document that is being made; blocks are put under each other."""

    def __init__(self, language: Language, paper: Paper) -> None:
        self.document: WordDocument = Document()
        self.paper = paper
        self.language = language  # of what is put in next
        self._main = language
        self._is_new = True
        _empty_template(self.document)
        _set_styles(self.document, language)

    # ---- pages ----

    def start(self) -> Section:
        """Begin a part on a new page, with head and foot of its own."""
        section = self.document.sections[0] if self._is_new else self.document.add_section(WD_SECTION.NEW_PAGE)
        width, height = _SIZES[self.paper]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin, section.right_margin = Mm(LEFT), Mm(width - LEFT - WIDTH)
        section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
        section.header_distance, section.footer_distance = Mm(6), Mm(5)
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        self._is_new = False
        return section

    # ---- blocks ----

    def title(self, text: str, aside: str = "") -> None:
        """Put the title, with something small at the right edge."""
        paragraph = self._paragraph("Title")
        self.write(paragraph, [Words(text)])
        if aside:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run("\t")
            self.write(paragraph, [Words(aside)])

    def heading(self, text: str, notes: Sequence[str] = ()) -> None:
        """Put the heading of a block, with small notes behind it."""
        paragraph = self._paragraph("Heading 1")
        self.write(paragraph, [Words(text), *(Words(f" \u00a0{note}", small=True) for note in notes)])

    def subheading(self, text: str) -> None:
        """Put a heading within a block."""
        self.write(self._paragraph("Heading 2"), [Words(text)])

    def prose(self, words: Iterable[Words], style: str = "Normal", *, own_side: bool = False) -> Paragraph:
        """Put a paragraph; what is for our own side only has a bar at its left."""
        paragraph = self._paragraph(style)
        self.write(paragraph, words)
        if own_side:
            _draw_bar(paragraph)
        return paragraph

    def table(
        self,
        widths: Sequence[float],
        rows: Sequence[Sequence[Sequence[Words]]],
        head: Sequence[str] = (),
        *,
        ruled: bool = True,
    ) -> Table:
        """Put a table, its columns so many millimetres wide; its head is said again on each page, and no row parts."""
        table: Table = self.document.add_table(0, len(widths))
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        _align_cells(table)
        if ruled:
            _rule_rows(table)
        if head:
            self._row(table, [[Words(one, small=True)] for one in head], widths)
            _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        for row in rows:
            self._row(table, row, widths)
        self.document.add_paragraph(style="Gap")
        return table

    def _row(self, table: Table, cells: Sequence[Sequence[Words]], widths: Sequence[float]) -> None:
        row = table.add_row()  # type: ignore[no-untyped-call]
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, words, width in zip(row.cells, cells, widths, strict=True):
            cell.width = Mm(width)
            self._fill(cell, words)

    def _fill(self, cell: _Cell, words: Sequence[Words]) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = self.document.styles["Table text"]
        self.write(paragraph, words)

    def _paragraph(self, style: str) -> Paragraph:
        return self.document.add_paragraph(style=style)

    # ---- words ----

    def write(self, paragraph: Paragraph, words: Iterable[Words]) -> None:
        """Write words into a paragraph, those from right to left marked as such."""
        for number, one in enumerate(words):
            if one.starts_line and number:
                paragraph.add_run().add_break()
            at = 0
            text = seen_line(one.text)
            for hit in _FROM_RIGHT.finditer(text):
                self._run(paragraph, one, text[at : hit.start()])
                self._run(paragraph, one, hit.group(), leftward=True)
                at = hit.end()
            self._run(paragraph, one, text[at:])

    def field(self, paragraph: Paragraph, code: str) -> None:
        """Write a field that Word counts itself: PAGE or NUMPAGES."""
        element = OxmlElement("w:fldSimple")
        element.set(qn("w:instr"), code)
        run = paragraph.add_run("1")
        run.font.size, run.font.color.rgb = Pt(SMALL), GREY
        element.append(run._r)
        paragraph._p.append(element)

    def _run(self, paragraph: Paragraph, words: Words, text: str, *, leftward: bool = False) -> None:
        if not text:
            return
        run = paragraph.add_run(text)
        run.bold, run.italic = words.bold or None, words.italic or None
        if words.small:
            run.font.size, run.font.color.rgb, run.bold = Pt(SMALL), GREY, words.bold
        if words.dotted:
            run.font.underline = WD_UNDERLINE.DOTTED
        if leftward:
            run.font.rtl = True
        if self.language is not self._main:
            _say_language(run, self.language)

    # ---- the file ----

    def describe(self, title: str, subject: str, unit: str, at: datetime) -> None:
        """Set the properties of the file: what it is and whose unit's, no person, no folder, no program's history."""
        properties = self.document.core_properties
        moment = at.replace(microsecond=0)
        moment = (moment - (moment.utcoffset() or moment - moment)).replace(tzinfo=None)
        properties.title, properties.subject, properties.author = seen_line(title), seen_line(subject), seen_line(unit)
        properties.last_modified_by = properties.comments = properties.keywords = properties.category = ""
        properties.language = _LOCALES[self._main]
        properties.created = properties.modified = moment
        properties.revision = 1

    def content(self) -> bytes:
        """Return the bytes of the file, the same for the same words."""
        first = BytesIO()
        self.document.save(first)
        found = BytesIO()
        with zipfile.ZipFile(first) as source, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                entry = zipfile.ZipInfo(name, _MADE)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
                target.writestr(entry, _APPLICATION if name == "docProps/app.xml" else source.read(name))
        return found.getvalue()


def frame(paragraph: Paragraph) -> None:
    """Draw a frame around a paragraph, as around a marking."""
    _border(paragraph, ("top", "left", "bottom", "right"), "single", 6, "111111", 3)


def _draw_bar(paragraph: Paragraph) -> None:
    _border(paragraph, ("left",), "single", 36, "A9AFBA", 8)


def _border(paragraph: Paragraph, sides: Sequence[str], kind: str, size: int, colour: str, space: int) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        borders.append(_line(side, kind, size, colour, space))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _line(side: str, kind: str, size: int, colour: str, space: int) -> BaseOxmlElement:
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", kind), ("sz", size), ("space", space), ("color", colour)):
        line.set(qn(f"w:{name}"), str(value))
    return line


def _rule_rows(table: Table) -> None:
    borders = OxmlElement("w:tblBorders")
    borders.append(_line("top", "single", 6, "111111", 0))
    borders.append(_line("bottom", "single", 4, "BBBBBB", 0))
    borders.append(_line("insideH", "single", 4, "BBBBBB", 0))
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _align_cells(table: Table) -> None:
    """Let the words of the first column stand under those of the paragraphs around."""
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("left", 0), ("right", 113)):  # in twentieths of a point
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def _mark(properties: BaseOxmlElement, name: str) -> None:
    properties.append(OxmlElement(name))


def _say_language(run: Run, language: Language) -> None:
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), _LOCALES[language])
    run._r.get_or_add_rPr().append(tag)


def _empty_template(document: WordDocument) -> None:
    """Leave out what the library's template brings and this document has no use for: a picture, lists, many styles."""
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _UNUSED]:
            del rels[key]
    for style in list(document.styles):
        if style.name not in _KEPT_STYLES:
            style.delete()
            continue
        for link in style.element.findall(qn("w:link")):
            style.element.remove(link)


#: Kinds of parts, and styles that stay beside those set below.
_UNUSED = ("thumbnail", "customXml", "stylesWithEffects", "numbering", "webSettings")
_KEPT_STYLES = (
    "Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer",
    "Title", "Heading 1", "Heading 2",
)  # fmt: skip

# name, base, size, bold, colour, above, below, kept with the next
_STYLES = (
    ("Title", "Normal", TITLE, True, None, 0, 6, True),
    ("Heading 1", "Normal", HEAD, True, BLUE, 12, 4, True),
    ("Heading 2", "Normal", TABLE, True, None, 6, 2, True),
    ("Table text", "Normal", TABLE, False, None, 1, 1, False),
    ("Small", "Normal", SMALL, False, GREY, 0, 2, False),
    ("Question", "Normal", BODY, False, None, 4, 0, True),
    ("Gap", "Normal", 4, False, None, 0, 0, False),
)


def _set_styles(document: WordDocument, language: Language) -> None:
    styles = document.styles
    normal = styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _set_font(normal, BODY, bold=False, colour=None)
    normal.paragraph_format.space_before, normal.paragraph_format.space_after = Pt(0), Pt(4)
    normal.paragraph_format.line_spacing = 1.1
    normal.paragraph_format.widow_control = True
    for name, base, size, bold, colour, above, below, kept in _STYLES:
        style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style = styles[base]
        _set_font(style, size, bold=bold, colour=colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        style.paragraph_format.keep_with_next = kept
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), _LOCALES[language])
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        for old in defaults.findall(qn("w:lang")):
            defaults.remove(old)
        defaults.append(tag)


def _set_font(style: ParagraphStyle, size: float, *, bold: bool, colour: RGBColor | None) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = colour or RGBColor(0x11, 0x11, 0x11)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)
