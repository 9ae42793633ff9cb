"""What was deleted is listed for ninety days and comes back with what it hangs on; fields take earlier values again."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from desk_file import GHANA, meeting, rows

from hanoi_desk import desk
from hanoi_desk.desk import CannotRestore, Refused, needed, restore, restore_field, thrown, trash
from hanoi_desk.records import (
    Attachment,
    Commitment,
    Event,
    FollowUp,
    Grade,
    Officer,
    Outreach,
    Participant,
    Person,
    PromisedAct,
    Treaty,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.trash import RECORDS, SAVES

START = datetime(2026, 1, 15, 9, tzinfo=UTC)
DAY_MS = 24 * 3600 * 1000


class Clock:
    """A laptop's clock that is set by hand."""

    def __init__(self):
        self.now = START

    def __call__(self):
        self.now += timedelta(seconds=1)
        return int(self.now.timestamp() * 1000)

    def pass_days(self, days):
        self.now += timedelta(days=days)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    with Store.create(tmp_path / "desk.hdesk", clock=clock) as store:
        store.set_local("officer", "officer-1")
        yield store


def listed(store, clock):
    return [tuple(r.table for r in one.records) for one in thrown(store, trash(store, clock.now))]


def contact(store):
    """Log a contact with a promise and a task made in it."""
    outreach = meeting(store, "Hội đàm Đà Nẵng", "Sẽ ký")
    treaty = desk.keep(store, Treaty(key="c", number="XVIII-16", title_en="Convention"))
    promise = Commitment(
        participant=GHANA.id, treaty=treaty.id, act=PromisedAct.SIGN, made_on=date(2026, 1, 15), outreach=outreach.id
    )
    desk.keep(store, promise, FollowUp(what="Gửi toàn văn", outreach=outreach.id, commitment=promise.id))
    return outreach


def test_a_deleted_contact_with_its_promises_and_tasks_is_one_line(store, clock):
    outreach = contact(store)
    desk.delete_outreach(store, outreach.id)
    (save,) = trash(store, clock.now)
    assert (save.action, save.label, save.who) == (Action.DELETE_OUTREACH, "Hội đàm Đà Nẵng", "officer-1")
    assert save.at.date() == START.date()
    (tables,) = listed(store, clock)
    assert tables[0] == "outreach"
    assert sorted(tables[1:]) == ["commitment", "follow_up", "outreach_country"]


def test_all_of_a_line_comes_back_as_one_save_that_can_be_undone(store, clock):
    outreach = contact(store)
    held = desk.entry_of(store, outreach.id)
    desk.delete_outreach(store, outreach.id)
    (line,) = thrown(store, trash(store, clock.now))
    restore(store, line.records)
    assert desk.entry_of(store, outreach.id) == held
    assert store.saves(1)[0].action is Action.RESTORE_RECORD
    assert store.saves(1)[0].label == "Hội đàm Đà Nẵng"
    assert [hit.id for hit in store.search("da nang")] == [outreach.id]
    assert listed(store, clock) == []
    store.undo()
    assert store.get(Outreach, outreach.id) is None
    assert len(listed(store, clock)) == 1


def test_the_newest_is_first_and_what_was_brought_back_and_deleted_again_stands_once(store, clock):
    first, second = (desk.keep(store, Officer(name=name)) for name in ("An", "Bình"))
    desk.remove(store, first)
    desk.remove(store, second)
    restore(store, [first])
    desk.remove(store, first)
    assert [save.label for save in trash(store, clock.now)] == ["An", "Bình"]


def test_after_ninety_days_it_is_no_longer_listed_and_the_log_still_has_it(store, clock):
    officer = desk.keep(store, Officer(name="An"))
    desk.remove(store, officer)
    clock.pass_days(89)
    assert listed(store, clock) == [("officer",)]
    clock.pass_days(2)
    assert listed(store, clock) == []
    restore(store, [officer])
    assert store.need(Officer, officer.id) == officer


def test_a_clock_that_went_back_hides_nothing(store, clock):
    officer = desk.keep(store, Officer(name="An"))
    desk.remove(store, officer)
    clock.now = datetime(1980, 1, 1, tzinfo=UTC)
    other = desk.keep(store, Officer(name="Bình"))
    desk.remove(store, other)
    assert [save.label for save in trash(store, clock.now)] == ["Bình", "An"]
    clock.now = START
    assert [save.label for save in trash(store, clock.now)] == ["Bình", "An"]


def test_a_record_that_an_undo_took_away_is_listed_too(store, clock):
    desk.keep(store, Officer(name="An"))
    store.undo()
    desk.keep(store, Officer(name="Bình"))
    (save,) = trash(store, clock.now)
    assert (save.action, save.label) == (Action.UNDO, "An")


def test_a_part_that_an_edit_left_out_is_listed(store, clock):
    entry = desk.entry_of(store, contact(store).id)
    desk.edit_outreach(store, replace(entry, follow_ups=(), commitments=()))
    assert listed(store, clock) == [("commitment", "follow_up")]


def test_what_it_hangs_on_comes_back_with_it(store, clock):
    event = desk.keep(store, Event(name="Lễ ký"))
    outreach = contact(store)
    desk.keep(store, replace(store.need(Outreach, outreach.id), event=event.id))
    (task,) = store.all(Query(FollowUp))
    desk.remove(store, task)
    desk.delete_outreach(store, outreach.id)
    desk.remove(store, event)
    missing = needed(store, [task])
    assert {r.table for r in missing} == {"outreach", "commitment", "event"}
    restore(store, [task])
    assert store.need(FollowUp, task.id) == task
    assert store.need(Outreach, outreach.id).event == event.id
    assert store.need(Event, event.id) == event


def test_a_file_brings_back_the_record_on_which_it_hangs(store):
    officer = desk.keep(store, Officer(name="An"))
    (file,) = desk.attach_files(store, officer, [("a.pdf", b"%PDF")], START.date())
    desk.remove(store, file)
    desk.remove(store, officer)
    assert needed(store, [file]) == [officer]
    restore(store, [file])
    assert store.need(Attachment, file.id) == file


def test_what_was_erased_for_good_is_not_listed(store, clock):
    person = desk.keep(store, Person(name="Ama"))
    with store.change(Action.ERASE_PERSON) as change:
        change.delete(person)
    assert listed(store, clock) == []


@pytest.mark.parametrize(("sql", "values"), [(SAVES, (0, "", "", "[]")), (RECORDS, ("[]", "[]"))])
def test_the_trash_of_a_large_desk_never_goes_through_the_whole_log(store, sql, values):
    plan = [detail for *_, detail in rows(store.path, f"explain query plan {sql}", *values)]
    scans = {step for step in plan if step.startswith("SCAN")}
    assert scans <= {"SCAN t", "SCAN s VIRTUAL TABLE INDEX 1:", "SCAN json_each VIRTUAL TABLE INDEX 1:"}
    assert any("change_of_field (rec=? AND fld=?)" in step for step in plan)


def test_a_field_takes_an_earlier_value_as_a_save_that_can_be_undone(store):
    outreach = meeting(store, "Một")
    desk.keep(store, replace(outreach, summary="Hai", held_on=date(2026, 2, 1)))
    entries = {e.field: e for e in store.history(outreach) if e.field != "*"}
    restore_field(store, "outreach", outreach.id, "summary", entries["summary"].before)
    assert store.need(Outreach, outreach.id).summary == "Một"
    assert store.saves(1)[0].action is Action.RESTORE_FIELD
    restore_field(store, "outreach", outreach.id, "held_on", entries["held_on"].before)
    assert store.need(Outreach, outreach.id) == outreach
    store.undo()
    assert store.need(Outreach, outreach.id).held_on == date(2026, 2, 1)


def test_a_list_an_empty_value_and_a_word_of_a_closed_list_are_restored(store):
    store_ghana = desk.keep(store, replace(GHANA, aliases=("Cộng hòa Ga-na",)))
    restore_field(store, "participant", GHANA.id, "aliases", None)
    assert store.need(Participant, GHANA.id).aliases == ()
    restore_field(store, "participant", GHANA.id, "aliases", list(store_ghana.aliases))
    assert store.need(Participant, GHANA.id).aliases == ("Cộng hòa Ga-na",)
    event = desk.keep(store, Event(name="Lễ ký"))
    restore_field(store, "event", event.id, "kind", "ceremony")
    restore_field(store, "event", event.id, "kind", None)
    assert store.need(Event, event.id).kind is Event(name="").kind


def test_a_value_that_would_break_a_rule_is_refused_and_nothing_is_written(store):
    outreach = contact(store)
    (promise,) = store.all(Query(Commitment))
    desk.keep(store, replace(promise, grade=Grade.PROMISED))
    before = store.saves(1)
    with pytest.raises(Refused):
        restore_field(store, "commitment", promise.id, "outreach", None)
    with pytest.raises(Refused):
        restore_field(store, "outreach", outreach.id, "time", "25:00")
    assert store.saves(1) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lead_mission", "x"),
        ("kind", "teleconference_in_2031"),
        ("held_on", "soon"),
        ("held_on", None),
        ("summary", {"rich": True}),
    ],
)
def test_what_this_program_does_not_know_is_not_restored(store, field, value):
    outreach = meeting(store, "Một")
    with pytest.raises(CannotRestore):
        restore_field(store, "outreach", outreach.id, field, value)


def test_a_value_that_names_a_deleted_record_is_not_restored(store):
    event = desk.keep(store, Event(name="Lễ ký"))
    outreach = meeting(store, "Một")
    desk.remove(store, event)
    with pytest.raises(CannotRestore):
        restore_field(store, "outreach", outreach.id, "event", event.id)
    with pytest.raises(CannotRestore):
        restore_field(store, "event", event.id, "name", "Lễ")


def test_the_history_of_a_record_with_thousands_of_changes_comes_a_page_at_a_time(store):
    outreach = meeting(store, "0")
    for number in range(1, 60):
        desk.keep(store, replace(outreach, summary=str(number), place=str(number)))
    told, before = [], None
    for size in itertools.chain([25, 25], itertools.repeat(25)):
        page = store.history(outreach, size, before)
        if not page:
            break
        saves = list(dict.fromkeys(entry.save for entry in page))
        assert len(saves) <= size
        before = saves[-1].hlc
        told += page
    assert told == store.history(outreach)
    assert len({entry.save for entry in told}) == 60
