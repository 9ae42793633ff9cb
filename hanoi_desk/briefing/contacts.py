"""Blocks 8 to 10 of the brief: their commitments, last contacts and what is next, people."""

import re
from collections.abc import Sequence
from datetime import date

from hanoi_desk.briefing.situation import Situation, said_by
from hanoi_desk.briefing.sources import small
from hanoi_desk.briefing.values import Contact, Contactee, Promise
from hanoi_desk.commitments import Outcome, reconcile
from hanoi_desk.language import Language, age, capital, name_of, overdue, promised_for, short_date, sign, word, word_of
from hanoi_desk.records import (
    Appointment,
    Commitment,
    FileAuthority,
    FollowUp,
    FollowUpState,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    Side,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.text import ended

PROMISES, CONTACTS, TASKS, PEOPLE = 3, 2, 3, 2
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ỹ])|\n")
_ONE_LINE = 110  # letters that make about one line and a half; a longer summary gives its first sentence


def promises_of(store: Store, situation: Situation, language: Language) -> tuple[tuple[Promise, ...], int]:
    """Return the newest commitments under the treaty, and how many more there are."""
    where = (("participant", "=", situation.participant.id), ("treaty", "=", situation.treaty.id))
    newest = store.all(Query(Commitment, where=where, order_by="-made_on", limit=PROMISES))
    more = store.count(Query(Commitment, where=where)) - len(newest)
    return tuple(_promise(store, c, situation, language) for c in newest), more


def _promise(store: Store, commitment: Commitment, situation: Situation, language: Language) -> Promise:
    state, is_late = state_words(commitment, situation, language)
    return Promise(
        made_on=short_date(commitment.made_on),
        who=speaker_of(store, commitment, language),
        words=words_said(commitment, language),
        grade=f"{capital(word_of(commitment.grade, language))}, {small(word_of(commitment.form, language))}",
        state=state,
        overdue=is_late,
    )


def speaker_of(store: Store, commitment: Commitment, language: Language) -> str:
    """Return the post of who said it, as it was on the day; the name only where the post is not known."""
    if commitment.speaker_title.strip():
        return commitment.speaker_title
    person = store.get(Person, commitment.speaker) if commitment.speaker else None
    return person.name if person else word("ui.not_recorded", language)


def words_said(commitment: Commitment, language: Language) -> str:
    """Return what was said: in quotation marks only where taken down word for word, a translation named as one."""
    ours, theirs = commitment.words.strip(), commitment.original_words.strip()
    if commitment.verbatim and theirs:
        translated = f" = {ours} ({word('doc.translation', language).lower()})" if ours else ""
        return f"“{theirs}”{translated}"
    if commitment.verbatim and ours:
        return f"“{ours}”"
    said = ours or theirs
    return said or f"{capital(word_of(commitment.act, language))} {promised_for(commitment, language)}"


def state_words(commitment: Commitment, situation: Situation, language: Language) -> tuple[str, bool]:
    """Return what has become of it by the record, in words, and whether its day has passed with nothing done."""
    held = reconcile(commitment, situation.ledger, situation.steps)
    today = situation.today
    if held.outcome is Outcome.PASSED and commitment.by:
        return overdue(commitment.by, today, language), True
    if held.outcome in (Outcome.TO_CONVERT, Outcome.CONTRADICTED):
        return word(f"brief.promise_{held.outcome.value}", language), False
    words = word(f"commitment_state.{held.outcome.value}", language)
    if held.outcome is Outcome.OPEN:
        return (f"{words}, {age(commitment.by, today, language)}" if commitment.by else words), False
    on = held.shown_on or commitment.closed_on
    return (f"{words} {short_date(on)}" if on else words), False


def contacts_of(store: Store, situation: Situation, language: Language) -> tuple[tuple[Contact, ...], int]:
    """Return the last contacts, the next planned one and open tasks, in that order, and how many tasks more there are.

    The rank of a line tells which goes first where the page lacks room: 0 stays longest.
    """
    today = situation.moment.date()
    last = situation.contacts[:CONTACTS]
    spoke = _spoke(store, situation, [outreach.id for outreach, _ in last])
    lines = [
        _contact(outreach, said, language, rank=rank * 3, who=spoke.get(outreach.id, ""))
        for rank, (outreach, said) in enumerate(last)
    ]
    lines += _planned(store, situation, today, language)
    tasks, more = _tasks(store, situation, today, language)
    return (*lines, *tasks), more


def _spoke(store: Store, situation: Situation, held: list[str]) -> dict[str, str]:
    """Return, by contact, the post that the highest of theirs held on the day."""
    where = (("outreach", "in", tuple(held)), ("side", "=", Side.THEIRS))
    there = store.all(Query(OutreachPerson, where=where))
    own = [p for p in there if p.participant in (None, situation.participant.id) and p.title.strip()]
    ranked = sorted(own, key=lambda p: (p.participant is None, not p.lead, p.level or 9, p.position), reverse=True)
    return {person.outreach: person.title for person in ranked}


def _contact(
    outreach: Outreach, said: OutreachCountry, language: Language, rank: int, who: str = "", lead: str = ""
) -> Contact:
    kind = word_of(outreach.kind, language)
    level = who or (word(f"brief.level_{said.level}", language) if said.level else "")
    head = ", ".join(part for part in (small(kind) if lead else capital(kind), level) if part)
    if lead:
        news = ", ".join(part for part in (first_sentence(outreach.summary), outreach.place) if part)
    else:
        news = first_sentence(said.said) or first_sentence(outreach.summary) or outreach.place
    text = (f"{head}{sign(': ', language)}{news}" if news else head).rstrip()
    return Contact(short_date(outreach.held_on), ended(text), lead, rank)


def _planned(store: Store, situation: Situation, today: date, language: Language) -> list[Contact]:
    with_it = Query(OutreachCountry, where=(("participant", "=", situation.participant.id),), select="outreach")
    where = (("id", "in", with_it), ("held_on", ">", today))
    ahead = store.all(Query(Outreach, where=where, order_by="held_on", limit=1))
    said = said_by(store, situation.participant.id, ahead)
    return [_contact(o, said[o.id], language, rank=2, lead=word("brief.planned", language)) for o in ahead]


def _tasks(store: Store, situation: Situation, today: date, language: Language) -> tuple[list[Contact], int]:
    where = (("participant", "=", situation.participant.id), ("state", "=", FollowUpState.OPEN))
    open_tasks: list[FollowUp] = store.all(Query(FollowUp, where=where, order_by="due_on"))
    open_tasks.sort(key=lambda task: (task.due_on is None, task.due_on or date.max))
    shown = [_task(store, t, today, language, rank) for rank, t in enumerate(open_tasks[:TASKS])]
    return shown, len(open_tasks) - len(shown)


def _task(store: Store, task: FollowUp, today: date, language: Language, rank: int) -> Contact:
    late = task.due_on is not None and task.due_on < today
    owner = store.get(Officer, task.owner) if task.owner else None
    text = task.what.strip().rstrip(".") + (f" ({owner.name})." if owner else ".")
    lead = word("ui.overdue" if late else "brief.to_do", language)
    day = short_date(task.due_on) if task.due_on else ""
    return Contact(day, text, lead, rank=1 if late and not rank else 4 + rank)


def first_sentence(text: str) -> str:
    """Return a text of about one line as it is, and of a longer one its first sentence."""
    text = text.strip()
    return text if len(text) <= _ONE_LINE and "\n" not in text else _SENTENCE_END.split(text, maxsplit=1)[0].strip()


def people_of(store: Store, situation: Situation, language: Language) -> tuple[tuple[Contactee, ...], int]:
    """Return whom to talk to, those who decide or draft on this file first, then by rank; and how many more."""
    known, more = persons_of(store, situation, limit=PEOPLE)
    return tuple(_person(store, person, post, language) for person, post in known), more


def persons_of(store: Store, situation: Situation, *, limit: int) -> tuple[tuple[tuple[Person, Appointment], ...], int]:
    """Return persons with a post today, those who decide or draft on this file first; and how many more."""
    today = situation.moment.date()
    posts = store.all(Query(Appointment, where=(("participant", "=", situation.participant.id),)))
    current = sorted((p for p in posts if p.to_on is None or p.to_on >= today), key=_importance)
    persons = list(dict.fromkeys(post.person for post in current))
    by_id = {p.id: p for p in store.many(Person, persons[:limit])}
    first = {post.person: post for post in reversed(current)}
    shown = tuple((by_id[id_], first[id_]) for id_ in persons[:limit] if id_ in by_id)
    return shown, len(persons) - len(shown)


_AUTHORITY = (FileAuthority.DECIDES, FileAuthority.DRAFTS, FileAuthority.RELAYS, FileAuthority.NONE_KNOWN)


def _importance(post: Appointment) -> tuple[int, int, str]:
    return _AUTHORITY.index(post.authority), post.level or 9, post.id


def _person(store: Store, person: Person, post: Appointment, language: Language) -> Contactee:
    title = post_words(store, post, language)
    said = word("brief.say", language, name=person.pronunciation.strip() or word("ui.not_recorded", language))
    return Contactee(
        " · ".join(part for part in (person.name, title) if part),
        " · ".join(part for part in (said, spoken(person.languages, language)) if part),
    )


def post_words(store: Store, post: Appointment, language: Language) -> str:
    """Return a post with its body: "Director, Ministry of Justice"."""
    body = store.get(Organisation, post.organisation) if post.organisation else None
    return ", ".join(part for part in (post.title, name_of(body, language) if body else "") if part)


def spoken(languages: Sequence[str], language: Language) -> str:
    """Return languages by name; a code that has no name here stays as it was typed."""
    return ", ".join(_language_name(code, language) for code in languages)


def _language_name(code: str, language: Language) -> str:
    try:
        return word(f"language.{code.strip().casefold()}", language)
    except KeyError:
        return code
