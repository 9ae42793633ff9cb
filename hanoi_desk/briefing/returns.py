"""The return for the capital in words: tables of cells, each with the records that it counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import overload

from hanoi_desk.briefing.values import Marking
from hanoi_desk.commitments import Reconciled
from hanoi_desk.language import (
    Language,
    bound,
    by_when,
    capital,
    long_date,
    month_year,
    name_of,
    short_date,
    word,
    word_key,
    word_of,
)
from hanoi_desk.records import OutreachKind, TreatyAct
from hanoi_desk.returns import Line, Return, Tally
from hanoi_desk.sheets import Sheet, Value
from hanoi_desk.text import sort_key

#: Acts that are signatures; every other act in a return is the deposit of an instrument.
_SIGNATURES = frozenset({TreatyAct.SIGNATURE, TreatyAct.DEFINITIVE_SIGNATURE, TreatyAct.SUCCESSION_TO_SIGNATURE})


@dataclass(frozen=True, slots=True)
class ReturnCell:
    """A word, number or day; `ids` are the records that it counts, listed on the page of that name."""

    value: Value
    ids: tuple[str, ...] = ()
    page: str = ""


Row = tuple[ReturnCell, ...]


class _Worded(Sequence[Row]):
    """The rows of a long table, each put into words when it is first looked at: a window shows the first of them."""

    def __init__(self, held: Sequence[Reconciled], say: Callable[[Reconciled], Row]) -> None:
        self._held = held
        self._say = say
        self._said: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._held)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        places = range(len(self._held))[at]
        return self._row(places) if isinstance(places, int) else tuple(self._row(place) for place in places)

    def _row(self, place: int) -> Row:
        if place not in self._said:
            self._said[place] = self._say(self._held[place])
        return self._said[place]


@dataclass(frozen=True, slots=True)
class ReturnTable:
    """A table: the first column words, the others as they come; `rule` says how it is counted."""

    key: str
    title: str
    headings: tuple[str, ...]
    rows: Sequence[Row]
    total: Row | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDocument:
    """The whole return in one language; the moments know their time zone."""

    title: str
    period: str
    tables: tuple[ReturnTable, ...]
    rules: tuple[str, ...]
    unit: str
    number: str
    marking: Marking
    as_of: datetime
    printed_at: datetime


def word_return(found: Return, language: Language, *, now: datetime, unit: str = "") -> ReturnDocument:
    """Put a return into words; `now` is the aware moment at which it was counted, `unit` our mission's name."""
    worded = _Words(found, language)
    gaps = {"first": short_date(found.start), "last": short_date(found.end)}
    counted = gaps | {"last": short_date(found.until)}
    return ReturnDocument(
        title=word("return.product", language),
        period=word("return.period", language, **gaps),
        tables=worded.tables(),
        rules=(word("return.rule_bilateral", language), word("return.rule_period", language, **counted)),
        unit=unit,
        number=f"HD-{found.start:%Y-%m-%d}-{found.end:%Y-%m-%d}",
        marking=Marking.INTERNAL,
        as_of=now,
        printed_at=now,
    )


def return_name(document: ReturnDocument, found: Return, language: Language, ending: str) -> str:
    """Return a name for the file that carries the marking: `HD_return_2026-01-01_2026-11-22_en (INTERNAL …).pdf`."""
    mark = word(f"mark.{document.marking.value}", language)
    return f"HD_return_{found.start:%Y-%m-%d}_{found.end:%Y-%m-%d}_{language.value} ({mark}){ending}"


def return_sheets(document: ReturnDocument, language: Language) -> list[Sheet]:
    """Return a sheet for each table, with its rule and the rules of all under it."""
    marking = word_of(document.marking, language)
    return [
        Sheet(
            title=table.title,
            marking=f"{marking} · {document.title} · {document.period}",
            headings=table.headings,
            rows=[tuple(cell.value for cell in row) for row in _with_total(table)],
            notes=tuple(filter(None, (table.rule, *document.rules))),
        )
        for table in document.tables
    ]


def _with_total(table: ReturnTable) -> tuple[Row, ...]:
    return (*table.rows, table.total) if table.total else tuple(table.rows)


class _Words:
    def __init__(self, found: Return, language: Language) -> None:
        self._found = found
        self._language = language

    def tables(self) -> tuple[ReturnTable, ...]:
        """Return all tables in their order, those without a line too."""
        return (
            self._figures(),
            self._counted("months", "month", self._found.months, self._month),
            self._counted("kinds", "kind", self._by_number(self._found.kinds), self._kind),
            self._counted("levels", "level", self._found.levels, self._level),
            self._counted("missions", "mission", self._found.missions, self._mission, "rule_missions"),
            self._groups(),
            self._states(),
            self._outcomes(),
            self._promises(),
            self._deeds(),
        )

    def _word(self, key: str, **gaps: object) -> str:
        return word(f"return.{key}", self._language, **gaps)

    def _table(
        self, key: str, heads: Sequence[str], rows: Iterable[Row], total: Row | None = None, rule: str = ""
    ) -> ReturnTable:
        headings = tuple(self._word(head) if head else "" for head in heads)
        held = rows if isinstance(rows, _Worded) else tuple(rows)
        return ReturnTable(key, self._word(key), headings, held, total, bound(rule))

    def _figures(self) -> ReturnTable:
        found = self._found
        promises = tuple(one.commitment.id for one in found.promises)
        signed = tuple(deed.participant for deed in found.deeds if deed.act in _SIGNATURES)
        deposited = tuple(deed.participant for deed in found.deeds if deed.act not in _SIGNATURES)
        states = tuple(line.participant for line in found.states)
        rows = (
            ("contacts", _contacts(found.contacts.total)),
            ("bilateral", _contacts(found.contacts.bilateral)),
            ("multilateral", _contacts(found.contacts.multilateral)),
            ("reached_all", ReturnCell(len(states), states, "countries")),
            ("promise_count", ReturnCell(len(promises), promises, "commitments")),
            ("signatures", ReturnCell(len(signed), signed, "countries")),
            ("deposits", ReturnCell(len(deposited), deposited, "countries")),
        )
        lines = [(ReturnCell(self._word(key)), cell) for key, cell in rows]
        return self._table("figures", ("", "number"), lines)

    def _counted(
        self, key: str, head: str, lines: Sequence[Line], name: Callable[[str], str], rule: str = ""
    ) -> ReturnTable:
        rows = [(ReturnCell(name(line.key)), *_three(line.tally)) for line in lines]
        total = (ReturnCell(self._word("total")), *_three(self._found.contacts))
        said = self._word(rule) if rule else ""
        return self._table(key, (head, "bilateral", "multilateral", "contacts"), rows, total if rows else None, said)

    def _month(self, key: str) -> str:
        return capital(month_year(date.fromisoformat(f"{key}-01"), self._language))

    def _mission(self, key: str) -> str:
        known = self._found.mission_records.get(key)
        return name_of(known, self._language) if known else self._word("no_mission")

    def _kind(self, key: str) -> str:
        return word_of(OutreachKind(key), self._language)

    def _level(self, key: str) -> str:
        return capital(word(f"brief.level_{key}", self._language)) if key else self._word("no_level")

    def _by_number(self, lines: Iterable[Line]) -> list[Line]:
        return sorted(lines, key=lambda line: (-len(line.tally.total), sort_key(self._kind(line.key))))

    def _groups(self) -> ReturnTable:
        rows = [
            (
                ReturnCell(word_of(line.group, self._language)),
                *_three(line.tally),
                ReturnCell(self._word("reached_of", n=len(line.reached), all=line.states), line.reached, "countries"),
            )
            for line in self._found.groups
        ]
        heads = ("group", "bilateral", "multilateral", "contacts", "reached")
        return self._table("groups", heads, rows, rule=self._word("rule_groups"))

    def _states(self) -> ReturnTable:
        lines = sorted(self._found.states, key=lambda line: sort_key(self._name(line.participant)))
        rows = [
            (
                ReturnCell(self._name(line.participant), (line.participant,), "countries"),
                *_three(line.tally),
                ReturnCell(capital(word(f"brief.level_{line.level}", self._language)) if line.level else ""),
                ReturnCell(line.last_on),
                ReturnCell(len(line.promises), line.promises, "commitments"),
            )
            for line in lines
        ]
        namings = sum(len(line.tally.total) for line in lines)
        rule = self._word("rule_states", n=namings, contacts=len(self._found.contacts.total))
        heads = ("state", "bilateral", "multilateral", "contacts", "level", "last", "promise_count")
        return self._table("states", heads, rows, rule=rule)

    def _outcomes(self) -> ReturnTable:
        outcomes = self._found.outcomes
        rows = [(ReturnCell(word_of(one, self._language)), _promises(ids)) for one, ids in outcomes.items()]
        every = tuple(id_ for ids in outcomes.values() for id_ in ids)
        total = (ReturnCell(self._word("total")), _promises(every))
        rule = self._word("rule_outcomes", day=long_date(self._found.as_of or self._found.day, self._language))
        return self._table("outcomes", ("outcome", "number"), rows, total if rows else None, rule)

    def _promises(self) -> ReturnTable:
        rows = _Worded(self._found.promises, self._promise)
        return self._table("promises", ("made_on", "state", "act", "by", "grade", "outcome"), rows)

    def _promise(self, one: Reconciled) -> Row:
        c, language = one.commitment, self._language
        said = (
            self._name(c.participant),
            word(word_key(c.act), language),
            by_when(c.by, c.precision, c.by_words, language),
            word_of(c.grade, language),
            word_of(one.outcome, language),
        )
        return (ReturnCell(c.made_on, (c.id,), "commitments"), *map(ReturnCell, said))

    def _deeds(self) -> ReturnTable:
        as_of = self._found.as_of
        rule = self._word("rule_deeds", day=long_date(as_of, self._language)) if as_of else self._word("rule_no_record")
        rows = [
            (
                ReturnCell(deed.on),
                ReturnCell(self._name(deed.participant), (deed.participant,), "countries"),
                ReturnCell(word_of(deed.act, self._language)),
            )
            for deed in sorted(
                self._found.deeds,
                key=lambda deed: (deed.on, deed.act not in _SIGNATURES, sort_key(self._name(deed.participant))),
            )
        ]
        return self._table("deeds", ("day", "state", "done"), rows, rule=rule)

    def _name(self, participant: str) -> str:
        known = self._found.participants.get(participant)
        return name_of(known, self._language) if known else ""


def _contacts(ids: tuple[str, ...]) -> ReturnCell:
    return ReturnCell(len(ids), ids, "outreach")


def _promises(ids: tuple[str, ...]) -> ReturnCell:
    return ReturnCell(len(ids), ids, "commitments")


def _three(tally: Tally) -> tuple[ReturnCell, ReturnCell, ReturnCell]:
    return _contacts(tally.bilateral), _contacts(tally.multilateral), _contacts(tally.total)
