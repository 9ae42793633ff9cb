"""Blocks 2 and 3 of the brief: the status strip, what sources disagree on, the next legal step, the deadline line."""

from datetime import date, timedelta

from hanoi_desk.briefing.in_sentences import in_sentence
from hanoi_desk.briefing.situation import BUDAPEST, Situation
from hanoi_desk.briefing.sources import Sources, small
from hanoi_desk.briefing.values import Cell, Conflict, Deadline
from hanoi_desk.language import Language, capital, checked, long_date, short_date, sign, word, word_of
from hanoi_desk.records import Confidence, Proof, SourceKind, Treaty, TreatyAction
from hanoi_desk.records import Source as SourceRecord
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import INSTRUMENTS, SIGNATURES, LegalStep, TreatyStatus, new_york_day

FRESH_DAYS = 30  # a status fact older than this prints with its age
_DOUBTFUL = (Confidence.LOW, Confidence.TO_BE_CHECKED)
NEAR_DAYS = 60  # signature ending within this many days is framed
_CEREMONY_DAYS = 2  # opening in Ha Noi, then at Headquarters


class Strip:
    """Words the facts of one situation, registering each source that it uses."""

    def __init__(self, store: Store, situation: Situation, language: Language, sources: Sources) -> None:
        self._store = store
        self._of = situation
        self._language = language
        self._sources = sources
        self._record = newest_record(store, situation.treaty)

    def cells(self) -> tuple[Cell, Cell, Cell, Cell]:
        """Return the four cells: signature, step at home, deposit, Budapest and Malabo."""
        return self._signature(), self._home(), self._deposit(), self._neighbours()

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return what unverified statements about this State say beyond the record, each with its source."""
        return tuple(self._conflict(claim) for claim in self._claims() if not self._agrees(claim))

    def next_step(self) -> str:
        """Return the next legal step as a sentence without its first capital."""
        step, treaty = self._of.next_step, self._of.treaty
        key = step.value
        if self._of.is_organization and self._of.is_signatory:
            key = "ratify_organization"
        elif step is LegalStep.RATIFY and self._of.is_approved_at_home:
            key = "deposit"
        day = self._day(treaty.closes_on + timedelta(days=1)) if treaty.closes_on else ""
        return self._word(f"brief.step_{key}", day=day, entry=self._entry_words())

    def deadline(self) -> Deadline:
        """Return the deadline line; it is framed only where signature matters to this State and ends soon."""
        left, note, framed = self._time_left()
        return Deadline(left, note, self._progress(), self._not_counted(), framed)

    # The cells

    def _signature(self) -> Cell:
        status = self._of.status
        label = self._word("doc.block.signature")
        if not status.signature or not status.signed_on:
            return self._absent(label, word_of(TreatyStatus.NOT_SIGNED, self._language))
        place = self._word("brief.in_ha_noi" if self._in_ha_noi(status.signed_on) else "brief.in_new_york")
        value = f"{word_of(TreatyStatus.SIGNED, self._language)} {short_date(status.signed_on)}"
        return self._proven(label, value, place, status.signature)

    def _deposit(self) -> Cell:
        status = self._of.status
        label = self._word("doc.block.deposit")
        if status.kind is TreatyStatus.WITHDRAWN and status.instrument and status.leaves_on:
            value = word_of(TreatyStatus.WITHDRAWN, self._language)
            return self._proven(label, value, short_date(status.leaves_on), status.notice or status.instrument)
        if not status.has_deposited or not status.instrument or not status.deposited_on:
            return self._absent(label, self._word("brief.not_deposited"))
        value = self._word("brief.deposited_on", day=short_date(status.deposited_on))
        return self._proven(label, value, capital(word_of(status.instrument.act, self._language)), status.instrument)

    def _proven(self, label: str, value: str, note: str, action: TreatyAction) -> Cell:
        """Return a cell for an act on record, whose depositary's entry may still have to be seen.

        All acts here are counted, so that none is called unverified but for want of any source: where the press names
        the day, as of eight signatures of October 2025 that the depositary's total of 72 bears out, the cell says that
        the depositary is yet to confirm it.
        """
        key, source = self._sources.key(action.source), self._sources.get(action.source)
        is_proven = is_seen(action, source)
        mark = self._word("brief.to_confirm" if source else "doc.unverified")
        marks = () if is_proven else (mark,)
        return Cell(label, value, (f"{note}{key}", *marks, *self._age(action.as_of)), unverified=source is None)

    def _absent(self, label: str, value: str) -> Cell:
        """Return a cell for an act that the newest record on file does not show."""
        key = self._sources.key(self._record.id) if self._record else ""
        as_of = self._record.as_of if self._record else None
        if not key or not as_of:
            return Cell(label, value, (self._word("doc.unverified"),), unverified=True)
        return Cell(label, value, (self._as_of(as_of) + key, *self._age(as_of)))

    def _home(self) -> Cell:
        """Return the cell of the step at home: never more than reported, unless an official paper was seen."""
        label, step = self._word("brief.home"), self._of.step
        if step is None:
            return Cell(label, self._word("ui.not_recorded"))
        value = self._word(f"brief.stage_{step.stage.value}")
        key, note = self._sources.key(step.source), self._as_of(step.on) if step.on else ""
        if not key and step.outreach:
            key = f" [{self._sources.key_of_text(step.outreach, self._our_record(step.on))}]"
            note = self._word("brief.their_words", day=short_date(step.on) if step.on else "").rstrip(", ")
        unverified = step.proof is Proof.UNVERIFIED or not key
        notes = (self._word("doc.unverified") if unverified else "", f"{note}{key}".strip())
        return Cell(label, value, tuple(note for note in notes if note), unverified)

    def _our_record(self, day: date | None) -> str:
        when = f" {short_date(day)}" if day else ""
        return f"{capital(self._word('source_kind.our_record'))}{when}."

    def _neighbours(self) -> Cell:
        """Return the cell on the Budapest Convention; the Malabo Convention is not among the records kept."""
        label = self._word("brief.budapest")
        malabo = (f"Malabo{sign(': ', self._language)}{self._word('ui.not_recorded')}",) if self._of.is_african else ()
        action = next((a for a in self._of.budapest if a.act in INSTRUMENTS | SIGNATURES), None)
        if action is None:
            listed = self._list_of_parties()
            if not listed or not listed.as_of:
                return Cell(label, self._word("ui.not_recorded"), malabo)
            as_of = self._as_of(listed.as_of) + self._sources.key(listed.id)
            return Cell(label, self._word("brief.no_party"), (as_of, *malabo))
        value = self._word("brief.party" if action.act in INSTRUMENTS else "treaty_status.signed")
        key = self._sources.key(action.source)
        unverified = action.proof is Proof.UNVERIFIED or not key
        marks = (self._word("doc.unverified"),) if unverified else ()
        held = (self._as_of(action.as_of) + key,) if action.as_of else ()
        return Cell(label, value, (*marks, *held, *malabo), unverified)

    def _list_of_parties(self) -> SourceRecord | None:
        """Return the list in which a Party to the Budapest Convention would stand: the source of most of them."""
        treaty = Query(Treaty, where=(("key", "=", BUDAPEST),), select="id")
        where = (("treaty", "in", treaty), ("proof", "=", Proof.VERIFIED))
        sources = self._store.tally(Query(TreatyAction, where), by="source")
        return self._sources.get(max(sources, key=lambda source: (sources[source], str(source)), default=None))

    # Statements that no depositary confirms

    def _claims(self) -> list[TreatyAction]:
        where = (
            ("treaty", "=", self._of.treaty.id),
            ("participant", "=", self._of.participant.id),
            ("proof", "=", Proof.UNVERIFIED),
            ("act", "in", tuple(SIGNATURES | INSTRUMENTS)),
        )
        return self._store.all(Query(TreatyAction, where=where, order_by="-as_of"))

    def _agrees(self, claim: TreatyAction) -> bool:
        status = self._of.status
        return status.has_signed if claim.act in SIGNATURES else status.has_deposited

    def _conflict(self, claim: TreatyAction) -> Conflict:
        unsigned = word_of(TreatyStatus.NOT_SIGNED, self._language)
        held = unsigned if claim.act in SIGNATURES else self._word("brief.not_deposited")
        proof = self._sources.get(claim.source)
        kind = word_of(proof.kind, self._language) if proof else self._word("ui.not_recorded")
        day = f" {short_date(claim.as_of)}" if claim.as_of else ""
        act = small(word_of(claim.act, self._language))
        return Conflict(
            self._word("brief.record", held=small(held)) + (self._sources.key(self._record.id) if self._record else ""),
            f"{small(kind)}{day}{sign(': ', self._language)}{act}{self._sources.key(claim.source)}",
        )

    def _not_counted(self) -> str:
        """Return how many unverified deposits are left out of the count, and the rule on organizations if it bears."""
        where = (
            ("treaty", "=", self._of.treaty.id),
            ("proof", "=", Proof.UNVERIFIED),
            ("act", "in", tuple(INSTRUMENTS)),
        )
        claims = self._store.all(Query(TreatyAction, where=where, order_by="-as_of"))
        open_claims = [c for c in claims if c.participant and not self._of.ledger.status(c.participant).has_deposited]
        parts = []
        if open_claims:
            keys = "".join(dict.fromkeys(self._sources.key(c.source).strip() for c in open_claims))
            reports = self._word("brief.reports_not_counted", n=len({c.participant for c in open_claims}))
            parts.append(f"{reports} {keys}".strip())
        if self._of.ledger.counted.reios:
            parts.append(self._word("doc.reio_note"))
        return sign("; ", self._language).join(parts) or self._word("brief.rule")

    # The deadline line

    def _time_left(self) -> tuple[str, str, bool]:
        of, status = self._of, self._of.status
        name = capital(in_sentence(of.participant, self._language))
        if status.kind is TreatyStatus.WITHDRAWN:
            return self._word("treaty_status.withdrawn"), self._word("brief.may_accede_again"), False
        if of.has_joined:
            return self._word("status.deposited"), capital(self._entry_words()), False
        if of.is_signatory:
            return self._word("brief.no_limit"), self._word("brief.window_not_for", name=name), False
        days, closes = of.days_left, of.treaty.closes_on
        if days is None or closes is None:
            since = self._day(closes + timedelta(days=1)) if closes else ""
            return self._word("doc.closed"), self._word("brief.closed_note", day=since), False
        if days == 0:
            return self._word("brief.last_day"), self._place_and_date(closes), True
        return self._word("brief.days_to_sign", n=days), self._place_and_date(closes), days <= NEAR_DAYS

    def _place_and_date(self, closes: date) -> str:
        note = self._word("brief.closes", day=self._day(closes))
        today = new_york_day(self._of.moment)
        if today != self._of.moment.date():
            note = f"{note}{sign('; ', self._language)}{self._word('brief.new_york_day', day=short_date(today))}"
        return note

    def _progress(self) -> str:
        ledger = self._of.ledger
        counted, threshold, entry = len(ledger.counted.states), ledger.treaty.threshold, ledger.entry.on
        if entry:
            return self._word("brief.entry", n=counted, threshold=threshold, day=self._day(entry))
        return self._word("doc.progress", n=counted, threshold=threshold, m=ledger.remaining or 0)

    def _entry_words(self) -> str:
        day = self._of.status.in_force_on
        if day is None:
            return self._word("brief.not_in_force")
        if day <= self._of.today:
            return self._word("brief.in_force_since", day=self._day(day))
        return self._word("brief.in_force_from", day=self._day(day))

    # Words

    def _in_ha_noi(self, day: date) -> bool:
        opens = self._of.treaty.opens_on
        return opens is not None and opens <= day < opens + timedelta(days=_CEREMONY_DAYS)

    def _as_of(self, day: date) -> str:
        return capital(self._word("brief.as_of_day", day=short_date(day)))

    def _age(self, as_of: date | None) -> tuple[str, ...]:
        today = self._of.moment.date()
        if as_of is None or (today - as_of).days <= FRESH_DAYS:
            return ()
        return (capital(checked(as_of, today, self._language)),)

    def _day(self, day: date) -> str:
        return long_date(day, self._language) if self._language is Language.EN else short_date(day)

    def _word(self, key: str, **gaps: object) -> str:
        return word(key, self._language, **gaps)


def is_seen(action: TreatyAction, source: SourceRecord | None) -> bool:
    """Tell whether the depositary's own entry of a counted act was seen, and not only the press or a doubtful paper."""
    return source is not None and source.kind is not SourceKind.PRESS and action.confidence not in _DOUBTFUL


def newest_record(store: Store, treaty: Treaty) -> SourceRecord | None:
    """Return the source of the newest depositary's record held: the last file imported, or what shipped."""
    used = Query(TreatyAction, where=(("treaty", "=", treaty.id), ("proof", "=", Proof.VERIFIED)), select="source")
    where = (("id", "in", used),)
    own = (("treaty", "=", treaty.id), ("kind", "=", SourceKind.DEPOSITARY))
    newest = [
        source
        for asked in (where, own)
        for source in store.all(Query(SourceRecord, where=asked, order_by="-as_of", limit=1))
        if source.as_of
    ]
    return max(newest, key=lambda s: (s.as_of, s.id), default=None)
