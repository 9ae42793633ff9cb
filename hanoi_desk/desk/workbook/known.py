"""What a desk knows of names when a workbook is read: taken once from the store, then used without it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar

from hanoi_desk.desk.register import CONVENTION, treaty_id
from hanoi_desk.language import Language, word_of
from hanoi_desk.names import Named, NameIndex, called
from hanoi_desk.persons import names_of, words_of
from hanoi_desk.records import (
    Appointment,
    Event,
    EventKind,
    Grade,
    Mission,
    Officer,
    Organisation,
    OutreachKind,
    Participant,
    Person,
    PromisedAct,
    fixed_id,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.text import fold

PersonKey = tuple[str, tuple[str, ...]]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Known:
    """The names of a desk, and who takes the workbook in, on which day."""

    countries: NameIndex
    keys: Mapping[str, str]  # participant's key -> id
    names: Mapping[str, Participant]
    organisations: NameIndex
    persons: Mapping[PersonKey, tuple[str, ...]]
    posts: Mapping[str, tuple[Appointment, ...]]
    officers: Mapping[str, tuple[str, ...]]  # whole names and given names, folded
    events: Mapping[str, tuple[Event, ...]]
    officer: str | None
    mission: str | None
    treaty: str
    today: date


def known_names(store: Store, today: date) -> Known:
    """Return what this desk knows of names now."""
    participants = store.all(Query(Participant))
    officer, mission = store.get(Officer, store.who), store.get(Mission, store.local("mission") or "")
    return Known(
        countries=NameIndex(called(p) for p in participants),
        keys={p.key: p.id for p in participants},
        names={p.id: p for p in participants},
        organisations=NameIndex(map(_named, store.all(Query(Organisation)))),
        persons=_grouped(
            (person_key(name, person.participant), person.id)
            for person in store.all(Query(Person))
            for name in names_of(person)
        ),
        posts=_grouped((post.person, post) for post in store.all(Query(Appointment))),
        officers=_grouped((name, one.id) for one in store.all(Query(Officer)) for name in _officer_names(one.name)),
        events=_grouped((name, one) for one in store.all(Query(Event)) for name in _event_names(one)),
        officer=officer.id if officer else None,
        mission=mission.id if mission else None,
        treaty=treaty_id(CONVENTION),
        today=today,
    )


def person_key(name: str, participant: str | None) -> PersonKey:
    """Return what two spellings of one person's name have in common: country and words, without accents and order."""
    return participant or "", tuple(sorted(words_of(name)))


def person_id(key: PersonKey) -> str:
    """Return the identifier of a person that a workbook brings, equal on every laptop."""
    return fixed_id("workbook", "person", key[0], " ".join(key[1]))


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    found: dict[K, dict[V, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}


def _named(body: Organisation) -> Named:
    names = (body.name_vi, body.name_en, body.name_fr, body.acronym)
    return Named(body.id, tuple(dict.fromkeys(filter(None, names))))


def _officer_names(name: str) -> set[str]:
    words = fold(name).split()
    return {" ".join(words), words[-1]} if words else set()


def _event_names(event: Event) -> set[str]:
    return {fold(event.name), fold(event.name_vi)} - {""}


# ---- words of closed lists ----


@cache
def _spoken(kind: type[StrEnum]) -> Mapping[str, str]:
    """Return the value that each word means, in every language, and each value itself."""
    found = {fold(member.value.replace("_", " ")): member.value for member in kind}
    for language in Language:
        found |= {fold(word_of(member, language)): member.value for member in kind}
    return found


_CONTACTS = {
    "hop": OutreachKind.BILATERAL, "gap": OutreachKind.BILATERAL, "gap song phuong": OutreachKind.BILATERAL,
    "tiep": OutreachKind.BILATERAL, "tiep xuc": OutreachKind.BILATERAL, "meeting": OutreachKind.BILATERAL,
    "chao xa giao": OutreachKind.COURTESY_CALL, "courtesy": OutreachKind.COURTESY_CALL,
    "ben le": OutreachKind.MARGINS, "gap ben le": OutreachKind.MARGINS, "in the margins": OutreachKind.MARGINS,
    "dien dam": OutreachKind.PHONE_CALL, "dien thoai": OutreachKind.PHONE_CALL, "goi dien": OutreachKind.PHONE_CALL,
    "phone": OutreachKind.PHONE_CALL, "call": OutreachKind.PHONE_CALL, "truc tuyen": OutreachKind.VIDEO_CALL,
    "video": OutreachKind.VIDEO_CALL, "online": OutreachKind.VIDEO_CALL, "thu": OutreachKind.LETTER,
    "cong ham": OutreachKind.NOTE_VERBALE, "note": OutreachKind.NOTE_VERBALE, "nv": OutreachKind.NOTE_VERBALE,
    "chieu dai": OutreachKind.RECEPTION, "tiec": OutreachKind.RECEPTION, "lunch": OutreachKind.WORKING_MEAL,
    "dinner": OutreachKind.WORKING_MEAL, "an trua": OutreachKind.WORKING_MEAL, "an toi": OutreachKind.WORKING_MEAL,
    "hoi thao": OutreachKind.SEMINAR, "hoi dam": OutreachKind.TALKS, "mail": OutreachKind.EMAIL,
}  # fmt: skip

# The first of these whose words stand in a promise tells the act; "sign and ratify" is ratifying.
_ACTS = (
    (PromisedAct.ACCEDE, re.compile(r"\b(?:gia nhap|acced\w*|accession)\b")),
    (PromisedAct.RATIFY, re.compile(r"\b(?:phe chuan|ratif\w*)\b")),
    (PromisedAct.APPROVE, re.compile(r"\b(?:phe duyet|approv\w*)\b")),
    (PromisedAct.ACCEPT, re.compile(r"\b(?:chap nhan|accept\w*)\b")),
    (PromisedAct.SIGN, re.compile(r"\b(?:ky|ki|sign\w*)\b(?! hop)")),
)
_DONE = frozenset(
    {"x", "xong", "da xong", "roi", "co", "da lam", "hoan thanh", "da hoan thanh"}
    | {"done", "yes", "completed", "closed", "ok", "v", "✓", "✔", "true", "1"}
)
_DROPPED = frozenset({"bo", "huy", "dropped", "cancelled", "khong lam"})


def contact_kind(text: str) -> OutreachKind | None:
    """Return the kind of contact that words mean, in any of our languages, or None."""
    value = _spoken(OutreachKind).get(fold(text))
    return OutreachKind(value) if value else _CONTACTS.get(fold(text))


def event_kind(text: str) -> EventKind | None:
    """Return the kind of event that words mean, or None."""
    value = _spoken(EventKind).get(fold(text))
    return EventKind(value) if value else None


def promised_act(text: str) -> PromisedAct | None:
    """Return the act that words name, or None: the one that binds most."""
    folded = fold(text)
    value = _spoken(PromisedAct).get(folded)
    if value:
        return PromisedAct(value)
    return next((act for act, pattern in _ACTS if pattern.search(folded)), None)


def grade(text: str) -> Grade | None:
    """Return the grade that a figure, an X or its words mean, or None."""
    first = text.strip()[:1].upper()
    value = _spoken(Grade).get(fold(text)) or next((one.value for one in Grade if one.value == first), None)
    return Grade(value) if value else None


def is_done(text: str) -> bool | None:
    """Return whether words say that a task is done, None where they say that it was dropped."""
    folded = fold(text)
    if folded in _DROPPED:
        return None
    return folded in _DONE
