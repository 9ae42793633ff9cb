"""The fonts of the system, for letters that no shipped font has: where they lie, and which one a script is set in.

Nothing of this happens for a document in Vietnamese or English: the first letter of another script starts the search.
"""

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path

from hanoi_desk.pdf.faces import Face, faces_in

#: The names of folders to search in place of the system's own, parted as in PATH; an empty text for none at all.
FOLDERS_VARIABLE = "HANOI_DESK_FONTS"

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_MOST_FILES = 6000
_NOBODYS = ("Cn", "Co", "Cs")  # letters that are not assigned, and those that every font may use as it likes
#: Fonts that show a sign of their own in place of every letter.
_NO_LETTERS = ("lastresort", ".lastresort", "last resort", "adobe blank", "adobeblank")

# The first letter and the last one of the blocks of a script, its name in the families of Noto, and families that are
# better or stand on other systems. Those with serifs come first, for they stand beside Tinos.
_INDIC = ("Nirmala Text", "Nirmala UI", "Kohinoor {}", "{} Sangam MN", "{} MN")
_HAN = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", "Noto Sans CJK SC", "Microsoft YaHei",
        "PingFang SC", "Hiragino Sans GB", "WenQuanYi Zen Hei", "Droid Sans Fallback", "Noto Serif CJK JP")  # fmt: skip
_KANA = ("Noto Serif CJK JP", "Yu Mincho", "MS Mincho", "Hiragino Mincho ProN", "Noto Sans CJK JP", "Yu Gothic",
         "MS Gothic", "Hiragino Sans")  # fmt: skip
_HANGUL = ("Noto Serif CJK KR", "Batang", "AppleMyungjo", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo")
_ARABIC = ("Noto Naskh Arabic", "Times New Roman", "Geeza Pro", "Noto Sans Arabic", "Segoe UI", "Arial", "Tahoma")
_Script = tuple[int, int, str, tuple[str, ...]]
_SCRIPTS: tuple[_Script, ...] = (
    (0x0530, 0x058F, "Armenian", ("Sylfaen", "Mshtakan")),
    (0x0590, 0x05FF, "Hebrew", ("Times New Roman", "David")),
    (0x0600, 0x06FF, "Arabic", _ARABIC),
    (0x0700, 0x074F, "Syriac", ("Estrangelo Edessa", "Segoe UI Historic")),
    (0x0750, 0x077F, "Arabic", _ARABIC),
    (0x0780, 0x07BF, "Thaana", ("MV Boli",)),
    (0x07C0, 0x07FF, "NKo", ("Ebrima",)),
    (0x0860, 0x08FF, "Arabic", _ARABIC),
    (0x0900, 0x097F, "Devanagari", ("Mangal", *_INDIC)),
    (0x0980, 0x09FF, "Bengali", ("Vrinda", *_INDIC)),
    (0x0A00, 0x0A7F, "Gurmukhi", ("Raavi", *_INDIC)),
    (0x0A80, 0x0AFF, "Gujarati", ("Shruti", *_INDIC)),
    (0x0B00, 0x0B7F, "Oriya", ("Kalinga", *_INDIC)),
    (0x0B80, 0x0BFF, "Tamil", ("Latha", *_INDIC)),
    (0x0C00, 0x0C7F, "Telugu", ("Gautami", *_INDIC)),
    (0x0C80, 0x0CFF, "Kannada", ("Tunga", *_INDIC)),
    (0x0D00, 0x0D7F, "Malayalam", ("Kartika", *_INDIC)),
    (0x0D80, 0x0DFF, "Sinhala", ("Iskoola Pota", *_INDIC)),
    (0x0E00, 0x0E7F, "Thai", ("Norasi", "Leelawadee UI", "Thonburi", "Tahoma")),
    (0x0E80, 0x0EFF, "Lao", ("Leelawadee UI", "DokChampa", "Lao UI", "Lao MN")),
    (0x0F00, 0x0FFF, "Tibetan", ("Microsoft Himalaya", "Kailasa")),
    (0x1000, 0x109F, "Myanmar", ("Myanmar Text", "Myanmar MN")),
    (0x10A0, 0x10FF, "Georgian", ("Sylfaen", "Helvetica Neue")),
    (0x1100, 0x11FF, "Hangul", _HANGUL),
    (0x1200, 0x139F, "Ethiopic", ("Ebrima", "Nyala", "Kefa")),
    (0x1780, 0x17FF, "Khmer", ("Leelawadee UI", "Khmer UI", "Khmer MN")),
    (0x1800, 0x18AF, "Mongolian", ("Mongolian Baiti",)),
    (0x19E0, 0x19FF, "Khmer", ("Leelawadee UI", "Khmer UI", "Khmer MN")),
    (0x2D00, 0x2D2F, "Georgian", ("Sylfaen",)),
    (0x2D80, 0x2DDF, "Ethiopic", ("Ebrima", "Nyala", "Kefa")),
    (0x2E80, 0x303F, "Han", _HAN),
    (0x3040, 0x30FF, "Kana", _KANA),
    (0x3130, 0x318F, "Hangul", _HANGUL),
    (0x31A0, 0x31EF, "Han", _HAN),
    (0x31F0, 0x31FF, "Kana", _KANA),
    (0x3200, 0x9FFF, "Han", _HAN),
    (0xA8E0, 0xA8FF, "Devanagari", ("Mangal", *_INDIC)),
    (0xAA60, 0xAA7F, "Myanmar", ("Myanmar Text", "Myanmar MN")),
    (0xAC00, 0xD7FF, "Hangul", _HANGUL),
    (0xF900, 0xFAFF, "Han", _HAN),
    (0xFB1D, 0xFB4F, "Hebrew", ("Times New Roman", "David")),
    (0xFB50, 0xFDFF, "Arabic", _ARABIC),
    (0xFE30, 0xFE4F, "Han", _HAN),
    (0xFE70, 0xFEFC, "Arabic", _ARABIC),
    (0xFF00, 0xFFEF, "Han", _HAN),
    (0x20000, 0x3FFFF, "Han", _HAN),
)  # fmt: skip


def font_folders(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> tuple[Path, ...]:
    """Return the folders in which the system and the user keep fonts; HANOI_DESK_FONTS names others."""
    if (chosen := environment.get(FOLDERS_VARIABLE)) is not None:
        return tuple(Path(name) for name in chosen.split(os.pathsep) if name)
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        own = Path(local) if local else home / "AppData" / "Local"
        return Path(environment.get("WINDIR") or "C:/Windows") / "Fonts", own / "Microsoft" / "Windows" / "Fonts"
    if platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    data = environment.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(data) / "fonts", home / ".fonts"


def script_of(letter: str) -> str:
    """Return the name of the script whose blocks hold a letter, nothing for a sign of every script."""
    row = _row(ord(letter))
    return row[2] if row else ""


def face_for(letters: str, *, wanted: str = "", bold: bool = False) -> Face | None:
    """Return the font for a letter with its marks, None where no font of the system may be used and has them all.

    Letters of Chinese take their forms from the script `wanted`, "Kana" or "Hangul", where they stand in such a text.
    For bold words it is the bold style of the same family where there is one.
    """
    face = _face_for(font_folders(), letters, wanted)
    if not bold or face is None:
        return face
    family = _families(font_folders())[face.family.casefold()]
    return next((one for one in family if one.is_bold and not one.is_italic and _serves(one, letters)), face)


def forbidden(letter: str) -> str:
    """Return the name of a font of the system that has a letter but may not be embedded, nothing without one."""
    return _forbidden(font_folders(), letter)


@cache
def _face_for(folders: tuple[Path, ...], letters: str, wanted: str) -> Face | None:
    if unicodedata.category(letters[0]) in _NOBODYS:
        return None
    families = _families(folders)
    row = _row(ord(letters[0]))
    preferred = [families.get(name.casefold(), ()) for name in (_preferred(row, wanted) if row else ())]
    faces = [face for some in (*preferred, *families.values()) for face in some]
    # A family that has only a bold style is better than none.
    usual = (face for face in faces if face.is_usual and _serves(face, letters))
    return next(usual, None) or next((face for face in faces if _serves(face, letters)), None)


@cache
def _forbidden(folders: tuple[Path, ...], letter: str) -> str:
    if unicodedata.category(letter) in _NOBODYS:
        return ""
    faces = (face for some in _families(folders).values() for face in some)
    return next((face.family for face in faces if not face.may_embed and face.has(letter)), "")


def _serves(face: Face, letters: str) -> bool:
    return face.may_embed and face.has(letters)


def _preferred(row: _Script, wanted: str) -> Iterator[str]:
    *_, script, others = row
    if script == "Han":
        others = {"Kana": _KANA, "Hangul": _HANGUL}.get(wanted, ()) + others
    yield f"Noto Serif {script}"
    for name in others:
        yield name.format(script)
    yield f"Noto Sans {script}"


@cache
def _families(folders: tuple[Path, ...]) -> dict[str, tuple[Face, ...]]:
    """Return the fonts that can be read, upright ones of usual weight first, by family in the order of their names."""
    found: dict[str, list[Face]] = {}
    for path in islice(_files(folders), _MOST_FILES):
        for face in faces_in(path):
            if not face.family.casefold().startswith(_NO_LETTERS):
                found.setdefault(face.family.casefold(), []).append(face)
    return {name: tuple(sorted(found[name], key=lambda face: face.rank)) for name in sorted(found)}


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for at, folders_in, names in os.walk(folder):
            folders_in.sort()
            yield from (Path(at, name) for name in sorted(names) if name.lower().endswith(_ENDINGS))


def _row(code: int) -> _Script | None:
    return next((row for row in _SCRIPTS if row[0] <= code <= row[1]), None)
