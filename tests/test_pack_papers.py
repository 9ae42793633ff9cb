"""Meeting briefs within an event pack, and one paper of a pack printed alone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
from brief_desk import desk
from meeting_desk import bilateral, crowd, plan
from pack_desk import bound, pack_of, pages_of, with_event

from hanoi_desk.briefing.pack_values import EventPack, PackPaper, Part
from hanoi_desk.language import Language
from hanoi_desk.pdf import Result, write_bilaterals, write_pack_paper
from hanoi_desk.records import Paper

EN, VI = Language.EN, Language.VI


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[EventPack]]:
    """The same pack in both languages, with a brief for a crowded and one for a thin meeting before its annexes."""
    with desk(tmp_path_factory.mktemp("desk")) as store:
        with_event(store, EN)
        crowd(store, "KE", 12)
        plan(store, "KE")
        made = []
        for language in (VI, EN):
            pack = pack_of(store, ("KE", "DZ"), language)
            briefs = [bilateral(store, key, language, number=pack.number, version=2) for key in ("KE", "DZ")]
            papers = [PackPaper(f"meeting:{one.code}", f"{one.name}, 10:30", Part.MEETINGS, one) for one in briefs]
            first = next(at for at, one in enumerate(pack.papers) if one.part is Part.ANNEXES)
            made.append(replace(pack, papers=(*pack.papers[:first], *papers, *pack.papers[first:])))
        yield made


@pytest.fixture(scope="module")
def whole(packs: list[EventPack]) -> tuple[pypdf.PdfReader, Result]:
    return bound(packs[1])


def alone(packs: list[EventPack], key: str, paper: Paper = Paper.A4) -> tuple[pypdf.PdfReader, Result]:
    buffer = BytesIO()
    result = write_pack_paper(packs, key, buffer, paper)
    return pypdf.PdfReader(BytesIO(buffer.getvalue())), result


def pages_of_paper(reader: pypdf.PdfReader, number: int) -> list[str]:
    return [text for text in pages_of(reader) if f"Paper {number:02}/" in text]


def number_of(pack: EventPack, key: str) -> int:
    return next(at for at, one in enumerate(pack.papers, 1) if one.key == key)


def test_a_meeting_brief_is_a_paper_with_its_number_and_its_pages_in_the_contents(
    packs: list[EventPack], whole: tuple[pypdf.PdfReader, Result]
) -> None:
    reader, result = whole
    texts, first = pages_of(reader), dict(result.papers)
    assert "Meeting briefs" in texts[1]
    for number, one in enumerate(packs[1].papers, 1):
        assert f"Paper {number:02}/{len(packs[1].papers)}" in texts[first[one.name] - 1]
        assert re.search(rf"{number:02} {re.escape(one.name)}.*? {first[one.name]}\b", texts[1]), one.name
    assert [f"Page {at} of {len(texts)}" in text for at, text in enumerate(texts, 1)] == [True] * len(texts)


def test_it_says_what_the_brief_alone_says_and_names_its_own_pages(
    packs: list[EventPack], whole: tuple[pypdf.PdfReader, Result]
) -> None:
    brief = next(one.content for one in packs[1].papers if one.key == "meeting:KEN")
    buffer = BytesIO()
    write_bilaterals([brief], buffer)  # type: ignore[list-item]
    single = pages_of(pypdf.PdfReader(BytesIO(buffer.getvalue())))
    within = pages_of_paper(whole[0], number_of(packs[1], "meeting:KEN"))
    first = dict(whole[1].papers)["Kenya, 10:30"]
    assert len(single) == len(within)
    assert f"page {first + 3}" in within[0], "the sources stand on the fourth page of the brief"
    for apart, bound_in in zip(single, within, strict=True):  # the body stands behind the line at the foot
        said, told = (re.sub(r"page \d+", "", re.split(r"Page \d+ of \d+", text)[1]) for text in (apart, bound_in))
        assert said == told


def test_its_sections_are_bookmarks_below_its_own(whole: tuple[pypdf.PdfReader, Result]) -> None:
    outline = whole[0].outline
    at = next(at for at, one in enumerate(outline) if not isinstance(one, list) and "Kenya, 10:30" in one["/Title"])
    inner = [one["/Title"] for one in outline[at + 1]]  # type: ignore[union-attr,index]
    assert inner[:2] == ["Meeting", "Participants"]
    assert "Points to make" in inner


def test_what_a_meeting_brief_leaves_out_is_told_under_its_name(whole: tuple[pypdf.PdfReader, Result]) -> None:
    told = [text for caution, text in whole[1].warnings if caution == "shortened"]
    assert any(text.startswith("Kenya, 10:30: Commitments") for text in told)
    assert {"Kenya, 10:30", "Algeria, 10:30", "Kenya"} <= {fill.paper for fill in whole[1].fills}


@pytest.mark.parametrize("key", ["overview", "meeting:KEN", "status"])
def test_a_paper_alone_is_the_same_pages_as_in_the_pack(
    packs: list[EventPack], whole: tuple[pypdf.PdfReader, Result], key: str
) -> None:
    reader, result = alone(packs[1:], key)
    assert pages_of(reader) == pages_of_paper(whole[0], number_of(packs[1], key))
    assert result.pages == len(reader.pages)
    assert result.papers[0][1] == 1
    assert not any("/Annots" in page for page in reader.pages), "there are no contents to lead back to"


def test_a_paper_alone_stands_in_each_language(packs: list[EventPack]) -> None:
    reader, result = alone(packs, "meeting:DZA", Paper.LETTER)
    assert [page for _, page in result.papers] == [1, 1 + len(reader.pages) // 2]
    assert "Tài liệu" in pages_of(reader)[0]
    assert "Paper" in pages_of(reader)[-1]


def test_a_paper_that_is_not_in_the_pack_is_not_made(packs: list[EventPack]) -> None:
    with pytest.raises(KeyError, match="meeting:XX"):
        alone(packs, "meeting:XX")
