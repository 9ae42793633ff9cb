"""Collects what is left with the other side: an aide-mémoire or a non-paper, with nothing internal in it.

It holds verified facts and, word for word, those rows of the message bank that rest on official pages and speak in the
third person. What a drafter wrote for the paper is taken where nothing in it names our own files.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hanoi_desk.board import CONVENTION
from hanoi_desk.briefing.bilateral import OwnCountry
from hanoi_desk.briefing.in_sentences import in_sentence
from hanoi_desk.briefing.pack_texts import PackTexts, texts_for
from hanoi_desk.briefing.points import OURS, REQUEST, points_for
from hanoi_desk.briefing.situation import Situation, situation_of
from hanoi_desk.briefing.sources import Sources
from hanoi_desk.briefing.strip import Strip
from hanoi_desk.briefing.verified import Verified
from hanoi_desk.language import Language, bound, long_date, word
from hanoi_desk.records import (
    Ask,
    Commitment,
    DomesticStep,
    FollowUp,
    Message,
    Officer,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    PackPart,
    PackText,
    Person,
    Record,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.text import fold
from hanoi_desk.treaty import LegalStep

#: The section by which a pack is a non-paper: without head, day and name.
NON_PAPER = "non_paper"
_MOST_POINTS = 6
_OFFICIAL = re.compile(r"\[A\]")  # no [A idea], no [A for January]
_ADDRESSED = re.compile(
    r"\b(you|your|yours|we|our|ours|us|please|Quý quốc|Quý vị|chúng tôi|chúng ta|đề nghị)\b|\?", re.IGNORECASE
)
_OUR_NAMES = re.compile(r"\bviet[ -]?nam|\bvn\b")  # in a folded text
_SHORTEST_NAME = 5  # letters; a shorter one may be any word
_INTERNAL: dict[type[Record], tuple[str, ...]] = {
    Officer: ("name",),
    Person: ("name", "notes", "biography"),
    OutreachPerson: ("name",),
    Outreach: ("summary", "notes", "comment", "purpose", "questions"),
    OutreachCountry: ("said", "quote", "next_step"),
    Commitment: ("words", "original_words", "condition", "reciprocal", "grade_reason"),
    FollowUp: ("what", "reason"),
    Ask: ("what", "answer"),
    DomesticStep: ("text",),
}


class LeaveBehindKind(StrEnum):
    """What is left behind: dated, or without head, day and name."""

    AIDE_MEMOIRE = "aide_memoire"
    NON_PAPER = "non_paper"


class Internal(ValueError):
    """A text that is to be handed over holds words of our own files, which `found` names."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveBehind:
    """The whole of a paper that is handed over; there is nothing on it that does not stand here."""

    kind: LeaveBehindKind
    language: Language
    heading: str  # nothing on a non-paper
    paragraphs: tuple[str, ...]
    dated: str  # nothing on a non-paper
    day: date | None
    subject: str  # the title that a reader of the file shows

    def text(self) -> str:
        """Return the complete text, as it has to be read before the paper is written."""
        return "\n\n".join(part for part in (self.heading, *self.paragraphs, self.dated) if part)


def collect_leave_behind(
    store: Store,
    participant_id: str,
    *,
    kind: LeaveBehindKind,
    language: Language,
    now: datetime,
    texts: Sequence[PackText] = (),
    treaty_key: str = CONVENTION,
) -> LeaveBehind:
    """Return the paper for a participant at `now`, an aware moment; `texts` are those of a leave-behind.

    Raises UnknownCountry, OwnCountry for Viet Nam, and Internal where a text of the drafter names our own files.
    """
    situation = situation_of(store, participant_id, now, treaty_key)
    if situation.participant.key == OURS:
        raise OwnCountry(participant_id)
    is_dated = kind is LeaveBehindKind.AIDE_MEMOIRE
    facts = [fact.text for fact in Verified(store, situation, language, Sources(store, language), True).facts()]
    points = [
        text
        for text in _points(store, situation, texts_for(texts, participant_id, language))
        if is_dated or not _names_us(text)
    ]
    paragraphs = [*_opening(situation, language), *facts, *_next_step(store, situation, language), *points]
    numbered = (f"{at}. {text}" for at, text in enumerate(paragraphs, 1)) if is_dated else paragraphs
    document = LeaveBehind(
        kind=kind,
        language=language,
        heading=word("outreach.aide_memoire", language).upper() if is_dated else "",
        paragraphs=tuple(numbered),
        dated=_dated(now.date(), language) if is_dated else "",
        day=now.date() if is_dated else None,
        subject=word("leave.subject", language),
    )
    if found := internal_words(store, document.text()):
        raise Internal(found)
    return document


def _opening(situation: Situation, language: Language) -> Iterator[str]:
    adopted = situation.treaty.concluded_on
    if adopted:
        yield bound(word("leave.opening", language, day=long_date(adopted, language)))


def _next_step(store: Store, situation: Situation, language: Language) -> Iterator[str]:
    """Say what is open to the State, unless a report disputes where it stands."""
    if Strip(store, situation, language, Sources(store, language)).conflicts():
        return
    closes = situation.treaty.closes_on
    step = situation.next_step
    if step in (LegalStep.SIGN_OR_ACCEDE, LegalStep.SIGN, LegalStep.RATIFY, LegalStep.ACCEDE):
        key = "ratify_organization" if step is LegalStep.RATIFY and situation.is_organization else step.value
        name, day = in_sentence(situation.participant, language), long_date(closes, language) if closes else ""
        yield bound(word(f"leave.step_{key}", language, name=name, day=day))


def _points(store: Store, situation: Situation, texts: PackTexts) -> Iterator[str]:
    messages: list[Message] = store.all(Query(Message))
    changed, left_out, language = texts.replaced(PackPart.POINT), texts.left_out(), texts.language
    usable = [m for m in messages if m.id not in left_out and is_for_others(m, language)]
    ids = {m.code: m.id for m in usable}
    for point in points_for(usable, situation, language, limit=_MOST_POINTS):
        # The bank speaks no French, and a paper that is handed over is in one language.
        text = changed.get(ids[point.code], "" if language is Language.FR else point.text)
        if point.code != REQUEST and text:
            yield bound(text)
    for text in texts.added(PackPart.POINT):
        yield bound(text)


def is_addressed(text: str) -> bool:
    """Tell whether a text speaks to the reader or of ourselves, which nothing does that is handed over."""
    return bool(_ADDRESSED.search(text))


def is_for_others(message: Message, language: Language) -> bool:
    """Tell whether a row may be handed over: wholly from official pages, in the third person, and true tomorrow too."""
    text = message.point_vi if language is Language.VI else message.point_en
    is_official = bool(_OFFICIAL.match(message.source_text)) and "UNVERIFIED" not in message.source_text
    return is_official and bool(text.strip()) and "{" not in text and not _ADDRESSED.search(text)


def unsaid_lines(texts: Sequence[PackText], participant_id: str, language: Language) -> tuple[str, ...]:
    """Return what a drafter wrote for a non-paper and does not stand on it, for it names us."""
    own = texts_for(texts, participant_id, language)
    lines = (*own.replaced(PackPart.POINT).values(), *own.added(PackPart.POINT))
    return tuple(dict.fromkeys(line for line in lines if _names_us(line)))


def _names_us(text: str) -> bool:
    return bool(_OUR_NAMES.search(fold(text)))


def _dated(day: date, language: Language) -> str:
    text = long_date(day, language)
    return text[:1].upper() + text[1:]


def internal_words(store: Store, text: str) -> str:
    """Return words of our own files that stand in a text, nothing where there are none."""
    wanted = f" {fold(text)} "
    return next((words for words in _of_our_files(store) if f" {fold(words)} " in wanted), "")


def _of_our_files(store: Store) -> Iterable[str]:
    for kind, fields in _INTERNAL.items():
        for record in store.all(Query(kind)):
            for name in fields:
                words = str(getattr(record, name)).strip()
                if len(words) >= _SHORTEST_NAME:
                    yield words
