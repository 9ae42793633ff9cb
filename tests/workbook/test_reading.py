"""What is read of a workbook: values as they are, limits, and one sentence for whatever is no workbook."""

import struct
import unicodedata
import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from workbook.officer import SHEET, officers_workbook

from hanoi_desk.errors import told
from hanoi_desk.language import Language, word, word_key
from hanoi_desk.workbook import CellFault, Stopped, WorkbookError, WorkbookFault, read_sheets
from hanoi_desk.workbook.sheet import EPOCH_1900

LINES = "Ngày;Nước;Ghi chú\r\n12/11/2026;Lào;đã gặp\r\n"


def written(tmp_path, data, name="book.csv"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def rows(path):
    return read_sheets(path).sheets[0].rows


def fault(path):
    with pytest.raises(WorkbookError) as caught:
        read_sheets(path)
    return caught.value.fault


def xlsx(*lines, **more):
    book = Workbook()
    for line in lines:
        book.active.append(line)
    for cell, value in more.items():
        book.active[cell] = value
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_member(data, name, content):
    """Return the workbook with one member replaced or added."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, content)
    return file.getvalue()


def test_an_officers_workbook_is_read_as_it_stands(tmp_path):
    book = read_sheets(officers_workbook(tmp_path / "book.xlsx"))
    assert [sheet.name for sheet in book.sheets] == ["Bìa", SHEET]
    sheet = book.sheet(SHEET)
    assert sheet.rows[0] == ("THEO DÕI VẬN ĐỘNG NĂM 2026",)  # a title over several columns is not repeated
    assert sheet.rows[3][:3] == (1, date(2026, 3, 25), "Lào, Cam-pu-chia")
    assert sheet.rows[4] == ()
    assert sheet.rows[11][1] == 46338
    assert sheet.fonts[3, 11] == ".VnTime"
    assert sheet.epoch == EPOCH_1900


def test_values_keep_their_types(tmp_path):
    line = ["text", 3, 2.5, True, date(2026, 1, 2), datetime(2026, 1, 2, 9, 30), None, "end"]  # noqa: DTZ001
    (found,) = rows(written(tmp_path, xlsx(line), "a.xlsx"))
    assert found == (*line[:5], datetime(2026, 1, 2, 9, 30), None, "end")  # noqa: DTZ001


def test_a_cell_merged_over_rows_is_meant_for_all_of_them(tmp_path):
    book = Workbook()
    for line in (["Ngày", "Nước"], [date(2026, 3, 1), "Lào"], [None, "Ghana"], [None, None], [None, "Kenya"]):
        book.active.append(line)
    book.active.merge_cells("A2:A4")
    book.save(tmp_path / "a.xlsx")
    found = rows(tmp_path / "a.xlsx")
    assert found[2] == (date(2026, 3, 1), "Ghana")
    assert found[3:] == ((), (None, "Kenya"))


def test_a_formula_is_not_computed_and_one_without_a_result_is_told(tmp_path):
    book = Workbook()
    book.active.append(["a", "=1+1"])
    book.save(tmp_path / "a.xlsx")
    (sheet,) = read_sheets(tmp_path / "a.xlsx").sheets
    assert sheet.rows == (("a",),)
    assert [(n.row, n.column, n.fault) for n in sheet.notes] == [(0, 1, CellFault.NO_RESULT)]


def test_an_error_a_nul_and_a_text_too_long_leave_their_cells_empty(tmp_path):
    (sheet,) = read_sheets(written(tmp_path, xlsx(["a", "#REF!"]), "a.xlsx")).sheets
    assert [note.fault for note in sheet.notes] == [CellFault.ERROR_VALUE]
    long = "ệ" * 20_001
    (sheet,) = read_sheets(written(tmp_path, f"a,b\0c,{long},d\n")).sheets
    assert sheet.rows == (("a", None, None, "d"),)
    assert [note.fault for note in sheet.notes] == [CellFault.NUL, CellFault.TOO_LONG]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_in_any_unicode_and_with_any_delimiter(tmp_path, encoding, delimiter):
    found = rows(written(tmp_path, LINES.replace(";", delimiter).encode(encoding)))
    assert found == (("Ngày", "Nước", "Ghi chú"), ("12/11/2026", "Lào", "đã gặp"))


def test_windows_1258_is_told_from_the_western_page(tmp_path):
    # Its letters stand apart from their tones.
    data = LINES.replace("ã", "a\u0303").replace("ặ", "ă\u0323").replace("ướ", "ươ\u0301").encode("cp1258")
    book = read_sheets(written(tmp_path, data))
    assert book.encoding == "Windows-1258"
    assert unicodedata.normalize("NFC", book.sheets[0].rows[1][2]) == "đã gặp"
    western = read_sheets(written(tmp_path, "Pays;Note\r\nCôte d’Ivoire;été à São Tomé, señor\r\n".encode("cp1252")))
    assert western.encoding == "Windows-1252"
    assert western.sheets[0].rows[1][0] == "Côte d’Ivoire"


def test_what_was_made_harmless_comes_in_as_it_was(tmp_path):
    assert rows(written(tmp_path, "a,b\n'=1+1,'+43 1 234\n"))[1] == ("=1+1", "+43 1 234")


def test_a_first_line_may_say_what_parts_the_cells(tmp_path):
    assert rows(written(tmp_path, "sep=;\r\na,1;b\r\n")) == (("a,1", "b"),)


def test_a_workbook_with_macros_is_data_only(tmp_path):
    data = with_member(xlsx(["a", "b"]), "xl/vbaProject.bin", b"\xcc\x61 macro")
    assert rows(written(tmp_path, data, "a.xlsm")) == (("a", "b"),)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    bomb = with_member(xlsx(["a"]), "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 200_000_000)
    assert len(bomb) < 300_000
    assert fault(written(tmp_path, bomb, "a.xlsx")) is WorkbookFault.UNPACKS_TOO_LARGE


DTD = b'<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "%s">]><worksheet>&a;</worksheet>'
TYPES = {
    "entities": DTD % b"x",
    "external": b'<?xml version="1.0"?><!DOCTYPE w SYSTEM "file:///etc/hostname"><worksheet/>',
    "utf-16": (DTD % b"x").decode().replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16"),
    "late": b"<!--" + b"x" * 5000 + b"-->" + DTD[21:] % b"x",
    "another page": b'<?xml version="1.0" encoding="IBM037"?><worksheet/>',
}


@pytest.mark.parametrize("content", TYPES.values(), ids=list(TYPES))
def test_a_workbook_that_declares_types_is_refused(tmp_path, content):
    data = with_member(xlsx(["a"]), "xl/worksheets/sheet1.xml", content)
    assert fault(written(tmp_path, data, "a.xlsx")) is WorkbookFault.DECLARES_TYPES


@pytest.mark.parametrize("name", ["../evil.xml", "C:\\evil.xml", "xl/../../evil.xml"])
def test_a_member_whose_name_leads_out_is_refused(tmp_path, name):
    assert fault(written(tmp_path, with_member(xlsx(["a"]), name, b"<x/>"), "a.xlsx")) is WorkbookFault.DAMAGED


def test_an_encrypted_member_is_told(tmp_path):
    data = bytearray(xlsx(["a"]))
    for place in _all(data, b"PK\x01\x02"):
        struct.pack_into("<H", data, place + 8, 1)
    assert fault(written(tmp_path, bytes(data), "a.xlsx")) is WorkbookFault.ENCRYPTED


def _all(data, mark):
    place = data.find(mark)
    while place >= 0:
        yield place
        place = data.find(mark, place + 1)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
OTHERS = {
    "encrypted": (OLE + "EncryptedPackage".encode("utf-16-le"), WorkbookFault.ENCRYPTED),
    "xls": (OLE + "Workbook".encode("utf-16-le"), WorkbookFault.OLD_FORMAT),
    "doc": (OLE + "WordDocument".encode("utf-16-le"), WorkbookFault.NOT_A_WORKBOOK),
    "pdf": (b"%PDF-1.7\n...", WorkbookFault.NOT_A_WORKBOOK),
    "html": (b"<html><table><tr><td>1</td></tr></table>", WorkbookFault.NOT_A_WORKBOOK),
    "xml": (b'<?xml version="1.0"?><Workbook/>', WorkbookFault.NOT_A_WORKBOOK),
    "bytes": (bytes(range(256)) * 20, WorkbookFault.NOT_A_WORKBOOK),
    "half a zip": (xlsx(["a"])[:2000], WorkbookFault.DAMAGED),
    "empty": (b"", WorkbookFault.EMPTY),
    "blank": (b"\r\n \n", WorkbookFault.EMPTY),
    "no cells": (xlsx(), WorkbookFault.EMPTY),
    "open quote": (b'a,b\n"c,' + b"d" * 140_000, WorkbookFault.UNCLOSED_QUOTE),
    "wide": (b"," * 300 + b"x\n", WorkbookFault.TOO_MANY_COLUMNS),
    "wide sheet": (xlsx(ZZ1="x"), WorkbookFault.TOO_MANY_COLUMNS),
    "long": (b"x\n" * 200_001, WorkbookFault.TOO_MANY_ROWS),
}


@pytest.mark.parametrize(("data", "why"), OTHERS.values(), ids=list(OTHERS))
def test_what_is_no_workbook_is_told_in_a_sentence(tmp_path, data, why):
    assert fault(written(tmp_path, data, "book.xlsx")) is why


def test_a_docx_is_no_workbook(tmp_path):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert fault(written(tmp_path, file.getvalue(), "a.xlsx")) is WorkbookFault.NOT_A_WORKBOOK


def test_a_missing_file_and_one_too_large_are_told(tmp_path):
    assert fault(tmp_path / "none.xlsx") is WorkbookFault.NOT_A_FILE
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    assert fault(large) is WorkbookFault.TOO_LARGE


def test_a_formatted_sheet_without_end_is_read_as_far_as_it_holds_anything(tmp_path):
    assert rows(written(tmp_path, xlsx(["a"], A250000=None, B3="b"), "a.xlsx")) == (("a",), (), (None, "b"))


def test_who_watches_can_stop_the_reading(tmp_path):
    def stop(_percent):
        raise Stopped

    with pytest.raises(Stopped):
        read_sheets(written(tmp_path, xlsx(["a"]), "a.xlsx"), stop)


def test_every_fault_has_a_sentence_in_both_languages():
    for language in (Language.EN, Language.VI):
        for one in WorkbookFault:
            said = told(WorkbookError(one, limit=1, line=1), language)
            assert said.happened
            assert said.to_do
        for cell in CellFault:
            assert word(word_key(cell), language, value="x")


def test_old_fonts_are_noted_where_letters_depend_on_them(tmp_path):
    book = Workbook()
    for place, (text, font) in enumerate((("Hµ Néi", ".VnTime"), ("abc", ".VnTime"), ("Haø", "VNI-Times")), 1):
        book.active.cell(1, place, text).font = Font(name=font)
    book.save(tmp_path / "a.xlsx")
    assert read_sheets(tmp_path / "a.xlsx").sheets[0].fonts == {(0, 0): ".VnTime", (0, 2): "VNI-Times"}
