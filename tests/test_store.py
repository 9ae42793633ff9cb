"""The store keeps any record, logs each change in the format of exchange.md, and answers questions about records."""

import itertools
import json
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import ClassVar

import pytest
from desk_file import GHANA, IVORY_COAST, derived, log, looking, meeting, participant, rows
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import anchors, records

from hanoi_desk.records import (
    KINDS,
    Event,
    Mission,
    MissionKind,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachKind,
    Participant,
    Person,
    Record,
    RegionalGroup,
    Stance,
)
from hanoi_desk.records.base import record
from hanoi_desk.store import Action, Query, Store, StoreError, codec

#: A clock that stands still in January 2026, in milliseconds.
NOW = int(datetime(2026, 1, 15, 9, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "desk.hdesk"


@pytest.fixture
def store(path):
    with Store.create(path, clock=lambda: NOW) as store:
        yield store


def keep(store: Store, *given: object, action: Action = Action.ADD_RECORD) -> None:
    with store.change(action) as change:
        for record in given:
            change.save(record)


def logged(path: Path) -> list[dict[str, object]]:
    names = ("stream", "seq", "hlc", "who", "txn", "tbl", "rec", "fld", "val", "prev")
    return [
        {**dict(zip(names, row, strict=True)), "val": json.loads(row[8]), "prev": json.loads(row[9])}
        for row in log(path)
    ]


# ---- records ----


@pytest.fixture(scope="module")
def anchored(tmp_path_factory):
    with Store.create(tmp_path_factory.mktemp("desk") / "desk.hdesk") as store:
        keep(store, *anchors(), action=Action.START_DESK)
        yield store


@settings(max_examples=150)
@given(st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(records(kind), records(kind))))
def test_any_record_comes_back_as_it_was_new_and_changed(anchored, pair):
    first, second = pair
    keep(anchored, first)
    assert anchored.get(type(first), first.id) == first
    changed = replace(second, id=first.id)
    keep(anchored, changed)
    assert anchored.many(type(first), [first.id]) == [changed]


def test_a_kind_with_a_field_that_has_no_place_in_a_desk_is_a_fault_of_ours():
    @record
    class Rate(Record):
        table: ClassVar[str] = "rate"
        per_cent: float

    with pytest.raises(TypeError, match="per_cent"):
        codec._shape(0, Rate)


def test_a_record_that_is_not_there_or_deleted_is_none(store):
    keep(store, GHANA)
    assert store.get(Participant, "nowhere") is None
    assert store.get(Officer, GHANA.id) is None
    assert store.need(Participant, GHANA.id) == GHANA
    with store.change(Action.DELETE_RECORD) as change:
        change.delete(GHANA)
    assert store.get(Participant, GHANA.id) is None
    with pytest.raises(KeyError):
        store.need(Participant, GHANA.id)


def test_many_come_in_the_order_asked_for_however_many(store):
    officers = [Officer(name=f"{number}") for number in range(1200)]
    keep(store, *officers)
    turned = officers[::-1]
    assert store.many(Officer, [o.id for o in turned]) == turned
    assert store.many(Officer, [officers[5].id, "nowhere", officers[5].id]) == [officers[5]] * 2
    assert store.many(Officer, []) == []
    assert store.count(Query(Officer, where=(("id", "in", [o.id for o in officers] * 300),))) == 1200


def test_a_link_to_nothing_is_a_fault_of_ours_and_keeps_nothing(store, path):
    changes = log(path)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        keep(store, GHANA, Event(name="Ceremony", hosts=("nowhere",)))
    assert log(path) == changes
    assert store.get(Participant, GHANA.id) is None


def test_links_may_point_to_what_is_saved_later_in_the_same_save(store):
    part = Organisation(name_en="Part", parent="whole")
    event = Event(name="Ceremony", hosts=(GHANA.id, GHANA.id), host_organisations=(part.id,))
    keep(store, event, part, Organisation(id="whole", name_en="Whole"), GHANA)
    assert (store.need(Event, event.id), store.need(Organisation, part.id)) == (event, part)


def test_a_very_long_record_is_kept_whole_with_no_change_over_64_kib(store, path):
    outreach = Outreach(
        held_on=date(2026, 1, 1), summary="Dài", notes="ế" * 19_000, comment="y" * 55_000, questions="?"
    )
    keep(store, outreach)
    assert store.get(Outreach, outreach.id) == outreach
    assert [row["fld"] for row in logged(path)][1:] == ["*", "notes"]
    assert max(len(row[8].encode()) for row in log(path)) <= 64 * 1024
    before = derived(path)
    store.rebuild()
    assert derived(path) == before
    store.undo()
    assert store.get(Outreach, outreach.id) is None


# ---- the log of changes ----


def test_a_new_record_is_one_change_and_a_save_one_transaction(store, path):
    store.set_local("officer", "officer-1")
    outreach = meeting(store, "Hội đàm", "Sẽ ký")
    changes = logged(path)
    assert [(c["tbl"], c["fld"]) for c in changes] == [
        ("save", "*"),
        ("participant", "*"),
        ("outreach", "*"),
        ("outreach_country", "*"),
    ]
    assert {c["txn"] for c in changes} == {changes[0]["rec"]}
    assert {c["who"] for c in changes} == {"officer-1"}
    assert {tuple(c["prev"]) for c in changes} == {()}
    assert changes[0]["val"] == {"action": "log_outreach", "label": "Hội đàm"}
    assert changes[2]["rec"] == outreach.id
    assert changes[2]["val"]["summary"] == "Hội đàm"
    assert "notes" not in changes[2]["val"]


def test_each_field_that_was_edited_is_a_change_that_names_the_one_it_replaces(store, path):
    outreach = meeting(store, "One")
    whole = next([c["stream"], c["seq"]] for c in logged(path) if c["tbl"] == "outreach")
    keep(store, replace(outreach, summary="Two", minutes=30))
    keep(store, replace(outreach, summary="", minutes=30, held_on=date(2026, 2, 2)))
    edits = {(c["fld"], c["val"]): c for c in logged(path) if c["tbl"] == "outreach" and c["fld"] != "*"}
    assert set(edits) == {("summary", "Two"), ("minutes", 30), ("summary", None), ("held_on", "2026-02-02")}
    assert (
        edits["summary", "Two"]["prev"]
        == edits["minutes", 30]["prev"]
        == edits["held_on", "2026-02-02"]["prev"]
        == [whole]
    )
    second = edits["summary", "Two"]
    assert edits["summary", None]["prev"] == [[second["stream"], second["seq"]]]


def test_a_deletion_names_every_value_that_was_seen_and_replaces_none_of_them(store, path):
    outreach = meeting(store, "One")
    keep(store, replace(outreach, summary="Two"))
    seen = [[c["stream"], c["seq"]] for c in logged(path) if c["tbl"] == "outreach"]
    with store.change(Action.DELETE_OUTREACH) as change:
        change.delete(outreach)
    deletion = logged(path)[-1]
    assert (deletion["fld"], deletion["val"], deletion["prev"]) == ("_deleted", {"saw": seen}, [])
    store.undo()
    back = logged(path)[-1]
    assert (back["fld"], back["val"], back["prev"]) == ("_deleted", None, [[deletion["stream"], deletion["seq"]]])


def test_places_in_the_log_have_no_gaps_and_its_clock_never_goes_back(path):
    wall = iter([NOW, NOW + 5, NOW - 10**10, 0, NOW + 1, NOW + 10**9, NOW])
    with Store.create(path, clock=lambda: next(wall)) as store:
        for number in range(6):
            meeting(store, f"{number}")
        store.undo()
    changes = logged(path)
    assert [c["seq"] for c in changes] == list(range(1, len(changes) + 1))
    clock = [c["hlc"] for c in changes]
    assert clock == sorted(set(clock))
    assert clock[0] >> 16 == NOW
    assert max(clock) >> 16 == NOW + 10**9


def test_values_are_canonical_json(store, path):
    keep(store, replace(GHANA, aliases=("Gana", 'a "b"'), name_vi="Gha-na ế", un_member_since=date(1957, 3, 8)))
    texts = [row[8] for row in log(path)]
    assert texts == [
        json.dumps(json.loads(t), sort_keys=True, separators=(",", ":"), ensure_ascii=False) for t in texts
    ]


def test_a_save_in_which_nothing_changed_leaves_no_trace(store, path):
    outreach = meeting(store, "One")
    told = []
    store.listen(told.append)
    before = path.read_bytes()
    with store.change(Action.EDIT_OUTREACH) as change:
        change.save(outreach)
        change.delete(Officer(name="nobody"))
    with store.change(Action.EDIT_OUTREACH):
        pass
    assert path.read_bytes() == before
    assert told == []
    assert len(store.saves(10)) == 1


def test_deleting_twice_is_deleting_once(store, path):
    outreach = meeting(store, "One")
    for _ in range(2):
        with store.change(Action.DELETE_OUTREACH) as change:
            change.delete(outreach)
    assert len([c for c in logged(path) if c["fld"] == "_deleted"]) == 1
    store.undo()
    assert store.get(Outreach, outreach.id) == outreach


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_a_save_that_fails_on_the_way_leaves_nothing(store, path, failure):
    before = path.read_bytes()
    told = []
    store.listen(told.append)
    with pytest.raises(failure), store.change(Action.LOG_OUTREACH) as change:  # noqa: PT012
        change.save(GHANA)
        change.keep_file("status.xml", b"<xml/>")
        raise failure
    assert (path.read_bytes(), told, store.get(Participant, GHANA.id)) == (before, [], None)
    meeting(store, "the next one")
    assert [c["seq"] for c in logged(path)] == [1, 2, 3]


def test_listeners_are_told_once_when_a_save_is_kept(store, path):
    told = []
    stop = store.listen(lambda change: told.append((change, log(path))))
    outreach = meeting(store, "Hội đàm", "a", "b")
    ((change, seen),) = told
    assert seen == log(path)
    assert change.save == store.saves(1)[0]
    assert change.save.at == datetime(2026, 1, 15, 9, tzinfo=UTC)
    assert {table: len(ids) for table, ids in change.touched.items()} == {
        "participant": 1,
        "outreach": 1,
        "outreach_country": 2,
    }
    assert change.touched["outreach"] == {outreach.id}
    assert change.concerns("officer", "outreach")
    assert not change.concerns("officer", "mission")
    stop()
    store.undo()
    assert len(told) == 1


def test_another_laptop_goes_on_in_a_stream_of_its_own(path):
    with Store.create(path, installation="hanoi", clock=lambda: NOW) as store:
        outreach = meeting(store, "One")
    with Store.open(path, installation="vienna", clock=lambda: NOW - 10**9) as store:
        keep(store, replace(outreach, summary="Two"))
        keep(store, GHANA)
        keep(store, replace(GHANA, capital="Accra"))
        assert store.need(Outreach, outreach.id).summary == "Two"
    with Store.open(path, installation="hanoi", clock=lambda: NOW) as store:
        keep(store, replace(outreach, summary="Three"))
        store.undo()
        assert store.need(Outreach, outreach.id).summary == "Two"
        before = derived(path)
        store.rebuild()
        assert derived(path) == before
    streams = rows(path, "select number, id, installation from stream order by number")
    assert [s[2] for s in streams] == ["hanoi", "vienna"]
    assert {len(s[1]) for s in streams} == {32}
    changes = logged(path)
    for number in (1, 2):
        assert [c["seq"] for c in changes if c["stream"] == number] == list(
            range(1, 1 + sum(c["stream"] == number for c in changes))
        )
    clock = [c["hlc"] for c in sorted(changes, key=lambda c: (c["hlc"], c["stream"]))]
    assert clock == sorted(set(clock))


def test_two_programs_saving_in_turn_lose_nothing(path):
    Store.create(path).close()
    with Store.open(path) as one, Store.open(path) as two:
        for number in range(20):
            meeting((one, two)[number % 2], f"Hội đàm {number}")
        assert one.count(Query(Outreach)) == two.count(Query(Outreach)) == 20
        two.undo()
        one.undo()
        assert [o.summary for o in one.all(Query(Outreach))] == [f"Hội đàm {number}" for number in range(18)]
        one.redo()
        assert two.can_redo().label == "Hội đàm 19"
    assert [c["seq"] for c in logged(path)] == list(range(1, len(log(path)) + 1))


def test_a_save_inside_a_save_is_refused(store):
    with pytest.raises(StoreError), store.change(Action.ADD_RECORD):
        meeting(store, "inside")
    assert store.saves(1) == []


# ---- questions ----


@pytest.fixture
def asked(store):
    """Return a desk with a few participants, missions and meetings."""
    embassy = Mission(kind=MissionKind.EMBASSY, name_en="Embassy")
    keep(
        store,
        embassy,
        replace(GHANA, group=RegionalGroup.AFRICAN, priority=1, capital="Accra"),
        replace(IVORY_COAST, group=RegionalGroup.AFRICAN, un_member_since=date(1960, 9, 20)),
        participant("FR", "France", group=RegionalGroup.WESTERN_EUROPEAN, eu_member=True, priority=2),
    )
    for number, (country, kind) in enumerate(
        [(GHANA, OutreachKind.BILATERAL), (GHANA, OutreachKind.PHONE_CALL), (IVORY_COAST, OutreachKind.BILATERAL)]
    ):
        outreach = Outreach(held_on=date(2026, 1, 10 - number), kind=kind, summary=f"{number}", minutes=number or None)
        keep(store, outreach, OutreachCountry(outreach=outreach.id, participant=country.id, stance=Stance.NOT_STATED))
    return store


CALLS = Query(Outreach, where=(("kind", "=", OutreachKind.PHONE_CALL),))
CALLED = Query(OutreachCountry, where=(("outreach", "in", CALLS),), select="participant")


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        ((), "CI FR GH"),
        ((("key", "=", "GH"),), "GH"),
        ((("key", "!=", "GH"),), "CI FR"),
        ((("priority", "<", 2),), "CI GH"),
        ((("priority", "<=", 1), ("priority", ">", 0)), "GH"),
        ((("priority", ">=", 1),), "FR GH"),
        ((("group", "=", RegionalGroup.AFRICAN),), "CI GH"),
        ((("eu_member", "=", True),), "FR"),
        ((("key", "in", ("GH", "FR", "XX")),), "FR GH"),
        ((("group", "in", [RegionalGroup.AFRICAN]),), "CI GH"),
        ((("un_member_since", "in", [date(1960, 9, 20)]),), "CI"),
        ((("key", "in", ()),), ""),
        ((("un_member_since", "is", None),), "FR GH"),
        ((("un_member_since", "is_not", None),), "CI"),
        ((("un_member_since", "!=", date(1961, 1, 1)),), "CI FR GH"),
        ((("un_member_since", ">", date(1950, 1, 1)),), "CI"),
        ((("id", "=", GHANA.id),), "GH"),
        ((("id", "in", Query(OutreachCountry, select="participant")),), "CI GH"),
        ((("id", "in", CALLED),), "GH"),
        ((("name_en", "=", "'; drop table change; --"),), ""),
    ],
)  # fmt: skip
def test_conditions_keep_what_they_say(asked, where, keys):
    query = Query(Participant, where=where, order_by="key")
    assert " ".join(p.key for p in asked.all(query)) == keys
    assert asked.count(query) == len(keys.split())


def test_has_keeps_records_whose_list_holds_a_link(asked):
    (embassy,) = asked.ids(Query(Mission))
    assert asked.ids(Query(Officer, where=(("mission", "=", embassy),))) == []


def test_an_unknown_field_or_operator_never_reaches_the_file(asked):
    for where in ((("nonsense", "=", 1),), (("key = '' or 1", "=", 1),), (("key", "like", "%"),)):
        with pytest.raises(KeyError):
            asked.ids(Query(Participant, where=where))
    for query in (Query(Participant, order_by="x; --"), Query(Participant, select="x")):
        with pytest.raises(KeyError):
            asked.ids(query)
    with pytest.raises(KeyError):
        asked.tally(Query(Participant), "x")


def test_titles_sort_in_the_vietnamese_alphabet(store):
    names = [
        "Đặng",
        "An",
        "Ăng",
        "Ân",
        "Dũng",
        "Em",
        "Ế",
        "Ê",
        "À",
        "Ả",
        "Ạ",
        "a",
        "Zambia",
        "Bình",
        "Ông",
        "Ơn",
        "Ưng",
        "Ung",
        "12",
    ]
    people = [Person(name=name) for name in names]
    keep(store, *people)
    expected = [
        "12",
        "a",
        "À",
        "Ả",
        "Ạ",
        "An",
        "Ăng",
        "Ân",
        "Bình",
        "Dũng",
        "Đặng",
        "Em",
        "Ê",
        "Ế",
        "Ông",
        "Ơn",
        "Ung",
        "Ưng",
        "Zambia",
    ]
    for order in ("title", "name"):
        assert [p.name for p in store.all(Query(Person, order_by=order))] == expected
        assert [p.name for p in store.all(Query(Person, order_by=order, descending=True))] == expected[::-1]
    assert [p.name for p in store.all(Query(Person, order_by="-title"))] == expected[::-1]


def test_order_may_go_by_several_fields_each_its_own_way(asked):
    query = Query(Participant, order_by=("group", "-key"))
    assert [p.key for p in asked.all(query)] == ["GH", "CI", "FR"]
    assert [p.key for p in asked.all(replace(query, descending=True))] == ["FR", "CI", "GH"]
    assert [o.minutes for o in asked.all(Query(Outreach, order_by="held_on"))] == [2, 1, None]


def test_pages_never_overlap_though_all_are_equal(store):
    keep(store, *(Officer(name="An", title="Bí thư") for _ in range(50)))
    for descending in (False, True):
        query = Query(Officer, order_by=("name", "title"), descending=descending)
        whole = store.ids(query)
        pages = [store.ids(replace(query, limit=7, offset=start)) for start in range(0, 56, 7)]
        assert list(itertools.chain(*pages)) == whole
        assert len(set(whole)) == 50
    assert store.ids(Query(Officer, offset=48)) == store.ids(Query(Officer))[48:]


def test_a_tally_counts_by_each_value(asked):
    assert asked.tally(Query(Participant), "group") == {RegionalGroup.AFRICAN: 2, RegionalGroup.WESTERN_EUROPEAN: 1}
    assert asked.tally(Query(Outreach), "minutes") == {None: 1, 1: 1, 2: 1}
    assert asked.tally(Query(Participant, where=(("key", "=", "FR"),)), "eu_member") == {True: 1}
    assert asked.tally(Query(Event), "kind") == {}


def test_the_latest_contact_of_each_participant_is_the_newest_that_stands(asked):
    newest = lambda: asked.latest(OutreachCountry, "participant", "outreach", "held_on", Outreach)  # noqa: E731
    by_summary = {o.summary: o.id for o in asked.all(Query(Outreach))}
    assert newest() == {GHANA.id: by_summary["0"], IVORY_COAST.id: by_summary["2"]}
    with asked.change(Action.DELETE_OUTREACH) as change:
        change.delete(asked.need(Outreach, by_summary["0"]))
    assert newest() == {GHANA.id: by_summary["1"], IVORY_COAST.id: by_summary["2"]}
    with asked.change(Action.DELETE_RECORD) as change:
        for link in asked.all(Query(OutreachCountry)):
            change.delete(link)
    assert newest() == {}


# ---- what is not in the log ----


def test_settings_of_this_laptop_are_kept_but_not_logged(store, path):
    assert (store.local("officer"), store.who) == (None, "")
    store.set_local("officer", "o-1")
    store.set_local("officer", "o-2")
    assert (store.local("officer"), store.who) == ("o-2", "o-2")
    assert log(path) == []


def test_a_draft_is_on_disk_until_it_is_dropped(path):
    with Store.create(path, clock=lambda: NOW) as store:
        assert store.draft("outreach") is None
        store.keep_draft("outreach", '{"notes": "Đang viết"}')
        store.keep_draft("outreach", '{"notes": "Đang viết tiếp"}', record="o-1")
    with Store.open(path) as store:
        draft = store.draft("outreach")
        assert (draft.json, draft.record, draft.form) == ('{"notes": "Đang viết tiếp"}', "o-1", "outreach")
        assert draft.saved_at == datetime(2026, 1, 15, 9, tzinfo=UTC)
        store.drop_draft("outreach")
        assert store.draft("outreach") is None
    assert log(path) == []


def test_a_file_is_kept_once_inside_the_desk(store, path):
    held = b"<xml>" + bytes(range(256)) * 100
    with store.change(Action.IMPORT_STATUS) as change:
        change.save(GHANA)
        digests = {change.keep_file("status.xml", held), change.keep_file("again.xml", held)}
    (digest,) = digests
    assert store.file(digest) == held
    assert store.file("nowhere") is None
    assert rows(path, "select name, size from blob") == [("status.xml", len(held))]


# ---- the plans that keep it quick ----


def test_no_statement_of_a_save_reads_the_log_from_end_to_end(store, path):
    outreach = meeting(store, "One", "a", "b")
    statements = []
    store._connection.set_trace_callback(statements.append)
    keep(store, replace(outreach, summary="Two"))
    meeting(store, "Three", "c")
    store.undo()
    store.redo()
    with store.change(Action.DELETE_OUTREACH) as change:
        change.delete(outreach)
    store.can_undo()
    store.can_redo()
    store.history(outreach)
    store._connection.set_trace_callback(None)
    with looking(path) as connection:
        connection.create_function("sorted", 1, str)
        plans = [
            (step[3], statement)
            for statement in set(statements)
            if statement.lstrip().startswith(("select", "insert", "update", "delete"))
            for step in connection.execute(f"explain query plan {statement}").fetchall()
        ]
    assert len(plans) > 20
    for step, statement in plans:
        scanned = step.startswith("SCAN") and "stream" not in step and "CONSTANT ROW" not in step
        # Saves are walked from the newest; the first that fits ends it.
        assert not scanned or "save_in_order" in step or "VIRTUAL TABLE INDEX" in step, (step, statement)


def test_a_long_list_by_date_or_title_is_read_from_its_index_alone(store, path):
    for order, index in (("held_on", "outreach_held_on"), ("title", "outreach_title")):
        statements = []
        store._connection.set_trace_callback(statements.append)
        store.ids(Query(Outreach, order_by=order, descending=True))
        store._connection.set_trace_callback(None)
        (plan,) = [step[3] for step in rows(path, f"explain query plan {statements[0]}")]
        assert plan == f"SCAN outreach USING COVERING INDEX {index}"


def test_the_identifier_of_a_save_is_its_time_and_chance(store):
    meeting(store, "One")
    meeting(store, "Two")
    two, one = (uuid.UUID(save.id) for save in store.saves(2))
    assert one.version == two.version == 7
    assert len({one.int & (2**62 - 1), two.int & (2**62 - 1)}) == 2
