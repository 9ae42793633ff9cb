"""Crafted spreadsheets and XML: told in our words within two seconds, and no other file is read on the way."""

import io
import struct
import sys
import time
import zipfile
from pathlib import Path

import pytest
from untc.export import SIGNED, STATES, document, table
from workbook.officer import officers_workbook

from hanoi_desk.untc import Fault, UntcError, read_status
from hanoi_desk.workbook import WorkbookError, read_sheets
from hanoi_desk.workbook.errors import WorkbookFault

TEXT = document(table([STATES, SIGNED], [["Ghana", "1 Jul 2026"]]), signatories=1)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
TYPES = {
    "billion laughs": f"<!DOCTYPE Document [{LAUGHS}]>",
    "quadratic": f'<!DOCTYPE Document [<!ENTITY l9 "{"a" * 100_000}">]>',
    "external file": '<!DOCTYPE Document [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
    "external address": '<!DOCTYPE Document [<!ENTITY l9 SYSTEM "http://127.0.0.1:9/x">]>',
    "parameter": '<!DOCTYPE Document [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>',
    "document type": '<!DOCTYPE Document SYSTEM "file:///etc/passwd">',
}

_opened: list[str] = []
_watching = False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _watching and event in ("open", "socket.connect", "socket.getaddrinfo", "urllib.Request", "subprocess.Popen"):
        _opened.append(f"{event} {arguments[0]}")


sys.addaudithook(_watch)


class Watched:
    """What is read or asked for meanwhile, and that it does not take long."""

    def __enter__(self) -> "Watched":
        global _watching
        _opened.clear()
        self.began = time.process_time()
        _watching = True
        return self

    def __exit__(self, *_: object) -> None:
        global _watching
        _watching = False
        assert time.process_time() - self.began < 2
        assert [one for one in _opened if "passwd" in one or "connect" in one or "addrinfo" in one] == []


@pytest.fixture
def sound(tmp_path: Path) -> bytes:
    return officers_workbook(tmp_path / "sound.xlsx").read_bytes()


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(held: list[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held:
            archive.writestr(name, data)
    return file.getvalue()


def fault(path: Path, data: bytes) -> WorkbookFault:
    path.write_bytes(data)
    with Watched(), pytest.raises(WorkbookError) as refused:
        read_sheets(path)
    return refused.value.fault


@pytest.mark.parametrize("name", TYPES)
def test_a_status_file_with_a_document_type_is_refused_before_it_is_read(name):
    spoilt = TEXT.replace("<Document>", f"{TYPES[name]}<Document>").replace("CHAPTER", "&l9;")
    for encoding in ("iso-8859-1", "utf-16"):
        with Watched(), pytest.raises(UntcError) as refused:
            read_status(spoilt.encode(encoding))
        assert refused.value.code is Fault.DTD_FORBIDDEN


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize(
    "member", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "docProps/core.xml"]
)
def test_a_workbook_with_a_document_type_in_any_member_is_refused(name, member, sound, tmp_path):
    held = members(sound)
    held[member] = TYPES[name].replace("Document", "a").encode() + held[member].split(b"?>", 1)[-1]
    assert fault(tmp_path / "a.xlsx", packed(list(held.items())))


def test_a_workbook_that_unpacks_to_far_more_than_it_says_is_refused(sound, tmp_path):
    held = members(sound)
    held["xl/worksheets/sheet1.xml"] += b" " * (200 * 2**20)
    bomb = packed(list(held.items()))
    assert len(bomb) < 2**20
    assert fault(tmp_path / "a.xlsx", bomb) is WorkbookFault.UNPACKS_TOO_LARGE


def test_a_member_that_lies_about_its_size_is_refused(sound, tmp_path):
    held = members(sound)
    held["xl/worksheets/sheet1.xml"] += b" " * (60 * 2**20)
    bomb = bytearray(packed(list(held.items())))
    size = struct.pack("<I", len(held["xl/worksheets/sheet1.xml"]))
    lying = bytes(bomb).replace(size, struct.pack("<I", 4000))
    assert lying != bytes(bomb)
    assert fault(tmp_path / "a.xlsx", lying)


@pytest.mark.parametrize("name", ["../../evil.xml", "C:\\evil.xml", "xl/..\\..\\evil.xml"])
def test_a_workbook_with_a_name_that_leads_out_is_refused_and_nothing_is_written(name, sound, tmp_path):
    before = sorted(tmp_path.parent.rglob("evil*"))
    assert fault(tmp_path / "a.xlsx", packed([*members(sound).items(), (name, b"<a/>")])) is WorkbookFault.DAMAGED
    assert sorted(tmp_path.parent.rglob("evil*")) == before


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_workbook_with_a_name_twice_is_refused(sound, tmp_path):
    held = list(members(sound).items())
    assert fault(tmp_path / "a.xlsx", packed([*held, held[0]])) is WorkbookFault.DAMAGED


def test_an_encrypted_member_is_told_as_such(sound, tmp_path):
    spoilt = bytearray(sound)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = spoilt.find(mark)
        while place >= 0:
            spoilt[place + offset] |= 1
            place = spoilt.find(mark, place + 4)
    assert fault(tmp_path / "a.xlsx", bytes(spoilt)) is WorkbookFault.ENCRYPTED


def test_ten_thousand_members_are_refused(sound, tmp_path):
    more = [(f"xl/media/{number}.xml", b"") for number in range(10_000)]
    assert fault(tmp_path / "a.xlsx", packed([*members(sound).items(), *more])) is WorkbookFault.DAMAGED
