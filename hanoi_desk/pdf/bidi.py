"""Which way each letter of a text runs: the rules of the Unicode Bidirectional Algorithm (UAX #9, revision 50).

Control characters of the algorithm are never printed, so that its rules for them (X1 to X8) are not needed. What stands
between “ and ”, « and » or „ and “ is taken as if it were isolated: a quotation in Arabic reads as a whole from right
to left, with its full stop at its end, whatever the language around it. In a text that runs from left to right, numbers
after the last letter of the other way stay behind it, too: a name in Arabic and a date are two things, not one.
"""

import unicodedata
from collections.abc import Sequence

_STRONG = ("L", "R", "AL")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "〈": "〉", "《": "》", "「": "」", "『": "』", "【": "】"}
_QUOTES = {"“": "”", "«": "»", "„": "“"}
_ISOLATE = "\ufffc"  # an object in the text: neutral


def base_of(text: str) -> int:
    """Return 1 for a text that runs from right to left as a whole, 0 for any other.

    That is one which begins so (P2, P3) and has at most a fifth of letters that run from left to right: beside
    an Arabic name a title in English keeps its place behind it.
    """
    kinds = [kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG]
    leftward = sum(kind != "L" for kind in kinds)
    return int(bool(kinds) and kinds[0] != "L" and leftward * 5 >= len(kinds) * 4)


def levels(text: str, base: int = 0) -> list[int]:
    """Return the level of each letter: even where it runs from left to right, odd from right to left."""
    found = [base] * len(text)
    outer = list(text)
    for start, end in _quoted(text):
        inner = text[start:end]
        own = base_of(inner)
        under = base + 1 + (own == base % 2) if own != base % 2 else base + 2
        found[start:end] = [level + under - own for level in levels(inner, own)]
        outer[start:end] = [_ISOLATE] * (end - start)
    rest = _levels("".join(outer), base)
    for at, letter in enumerate(outer):
        if letter != _ISOLATE or text[at] == _ISOLATE:
            found[at] = rest[at]
    return found


def visual(order: Sequence[int]) -> list[int]:
    """Return the places of things with these levels in the order in which they are seen from the left (L2)."""
    places = list(range(len(order)))
    for level in range(max(order, default=0), 0, -1):
        at = 0
        while at < len(places):
            end = at
            while end < len(places) and order[places[end]] >= level:
                end += 1
            places[at:end] = reversed(places[at:end])
            at = max(end, at + 1)
    return places


def _quoted(text: str) -> list[tuple[int, int]]:
    """Return where each outermost quotation with a letter from right to left begins and ends, without its marks."""
    found: list[tuple[int, int]] = []
    start, closing = -1, ""
    for at, letter in enumerate(text):
        if start < 0 and letter in _QUOTES:
            start, closing = at + 1, _QUOTES[letter]
        elif start >= 0 and letter == closing:
            if any(unicodedata.bidirectional(one) in ("R", "AL") for one in text[start:at]):
                found.append((start, at))
            start = -1
    return found


def _levels(text: str, base: int) -> list[int]:
    edge = "R" if base % 2 else "L"
    kinds = [unicodedata.bidirectional(letter) or "L" for letter in text]
    _weak(kinds, edge)
    if edge == "L":
        _part_numbers(kinds)
    _paired(text, kinds, edge)
    _neutral(kinds, edge)
    # I1, I2
    even = {"L": 0, "R": 1, "AN": 2, "EN": 2}
    odd = {"L": 1, "R": 0, "AN": 1, "EN": 1}
    return [base + (odd if base % 2 else even).get(kind, 0) for kind in kinds]


def _weak(kinds: list[str], edge: str) -> None:
    """Apply W1 to W7."""
    strong, before = edge, edge
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = before
        if kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        before = kinds[at]
        strong = before if before in _STRONG else strong
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        around = kinds[at - 1], kinds[at + 1]
        if kinds[at] in ("ES", "CS") and around == ("EN", "EN"):
            kinds[at] = "EN"
        elif kinds[at] == "CS" and around == ("AN", "AN"):
            kinds[at] = "AN"
    _terminators(kinds)
    kinds[:] = ["ON" if kind in ("ES", "CS", "ET") else kind for kind in kinds]
    strong = edge
    for at, kind in enumerate(kinds):
        strong = kind if kind in ("L", "R") else strong
        if kind == "EN" and strong == "L":
            kinds[at] = "L"


def _part_numbers(kinds: list[str]) -> None:
    """Let numbers run with the text around, where no letter from right to left follows before one of the other way."""
    is_within = False
    for at in reversed(range(len(kinds))):
        if kinds[at] in ("L", "R"):
            is_within = kinds[at] == "R"
        elif kinds[at] in ("EN", "AN") and not is_within:
            kinds[at] = "L"


def _terminators(kinds: list[str]) -> None:
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at and ((at and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")):
            kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)


def _paired(text: str, kinds: list[str], edge: str) -> None:
    """Apply N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""
    for start, end in _pairs(text, kinds):
        inside = {_direction(kind) for kind in kinds[start + 1 : end]} - {""}
        if edge in inside:
            kinds[start] = kinds[end] = edge
        elif inside:
            before = next((one for kind in reversed(kinds[:start]) if (one := _direction(kind))), edge)
            kinds[start] = kinds[end] = before if before in inside else edge


def _pairs(text: str, kinds: Sequence[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for at, letter in enumerate(text):
        if kinds[at] != "ON":
            continue
        if letter in _BRACKETS:
            waiting.append((_BRACKETS[letter], at))
        elif any(letter == closing for closing, _ in waiting):
            while waiting:
                closing, start = waiting.pop()
                if closing == letter:
                    found.append((start, at))
                    break
    return sorted(found)


def _neutral(kinds: list[str], edge: str) -> None:
    """Apply N1 and N2: neutrals take the direction on both sides of them, or else that of the whole."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and not _direction(kinds[end]):
            end += 1
        if end > at:
            before = _direction(kinds[at - 1]) if at else edge
            after = _direction(kinds[end]) if end < len(kinds) else edge
            kinds[at:end] = [before if before == after else edge] * (end - at)
        at = max(end, at + 1)


def _direction(kind: str) -> str:
    return "R" if kind in ("R", "AN", "EN") else "L" if kind == "L" else ""
