"""Sound inputs made unsound: bytes changed, cut out, doubled, moved, or put in from what trips programs over."""

import json
import random
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
    return chance.choice(VALUES)
