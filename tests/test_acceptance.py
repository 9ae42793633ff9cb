"""What pdf-products.md asks in section 6 of all products alike; what it asks of one alone stands in its own tests."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO

import pypdf
import pytest
from brief_desk import ALGERIA, TODAY, desk
from pack_desk import EVENT, plain, with_event

from hanoi_desk.documents import Document, Wanted, collect, draw
from hanoi_desk.language import Language
from hanoi_desk.records import (
    DocumentLanguage,
    Marking,
    Outreach,
    Pack,
    PackPart,
    PackText,
    Participant,
    Product,
    RegionalGroup,
    problems,
)
from hanoi_desk.store import Query, Store

VI, EN = DocumentLanguage.VI, DocumentLanguage.EN
#: Every letter of Vietnamese, once composed and in the end of the text decomposed, as a keyboard may give it.
LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ "
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ"
)
DECOMPOSED = "\u0110a\u0323i su\u031b\u0301"
#: The products whose every page has our header and footer; the report has the layout of the decree.
OURS = (Product.BRIEF, Product.BILATERAL, Product.EVENT)
Making = Callable[[Product, DocumentLanguage], Document]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk that no test changes."""
    with desk(tmp_path_factory.mktemp("desk")) as opened:
        with_event(opened, Language.EN)
        yield opened


@pytest.fixture(scope="module")
def making(store: Store) -> Making:
    """Return what makes each product in each language, once."""

    @cache
    def make(product: Product, language: DocumentLanguage) -> Document:
        talk = store.ids(Query(Outreach, order_by="held_on", limit=1))[0]
        sections = ("overview", "programme", "common", "facts", "sheets", "meetings", "status")
        pack = Pack(
            name="P",
            product=product,
            event=EVENT.id if product is Product.EVENT else None,
            participants=() if product is Product.EVENT else (ALGERIA,),  # of Kenya the one page is full
            outreach=talk,
            sections=sections if product is Product.EVENT else (),
            language=language,
        )
        letters = tuple(
            PackText(pack=pack.id, part=PackPart.POINT, text_vi=text, text_en=text)
            for text in (*LETTERS.split(), DECOMPOSED)
        )
        asked = Wanted(pack=pack, texts=letters, moment=TODAY, printed_at=TODAY, number="HD-2026-0147", draft=False)
        return draw(collect(store, asked))

    return make


def pages_of(document: Document) -> list[pypdf.PageObject]:
    return list(pypdf.PdfReader(BytesIO(document.content)).pages)


def said_on(page: pypdf.PageObject) -> str:
    return plain(page.extract_text())


every_product = pytest.mark.parametrize("product", list(Product))
both_languages = pytest.mark.parametrize("language", [VI, EN])


@both_languages
@every_product
def test_2_every_vietnamese_letter_prints_and_is_copied_and_found_composed(
    making: Making, product: Product, language: DocumentLanguage
) -> None:
    document = making(product, language)
    said = "".join("".join(page.extract_text().split()) for page in pages_of(document))
    if product is Product.REPORT:  # it takes no text of a pack
        assert ("CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM" in said) is (language is VI)
        return
    assert all(letters in said for letters in LETTERS.split())
    assert "Đạisứ" in said
    assert document.warnings == tuple(w for w in document.warnings if w[0].value != "missing_letters")


@both_languages
@pytest.mark.parametrize("product", OURS)
def test_3_each_page_bears_the_marking_twice_the_day_the_number_and_its_place(
    making: Making, product: Product, language: DocumentLanguage
) -> None:
    pages = pages_of(making(product, language))
    words = {
        VI: ("LƯU HÀNH NỘI BỘ - KHÔNG CHỨA BÍ MẬT NHÀ NƯỚC", "Thông tin tính đến 22/11/2026 14:30", "Trang {x}/{y}"),
        EN: ("INTERNAL CIRCULATION - NO STATE SECRETS", "Information as of 22/11/2026 14:30", "Page {x} of {y}"),
    }
    marking, as_of, place = words[language]
    for at, page in enumerate(pages, 1):
        said = said_on(page)
        assert said.count(marking) == 2
        for text in (as_of, "HD-2026-0147", place.format(x=at, y=len(pages))):
            assert text in said


@both_languages
@every_product
def test_10_the_smallest_text_has_8_5_points_and_every_colour_holds_on_a_grey_copy(
    making: Making, product: Product, language: DocumentLanguage
) -> None:
    smallest: list[float] = []
    colours: set[tuple[float, ...]] = set()

    def note(text: str, transform: list[float], _at: object, _font: object, size: float) -> None:
        if text.strip():
            smallest.append(size * abs(transform[3] or 1))

    for page in pages_of(making(product, language)):
        page.extract_text(visitor_text=note)
        content = page.get_contents()
        assert content is not None
        found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)", content.get_data())
        colours |= {tuple(map(float, one)) for one in found}
    assert min(smallest) >= 8.5
    strong = {colour for colour in colours if max(colour) - min(colour) > 0.15}
    assert len(strong) <= 1  # one dark blue; all else are greys
    assert all(0.299 * red + 0.587 * green + 0.114 * blue < 0.25 for red, green, blue in strong)


def test_11_no_degree_of_secrecy_can_be_put_in_the_marking() -> None:
    for text in ("MẬT", "TỐI MẬT", "TUYỆT MẬT", "mật", "SECRET"):
        with pytest.raises(ValueError, match=text):
            Marking(text)
    assert not problems(Pack(name="P", marking=Marking.INTERNAL))


@both_languages
def test_12_sentence_drawing_and_annex_give_the_same_numbers(store: Store, language: DocumentLanguage) -> None:
    """The scope is the African Group, so that its bar and the table of the annex tell of the same States."""
    africans = store.ids(Query(Participant, (("group", "=", RegionalGroup.AFRICAN),)))
    pack = Pack(
        name="P",
        product=Product.EVENT,
        participants=tuple(africans),
        sections=("overview", "status"),
        language=language,
    )
    asked = Wanted(pack=pack, moment=TODAY, printed_at=TODAY)
    collected = collect(store, asked)
    document = draw(collected)
    pages = [said_on(page) for page in pages_of(document)]
    (overview_page, annex_page) = (page for _, page in document.papers)
    first, annex = pages[overview_page - 1], " ".join(pages[annex_page - 1 :])
    name = {VI: "Nhóm châu Phi", EN: "African Group"}[language]
    overview = collected.packs[0].papers[0].content
    bar = next(one for one in overview.groups.bars if one.name == name)  # type: ignore[union-attr]
    shown = re.search(rf"{name} ([\d ]+?) ?{re.escape(bar.of_all)}", first)
    assert shown
    drawn = list(map(int, shown[1].split()))
    assert drawn == [count for count in (bar.deposited, bar.approved, bar.signed, bar.not_signed) if count]
    signed = {VI: r"Đã ký \d\d/\d\d/\d{4}", EN: r"Signed \d\d/\d\d/\d{4}"}[language]
    assert len(re.findall(signed, annex)) == bar.signed
    sentence = {VI: r"(\d+) đã ký", EN: r"(\d+) signed"}[language]
    assert str(bar.signed) in re.findall(sentence, annex)
    assert f"{bar.total}" in annex


@both_languages
@every_product
def test_14_the_convention_never_has_71_articles(making: Making, product: Product, language: DocumentLanguage) -> None:
    said = " ".join(said_on(page) for page in pages_of(making(product, language)))
    assert not re.search(r"\b71 (articles|điều)\b|\b(articles|Điều|điều) 71\b", said)
    if product is Product.EVENT:
        assert re.search(r"68 (articles|điều)", said)
