"""What to look at before a document is printed, each finding with the record in which it can be mended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hanoi_desk.board import Board, Place
from hanoi_desk.briefing.bank_checks import unverified_rows
from hanoi_desk.briefing.event_pack import participants_of_event
from hanoi_desk.briefing.leave_behind import is_addressed
from hanoi_desk.briefing.pack_texts import PackTexts, counted
from hanoi_desk.briefing.points import OURS
from hanoi_desk.commitments import Outcome
from hanoi_desk.document_numbers import same_number
from hanoi_desk.language import Language, capital, checked, name_of, short_date, word, word_of
from hanoi_desk.records import (
    Appointment,
    Commitment,
    DomesticStep,
    Event,
    Meeting,
    MeetingState,
    Pack,
    PackEdition,
    PackPart,
    PackText,
    Product,
    Record,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import INSTRUMENTS, SIGNATURES

FRESH_DAYS = 30
_LONGEST_QUOTE = 60  # letters of a text that a finding repeats


class CheckKind(StrEnum):
    """Of what a finding is; the gravest first."""

    NOT_REVIEWED = "not_reviewed"
    NUMBER_TWICE = "number_twice"
    DISAGREE = "disagree"
    NO_SOURCE = "no_source"
    OLD = "old"
    UNVERIFIED = "unverified"
    PASSED = "passed"
    MISSING_NAME = "missing_name"
    ADDRESSED = "addressed"  # of what is handed over, which speaks in the third person
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Check:
    """One finding in words, and the record to jump to, by table and identifier; None where it is the pack itself."""

    kind: CheckKind
    words: str
    record: tuple[str, str] | None = None
    serious: bool = False


def checks(
    store: Store,
    board: Board,
    pack: Pack,
    texts: Sequence[PackText],
    on: date,
    language: Language | None = None,
) -> tuple[Check, ...]:
    """Return what to look at before this document is printed on a day, kind by kind, State by State.

    The findings are worded in the first language of the document unless another `language` is asked for.
    """
    of_document = Language(pack.language.value.partition("+")[0])
    return _Checker(store, board, pack, tuple(texts), on, of_document, language or of_document).all()


@dataclass(frozen=True)
class _Checker:
    store: Store
    board: Board
    pack: Pack
    texts: tuple[PackText, ...]
    on: date
    of_document: Language
    language: Language

    def all(self) -> tuple[Check, ...]:
        """Return every finding; of a paper that is handed over only what can stand on it."""
        places = self._places()
        found = [*self._not_reviewed(), *self._numbers(), *self._record_age(), *self._texts()]
        if self.pack.product is not Product.REPORT:
            found += [*self._claims(places), *self._steps(places)]
        if self.pack.product not in (Product.REPORT, Product.LEAVE_BEHIND):
            found += [*self._promises(places), *self._people(places), *self._meetings(places), *self._bank(places)]
        order = list(CheckKind)
        return tuple(sorted(found, key=lambda check: order.index(check.kind)))

    def _places(self) -> dict[str, Place]:
        event = self.store.get(Event, self.pack.event) if self.pack.event else None
        ids = self.pack.participants or (participants_of_event(self.store, event) if event else ())
        return {id_: self.board.places[id_] for id_ in dict.fromkeys(ids) if id_ in self.board.places}

    # ---- the document ----

    def _not_reviewed(self) -> Iterator[Check]:
        if not self.pack.reviewed_by and self.pack.product is not Product.REPORT:
            yield Check(CheckKind.NOT_REVIEWED, self._word("check.not_reviewed"), serious=True)

    def _numbers(self) -> Iterator[Check]:
        """Editions whose number stands on another document too, which came from another laptop."""
        own: list[PackEdition] = self.store.all(Query(PackEdition, (("pack", "=", self.pack.id),), order_by="number"))
        for edition in own:
            for other in same_number(self.store, edition):
                (pack,) = self.store.many(Pack, [other.pack], deleted=True)
                gaps = {"number": edition.document, "n": edition.number, "other": other.number, "pack": pack.name}
                is_open = pack.id != self.pack.id and self.store.get(Pack, pack.id) is not None
                record = (pack.table, pack.id) if is_open else None
                words, is_last = self._word("check.number_twice", **gaps), edition is own[-1]
                yield Check(CheckKind.NUMBER_TWICE, words, record, serious=is_last)  # a new edition mends it

    def _texts(self) -> Iterator[Check]:
        """Texts that are too long in a language of the document, and points of the drafter's own without any source."""
        for language in map(Language, self.pack.language.value.split("+")):
            for row in self.texts:
                said = PackTexts((row,), language).said(row)
                number, most = counted(said, row.part, self.pack.product, language)
                if most and number > most:
                    part = capital(word_of(row.part, self.language))
                    quote = _short(said)
                    yield Check(
                        CheckKind.TOO_LONG, self._word("check.too_long", part=part, text=quote, n=number, most=most)
                    )
        for row in self.texts:
            said = PackTexts((row,), self.of_document).said(row)
            is_handed_over = self.pack.product is Product.LEAVE_BEHIND and row.part is PackPart.POINT
            if is_handed_over and is_addressed(said):
                yield Check(CheckKind.ADDRESSED, self._word("check.addressed", text=_short(said)), serious=True)
            if row.part in (PackPart.POINT, PackPart.ANSWER) and not row.message and said:
                yield Check(CheckKind.UNVERIFIED, self._word("check.own_text", text=_short(said)))

    def _record_age(self) -> Iterator[Check]:
        treaty, as_of = self.board.treaty, self.board.as_of
        if as_of is None:
            yield Check(CheckKind.NO_SOURCE, self._word("check.no_record"), (treaty.table, treaty.id), serious=True)
        elif (self.on - as_of).days > FRESH_DAYS:
            age = checked(as_of, self.on, self.language)
            yield Check(CheckKind.OLD, self._word("check.old_record", age=age), (treaty.table, treaty.id), serious=True)

    # ---- facts ----

    def _claims(self, places: Mapping[str, Place]) -> Iterator[Check]:
        """Entries of the treaty record without a source, and what others say against it or said long ago."""
        own = (("treaty", "=", self.board.treaty.id), ("source", "is", None))
        bare: list[TreatyAction] = self.store.all(Query(TreatyAction, own))
        for action in bare:
            if action.participant and action.participant in places:
                what = word_of(action.act, self.language).lower()
                yield self._of(CheckKind.NO_SOURCE, action, places[action.participant], "check.no_source", what=what)
        for claim in self.board.unverified:
            if not isinstance(claim, TreatyAction) or not claim.participant or claim.participant not in places:
                continue
            place = places[claim.participant]
            what = word_of(claim.act, self.language).lower()
            status = place.status
            holds = status.has_signed if claim.act in SIGNATURES else status.has_deposited
            if claim.act in SIGNATURES | INSTRUMENTS and not holds:
                yield self._of(CheckKind.DISAGREE, claim, place, "check.disagree", what=what)
            said_on = claim.as_of or claim.on
            if said_on and (self.on - said_on).days > FRESH_DAYS:
                age = checked(said_on, self.on, self.language)
                yield self._of(CheckKind.OLD, claim, place, "check.old", what=what, age=age)

    def _steps(self, places: Mapping[str, Place]) -> Iterator[Check]:
        """Steps at home of which nothing says whence they are known."""
        where = (("treaty", "=", self.board.treaty.id), ("source", "is", None), ("outreach", "is", None))
        steps: list[DomesticStep] = self.store.all(Query(DomesticStep, where))
        for step in steps:
            if step.participant in places:
                what = word_of(step.stage, self.language).lower()
                yield self._of(CheckKind.NO_SOURCE, step, places[step.participant], "check.no_source", what=what)

    def _bank(self, places: Mapping[str, Place]) -> Iterator[Check]:
        """Rows of the bank that the document uses, whose answers or article numbers nobody has checked."""
        for row, states, key in unverified_rows(self.store, self.board, self.pack, self.texts, list(places)):
            said = self._word(f"check.{key}", code=row.code, n=states)
            yield Check(CheckKind.UNVERIFIED, said, (row.table, row.id))

    # ---- promises and people ----

    def _promises(self, places: Mapping[str, Place]) -> Iterator[Check]:
        told = {
            Outcome.PASSED: "check.passed",
            Outcome.CONTRADICTED: "check.contradicted",
            Outcome.TO_CONVERT: "check.to_convert",
        }
        for held in self.board.held:
            promise: Commitment = held.commitment
            if held.outcome in told and promise.participant in places:
                day = short_date(promise.by) if promise.by else self._word("ui.not_recorded").lower()
                what = word_of(promise.act, self.language).lower()
                kind = CheckKind.DISAGREE if held.outcome is Outcome.CONTRADICTED else CheckKind.PASSED
                yield self._of(kind, promise, places[promise.participant], told[held.outcome], what=what, day=day)

    def _people(self, places: Mapping[str, Place]) -> Iterator[Check]:
        """States in which nobody is known, and persons whose post has no name."""
        ids = tuple(places)
        of_scope = ("participant", "in", ids)
        known: set[str] = set()
        for until in (("to_on", "is", None), ("to_on", ">=", self.on)):
            known.update(self.store.tally(Query(Appointment, (of_scope, until)), "participant"))
        for id_, place in places.items():
            if id_ not in known and place.participant.key != OURS:
                yield self._of(CheckKind.MISSING_NAME, place.participant, place, "check.nobody")
        bare: list[Appointment] = self.store.all(Query(Appointment, (of_scope, ("title", "=", ""))))
        for post in bare:
            if post.participant and post.participant in places:
                words = self._word("check.no_post", name=name_of(places[post.participant].participant, self.language))
                yield Check(CheckKind.MISSING_NAME, words, ("person", post.person))

    def _meetings(self, places: Mapping[str, Place]) -> Iterator[Check]:
        """Meetings of the document of which nobody knows who comes."""
        for meeting in self._planned():
            place = places.get(meeting.participant or "")
            if place is None:
                continue
            gaps = {"day": short_date(meeting.on)}
            if not meeting.counterpart and not meeting.counterpart_text.strip():
                yield self._of(CheckKind.MISSING_NAME, meeting, place, "check.no_theirs", **gaps)
            if not meeting.ours and not meeting.ours_text.strip():
                yield self._of(CheckKind.MISSING_NAME, meeting, place, "check.no_ours", **gaps)

    def _planned(self) -> list[Meeting]:
        if self.pack.meeting:
            meeting = self.store.get(Meeting, self.pack.meeting)
            return [meeting] if meeting else []
        if not self.pack.event:
            return []
        since = self.on - timedelta(days=1)
        where = (("event", "=", self.pack.event), ("on", ">=", since), ("state", "!=", MeetingState.CANCELLED))
        found: list[Meeting] = self.store.all(Query(Meeting, where, order_by=("on", "time")))
        return found

    # ---- words ----

    def _of(
        self,
        kind: CheckKind,
        record: Record,
        place: Place,
        key: str,
        **gaps: object,
    ) -> Check:
        name = name_of(place.participant, self.language)
        serious = kind in (CheckKind.NO_SOURCE, CheckKind.DISAGREE)
        return Check(kind, self._word(key, name=name, **gaps), (record.table, record.id), serious)

    def _word(self, key: str, /, **gaps: object) -> str:
        return word(key, self.language, **gaps)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE].rpartition(" ")[0] + "…"
