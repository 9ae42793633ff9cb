"""Tasks that repeat and requests that are answered, through the desk, as one save each."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hanoi_desk import desk
from hanoi_desk.records import Ask, AskState, FollowUp, FollowUpState, Repeat
from hanoi_desk.store import Action, Query, Store

TODAY = date(2026, 11, 22)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "desk.hdesk") as new:
        yield new


def weekly(store: Store, **more: object) -> FollowUp:
    return desk.add_follow_up(
        store,
        FollowUp(what="Send the weekly report", due_on=date(2026, 11, 20), repeat=Repeat.WEEKLY, **more),
    )


def days(store: Store) -> list[tuple[str, str]]:
    return sorted((task.due_on.isoformat(), task.state.value) for task in store.all(Query(FollowUp)))


def test_a_repeating_task_that_is_done_writes_the_next_one_in_the_same_save(store):
    done = desk.complete_follow_up(store, weekly(store), TODAY)
    assert days(store) == [("2026-11-20", "done"), ("2026-11-27", "open")]
    assert done.repeat is Repeat.NONE
    store.undo()
    assert days(store) == [("2026-11-20", "open")]
    assert store.all(Query(FollowUp))[0].repeat is Repeat.WEEKLY
    store.redo()
    assert days(store) == [("2026-11-20", "done"), ("2026-11-27", "open")]


def test_a_done_task_that_is_opened_again_does_not_begin_a_second_series(store):
    task = weekly(store)
    desk.complete_follow_up(store, task, TODAY)
    store.undo()
    done = desk.complete_follow_up(store, task, TODAY)
    opened = desk.keep(store, FollowUp(id=done.id, what=done.what, due_on=done.due_on))
    desk.complete_follow_up(store, opened, TODAY)
    assert days(store) == [("2026-11-20", "done"), ("2026-11-27", "open")]


def test_dropping_only_this_one_goes_on_with_the_series(store):
    desk.drop_follow_up(store, weekly(store), TODAY, "A holiday", series=False)
    assert days(store) == [("2026-11-20", "dropped"), ("2026-11-27", "open")]


def test_dropping_the_series_leaves_nothing_to_do(store):
    dropped = desk.drop_follow_up(store, weekly(store), TODAY, "Nobody reads it")
    assert days(store) == [("2026-11-20", "dropped")]
    assert (dropped.reason, dropped.repeat) == ("Nobody reads it", Repeat.WEEKLY)


def test_a_repeating_task_needs_a_day(store):
    with pytest.raises(desk.Refused):
        desk.add_follow_up(store, FollowUp(what="Report", repeat=Repeat.MONTHLY))


def test_a_request_is_answered_in_one_save_that_can_be_undone(store):
    ask = desk.record_ask(store, Ask(what="A model law", asked_on=date(2026, 10, 1)))
    answered = desk.answer_ask(store, ask, AskState.ANSWERED, "Sent by note verbale", TODAY)
    assert (answered.answer, answered.answered_on) == ("Sent by note verbale", TODAY)
    assert store.saves(1)[0].action is Action.ANSWER_ASK
    store.undo()
    assert store.need(Ask, ask.id).state is AskState.OPEN


def test_a_request_that_is_only_promised_has_no_day_of_answer(store):
    ask = desk.record_ask(store, Ask(what="Training"))
    assert desk.answer_ask(store, ask, AskState.PROMISED, "In spring", TODAY).answered_on is None


def test_a_request_cannot_be_answered_before_it_was_asked(store):
    ask = desk.record_ask(store, Ask(what="Training", asked_on=TODAY))
    with pytest.raises(desk.Refused):
        desk.answer_ask(store, ask, AskState.ANSWERED, "", date(2026, 1, 1))
    assert store.need(Ask, ask.id).state is AskState.OPEN


def test_a_task_that_is_done_is_named_done(store):
    desk.complete_follow_up(store, weekly(store, state=FollowUpState.OPEN), TODAY)
    assert store.saves(1)[0].label == "Send the weekly report"
