"""The country brief as pages: what can be read back, what fits, and what no text may do to it."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from brief_desk import TODAY, brief, busy, contact, deposit, desk, keep, printed, words_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab import rl_config

from hanoi_desk.briefing import Briefing, Marking
from hanoi_desk.briefing.values import Contact, Promise
from hanoi_desk.language import Language
from hanoi_desk.pdf import Caution, write_pdf
from hanoi_desk.pdf.fonts import UnsafeSettings, load_fonts, readable
from hanoi_desk.pdf.page import HEIGHT, LEFT, SMALL, WIDTH, zone
from hanoi_desk.pdf.text import Run, lay_out, width_of
from hanoi_desk.records import Participant
from hanoi_desk.store import Query, Store

EN, VI = Language.EN, Language.VI
APPROVED = Path(__file__).parent / "approved"
AFTER_CLOSE = datetime(2027, 1, 1, 9, 0, tzinfo=timezone(timedelta(hours=-5)))
VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ"
)
HOSTILE = [
    "<b>bold</b> and <i>",
    "An <an@mofa.gov.vn> đã họp",
    "[<delegate name>] R&D; a <b and c> d ]]> &amp; &#60;",
    '<img src="/etc/hostname"/> <a href="javascript:alert(1)">x</a>',
    "a\x00b\x07c\x1bd\u202ee\u200bf",
    "%PDF-1.4 (stream) endobj \\ ) ( <<>>",
    "[[[getattr(pow, Word('__globals__'))['os'].system('touch /tmp/x') for Word in [1]] and 'red']]",
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with desk(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """A busy brief, to be changed at one place by a test."""
    with desk(tmp_path_factory.mktemp("desk")) as store:
        busy(store, EN)
        return brief(store, "KE", EN)


def text_in(briefing: Briefing) -> str:
    return words_of(briefing, EN)


# One page


@pytest.mark.parametrize("language", [EN, VI])
def test_the_shortest_and_the_longest_name_take_one_page(store: Store, language: Language) -> None:
    names = store.all(Query(Participant))
    names.sort(key=lambda p: len(p.name_en if language is EN else p.name_vi))
    for participant in (names[0], names[-1]):
        reader, result = printed(brief(store, participant.key, language), language)
        assert (len(reader.pages), result.pages) == (1, 1)
        assert Caution.CUT not in dict(result.warnings)


@pytest.mark.parametrize("language", [EN, VI])
def test_fifty_contacts_with_their_promises_and_tasks_take_one_page(store: Store, language: Language) -> None:
    busy(store, language)
    for number in range(10, 60):
        keep(store, *contact(number, date(2026, 1, 1) + timedelta(days=number), said="A long statement. " * 20))
    reader, _ = printed(brief(store, "KE", language), language)
    assert len(reader.pages) == 1


def test_lists_give_way_before_any_sentence_is_cut(page: Briefing) -> None:
    many = tuple(replace(page.promises[0], made_on=f"{day:02}/11/2026") for day in range(1, 4))
    lines = tuple(
        Contact(f"{day:02}/11/2026", "A talk about the file that fills one line.", rank=day) for day in range(1, 9)
    )
    crowded = replace(page, promises=many, promises_more=4, contacts=lines)
    _, result = printed(crowded, EN)
    cautions = [caution for caution, _ in result.warnings]
    assert Caution.SHORTENED in cautions
    assert Caution.CUT not in cautions
    said = text_in(crowded)
    left_out = [text.rpartition(": ")[2] for caution, text in result.warnings if caution is Caution.SHORTENED]
    assert all(words in said for words in left_out)
    for block in (page.next_step, page.deadline.left, page.points[-1].text, page.sources[0].key, page.objective):
        assert block.replace("\u00a0", " ") in said


def test_a_text_larger_than_its_block_is_cut_at_a_word_and_the_block_named(page: Briefing) -> None:
    _, result = printed(replace(page, objective="Obtain the date and the name of the ministry. " * 40), EN)
    assert (Caution.CUT, "Objective") in result.warnings
    said = text_in(replace(page, objective="Obtain the date and the name of the ministry. " * 40))
    assert re.search(r"[a-z]…", said)


HUGE = "x" * 50_000
LONG = "không có thời hạn cụ thể " * 2_000


@pytest.mark.parametrize("text", [HUGE, LONG], ids=["no blank", "many words"])
def test_fifty_kilobytes_anywhere_leave_one_page_and_all_that_is_never_dropped(page: Briefing, text: str) -> None:
    hostile = replace(
        page,
        name=text,
        formal_name=text,
        groups=(text,),
        capital=text,
        mission=text,
        changed=text,
        objective=text,
        promises=(Promise(text, text, text, text, text),) * 3,
        contacts=(Contact(text, text, text),) * 6,
        people=(replace(page.people[0], text=text, note=text),) * 2,
        sources=tuple(replace(s, text=text, brief=text) for s in page.sources),
        sign_off=text,
        unit=text,
        number=text,
        cells=tuple(replace(c, value=text, notes=(text, text)) for c in page.cells),  # type: ignore[arg-type]
        raised=tuple(replace(a, question=text, text=text) for a in page.raised),
        avoid=(text, text),
        press_line=text,
    )
    reader, result = printed(hostile, EN)
    assert len(reader.pages) == 1
    assert Caution.CUT in dict(result.warnings)
    said = " ".join(reader.pages[0].extract_text().split())
    assert "39 days left to sign" in said
    assert "Three simple requests" in said
    assert "Sources" in said


def test_nothing_is_drawn_outside_the_margins(page: Briefing) -> None:
    places: list[tuple[float, float, str]] = []

    def note(text: str, _cm: object, tm: list[float], *_rest: object) -> None:
        if text.strip():
            places.append((tm[4], tm[5], text))

    hostile = replace(
        page, objective=HUGE, contacts=(Contact("1", HUGE),), promises=(Promise(HUGE, HUGE, HUGE, "", ""),)
    )
    reader, _ = printed(hostile, EN)
    reader.pages[0].extract_text(visitor_text=note)
    assert min(x for x, *_ in places) >= LEFT - 1
    assert max(x for x, *_ in places) <= LEFT + WIDTH
    assert all(15 < y < HEIGHT + 130 for _, y, _ in places)


# What can be read back


def test_every_vietnamese_letter_is_found_in_the_text(page: Briefing) -> None:
    half = len(VIETNAMESE) // 2
    said = text_in(replace(page, objective=VIETNAMESE[:half], changed=VIETNAMESE[half:])).replace(" ", "")
    assert VIETNAMESE[:half] in said
    assert VIETNAMESE[half:] in said


def test_decomposed_letters_are_composed(page: Briefing) -> None:
    assert "Đại sứ Nguyễn" in text_in(replace(page, objective="\u0110a\u0323i su\u031b\u0301 Nguye\u0302\u0303n"))


@pytest.mark.parametrize("language", [EN, VI])
def test_marking_day_number_and_page_stand_on_the_page(store: Store, language: Language) -> None:
    said = words_of(brief(store, "KE", language), language)
    if language is EN:
        assert said.count("INTERNAL CIRCULATION - NO STATE SECRETS") == 2
        wanted = ("Information as of 22/11/2026 14:30 (UTC+1)", "Page 1 of 1", "Printed 22/11/2026 15:05", "version 2")
    else:
        assert said.count("LƯU HÀNH NỘI BỘ - KHÔNG CHỨA BÍ MẬT NHÀ NƯỚC") == 2
        wanted = ("Thông tin tính đến 22/11/2026 14:30 (UTC+1)", "Trang 1/1", "In lúc 22/11/2026 15:05", "bản 2")
    assert all(words in said for words in (*wanted, "HD-2026-0147"))


@pytest.mark.parametrize("marking", list(Marking))
def test_the_marking_is_the_same_above_and_below_and_no_secrecy_level(page: Briefing, marking: Marking) -> None:
    said = words_of(replace(page, marking=marking), VI)
    assert not re.search(r"TUYỆT MẬT|TỐI MẬT|(?<!BÍ )MẬT", said)


@pytest.mark.parametrize("language", [EN, VI])
def test_the_public_sheet_holds_nothing_of_our_own_side(store: Store, language: Language) -> None:
    busy(store, language)
    internal = brief(store, "KE", language)
    sheet = brief(store, "KE", language, marking=Marking.PUBLIC)
    reader, _ = printed(sheet, language)
    said = f"{reader.pages[0].extract_text()} {reader.metadata} {reader.outline} {sheet}"
    own = [internal.objective, internal.mission, internal.cells[1].value, "Kamau", "Second Secretary", "Bí thư thứ hai"]
    own += [promise.words for promise in internal.promises] + [contact.text for contact in internal.contacts]
    own += [promise.grade for promise in internal.promises] + [point.text for point in internal.points]
    assert not [text for text in own if text in said]
    assert internal.deadline.left in said


def test_a_draft_says_so_in_its_header(page: Briefing) -> None:
    assert "DRAFT" in text_in(replace(page, draft=True)).split("HD-2026")[0]
    assert "DRAFT" not in text_in(page)


@pytest.mark.parametrize("language", [EN, VI])
def test_the_page_never_says_71_articles_and_never_shows_a_gap(store: Store, language: Language) -> None:
    busy(store, language)
    for key in ("KE", "DZ", "EU", "DE", "AE"):
        said = words_of(brief(store, key, language), language)
        assert not re.search(r"\b71\b|[{}]|N/A", said)


@pytest.mark.parametrize("language", [EN, VI])
@pytest.mark.parametrize("case", ["busy", "empty", "after-close", "signatory", "party"])
def test_the_words_are_those_approved(store: Store, language: Language, case: str) -> None:
    if case in ("busy", "after-close"):
        busy(store, language)
    if case == "party":
        keep(store, *deposit("GH", date(2026, 11, 1)))
    key = {"empty": "TD", "signatory": "AZ", "party": "GH"}.get(case, "KE")
    now = AFTER_CLOSE if case == "after-close" else TODAY
    more = {"previous": None} if case == "empty" else {}
    reader, result = printed(brief(store, key, language, now, **more), language)
    said = (
        reader.pages[0].extract_text() + "".join(f"\n! {caution}: {text}" for caution, text in result.warnings) + "\n"
    )
    approved = APPROVED / f"country-brief-{case}.{language}.txt"
    if os.environ.get("HANOI_DESK_APPROVE"):
        approved.write_text(said, encoding="utf-8")
    assert said == approved.read_text(encoding="utf-8")


# Letters


def test_a_letter_that_no_font_has_is_spelled_out_and_named(page: Briefing) -> None:
    reader, result = printed(replace(page, objective="Good 😀 and مرحبا بكم"), EN)
    assert "Good [U+1F600] and [ARABIC ×5] [ARABIC ×3]" in " ".join(reader.pages[0].extract_text().split())
    warning = dict(result.warnings)[Caution.MISSING_LETTERS]
    assert "U+1F600 GRINNING FACE" in warning
    assert "U+0645 ARABIC LETTER MEEM" in warning


def test_a_long_row_of_signs_names_only_the_first() -> None:
    assert readable("ok 😀😁😂😃").text == "ok [U+1F600… ×4]"


def test_every_style_has_every_letter_used() -> None:
    assert readable(VIETNAMESE + "…“”’–×·ñçøŁıßЖΩא").missing == ()


def test_invisible_marks_and_control_characters_leave_no_trace() -> None:
    assert readable("a\x00b\u200bc\u202ed\ufe0f\te\n f").text == "abcd e f"


# Nothing a user types is more than text


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_prints_as_typed(page: Briefing, text: str) -> None:
    hostile = replace(
        page,
        objective=text,
        name=text,
        unit=text,
        contacts=(Contact("22/11/2026", text),),
        promises=(Promise("22/11/2026", text, text, "Grade", "open"),),
    )
    reader, _ = printed(hostile, EN)
    said = re.sub(r"\s", "", reader.pages[0].extract_text())
    assert re.sub(r"\s", "", readable(text).text) in said
    assert not any(name in str(reader.trailer["/Root"]) for name in ("/OpenAction", "/JavaScript", "/Names"))
    assert "/Annots" not in reader.pages[0]
    assert "/XObject" not in reader.pages[0]["/Resources"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=150))
def test_any_text_makes_a_page_and_is_found_in_it(page: Briefing, text: str) -> None:
    reader, _ = printed(replace(page, objective=f"Obtain {text}"), EN)
    said = re.sub(r"\s", "", reader.pages[0].extract_text())
    shown = readable(text).text
    if shown.isascii():
        assert re.sub(r"\s", "", shown)[:40] in said


@given(st.text(alphabet="aộ ,.Wשל\u0301", max_size=200), st.floats(30, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_room_and_no_text_longer_than_its_limit(text: str, width: float, most: int) -> None:
    lines = lay_out([Run(text, 12), Run(" end", 8.5, bold=True)], width, most=most)
    assert len(lines.lines) <= most
    assert all(width_of(line) <= width + 0.01 for line in lines.lines)


def test_a_whole_text_loses_nothing_in_the_breaking() -> None:
    text = "Công ước của Liên hợp quốc về chống tội phạm mạng " * 5
    lines = lay_out([Run(text, 12)], 120)
    assert " ".join("".join(run.text for run in line) for line in lines.lines) == text.strip()


def test_a_word_wider_than_its_room_is_broken_between_letters_and_keeps_its_marks() -> None:
    runs = [Run("x\u0302" * 30, 12), Run("y" * 10, 12, bold=True)]
    lines = lay_out(runs, 40)
    assert all(width_of(line) <= 40 for line in lines.lines)
    assert "".join(run.text for line in lines.lines for run in line) == "x\u0302" * 30 + "y" * 10
    assert not any(line[0].text.startswith("\u0302") for line in lines.lines)


def test_a_word_wider_than_its_room_is_broken_at_its_joint_where_it_has_one() -> None:
    lines = lay_out([Run("Minister-Counsellor, Vienna", 12)], 70)
    assert next(run.text for line in lines.lines for run in line) == "Minister-"
    assert "".join(run.text for line in lines.lines for run in line).replace(" ", "") == "Minister-Counsellor,Vienna"


def test_unsafe_settings_of_the_library_stop_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    load_fonts.cache_clear()
    monkeypatch.setattr(rl_config, "trustedHosts", ["example.org"])
    with pytest.raises(UnsafeSettings):
        load_fonts()
    monkeypatch.undo()
    load_fonts()


# The file


def test_the_same_data_at_the_same_time_make_the_same_bytes(page: Briefing) -> None:
    first, second = BytesIO(), BytesIO()
    write_pdf(page, first, EN)
    write_pdf(page, second, EN)
    assert first.getvalue() == second.getvalue()


def test_the_properties_are_ours_and_no_more(page: Briefing) -> None:
    reader, _ = printed(page, EN)
    assert reader.metadata == {
        "/Title": "Country brief · Kenya",
        "/Author": "Permanent Mission, Vienna",
        "/Subject": "HD-2026-0147 · version 2",
        "/Creator": "Hanoi Desk",
        "/Producer": "Hanoi Desk",
        "/Keywords": "",
        "/CreationDate": "D:20261122150500+01'00'",
        "/ModDate": "D:20261122150500+01'00'",
        "/Trapped": "/False",
    }
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_font_is_embedded_and_no_text_is_smaller_than_allowed(page: Briefing) -> None:
    reader, _ = printed(page, EN)
    fonts = reader.pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        assert "Tinos" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]
    content = reader.pages[0].get_contents()
    assert content is not None
    sizes = [float(size) for size in re.findall(rb"/F\d\S* ([\d.]+) ", content.get_data())]
    assert min(sizes) >= SMALL


def test_each_block_has_a_bookmark(page: Briefing) -> None:
    reader, _ = printed(page, VI)
    titles = [entry["/Title"] for entry in reader.outline]  # type: ignore[call-overload, index]
    assert titles[0] == "Tên nước"
    assert titles[-1] == "Nguồn"
    assert len(titles) == 11


def test_a_file_is_replaced_wholly(page: Briefing, tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")
    assert write_pdf(page, target, EN).pages == 1
    assert len(pypdf.PdfReader(target).pages) == 1
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file(page: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_pdf(page, str(target), EN)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_told(page: Briefing, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        write_pdf(page, tmp_path / "gone" / "brief.pdf", EN)


def test_the_offset_of_a_moment_is_written_as_people_do() -> None:
    offsets = [timedelta(hours=7), timedelta(0), timedelta(hours=-3, minutes=-30)]
    assert [zone(TODAY.astimezone(timezone(offset))) for offset in offsets] == ["UTC+7", "UTC+0", "UTC-3:30"]
