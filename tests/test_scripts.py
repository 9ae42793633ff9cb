"""Scripts that the shipped fonts lack, set in fonts of the system; here in parts of some, in a folder of the tests."""

import os
import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from brief_desk import brief, desk, printed
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from hanoi_desk.language import Language
from hanoi_desk.pdf import Caution
from hanoi_desk.pdf.bidi import base_of, levels, visual
from hanoi_desk.pdf.fonts import REGULAR, load_fonts, readable, shipped_letters
from hanoi_desk.pdf.system_fonts import face_for, font_folders
from hanoi_desk.pdf.tagging import TaggedCanvas
from hanoi_desk.pdf.text import Lines, Run, lay_out, printable, width_of

FONTS = Path(__file__).parent / "fonts"
ARABIC = "سنوقع على الاتفاقية قبل نهاية عام"
CHINESE = "中国支持公约，尽快签署。"
HINDI = "भारत गणराज्य हस्ताक्षर करेगा।"
THAI = "ประเทศไทยจะลงนามในอนุสัญญา"


@pytest.fixture
def fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANOI_DESK_FONTS", str(FONTS))


def laid(text: str, width: float = 400, *, bold: bool = False) -> Lines:
    return lay_out(printable([Run(text, 12, bold=bold)])[0], width)


def sheet(*texts: str, bold: bool = False) -> bytes:
    load_fonts()
    buffer = BytesIO()
    canvas = TaggedCanvas(buffer, invariant=1, initialFontName=REGULAR)
    for at, text in enumerate(texts):
        laid(text, bold=bold).draw(canvas, 60, 800 - 40 * at)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(content: bytes) -> str:
    return PdfReader(BytesIO(content)).pages[0].extract_text()


def shaped_fonts(content: bytes) -> list[str]:
    page = PdfReader(BytesIO(content)).pages[0]
    found = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    return sorted(font["/BaseFont"][8:] for font in found if font["/Subtype"] == "/Type0")


def seen(text: str) -> str:
    return "".join(text[at] for at in visual(levels(text, base_of(text))))


# On the page


def test_an_arabic_name_and_quotation_stand_on_the_brief_and_can_be_copied(fonts: None, tmp_path: Path) -> None:
    with desk(tmp_path) as store:
        page = brief(store, "KE", Language.EN, objective=f"محمد العلي, 12: “{ARABIC}.”")
        reader, result = printed(page, Language.EN)
    said = reader.pages[0].extract_text()
    assert all(word in said for word in ("محمد", "العلي", "الاتفاقية"))
    assert Caution.MISSING_LETTERS not in dict(result.warnings)


def test_chinese_hindi_and_thai_can_be_copied(fonts: None) -> None:
    content = sheet(CHINESE, HINDI, THAI, ARABIC)
    assert shaped_fonts(content) == [
        "NotoNaskhArabic-Regular", "NotoSerifCJKsc-Regular", "NotoSerifDevanagari-Regular", "NotoSerifThai-Regular",
    ]  # fmt: skip
    assert all(text in read(content) for text in (CHINESE, THAI, "भारत"))


def test_letters_drawn_in_another_order_say_themselves_what_they_are(fonts: None) -> None:
    words = "हिन्दी"  # its second sign is drawn first
    stream = PdfReader(BytesIO(sheet(words))).pages[0].get_contents().get_data().decode("latin-1")
    assert f"/Span <</ActualText <FEFF{words.encode('utf-16-be').hex().upper()}>>> BDC" in stream


def test_arabic_letters_are_joined(fonts: None) -> None:
    face = face_for("م")
    assert face is not None
    drawn = {glyph.id for glyph in face.shape("محمد", leftward=True).glyphs}
    assert face.glyph_of("م") not in drawn  # the one that stands alone


def test_a_bold_name_is_set_in_the_bold_style(fonts: None) -> None:
    assert shaped_fonts(sheet("محمد", bold=True)) == ["NotoNaskhArabic-Bold"]


def test_a_font_without_bold_style_is_drawn_thicker(fonts: None) -> None:
    stream = PdfReader(BytesIO(sheet(CHINESE, bold=True))).pages[0].get_contents().get_data()
    assert b"2 Tr" in stream
    assert stream.count(b"0 Tr") == stream.count(b"2 Tr")


def test_the_same_text_makes_the_same_bytes(fonts: None) -> None:
    assert sheet(ARABIC, CHINESE) == sheet(ARABIC, CHINESE)


def test_vietnamese_and_english_use_the_shipped_fonts_alone(fonts: None) -> None:
    assert shaped_fonts(sheet("Công ước Hà Nội", "Hanoi Convention")) == []


def test_only_the_letters_used_are_embedded(fonts: None) -> None:
    assert len(sheet("中")) < len(sheet(CHINESE)) < len(sheet("中")) + 8000


# Lines


def test_chinese_is_broken_between_letters_but_no_line_begins_with_a_comma(fonts: None) -> None:
    lines = ["".join(run.text for run in line) for line in laid(CHINESE, 73).lines]
    assert lines == ["中国支持公", "约，尽快签", "署。"]
    assert [line[0] for line in ("".join(run.text for run in line) for line in laid(CHINESE, 62).lines)].count(
        "，"
    ) == 0


def test_thai_is_broken_before_a_syllable(fonts: None) -> None:
    lines = ["".join(run.text for run in line) for line in laid(THAI, 110).lines]
    assert lines == ["ประเทศไทยจะลงนาม", "ในอนุสัญญา"]


def test_lines_from_right_to_left_begin_at_the_right_edge(fonts: None) -> None:
    lines = laid(ARABIC, 100)
    assert len(lines.lines) > 1
    assert [round(shift + width_of(line)) for shift, line in zip(lines.shifts, lines.lines, strict=True)] == [
        100 for _ in lines.lines
    ]
    assert laid(ARABIC).shifts == ()  # a single line keeps its place in a list


@settings(max_examples=60)
@given(
    st.text(alphabet="aộ ,.Wשל\u0301ممحد中国，ไประ्भर\u200d“”()12", max_size=120), st.floats(30, 300), st.integers(1, 4)
)
def test_no_line_is_wider_than_its_room(text: str, width: float, most: int) -> None:
    before = os.environ["HANOI_DESK_FONTS"]
    os.environ["HANOI_DESK_FONTS"] = str(FONTS)
    try:
        lines = lay_out(printable([Run(text, 12)])[0], width, most=most)
        assert len(lines.lines) <= most
        assert all(width_of(line) <= width + 0.01 or len(line[0].text) <= 4 for line in lines.lines)
    finally:
        os.environ["HANOI_DESK_FONTS"] = before


# Which way it runs


def test_a_quotation_reads_from_right_to_left_as_a_whole() -> None:
    assert seen("He said: “שלום.” (today)") == "He said: “.םולש” (today)"


def test_a_date_behind_a_name_stays_behind_it() -> None:
    assert seen("An: שלום עולם, 12") == "An: םלוע םולש, 12"


def test_numbers_and_latin_letters_within_run_from_left_to_right() -> None:
    assert seen("שלום עולם UN 12.") == ".UN 12 םלוע םולש"


def test_a_name_with_an_english_title_runs_with_the_page() -> None:
    assert seen("שלום עולם, head of delegation") == "םלוע םולש, head of delegation"


def test_brackets_stay_with_what_they_hold() -> None:
    assert seen("a (שלום) b") == "a (םולש) b"
    assert seen("שלום (UN) עולם!") == "!םלוע )UN( םולש"  # the signs themselves are turned when they are drawn


# Which fonts


def forbidding(folder: Path, rights: int) -> Path:
    """Put a copy of a font into a folder whose maker allows only these rights."""
    data = bytearray((FONTS / "NotoNaskhArabic-Part.ttf").read_bytes())
    at = data.index(b"OS/2") + 8
    start = int.from_bytes(data[at : at + 4], "big")
    data[start + 8 : start + 10] = rights.to_bytes(2, "big")
    folder.mkdir()
    (folder / "font.ttf").write_bytes(data)
    return folder


@pytest.mark.parametrize(
    ("rights", "may"), [(0, True), (4, True), (8, True), (2, False), (0x200, False), (0x100, False)]
)
def test_a_font_is_embedded_only_where_its_licence_allows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: int, may: bool
) -> None:
    monkeypatch.setenv("HANOI_DESK_FONTS", str(forbidding(tmp_path / "fonts", rights)))
    assert (readable("محمد").text == "محمد") is may


def test_a_font_that_may_not_be_embedded_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANOI_DESK_FONTS", str(forbidding(tmp_path / "fonts", 2)))
    with desk(tmp_path) as store:
        reader, result = printed(brief(store, "KE", Language.EN, objective="Ask محمد"), Language.EN)
    assert "Ask [ARABIC ×4]" in reader.pages[0].extract_text()
    named = dict(result.warnings)[Caution.MISSING_LETTERS]
    assert named.startswith("U+0645 ARABIC LETTER MEEM (Noto Naskh Arabic: no embedding), U+062D")


def test_a_damaged_font_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FONTS / "NotoNaskhArabic-Part.ttf", tmp_path)
    whole = (FONTS / "NotoSerifThai-Part.ttf").read_bytes()
    (tmp_path / "a.ttf").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.otf").write_bytes(b"")
    (tmp_path / "c.ttc").write_bytes(b"ttcf" + b"\xff" * 40)
    monkeypatch.setenv("HANOI_DESK_FONTS", str(tmp_path))
    assert readable("محمد").text == "محمد"
    assert sheet("محمد")


def collection(*fonts: bytes) -> bytes:
    """Return fonts as one collection (.ttc), their tables moved behind its head."""
    head = 12 + 4 * len(fonts)
    found, starts = b"", []
    for font in fonts:
        start, count = head + len(found), int.from_bytes(font[4:6], "big")
        rows = bytearray(font)
        for at in range(12, 12 + 16 * count, 16):
            moved = int.from_bytes(font[at + 8 : at + 12], "big") + start
            rows[at + 8 : at + 12] = moved.to_bytes(4, "big")
        starts.append(start.to_bytes(4, "big"))
        found += bytes(rows) + bytes(-len(rows) % 4)
    return b"ttcf\0\1\0\0" + len(fonts).to_bytes(4, "big") + b"".join(starts) + found


def test_a_collection_holds_several_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("NotoSerifThai-Part.ttf", "NotoSerifDevanagari-Part.ttf")
    (tmp_path / "both.ttc").write_bytes(collection(*((FONTS / name).read_bytes() for name in names)))
    monkeypatch.setenv("HANOI_DESK_FONTS", str(tmp_path))
    assert shaped_fonts(sheet(THAI, HINDI)) == ["NotoSerifDevanagari-Regular", "NotoSerifThai-Regular"]


def test_letters_of_nobody_are_searched_in_no_font(fonts: None) -> None:
    assert readable("\ue000 \U000e0fff").text == "[U+E000] [U+E0FFF]"


def test_fonts_are_looked_for_where_each_system_keeps_them() -> None:
    windows = font_folders({"WINDIR": "W", "LOCALAPPDATA": "L", "HOME": "H"}, "win32")
    assert windows == (Path("W/Fonts"), Path("L/Microsoft/Windows/Fonts"))
    assert font_folders({"HOME": "H"}, "darwin")[-1] == Path("H/Library/Fonts")
    assert font_folders({"HOME": "H"}, "linux")[-2:] == (Path("H/.local/share/fonts"), Path("H/.fonts"))
    assert font_folders({"HANOI_DESK_FONTS": os.pathsep.join(("a", "b"))}, "linux") == (Path("a"), Path("b"))
    assert font_folders({"HANOI_DESK_FONTS": ""}, "linux") == ()


def test_no_letter_is_ever_a_square(fonts: None) -> None:
    shown = readable("中国 龘 محمد ბ").text
    assert shown == "中国 [U+9F98] محمد [U+10D1]"
    content = sheet("中国 龘 محمد", "a\u064e and \u064e")
    assert not re.search(rb"<0000>", PdfReader(BytesIO(content)).pages[0].get_contents().get_data())


@given(st.text(alphabet="aộ ,.Wשל\u0301\u064e\u0902ممحد中国，ไประ्भर\u200d\u200c“”()12龘", max_size=60))
def test_every_letter_is_in_the_font_that_it_is_set_in(text: str) -> None:
    before = os.environ["HANOI_DESK_FONTS"]
    os.environ["HANOI_DESK_FONTS"] = str(FONTS)
    try:
        for run in printable([Run(text, 12)])[0]:
            if run.face is None:
                assert all(ord(letter) in shipped_letters() for letter in run.text)
            else:
                assert run.face.has(run.text)
                assert 0 not in {glyph.id for glyph in run.face.shape(run.text, leftward=run.level % 2 == 1).glyphs}
    finally:
        os.environ["HANOI_DESK_FONTS"] = before
