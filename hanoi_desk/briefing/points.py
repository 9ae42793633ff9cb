"""Which points to make and which answers to have ready, chosen by rule from the message bank (practice.md 5.3)."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hanoi_desk.assets import asset
from hanoi_desk.briefing.articles import articles_in
from hanoi_desk.briefing.situation import Situation
from hanoi_desk.briefing.values import Answer, Point
from hanoi_desk.language import Language, bound, capital, word, word_key
from hanoi_desk.records import Audience, DomesticStage, Evidence, Message, Objection

REQUEST, DOOR, UNION = "K-01", "M-06", "R-01"
HOST, BEFORE, AFTER, QUESTION = "H-", "B-", "A-", "Q-"

# Vietnamese is written in syllables, of which about three make two words.
_LONGEST = {Language.EN: 30, Language.VI: 45, Language.FR: 30}
LONGEST_ON_SHEET = {Language.EN: 35, Language.VI: 53, Language.FR: 35}
_USABLE = (Evidence.A, Evidence.B)

_ANSWERS: dict[Objection, tuple[str, ...]] = {
    Objection.RIGHTS: ("Q-01", "Q-02", "Q-03", "Q-11"),
    Objection.RESEARCH: ("Q-04",),
    Objection.SCOPE: ("Q-05", "Q-09"),
    Objection.OVERLAP: ("Q-06",),
    Objection.CALENDAR: ("Q-07",),
    Objection.RESOURCES: ("Q-08",),
    Objection.RESERVATIONS: ("Q-10", "Q-12", "Q-18"),
    Objection.ORIGIN: ("Q-15",),
    Objection.OTHERS_FIRST: ("Q-16",),
    Objection.CIVIL_SOCIETY: ("Q-17",),
}
#: What is raised most often, in the order of practice.md 5.2, for when nothing is on file.
_COMMON = ("Q-07", "Q-06", "Q-11", "Q-01", "Q-16", "Q-05")
_NO_QUESTION = "Q-20"  # handling for our side only, never an answer
#: What is said to another State; of our own nothing is asked by it.
SECOND_PERSON = re.compile(r"\b(you|your|yours|Quý quốc|Quý vị)\b", re.IGNORECASE)
OURS = "VN"
_NOT_FOR_ORGANIZATIONS = re.compile(r"\b(parliament|nghị viện|ministry|cơ quan nào)\b", re.IGNORECASE)
_AFTER_APPROVAL = "S-05"
_BY_STAGE = {DomesticStage.LEGAL_REVIEW: "S-03", DomesticStage.PARLIAMENT_SUBMITTED: "S-04"}


@dataclass(frozen=True, slots=True)
class _Choice:
    message: Message
    reason: str  # the key of the reason's words
    always: bool = False


def points_for(
    messages: Iterable[Message], situation: Situation, language: Language, *, limit: int = 6
) -> tuple[Point, ...]:
    """Return the points to make, in the order of speaking, with the reason of each choice in words.

    Always among them are a point about our part as host, the one on signature and deposit, for a member of the EU the
    one on the Union's instrument, and, last, our requests. Left out are unverified points, those too long to say, those
    with a gap that nothing fills, and points for signing or accession on the wrong side of the last day of signature.
    """
    bank = {m.code: m for m in messages}
    chosen = list(_chosen(bank, situation, language))
    room = max(0, limit - sum(choice.always for choice in chosen))
    kept: list[_Choice] = []
    for choice in chosen:
        if choice.always or room > 0:
            kept.append(choice)
            room -= not choice.always
    return tuple(_point(choice, situation, language) for choice in kept)


def answers_for(
    messages: Iterable[Message],
    situation: Situation,
    language: Language,
    *,
    limit: int = 3,
    longest: Mapping[Language, int] = LONGEST_ON_SHEET,
) -> tuple[Answer, ...]:
    """Return questions that may be raised, with answers: first what is on file as raised, then what is common.

    Left out are answers of more than `longest` words.
    """
    bank = {m.code: m for m in messages if m.code.startswith(QUESTION) and m.code != _NO_QUESTION}
    audiences = audiences_of(situation) | {Audience.ALL}
    found: dict[str, str] = {}
    for objection in situation.objections:
        rows = sorted((c for c in _ANSWERS[objection] if c in bank), key=lambda c: bank[c].evidence not in _USABLE)
        found |= dict.fromkeys(rows[:1], "brief.why_raised")
    for code in _COMMON:
        message = bank.get(code)
        if message and message.evidence in _USABLE and audiences & set(message.audiences):
            found.setdefault(code, "brief.why_common")
    answers = (_answer(bank[code], why, language) for code, why in found.items())
    return tuple(a for a in answers if a and len(a.text.split()) <= longest[language])[:limit]


def _chosen(bank: dict[str, Message], situation: Situation, language: Language) -> Iterator[_Choice]:
    """Yield candidates in the order of speaking; the first of each audience before the second of any."""
    usable = [m for m in bank.values() if _is_usable(m, situation, language)]
    by_audience = [(a, key, _ranked(usable, a, situation)) for a, key in _reasons(situation)]
    taken: set[str] = set()
    for place in range(max((len(rows) for *_, rows in by_audience), default=0)):
        for _, key, rows in by_audience:
            if place < len(rows) and rows[place].code not in taken:
                taken.add(rows[place].code)
                yield _Choice(rows[place], key)
    if situation.participant.eu_member and UNION in bank:
        yield _Choice(bank[UNION], "audience.reio_member", always=True)
    if DOOR in bank:
        yield _Choice(bank[DOOR], "brief.why_always", always=True)
    host = next((m for m in usable if m.code.startswith(HOST)), None)
    if host:
        yield _Choice(host, "brief.why_host", always=True)
    if REQUEST in bank:  # a request asserts nothing, so that its tag does not matter
        yield _Choice(bank[REQUEST], "brief.why_request", always=True)


def _reasons(situation: Situation) -> list[tuple[Audience, str]]:
    """Return the audiences that it belongs to, the legal situation first, with the keys of their reasons."""
    present = audiences_of(situation)
    return [(audience, f"audience.{audience.value}") for audience in _AUDIENCES if audience in present]


_AUDIENCES = (
    Audience.PARTY,
    Audience.SIGNATORY_NOT_RATIFIED,
    Audience.NON_SIGNATORY_BEFORE_CLOSE,
    Audience.NON_SIGNATORY_AFTER_CLOSE,
    Audience.CRITICAL,
    Audience.REIO_MEMBER,
    Audience.BUDAPEST_PARTY,
    Audience.ASEAN,
    Audience.AFRICAN_GROUP,
    Audience.SMALL_STATE_CAPACITY,
)


def audiences_of(situation: Situation) -> set[Audience]:
    """Return the audiences of the bank to which a State belongs as it stands."""
    if situation.has_joined:
        legal = Audience.PARTY
    elif situation.is_signatory:
        legal = Audience.SIGNATORY_NOT_RATIFIED
    elif situation.days_left is not None:
        legal = Audience.NON_SIGNATORY_BEFORE_CLOSE
    else:
        legal = Audience.NON_SIGNATORY_AFTER_CLOSE
    flags = {
        Audience.CRITICAL: situation.is_critical,
        Audience.REIO_MEMBER: situation.participant.eu_member,
        Audience.BUDAPEST_PARTY: situation.is_budapest_party,
        Audience.ASEAN: "asean" in situation.participant.memberships,
        Audience.AFRICAN_GROUP: situation.is_african,
        Audience.SMALL_STATE_CAPACITY: situation.is_small,
    }
    return {legal, *(audience for audience, holds in flags.items() if holds)}


def _is_usable(message: Message, situation: Situation, language: Language) -> bool:
    text = _text(message, language)
    if message.evidence not in _USABLE or message.code in (REQUEST, DOOR, UNION) or message.code.startswith(QUESTION):
        return False
    if situation.days_left is None and message.code.startswith(BEFORE):
        return False
    if situation.days_left is not None and message.code.startswith(AFTER):
        return False
    if situation.participant.key == OURS and SECOND_PERSON.search(text):
        return False
    if situation.is_organization and _NOT_FOR_ORGANIZATIONS.search(text):
        return False
    return len(text.split()) <= _LONGEST[language] and "{" not in text.replace("{days}", "")


def _ranked(usable: Sequence[Message], audience: Audience, situation: Situation) -> list[Message]:
    """Return the rows for an audience: what fits the stage at home, then official sources, then as in the bank."""
    fitting = _BY_STAGE.get(situation.step.stage) if situation.step else None
    fitting = _AFTER_APPROVAL if situation.is_approved_at_home else fitting
    rows = [m for m in usable if audience in m.audiences]
    return sorted(rows, key=lambda m: (m.code != fitting, m.evidence, not m.code.startswith("S-"), m.code))


def _point(choice: _Choice, situation: Situation, language: Language) -> Point:
    message = choice.message
    return Point(
        code=message.code,
        text=bound(said(message, language, situation.days_left)),
        articles=articles_in(message.articles, language),
        reason=capital(word(choice.reason, language)),
        unverified=are_articles_unchecked(message),
        request=message.code == REQUEST,
    )


def said(message: Message, language: Language, days_left: int | None) -> str:
    """Return the sentence of a row as it is said when so many days remain for signature."""
    text = _text(message, language)
    if "{days}" not in text:
        return text
    left = days_left or 0
    head, _, _ = text.rpartition("; ")
    language = Language.EN if language is Language.FR else language  # as the sentence around it
    return f"{head}; {word('brief.days_remain', language, n=left) if left else word('brief.today_is_last', language)}."


def _text(message: Message, language: Language) -> str:
    return message.point_vi if language is Language.VI and message.point_vi else message.point_en


def are_articles_unchecked(message: Message) -> bool:
    """Tell whether the bank tags the row's article numbers as not checked against the authentic text."""
    return bool(message.articles) and "[C" in message.source_text


def is_unchecked(message: Message) -> bool:
    """Tell whether the row rests on general knowledge only, or its article numbers are not checked."""
    return message.evidence not in _USABLE or are_articles_unchecked(message)


def is_held_back(message: Message) -> bool:
    """Tell whether no rule chooses the point until it is checked, as it would otherwise."""
    always = (REQUEST, DOOR, UNION)
    return message.evidence not in _USABLE and message.code not in always and not message.code.startswith(QUESTION)


def uses_of(message: Message) -> tuple[str, ...]:
    """Return the keys of the words that say for whom, or upon what objection, the rules choose a row of the bank.

    Empty for a row that only a drafter can choose.
    """
    code = message.code
    if code.startswith(QUESTION):
        raised = tuple(word_key(objection) for objection, codes in _ANSWERS.items() if code in codes)
        return (*raised, *(("brief.why_common",) if code in _COMMON else ()))
    own = {REQUEST: "brief.why_request", DOOR: "brief.why_always", UNION: "audience.reio_member"}
    if code in own:
        return (own[code],)
    host = ("brief.why_host",) if code.startswith(HOST) else ()
    return (*host, *(word_key(audience) for audience in _AUDIENCES if audience in message.audiences))


def question_of(message: Message, language: Language) -> str:
    """Return the question that a row answers; empty for a point, and where no question is asked by it."""
    return _questions().get(message.code, {}).get(language, "")


def _answer(message: Message, why: str, language: Language) -> Answer | None:
    question = question_of(message, language)
    if not question:
        return None
    return Answer(
        code=message.code,
        question=question,
        text=bound(_text(message, language)),
        articles=articles_in(message.articles, language),
        reason=capital(word(why, language)),
        unverified=message.evidence not in _USABLE,
        articles_unverified=are_articles_unchecked(message),
    )


@cache
def _questions() -> dict[str, dict[Language, str]]:
    with asset("data/message_bank.csv").open(encoding="utf-8-sig", newline="") as file:
        return {
            row["id"]: {one: row["raised_vi" if one is Language.VI else "raised_en"] for one in Language}
            for row in csv.DictReader(file)
        }
