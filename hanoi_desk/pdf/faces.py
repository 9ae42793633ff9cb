"""A font file: what its licence allows, which letters it has, and its letters shaped by HarfBuzz."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

# The bits of fsType in the table OS/2 (OpenType 1.9): what the maker allows.
_RESTRICTED, _PREVIEW, _EDITABLE, _NO_SUBSET, _BITMAPS_ONLY = 0x0002, 0x0004, 0x0008, 0x0100, 0x0200
_ITALIC, _BOLD = 0x0001, 0x0020  # bits of fsSelection
_USUAL_WEIGHT, _MUCH_WEIGHT, _BOLD_WEIGHT, _USUAL_WIDTH = 400, 100, 700, 5
#: From right to left readers of a page turn the letters of one glyph round: "Abdullah" would not be found in it.
_FROM_RIGHT = {"liga": False, "dlig": False}
#: Tables that a reader of a page has no use for.
_NOT_ON_PAGES = ("GSUB", "GPOS", "GDEF", "BASE", "MATH", "cmap", "name", "OS/2", "post", "kern", "vhea", "vmtx", "VORG")
_MOST_FACES = 64  # of one collection


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn letter or part of one: its number in the font, and lengths in thousandths of the size."""

    id: int
    cluster: int  # the place of its first letter in the text
    advance: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text as it is drawn: the glyphs from left to right, and its width in thousandths of the size."""

    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    leftward: bool = False

    def groups(self) -> Iterator[tuple[str, tuple[Glyph, ...]]]:
        """Yield letters that are drawn together with their glyphs, from left to right."""
        starts = sorted({glyph.cluster for glyph in self.glyphs})
        ends = dict(zip(starts, [*starts[1:], len(self.text)], strict=True))
        at = 0
        while at < len(self.glyphs):
            start = self.glyphs[at].cluster
            end = at
            while end < len(self.glyphs) and self.glyphs[end].cluster == start:
                end += 1
            yield self.text[start : ends[start]], self.glyphs[at:end]
            at = end

    def prefixes(self) -> list[tuple[int, float]]:
        """Return after how many letters the text may be cut, and how wide it is up to there."""
        widths: dict[int, float] = {}
        for glyph in self.glyphs:
            widths[glyph.cluster] = widths.get(glyph.cluster, 0.0) + glyph.advance
        starts = sorted(widths)
        found, used = [], 0.0
        for start, end in zip(starts, [*starts[1:], len(self.text)], strict=True):
            used += widths[start]
            found.append((end, used))
        return found


class Face:
    """One style of a font file, which stays mapped into memory: to ask it for a letter costs next to nothing."""

    __slots__ = (
        "_font",
        "family",
        "file",
        "has_outlines",
        "index",
        "is_bold",
        "is_italic",
        "is_usual",
        "may_embed",
        "rank",
        "scale",
    )

    def __init__(self, file: Path, index: int, face: hb.Face) -> None:
        self.file, self.index = file, index
        self._font = hb.Font(face)
        self.scale: float = 1000 / face.upem
        self.family = face.get_name(16) or face.get_name(1) or file.stem
        tables = set(face.table_tags)
        self.has_outlines = bool(tables & {"glyf", "CFF ", "CFF2"})
        rights, weight, width, look = _os2(face)
        self.is_bold = bool(look & _BOLD) or weight >= _BOLD_WEIGHT
        self.is_italic = bool(look & _ITALIC)
        self.is_usual = not (self.is_bold or self.is_italic) and abs(weight - _USUAL_WEIGHT) <= _MUCH_WEIGHT
        self.may_embed = self.has_outlines and _may_embed(rights)
        self.rank = (self.is_italic, abs(width - _USUAL_WIDTH), abs(weight - _USUAL_WEIGHT), str(file), index)

    @property
    def face(self) -> hb.Face:
        """The font as HarfBuzz knows it."""
        return self._font.face

    def has(self, letters: str) -> bool:
        """Tell whether it has all the letters; what only joins or parts them counts for nothing."""
        return all(letter in "\u200c\u200d" or self.glyph_of(letter) for letter in letters)

    def glyph_of(self, letter: str) -> int:
        """Return the glyph of a letter that stands alone, 0 where there is none."""
        return self._font.get_nominal_glyph(ord(letter)) or 0

    def advance_of(self, glyph: int) -> float:
        """Return the advance of a glyph in thousandths of the size."""
        return float(self._font.get_glyph_h_advance(glyph) * self.scale)

    def heights(self) -> tuple[int, int]:
        """Return how far letters reach above and below the line, in thousandths of the size."""
        extents = self._font.get_font_extents("ltr")
        return round(extents.ascender * self.scale), round(extents.descender * self.scale)

    def shape(self, text: str, *, leftward: bool = False) -> Shaped:
        """Return a text of one direction as it is drawn."""
        return _shaped(self, text, leftward)

    def subset(self, glyphs: set[int]) -> bytes:
        """Return a TrueType file or a bare CFF table with these glyphs alone, under the numbers that they have."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.CFF_IDENTITY_CHARSET
            | hb.SubsetFlags.DOWNGRADE_CFF2
            | hb.SubsetFlags.NO_HINTING
        )
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _NOT_ON_PAGES)
        if self.face.has_var_data:
            wanted.pin_all_axes_to_default(self.face)
        try:
            part = hb.subset(self.face, wanted)
        except RuntimeError:  # of a damaged font all is taken, whatever a reader then shows of it
            part = self.face
        cff = part.reference_table("CFF ") if "CFF " in part.table_tags else None
        return bytes((cff or part.blob).data)


def faces_in(file: Path, content: hb.Blob | None = None) -> list[Face]:
    """Return the styles in a font file, none where it can't be read as a font with outlines.

    `content` is what is in the file, where that is known already.
    """
    found = []
    try:
        blob = content or hb.Blob.from_file_path(str(file))
        for index in range(min(hb.Face(blob).count, _MOST_FACES)):
            face = Face(file, index, hb.Face(blob, index))
            if face.has_outlines:
                found.append(face)
    except (hb.HarfBuzzError, OSError, ValueError, MemoryError):  # one bad file does not hide the others
        return found
    return found


def _may_embed(rights: int) -> bool:
    """Tell whether a font may be put into a document as a subset. The least strict of several rights holds."""
    is_restricted = rights & _RESTRICTED and not rights & (_PREVIEW | _EDITABLE)
    return not (is_restricted or rights & (_NO_SUBSET | _BITMAPS_ONLY))


def _os2(face: hb.Face) -> tuple[int, int, int, int]:
    """Return fsType, weight, width and fsSelection; a font without them says nothing of its rights: it is not used."""
    table = face.reference_table("OS/2")
    data = bytes(table.data) if table else b""
    if len(data) < 64:
        return _RESTRICTED, _USUAL_WEIGHT, _USUAL_WIDTH, 0
    weight, width, rights, look = (int.from_bytes(data[at : at + 2], "big") for at in (4, 6, 8, 62))
    return rights, weight, width, look


@lru_cache(maxsize=8192)
def _shaped(face: Face, text: str, leftward: bool) -> Shaped:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftward else "ltr"
    buffer.language = "und"
    hb.shape(face._font, buffer, _FROM_RIGHT if leftward else {})
    scale = face.scale
    glyphs = tuple(
        Glyph(info.codepoint, info.cluster, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    return Shaped(text, glyphs, sum(glyph.advance for glyph in glyphs), leftward)
