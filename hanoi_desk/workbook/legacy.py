"""Knows Vietnamese text in the encodings from before Unicode, TCVN3 (ABC) and VNI, and turns it into Unicode.

Both put Vietnamese letters in the places of Western ones and leave the rest to a font (".VnTime", "VNI-Times"), so that
a program without the font shows "Hµ Néi" or "Haø Noäi". The tables are those of TCVN 5712:1993 VN3 and of VNI Windows.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Legacy(StrEnum):
    """An encoding from before Unicode."""

    TCVN3 = "tcvn3"
    VNI = "vni"


_TONED = {  # a letter without a tone, with á à ả ã ạ
    "a": "áàảãạ", "ă": "ắằẳẵặ", "â": "ấầẩẫậ", "e": "éèẻẽẹ", "ê": "ếềểễệ", "i": "íìỉĩị",
    "o": "óòỏõọ", "ô": "ốồổỗộ", "ơ": "ớờởỡợ", "u": "úùủũụ", "ư": "ứừửữự", "y": "ýỳỷỹỵ",
}  # fmt: skip

# TCVN3 has one code for both cases of a toned letter: capitals come from a font whose name ends with H.
_TCVN3_SMALL = {
    "a": "¸µ¶·¹", "ă": "¾»¼½Æ", "â": "ÊÇÈÉË", "e": "ÐÌÎÏÑ", "ê": "ÕÒÓÔÖ", "i": "Ý×ØÜÞ",
    "o": "ãßáâä", "ô": "èåæçé", "ơ": "íêëìî", "u": "óïñòô", "ư": "øõö÷ù", "y": "ýúûüþ",
}  # fmt: skip
_TCVN3 = str.maketrans(
    {code: letter for plain, codes in _TCVN3_SMALL.items() for code, letter in zip(codes, _TONED[plain], strict=True)}
    | dict(zip("¨©ª«¬\xad®", "ăâêôơưđ", strict=True))
    | dict(zip("¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ", strict=True))
)

# VNI writes most letters as two: the plain one, then a mark; capitals take the capital of the mark.
_VNI_TONES = "ùøûõï"
_VNI_MARKS = {"ă": ("a", "ê", "éèúüë"), "â": ("a", "â", "áàåãä"), "ê": ("e", "â", "áàåãä"), "ô": ("o", "â", "áàåãä")}
_VNI_ALONE = {"đ": "ñ", "ơ": "ô", "ư": "ö", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def _vni() -> dict[str, str]:
    small = {code: letter for letter, code in _VNI_ALONE.items()}
    for plain, base in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ơ", "ô"), ("ư", "ö")):
        small |= {base + tone: letter for tone, letter in zip(_VNI_TONES, _TONED[plain], strict=True)}
    for letter, (base, mark, toned) in _VNI_MARKS.items():
        small[base + mark] = letter
        small |= {base + code: one for code, one in zip(toned, _TONED[letter], strict=True)}
    # A capital first letter is followed by a capital mark, and in hasty text by a small one.
    mixed = {code[0].upper() + code[1:]: letter.upper() for code, letter in small.items() if len(code) == 2}
    return small | mixed | {code.upper(): letter.upper() for code, letter in small.items()}


_VNI = _vni()
_VNI_CODE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

#: Letters of the Western page that are no longer of one byte in Unicode.
_WESTERN = frozenset(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))

_WORD = re.compile(r"[^\s\x00-\x2c./:;<=>?@\[\\\]^_`{|}~\x7f-\xa0]+")
_CAPITALS = re.compile(r"[A-Z]")


def repaired(text: str, encoding: Legacy, *, capitals: bool = False) -> str:
    """Return text of an old encoding as Unicode (NFC).

    `capitals`: the font was one of capitals only. Otherwise a TCVN3 word is taken to be in capitals where all its plain
    letters are: two of them, or one in a text that has no small letter.
    """
    if encoding is Legacy.VNI:
        return unicodedata.normalize("NFC", _VNI_CODE.sub(lambda found: _VNI[found[0]], text))
    if capitals or (len(_CAPITALS.findall(text)) > 2 and not _has_small(text)):
        return unicodedata.normalize("NFC", text.translate(_TCVN3)).upper()
    return unicodedata.normalize("NFC", _WORD.sub(_tcvn3_word, text))


def _tcvn3_word(found: re.Match[str]) -> str:
    word = found[0]
    turned = word.translate(_TCVN3)
    return turned.upper() if len(_CAPITALS.findall(word)) > 1 and not _has_small(word) else turned


def _has_small(text: str) -> bool:
    return any("a" <= letter <= "z" for letter in text)


def may_be_legacy(text: str) -> bool:
    """Return whether all letters are of one byte, as they are in old encodings: "đã gặp" is in Unicode already."""
    return all(letter < "\u0100" or letter in _WESTERN for letter in text)


def font_encoding(font: str) -> tuple[Legacy, bool] | None:
    """Return the encoding that a font's name tells of, and whether it shows capitals only."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return Legacy.TCVN3, name.endswith("h")
    return (Legacy.VNI, False) if name.startswith(("vni-", "vni ")) else None


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding that a column seems to be written in, with the words that tell of it."""

    encoding: Legacy
    words: int  # those that become Vietnamese
    of: int  # those with letters that are not plain


def recognised(texts: Iterable[str]) -> Guess | None:
    """Return the old encoding that texts seem to be in, or None: words that are no Vietnamese become Vietnamese by it.

    French, Spanish or German words with their accents do not, and Unicode Vietnamese is Vietnamese already.
    """
    words = [word for text in texts for word in _WORD.findall(text) if not word.isascii()]
    if not words:
        return None
    before = sum(map(is_syllable, words))
    if before * 3 > len(words):
        return None
    best: Guess | None = None
    for encoding in Legacy:
        after = sum(_becomes_vietnamese(word, encoding) for word in words)
        if best is None or after > best.words:
            best = Guess(encoding, after, len(words))
    if best is None or best.words * 10 < best.of * 7 or best.words - before < 2:
        return None
    return best


@lru_cache(maxsize=1 << 14)
def _becomes_vietnamese(word: str, encoding: Legacy) -> bool:
    turned = repaired(word, encoding)
    return turned != word and all(map(is_syllable, turned.split("-")))


def syllables(text: str) -> int:
    """Return how many words with other than plain letters are Vietnamese syllables."""
    return sum(is_syllable(word) for word in _WORD.findall(text) if not word.isascii())


_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(
    "(?:ngh?|nh|gh?|gi|kh?|ph|th?|tr|ch?|qu|[bdđhlmnprstvx])?"
    "(?:uyê|uya|uyu|iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu"
    "|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iê|oa|oă|oe|oi|ôi|ơi|ua|ưa|ui|uâ|uê|uơ|uô|uy|ưi|ươ|ưu|yê|oo"
    "|[aăâeêioôơuưy])"
    "(?:ch|ng|nh|[cmnpt])?"
)


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Return whether a word is built like a Vietnamese syllable: a beginning, a vowel, an end, at most one tone."""
    spread = unicodedata.normalize("NFD", word.casefold().strip("\"'“”‘’()"))
    if sum(spread.count(mark) for mark in _TONE_MARKS) > 1:
        return False
    plain = "".join(letter for letter in spread if letter not in _TONE_MARKS)
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)))


def is_decomposed(text: str) -> bool:
    """Return whether the text has letters apart from their marks, as some programs write and Windows-1258 must."""
    return not unicodedata.is_normalized("NFC", text)
