"""A person who was erased is gone: from the records, the log, the search, the drafts and the bytes of the file."""

import json
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from desk_file import GHANA, derived, log, rows

from hanoi_desk.records import (
    Appointment,
    Attachment,
    Commitment,
    FollowUp,
    Meeting,
    Officer,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    PromisedAct,
    Side,
    Treaty,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.naming import Naming
from hanoi_desk.text import fold

INSTEAD = "a person who was erased"
NAME = "Đỗ Quỳnh Zâyvơ"
PERSON = Person(id="p-1", name="Đỗ Quỳnh Zâyvo", participant=GHANA.id, notes="Prefers tea with Xanthippe")
POST = Appointment(
    id="a-1", person="p-1", title="Legal adviser Wurzelbrunft", email="zayvo@example.org", participant=GHANA.id
)
TALK = Outreach(id="o-1", held_on=date(2026, 1, 15), summary="The bill is on its way", notes="They sat late.")
PRESENT = OutreachPerson(
    id="op-1", outreach="o-1", side=Side.THEIRS, name="Zâyvo Đỗ Quỳnh", title="Legal adviser", person="p-1"
)
TREATY = Treaty(id="t-1", key="t", number="1", title_en="T")
PROMISE = Commitment(
    id="c-1",
    participant=GHANA.id,
    treaty="t-1",
    act=PromisedAct.RATIFY,
    made_on=date(2026, 1, 15),
    outreach="o-1",
    speaker="p-1",
    speaker_title="Đỗ Quỳnh Zâyvơ, Legal adviser",
)
SLOT = Meeting(id="m-1", on=date(2026, 2, 1), counterpart="p-1", counterpart_text="Do Quynh Zayvo", topic="The bill")
FILE = b"a curriculum vitae of some length"


def desk(path: Path) -> Store:
    """Return a desk that holds a person in every way in which it can."""
    store = Store.create(path)
    with store.change(Action.START_DESK) as change:
        change.save(GHANA)
        change.save(TREATY)
        change.save(Officer(id="officer", name="Nguyễn Thị An"))
    with store.change(Action.ADD_RECORD, PERSON.name) as change:
        change.save(PERSON)
        change.save(POST)
    with store.change(Action.EDIT_RECORD, NAME) as change:
        change.save(replace(PERSON, name=NAME))
    with store.change(Action.LOG_OUTREACH, TALK.summary) as change:
        change.save(TALK)
        change.save(OutreachCountry(id="oc-1", outreach="o-1", participant=GHANA.id, said="Soon."))
        change.save(PRESENT)
        change.save(PROMISE)
    with store.change(Action.PLAN_PROGRAMME) as change:
        change.save(SLOT)
    with store.change(Action.ATTACH_FILE, "CV of Đỗ Quỳnh Zâyvơ.pdf") as change:
        digest = change.keep_file("CV Do Quynh Zayvo.pdf", FILE)
        change.save(
            Attachment(
                id="f-1", name="CV Do Quynh Zayvo.pdf", sha256=digest, size=9, record_table="person", record="p-1"
            )
        )
    with store.change(Action.EDIT_RECORD) as change:
        change.save(replace(PRESENT, name=NAME))
    store.set_local("filters", json.dumps([{"text": "do quynh zayvo"}]))
    store.set_local("last", "Đỗ Quỳnh Zâyvơ")
    store.keep_draft("outreach", json.dumps({"people": ["Đỗ Quỳnh Zâyvơ, adviser"], "notes": "kept"}))
    return store


def traces(path: Path) -> list[str]:
    """Return the words of the person whose bytes are in the file, in any form in which they can lie there."""
    data = path.read_bytes()
    words = ["Zâyvơ", "Zâyvo", "Zayvo", "Quỳnh", "Quynh", "Wurzelbrunft", "Xanthippe", "curriculum"]
    forms = {
        form
        for word in words
        for one in (word, fold(word), word.lower(), word.upper())
        for form in (unicodedata.normalize("NFC", one), unicodedata.normalize("NFD", one))
    }
    return sorted(form for form in forms if form.encode() in data)


def test_no_byte_of_an_erased_person_stays_in_the_file(tmp_path):
    path = tmp_path / "desk.hdesk"
    with desk(path) as store:
        assert len(traces(path)) > 8
        told = store.erase("p-1", INSTEAD)
    assert traces(path) == []
    assert (told.posts, told.meetings, told.promises, told.planned, told.files, told.drafts) == (1, 1, 1, 1, 1, 1)
    assert told.mentions == ()
    assert list(tmp_path.iterdir()) == [path]


def test_what_the_person_took_part_in_stays_with_other_words_in_place_of_the_name(tmp_path):
    with desk(tmp_path / "desk.hdesk") as store:
        store.erase("p-1", INSTEAD)
        assert store.get(Person, "p-1") is None
        assert store.all(Query(Appointment)) == []
        present = store.need(OutreachPerson, "op-1")
        assert (present.name, present.title, present.person) == (INSTEAD, "Legal adviser", None)
        promise = store.need(Commitment, "c-1")
        assert (promise.speaker, promise.speaker_title) == (None, f"{INSTEAD}, Legal adviser")
        slot = store.need(Meeting, "m-1")
        assert (slot.counterpart, slot.counterpart_text) == (None, INSTEAD)
        assert store.need(Outreach, "o-1") == TALK
        assert json.loads(store.draft("outreach").json) == {"people": [f"{INSTEAD}, adviser"], "notes": "kept"}
        assert json.loads(store.local("filters") or "") == [{"text": INSTEAD}]
        assert store.local("last") == INSTEAD
        assert [hit.id for name in ("zayvo", "quynh", "wurzelbrunft") for hit in store.search(name)] == []
        assert {hit.id for hit in store.search("erased")} >= {"o-1", "c-1"}


def test_the_places_of_the_log_stay_and_records_made_anew_from_it_are_equal(tmp_path):
    path = tmp_path / "desk.hdesk"
    with desk(path) as store:
        before = log(path)
        store.erase("p-1", INSTEAD)
        kept = log(path)[: len(before)]
        assert [row[:8] + row[9:] for row in kept] == [row[:8] + row[9:] for row in before]
        tables = derived(path)
        store.rebuild()
        assert derived(path) == tables
    assert rows(path, "pragma foreign_key_check") == []
    assert rows(path, "pragma integrity_check") == [("ok",)]
    listed = {
        tuple(one)
        for (text,) in rows(path, "select val from change where tbl = 'redaction'")
        for one in json.loads(text)
        if isinstance(one, list)
    }
    changed = {old[:2] for old, new in zip(before, kept, strict=True) if old != new}
    assert listed == changed


def test_the_history_says_that_someone_was_erased_when_and_by_whom_but_not_the_name(tmp_path):
    with desk(tmp_path / "desk.hdesk") as store:
        store.set_local("officer", "officer")
        store.erase("p-1", INSTEAD)
        save = store.saves(1)[0]
        assert (save.action, save.label, save.who) == (Action.ERASE_PERSON, "", "officer")
        told = [entry for entry in store.history(TALK) if entry.save == save and entry.field == "name"]
        assert [(entry.before, entry.after) for entry in told] == [(None, INSTEAD)]


def test_neither_undo_nor_redo_brings_an_erased_person_back(tmp_path):
    path = tmp_path / "desk.hdesk"
    with desk(path) as store:
        store.undo()
        store.erase("p-1", INSTEAD)
        assert store.redo() is None
        undone = []
        while change := store.undo():
            undone.append(change.save.action)
            assert store.get(Person, "p-1") is None
        assert store.get(Outreach, "o-1") is None
        while store.redo():
            assert store.get(Person, "p-1") is None
        assert store.need(Outreach, "o-1") == TALK
        assert store.need(OutreachPerson, "op-1").name == INSTEAD
        with store.change(Action.RESTORE_RECORD) as change:
            change.save(PERSON)
        assert store.get(Person, "p-1") is None
        store.rebuild()
        assert store.get(Person, "p-1") is None
    assert traces(path) == []


def test_a_note_that_names_the_person_is_listed_and_left_alone(tmp_path):
    path = tmp_path / "desk.hdesk"
    with desk(path) as store:
        with store.change(Action.EDIT_OUTREACH, "Do Quynh Zayvo called") as change:
            change.save(replace(TALK, notes="Met ĐỖ QUỲNH ZÂYVƠ and others."))
            change.save(FollowUp(id="f", what="Call Zayvo, Do Quynh"))
        with store.change(Action.EDIT_OUTREACH) as change:
            change.save(replace(TALK, notes="Met ĐỖ QUỲNH ZÂYVƠ and others.", comment="Do Quynh Zayvo is firm"))
        with store.change(Action.EDIT_OUTREACH) as change:
            change.save(replace(TALK, notes="Met ĐỖ QUỲNH ZÂYVƠ and others."))
        told = store.erasure("p-1")
        assert {(one.table, one.record, one.field, one.is_current) for one in told.mentions} == {
            ("outreach", "o-1", "notes", True),
            ("outreach", "o-1", "comment", False),
            ("follow_up", "f", "what", True),
        }
        assert store.erase("p-1", INSTEAD).mentions == told.mentions
        assert store.need(Outreach, "o-1").notes == "Met ĐỖ QUỲNH ZÂYVƠ and others."
        assert "called" not in json.dumps([save.label for save in store.saves(99)])


def test_texts_lose_the_name_too_when_that_is_asked_for(tmp_path):
    path = tmp_path / "desk.hdesk"
    with desk(path) as store:
        for notes in ("Met Đỗ Quỳnh Zâyvơ.", "Met Do Quynh Zayvo again."):
            with store.change(Action.EDIT_OUTREACH) as change:
                change.save(replace(TALK, notes=notes))
        store.erase("p-1", INSTEAD, in_texts=True)
        assert store.need(Outreach, "o-1").notes == f"Met {INSTEAD} again."
        tables = derived(path)
        store.rebuild()
        assert derived(path) == tables
        while store.undo():
            assert "Zayvo" not in store.need(Outreach, "o-1").notes if store.get(Outreach, "o-1") else True
    assert traces(path) == []


def test_a_deleted_person_and_those_merged_into_one_go_too(tmp_path):
    path = tmp_path / "desk.hdesk"
    with desk(path) as store:
        other = Person(id="p-2", name="Zâyvo Quynh", other_names=("Quỳnh Z. Wurzelbrunft",))
        with store.change(Action.ADD_RECORD, other.name) as change:
            change.save(other)
        with store.change(Action.MERGE_PERSONS, NAME, kept="p-1", gone="p-2") as change:
            change.delete(other)
        with store.change(Action.DELETE_RECORD, NAME) as change:
            change.delete(store.need(Person, "p-1"))
        assert store.erasure("p-1").persons == 2
        store.erase("p-1", INSTEAD)
        with pytest.raises(KeyError):
            store.erase("p-2", INSTEAD)
    assert traces(path) == []


def test_a_file_that_another_record_uses_stays(tmp_path):
    with desk(tmp_path / "desk.hdesk") as store:
        with store.change(Action.ATTACH_FILE) as change:
            digest = change.keep_file("the same.pdf", FILE)
            change.save(Attachment(name="same", sha256=digest, size=9, record_table="outreach", record="o-1"))
        store.erase("p-1", INSTEAD)
        assert store.file(digest) == FILE
    assert traces(tmp_path / "desk.hdesk") == ["curriculum"]  # the file's own words


def test_a_namesake_stays(tmp_path):
    with desk(tmp_path / "desk.hdesk") as store:
        other = Person(id="p-2", name=NAME, distinct_from=("p-1",))
        with store.change(Action.ADD_RECORD) as change:
            change.save(other)
            met = OutreachPerson(outreach="o-1", side=Side.THEIRS, name=NAME, person="p-2")
            change.save(met)
        assert store.erasure("p-1").mentions == ()
        store.erase("p-1", INSTEAD, in_texts=True)
        assert store.need(Person, "p-2") == replace(other, distinct_from=())
        assert store.need(OutreachPerson, met.id) == met


def test_another_whose_longer_name_holds_the_erased_one_stays_named_in_every_contact(tmp_path):
    with desk(tmp_path / "desk.hdesk") as store:
        short, other = Person(id="p-2", name="Boateng"), Person(id="p-3", name="Kofi Boateng")
        met = OutreachPerson(outreach="o-1", side=Side.THEIRS, name="Kofi Boateng", person="p-3")
        with store.change(Action.ADD_RECORD) as change:
            for record in (short, other, met):
                change.save(record)
        assert store.erasure("p-2").meetings == 0
        store.erase("p-2", INSTEAD, in_texts=True)
        assert store.need(Person, "p-3") == other
        assert store.need(OutreachPerson, met.id) == met


def test_nobody_unknown_is_erased(tmp_path):
    with desk(tmp_path / "desk.hdesk") as store, pytest.raises(KeyError):
        store.erase("nobody", INSTEAD)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Met Ama Mensah.", True),
        ("MENSAH, Ama was there", True),
        ("mensah ama", True),
        ("Ámà-Mensah", True),
        ("CV_Ama_Mensah.pdf", True),
        ("Ama and Mensah", False),
        ("Mensah", False),
        ("Amaya Mensah", False),
        ("", False),
    ],
)
def test_a_text_names_a_person_by_the_whole_name_in_any_order(text, found):
    naming = Naming(["Ama Mensah"])
    assert naming.is_in(text) is found
    assert (naming.without(text, "X") != text) is found


def test_a_short_single_name_is_no_sign_and_a_name_in_another_script_is():
    assert not Naming(["An"]).is_in("An ninh mạng")
    assert Naming(["An"]).without("An", "X") == "X"
    assert Naming(["김민수"]).is_in("We met 김민수 there")
