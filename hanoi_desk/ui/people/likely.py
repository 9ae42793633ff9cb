"""Who may be the same person twice: read a page at a time, compared off the interface thread, then kept up to date."""

from PySide6.QtCore import QObject, QTimer, Signal

from hanoi_desk.persons import Pair, possible_duplicates
from hanoi_desk.records import Appointment, Person
from hanoi_desk.store import Change, Query
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.session import Session

#: So many persons are read and compared at once without a pause that is felt.
_AT_ONCE = 400
_PAUSE = 20  # milliseconds between two pages


class Likely(QObject):
    """The pairs of persons who may be one, shared by the list and the chosen person; `found` says that they are new.

    Of a few persons the pairs are there when they are asked for, of many a moment later; until then the old ones hold.
    """

    found = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._persons: dict[str, Person] = {}
        self._emails: dict[str, tuple[str, str]] = {}  # by post: the person and the address
        self._unread: list[str] | None = None  # persons still to be read; None before the first
        self._pairs: tuple[Pair, ...] = ()
        self._is_stale = True
        self._task: Task | None = None
        self._pages = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pages.timeout.connect(self._read_page)
        session.changed.connect(self._hear)

    def pairs(self) -> tuple[Pair, ...]:
        """Return all pairs, by name."""
        if self._is_stale and self._task is None and not self._pages.isActive():
            self._begin()
        return self._pairs

    def persons(self) -> list[str]:
        """Return all who may be somebody else too, each once."""
        return list(dict.fromkeys(one for pair in self.pairs() for one in (pair.first, pair.second)))

    def of(self, person: str) -> list[Pair]:
        """Return the pairs of one person."""
        return [pair for pair in self.pairs() if person in (pair.first, pair.second)]

    def _begin(self) -> None:
        if self._unread is None:
            self._unread = self._session.store.ids(Query(Person, order_by="title"))
        if len(self._unread) + len(self._persons) > _AT_ONCE:
            self._pages.start()
            return
        self._read(self._unread)
        self._unread = []
        self._show(possible_duplicates(self._persons.values(), self._addresses()))

    def _read_page(self) -> None:
        assert self._unread is not None
        page, self._unread = self._unread[:_AT_ONCE], self._unread[_AT_ONCE:]
        self._read(page)
        if self._unread:
            self._pages.start()
            return
        persons, emails = list(self._persons.values()), self._addresses()
        self._is_stale = False
        self._task = self._session.background.run(
            lambda _: possible_duplicates(persons, emails), self._take, self._fail
        )
        self.destroyed.connect(self._task.cancel)  # pages are built anew when the size of text changes

    def _read(self, ids: list[str]) -> None:
        store = self._session.store
        self._persons |= {one.id: one for one in store.many(Person, ids)}
        theirs = Query(Appointment, (("person", "in", ids), ("email", "!=", "")))
        self._emails |= {post.id: (post.person, post.email) for post in store.all(theirs)}

    def _addresses(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for person, email in self._emails.values():
            found.setdefault(person, []).append(email)
        return found

    def _show(self, pairs: tuple[Pair, ...]) -> None:
        self._pairs, self._is_stale = pairs, False

    def _take(self, pairs: tuple[Pair, ...]) -> None:
        self._task = None
        known = [pair for pair in pairs if pair.first in self._persons and pair.second in self._persons]
        is_new = tuple(known) != self._pairs
        self._pairs = tuple(known)
        if is_new:
            self.found.emit()

    def _fail(self, error: BaseException) -> None:
        self._task = None
        raise error

    def _hear(self, change: Change) -> None:
        if self._unread is None or not change.concerns("person", "appointment"):
            return
        self._is_stale = True
        store = self._session.store
        persons, posts = (sorted(change.touched.get(kind.table, ())) for kind in (Person, Appointment))
        for person in persons:
            self._persons.pop(person, None)
        for post in posts:
            self._emails.pop(post, None)
        self._persons |= {one.id: one for one in store.many(Person, persons)}
        self._emails |= {one.id: (one.person, one.email) for one in store.many(Appointment, posts) if one.email}
        # Those who are told apart or no longer there are not offered meanwhile.
        self._pairs = tuple(pair for pair in self._pairs if self._stands(pair))

    def _stands(self, pair: Pair) -> bool:
        first, second = self._persons.get(pair.first), self._persons.get(pair.second)
        return bool(first and second and second.id not in first.distinct_from and first.id not in second.distinct_from)
