"""Reads the structure of a tagged PDF back: its elements in their order, and the words that belong to each."""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

ARTIFACT = -1


@dataclass
class Node:
    """An element with the words right in it, and those within it."""

    tag: str
    alt: str = ""
    language: str = ""
    scope: str = ""
    words: str = ""
    kids: list["Node"] = field(default_factory=list)
    held: list["Node | tuple[int, int]"] = field(default_factory=list)  # kids, and page and number of content
    notes: int = 0  # links

    def walk(self) -> Iterator["Node"]:
        """Yield the element and all within it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def marks(self) -> Iterator[tuple[int, int]]:
        """Yield page and number of the content of the element and all within it, in the order of reading."""
        for one in self.held:
            if isinstance(one, Node):
                yield from one.marks()
            else:
                yield one

    def text(self) -> str:
        """Return all words of the element, with single blanks."""
        return " ".join(" ".join(node.words for node in self.walk()).split())

    def all(self, tag: str) -> list["Node"]:
        """Return the elements of one kind."""
        return [node for node in self.walk() if node.tag == tag]


def opened(data: bytes) -> bytes:
    """Return all bytes of a file, and those of its streams as they are before they are packed."""
    streams = []
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        with suppress(zlib.error):
            streams.append(zlib.decompressobj().decompress(packed))
    return data + b"\n".join(streams)


def marked(reader: pypdf.PdfReader) -> dict[tuple[int, int], str]:
    """Return the words of each piece of marked content, by page and number, in their order; artifacts have -1."""
    found: dict[tuple[int, int], str] = {}
    for number, page in enumerate(reader.pages):
        letters = {name: _letters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
        stack: list[int | None] = []
        font: dict[int, str] = {}
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in (b"BDC", b"BMC"):
                held = operands[1] if operator == b"BDC" else {}
                assert operands[0] != "/Artifact" or not stack, "an artifact within content"
                own = ARTIFACT if operands[0] == "/Artifact" else held.get("/MCID")
                stack.append(None if own is None else int(own))
                if own is not None and own != ARTIFACT:
                    assert (number, int(own)) not in found, "a number used twice on a page"
                    found[number, int(own)] = ""
            elif operator == b"EMC":
                stack.pop()
            elif operator == b"Tf":
                font = letters[operands[0]]
            elif operator in (b"Tj", b"TJ", b"f", b"S", b"B", b"f*", b"B*", b"s", b"b"):
                mark = next((one for one in reversed(stack) if one is not None), None)
                assert mark is not None, f"drawn outside of all content: {operands} {operator!r}"
                if operator == b"Tj":
                    found[number, mark] = found.get((number, mark), "") + _said(operands[0], font)
            elif operator == b"ET":
                mark = next((one for one in reversed(stack) if one is not None), ARTIFACT)
                found[number, mark] = found.get((number, mark), "") + " "
        assert not stack, "content that does not end"
    return found


def structure(reader: pypdf.PdfReader) -> Node:
    """Return the document's element, everything in it read and each piece of content found on its page."""
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    tree = root["/StructTreeRoot"]
    words = marked(reader)
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    parents = _numbers(tree["/ParentTree"])
    top = _node(tree["/K"], pages, words)
    for page, mark in words:
        if mark != ARTIFACT:
            owner = parents[reader.pages[page]["/StructParents"]][mark].get_object()
            assert (page, mark) in _marks(owner, pages), "the tree of parents leads elsewhere"
    used = list(top.marks())
    assert len(used) == len(set(used)), "content in two elements"
    assert used == sorted(used), "what is read first is not drawn first"
    assert set(used) == {mark for mark in words if mark[1] != ARTIFACT}, "content in no element, or none in its element"
    return top


def _node(element: Any, pages: dict[int, int], words: dict[tuple[int, int], str]) -> Node:
    element = element.get_object()
    held = element.get("/A", {})
    node = Node(
        tag=str(element["/S"])[1:],
        alt=str(element.get("/Alt", "")),
        language=str(element.get("/Lang", "")),
        scope=str(held.get("/Scope", ""))[1:],
    )
    for kid in _kids(element):
        held = kid.get_object()
        if isinstance(held, DictionaryObject) and "/S" in held:
            assert held["/P"].get_object() == element, "a kid of another parent"
            node.kids.append(_node(held, pages, words))
            node.held.append(node.kids[-1])
        elif isinstance(held, DictionaryObject) and "/Obj" in held:
            assert held["/Obj"]["/Subtype"] == "/Link"
            node.notes += 1
        else:
            mark = _mark(held, element, pages)
            node.held.append(mark)
            node.words += f" {words[mark]}"
    return node


def _kids(element: Any) -> list[Any]:
    held = element.get("/K", [])
    return list(held) if isinstance(held, ArrayObject) else [held]


def _marks(element: Any, pages: dict[int, int]) -> list[tuple[int, int]]:
    held = [kid.get_object() for kid in _kids(element)]
    return [_mark(kid, element, pages) for kid in held if not isinstance(kid, DictionaryObject) or "/MCID" in kid]


def _mark(kid: Any, element: Any, pages: dict[int, int]) -> tuple[int, int]:
    is_elsewhere = isinstance(kid, DictionaryObject)
    page = (kid if is_elsewhere else element).raw_get("/Pg")
    assert isinstance(page, IndirectObject)
    return pages[page.idnum], int(kid["/MCID"] if is_elsewhere else kid)


def _numbers(tree: Any) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for kid in tree.get("/Kids", []):
        found |= _numbers(kid.get_object())
    listed = tree.get("/Nums", [])
    for at in range(0, len(listed), 2):
        assert int(listed[at]) not in found
        found[int(listed[at])] = listed[at + 1]
    return found


def _letters(font: Any) -> dict[int, str]:
    table = font["/ToUnicode"].get_data().decode("latin-1") if "/ToUnicode" in font else ""
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            each = re.findall(r"<(\w+)>", letters)
            codes = range(int(first, 16), int(last, 16) + 1)
            found |= {c: bytes.fromhex(x).decode("utf-16-be") for c, x in zip(codes, each, strict=True)}
        for first, last, start in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for at, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = chr(int(start, 16) + at)
    return found


def _said(held: Any, letters: dict[int, str]) -> str:
    data = held.original_bytes if hasattr(held, "original_bytes") else bytes(held)
    return "".join(letters.get(code, "?") for code in data)
