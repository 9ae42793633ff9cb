"""Spreadsheets read back as a person's program reads them: what is in a cell, and what never is."""

import csv
import io
import tempfile
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from hanoi_desk.sheets import Sheet, Stopped, Value, as_date, harmless, marked_name, sheet_bytes, write_sheets

HOSTILE = [
    "=1+1",
    "+84 24 3799 2000",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    " =1",
    "\u200b=1",
    "=cmd|' /C calc'!A0",
]


def sheet(*rows: tuple[Value, ...], **more: tuple[str, ...]) -> Sheet:
    return Sheet("Contacts", "INTERNAL CIRCULATION", ("Date", "About", "Number"), rows, **more)


def read_xlsx(content: bytes) -> list[tuple[object, ...]]:
    page = load_workbook(io.BytesIO(content)).active
    assert page is not None
    return list(page.iter_rows(values_only=True))


def read_csv(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_workbook_has_marking_headings_days_and_numbers():
    content = sheet_bytes([sheet((date(2026, 11, 22), "Hội đàm", 7), (None, "", 0))], ".xlsx")
    rows = read_xlsx(content)
    assert rows[0][0] == "INTERNAL CIRCULATION"
    assert rows[1:] == [
        ("Date", "About", "Number"),
        (datetime(2026, 11, 22), "Hội đàm", 7),  # noqa: DTZ001 - a day in a sheet
        (None, None, 0),
    ]
    page = load_workbook(io.BytesIO(content)).active
    assert page is not None
    assert (page["A3"].number_format, page.freeze_panes, page["B2"].font.bold) == ("dd/mm/yyyy", "A3", True)


def test_a_csv_file_says_the_same_with_days_that_no_program_misreads():
    rows = read_csv(sheet_bytes([sheet((date(2026, 2, 1), "Điện đàm", 7))], ".csv"))
    assert rows == [["INTERNAL CIRCULATION"], ["Date", "About", "Number"], ["2026-02-01", "Điện đàm", "7"]]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_spreadsheet_would_compute_stays_text(text):
    [shown] = read_csv(sheet_bytes([sheet((None, text, 1))], ".csv"))[2:]
    assert shown[1] == f"'{text}" == harmless(text)
    page = load_workbook(io.BytesIO(sheet_bytes([sheet((None, text, 1))], ".xlsx"))).active
    assert page is not None
    cell = page["B3"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert str(cell.value).strip() == text.replace("\r", "\n").strip()


@given(st.text(max_size=60))
def test_any_text_can_be_written(text):
    rows = read_xlsx(sheet_bytes([sheet((None, text, 1))], ".xlsx"))
    assert rows[2][2] == 1
    assert read_csv(sheet_bytes([sheet((None, text.replace("\r", " ").replace("\n", " "), 1))], ".csv"))[2][2] == "1"


def test_columns_are_as_wide_as_their_words_within_reason():
    content = sheet_bytes([sheet((date(2026, 1, 1), "x" * 400, 1), (None, "short", 2))], ".xlsx")
    page = load_workbook(io.BytesIO(content)).active
    assert page is not None
    widths = [page.column_dimensions[letter].width for letter in "ABC"]
    assert widths == [12, 60, 9]


def test_a_spreadsheet_is_printed_no_wider_than_one_sheet_of_a4_and_its_notes_are_broken_into_lines():
    note = "How it is counted, in many words. " * 12
    page = load_workbook(io.BytesIO(sheet_bytes([sheet((None, "x", 1), notes=(note,))], ".xlsx"))).worksheets[0]
    assert (page.page_setup.paperSize, page.page_setup.fitToHeight) == (9, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    lines = [row[0] for row in page.iter_rows(min_row=5, values_only=True)]
    assert " ".join(lines) == note.strip()
    assert max(map(len, lines)) <= 90


def test_notes_stand_under_the_table():
    assert read_xlsx(sheet_bytes([sheet((None, "x", 1), notes=("How it is counted.",))], ".xlsx"))[-1][0] == (
        "How it is counted."
    )


def test_a_workbook_may_have_several_sheets_a_csv_file_only_one():
    book = load_workbook(io.BytesIO(sheet_bytes([sheet(), Sheet("a/b:c", "m", ("x",), ())], ".xlsx")))
    assert book.sheetnames == ["Contacts", "a b c"]
    with pytest.raises(ValueError, match="one table"):
        sheet_bytes([sheet(), sheet()], ".csv")


def test_a_file_is_replaced_wholly_or_left_as_it_was(tmp_path: Path, monkeypatch):
    waiting = tmp_path / "waiting"
    waiting.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(waiting))
    path = tmp_path / "contacts.xlsx"
    write_sheets(path, [sheet((None, "first", 1))])
    before = path.read_bytes()
    rows = ((None, "x", n) for n in range(2_000))
    with pytest.raises(Stopped):
        write_sheets(path, [sheet(*rows)], lambda done: done >= 1_000)
    assert path.read_bytes() == before
    assert list(waiting.iterdir()) == []
    with pytest.raises(OSError, match="nowhere"):
        write_sheets(tmp_path / "nowhere" / "a.xlsx", [sheet()])
    assert sorted(tmp_path.iterdir()) == [path, waiting]


def test_no_row_lies_in_a_file_on_the_way_and_the_file_names_nobody(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "there is none"))
    content = sheet_bytes([sheet(*((None, "Đặng", n) for n in range(2_000))), sheet((None, "x", 1))], ".xlsx")
    book = load_workbook(io.BytesIO(content))
    assert [page.max_row for page in book.worksheets] == [2_002, 3]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "openpyxl" not in archive.read("docProps/core.xml").decode()


def test_a_day_is_read_only_where_a_text_is_nothing_but_a_day():
    assert as_date("05/02/2027") == date(2027, 2, 5)
    assert [as_date(text) for text in ("31/02/2027", "5/2/2027", "12/11/2026, Vienna", "")] == [None] * 4


def test_the_name_of_a_file_carries_the_marking_and_no_path():
    name = marked_name("Contacts: ../with Kenya?", "INTERNAL CIRCULATION", date(2026, 11, 22))
    assert name == "Contacts .. with Kenya (INTERNAL CIRCULATION) 2026-11-22.xlsx"
