"""Blocks 9 and 12 to 17 of the bilateral brief: interests, facts, timeline, path at home, treaties, biographies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hanoi_desk.briefing.bilateral_values import (
    Biography,
    Fact,
    Interest,
    Line,
    Milestone,
    Neighbour,
    Rung,
    Strand,
)
from hanoi_desk.briefing.contacts import first_sentence, persons_of, post_words
from hanoi_desk.briefing.pack_texts import PackTexts
from hanoi_desk.briefing.points import answers_for
from hanoi_desk.briefing.situation import BUDAPEST, Situation
from hanoi_desk.briefing.sources import Sources, small
from hanoi_desk.briefing.values import Cell, Conflict
from hanoi_desk.language import Language, capital, name_of, short_date, sign, word, word_key, word_of
from hanoi_desk.records import (
    Ask,
    AskDirection,
    AskState,
    Commitment,
    DomesticStep,
    Event,
    FileAuthority,
    Meeting,
    Message,
    Organisation,
    OrganisationKind,
    Outreach,
    PackPart,
    Person,
    Precision,
    Proof,
    Stance,
    Treaty,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import INSTRUMENTS, SIGNATURES, Stage, StageMark, StageStep, stepper

MOST_INTERESTS, MOST_INTERNAL, MOST_CONTEXT, MOST_BIOGRAPHIES = 6, 6, 5, 3
LONGEST_BIOGRAPHY = {Language.EN: 60, Language.VI: 90, Language.FR: 60}
_CONTACTS_DRAWN, _STEPS_DRAWN = 3, 4
_SHORT_NAME = 18  # letters of a name that has room on the drawing
_RELATED = ("untoc", "uncac")
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")
_LIVE = (AskState.OPEN, AskState.PROMISED)
_DECIDING = (FileAuthority.DECIDES, FileAuthority.DRAFTS)


@dataclass(frozen=True, slots=True)
class Background:
    """Words what lies behind a meeting, registering each source that it uses."""

    store: Store
    of: Situation
    language: Language
    sources: Sources
    texts: PackTexts

    # 9 what they want

    def interests(self, messages: list[Message]) -> tuple[Interest, ...]:
        """Return what they want or will ask: certain is what is asked of us, possible what they once raised."""
        certain, possible, unlikely = (self._word(f"bilateral.{key}") for key in ("certain", "possible", "unlikely"))
        drafted = word_of(PackPart.INTEREST, self.language)
        found = [Interest(text, possible, small(drafted)) for text in self.texts.all(PackPart.INTEREST)]
        where = (("participant", "=", self.of.participant.id), ("direction", "=", AskDirection.THEIRS))
        asks: list[Ask] = self.store.all(Query(Ask, (*where, ("state", "in", _LIVE)), order_by="due_on"))
        found += [Interest(first_sentence(ask.what), certain, self._basis_of_ask(ask)) for ask in asks]
        raised: dict[str, Interest] = {}
        for outreach, said in self.of.contacts:  # newest first
            for objection in said.objections:
                text = capital(word(word_key(objection), self.language))
                raised.setdefault(objection.value, Interest(text, possible, self._our_record(outreach)))
        found += raised.values()
        if len(found) < 3:
            asked = answers_for(messages, replace(self.of, contacts=()), self.language, limit=3)
            common = self._word("bilateral.often_asked")
            found += [Interest(answer.question, unlikely, common) for answer in asked]
        return tuple(found[:MOST_INTERESTS])

    def _basis_of_ask(self, ask: Ask) -> str:
        outreach = self.store.get(Outreach, ask.outreach) if ask.outreach else None
        if outreach:
            return self._our_record(outreach)
        day = f" {short_date(ask.asked_on)}" if ask.asked_on else ""
        return f"{self._word('bilateral.request')}{day}{self.sources.key(ask.source)}"

    def _our_record(self, outreach: Outreach) -> str:
        text = f"{capital(self._word('source_kind.our_record'))} {short_date(outreach.held_on)}."
        return f"{short_date(outreach.held_on)} [{self.sources.key_of_text(outreach.id, text)}]"

    # 12 facts for our own side

    def internal(self, cells: tuple[Cell, ...], conflicts: tuple[Conflict, ...]) -> tuple[Fact, ...]:
        """Return what may not be used openly: reports, their words to us, our comment, what they tie it to."""
        return tuple(fact for fact in self._internal(cells, conflicts) if fact.text.strip())[:MOST_INTERNAL]

    def _internal(self, cells: tuple[Cell, ...], conflicts: tuple[Conflict, ...]) -> Iterator[Fact]:
        home = cells[1]
        colon, semicolon = (sign(text, self.language) for text in (": ", "; "))
        if home.notes:
            rest = ", ".join(small(note) for note in home.notes if not note.startswith("("))
            stands = f"{small(home.value)}{f', {rest}' if rest else ''}"
            yield Fact(f"{home.label}{colon}{stands}.", unverified=home.unverified)
        for conflict in conflicts:
            both = f"{conflict.record}{semicolon}{conflict.claim}"
            yield Fact(f"{self._word('verify.conflicting')}{colon}{both}.", unverified=True)
        for outreach, said in self.of.contacts[:3]:
            words = first_sentence(said.said) or first_sentence(outreach.summary)
            if words:
                yield Fact(f"{capital(words.rstrip('.'))}.", self._our_record(outreach))
        if self.of.contacts:
            outreach, said = self.of.contacts[0]
            if said.stance is not Stance.NOT_STATED:
                stance = small(word_of(said.stance, self.language))
                yield Fact(f"{self._word('bilateral.stance', stance=stance)}.", self._our_record(outreach))
            if comment := first_sentence(outreach.comment):
                ours = f"{self._word('bilateral.comment')}{colon}{comment.rstrip('.')}."
                yield Fact(ours, self._our_record(outreach))
        own = (("participant", "=", self.of.participant.id), ("treaty", "=", self.of.treaty.id))
        for promise in self.store.all(Query(Commitment, own, order_by="-made_on", limit=20)):
            for key, text in (("condition", promise.condition), ("reciprocal", promise.reciprocal)):
                if text.strip():
                    words = f"{self._word(f'bilateral.{key}')}{colon}{first_sentence(text).rstrip('.')}."
                    yield Fact(words, short_date(promise.made_on))

    # 13 timeline

    def timeline(self, meeting: Meeting | None) -> tuple[Milestone, ...]:
        """Return the dated entries in the order of their days: the treaty's, the steps at home, our contacts, today."""
        today = self.of.moment.date()
        found = [*self._treaty_entries(), *self._home_entries(), *self._contact_entries(meeting)]
        found.append(Milestone(today, capital(self._word("time.today")), Strand.TODAY))
        order = list(Strand)
        return tuple(sorted(found, key=lambda m: (m.day, order.index(m.strand))))

    def _treaty_entries(self) -> Iterator[Milestone]:
        treaty, status, today = self.of.treaty, self.of.status, self.of.moment.date()
        participant = self.of.participant
        name = name_of(participant, self.language)
        name = name if len(name) <= _SHORT_NAME else participant.iso3 or participant.key
        entries = (
            (treaty.concluded_on, self._word("timeline.adopted")),
            (treaty.opens_on, self._word("timeline.opened")),
            (status.signed_on, self._word("timeline.signed", name=name)),
            (status.deposited_on, self._word("timeline.deposited", name=name)),
            (treaty.closes_on, self._word("timeline.closes")),
            (self.of.ledger.entry.on, self._word("timeline.in_force")),
        )
        unverified = {
            self._word("timeline.signed", name=name): status.signature is not None and status.signature.source is None
        }
        for day, text in entries:
            if day:
                yield Milestone(day, text, Strand.TREATY, day > today, unverified.get(text, False))

    def _home_entries(self) -> Iterator[Milestone]:
        today = self.of.moment.date()
        dated = [step for step in self._steps() if step.step and step.mark is not StageMark.NOT_APPLICABLE]
        for rung in dated[-_STEPS_DRAWN:]:
            if rung.on:
                text = capital(self._word(f"stage.{rung.stage.value}"))
                yield Milestone(rung.on, text, Strand.HOME, rung.on > today, rung.proof is not Proof.VERIFIED)

    def _contact_entries(self, meeting: Meeting | None) -> Iterator[Milestone]:
        for outreach, _ in self.of.contacts[:_CONTACTS_DRAWN]:
            yield Milestone(outreach.held_on, word_of(outreach.kind, self.language), Strand.CONTACT)
        if meeting:
            ahead = meeting.on > self.of.moment.date()
            yield Milestone(meeting.on, self._word("timeline.meeting"), Strand.CONTACT, ahead)

    # 14 path at home

    def ladder(self) -> tuple[Rung, ...]:
        """Return the stages to deposit, each with where it stands and according to whom it is so dated."""
        rungs = (step for step in self._steps() if step.stage not in (Stage.CONTACTED, Stage.WITHDRAWN))
        return tuple(self._rung(step) for step in rungs)

    def _steps(self) -> tuple[StageStep, ...]:
        where = (("participant", "=", self.of.participant.id), ("treaty", "=", self.of.treaty.id))
        return stepper(self.of.ledger, self.of.participant.id, self.store.all(Query(DomesticStep, where)))

    def _rung(self, step: StageStep) -> Rung:
        name = capital(self._word(f"stage.{step.stage.value}"))
        mark = capital(self._word(f"stage_mark.{step.mark.value}"))
        note = short_date(step.on) if step.on else ""
        if step.step:
            note = ", ".join(part for part in (note, self._according(step.step)) if part)
        unverified = step.step is not None and step.proof is not Proof.VERIFIED
        return Rung(name, step.mark, mark, note, unverified and step.mark is not StageMark.NOT_APPLICABLE)

    def _according(self, step: DomesticStep) -> str:
        outreach = self.store.get(Outreach, step.outreach) if step.outreach else None
        if outreach:
            text = f"{capital(self._word('source_kind.our_record'))} {short_date(outreach.held_on)}."
            who = self._word("bilateral.them", source=self.sources.key_of_text(outreach.id, text))
        elif source := self.sources.get(step.source):
            who = f"{small(word_of(source.kind, self.language))}{self.sources.key(source.id)}"
        else:
            return ""
        return self._word("bilateral.according", who=who)

    def ladder_notes(self) -> tuple[Line, ...]:
        """Return the lead ministry and the session expected, as far as they are on file."""
        missing = self._word("ui.not_recorded")
        return (
            Line(self._word("bilateral.lead_ministry"), self._lead_ministry() or missing),
            Line(self._word("bilateral.session"), self._session() or missing),
        )

    def _lead_ministry(self) -> str:
        for _, post in persons_of(self.store, self.of, limit=8)[0]:
            body = self.store.get(Organisation, post.organisation) if post.organisation else None
            if body and body.kind is OrganisationKind.MINISTRY and post.authority in _DECIDING:
                return self._word("bilateral.by_post", body=name_of(body, self.language), post=post.title)
        return ""

    def _session(self) -> str:
        own = (("participant", "=", self.of.participant.id), ("treaty", "=", self.of.treaty.id))
        where = (*own, ("precision", "=", Precision.SESSION))
        for promise in self.store.all(Query(Commitment, where, order_by="-made_on", limit=1)):
            if promise.by_words.strip():
                who = self._word("brief.their_words", day=short_date(promise.made_on))
                return f"{promise.by_words.strip()} ({self._word('bilateral.according', who=small(who))})"
        return ""

    # 15 related treaties

    def neighbours(self, budapest: Cell) -> tuple[Neighbour, ...]:
        """Return how they stand towards the treaties beside this one; what the desk does not keep says so."""
        missing = self._word("ui.not_recorded")
        notes = ", ".join(note for note in budapest.notes if not note.startswith(("(", "Malabo")))
        first = Neighbour(budapest.label, budapest.value, notes, budapest.unverified)
        african = (Neighbour(self._word("bilateral.malabo"), missing),) if self.of.is_african else ()
        treaties: dict[str, Treaty] = {
            t.key: t for t in self.store.all(Query(Treaty, (("key", "in", (*_RELATED, BUDAPEST)),)))
        }
        others = tuple(
            self._neighbour(treaties[key]) if key in treaties else Neighbour(key.upper(), missing) for key in _RELATED
        )
        return (first, *african, *others, Neighbour(self._word("bilateral.mla"), missing))

    def _neighbour(self, treaty: Treaty) -> Neighbour:
        where = (("participant", "=", self.of.participant.id), ("treaty", "=", treaty.id))
        actions: list[TreatyAction] = self.store.all(Query(TreatyAction, where, order_by="-as_of"))
        own = [a for a in actions if a.act in INSTRUMENTS] or [a for a in actions if a.act in SIGNATURES]
        if not own:
            return Neighbour(name_of(treaty, self.language), self._word("ui.not_recorded"))
        action = own[0]
        state = self._word("brief.party" if action.act in INSTRUMENTS else "treaty_status.signed")
        key = self.sources.key(action.source)
        day = short_date(action.on) if action.on else ""
        note = f"{day}{key}".strip()
        return Neighbour(
            name_of(treaty, self.language), capital(state), note, action.proof is Proof.UNVERIFIED or not key
        )

    # 16 context, 17 biographies

    def context(self) -> tuple[str, ...]:
        """Return up to five lines on the bilateral context, which only the drafter writes."""
        return self.texts.all(PackPart.CONTEXT)[:MOST_CONTEXT]

    def biographies(self, meeting: Meeting | None) -> tuple[Biography, ...]:
        """Return the public careers of whom we meet and of those who matter on this file."""
        known, _ = persons_of(self.store, self.of, limit=MOST_BIOGRAPHIES + 1)
        posts = {person.id: (person, post_words(self.store, post, self.language)) for person, post in known}
        first = self.store.get(Person, meeting.counterpart) if meeting and meeting.counterpart else None
        if first:
            posts = {first.id: posts.get(first.id, (first, "")), **posts}
        return tuple(self._biography(person, post) for person, post in list(posts.values())[:MOST_BIOGRAPHIES])

    def _biography(self, person: Person, post: str) -> Biography:
        text = whole_sentences(person.biography, LONGEST_BIOGRAPHY[self.language])
        return Biography(person.name, post, text or self._word("bilateral.no_biography"))

    def event_name(self, meeting: Meeting | None) -> str:
        """Return the name of the occasion of a meeting."""
        event = self.store.get(Event, meeting.event) if meeting and meeting.event else None
        return name_of(event, self.language) if event else ""

    def _word(self, key: str, **gaps: object) -> str:
        return word(key, self.language, **gaps)


def whole_sentences(text: str, most: int) -> str:
    """Return as many whole sentences from the beginning as hold no more than so many words; the first one always."""
    kept: list[str] = []
    for sentence in filter(None, (part.strip() for part in _SENTENCES.split(text.strip()))):
        if kept and len(" ".join([*kept, sentence]).split()) > most:
            break
        kept.append(sentence)
    return " ".join(kept)
