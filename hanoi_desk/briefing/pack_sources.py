"""The sources of a pack, each once under one key, with the papers that use it."""

import re

from hanoi_desk.briefing.sources import Sources
from hanoi_desk.briefing.values import SourceLine
from hanoi_desk.language import Language
from hanoi_desk.store import Store

_KEY = re.compile(r"\[(S\d+)\]")


class PackSources:
    """Gives keys in the order in which sources are first used in the papers that share them: S1, S2 …"""

    def __init__(self, store: Store, language: Language) -> None:
        self._store = store
        self._language = language
        self._keys: dict[str, str] = {}
        self._papers: dict[str, dict[str, None]] = {}

    def key(self, source_id: str | None, paper: str) -> str:
        """Return the key of a source in brackets for a paper; nothing where there is no source on file."""
        probe = Sources(self._store, self._language)
        probe.key(source_id)
        return next((self.key_of_text(line.text, paper) for line in probe.lines()), "")

    def key_of_text(self, text: str, paper: str) -> str:
        """Return the key in brackets of a source that is given by its words."""
        self._note(text, paper)
        return f"[{self._keys.setdefault(text, f'S{len(self._keys) + 1}')}]"

    def rekeyed(self, text: str, lines: tuple[SourceLine, ...], paper: str) -> str:
        """Return words of a country sheet with its own keys turned into those of the pack."""
        own = {line.key: line.text for line in lines}
        return _KEY.sub(lambda hit: self.key_of_text(own[hit[1]], paper) if hit[1] in own else hit[0], text)

    def note(self, lines: tuple[SourceLine, ...], paper: str) -> None:
        """Note that a paper uses sources under keys of its own."""
        for line in lines:
            self._note(line.text, paper)

    def cited_in(self, paper: str) -> str:
        """Return the sources of one paper under their keys, as its foot lists them."""
        used = [(key, text) for text, key in self._keys.items() if paper in self._papers[text]]
        return " ".join(f"[{key}]\u00a0{text}" for key, text in used)

    def lines(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return key, words and papers of every source: those with a key of the pack first."""
        keyed = [(key, text, tuple(self._papers[text])) for text, key in self._keys.items()]
        others = [("", text, tuple(papers)) for text, papers in self._papers.items() if text not in self._keys]
        return [*keyed, *others]

    def _note(self, text: str, paper: str) -> None:
        self._papers.setdefault(text, {})[paper] = None
