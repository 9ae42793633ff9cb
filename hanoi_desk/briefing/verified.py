"""Sentences that may be used openly: treaty facts of which the depositary's own entry was seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hanoi_desk.briefing.bilateral_values import Fact
from hanoi_desk.briefing.in_sentences import in_sentence
from hanoi_desk.briefing.situation import Situation
from hanoi_desk.briefing.sources import Sources
from hanoi_desk.briefing.strip import FRESH_DAYS, is_seen, newest_record
from hanoi_desk.language import Language, bound, capital, long_date, number, word, word_key
from hanoi_desk.records import Proof, SourceKind, TreatyAction
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import INSTRUMENTS, TreatyStatus


@dataclass(frozen=True, slots=True)
class Verified:
    """Words what is proven about a State and the treaty; anything reported, doubtful or disputed is left out.

    What is handed to others gives the count only where the record is no older than 30 days and no report disputes it.
    """

    store: Store
    of: Situation
    language: Language
    sources: Sources
    for_others: bool = False

    def facts(self) -> tuple[Fact, ...]:
        """Return the sentences, each with the key of its source: the treaty, the State, the count, what follows."""
        return tuple(Fact(bound(text), key.strip()) for text, key in self._facts())

    def _facts(self) -> Iterator[tuple[str, str]]:
        record = newest_record(self.store, self.of.treaty)
        key = self.sources.key(record.id) if record else ""
        treaty = self.of.treaty
        if treaty.opens_on and treaty.closes_on:
            is_open = self.of.days_left is not None
            yield (
                self._word(
                    "verified.open" if is_open else "verified.was_open",
                    opened=self._day(treaty.opens_on),
                    closes=self._day(treaty.closes_on),
                    after=self._day(treaty.closes_on + timedelta(days=1)),
                ),
                key,
            )
        yield from self._own()
        ledger = self.of.ledger
        if ledger.entry.on:
            past = ledger.entry.on <= self.of.today
            yield self._word("verified.in_force" if past else "verified.enters", day=self._day(ledger.entry.on)), key
        elif ledger.is_computed:
            counted, threshold = len(ledger.counted.states), treaty.threshold
            if record and record.as_of and (not self.for_others or self._is_settled(record.as_of)):
                day = self._day(record.as_of)
                yield self._word("verified.count", day=day, n=counted, threshold=threshold), key
            yield self._word("verified.rule", n=number(treaty.threshold, self.language)), key

    def _own(self) -> Iterator[tuple[str, str]]:
        status, name = self.of.status, capital(in_sentence(self.of.participant, self.language))
        if status.signature and status.signed_on and self._is_proven(status.signature):
            yield (
                self._word("verified.signed", name=name, day=self._day(status.signed_on)),
                self.sources.key(status.signature.source),
            )
        has_left = status.kind is TreatyStatus.WITHDRAWN
        if status.instrument and status.deposited_on and not has_left and self._is_proven(status.instrument):
            act = word(word_key(status.instrument.act), self.language)
            yield (
                self._word("verified.deposited", name=name, act=act, day=self._day(status.deposited_on)),
                self.sources.key(status.instrument.source),
            )
        party = next((action for action in self.of.budapest if action.act in INSTRUMENTS), None)
        if party and party.proof is Proof.VERIFIED and self._is_proven(party):
            yield self._word("verified.budapest", name=name), self.sources.key(party.source)

    def _is_settled(self, as_of: date) -> bool:
        reported = (("treaty", "=", self.of.treaty.id), ("proof", "=", Proof.UNVERIFIED))
        claims = self.store.count(Query(TreatyAction, (*reported, ("act", "in", tuple(INSTRUMENTS)))))
        return not claims and (self.of.moment.date() - as_of).days <= FRESH_DAYS

    def _is_proven(self, action: TreatyAction) -> bool:
        source = self.sources.get(action.source)
        return source is not None and source.kind is SourceKind.DEPOSITARY and is_seen(action, source)

    def _day(self, day: date) -> str:
        return long_date(day, self.language)

    def _word(self, key: str, **gaps: object) -> str:
        return word(key, self.language, **gaps)
