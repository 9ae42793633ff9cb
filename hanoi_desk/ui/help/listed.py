"""What stands below two pages of the help and is made from the program itself, so that it never ages."""

from dataclasses import replace
from itertools import groupby

from hanoi_desk.errors import areas, in_general
from hanoi_desk.help_pages import Block, Heading, HelpPage, KeyLine, Paragraph, Piece, Style
from hanoi_desk.language import Language, word
from hanoi_desk.ui.about import key_map


def completed(page: HelpPage, language: Language) -> HelpPage:
    """Return the page with all keys below if it is the one on the keyboard, or with all errors if it is theirs."""
    if page.key == "keyboard":
        return replace(page, blocks=(*page.blocks, *_keys()))
    if page.key == "errors":
        return replace(page, blocks=(*page.blocks, *_errors(language)))
    return page


def _keys() -> list[Block]:
    blocks: list[Block] = []
    for place, keys in groupby(key_map(), lambda one: one.place):
        blocks.append(Heading(place))
        blocks += (KeyLine(one.words, "  ".join(one.keys)) for one in keys)
    return blocks


def _errors(language: Language) -> list[Block]:
    blocks: list[Block] = []
    for area, keys in groupby(areas().items(), lambda one: one[1]):
        blocks.append(Heading(word(f"error_area.{area}", language)))
        for key, _ in keys:
            said = in_general(key, language)
            blocks.append(Paragraph((Piece(said.happened, Style.WORDS), Piece(f" {said.to_do}")), "•"))
    return blocks
