"""The fonts of printed pages, and which letters they can show."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from hanoi_desk.assets import asset

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"
_FILES = {REGULAR: "Tinos-Regular", BOLD: "Tinos-Bold", ITALIC: "Tinos-Italic", BOLD_ITALIC: "Tinos-BoldItalic"}

# Of a longer run of lost signs only the first is named, since a row of codes is unreadable.
_CODES_IN_A_ROW = 3
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")


class UnsafeSettings(RuntimeError):
    """ReportLab was set to evaluate text as code or to fetch from addresses: no page is made then."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A text with nothing in it that the fonts can't show, and the letters that had to be spelled out."""

    text: str
    missing: tuple[str, ...] = ()


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
def _letters() -> frozenset[int]:
    load_fonts()
    return frozenset.intersection(*(frozenset(pdfmetrics.getFont(name).face.charToGlyph) for name in _FILES))


@cache
def _plain() -> frozenset[str]:
    """Return the letters that are printed as they are, wherever they stand."""
    letters = map(chr, _letters())
    return frozenset(x for x in letters if unicodedata.category(x) not in ("Cc", "Cf") and not _BREAKS.match(x)) | {" "}


def readable(text: str) -> Readable:
    """Return the text as it can be printed: composed (NFC), on one line, without control characters.

    A letter that no shipped font has is never printed as a square: it becomes `[U+1F600]`, and a word of them
    `[ARABIC ×12]`; each such letter is named in `missing`.
    """
    if "  " not in text and _plain().issuperset(text) and unicodedata.is_normalized("NFC", text):
        return Readable(text)
    letters, missing, parts, lost = _letters(), [], [], ""
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())
    for letter in _BREAKS.sub(" ", composed):
        if ord(letter) in letters and unicodedata.category(letter) not in ("Cc", "Cf"):
            parts += [_spelled(lost), letter] if lost else [letter]
            lost = ""
        elif unicodedata.category(letter) not in ("Cc", "Cf") and not _is_variant_mark(letter):
            lost += letter
            missing.append(letter)
    parts.append(_spelled(lost))
    return Readable("".join(parts), tuple(dict.fromkeys(missing)))


def letter_name(letter: str) -> str:
    """Return the code and the Unicode name of a letter, such as `U+1F600 GRINNING FACE`."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()


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
