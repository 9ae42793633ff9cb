"""The pages of the help: small text files in both languages, read into plain values that a window can show or print.

A page is UTF-8 in `resources/help/<language>/<key>.md`. Its first line is `# Title`; then come blocks parted by empty
lines: `## Heading`, a paragraph, items that begin with `- ` or `1. `, `![words](name.png)` for a picture,
`[words](key)` for a link to another page, and lines set in by four spaces for a command. Within a paragraph or an item
`**words**` are words of the window and `` `Ctrl+L` `` is a key, by its name in English. There is nothing else.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hanoi_desk.assets import asset
from hanoi_desk.text import fold


class Style(StrEnum):
    """How a piece of a sentence is shown."""

    PLAIN = "plain"
    WORDS = "words"  # words of the window
    KEY = "key"  # a key, by its name in English


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence."""

    text: str
    style: Style = Style.PLAIN


#: A sentence or several.
Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an item of a list with what stands before it: "•" or "1."."""

    pieces: Pieces
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed in a terminal."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the program; `words` say what is on it, for who cannot see it."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """The way to another page."""

    target: str
    words: str


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key of the map of keys, with what it does."""

    words: str
    keys: str


Block = Heading | Paragraph | Command | Picture | Link | KeyLine


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page in one language."""

    key: str
    title: str
    blocks: tuple[Block, ...]


class HelpPageError(ValueError):
    """A page is not written as the format wants it; the message names the page and the line."""


#: Every page in the order in which it is read, and in which the window lists it.
PAGE_KEYS = (
    "first-day",
    "where-states-stand",
    "log-a-talk",
    "commitments",
    "follow-ups",
    "people",
    "missions",
    "events",
    "depositary-day",
    "brief",
    "packs",
    "workbook",
    "return",
    "new-year",
    "trash",
    "backups",
    "new-laptop",
    "successor",
    "state-secrets",
    "errors",
    "keyboard",
)

#: The page of the help that fits a page of the window, where it is not the first one.
FOR_PAGE = {
    "overview": "where-states-stand",
    "countries": "where-states-stand",
    "outreach": "log-a-talk",
    "log_form": "log-a-talk",
    "return": "return",
    "commitments": "commitments",
    "follow_ups": "follow-ups",
    "asks": "follow-ups",
    "my_day": "follow-ups",
    "people": "people",
    "organisations": "people",
    "missions": "missions",
    "officers": "successor",
    "coverage": "missions",
    "events": "events",
    "programme": "events",
    "packs": "packs",
    "plenary": "events",
    "treaty": "depositary-day",
    "bank": "packs",
    "settings": "first-day",
    "safekeeping": "backups",
    "trash": "trash",
}


def page_for(place: str) -> str:
    """Return the key of the help page that fits a page of the window, such as "programme"."""
    return FOR_PAGE.get(place, PAGE_KEYS[0])


@cache
def help_page(key: str, language: str) -> HelpPage:
    """Return a page in "en" or "vi". Raises HelpPageError when it is not well written, MissingAsset if not there."""
    return read_page(key, asset(f"help/{language}/{key}.md").read_text(encoding="utf-8"))


def help_pages(language: str) -> tuple[HelpPage, ...]:
    """Return every page in one language, in the order in which it is read."""
    return tuple(help_page(key, language) for key in PAGE_KEYS)


_PIECE = re.compile(r"\*\*(?P<words>[^*`]+)\*\*|`(?P<key>[^*`]+)`")
_WHOLE = re.compile(r"(?P<picture>!?)\[(?P<words>[^\]]+)\]\((?P<target>[a-z0-9-]+)(?P<png>\.png)?\)")
_ITEM = re.compile(r"(?:(?P<dot>- )|(?P<number>\d+)\. )(?P<text>\S.*)")


def read_page(key: str, text: str) -> HelpPage:
    """Return what a text file says; raises HelpPageError where it says something else than the format knows."""
    first, *rest = text.strip().splitlines() or [""]
    if not first.startswith("# "):
        raise HelpPageError(f"{key}: line 1 is no title: {first}")
    blocks: list[Block] = []
    said: list[str] = []
    for number, line in enumerate([*rest, ""], 2):
        block = _whole_line(line)
        if (block or not line.strip()) and said:
            blocks.append(Paragraph(_pieces(f"{key}: line {number - 1}", " ".join(said))))
            said.clear()
        if isinstance(block, Paragraph):
            said_there = "".join(piece.text for piece in block.pieces)
            blocks.append(Paragraph(_pieces(f"{key}: line {number}", said_there), block.mark))
        elif block is not None:
            blocks.append(block)
        elif line.strip():
            said.append(line.strip())
    return HelpPage(key, first.removeprefix("# ").strip(), tuple(blocks))


def _whole_line(line: str) -> Block | None:
    """Return the block that stands in one line; None for a line of a paragraph."""
    if line.startswith("## "):
        return Heading(line.removeprefix("## ").strip())
    if line.startswith("    ") and line.strip():
        return Command(line.strip())
    if item := _ITEM.fullmatch(line):
        return Paragraph((Piece(item["text"]),), "•" if item["dot"] else f"{item['number']}.")
    if (whole := _WHOLE.fullmatch(line)) and bool(whole["picture"]) == bool(whole["png"]):
        if whole["picture"]:
            return Picture(whole["target"] + whole["png"], whole["words"])
        return Link(whole["target"], whole["words"])
    return None


def _pieces(where: str, text: str) -> Pieces:
    pieces, at = [], 0
    for found in _PIECE.finditer(text):
        pieces.append(Piece(text[at : found.start()]))
        words = found["words"]
        pieces.append(Piece(words, Style.WORDS) if words else Piece(found["key"], Style.KEY))
        at = found.end()
    pieces.append(Piece(text[at:]))
    if stray := [piece.text for piece in pieces if piece.style is Style.PLAIN and re.search(r"[*`]|\]\(", piece.text)]:
        raise HelpPageError(f"{where}: a mark without its other half: {stray[0]}")
    return tuple(piece for piece in pieces if piece.text)


def words_of(block: Block) -> str:
    """Return what a block says as plain text, as it is searched and heard."""
    match block:
        case Paragraph():
            said = "".join(piece.text for piece in block.pieces)
            return f"{block.mark} {said}" if block.mark else said
        case Picture() | Link():
            return block.words
        case KeyLine():
            return f"{block.words}: {block.keys}"
        case Heading() | Command():
            return block.text


def found_in(page: HelpPage, wanted: str) -> bool:
    """Tell whether a page holds every word, or beginning of a word, that is wanted; accents may be left out."""
    said = fold(" ".join([page.title, *(words_of(block) for block in page.blocks)]))
    return all(word in said for word in fold(wanted).split())


def first_found(page: HelpPage, wanted: str) -> int:
    """Return the place of the first block that holds one of the words wanted; -1 when only the title does, or none."""
    words = fold(wanted).split()
    if not words:
        return -1
    hits = [sum(word in fold(words_of(block)) for word in words) for block in page.blocks]
    most = max(hits, default=0)
    return hits.index(most) if most else -1
