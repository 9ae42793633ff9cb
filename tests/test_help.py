"""The pages of the help: both languages say the same, and only what the program has."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.assets import asset
from hanoi_desk.help_pages import (
    FOR_PAGE,
    PAGE_KEYS,
    Command,
    Heading,
    HelpPageError,
    Link,
    Paragraph,
    Picture,
    Piece,
    Style,
    first_found,
    found_in,
    help_page,
    help_pages,
    page_for,
    read_page,
)

LANGUAGES = ("en", "vi")


def pieces(page, style):
    return [
        piece.text
        for block in page.blocks
        if isinstance(block, Paragraph)
        for piece in block.pieces
        if piece.style is style
    ]


def shape(page):
    """Return what must be the same in both languages: the kind of each block, its target, and the keys it names."""
    return [
        (
            type(block).__name__,
            getattr(block, "mark", ""),
            getattr(block, "name", "") or getattr(block, "target", ""),
            block.text if isinstance(block, Command) else "",
            sorted(one.text for one in block.pieces if one.style is Style.KEY) if isinstance(block, Paragraph) else [],
            sum(one.style is Style.WORDS for one in block.pieces) if isinstance(block, Paragraph) else 0,
        )
        for block in page.blocks
    ]


def test_every_file_of_the_help_is_a_page():
    for language in LANGUAGES:
        assert {path.stem for path in asset(f"help/{language}").iterdir()} == set(PAGE_KEYS)


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_both_languages_have_the_same_blocks_keys_pictures_and_links(key):
    assert shape(help_page(key, "en")) == shape(help_page(key, "vi"))


def test_every_link_leads_to_a_page_and_no_page_to_itself():
    for page in help_pages("en"):
        targets = [block.target for block in page.blocks if isinstance(block, Link)]
        assert set(targets) <= set(PAGE_KEYS) - {page.key}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_bears_the_title_of_its_page_or_words_of_it(language):
    titles = {page.key: page.title for page in help_pages(language)}
    for page in help_pages(language):
        for block in page.blocks:
            if isinstance(block, Link):
                assert set(re.findall(r"\w{4,}", block.words.lower())) & set(
                    re.findall(r"\w{2,}", titles[block.target].lower())
                ), block


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_is_calm(language):
    for path in asset(f"help/{language}").iterdir():
        text = re.sub(r"!\[", "[", path.read_text(encoding="utf-8"))
        assert "!" not in text, path.name
        assert max(len(line) for line in text.splitlines()) < 700, path.name


def test_every_page_of_the_window_has_its_help():
    from hanoi_desk.ui.actions import PAGES

    assert {page.key for page in PAGES} <= set(FOR_PAGE)
    assert set(FOR_PAGE.values()) <= set(PAGE_KEYS)
    assert page_for("programme") == "events"
    assert page_for("a page that is not there") == "first-day"


def test_a_page_is_found_by_words_with_and_without_accents():
    page = help_page("depositary-day", "vi")
    assert found_in(page, "tep tinh trang")
    assert found_in(page, "tệp tình trạng")
    assert not found_in(page, "chiêu đãi")
    assert first_found(page, "View XML") == next(
        at for at, block in enumerate(page.blocks) if isinstance(block, Paragraph) and "View XML" in str(block)
    )
    assert first_found(page, "") == -1


def test_a_page_is_read_block_by_block():
    page = read_page("a", "# A\n\nOne **Save**\nand `F1`.\n\n- x\n2. y\n![w](p.png)\n[l](b)\n## H\n\n    cmd\n")
    assert [type(block) for block in page.blocks] == [Paragraph, Paragraph, Paragraph, Picture, Link, Heading, Command]
    assert page.blocks[0] == Paragraph(
        (Piece("One "), Piece("Save", Style.WORDS), Piece(" and "), Piece("F1", Style.KEY), Piece("."))
    )
    assert [block.mark for block in page.blocks[1:3]] == ["•", "2."]


@pytest.mark.parametrize("text", ["no title", "# A\n\n**open", "# A\n\n`open", "# A\n\nsee [there](b) for more"])
def test_a_page_that_is_badly_written_is_refused(text):
    with pytest.raises(HelpPageError):
        read_page("a", text)


@given(st.text(st.characters(exclude_characters="*`[]()\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), max_size=60))
def test_markup_in_a_page_is_text_like_any_other(text):
    page = read_page("a", f"# A\n\n<b>{text.replace(chr(10), ' ')}</b>\n")
    said = "".join(piece.text for block in page.blocks if isinstance(block, Paragraph) for piece in block.pieces)
    assert said.startswith("<b>")
    assert said.endswith("</b>")


def test_pictures_are_there_in_both_languages_small_and_of_one_size():
    from PIL import Image

    named = {block.name for page in help_pages("en") for block in page.blocks if isinstance(block, Picture)}
    stored = Counter(path.name for lang in LANGUAGES for path in asset(f"help/pictures/{lang}").iterdir())
    assert stored == dict.fromkeys(named, 2)
    for name in named:
        sizes = set()
        for language in LANGUAGES:
            with Image.open(asset(f"help/pictures/{language}/{name}")) as picture:
                assert picture.mode == "P", name
                sizes.add(picture.size)
        assert len(sizes) == 1, name
        ((wide, tall),) = sizes
        assert 600 <= wide <= 1240, name
        assert 400 <= tall <= 800, name
    assert sum(path.stat().st_size for path in asset("help/pictures").rglob("*.png")) < 4_000_000
