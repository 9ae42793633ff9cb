"""The sources that a document uses, each under the key that stands beside the fact."""

from hanoi_desk.briefing.values import SourceLine
from hanoi_desk.language import Language, capital, short_date, sign, word, word_of
from hanoi_desk.records import Officer, Source
from hanoi_desk.store import Store

_LONGEST_TITLE = 32  # letters of a title on a crowded page


class Sources:
    """Gives keys in the order in which sources are first used: S1, S2 …"""

    def __init__(self, store: Store, language: Language) -> None:
        self._store = store
        self._language = language
        self._lines: dict[str, SourceLine] = {}
        self._records: dict[str, Source | None] = {}

    def get(self, source_id: str | None) -> Source | None:
        """Return a source on file."""
        if not source_id:
            return None
        if source_id not in self._records:
            self._records[source_id] = self._store.get(Source, source_id)
        return self._records[source_id]

    def key(self, source_id: str | None) -> str:
        """Return the key of a source in brackets, with a blank before it; nothing where there is no source on file."""
        source = self.get(source_id)
        if source is None:
            return ""
        if source.id not in self._lines:
            self._add(source.id, self._text(source, source.title), self._text(source, _shorter(source.title)))
        return f" [{self._lines[source.id].key}]"

    def key_of_text(self, name: str, text: str) -> str:
        """Return the bare key for a source that is only a text, such as a record of ours or a row of the bank."""
        if name not in self._lines:
            self._add(name, text, _shorter(text))
        return self._lines[name].key

    def lines(self) -> tuple[SourceLine, ...]:
        """Return the sources in the order of their keys."""
        return tuple(self._lines.values())

    def _add(self, name: str, text: str, brief: str) -> None:
        self._lines[name] = SourceLine(f"S{len(self._lines) + 1}", text, brief)

    def _text(self, source: Source, title: str) -> str:
        """Return kind, title and dates: `Press: Trend, 10 Feb 2026; as of 10/02/2026`."""
        parts = [f"{capital(word_of(source.kind, self._language))}{sign(': ', self._language)}{title}"]
        if source.number:
            parts.append(source.number)
        if day := source.as_of or source.on:
            parts.append(word("brief.as_of_day", self._language, day=short_date(day)))
        if source.read_on:
            parts.append(word("brief.read_on", self._language, day=short_date(source.read_on)))
        officer = self._store.get(Officer, source.officer) if source.officer else None
        if officer:
            parts.append(f"{word('verify.checked_by', self._language)}{sign(': ', self._language)}{officer.name}")
        text = sign("; ", self._language).join(parts)
        return text if text.endswith("…") else f"{text}."


def small(words: str) -> str:
    """Return words with a small first letter, to stand within a sentence."""
    return words[:1].lower() + words[1:]


def _shorter(title: str) -> str:
    """Return the beginning of a title, ended at a blank, and before a bracket that it would leave open."""
    if len(title) <= _LONGEST_TITLE:
        return title
    kept = title[:_LONGEST_TITLE].rpartition(" ")[0]
    before, _, within = kept.rpartition("(")
    kept = before if before and ")" not in within else kept
    return kept.rstrip(" ,;:(") + "…"
