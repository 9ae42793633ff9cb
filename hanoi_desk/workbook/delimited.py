"""Reads a table of plain text: finds out its encoding and what parts its cells."""

import codecs
import csv
import io
from collections import Counter

from hanoi_desk.workbook.errors import WorkbookError, WorkbookFault
from hanoi_desk.workbook.legacy import syllables
from hanoi_desk.workbook.sheet import Sheet, SheetBuilder, Value

_DELIMITERS = (",", ";", "\t")
_LOOKED_AT = 60  # lines that tell what parts the cells
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})

UTF_8 = "UTF-8"
UTF_16 = "UTF-16"
WINDOWS_1258 = "Windows-1258"
WINDOWS_1252 = "Windows-1252"


def read_delimited(data: bytes, name: str) -> tuple[Sheet, str]:
    """Return the one sheet of a text file and the encoding it was read in.

    :raises WorkbookError: when it is no text, or a quotation does not end.
    """
    text, encoding = decoded(data)
    delimiter, text = _delimiter(text)
    builder = SheetBuilder(name)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in lines:
            builder.add([_value(builder, column, cell) for column, cell in enumerate(row)])
    except csv.Error as error:
        raise WorkbookError(WorkbookFault.UNCLOSED_QUOTE, line=lines.line_num) from error
    return builder.done(), encoding


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding: Unicode by its marks, or the likeliest of two pages.

    A file in an old Vietnamese encoding comes out as Windows-1252, whose letters `legacy` then knows again.
    """
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace"), UTF_8
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), UTF_16
    head = data[:8192]
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(head) > 8 and zeros.count(0) > len(zeros) * 0.4:
            return data.decode(codec, "replace"), UTF_16
    if sum(map(head.count, (bytes([c]) for c in _CONTROLS))) > max(2, len(head) // 20):
        raise WorkbookError(WorkbookFault.NOT_A_WORKBOOK)
    try:
        return data.decode("utf-8"), UTF_8
    except UnicodeDecodeError:
        return _from_page(data)


def _from_page(data: bytes) -> tuple[str, str]:
    western = data.decode("cp1252", "undefined_as_latin_1")
    try:
        vietnamese = data.decode("cp1258")
    except UnicodeDecodeError:
        return western, WINDOWS_1252
    # Of what both read, the one with more words that are Vietnamese syllables; a tie is Western.
    if syllables(vietnamese[:200_000]) > syllables(western[:200_000]):
        return vietnamese, WINDOWS_1258
    return western, WINDOWS_1252


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("undefined_as_latin_1", _as_latin_1)


def _delimiter(text: str) -> tuple[str, str]:
    """Return what parts the cells, told by the first lines, and the text without a line that says so."""
    if text[:4].lower() == "sep=" and text[4:5] in (",", ";", "\t") and text[5:6] in ("\r", "\n"):
        return text[4], text[5:].lstrip("\r\n")
    head = text[: min(len(text), 200_000)]
    return max(_DELIMITERS, key=lambda one: _evenness(head, one)), text


def _evenness(head: str, delimiter: str) -> float:
    """Return how many cells the lines have alike; a delimiter that seldom stands, or unevenly, gives little."""
    widths: list[int] = []
    try:
        for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter):
            if any(row):
                widths.append(len(row))
            if len(widths) >= _LOOKED_AT:
                break
    except csv.Error:
        pass
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return 0
    width, times = wide.most_common(1)[0]
    return times / len(widths) * min(width, 6)


def _value(builder: SheetBuilder, column: int, cell: str) -> Value:
    # What was made harmless for a spreadsheet comes in again as it was.
    return builder.text(column, cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t") else cell)
