"""How far each block of a page is filled: what the preview shows beside it, and where a text is too long."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from brief_desk import brief, desk, printed
from meeting_desk import bilateral, crowd, pages_of, plan
from pack_desk import bound, pack_of, with_event

from hanoi_desk.briefing import Briefing
from hanoi_desk.language import Language
from hanoi_desk.pdf import Fill
from hanoi_desk.store import Store

EN, VI = Language.EN, Language.VI
FRAME = 253.0  # millimetres


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A busy file on Kenya, and a crowded one on Saint Vincent, which no test changes."""
    with desk(tmp_path_factory.mktemp("desk")) as opened:
        with_event(opened, EN)
        crowd(opened, "VC", 12)
        plan(opened, "VC")
        yield opened


@pytest.fixture(scope="module")
def page(store: Store) -> Briefing:
    made = brief(store, "KE", EN)
    return replace(made, contacts=made.contacts[:2], raised=made.raised[:1])


def by_block(fills: tuple[Fill, ...]) -> dict[str, Fill]:
    return {fill.block: fill for fill in fills}


def test_a_block_has_the_room_that_the_page_leaves_it(page: Briefing) -> None:
    fills = by_block(printed(page, EN)[1].fills)
    assert list(fills)[0:2] == ["Title", "Status"]
    assert not [fill for fill in fills.values() if fill.overflows]
    spare = {round(fill.room - fill.used, 1) for fill in fills.values()}
    assert len(spare) <= 2, "of what the page leaves, each block may have all"
    assert sum(fill.used for fill in fills.values()) + max(spare) < FRAME


def test_a_longer_text_takes_more_and_leaves_less(page: Briefing) -> None:
    before = by_block(printed(page, EN)[1].fills)
    after = by_block(printed(replace(page, objective=page.objective + " Obtain a date as well." * 4), EN)[1].fills)
    assert after["Objective"].used > before["Objective"].used
    assert after["People"].room < before["People"].room


def test_a_cut_text_overflows_its_block(page: Briefing) -> None:
    long = replace(page, objective="Obtain the date and the name of the ministry. " * 20)
    fills = by_block(printed(long, EN)[1].fills)
    assert fills["Objective"].used > fills["Objective"].room + 10
    assert not fills["Points to make"].overflows


def test_a_list_that_was_shortened_overflows_its_block(page: Briefing) -> None:
    many = tuple(replace(page.promises[0], made_on=f"{day:02}/11/2026") for day in range(1, 9))
    over = [fill.block for fill in printed(replace(page, promises=many), EN)[1].fills if fill.overflows]
    assert "Their commitments" in over


@pytest.mark.parametrize("language", [EN, VI])
def test_the_sections_of_a_crowded_meeting_say_what_they_could_not_hold(store: Store, language: Language) -> None:
    reader, result = pages_of(bilateral(store, "VC", language))
    over = {fill.block for fill in result.fills if fill.overflows}
    shortened = {text.partition(":")[0] for caution, text in result.warnings if caution == "shortened"}
    assert over == shortened != set()
    assert result.papers == ((result.fills[0].paper, 1),)
    assert len(reader.pages) == 4


def test_a_thin_meeting_has_room_everywhere(store: Store) -> None:
    _, result = pages_of(bilateral(store, "TD", EN))
    assert not [fill for fill in result.fills if fill.overflows]
    assert {"Participants", "Points to make", "Sources"} <= {fill.block for fill in result.fills}


def test_a_pack_names_the_paper_of_each_block_and_where_each_paper_begins(store: Store) -> None:
    made = pack_of(store, ("KE", "DZ"), EN)
    _, result = bound(made)
    assert [name for name, _ in result.papers] == [paper.name for paper in made.papers]
    firsts = [page for _, page in result.papers]
    assert firsts == sorted(firsts)
    assert {"Kenya", "Algeria"} <= {fill.paper for fill in result.fills} < {paper.name for paper in made.papers}
