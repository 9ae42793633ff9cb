"""`hanoi-desk return`: a period counted, as pages or as a spreadsheet."""

from pathlib import Path

import pypdf
import pytest
from openpyxl import load_workbook
from ready_desks import sample as sample_desk

PERIOD = ("--from", "2025-10-01", "--to", "2026-11-22")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return sample_desk(tmp_path_factory.mktemp("sample") / "sample.hdesk")


@pytest.mark.parametrize(("language", "title"), [("en", "Return for the capital"), ("vi", "Báo cáo gửi về nước")])
def test_the_return_is_written_as_pages_in_either_language(call, sample, tmp_path, language, title):
    target = tmp_path / "return.pdf"
    code, out, _ = call("return", sample, *PERIOD, "--language", language, "-o", target)
    assert (code, str(target) in out) == (0, True)
    assert title in pypdf.PdfReader(target).pages[0].extract_text()


def test_the_return_is_written_as_a_spreadsheet(call, sample, tmp_path):
    target = tmp_path / "return.xlsx"
    assert call("return", sample, *PERIOD, "--language", "en", "-o", target)[0] == 0
    book = load_workbook(target)
    assert book.sheetnames[0] == "In figures"
    rows = dict(row[:2] for row in book.worksheets[0].iter_rows(min_row=3, max_row=9, values_only=True))
    assert rows["Contacts"] == rows["Bilateral"] + rows["Multilateral"] > 20


@pytest.mark.parametrize(
    ("arguments", "name", "said"),
    [
        (PERIOD, "return.txt", "does not end in .pdf / .xlsx"),
        (("--from", "2026-02-01", "--to", "2026-01-01"), "return.pdf", "ends before it begins"),
        (PERIOD, "MẬT.pdf", "MẬT"),
    ],
)
def test_what_makes_no_return_is_one_sentence(call, sample, tmp_path: Path, arguments, name, said):
    code, _, beside = call("return", sample, *arguments, "-o", tmp_path / name)
    assert (code, said in beside) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_a_desk_is_never_overwritten_by_a_slip(call, sample, tmp_path):
    target = tmp_path / "return.pdf"
    target.write_bytes(b"something else")
    assert call("return", sample, *PERIOD, "-o", target)[0] == 1
    assert target.read_bytes() == b"something else"


def test_a_day_must_be_a_day(call, sample, tmp_path):
    assert call("return", sample, "--from", "1/1/2026", "--to", "2026-02-01", "-o", tmp_path / "a.pdf")[0] == 2
