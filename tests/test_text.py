"""Folding, sorting and checking text as Vietnamese needs it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.text import accents, ended, fold, secret_word, seen_line, sort_key, spelling, tidy

TONES = ["ba", "bà", "bả", "bã", "bá", "bạ"]
ALPHABET = list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")


@pytest.mark.parametrize("typed", ["dai su", "DAI SU", "Đại sứ", "ĐẠI SỨ", " Ðại\u00a0\tsứ\n", "đại\u00ad sứ"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_way_to_type_a_word_folds_alike(typed, form):
    assert fold(unicodedata.normalize(form, typed)) == "dai su"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Bờ Biển Ngà", "bo bien nga"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Sana`a", "sana'a"),
        ("Guinea–Bissau", "guinea-bissau"),
        ("Łódź, Øresund, Straße, Æsir, œuvre", "lodz, oresund, strasse, aesir, oeuvre"),
        ("Isparta ISPARTA ısparta İsparta", "isparta isparta isparta isparta"),
        ("ﬁnal Ⅳ ＡＢＣ", "final iv abc"),
        ("a\0b\ud800c", "a b c"),
        ("", ""),
    ],
)
def test_letters_of_other_languages_fold_to_what_one_would_type(typed, folded):
    assert fold(typed) == folded


@given(st.text(st.characters()))
def test_folding_twice_changes_nothing_and_can_be_encoded(text):
    assert fold(fold(text)) == fold(text)
    assert fold(text).encode().decode() == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_are_one_to_search_and_sorting(text):
    composed, spread = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(spread)
    assert accents(composed) == accents(spread)
    assert sort_key(composed) == sort_key(spread)
    assert tidy(composed) == tidy(spread)


def test_accents_are_kept_where_they_are_asked_for():
    assert accents("ĐẠI  Sứ") == accents("đại sứ") == "đại sứ"
    assert accents("đại sứ") != accents("dai su")


def test_the_alphabet_is_the_vietnamese_one():
    assert sorted({*ALPHABET}, key=sort_key) == ALPHABET
    assert sorted([letter.upper() for letter in reversed(ALPHABET)], key=sort_key) == [c.upper() for c in ALPHABET]


def test_tones_come_after_letters_and_in_their_order():
    assert sorted({*TONES}, key=sort_key) == TONES
    assert sorted(["bạ", "ban", "bă", "ba", "bàn", "Ba"], key=sort_key) == ["ba", "Ba", "bạ", "ban", "bàn", "bă"]


def test_a_syllable_is_compared_whole_before_the_next():
    words = ["ba", "ba lan", "ba vì", "bà", "bà rịa", "ban", "băng đảo", "bỉ", "bờ biển ngà"]
    assert sorted({*words}, key=sort_key) == words


def test_countries_sort_as_in_a_vietnamese_list():
    names = ["Ai Cập", "An-giê-ri", "Anh", "Áo", "Ăng-gô-la", "Ấn Độ", "Đan Mạch", "Đức", "Ma-rốc", "Mali", "Úc"]
    assert sorted({*names}, key=sort_key) == names


def test_digits_come_before_letters_and_quotes_do_not_count():
    assert sorted(["Hà Nội", "“Đà Nẵng”", "24/7", "a1", "a"], key=sort_key) == [
        "24/7",
        "a",
        "a1",
        "“Đà Nẵng”",
        "Hà Nội",
    ]


def test_other_letters_sort_by_their_base():
    assert sorted(["Zambia", "Łódź", "Åland", "Montréal", "Şanlı"], key=sort_key) == [
        "Åland",
        "Łódź",
        "Montréal",
        "Şanlı",
        "Zambia",
    ]


def test_the_place_of_the_tone_mark_does_not_matter_to_order_or_spelling():
    assert sort_key("Hoà bình") == sort_key("Hòa bình")
    assert spelling("HOÀ LAN") == spelling("hòa lan") != spelling("Hoa Lan")


@given(st.lists(st.sampled_from([*ALPHABET, *TONES, *(t.upper() for t in TONES)])).map(" ".join))
def test_text_order_is_byte_order(text):
    key = sort_key(text)
    assert key.isascii()
    assert (sort_key(text + " a") > key) == (sort_key(text + " a").encode() > key.encode())


@given(st.text(st.characters()))
def test_any_text_has_a_sort_key(text):
    assert isinstance(sort_key(text), str)


def test_tidying_keeps_what_was_typed_inside():
    assert tidy("\ufeff  Bạn nêu:\r\n  - 1\t<b>\u2029- 2 \x00\n") == "Bạn nêu:\n  - 1\t<b>\n- 2"
    assert tidy(unicodedata.normalize("NFD", "Đà Nẵng")) == "Đà Nẵng"
    assert tidy(" \n\u200b") == ""


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("Độ mật: TỐI\u00a0MẬT", "TỐI MẬT"),
        ("MẬT", "MẬT"),
        ("Công văn (MẬT) số 5", "MẬT"),
        ("MẬT\nBÁO CÁO KẾT QUẢ TIẾP XÚC", "MẬT"),
        ("bao-cao_MẬT_2026.pdf", "MẬT"),
        ("TOI_MAT TỐI_MẬT.docx", "TỐI MẬT"),
        ("mật khẩu là MẬT", "MẬT"),
        ("BẢO MẬT, TỐI MẬT, TUYỆT MẬT", "TUYỆT MẬT"),
        ("TUYỆT  MẬT\nBÍ MẬT NHÀ NƯỚC", "TUYỆT MẬT"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_mark_of_a_state_secret_is_found(text, mark, form):
    assert secret_word(unicodedata.normalize(form, text)) == mark


@pytest.mark.parametrize(
    "text",
    [
        "LƯU HÀNH NỘI BỘ - KHÔNG CHỨA BÍ MẬT NHÀ NƯỚC",
        "Không nhập tài liệu có độ Mật, Tối mật, Tuyệt mật.",
        "mật khẩu, bí mật thương mại, mật độ",
        "MẬT KHẨU",
        "BẢO MẬT THÔNG TIN",
        "ĐỔI MẬT KHẨU VÀ MẬT MÃ",
        "BÍ_MẬT KINH DOANH",
        "BÍ\u00a0MẬT",
        "TOI MAT",
        "MẬTX",
        "",
    ],
)
def test_harmless_words_are_not_taken_for_a_mark(text):
    assert secret_word(text) is None


def test_a_line_that_is_shown_by_itself_has_nothing_that_cannot_be_seen_or_turns_the_writing():
    assert seen_line("Đặng\u202eevil\u2066 \x07x\n\ty\ud800") == "Đặngevil x y?"
    assert seen_line(unicodedata.normalize("NFD", "Đặng Thị Hương")) == "Đặng Thị Hương"
    assert seen_line("می\u200cخواهم\u00a0a") == "می\u200cخواهم\u00a0a"


def test_a_sentence_that_ends_in_its_own_script_gets_no_second_full_stop():
    for text in ("Sẽ ký.", "我们支持公约。", "هل ستوقعون؟", "हम हस्ताक्षर करेंगे।", ""):
        assert ended(text) == text
    assert ended("Sẽ ký") == "Sẽ ký."
