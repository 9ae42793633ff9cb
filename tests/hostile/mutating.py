"""Sound inputs made unsound: bytes changed, cut out, doubled, moved, or put in from what trips programs over."""

import json
import random
import re
from typing import Any

PIECES = (
    *(b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"]]>", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", b"&b;"),
    *(b'"', b"\\", b"\\ud800", b"{", b"]", b"null", b"NaN", b"1e999", b"-1", b"9" * 400, b"[" * 3000, b"../", b"\r\n"),
    *(b"'; drop table change; --", b"=1+1", b"%s", b"{0}", b"<b>", b"\xe2\x80\xae", b"2026-02-30", b"0000-00-00"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2**63, 2**70, 1.5, float("inf"), float("nan"), "", "\0", "x" * 5000, "\ud800"),
    *("../../etc/passwd", [], {}, [[]], {"": None}, "2026-02-30", "'; drop table change; --", "=1+1"),
)
_SAID = (
    "31/02/2026|29.2.2027|0/0/0000|99/99/9999|1/1/1|20261131|-46338|4e4|00000046338|13/2026|February 30, 2026|2027|1/2"
    "|quý V/2027|Q9 2027|tháng 13 năm 2026|nửa đầu năm 9999|25/12/2026|March|by |trước |ngày |năm | và | and |NEAR(|AND"
    "|OR NOT|TUYỆT MẬT|mật khẩu|BÍ MẬT|'|\"|*|^|folded:|-|--|/|..|con|nul.txt"
)
#: Texts, or parts of them, over which readers of words, names and dates may trip.
WORDS = (
    *("", " ", "\0", "\u00a0", "\u200b", "\u202e", "\ufeff", "\ud800", "\u0301" * 40, "ﬃ", "½", "²", "٣", "３", "𝟙"),
    *("a" * 300, "ế" * 300, "1" * 5000, "(" * 2000, "đ," * 900, "İ", "ß", "(", ")", "[[", "))", ",,,", "; ; ;", "\\"),
    *_SAID.split("|"),
)
#: What XML, and a line of a table, is cut at.
_QUOTED = re.compile(rb'("[^"]*")')
TAGS, CELLS = re.compile(rb"(<[^<>]*>)"), re.compile(rb"([;,\t\r\n\"])")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with one to six places spoilt."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place, length = chance.randrange(len(found) + 1), chance.choice((1, 1, 2, 8, 60))
        match chance.randrange(6):
            case 0 if place < len(found):
                found[place] ^= 1 << chance.randrange(8)
            case 1:
                found[place : place + length] = chance.randbytes(length)
            case 2:
                del found[place : place + length]
            case 3:
                found[place:place] = found[place : place + length] * chance.randint(1, 5)
            case 4:
                found[place:place] = chance.choice(PIECES)
            case _:
                if chance.random() < 0.2:
                    del found[place:]
    return bytes(found)


def mutated_pieces(data: bytes, cut: re.Pattern[bytes], chance: random.Random) -> bytes:
    """Return the bytes spoilt, or with what stands between the marks of their form exchanged or saying other words.

    The form then mostly stands, so that what reads the words behind it is reached; now and then a mark is left out,
    said twice or exchanged for another, or says something else in its quotation marks.
    """
    if chance.random() < 0.3:
        return mutated(data, chance)
    found = cut.split(data)  # words, mark, words, mark, words …
    for _ in range(chance.randint(1, 3)):
        place, other = 2 * chance.randrange(len(found) // 2 + 1), 2 * chance.randrange(len(found) // 2 + 1)
        word = chance.choice(WORDS).encode("utf-8", "surrogatepass")
        match chance.randrange(20):
            case 0 if place + 1 < len(found):
                del found[place : place + 2]
            case 1 if place + 1 < len(found):
                found[other:other] = found[place : place + 2]
            case 2 if place and other:
                found[place - 1], found[other - 1] = found[other - 1], found[place - 1]
            case 3 | 4 | 5 | 6 if place and len(quoted := _QUOTED.split(found[place - 1])) > 1:
                quoted[chance.randrange(len(quoted) // 2) * 2 + 1] = b'"%s"' % word
                found[place - 1] = b"".join(quoted)
            case 7 | 8:
                found[place], found[other] = found[other], found[place]
            case 9 | 10 | 11:
                found[place] += word
            case _:
                found[place] = word
    return b"".join(found)


def mutated_text(text: str, chance: random.Random) -> str:
    """Return a text with letters changed, left out or doubled, and words put in that trip readers of words over."""
    found = list(text)
    for _ in range(chance.randint(1, 5)):
        place, length = chance.randrange(len(found) + 1), chance.choice((1, 1, 2, 5))
        match chance.randrange(5):
            case 0:
                found[place : place + length] = chr(chance.choice((chance.randrange(128), chance.randrange(0x3000))))
            case 1:
                del found[place : place + length]
            case 2:
                found[place:place] = found[place : place + length] * chance.randint(1, 4)
            case _:
                found[place:place] = chance.choice(WORDS)
    return "".join(found)


def mutated_figures(text: str, chance: random.Random) -> str:
    """Return a text with other figures in the places of some of its own."""
    return "".join(str(chance.randrange(10)) if c.isdecimal() and chance.random() < 0.3 else c for c in text)


def mutated_json(text: str, chance: random.Random) -> str:
    """Return a JSON text that is spoilt in its bytes, or is sound JSON that holds other values than it should."""
    if chance.random() < 0.4:
        return mutated(text.encode(), chance).decode("utf-8", "replace")
    held = json.loads(text)
    for _ in range(chance.randint(1, 3)):
        held = _with_other_value(held, chance)
    return json.dumps(held)


def _with_other_value(held: Any, chance: random.Random) -> Any:
    """Return a JSON value with another one somewhere in it, or with a key gone or added."""
    if isinstance(held, dict) and held and chance.random() < 0.85:
        key = chance.choice(list(held))
        match chance.randrange(6):
            case 0:
                return {name: value for name, value in held.items() if name != key}
            case 1:
                return {**held, chance.choice(("x", "", "__class__", "id")): chance.choice(VALUES)}
            case _:
                return {**held, key: _with_other_value(held[key], chance)}
    if isinstance(held, list) and held and chance.random() < 0.85:
        place = chance.randrange(len(held))
        return [*held[:place], _with_other_value(held[place], chance), *held[place + 1 :]]
    if isinstance(held, str) and chance.random() < 0.3:
        return mutated_text(held, chance)
    return chance.choice(VALUES)
