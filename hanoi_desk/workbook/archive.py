"""Looks into a zip file before a spreadsheet reader opens it: members by exact name, sizes, ratios, declared types."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from hanoi_desk.workbook.errors import WorkbookError, WorkbookFault

#: What all members may unpack to, and how many times larger than packed; sheets of real work are packed 5 to 40 times.
TOTAL_LIMIT = 400 * 2**20
RATIO_LIMIT = 120
#: Below this a ratio says nothing: ten lines of the same words are packed well.
RATIO_FROM = 4 * 2**20
MEMBER_COUNT = 5_000

_BOOKS = ("xl/workbook.xml", "/xl/workbook.xml")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._\-]{1,40})["']""")
_ENCODINGS = {b"utf-8", b"utf-16", b"utf8", b"us-ascii", b"iso-8859-1"}
_CHUNK = 2**20


def check_archive(data: bytes) -> None:
    """Let a zip file pass that is a workbook of sound size.

    :raises WorkbookError: when it is none, encrypted, damaged, or unpacks to more than the limits.
    """
    with _opened(data) as archive:
        members = archive.infolist()
        names = [one.filename for one in members]
        if len(names) != len(set(names)) or len(names) > MEMBER_COUNT or any(map(_leads_out, names)):
            raise WorkbookError(WorkbookFault.DAMAGED)
        if any(one.flag_bits & 1 for one in members):
            raise WorkbookError(WorkbookFault.ENCRYPTED)
        if not any(name in names for name in _BOOKS) and "[Content_Types].xml" not in names:
            raise WorkbookError(WorkbookFault.NOT_A_WORKBOOK)
        if "xl/workbook.bin" in names:
            raise WorkbookError(WorkbookFault.OLD_FORMAT)
        if not any(name.startswith("xl/") for name in names):
            raise WorkbookError(WorkbookFault.NOT_A_WORKBOOK)
        _check_sizes(members)
        for member in members:
            if member.filename.endswith((".xml", ".rels", ".vml")):
                _refuse_types(archive, member)


def member(data: bytes, name: str) -> bytes:
    """Return the bytes of a member by its exact name; `check_archive` has let the file pass."""
    with _opened(data) as archive:
        return archive.read(name)


def _opened(data: bytes) -> ZipFile:
    try:
        return ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
        raise WorkbookError(WorkbookFault.DAMAGED) from error


def _leads_out(name: str) -> bool:
    """Return whether a name is a path out of the workbook; nothing is unpacked, yet no honest program writes one."""
    return ".." in name.replace("\\", "/").split("/") or ":" in name or "\\" in name


def _check_sizes(members: list[ZipInfo]) -> None:
    total = sum(one.file_size for one in members)
    packed = sum(one.compress_size for one in members)
    if total > TOTAL_LIMIT or (total > RATIO_FROM and total > RATIO_LIMIT * max(packed, 1)):
        raise WorkbookError(WorkbookFault.UNPACKS_TOO_LARGE)
    for one in members:
        if one.file_size > RATIO_FROM and one.file_size > RATIO_LIMIT * max(one.compress_size, 1):
            raise WorkbookError(WorkbookFault.UNPACKS_TOO_LARGE)


def _refuse_types(archive: ZipFile, member: ZipInfo) -> None:
    """Refuse a member that declares a document type; in XML the words stand nowhere else but in what is not shown."""
    tail = b""
    first = True
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            if first and (found := _DECLARED.match(chunk.removeprefix(b"\xef\xbb\xbf"))):
                if found[1].lower() not in _ENCODINGS:
                    raise WorkbookError(WorkbookFault.DECLARES_TYPES)
            elif first and chunk[:1] not in (b"<", b"\xef", b"\xff", b"\xfe", b"\0", b" ", b"\r", b"\n", b"\t"):
                raise WorkbookError(WorkbookFault.DAMAGED)
            first = False
            text = (tail + chunk).replace(b"\0", b"")  # UTF-16 of plain letters is the letters with NULs between
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise WorkbookError(WorkbookFault.DECLARES_TYPES)
            tail = chunk[-40:]
