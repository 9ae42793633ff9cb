"""What of a desk has a day and belongs into a calendar file: tasks, requests, promised days, the end of signature."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from hanoi_desk.agenda import OWED, STANDING, held_promises
from hanoi_desk.board import CONVENTION, NoTreaty, find_treaty
from hanoi_desk.calendar_file import WholeDay
from hanoi_desk.commitments import Outcome, Reconciled, rank
from hanoi_desk.language import Language, name_of, promised_for, shipped, word, word_of
from hanoi_desk.records import (
    Ask,
    AskDirection,
    Commitment,
    FollowUp,
    FollowUpState,
    Grade,
    Participant,
    PromisedAct,
    Record,
)
from hanoi_desk.store import Query, Store

_WAITING = STANDING | {Outcome.PASSED}

#: Days for which what was closed stays in the file as cancelled, so that a calendar that knows it lets it go.
CLOSED_FOR = 90


def calendar_days(store: Store, moment: datetime, language: Language) -> list[WholeDay]:
    """Return the entries at an aware moment, by day; what has no day is left out, what was closed lately cancelled."""
    return sorted(_Days(store, moment, language).entries(), key=lambda entry: (entry.day, entry.summary, entry.id))


class _Days:
    def __init__(self, store: Store, moment: datetime, language: Language) -> None:
        self._store, self._moment, self._language = store, moment, language
        self._since = moment.date() - timedelta(days=CLOSED_FOR)
        participants: list[Participant] = store.all(Query(Participant))
        self._names: Mapping[str, str] = {p.id: name_of(p, language) for p in participants}

    def entries(self) -> Iterator[WholeDay]:
        yield from self._closing()
        yield from self._tasks()
        yield from self._asks()
        yield from self._promises()

    def _closing(self) -> Iterator[WholeDay]:
        try:
            treaty = find_treaty(self._store, CONVENTION)
        except NoTreaty:
            return
        if treaty.closes_on:
            title = self._word("closing", treaty=name_of(treaty, self._language))
            yield self._entry(treaty, treaty.closes_on, title, shipped(treaty.signing_place, self._language))

    def _tasks(self) -> Iterator[WholeDay]:
        dated = ("due_on", "is_not", None)
        closed = (("state", "!=", FollowUpState.OPEN), ("closed_on", ">=", self._since), dated)
        for where in ((("state", "=", FollowUpState.OPEN), dated), closed):
            for task in self._store.all(Query(FollowUp, where)):
                name = self._names.get(task.participant or "")
                title = self._word("task", what=task.what, name=name) if name else task.what
                yield self._own(task, task.due_on, title, (task.channel,), is_over=task.state is not FollowUpState.OPEN)

    def _asks(self) -> Iterator[WholeDay]:
        dated = ("due_on", "is_not", None)
        for where in ((("state", "in", sorted(OWED)), dated), (("answered_on", ">=", self._since), dated)):
            for ask in self._store.all(Query(Ask, where)):
                key = "asked_of_us" if ask.direction is AskDirection.THEIRS else "asked_of_them"
                name = self._names.get(ask.participant or "")
                title = self._word(key, what=ask.what, name=name) if name else ask.what
                kind = word_of(ask.kind, self._language)
                yield self._own(ask, ask.due_on, title, (kind,), is_over=ask.state not in OWED)

    def _promises(self) -> Iterator[WholeDay]:
        for one in held_promises(self._store, self._moment):
            promise = one.commitment
            is_over = one.outcome not in _WAITING
            if promise.by and not (is_over and self._is_long_over(one)):
                kind = "promise" if rank(promise.grade) >= rank(Grade.PROMISED) else "ask"
                title = self._word(kind, name=self._names.get(promise.participant, ""), act=self._act(promise))
                more = (promised_for(promise, self._language),)
                yield self._own(promise, promise.by, title, more, is_over=is_over)

    def _is_long_over(self, one: Reconciled) -> bool:
        days = [day for day in (one.commitment.closed_on, one.shown_on) if day]
        return not days or max(days) < self._since

    def _act(self, promise: Commitment) -> str:
        stage = promise.stage if promise.act is PromisedAct.DOMESTIC_STEP else None
        return word_of(stage or promise.act, self._language)

    def _own(self, record: Record, day: date | None, title: str, more: tuple[str, ...], *, is_over: bool) -> WholeDay:
        assert day is not None
        told = [text for text in (*more, word("marking.internal", self._language)) if text]
        return self._entry(record, day, title, "\n".join(told), is_over=is_over)

    def _entry(self, record: Record, day: date, title: str, more: str, *, is_over: bool = False) -> WholeDay:
        saves = {entry.save.id: entry.save.at for entry in self._store.history(record)}
        return WholeDay(
            id=record.id,
            day=day,
            summary=title,
            description=more,
            # What the record of the treaty closes is cancelled though nobody changed the promise itself.
            revision=max(0, len(saves) - 1) + is_over,
            revised_at=max(saves.values(), default=self._moment),
            is_cancelled=is_over,
        )

    def _word(self, key: str, **gaps: object) -> str:
        return word(f"cli.calendar.{key}", self._language, **gaps)
