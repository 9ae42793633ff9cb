"""From the bytes of a file to its element tree: decoded, mended if need be, and bounded.

Expat is driven directly, with its DOCTYPE hook set to refuse. That is what defusedxml does with `forbid_dtd`: without a
DOCTYPE there is no entity to define, so neither entity bombs nor external entities can occur, whatever expat is linked.
Driving it ourselves also lets us cap depth and element count while parsing, which defusedxml does not.
"""

import codecs
import re
import xml.etree.ElementTree as ET
from enum import StrEnum
from xml.parsers import expat

from hanoi_desk.untc.errors import Fault, UntcError

MAX_BYTES = 20 * 1024 * 1024
MAX_DEPTH = 64
MAX_ELEMENTS = 400_000
MAX_RUN = 1_000_000  # characters from one "<" to the next: a tag with its attributes, or a paragraph

_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_LATIN = {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii"}
_WINDOWS = {"windows-1252", "cp1252"}
_UTF_8 = {"utf-8", "utf8"}
# The export cut U+2013 and its like to their low byte.
_CUT = {0x13: "–", 0x18: "‘", 0x19: "’", 0x1C: "“", 0x1D: "”"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
_WINDOWS_LETTERS = {code: letter for code in range(0x80, 0xA0) if (letter := bytes([code]).decode("cp1252", "ignore"))}
_HIGH = re.compile("[\x80-\x9f]")
_LONG_RUN = re.compile(rf"<[^<]{{{MAX_RUN}}}")
_FIRST_TAG = re.compile(r"<(?:!doctype\s{1,9})?([A-Za-z][A-Za-z0-9]{0,20})", re.IGNORECASE)
_HTML = {
    "html",
    "head",
    "body",
    "title",
    "meta",
    "script",
    "div",
    "table",
    "center",
    "form",
    "style",
    "link",
    "p",
    "br",
    "h1",
    "h2",
}
_CUT_OFF = {
    expat.errors.codes[text] for text in (expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN)
}


class Repair(StrEnum):
    """What had to be mended before the file could be read."""

    ENCODING = "encoding"
    WINDOWS_1252 = "windows_1252"
    LEADING_TEXT = "leading_text"
    CONTROL_CHARACTERS = "control_characters"
    BARE_AMPERSANDS = "bare_ampersands"
    CHARACTER_REFERENCES = "character_references"


def parse(data: bytes) -> tuple[ET.Element, tuple[Repair, ...]]:
    """Return the root element, and the repairs in order; raise UntcError and nothing else."""
    if len(data) > MAX_BYTES:
        raise UntcError(Fault.TOO_LARGE, "The file is larger than 20 megabytes; a status file is far smaller.")
    text, repairs = _decode(data)
    if not text.strip("\x00\ufeff \t\r\n"):
        raise UntcError(Fault.EMPTY, "The file is empty.")
    if _LONG_RUN.search(text):
        raise UntcError(Fault.TOO_LARGE, "One piece of the file is longer than a million characters.")
    try:
        return _tree(text), repairs
    except expat.ExpatError:
        text, more = _mend(text)
    try:
        return _tree(text), repairs + more
    except expat.ExpatError as error:
        raise _refusal(text, error) from error


def is_html(tag: str) -> bool:
    """Tell whether a root element or DOCTYPE is that of a web page."""
    return tag.lower() in _HTML


def _decode(data: bytes) -> tuple[str, tuple[Repair, ...]]:
    """Return the text by byte-order mark, then by declaration, then as it is found."""
    if wide := _utf_16(data):
        try:
            return data.decode(wide).removeprefix("\ufeff"), ()
        except UnicodeDecodeError:
            whole = data[: len(data) // 2 * 2]
            return whole.decode(wide, errors="replace").removeprefix("\ufeff"), (Repair.ENCODING,)
    found = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8)[:400])
    declared = found[1].decode("ascii").lower() if found else "utf-8"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _single_bytes(data, declared)
    honest = (
        data.startswith(codecs.BOM_UTF8) or declared in _UTF_8 or (text.isascii() and declared in _LATIN | _WINDOWS)
    )
    # Latin-1 prose never happens to be valid UTF-8: a file that is, and says otherwise, says it wrongly.
    return text, () if honest else (Repair.ENCODING,)


def _utf_16(data: bytes) -> str:
    """Return the codec of a file in UTF-16, or nothing."""
    if data.startswith((codecs.BOM_UTF16_LE, b"<\0")):
        return "utf-16-le"
    return "utf-16-be" if data.startswith((codecs.BOM_UTF16_BE, b"\0<")) else ""


def _single_bytes(data: bytes, declared: str) -> tuple[str, tuple[Repair, ...]]:
    """Return ISO-8859-1 text; bytes 80 to 9F are taken as Windows-1252, for Latin-1 has no letters there."""
    text = data.decode("iso-8859-1")
    repairs = () if declared in _LATIN | _WINDOWS else (Repair.ENCODING,)
    if not _HIGH.search(text):
        return text, repairs
    if declared in _WINDOWS:
        return text.translate(_WINDOWS_LETTERS), repairs
    return text.translate(_WINDOWS_LETTERS), (*repairs, Repair.WINDOWS_1252)


def _mend(text: str) -> tuple[str, tuple[Repair, ...]]:
    """Return the text without what XML forbids, by the reading order of the format notes."""
    steps = (
        (Repair.LEADING_TEXT, lambda old: old.lstrip("\ufeff \t\r\n\x00")),
        (Repair.CHARACTER_REFERENCES, lambda old: _REFERENCE.sub(_allowed_reference, old)),
        (Repair.CONTROL_CHARACTERS, lambda old: _CONTROL.sub("", _uncut(old))),
        (Repair.BARE_AMPERSANDS, lambda old: _BARE_AMPERSAND.sub("&amp;", old)),
    )
    repairs = []
    for repair, step in steps:
        mended = step(text)
        if mended != text:
            repairs.append(repair)
        text = mended
    return text, tuple(repairs)


def _uncut(text: str) -> str:
    for code, letter in _CUT.items():
        text = text.replace(chr(code), letter)
    return text


def _allowed_reference(found: re.Match[str]) -> str:
    """Return a character reference as it stands, or what the forbidden one was cut from."""
    code = int(found[1], 16) if found[1] else int(found[2])
    allowed = code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
    return found[0] if allowed else _CUT.get(code, "")


def _tree(text: str) -> ET.Element:
    """Parse strictly; raise ExpatError on bad form, UntcError on a DOCTYPE or past a bound."""
    builder = ET.TreeBuilder()
    depth = count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > MAX_DEPTH:
            raise UntcError(Fault.TOO_DEEP, "The file is nested far deeper than a status file.")
        if count > MAX_ELEMENTS:
            raise UntcError(Fault.TOO_MANY, "The file has far more elements than a status file.")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def doctype(name: str, *_: object) -> None:
        if is_html(name):
            raise html_page()
        raise UntcError(
            Fault.DTD_FORBIDDEN, "The file declares a document type; a status file has none, so it is refused."
        )

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = doctype
    # A str is handed over as UTF-8 and the declaration's encoding is then ignored: it has been decoded already.
    parser.Parse(text, True)
    return builder.close()


def html_page() -> UntcError:
    """Return the refusal of a web page saved in place of the XML export."""
    return UntcError(
        Fault.HTML_PAGE,
        "This is a web page, not the XML export. On the status page choose “View XML” and save that file.",
    )


def _refusal(text: str, error: expat.ExpatError) -> UntcError:
    """Return the refusal of a text that even mended is not XML."""
    first = _FIRST_TAG.search(text, 0, 65_536)
    if first and is_html(first[1]):
        return html_page()
    if first and error.code in _CUT_OFF:
        return UntcError(Fault.TRUNCATED, "The file ends too early. Download it again and save the whole of it.")
    return UntcError(Fault.NOT_XML, f"The file is not XML, even after mending (line {error.lineno}).")
