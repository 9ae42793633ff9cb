"""Every document is a good file: it can be heard, searched and copied, and does nothing by itself."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from brief_desk import TODAY, brief, country, desk, printed
from meeting_desk import bilateral, crowd, pages_of
from pack_desk import a_pdf, bound, pack_of, with_event
from pypdf.generic import ContentStream, DictionaryObject
from structure import ARTIFACT, Node, marked, structure

from hanoi_desk.briefing.leave_behind import LeaveBehindKind, collect_leave_behind
from hanoi_desk.briefing.report import collect_report
from hanoi_desk.briefing.returns import word_return
from hanoi_desk.language import Language
from hanoi_desk.pdf import AnnexFile, write_briefs, write_leave_behinds, write_reports, write_return
from hanoi_desk.records import Outreach
from hanoi_desk.returns import collect_return
from hanoi_desk.store import Query, Store

EN, VI = Language.EN, Language.VI
VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
VIETNAMESE += VIETNAMESE.upper()
PRODUCTS = ("brief", "brief in both", "meeting", "pack", "pack in both", "left behind", "report", "return")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The busy file on Kenya with an event, and a crowded one on Algeria, which no test changes."""
    with desk(tmp_path_factory.mktemp("desk")) as opened:
        with_event(opened, EN)
        crowd(opened, "DZ", 40)
        yield opened


def _written(write: Any, made: Any) -> pypdf.PdfReader:
    buffer = BytesIO()
    write(made, buffer)
    return pypdf.PdfReader(BytesIO(buffer.getvalue()))


@pytest.fixture(scope="module")
def read(store: Store) -> dict[str, pypdf.PdfReader]:
    """Each product as it can be read back."""

    briefs = [(brief(store, "KE", language), language) for language in (VI, EN)]
    packs = [pack_of(store, ("KE", "DZ"), language) for language in (VI, EN)]
    left = [
        collect_leave_behind(store, country("KE"), kind=LeaveBehindKind.AIDE_MEMOIRE, language=language, now=TODAY)
        for language in (VI, EN)
    ]
    contact = store.all(Query(Outreach))[0]
    year = word_return(collect_return(store, date(2026, 1, 1), TODAY.date(), TODAY), VI, now=TODAY)
    return {
        "brief": printed(briefs[1][0], EN)[0],
        "brief in both": _written(write_briefs, briefs),
        "meeting": pages_of([bilateral(store, key, EN) for key in ("KE", "DZ")])[0],
        "pack": bound(packs[1], annexes=[AnnexFile("List of experts", a_pdf())])[0],
        "pack in both": bound(*packs)[0],
        "left behind": _written(write_leave_behinds, left),
        "report": _written(write_reports, [collect_report(store, contact.id, language=VI, printed_at=TODAY)]),
        "return": _written(lambda made, target: write_return(made, target, VI), year),
    }


@pytest.fixture(scope="module")
def heard(read: dict[str, pypdf.PdfReader]) -> dict[str, Node]:
    """The structure of each, its tree whole and in the order of the pages, or the test fails right here."""
    return {name: structure(reader) for name, reader in read.items()}


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_document_names_its_language_and_shows_its_title(product: str, read: dict[str, pypdf.PdfReader]) -> None:
    reader = read[product]
    root = reader.trailer["/Root"]
    is_vietnamese = "both" in product or product in ("left behind", "report", "return")
    assert root["/Lang"] == ("vi" if is_vietnamese else "en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert reader.metadata is not None
    assert reader.metadata.title
    assert {page["/Tabs"] for page in reader.pages} == {"/S"}


@pytest.mark.parametrize("product", PRODUCTS)
def test_what_stands_around_the_text_is_not_read_again_on_every_page(
    product: str, read: dict[str, pypdf.PdfReader], heard: dict[str, Node]
) -> None:
    around = " ".join(text for (_, mark), text in marked(read[product]).items() if mark == ARTIFACT)
    for words in ("NO STATE SECRETS", "KHÔNG CHỨA BÍ MẬT", "Page 1 of", "Trang 1/", "Information as of 22/11/2026"):
        assert words not in heard[product].text()
    if product not in ("left behind", "report"):
        assert "NO STATE SECRETS" in around or "KHÔNG CHỨA BÍ MẬT" in around


@pytest.mark.parametrize("product", PRODUCTS)
def test_headings_begin_with_the_title_and_skip_no_level(product: str, heard: dict[str, Node]) -> None:
    levels = [int(node.tag[1]) for node in heard[product].walk() if node.tag in ("H1", "H2", "H3")]
    if product != "left behind":
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(node.text() for node in heard[product].walk() if node.tag.startswith("H"))


@pytest.mark.parametrize("product", PRODUCTS)
def test_tables_have_heads_and_rows_of_as_many_cells_and_lists_have_items(product: str, heard: dict[str, Node]) -> None:
    tables = heard[product].all("Table")
    for table in tables:
        rows = [kid for kid in table.kids if kid.tag == "TR"]
        assert {kid.tag for kid in table.kids} <= {"TR", "Caption"}
        assert len({len(row.kids) for row in rows}) == 1, table.text()
        assert {cell.tag for row in rows for cell in row.kids} <= {"TH", "TD"}
        assert all(cell.scope in ("Column", "Row") for cell in table.all("TH"))
        assert table.all("TH")
    for one in heard[product].all("L"):
        assert {kid.tag for kid in one.kids} == {"LI"}
        assert {part.tag for kid in one.kids for part in kid.kids} <= {"Lbl", "LBody"}
    assert bool(tables) is (product not in ("left behind", "report"))


@pytest.mark.parametrize(("product", "least"), [("meeting", 1), ("pack", 5), ("pack in both", 10)])
def test_a_text_in_its_language_stands_for_each_drawing(product: str, least: int, heard: dict[str, Node]) -> None:
    parts = heard[product].all("Part") or [heard[product]]
    figures = [(part.language, node.alt) for part in parts for node in part.all("Figure")]
    assert len(figures) >= least
    assert all(alt.strip() for _, alt in figures)
    charts = [(language, alt.split(":")[0]) for language, alt in figures if ";" in alt]
    assert set(charts) <= {("vi", "Biểu đồ"), ("en", "Chart")}
    assert len(charts) >= least // 5 * 5


def test_a_drawing_says_the_numbers_that_it_draws(heard: dict[str, Node]) -> None:
    road, groups, grades, coverage, days, *_ = (node.alt for node in heard["pack"].all("Figure"))
    assert road == "Chart: 0 of 40 cells are full; 3 reported, not counted; EU: signed (not added)"
    assert "African Group: Deposited 0, Approved at home, not deposited 0, Signed 22, Not signed 32" in groups
    assert "Will study 1" in grades
    assert "under 30 days 1" in coverage
    assert "22/11/2026 today; 02/12/2026 Briefing for the African Group; 31/12/2026 last day to sign" in days


def test_a_table_over_several_pages_is_one_and_its_repeated_heads_are_not_read(heard: dict[str, Node]) -> None:
    tables = heard["pack"].all("Table")
    long = next(table for table in tables if len({page for page, _ in table.marks()}) > 1)
    heads = [cell.text() for cell in long.kids[0].kids]
    assert [row.text() for row in long.kids].count(" ".join(heads)) == 1


def test_each_language_of_a_document_is_a_part_that_names_it(heard: dict[str, Node]) -> None:
    assert [node.language for node in heard["pack in both"].kids] == ["vi", "en"]
    assert [node.language for node in heard["brief in both"].kids] == ["vi", "en"]
    assert [node.language for node in heard["left behind"].kids] == ["vi", "en"]


def test_the_lines_of_the_contents_are_links_and_so_is_the_way_back(
    read: dict[str, pypdf.PdfReader], heard: dict[str, Node]
) -> None:
    entries = heard["pack"].all("TOCI")
    papers = heard["pack"].all("H1")
    assert len(entries) == sum(entry.kids[0].notes for entry in entries) >= len(papers) - 3
    assert sum(node.notes for node in heard["pack"].all("Link")) == sum(
        len(page.get("/Annots", [])) for page in read["pack"].pages
    )
    notes = [note.get_object() for page in read["pack"].pages for note in page.get("/Annots", [])]
    assert all(note["/Contents"] for note in notes)


def test_a_page_of_an_annex_is_a_figure_that_is_named(heard: dict[str, Node]) -> None:
    assert [node.alt for node in heard["pack"].all("Figure")][-2:] == [
        "Annex: List of experts, page 1",
        "Annex: List of experts, page 2",
    ]


def test_points_are_a_list_and_promises_a_table(heard: dict[str, Node]) -> None:
    sections = {node.kids[0].text(): node for node in heard["brief"].all("Sect") if node.kids}
    points = sections["Points to make"].all("LI")
    assert [point.kids[0].text() for point in points] == [str(at) for at in range(1, len(points) + 1)]
    assert points[-1].kids[1].text().startswith("Three simple requests:")
    promises = sections["Commitments"].all("TR")
    assert [cell.tag for cell in promises[0].kids] == ["TH"] * 4
    assert promises[1].kids[0].text() == "12/11/2026"


def test_the_file_packs_its_objects_and_stays_small(store: Store) -> None:
    buffer = BytesIO()
    write_briefs([(brief(store, "KE", EN), EN)], buffer)
    data = buffer.getvalue()
    assert data.startswith(b"%PDF-1.5\n")
    assert data.count(b" 0 obj") < 40
    assert len(data) < 120_000


# Pages that are turned


@pytest.mark.parametrize("product", PRODUCTS)
def test_no_row_is_parted_and_no_heading_stands_alone_at_the_foot_of_a_page(
    product: str, heard: dict[str, Node]
) -> None:
    rows = [node for node in heard[product].walk() if node.tag == "TR"]
    assert all(len({page for page, _ in row.marks()}) <= 1 for row in rows)
    order = list(heard[product].marks())
    for heading in (node for node in heard[product].walk() if node.tag in ("H1", "H2", "H3")):
        last = list(heading.marks())[-1]
        assert order[order.index(last) + 1][0] == last[0], heading.text()


def test_a_table_that_goes_on_says_its_heads_again_on_each_page(
    read: dict[str, pypdf.PdfReader], heard: dict[str, Node]
) -> None:
    words, count = marked(read["pack"]), 0
    for table in heard["pack"].all("Table"):
        pages = sorted({page for page, _ in table.marks()})
        heads = "".join(table.all("TR")[0].text().split())
        for page in pages[1:]:
            assert heads in "".join(words[page, ARTIFACT].split())
            count += 1
    assert count > 3


# The file


@pytest.mark.parametrize("product", PRODUCTS)
def test_every_font_is_embedded_as_the_part_that_is_used(product: str, read: dict[str, pypdf.PdfReader]) -> None:
    fonts = {
        font.get_object()["/BaseFont"]: font.get_object()["/FontDescriptor"]
        for page in read[product].pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in fonts)
    assert all("/FontFile2" in described for described in fonts.values())


@pytest.mark.parametrize("product", PRODUCTS)
def test_nothing_acts_by_itself_and_every_link_leads_within_the_file(
    product: str, read: dict[str, pypdf.PdfReader]
) -> None:
    keys: set[str] = set()
    kinds: set[str] = set()
    for number in range(1, int(read[product].trailer["/Size"])):
        held = read[product].get_object(number)
        if isinstance(held, DictionaryObject) and "/P" not in held:  # which only elements of the structure have
            keys |= set(held)
            kinds.add(str(held.get("/Subtype", "")))
    assert not keys & {"/OpenAction", "/AA", "/A", "/JS", "/URI", "/EmbeddedFiles", "/AcroForm", "/XFA", "/F"}
    assert not kinds & {"/Widget", "/FileAttachment", "/Image", "/RichMedia"}


@pytest.mark.parametrize("product", PRODUCTS)
def test_no_text_is_smaller_than_eight_and_a_half_points(product: str, read: dict[str, pypdf.PdfReader]) -> None:
    sizes = [
        float(operands[1])
        for page in read[product].pages
        for operands, operator in ContentStream(page.get_contents(), read[product]).operations
        if operator == b"Tf"
    ]
    assert min(sizes) >= 8.5


@pytest.mark.parametrize("product", PRODUCTS)
def test_text_is_found_in_the_composed_form_of_its_letters(product: str, heard: dict[str, Node]) -> None:
    assert unicodedata.is_normalized("NFC", heard[product].text())


def test_every_vietnamese_letter_can_be_found_and_copied(store: Store) -> None:
    letters = " ".join(VIETNAMESE[at : at + 6] for at in range(0, len(VIETNAMESE), 6))
    left = collect_leave_behind(store, country("KE"), kind=LeaveBehindKind.NON_PAPER, language=VI, now=TODAY)
    report = collect_report(store, store.all(Query(Outreach))[0].id, language=VI, printed_at=TODAY)
    part = replace(report.parts[0], paragraphs=(letters,))
    pack = replace(
        pack_of(store, ("KE",), VI, sections=("sheets",)), distribution=(letters[:69], letters[70:139], letters[140:])
    )
    made = [
        _written(write_leave_behinds, [replace(left, paragraphs=(letters,))]),
        _written(write_reports, [replace(report, parts=(part,))]),
        bound(pack)[0],
    ]
    for reader in made:
        said = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
        assert letters in said.replace("; - ", " ")
