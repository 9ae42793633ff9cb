"""Finds the one meant among some thousands by the beginnings of any of its words, without an index to build first."""

import re
from collections.abc import Iterable, Sequence

from hanoi_desk.text import fold

_WORD = re.compile(r"[^\W_]+")


class WordIndex:
    """Each entry has an identifier and texts, its name first; "mens gha" finds "Ama Mensah, Counsellor, Ghana"."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]] = ()) -> None:
        self._entries = [(id_, f" {_plain(' '.join(texts))} ") for id_, texts in entries]

    def complete(self, typed: str, limit: int) -> list[str]:
        """Return the entries of which every typed word begins a word: those that begin so themselves first."""
        words = [f" {word}" for word in _plain(typed).split()]
        if not words:
            return []
        found = [(id_, text) for id_, text in self._entries if all(word in text for word in words)]
        start = "".join(words)
        found.sort(key=lambda one: not one[1].startswith(start))
        return [id_ for id_, _ in found[:limit]]


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
