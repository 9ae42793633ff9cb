"""On which States a pack is: chosen by hand, by what the list of countries is filtered by, or by an event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hanoi_desk.language import Language, capital, terms, word
from hanoi_desk.records import Mission
from hanoi_desk.store import Query
from hanoi_desk.text import fold
from hanoi_desk.ui.countries.listing import CountryListing
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Suggestion

#: What States may be chosen by, in the order in which it is offered.
FACETS = ("everyone", "group", "membership", "status", "promised", "priority", "mission", "contact")
#: The one value of a facet that keeps every State.
_ALL = "all"
#: What parts the words of several facets in a pack.
_COMMA = "; "
_OFFERED = 4


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value of a facet, e.g. ("group", "african")."""

    facet: str
    value: str

    @property
    def id(self) -> str:
        """As the id of a chip; no participant has such a one."""
        return f"{self.facet}:{self.value}"


def chosen(id_: str) -> Chosen | None:
    """Return the facet of a chip, None for that of a participant."""
    facet, colon, value = id_.partition(":")
    return Chosen(facet, value) if colon and facet in FACETS else None


class Scope:
    """The facets with their values in words, and the States that they stand for now."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._listing = CountryListing(session)
        self._is_read = False
        self._words: dict[Chosen, dict[Language, str]] = {}

    def forget(self) -> None:
        """Read anew when it is next asked for."""
        self._is_read = False

    def menu(self) -> list[tuple[str, list[tuple[Chosen, str]]]]:
        """Return every facet in words with its values, those of no State left out."""
        self._read()
        titles = dict(self._listing_titles())
        return [
            (titles[facet], [(one, words[self._session.language]) for one, words in self._of(facet)])
            for facet in FACETS[1:]
            if self._of(facet)
        ]

    def everyone(self) -> Suggestion:
        """Return the chip that stands for all States and organizations."""
        return self.suggestion(Chosen(FACETS[0], _ALL))

    def suggestion(self, one: Chosen) -> Suggestion:
        """Return the chip of a value."""
        self._read()
        return Suggestion(one.id, self.words(one, self._session.language), self._count_words(one))

    def words(self, one: Chosen, language: Language) -> str:
        """Return a value in words, as a document says it."""
        self._read()
        return self._words.get(one, {}).get(language, one.value)

    def complete(self, typed: str) -> list[Suggestion]:
        """Return the values that the typed letters may mean."""
        self._read()
        wanted = fold(typed)
        if not wanted:
            return []
        hits = []
        for one, by_language in self._words.items():
            folded = [fold(text) for text in by_language.values()]
            if any(text.startswith(wanted) or f" {wanted}" in text for text in folded):
                hits.append((not any(text.startswith(wanted) for text in folded), FACETS.index(one.facet), one))
        hits.sort(key=lambda hit: hit[:2])
        return [self.suggestion(one) for *_, one in hits[:_OFFERED]]

    def participants(self, picked: Iterable[str]) -> tuple[str, ...]:
        """Return the States of chips: those named, and those that every facet keeps, of one facet any value."""
        self._read()
        by_facet: dict[str, list[str]] = {}
        named: list[str] = []
        for id_ in picked:
            one = chosen(id_)
            if one is None:
                named.append(id_)
            else:
                by_facet.setdefault(one.facet, []).append(one.value)
        if not by_facet:
            return tuple(id_ for id_ in dict.fromkeys(named) if id_ in self._listing.board.places)
        traits = self._listing.traits
        kept = [
            id_
            for id_ in self._listing.alphabetical
            if all(
                facet == FACETS[0] or any(traits.has(id_, facet, value) for value in values)
                for facet, values in by_facet.items()
            )
        ]
        return tuple(id_ for id_ in dict.fromkeys([*named, *kept]) if id_ in self._listing.board.places)

    def facet_words(self, picked: Iterable[str], language: Language) -> str:
        """Return the facets among chips in words, as they are kept with a pack."""
        return _COMMA.join(self.words(one, language) for id_ in picked if (one := chosen(id_)) is not None)

    def picked(self, facet: str, participants: Sequence[str]) -> tuple[str, ...]:
        """Return the chips of a kept pack: its facets, as far as their words are known, and the States beside them."""
        self._read()
        known = {fold(text): one for one, words in self._words.items() for text in words.values()}
        found = [known.get(fold(text)) for text in facet.split(_COMMA.strip()) if text.strip()]
        chips = [one.id for one in found if one is not None]
        if not chips or None in found:
            return tuple(participants)
        covered = set(self.participants(chips))
        return (*chips, *(id_ for id_ in participants if id_ not in covered))

    # ---- inside ----

    def _read(self) -> None:
        if self._is_read:
            return
        self._listing.read()
        self._words = {}
        for facet in FACETS:
            for value, words in self._values(facet):
                one = Chosen(facet, value)
                if self._count(one):
                    self._words[one] = words
        self._is_read = True

    def _of(self, facet: str) -> list[tuple[Chosen, dict[Language, str]]]:
        return [(one, words) for one, words in self._words.items() if one.facet == facet]

    def _values(self, facet: str) -> list[tuple[str, dict[Language, str]]]:
        if facet == FACETS[0]:
            return [(_ALL, _both("pack.all_states"))]
        if facet == "group":
            keys = [key for key in terms() if key.startswith("regional_group.")]
            return [(key.partition(".")[2], _both(key)) for key in keys]
        if facet == "membership":
            held = {key for place in self._listing.board.places.values() for key in place.participant.memberships}
            return [(key, _both(name)) for key in sorted(held) if (name := f"membership.{key}") in terms()]
        if facet == "priority":
            return [(str(n), _both(f"priority.{n}")) for n in (1, 2, 3)]
        if facet == "mission":
            missions: list[Mission] = self._session.store.all(Query(Mission, order_by="title"))
            return [
                (one.id, {Language.EN: one.name_en or one.name_vi, Language.VI: one.name_vi or one.name_en})
                for one in missions
            ]
        return [(value, _both(key)) for value, key in _KEYS[facet].items()]

    def _listing_titles(self) -> list[tuple[str, str]]:
        held = [(one.key, one.words) for one in self._listing.facets()]
        word = self._session.word
        return [*held, ("membership", capital(word("facet.membership"))), ("priority", capital(word("facet.priority")))]

    def _count_words(self, one: Chosen) -> str:
        return self._listing.amount(self._count(one))

    def _count(self, one: Chosen) -> int:
        places = self._listing.board.places
        return len(places) if one.facet == FACETS[0] else self._listing.traits.count(places, one.facet, one.value)


def _both(key: str) -> dict[Language, str]:
    return {language: capital(word(key, language)) for language in Language}


#: The words of the values that have no list of their own, by their keys in `words.csv`.
_KEYS: Mapping[str, Mapping[str, str]] = {
    "status": {
        "not_signed": "status.not_signed",
        "signatory": "facet.signatory",
        "signed": "facet.signed",
        "deposited": "status.deposited",
        "in_force": "status.in_force",
        "accession_only": "status.accession_only",
    },
    "promised": {
        "yes": "facet.promised",
        "sign": "facet.promised_sign",
        "bound": "facet.promised_bound",
        "overdue": "facet.promise_overdue",
    },
    "contact": {
        "lt30": "facet.contact_lt30",
        "30_90": "facet.contact_30_90",
        "90_180": "facet.contact_90_180",
        "gt180": "facet.contact_gt180",
        "never": "facet.contact_never",
    },
}
