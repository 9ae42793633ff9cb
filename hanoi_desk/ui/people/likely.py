"""Who may be the same person twice: read once, then only what was changed; of many persons, when nobody waits."""

from PySide6.QtCore import QObject, QTimer, Signal

from hanoi_desk.persons import Pair, possible_duplicates
from hanoi_desk.records import Appointment, Person
from hanoi_desk.store import Change, Query
from hanoi_desk.ui.session import Session

#: So many persons are read and compared at once without a pause that is felt.
_AT_ONCE = 1000
_PAUSE = 60  # milliseconds: the list is painted first


class Likely(QObject):
    """The pairs of persons who may be one, shared by the list and the chosen person; `found` says that they are new."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._persons: dict[str, Person] | None = None
        self._posts: dict[str, Appointment] = {}
        self._pairs: tuple[Pair, ...] | None = None
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._find)
        session.changed.connect(self._hear)

    def pairs(self) -> tuple[Pair, ...]:
        """Return all pairs, by name; those of a long list are found a moment later."""
        if self._pairs is None and not self._later.isActive():
            if self._session.store.count(Query(Person)) <= _AT_ONCE:
                self._compare()
            else:
                self._later.start()
        return self._pairs or ()

    def persons(self) -> list[str]:
        """Return all who may be somebody else too, each once."""
        return list(dict.fromkeys(one for pair in self.pairs() for one in (pair.first, pair.second)))

    def of(self, person: str) -> list[Pair]:
        """Return the pairs of one person."""
        return [pair for pair in self.pairs() if person in (pair.first, pair.second)]

    def _find(self) -> None:
        self._compare()
        self.found.emit()

    def _compare(self) -> None:
        store = self._session.store
        if self._persons is None:
            self._persons = {one.id: one for one in store.all(Query(Person, order_by="title"))}
            self._posts = {one.id: one for one in store.all(Query(Appointment, (("email", "!=", ""),)))}
        emails: dict[str, list[str]] = {}
        for post in self._posts.values():
            emails.setdefault(post.person, []).append(post.email)
        self._pairs = possible_duplicates(self._persons.values(), emails)

    def _hear(self, change: Change) -> None:
        if self._persons is None or not change.concerns("person", "appointment"):
            return
        self._pairs = None
        store = self._session.store
        persons, posts = (sorted(change.touched.get(kind.table, ())) for kind in (Person, Appointment))
        for person in persons:
            self._persons.pop(person, None)
        for post in posts:
            self._posts.pop(post, None)
        self._persons |= {one.id: one for one in store.many(Person, persons)}
        self._posts |= {one.id: one for one in store.many(Appointment, posts) if one.email}
