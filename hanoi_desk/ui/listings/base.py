"""What a list of records of one kind shows: its columns, counters, facets and rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject

from hanoi_desk.language import Language, name_of, short_date
from hanoi_desk.records import (
    DomesticStage,
    Event,
    Grade,
    Mission,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    Participant,
    Precision,
    Record,
)
from hanoi_desk.sheets import Value, as_date
from hanoi_desk.store import Change, Query
from hanoi_desk.store.codec import shape
from hanoi_desk.store.query import Condition
from hanoi_desk.store.titles import title
from hanoi_desk.text import sort_key
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.record_model import Cell, Ids, Listed, Row
from hanoi_desk.ui.session import Session

#: How many countries one list of names shows before it only counts the rest.
_NAMES = 4

#: Closed lists whose members have an order of their own; all others are sorted by their words.
_RANKED: tuple[type[Enum], ...] = (Grade, Precision, DomesticStage)

#: Records with a Vietnamese name beside the one that the store sorts by.
_NAMED_TWICE: tuple[type[Record], ...] = (Event, Mission, Organisation)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, width in heights of a line of text, share of what is left, and whether it may go.

    `rank` 0 always stays; of the others the highest rank goes first when there is no room. `sort` is what a click on
    the heading sorts by, empty when nothing. One that is not there `at_first` can be chosen. `key` is the name under
    which it is remembered; without one that is what it sorts by, or else its place.
    """

    heading: str
    width: float
    share: int = 1
    rank: int = 0
    sort: str = ""
    key: str = ""
    at_first: bool = True


@dataclass(frozen=True, slots=True)
class Counter:
    """A number above the list that is also a filter; `rule` says in a sentence what it counts."""

    key: str
    words: str
    number: int
    tone: Tone = Tone.NEUTRAL
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter by one or several values, each a pair of its key and its words."""

    key: str
    words: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records of the list are wanted, in which order.

    `facets` have one value each; `several` those facets of which any of two or more values will do.
    """

    text: str = ""
    counter: str = ""
    facets: Mapping[str, str] = field(default_factory=dict)
    where: tuple[Condition, ...] = ()
    sort: str = ""
    descending: bool = False
    several: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return not (self.text.strip() or self.counter or any(self.facets.values()) or self.where or self.several)

    def chosen(self, facet: str) -> tuple[str, ...]:
        """Return the values of a facet that are chosen; none stands for any."""
        one = self.facets.get(facet, "")
        return self.several.get(facet, (one,) if one else ())

    def choosing(self, facet: str, values: Sequence[str]) -> "Wanted":
        """Return the same with these values of a facet chosen."""
        facets = {key: value for key, value in self.facets.items() if key != facet}
        several = {key: more for key, more in self.several.items() if key != facet}
        if len(values) == 1:
            facets[facet] = values[0]
        elif values:
            several[facet] = tuple(values)
        return replace(self, facets=facets, several=several)


class Listing(QObject):
    """One kind of record as a list. Words are in the language of the window at the time of asking."""

    kind: type[Record]
    #: Tables whose changes change the list.
    tables: tuple[str, ...] = ()
    #: The first order: a field that can be sorted by, and whether the greatest comes first.
    first_sort: tuple[str, bool] = ("title", False)
    #: Whether the conditions alone say what is in the list; a listing that computes more in `ids` says False.
    store_decides: bool = True

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "ids" in cls.__dict__ and "store_decides" not in cls.__dict__:
            cls.store_decides = False

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.store = session.store
        self._in_full = False
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

    @property
    def key(self) -> str:
        """The name under which what is remembered of the list is kept."""
        return self.kind.table

    def ids(self, wanted: Wanted) -> Ids:
        """Return the records wanted, each facet having one value; ask `shown`, which knows several."""
        order = (wanted.sort,) if wanted.sort else ()
        conditions = (*self.conditions(wanted), *wanted.where)
        return Listed(self.in_order(self.found(conditions, wanted.text, order, wanted.descending)))

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the rows of these records, one for each identifier."""
        raise NotImplementedError

    def amount(self, number: int) -> str:
        """Return how many records there are, in words."""
        raise NotImplementedError

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        """Return the conditions of a counter and of the facets."""
        return ()

    def of_facet(self, key: str, value: str) -> Condition:
        """Return the condition of a facet: a group of States, the mission in the lead, or else a field."""
        if key == "group":
            return ("participant", "in", Query(Participant, (("group", "=", value),)))
        if key == "mission":
            return ("participant", "in", [id_ for id_, p in self.session.board().places.items() if p.lead == value])
        return (key, "=", value)

    def of_participants(self, ids: Sequence[str]) -> Condition:
        """Return the condition that keeps what belongs to one of these participants."""
        return ("participant", "in", list(ids))

    # ---- what is asked of every listing ----

    def shown(self, wanted: Wanted) -> Ids:
        """Return the records wanted, also where any of several values of a facet will do."""
        if not wanted.several:
            return self.ids(wanted)
        ids = self.ids(replace(wanted, several={}))
        left = list(ids.window(0, len(ids)))
        for facet, values in wanted.several.items():
            either: set[str] = set()
            for value in values:
                its = self.ids(Wanted(facets={facet: value}))
                either.update(its.window(0, len(its)))
            left = [one for one in left if one in either]
        return Listed(left)

    def counts(self, wanted: Wanted, facet: Facet) -> Iterator[tuple[str, int]]:
        """Yield each value of a facet and how many records it would leave beside all that is chosen elsewhere.

        A value is counted when it is asked for, so that the window may breathe between two.
        """
        rest = wanted.choosing(facet.key, ())
        tallied = self._tally(rest, facet.key)
        for value, _ in facet.choices:
            yield (
                value,
                len(self.shown(rest.choosing(facet.key, (value,)))) if tallied is None else tallied.get(value, 0),
            )

    def sheet_rows(self, ids: Sequence[str], places: Sequence[int]) -> list[tuple[Value, ...]]:
        """Return the rows of these records for a spreadsheet: the columns at these places, every word whole."""
        self._in_full = True
        try:
            rows = self.rows(ids)
        finally:
            self._in_full = False
        return [tuple(_value(row[place]) for place in places) for row in rows if row]

    def in_order(self, asked: Query) -> list[str]:
        """Return the identifiers asked for; a closed list or a link is sorted by its words, not by what is kept."""
        ids = self.store.ids(asked)
        field_name = asked.order_by if isinstance(asked.order_by, str) else "".join(asked.order_by[:1])
        if field_name == "title" and self.kind in _NAMED_TWICE and self.session.language is Language.VI:
            return sorted(ids, key=self.link_names(self.kind.table).__getitem__, reverse=asked.descending)
        key = self._sort_key(field_name)
        if key is None:
            return ids
        values = self.store.ids(replace(asked, select=field_name))
        order = sorted(range(len(ids)), key=lambda at: key(values[at]), reverse=asked.descending)
        return [ids[at] for at in order]

    def by_words(self, ids: Sequence[str], has: Mapping[str, Any], descending: bool) -> list[str]:
        """Return identifiers by what each has; those that have nothing stand last in either direction."""
        having = sorted((one for one in ids if has.get(one)), key=has.__getitem__, reverse=descending)
        return [*having, *(one for one in ids if not has.get(one))]

    def _sort_key(self, field_name: str) -> Callable[[Any], Any] | None:
        """Return the key of a field's stored values; None where the store sorts as a person would."""
        if field_name in ("", "title"):
            return None
        column = shape(self.kind).column(field_name)
        if column.link is not None and not column.many:
            names = self.link_names(column.link)
            return lambda value: names.get(value, "")
        one = next(iter(self.store.tally(Query(self.kind), field_name)), None)
        if not isinstance(one, Enum):
            return None
        members = list(type(one))
        if isinstance(one, _RANKED):
            places = {member.value: number for number, member in enumerate(members)}
            return lambda value: places.get(value, -1)
        words = {member.value: sort_key(self.session.label(member)) for member in members}
        return lambda value: words.get(value, "")

    def link_names(self, table: str) -> dict[str, str]:
        """Return what the names of all records of a table sort by, in the language of the window."""
        kind = next((one for one in (Participant, Mission, Officer, Organisation, Event) if one.table == table), None)
        return {one.id: sort_key(self.session.name(one)) for one in self.store.all(Query(kind))} if kind else {}

    def _tally(self, rest: Wanted, facet: str) -> dict[str, int] | None:
        """Count all values of a facet at once, where it is a field and the store alone knows what is left."""
        columns = {column.name for column in shape(self.kind).plain if not column.many}
        if not self.store_decides or rest.counter or rest.several or facet not in columns:
            return None
        where = (*self.conditions(rest), *rest.where)
        found = self.store.tally(self.found(where, rest.text, (), False), facet)
        return {str(value.value if isinstance(value, Enum) else value): number for value, number in found.items()}

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
        """Return a few names, and how many more there are; all of them for a spreadsheet."""
        if self._in_full or len(names) <= _NAMES + 1:
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


def _value(cell: Cell) -> Value:
    """Return what a spreadsheet gets of a cell: a number, a day, or its words."""
    return cell.value if cell.value is not None else as_date(cell.text) or cell.text
