"""Where a text names a person: each of the names as it may be written, whatever its accents, case and order."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from hanoi_desk.text import fold

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
#: What may stand between two words of a name.
_GAP = re.compile(r"[\s.,'’\-‐‑_]{0,3}")
#: Letters that no usual spelling writes with a mark: a name is looked for by these alone first.
_BARE = frozenset("bcfghjkmnpqrstvwxz")
#: A name of one word is looked for in texts only when it is no shorter: others are words too.
_LEAST = 4


class Naming:
    """The names of one person, to be looked for in running text."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(name for name in names if name.strip())
        written = [_words(name) for name in self.names]
        self._written = {words for words in written if _tells(words)}
        self._orders = {turned for words in self._written for turned in _orders(words)}
        self._starts = {words[0] for words in self._orders}

    def likes(self) -> list[tuple[str, ...]]:
        """Return sets of patterns for LIKE, the rarest first: a text that names the person fits all of one of them."""
        found = {_likes(words) for words in self._written if all(word.isascii() for word in words)}
        for name in self.names:
            if _tells(_words(name)) and not fold(name).isascii():
                found |= {(f"%{shape}%",) for shape in _shapes(name)}
        return sorted(found)

    def is_name(self, text: str) -> bool:
        """Tell whether a text is nothing but one of the names, however short."""
        return bool(text.strip()) and fold(text) in {fold(name) for name in self.names}

    def is_in(self, text: str) -> bool:
        """Tell whether a text names the person."""
        return next(self._spans(text), None) is not None

    def without(self, text: str, instead: str) -> str:
        """Return the text with other words in place of the name."""
        if self.is_name(text):
            return instead
        pieces, at = [], 0
        for start, end in self._spans(text):
            pieces += [text[at:start], instead]
            at = end
        return "".join((*pieces, text[at:]))

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        spans = [hit.span() for hit in _WORD.finditer(text)]
        words = [fold(text[start:end]) for start, end in spans]
        at = 0
        while at < len(words):
            end = self._end(text, words, spans, at) if words[at] in self._starts else at
            if end > at:
                yield spans[at][0], spans[end - 1][1]
            at = max(end, at + 1)

    def _end(self, text: str, words: list[str], spans: list[tuple[int, int]], at: int) -> int:
        fits = [order for order in self._orders if tuple(words[at : at + len(order)]) == order]
        for order in sorted(fits, key=len, reverse=True):
            last = at + len(order) - 1
            if all(_GAP.fullmatch(text[spans[n][1] : spans[n + 1][0]]) for n in range(at, last)):
                return last + 1
        return at


def any_text(value: Any) -> Iterator[str]:
    """Yield every text in a value of the log or of a draft."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from any_text(one)
    elif isinstance(value, list):
        for one in value:
            yield from any_text(one)


def replaced(value: Any, naming: Naming, instead: str) -> Any:
    """Return a value with other words in place of the name in each of its texts."""
    if isinstance(value, str):
        return naming.without(value, instead)
    if isinstance(value, dict):
        return {name: replaced(one, naming, instead) for name, one in value.items()}
    return [replaced(one, naming, instead) for one in value] if isinstance(value, list) else value


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(name))


def _tells(words: tuple[str, ...]) -> bool:
    return len(words) > 1 or len("".join(words)) >= _LEAST


def _orders(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return a name as it is written and with its last word first or its first word last."""
    return {words, (*words[-1:], *words[:-1]), (*words[1:], *words[:1])}


def _likes(words: tuple[str, ...]) -> tuple[str, ...]:
    patterns = {re.sub("%+", "%", f"%{''.join(c if c in _BARE else '%' for c in word)}%") for word in words}
    return tuple(sorted(patterns, key=lambda pattern: (-len(pattern), pattern)))


def _shapes(name: str) -> set[str]:
    """Return a name in another script as it may lie in the file: composed or not, in either case."""
    forms = {unicodedata.normalize(form, name) for form in ("NFC", "NFD", "NFKC")} | {name}
    cases = {case for form in forms for case in (form, form.upper(), form.lower(), form.title())}
    return {re.sub(r"[\s%_]+", "%", case) for case in cases}
