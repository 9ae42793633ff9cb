"""The overview of an event pack: every figure is counted once here, for the drawing, its table and its sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hanoi_desk.board import Board, Place
from hanoi_desk.briefing.first_to_see import Standing, first_to_see, standings
from hanoi_desk.briefing.pack_sources import PackSources
from hanoi_desk.briefing.pack_values import (
    Bar,
    BarChart,
    Column,
    DateChart,
    GroupBar,
    GroupChart,
    KeyDate,
    Overview,
    RoadChart,
    Table,
    TableCell,
)
from hanoi_desk.commitments import rank
from hanoi_desk.language import (
    Language,
    capital,
    checked,
    joined,
    long_date,
    name_of,
    number,
    short_date,
    sign,
    word,
    word_of,
)
from hanoi_desk.overview import record_source, reports
from hanoi_desk.records import (
    DomesticStage,
    DomesticStep,
    Entity,
    Event,
    EventKind,
    Grade,
    Participant,
    Proof,
    RegionalGroup,
    StepState,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import INSTRUMENTS, TreatyStatus
from hanoi_desk.treaty import Stage as Rung

PAPER = "overview"
FRESH_DAYS = 30
_APPROVED = (Rung.PARLIAMENT_APPROVED, Rung.ASSENTED, Rung.INSTRUMENT_SIGNED)
_GRADES = (
    Grade.ACT_UNDER_WAY,
    Grade.PROMISED_WITH_DATE,
    Grade.PROMISED,
    Grade.GENERAL_SUPPORT,
    Grade.WILL_STUDY,
    Grade.NO_POSITION,
    Grade.DECLINED,
)
_AGES = (("30", 0, 29), ("90", 30, 90), ("180", 91, 180), ("over", 181, 10**6))
_MOST_NAMES, _MOST_DATES = 6, 7
_OURS = "VN"


@dataclass(slots=True)
class Figures:
    """Counts for one pack and words them in one language; `scope` are the places of the pack."""

    store: Store
    board: Board
    scope: Sequence[Place]
    language: Language
    scope_name: str
    sources: PackSources
    today: date
    event: Event | None
    meetings: Mapping[str, date]  # the first meeting of the event by participant

    def overview(self) -> Overview:
        """Return the overview with all its figures."""
        others = [place for place in self.scope if place.participant.key != _OURS]
        by_words = standings(self.store, self.board, others, self.today)
        road, groups = self.road(), self.groups()
        commitments, coverage = self.commitments(by_words), self.coverage(by_words)
        return Overview(
            subtitle=self._word("pack.overview_subtitle", scope=self.scope_name),
            road=road,
            groups=groups,
            commitments=commitments,
            coverage=coverage,
            dates=self.dates(),
            first=first_to_see(self.store, self.board, by_words, self.meetings, self.today, self.language),
            figures=self._groups_table(groups),
            conflicts=self._conflicts(),
            sources=self.sources.cited_in(PAPER),
        )

    # ---- C1 ----

    def road(self) -> RoadChart:
        """C1: the instruments that count."""
        ledger, treaty = self.board.ledger, self.board.treaty
        counted, threshold, left = len(ledger.counted.states), treaty.threshold, ledger.remaining or 0
        key = "pack.road_reached" if ledger.entry.on else "pack.road_some" if counted else "pack.road_none"
        day = self._day(ledger.entry.on) if ledger.entry.on else ""
        reported = self._reported(of_deposits=True)
        names, keys = self._names_and_keys(reported)
        notes = [self._word("pack.road_dotted", names=names, keys=keys)] if reported else []
        union = next((p for p in self.board.places.values() if p.participant.entity is Entity.REIO), None)
        if union:
            notes.append(self._word("doc.reio_note") + ".")
        notes.append(f"n = {threshold}. {self.record()}.")
        return RoadChart(
            title=self._word(key, n=counted, threshold=threshold, m=left, day=day),
            counted=counted,
            threshold=threshold,
            reported=len({a.participant for a in reported}),
            reported_words=self._word("pack.road_reported", n=len({a.participant for a in reported})),
            union=self._union(union) if union else "",
            union_note=self._word("pack.road_not_added"),
            note=" ".join(notes),
        )

    def _union(self, union: Place) -> str:
        state = "deposited" if union.status.has_deposited else "signed" if union.status.has_signed else "none"
        return self._word(f"pack.road_union_{state}")

    def _reported(self, *, of_deposits: bool) -> list[TreatyAction]:
        """Return the reports that the record does not bear out, one for each participant."""
        found: dict[str, TreatyAction] = {}
        for claim in reports(self.board, of_deposits=of_deposits):
            place = self.board.places.get(claim.participant or "")
            if place and not (place.status.has_deposited if of_deposits else place.status.has_signed):
                found.setdefault(place.participant.id, claim)
        return list(found.values())

    def _names_and_keys(self, claims: Sequence[TreatyAction]) -> tuple[str, str]:
        names = [name_of(self.board.places[c.participant].participant, self.language) for c in claims if c.participant]
        keys = dict.fromkeys(self.sources.key(c.source, PAPER) for c in claims)
        return self._names(names), " ".join(filter(None, keys))

    def record(self) -> str:
        """Return which record of the depositary is held, and its age where it is not fresh."""
        as_of = self.board.as_of
        if as_of is None:
            return self._word("pack.no_record")
        source = record_source(self.store, self.board)
        text = self._word(
            "pack.record_of", day=short_date(as_of), source=self.sources.key(source.id if source else None, PAPER)
        ).strip()
        old = (self.today - as_of).days > FRESH_DAYS
        return f"{text}, {checked(as_of, self.today, self.language)}" if old else text

    # ---- C2 ----

    def groups(self) -> GroupChart:
        """C2: where the States of each regional group stand; what stands outside the groups is shown apart."""
        by_group: dict[RegionalGroup, list[Place]] = defaultdict(list)
        for place in self.board.places.values():
            by_group[place.participant.group].append(place)
        in_scope = {place.participant.id for place in self.scope}
        named = [group for group in RegionalGroup if group is not RegionalGroup.NONE and by_group[group]]
        named.sort(key=lambda group: (-len(by_group[group]), list(RegionalGroup).index(group)))
        order = [*named, *([RegionalGroup.NONE] if by_group[RegionalGroup.NONE] else [])]
        bars = tuple(self._group(group, by_group[group], in_scope) for group in order)
        signed = [bar.total - bar.not_signed for bar in bars]
        deposited, approved, only_signed, unsigned = (self._word(f"pack.key_{key}") for key in _KEYS)
        most = max(range(len(named)), key=lambda at: signed[at], default=None)
        title = self._word("pack.groups_none")
        everyone: int = sum(signed)
        if most is not None and everyone:
            title = self._word(
                "pack.groups_title", n=everyone, group=bars[most].name, a=signed[most], b=bars[most].total
            )
        keys = (deposited, approved, only_signed, unsigned)
        return GroupChart(title, keys, bars, self._groups_note(bars, signed))

    def _group(self, group: RegionalGroup, places: Sequence[Place], in_scope: set[str]) -> GroupBar:
        deposited = [p for p in places if p.status.has_deposited]
        signed = [p for p in places if p.status.kind is TreatyStatus.SIGNED]
        approved = [p for p in signed if p.stage in _APPROVED]
        is_none = group is RegionalGroup.NONE
        names = self._names([name_of(p.participant, self.language) for p in approved])
        return GroupBar(
            name=capital(self._word("pack.outside_groups" if is_none else f"pack.group_{group.value}")),
            deposited=len(deposited),
            approved=len(approved),
            signed=len(signed) - len(approved),
            not_signed=len(places) - len(deposited) - len(signed),
            of_all=self._word("pack.of_all", n=len(places)),
            note=self._word("pack.groups_approved", names=names) if approved else "",
            in_scope=0 < len(in_scope) < len(self.board.places) and {p.participant.id for p in places} <= in_scope,
        )

    def _groups_note(self, bars: Sequence[GroupBar], signed: Sequence[int]) -> str:
        parts = [
            self._word(
                "pack.groups_sum",
                sum=" + ".join(number(one, self.language) for one in signed),
                n=sum(signed),
                all=sum(bar.total for bar in bars),
            )
        ]
        if any(bar.in_scope for bar in bars):
            parts.append(self._word("pack.groups_scope"))
        if reported := self._reported(of_deposits=False):
            names, keys = self._names_and_keys(reported)
            parts.append(self._word("pack.groups_reported", names=names, keys=keys))
        return ". ".join([*parts, self.record()]) + "."

    def _groups_table(self, chart: GroupChart) -> Table:
        heads = (self._word("pack.column_group"), *chart.keys, self._word("pack.column_all"))
        counts = [(b.deposited, b.approved, b.signed, b.not_signed, b.total) for b in chart.bars]
        sums = [sum(column) for column in zip(*counts, strict=True)]
        total: tuple[str | int, ...] = (self._word("pack.total"), *sums)
        rows = [
            *(self._counts((b.name, *row)) for b, row in zip(chart.bars, counts, strict=True)),
            self._counts(total, bold=True),
        ]
        widths = (0.0, 20.0, 26.0, 15.0, 17.0, 14.0)
        columns = [Column(head, width, at_right=width > 0) for head, width in zip(heads, widths, strict=True)]
        return Table(self._word("pack.figures"), tuple(columns), tuple(rows))

    def _counts(self, row: tuple[str | int, ...], *, bold: bool = False) -> tuple[TableCell, ...]:
        return tuple(
            TableCell(number(cell, self.language) if isinstance(cell, int) else cell, bold=bold) for cell in row
        )

    # ---- C3, C4 ----

    def commitments(self, by_words: Sequence[Standing]) -> BarChart:
        """C3: how many States stand at each grade; those of which nothing is recorded have a bar of their own."""
        bars = []
        for grade in _GRADES:
            at = [one for one in by_words if one.grade is grade]
            strong = rank(grade) >= rank(Grade.PROMISED)
            late = sum(one.rests_on_late for one in at)
            bars.append(Bar(self._word(f"pack.grade_{grade.value}"), len(at), late, strong))
        nothing = sum(one.grade is None for one in by_words)
        bars.append(Bar(self._word("pack.grade_none"), nothing, apart=True))
        late = sum(bar.hatched for bar in bars)
        note = [self._word("pack.commitments_overdue", n=late)] if late else []
        note.append(self._word("pack.commitments_note", n=len(by_words), day=short_date(self.today)))
        promised = sum(bar.count for bar in bars if bar.strong)
        title = self._word("pack.commitments_title", a=promised, b=len(by_words))
        return BarChart(title, tuple(bars), self._ours(note), own_side=True)

    def coverage(self, by_words: Sequence[Standing]) -> BarChart:
        """C4: how long ago the last contact was."""
        days = [one.days_since for one in by_words]
        counts = [sum(day is not None and first <= day <= last for day in days) for _, first, last in _AGES]
        never = sum(day is None for day in days)
        bars = [
            Bar(self._word(f"pack.age_{key}"), count, strong=key == "over")
            for (key, *_), count in zip(_AGES, counts, strict=True)
        ]
        bars.append(Bar(self._word("pack.age_never"), never, strong=True))
        title = self._word("pack.coverage_title", a=counts[-1] + never, b=len(days))
        note = [self._word("pack.coverage_note", n=len(days), day=short_date(self.today))]
        return BarChart(title, tuple(bars), self._ours(note))

    def _ours(self, note: list[str]) -> str:
        has_us = any(place.participant.key == _OURS for place in self.scope)
        return " ".join([*note, *([self._word("pack.without_us")] if has_us else [])])

    def bar_tables(self) -> tuple[Table, ...]:
        """Return the counts of C3 and C4 as tables."""
        others = [place for place in self.scope if place.participant.key != _OURS]
        by_words = standings(self.store, self.board, others, self.today)
        charts = (self.commitments(by_words), self.coverage(by_words))
        heads = ("pack.figures_commitments", "pack.figures_coverage")
        return tuple(
            Table(
                chart.title,
                (Column(self._word(head), 70), Column(self._word("pack.column_count"), 20, at_right=True)),
                (
                    *(self._counts((bar.label, bar.count)) for bar in chart.bars),
                    self._counts((self._word("pack.total"), sum(bar.count for bar in chart.bars)), bold=True),
                ),
                own_side=chart.own_side,
            )
            for head, chart in zip(heads, charts, strict=True)
        )

    # ---- C5 ----

    def dates(self) -> DateChart:
        """C5: today, the event, the last day of signature, steps planned at home, the next session."""
        board, today = self.board, self.today
        found = [KeyDate(today, self._word("pack.dates_today"), today=True)]
        if board.treaty.closes_on and board.treaty.closes_on >= today:
            found.append(KeyDate(board.treaty.closes_on, self._word("pack.dates_closes")))
        if board.ledger.entry.on and board.ledger.entry.on >= today:
            found.append(KeyDate(board.ledger.entry.on, self._word("pack.dates_entry")))
        if self.event and self.event.starts_on and self.event.starts_on >= today:
            found.append(KeyDate(self.event.starts_on, name_of(self.event, self.language)))
        ahead = (("kind", "=", EventKind.COMMITTEE_SESSION), ("starts_on", ">", today))
        found += [
            KeyDate(event.starts_on, name_of(event, self.language), unverified=event.source is None)
            for event in self.store.all(Query(Event, ahead, order_by="starts_on", limit=1))
            if self.event is None or event.id != self.event.id
        ]
        found += self._steps(_MOST_DATES - len(found))
        left = board.days_left
        key = "pack.dates_closed" if left is None else "pack.dates_left" if left else "pack.dates_last"
        found.sort(key=lambda one: (one.day, not one.today, one.label))
        return DateChart(self._word(key, n=left or 0), tuple(found), self._word("pack.dates_note"))

    def _steps(self, most: int) -> list[KeyDate]:
        scope = {place.participant.id: place.participant for place in self.scope}
        where = (("treaty", "=", self.board.treaty.id), ("state", "=", StepState.PLANNED), ("on", ">=", self.today))
        planned: list[DomesticStep] = self.store.all(Query(DomesticStep, where, order_by="on"))
        steps = [step for step in planned if step.participant in scope and step.on][:most]
        return [
            KeyDate(
                step.on,
                self._step_words(scope[step.participant], step.stage),
                unverified=step.proof is not Proof.VERIFIED,
            )
            for step in steps
            if step.on
        ]

    def _step_words(self, participant: Participant, stage: DomesticStage) -> str:
        name = name_of(participant, self.language)
        return f"{name}{sign(': ', self.language)}{self._word(f'domestic_stage.{stage.value}')}"

    # ---- words ----

    def _conflicts(self) -> tuple[str, ...]:
        """Return the reports on States of the pack that the record does not bear out."""
        scope = {place.participant.id for place in self.scope}
        claims = [*self._reported(of_deposits=True), *self._reported(of_deposits=False)]
        return tuple(self._claim(claim) for claim in claims if claim.participant in scope)

    def _claim(self, claim: TreatyAction) -> str:
        participant = self.board.places[claim.participant or ""].participant
        said = f"{word_of(claim.act, self.language).lower()} {self.sources.key(claim.source, PAPER)}".strip()
        held = "brief.not_deposited" if claim.act in INSTRUMENTS else "treaty_status.not_signed"
        record = self._word("brief.record", held=self._word(held).lower())
        told = self._word("pack.status_conflict", claim=f"{record}{sign('; ', self.language)}{said}")
        return f"{name_of(participant, self.language)}{sign(': ', self.language)}{told[:1].lower()}{told[1:]}"

    def _names(self, names: Sequence[str]) -> str:
        if len(names) <= _MOST_NAMES:
            return joined(names, self.language)
        return self._word("pack.and_more", names=", ".join(names[:_MOST_NAMES]), n=len(names) - _MOST_NAMES)

    def _day(self, day: date) -> str:
        return long_date(day, self.language)

    def _word(self, key: str, /, **gaps: object) -> str:
        return word(key, self.language, **gaps)


_KEYS = ("deposited", "approved", "signed", "not_signed")
