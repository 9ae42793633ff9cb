"""Takes PDF files in as annexes: each page within the frame of one of ours, so that marking and number run on.

A page becomes a form, a drawing with resources of its own, so that nothing of it can be confused with what is ours.
"""

import logging
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from hanoi_desk.pdf.page import Format
from hanoi_desk.pdf.tagging import TaggedCanvas

_MOST_PAGES = 500
#: What ties a drawing to the structure, the layers and the history of the file that it comes from.
_NOT_CARRIED = frozenset({"/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/OC"})
#: What an object is that acts, or holds or leads to other pages and files: no drawing needs it.
_ACTING = {
    "/Type": frozenset(
        {"/Action", "/Annot", "/Catalog", "/EmbeddedFile", "/Filespec", "/F", "/Outlines", "/Page", "/Pages"}
    ),
    "/S": frozenset(
        {
            *("/GoTo", "/GoTo3DView", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch", "/Movie"),
            *("/Named", "/Rendition", "/ResetForm", "/RichMediaExecute", "/SetOCGState", "/Sound", "/SubmitForm"),
            *("/Thread", "/URI"),
        }
    ),
    "/Subtype": frozenset({"/PS"}),
    "/Subtype2": frozenset({"/PS"}),
}
#: What says that a drawing lies in another file, or hangs files on it.
_ELSEWHERE = frozenset({"/AF", "/F", "/FDecodeParms", "/FFilter", "/OPI", "/Ref"})
_DEEPEST = 60  # how far values may stand within each other
logging.getLogger("pypdf").addHandler(logging.NullHandler())  # a fault is told by the refusal, in the user's words


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """A file to be taken in, by the name under which it stands in the contents."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Annex:
    """A file that can be taken in: its pages, with nothing on them that could act."""

    name: str
    pages: tuple[PageObject, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is left out; `why` is the key of the words that say why."""

    name: str
    why: str


def read_annex(file: AnnexFile) -> Annex | Refusal:
    """Return the pages of a file, or why it is left out: it is damaged, no PDF, encrypted, or too long."""
    try:
        reader = PdfReader(BytesIO(file.content))
        if reader.is_encrypted:
            return Refusal(file.name, "pack.annex_encrypted")
        copied = PdfWriter(clone_from=reader)
        if len(copied.pages) > _MOST_PAGES:
            return Refusal(file.name, "pack.annex_too_long")
        known: set[int] = set()
        pages = tuple(_harmless(page, known) for page in copied.pages)
    except Exception:  # a file from anywhere can bring about any fault in the reader
        return Refusal(file.name, "pack.annex_damaged")
    return Annex(file.name, pages) if pages else Refusal(file.name, "pack.annex_damaged")


def text_of(file: AnnexFile) -> str:
    """Return what can be read of a file; nothing of one that is left out, or whose letters cannot be told."""
    read = read_annex(file)
    try:
        return "\n".join(page.extract_text() for page in read.pages) if isinstance(read, Annex) else ""
    except Exception:  # a file from anywhere can bring about any fault in the reader
        return ""


def _harmless(page: PageObject, known: set[int]) -> PageObject:
    """Return a page without its links, scripts and forms; reading its content now shows a damage in time.

    `known` holds the numbers of the objects that were looked at before.
    """
    for key in ("/Annots", "/AA", "/B", "/Metadata", "/PieceInfo"):
        page.pop(NameObject(key), None)
    _tame(page.get("/Resources", DictionaryObject()), known)
    page.transfer_rotation_to_content()
    if (content := page.get_contents()) is not None:
        content.get_data()
    for box in (page.mediabox, page.cropbox):
        if not (box.width and box.height):
            raise ValueError("a page without a size")
    return page


def _tame(top: PdfObject, known: set[int]) -> None:
    """Take what acts or leads elsewhere out of all that a page needs; raises ValueError where it is nested too deeply.

    The catalogue of the file, with its scripts and the files in it, can be reached from there too.
    """
    waiting: list[tuple[Any, int]] = [(top, 0)]
    while waiting:
        held, depth = waiting.pop()
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
        if isinstance(held, StreamObject):
            for key in _ELSEWHERE & held.keys():
                del held[key]
        for key, value in _within(held):
            found = value.get_object()
            if _acts(found):
                held[key] = NullObject()
            elif not isinstance(value, IndirectObject):
                waiting.append((value, depth + 1))
            elif found is not None and value.idnum not in known:
                known.add(value.idnum)
                waiting.append((found, 0))


def _within(held: PdfObject) -> list[tuple[Any, PdfObject]]:
    """Return all that stands right within a value, by its key or place."""
    if isinstance(held, DictionaryObject):
        return [(key, held.raw_get(key)) for key in held]
    return list(enumerate(held)) if isinstance(held, ArrayObject) else []


def _acts(value: object) -> bool:
    if not isinstance(value, DictionaryObject):
        return False
    named = ((value.get(key), kinds) for key, kinds in _ACTING.items())
    return bool({"/JS", "/EF"} & value.keys()) or any(isinstance(one, str) and one in kinds for one, kinds in named)


class Carrier:
    """Takes pages of one file over into a document; what its pages share is taken over once."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._numbers: dict[int, int] = {}
        self._waiting: list[tuple[int, PdfObject]] = []

    def draw(self, page: PageObject, text: str, shape: Format) -> None:
        """Draw a page in the frame of one of ours, as a figure for which a text stands.

        It is made smaller where it is larger than the frame, and never larger.
        """
        box, canvas = page.cropbox, self._canvas
        scale = min(1.0, shape.text_width / float(box.width), shape.text_height / float(box.height))
        width, height = float(box.width) * scale, float(box.height) * scale
        left = shape.left + (shape.text_width - width) / 2
        bottom = shape.bottom + (shape.text_height - height) / 2
        form = self._form(page)
        with canvas.figure(text, (left, bottom, left + width, bottom + height)):
            canvas.saveState()
            canvas.transform(scale, 0, 0, scale, left - float(box.left) * scale, bottom - float(box.bottom) * scale)
            canvas.draw_object(form)
            canvas.restoreState()

    def _form(self, page: PageObject) -> int:
        """Return the number of a form that draws what a page draws, with all that it needs."""
        contents = page.get_contents()
        plain = DecodedStreamObject()
        plain.set_data(contents.get_data() if contents is not None else b"")
        form = plain.flate_encode()
        form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
        form[NameObject("/BBox")] = ArrayObject(FloatObject(edge) for edge in page.cropbox)
        form[NameObject("/Resources")] = page.get("/Resources", DictionaryObject())
        number = self._canvas.reserve()
        self._waiting.append((number, form))
        while self._waiting:
            at, held = self._waiting.pop()
            self._canvas.take(at, self._written(held))
        return number

    def _written(self, value: PdfObject) -> bytes:
        if isinstance(value, IndirectObject):
            return b"%d 0 R" % self._number_of(value)
        if isinstance(value, StreamObject):
            data = value._data
            head = self._entries(value, _NOT_CARRIED | {"/Length"})
            return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (head, len(data), data)
        if isinstance(value, DictionaryObject):
            return b"<<%s>>" % self._entries(value, _NOT_CARRIED)
        if isinstance(value, ArrayObject):
            return b"[%s]" % b" ".join(self._written(one) for one in value)
        buffer = BytesIO()
        value.write_to_stream(buffer)
        return buffer.getvalue()

    def _entries(self, held: DictionaryObject, left_out: frozenset[str]) -> bytes:
        entries = ((key, held.raw_get(key)) for key in held if key not in left_out)
        return b"".join(b"%s %s" % (self._written(NameObject(key)), self._written(value)) for key, value in entries)

    def _number_of(self, reference: IndirectObject) -> int:
        if reference.idnum not in self._numbers:
            self._numbers[reference.idnum] = self._canvas.reserve()
            held = reference.get_object()
            self._waiting.append((self._numbers[reference.idnum], NullObject() if held is None else held))
        return self._numbers[reference.idnum]
