"""Words, dates and numbers in English and Vietnamese."""

import csv
import importlib
import re
import unicodedata
from collections import Counter
from dataclasses import fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, StrEnum

import pytest

from hanoi_desk import language as spoken
from hanoi_desk.assets import asset
from hanoi_desk.language import Language, word
from hanoi_desk.records import (
    KINDS,
    Commitment,
    Event,
    EventKind,
    Grade,
    Mission,
    MissionKind,
    Officer,
    Organisation,
    OutreachKind,
    Participant,
    Person,
    Precision,
    PromisedAct,
    Treaty,
)

EN, VI = Language.EN, Language.VI

#: Modules whose enums are shown to the officer; the errors have tests of their own.
SHOWN = (
    "hanoi_desk.records.document_values",
    "hanoi_desk.records.values",
    "hanoi_desk.records.problems",
    "hanoi_desk.language",
    "hanoi_desk.store.actions",
    "hanoi_desk.treaty.ledger",
    "hanoi_desk.treaty.paths",
    "hanoi_desk.treaty.stages",
    "hanoi_desk.commitments",
    "hanoi_desk.board",
    "hanoi_desk.untc.status",
)


def shown_enums() -> dict[str, type[Enum]]:
    """Return the enums of the shown modules by the first part of their keys."""
    found = (value for name in SHOWN for value in vars(importlib.import_module(name)).values())
    enums = [e for e in found if isinstance(e, type) and issubclass(e, StrEnum) and e is not StrEnum]
    return {spoken.word_key(next(iter(e))).partition(".")[0]: e for e in enums if e.__name__ != "Act"}


def own_rows() -> list[dict[str, str]]:
    with asset("data/words.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def gaps_of(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


# the table of words


def test_every_member_of_every_enum_has_its_word_in_both_languages():
    for enum in shown_enums().values():
        for member in enum:
            assert all(spoken.word_of(member, language) for language in Language)


def test_no_word_is_left_of_an_enum_member_that_is_gone():
    more_words = {"action", "language"}  # for saves of a later day, and for languages that people speak
    for prefix, enum in shown_enums().items():
        members = {spoken.word_key(member) for member in enum}
        words = {row["key"] for row in own_rows() if row["key"].rpartition(".")[0] == prefix}
        assert members <= words
        assert prefix in more_words or words <= members


def test_every_field_of_every_record_has_a_label_and_no_label_lacks_its_field():
    kinds = {kind.table: {f.name for f in fields(kind)} - {"id"} for kind in KINDS}
    for table, names in kinds.items():
        assert word(f"record.{table}", VI)
        for name in names:
            assert all(spoken.field_word(table, name, language) for language in Language)
    for key in (row["key"] for row in own_rows() if row["key"].startswith("field.")):
        table, _, name = key.removeprefix("field.").rpartition(".")
        assert name in (kinds[table] if table else set.union(*kinds.values())), key


def test_words_are_whole_composed_and_written_once():
    rows = own_rows()
    assert max(Counter(row["key"] for row in rows).values()) == 1
    assert not {row["key"] for row in rows} & set(spoken.glossary())
    for key, term in spoken.terms().items():
        assert term.en, key
        assert term.vi or key.startswith("mark."), key
        for text in (term.en, term.vi, term.fr):
            assert text == unicodedata.normalize("NFC", text).strip(), key
            assert "!" not in text, key


def test_a_cell_that_repeats_what_it_points_to_is_left_empty():
    for row in own_rows():
        if row["same_as"]:
            base = spoken.terms()[row["same_as"]]
            assert all(not row[name] or row[name] != getattr(base, name) for name in ("en", "vi", "fr")), row["key"]


def test_both_languages_have_the_same_gaps():
    for key, term in spoken.terms().items():
        vietnamese = gaps_of(term.vi)
        assert all(vietnamese | {"n"} == gaps_of(form) | {"n"} for form in term.en.split("|")), key
        assert len(term.en.split("|")) <= 2, key
        assert "|" not in term.vi, key


def test_vietnamese_keeps_one_way_to_set_tone_marks():
    old_or_new = re.compile(r"o[àáảãạ]\b|u[ỳýỷỹỵ]\b|o[èéẻẽẹ]\b", re.IGNORECASE)
    for key, term in spoken.terms().items():
        assert not [hit for hit in old_or_new.findall(term.vi) if not re.search(rf"q{hit}", term.vi)], key


def test_no_secrecy_level_is_offered():
    offered = [term.vi for key, term in spoken.terms().items() if not key.startswith(("mark.", "notice."))]
    assert not [text for text in offered if re.search(r"\b(tuyệt mật|tối mật)\b|^mật$", text, re.IGNORECASE)]


def test_the_notice_and_the_banner_are_the_agreed_ones():
    assert word("marking.internal", VI) == "LƯU HÀNH NỘI BỘ - KHÔNG CHỨA BÍ MẬT NHÀ NƯỚC"
    assert word("marking.internal", EN) == "INTERNAL CIRCULATION - NO STATE SECRETS"
    assert word("notice.state_secrets", VI) == (
        "Phần mềm này chỉ dùng cho thông tin không thuộc bí mật nhà nước. Không nhập, lưu, in hoặc đính kèm tài liệu "
        "có độ Mật, Tối mật, Tuyệt mật. Người dùng chịu trách nhiệm tuân thủ Luật Bảo vệ bí mật nhà nước "
        "số 117/2025/QH15."
    )
    assert word("notice.state_secrets", EN) == (
        "For information that is not a State secret only. Do not enter, keep, print or attach anything classified Mật, "
        "Tối mật or Tuyệt mật. Users are responsible for complying with Law No. 117/2025/QH15 on the Protection of "
        "State Secrets."
    )


def test_fixed_texts_of_documents_read_as_agreed():
    assert word("doc.progress", EN, n=12, threshold=40, m=28) == "12 of 40 counted instruments; 28 to go"
    assert word("doc.progress", VI, n=12, threshold=40, m=28) == "12/40 văn kiện được tính; còn 28"
    assert word("doc.window", EN, n=39) == "39 days left to sign; closes 31 December 2026 at UN Headquarters"
    assert word("doc.window", EN, n=1).startswith("1 day left")
    assert word("doc.window", VI, n=39) == "Còn 39 ngày để ký; hết hạn ngày 31/12/2026 tại Trụ sở Liên hợp quốc"
    assert word("doc.domestic", VI) == "Đã phê chuẩn trong nước, chưa nộp lưu chiểu"
    assert word("doc.reio_note", EN) == "The EU's instrument is not counted as additional (Art. 65(1))"


def test_every_group_of_states_has_its_name_and_only_known_members():
    with asset("data/memberships.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with asset("data/participants.csv").open(encoding="utf-8", newline="") as file:
        known = {row["key"] for row in csv.DictReader(file)}
    sizes = Counter(row["membership"] for row in rows)
    assert sizes == {
        "asean": 11,
        "african_union": 54,
        "caricom": 14,
        "pacific_islands_forum": 16,
        "arab_league": 22,
        "commonwealth": 56,
        "sids": 39,
    }
    assert len({(row["membership"], row["participant_key"]) for row in rows}) == len(rows)
    assert {row["participant_key"] for row in rows} <= known
    assert all(row["source"] for row in rows)
    assert all(word(f"membership.{name}", language) for name in sizes for language in Language)


# words


def test_a_label_begins_with_a_large_letter_and_a_word_in_a_sentence_need_not():
    assert spoken.word_of(OutreachKind.NOTE_VERBALE, EN) == "Note verbale"
    assert spoken.word_of(OutreachKind.NOTE_VERBALE, VI) == "Công hàm"
    assert word(spoken.word_key(OutreachKind.NOTE_VERBALE), EN) == "note verbale"
    assert spoken.word_key(Grade.DECLINED) == "grade.X"
    assert spoken.capital("") == ""


def test_an_unknown_key_or_an_open_gap_is_our_mistake_and_told():
    with pytest.raises(KeyError):
        word("no.such_word", EN)
    with pytest.raises(KeyError):
        word("doc.as_of", EN)
    with pytest.raises(KeyError):
        spoken.field_word("outreach", "no_such_field", EN)


def test_what_the_user_typed_is_never_read_as_a_gap():
    assert word("by.session", EN, session="{day} | {0}") == "at {day} | {0}"


def test_numbers_in_gaps_are_written_as_the_language_writes_them():
    assert word("time.days", EN, n=1234) == "1,234 days"
    assert word("time.days", VI, n=1234) == "1.234 ngày"


def test_lists_are_joined_as_one_says_them():
    assert spoken.joined(["Kenya", "Ghana", "Senegal"], EN) == "Kenya, Ghana and Senegal"
    assert spoken.joined(["Kenya", "Ghana"], VI) == "Kenya và Ghana"
    assert spoken.joined(["Kenya"], VI) == "Kenya"
    assert spoken.joined([], EN) == ""


@pytest.mark.parametrize(
    ("record", "english", "vietnamese"),
    [
        (Participant(key="CI", name_en="Côte d'Ivoire", name_vi="Bờ Biển Ngà"), "Côte d'Ivoire", "Bờ Biển Ngà"),
        (
            Treaty(key="t", number="1", title_en="Long", short_en="Hanoi Convention", short_vi="Công ước Hà Nội"),
            "Hanoi Convention",
            "Công ước Hà Nội",
        ),
        (Treaty(key="t", number="1", title_en="Long", title_vi="Dài"), "Long", "Dài"),
        (Treaty(key="t", number="1", title_en="Long", short_en="UNTOC"), "UNTOC", "UNTOC"),
        (Mission(kind=MissionKind.EMBASSY, name_en="Embassy in Nairobi"), "Embassy in Nairobi", "Embassy in Nairobi"),
        (Organisation(name_en="UNODC", name_vi=""), "UNODC", "UNODC"),
        (Event(name="Ceremony", name_vi="Lễ mở ký", kind=EventKind.CEREMONY), "Ceremony", "Lễ mở ký"),
        (Person(name="Jane Doe"), "Jane Doe", "Jane Doe"),
        (Officer(name="Vũ Lê Thái Hoàng"), "Vũ Lê Thái Hoàng", "Vũ Lê Thái Hoàng"),
    ],
)
def test_a_record_is_called_by_its_name_in_the_language_or_by_the_one_it_has(record, english, vietnamese):
    assert spoken.name_of(record, EN) == english
    assert spoken.name_of(record, VI) == vietnamese


# dates, hours and numbers


@pytest.mark.parametrize(
    ("day", "english", "vietnamese"),
    [
        (date(2026, 11, 22), "22 November 2026", "ngày 22 tháng 11 năm 2026"),
        (date(2020, 3, 5), "5 March 2020", "ngày 05 tháng 3 năm 2020"),
        (date(2027, 2, 5), "5 February 2027", "ngày 05 tháng 02 năm 2027"),
        (date(2027, 1, 31), "31 January 2027", "ngày 31 tháng 01 năm 2027"),
        (date(2027, 10, 10), "10 October 2027", "ngày 10 tháng 10 năm 2027"),
    ],
)
def test_long_dates_keep_the_leading_zeros_of_state_documents(day, english, vietnamese):
    assert spoken.long_date(day, EN) == english
    assert spoken.long_date(day, VI) == vietnamese


def test_short_dates_are_day_first_in_both_languages():
    assert spoken.short_date(date(2027, 2, 5)) == "05/02/2027"
    assert spoken.moment(datetime(2026, 11, 22, 9, 5)) == "22/11/2026 09:05"  # noqa: DTZ001 a clock on the wall


def test_the_month_that_the_dates_are_built_from_is_the_month_in_the_table():
    for month in range(1, 13):
        assert spoken.month_year(date(2027, month, 1), EN) == f"{word(f'month.{month}', EN)} 2027"
        assert spoken.month_year(date(2027, month, 1), VI) == f"{word(f'month.{month}', VI)} năm 2027"


@pytest.mark.parametrize(
    ("first", "last", "english", "vietnamese", "short"),
    [
        (
            date(2025, 10, 25),
            date(2025, 10, 26),
            "25-26 October 2025",
            "từ ngày 25 đến ngày 26 tháng 10 năm 2025",
            "25-26/10/2025",
        ),
        (
            date(2025, 10, 30),
            date(2025, 11, 2),
            "30 October - 2 November 2025",
            "từ ngày 30 tháng 10 đến ngày 02 tháng 11 năm 2025",
            "30/10-02/11/2025",
        ),
        (
            date(2026, 12, 30),
            date(2027, 1, 2),
            "30 December 2026 - 2 January 2027",
            "từ ngày 30 tháng 12 năm 2026 đến ngày 02 tháng 01 năm 2027",
            "30/12/2026-02/01/2027",
        ),
        (date(2026, 5, 1), None, "1 May 2026", "ngày 01 tháng 5 năm 2026", "01/05/2026"),
        (date(2026, 5, 1), date(2026, 5, 1), "1 May 2026", "ngày 01 tháng 5 năm 2026", "01/05/2026"),
    ],
)
def test_ranges_name_the_month_and_the_year_once(first, last, english, vietnamese, short):
    assert spoken.date_range(first, last, EN) == english
    assert spoken.date_range(first, last, VI) == vietnamese
    assert spoken.short_range(first, last) == short


def test_the_hour_is_told_as_each_language_tells_it():
    assert spoken.clock("14:30", EN) == "14:30"
    assert spoken.clock(time(14, 30), VI) == "14 giờ 30"
    assert spoken.clock(time(9), VI) == "9 giờ"
    assert spoken.clock(time(9, 5), EN) == "09:05"
    assert spoken.clock(time(14, 30), VI, brief=True) == "14h30"


def test_numbers_have_their_marks():
    assert spoken.number(1234567, EN) == "1,234,567"
    assert spoken.number(1234.5, EN) == "1,234.5"
    assert spoken.number(Decimal("1234.5"), VI) == "1.234,5"
    assert spoken.number(-1234, VI) == "-1.234"
    assert spoken.percent(0.455, EN, 1) == "45.5%"
    assert spoken.percent(0.455, VI, 1) == "45,5%"
    with pytest.raises(TypeError):
        spoken.number("40", EN)


def test_ordinals():
    assert [spoken.ordinal(n, EN) for n in (1, 2, 3, 4, 11, 12, 13, 21, 40, 101, 112)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "40th", "101st", "112th"),
    ]
    assert [spoken.ordinal(n, VI) for n in (1, 2, 4, 5, 40)] == ["thứ nhất", "thứ hai", "thứ tư", "thứ năm", "thứ 40"]


# time told in words

TODAY = date(2026, 11, 22)


def test_days_left_until_the_last_day_and_after_it():
    assert [spoken.days_left(n, EN) for n in (39, 1, 0, -1)] == [
        "39 days left",
        "1 day left",
        "last day today",
        "closed",
    ]
    assert [spoken.days_left(n, VI) for n in (39, 0)] == ["Còn 39 ngày", "hôm nay là ngày cuối"]
    assert [spoken.days(n, EN) for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


@pytest.mark.parametrize(
    ("day", "english", "vietnamese"),
    [
        (date(2026, 11, 22), "today", "hôm nay"),
        (date(2026, 11, 21), "yesterday", "hôm qua"),
        (date(2026, 11, 23), "tomorrow", "ngày mai"),
        (date(2026, 11, 14), "8 days ago", "8 ngày trước"),
        (date(2026, 11, 27), "in 5 days", "5 ngày nữa"),
    ],
)
def test_the_age_of_a_contact_is_told_in_words(day, english, vietnamese):
    assert spoken.age(day, TODAY, EN) == english
    assert spoken.age(day, TODAY, VI) == vietnamese


def test_the_age_of_a_fact_is_told_in_words():
    assert spoken.checked(date(2026, 10, 6), TODAY, EN) == "checked 47 days ago"
    assert spoken.checked(date(2026, 10, 6), TODAY, VI) == "kiểm chứng cách đây 47 ngày"
    assert spoken.checked(TODAY, TODAY, EN) == "checked today"
    assert spoken.checked(date(2026, 11, 21), TODAY, VI) == "kiểm chứng hôm qua"
    assert spoken.overdue(date(2026, 11, 14), TODAY, EN) == "8 days overdue"
    assert spoken.overdue(date(2026, 11, 21), TODAY, EN) == "1 day overdue"


@pytest.mark.parametrize(
    ("by", "precision", "said", "english", "vietnamese"),
    [
        (date(2027, 3, 31), Precision.DAY, "", "by 31 March 2027", "chậm nhất ngày 31 tháng 3 năm 2027"),
        (date(2027, 3, 31), Precision.MONTH, "", "by the end of March 2027", "đến hết tháng 3 năm 2027"),
        (date(2027, 3, 31), Precision.QUARTER, "", "in the first quarter of 2027", "trong quý I năm 2027"),
        (date(2027, 12, 31), Precision.QUARTER, "", "in the fourth quarter of 2027", "trong quý IV năm 2027"),
        (None, Precision.SESSION, "the spring session", "at the spring session", "tại the spring session"),
        (None, Precision.SESSION, " ", "at a session not yet named", "tại một kỳ họp chưa nêu tên"),
        (None, Precision.NONE, "", "no date given", "chưa nêu thời hạn"),
        (None, Precision.NONE, "as soon as possible", "as soon as possible", "as soon as possible"),
        (None, Precision.DAY, "", "no date given", "chưa nêu thời hạn"),
    ],
)
def test_a_promised_date_is_told_as_exactly_as_it_was_given(by, precision, said, english, vietnamese):
    promise = Commitment(
        participant="ke", treaty="t", act=PromisedAct.SIGN, made_on=TODAY, by=by, precision=precision, by_words=said
    )
    assert spoken.promised_for(promise, EN) == english
    assert spoken.promised_for(promise, VI) == vietnamese


def test_no_line_ends_between_a_word_and_its_number():
    assert spoken.bound("Điều 65, ngày 22 tháng 11 năm 2026, 40 văn kiện") == (
        "Điều\u00a065, ngày\u00a022 tháng\u00a011 năm\u00a02026, 40\u00a0văn kiện"
    )
    assert (
        spoken.bound("Article 65 and 40 instruments in 5 days")
        == "Article\u00a065 and 40\u00a0instruments in 5\u00a0days"
    )
