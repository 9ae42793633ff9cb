"""Shipped files are found, say so clearly when they are not, and hold every Vietnamese letter."""

import unicodedata

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from hanoi_desk.assets import MissingAsset, asset

FONTS = [
    *(f"Tinos-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")),
    *(f"BeVietnamPro-{style}.ttf" for style in ("Regular", "Medium", "SemiBold", "Bold", "Italic")),
]
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\N{COMBINING GRAVE ACCENT}", "\N{COMBINING HOOK ABOVE}", "\N{COMBINING TILDE}")
TONES += ("\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DOT BELOW}")
TONED = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
LETTERS = sorted({form for letter in [*TONED, "đ", *"bcdghklmnpqrstvx"] for form in (letter, letter.upper())})
SIGNS = "0123456789 .,;:!?()[]«»“”‘’–—…°§№€₫%&/+-=@#*•"


def test_the_alphabet_of_the_test_is_whole():
    assert len(TONED) == 72
    assert all(len(letter) == 1 for letter in LETTERS)


@pytest.mark.parametrize("font", FONTS)
def test_every_vietnamese_letter_has_a_glyph(font):
    glyphs = TTFontFace(str(asset(f"fonts/{font}"))).charToGlyph
    assert [letter for letter in LETTERS if not glyphs.get(ord(letter))] == []


@pytest.mark.parametrize("font", FONTS)
def test_the_signs_of_a_brief_have_glyphs(font):
    glyphs = TTFontFace(str(asset(f"fonts/{font}"))).charToGlyph
    rare = set("№§") if font.startswith("BeVietnamPro") else set()
    assert [sign for sign in SIGNS if sign not in rare and not glyphs.get(ord(sign))] == []


def test_every_font_comes_with_its_licence():
    families = {path.name.split("-")[0] for path in asset("fonts").glob("*.ttf")}
    assert families == {"Tinos", "BeVietnamPro"}
    for family in families:
        assert "SIL OPEN FONT LICENSE" in asset(f"licences/{family}-OFL.txt").read_text(encoding="utf-8")


def test_the_facts_are_utf8_with_a_heading():
    files = sorted(asset("data").glob("*.csv"))
    assert len(files) >= 7
    for file in files:
        heading = file.read_text(encoding="utf-8").splitlines()[0]
        assert "," in heading
        assert not heading.startswith("\ufeff")


def test_a_missing_file_is_named_with_what_to_do():
    with pytest.raises(MissingAsset, match=r"fonts/Comic\.ttf is missing.*install it again"):
        asset("fonts/Comic.ttf")


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../pyproject.toml", "data/../../LICENSE", "data\\x.csv", "C:x"])
def test_a_name_that_leads_elsewhere_is_refused(name):
    with pytest.raises(ValueError, match="not the name of a shipped file"):
        asset(name)
