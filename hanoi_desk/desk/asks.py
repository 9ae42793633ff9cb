"""Requests beside the treaty act, both ways: recorded, and answered."""

from dataclasses import replace
from datetime import date

from hanoi_desk.desk.saving import save
from hanoi_desk.records import Ask, AskState
from hanoi_desk.store import Action, Store


def record_ask(store: Store, ask: Ask) -> Ask:
    """Keep a new request or a mended one.

    :raises Refused: when it does not say what is asked.
    """
    known = store.get(Ask, ask.id) is not None
    return save(store, Action.EDIT_RECORD if known else Action.ADD_RECORD, ask)


def answer_ask(store: Store, ask: Ask, state: AskState, answer: str, on: date | None) -> Ask:
    """Note how and when a request was answered, promised, declined or dropped; one that waits again has no day.

    :raises Refused: when it is answered before it was asked.
    """
    waits = state in (AskState.OPEN, AskState.PROMISED)
    return save(store, Action.ANSWER_ASK, replace(ask, state=state, answer=answer, answered_on=None if waits else on))
