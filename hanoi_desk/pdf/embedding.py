"""Puts shaped letters on a page, and the part of their font that a document uses into it.

ReportLab's own fonts know letters, not glyphs; these are drawn by the numbers that they have in the font, as a font of
type 0, whose table ToUnicode says which letters each stands for. Where several glyphs together are one piece of text,
or a glyph stands for other letters than elsewhere, the page says so itself, as ActualText.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFStreamFilterZCompress, PDFString

from hanoi_desk.pdf.faces import Face, Glyph, Shaped

_CFF = b"\x01"  # the first byte of a bare CFF table
_SYMBOLIC = 4  # a flag of the font's description
_A_HUNDRED = 100  # rows of one table of letters, which is the most that the format allows
_BOLD_LINE = 0.028  # of the size, where a font has no bold style


class Embedded:
    """A font within one document: which of its glyphs are used, and the letters that each stands for."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self.letters: dict[int, str] = {}
        self.widths: dict[int, int] = {}

    def width(self, glyph: int) -> int:
        """Return the advance by which a reader of the document moves on after a glyph, in thousandths."""
        if glyph not in self.widths:
            self.widths[glyph] = round(self.face.advance_of(glyph))
        return self.widths[glyph]

    def stands_for(self, glyphs: tuple[Glyph, ...], text: str) -> bool:
        """Tell whether a reader of the document finds the text in the glyphs without being told."""
        if len(glyphs) == 1:
            return self.letters.setdefault(glyphs[0].id, text) == text
        # Each has at least the letter that it shows where it stands alone.
        alone = {self.face.glyph_of(letter): letter for letter in text}
        rest = [letter for letter in text if self.face.glyph_of(letter) not in {glyph.id for glyph in glyphs}]
        for glyph in glyphs:
            self.letters.setdefault(glyph.id, alone.get(glyph.id) or (rest.pop(0) if rest else text[0]))
        return "".join(self.letters[glyph.id] for glyph in glyphs) == text

    def addObjects(self, document: Any) -> None:
        """Write the font into the document, with the glyphs that were used."""
        data = self.face.subset({0, *self.widths})
        base = self._base_name(data)
        descriptor = self._descriptor(document, base, data)
        is_cff = data[:1] == _CFF
        inner = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType0" if is_cff else "CIDFontType2"),
            "BaseFont": PDFName(base),
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(descriptor, f"{self.name}.descriptor"),
            "DW": 1000,
            "W": PDFArray([part for glyph in sorted(self.widths) for part in (glyph, PDFArray([self.widths[glyph]]))]),
        }
        if not is_cff:
            inner["CIDToGIDMap"] = PDFName("Identity")
        outer = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(PDFDictionary(inner), f"{self.name}.inner")]),
                "ToUnicode": document.Reference(_stream(self._to_unicode().encode()), f"{self.name}.letters"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(outer, self.name)

    def _base_name(self, data: bytes) -> str:
        """Return the name of the font with the six letters that mark a part of it, other ones for another part."""
        value, tag = zlib.crc32(data), ""
        for _ in range(6):
            value, rest = divmod(value, 26)
            tag += chr(ord("A") + rest)
        name = self.face.face.get_name(6) or self.face.family
        return f"{tag}+{re.sub(r'[^A-Za-z0-9-]', '', name) or 'Font'}"

    def _descriptor(self, document: Any, base: str, data: bytes) -> PDFDictionary:
        rise, fall = self.face.heights()
        entries = {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(base),
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray([-1000, fall, 2000, rise]),
            "ItalicAngle": 0,
            "Ascent": rise,
            "Descent": fall,
            "CapHeight": rise,
            "StemV": 80,
        }
        if data[:1] == _CFF:
            stream = _stream(data, {"Subtype": PDFName("CIDFontType0C")})
            entries["FontFile3"] = document.Reference(stream, f"{self.name}.file")
        else:
            entries["FontFile2"] = document.Reference(_stream(data, {"Length1": len(data)}), f"{self.name}.file")
        return PDFDictionary(entries)

    def _to_unicode(self) -> str:
        rows = [f"<{glyph:04X}> <{_utf16(letters)}>" for glyph, letters in sorted(self.letters.items())]
        tables = [rows[at : at + _A_HUNDRED] for at in range(0, len(rows), _A_HUNDRED)]
        listed = "\n".join(f"{len(some)} beginbfchar\n" + "\n".join(some) + "\nendbfchar" for some in tables)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{listed}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        )


_EMBEDDED: WeakKeyDictionary[Any, dict[Face, Embedded]] = WeakKeyDictionary()


def draw_shaped(words: Any, document: Any, shaped: Shaped, face: Face, size: float, *, thicken: bool = False) -> None:
    """Draw a text at the place that a text object of ReportLab has come to, and move on behind it.

    `thicken` draws the outlines too, for bold words in a font without a bold style. The font of the text object has to
    be set anew before anything else is drawn with it.
    """
    embedded = _embedded(document, face)
    code = [f"/{embedded.name} {size:g} Tf"]
    if thicken:
        code.append(f"2 Tr {size * _BOLD_LINE:.2f} w")
    rise, moved = 0.0, 0.0  # `moved` is how far the reader stands from where the next glyph begins
    for text, glyphs in _words(shaped, embedded):
        is_told = bool(text)
        code += [f"/Span <</ActualText <FEFF{_utf16(text)}>>> BDC"] if is_told else []
        for glyph in glyphs:
            height = round(glyph.dy * size / 1000, 2)
            if height != rise:
                code.append(f"{height:g} Ts")
                rise = height
            back = round(moved - glyph.dx)
            code.append(f"[{f'{back} ' if back else ''}<{glyph.id:04X}>] TJ")
            moved += embedded.width(glyph.id) - back - glyph.advance
        code += ["EMC"] if is_told else []
    if rise:
        code.append("0 Ts")
    if back := round(moved):
        code.append(f"[{back}] TJ")
    if thicken:
        code.append("0 Tr")
    words._code.append(" ".join(code))


def _words(shaped: Shaped, embedded: Embedded) -> Iterator[tuple[str, list[Glyph]]]:
    """Yield the glyphs, word by word, with what has to be told of them: nothing where a reader finds it out."""
    word: list[Glyph] = []
    said, is_told = "", False
    for text, glyphs in shaped.groups():
        is_plain = embedded.stands_for(glyphs, text)
        if shaped.leftward:
            yield ("" if is_plain else text), list(glyphs)
            continue
        if text == " ":
            yield (said if is_told else ""), word
            yield "", list(glyphs)
            word, said, is_told = [], "", False
            continue
        word += glyphs
        said += text
        is_told = is_told or not is_plain or any(not glyph.advance or glyph.dy for glyph in glyphs)
    if word:
        yield (said if is_told else ""), word


def _embedded(document: Any, face: Face) -> Embedded:
    fonts = _EMBEDDED.setdefault(document, {})
    if face not in fonts:
        fonts[face] = Embedded(face, f"S{len(fonts) + 1}")
        document.delayedFonts.append(fonts[face])
    return fonts[face]


def _stream(data: bytes, entries: dict[str, Any] | None = None) -> PDFStream:
    return PDFStream(dictionary=PDFDictionary(entries or {}), content=data, filters=[PDFStreamFilterZCompress()])


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()
