"""Depositary day: what a status file adds, changes and no longer has, taken in line by line and back in one step."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hanoi_desk import desk
from hanoi_desk.board import board
from hanoi_desk.desk import status
from hanoi_desk.desk.status import LineKind
from hanoi_desk.records import Officer, Participant, Source, TreatyAct, TreatyAction
from hanoi_desk.storage import Cost, FirstKey
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.untc import read_status

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
HEADINGS = ("Participant", "Signature", "Acceptance(A), Ratification, Approval(AA), Accession(a)")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("desk") / "started.hdesk"
    with Store.create(path) as store:
        desk.start_desk(store)
    return path.read_bytes()


@pytest.fixture
def store(started: bytes, tmp_path: Path):
    path = tmp_path / "desk.hdesk"
    path.write_bytes(started)
    with Store.open(path) as opened:
        yield opened


def status_xml(rows, *, chapter="XVIII", number="16", signatories=None, parties=None, headings=HEADINGS) -> bytes:
    """Return a status file with these rows: a name and a cell for each further column."""
    table = "".join(f"<Row>{''.join(f'<Entry>{c}</Entry>' if c else '<Entry />' for c in row)}</Row>" for row in rows)
    head = "".join(f'<Entry colname="{n}">{h}</Entry>' for n, h in enumerate(headings, start=1))
    figures = f"<Signatories>{signatories}</Signatories>" if signatories is not None else ""
    figures += f"<PartiesLabel>Parties</PartiesLabel><Parties>{parties}</Parties>" if parties is not None else ""
    return (
        '<?xml version="1.0" encoding="iso-8859-1"?><Document><Treaty><Template>mtdsg</Template><Header><Chapter>'
        f"<Header>CHAPTER {chapter}</Header><Name>PENAL MATTERS</Name></Chapter><ExternalData>"
        f"<Numsect>{number}</Numsect><Titlesect>A treaty</Titlesect><Conclusion>New York</Conclusion>"
        f"<EIF><Label>Not yet in force</Label><Labeltext /></EIF><Status><Label>Status</Label>{figures}</Status>"
        "</ExternalData></Header><Participants><Table><TGroup><Thead><Row>"
        f"{head}</Row></Thead><Tbody><Rows>{table}</Rows></Tbody></TGroup></Table></Participants></Treaty></Document>"
    ).encode("iso-8859-1", "xmlcharrefreplace")


def held_rows(store: Store) -> dict[str, list[str]]:
    """Return the rows of a file that says just what the desk holds of the Convention."""
    known = {p.id: p for p in store.all(Query(Participant))}
    rows = {}
    for standing in board(store, NOON).ledger.signatories.states + board(store, NOON).ledger.signatories.reios:
        name = known[standing.participant].untc_name
        rows[name] = [name, f"{standing.on.day} {standing.on:%b %Y}", ""]
    return rows


def imported(store: Store, data: bytes, as_of=TODAY, accepted=None):
    comparison = status.compare_status(store, read_status(data), as_of)
    status.import_status(store, comparison, comparison.takeable if accepted is None else accepted, data, "s.xml", TODAY)
    return comparison


def counts(comparison) -> dict[str, int]:
    return {kind.value: len(comparison.of(kind)) for kind in LineKind if comparison.of(kind)}


def test_a_file_that_says_what_is_held_changes_nothing_but_the_as_of_day(store):
    data = status_xml(held_rows(store).values(), signatories=73)
    comparison = imported(store, data)
    assert counts(comparison) == {"same": 73}
    assert board(store, NOON).as_of == TODAY
    assert board(store, NOON).ledger.signatories.total == 73


def test_new_signatures_and_deposits_are_added_with_the_file_as_their_source(store):
    rows = held_rows(store)
    rows["Kenya"] = ["Kenya", "3 Nov 2026", ""]
    rows["Algeria"][2] = "4 Nov 2026"
    rows["Ghana"][2] = "5 Nov 2026 A"
    data = status_xml(rows.values(), signatories=74, parties=2)
    assert counts(imported(store, data)) == {"new": 3, "same": 73}
    ledger = board(store, NOON).ledger
    assert ledger.signatories.total == 74
    assert [(s.participant, s.action.act) for s in ledger.counted.states] == [
        (desk.participant_id("DZ"), TreatyAct.RATIFICATION),
        (desk.participant_id("GH"), TreatyAct.ACCEPTANCE),
    ]
    source = store.need(Source, ledger.counted.states[0].action.source)
    assert (source.as_of, source.file_name) == (TODAY, "s.xml")
    assert store.file(source.file_sha256) == data


def test_the_whole_import_is_taken_back_in_one_step(store):
    rows = held_rows(store)
    rows["Kenya"] = ["Kenya", "3 Nov 2026", ""]
    del rows["Mauritius"]
    imported(store, status_xml(rows.values(), signatories=73))
    assert store.saves(1)[0].action is Action.IMPORT_STATUS
    changed = board(store, NOON)
    assert changed.places[desk.participant_id("KE")].status.has_signed
    assert not changed.places[desk.participant_id("MU")].status.has_signed
    store.undo()
    before = board(store, NOON)
    assert before.ledger.signatories.total == 73
    assert before.as_of == date(2025, 11, 19)


def test_another_date_is_a_correction_and_the_first_one_stays_on_file(store):
    rows = held_rows(store)
    rows["Mauritius"][1] = "20 Nov 2025"
    assert counts(imported(store, status_xml(rows.values(), signatories=73))) == {"changed": 1, "same": 72}
    mauritius = desk.participant_id("MU")
    assert board(store, NOON).places[mauritius].status.signed_on == date(2025, 11, 20)
    dates = [a.on for a in store.all(Query(TreatyAction, (("participant", "=", mauritius),))) if a.on]
    assert date(2025, 11, 19) in dates


def test_a_date_in_brackets_is_a_withdrawal_and_is_known_the_next_time(store):
    rows = held_rows(store)
    rows["Mauritius"][1] = "[19 Nov 2025]"
    data = status_xml(rows.values(), signatories=72)
    assert counts(imported(store, data)) == {"gone": 1, "same": 72}
    assert board(store, NOON).ledger.signatories.total == 72
    again = status.compare_status(store, read_status(data), TODAY)
    assert counts(again) == {"same": 73}


def test_only_the_accepted_lines_are_taken(store):
    rows = held_rows(store)
    rows["Kenya"] = ["Kenya", "3 Nov 2026", ""]
    rows["Fiji"] = ["Fiji", "4 Nov 2026", ""]
    data = status_xml(rows.values(), signatories=75)
    comparison = status.compare_status(store, read_status(data), TODAY)
    fiji = next(line.key for line in comparison.of(LineKind.NEW) if line.name == "Fiji")
    imported(store, data, accepted={fiji})
    now = board(store, NOON)
    assert now.places[desk.participant_id("FJ")].status.has_signed
    assert not now.places[desk.participant_id("KE")].status.has_signed
    # A file taken in part does not bring the record up to its day.
    assert now.as_of == date(2025, 11, 19)


def test_from_an_older_file_only_new_acts_may_be_taken_unseen(store):
    rows = held_rows(store)
    del rows["Mauritius"]
    del rows["Ghana"]
    rows["Kenya"] = ["Kenya", "26 Oct 2025", ""]
    comparison = status.compare_status(
        store, read_status(status_xml(rows.values(), signatories=72)), date(2025, 10, 27)
    )
    assert comparison.newer_than_file == date(2025, 11, 19)
    assert comparison.takeable == {line.key for line in comparison.of(LineKind.NEW)}
    # Mauritius signed after the day of the file, which can't know of it.
    assert [line.name for line in comparison.of(LineKind.GONE)] == ["Ghana"]


def test_an_unknown_name_is_never_guessed_and_once_matched_is_remembered(store):
    rows = held_rows(store)
    rows["x"] = ["Kenia Republik", "3 Nov 2026", ""]
    file = read_status(status_xml(rows.values(), signatories=74))
    assert status.compare_status(store, file, TODAY).unknown_names == ("Kenia Republik",)
    status.match_name(store, "Kenia Republik", store.need(Participant, desk.participant_id("KE")))
    matched = status.compare_status(store, file, TODAY)
    assert matched.unknown_names == ()
    assert [line.participant for line in matched.of(LineKind.NEW)] == [desk.participant_id("KE")]


def test_a_file_without_participants_says_nothing_is_gone(store):
    file = read_status(status_xml([], signatories=73))
    comparison = status.compare_status(store, file, TODAY)
    assert comparison.lines == ()
    assert comparison.takeable == frozenset()


def test_a_treaty_whose_clauses_are_known_comes_with_its_threshold(store):
    rows = [["Kenya", "", "1 Feb 2004 a"], ["Serbia and Montenegro", "1 Feb 2004", ""]]
    comparison = imported(store, status_xml(rows, number="14", signatories=1, parties=1))
    assert comparison.treaty_is_new
    assert comparison.unknown_names == ("Serbia and Montenegro",)
    uncac = board(store, NOON, "XVIII-14")
    assert (uncac.treaty.threshold, uncac.ledger.remaining) == (30, 29)


def test_a_treaty_that_only_the_file_tells_of_is_kept_without_a_computed_date(store):
    data = status_xml([["Kenya", "1 Feb 1999", "2 Feb 2000"]], chapter="XI", number="7", signatories=1, parties=1)
    comparison = imported(store, data)
    other = board(store, NOON, comparison.treaty.key)
    assert len(other.ledger.counted.states) == 1
    assert other.ledger.remaining is None
    store.undo()
    assert status.compare_status(store, read_status(data), TODAY).treaty_is_new


def test_the_reconstructed_files_of_late_2025_agree_with_the_shipped_record(store):
    for name in ("XVIII-16.en.xml", "XVIII-16.tab-dates.en.xml"):
        data = (Path(__file__).parent / "untc" / name).read_bytes()
        comparison = status.compare_status(store, read_status(data), date(2025, 10, 27))
        assert counts(comparison) == {"same": 72}
        assert comparison.unknown_names == ()


def test_a_file_is_taken_in_by_one_whose_key_opens_a_desk_that_does_not_know_them(tmp_path: Path) -> None:
    first = FirstKey("officer-binh", "Bình", "sáu từ khác hẳn của Bình", Cost(1024, 1, 1))
    with Store.create(tmp_path / "desk.hdesk", first=first) as store:
        desk.start_desk(store)
        file = read_status(status_xml([["Ghana", "25 Oct 2025", ""]]))
        compared = status.compare_status(store, file, TODAY)
        source = status.import_status(store, compared, compared.takeable, b"<xml/>", "status.xml", TODAY)
        assert source.officer is None
        assert store.saves(1)[0].who == "officer-binh"
        desk.work_as(store, Officer(name="Bình"))
        assert desk.author(store) == "officer-binh"
        assert status.import_status(store, compared, (), b"<xml/>", "again.xml", TODAY).officer == "officer-binh"
