"""The return for the capital: what a mission did in a period, counted from the records and never typed.

Every number is held as the records that it counts, so that the number and the list behind it cannot differ.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hanoi_desk.agenda import ledger_of
from hanoi_desk.board import CONVENTION, find_treaty, record_as_of
from hanoi_desk.commitments import Outcome, Reconciled, reconcile
from hanoi_desk.records import (
    Commitment,
    DomesticStep,
    Mission,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachPerson,
    Participant,
    RegionalGroup,
    Side,
    Treaty,
    TreatyAct,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.store.query import Condition
from hanoi_desk.treaty import Ledger, new_york_day

#: Kinds of contact that are addressed to many, whoever is named in the record.
COLLECTIVE = frozenset(
    {
        OutreachKind.COLLECTIVE_NOTE,
        OutreachKind.STATEMENT,
        OutreachKind.SIDE_EVENT,
        OutreachKind.SEMINAR,
        OutreachKind.REGIONAL_PREP,
        OutreachKind.BRIEFING_SESSION,
        OutreachKind.COMMITTEE_SESSION,
        OutreachKind.TREATY_EVENT,
    }
)

_COLLECTIVE_VALUES = frozenset(kind.value for kind in COLLECTIVE)

#: Contacts and promises that are counted in one part.
_PART = 1000


@dataclass(frozen=True, slots=True)
class Tally:
    """The contacts that a line counts, by identifier: bilateral and multilateral apart."""

    bilateral: tuple[str, ...] = ()
    multilateral: tuple[str, ...] = ()

    @property
    def total(self) -> tuple[str, ...]:
        """All contacts of the line."""
        return (*self.bilateral, *self.multilateral)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: a month "2026-11", a mission, a kind or a level, empty where none is recorded."""

    key: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class StateLine:
    """What happened with one State; `level` is the highest that spoke with us, None where none is recorded."""

    participant: str
    tally: Tally
    level: int | None
    last_on: date
    promises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A regional group: the contacts with any of its States, and how many of these were reached."""

    group: RegionalGroup
    tally: Tally
    reached: tuple[str, ...]
    states: int


@dataclass(frozen=True, slots=True)
class Deed:
    """A signature, or an instrument deposited, that the depositary's record shows in the period."""

    participant: str
    act: TreatyAct
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """What was done from `start` to `end`, both counted. What lies ahead of `day`, the day of counting, is left out.

    A contact is bilateral with one State or organization of the register, unless its kind is for many (`COLLECTIVE`);
    all others are multilateral, also those with bodies outside the register alone.
    `as_of` is the day whose situation the depositary's record shows, None where nothing is held.
    """

    start: date
    end: date
    day: date
    as_of: date | None
    treaty: Treaty
    contacts: Tally
    months: tuple[Line, ...]
    kinds: tuple[Line, ...]
    missions: tuple[Line, ...]
    levels: tuple[Line, ...]
    states: tuple[StateLine, ...]
    groups: tuple[GroupLine, ...]
    promises: tuple[Reconciled, ...]
    deeds: tuple[Deed, ...]
    participants: Mapping[str, Participant]
    mission_records: Mapping[str, Mission]

    @property
    def until(self) -> date:
        """The last day that is counted."""
        return min(self.end, self.day)

    @property
    def outcomes(self) -> dict[Outcome, tuple[str, ...]]:
        """The promises made in the period by what has become of them."""
        found: dict[Outcome, list[str]] = defaultdict(list)
        for one in self.promises:
            found[one.outcome].append(one.commitment.id)
        return {outcome: tuple(found[outcome]) for outcome in Outcome if outcome in found}


@dataclass(frozen=True, slots=True)
class _Contact:
    id: str
    held_on: str
    kind: str
    mission: str
    countries: tuple[str, ...]
    level: int | None
    bilateral: bool


def collect_return(store: Store, start: date, end: date, now: datetime) -> Return:
    """Count what was done from one day to another, both counted, as the desk knows it at an aware moment.

    :raises ValueError: when the period ends before it begins.
    :raises NoTreaty: when the Convention is not on file.
    """
    parts = collected_in_parts(store, start, end, now)
    return next(found for found in parts if found is not None)


def collected_in_parts(
    store: Store, start: date, end: date, now: datetime, held: Collection[Reconciled] | None = None
) -> Iterator[Return | None]:
    """Yield None after each part of the counting, so that a window may live between two, and the return at the end.

    Few contacts and promises are one part. `held` are the promises as they stand at that moment, where they are known
    already. Errors as for `collect_return`.
    """
    if end < start:
        raise ValueError("a period ends on or after its first day")
    while True:  # all from one moment, also when another program saves meanwhile
        newest = store.saves(1)
        for found in _collected(store, start, end, now, held):
            if found is not None and store.saves(1) != newest:
                break
            yield found
        else:
            return


def _collected(
    store: Store, start: date, end: date, now: datetime, held: Collection[Reconciled] | None
) -> Iterator[Return | None]:
    day = now.date()
    treaty = find_treaty(store, CONVENTION)
    participants: dict[str, Participant] = {p.id: p for p in store.all(Query(Participant))}
    missions: dict[str, Mission] = {m.id: m for m in store.all(Query(Mission))}
    spoken: dict[tuple[str, str], int] = {}
    contacts: list[_Contact] = []
    for first, last in _stretches(store, start, min(end, day)):
        if contacts:
            yield None
        contacts += _contacts(store, first, last, spoken)
    many = len(contacts) + len(held or ()) > _PART
    if many:
        yield None
    if held is None:
        promises = _promises(store, ledger_of(store, treaty, participants, now), start, min(end, day))
    else:
        promises = _made(held, treaty, start, min(end, day))
    states = _states(contacts, promises, spoken, participants)
    if many:
        yield None
    groups = _groups(contacts, participants)
    if many:
        yield None
    yield Return(
        start=start,
        end=end,
        day=day,
        as_of=record_as_of(store, treaty),
        treaty=treaty,
        contacts=_tally(contacts),
        months=_months(contacts),
        kinds=_lines(contacts, lambda one: one.kind),
        missions=_lines(contacts, lambda one: one.mission if one.mission in missions else ""),
        levels=_lines(contacts, lambda one: str(one.level or "")),
        states=states,
        groups=groups,
        promises=promises,
        deeds=_deeds(store, treaty, participants, start, end, now),
        participants=participants,
        mission_records=missions,
    )


def _stretches(store: Store, start: date, until: date) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of stretches with few contacts each, one after the other up to the end."""
    held_on = store.tally(Query(Outreach, (("held_on", ">=", start), ("held_on", "<=", until))), "held_on")
    first, number = start, 0
    for day in sorted(held_on):
        if number and number + held_on[day] > _PART:
            yield first, day - timedelta(days=1)
            first, number = day, 0
        number += held_on[day]
    yield first, until


def _contacts(store: Store, start: date, until: date, spoken: dict[tuple[str, str], int]) -> list[_Contact]:
    """Read what is counted of each contact, field by field; `spoken` is given the level of each State in each."""
    where: tuple[Condition, ...] = (("held_on", ">=", start), ("held_on", "<=", until))
    asked = Query(Outreach, where, "held_on")

    def field(name: str) -> list[str]:
        return store.ids(Query(Outreach, where, "held_on", select=name))

    within: Condition = ("outreach", "in", Query(Outreach, where))
    countries: dict[str, list[str]] = defaultdict(list)
    levels: dict[str, int] = {}
    named = (within,)
    for outreach, participant, level in _parallel(store, OutreachCountry, named, "outreach", "participant", "level"):
        countries[outreach].append(participant)
        _note_level(levels, spoken, outreach, participant, level)
    theirs = (within, ("side", "=", Side.THEIRS))
    for outreach, participant, level in _parallel(store, OutreachPerson, theirs, "outreach", "participant", "level"):
        _note_level(levels, spoken, outreach, participant, level)
    found = []
    for id_, held_on, kind, mission in zip(
        store.ids(asked), field("held_on"), field("kind"), field("mission"), strict=True
    ):
        present = tuple(dict.fromkeys(countries[id_]))
        bilateral = len(present) == 1 and kind not in _COLLECTIVE_VALUES
        found.append(_Contact(id_, held_on, kind, mission or "", present, levels.get(id_), bilateral))
    return found


def _parallel(
    store: Store,
    kind: type[OutreachCountry] | type[OutreachPerson],
    where: tuple[Condition, ...],
    *fields: str,
) -> Iterable[Sequence[str]]:
    """Return some stored fields of the records asked for, without reading the records whole."""
    return zip(*(store.ids(Query(kind, where, select=name)) for name in fields), strict=True)


def _note_level(
    levels: dict[str, int], spoken: dict[tuple[str, str], int], outreach: str, participant: str, level: object
) -> None:
    if isinstance(level, int):
        levels[outreach] = min(level, levels.get(outreach, level))
        pair = (outreach, participant)
        spoken[pair] = min(level, spoken.get(pair, level))


def _tally(contacts: Iterable[_Contact]) -> Tally:
    bilateral: list[str] = []
    multilateral: list[str] = []
    for one in contacts:
        (bilateral if one.bilateral else multilateral).append(one.id)
    return Tally(tuple(bilateral), tuple(multilateral))


def _months(contacts: Iterable[_Contact]) -> tuple[Line, ...]:
    """Return the months from the first contact to the last, those without any too."""
    lines = {line.key: line for line in _lines(contacts, lambda one: one.held_on[:7])}
    if not lines:
        return ()
    first, last = (int(key[:4]) * 12 + int(key[5:]) - 1 for key in (min(lines), max(lines)))
    keys = (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1))
    return tuple(lines.get(key) or Line(key, _tally(())) for key in keys)


def _lines(contacts: Iterable[_Contact], key: Callable[[_Contact], str]) -> tuple[Line, ...]:
    sorted_by: dict[str, list[_Contact]] = defaultdict(list)
    for one in contacts:
        sorted_by[key(one)].append(one)
    return tuple(Line(name, _tally(sorted_by[name])) for name in sorted(sorted_by, key=lambda k: (not k, k)))


def _states(
    contacts: Iterable[_Contact],
    promises: Iterable[Reconciled],
    spoken: Mapping[tuple[str, str], int],
    participants: Mapping[str, Participant],
) -> tuple[StateLine, ...]:
    theirs: dict[str, list[_Contact]] = defaultdict(list)
    for one in contacts:
        for participant in one.countries:
            if participant in participants:
                theirs[participant].append(one)
    promised: dict[str, list[str]] = defaultdict(list)
    for one_promise in promises:
        promised[one_promise.commitment.participant].append(one_promise.commitment.id)
    return tuple(
        StateLine(
            participant=id_,
            tally=_tally(own),
            level=min((spoken[one.id, id_] for one in own if (one.id, id_) in spoken), default=None),
            last_on=date.fromisoformat(max(one.held_on for one in own)),
            promises=tuple(promised[id_]),
        )
        for id_, own in theirs.items()
    )


def _groups(contacts: Iterable[_Contact], participants: Mapping[str, Participant]) -> tuple[GroupLine, ...]:
    own: dict[RegionalGroup, list[_Contact]] = defaultdict(list)
    reached: dict[RegionalGroup, dict[str, None]] = defaultdict(dict)
    for one in contacts:
        groups: dict[RegionalGroup, None] = {}
        for id_ in one.countries:
            if id_ in participants:
                groups[group := participants[id_].group] = None
                reached[group][id_] = None
        for group in groups:
            own[group].append(one)
    members = Counter(one.group for one in participants.values())
    return tuple(
        GroupLine(group, _tally(own[group]), tuple(reached[group]), members[group])
        for group in RegionalGroup
        if members[group]
    )


def _promises(store: Store, ledger: Ledger, start: date, until: date) -> tuple[Reconciled, ...]:
    where = (("treaty", "=", ledger.treaty.id), ("made_on", ">=", start), ("made_on", "<=", until))
    made: list[Commitment] = store.all(Query(Commitment, where))
    steps: dict[str, list[DomesticStep]] = defaultdict(list)
    for step in store.all(Query(DomesticStep, (("treaty", "=", ledger.treaty.id),))):
        steps[step.participant].append(step)
    return _in_order(reconcile(one, ledger, steps[one.participant]) for one in made)


def _made(held: Iterable[Reconciled], treaty: Treaty, start: date, until: date) -> tuple[Reconciled, ...]:
    ours = (one for one in held if one.commitment.treaty == treaty.id)
    return _in_order(one for one in ours if start <= one.commitment.made_on <= until)


def _in_order(held: Iterable[Reconciled]) -> tuple[Reconciled, ...]:
    return tuple(sorted(held, key=lambda one: (one.commitment.made_on, one.commitment.id)))


def _deeds(
    store: Store, treaty: Treaty, participants: Mapping[str, Participant], start: date, end: date, now: datetime
) -> tuple[Deed, ...]:
    actions: list[TreatyAction] = store.all(Query(TreatyAction, (("treaty", "=", treaty.id),)))
    ledger = Ledger(treaty, actions, participants, min(end, new_york_day(now)))
    standing = [one for roll in (ledger.signatories, ledger.counted) for one in (*roll.states, *roll.reios)]
    done = [Deed(one.participant, one.action.act, one.on) for one in standing if start <= one.on <= end]
    return tuple(sorted(done, key=lambda one: (one.on, one.act is not TreatyAct.SIGNATURE, one.participant)))
