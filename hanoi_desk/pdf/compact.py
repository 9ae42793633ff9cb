"""Writes a finished document of ReportLab as a small file: all its objects but streams are packed together (PDF 1.5).

The structure of a tagged document is some hundred small objects a page; one by one, as ReportLab writes objects, they
would make the file several times as large.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase.pdfdoc import format as formatted

_HEAD = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
_TOGETHER = 200  # objects in one stream
_FREE, _WHOLE, _PACKED = range(3)  # kinds of entries in the table of objects
_ENTRY = struct.Struct(">BIH")


def file_of(document: Any, canvas: Any, more: Iterable[tuple[int, bytes]]) -> bytes:
    """Return the bytes of a document, to which further objects with numbers of their own belong.

    The same document makes the same bytes.
    """
    for font in document.delayedFonts:
        font.addObjects(document)
    document.info.digest(document.signature)
    catalog, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    file = _File()
    number = 0
    while number < document.objectcounter:  # which grows while objects name others
        number += 1
        if name := document.numberToId.get(number):
            thing = document.idToObject[name]
            file.add(number, formatted(thing, document, toplevel=1))
    for number, content in more:
        file.add(number, content)
    digest = document.signature.digest().hex()
    root, about = (formatted(one, document) for one in (catalog, info))
    return file.ended(document.objectcounter, b"/Root %s/Info %s/ID[<%s><%s>]" % (root, about, *[digest.encode()] * 2))


class _File:
    """Collects objects, streams as they are and all others in packs, and tells where each of them is."""

    def __init__(self) -> None:
        self._written: list[bytes] = [_HEAD]
        self._length = len(_HEAD)
        self._places: dict[int, tuple[int, int, int]] = {}
        self._waiting: list[tuple[int, bytes]] = []
        self._packs: list[list[tuple[int, bytes]]] = []

    def add(self, number: int, content: bytes) -> None:
        """Take an object in."""
        if content.endswith((b"endstream\n", b"endstream")):
            self._write(number, content)
            return
        self._waiting.append((number, content))
        if len(self._waiting) == _TOGETHER:
            self._packs.append(self._waiting)
            self._waiting = []

    def ended(self, last: int, trailer: bytes) -> bytes:
        """Return the whole file; `last` is the highest number of an object so far."""
        for pack in (*self._packs, self._waiting):
            if pack:
                last += 1
                self._write(last, _packed(pack))
                self._places |= {number: (_PACKED, last, at) for at, (number, _) in enumerate(pack)}
        table, start = last + 1, self._length
        self._places[table] = (_WHOLE, start, 0)
        free = (_FREE, 0, 0)
        rows = b"".join(_ENTRY.pack(*self._places.get(number, free)) for number in range(table + 1))
        head = b"/Type/XRef/W[1 4 2]/Size %d%s" % (table + 1, trailer)
        self._write(table, _stream(head, rows))
        self._written.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._written)

    def _write(self, number: int, content: bytes) -> None:
        self._places[number] = (_WHOLE, self._length, 0)
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, content.rstrip())
        self._written.append(whole)
        self._length += len(whole)


def _packed(objects: list[tuple[int, bytes]]) -> bytes:
    starts, at = [], 0
    for number, content in objects:
        starts.append(b"%d %d" % (number, at))
        at += len(content) + 1
    index = b" ".join(starts) + b"\n"
    body = b"\n".join(content for _, content in objects)
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index)), index + body)


def _stream(head: bytes, content: bytes) -> bytes:
    data = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (head, len(data), data)
