"""Who is known on this desk, ours and theirs, with the posts they hold; and a person typed on the spot."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from hanoi_desk.persons import names_of, words_of
from hanoi_desk.records import Appointment, Officer, Organisation, Person
from hanoi_desk.store import Change, Query
from hanoi_desk.text import fold
from hanoi_desk.ui.log.words import WordIndex
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Suggestion

_OFFERED = 8


@dataclass(frozen=True, slots=True)
class TypedPerson:
    """A person as typed: "Ama Mensah, Legal adviser, Ministry of Justice, Ghana"; only the name is needed."""

    name: str
    title: str = ""
    organisation: str = ""
    participant: str | None = None


def read_person(text: str, find: Callable[[str], str | None]) -> TypedPerson:
    """Read name, title and organization, in this order; a country at the end is known by `find`."""
    name, *rest = [piece.strip() for piece in text.split(",") if piece.strip()] or [text.strip()]
    participant = find(rest[-1]) if rest else None
    if participant:
        rest.pop()
    return TypedPerson(name, rest[0] if rest else "", ", ".join(rest[1:]), participant)


def write_person(name: str, title: str, organisation: str, country: str) -> str:
    """Return the line that `read_person` reads."""
    return ", ".join(filter(None, (name, title, organisation, country)))


class People:
    """Finds persons and officers by name or post. Read once, and again after a change."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._has_persons = self._has_officers = False
        self._persons: dict[str, Person] = {}
        self._posts: dict[str, list[Appointment]] = {}
        self._organisations: dict[str, Organisation] = {}
        self._officers: dict[str, Officer] = {}
        self._person_names = self._officer_names = WordIndex()

    def forget(self, change: Change) -> None:
        """Read anew what was changed, when it is next asked for."""
        if change.concerns("person", "appointment", "organisation"):
            self._has_persons = False
        if change.concerns("officer"):
            self._has_officers = False

    def theirs(self, typed: str, prefer: Iterable[str] = ()) -> list[Suggestion]:
        """Return the persons that the letters may mean, those of the preferred countries first."""
        self._load()
        first = set(prefer)
        ids = self._person_names.complete(typed, 4 * _OFFERED)
        ids.sort(key=lambda id_: self._persons[id_].participant not in first)
        return [self.person_chip(id_) for id_ in ids[:_OFFERED]]

    def ours(self, typed: str) -> list[Suggestion]:
        """Return the officers that the letters may mean."""
        self._load_officers()
        return [self.officer_chip(id_) for id_ in self._officer_names.complete(typed, _OFFERED)]

    def person(self, id_: str) -> Person | None:
        """Return a person who is known."""
        self._load()
        return self._persons.get(id_)

    def officer(self, id_: str) -> Officer | None:
        """Return an officer who is known."""
        self._load_officers()
        return self._officers.get(id_)

    def officers(self) -> list[Officer]:
        """Return all officers."""
        self._load_officers()
        return list(self._officers.values())

    def post(self, person: str, day: date) -> Appointment | None:
        """Return the post that a person held on a day: of several the one taken up last."""
        self._load()
        held = [a for a in self._posts.get(person, ()) if (a.from_on or day) <= day <= (a.to_on or day)]
        return max(held, key=lambda a: a.from_on or date.min, default=None)

    def organisation_of(self, post: Appointment | None) -> str:
        """Return the name of the body that a post belongs to."""
        body = self._organisations.get(post.organisation or "") if post else None
        return self._session.name(body) if body else ""

    def find_organisation(self, name: str, participant: str | None) -> Organisation | None:
        """Return the body of that name and country, if it is known."""
        self._load()
        named = (o for o in self._organisations.values() if name in (o.name_en, o.name_vi, o.acronym))
        return next((o for o in named if o.participant == participant), None)

    def namesake(self, name: str, participant: str | None) -> Person | None:
        """Return the one known person of that name, in any order and script, and country: nobody is made twice."""
        self._load()
        wanted = sorted(words_of(name))
        own = (p for p in self._persons.values() if p.participant == participant)
        found = [p for p in own if any(sorted(words_of(called)) == wanted for called in names_of(p))]
        return found[0] if len(found) == 1 else None

    def has_held(self, person: str, title: str) -> bool:
        """Tell whether a person is known to hold or have held a post of that title."""
        self._load()
        return any(fold(post.title) == fold(title) for post in self._posts.get(person, ()))

    def person_chip(self, id_: str) -> Suggestion:
        """Return the chip of a person who is known."""
        person = self._persons[id_]
        post = self.post(id_, self._session.today)
        told = (post.title if post else "", self.organisation_of(post), self.country(person.participant))
        return Suggestion(id_, person.name, " · ".join(filter(None, told)))

    def officer_chip(self, id_: str) -> Suggestion:
        """Return the chip of an officer who is known."""
        officer = self._officers[id_]
        return Suggestion(id_, officer.name, officer.title)

    def country(self, participant: str | None) -> str:
        """Return the name of a participant, or nothing."""
        place = self._session.board().places.get(participant or "")
        return self._session.name(place.participant) if place else ""

    def _load(self) -> None:
        if self._has_persons:
            return
        self._has_persons = True
        store = self._session.store
        self._persons = {p.id: p for p in store.all(Query(Person, order_by="title"))}
        self._organisations = {o.id: o for o in store.all(Query(Organisation))}
        posts: dict[str, list[Appointment]] = defaultdict(list)
        for post in store.all(Query(Appointment)):
            posts[post.person].append(post)
        self._posts = dict(posts)
        self._person_names = WordIndex((p.id, self._named(p)) for p in self._persons.values())

    def _load_officers(self) -> None:
        if self._has_officers:
            return
        self._has_officers = True
        self._officers = {o.id: o for o in self._session.store.all(Query(Officer, order_by="title"))}
        self._officer_names = WordIndex((o.id, (o.name, o.title)) for o in self._officers.values())

    def _named(self, person: Person) -> list[str]:
        posts = self._posts.get(person.id, ())
        told = [f"{post.title} {self.organisation_of(post)}" for post in posts]
        return [*names_of(person), *told, self.country(person.participant)]
