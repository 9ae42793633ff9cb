"""Every product in every language and on every paper, made in the one way there is; the same data, the same bytes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from brief_desk import ALGERIA, KENYA, TODAY, country, desk, keep
from meeting_desk import plan, write
from pack_desk import EVENT, a_pdf, with_event

from hanoi_desk.briefing.leave_behind import NON_PAPER
from hanoi_desk.briefing.pack_texts import counted, texts_on_file
from hanoi_desk.briefing.progress import Cancelled
from hanoi_desk.documents import CannotMake, Document, Wanted, collect, copies_of, draw
from hanoi_desk.errors import told as said_of
from hanoi_desk.language import INTERFACE, Language
from hanoi_desk.pdf import AnnexFile, Caution
from hanoi_desk.pdf.copy_field import copy_fields
from hanoi_desk.records import (
    DocumentLanguage,
    Marking,
    Message,
    Outreach,
    Pack,
    PackPart,
    PackText,
    Paper,
    Product,
)
from hanoi_desk.store import Query, Store

SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}
VI, EN, BOTH = DocumentLanguage.VI, DocumentLanguage.EN, DocumentLanguage.BOTH


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk that no test changes."""
    with desk(tmp_path_factory.mktemp("desk")) as opened:
        with_event(opened, Language.EN)
        yield opened


def a_pack(store: Store, product: Product, **more: object) -> Pack:
    talk = store.all(Query(Outreach, order_by="held_on", limit=1))[0]
    by_product: dict[Product, dict[str, object]] = {
        Product.BRIEF: {"participants": (KENYA,)},
        Product.BILATERAL: {"participants": (KENYA,)},
        Product.EVENT: {"event": EVENT.id, "sections": ("programme", "common", "sheets", "meetings")},
        Product.REPORT: {"outreach": talk.id},
        Product.LEAVE_BEHIND: {"participants": (KENYA,)},
    }
    return Pack(name="Vienna", product=product, **(by_product[product] | {"language": EN} | more))  # type: ignore[arg-type]


def wanted(pack: Pack, *texts: PackText, printed_at: datetime = TODAY, **more: object) -> Wanted:
    return Wanted(pack=pack, texts=texts, moment=TODAY, printed_at=printed_at, draft=False, **more)  # type: ignore[arg-type]


def made(store: Store, asked: Wanted) -> Document:
    return draw(collect(store, asked))


def read(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(document.content))


def said(document: Document) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(document).pages).split())


# ---- every product ----


@pytest.mark.parametrize("product", list(Product))
def test_each_product_comes_in_both_languages_one_after_the_other(store: Store, product: Product) -> None:
    both = made(store, wanted(a_pack(store, product, language=BOTH)))
    alone = [made(store, wanted(a_pack(store, product, language=one))) for one in (VI, EN)]
    assert both.pages == len(read(both).pages) == sum(one.pages for one in alone)
    assert read(both).trailer["/Root"]["/Lang"] == "vi"
    first, last = (read(both).pages[at].extract_text() for at in (0, -1))
    assert any(letter in first for letter in "ếệộư")
    assert " the " in last or " and " in last or "by" in last
    assert both.file_name.endswith("_vi-en.pdf")


@pytest.mark.parametrize("product", [one for one in Product if one is not Product.REPORT])
def test_each_product_but_the_report_comes_with_its_fixed_words_in_french(store: Store, product: Product) -> None:
    document = made(store, wanted(a_pack(store, product, language=DocumentLanguage.FR)))
    assert read(document).trailer["/Root"]["/Lang"] == "fr"
    assert document.file_name.endswith("_fr.pdf")
    assert re.search(r"décembre|Convention des Nations Unies|[Nn]ovembre", said(document))


@pytest.mark.parametrize("product", [one for one in Product if one is not Product.REPORT])
@pytest.mark.parametrize("paper", list(Paper))
def test_each_product_but_the_report_of_the_decree_comes_on_either_paper(
    store: Store, product: Product, paper: Paper
) -> None:
    sections = {"sections": ("common",)} if product is Product.EVENT else {}
    document = made(store, wanted(a_pack(store, product, paper=paper, **sections)))
    for page in read(document).pages:
        size = (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
        assert size in (SIZES[paper], SIZES[paper][::-1])


@pytest.mark.parametrize("product", list(Product))
def test_the_same_data_make_the_same_bytes_and_another_hour_changes_the_print_time_alone(
    store: Store, product: Product
) -> None:
    asked = wanted(a_pack(store, product), number="HD-2026-0147")
    first = made(store, asked)
    assert made(store, asked).content == first.content
    later = made(store, replace(asked, printed_at=TODAY + timedelta(minutes=45)))
    assert (later.pages, later.data, later.as_of, later.words) == (first.pages, first.data, first.as_of, first.words)
    for one, other in zip(read(first).pages, read(later).pages, strict=True):
        at_first, at_last = _placed(one), _placed(other)
        changed = [(a, b) for a, b in zip(at_first, at_last, strict=True) if a[0] != b[0]]
        assert all("15:05" in a[0] and b[0] == a[0].replace("15:05", "15:50") for a, b in changed)
        assert [place for _, place in at_first] == [place for _, place in at_last]


def _placed(page: pypdf.PageObject) -> list[tuple[str, tuple[float, float]]]:
    """Return each text of a page with its place."""
    found: list[tuple[str, tuple[float, float]]] = []

    def note(text: str, _c: object, at: list[float], _f: object, _s: object) -> None:
        if text.strip():
            found.append((text, (at[4], at[5])))

    page.extract_text(visitor_text=note)
    return found


def test_a_number_of_the_register_stands_on_every_page(store: Store) -> None:
    for product in (Product.BRIEF, Product.BILATERAL, Product.EVENT):
        document = made(store, wanted(a_pack(store, product), number="HD-2026-0147"))
        assert all("HD-2026-0147" in page.extract_text() for page in read(document).pages)


# ---- texts ----


def test_a_preview_says_what_is_typed_and_not_what_is_saved(store: Store) -> None:
    pack = a_pack(store, Product.BRIEF)
    typed = PackText(pack=pack.id, part=PackPart.OBJECTIVE, text_en="Obtain the day of signature.")
    assert texts_on_file(store, pack) == ()
    assert "Obtain the day of signature." in said(made(store, wanted(pack, typed)))


def test_what_a_drafter_writes_stands_on_sheets_in_common_lines_and_in_meeting_briefs(store: Store) -> None:
    pack = a_pack(store, Product.EVENT)
    row = next(one for one in store.all(Query(Message)) if one.code == "M-06")
    texts = (
        PackText(pack=pack.id, part=PackPart.OBJECTIVE, text_en="Win three dates.", met_when_en="three are named"),
        PackText(pack=pack.id, part=PackPart.POINT, text_en="Everyone hears this line."),
        PackText(pack=pack.id, part=PackPart.POINT, text_en="Only Algeria hears this.", participant=ALGERIA),
        PackText(pack=pack.id, part=PackPart.POINT, text_en="Said in other words.", message=row.id),
        PackText(pack=pack.id, part=PackPart.ANSWER, text_en="Why now?\nBecause the door closes."),
        PackText(pack=pack.id, part=PackPart.AVOID, text_en="Dates of other States."),
        PackText(pack=pack.id, part=PackPart.PRESS_LINE, text_en="We spoke of cooperation."),
    )
    document = made(store, wanted(pack, *texts))
    pages = [" ".join(page.extract_text().split()) for page in read(document).pages]
    papers = dict(document.papers)
    common = " ".join(pages[papers["Common lines and questions"] - 1 : papers["Algeria"] - 1])
    kenya, algeria = pages[papers["Kenya"] - 1], pages[papers["Algeria"] - 1]
    for text in ("Win three dates. Met when: three are named", "Everyone hears this line.", "Said in other words."):
        assert text in common
    assert "Dates of other States." in common
    assert "We spoke of cooperation." in common
    assert "Only Algeria" not in common + kenya
    assert "Only Algeria hears this." in algeria
    assert all("Everyone hears this line." in page and "Win three dates." in page for page in (kenya, algeria))
    assert all("Dates of other States." in page and "“We spoke of cooperation.”" in page for page in (kenya, algeria))
    assert all("Why now?" in page and "Because the door closes." in page for page in (kenya, algeria, common))
    meeting = next(first for name, first in document.papers if name.startswith("Kenya: meeting of"))
    assert "Everyone hears this line." in " ".join(pages[meeting - 1 : meeting + 1])


def test_other_words_for_a_row_are_said_only_to_the_states_for_which_the_row_is_meant(store: Store) -> None:
    pack = a_pack(store, Product.EVENT, event=None, participants=(KENYA, ALGERIA), sections=("common", "sheets"))
    row = store.all(Query(Message, (("code", "=", "B-01"),)))[0]  # for those that have not signed
    words = "Sign before the year ends."
    text = PackText(pack=pack.id, part=PackPart.POINT, message=row.id, text_en=words)
    pages = [" ".join(page.extract_text().split()) for page in read(made(store, wanted(pack, text))).pages]
    assert sum(page.count(words) for page in pages) == 2, "once among the common lines, once on the sheet of Kenya"
    assert [words in page for page in pages if "Algeria DZA" in page] == [False]
    assert [words in page for page in pages if "Kenya KEN" in page] == [True]
    nobody = made(store, wanted(replace(pack, participants=(ALGERIA,)), text))
    assert (Caution.UNSAID, words) in nobody.warnings
    alone = replace(text, participant=ALGERIA)
    assert words in said(made(store, wanted(replace(pack, sections=("sheets",), participants=(ALGERIA,)), alone)))


def test_a_row_left_out_stands_nowhere(store: Store) -> None:
    pack = a_pack(store, Product.EVENT, sections=("common", "sheets"))
    row = next(one for one in store.all(Query(Message)) if one.code == "M-06")
    out = PackText(pack=pack.id, part=PackPart.LEFT_OUT, message=row.id)
    start = " ".join(row.point_en.split()[:5])
    assert start in said(made(store, wanted(pack)))
    assert start not in said(made(store, wanted(pack, out)))


@pytest.mark.parametrize(
    ("part", "product", "text", "counts"),
    [
        (PackPart.POINT, Product.BILATERAL, "one two three", (3, 35)),
        (PackPart.ANSWER, Product.BILATERAL, "Why?\nOne two three four.", (4, 60)),
        (PackPart.ANSWER, Product.BRIEF, "One two.", (2, 35)),
        (PackPart.AVOID, Product.BILATERAL, "One two.", (2, 0)),
        (PackPart.POINT, Product.EVENT, "  ", (0, 35)),
    ],
)
def test_words_are_counted_against_the_rule_of_their_part(
    part: PackPart, product: Product, text: str, counts: tuple[int, int]
) -> None:
    assert counted(text, part, product, Language.EN) == counts


# ---- meetings ----


def test_the_fixed_meetings_of_the_programme_have_briefs_after_the_sheets(store: Store) -> None:
    document = made(store, wanted(a_pack(store, Product.EVENT)))
    names = [name for name, _ in document.papers]
    assert names[-2:] == ["Kenya: meeting of 02/12/2026", "Ghana: meeting of 02/12/2026"]
    pages = [" ".join(page.extract_text().split()) for page in read(document).pages]
    first, last = document.papers[-2][1], document.papers[-1][1]
    assert "Bilateral meeting with Kenya" in pages[first - 1]
    assert "Room M2" in pages[first - 1]
    number = f"{len(names) - 1:02}"
    assert all(f"Paper {number}/{len(names):02}" in page for page in pages[first - 1 : last - 1])
    programme = next(pages[page - 1] for name, page in document.papers if name.startswith("Programme"))
    assert f" {number} " in programme.partition("Kenya")[2]


# ---- what makes none ----


@pytest.mark.parametrize(
    ("product", "more", "key"),
    [
        (Product.BRIEF, {"participants": ()}, "document.no_country"),
        (Product.BRIEF, {"participants": ("nobody",)}, "document.unknown_country"),
        (Product.BILATERAL, {"participants": (country("VN"),)}, "document.own_country"),
        (Product.BILATERAL, {"marking": Marking.PUBLIC}, "document.not_public"),
        (Product.EVENT, {"marking": Marking.PUBLIC}, "document.not_public"),
        (Product.EVENT, {"event": None}, "document.no_countries"),
        (Product.LEAVE_BEHIND, {"participants": (KENYA, ALGERIA)}, "document.one_country"),
        (Product.REPORT, {"outreach": None}, "document.no_outreach"),
        (Product.REPORT, {"language": DocumentLanguage.FR}, "document.not_in_french"),
    ],
)
def test_what_makes_no_document_says_why(store: Store, product: Product, more: dict[str, object], key: str) -> None:
    with pytest.raises(CannotMake) as error:
        collect(store, wanted(a_pack(store, product, **more)))
    assert error.value.key == key
    assert all("{" not in said_of(error.value, language).line for language in INTERFACE)


def test_words_of_our_own_files_stop_what_is_handed_over(store: Store) -> None:
    pack = a_pack(store, Product.LEAVE_BEHIND)
    text = PackText(pack=pack.id, part=PackPart.POINT, text_en="As Wanjiru Kamau told us, only deposits count.")
    with pytest.raises(CannotMake) as told:
        collect(store, wanted(pack, text))
    assert (told.value.key, told.value.gaps["found"]) == ("document.internal", "Wanjiru Kamau")


def test_a_line_that_names_us_is_told_to_its_drafter_and_stands_on_no_non_paper(store: Store) -> None:
    pack = a_pack(store, Product.LEAVE_BEHIND)
    lines = ("VIỆT NAM stands ready to help.", "Only deposits count.")
    texts = [PackText(pack=pack.id, part=PackPart.POINT, text_en=line) for line in lines]
    document = made(store, wanted(replace(pack, sections=(NON_PAPER,)), *texts))
    assert document.warnings == ((Caution.NAMES_US, lines[0]),)
    assert (lines[0] in said(document), lines[1] in said(document)) == (False, True)
    assert "stands ready" not in document.words
    named = made(store, wanted(pack, *texts))
    assert (named.warnings, lines[0] in said(named)) == ((), True)


@pytest.mark.parametrize("product", [Product.BRIEF, Product.BILATERAL])
def test_what_a_page_had_no_room_for_is_told_with_its_country_where_there_are_several(
    store: Store, product: Product
) -> None:
    long = PackText(
        pack="", part=PackPart.OBJECTIVE, participant=KENYA, text_en="Obtain the date of the deposit. " * 90
    )
    several = made(store, wanted(a_pack(store, product, participants=(ALGERIA, KENYA)), long))
    of_kenya = [detail for caution, detail in several.warnings if caution in (Caution.CUT, Caution.TOO_LONG)]
    assert of_kenya
    assert all(detail.startswith("Kenya: ") for detail in of_kenya)
    assert all(detail.startswith(("Kenya: ", "Algeria: ")) for _, detail in several.warnings)
    alone = made(store, wanted(a_pack(store, product), long))
    assert not any("Kenya" in detail for _, detail in alone.warnings)


def test_the_text_to_confirm_is_the_whole_of_what_is_handed_over(store: Store) -> None:
    collected = collect(store, wanted(a_pack(store, Product.LEAVE_BEHIND, language=BOTH)))
    assert "".join(said(draw(collected)).split()) == "".join(collected.text().split())
    assert collected.file_name == "aide-memoire_KEN_2026-11-22_vi-en.pdf"
    bare = collect(store, wanted(a_pack(store, Product.LEAVE_BEHIND, sections=(NON_PAPER,))))
    assert bare.file_name == "non-paper_en.pdf"


def test_making_can_be_stopped_between_two_papers(store: Store) -> None:
    many = a_pack(store, Product.BRIEF, participants=(KENYA, ALGERIA, country("GH")))
    told: list[tuple[int, int, str]] = []
    with pytest.raises(Cancelled):
        collect(store, wanted(many), progress=lambda *step: told.append(step), is_cancelled=lambda: len(told) == 2)
    assert told == [(1, 3, "Kenya"), (2, 3, "Algeria")]


# ---- copies and annexes ----


@pytest.mark.parametrize(("both_sides", "pages"), [(False, 3), (True, 5)])
def test_each_page_of_each_copy_bears_its_number(store: Store, both_sides: bool, pages: int) -> None:
    document = made(store, wanted(a_pack(store, Product.BRIEF)))
    content = copies_of(document, 3, both_sides=both_sides)
    assert content == copies_of(document, 3, both_sides=both_sides)
    found = [page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages]
    assert len(found) == pages
    written = [text for text in found if text.strip()]
    assert [f"Copy no. {at} of 3" in text for at, text in enumerate(written, 1)] == [True] * 3
    assert all(read(document).pages[0].extract_text().strip() in text for text in written)


def test_an_annex_that_cannot_be_read_is_named_and_the_rest_is_made(store: Store) -> None:
    annexes = (AnnexFile("Bad", b"no pdf"), AnnexFile("Good", a_pdf()))
    document = made(store, wanted(a_pack(store, Product.EVENT, sections=("common",)), annexes=annexes))
    assert [caution for caution, _ in document.warnings if caution is Caution.REFUSED] == [Caution.REFUSED]
    assert "Foreign page 2" in read(document).pages[-1].extract_text()
    assert "Foreign page" not in document.words
    pack = a_pack(store, Product.EVENT, sections=("common",))
    kept = made(store, wanted(pack, annexes=annexes, number="HD-2026-0147"))
    assert "Foreign page 2" in kept.words  # so that a person can be found in what an edition keeps


def test_a_saved_text_is_taken_by_whoever_reads_it_from_the_desk(tmp_path: Path) -> None:
    with desk(tmp_path) as store:
        pack = plan(store)
        write(store, pack, PackPart.POINT, "Saved for this meeting.")
        keep(store, replace(pack, language=EN))
        asked = wanted(replace(pack, language=EN), *texts_on_file(store, pack))
        assert "Saved for this meeting." in said(made(store, asked))


def test_a_meeting_brief_of_an_event_is_for_the_meeting_of_its_programme(store: Store) -> None:
    of_event = a_pack(store, Product.BILATERAL, event=EVENT.id)
    page = " ".join(read(made(store, wanted(of_event))).pages[0].extract_text().split())
    for text in ("Wednesday, 2 December 2026", "10:30-11:00 (local time)", "Room M2", "Attaché"):
        assert text in page


@pytest.mark.parametrize("language", [EN, BOTH])
def test_the_cover_of_each_copy_has_its_number_in_the_field_too_and_nothing_else_changes(
    store: Store, language: DocumentLanguage
) -> None:
    document = made(store, wanted(a_pack(store, Product.EVENT, sections=("common",), language=language), copies=2))
    fields = copy_fields(read(document))
    assert len(fields) == len(document.languages)
    numbered = pypdf.PdfReader(BytesIO(copies_of(document, 2))).pages
    for number in (1, 2):
        for at, page in enumerate(read(document).pages):
            here, before = _placed(numbered[(number - 1) * document.pages + at]), _placed(page)
            added = [text.strip() for text, place in here if (text, place) not in before]
            of_all = f"Copy no. {number} of 2" if language is EN else f"Bản số {number} / 2"
            assert sorted(added) == sorted([of_all, *([str(number)] if at in fields else [])])
            assert all(one in here for one in before)
            if at in fields:
                left, base = fields[at]
                near = [text.strip() for text, (x, y) in here if abs(x - left) < 20 and abs(y - base) < 6]
                assert near == [str(number)]
