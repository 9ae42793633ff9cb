"""The sample's file: nothing invented can be taken for a fact, and nothing public says more than the public record.

The file holds one list for each kind, with the fields of the records. `key` names a row inside its list; other rows
refer to it by that key, to participants by theirs (ISO 3166-1 alpha-2, or EU) and to organisations by that of
`organisations.csv`. `public` tells the real contacts from the invented ones.
"""

import csv
import json
from datetime import date
from typing import Any

import pytest

from hanoi_desk.assets import asset
from hanoi_desk.records import CommitmentState, Grade, OrganisationKind, SourceKind

MARK = "[Sample] "
BEFORE_SIGNATURE = {"considering", "policy_decision", "full_powers"}
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def sample() -> dict[str, Rows]:
    return json.loads(asset("data/sample.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def signatories() -> set[str]:
    return {row["participant_key"] for row in rows("treaty_actions.csv") if row["treaty"] == "uncac-cyber"}


def rows(name: str) -> list[dict[str, str]]:
    with asset(f"data/{name}").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def keys(listed: Rows) -> set[str]:
    return {row["key"] for row in listed}


def invented(sample: dict[str, Rows]) -> Rows:
    return [row for row in sample["outreach"] if not row["public"]]


def public(sample: dict[str, Rows]) -> Rows:
    return [row for row in sample["outreach"] if row["public"]]


def test_every_reference_names_a_row_that_is_there(sample):
    people, officers, outreach = keys(sample["people"]), keys(sample["officers"]), keys(sample["outreach"])
    participants = {row["key"] for row in rows("participants.csv")}
    lists = {
        "mission": keys(sample["missions"]),
        "source": keys(sample["sources"]),
        "event": keys(sample["events"]),
        "outreach": outreach,
        "commitment": keys(sample["commitments"]),
        "replaces": keys(sample["commitments"]),
        "participant": participants,
        "speaker": people,
        **dict.fromkeys(("drafter", "owner", "confirmed_by", "officer"), officers),
    }
    organisations = {row["key"] for row in rows("organisations.csv")}
    for listed in (part for part in sample.values() if isinstance(part, list)):
        assert len(keys(listed)) == len(listed)
        for row in listed:
            for field, known in lists.items():
                assert row.get(field) is None or row[field] in known, (row["key"], field)
            assert organisations >= {*row.get("organisations", ()), *row.get("host_organisations", ())}, row["key"]
            assert participants >= {*row.get("hosts", ()), *(c["participant"] for c in row.get("countries", ()))}


def test_every_invented_sentence_that_a_page_can_print_bears_the_mark(sample):
    said = [
        country.get(field) for row in invented(sample) for country in row["countries"] for field in ("said", "quote")
    ]
    said += [c.get(field) for c in sample["commitments"] for field in ("words", "original_words", "condition")]
    said += [row[field] for row in sample["follow_ups"] for field in ("what", "reason") if field in row]
    said += [row[field] for row in sample["asks"] for field in ("what", "answer") if field in row]
    said += [step["text"] for step in sample["domestic_steps"]] + [row["summary"] for row in invented(sample)]
    assert [text for text in said if text and not text.startswith(MARK)] == []


def test_every_invented_record_that_can_have_a_source_says_that_it_is_sample(sample):
    kinds = {row["key"]: SourceKind(row["kind"]) for row in sample["sources"]}
    for row in (*invented(sample), *sample["commitments"], *sample["asks"], *sample["domestic_steps"]):
        assert kinds[row["source"]] is SourceKind.SAMPLE, row["key"]


def test_nothing_was_promised_to_us_at_a_real_event(sample):
    real = keys(public(sample))
    for row in (*sample["commitments"], *sample["follow_ups"], *sample["asks"], *sample["domestic_steps"]):
        assert row.get("outreach") not in real, row["key"]


def test_a_public_contact_claims_no_attitude_and_no_judgement(sample):
    for row in public(sample):
        assert not row.get("comment"), row["key"]
        for country in row["countries"]:
            assert not {"stance", "objections", "level", "quote"} & country.keys(), (row["key"], country)


def test_all_that_signed_in_ha_noi_are_listed_at_the_ceremony_but_the_host(sample):
    ceremony = next(row for row in sample["outreach"] if row["held_on"] == "2025-10-25" and row["public"])
    signed = {
        row["participant_key"]
        for row in rows("treaty_actions.csv")
        if row["treaty"] == "uncac-cyber" and row["date"] in ("2025-10-25", "2025-10-26")
    }
    assert {country["participant"] for country in ceremony["countries"]} == signed - {"VN"}


def test_each_contact_names_a_country_or_an_organisation_so_that_the_form_takes_it_back(sample):
    assert [row["key"] for row in sample["outreach"] if not row["countries"] and not row["organisations"]] == []


def test_our_missions_meet_on_working_days_and_nothing_happens_after_the_day_of_the_story(sample):
    today = sample["today"]
    assert [r["key"] for r in invented(sample) if date.fromisoformat(r["held_on"]).weekday() > 4] == []
    happened = [
        row.get(f) for part in ("commitments", "follow_ups") for row in sample[part] for f in ("made_on", "closed_on")
    ]
    happened += [row["held_on"] for row in sample["outreach"]] + [r.get("on") for r in sample["sources"]]
    happened += [row["on"] for row in sample["domestic_steps"] if row["state"] == "done"]
    assert max(day for day in happened if day) <= today


def test_promises_are_made_on_the_day_of_the_contact_that_records_them(sample):
    held_on = {row["key"]: row["held_on"] for row in sample["outreach"]}
    for row in sample["commitments"]:
        assert row["made_on"] == held_on[row["outreach"]], row["key"]
        assert row["participant"] in {
            country["participant"]
            for o in sample["outreach"]
            if o["key"] == row["outreach"]
            for country in o["countries"]
        }, row["key"]


def test_every_grade_and_every_state_of_a_promise_can_be_seen(sample):
    assert {Grade(row["grade"]) for row in sample["commitments"]} == set(Grade)
    assert {CommitmentState(row["state"]) for row in sample["commitments"]} == set(CommitmentState)


def test_a_second_person_stands_behind_each_grade_four_and_five(sample):
    for row in sample["commitments"]:
        if row["grade"] in ("4", "5"):
            assert row["confirmed_by"] != next(o["drafter"] for o in sample["outreach"] if o["key"] == row["outreach"])


def test_a_state_that_has_not_signed_stands_before_signature_on_the_ladder(sample, signatories):
    for row in sample["domestic_steps"]:
        assert row["participant"] in signatories or row["stage"] in BEFORE_SIGNATURE, row["key"]
    for row in sample["commitments"]:
        if row["participant"] not in signatories and row["act"] in ("sign", "domestic_step") and row.get("stage"):
            assert row["stage"] in BEFORE_SIGNATURE, row["key"]


def test_the_shipped_organisations_are_named_in_all_three_languages():
    shipped = rows("organisations.csv")
    assert {"unodc", "ola", "interpol", "ipu", "eu-delegation"} <= {row["key"] for row in shipped}
    for row in shipped:
        assert all(row[name] for name in ("name_en", "name_vi", "name_fr", "city")), row["key"]
        assert OrganisationKind(row["kind"])
