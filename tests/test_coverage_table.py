"""Stories of the sheet that says who looks after whom: read, compared, taken and taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from ready_desks import started

from hanoi_desk import desk
from hanoi_desk.coverage import leads
from hanoi_desk.coverage_table import Column, TableError, TableFault, kind_of, meaning_of, read_table
from hanoi_desk.desk import coverage_import
from hanoi_desk.desk.coverage_import import ComparedRow, CoverageComparison, Reason, RowKind
from hanoi_desk.records import Coverage, CoverageRole, Mission, MissionKind
from hanoi_desk.store import Query, Store
from hanoi_desk.workbook import read_sheets

TODAY = date(2026, 11, 22)
KENYA, GHANA, SENEGAL = (desk.participant_id(key) for key in ("KE", "GH", "SN"))
VIENNA = Mission(
    kind=MissionKind.PERMANENT_MISSION,
    name_en="Permanent Mission in Vienna",
    name_vi="Phái đoàn Thường trực tại Viên",
    city_en="Vienna",
    city_vi="Viên",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(started(tmp_path / "desk.hdesk")) as new:
        desk.keep(new, VIENNA)
        yield new


def compared(store: Store, folder: Path, text: str, **more: object) -> CoverageComparison:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return coverage_import.compare_coverage(store, read_table(read_sheets(path)), TODAY, **more)  # type: ignore[arg-type]


def row_of(comparison: CoverageComparison, number: int) -> ComparedRow:
    return next(one for one in comparison.rows if one.row.number == number)


def held(store: Store, participant: str) -> list[Coverage]:
    return store.all(Query(Coverage, (("participant", "=", participant),), order_by="from_on"))


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Quốc gia", Column.STATE),
        ("Quốc gia thành viên", Column.STATE),
        ("State", Column.STATE),
        ("Cơ quan phụ trách", CoverageRole.LEAD),
        ("Lead mission", CoverageRole.LEAD),
        ("CQĐD kiêm nhiệm", CoverageRole.CONCURRENT),
        ("New York", CoverageRole.NEW_YORK),
        ("Viên", CoverageRole.VIENNA),
        ("Kênh Giơ-ne-vơ", CoverageRole.GENEVA),
        ("Từ ngày", Column.FROM),
        ("đến ngày", Column.TO),
        ("Dân số", None),
    ],
)
def test_a_heading_is_understood_in_either_language(heading: str, meaning: object):
    assert meaning_of(heading) == meaning


def test_the_kind_of_a_mission_is_in_its_name():
    assert kind_of("ĐSQ Việt Nam tại Kenya") is MissionKind.EMBASSY
    assert kind_of("Phái đoàn Thường trực tại Giơ-ne-vơ") is MissionKind.PERMANENT_MISSION
    assert kind_of("Vụ Luật pháp và Điều ước quốc tế") is MissionKind.MINISTRY


def test_a_mission_is_found_by_its_name_said_shorter_or_longer(store: Store, tmp_path: Path):
    text = "State,Lead\nKenya,Permanent Mission of Viet Nam in Vienna\nGhana,PĐTT Việt Nam tại Viên\n"
    assert {c.mission for c in compared(store, tmp_path, text).turn.kept} == {VIENNA.id}


def test_a_table_in_vietnamese_gives_leads_and_channels_with_days(store: Store, tmp_path: Path):
    text = (
        "STT,Quốc gia,Cơ quan phụ trách,Viên,Từ ngày\n"
        "1,Kê-ni-a,Đại sứ quán tại Tan-da-ni-a,Phái đoàn Thường trực tại Viên,01/03/2025\n"
    )
    comparison = compared(store, tmp_path, text)
    assert [one.kind for one in comparison.rows] == [RowKind.NEW]
    assert [m.name_vi for m in comparison.new] == ["Đại sứ quán tại Tan-da-ni-a"]
    assert held(store, KENYA) == []
    coverage_import.import_coverage(store, comparison)
    roles = {c.role: (store.need(Mission, c.mission).name_vi, c.from_on) for c in held(store, KENYA)}
    assert roles == {
        CoverageRole.LEAD: ("Đại sứ quán tại Tan-da-ni-a", date(2025, 3, 1)),
        CoverageRole.VIENNA: ("Phái đoàn Thường trực tại Viên", date(2025, 3, 1)),
    }


def test_the_whole_table_is_one_save_and_one_undo(store: Store, tmp_path: Path):
    comparison = compared(store, tmp_path, "State,Lead mission\nKenya,Embassy A\nGhana,Embassy B\nSenegal,Embassy A\n")
    assert coverage_import.import_coverage(store, comparison) == 3
    assert store.count(Query(Mission)) == 3
    store.undo()
    assert (store.count(Query(Coverage)), store.count(Query(Mission))) == (0, 1)


def test_the_same_sheet_again_changes_nothing(store: Store, tmp_path: Path):
    text = (
        "State,Lead mission,Vienna,From,To\n"
        "Kenya,Embassy B,,2024-01-01,\nKenya,Embassy A,,2020-05-01,\nGhana,Vienna,Vienna,,\n"
    )
    coverage_import.import_coverage(store, compared(store, tmp_path, text))
    again = compared(store, tmp_path, text)
    assert {one.kind for one in again.rows} == {RowKind.SAME}
    assert again.is_empty
    assert leads(held(store, KENYA), date(2023, 12, 31)) != leads(held(store, KENYA), date(2024, 1, 1))
    assert held(store, GHANA)[0].mission == VIENNA.id  # by its city


def test_names_that_nobody_or_several_bear_are_listed_and_never_guessed(store: Store, tmp_path: Path):
    comparison = compared(store, tmp_path, "State,Lead\nRuritania,Embassy A\nKorea,Embassy A\n,Embassy A\nKenya,\n")
    told = [(one.kind, one.reason) for one in comparison.rows]
    assert told == [
        (RowKind.UNMATCHED, Reason.UNKNOWN_STATE),
        (RowKind.AMBIGUOUS, Reason.AMBIGUOUS_STATE),
        (RowKind.UNMATCHED, Reason.NO_STATE),
        (RowKind.FAULTY, Reason.NO_MISSION),
    ]
    assert len(row_of(comparison, 3).maybe) >= 2
    assert comparison.is_empty


def test_a_row_that_is_left_out_and_a_mission_that_is_declined_are_not_taken(store: Store, tmp_path: Path):
    text = "State,Lead\nKenya,Embassy A\nGhana,Embassy B\n"
    assert [c.participant for c in compared(store, tmp_path, text, leave={2}).turn.kept] == [GHANA]
    declined = compared(store, tmp_path, text, decline={"embassy a"})
    assert row_of(declined, 2).reason is Reason.NOT_CREATED
    assert [m.name_en for m in declined.new] == ["Embassy B"]


def test_a_day_that_is_none_and_days_that_clash_are_refused_by_row(store: Store, tmp_path: Path):
    text = (
        "State,Lead,From,To\n"
        "Kenya,Embassy A,31/02/2026,\n"
        "Ghana,Embassy A,01/05/2026,01/04/2026\n"
        "Senegal,Embassy A,,\n"
        "Senegal,Embassy B,01/01/2026,01/02/2026\n"
    )
    comparison = compared(store, tmp_path, text)
    assert [one.reason for one in comparison.rows] == [
        Reason.BAD_DATE,
        Reason.ENDS_BEFORE_START,
        None,
        Reason.OVERLAP,
    ]


def test_a_workbook_is_read_as_data_and_its_formulas_are_not_computed(store: Store, tmp_path: Path):
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Bảng phân công"])
    page.append(["Quốc gia", "Cơ quan phụ trách", "Từ ngày"])
    page.append(["Kenya", "Đại sứ quán A", date(2026, 2, 1)])
    page.append(["Ghana", '=HYPERLINK("http://x","Embassy")', None])
    path = tmp_path / "table.xlsx"
    book.save(path)
    comparison = coverage_import.compare_coverage(store, read_table(read_sheets(path)), TODAY)
    assert [(one.row.number, one.kind) for one in comparison.rows] == [(3, RowKind.NEW), (4, RowKind.FAULTY)]
    assert comparison.turn.kept[0].from_on == date(2026, 2, 1)


def test_a_sheet_without_states_or_with_too_many_rows_is_refused(store: Store, tmp_path: Path):
    with pytest.raises(TableError) as none:
        compared(store, tmp_path, "Name,Age\nA,1\n")
    assert none.value.fault is TableFault.NO_HEADING
    with pytest.raises(TableError) as many:
        compared(store, tmp_path, "State,Lead\n" + "Kenya,A\n" * 5001)
    assert many.value.fault is TableFault.TOO_MANY_ROWS
