"""The formal report: the boxes of the decree in their places and sizes, and nothing of a contact left out."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from brief_desk import TODAY, busy, desk, keep
from pack_desk import pages_of, plain

from hanoi_desk.briefing.report import Report, ReportPart, ReportWishes, collect_report
from hanoi_desk.language import INTERFACE, Language
from hanoi_desk.pdf import Caution, Result, write_report
from hanoi_desk.pdf.report import layout
from hanoi_desk.pdf.text import Run, width_of
from hanoi_desk.records import Commitment, Outreach, OutreachPerson, Side, fixed_id
from hanoi_desk.store import Query, Store

EN, VI = Language.EN, Language.VI
TALK = fixed_id("talk", "KE", "2")
MM = 72 / 25.4


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with desk(tmp_path) as opened:
        busy(opened, VI)
        talk = opened.need(Outreach, TALK)
        mission = fixed_id("mission")
        there = OutreachPerson(outreach=TALK, side=Side.THEIRS, name="Juma Otieno", title="Vụ trưởng")
        keep(
            opened,
            replace(talk, mission=mission, place="Vienna", time="10:00", comment="Bạn cần thêm thời gian."),
            there,
        )
        yield opened


def report(store: Store, language: Language = VI, **more: object) -> Report:
    asked = {"symbol": "BC-ĐSQ", "place": "Vienna", "signatory_post": "Đại sứ", "signatory": "Nguyễn Văn A"}
    wishes = ReportWishes(**asked | {"recipients": ("Bộ Ngoại giao;", "Vụ Luật pháp và Điều ước quốc tế;")} | more)  # type: ignore[arg-type]
    return collect_report(store, TALK, language=language, printed_at=TODAY, wishes=wishes)


def printed(made: Report) -> tuple[pypdf.PdfReader, Result]:
    buffer = BytesIO()
    result = write_report(made, buffer)
    return pypdf.PdfReader(BytesIO(buffer.getvalue())), result


def placed(page: pypdf.PageObject) -> dict[str, tuple[float, float, float, str]]:
    """Return where each line of a page stands: left, height, size, font."""
    found: dict[str, tuple[float, float, float, str]] = {}

    def note(text: str, _c: object, at: list[float], font: dict[str, str] | None, size: float) -> None:
        if text.strip() and font:
            found.setdefault(plain(text), (at[4], at[5], size, font["/BaseFont"].partition("+")[2]))

    page.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("language", INTERFACE)
def test_the_words_are_those_approved(store: Store, language: Language) -> None:
    reader, result = printed(report(store, language))
    assert result.warnings == ()
    said = "\n\f\n".join(page.extract_text() for page in reader.pages) + "\n"
    approved = Path(__file__).parent / "approved" / f"report.{language}.txt"
    if os.environ.get("HANOI_DESK_APPROVE"):
        approved.write_text(said, encoding="utf-8")
    assert said == approved.read_text(encoding="utf-8")


def test_the_boxes_of_the_decree_stand_where_it_puts_them(store: Store) -> None:
    page = printed(report(store))[0].pages[0]
    lines, half = placed(page), 595.28 / 2

    def line(start: str) -> tuple[float, float, float, str]:
        return next(place for text, place in lines.items() if text.startswith(start))

    nation, motto = line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), line("Độc lập - Tự do - Hạnh phúc")
    assert nation[1] > motto[1]
    assert (nation[2], motto[2]) == (12, 13)
    assert "Bold" in nation[3]
    assert "Bold" in motto[3]
    assert nation[0] > half - 90
    assert line("BỘ NGOẠI GIAO")[0] < half
    assert "Bold" not in line("BỘ NGOẠI GIAO")[3]
    assert "Bold" in line("ĐẠI SỨ QUÁN")[3]
    assert "Italic" in line("Vienna, ngày 22 tháng 11 năm 2026")[3]
    assert abs(line("Số:")[1] - line("Vienna, ngày")[1]) < 12
    assert line("BÁO CÁO")[2:] == (14, "Tinos-Bold")
    assert line("Nơi nhận:")[2:] == (12, "Tinos-BoldItalic")
    assert line("- Bộ Ngoại giao;")[2] == 11
    assert lines["ĐẠI SỨ"][0] > half - 90
    assert line("1. Thời gian")[2] == 13


def test_the_layout_keeps_within_the_decree() -> None:
    margins, sizes = layout()["margins"], layout()["sizes"]
    assert 20 <= margins["top"] <= 25
    assert 20 <= margins["bottom"] <= 25
    assert 30 <= margins["left"] <= 35
    assert 15 <= margins["right"] <= 20
    for key in ("body", "kind", "subject", "motto", "place", "signatory", "page_number"):
        assert 13 <= sizes[key] <= 14, key
    assert min(sizes.values()) >= 8.5


def test_all_that_the_contact_holds_is_in_the_report(store: Store) -> None:
    said = " ".join(pages_of(printed(report(store))[0]))
    [promise] = store.all(Query(Commitment, (("outreach", "=", TALK),)))
    for text in ("Juma Otieno, Vụ trưởng", "bạn nhận công hàm", promise.words, "Bạn cần thêm thời gian.", "10 giờ"):
        assert text in said, text
    assert "LƯU HÀNH NỘI BỘ" in said
    assert not re.search(r"TUYỆT MẬT|TỐI MẬT|[{}]|N/A", said)


def test_pages_are_numbered_at_the_top_from_the_second_on(store: Store) -> None:
    long = ReportPart(
        "Nội dung", tuple(f"Đoạn {n}. " + "Bạn nêu ý kiến về thủ tục trong nước. " * 6 for n in range(40))
    )
    reader, result = printed(replace(report(store), parts=(long,)))
    assert result.pages == len(reader.pages) > 2
    for number, page in enumerate(reader.pages, 1):
        at_top = [text for text, place in placed(page).items() if place[1] > 842 - 20 * MM]
        assert at_top == ([] if number == 1 else [str(number)])
    said = " ".join(pages_of(reader))
    assert all(f"Đoạn {n}." in said for n in range(40))


def test_lines_of_a_paragraph_reach_the_right_margin_and_never_pass_it(store: Store) -> None:
    words = "Bạn nêu ý kiến về thủ tục trong nước và thời hạn ký là ngày\u00a031 tháng\u00a012 năm\u00a02026. "
    reader, _ = printed(replace(report(store), parts=(ReportPart("Nội dung", (words * 8,)),)))
    content = reader.pages[0].get_contents()
    assert content is not None
    lines = re.findall(rb"([\d.]+) Tw (.*?) 0 Tw", content.get_data(), re.DOTALL)
    widened = [(float(more), body) for more, body in lines if float(more) > 0]
    assert len(widened) >= 6
    said = [line for line in reader.pages[0].extract_text().splitlines() if "Bạn nêu" in line or "thời hạn" in line]
    room = 595.28 - (layout()["margins"]["left"] + layout()["margins"]["right"]) * MM
    runs = [Run(line.replace("\u00a0", " "), 13) for line in said]
    for (more, _), run in zip(widened[1:], runs[1:], strict=False):
        assert width_of([run]) + more * run.text.count(" ") <= room + 1


def test_what_a_user_typed_is_only_text_and_a_letter_without_a_font_is_named(store: Store) -> None:
    made = replace(report(store), subject="<b>x</b> 😀 {n}")
    reader, result = printed(made)
    assert "<b>x</b> [U+1F600] {n}" in pages_of(reader)[0]
    assert Caution.MISSING_LETTERS in dict(result.warnings)


def test_a_contact_that_is_not_on_file_cannot_be_reported(store: Store) -> None:
    with pytest.raises(KeyError):
        collect_report(store, "nobody", printed_at=TODAY)
