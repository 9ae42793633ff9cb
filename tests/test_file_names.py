"""Names of files from outside: whatever they say, what is kept of them is a plain name on every system."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.file_names import NAME_LIMIT, ending, may_open, media_type, safe_name

HOSTILE = {
    # ways out of a folder
    "../../etc/passwd": "_.._etc_passwd",
    "..": "file",
    ".": "file",
    "": "file",
    "   ": "file",
    "...": "file",
    "/": "_",
    "/etc/shadow": "_etc_shadow",
    "..\\..\\Windows\\win.ini": "_.._Windows_win.ini",
    "C:\\Windows\\system32\\cmd.exe": "C__Windows_system32_cmd.exe",
    "C:autoexec.bat": "C_autoexec.bat",
    "\\\\server\\share\\x.pdf": "__server_share_x.pdf",
    "\\\\?\\C:\\x.pdf": "____C__x.pdf",
    "\\\\.\\PhysicalDrive0": "__._PhysicalDrive0",
    "file:///etc/passwd": "file____etc_passwd",
    "~/.ssh/id_rsa": "~_.ssh_id_rsa",
    "a/b\\c:d.pdf": "a_b_c_d.pdf",
    "..／..／x.pdf": "_.._x.pdf",
    "a⁄b∕c⧸d.pdf": "a_b_c_d.pdf",
    "a＼b⧵c∖d.pdf": "a_b_c_d.pdf",
    "%2e%2e%2fx.pdf": "%2e%2e%2fx.pdf",
    # devices
    "CON": "_CON",
    "con.txt": "_con.txt",
    "NUL": "_NUL",
    "nul.tar.gz": "_nul.tar.gz",
    "AUX .pdf": "_AUX .pdf",
    "PRN.": "_PRN",
    "COM1": "_COM1",
    "com0.pdf": "_com0.pdf",
    "LPT9.docx": "_LPT9.docx",
    "COM¹.pdf": "_COM¹.pdf",
    "CONIN$": "_CONIN$",
    "conout$.txt": "_conout$.txt",
    "CLOCK$": "_CLOCK$",
    " CON ": "_CON",
    "\u200bNUL.txt": "_NUL.txt",
    "CONTRACT.pdf": "CONTRACT.pdf",
    "COM10.pdf": "COM10.pdf",
    # streams and letters with a meaning
    "report.pdf:evil.exe": "report.pdf_evil.exe",
    "report.pdf::$DATA": "report.pdf__$DATA",
    "x.pdf:Zone.Identifier": "x.pdf_Zone.Identifier",
    "a：b.pdf": "a_b.pdf",
    'say "yes"?.pdf': "say _yes__.pdf",
    "<b>|*.pdf": "_b___.pdf",
    # endings that hide
    "report.exe.": "report.exe",
    "report.exe. . .": "report.exe",
    "report.exe   ": "report.exe",
    "report.pdf          .exe": "report.pdf .exe",
    "report\u202efdp.exe": "reportfdp.exe",
    "\u2066report\u2069.pdf": "report.pdf",
    "report.\u200epdf": "report.pdf",
    "re\u00adport\ufeff.pdf": "report.pdf",
    ".hidden.pdf": "hidden.pdf",
    ".exe": "exe",
    # letters that cannot be seen, or break a line
    "a\0b.pdf": "ab.pdf",
    "a\nb\tc.pdf": "a b c.pdf",
    "a\x1b[31mb.pdf": "a[31mb.pdf",
    "a\x7f\x85b.pdf": "a b.pdf",
    "a\u2028b.pdf": "a b.pdf",
    "\ud800x.pdf": "x.pdf",
    "\U000e0041x.pdf": "x.pdf",
    "\u00a0Công\u3000hàm .pdf": "Công hàm .pdf",
    "Bie\u0302n ba\u0309n.pdf": "Biên bản.pdf",
    "🙂" * 40 + ".pdf": "🙂" * 29 + ".pdf",
    "ệ" * 60 + ".docx": "ệ" * 38 + ".docx",
}

PROGRAMS = (
    "exe bat cmd com scr js vbs ps1 lnk url hta msi jar iso docm xlsm pptm dotm xlam html htm svg zip rar 7z dll sh py "
    "desktop reg wsf chm appx vhd img xll one pif cpl eml mht"
)


def is_plain_everywhere(name: str) -> bool:
    parts = PurePosixPath(name).parts, PureWindowsPath(name).parts
    return all(part == (name,) for part in parts) and not PureWindowsPath(name).is_reserved()


@pytest.mark.parametrize(("hostile", "safe"), HOSTILE.items())
def test_a_hostile_name_becomes_a_plain_one(hostile, safe):
    assert len(HOSTILE) >= 60
    assert safe_name(hostile) == safe
    assert is_plain_everywhere(safe)


@given(st.one_of(st.text(max_size=300), st.text("./\\:CONAUX \u202e\u0301ệ\0", max_size=200)))
def test_of_any_text_a_name_is_made_that_leads_nowhere_and_stays_as_it_is(text):
    name = safe_name(text)
    assert is_plain_everywhere(name)
    assert 0 < len(name.encode()) <= NAME_LIMIT
    assert name == safe_name(name) == name.strip(". ")
    assert not any(unicodedata.category(letter)[0] == "C" for letter in name)


def test_a_long_name_is_cut_at_a_letter_and_keeps_its_ending():
    assert safe_name("x" * 300 + ".pdf") == "x" * 116 + ".pdf"
    whole = "a" * 115 + "q\u0323\u0302" + ".pdf"
    assert safe_name(whole) == "a" * 115 + ".pdf"
    assert safe_name("\u0301" * 80 + "a.pd(f.exe") == "file.exe"
    assert safe_name("x" * 300 + "." + "y" * 60) == "x" * 120


@pytest.mark.parametrize(
    "kind",
    PROGRAMS.split(),
)
def test_what_may_be_a_program_is_not_opened(kind):
    for name in (f"report.{kind}", f"report.pdf.{kind.upper()}", f"report.{kind}. ", f"report.pdf:x.{kind}"):
        assert not may_open(name)
        assert media_type(name) == ""


def test_a_file_without_an_ending_is_not_opened():
    assert not may_open("report")
    assert not may_open("pdf")
    assert not may_open("")


def test_documents_and_pictures_are_opened_by_what_their_name_says():
    assert may_open("Công hàm số 12.PDF")
    assert ending("Công hàm số 12.PDF") == "pdf"
    assert media_type("Công hàm số 12.PDF") == "application/pdf"
