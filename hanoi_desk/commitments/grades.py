"""How firm a promise is: graded by its words, aged by the calendar, counted with the caution of practice.md, 3.3."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from hanoi_desk.records import Commitment, CommitmentState, Form, Grade, Precision, PromisedAct
from hanoi_desk.values import Value, frozen

#: Days after which a promise without new evidence needs renewal.
RENEW_AFTER = 180

#: Acts that bind; a promise of one is kept by any instrument on deposit, for each makes a Party. One that promised to
#: ratify without having signed can only accede, and one that promised to accede may sign and ratify instead.
TO_BE_BOUND = frozenset({PromisedAct.RATIFY, PromisedAct.ACCEPT, PromisedAct.APPROVE, PromisedAct.ACCEDE})

#: Acts that the depositary's record shows.
TREATY_ACTS = TO_BE_BOUND | {PromisedAct.SIGN}

#: What no person has closed.
UNDECIDED = frozenset({CommitmentState.OPEN, CommitmentState.PASSED, CommitmentState.PARTLY_KEPT})

_WORST_FIRST = (
    Grade.DECLINED,
    Grade.NO_POSITION,
    Grade.WILL_STUDY,
    Grade.GENERAL_SUPPORT,
    Grade.PROMISED,
    Grade.PROMISED_WITH_DATE,
    Grade.ACT_UNDER_WAY,
)
_RANKS = {grade: place for place, grade in enumerate(_WORST_FIRST)}


@frozen
class Current(Value):
    """Where one participant stands by its words: its best unexpired commitment beside the newest one."""

    best: Commitment | None
    newest: Commitment
    newest_is_weaker: bool


def rank(grade: Grade) -> int:
    """Return the place of a grade from the worst, a refusal, at 0."""
    return _RANKS[grade]


def lower(a: Grade, b: Grade) -> Grade:
    """Return the lower of two grades: the one to take when in doubt. A refusal is the lowest."""
    return min(a, b, key=rank)


def is_open(commitment: Commitment) -> bool:
    """Tell whether no person has closed it."""
    return commitment.state in UNDECIDED


def days_overdue(commitment: Commitment, today: date) -> int:
    """Return the days since the promised date of an open promise; 0 before and on that date, and without one."""
    if commitment.by is None or not is_open(commitment):
        return 0
    return max(0, (today - commitment.by).days)


def effective_grade(commitment: Commitment, today: date) -> Grade:
    """Return the grade that counts in totals.

    At most 2 when relayed by a third party or past its date; at most 3 until a second person has confirmed a 4 or 5.
    """
    if commitment.form is Form.RELAYED or days_overdue(commitment, today):
        return lower(commitment.grade, Grade.GENERAL_SUPPORT)
    return lower(commitment.grade, Grade.PROMISED) if needs_second_person(commitment) else commitment.grade


def needs_renewal(commitment: Commitment, today: date, newest_evidence: date | None = None) -> bool:
    """Tell whether an open grade 3 or 4 has had no new evidence for 180 days, its own record being the first."""
    if commitment.grade not in (Grade.PROMISED, Grade.PROMISED_WITH_DATE) or not is_open(commitment):
        return False
    return (today - max(commitment.made_on, newest_evidence or date.min)).days >= RENEW_AFTER


def needs_second_person(commitment: Commitment) -> bool:
    """Tell whether a grade 4 or 5 still lacks the second person who confirms it."""
    return rank(commitment.grade) >= rank(Grade.PROMISED_WITH_DATE) and not commitment.confirmed_by


def grade_by_words(commitment: Commitment) -> Grade:
    """Return the grade of a promised act by its test: 4 where a date, a session or a step is named, else 3.

    For a promise of which nobody has yet said how firm it is; a refusal or mere support only a person can tell.
    """
    has_session = commitment.precision is Precision.SESSION and bool(commitment.by_words.strip())
    is_named = commitment.by is not None or commitment.stage is not None or has_session
    return Grade.PROMISED_WITH_DATE if is_named else Grade.PROMISED


def is_raised(before: Commitment, after: Commitment) -> bool:
    """Tell whether a change makes the grade higher, for which there must be a reason."""
    return rank(after.grade) > rank(before.grade)


def keeps_confirmation(before: Commitment, after: Commitment) -> bool:
    """Tell whether what a second person confirmed still stands: the same promise, and no higher a grade."""
    same = ("participant", "treaty", "act", "by", "precision", "by_words", "stage", "form")
    return not is_raised(before, after) and all(getattr(before, name) == getattr(after, name) for name in same)


def names_speaker(commitment: Commitment) -> bool:
    """Tell whether it says who spoke, by name or by post."""
    return bool(commitment.speaker or commitment.speaker_title.strip())


def collective(commitments: Iterable[Commitment]) -> frozenset[str]:
    """Return, by id, what several States are said to have said in the same words on the same record, no speaker named.

    Such a statement is nobody's commitment: one State, one act, one speaker, one date, one record.
    """
    by_record: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in commitments:
        if record := commitment.outreach or commitment.source:
            by_record[record].append(commitment)
    found: set[str] = set()
    for on_record in by_record.values():
        if not _of_several(on_record):
            continue  # most of thousands: their words need not be compared
        said: dict[str, list[Commitment]] = defaultdict(list)
        for commitment in on_record:
            words = " ".join((commitment.words or commitment.original_words).casefold().split())
            if words and not names_speaker(commitment):
                said[words].append(commitment)
        found.update(c.id for together in said.values() if _of_several(together) for c in together)
    return frozenset(found)


def _of_several(commitments: list[Commitment]) -> bool:
    return any(one.participant != commitments[0].participant for one in commitments)


def totals(commitments: Iterable[Commitment], today: date) -> dict[Grade, int]:
    """Return how many open commitments count at each grade, every grade named, in the order of the scale.

    What a group said together counts as no position of anybody. Counts only: never a probability, never a forecast.
    """
    known = list(commitments)
    nobodys = collective(known)
    counted = dict.fromkeys(Grade, 0)
    for commitment in known:
        if is_open(commitment):
            counted[Grade.NO_POSITION if commitment.id in nobodys else effective_grade(commitment, today)] += 1
    return counted


def last_day(day: date, precision: Precision) -> date:
    """Return the last day of the month or the quarter that a day is in, which is what a commitment holds."""
    if precision not in (Precision.MONTH, Precision.QUARTER):
        return day
    month = day.month if precision is Precision.MONTH else (day.month + 2) // 3 * 3
    return date(day.year, month, monthrange(day.year, month)[1])


def current_commitment(commitments: Iterable[Commitment], today: date) -> Current | None:
    """Return where a participant stands by its open commitments; None without any.

    The best is the highest by the grade that counts, and the newer of equals; what is past its date is never the best.
    Of two made on the same day the weaker is the newest. Give the commitments of one participant under one treaty.
    """
    live = [c for c in commitments if is_open(c)]
    if not live:
        return None

    def worth(commitment: Commitment) -> int:
        return rank(effective_grade(commitment, today))

    newest = max(live, key=lambda c: (c.made_on, -worth(c), c.id))
    unexpired = [c for c in live if not days_overdue(c, today)]
    best = max(unexpired, key=lambda c: (worth(c), c.made_on, c.id), default=None)
    return Current(best, newest, best is not None and worth(newest) < worth(best))
