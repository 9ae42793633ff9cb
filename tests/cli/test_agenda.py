"""What the command line tells of promises and of what is due, and the calendar it writes."""

import io
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from cli.answers import refused, write
from test_calendar_file import read_calendar
from untc.export import HANOI, SIGNED, STATES, status

from hanoi_desk.board import CONVENTION, find_treaty
from hanoi_desk.cli.arguments import read_arguments
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import Console
from hanoi_desk.cli.due import due
from hanoi_desk.cli.promises import commitments
from hanoi_desk.desk import close_commitment, complete_follow_up, keep, participant_id
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Ask,
    AskDirection,
    AskState,
    Commitment,
    CommitmentState,
    DomesticStage,
    DomesticStep,
    FollowUp,
)
from hanoi_desk.settings import Settings
from hanoi_desk.store import Query, Store

ZONES = {name: ZoneInfo(name) for name in ("Asia/Ho_Chi_Minh", "Europe/Vienna", "America/New_York")}


def promise(country, act="sign", **more):
    """Return a line of the log with one promise."""
    more = {"grade": 3, "form": "oral", "words": "We will.", **more}
    day = more.pop("date", "2026-11-03")
    return {"date": day, "countries": [country], "commitments": [{"act": act, **more}]}


def task(what, **more):
    return {"date": "2026-11-03", "countries": ["KE"], "follow_ups": [{"what": what, "country": "KE", **more}]}


@pytest.fixture
def logged(log):
    """Return what logs lines that must all be kept."""

    def run(*lines):
        code, _, err = log(*lines)
        assert code == 0, err

    return run


@pytest.fixture
def deposited(call, desk, tmp_path):
    """Return what takes rows of States into the record."""

    def run(*rows):
        parties = sum(bool(row[2]) for row in rows)
        data = status([STATES, SIGNED, HANOI], rows, signatories=sum(bool(row[1]) for row in rows), parties=parties)
        file = write(tmp_path / "s.xml", data)
        code, _, err = call("import-status", desk, file, "--as-of", "2026-12-20", "--apply")
        assert code == 0, err

    return run


def at(moment, command, name, desk):
    """Return the answer of a command at a moment on the laptop's own clock."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    console = Console(Language.EN, out, None)
    command(Call(read_arguments([name, str(desk), "--json"], console), console, Settings(), moment))
    return json.loads(out.buffer.getvalue())


def states(told):
    return {(one["country"], one["act"]): one["state"] for one in told}


# ---- commitments


def test_a_promise_is_told_with_all_that_was_written_down(answer, desk, logged):
    logged(
        promise(
            "KE",
            by="2026-12",
            grade=4,
            form="written",
            authority="capital",
            level=5,
            condition="If asked.",
            reciprocal="A seat.",
        )
    )
    [told] = answer("commitments", desk, "--on", "2026-11-22")
    ids = {name: told.pop(name) for name in ("id", "outreach")}
    assert all(ids.values())
    assert told == {
        "country": "KE",
        "name": "Kenya",
        "name_vi": "Kenya",
        "treaty": "uncac-cyber",
        "act": "sign",
        "stage": None,
        "made_on": "2026-11-03",
        "by": "2026-12-31",
        "precision": "month",
        "by_words": "",
        "grade": 4,
        "counts_as": 3,  # until a second person has confirmed it
        "form": "written",
        "authority": "capital",
        "level": 5,
        "condition": "If asked.",
        "reciprocal": "A seat.",
        "words": "We will.",
        "state": "open",
        "decided": "open",
        "needs_decision": False,
        "shown_by": None,
        "shown_act": None,
        "shown_on": None,
        "days_late": None,
        "days_overdue": None,
        "closed_on": None,
        "closed_reason": "",
        "replaces": None,
    }


def test_promises_are_held_against_the_record_of_the_day(answer, desk, logged, deposited):
    logged(
        promise("KE", by="2026-11-30"),
        promise("GH", "ratify", by="2027-06"),
        promise("SN", by="2026-11-10"),
        promise("ZM", "accede", grade="X"),
    )
    deposited(
        ["Kenya", "5 Dec 2026", ""],
        ["Ghana", "6 Dec 2026", ""],
        ["Zambia", "", "7 Dec 2026 a"],
        ["Mali", "8 Dec 2026", ""],
    )
    before = states(answer("commitments", desk, "--on", "2026-12-04"))
    told = answer("commitments", desk, "--on", "2026-12-22")
    assert before == {
        ("GH", "ratify"): "open",
        ("KE", "sign"): "passed",
        ("SN", "sign"): "passed",
        ("ZM", "accede"): "open",
    }
    assert states(told) == {
        ("GH", "ratify"): "partly_kept",
        ("KE", "sign"): "kept",
        ("SN", "sign"): "passed",
        ("ZM", "accede"): "contradicted",
    }
    by_country = {one["country"]: one for one in told}
    kenya = by_country["KE"]
    assert kenya["shown_by"]
    assert (kenya["shown_act"], kenya["shown_on"], kenya["days_late"]) == ("signature", "2026-12-05", 5)
    assert (by_country["SN"]["days_overdue"], by_country["SN"]["counts_as"]) == (42, 2)
    assert (by_country["ZM"]["grade"], by_country["ZM"]["shown_act"]) == ("X", "accession")
    assert [one["country"] for one in told] == ["GH", "KE", "SN", "ZM"]


def test_a_step_at_home_keeps_the_promise_of_it_and_no_promise_to_ratify(answer, desk, logged):
    stage = DomesticStage.PARLIAMENT_SUBMITTED
    logged(promise("KE", "domestic_step", stage=stage.value), promise("KE", "ratify"))
    with Store.open(desk) as store:
        [about, _] = store.all(Query(Commitment))
        step = DomesticStep(
            participant=about.participant,
            treaty=about.treaty,
            stage=stage,
            on=date(2026, 11, 20),
            outreach=about.outreach,
        )
        keep(store, step)
    told = {one["act"]: one for one in answer("commitments", desk, "--on", "2026-11-22")}
    assert (told["domestic_step"]["state"], told["domestic_step"]["shown_by"]) == ("kept", step.id)
    assert (told["domestic_step"]["stage"], told["domestic_step"]["shown_act"]) == (stage.value, stage.value)
    assert told["ratify"]["state"] == "open"


def test_what_a_person_decided_is_told_as_decided(answer, desk, logged):
    decided = (CommitmentState.WITHDRAWN, CommitmentState.SUPERSEDED, CommitmentState.LAPSED)
    logged(*(promise(country) for country in ("KE", "GH", "SN")))
    with Store.open(desk) as store:
        for held, state in zip(store.all(Query(Commitment)), decided, strict=True):
            close_commitment(store, held, state, date(2026, 11, 20), "They said so")
    told = answer("commitments", desk, "--on", "2027-01-01")
    assert {one["country"]: one["state"] for one in told} == {"KE": "withdrawn", "GH": "superseded", "SN": "lapsed"}
    assert {(one["closed_on"], one["closed_reason"], one["counts_as"]) for one in told} == {
        ("2026-11-20", "They said so", None)
    }


def test_a_promise_under_another_treaty_is_held_against_its_own_record(answer, desk, logged):
    logged(promise("VN", "ratify", treaty="untoc", date="2000-12-13"), promise("VN", "ratify", date="2026-01-05"))
    told = {one["treaty"]: one for one in answer("commitments", desk, "--on", "2026-11-22")}
    assert (told["untoc"]["state"], told["untoc"]["shown_act"]) == ("kept", "ratification")
    assert told["uncac-cyber"]["state"] == "open"


def test_promises_in_words(call, desk, logged):
    assert call("commitments", desk)[:2] == (0, "No promise is on file.\n")
    logged(promise("KE", by="2026-12-18", grade=4))
    assert call("commitments", desk, "--on", "2026-11-22")[1] == (
        "Kenya | Sign | by 18 December 2026 | Promised action with date or named stage | Oral | Open\n"
    )


# ---- New Year 2027


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("lag", [timedelta(seconds=-1), timedelta(0)])
def test_promises_to_sign_ask_to_be_converted_when_the_year_ends_in_new_york_and_nowhere_else(desk, logged, zone, lag):
    logged(promise("KE"), promise("FJ", by="2026-12-31"))
    own_midnight = datetime(2027, 1, 1, tzinfo=ZONES[zone])
    new_york_midnight = datetime(2027, 1, 1, tzinfo=ZONES["America/New_York"])
    for moment in (own_midnight + lag, (new_york_midnight + lag).astimezone(ZONES[zone])):
        expected = "to_convert" if moment >= new_york_midnight else "open"
        told = at(moment, commitments, "commitments", desk)
        assert states(told) == {("KE", "sign"): expected, ("FJ", "sign"): expected}
        decided = {one["country"]: one["reason"] for one in at(moment, due, "due", desk)["to_decide"]}
        assert decided == ({"KE": "to_convert", "FJ": "to_convert"} if expected == "to_convert" else {})


@pytest.mark.parametrize("zone", ZONES)
def test_a_task_is_due_on_the_officers_own_day(desk, logged, zone):
    logged(task("Ask for accession", due="2027-01-01"))
    midnight = datetime(2027, 1, 1, tzinfo=ZONES[zone])
    before, after = (at(moment, due, "due", desk) for moment in (midnight - timedelta(seconds=1), midnight))
    assert [one["what"] for one in before["follow_ups"]["next"]] == ["Ask for accession"]
    assert [one["what"] for one in after["follow_ups"]["today"]] == ["Ask for accession"]
    assert after["today"] == "2027-01-01"
    assert after["on"] == ("2027-01-01" if zone == "America/New_York" else "2026-12-31")


def test_the_day_asked_for_is_the_same_wherever_the_clock_stands(answer, desk, logged):
    logged(promise("KE"))
    last, first = (answer("commitments", desk, "--on", day)[0] for day in ("2026-12-31", "2027-01-01"))
    assert (last["state"], first["state"]) == ("open", "to_convert")


# ---- due


def test_tasks_stand_under_their_day(answer, desk, logged):
    logged(
        task("late", due="2026-11-20"),
        task("later", due="2026-11-29"),
        task("now", due="2026-11-22"),
        task("some day"),
        task("done", due="2026-11-01"),
        task("longest late", due="2026-11-04"),
    )
    with Store.open(desk) as store:
        [done] = store.all(Query(FollowUp, (("what", "=", "done"),)))
        complete_follow_up(store, done, date(2026, 11, 2))
    told = answer("due", desk, "--on", "2026-11-22")
    found = {name: [one["what"] for one in tasks] for name, tasks in told["follow_ups"].items()}
    assert found == {"overdue": ["longest late", "late"], "today": ["now"], "next": ["later"], "undated": ["some day"]}
    late = told["follow_ups"]["overdue"][1]
    assert (late["due"], late["days_overdue"], late["country"], late["name"]) == ("2026-11-20", 2, "KE", "Kenya")
    assert told["follow_ups"]["today"][0]["days_overdue"] is None
    assert set(late) == {
        *("id", "what", "due", "days_overdue", "country", "name", "name_vi", "owner", "channel", "repeat"),
        *("commitment", "outreach", "event", "ask"),
    }


def test_requests_that_wait_for_an_answer_are_owed_both_ways_the_oldest_first(answer, call, desk):
    ghana = participant_id("GH")
    with Store.open(desk) as store:
        for what, asked_on, direction, state in (
            ("Training", date(2026, 10, 23), AskDirection.THEIRS, AskState.OPEN),
            ("A model law", date(2026, 10, 13), AskDirection.THEIRS, AskState.PROMISED),
            ("Their vote", date(2026, 11, 21), AskDirection.OURS, AskState.OPEN),
            ("A visit", date(2026, 10, 13), AskDirection.OURS, AskState.DECLINED),
        ):
            ask = Ask(what=what, asked_on=asked_on, direction=direction, state=state, participant=ghana)
            keep(store, replace(ask, due_on=date(2026, 11, 20) if what == "Training" else None))
    told = answer("due", desk, "--on", "2026-11-22")["asks"]
    assert [(one["what"], one["days"], one["days_overdue"]) for one in told["owed_by_us"]] == [
        ("A model law", 40, None),
        ("Training", 30, 2),
    ]
    [theirs] = told["owed_by_them"]
    assert (theirs["what"], theirs["country"], theirs["kind"], theirs["state"]) == ("Their vote", "GH", "other", "open")
    out = call("due", desk, "--on", "2026-11-22")[1]
    assert "Asked of us, not yet answered: 2" in out
    assert "Training | Ghana | Other | asked 23/10/2026, 30 days ago | wanted by 20/11/2026 (2 days ago)" in out
    assert "Their vote | Ghana | Other | asked 21/11/2026, 1 day ago" in out


def test_promises_that_ask_for_a_decision_are_due_with_the_reason(answer, desk, logged, deposited):
    logged(
        promise("KE", by="2026-12-31"),
        promise("SN", by="2026-12-10"),
        promise("GH", "ratify"),
        promise("FJ", grade=1),
    )
    deposited(["Kenya", "5 Dec 2026", ""], ["Ghana", "6 Dec 2026", ""])
    told = answer("due", desk, "--on", "2026-12-22")["to_decide"]
    assert [(one["country"], one["reason"]) for one in told] == [
        ("SN", "passed"),
        ("KE", "kept"),
        ("GH", "partly_kept"),
    ]
    after = {one["country"]: one["reason"] for one in answer("due", desk, "--on", "2027-01-01")["to_decide"]}
    assert after == {"SN": "to_convert", "KE": "kept", "GH": "partly_kept", "FJ": "lapsed"}


def test_a_promise_closed_by_an_act_that_is_gone_asks_for_a_decision_again(answer, desk, logged, deposited):
    logged(promise("KE"))
    deposited(["Kenya", "5 Dec 2026", ""], ["Mali", "6 Dec 2026", ""])
    shown = answer("commitments", desk, "--on", "2026-12-22")[0]["shown_by"]
    with Store.open(desk) as store:
        [held] = store.all(Query(Commitment))
        close_commitment(store, held, CommitmentState.KEPT, date(2026, 12, 21), shown_by=shown)
    assert answer("due", desk, "--on", "2026-12-22")["to_decide"] == []
    deposited(["Mali", "6 Dec 2026", ""])
    [again] = answer("due", desk, "--on", "2026-12-22")["to_decide"]
    assert (again["country"], again["reason"], again["decided"]) == ("KE", "contradicted", "kept")


def test_the_record_has_aged_after_30_days(answer, desk):
    assert answer("due", desk, "--on", "2025-12-19")["aged"] == []
    assert answer("due", desk, "--on", "2025-12-20")["aged"] == [
        {
            "what": "status",
            "country": None,
            "name": None,
            "name_vi": None,
            "treaty": "uncac-cyber",
            "act": None,
            "commitment": None,
            "since": "2025-11-19",
            "days": 31,
            "limit": 30,
        }
    ]


def aged_promises(told):
    return [(one["country"], one["since"], one["days"]) for one in told["aged"] if one["what"] == "promise"]


def test_a_promise_has_aged_after_180_days_without_new_evidence(answer, desk, logged):
    logged(promise("KE", "accede", date="2026-05-01"), promise("GH", "accede", grade=2, date="2026-05-01"))
    assert aged_promises(answer("due", desk, "--on", "2026-10-27")) == []
    assert aged_promises(answer("due", desk, "--on", "2026-10-28")) == [("KE", "2026-05-01", 180)]


def test_what_they_said_since_is_new_evidence_and_what_we_sent_is_none(answer, desk, logged):
    logged(
        promise("KE", "accede", date="2026-05-01"),
        promise("GH", "accede", date="2026-05-01"),
        {"date": "2026-06-01", "kind": "note_verbale", "countries": ["KE", "GH"], "results": {"GH": "Still so."}},
    )
    told = answer("due", desk, "--on", "2026-10-28")
    assert aged_promises(told) == [("KE", "2026-05-01", 180)]
    assert aged_promises(answer("due", desk, "--on", "2026-11-28")) == [
        ("KE", "2026-05-01", 211),
        ("GH", "2026-06-01", 180),
    ]


def test_a_country_met_before_and_not_for_90_days_is_silent_until_it_deposits(answer, desk, logged, deposited):
    logged(*({"date": day, "countries": [c]} for day, c in (("2026-09-01", "KE"), ("2026-09-22", "GH"))))
    told = answer("due", desk, "--on", "2026-12-21")["silent"]
    assert [(one["country"], one["last_contact_on"], one["days"]) for one in told] == [("KE", "2026-09-01", 111)]
    deposited(["Kenya", "", "7 Dec 2026 a"])
    silent = answer("due", desk, "--on", "2026-12-22")["silent"]
    assert [one["country"] for one in silent] == ["GH"]
    assert set(silent[0]) == {"country", "name", "name_vi", "last_contact", "last_contact_on", "days"}


def test_what_is_due_in_words(call, desk, logged):
    assert "Nothing is due." in call("due", desk, "--on", "2025-11-20")[1]
    logged(task("Send the model instrument", due="2026-11-20"), promise("KE", by="2026-11-10"))
    code, out, err = call("due", desk, "--on", "2026-11-22")
    assert (code, err) == (0, "")
    passed = "The day has passed (10/11/2026) and the record shows nothing: ask for a new day, or close it."
    assert out.splitlines() == [
        "Due on 22 November 2026",
        "Overdue: 1",
        "  Send the model instrument | Kenya | 20/11/2026 (2 days ago)",
        "Promises to decide: 1",
        f"  Kenya | Sign | by 10 November 2026 | {passed}",
        "Facts that have aged: 1",
        "  The record shows the situation of 19/11/2025, 368 days ago: take in a newer status file.",
    ]


def test_many_silent_countries_are_told_by_the_first_of_them(call, answer, desk, logged):
    countries = [one["key"] for one in answer("status", desk)["participants"]["not_signed"]][:15]
    logged({"date": "2026-05-01", "countries": countries})
    out = call("due", desk, "--on", "2026-11-22")[1]
    assert "silent for more than 90 days: 15" in out
    assert out.count("last contact 01/05/2026, 205 days ago") == 10
    assert "and 5 more, listed with --json" in out
    assert len(answer("due", desk, "--on", "2026-11-22")["silent"]) == 15


# ---- calendar


def test_the_calendar_holds_tasks_promised_days_and_the_last_day_of_signature(call, desk, logged, tmp_path):
    logged(
        task("Send; the model, instrument", due="2026-11-20"),
        task("some day"),
        promise("GH", "ratify", by="2027-Q1", grade=4),
        promise("SN", "accede", by="2027-02", grade=1),
        promise("ML", "accede"),
    )
    file = tmp_path / "desk.ics"
    code, out, err = call("calendar", desk, "-o", file)
    assert (code, err) == (0, "")
    assert "4 entries" in out
    events = read_calendar(file.read_bytes())
    assert [(event["DTSTART;VALUE=DATE"], event["SUMMARY"]) for event in events] == [
        ("20261120", "Send; the model, instrument (Kenya)"),
        ("20261231", "Last day of signature: Hanoi Convention"),
        ("20270228", "Ask Senegal again: Accede"),
        ("20270331", "Promised by Ghana: Ratify"),
    ]
    with Store.open(desk) as store:
        tasks, promises = store.all(Query(FollowUp)), store.all(Query(Commitment))
        known = {record.id for record in (*tasks, *promises, find_treaty(store, CONVENTION))}
    assert {event["UID"] for event in events} <= known
    assert "in the first quarter of 2027" in events[-1]["DESCRIPTION"]
    assert "NO STATE SECRETS" in events[-1]["DESCRIPTION"]


def test_a_calendar_is_replaced_under_the_same_identifiers_and_nothing_else_is_overwritten(
    call, desk, logged, tmp_path
):
    logged(task("Ask", due="2026-11-20"))
    file = tmp_path / "desk.ics"
    uids = []
    for _ in range(2):
        assert call("calendar", desk, "-o", file)[0] == 0
        uids.append([event["UID"] for event in read_calendar(file.read_bytes())])
    assert uids[0] == uids[1]
    before = desk.read_bytes()
    assert "does not end in .ics" in refused(call("calendar", desk, "-o", desk))
    assert desk.read_bytes() == before
    (tmp_path / "notes.ics").write_text("notes")
    assert "already a file" in refused(call("calendar", desk, "-o", tmp_path / "notes.ics"))
    assert "MẬT" in refused(call("calendar", desk, "-o", tmp_path / "TỐI MẬT.ics"))
    assert "nowhere" in refused(call("calendar", desk, "-o", tmp_path / "nowhere" / "x.ics"))
