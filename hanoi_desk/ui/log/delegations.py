"""Countries and organizations by any of their names, as a field of chips offers them."""

from hanoi_desk.language import word_key
from hanoi_desk.names import Named, NameIndex, called
from hanoi_desk.records import Organisation, Participant
from hanoi_desk.store import Change, Query
from hanoi_desk.text import fold
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Suggestion

_COUNTRIES, _ORGANISATIONS = 8, 4

#: Our own country stands in most notes; it is never offered as one that was met.
_OUR_COUNTRY = "VN"


class Delegations:
    """Whom a contact can be with. No question reads the store once the names are known."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._organisations: dict[str, Organisation] | None = None
        self._countries: frozenset[str] | None = None
        self._index = NameIndex(())

    def forget(self, change: Change) -> None:
        """Read anew what was changed, when it is next asked for."""
        if change.concerns("organisation"):
            self._organisations = None
        if change.concerns("participant"):
            self._countries = None

    def complete(self, typed: str) -> list[Suggestion]:
        """Return what the typed letters may mean: countries first, then organizations."""
        return self.complete_country(typed) + self.complete_organisation(typed)

    def complete_country(self, typed: str) -> list[Suggestion]:
        """Return the countries that the typed letters may mean."""
        found = (self._country(id_, typed) for id_ in self._session.names.complete(typed, _COUNTRIES))
        return [one for one in found if one]

    def complete_organisation(self, typed: str) -> list[Suggestion]:
        """Return the organizations that the typed letters may mean."""
        organisations = self._read()
        return [self._organisation(organisations[id_], typed) for id_ in self._index.complete(typed, _ORGANISATIONS)]

    def is_country(self, id_: str) -> bool:
        """Tell a participant from an organization."""
        if self._countries is None:
            self._countries = frozenset(self._session.store.ids(Query(Participant)))
        return id_ in self._countries

    def suggestion(self, id_: str) -> Suggestion | None:
        """Return the chip of a participant or an organization, None when it is not known on this desk."""
        if self.is_country(id_):
            return self._country(id_)
        organisation = self._read().get(id_)
        return self._organisation(organisation) if organisation else None

    def named_in(self, text: str, besides: tuple[str, ...]) -> list[Suggestion]:
        """Return the other countries that a text names, in the order of their first mention."""
        found = [self._country(id_) for id_ in self._session.names.named_in(text) if id_ not in besides]
        return [one for one in found if one and self._participant(one.id).key != _OUR_COUNTRY]

    def _participant(self, id_: str) -> Participant:
        return self._session.board().places[id_].participant

    def _country(self, id_: str, typed: str = "") -> Suggestion | None:
        place = self._session.board().places.get(id_)
        if place is None:
            return None
        participant = place.participant
        title = self._session.name(participant)
        other = participant.name_vi if title == participant.name_en else participant.name_en
        matched = _matched(called(participant), title, typed)
        told = [
            "" if fold(other) in (fold(title), fold(matched)) else other,
            self._session.label(participant.group),
            self._session.word(word_key(place.status.kind)),
        ]
        return Suggestion(id_, title, " · ".join(filter(None, told)), matched)

    def _organisation(self, organisation: Organisation, typed: str = "") -> Suggestion:
        title = organisation.acronym or self._session.name(organisation)
        told = [self._session.name(organisation) if organisation.acronym else "", organisation.city]
        matched = _matched(_called(organisation), title, typed)
        return Suggestion(organisation.id, title, " · ".join(filter(None, told)), matched)

    def _read(self) -> dict[str, Organisation]:
        if self._organisations is None:
            self._organisations = {one.id: one for one in self._session.store.all(Query(Organisation))}
            self._index = NameIndex(_called(one) for one in self._organisations.values())
        return self._organisations


def _called(organisation: Organisation) -> Named:
    names = (organisation.name_vi, organisation.name_en, organisation.name_fr)
    return Named(
        organisation.id, tuple(dict.fromkeys(filter(None, names))), tuple(filter(None, (organisation.acronym,)))
    )


def _matched(named: Named, title: str, typed: str) -> str:
    """Return the name or code that the typed letters found, where it is not the title itself."""
    wanted = fold(typed)
    if not wanted or fold(title) == wanted:
        return ""
    names = (*named.codes, *named.names)
    tests = (
        (name for name in names if fold(name) == wanted),
        (name for name in (title, *named.names) if fold(name).startswith(wanted)),
        (name for name in (title, *named.names) if f" {wanted}" in fold(name)),
    )
    found = next((name for test in tests for name in test), "")
    return "" if found == title else found
