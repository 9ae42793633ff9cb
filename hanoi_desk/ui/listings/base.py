"""What a list of records of one kind shows: its columns, counters, facets and rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from hanoi_desk.language import name_of, short_date
from hanoi_desk.records import Event, Mission, Organisation, Outreach, OutreachCountry, Participant, Record
from hanoi_desk.store import Change, Query
from hanoi_desk.store.query import Condition
from hanoi_desk.store.titles import title
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.record_model import Ids, Listed, Row
from hanoi_desk.ui.session import Session

#: How many countries one list of names shows before it only counts the rest.
_NAMES = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, width in heights of a line of text, share of what is left, and whether it may go.

    `rank` 0 always stays; of the others the highest rank goes first when there is no room. `sort` is what a click on
    the heading sorts by, empty when nothing.
    """

    heading: str
    width: float
    share: int = 1
    rank: int = 0
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Counter:
    """A number above the list that is also a filter."""

    key: str
    words: str
    number: int
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with one value at a time, each a pair of its key and its words."""

    key: str
    words: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records of the list are wanted, in which order."""

    text: str = ""
    counter: str = ""
    facets: Mapping[str, str] = field(default_factory=dict)
    where: tuple[Condition, ...] = ()
    sort: str = ""
    descending: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return not (self.text.strip() or self.counter or any(self.facets.values()) or self.where)


class Listing(QObject):
    """One kind of record as a list. Words are in the language of the window at the time of asking."""

    kind: type[Record]
    #: Tables whose changes change the list.
    tables: tuple[str, ...] = ()
    #: The first order: a field that can be sorted by, and whether the greatest comes first.
    first_sort: tuple[str, bool] = ("title", False)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.store = session.store
        self._names: dict[str, str] = {}
        session.changed.connect(self._forget_names)
        session.language_changed.connect(self._names.clear)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        raise NotImplementedError

    def counters(self) -> tuple[Counter, ...]:
        """Return the counters over the list."""
        return ()

    def facets(self) -> tuple[Facet, ...]:
        """Return the facets beside them."""
        return ()

    def ids(self, wanted: Wanted) -> Ids:
        """Return the records wanted."""
        order = (wanted.sort,) if wanted.sort else ()
        conditions = (*self.conditions(wanted), *wanted.where)
        return Listed(self.store.ids(self.found(conditions, wanted.text, order, wanted.descending)))

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the rows of these records, one for each identifier."""
        raise NotImplementedError

    def amount(self, number: int) -> str:
        """Return how many records there are, in words."""
        raise NotImplementedError

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        """Return the conditions of a counter and of the facets."""
        return ()

    def of_participants(self, ids: Sequence[str]) -> Condition:
        """Return the condition that keeps what belongs to one of these participants."""
        return ("participant", "in", list(ids))

    # ---- what listings share ----

    def found(self, where: tuple[Condition, ...], text: str, order: tuple[str, ...], descending: bool) -> Query:
        """Return the question for what holds a text, or belongs to a participant whose name begins with it."""
        named = self.session.names.complete(text, 5) if len(text.strip()) > 1 else []
        if not named:
            return Query(self.kind, where, order, descending, text=text)
        holding = self.store.ids(Query(self.kind, where, text=text))
        theirs = self.store.ids(Query(self.kind, (*where, self.of_participants(named))))
        either: Condition = ("id", "in", list(dict.fromkeys([*holding, *theirs])))
        return Query(self.kind, (either,), order, descending)

    def participants(self, ids: Sequence[str | None]) -> dict[str, str]:
        """Return the names of participants by their identifiers."""
        wanted = list(dict.fromkeys(one for one in ids if one))
        new = [one for one in wanted if one not in self._names]
        self._names |= {p.id: self.session.name(p) for p in self.store.many(Participant, new)}
        return {one: self._names[one] for one in wanted if one in self._names}

    def _forget_names(self, change: Change) -> None:
        if change.concerns("participant"):
            self._names.clear()

    def missions(self, ids: Sequence[str | None]) -> dict[str, str]:
        """Return the names of missions by their identifiers."""
        wanted = list(dict.fromkeys(one for one in ids if one))
        return {m.id: self.session.name(m) for m in self.store.many(Mission, wanted)}

    def organisations(self, ids: Sequence[str | None]) -> dict[str, str]:
        """Return the names of organisations by their identifiers."""
        wanted = list(dict.fromkeys(one for one in ids if one))
        return {o.id: self.session.name(o) for o in self.store.many(Organisation, wanted)}

    def events(self, ids: Sequence[str | None]) -> dict[str, str]:
        """Return the names of events by their identifiers."""
        wanted = list(dict.fromkeys(one for one in ids if one))
        return {e.id: self.session.name(e) for e in self.store.many(Event, wanted)}

    def contacts(self, ids: Sequence[str | None]) -> dict[str, str]:
        """Return the day and subject of contacts by their identifiers."""
        wanted = list(dict.fromkeys(one for one in ids if one))
        return {o.id: self.contact(o) for o in self.store.many(Outreach, wanted)}

    def contact(self, outreach: Outreach) -> str:
        """Return the day and the subject of a contact."""
        about = title(outreach) or self.session.label(outreach.kind)
        return f"{short_date(outreach.held_on)}, {about}"

    def countries_of(self, outreach_ids: Sequence[str]) -> dict[str, list[str]]:
        """Return the participants of contacts, in the order in which they were named."""
        where: tuple[Condition, ...] = (("outreach", "in", list(outreach_ids)),)
        found: dict[str, list[str]] = {}
        for row in sorted(self.store.all(Query(OutreachCountry, where)), key=lambda row: row.position):
            found.setdefault(row.outreach, []).append(row.participant)
        return found

    def listed(self, names: Sequence[str]) -> str:
        """Return a few names, and how many more there are."""
        if len(names) <= _NAMES + 1:
            return ", ".join(names)
        rest = self.tr("and {n} more").format(n=len(names) - _NAMES)
        return f"{', '.join(names[:_NAMES])} {rest}"

    def group_facet(self) -> Facet:
        """Return the facet of the regional groups."""
        groups = sorted(self.store.tally(Query(Participant), "group"), key=lambda group: group.value)
        return Facet("group", self.tr("Group"), tuple((g.value, self.session.label(g)) for g in groups))

    def mission_facet(self) -> Facet:
        """Return the facet of our missions."""
        missions = self.store.all(Query(Mission, order_by="title"))
        choices = tuple((m.id, name_of(m, self.session.language)) for m in missions)
        return Facet("mission", self.tr("Mission"), choices)
