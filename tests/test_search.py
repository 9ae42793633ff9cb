"""Search in Vietnamese: accents may be left out, still count when given, and no text can break it."""

from dataclasses import replace
from datetime import date

import pytest
from desk_file import GHANA, IVORY_COAST, meeting, participant
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.records import (
    Appointment,
    Commitment,
    FollowUp,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Participant,
    Person,
    PromisedAct,
    Side,
    Treaty,
)
from hanoi_desk.store import Action, Query, Store


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "desk.hdesk") as store:
        yield store


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    with Store.create(tmp_path_factory.mktemp("busy") / "desk.hdesk") as store:
        meeting(store, "Gặp Đại sứ", "Sẽ phê chuẩn")
        yield store


def keep(store: Store, *records: object) -> None:
    with store.change(Action.ADD_RECORD) as change:
        for record in records:
            change.save(record)


def found(store: Store, text: str, limit: int = 8) -> list[str]:
    return [hit.id for hit in store.search(text, limit)]


@pytest.mark.parametrize(
    "typed",
    [
        "dai su",
        "DAI SU",
        "Đại sứ",
        "\u0110a\u0323i su\u031b\u0301",
        "ĐẠI SỨ",
        "dai s",
        "su dai",
        "ðai su",
        "  dai,su  ",
    ],
)
def test_an_ambassador_is_found_however_the_word_is_typed(busy, typed):
    assert [hit.kind for hit in busy.search(typed)] == [Outreach]


@pytest.mark.parametrize(
    "typed", ["bo bien nga", "Bờ Biển Ngà", "cote d'ivoire", "Côte d’Ivoire", "cot di voa", "ivoire"]
)
def test_a_country_is_found_by_any_of_its_names(store, typed):
    keep(store, GHANA, IVORY_COAST)
    assert found(store, typed) == [IVORY_COAST.id]


def test_exact_accents_come_before_others_and_the_newest_before_the_older(store):
    dan, dan_, dan__ = (meeting(store, words) for words in ("Đàn bầu", "dân ca", "Dan Brown"))
    other = meeting(store, "Đan Mạch")
    assert found(store, "dan") == [dan__.id, other.id, dan_.id, dan.id]
    assert found(store, "dân") == [dan_.id, other.id, dan__.id, dan.id]
    assert [hit.exact for hit in store.search("dân")] == [True, False, False, False]


def test_an_exact_word_in_a_part_is_not_crowded_out_by_folded_ones(store):
    exact = meeting(store, "Hội đàm", "dân ca")
    for number in range(5):
        meeting(store, f"Dan {number}")
    assert found(store, "dân", limit=3)[0] == exact.id


def test_one_meeting_with_many_speakers_does_not_crowd_out_the_others(store):
    older = meeting(store, "Hội đàm", "ratify")
    newer = meeting(store, "Họp nhóm", *["ratify"] * 10)
    assert found(store, "ratify") == [newer.id, older.id]


def test_what_is_held_in_a_part_finds_the_whole(store):
    outreach = meeting(store, "Hội đàm", "Quốc hội họp tháng năm")
    person = Person(name="Ama Mensah")
    post = Appointment(person=person.id, title="Thứ trưởng Tư pháp")
    there = OutreachPerson(outreach=outreach.id, side=Side.THEIRS, name="Kofi Owusu")
    keep(store, person, post, there)
    assert found(store, "quoc hoi") == [outreach.id]
    assert found(store, "kofi") == [outreach.id]
    assert found(store, "tu phap") == [person.id]


def test_kinds_come_in_one_order_and_each_is_limited(store):
    treaty = Treaty(key="hc", number="XVIII-16", title_en="Hà Nội")
    keep(store, participant("HN", "Hà Nội"), Person(name="Hà Nội"), FollowUp(what="Gọi Hà Nội"), treaty)
    keep(
        store,
        Commitment(
            participant=participant("HN", "").id,
            treaty=treaty.id,
            act=PromisedAct.SIGN,
            made_on=date(2026, 1, 1),
            words="Hà Nội",
        ),
    )
    for number in range(4):
        meeting(store, f"Hà Nội {number}")
    kinds = [hit.kind for hit in store.search("ha noi", 2)]
    assert kinds == [Participant, Person, Outreach, Outreach, Commitment, FollowUp, Treaty]
    assert store.search("ha noi", 0) == []


def test_deleted_records_are_not_found_nor_what_hung_on_them(store):
    outreach = meeting(store, "Hội đàm", "Quốc hội họp")
    part = store.all(Query(OutreachCountry))[0]
    with store.change(Action.DELETE_OUTREACH) as change:
        change.delete(outreach)
    assert found(store, "hoi") == []
    store.undo()
    with store.change(Action.DELETE_RECORD) as change:
        change.delete(part)
    assert found(store, "quoc hoi") == []
    assert found(store, "hoi dam") == [outreach.id]


def test_words_that_were_taken_out_are_no_longer_found(store):
    outreach = meeting(store, "Hội đàm Đà Nẵng")
    keep(store, replace(outreach, summary="Hội đàm Huế"))
    assert found(store, "da nang") == []
    assert found(store, "hue") == [outreach.id]
    keep(store, replace(outreach, summary=""))
    assert found(store, "hue") == []


def test_a_list_keeps_what_a_search_for_the_text_finds_in_the_record_or_its_parts(store):
    one = meeting(store, "Hội đàm", "Sẽ phê chuẩn")
    two = meeting(store, "Phê chuẩn: bước tiếp")
    meeting(store, "Khác")
    asked = Query(Outreach, text="phe chuan", order_by="title")
    assert store.ids(asked) == [one.id, two.id]
    assert store.count(asked) == 2
    assert store.count(Query(Outreach, text="  ")) == 3
    assert store.count(Query(Outreach, text='"')) == 0
    with store.change(Action.DELETE_RECORD) as change:
        change.delete(store.all(Query(OutreachCountry))[0])
    assert store.ids(asked) == [two.id]


FTS5_WORDS = st.sampled_from(
    [
        '"',
        "*",
        "^",
        "(",
        ")",
        "{",
        "}",
        ":",
        "+",
        "-",
        ",",
        "'",
        "AND",
        "OR",
        "NOT",
        "NEAR(a b, 2)",
        "folded : x",
        "\0",
        "\ud800",
        "a",
        "đ",
    ]
)


@given(
    st.text(max_size=60)
    | st.lists(FTS5_WORDS, max_size=8).map(" ".join)
    | st.lists(FTS5_WORDS, max_size=8).map("".join)
)
def test_any_text_may_be_asked_for(busy, text):
    for hit in busy.search(text):
        assert busy.get(hit.kind, hit.id) is not None
    assert busy.count(Query(Outreach, text=text)) in (0, 1)


@pytest.mark.parametrize(
    "text", ["đ" * 100_000, "dai su " * 15_000, "\u0301" * 100_000, '"' * 100_000, "\ud83d" * 100_000]
)
def test_a_hundred_thousand_letters_may_be_asked_for(busy, text):
    assert len(busy.search(text)) in (0, 1)


LATIN = st.characters(min_codepoint=1, max_codepoint=0x17F) | st.characters(min_codepoint=0x1EA0, max_codepoint=0x1EF9)


@given(st.text(LATIN, max_size=80))
def test_a_record_is_found_by_the_words_of_its_own_title(tmp_path_factory, words):
    path = tmp_path_factory.getbasetemp() / "found.hdesk"
    with Store.open(path) if path.exists() else Store.create(path) as store:
        outreach = meeting(store, words)
        if any(c.isalnum() for c in words):
            assert outreach.id in found(store, words, limit=1000)
        store.undo()


def test_a_very_long_word_is_found_wherever_it_stands(store):
    outreach = meeting(store, f"Số {'x' * 200} cuối")
    assert found(store, f"{'x' * 200} cuoi") == found(store, "x" * 200) == [outreach.id]
