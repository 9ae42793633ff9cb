"""Numbers the copies of a finished document: all of them in one file, each page with the number of its copy."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject
from reportlab.lib.units import mm

from hanoi_desk.language import Language, word
from hanoi_desk.pdf.copy_field import copy_fields
from hanoi_desk.pdf.fonts import load_fonts
from hanoi_desk.pdf.page import RIGHT, Typesetter
from hanoi_desk.pdf.tagging import TaggedCanvas
from hanoi_desk.pdf.text import BLACK, Run, width_of

_SIZE = 9.0
_BASE = 7.6 * mm  # of the number, beside the lower marking
_IN_FIELD = 12.0
_NAME = "/HDCopy"
#: What of a page leads within the first copy, or tells readers aloud of it.
_OF_THE_FIRST = ("/Annots", "/StructParents", "/Tabs")


class DamagedDocument(Exception):
    """The file of a kept edition makes no sense: it came with a desk or a folder that somebody else made."""

    key = "document.damaged"

    def __init__(self) -> None:
        super().__init__(self.key)
        self.gaps: Mapping[str, object] = {}


@contextmanager
def _sound() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # a file from anywhere can bring about any fault in the reader
        raise DamagedDocument from error


@_sound()
def numbered_copies(content: bytes, copies: int, *, both_sides: bool = False) -> bytes:
    """Return so many copies of a document one after the other, `Copy no. 3 of 12` at the foot of each of their pages.

    The number stands in the field of a cover too; nothing else of the pages changes. It is worded in the language of
    the document. With `both_sides` each copy begins on a sheet of its own. The pages share their content, so that the
    file is hardly larger than one copy.
    :raises DamagedDocument: when the file cannot be read.
    """
    source = PdfReader(BytesIO(content))
    writer = PdfWriter(clone_from=source)
    pages = len(source.pages)
    for _ in range(copies - 1):
        if both_sides and pages % 2:
            writer.add_blank_page()
        first = len(writer.pages)
        writer.append(source, import_outline=False)
        for page in writer.pages[first:]:
            for key in _OF_THE_FIRST:
                page.pop(key, None)
    step = pages + (pages % 2 if both_sides else 0)
    save = writer._add_object(_stream(b"q\n"))
    places, language = copy_fields(source), _language_of(source)
    for copy in range(copies):
        forms: dict[object, Any] = {}
        for at in range(pages):
            page = writer.pages[copy * step + at]
            size = (float(page.mediabox.width), float(page.mediabox.height))
            place = places.get(at)
            if (size, place) not in forms:
                forms[size, place] = _form(writer, _number(copy + 1, copies, language, size, place))
            _stamp(writer, page, save, forms[size, place])
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _number(
    copy: int, copies: int, language: Language, size: tuple[float, float], place: tuple[float, float] | None
) -> Any:
    """Return a page that bears the number of a copy and nothing else."""
    load_fonts()
    text = f"{word('pack.cover_copy', language)} {copy} {word('pack.cover_of', language, n=copies)}"
    run = [Run(text, _SIZE, bold=True, colour=BLACK)]
    buffer = BytesIO()
    canvas = TaggedCanvas(buffer, pagesize=size, invariant=1, pageCompression=1)
    width = width_of(run)
    with canvas.artifact():
        Typesetter().text(run, width + mm, "", most=1).draw(canvas, size[0] - RIGHT - width, _BASE + _SIZE)
        if place:
            alone = Typesetter().text([Run(str(copy), _IN_FIELD, bold=True)], 20 * mm, "", most=1)
            alone.draw(canvas, place[0] + 2 * mm, place[1] + _IN_FIELD + 1)
    canvas.showPage()
    canvas.save()
    return PdfReader(BytesIO(buffer.getvalue())).pages[0]


def _language_of(source: PdfReader) -> Language:
    said = str(source.root_object.get("/Lang", "")).partition("-")[0]
    return Language(said) if said in list(Language) else Language.EN


def _form(writer: PdfWriter, number: Any) -> Any:
    """Return what is drawn on a page as a form that others can draw too."""
    form = _stream(number.get_contents().get_data())
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(map(FloatObject, number.mediabox))
    form[NameObject("/Resources")] = number["/Resources"].clone(writer)
    return writer._add_object(form)


def _stamp(writer: PdfWriter, page: Any, save: Any, form: Any) -> None:
    """Draw a form over a page, which keeps its own content as it is."""
    resources = DictionaryObject(page["/Resources"].get_object())
    drawn = DictionaryObject(resources.get("/XObject", DictionaryObject()).get_object())
    drawn[NameObject(_NAME)] = form
    resources[NameObject("/XObject")] = drawn
    page[NameObject("/Resources")] = resources
    held = page.raw_get("/Contents")
    parts = list(held.get_object()) if isinstance(held.get_object(), ArrayObject) else [held]
    over = writer._add_object(_stream(f"\nQ q {_NAME} Do Q\n".encode()))
    page[NameObject("/Contents")] = ArrayObject([save, *parts, over])


def _stream(data: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return stream


@_sound()
def pages_alone(content: bytes, pages: range) -> bytes:
    """Return some pages of a document, counted from 0, as a document of their own in the same language.

    :raises DamagedDocument: when the file cannot be read.
    """
    source, writer = PdfReader(BytesIO(content)), PdfWriter()
    writer.append(source, pages=(pages.start, pages.stop), import_outline=False)
    for page in writer.pages:
        for key in _OF_THE_FIRST:
            page.pop(key, None)
    if "/Lang" in source.root_object:
        writer.root_object[NameObject("/Lang")] = source.root_object["/Lang"]
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
