"""Gives what is drawn its place in the structure of the document, for those who hear a page instead of seeing it.

Every text belongs to an element: a heading, a paragraph, a cell of a table, an item of a list. Drawings are figures
with a text that stands for them. All else on a page, such as rules and what stands around the text, is an artifact,
which nobody is read. What is drawn first is read first, so that the order of the file is the order of reading
(ISO 32000-1, 14.7 and 14.8).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFDictionary, PDFName, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from hanoi_desk.language import Language
from hanoi_desk.pdf.compact import file_of
from hanoi_desk.text import seen_line


class Tag(StrEnum):
    """What an element is; all are standard types of structure."""

    DOCUMENT = "Document"
    PART = "Part"  # of two languages, one
    SECT = "Sect"  # a paper, or a section of it
    HEAD = "H1"
    SUBHEAD = "H2"
    MINOR_HEAD = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    CAPTION = "Caption"
    ROW = "TR"
    COLUMN_HEAD = "TH"
    ROW_HEAD = "TH of a row"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"


_WRITTEN = {tag: b"/S/%s" % str(tag).encode() for tag in Tag} | {
    Tag.COLUMN_HEAD: b"/S/TH/A<</O/Table/Scope/Column>>",
    Tag.ROW_HEAD: b"/S/TH/A<</O/Table/Scope/Row>>",
}
#: Elements that hold others; a text drawn right within one is a paragraph.
_GROUPS = frozenset(
    {Tag.DOCUMENT, Tag.PART, Tag.SECT, Tag.LIST, Tag.ITEM, Tag.TABLE, Tag.ROW, Tag.CONTENTS, Tag.CONTENTS_ITEM}
)
_NAMES = {tag: str(tag).split(" ")[0] for tag in Tag}  # in the content of a page
_ARTIFACT, _END, _ROOT = "/Artifact BMC", "EMC", "StructTreeRoot"
_CONTENT, _ELEMENT, _OBJECT = b"%d", b"%d 0 R", b"<</Type/OBJR/Obj %d 0 R>>"
_ELSEWHERE = {  # on another page than the first
    _CONTENT: b"<</Type/MCR/Pg %d 0 R/MCID %d>>",
    _OBJECT: b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>",
}
_LEAF = 64  # pages in one leaf of the tree that leads from a page to its elements


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """An element that may go on over several pages, such as a table; each place is one element of its own."""

    tag: Tag
    within: "Place | None" = None


class _Element:
    """An element while it is being filled; what it holds are elements, or content and links of a page."""

    __slots__ = ("held", "more", "number", "page", "parent", "tag")

    def __init__(self, tag: Tag, number: int, parent: int, more: bytes = b"") -> None:
        self.tag, self.number, self.parent, self.more = tag, number, parent, more
        self.page = 0  # the first one on which it has content
        self.held: list[tuple[bytes, int, int]] = []  # what it is, its number, the page that it is on

    def hold(self, kind: bytes, number: int, page: int = 0) -> None:
        """Take something in behind what is there."""
        self.page = self.page or page
        self.held.append((kind, number, page))


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose texts have their place in the structure of the document."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._tree = self.reserve()
        self._top = _Element(Tag.DOCUMENT, self.reserve(), self._tree)
        self._opened = [self._top]
        self._places: dict[Place, _Element] = {}
        self._silent = 0
        self._is_own = False  # True where a text has a paragraph made for it
        self._ended: list[_Element] = []
        self._objects: list[tuple[int, bytes]] = []
        self._parents: list[bytes] = []  # of what stands on a page, or of a link, by its key
        self._key = 0  # of the page
        self._marks: list[int] = []  # the elements to which its content belongs, piece by piece
        self._marked: _Element | None = None  # the last of them
        self._has_artifact_first = False
        self._begin_page()

    # ---- elements ----

    def open(self, tag: Tag, *, language: Language | None = None) -> None:
        """Begin an element within the one that is open."""
        if not self._silent:
            self._opened.append(self._new(tag, b"/Lang(%s)" % language.value.encode() if language else b""))

    def close(self) -> None:
        """End the element that is open."""
        if not self._silent:
            self._ended.append(self._opened.pop())

    @contextmanager
    def element(self, tag: Tag, *, language: Language | None = None) -> Iterator[None]:
        """Draw within a new element."""
        self.open(tag, language=language)
        yield
        self.close()

    @contextmanager
    def paper(self, language: Language | None = None) -> Iterator[None]:
        """Draw a paper, in its language where that is not the document's; all places in it end with it."""
        with self.element(Tag.SECT, language=language):
            yield
            self._ended += self._places.values()
            self._places = {}

    @contextmanager
    def at(self, place: Place | None) -> Iterator[None]:
        """Draw within the element of a place, which is begun where it has not yet been."""
        if place is None or self._silent:
            yield
            return
        self._opened.append(self._at(place))
        yield
        self._opened.pop()

    @contextmanager
    def outside(self) -> Iterator[None]:
        """Draw within the element that holds the open one, such as the words under a table."""
        inner = None if self._silent else self._opened.pop()
        yield
        if inner:
            self._opened.append(inner)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what is not read, such as a heading that is said again on another page."""
        self._silent += 1
        yield
        self._silent -= 1

    @contextmanager
    def figure(self, text: str, box: tuple[float, float, float, float]) -> Iterator[None]:
        """Draw a figure for which a text stands, within its left, lower, right and upper edge in points."""
        if self._silent:
            yield
            return
        bounds = b" ".join(b"%.1f" % edge for edge in box)
        self._opened.append(self._new(Tag.FIGURE, b"/Alt%s/A<</O/Layout/BBox[%s]>>" % (_text(text), bounds)))
        self.begin_text()
        self._silent += 1
        yield
        self._silent -= 1
        self.end_text()
        self.close()

    # ---- what they hold ----

    def begin_text(self) -> None:
        """Mark what is drawn next as content of the open element, or of a paragraph of its own within it."""
        if self._silent:
            return
        self._is_own = self._opened[-1].tag in _GROUPS
        if self._is_own:
            self.open(Tag.PARAGRAPH)
        element, code = self._opened[-1], self._code
        if code and code[-1] == _ARTIFACT:
            code.pop()
            if self._marked is element:  # it goes on
                code.pop()
                return
        elif code:
            code.append(_END)
            self._has_artifact_first = self._has_artifact_first or not self._marks
        code.append(f"/{_NAMES[element.tag]} <</MCID {len(self._marks)}>> BDC")
        element.hold(_CONTENT, len(self._marks), self._doc.pageCounter)
        self._marks.append(element.number)
        self._marked = element

    def end_text(self) -> None:
        """End what was marked."""
        if self._silent:
            return
        self._code += (_END, _ARTIFACT)
        if self._is_own:
            self.close()
            self._is_own = False

    def link(self, key: str, name: str, box: tuple[float, float, float, float]) -> None:
        """Let a field of the page lead to a bookmark, as part of the open element; `name` says where it leads."""
        element = self._opened[-1]
        note = _Link(box, seen_line(name), self._bookmarkReference(key), "[0 0 0]", StructParent=len(self._parents))
        self._parents.append(b"%d 0 R" % element.number)
        self._addAnnotation(note)
        number, _ = self._doc.idToObjectNumberAndVersion[f"Annot.NUMBER{self._annotationCount}"]
        element.hold(_OBJECT, number, self._doc.pageCounter)

    # ---- what is shown beside the pages ----

    def addOutlineEntry(self, title: str, key: str, level: int = 0, closed: bool | None = None) -> None:
        """Add a bookmark."""
        super().addOutlineEntry(seen_line(title), key, level, closed)

    def setTitle(self, title: str) -> None:
        """Set what the window of a reader is called."""
        super().setTitle(seen_line(title))

    def setAuthor(self, author: str) -> None:
        """Set whose the document is."""
        super().setAuthor(seen_line(author))

    def setSubject(self, subject: str) -> None:
        """Set what the document is about."""
        super().setSubject(seen_line(subject))

    # ---- objects from elsewhere ----

    def reserve(self) -> int:
        """Return the number of an object that is still to come."""
        self._doc.objectcounter += 1
        return int(self._doc.objectcounter)

    def take(self, number: int, content: bytes) -> None:
        """Take in an object as it is to be written."""
        self._objects.append((number, content))

    def draw_object(self, number: int) -> None:
        """Draw a form that was taken in."""
        name = f"object{number}"
        self._doc.idToObjectNumberAndVersion[self._doc.getXObjectName(name)] = (number, 0)
        self.doForm(name)

    # ---- pages and the file ----

    def showPage(self) -> None:
        """End the page; what was not marked is an artifact."""
        code = self._code
        if code and code[-1] == _ARTIFACT:
            code.pop()
        elif code:
            code.append(_END)
            self._has_artifact_first = self._has_artifact_first or not self._marks
        if self._has_artifact_first:
            code.insert(0, _ARTIFACT)
        super().showPage()
        self._parents[self._key] = b"[%s]" % b" ".join(b"%d 0 R" % number for number in self._marks)
        self._write_ended()
        self._begin_page()

    def save(self) -> None:
        """End the document and write it."""
        if self._code:
            self.showPage()
        self._ended.append(self._top)
        self._write_ended()
        leaves = list(self._leaves())
        parents = self.reserve()
        self._objects.append((parents, b"<</Kids[%s]>>" % b" ".join(b"%d 0 R" % leaf for leaf in leaves)))
        root = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        self._objects.append((self._tree, root % (self._top.number, parents, len(self._parents))))
        self._doc.idToObjectNumberAndVersion[_ROOT] = (self._tree, 0)
        self._doc.Catalog.StructTreeRoot = PDFObjectReference(_ROOT)
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self._filename.write(file_of(self._doc, self, self._objects))

    def _begin_page(self) -> None:
        self._marks, self._marked, self._has_artifact_first = [], None, False
        self._key = len(self._parents)
        self._parents.append(b"[]")

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self._key, PDFName("S")

    def _new(self, tag: Tag, more: bytes = b"") -> _Element:
        parent = self._opened[-1]
        element = _Element(tag, self.reserve(), parent.number, more)
        parent.hold(_ELEMENT, element.number)
        return element

    def _at(self, place: Place) -> _Element:
        if place not in self._places:
            if place.within:
                with self.at(place.within):
                    self._places[place] = self._new(place.tag)
            else:
                self._places[place] = self._new(place.tag)
        return self._places[place]

    def _write_ended(self) -> None:
        numbers = self._doc.idToObjectNumberAndVersion
        for one in self._ended:
            page = numbers[f"Page{one.page}"][0] if one.page else 0
            held = []
            for kind, number, on in one.held:
                if kind is not _ELEMENT and on != one.page:
                    held.append(_ELSEWHERE[kind] % (numbers[f"Page{on}"][0], number))
                else:
                    held.append(kind % number)
            where = b"/Pg %d 0 R" % page if page else b""
            content = held[0] if len(held) == 1 else b"[%s]" % b" ".join(held)
            self._objects.append(
                (one.number, b"<<%s/P %d 0 R%s/K %s%s>>" % (_WRITTEN[one.tag], one.parent, where, content, one.more))
            )
        self._ended = []

    def _leaves(self) -> Iterator[int]:
        """Write the tree that leads from pages and links to their elements; yields the numbers of its leaves."""
        for start in range(0, len(self._parents), _LEAF):
            some = self._parents[start : start + _LEAF]
            listed = b" ".join(b"%d %s" % (key, parents) for key, parents in enumerate(some, start))
            number = self.reserve()
            limits = b"/Limits[%d %d]" % (start, start + len(some) - 1)
            self._objects.append((number, b"<<%s/Nums[%s]>>" % (limits, listed)))
            yield number


class _Link(LinkAnnotation):  # type: ignore[misc]
    permitted = (*LinkAnnotation.permitted, "StructParent")


def _text(words: str) -> bytes:
    return b"<feff%s>" % seen_line(words).encode("utf-16-be").hex().encode()
