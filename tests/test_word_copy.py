"""The Word copy of the brief for a meeting: the words of its printed pages, in their order, and nothing else."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from brief_desk import KENYA, TODAY, busy, desk, keep
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from meeting_desk import plan

from hanoi_desk.briefing.bilateral import collect_bilateral
from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.language import Language, word
from hanoi_desk.pdf import write_bilaterals
from hanoi_desk.records import Paper, Person, fixed_id
from hanoi_desk.store import Store
from hanoi_desk.word_copy import MAGIC, write_word

EN, VI = Language.EN, Language.VI
HOSTILE = '{ HYPERLINK "x" } <w:fldSimple w:instr="DATE"/> =1+1 \x0b\x07 <b>&amp;'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with desk(tmp_path) as made:
        yield made


def made(store: Store, language: Language, **more: object) -> Bilateral:
    return collect_bilateral(store, KENYA, language=language, now=TODAY, printed_at=TODAY, **more)  # type: ignore[arg-type]


def copied(*briefs: Bilateral, paper: Paper = Paper.A4) -> bytes:
    buffer = BytesIO()
    write_word(briefs, buffer, paper)
    return buffer.getvalue()


def texts(content: bytes) -> list[str]:
    """Return the texts of the body in their order, a cell as one."""
    found = []
    for block in Document(BytesIO(content)).iter_inner_content():
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row.cells]
    return [text for text in found if text.strip()]


def words(text: str) -> Counter[str]:
    return Counter(text.replace("\u00a0", " ").split())


def body_of_pages(found: Bilateral) -> str:
    """Return what the pages say within their frame, without what only pages need."""
    buffer = BytesIO()
    write_bilaterals([found], buffer)
    reader = pypdf.PdfReader(buffer)
    assert len(reader.pages) <= 4
    pages = ["\n".join(page.extract_text().split("\n")[4:]) for page in reader.pages]  # after marking, head and foot
    text = "\n".join(pages)
    elsewhere = (
        word("bilateral.points_alone", found.language, page=2),
        word("bilateral.points_at", found.language, page=2),
    )
    for said in elsewhere:
        text = text.replace(said, "")
    return re.sub(r"\[S1\](-\[S\d+\])?: \w+ \d", "", text)


@pytest.mark.parametrize("language", [EN, VI])
def test_it_says_what_the_pages_say(store: Store, language: Language) -> None:
    found = made(store, language)  # of a thin file: the pages leave nothing out
    printed, typed = words(body_of_pages(found)), words("\n".join(texts(copied(found))))
    assert typed - printed == Counter()
    drawing = Counter[str]()  # the entries of the timeline stand in its drawing too, and its signs are explained
    for one in found.timeline:
        drawing += words(f"{one.day:%d/%m/%Y} {one.text} 1 2 3 4 5 6 7 8 9 2025 2026 2027")
    for key in ("treaty", "home", "contact", "unverified", "ahead"):
        drawing += words(word(f"bilateral.legend_{key}", language))
    heads = words(word("bilateral.block.points", language))  # said again where the points have a page of their own
    assert set(printed - typed) <= set(drawing + heads)


def test_the_texts_stand_in_the_order_of_the_pages(store: Store) -> None:
    busy(store, EN)
    found = made(store, EN, pack=plan(store))
    said = "\n".join(texts(copied(found))).replace("\u00a0", " ")
    wanted = (
        "Bilateral meeting with Kenya", "Host event", "Participants", "Amina Njoroge", "Purpose", found.reason,
        "Objectives", found.objectives[-1].text, "Next legal step", "Points to make", found.points[-1].text, "Avoid",
        "What they want", "If raised", found.raised[-1].text, "Commitments, both sides", found.theirs[-1].words,
        "Ours to them", "Facts, not story", "Timeline", "Path to deposit", "Related treaties", "Biographies",
        "After the meeting", "Sources", found.sources[-1].text, "Distribution and sign-off", "Reviewed by",
    )  # fmt: skip
    at = 0
    for text in wanted:
        found_at = said.find(text.replace("\u00a0", " "), at)
        assert found_at >= 0, text
        at = found_at


def test_nothing_is_shortened(store: Store) -> None:
    busy(store, EN)
    found = made(store, EN, pack=plan(store))
    said = "\n".join(texts(copied(found)))
    assert all(one.text in said for one in (*found.interests, *found.usable, *found.internal, *found.timeline))
    assert all(one.words in said for one in (*found.theirs, *found.ours))


def test_every_page_bears_marking_number_moment_and_count(store: Store) -> None:
    found = made(store, VI, number="HD-2026-0152", unit="Phái đoàn Thường trực", draft=True)
    section = Document(BytesIO(copied(found))).sections[0]
    head = "\n".join(one.text for one in section.header.paragraphs)
    foot = "\n".join(one.text for one in section.footer.paragraphs)
    banner = "LƯU HÀNH NỘI BỘ - KHÔNG CHỨA BÍ MẬT NHÀ NƯỚC"
    assert banner in head
    assert banner in foot
    assert "DỰ THẢO · Tài liệu gặp song phương · Kenya" in head
    assert "Thông tin tính đến 22/11/2026 14:30 (UTC+1)" in head
    assert "HD-2026-0152 · bản 1 · Phái đoàn Thường trực" in foot
    fields = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_page_font_and_languages_are_those_of_vietnamese_documents(store: Store) -> None:
    document = Document(BytesIO(copied(made(store, VI), made(store, EN))))
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 13)
    for section in document.sections:
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(one.mm) for one in margins] == [22, 22, 30, 15]
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}")
    assert [one.get(qn("w:val")) for one in defaults.iter(qn("w:lang"))] == ["vi-VN"]
    assert "en-GB" in {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:lang"))}


def test_letter_paper_for_new_york(store: Store) -> None:
    section = Document(BytesIO(copied(made(store, EN), paper=Paper.LETTER))).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (216, 279)


def test_headings_are_styles_and_tables_say_their_heads_again(store: Store) -> None:
    busy(store, EN)
    document = Document(BytesIO(copied(made(store, EN))))
    assert "Points to make" in [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    heads = [table.rows[0] for table in document.tables if "Question" in table.rows[0].cells[0].text]
    assert heads
    assert heads[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for table in document.tables for row in table.rows)


def test_what_a_user_typed_is_text_alone(store: Store) -> None:
    keep(store, Person(id=fixed_id("odd"), name=HOSTILE, participant=KENYA))
    content = copied(made(store, EN, unit=HOSTILE, reviewed_by=HOSTILE + "\ud800"))
    said = "\n".join(texts(content))
    assert '{ HYPERLINK "x" } <w:fldSimple w:instr="DATE"/> =1+1 <b>&amp;' in said
    with zipfile.ZipFile(BytesIO(content)) as parts:
        body = parts.read("word/document.xml").decode()
        names = parts.namelist()
    assert not re.search(r"<w:(fldSimple|instrText|hyperlink|fldChar)", body)
    assert not [name for name in names if "vba" in name or "embed" in name or "media" in name]


def test_words_from_right_to_left_are_marked_as_such(store: Store) -> None:
    document = Document(BytesIO(copied(made(store, EN, reviewed_by="محمد العلي (UN)"))))
    runs = [
        run for table in document.tables for row in table.rows for cell in row.cells for run in cell.paragraphs[0].runs
    ]
    assert [run.text for run in runs if run.font.rtl] == ["محمد العلي"]


def test_its_properties_name_no_person_and_no_folder(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "Nguyễn Văn A.docx"
    write_word([made(store, EN, unit="Mission", prepared_by="A. Drafter")], target)
    found = Document(str(target)).core_properties
    assert (found.title, found.author, found.last_modified_by) == ("Bilateral brief · Kenya", "Mission", "")
    assert (found.comments, found.keywords, found.language, found.revision) == ("", "", "en-GB", 1)
    assert found.created.replace(tzinfo=None) == datetime(2026, 11, 22, 14, 5)  # noqa: DTZ001 - told in UTC
    with zipfile.ZipFile(target) as parts:
        rest = b"".join(parts.read(name) for name in parts.namelist() if name.startswith("docProps"))
    assert not any(words_.encode() in rest for words_ in ("Drafter", "python-docx", "Microsoft", str(tmp_path)))
    assert target.read_bytes().startswith(MAGIC)


def test_the_same_brief_makes_the_same_bytes(store: Store) -> None:
    found = made(store, VI)
    assert copied(found) == copied(found)


def test_without_a_brief_there_is_none() -> None:
    with pytest.raises(ValueError, match="no brief"):
        write_word([], BytesIO())
