"""A desk goes out into a folder and comes back equal; what is damaged or hostile is refused and nothing is written."""

import csv
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ready_desks import filled
from strategies import anchors, records

from hanoi_desk import desk
from hanoi_desk.desk.exchange_folder import Standing, compare_folder, import_folder
from hanoi_desk.folder import FolderError, FolderFault, read_folder, write_folder
from hanoi_desk.language import Language
from hanoi_desk.records import (
    KINDS,
    Audience,
    Event,
    FollowUp,
    Issue,
    Message,
    Organisation,
    Outreach,
    OutreachPerson,
    Participant,
    Person,
    Side,
    Source,
    SourceKind,
    fixed_id,
)
from hanoi_desk.sheets import harmless
from hanoi_desk.store import Action, Query, Store

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
EN, VI = Language.EN, Language.VI


def everything(store):
    """Return all records of all kinds by identifier."""
    return {record.id: record for kind in KINDS for record in store.all(Query(kind))}


def export(store, folder):
    write_folder(store, folder, EN, NOW)
    return folder


def take_in(store, folder):
    comparison = compare_folder(store, read_folder(folder))
    import_folder(store, comparison)
    return comparison


def keep(store, *kept):
    with store.change(Action.ADD_RECORD) as change:
        for record in kept:
            change.save(record)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Return the sample desk with lists of links in an order of their own, and a file kept inside."""
    with Store.create(tmp_path_factory.mktemp("sample") / "Bàn mẫu.hdesk") as store:
        desk.start_sample(store)
        hosts = [p.id for p in store.all(Query(Participant, order_by="-key", limit=3))]
        bodies = [Organisation(name_en=name) for name in ("C", "A", "B")]
        with store.change(Action.ADD_RECORD) as change:
            digest = change.keep_file("../../status.xml", b"<status/>")
            change.save(Source(kind=SourceKind.DEPOSITARY, title="Status", file_name="../x", file_sha256=digest))
            for body in bodies:
                change.save(body)
            bodies = tuple(body.id for body in bodies)
            notes = "a\u2028b\r\nc\x85d\te\x0b"
            change.save(Event(name="Reception", hosts=tuple(hosts), host_organisations=bodies, notes=notes))
        gone = FollowUp(what="Dropped")
        keep(store, gone)
        desk.remove(store, gone)
        yield store


@pytest.fixture(scope="module")
def exported(sample, tmp_path_factory):
    return export(sample, tmp_path_factory.mktemp("out") / "desk")


def fill_small(store):
    """Put a few records of the kinds that are spoilt below into a desk, and a file."""
    kenya = Participant(id=fixed_id("participant", "KE"), key="KE", name_en="Kenya", name_vi="Kê-ni-a")
    people = [Person(name=f"Sample {number}") for number in range(18)]
    alone, met = (Outreach(held_on=date(2026, 11, day), summary="Gặp") for day in (2, 3))
    with store.change(Action.ADD_RECORD) as change:
        digest = change.keep_file("status.xml", b"<status/>")
        change.save(Source(kind=SourceKind.DEPOSITARY, title="Status", file_name="x", file_sha256=digest))
        message = Message(code="own", audiences=(Audience.ALL,), point_en="Sign", point_vi="Ký")
        for record in (kenya, *people, alone, met, message):
            change.save(record)
        change.save(OutreachPerson(outreach=met.id, side=Side.THEIRS, name="Ann", person=people[0].id, lead=True))
        for what in ("Call", "Write"):
            change.save(FollowUp(what=what, outreach=met.id, participant=kenya.id))


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Return the exported folder of a small desk."""
    place = tmp_path_factory.mktemp("small")
    with Store.open(filled(place / "small.hdesk", fill_small)) as store:
        return export(store, place / "desk")


@pytest.fixture
def folder(small, tmp_path):
    """Return a copy of the small desk's folder, to be spoilt."""
    return Path(shutil.copytree(small, tmp_path / "folder"))


def nothing(store):
    """Leave a desk empty."""


@pytest.fixture
def empty(tmp_path):
    with Store.open(filled(tmp_path / "empty.hdesk", nothing)) as store:
        yield store


# ---- there and back


def test_the_sample_desk_comes_back_equal_in_an_empty_desk(sample, exported, empty):
    take_in(empty, exported)
    assert everything(empty) == everything(sample)
    assert len(everything(empty)) > 1000
    [source] = empty.all(Query(Source, (("title", "=", "Status"),)))
    assert empty.file(source.file_sha256) == b"<status/>"


def test_the_sample_desk_comes_back_equal_in_a_new_desk_in_one_step(sample, exported, tmp_path):
    with Store.create(tmp_path / "new.hdesk") as store:
        desk.start_desk(store)
        before = everything(store)
        comparison = take_in(store, exported)
        assert everything(store) == everything(sample)
        assert comparison.count(Standing.NEW) + comparison.count(Standing.CHANGED) < len(everything(store))
        assert store.saves(1)[0].action is Action.IMPORT_RECORDS
        store.undo()
        assert everything(store) == before


def test_a_desk_has_nothing_new_to_learn_from_its_own_folder(sample, exported):
    before = sample.saves(1)
    comparison = take_in(sample, exported)
    assert (comparison.count(Standing.NEW), comparison.count(Standing.CHANGED)) == (0, 0)
    assert comparison.count(Standing.SAME) == len(everything(sample))
    assert sample.saves(1) == before


def test_what_is_kept_again_goes_out_the_same(exported, empty, tmp_path):
    take_in(empty, exported)
    again = export(empty, tmp_path / "again")
    for kind in KINDS:
        name = f"{kind.table}.jsonl"
        ordered = [sorted((f / name).read_bytes().splitlines()) for f in (exported, again)]
        assert ordered[0] == ordered[1]


@settings(max_examples=40)
@given(record=st.sampled_from(KINDS).flatmap(records))
def test_any_record_is_read_as_it_was_written(tmp_path_factory, record):
    folder = tmp_path_factory.mktemp("any")
    with Store.create(folder / "any.hdesk") as store:
        keep(store, *anchors(), record)
        read = read_folder(export(store, folder / "out"))
        assert read.refused == ()
        assert {row.record.id: row.record for row in read.rows} == everything(store)


def test_a_changed_record_is_told_by_its_fields_and_taken_as_the_folder_has_it(exported, empty):
    take_in(empty, exported)
    [kenya] = empty.all(Query(Participant, (("key", "=", "KE"),)))
    keep(empty, replace(kenya, capital="Mombasa", memberships=kenya.memberships[::-1]))
    comparison = compare_folder(empty, read_folder(exported))
    [changed] = [c for c in comparison.records if c.standing is Standing.CHANGED]
    assert (changed.record, changed.fields) == (kenya, ("memberships", "capital"))
    import_folder(empty, comparison)
    assert empty.need(Participant, kenya.id) == kenya


def test_what_the_desk_has_more_is_left_alone_and_what_it_deleted_comes_back(exported, empty):
    take_in(empty, exported)
    more = FollowUp(what="Call back")
    keep(empty, more)
    [event] = empty.all(Query(Event, (("name", "=", "Reception"),)))
    desk.remove(empty, event)
    assert take_in(empty, exported).count(Standing.NEW) == 1
    assert empty.need(Event, event.id) == event
    assert empty.need(FollowUp, more.id) == more


def test_comparing_writes_nothing(exported, empty):
    before = empty.path.read_bytes()
    compare_folder(empty, read_folder(exported))
    assert empty.path.read_bytes() == before


# ---- what was deleted


def test_a_link_to_a_deleted_record_stays_at_home_and_is_let_go_elsewhere(empty, tmp_path):
    person, host = Person(name="Ann"), Participant(key="KE", name_en="Kenya", name_vi="Kê-ni-a")
    gone = Participant(key="XX", name_en="Gone", name_vi="Gone")
    met = Outreach(held_on=date(2026, 11, 3))
    there = OutreachPerson(outreach=met.id, side=Side.THEIRS, name="Ann", person=person.id)
    event = Event(name="Reception", hosts=(gone.id, host.id))
    keep(empty, person, host, gone, met, there, event)
    desk.remove(empty, person)
    desk.remove(empty, gone)
    out = export(empty, tmp_path / "out")
    assert take_in(empty, out).count(Standing.SAME) == 4
    with Store.create(tmp_path / "other.hdesk") as other:
        take_in(other, out)
        assert set(everything(other).values()) == {
            host,
            met,
            replace(there, person=None),
            replace(event, hosts=(host.id,)),
        }


def test_what_hangs_on_a_deleted_record_does_not_go_out(empty, tmp_path):
    met = Outreach(held_on=date(2026, 11, 3))
    there = OutreachPerson(outreach=met.id, side=Side.THEIRS, name="Ann")
    keep(empty, met, there)
    desk.remove(empty, met)
    assert read_folder(export(empty, tmp_path / "out")).rows == ()


# ---- the folder


def test_the_folder_is_marked_and_tells_what_it_holds(sample, exported):
    manifest = json.loads((exported / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == "hanoi-desk-folder"
    assert (manifest["version"], manifest["desk"], manifest["sample"]) == (1, "Bàn mẫu", True)
    assert manifest["made_on"] == "2026-11-22T14:30:00+00:00"
    assert manifest["marking"] == [
        "LƯU HÀNH NỘI BỘ - KHÔNG CHỨA BÍ MẬT NHÀ NƯỚC",
        "INTERNAL CIRCULATION - NO STATE SECRETS",
    ]
    for kind in KINDS:
        told = manifest["kinds"][kind.table]
        assert told["records"] == sample.count(Query(kind))
        assert told["jsonl"] == sha256((exported / f"{kind.table}.jsonl").read_bytes()).hexdigest()
        table = (exported / f"{kind.table} (INTERNAL CIRCULATION).csv").read_bytes()
        assert told["csv"] == sha256(table).hexdigest()
    assert [file.name for file in (exported / "files").iterdir()] == list(manifest["files"])
    assert len(list(exported.iterdir())) == 2 * len(KINDS) + 2
    assert list(exported.parent.glob(".*")) == []


def test_a_line_has_all_fields(exported):
    line = json.loads((exported / "follow_up.jsonl").read_text(encoding="utf-8").split("\n")[0])
    assert list(line) == [
        *("id", "what", "due_on", "owner", "participant", "outreach", "commitment", "state", "closed_on", "reason"),
        *("channel", "repeat", "event", "ask"),
    ]


@pytest.mark.parametrize(
    ("language", "marking", "name", "heading", "kind", "flag"),
    [
        (EN, "INTERNAL CIRCULATION - NO STATE SECRETS", "INTERNAL CIRCULATION", "Date", "Bilateral meeting", "Yes"),
        (VI, "LƯU HÀNH NỘI BỘ - KHÔNG CHỨA BÍ MẬT NHÀ NƯỚC", "LƯU HÀNH NỘI BỘ", "Ngày", "Tiếp xúc song phương", "Có"),
    ],
)
def test_a_table_speaks_to_people(empty, tmp_path, language, marking, name, heading, kind, flag):
    kenya = Participant(key="KE", name_en="Kenya", name_vi="Kê-ni-a")
    event = Event(name="=HYPERLINK()", hosts=(kenya.id,))
    met = Outreach(held_on=date(2026, 11, 3), event=event.id, minutes=90, summary="Gặp, “nói”\nxong")
    there = OutreachPerson(outreach=met.id, side=Side.THEIRS, name="Ann", lead=True)
    keep(empty, kenya, event, met, there)
    write_folder(empty, tmp_path / "out", language, NOW)
    path = tmp_path / "out" / f"outreach ({name}).csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        first, headings, row = csv.reader(file)
    assert first == [marking]
    assert headings[0] == heading
    cells = dict(zip(headings, row, strict=True))
    assert cells[heading] == "2026-11-03"
    assert {"'=HYPERLINK()", "90", "Gặp, “nói”\nxong", met.id, kind} - set(row) <= {kind}
    people = (tmp_path / "out" / f"outreach_person ({name}).csv").read_text(encoding="utf-8-sig")
    assert f",{flag}," in people


@pytest.mark.parametrize("trigger", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "﹣"])
@pytest.mark.parametrize("before", ["", " ", "\xa0", "\u3000 ", "\ufeff", "\u200b", " \n"])
def test_no_cell_is_a_formula(trigger, before):
    text = f"{before}{trigger}1+cmd|' /C calc'!A0"
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["\tx", "\rx", "\nx", "+84 24 3799 2000"])
def test_a_cell_that_a_spreadsheet_might_compute_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "Kenya", "1-2", "a=b", "'=x", "ủng hộ", "– dash"])
def test_other_cells_stay_as_they_are(text):
    assert harmless(text) == text


def test_the_folder_must_be_new_or_empty(sample, tmp_path):
    (tmp_path / "empty").mkdir()
    export(sample, tmp_path / "empty")
    before = sorted(tmp_path.rglob("*"))
    (tmp_path / "file").write_text("x")
    for name in ("empty", "file"):
        with pytest.raises(FolderError) as raised:
            export(sample, tmp_path / name)
        assert raised.value.refusal.why is FolderFault.NOT_EMPTY
    with pytest.raises(OSError, match="none"):
        export(sample, tmp_path / "none" / "folder")
    (tmp_path / "file").unlink()
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="there is no limit of a file's size to be set there")
def test_a_full_disk_leaves_nothing_half(sample, tmp_path):
    program = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from hanoi_desk.folder import write_folder
from hanoi_desk.language import Language
from hanoi_desk.store import Store
with Store.open(Path(sys.argv[1])) as store:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
    try:
        write_folder(store, Path(sys.argv[2]), Language.EN, datetime.now(UTC))
    except OSError as error:
        print("stopped", error.errno)
"""
    copy = tmp_path / "copy.hdesk"
    shutil.copy(sample.path, copy)
    (tmp_path / "here").mkdir()
    for name in ("new", "here"):
        done = subprocess.run(
            [sys.executable, "-c", program, copy, tmp_path / name], capture_output=True, text=True, check=True
        )
        assert done.stdout.startswith("stopped")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["copy.hdesk", "here"]


# ---- damaged and hostile folders


def spoil(folder, name, change, *, seal=True):
    """Change the bytes of a file; sealed, the manifest says that they are right."""
    path = folder / name
    data = change(path.read_bytes())
    path.write_bytes(data)
    if seal:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        told = manifest["kinds"][name.removesuffix(".jsonl")]
        told["jsonl"], told["records"] = sha256(data).hexdigest(), data.count(b"\n")
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def spoil_manifest(folder, change):
    manifest = json.loads((folder / "manifest.json").read_bytes())
    change(manifest)
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def spoil_line(folder, kind, **values):
    """Put other values into the first record of a kind."""

    def change(data):
        first, rest = data.split(b"\n", 1)
        return json.dumps({**json.loads(first), **values}).encode() + b"\n" + rest

    spoil(folder, f"{kind}.jsonl", change)


def refused_whole(folder):
    """Return why the folder is refused before any record is looked at, and in which file."""
    with pytest.raises(FolderError) as raised:
        read_folder(folder)
    return raised.value.refusal.why, raised.value.refusal.file


def refused_line(store, folder):
    """Return the one thing that cannot be taken; nothing of the folder is kept then."""
    before = store.path.read_bytes()
    comparison = compare_folder(store, read_folder(folder))
    [refusal] = comparison.refused
    with pytest.raises(FolderError):
        import_folder(store, comparison)
    assert store.path.read_bytes() == before
    return refusal


def test_what_is_no_folder_of_a_desk_is_refused(folder, tmp_path):
    assert refused_whole(tmp_path / "none")[0] is FolderFault.NO_MANIFEST
    assert refused_whole(tmp_path)[0] is FolderFault.NO_MANIFEST
    assert refused_whole(folder / "manifest.json")[0] is FolderFault.NO_MANIFEST
    spoil_manifest(folder, lambda m: m.update(format="something else"))
    assert refused_whole(folder)[0] is FolderFault.NO_MANIFEST


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda m: m.update(version=2), FolderFault.TOO_NEW),
        (lambda m: m.update(version="1"), FolderFault.BAD_MANIFEST),
        (lambda m: m.update(version=True), FolderFault.BAD_MANIFEST),
        (lambda m: m.pop("kinds"), FolderFault.BAD_MANIFEST),
        (lambda m: m.update(kinds=[]), FolderFault.BAD_MANIFEST),
        (lambda m: m["kinds"].update(person=5), FolderFault.BAD_MANIFEST),
        (lambda m: m["kinds"]["person"].update(jsonl="../person.jsonl"), FolderFault.BAD_MANIFEST),
        (lambda m: m["kinds"]["person"].update(records="18"), FolderFault.BAD_MANIFEST),
        (lambda m: m["kinds"]["person"].update(records=17), FolderFault.WRONG_COUNT),
        (lambda m: m["kinds"].update({"../person": m["kinds"]["person"]}), FolderFault.UNKNOWN_KIND),
        (lambda m: m["kinds"].update(spaceship=m["kinds"]["person"]), FolderFault.UNKNOWN_KIND),
        (lambda m: m.update(files={"../../manifest.json": 1}), FolderFault.BAD_MANIFEST),
        (lambda m: m.update(files=["a" * 64]), FolderFault.BAD_MANIFEST),
        (lambda m: m["files"].update({"a" * 64: 1}), FolderFault.UNUSED_FILE),
        (lambda m: m.update(deleted=["'; drop table"]), FolderFault.BAD_MANIFEST),
        (lambda m: m.update(sample="yes"), FolderFault.BAD_MANIFEST),
        (lambda m: m.pop("desk"), FolderFault.BAD_MANIFEST),
    ],
)
def test_a_manifest_that_cannot_be_right_is_refused(folder, change, why):
    spoil_manifest(folder, change)
    assert refused_whole(folder)[0] is why


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[]", b"[" * 200_000, b'{"format": 1, "format": 2}', b'{"version": NaN}', b"{" * 9]
)
def test_a_manifest_that_is_no_json_object_is_refused(folder, data):
    (folder / "manifest.json").write_bytes(data)
    assert refused_whole(folder)[0] is FolderFault.BAD_MANIFEST


def test_a_missing_or_changed_file_is_refused_by_name(folder):
    kept = next((folder / "files").iterdir())
    kept.write_bytes(b"other")
    assert refused_whole(folder) == (FolderFault.CHANGED_FILE, f"files/{kept.name}")
    kept.unlink()
    assert refused_whole(folder) == (FolderFault.MISSING_FILE, f"files/{kept.name}")
    spoil(folder, "person.jsonl", lambda data: data.replace(b"Sample", b"Simple"), seal=False)
    assert refused_whole(folder) == (FolderFault.CHANGED_FILE, "person.jsonl")
    (folder / "person.jsonl").unlink()
    assert refused_whole(folder) == (FolderFault.MISSING_FILE, "person.jsonl")


def test_a_file_cut_short_is_refused(folder):
    spoil(folder, "person.jsonl", lambda data: data[:-5], seal=False)
    assert refused_whole(folder) == (FolderFault.CHANGED_FILE, "person.jsonl")
    spoil(folder, "person.jsonl", lambda data: data)
    assert refused_whole(folder) == (FolderFault.CHANGED_FILE, "person.jsonl")


@pytest.mark.skipif(os.name == "nt", reason="links and pipes need rights there")
def test_a_link_or_a_pipe_is_no_file_of_the_folder(folder, tmp_path):
    person = folder / "person.jsonl"
    person.rename(tmp_path / "elsewhere")
    person.symlink_to(tmp_path / "elsewhere")
    assert refused_whole(folder) == (FolderFault.MISSING_FILE, "person.jsonl")
    person.unlink()
    os.mkfifo(person)
    assert refused_whole(folder) == (FolderFault.MISSING_FILE, "person.jsonl")


def test_a_file_that_changes_after_the_look_is_not_taken(folder, empty):
    comparison = compare_folder(empty, read_folder(folder))
    next((folder / "files").iterdir()).write_bytes(b"other")
    before = empty.path.read_bytes()
    with pytest.raises(FolderError):
        import_folder(empty, comparison)
    assert empty.path.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "why", "field"),
    [
        (b"", FolderFault.NOT_JSON, ""),
        (b"[]", FolderFault.NOT_JSON, ""),
        (b'{"id": ', FolderFault.NOT_JSON, ""),
        (b"[" * 100_000, FolderFault.NOT_JSON, ""),
        (b'{"id": ' * 100_000, FolderFault.NOT_JSON, ""),
        (b'{"id": ' + b"9" * 5000 + b"}", FolderFault.NOT_JSON, ""),
        (b'{"id": Infinity}', FolderFault.NOT_JSON, ""),
        (b'{"id": "\xe9"}', FolderFault.NOT_UTF_8, ""),
        (b'{"id": "' + b"x" * 3_000_000 + b'"}', FolderFault.LONG_LINE, ""),
        (b'{"name": "Ann"}', FolderFault.NOT_AN_ID, "id"),
        (b'{"id": 7, "name": "Ann"}', FolderFault.NOT_AN_ID, "id"),
        (b'{"id": "../../ann", "name": "Ann"}', FolderFault.NOT_AN_ID, "id"),
        (b'{"id": "{5f0c1d3e-7f0b-5a86-9f43-3a6a5b1c7d10}", "name": "A"}', FolderFault.NOT_AN_ID, "id"),
        (b'{"id": "5f0c1d3e-7f0b-5a86-9f43-3a6a5b1c7d10", "id": "x"}', FolderFault.FIELD_TWICE, "id"),
        (b'{"id": "5f0c1d3e-7f0b-5a86-9f43-3a6a5b1c7d10"}', Issue.MISSING, "name"),
    ],
)
def test_a_line_that_is_no_record_is_refused_by_number(folder, empty, line, why, field):
    spoil(folder, "message.jsonl", lambda data: data)
    spoil(folder, "person.jsonl", lambda data: data + line + b"\n")
    refusal = refused_line(empty, folder)
    assert (refusal.why, refusal.file, refusal.field) == (why, "person.jsonl", field)
    assert refusal.line == (folder / "person.jsonl").read_bytes().count(b"\n")


@pytest.mark.parametrize(
    ("kind", "values", "why"),
    [
        ("follow_up", {"colour": "red"}, FolderFault.UNKNOWN_FIELD),
        ("follow_up", {"deleted": 1}, FolderFault.UNKNOWN_FIELD),
        ("follow_up", {"what": None}, FolderFault.NO_VALUE),
        ("follow_up", {"what": 5}, FolderFault.WRONG_VALUE),
        ("follow_up", {"what": ["x"]}, FolderFault.WRONG_VALUE),
        ("follow_up", {"what": " "}, Issue.MISSING),
        ("follow_up", {"what": "a\0b"}, Issue.LETTER_NOT_ALLOWED),
        ("follow_up", {"what": "\ud800"}, Issue.LETTER_NOT_ALLOWED),
        ("follow_up", {"what": "x" * 60_001}, Issue.TOO_LONG),
        ("follow_up", {"what": "Gửi bản TỐI MẬT"}, FolderFault.SECRET_MARK),
        ("follow_up", {"state": "cooking"}, FolderFault.WRONG_VALUE),
        ("follow_up", {"state": None}, FolderFault.NO_VALUE),
        ("follow_up", {"due_on": "20261103"}, FolderFault.WRONG_VALUE),
        ("follow_up", {"due_on": "2026-02-30"}, FolderFault.WRONG_VALUE),
        ("follow_up", {"due_on": 20261103}, FolderFault.WRONG_VALUE),
        ("follow_up", {"owner": "me"}, FolderFault.WRONG_VALUE),
        ("follow_up", {"owner": fixed_id("no one")}, FolderFault.NO_SUCH_RECORD),
        ("follow_up", {"owner": fixed_id("participant", "KE")}, FolderFault.NO_SUCH_RECORD),
        ("outreach", {"held_on": None}, FolderFault.NO_VALUE),
        ("outreach", {"minutes": 1.5}, FolderFault.WRONG_VALUE),
        ("outreach", {"minutes": True}, FolderFault.WRONG_VALUE),
        ("outreach", {"minutes": 2**63}, FolderFault.WRONG_VALUE),
        ("outreach", {"minutes": -1}, Issue.OUT_OF_RANGE),
        ("outreach", {"organisations": "UN"}, FolderFault.WRONG_VALUE),
        ("outreach", {"organisations": {"a": 1}}, FolderFault.WRONG_VALUE),
        ("outreach", {"organisations": [[[]]]}, FolderFault.WRONG_VALUE),
        ("outreach", {"organisations": [fixed_id("none")]}, FolderFault.NO_SUCH_RECORD),
        ("outreach_person", {"lead": 7}, FolderFault.WRONG_VALUE),
        ("outreach_person", {"lead": None}, FolderFault.NO_VALUE),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused_by_file_line_and_field(folder, empty, kind, values, why):
    spoil_line(folder, kind, **values)
    refusal = refused_line(empty, folder)
    assert (refusal.why, refusal.file, refusal.line) == (why, f"{kind}.jsonl", 1)
    assert refusal.field in values


def test_an_identifier_is_taken_once_and_by_one_kind(folder, empty):
    person = fixed_id("someone")
    keep(empty, Person(id=person, name="Ann"))
    spoil(folder, "follow_up.jsonl", lambda data: data + f'{{"id": "{person}", "what": "Call"}}\n'.encode())
    assert refused_line(empty, folder).why is FolderFault.OTHER_KIND
    desk.remove(empty, empty.need(Person, person))
    assert refused_line(empty, folder).why is FolderFault.OTHER_KIND
    kenya = fixed_id("participant", "KE")
    spoil(folder, "follow_up.jsonl", lambda data: data.replace(person.encode(), kenya.encode()))
    assert refused_line(empty, folder).why is FolderFault.ID_TWICE


def test_a_field_that_is_left_out_is_empty(folder, empty):
    spoil(folder, "follow_up.jsonl", lambda _: f'{{"id": "{fixed_id("x")}", "what": "Call"}}\n'.encode())
    spoil_manifest(folder, lambda m: m["kinds"].pop("message"))
    take_in(empty, folder)
    assert empty.all(Query(FollowUp)) == [FollowUp(id=fixed_id("x"), what="Call")]


def test_a_mark_of_a_secret_that_the_desk_holds_already_is_no_bar(empty, tmp_path):
    keep(empty, FollowUp(what="TỐI MẬT"))
    assert take_in(empty, export(empty, tmp_path / "out")).count(Standing.SAME) == 1
