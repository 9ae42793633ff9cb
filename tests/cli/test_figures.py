"""The figures that the command line tells, and how a status file changes them."""

import json
from pathlib import Path

import pytest
from cli.answers import refused, write
from untc.export import HANOI, SIGNED, STATES, document, status, table

from hanoi_desk.records import Source
from hanoi_desk.store import Query, Store

HANOI_FILE = Path(__file__).parents[1] / "untc" / "XVIII-16.en.xml"
RATIFIED = "Ratification, Acceptance(A), Approval(AA), Accession(a)"


def untoc_like(*rows, signatories=None, parties=None):
    """Return a file of a treaty that no desk knows."""
    return document(
        table([STATES, SIGNED, RATIFIED], rows),
        signatories=signatories,
        parties=parties,
        number="99",
        footer="XVIII 99. Penal Matters",
        conclusion="New York, 1 January 2001",
    ).encode("iso-8859-1")


# ---- status


def test_status_gives_the_figures_of_the_convention(answer, desk):
    told = answer("status", desk, "--on", "2026-11-22")
    figures = {key: told[key] for key in told if key not in ("participants", "undated", "unverified", "title")}
    assert figures == {
        "treaty": "XVIII-16",
        "key": "uncac-cyber",
        "on": "2026-11-22",
        "as_of": "2025-11-19",
        "signatories": 73,
        "signatory_states": 72,
        "signatory_reios": 1,
        "instruments": 0,
        "counted": 0,
        "threshold": 40,
        "remaining": 40,
        "triggered_on": None,
        "in_force_on": None,
        "first_conference_by": None,
        "parties": 0,
        "signature_opens_on": "2025-10-25",
        "signature_closes_on": "2026-12-31",
        "signature_days_left": 39,
    }
    assert {kind: len(of) for kind, of in told["participants"].items()} == {
        "not_signed": 198 - 73,
        "signed": 73,
        "deposited": 0,
        "in_force": 0,
        "withdrawn": 0,
    }
    [viet_nam] = [one for one in told["participants"]["signed"] if one["key"] == "VN"]
    assert viet_nam == {
        "key": "VN",
        "name": "Viet Nam",
        "name_vi": "Việt Nam",
        "entity": "member_state",
        "signed_on": "2025-10-25",
        "act": None,
        "deposited_on": None,
        "in_force_on": None,
        "leaves_on": None,
        "next_step": "ratify",
        "open_paths": [{"path": "ratify", "last_day": None}],
        "stage": "signed",
    }
    assert told["unverified"]
    assert {"key", "name", "act", "stage", "on", "text", "missing", "confidence", "source"} == set(
        told["unverified"][0]
    )


def test_status_on_new_years_day_knows_that_signature_has_closed(answer, desk):
    last = answer("status", desk, "--on", "2026-12-31")
    after = answer("status", desk, "--on", "2027-01-01")
    assert (last["signature_days_left"], after["signature_days_left"]) == (0, None)
    for told, paths in ((last, ["sign", "accede"]), (after, ["accede"])):
        [kenya] = [one for one in told["participants"]["not_signed"] if one["key"] == "KE"]
        assert [way["path"] for way in kenya["open_paths"]] == paths


@pytest.mark.parametrize("name", ["XVIII-12", "untoc", "UNTOC", "xviii-12"])
def test_status_of_another_treaty_by_key_or_number(answer, desk, name):
    told = answer("status", desk, "--treaty", name, "--on", "2003-09-28")
    assert (told["key"], told["threshold"], told["remaining"]) == ("untoc", 40, 0)
    assert (told["triggered_on"], told["in_force_on"]) == ("2003-07-01", "2003-09-29")
    assert told["participants"]["in_force"] == []
    day_after = answer("status", desk, "--treaty", name, "--on", "2003-09-29")
    assert day_after["participants"]["in_force"]
    assert day_after["parties"] == len(day_after["participants"]["in_force"])


def test_status_counts_nothing_where_acts_are_held_without_a_day(answer, call, desk):
    told = answer("status", desk, "--treaty", "budapest", "--on", "2026-11-22")
    assert (told["signatories"], told["instruments"], told["counted"], told["remaining"]) == (None, None, None, None)
    assert told["undated"]
    keys = {one["key"] for one in told["undated"]}
    assert keys.isdisjoint(one["key"] for one in told["participants"]["not_signed"])
    assert "nothing can be counted" in call("status", desk, "--treaty", "budapest", "--on", "2026-11-22")[1]


def test_no_way_in_is_told_of_a_treaty_whose_final_clauses_are_not_known(answer, desk):
    ways = [
        (one["next_step"], one["open_paths"])
        for group in answer("status", desk, "--treaty", "budapest")["participants"].values()
        for one in group
    ]
    assert set(ways) == {(None, None)}


def test_status_in_words(call, desk):
    code, out, err = call("status", desk, "--on", "2026-11-22")
    assert (code, err) == (0, "")
    assert "Signatories: 73 (States: 72; organizations: 1)" in out
    assert "Counted towards entry into force: 0 of 40; still needed: 40" in out
    assert "Open for signature until 31 December 2026: 39 days left" in out


def test_status_of_an_unknown_treaty_is_refused(call, desk):
    assert "no treaty “XX-1”" in refused(call("status", desk, "--treaty", "XX-1"))


# ---- import-status


def test_the_depositarys_file_is_compared_and_nothing_is_written(answer, desk):
    before = desk.read_bytes()
    told = answer("import-status", desk, HANOI_FILE, "--as-of", "2026-11-20")
    assert (told["treaty"], told["rows"], told["signatories"], told["instruments"]) == ("XVIII-16", 72, 72, 0)
    assert (told["header_signatories"], told["header_parties"], told["mismatches"]) == (72, None, [])
    assert (told["new"], told["changed"], told["gone"], told["same"]) == (0, 0, 1, 72)
    assert (told["repaired"], told["unknown_names"], told["unread"], told["applied"]) == (False, [], [], False)
    assert told["lines"][0] == {
        "kind": "gone",
        "participant": "MU",
        "name": "Mauritius",
        "act": "signature",
        "on": "2025-11-19",
        "withdrawn": False,
        "held_act": "signature",
        "held_on": "2025-11-19",
        "taken": False,
    }
    assert len(told["lines"]) == 73
    assert desk.read_bytes() == before


def test_an_applied_file_changes_the_figures_and_is_kept(answer, call, desk, tmp_path):
    rows = [
        ["Viet Nam", "25 Oct 2025", "20 Oct 2026"],
        ["Kenya", "", "21 Oct 2026 a"],
        ["European Union", "25 Oct 2025", "1 Nov 2026 AA"],
    ]
    file = write(tmp_path / "s.xml", status([STATES, SIGNED, HANOI], rows, signatories=2, parties=3))
    told = answer("import-status", desk, file, "--as-of", "2026-11-20", "--apply")
    assert (told["applied"], told["new"], told["taken"]) == (True, 3, told["new"] + told["changed"] + told["gone"])
    after = answer("status", desk, "--on", "2026-11-22")
    assert (after["as_of"], after["signatories"], after["signatory_states"]) == ("2026-11-20", 2, 1)
    assert (after["instruments"], after["counted"], after["remaining"]) == (3, 2, 38)
    assert {one["key"]: (one["act"], one["deposited_on"]) for one in after["participants"]["deposited"]} == {
        "EU": ("approval", "2026-11-01"),
        "KE": ("accession", "2026-10-21"),
        "VN": ("ratification", "2026-10-20"),
    }
    with Store.open(desk) as store:
        [source] = store.all(Query(Source, (("file_name", "=", "s.xml"),)))
        assert store.file(source.file_sha256) == file.read_bytes()
        store.undo()
    assert answer("status", desk, "--on", "2026-11-22")["signatories"] == 73


def test_from_a_file_older_than_the_record_only_new_acts_are_taken(call, answer, desk, tmp_path):
    rows = [["Kenya", "26 Oct 2025", ""], ["Viet Nam", "26 Oct 2025", ""]]
    file = write(tmp_path / "s.xml", status([STATES, SIGNED, HANOI], rows, signatories=2))
    code, out, err = call("import-status", desk, file, "--as-of", "2025-10-30", "--apply", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["older_than"], told["applied"], told["taken"]) == ("2025-11-19", True, 1)
    assert [(line["kind"], line["participant"]) for line in told["lines"] if line["taken"]] == [("new", "KE")]
    assert "newer than this file" in err
    assert any("newer than this file" in warning for warning in told["warnings"])
    assert answer("status", desk, "--on", "2026-11-22")["signatories"] == 74


def test_a_figure_that_the_rows_do_not_bear_out_is_told_and_nothing_is_taken(call, answer, desk, tmp_path):
    file = write(tmp_path / "s.xml", status([STATES, SIGNED, HANOI], [["Kenya", "1 Nov 2026", ""]], signatories=74))
    before = desk.read_bytes()
    shown = answer("import-status", desk, file, "--as-of", "2026-11-20")
    assert shown["mismatches"] == [{"what": "signatories", "header": 74, "rows": 1}]
    code, out, err = call("import-status", desk, file, "--as-of", "2026-11-20", "--apply", "--json")
    assert (code, json.loads(out)["applied"], json.loads(out)["taken"]) == (1, False, 0)
    assert "74 signatories, but its rows show 1" in err
    assert "Nothing was taken" in err
    assert desk.read_bytes() == before
    assert answer("import-status", desk, file, "--as-of", "2026-11-20", "--apply", "--despite-mismatch")["applied"]
    assert answer("status", desk, "--on", "2026-11-22")["signatories"] == 1


def test_an_unread_cell_keeps_a_file_from_being_taken_silently(call, answer, desk, tmp_path):
    rows = [["Kenya", "1 Nov 2026", ""], ["Ghana", "soon", ""]]
    file = write(tmp_path / "s.xml", status([STATES, SIGNED, HANOI], rows, signatories=1))
    assert answer("import-status", desk, file)["unread"] == [
        {"name": "Ghana", "column": "Signature", "raw": "soon", "why": "not_a_date"}
    ]
    code, _, err = call("import-status", desk, file, "--as-of", "2026-11-20", "--apply")
    assert code == 1
    assert "1 entry of the table could not be read" in err


@pytest.mark.parametrize(("letter", "number"), [("d", "16"), ("zz", "16"), ("z", "99")])
def test_a_letter_that_nobody_explains_keeps_a_file_from_being_taken_silently(
    call, answer, desk, tmp_path, letter, number
):
    rows = [["Kenya", "1 Nov 2026", f"3 Nov 2026 {letter}"]]
    data = document(table([STATES, SIGNED, HANOI], rows), number=number, signatories=1, parties=1, footer="")
    file = write(tmp_path / "s.xml", data.encode("iso-8859-1"))
    asked = ("import-status", desk, file, "--as-of", "2026-11-20", "--apply", "--json")
    code, out, err = call(*asked)
    assert (code, json.loads(out)["applied"]) == (1, False)
    assert f"3 Nov 2026 {letter}: " in err
    assert answer(*asked[:-1], "--despite-mismatch")["applied"]


def test_unknown_names_are_told_and_left_out(answer, desk, tmp_path):
    rows = [["Kenya", "1 Nov 2026", ""], ["Atlantis<superscript>1</superscript>", "1 Nov 2026", ""]]
    file = write(tmp_path / "s.xml", status([STATES, SIGNED, HANOI], rows, signatories=2))
    told = answer("import-status", desk, file, "--as-of", "2026-11-20", "--apply")
    assert (told["unknown_names"], told["applied"]) == (["Atlantis"], True)
    [line] = [line for line in told["lines"] if line["kind"] == "unknown_name"]
    assert (line["participant"], line["name"], line["taken"]) == (None, "Atlantis", False)


def test_a_treaty_that_the_desk_does_not_know_comes_in_with_its_file(answer, desk, tmp_path):
    rows = [
        ["Kenya", "2 Feb 2001", "3 Mar 2002"],
        ["European Union", "", "4 Apr 2003 AA"],
        ["Ghana", "2 Feb 2001", "[5 May 2003]"],
    ]
    file = write(tmp_path / "s.xml", untoc_like(*rows, signatories=2, parties=2))
    told = answer("import-status", desk, file, "--as-of", "2026-11-20")
    assert (told["treaty"], told["treaty_is_new"], told["new"]) == ("XVIII-99", True, 5)
    answer("import-status", desk, file, "--as-of", "2026-11-20", "--apply")
    known = answer("status", desk, "--treaty", "XVIII-99", "--on", "2026-11-22")
    assert (known["signatories"], known["instruments"], known["counted"]) == (2, 2, 1)
    assert (known["threshold"], known["remaining"], known["parties"]) == (None, None, None)
    again = answer("import-status", desk, file, "--as-of", "2026-11-20")
    assert (again["new"], again["changed"], again["gone"], again["same"]) == (0, 0, 0, 5)


def test_a_file_without_participants_says_so_and_never_0(call, answer, desk, tmp_path):
    file = write(tmp_path / "s.xml", document(signatories=72).encode("iso-8859-1"))
    told = answer("import-status", desk, file)
    assert (told["has_participants"], told["rows"]) == (False, 0)
    assert (told["signatories"], told["instruments"], told["header_signatories"]) == (None, None, 72)
    assert (told["mismatches"], told["new"], told["gone"]) == ([], 0, 0)
    assert "no participants in this file" in call("import-status", desk, file)[2]
    assert call("import-status", desk, file, "--apply")[0] == 1


def test_a_file_that_was_mended_is_read_and_said_to_be(answer, desk, tmp_path):
    damaged = HANOI_FILE.read_bytes().replace(b"Penal Matters", b"Penal & \x19 Matters")
    told = answer("import-status", desk, write(tmp_path / "s.xml", damaged))
    assert (told["repaired"], told["rows"]) == (True, 72)
    assert "bare_ampersands" in told["repairs"]


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"<!DOCTYPE html><html><body>urgent maintenance</body></html>", "web page"),
        (b"", "empty"),
        (b"hello", "not XML"),
        (b"<Document><Other/></Document>", "not a status file"),
        (HANOI_FILE.read_bytes()[:4000], "ends too early"),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><Document>&a;</Document>", "entities"),
        (b"x" * (20 * 1024 * 1024 + 1), "larger"),
    ],
)
def test_a_file_that_is_something_else_is_refused_by_what_it_is(call, desk, tmp_path, data, part):
    said = refused(call("import-status", desk, write(tmp_path / "page.xml", data), "--apply", "--json"))
    assert said.startswith("page.xml: ")
    assert part in said


def test_a_status_file_that_cannot_be_opened_is_refused(call, desk, tmp_path):
    assert "none.xml" in refused(call("import-status", desk, tmp_path / "none.xml"))
    assert "is a folder" in refused(call("import-status", desk, tmp_path), 2)


def test_an_import_in_words_names_what_is_new(call, desk, tmp_path):
    rows = [["Kenya", "1 Nov 2026", ""]]
    file = write(tmp_path / "s.xml", status([STATES, SIGNED, HANOI], rows, signatories=1))
    code, out, _ = call("import-status", desk, file, "--as-of", "2026-11-20")
    assert code == 0
    assert "New | Kenya | Signature 01/11/2026" in out
    assert "Nothing was written" in out
