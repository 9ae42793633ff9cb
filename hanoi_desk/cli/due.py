"""The command that tells what is due on a day, and why."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from hanoi_desk.agenda import RECORD_FRESH, Agenda, agenda
from hanoi_desk.board import CONVENTION, Board, NoTreaty, Place, board
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo, Console
from hanoi_desk.cli.promises import PromiseTeller, iso, named
from hanoi_desk.commitments import RENEW_AFTER, Reconciled
from hanoi_desk.language import age, long_date, name_of, short_date, word_of
from hanoi_desk.records import Ask, FollowUp, Officer
from hanoi_desk.store import Query, Store

Json = dict[str, Any]

#: How many silent countries are told in words; after an event with all of them they are many.
_MOST_SILENT = 10


def due(call: Call) -> None:
    """Tell the tasks, the requests owed, the promises to decide, the facts that aged and the silent countries of a day.

    The record is that of the New York day; tasks and contacts are seen from the day where the caller is, the same day
    when one is asked for.

    :raises ClearNo: when the desk does not hold the Convention.
    """
    with call.open_desk() as store:
        try:
            situation = board(store, call.moment())
        except NoTreaty as error:
            raise ClearNo(call.console.error("no_treaty", treaty=CONVENTION)) from error
        own = agenda(store, situation, call.asked.on or call.now.date())
        teller = _Teller(store, situation, own, call.console)
        if call.asked.json:
            call.console.give(teller.as_json())
            return
        for line in teller.lines():
            call.console.say(line)


class _Teller:
    def __init__(self, store: Store, situation: Board, own: Agenda, console: Console) -> None:
        self._situation, self._own, self._console = situation, own, console
        held = (*own.to_decide, *(renewal.promise for renewal in own.to_renew))
        self._promises = PromiseTeller(store, held, own.day)
        self._officers: dict[str, str] = {officer.id: officer.name for officer in store.all(Query(Officer))}

    def as_json(self) -> Json:
        own = self._own
        groups = {"overdue": own.tasks.overdue, "today": own.tasks.today, "next": own.tasks.next}
        return {
            "on": iso(own.day),
            "today": iso(own.today),
            "follow_ups": {
                name: [self._task(task) for task in tasks]
                for name, tasks in (*groups.items(), ("undated", own.tasks.undated))
            },
            "asks": {
                "owed_by_us": [self._ask(ask) for ask in own.owed.by_us],
                "owed_by_them": [self._ask(ask) for ask in own.owed.by_them],
            },
            "to_decide": [{**self._promises.as_json(one), "reason": one.outcome.value} for one in own.to_decide],
            "aged": self._aged(),
            "silent": [self._silent(place) for place in own.silent],
        }

    def _task(self, task: FollowUp) -> Json:
        late = (self._own.today - task.due_on).days if task.due_on else 0
        return {
            "id": task.id,
            "what": task.what,
            "due": iso(task.due_on),
            "days_overdue": late if late > 0 else None,
            **named(self._promises.country(task.participant)),
            "owner": self._officers.get(task.owner or ""),
            "channel": task.channel,
            "repeat": task.repeat.value,
            "commitment": task.commitment,
            "outreach": task.outreach,
            "event": task.event,
            "ask": task.ask,
        }

    def _ask(self, ask: Ask) -> Json:
        today = self._own.today
        late = (today - ask.due_on).days if ask.due_on else 0
        return {
            "id": ask.id,
            "what": ask.what,
            "kind": ask.kind.value,
            "state": ask.state.value,
            **named(self._promises.country(ask.participant)),
            "organisation": ask.organisation,
            "asked_on": iso(ask.asked_on),
            "days": (today - ask.asked_on).days if ask.asked_on else None,
            "due": iso(ask.due_on),
            "days_overdue": late if late > 0 else None,
            "owner": self._officers.get(ask.owner or ""),
            "outreach": ask.outreach,
        }

    def _aged(self) -> list[Json]:
        own, treaty = self._own, self._situation.treaty.key
        status = {
            "what": "status",
            **named(None),
            "treaty": treaty,
            "act": None,
            "commitment": None,
            "since": iso(own.record_as_of),
            "days": (own.day - own.record_as_of).days if own.record_as_of else None,
            "limit": RECORD_FRESH,
        }
        told = []
        for renewal in own.to_renew:
            promise = self._promises.as_json(renewal.promise)
            told.append(
                {
                    "what": "promise",
                    **{name: promise[name] for name in ("country", "name", "name_vi", "treaty", "act")},
                    "commitment": promise["id"],
                    "since": iso(renewal.evidence_on),
                    "days": (own.day - renewal.evidence_on).days,
                    "limit": RENEW_AFTER,
                }
            )
        return [status, *told] if own.record_is_old else told

    def _silent(self, place: Place) -> Json:
        return {
            **named(place.participant),
            "last_contact": place.last_contact,
            "last_contact_on": iso(place.last_contact_on),
            "days": self._days_silent(place),
        }

    def _days_silent(self, place: Place) -> int:
        assert place.last_contact_on
        return (self._own.today - place.last_contact_on).days

    def lines(self) -> Iterator[str]:
        own, language = self._own, self._console.language
        groups = (
            ("overdue", [self._task_line(task) for task in own.tasks.overdue]),
            ("today", [self._task_line(task) for task in own.tasks.today]),
            ("we_owe", [self._ask_line(ask) for ask in own.owed.by_us]),
            ("they_owe", [self._ask_line(ask) for ask in own.owed.by_them]),
            ("to_decide", [self._decision_line(one) for one in own.to_decide]),
            ("aged", list(self._aged_lines())),
            ("silent", [self._silent_line(place) for place in own.silent]),
            ("next", [self._task_line(task) for task in own.tasks.next]),
            ("undated", [self._task_line(task) for task in own.tasks.undated]),
        )
        yield self._word("title", day=long_date(own.today, language))
        if own.day != own.today:
            yield self._word("new_york", day=long_date(own.day, language))
        for name, lines in groups:
            if lines:
                yield self._word(name, n=len(lines))
                shown = lines[:_MOST_SILENT] if name == "silent" else lines
                yield from (f"  {line}" for line in shown)
                if rest := len(lines) - len(shown):
                    yield f"  {self._word('more', n=rest)}"
        if not any(lines for _, lines in groups):
            yield self._word("nothing")

    def _task_line(self, task: FollowUp) -> str:
        country = self._promises.country(task.participant)
        name = name_of(country, self._console.language) if country else ""
        day = f"{short_date(task.due_on)} ({self._age(task.due_on)})" if task.due_on else ""
        return " | ".join(filter(None, (" ".join(task.what.split()), name, day, self._officers.get(task.owner or ""))))

    def _ask_line(self, ask: Ask) -> str:
        country = self._promises.country(ask.participant)
        name = name_of(country, self._console.language) if country else ""
        days = (self._own.today - ask.asked_on).days if ask.asked_on else 0
        asked = self._word("asked", day=short_date(ask.asked_on), n=days) if ask.asked_on else ""
        wanted = self._word("wanted", day=short_date(ask.due_on), when=self._age(ask.due_on)) if ask.due_on else ""
        kind, owner = word_of(ask.kind, self._console.language), self._officers.get(ask.owner or "")
        return " | ".join(filter(None, (" ".join(ask.what.split()), name, kind, asked, wanted, owner)))

    def _decision_line(self, one: Reconciled) -> str:
        day = one.shown_on or one.commitment.by or one.commitment.made_on
        reason = self._word(f"reason.{one.outcome.value}", day=short_date(day))
        return " | ".join((*self._promises.what(one.commitment, self._console), reason))

    def _aged_lines(self) -> Iterator[str]:
        own = self._own
        if own.record_is_old and own.record_as_of:
            yield self._word("old_record", day=short_date(own.record_as_of), n=(own.day - own.record_as_of).days)
        elif own.record_is_old:
            yield self._word("no_record")
        for renewal in own.to_renew:
            what = self._promises.what(renewal.promise.commitment, self._console)
            yield " | ".join((*what, self._word("renew", day=short_date(renewal.evidence_on))))

    def _silent_line(self, place: Place) -> str:
        assert place.last_contact_on
        name = name_of(place.participant, self._console.language)
        said = self._word("last_contact", day=short_date(place.last_contact_on), n=self._days_silent(place))
        return f"{name} | {said}"

    def _age(self, day: date) -> str:
        return age(day, self._own.today, self._console.language)

    def _word(self, key: str, **gaps: object) -> str:
        return self._console.word(f"cli.due.{key}", **gaps)
