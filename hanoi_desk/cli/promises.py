"""The command that tells every promise, held against the record; and how a promise is told."""

from collections.abc import Collection
from datetime import date
from typing import Any

from hanoi_desk.agenda import held_promises
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import Console
from hanoi_desk.commitments import Outcome, Reconciled, collective, days_overdue, effective_grade, is_open
from hanoi_desk.language import name_of, promised_for, short_date, word_of
from hanoi_desk.records import (
    Commitment,
    DomesticStage,
    DomesticStep,
    Grade,
    Participant,
    PromisedAct,
    Treaty,
    TreatyAct,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import new_york_day

Json = dict[str, Any]


def commitments(call: Call) -> None:
    """Tell every promise on file, by country and day, with what has become of it by the record of a day."""
    with call.open_desk() as store:
        held = held_promises(store, call.moment())
        teller = PromiseTeller(store, held, new_york_day(call.moment()))
        told = sorted(held, key=teller.place)
        if call.asked.json:
            call.console.give([teller.as_json(one) for one in told])
        elif not told:
            call.console.say(call.console.word("cli.commitments.none"))
        for one in () if call.asked.json else told:
            call.console.say(teller.line(one, call.console))


class PromiseTeller:
    """Tells promises: it knows the names of those who gave them, and what shows what became of them."""

    def __init__(self, store: Store, held: Collection[Reconciled], day: date) -> None:
        self._day = day
        self._nobodys = collective(one.commitment for one in held)
        self._countries: dict[str, Participant] = {p.id: p for p in store.all(Query(Participant))}
        self._treaties: dict[str, Treaty] = {t.id: t for t in store.all(Query(Treaty))}
        actions = store.many(TreatyAction, sorted({one.shown_by for one in held if one.shown_by}))
        steps = store.many(DomesticStep, sorted({one.shown_by_step for one in held if one.shown_by_step}))
        self._shown: dict[str, TreatyAct | DomesticStage] = {action.id: action.act for action in actions}
        self._shown.update((step.id, step.stage) for step in steps)

    def place(self, one: Reconciled) -> tuple[str, date, str]:
        """Return what sorts promises by country and day."""
        country = self.country(one.commitment.participant)
        return country.key if country else "", one.commitment.made_on, one.commitment.id

    def country(self, participant: str | None) -> Participant | None:
        """Return who it is; None for nobody."""
        return self._countries.get(participant or "")

    def as_json(self, one: Reconciled) -> Json:
        """Return a promise for a program."""
        promise, treaty = one.commitment, self._treaties.get(one.commitment.treaty)
        shown = one.shown_by or one.shown_by_step
        kept_late = one.outcome is Outcome.KEPT and promise.by and one.shown_on
        return {
            "id": promise.id,
            **named(self.country(promise.participant)),
            "treaty": treaty.key if treaty else None,
            "act": promise.act.value,
            "stage": promise.stage.value if promise.stage else None,
            "made_on": iso(promise.made_on),
            "by": iso(promise.by),
            "precision": promise.precision.value,
            "by_words": promise.by_words,
            "grade": _grade(promise.grade),
            "counts_as": _grade(self._counts_as(promise)) if is_open(promise) else None,
            "form": promise.form.value,
            "authority": promise.authority.value,
            "level": promise.level,
            "condition": promise.condition,
            "reciprocal": promise.reciprocal,
            "words": promise.words,
            "state": one.outcome.value,
            "decided": promise.state.value,
            "needs_decision": one.needs_decision,
            "shown_by": shown,
            "shown_act": self._shown[shown].value if shown in self._shown else None,
            "shown_on": iso(one.shown_on),
            "days_late": one.days_late if kept_late else None,
            "days_overdue": days_overdue(promise, self._day) if one.outcome is Outcome.PASSED else None,
            "closed_on": iso(promise.closed_on),
            "closed_reason": promise.closed_reason,
            "replaces": promise.replaces,
            "outreach": promise.outreach,
        }

    def _counts_as(self, promise: Commitment) -> Grade:
        """Return the grade that counts in totals; what a group said together is nobody's."""
        return Grade.NO_POSITION if promise.id in self._nobodys else effective_grade(promise, self._day)

    def line(self, one: Reconciled, console: Console) -> str:
        """Return a promise in one line: who, what, by when, how firm it is, and what has become of it."""
        promise, language = one.commitment, console.language
        state = word_of(one.outcome, language)
        shown = self._shown.get(one.shown_by or one.shown_by_step or "")
        if shown and one.shown_on:
            by = console.word("cli.commitments.shown", act=word_of(shown, language), day=short_date(one.shown_on))
            state = f"{state} ({by})"
        how = (word_of(promise.grade, language), word_of(promise.form, language))
        return " | ".join((*self.what(promise, console), *how, state))

    def what(self, promise: Commitment, console: Console) -> tuple[str, str, str]:
        """Return who promised, what, and by when, in words."""
        country = self.country(promise.participant)
        name = name_of(country, console.language) if country else ""
        return name, act_word(promise, console), promised_for(promise, console.language)


def act_word(promise: Commitment, console: Console) -> str:
    """Return what was promised: of a step at home, which."""
    stage = promise.stage if promise.act is PromisedAct.DOMESTIC_STEP else None
    return word_of(stage or promise.act, console.language)


def named(country: Participant | None) -> Json:
    """Return the fields that tell a country; all null for none."""
    if country is None:
        return {"country": None, "name": None, "name_vi": None}
    return {"country": country.key, "name": country.name_en, "name_vi": country.name_vi}


def iso(day: date | None) -> str | None:
    """Return a day as JSON holds it."""
    return day.isoformat() if day else None


def _grade(grade: Grade) -> int | str:
    """Return a grade as `log` takes it: a number, or "X" for a refusal."""
    return grade.value if grade is Grade.DECLINED else int(grade.value)
