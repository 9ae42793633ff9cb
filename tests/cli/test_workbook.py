"""The command that takes an officer's own workbook in."""

import json

import pytest
from cli.answers import kept, refused, write
from workbook.officer import ROWS, SHEET, officers_workbook

from hanoi_desk.records import Commitment, Outreach
from hanoi_desk.store import Store

COUNTS = ("new", "changed", "changed_here", "same", "rejected")


@pytest.fixture
def book(tmp_path):
    return officers_workbook(tmp_path / "book.xlsx")


def mapping(tmp_path, shown, **more):
    """Return a mapping file made from one that was printed."""
    return write(tmp_path / "mapping.json", json.dumps({**shown["mapping"], **more}).encode())


def test_a_workbook_is_shown_and_nothing_is_written_without_apply(answer, desk, book):
    before = desk.read_bytes()
    shown = answer("import", desk, book)
    assert desk.read_bytes() == before
    assert [shown[name] for name in COUNTS] == [4, 0, 0, 0, 1]
    assert (shown["workbook"], shown["sheet"], shown["applied"]) == ("book.xlsx", SHEET, False)
    assert shown["mapping"]["columns"]["Nước"] == "country"
    assert shown["unknown_names"] == [{"name": "Xứ Lạ", "rows": [12]}]
    (rejected,) = [row for row in shown["rows"] if row["standing"] == "rejected"]
    assert (rejected["row"], rejected["remarks"][0]["why"]) == (12, "row_fault.unknown_name")


def test_the_guess_is_printed_and_goes_back_in_as_a_mapping(call, answer, desk, book, tmp_path):
    code, out, err = call("import", desk, book)
    assert code == 0
    assert "New: 4; Changed: 0" in out
    assert "Nothing was written" in out
    assert "Row 12, not imported: Nước: no country is known by the name “Xứ Lạ”" in err
    assert "“®· gÆp t¹i Viªn” would be “đã gặp tại Viên”" in err
    printed = json.loads(out[out.index("{") : out.rindex("}") + 1])
    decided = {**printed, "repair": {"Ghi chú": "tcvn3"}, "names": {"Xứ Lạ": "LA"}}
    path = write(tmp_path / "mapping.json", json.dumps(decided, ensure_ascii=False).encode())
    done = answer("import", desk, book, "--mapping", path, "--apply")
    assert (done["applied"], done["new"], done["rejected"], done["warnings"]) == (True, 5, 0, [])
    assert any("đã gặp tại Viên" in one.notes for one in kept(desk, Outreach))
    assert len(kept(desk, Commitment)) == 2


def test_a_second_import_doubles_nothing_and_one_undo_takes_the_first_back(answer, call, desk, book, tmp_path):
    answer("import", desk, book, "--apply")
    again = answer("import", desk, officers_workbook(tmp_path / "again.xlsx", ROWS[::-1]), "--apply")
    assert [again[name] for name in COUNTS] == [0, 0, 0, 4, 1]
    assert not again["applied"]
    with Store.open(desk) as store:
        store.undo()
    assert kept(desk, Outreach) == []


def test_a_csv_file_and_a_sheet_by_name(call, answer, desk, book, tmp_path):
    path = write(tmp_path / "list.csv", "Ngày;Nước\r\n2026-03-04;Ghana\r\n".encode("utf-16"))
    assert answer("import", desk, path)["new"] == 1
    assert answer("import", desk, book, "--sheet", SHEET)["new"] == 4
    assert f"It has: Bìa, {SHEET}" in refused(call("import", desk, book, "--sheet", "none"))
    assert "no column is known to hold: date and country or countries" in refused(
        call("import", desk, book, "--sheet", "Bìa")
    )


def test_dates_that_can_be_read_both_ways_wait_for_the_mapping(answer, call, desk, tmp_path):
    path = write(tmp_path / "list.csv", b"Date,Country\n03/04/2026,Ghana\n")
    shown = answer("import", desk, path)
    assert (shown["new"], shown["rejected"]) == (0, 1)
    assert "whether the day or the month comes first" in shown["warnings"][0]
    given = mapping(tmp_path, shown, day_order={"Date": "month_first"})
    answer("import", desk, path, "--mapping", given, "--apply")
    assert [str(one.held_on) for one in kept(desk, Outreach)] == ["2026-03-04"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "The mapping file cannot be used (JSON)"),
        (b"\xff\xfe\x00", "The mapping file cannot be used (UTF-8)"),
        (b'{"format": "other"}', "The mapping file cannot be used (format)"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused(call, desk, book, tmp_path, content, said):
    path = write(tmp_path / "mapping.json", content)
    assert said in refused(call("import", desk, book, "--mapping", path))


def test_a_mapping_for_another_sheet_names_what_is_missing(call, answer, desk, book, tmp_path):
    given = mapping(tmp_path, answer("import", desk, book), columns={"Ngày": "date", "Nation": "country"}, sheet="")
    assert "columns that the sheet “Bìa” does not have: Ngày, Nation" in refused(
        call("import", desk, book, "--mapping", given)
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("book.xlsx", b"%PDF-1.7", "This is not a workbook"),
        ("book.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "of the old kind"),
        ("empty.csv", b"", "The file is empty"),
        ("TỐI MẬT.csv", b"Date,Country\n", "TỐI MẬT"),
    ],
)
def test_what_cannot_be_read_is_a_clear_no(call, desk, tmp_path, name, content, said):
    assert said in refused(call("import", desk, write(tmp_path / name, content), "--apply"))


def test_a_mapping_belongs_to_a_workbook(call, desk, tmp_path):
    assert "are for a workbook" in refused(call("import", desk, tmp_path, "--sheet", "x"))


def test_it_is_said_in_vietnamese_too(call, desk, book, monkeypatch):
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    _, out, err = call("import", desk, book)
    assert "Mới: 4; Thay đổi: 0" in out
    assert "không có nước nào tên là “Xứ Lạ”" in err
