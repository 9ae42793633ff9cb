"""Vietnamese in the encodings from before Unicode is known again and repaired; nothing else is taken for it."""

import unicodedata

import pytest

from hanoi_desk.workbook.legacy import Legacy, font_encoding, is_decomposed, is_syllable, recognised, repaired

SMALL = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
CAPITAL = SMALL.upper()
# The two encodings, typed in the order of SMALL from the published charts.
TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ®"
VNI_IN_ORDER = (
    "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï "
    "oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î ñ"
)
VNI = VNI_IN_ORDER.split()

SAMPLE = "Đại sứ đặc mệnh toàn quyền của nước bạn đề nghị hỗ trợ kỹ thuật trước khi phê chuẩn Công ước Hà Nội"


def as_tcvn3(text):
    capitals = dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
    return "".join(capitals.get(c, TCVN3[SMALL.index(c.lower())] if c.lower() in SMALL else c) for c in text)


def as_vni(text):
    def one(letter):
        if letter.lower() not in SMALL:
            return letter
        code = VNI[SMALL.index(letter.lower())]
        return code if letter in SMALL else code.upper()

    return "".join(map(one, text))


def test_all_134_letters_with_accents_come_back_from_vni():
    assert len(SMALL) == len(VNI) == 67
    for letter in SMALL + CAPITAL:
        assert repaired(as_vni(letter), Legacy.VNI) == letter
        assert repaired(as_vni(f"t{letter}m"), Legacy.VNI) == f"t{letter}m"


def test_all_134_letters_with_accents_come_back_from_tcvn3():
    assert len(TCVN3) == 67
    for letter in SMALL:
        assert repaired(as_tcvn3(letter), Legacy.TCVN3) == letter
    for letter in CAPITAL:  # the font of capitals has them in the places of the small ones
        assert repaired(as_tcvn3(letter.lower()), Legacy.TCVN3, capitals=True) == letter
    for letter in "ĂÂÊÔƠƯĐ":
        assert repaired(as_tcvn3(letter), Legacy.TCVN3) == letter


@pytest.mark.parametrize(("encoding", "encode"), [(Legacy.TCVN3, as_tcvn3), (Legacy.VNI, as_vni)])
def test_a_sentence_is_recognised_and_repaired(encoding, encode):
    guess = recognised([encode(SAMPLE), "ok", ""])
    assert guess is not None
    assert guess.encoding is encoding
    assert repaired(encode(SAMPLE), encoding) == SAMPLE


@pytest.mark.parametrize(
    "texts",
    [
        [SAMPLE],
        [unicodedata.normalize("NFD", SAMPLE)],
        ["Côte d'Ivoire", "São Tomé and Príncipe", "Türkiye", "Curaçao"],
        ["Ministère des affaires étrangères, à la tête de la délégation"],
        ["señor Núñez pidió más información", "El año próximo"],
        ["Österreich, Müller, größer"],
        ["15 µm, 20 °C, ± 3 §", "© 2026"],
        ["plain words only", ""],
        [],
    ],
)
def test_nothing_else_is_taken_for_it(texts):
    assert recognised(texts) is None


def test_a_word_in_capitals_becomes_one():
    assert repaired("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", Legacy.TCVN3) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert repaired("Hµ Néi", Legacy.TCVN3) == "Hà Nội"
    assert repaired("TRÖÔØNG ÑAÏI HOÏC", Legacy.VNI) == "TRƯỜNG ĐẠI HỌC"


def test_fonts_tell_of_their_encoding():
    assert font_encoding(".VnTime") == (Legacy.TCVN3, False)
    assert font_encoding(".VnTimeH") == (Legacy.TCVN3, True)
    assert font_encoding("VNI-Times") == (Legacy.VNI, False)
    assert font_encoding("Times New Roman") is None


def test_syllables_are_known_by_how_they_are_built():
    assert all(map(is_syllable, SAMPLE.split()))
    assert not any(map(is_syllable, ("été", "señor", "Müller", "größer", "naïve", "ấá")))


def test_letters_apart_from_their_marks_are_noticed():
    assert is_decomposed(unicodedata.normalize("NFD", SAMPLE))
    assert not is_decomposed(SAMPLE)
