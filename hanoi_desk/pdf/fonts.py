"""The fonts of printed pages, and which letters they can show."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from hanoi_desk.assets import asset
from hanoi_desk.pdf.faces import Face, faces_in
from hanoi_desk.pdf.scripts import JOINERS, clusters
from hanoi_desk.pdf.system_fonts import face_for, forbidden

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"
_FILES = {REGULAR: "Tinos-Regular", BOLD: "Tinos-Bold", ITALIC: "Tinos-Italic", BOLD_ITALIC: "Tinos-BoldItalic"}

# Of a longer run of lost signs only the first is named, since a row of codes is unreadable.
_CODES_IN_A_ROW = 3
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")


class UnsafeSettings(RuntimeError):
    """ReportLab was set to evaluate text as code or to fetch from addresses: no page is made then."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A text with nothing in it that the fonts can't show, and the letters that had to be spelled out.

    `is_plain` tells that the shipped fonts show it as it stands, from left to right.
    """

    text: str
    missing: tuple[str, ...] = ()
    is_plain: bool = True


@cache
def load_fonts() -> None:
    """Register the four styles of Tinos once in a process; raises UnsafeSettings or MissingAsset."""
    if rl_config.toColorCanUse != "rl_extended_literal_eval" or rl_config.trustedHosts:
        raise UnsafeSettings("ReportLab's settings are not the safe ones")
    # Streams stay the bytes that they are: as text they are a quarter longer and take longer to write.
    rl_config.useA85 = 0
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(asset(f"fonts/{file}.ttf"))))


@cache
def shipped_letters() -> frozenset[int]:
    """Return the letters that every shipped style has."""
    load_fonts()
    return frozenset.intersection(*(frozenset(pdfmetrics.getFont(name).face.charToGlyph) for name in _FILES))


@cache
def shipped_face(name: str) -> Face:
    """Return a shipped font for letters that have to be shaped."""
    return faces_in(asset(f"fonts/{_FILES[name]}.ttf"))[0]


@cache
def _plain() -> frozenset[str]:
    """Return the letters that are printed as they are, wherever they stand."""
    letters = map(chr, shipped_letters())
    return frozenset(x for x in letters if _is_seen(x) and not _BREAKS.match(x) and not _runs_leftward(x)) | {" "}


def readable(text: str) -> Readable:
    """Return the text as it can be printed: composed (NFC), on one line, without control characters.

    A letter that neither a shipped font has nor one of the system that may be embedded is never printed as a square: it
    becomes `[U+1F600]`, and a word of them `[ARABIC ×12]`; each such letter is named in `missing`.
    """
    if "  " not in text and _plain().issuperset(text) and unicodedata.is_normalized("NFC", text):
        return Readable(text)
    missing: list[str] = []
    parts: list[str] = []
    lost = ""
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())
    for letter in _found(_BREAKS.sub(" ", composed)):
        if letter.is_lost:
            lost += letter.text
            missing += letter.text
        else:
            parts += [_spelled(lost), letter.text] if lost else [letter.text]
            lost = ""
    parts.append(_spelled(lost))
    shown = "".join(parts)
    return Readable(shown, tuple(dict.fromkeys(missing)), _plain().issuperset(shown))


@dataclass(frozen=True, slots=True)
class _Found:
    """A letter with its marks, or one alone that no font has."""

    text: str
    is_lost: bool = False


def _found(text: str) -> Iterator[_Found]:
    letters = shipped_letters()
    for cluster in clusters(text):
        seen = "".join(letter for letter in cluster if _is_seen(letter) and not _is_variant_mark(letter))
        if all(ord(letter) in letters for letter in seen):
            if seen:
                yield _Found(seen)
            continue
        joined = "".join(letter for letter in cluster if letter in seen or letter in JOINERS)
        if face_for(joined):
            yield _Found(joined)
            continue
        for letter in seen:
            yield _Found(letter, is_lost=ord(letter) not in letters and face_for(letter) is None)


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf")


def _runs_leftward(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL")


def letters_named(letters: Iterable[str]) -> str:
    """Name letters by code and Unicode name, such as `U+1F600 GRINNING FACE`.

    A font of the system that has some of them, but whose licence forbids to embed it, is named beside the first one.
    """
    fonts: dict[str, None] = {}
    named = []
    for letter in letters:
        font = forbidden(letter)
        note = f" ({font}: no embedding)" if font and font not in fonts else ""
        fonts |= {font: None} if font else {}
        named.append(f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip() + note)
    return ", ".join(named)


def _is_variant_mark(letter: str) -> bool:
    """Marks that only choose between two pictures of the letter before them say nothing of their own."""
    return 0xFE00 <= ord(letter) <= 0xFE0F


def _spelled(lost: str) -> str:
    if not lost:
        return ""
    if len(lost) > 1 and lost.isalpha():
        return f"[{unicodedata.name(lost[0], '?').split()[0]} ×{len(lost)}]"
    if len(lost) <= _CODES_IN_A_ROW:
        return "".join(f"[U+{ord(letter):04X}]" for letter in lost)
    return f"[U+{ord(lost[0]):04X}… ×{len(lost)}]"
