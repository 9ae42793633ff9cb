"""Vietnamese-aware text: folding for search, keys for sorting, tidying, and the capitals that mark a State secret."""

import re
import unicodedata

#: Letters that do not decompose into a plain letter and a mark, with what stands for them without accents.
_PLAIN = {
    "đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "þ": "th", "ə": "a",
}  # fmt: skip
_ALIKE = dict.fromkeys("‘’‛ʹʻʼʽʾʿˈ`´′＇", "'") | dict.fromkeys("‐‑‒–—―−﹣－", "-") | dict.fromkeys("“”„‟″«»", '"')
_ENDS = (".", "!", "?", "…", "。", "．", "！", "？", "؟", "۔", "।", "።")
_ALIKE_TABLE = str.maketrans(_ALIKE | {"ð": "đ", "Ð": "Đ"})


class _FoldTable(dict[int, str]):
    """Code point → folded letters, worked out once a letter, so that str.translate() folds a page in one pass."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_letter(chr(code))
        return folded


def _fold_letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter.isspace() or category in ("Cc", "Cs"):
        return " "
    if (
        category == "Cf" or "\ufe00" <= letter <= "\ufe0f"
    ):  # soft hyphens, joiners, direction marks, variation selectors
        return ""
    if letter in _ALIKE:
        return _ALIKE[letter]
    spread = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c)).casefold()
    spread = "".join(_PLAIN.get(c, _ALIKE.get(c, c)) for c in spread)
    return spread if spread in ("", letter) else "".join(_FOLD[ord(c)] for c in spread)


_FOLD = _FoldTable()


def fold(text: str) -> str:
    """Return the text as search compares it: no accents, no case, d for đ, one apostrophe, single spaces.

    The result can always be encoded: lone surrogates and control bytes become spaces. Folding twice changes nothing.
    """
    return " ".join(text.translate(_FOLD).split())


def accents(text: str) -> str:
    """Return the text without case but with its accents, so that exact spellings can be put before folded ones."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_ALIKE_TABLE)).casefold().split())


_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_EDGE = "".join(
    map(chr, (*range(33), *range(0x7F, 0xA1), 0xAD, 0x1680, *range(0x2000, 0x2010), 0x202F, 0x3000, 0xFEFF))
)


def tidy(text: str) -> str:
    """Return the text as it is stored: composed (NFC), line breaks as "\\n", nothing stray at the ends."""
    return _BREAKS.sub("\n", unicodedata.normalize("NFC", text)).strip(_EDGE)


_JOINERS = "\u200c\u200d"  # some scripts are not spelt without them
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")


def seen_line(text: str) -> str:
    """Return the text composed (NFC) and on one line, without letters that cannot be seen or turn the writing round.

    For the places of a file that are shown by themselves: its title, its bookmarks, what stands for its pictures.
    """
    whole = text.encode("utf-8", "replace").decode()  # halves of letters become "?"
    kept = (one for one in whole if unicodedata.category(one) not in ("Cc", "Cf") or one in "\t\n" + _JOINERS)
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", "".join(kept)))


# Sorting: each syllable becomes its letters, then its tones, then a space; the case of all letters comes last.

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(0x41 + place) for place, letter in enumerate(_ALPHABET)}
_SHAPES = {"\u0306": "ă", "\u0302": "âêô", "\u031b": "ơư"}  # marks that make another letter of the Vietnamese alphabet
_TONES = {"\u0300": "!", "\u0309": '"', "\u0303": "#", "\u0301": "$", "\u0323": "%"}  # huyền, hỏi, ngã, sắc, nặng
_OTHER_MARK = "&"
_SORT_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


class _SortTable(dict[int, str]):
    """Code of a letter → one part of its key, worked out once a letter."""

    def __init__(self, part: int) -> None:
        super().__init__()
        self._part = part

    def __missing__(self, code: int) -> str:
        self[code] = found = _sort_letter(chr(code))[self._part]
        return found


def _sort_letter(letter: str) -> tuple[str, str, str]:
    """Return the place of a letter in the alphabet, its tones, and "b" for a capital or "a"."""
    places, tones, cases = "", "", ""
    case = "b" if letter != letter.casefold() else "a"
    spread = unicodedata.normalize("NFKD", letter.casefold())
    for at, base in enumerate(spread):
        if unicodedata.combining(base):
            continue
        marks = _marks_after(spread, at)
        shaped = next((s for m in marks for s in _SHAPES.get(m, "") if unicodedata.normalize("NFD", s)[0] == base), "")
        other = "" if base == "đ" else _PLAIN.get(base, "")
        plain = shaped or other or base
        places += "".join(_RANK.get(c, c) for c in plain)
        cases += case * len(plain)
        tones += _OTHER_MARK if other else ""
        tones += "".join(
            _TONES.get(m, _OTHER_MARK) for m in marks if not (shaped and m in _SHAPES and shaped in _SHAPES[m])
        )
    return places, tones or (_OTHER_MARK if not places else ""), cases


def _marks_after(spread: str, at: int) -> str:
    end = at + 1
    while end < len(spread) and unicodedata.combining(spread[end]):
        end += 1
    return spread[at + 1 : end]


_PLACES, _MARKS, _CAPITALS = map(_SortTable, range(3))


def _syllables(text: str) -> tuple[str, str]:
    """Return the key of letters and tones, syllable by syllable, and the key of capitals."""
    key, cases = "", ""
    for word in _SORT_WORD.findall(unicodedata.normalize("NFC", text).replace("ð", "đ").replace("Ð", "Đ")):
        key += f"{word.translate(_PLACES)}{word.translate(_MARKS)} "
        cases += word.translate(_CAPITALS)
    return key, cases.rstrip("a")


def sort_key(text: str) -> str:
    """Return a key whose plain binary order is the Vietnamese alphabetical order.

    As in a Vietnamese dictionary a syllable is compared whole before the next: first its letters (a ă â b c d đ …, with
    f j w z in their Latin places), then its tone (ngang, huyền, hỏi, ngã, sắc, nặng); capitals decide last. Digits
    come before letters, other letters go by their base, punctuation only parts the syllables.
    """
    return "\x01".join(_syllables(text))


def spelling(text: str) -> str:
    """Return the letters and tones alone, so that "Hoà Lan" and "hòa lan" are spelt alike but "Hoa Lan" is not."""
    return _syllables(text)[0]


# Marks of State secrets (vn-document-format.md, 4.3)

_GAP = r"[\s_.\-]+"
_LEVEL = re.compile(rf"(?<![^\W\d_])(?:(TUYỆT|TỐI){_GAP})?MẬT(?![^\W\d_])")
# "MẬT" is half of many harmless words, also when a heading prints them in capitals.
_BEFORE = re.compile(r"(?:^|[\W\d_])(?:BÍ|BẢO|CƠ|THÂN|GIẢI|TRĂNG|ĐỘ|TÚI)[^\S\n]*[ _\-]+$")
_AFTER = re.compile(r"[^\S\n]*[ _\-]+(?:KHẨU|MÃ|ĐỘ|VỤ|THIẾT|ONG|NGỌT|ƯỚC|ĐÀM|THÁM)(?![^\W\d_])")


def secret_word(text: str) -> str | None:
    """Return the mark of a State secret that the text or file name bears in capitals, the highest first, or None.

    "mật khẩu", "bí mật thương mại" and their like are not marks, nor are "BÍ MẬT NHÀ NƯỚC", "BẢO MẬT" or "MẬT KHẨU".
    """
    text = unicodedata.normalize("NFC", text)
    found = {hit[1] or "" for hit in _LEVEL.finditer(text) if hit[1] or _stands_alone(text, hit)}
    return next((f"{level} MẬT".strip() for level in ("TUYỆT", "TỐI", "") if level in found), None)


def _stands_alone(text: str, hit: re.Match[str]) -> bool:
    before = text[max(0, hit.start() - 12) : hit.start()].replace("\u00a0", " ")
    after = text[hit.end() : hit.end() + 12].replace("\u00a0", " ")
    return not (_BEFORE.search(before) or _AFTER.match(after))


def ended(text: str) -> str:
    """Return a sentence with a full stop, where it ends in no mark of its own, in whatever script that is."""
    return text if not text or text.endswith(_ENDS) else f"{text}."
