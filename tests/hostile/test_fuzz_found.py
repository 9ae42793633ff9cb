"""What spoilt inputs once found: each is refused in our words now, at once, and nothing wrong is read from it."""

import json
import time
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import uharfbuzz as hb
from desk_file import looking, meeting
from faults.acting import AN
from hostile.test_fuzz_tables import SMALL_BOOK
from workbook.taking import compared, sheet_of

from hanoi_desk.help_pages import HelpPageError, read_page
from hanoi_desk.pdf.faces import faces_in
from hanoi_desk.records import FollowUp, Outreach, Statement
from hanoi_desk.storage import Keys, StoreError
from hanoi_desk.store import Action, Query, Store, StoreErrorCode
from hanoi_desk.ui.events.asides import read_asides
from hanoi_desk.workbook import read_book
from hanoi_desk.workbook.dates import BadDate, read_day
from hanoi_desk.workbook.vocabulary import meaning_of

FONTS = Path(__file__).resolve().parent.parent / "fonts"
HEADINGS = "Ngày|Nước|Người gặp|Cấp|Nội dung"


@pytest.fixture(autouse=True)
def at_once():
    """Let no test here take more than two seconds of the processor: each of these once took minutes."""
    began = time.process_time()
    yield
    assert time.process_time() - began < 2


@pytest.mark.parametrize("run", [" ", "\u00a0", "(", "( ", ",", ", ", "&", "và ", "a ", "m "])
@pytest.mark.parametrize("place", [1, 2])
def test_a_cell_with_forty_thousand_of_one_sign_takes_no_time(desk, run, place):
    row = ["2026-11-12", "Ghana", None, None, "x"]
    row[place] = f"x{run * (40_000 // len(run))}x"
    compared(desk, sheet_of(HEADINGS, tuple(row)))


@pytest.mark.parametrize("run", [",", ", ", " ", "/", "1/"])
def test_a_date_with_forty_thousand_of_one_sign_is_none(run):
    with pytest.raises(BadDate):
        read_day(f"x{run * (40_000 // len(run))}x")


def test_a_heading_of_ten_thousand_words_takes_no_time():
    assert meaning_of("a " * 10_000) is None


@pytest.mark.parametrize("comment", ["<mergeCell ", "<c <f ", "<c r='A1' ", '<c r="A1"></f> ' + " " * 9])
def test_a_comment_made_of_the_beginnings_of_cells_takes_no_time(comment):
    sheet = SMALL_BOOK["xl/worksheets/sheet1.xml"] + f"<!--{comment * 100_000}-->".encode()
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in {**SMALL_BOOK, "xl/worksheets/sheet1.xml": sheet}.items():
            archive.writestr(name, data)
    assert read_book(file.getvalue(), "a.xlsx").sheets[0].rows[0] == ("Ngày", "Nước")


@pytest.mark.parametrize("text", ["00000046338", "46338000000", "2026112299", "4" * 5000])
def test_a_number_is_no_date_by_its_first_figures(text):
    with pytest.raises(BadDate):
        read_day(text)
    assert read_day("46338") == date(2026, 11, 12)


@pytest.mark.parametrize("text", ["0087", "00" + "8" * 5000, "008" + "0" * 5000])
def test_a_level_is_no_number_by_its_first_figures(desk, text):
    comparison = compared(desk, sheet_of(HEADINGS, ("2026-11-12", "Ghana", "Ông A", text, "x")))
    assert [remark.value for remark in comparison.rows[0].remarks] == [text]


def test_an_empty_page_of_the_help_is_told_by_its_name():
    with pytest.raises(HelpPageError, match="page"):
        read_page("page", "\n")


def test_half_a_letter_in_a_passphrase_opens_nothing():
    keys = Keys.begin().with_slot(AN.who, AN.name, AN.passphrase, bytes(32), AN.cost)
    with pytest.raises(StoreError):
        keys.opened("\ud800")


def test_what_was_laid_aside_with_a_number_for_words_is_let_go():
    record = Statement(event="e", participant="p")
    told = {"id": record.id, "values": {"event": 5, "participant": "p"}}
    assert read_asides(Statement, json.dumps({"draft": 2, "records": [told]})) == []


def test_the_part_of_a_damaged_font_that_cannot_be_cut_out_is_the_whole():
    sound = (FONTS / "NotoNaskhArabic-Bold-Part.ttf").read_bytes()
    at = sound.index(b"glyf") + 8
    (face,) = faces_in(Path("a.ttf"), hb.Blob(sound[:at] + b"\xff\xff\xff\xff" + sound[at + 4 :])) or [None]
    assert face is None or face.subset({0, 1})


# ---- desks that somebody else made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "desk.hdesk") as store:
        meeting(store, "Hội đàm", "Sẽ phê chuẩn")
        store.keep_draft("log", "half a sentence")
        with store.change(Action.ATTACH_FILE) as change:
            change.keep_file("a.txt", b"a" * 5000)
            change.save(FollowUp(what="Gửi"))
    return tmp_path / "desk.hdesk"


def told(path: Path, *statements: str) -> StoreErrorCode:
    """Change a desk behind the program's back, look at all of it, and return the trouble that is told."""
    with looking(path) as connection:
        for statement in statements:
            connection.execute(statement)
    with pytest.raises(StoreError) as refused:
        look(path)
    return refused.value.code


def look(path: Path) -> None:
    with Store.open(path) as store:
        for one in store.all(Query(Outreach)):
            store.history(one)
        store.saves(10)
        store.draft("log")
        store.rebuild()


LOOSE = (
    "pragma writable_schema = on",
    "update sqlite_schema set sql = replace(replace(sql, ') strict', ')'), ' not null', '')",
    "pragma writable_schema = reset",
)


@pytest.mark.parametrize(
    "statement",
    [
        "update change set val = '" + "[" * 5000 + "'",
        "update change set val = '[]' where tbl = 'outreach'",
        "update change set val = '5' where tbl = 'save'",
        "update change set val = '{\"action\": 5, \"label\": 6}' where tbl = 'save'",
        "update change set val = json_set(val, '$.summary', 5) where tbl = 'outreach'",
        "update change set val = replace(val, 'Hội', '\\ud800') where tbl = 'outreach'",
        "update change set prev = '[[1]]'",
        "update change set prev = '[[99999999999999999999, 1]]'",
        "update save set hlc = -9000000000000000000",
        "update draft set saved_at = 'yesterday'",
    ],
)
def test_a_log_that_no_program_wrote_is_told_as_damage(path, statement):
    assert told(path, statement) is StoreErrorCode.DAMAGED


@pytest.mark.parametrize("value", ["null", "x'ff'"])
def test_a_table_that_takes_anything_is_told_as_damage(path, value):
    assert told(path, *LOOSE, f"update outreach set summary = {value}") is StoreErrorCode.DAMAGED


@pytest.mark.parametrize("version", [0, 1, -5])
def test_a_wrong_bit_in_the_age_of_a_desk_begins_no_upgrade(path, version):
    before = path.read_bytes()
    assert told(path, f"pragma user_version = {version}") is StoreErrorCode.DAMAGED
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert len(path.read_bytes()) == len(before)


@pytest.mark.parametrize(
    "change", ["size = 5", "size = -1", "size = 1 << 60", "packed = x'78'", "packed = zeroblob(9)"]
)
def test_a_kept_file_that_is_another_is_told_as_damage(path, change):
    with looking(path) as connection:
        (digest,) = connection.execute("select sha256 from blob").fetchone()
        connection.execute(f"update blob set {change}")
    with Store.open(path) as store, pytest.raises(StoreError) as refused:
        store.file(digest)
    assert refused.value.code is StoreErrorCode.DAMAGED
