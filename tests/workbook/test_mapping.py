"""What columns mean: guessed from English and Vietnamese headings, kept as a file, refused where it is none."""

import json

import pytest

from hanoi_desk.language import Language, word, word_key
from hanoi_desk.workbook.dates import DayOrder
from hanoi_desk.workbook.legacy import Legacy
from hanoi_desk.workbook.mapping import (
    BadMapping,
    Plan,
    fingerprint,
    guess_header,
    guess_plan,
    headings,
    letter,
    plan_from_json,
    plan_to_json,
)
from hanoi_desk.workbook.sheet import Sheet
from hanoi_desk.workbook.vocabulary import MEANINGS, NEEDED, Meaning, RowKind, guess_columns, guess_kind, meaning_of

M = Meaning


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        *(("ngày", M.DATE), ("Ngày gặp (dd/mm)", M.DATE), ("nước/quốc gia", M.COUNTRY), ("Nội dung trao đổi", M.NOTES)),
        *(("người gặp", M.PERSON), ("chức vụ", M.POST), ("CAM KẾT", M.PROMISE), ("hạn", M.BY), ("ghi chú", M.NOTES)),
        *(("date", M.DATE), ("Country", M.COUNTRY), ("notes", M.NOTES), ("Who", M.PERSON), ("title", M.POST)),
        *(("promise", M.PROMISE), ("by", M.BY), ("Next step", M.TASK), ("owner", M.OWNER), ("due", M.DUE)),
        *(("place", M.PLACE), ("event", M.EVENT), ("kind", M.CONTACT), ("level", M.LEVEL), ("reference", M.REFERENCE)),
        *(("Ngay gap", M.DATE), ("Ngµy", M.DATE), ("Ngaøy", M.DATE)),  # without accents, and in old encodings
        *(("STT", None), ("Cột lạ", None), ("", None), ("12", None)),
    ],
)
def test_a_heading_is_understood_in_both_languages(heading, meaning):
    assert meaning_of(heading) is meaning


def test_each_meaning_is_given_once_but_for_those_that_columns_share():
    found = guess_columns(["Ngày", "Ngày họp", "Nội dung", "Ghi chú", "Nước"], RowKind.OUTREACH)
    assert list(found.items()) == [
        *(("Ngày", M.DATE), ("Nội dung", M.NOTES), ("Ghi chú", M.NOTES), ("Nước", M.COUNTRY)),
    ]


def test_a_deadline_is_that_of_the_task_where_nothing_is_promised():
    assert guess_columns(["Ngày", "Nước", "Việc cần làm", "Hạn"], RowKind.OUTREACH)["Hạn"] is M.DUE
    assert guess_columns(["Ngày", "Nước", "Cam kết", "Hạn"], RowKind.OUTREACH)["Hạn"] is M.BY


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("Ngày", "Nước", "Nội dung", "Cam kết", "Hạn"), RowKind.OUTREACH),
        (("Họ và tên", "Chức vụ", "Nước", "Email"), RowKind.PEOPLE),
        (("Country", "Promise", "By", "Date"), RowKind.COMMITMENTS),
        (("Việc cần làm", "Hạn", "Phụ trách", "Nước"), RowKind.FOLLOW_UPS),
        (("Sự kiện", "Từ ngày", "Đến ngày", "Địa điểm"), RowKind.EVENTS),
    ],
)
def test_what_a_row_is_can_be_told_from_the_headings(names, kind):
    assert guess_kind(names) is kind


def test_headings_are_found_below_a_title_and_named_apart():
    sheet = Sheet("x", (("SỔ THEO DÕI",), (), ("Ngày", "Nước", None, "Nước"), ("1/2/2026", "Lào", 3, "x")))
    assert guess_header(sheet) == 2
    assert headings(sheet, 2) == ("Ngày", "Nước", "C", "Nước (2)")
    assert guess_plan(sheet).header == 2
    assert guess_header(Sheet("x", (("a", "b"), (1, 2)))) == -1
    assert [letter(n) for n in (0, 25, 26, 255)] == ["A", "Z", "AA", "IV"]


PLAN = Plan(
    RowKind.OUTREACH,
    {"Ngày": M.DATE, "Nước": M.COUNTRY},
    2,
    "Nhật ký",
    {"Ngày": DayOrder.DAY_FIRST},
    {"Nước": Legacy.TCVN3},
    {"xu la": "LA"},
)


def test_a_mapping_comes_back_from_its_file():
    assert plan_from_json(plan_to_json(PLAN)) == PLAN
    assert PLAN.decided("XỨ LẠ") == "LA"
    assert PLAN.decided("Lào") is None
    assert PLAN.missing() == ()
    assert Plan(RowKind.OUTREACH, {"a": M.DATE}).missing() == (M.COUNTRY,)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"version": 2},
        {"rows": "nothing"},
        {"header_row": "3"},
        {"header_row": -1},
        {"sheet": 3},
        {"columns": []},
        {"columns": {"a": "nothing"}},
        {"columns": {"a": "email"}},  # of people, not of contacts
        {"day_order": {"a": "year_first"}},
        {"repair": {"a": "viscii"}},
        {"names": {"a": 1}},
    ],
)
def test_a_file_that_is_no_mapping_is_refused(change):
    with pytest.raises(BadMapping):
        plan_from_json(json.dumps({**json.loads(plan_to_json(PLAN)), **change}))


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, "3"])
def test_a_text_that_is_no_mapping_is_refused(text):
    with pytest.raises(BadMapping):
        plan_from_json(text)


def test_a_sheet_is_remembered_by_its_headings_in_any_order():
    assert fingerprint(["Ngày", "Nước"]) == fingerprint(["nước", "NGÀY"]) != fingerprint(["Ngày"])


def test_every_meaning_has_words_in_both_languages():
    for one in (*Meaning, *RowKind, *DayOrder, *Legacy):
        for language in (Language.EN, Language.VI):
            assert word(word_key(one), language)
    for kind in RowKind:
        assert set(NEEDED[kind]) <= set(MEANINGS[kind])
