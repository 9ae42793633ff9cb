"""What has changed in a pack since its last edition, State by State and paper by paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hanoi_desk.board import Board
from hanoi_desk.briefing.kept_facts import Facts, kept_facts
from hanoi_desk.briefing.pack_values import Since
from hanoi_desk.briefing.since import changes_of
from hanoi_desk.language import Language, long_date, name_of, word
from hanoi_desk.records import PackEdition

_MOST = 14


@dataclass(slots=True)
class Changes:
    """Compares the facts of a pack with those of its last edition and words what is new."""

    board: Board
    edition: PackEdition | None
    facts: Facts
    papers: Mapping[str, int]  # the paper of each State, by its key
    language: Language
    before: Facts = field(init=False)

    def __post_init__(self) -> None:
        self.before = kept_facts(self.edition, self.language)

    def title(self) -> str:
        """Return the heading of the changes, nothing without an edition."""
        return word("pack.changed", self.language, n=self.edition.number) if self.edition else ""

    def since(self, key: str, what: str = "sheet") -> Since | None:
        """Return what became of a paper since the last edition; None without one that kept its facts."""
        if not self.before:
            return None
        old = self.before.get(key)
        if old is None:
            return Since.NEW if self._has_marks() else None
        if what not in old:  # the last edition was in another language
            return None
        return Since.UNCHANGED if old.get(what) == self.facts[key].get(what) else Since.REVISED

    def lines(self) -> tuple[tuple[int, str], ...]:
        """Return what changed, each with the paper it concerns, 0 for all."""
        edition = self.edition
        if edition is None:
            return ()
        dated = long_date(edition.made_on, self.language) if edition.made_on else self._word("ui.not_recorded")
        found: list[tuple[int, str]] = [(0, self._dated(edition, dated))]
        if not self.before:
            return tuple(found)
        told = list(self._told())
        found += told[:_MOST] if told else [(0, self._word("pack.change_none"))]
        if len(told) > _MOST:
            found.append((0, self._word("pack.change_more", n=len(told) - _MOST)))
        return tuple(found)

    def _dated(self, edition: PackEdition, dated: str) -> str:
        text = self._word("pack.change_dated", n=edition.number, day=dated)
        left = self.before.get("", {}).get("days_left", "")
        now = self.facts[""]["days_left"]
        if left and now and left != now:
            text += " " + self._word("pack.change_days", before=left, after=now)
        return text

    def _told(self) -> Iterator[tuple[int, str]]:
        names = {p.participant.key: name_of(p.participant, self.language) for p in self.board.places.values()}
        for key, number in self.papers.items():
            if key not in self.before:
                yield number, self._word("pack.change_new", name=names[key])
                continue
            for text in changes_of(self.before[key], self.facts[key], self.language):
                yield number, self._word("since.of", name=names[key], what=text)
        for key in self.before:
            if key and not key.startswith("paper:") and key not in self.facts:
                yield 0, self._word("pack.change_gone", name=names.get(key, key))

    def _has_marks(self) -> bool:
        return any("sheet" in facts for facts in self.before.values())

    def _word(self, key: str, /, **gaps: object) -> str:
        return word(key, self.language, **gaps)
