"""Undo, redo and the history of records, also across closing and reopening the desk."""

import itertools
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from desk_file import GHANA, derived, log, meeting
from faults.rounds import rounds
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from strategies import anchors, edits, records

from hanoi_desk.records import KINDS, Mission, Officer, Outreach, OutreachCountry, Participant, Record
from hanoi_desk.store import Action, Store

#: Few kinds, so that the same records are met again and again; together they have every sort of field.
NARROW = (Participant, Outreach, OutreachCountry, Officer)


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "desk.hdesk") as store:
        yield store


def edit(store: Store, record: Record, **fields: object) -> None:
    with store.change(Action.EDIT_RECORD) as change:
        change.save(replace(record, **fields))


def test_undo_brings_back_each_value_from_before(store):
    outreach = meeting(store, "Gặp Đại sứ")
    edit(store, outreach, summary="Gặp Bộ trưởng", minutes=45, event=None)
    store.undo()
    assert store.get(Outreach, outreach.id) == outreach


def test_undo_takes_back_a_new_record_with_its_parts_and_redo_brings_them_again(store):
    outreach = meeting(store, "Hội đàm", "Sẽ phê chuẩn", "Cần thêm thời gian")
    store.undo()
    assert store.get(Outreach, outreach.id) is None
    assert store.search("phe chuan") == []
    store.redo()
    assert store.get(Outreach, outreach.id) == outreach
    assert [hit.id for hit in store.search("phe chuan")] == [outreach.id]


def test_undo_brings_back_a_deleted_record_and_redo_deletes_it_again(store):
    outreach = meeting(store, "Hội đàm")
    with store.change(Action.DELETE_OUTREACH) as change:
        change.delete(outreach)
    assert store.get(Outreach, outreach.id) is None
    store.undo()
    assert store.get(Outreach, outreach.id) == outreach
    store.redo()
    assert store.get(Outreach, outreach.id) is None


def test_a_field_changed_twice_in_one_save_goes_back_to_its_first_value(store):
    outreach = meeting(store, "One")
    with store.change(Action.EDIT_OUTREACH) as change:
        change.save(replace(outreach, summary="Two"))
        change.save(replace(outreach, summary="Three"))
    store.undo()
    assert store.need(Outreach, outreach.id).summary == "One"
    store.redo()
    assert store.need(Outreach, outreach.id).summary == "Three"


def test_a_record_made_and_deleted_in_one_save_stays_away(store):
    officer = Officer(name="An")
    with store.change(Action.ADD_RECORD) as change:
        change.save(officer)
        change.delete(officer)
    for turn in (store.undo, store.redo, store.undo):
        assert turn() is not None
        assert store.get(Officer, officer.id) is None


def test_saving_a_deleted_record_brings_it_back_and_undo_deletes_it_again(store):
    outreach = meeting(store, "Hội đàm")
    with store.change(Action.DELETE_OUTREACH) as change:
        change.delete(outreach)
    edit(store, outreach, place="Viên")
    assert store.need(Outreach, outreach.id).place == "Viên"
    store.undo()
    assert store.get(Outreach, outreach.id) is None
    store.redo()
    assert store.need(Outreach, outreach.id).place == "Viên"


def test_what_was_taken_back_before_something_new_does_not_come_back(store):
    outreach = meeting(store, "One")
    edit(store, outreach, summary="Two")
    store.undo()
    edit(store, outreach, summary="Three")
    assert store.redo() is None
    store.undo()
    assert store.can_redo().action is Action.EDIT_RECORD
    store.redo()
    assert store.need(Outreach, outreach.id).summary == "Three"
    assert store.redo() is None


def test_the_start_of_a_desk_is_not_undone(store):
    with store.change(Action.START_DESK) as change:
        change.save(GHANA)
    assert (store.can_undo(), store.undo()) == (None, None)
    assert store.get(Participant, GHANA.id) == GHANA


def test_undo_and_redo_go_on_after_the_desk_was_closed(tmp_path):
    path = tmp_path / "desk.hdesk"
    with Store.create(path) as store:
        outreach = meeting(store, "One")
        edit(store, outreach, summary="Two")
        store.undo()
    with Store.open(path) as store:
        assert store.can_redo().action is Action.EDIT_RECORD
        store.redo()
        assert store.need(Outreach, outreach.id).summary == "Two"
    with Store.open(path) as store:
        store.undo()
        store.undo()
        assert store.get(Outreach, outreach.id) is None
        assert store.can_undo() is None


def test_undo_is_a_save_that_names_what_it_took_back(store):
    outreach = meeting(store, "Hội đàm")
    change = store.undo()
    assert (change.save.action, change.save.label) == (Action.UNDO, "Hội đàm")
    assert change.touched["outreach"] == {outreach.id}
    assert [save.action for save in store.saves(5)] == [Action.UNDO, Action.LOG_OUTREACH]
    assert len(store.saves(1)) == 1


def test_the_history_of_a_record_tells_each_field_before_and_after_with_its_parts(tmp_path):
    instants = itertools.count(int(datetime(2026, 1, 15, 9, tzinfo=UTC).timestamp() * 1000), 60_000)
    with Store.create(tmp_path / "desk.hdesk", clock=lambda: next(instants)) as store:
        store.set_local("officer", "officer-1")
        outreach = meeting(store, "Hội đàm", "Sẽ ký")
        edit(store, outreach, summary="Hội đàm Đà Nẵng", held_on=date(2026, 2, 1))
        with store.change(Action.DELETE_OUTREACH) as change:
            change.delete(outreach)
        store.undo()
        entries = store.history(outreach)
    told = [(e.save.action, e.table, e.field, e.before, e.after) for e in entries if e.field != "*"]
    assert told[0][:3] == (Action.UNDO, "outreach", "_deleted")
    assert told[0][3] == told[1][4]
    assert told[0][4] is None
    assert told[1][:4] == (Action.DELETE_OUTREACH, "outreach", "_deleted", None)
    assert told[2:] == [
        (Action.EDIT_RECORD, "outreach", "summary", "Hội đàm", "Hội đàm Đà Nẵng"),
        (Action.EDIT_RECORD, "outreach", "held_on", "2026-01-15", "2026-02-01"),
    ]
    assert [(e.table, e.after.get("said")) for e in entries if e.field == "*"] == [
        ("outreach_country", "Sẽ ký"),
        ("outreach", None),
    ]
    assert {e.save.who for e in entries} == {"officer-1"}
    assert entries[-1].save.at == datetime(2026, 1, 15, 9, tzinfo=UTC)


class AnyHistory(RuleBasedStateMachine):
    """Saves, undone and redone in any order: what stands is always what a stack of pictures says."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="history-"))
        self.path = self.folder / "desk.hdesk"
        self.ticks = itertools.count(1_700_000_000_000, 7)
        self.store = Store.create(self.path, clock=lambda: next(self.ticks))
        with self.store.change(Action.START_DESK) as change:
            self.held: dict[str, Record] = {change.save(record).id: record for record in anchors()}
        self.gone: dict[str, Record] = {}
        self.done: list[dict[str, Record]] = []
        self.undone: list[dict[str, Record]] = []
        self.log: list[tuple[object, ...]] = []
        self.told: list[object] = []
        self.store.listen(self.told.append)

    @rule(data=st.data(), steps=st.integers(1, 3))
    def save(self, data: st.DataObject, steps: int) -> None:
        before, saves = dict(self.held), len(self.log)
        with self.store.change(Action.EDIT_RECORD) as change:
            for _ in range(steps):
                what = data.draw(st.sampled_from(("make", "edit", "delete", "bring back")))
                mine = [r for r in self.held.values() if isinstance(r, NARROW)]
                if what == "make" or (what == "bring back" and not self.gone):
                    record = change.save(data.draw(st.sampled_from(NARROW).flatmap(records)))
                    self.held[record.id] = record
                elif what == "bring back":
                    record = change.save(data.draw(st.sampled_from(list(self.gone.values()))))
                    self.held[record.id] = record
                else:
                    record = data.draw(st.sampled_from(mine)) if mine else None
                    if record is not None and what == "edit":
                        self.held[record.id] = change.save(replace(record, **data.draw(edits(type(record)))))
                    elif record is not None:
                        change.delete(record)
                        self.gone[record.id] = self.held.pop(record.id)
        if len(log(self.path)) > saves:
            self.done.append(before)
            self.undone.clear()

    def save_and_fail(self, record: Mission) -> None:
        with self.store.change(Action.EDIT_RECORD) as change:
            change.save(record)
            self.store.need(Mission, "nowhere")

    @rule(record=records(Mission))
    def fail(self, record: Mission) -> None:
        with pytest.raises(KeyError):
            self.save_and_fail(record)

    @rule()
    def undo(self) -> None:
        assert (self.store.undo() is None) == (not self.done)
        if self.done:
            self.undone.append(self.held)
            self.held = dict(self.done.pop())

    @rule()
    def redo(self) -> None:
        assert (self.store.redo() is None) == (not self.undone)
        if self.undone:
            self.done.append(self.held)
            self.held = dict(self.undone.pop())

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.path, clock=lambda: next(self.ticks))
        self.store.listen(self.told.append)

    @precondition(lambda self: self.log)
    @rule()
    def rebuild(self) -> None:
        before = derived(self.path)
        self.store.rebuild()
        assert derived(self.path) == before

    @invariant()
    def what_stands_is_what_the_picture_says(self) -> None:
        for kind in KINDS:
            expected = {i: r for i, r in self.held.items() if type(r) is kind}
            known = [*expected, *(i for i, r in self.gone.items() if type(r) is kind)]
            assert {r.id: r for r in self.store.many(kind, known)} == expected

    @invariant()
    def the_log_only_grows(self) -> None:
        now = log(self.path)
        assert now[: len(self.log)] == self.log
        self.log = now

    @invariant()
    def undo_and_redo_are_offered_when_they_can_be_done(self) -> None:
        assert (self.store.can_undo() is not None) == bool(self.done)
        assert (self.store.can_redo() is not None) == bool(self.undone)

    def teardown(self) -> None:
        before = derived(self.path)
        self.store.rebuild()
        assert derived(self.path) == before
        assert len(self.told) == len(self.store.saves(10_000)) - 1  # all but the start
        self.store.close()
        shutil.rmtree(self.folder)


AnyHistory.TestCase.settings = settings(max_examples=rounds(25), stateful_step_count=20)
TestAnyHistory = AnyHistory.TestCase
