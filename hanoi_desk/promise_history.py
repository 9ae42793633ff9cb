"""How a promise came about: dates that slipped, words that grew softer or firmer, grades and who changed them.

Told from the records themselves, the chain of promises that replaced each other and what the State said before, and
for grades from the log of changes, which knows who and when.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from hanoi_desk.commitments import rank
from hanoi_desk.records import Commitment, CommitmentState, Grade, Outreach, OutreachCountry, Stance
from hanoi_desk.store import Entry, Query, Store

#: How many earlier statements of a State are told.
_STANCES = 6


class TurnKind(StrEnum):
    """What happened to a promise."""

    MADE = "made"
    SLIPPED = "slipped"  # a later date than before, or none any more
    BROUGHT_FORWARD = "brought_forward"
    CONVERTED = "converted"  # another act than before
    EARLIER = "earlier"  # another promise of the same State before it
    SOFTENED = "softened"  # words of a lower grade than before
    FIRMER = "firmer"
    SAID = "said"  # how the State stood in a contact
    GRADED = "graded"  # the grade of the record was changed
    CONFIRMED = "confirmed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of the history of a promise.

    `before` and `after` are the dates that slipped; `grades` those of the words or of the record. `who` is one of our
    officers, by id; `reason` is why, in words. `outreach` is where it was said.
    """

    on: date
    kind: TurnKind
    promise: Commitment
    before: date | None = None
    after: date | None = None
    grades: tuple[Grade, Grade] | None = None
    stance: Stance | None = None
    outreach: str | None = None
    who: str = ""
    reason: str = ""


def history_of(store: Store, promise: Commitment) -> tuple[Turn, ...]:
    """Return how a promise came about, the newest first."""
    chain = _chain(store, promise)
    turns = [*_made(chain), *_earlier(store, chain), *_said(store, chain), *_recorded(store, promise)]
    return tuple(sorted(turns, key=lambda turn: (turn.on, _ORDER[turn.kind]), reverse=True))


#: On one day, what came of something stands above it.
_ORDER = {kind: place for place, kind in enumerate((TurnKind.SAID, TurnKind.EARLIER, *TurnKind))}


def _chain(store: Store, promise: Commitment) -> list[Commitment]:
    """Return the promise with those that it replaced, one after the other, and those that replaced it, oldest first."""
    chain, seen = [promise], {promise.id}
    while (before := store.get(Commitment, chain[0].replaces or "")) and before.id not in seen:
        chain.insert(0, before)
        seen.add(before.id)
    while after := next(
        (c for c in store.all(Query(Commitment, (("replaces", "=", chain[-1].id),))) if c.id not in seen), None
    ):
        chain.append(after)
        seen.add(after.id)
    return chain


def _made(chain: list[Commitment]) -> Iterator[Turn]:
    yield Turn(chain[0].made_on, TurnKind.MADE, chain[0], after=chain[0].by, outreach=chain[0].outreach)
    for old, new in pairwise(chain):
        grades = (old.grade, new.grade)
        told = {"promise": new, "before": old.by, "after": new.by, "grades": grades, "outreach": new.outreach}
        if old.act is not new.act:
            yield Turn(old.closed_on or new.made_on, TurnKind.CONVERTED, **told)  # type: ignore[arg-type]
        elif old.by and (new.by is None or new.by > old.by):
            yield Turn(new.made_on, TurnKind.SLIPPED, **told)  # type: ignore[arg-type]
        elif new.by and (old.by is None or new.by < old.by):
            yield Turn(new.made_on, TurnKind.BROUGHT_FORWARD, **told)  # type: ignore[arg-type]
        elif new.grade is not old.grade:
            yield Turn(new.made_on, _firmness(old.grade, new.grade), **told)  # type: ignore[arg-type]


def _earlier(store: Store, chain: list[Commitment]) -> Iterator[Turn]:
    """Yield other promises of the same State before it, and where the words then grew softer or firmer."""
    first, known = chain[0], {c.id for c in chain}
    own = (("participant", "=", first.participant), ("treaty", "=", first.treaty), ("made_on", "<=", first.made_on))
    before: list[Commitment] = [c for c in store.all(Query(Commitment, own, order_by="made_on")) if c.id not in known]
    for one in before:
        yield Turn(one.made_on, TurnKind.EARLIER, one, after=one.by, outreach=one.outreach)
    same = [c for c in (*before, first) if c.act is first.act and c.grade is not Grade.DECLINED]
    for old, new in pairwise(same):
        if new.grade is not old.grade:
            grades = (old.grade, new.grade)
            kind = _firmness(old.grade, new.grade)
            yield Turn(new.made_on, kind, new, old.by, new.by, grades, outreach=new.outreach)


def _said(store: Store, chain: list[Commitment]) -> Iterator[Turn]:
    """Yield how the State stood in contacts up to the promise, the newest of them."""
    own = (("participant", "=", chain[0].participant), ("stance", "!=", Stance.NOT_STATED))
    stances = {said.outreach: said.stance for said in store.all(Query(OutreachCountry, own))}
    where = (("id", "in", list(stances)), ("held_on", "<=", chain[-1].made_on))
    for talk in store.all(Query(Outreach, where, order_by="held_on", descending=True, limit=_STANCES)):
        yield Turn(talk.held_on, TurnKind.SAID, chain[-1], stance=stances[talk.id], outreach=talk.id)


def _recorded(store: Store, promise: Commitment) -> Iterator[Turn]:
    """Yield what was written down about it afterwards: another grade, the second person, what became of it."""
    entries = [entry for entry in store.history(promise) if entry.record_id == promise.id]
    reasons = {entry.save.id: str(entry.after or "") for entry in entries if entry.field == "grade_reason"}
    for entry in entries:
        on, who = entry.save.at.date(), entry.save.who
        if entry.field == "grade":
            reason = reasons.get(entry.save.id, "")
            yield Turn(on, TurnKind.GRADED, promise, grades=_grades(entry), who=who, reason=reason)
        elif entry.field == "confirmed_by" and entry.after:
            yield Turn(on, TurnKind.CONFIRMED, promise, who=str(entry.after))
    closing = next((e for e in entries if e.field == "state" and e.after != CommitmentState.OPEN), None)
    if promise.closed_on and promise.state is not CommitmentState.SUPERSEDED:
        who = closing.save.who if closing else ""
        yield Turn(promise.closed_on, TurnKind.CLOSED, promise, who=who, reason=promise.closed_reason)


def _grades(entry: Entry) -> tuple[Grade, Grade]:
    known = {grade.value for grade in Grade}
    before, after = (Grade(str(v)) if str(v) in known else Grade.NO_POSITION for v in (entry.before, entry.after))
    return before, after


def _firmness(old: Grade, new: Grade) -> TurnKind:
    return TurnKind.SOFTENED if rank(new) < rank(old) else TurnKind.FIRMER
