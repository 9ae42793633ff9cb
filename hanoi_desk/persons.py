"""Whether two persons on file may be one: names in any order and script, initials, middle names, e-mail; pure.

Nothing is decided here: what is found is shown side by side, and a person decides.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, pairwise

from hanoi_desk.records import NameOrder, Person
from hanoi_desk.text import fold

#: What stands before a name and is no part of it, where at least two words are left.
_STYLES = {
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "hon",
    "sir",
    "dame",
    "mme",
    "herr",
    "frau",
    "sr",
    "sra",
    "ong",
    "ba",
}
_WORD = re.compile(r"[^\W_]+")
#: In a crowd of namesakes larger than this only neighbours are paired; the others follow as those are settled.
_CROWD = 8
#: More words than this are no name of one person.
_LONGEST = 7
#: Words of a name left out in its shorter form.
_LEFT_OUT = 2

#: Fields of which the merged person keeps what both records say.
UNITED = ("languages", "other_names", "biography", "notes", "distinct_from")
#: Fields for which one of two values is chosen.
CHOSEN = ("name", "name_native", "name_order", "participant", "address", "pronunciation")


class Likeness(StrEnum):
    """Why two records may be one person, the surest first; the words are in `words.csv` under `likeness.`."""

    SAME_EMAIL = "same_email"
    SAME_NAME = "same_name"
    SHORTER_NAME = "shorter_name"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons who may be one, by id in alphabetical order, and why."""

    first: str
    second: str
    why: Likeness

    def other(self, person: str) -> str:
        """Return the one of the two that is not this one."""
        return self.second if person == self.first else self.first


def names_of(person: Person) -> tuple[str, ...]:
    """Return every name that a person goes by, each once."""
    return tuple(dict.fromkeys(filter(None, (person.name, person.name_native, *person.other_names))))


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as the search folds them, without a style of address before them."""
    words = _WORD.findall(fold(name.replace("'", "").replace("’", "")))
    if words[:2] == ["h", "e"]:
        words = words[2:]
    while len(words) > 2 and words[0] in _STYLES:
        words = words[1:]
    return tuple(words[:_LONGEST])


def possible_duplicates(persons: Iterable[Person], emails: Mapping[str, Collection[str]]) -> tuple[Pair, ...]:
    """Return the pairs that may be one person, by the names of the first; `emails` are those of a person's posts.

    Those whom somebody told apart are left out. The time grows with the number of persons, not with its square.
    """
    everyone = {person.id: person for person in persons}
    apart = {frozenset((one.id, other)) for one in everyone.values() for other in one.distinct_from}
    found: dict[tuple[str, str], Likeness] = {}
    named = [(person, words_of(name)) for person in everyone.values() for name in names_of(person)]
    for first, second, why in (*_same_email(everyone, emails), *_same_name(named), *_shorter(named), *_initials(named)):
        if first != second and frozenset((first, second)) not in apart:
            found.setdefault((min(first, second), max(first, second)), why)
    order = {person_id: place for place, person_id in enumerate(everyone)}
    pairs = [Pair(first, second, why) for (first, second), why in found.items()]
    return tuple(sorted(pairs, key=lambda pair: min(order[pair.first], order[pair.second])))


def merged(kept: Person, gone: Person, taken: Collection[str] = ()) -> Person:
    """Return the kept person with the fields in `taken` from the other, and what both say where one may hold both.

    Names that would be lost are kept among the other names, so that each of them still finds the person.
    """
    values = {name: getattr(gone, name) for name in taken if name in CHOSEN}
    whole = replace(kept, **values)
    others = [name for name in (*names_of(kept), *names_of(gone)) if name not in (whole.name, whole.name_native)]
    return replace(
        whole,
        other_names=tuple(dict.fromkeys(others)),
        languages=tuple(dict.fromkeys((*kept.languages, *gone.languages))),
        biography=_both(kept.biography, gone.biography),
        notes=_both(kept.notes, gone.notes),
        distinct_from=tuple(
            one for one in dict.fromkeys((*kept.distinct_from, *gone.distinct_from)) if one not in (kept.id, gone.id)
        ),
    )


def _both(first: str, second: str) -> str:
    return "\n\n".join(dict.fromkeys(text for text in (first.strip(), second.strip()) if text))


Named = tuple[Person, tuple[str, ...]]
Found = Iterator[tuple[str, str, Likeness]]


def _same_email(persons: Mapping[str, Person], emails: Mapping[str, Collection[str]]) -> Found:
    holders: dict[str, list[str]] = defaultdict(list)
    for person, theirs in emails.items():
        for email in {one.strip().casefold() for one in theirs if "@" in one}:
            if person in persons:
                holders[email].append(person)
    for same in holders.values():
        if len(same) > 1:
            yield from ((*pair, Likeness.SAME_EMAIL) for pair in _paired(same))


def _same_name(named: Iterable[Named]) -> Found:
    """Pair those with the same words in any order, or the same letters written apart otherwise ("Min-su", "Minsu").

    A name of a single word says something only within one country, but in a script without blanks it is a whole name.
    """
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for person, words in named:
        is_whole = len(words) > 1 or not "".join(words).isascii()
        country = () if is_whole else (person.participant or "",)
        for key in {_sorted(words), *_turned(words)} if words else set():
            holders[(*country, key)].append(person.id)
    for same in holders.values():
        if len(same) > 1:
            yield from ((*pair, Likeness.SAME_NAME) for pair in _paired(list(dict.fromkeys(same))))


def _sorted(words: tuple[str, ...]) -> str:
    return " ".join(sorted(words))


def _turned(words: tuple[str, ...]) -> set[str]:
    """Return the letters of a name without blanks, begun at each of its words: they tell no longer where it is cut."""
    letters = {"".join((*words[at:], *words[:at])) for at in range(len(words))}
    return letters if len("".join(words)) > 5 and len(words) > 1 else set()


def _shorter(named: Iterable[Named]) -> Found:
    """Pair, within one country, a name with one that has words more in its middle, or after it: "Nguyễn An"."""
    whole = {(p.participant, words): p for p, words in named if p.participant and len(words) > 1}
    longer: dict[tuple[str | None, int, str, str], list[Named]] = defaultdict(list)
    for (country, words), person in whole.items():
        if len(words) > 2:
            for one, two in {_two(words[0], words[-1]), _two(words[0], words[1])}:
                longer[country, len(words), one, two].append((person, words))
    for (country, words), person in whole.items():
        for one, two in combinations(words, 2):
            for left_out in range(1, _LEFT_OUT + 1):
                for other, more in longer.get((country, len(words) + left_out, *_two(one, two)), ()):
                    if other is not person and _is_shorter(words, more, other.name_order):
                        yield person.id, other.id, Likeness.SHORTER_NAME


def _two(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _is_shorter(words: tuple[str, ...], more: tuple[str, ...], order: NameOrder) -> bool:
    if not set(words) <= set(more):
        return False
    # A second family name may be left out too, but "Nguyễn Văn" is not "Nguyễn Văn An".
    begins = order is NameOrder.GIVEN_FIRST and more[: len(words)] == words
    return {more[0], more[-1]} <= set(words) or begins


def _initials(named: Iterable[Named]) -> Found:
    """Pair, within one country, "A. Mensah" and "J. R. Smith" with those whose names begin with these letters."""
    whole = [(p, words) for p, words in named if p.participant and len(words) > 1]
    short = [(p, words) for p, words in whole if min(map(len, words)) == 1]
    wanted = {(p.participant, word) for p, words in short for word in words if len(word) > 1}
    by_letter: dict[tuple[str | None, str, str], list[Named]] = defaultdict(list)
    for person, words in whole:
        for word in words:
            if (person.participant, word) in wanted:
                for letter in {other[0] for other in words if other != word}:
                    by_letter[person.participant, word, letter].append((person, words))
    for person, words in short:
        letters = [word for word in words if len(word) == 1]
        spelt = [word for word in words if len(word) > 1]
        keys = [(person.participant, word, letter) for word in spelt for letter in letters]
        likely: list[Named] = min((by_letter.get(key, []) for key in keys), key=len, default=[])
        yield from (
            (person.id, other.id, Likeness.INITIALS)
            for other, full in likely
            if other is not person and full != words and _abbreviates(spelt, letters, full)
        )


def _abbreviates(spelt: list[str], letters: list[str], full: tuple[str, ...]) -> bool:
    rest = list(full)
    for word in spelt:
        if word not in rest:
            return False
        rest.remove(word)
    for letter in letters:
        begun = next((word for word in rest if word.startswith(letter)), None)
        if begun is None:
            return False
        rest.remove(begun)
    return True


def _paired(same: list[str]) -> Iterator[tuple[str, str]]:
    return combinations(same, 2) if len(same) <= _CROWD else pairwise(same)
