"""Records and search index are derived from the log of changes: made anew from it they come out equal."""

from dataclasses import replace
from datetime import date

from desk_file import GHANA, IVORY_COAST, derived, log, looking, meeting
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import anchors, records

from hanoi_desk.records import KINDS, Event, Mission, MissionKind, Officer, Outreach, Participant, Person
from hanoi_desk.store import Action, Query, Store

CLEARED = [kind.table for kind in KINDS] + [
    "save",
    "person_distinct_from",
    "meeting_ours",
    "event_co_hosts",
    "event_attended",
    "pack_participants",
    "event_hosts",
    "event_host_organisations",
    "outreach_organisations",
]


def wiped(path) -> None:
    """Empty every derived table, as if only the log had been saved from a wreck."""
    with looking(path) as connection:
        for table in CLEARED:
            connection.execute(f"delete from {table}")
        connection.execute("insert into search(search) values ('delete-all')")


def test_a_desk_comes_back_whole_from_its_log_alone(tmp_path):
    path = tmp_path / "desk.hdesk"
    with Store.create(path) as store:
        mission = Mission(kind=MissionKind.EMBASSY, name_en="Embassy")
        event = Event(name="Ceremony", hosts=(GHANA.id, IVORY_COAST.id))
        with store.change(Action.START_DESK) as change:
            change.save(IVORY_COAST)
            change.save(GHANA)
            change.save(mission)
            change.save(event)
        kept = meeting(store, "Hội đàm", "Sẽ phê chuẩn")
        gone = meeting(store, "Gặp bên lề")
        with store.change(Action.DELETE_OUTREACH) as change:
            change.delete(gone)
        with store.change(Action.EDIT_RECORD) as change:
            change.save(replace(event, hosts=(IVORY_COAST.id,)))
            change.save(replace(kept, held_on=date(2026, 3, 1)))
        store.undo()
        store.redo()
        store.undo()
        before, changes = derived(path), log(path)
    wiped(path)
    with Store.open(path) as store:
        assert store.search("phe chuan") == []
        store.rebuild()
        assert derived(path) == before
        assert log(path) == changes
        assert [hit.id for hit in store.search("phe chuan")] == [kept.id]
        assert store.need(Event, event.id) == event
        assert store.can_redo().action is Action.EDIT_RECORD


@settings(max_examples=40)
@given(st.lists(st.sampled_from(KINDS).flatmap(records), min_size=1, max_size=6))
def test_any_records_come_back_from_the_log(tmp_path_factory, made):
    path = tmp_path_factory.mktemp("desk") / "desk.hdesk"
    with Store.create(path) as store:
        with store.change(Action.START_DESK) as change:
            for record in (*anchors(), *made):
                change.save(record)
        before = derived(path)
        store.rebuild()
        assert derived(path) == before


def test_what_a_later_program_wrote_stays_in_the_log_and_the_rest_is_read(tmp_path):
    path = tmp_path / "desk.hdesk"
    with Store.create(path) as store:
        outreach = meeting(store, "Hội đàm")
    (stream, seq, hlc) = log(path)[-1][:3]
    later = [
        ("save", "save-9", "*", '{"action":"teleport","label":"Later"}'),
        ("outreach", outreach.id, "mood", '"cordial"'),
        ("outreach", outreach.id, "place", '"Viên"'),
        ("ask", "ask-1", "*", '{"what":"training"}'),
        ("officer", "officer-1", "name", '"An"'),  # an edit of what has not arrived yet
        ("officer", "officer-2", "_deleted", '{"saw":[]}'),
        ("person", "person-1", "*", '{"name":"Ama"}'),  # without a word that this program has a list for
        ("person", "person-1", "name", '"Ama Mensah"'),
    ]
    with looking(path) as connection:
        for number, (table, record_id, field, value) in enumerate(later, 1):
            prev = "[[7,1]]" if field == "name" else "[]"
            connection.execute(
                "insert into change values (?, ?, ?, '', 'save-9', ?, ?, ?, ?, ?)",
                (stream, seq + number, hlc + number, table, record_id, field, value, prev),
            )
    changes = log(path)
    with Store.open(path) as store:
        store.rebuild()
        assert log(path) == changes
        assert store.need(Outreach, outreach.id) == replace(outreach, place="Viên")
        assert store.need(Person, "person-1") == Person(id="person-1", name="Ama Mensah")
        assert (store.saves(1)[0].action, store.saves(1)[0].label) == (Action.EDIT_RECORD, "Later")
        assert {entry.field for entry in store.history(outreach)} == {"*", "mood", "place"}
        assert store.all(Query(Officer)) == []
        store.undo()
        assert store.need(Outreach, outreach.id) == outreach


def test_a_desk_can_be_used_on_after_it_was_rebuilt(tmp_path):
    with Store.create(tmp_path / "desk.hdesk") as store:
        meeting(store, "One")
        store.rebuild()
        second = meeting(store, "Two")
        store.undo()
        assert store.get(Outreach, second.id) is None
        assert store.get(Participant, GHANA.id) == GHANA
        with looking(store.path) as connection:
            assert connection.execute("pragma foreign_key_check").fetchall() == []
            assert connection.execute("insert into search(search, rank) values ('integrity-check', 0)") is not None
