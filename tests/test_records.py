"""The kinds of record and the rules that one record must keep."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import anchors, records

from hanoi_desk.records import (
    KINDS,
    TEXT_LIMIT,
    Appointment,
    Commitment,
    Event,
    FollowUp,
    Grade,
    Issue,
    Message,
    Mission,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Participant,
    Person,
    Precision,
    Problem,
    Proof,
    Source,
    Treaty,
    TreatyAction,
    fixed_id,
    new_id,
    problems,
)
from hanoi_desk.schema import migrations
from hanoi_desk.storage import create

LEAST = {type(record): record for record in anchors()}
TREATY = {"key": "k", "number": "1", "title_en": "T"}
EARLY, LATE = date(2026, 1, 1), date(2026, 12, 31)


def found(kind, **given):
    return {(problem.field, problem.issue) for problem in problems(replace(LEAST[kind], **given))}


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        (Participant, {}, {("key", Issue.MISSING), ("name_en", Issue.MISSING), ("name_vi", Issue.MISSING)}),
        (Participant, {"key": "GH", "name_en": " ", "name_vi": "G"}, {("name_en", Issue.MISSING)}),
        (Treaty, {}, {("key", Issue.MISSING), ("number", Issue.MISSING), ("title_en", Issue.MISSING)}),
        (Treaty, TREATY | {"threshold": -1}, {("threshold", Issue.OUT_OF_RANGE)}),
        (Treaty, TREATY | {"days_after": -1}, {("days_after", Issue.OUT_OF_RANGE)}),
        (Treaty, TREATY | {"later_days": -1}, {("later_days", Issue.OUT_OF_RANGE)}),
        (Treaty, TREATY | {"opens_on": LATE, "closes_on": EARLY}, {("closes_on", Issue.ENDS_BEFORE_START)}),
        (Mission, {"name_en": "M", "from_on": LATE, "to_on": EARLY}, {("to_on", Issue.ENDS_BEFORE_START)}),
        (Mission, {"name_en": "M", "from_on": EARLY, "to_on": EARLY}, set()),
        (Officer, {"name": "An", "from_on": LATE, "to_on": EARLY}, {("to_on", Issue.ENDS_BEFORE_START)}),
        (Officer, {}, {("name", Issue.MISSING)}),
        (Organisation, {}, {("name_en", Issue.MISSING)}),
        (Person, {}, {("name", Issue.MISSING)}),
        (Appointment, {}, {("title", Issue.MISSING)}),
        (Appointment, {"title": "T", "level": 0}, {("level", Issue.OUT_OF_RANGE)}),
        (Appointment, {"title": "T", "level": 9}, {("level", Issue.OUT_OF_RANGE)}),
        (Appointment, {"title": "T", "from_on": LATE, "to_on": EARLY}, {("to_on", Issue.ENDS_BEFORE_START)}),
        (Event, {"name": "E", "starts_on": LATE, "ends_on": EARLY}, {("ends_on", Issue.ENDS_BEFORE_START)}),
        (Outreach, {}, set()),
        (Outreach, {"time": "09:30", "minutes": 1440}, set()),
        (Outreach, {"minutes": -1}, {("minutes", Issue.OUT_OF_RANGE)}),
        (Outreach, {"held_on": date(1800, 1, 1)}, {("held_on", Issue.DAY_OUT_OF_RANGE)}),
        (FollowUp, {"what": "Send", "due_on": date(2101, 1, 1)}, {("due_on", Issue.DAY_OUT_OF_RANGE)}),
        (Outreach, {"minutes": 1441}, {("minutes", Issue.OUT_OF_RANGE)}),
        (OutreachCountry, {"level": 9}, {("level", Issue.OUT_OF_RANGE)}),
        (OutreachPerson, {"name": "Kofi", "level": 0}, {("level", Issue.OUT_OF_RANGE)}),
        (FollowUp, {}, {("what", Issue.MISSING)}),
        (Source, {}, {("title", Issue.MISSING)}),
        (Message, {}, set()),
        (TreatyAction, {}, {("participant", Issue.MISSING), ("on", Issue.NEEDS_DATE), ("source", Issue.NEEDS_RECORD)}),
        (TreatyAction, {"proof": Proof.UNVERIFIED}, set()),
        (TreatyAction, {"participant": "p", "on": EARLY, "source": "s"}, set()),
        (TreatyAction, {"participant": "p", "as_of": EARLY, "source": "s"}, set()),
        (Commitment, {"grade": Grade.NO_POSITION}, set()),
        (Commitment, {"grade": Grade.NO_POSITION, "verbatim": True}, {("words", Issue.NEEDS_QUOTE)}),
        (Commitment, {"grade": Grade.NO_POSITION, "verbatim": True, "original_words": "We shall"}, set()),
        (Commitment, {"grade": Grade.NO_POSITION, "precision": Precision.MONTH}, {("by", Issue.NEEDS_DATE)}),
        (Commitment, {"grade": Grade.NO_POSITION, "precision": Precision.SESSION}, set()),
        (Commitment, {"grade": Grade.NO_POSITION, "precision": Precision.DAY, "by": LATE}, set()),
        (Commitment, {"grade": Grade.NO_POSITION, "level": 9}, {("level", Issue.OUT_OF_RANGE)}),
    ],
)  # fmt: skip
def test_each_broken_rule_is_told_beside_its_field(kind, given, expected):
    assert found(kind, **given) == expected


@pytest.mark.parametrize("grade", [g for g in Grade if g is not Grade.NO_POSITION])
def test_no_promise_stands_without_a_record_of_it(grade):
    assert ("outreach", Issue.NEEDS_RECORD) in found(Commitment, grade=grade)
    assert found(Commitment, grade=grade, outreach="o") == found(Commitment, grade=grade, source="s") == set()


@pytest.mark.parametrize("time", ["00:00", "23:59", "09:05"])
def test_a_time_is_hours_and_minutes(time):
    assert found(Outreach, time=time) == set()


@pytest.mark.parametrize(
    "time", ["9:30", "24:00", "12:60", "12.30", "1230", "١٢:٣٠", "²²:00", ":", "12:30:00", "-1:30", "12:3 "]
)
def test_anything_else_is_not_a_time(time):
    assert found(Outreach, time=time) == {("time", Issue.NOT_A_TIME)}


def test_a_text_is_as_long_as_one_change_of_the_log_holds():
    fits = "ế" * ((TEXT_LIMIT - 4) // 3)
    assert found(Outreach, notes=fits) == set()
    assert found(Outreach, notes=fits + "ế" * 2) == {("notes", Issue.TOO_LONG)}
    assert found(Outreach, notes='"\n' * (TEXT_LIMIT // 3)) == {("notes", Issue.TOO_LONG)}
    assert found(Person, name="An", languages=("a" * 30_000, "b" * 30_001)) == {("languages", Issue.TOO_LONG)}


@pytest.mark.parametrize("letter", ["\0", chr(0xD800), chr(0xDFFF)])
def test_a_letter_that_cannot_be_kept_is_told(letter):
    assert problems(replace(LEAST[Officer], name=f"A{letter}n")) == [Problem("name", Issue.LETTER_NOT_ALLOWED)]
    assert found(Person, name="An", languages=("vi", letter)) == {("languages", Issue.LETTER_NOT_ALLOWED)}


@given(st.sampled_from(KINDS).flatmap(records))
def test_every_problem_is_beside_a_field_of_its_kind(record):
    assert {problem.field for problem in problems(record)} <= {field.name for field in fields(record)}


def test_two_laptops_never_give_the_same_identifier_but_for_what_both_shipped_with():
    assert len({new_id() for _ in range(1000)}) == 1000
    assert Officer(name="An").id != Officer(name="An").id
    assert fixed_id("participant", "VN") == fixed_id("participant", "VN") == "c3b40304-d418-52d5-9ecf-3bbd846f687d"
    assert fixed_id("a", "bc") != fixed_id("ab", "c")


@pytest.mark.parametrize("seconds", [-1, 0, 315_532_800, 4_070_908_800], ids=["before 1970", "1970", "1980", "2099"])
def test_an_identifier_is_one_whatever_the_clock_says(monkeypatch, seconds):
    monkeypatch.setattr("hanoi_desk.records.base.time_ns", lambda: seconds * 1_000_000_000)
    ids = [new_id() for _ in range(3)]
    assert len(set(ids)) == 3
    assert {(UUID(one).version, UUID(one).variant, str(UUID(one)) == one) for one in ids} == {(7, RFC_4122, True)}


def test_records_are_frozen():
    with pytest.raises(FrozenInstanceError):
        LEAST[Officer].name = "Binh"
    with pytest.raises(FrozenInstanceError):
        del LEAST[Officer].name


def test_records_are_equal_by_their_kind_and_all_their_fields():
    an = Officer(name="An")
    assert an == replace(an)
    assert len({an, replace(an), replace(an, name="Binh")}) == 2
    assert an != replace(an, name="Binh")
    assert an != Organisation(id=an.id, name_en="An")
    assert an != an.id
    assert repr(an).startswith(f"Officer(id='{an.id}', name='An', ")


def test_a_record_takes_its_own_fields_by_name_and_needs_those_that_may_not_be_empty():
    with pytest.raises(TypeError, match="Outreach needs held_on"):
        Outreach()
    with pytest.raises(TypeError, match="Officer has no nmae"):
        Officer(name="An", nmae="Anh")


def test_the_tables_of_a_desk_are_those_of_the_kinds_with_a_column_for_each_field(tmp_path):
    connection = create(tmp_path / "desk.hdesk", migrations)
    for kind in KINDS:
        lists = {
            name.removeprefix(f"{kind.table}_") for name in tables(connection) if name.startswith(f"{kind.table}_")
        }
        columns = {row[1] for row in connection.execute(f"pragma table_info({kind.table})")}
        names = {field.name for field in fields(kind)}
        assert columns - {"rowid", "sort_title", "deleted"} == names - lists
    connection.close()


def tables(connection):
    return [name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'").fetchall()]
