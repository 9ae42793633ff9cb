"""The return for the capital: totals that agree with the records, told alike on pages and in tables."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdf
import pytest
from openpyxl import load_workbook
from ready_desks import sample as sample_desk
from ready_desks import started

from hanoi_desk import returns
from hanoi_desk.agenda import held_promises
from hanoi_desk.briefing import ReturnDocument, ReturnTable, return_name, return_sheets, word_return
from hanoi_desk.commitments import Outcome
from hanoi_desk.desk import participant_id, treaty_id
from hanoi_desk.language import INTERFACE, Language
from hanoi_desk.pdf import write_return
from hanoi_desk.records import (
    Commitment,
    Mission,
    MissionKind,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachPerson,
    PromisedAct,
    Record,
    RegionalGroup,
    Side,
    TreatyAct,
    fixed_id,
)
from hanoi_desk.returns import Return, collect_return, collected_in_parts
from hanoi_desk.sheets import sheet_bytes
from hanoi_desk.store import Action, Query, Store

NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
APPROVED = Path(__file__).parent / "approved"
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(started(tmp_path / "desk.hdesk")) as opened:
        yield opened


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(sample_desk(tmp_path_factory.mktemp("sample") / "sample.hdesk")) as opened:
        yield opened


def keep(store: Store, *records: Record) -> None:
    with store.change(Action.ADD_RECORD, "invented") as change:
        for record in records:
            change.save(record)


def contact(store: Store, day: date, kind: OutreachKind, *countries: str, **more: object) -> str:
    """Log a contact and return its identifier."""
    talk = Outreach(id=fixed_id("return", str(day), kind, *countries), held_on=day, kind=kind, **more)  # type: ignore[arg-type]
    keep(store, talk)
    for number, key in enumerate(countries):
        keep(store, OutreachCountry(outreach=talk.id, participant=participant_id(key), position=number))
    return talk.id


def table(document: ReturnDocument, key: str) -> ReturnTable:
    return next(one for one in document.tables if one.key == key)


def counted(found: Return) -> tuple[int, int]:
    return len(found.contacts.bilateral), len(found.contacts.multilateral)


@pytest.mark.parametrize(
    ("kind", "countries", "bilateral"),
    [
        (OutreachKind.BILATERAL, ("KE",), True),
        (OutreachKind.NOTE_VERBALE, ("EU",), True),
        (OutreachKind.BILATERAL, ("KE", "GH"), False),
        (OutreachKind.SEMINAR, ("KE",), False),
        (OutreachKind.COLLECTIVE_NOTE, ("KE",), False),
        (OutreachKind.WORKING_SESSION, (), False),
    ],
)
def test_a_contact_is_bilateral_with_one_state_unless_its_kind_is_for_many(
    store: Store, kind: OutreachKind, countries: tuple[str, ...], bilateral: bool
) -> None:
    contact(store, date(2026, 3, 1), kind, *countries)
    assert counted(collect_return(store, *YEAR, NOW)) == ((1, 0) if bilateral else (0, 1))


def test_a_month_without_a_contact_stands_between_others_with_none(store: Store) -> None:
    contact(store, date(2025, 11, 30), OutreachKind.BILATERAL, "KE")
    contact(store, date(2026, 2, 1), OutreachKind.BILATERAL, "KE")
    months = collect_return(store, date(2025, 10, 1), date(2026, 3, 31), NOW).months
    assert [(line.key, len(line.tally.total)) for line in months] == [
        ("2025-11", 1), ("2025-12", 0), ("2026-01", 0), ("2026-02", 1),
    ]  # fmt: skip


def test_both_days_of_the_period_count_and_nothing_that_lies_ahead(store: Store) -> None:
    for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)):
        contact(store, day, OutreachKind.BILATERAL, "KE")
    contact(store, date(2026, 12, 24), OutreachKind.BILATERAL, "KE")
    assert len(collect_return(store, date(2026, 3, 1), date(2026, 3, 31), NOW).contacts.total) == 2
    assert len(collect_return(store, *YEAR, NOW).contacts.total) == 4


def test_a_period_that_ends_before_it_begins_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="period"):
        collect_return(store, date(2026, 3, 2), date(2026, 3, 1), NOW)


def test_the_highest_level_is_that_of_those_who_spoke_for_the_state(store: Store) -> None:
    talk = contact(store, date(2026, 3, 1), OutreachKind.TALKS, "KE", "GH")
    theirs = {"outreach": talk, "side": Side.THEIRS, "name": "A", "participant": participant_id("KE")}
    keep(
        store,
        OutreachPerson(**theirs, level=6),  # type: ignore[arg-type]
        OutreachPerson(**theirs, level=3),  # type: ignore[arg-type]
        OutreachPerson(outreach=talk, side=Side.OURS, name="B", level=1, participant=participant_id("VN")),
    )
    found = collect_return(store, *YEAR, NOW)
    levels = {line.participant: line.level for line in found.states}
    assert levels == {participant_id("KE"): 3, participant_id("GH"): None}
    assert [(line.key, len(line.tally.total)) for line in found.levels] == [("3", 1)]


def test_a_contact_with_states_of_two_groups_counts_once_in_each(store: Store) -> None:
    contact(store, date(2026, 3, 1), OutreachKind.MARGINS, "KE", "GH", "FJ")
    groups = {line.group: line for line in collect_return(store, *YEAR, NOW).groups}
    african = groups[RegionalGroup.AFRICAN]
    assert (len(african.tally.total), len(african.reached), african.states) == (1, 2, 54)
    assert len(groups[RegionalGroup.ASIA_PACIFIC].tally.total) == 1


def test_promises_of_the_period_are_held_against_the_record(store: Store) -> None:
    promise = {"treaty": treaty_id("uncac-cyber"), "act": PromisedAct.SIGN, "made_on": date(2026, 3, 1)}
    keep(
        store,
        Commitment(participant=participant_id("KE"), by=date(2026, 10, 1), **promise),  # type: ignore[arg-type]
        Commitment(participant=participant_id("GM"), **promise),  # type: ignore[arg-type]
        Commitment(participant=participant_id("FJ"), **promise | {"made_on": date(2025, 12, 31)}),  # type: ignore[arg-type]
    )
    outcomes = collect_return(store, *YEAR, NOW).outcomes
    assert sum(map(len, outcomes.values())) == 2
    assert set(outcomes) <= set(Outcome)


def test_signatures_of_the_day_in_ha_noi_are_those_of_the_record(store: Store) -> None:
    deeds = collect_return(store, date(2025, 10, 25), date(2025, 10, 26), NOW).deeds
    assert {deed.act for deed in deeds} == {TreatyAct.SIGNATURE}
    assert len(deeds) == len({deed.participant for deed in deeds}) == 72
    assert collect_return(store, *YEAR, NOW).deeds == ()


@pytest.mark.parametrize("language", INTERFACE)
def test_every_table_adds_up_to_the_whole_and_every_number_is_its_records(sample: Store, language: Language) -> None:
    found = collect_return(sample, date(2025, 10, 1), date(2026, 11, 22), NOW)
    document = word_return(found, language, now=NOW)
    held = (("held_on", ">=", found.start), ("held_on", "<=", found.until))
    assert set(found.contacts.total) == set(sample.ids(Query(Outreach, held)))
    for key in ("months", "missions", "kinds", "levels"):
        one = table(document, key)
        assert one.total is not None
        for at in (1, 2, 3):
            assert sum(int(str(row[at].value)) for row in one.rows) == one.total[at].value
            assert sorted(id_ for row in one.rows for id_ in row[at].ids) == sorted(one.total[at].ids)
    for one in document.tables:
        for row in (*one.rows, *([one.total] if one.total else [])):
            for cell in row:
                assert not isinstance(cell.value, int) or cell.value == len(cell.ids), (one.key, cell)
    namings = sum(len(line.tally.total) for line in found.states)
    within = Query(OutreachCountry, (("outreach", "in", Query(Outreach, held)),))
    assert namings == sample.count(within)


def test_a_mission_is_named_and_a_contact_without_one_has_its_own_line(store: Store) -> None:
    mission = Mission(id=fixed_id("return", "m"), kind=MissionKind.EMBASSY, name_en="Embassy", name_vi="Đại sứ quán")
    keep(store, mission)
    contact(store, date(2026, 3, 1), OutreachKind.TALKS, "KE", mission=mission.id)
    contact(store, date(2026, 3, 2), OutreachKind.TALKS, "KE")
    document = word_return(collect_return(store, *YEAR, NOW), Language.VI, now=NOW)
    names = [row[0].value for row in table(document, "missions").rows]
    assert names == ["Đại sứ quán", "Không ghi cơ quan đại diện"]


# ---- pages and sheets ----


def pages(document: ReturnDocument, language: Language) -> tuple[pypdf.PdfReader, bytes]:
    buffer = io.BytesIO()
    result = write_return(document, buffer, language)
    assert result.warnings == ()
    reader = pypdf.PdfReader(io.BytesIO(buffer.getvalue()))
    assert len(reader.pages) == result.pages
    return reader, buffer.getvalue()


@pytest.mark.parametrize("language", INTERFACE)
def test_the_pages_say_what_was_approved(sample: Store, language: Language) -> None:
    found = collect_return(sample, date(2026, 9, 1), date(2026, 11, 22), NOW)
    document = word_return(found, language, now=NOW, unit="Hanoi Desk")
    reader, content = pages(document, language)
    text = "\n\f\n".join(page.extract_text() for page in reader.pages) + "\n"
    approved = APPROVED / f"return.{language.value}.txt"
    assert text == approved.read_text(encoding="utf-8"), "look at the pages, and approve the text if it is right"
    assert pages(document, language)[1] == content


@pytest.mark.parametrize("language", INTERFACE)
def test_every_page_bears_the_marking_and_its_number(sample: Store, language: Language) -> None:
    found = collect_return(sample, date(2025, 10, 1), date(2026, 11, 22), NOW)
    reader, _ = pages(word_return(found, language, now=NOW), language)
    marking = {"en": "INTERNAL CIRCULATION - NO STATE SECRETS", "vi": "LƯU HÀNH NỘI BỘ"}[language.value]
    count = {"en": "Page {x} of {y}", "vi": "Trang {x}/{y}"}[language.value]
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert text.count(marking) == 2
        assert count.format(x=number, y=len(reader.pages)) in text


def test_a_period_without_anything_is_said_so_on_one_page(store: Store) -> None:
    document = word_return(collect_return(store, date(2026, 3, 1), date(2026, 3, 2), NOW), Language.EN, now=NOW)
    reader, _ = pages(document, Language.EN)
    assert reader.pages[0].extract_text().count("Nothing in this period.") >= 5


def test_the_spreadsheet_has_the_same_numbers_a_sheet_for_each_table(sample: Store) -> None:
    found = collect_return(sample, *YEAR, NOW)
    document = word_return(found, Language.EN, now=NOW)
    book = load_workbook(io.BytesIO(sheet_bytes(return_sheets(document, Language.EN), ".xlsx")))
    assert len(book.sheetnames) == len(document.tables)
    for page, one in zip(book.worksheets, document.tables, strict=True):
        assert str(page["A1"].value).startswith("INTERNAL CIRCULATION")
        row = list(page.iter_rows(min_row=3, max_row=2 + len(one.rows), values_only=True))
        for shown, said in zip(row, one.rows, strict=True):
            assert shown[1] == said[1].value or not isinstance(said[1].value, int)
    assert "INTERNAL CIRCULATION" in return_name(document, found, Language.EN, ".xlsx")


def test_what_is_counted_in_parts_is_what_is_counted_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(1, 10):
        contact(store, date(2026, 3, day), OutreachKind.BILATERAL, "KE", "GH")
        contact(store, date(2026, 3, day), OutreachKind.NOTE_VERBALE, "KE")
    keep(
        store,
        Commitment(
            participant=participant_id("KE"),
            treaty=treaty_id("uncac-cyber"),
            act=PromisedAct.SIGN,
            made_on=date(2026, 3, 2),
        ),
    )
    at_once = collect_return(store, *YEAR, NOW)
    monkeypatch.setattr(returns, "_PART", 4)
    *parts, found = collected_in_parts(store, *YEAR, NOW, held_promises(store, NOW))
    assert len(parts) > 4
    assert set(parts) == {None}
    assert found is not None
    assert (found.contacts, found.months, found.kinds) == (at_once.contacts, at_once.months, at_once.kinds)
    assert (found.states, found.groups, found.promises) == (at_once.states, at_once.groups, at_once.promises)


def test_a_return_that_is_overtaken_by_a_save_is_counted_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(1, 10):
        contact(store, date(2026, 3, day), OutreachKind.BILATERAL, "KE")
    monkeypatch.setattr(returns, "_PART", 4)
    parts = collected_in_parts(store, *YEAR, NOW)
    assert next(parts) is None
    contact(store, date(2026, 1, 1), OutreachKind.BILATERAL, "KE")
    *_, found = parts
    assert found is not None
    assert len(found.contacts.total) == 10


def test_the_promises_are_worded_only_as_they_are_looked_at(sample: Store) -> None:
    found = collect_return(sample, *YEAR, NOW)
    rows = table(word_return(found, Language.EN, now=NOW), "promises").rows
    assert len(rows) == len(found.promises)
    assert rows[0] is rows[0]
    assert list(rows) == list(rows[: len(rows)])
    assert rows[-1] == list(rows)[-1]
