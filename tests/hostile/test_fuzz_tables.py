"""Ten thousand spoilt tables to each reader of tables: read or refused by an error of ours, the desk untouched."""

import io
import random
import re
import zipfile
from datetime import date, datetime

import pytest
from hostile.fuzzing import attempt, each, in_parts, is_all
from hostile.mutating import CELLS, TAGS, mutated, mutated_figures, mutated_pieces, mutated_text
from openpyxl import load_workbook
from untc.export import HANOI, SIGNED, STATES, document
from untc.export import table as status_table
from workbook.officer import officers_workbook
from workbook.taking import TODAY, sheet_of

from hanoi_desk.coverage_table import CoverageTable, TableError, read_table
from hanoi_desk.desk.status import compare_status
from hanoi_desk.desk.workbook import compare_workbook, known_names, plan_for, read_rows
from hanoi_desk.records import FIRST_YEAR, LAST_YEAR
from hanoi_desk.text import fold
from hanoi_desk.untc import UntcError, read_status
from hanoi_desk.workbook import WorkbookError, read_book
from hanoi_desk.workbook.dates import BadDate, DayOrder, read_day, read_period
from hanoi_desk.workbook.errors import WorkbookFault
from hanoi_desk.workbook.legacy import Legacy, recognised, repaired
from hanoi_desk.workbook.questions import offers, settled
from hanoi_desk.workbook.reading import guarded, read_sheet

STATUS = document(
    status_table(
        [STATES, SIGNED, HANOI], [["Ghana", "1 Jul 2026", "3 Aug 2026 a"], ["Côte d'Ivoire", "[2 Jul 2026]", ""]]
    ),
    signatories=2,
    parties=1,
)
HTML = (
    b"<!DOCTYPE html><html><head><title>UNTC</title></head><body><table><tr><td>Ghana</td></tr></table></body></html>"
)
CSV = 'Ngày;Nước;Ghi chú\r\n12/11/2026;Ghana;"đã\r\ngặp"\r\nngày 1 tháng 2 năm 2026;Ghana;x\r\n'
#: As old programs wrote it: TCVN3 in the letters of Windows-1252, and VNI, which has two letters for most.
TCVN3 = "Ngµy,N­íc,Ghi chó\r\n12/11/2026,Lµo,®· gÆp t¹i Viªn\r\n1/2/2026,Ph¸p,B¹n ®Ò nghÞ hç trî kü thuËt\r\n"
VNI = "Ngaøy\tNöôùc\tGhi chuù\r\n12/11/2026\tLaøo\tñaõ gaëp taïi Vieân\r\n"
#: On the Vietnamese page of Windows a tone follows its letter.
PAGE_1258 = "Nga\u0300y;Nư\u01a1\u0301c\r\n12/11/2026;La\u0300o;đa\u0303 gă\u0323p\r\n"
COVERAGE = "State,Mission,Other mission,From\r\nGhana,Embassy in Accra,Permanent Mission in Vienna,1/2/2026\r\n"
DAYS = ("12/11/2026", "2026-11-22", "ngày 1 tháng 2 năm 2026", "22 November 2026", "Nov 22, 2026", "20261122", "46338")
PERIODS = ("quý I/2027", "tháng 3 năm 2027", "Q1 2027", "trước 31/12/2026", "first half of 2027", "cuối năm 2026")


# ---- the status file of the depositary


@in_parts(3)
def test_status_files(desk, part):
    forms = [STATUS.encode("iso-8859-1"), STATUS.replace("iso-8859-1", "utf-8").encode(), HTML]

    def make(chance: random.Random) -> bytes:
        if chance.random() < 0.1:
            return mutated(STATUS.encode("utf-16"), chance)
        return mutated_pieces(chance.choices(forms, (5, 4, 1))[0], TAGS, chance)

    def read(data: bytes) -> bool:
        def look() -> None:
            file = read_status(data)
            for row in file.rows:
                for action in row.actions:
                    assert 1800 <= action.on.year <= 2199
            if file.size % 8 == 0:  # one in eight: beside the desk as well
                compare_status(desk, file, TODAY)

        return attempt(look, UntcError)

    share = each("status", make, read, part=part)
    assert not is_all() or 0.2 < share < 0.95


# ---- an officer's own workbook


def look_at(data: bytes) -> bool:
    """Read a spreadsheet, and ask what the window asks of its first sheet."""
    return attempt(lambda: offers(read_book(data, "book.xlsx").sheets[0], 0), WorkbookError)


def whole_text(data: bytes) -> bool:
    """Read a table of plain text, in which nothing is unforeseen: the last guard must have nothing to catch."""
    try:
        book = read_book(data, "book.csv")
    except WorkbookError as refused:
        if refused.fault is WorkbookFault.DAMAGED:
            raise AssertionError("caught by the last guard") from refused
        return False
    offers(book.sheets[0], 0)
    return True


def test_tables_of_plain_text():
    texts = [CSV.encode(one) for one in ("utf-8", "utf-8-sig", "utf-16")]
    texts += [TCVN3.encode("cp1252"), VNI.encode("cp1252"), PAGE_1258.encode("cp1258")]

    def make(chance: random.Random) -> bytes:
        return mutated_pieces(chance.choice(texts), CELLS, chance)

    assert each("text", make, whole_text) > 0.3 or not is_all()


def test_words_in_old_encodings():
    words = [*TCVN3.split(","), *VNI.split("\t"), "®· gÆp t¹i Viªn", "ÑAÕ GAËP"]

    def read(text: str) -> bool:
        for encoding in Legacy:
            assert repaired(text, encoding) == repaired(text, encoding)
        recognised([text])
        return True

    each("old words", lambda chance: mutated_text(chance.choice(words), chance), read)


@pytest.mark.filterwarnings("ignore")  # of styles and dates, as where a spreadsheet is opened
@in_parts(3)
def test_sheets_of_a_spreadsheet_that_is_open(small_book, part):
    held = members(small_book)
    (name,) = (name for name in held if "sheet1.xml" in name)
    book = load_workbook(io.BytesIO(small_book), read_only=True, data_only=True)

    def read(data: bytes) -> bool:
        book._archive = zipfile.ZipFile(io.BytesIO(data))  # where the sheets of an open book come from
        return attempt(lambda: guarded(read_sheet, data, book.worksheets[0]), WorkbookError)

    def make(chance: random.Random) -> bytes:
        spoilt = mutated_pieces(held[name], TAGS, chance)
        return packed_again({name: spoilt}, zipfile.ZIP_STORED)

    share = each("sheet", make, read, part=part)
    assert not is_all() or 0.3 < share < 0.95


def test_members_of_a_spreadsheet(small_book):
    def make(chance: random.Random) -> bytes:
        return in_member(small_book, chance)

    share = each("member", make, look_at, number=500)
    assert not is_all() or 0.1 < share < 0.95


def test_zip_files_of_spreadsheets(small_book):
    packed = packed_again(small_book, zipfile.ZIP_DEFLATED)

    def make(chance: random.Random) -> bytes:
        return mutated(packed, chance)

    share = each("zip", make, look_at)
    assert not is_all() or share < 0.9


def test_whole_workbooks_of_an_officer(tmp_path):
    book = officers_workbook(tmp_path / "book.xlsx").read_bytes()
    assert each("workbook", lambda chance: in_member(book, chance), look_at, number=60) < 0.99


@pytest.fixture(scope="module")
def small_book() -> bytes:
    """Return a spreadsheet with one of each kind of cell, texts and a style of its own, as small as it can be."""
    return packed_again(SMALL_BOOK, zipfile.ZIP_STORED)


def packed_again(data: dict[str, bytes] | bytes, how: int) -> bytes:
    held = data if isinstance(data, dict) else members(data)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, content in held.items():
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return file.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def in_member(data: bytes, chance: random.Random) -> bytes:
    """Return a sound zip file of which one member is spoilt, most often a sheet."""
    held = members(data)
    sheets = [name for name in held if "sheet" in name.lower() and name.endswith(".xml")]
    chosen = chance.choice(sheets if chance.random() < 0.5 else list(held))
    return packed_again({**held, chosen: mutated_pieces(held[chosen], TAGS, chance)}, zipfile.ZIP_STORED)


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OF = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SMALL_BOOK = {
    name: f'<?xml version="1.0" encoding="UTF-8"?>{text}'.encode()
    for name, text in {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_OF}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_OF}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_OF}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_OF}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="0"/>'
        '<sheets><sheet name="Nhật ký" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"><si><t>Ngày</t></si><si><r><t>Nước</t></r></si></sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts><font><name val="Arial"/></font>'
        '<font><name val=".VnTime"/></font></fonts><fills><fill><patternFill/></fill></fills>'
        '<borders><border/></borders><cellXfs><xf/><xf numFmtId="14"/><xf fontId="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:D3"/><sheetData>'
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" s="1"><v>46338</v></c><c r="B2" t="inlineStr"><is><t>Ghana</t></is></c>'
        '<c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c></row>'
        '<row r="3"><c r="A3" t="d"><v>2026-11-22</v></c><c r="B3" s="2" t="str"><f>B2</f><v>Lµo</v></c>'
        '<c r="C3"><f>1+1</f></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>',
    }.items()
}


# ---- what stands in their cells


def test_days_and_periods_in_cells():
    def read(text: str) -> bool:
        day_read = False
        for order in (None, DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST):
            try:
                day = read_day(text, order)
            except BadDate:
                continue
            day_read = True
            assert FIRST_YEAR <= day.year <= LAST_YEAR
            assert is_written(day, text), "a day that nobody wrote"
        attempt(lambda: read_period(text), BadDate)
        return day_read

    def make(chance: random.Random) -> str:
        return chance.choice((mutated_text, mutated_figures))(chance.choice((*DAYS, *PERIODS)), chance)

    share = each("day", make, read)
    assert not is_all() or 0.05 < share < 0.95


def is_written(day: date, text: str) -> bool:
    """Tell whether the figures of a day stand in a text, or a number that stands for a day."""
    numbers = [int(found) for found in re.findall(r"\d{1,9}", fold(text))]
    if len(numbers) == 1 and (numbers[0] > 9999 or "".join(text.split()).isdecimal()):
        return True
    return day.day in numbers and bool({day.year, day.year % 100} & set(numbers))


def test_values_of_cells():
    def make(chance: random.Random) -> object:
        number = chance.choice(
            (chance.uniform(-1e6, 1e6), chance.randint(-10, 80_000), 10.0 ** chance.randint(-9, 308))
        )
        moment = datetime(chance.randint(1, 9999), 1, 1)  # noqa: DTZ001
        return chance.choice((number, -number, float("nan"), float("inf"), int(number), True, None, moment))

    def read(value: object) -> bool:
        attempt(lambda: read_period(value), BadDate)
        return attempt(lambda: read_day(value), BadDate)

    each("value", make, read)


HEADINGS = "Ngày|Nước|Người gặp|Chức vụ|Nội dung|Cam kết|Hạn|Việc tiếp theo|Hạn hoàn thành|Phụ trách|Cấp"
ROW = ("22/11/2026", "Ghana, Cốt-đi-voa", "Ông Kwame Boateng; Bà A (Vụ trưởng)", "Đại sứ", "Gặp song phương",
       "Sẽ phê chuẩn", "tháng 3 năm 2027", "Gửi tài liệu", "05/05/2026", "An", "3")  # fmt: skip
PLAIN = (None, None, True, 0, -5, 46338, 2027, 1e300, 0.5, date(2026, 3, 25), date(1, 1, 1))


@in_parts(3)
def test_rows_beside_the_desk(desk, part):
    """Ten thousand rows with one to three cells spoilt, fifty to a sheet."""
    known = known_names(desk, TODAY)

    def row(chance: random.Random) -> list[object]:
        cells: list[object] = list(ROW)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(cells))
            cells[at] = chance.choice(PLAIN) if chance.random() < 0.2 else mutated_text(ROW[at], chance)
        return cells

    def read(rows: list[list[object]]) -> bool:
        sheet = sheet_of(HEADINGS, *rows)
        compare_workbook(desk, read_rows(sheet, settled(sheet, plan_for(desk, sheet)[0]), known, "book.xlsx"))
        return True

    each("rows", lambda chance: [row(chance) for _ in range(50)], read, part=part, number=200)


# ---- who looks after whom


def test_lists_of_who_looks_after_whom():
    def read(data: bytes) -> bool:
        return attempt(lambda: read_table(read_book(data, "coverage.csv")), WorkbookError, TableError)

    assert isinstance(read_table(read_book(COVERAGE.encode(), "coverage.csv")), CoverageTable)
    share = each("coverage", lambda chance: mutated_pieces(COVERAGE.encode(), CELLS, chance), read)
    assert share > 0.1 or not is_all()
