"""Block 11 of the bilateral brief: what each side has promised the other, what is overdue first; own side only."""

from datetime import date

from hanoi_desk.briefing.bilateral_values import Pledge
from hanoi_desk.briefing.contacts import speaker_of, state_words, words_said
from hanoi_desk.briefing.situation import Situation
from hanoi_desk.briefing.sources import small
from hanoi_desk.commitments import is_open
from hanoi_desk.language import Language, age, capital, overdue, short_date, word, word_of
from hanoi_desk.records import Ask, AskDirection, AskState, Commitment, FollowUp, FollowUpState, Officer, Outreach
from hanoi_desk.store import Query, Store

MOST_PLEDGES = 12
_OWED = (AskState.OPEN, AskState.PROMISED)
_CODE = 8  # last letters of a record's id, which chance chose: they tell it apart on paper


def their_pledges(store: Store, situation: Situation, language: Language) -> tuple[tuple[Pledge, ...], int]:
    """Return their commitments under the treaty, the longest overdue first, then the newest; and how many more."""
    where = (("participant", "=", situation.participant.id), ("treaty", "=", situation.treaty.id))
    kept: list[Commitment] = store.all(Query(Commitment, where, order_by="-made_on"))
    states = {c.id: state_words(c, situation, language) for c in kept}
    late = sorted((c for c in kept if states[c.id][1]), key=lambda c: c.by or date.max)
    shown = [*late, *(c for c in kept if not states[c.id][1])][:MOST_PLEDGES]
    tasks = _next_checks(store, [c.id for c in shown])
    pledges = (_pledge(store, c, states[c.id], tasks.get(c.id), language) for c in shown)
    return tuple(pledges), len(kept) - len(shown)


def _next_checks(store: Store, ids: list[str]) -> dict[str, date]:
    """Return, by commitment, the day of our next open task on it."""
    where = (("commitment", "in", tuple(ids)), ("state", "=", FollowUpState.OPEN))
    days: dict[str, date] = {}
    for task in store.all(Query(FollowUp, where)):
        if task.commitment and task.due_on:
            days[task.commitment] = min(days.get(task.commitment, task.due_on), task.due_on)
    return days


def _pledge(
    store: Store, commitment: Commitment, state: tuple[str, bool], check: date | None, language: Language
) -> Pledge:
    level = word(f"brief.level_{commitment.level}", language) if commitment.level else ""
    said = words_said(commitment, language)
    if commitment.verbatim and not commitment.original_words.strip():
        said = f"{said} ({small(word('doc.verbatim', language))})"
    return Pledge(
        day=short_date(commitment.made_on),
        record=commitment.id[-_CODE:],
        who=", ".join(part for part in (speaker_of(store, commitment, language), level) if part),
        words=said,
        grade=f"{capital(word_of(commitment.grade, language))}, {small(word_of(commitment.form, language))}",
        state=state[0],
        check=_check(check or commitment.by, language) if is_open(commitment) else "",
        overdue=state[1],
    )


def _check(day: date | None, language: Language) -> str:
    return word("bilateral.check", language, day=short_date(day) if day else small(word("ui.not_recorded", language)))


def our_pledges(store: Store, situation: Situation, language: Language) -> tuple[tuple[Pledge, ...], int]:
    """Return what they asked of us and our tasks: the longest overdue first, then by day, then what is settled."""
    own, today = ("participant", "=", situation.participant.id), situation.moment.date()
    asks = store.all(Query(Ask, (own, ("direction", "=", AskDirection.THEIRS))))
    tasks = store.all(Query(FollowUp, (own,)))
    asked = {ask.id for ask in asks}
    rows = [(_is_owed(one), _due(one), one) for one in (*asks, *tasks) if getattr(one, "ask", None) not in asked]
    rows.sort(key=lambda row: (not row[0], row[1] if row[0] else -row[1], row[2].id))
    shown = rows[:MOST_PLEDGES]
    return tuple(_ours(store, one, today, language) for *_, one in shown), len(rows) - len(shown)


def _is_owed(one: Ask | FollowUp) -> bool:
    return one.state in _OWED or one.state is FollowUpState.OPEN


def _due(one: Ask | FollowUp) -> int:
    """Return the day by which something is owed, or on which it was settled, as a number to sort by."""
    settled = one.answered_on if isinstance(one, Ask) else one.closed_on
    day = one.due_on if _is_owed(one) else settled or one.due_on
    return (day or (date.max if _is_owed(one) else date.min)).toordinal()


def _ours(store: Store, one: Ask | FollowUp, today: date, language: Language) -> Pledge:
    late = _is_owed(one) and one.due_on is not None and one.due_on < today
    owner = store.get(Officer, one.owner) if one.owner else None
    missing = word("ui.not_recorded", language)
    outreach = store.get(Outreach, one.outreach) if one.outreach else None
    made_on = (one.asked_on if isinstance(one, Ask) else None) or (outreach.held_on if outreach else None)
    if isinstance(one, Ask):
        kind = word("bilateral.asked", language, kind=word(f"ask_kind.{one.kind.value}", language))
    else:
        kind = word("bilateral.task", language)
    state = word_of(one.state, language)
    if late and one.due_on:
        state = overdue(one.due_on, today, language)
    elif _is_owed(one) and one.due_on:
        state = f"{state}, {age(one.due_on, today, language)}"
    return Pledge(
        day=short_date(made_on) if made_on else missing,
        record=one.id[-_CODE:],
        who=owner.name if owner else missing,
        words=one.what.strip() or missing,
        grade=kind,
        state=state,
        check=_check(one.due_on, language) if _is_owed(one) else "",
        overdue=late,
    )
