"""Takes PDF files in as annexes: each page within the frame of one of ours, so that marking and number run on."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import NameObject

from hanoi_desk.pdf.page import Format

_MOST_PAGES = 500
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
    """Return the pages of a file, or why it is left out: it is damaged, no PDF, or encrypted."""
    try:
        reader = PdfReader(BytesIO(file.content))
        if reader.is_encrypted:
            return Refusal(file.name, "pack.annex_encrypted")
        copied = PdfWriter(clone_from=reader)
        pages = tuple(_harmless(page) for page in copied.pages[:_MOST_PAGES])
    except Exception:  # a file from anywhere can bring about any fault in the reader
        return Refusal(file.name, "pack.annex_damaged")
    return Annex(file.name, pages) if pages else Refusal(file.name, "pack.annex_damaged")


def _harmless(page: PageObject) -> PageObject:
    """Return a page without its links, scripts and forms; reading its content now shows a damage in time."""
    for key in ("/Annots", "/AA", "/B", "/Metadata", "/PieceInfo"):
        page.pop(NameObject(key), None)
    page.transfer_rotation_to_content()
    if (content := page.get_contents()) is not None:
        content.get_data()
    if not (page.mediabox.width and page.mediabox.height):
        raise ValueError("a page without a size")
    return page


def merged(document: bytes, annexes: Sequence[tuple[int, Annex]], shape: Format) -> bytes:
    """Return a document with the pages of each annex put into the frames of its pages from a number on, from 0.

    A page is made smaller where it is larger than the frame, and never larger.
    """
    if not annexes:
        return document
    writer = PdfWriter(clone_from=PdfReader(BytesIO(document)))
    for first, annex in annexes:
        for at, page in enumerate(annex.pages):
            _place(writer.pages[first + at], page, shape)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _place(frame: Any, page: PageObject, shape: Format) -> None:
    box = page.cropbox
    width, height = float(box.width), float(box.height)
    scale = min(1.0, shape.text_width / width, shape.text_height / height)
    left = shape.left + (shape.text_width - width * scale) / 2
    bottom = shape.bottom + (shape.text_height - height * scale) / 2
    move = Transformation().translate(-float(box.left), -float(box.bottom)).scale(scale).translate(left, bottom)
    frame.merge_transformed_page(page, move, over=False)
