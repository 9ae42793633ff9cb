"""What is kept of outreach that comes as JSON, and what is refused."""

import io
import json
import sys
from datetime import date

import pytest
from cli.answers import kept, refused, write

from hanoi_desk.records import Commitment, Event, FollowUp, Grade, Outreach, OutreachCountry, Precision

TALKS = {
    "date": "2026-11-03",
    "kind": "talks",
    "countries": ["Kenya", "bo bien nga", "KEN", "EU"],
    "organisations": ["UNODC"],
    "place": "Vienna",
    "event": "Hội thảo Viên",
    "summary": "Kenya plans to sign",
    "notes": "Long notes\nin two lines.",
    "results": {
        "KE": "Will sign.",
        "Côte d'Ivoire": {"said": "Studying.", "stance": "undecided", "objections": ["calendar"], "level": 4},
    },
    "commitments": [
        {"country": "Kenya", "act": "sign", "by": "2026-12-10", "grade": 4, "form": "oral", "words": "We will sign."},
        {"country": "CI", "act": "accede", "by": "2027-02"},
        {"country": "CI", "act": "ratify", "by": "2027-Q3", "grade": "X", "treaty": "XVIII-12"},
        {"country": "EU", "act": "approve", "by": "the spring session"},
        {"country": "EU", "act": "other", "by": "2027"},
        {"country": "EU", "act": "statement"},
    ],
    "follow_ups": [{"what": "Send the model instrument", "due": "2026-11-20", "country": "Kenya"}, {"what": "Report"}],
}  # fmt: skip


def test_a_logged_contact_is_kept_with_everything_in_it(log, desk):
    code, out, err = log(TALKS)
    assert (code, err) == (0, "")
    [outreach] = kept(desk, Outreach)
    assert out == f"{outreach.id}\n"
    assert (outreach.held_on, outreach.kind.value, outreach.place) == (date(2026, 11, 3), "talks", "Vienna")
    assert outreach.notes == "Long notes\nin two lines."
    assert len(outreach.organisations) == 1
    said = sorted(kept(desk, OutreachCountry), key=lambda one: one.position)
    assert [(one.said, one.stance.value) for one in said] == [
        ("Will sign.", "not_stated"),
        ("Studying.", "undecided"),
        ("", "not_stated"),
    ]
    promises = {one.act.value: (one.by, one.precision, one.by_words) for one in kept(desk, Commitment)}
    assert promises == {
        "sign": (date(2026, 12, 10), Precision.DAY, ""),
        "accede": (date(2027, 2, 28), Precision.MONTH, ""),
        "ratify": (date(2027, 9, 30), Precision.QUARTER, ""),
        "approve": (None, Precision.SESSION, "the spring session"),
        "other": (date(2027, 12, 31), Precision.NONE, "2027"),
        "statement": (None, Precision.NONE, ""),
    }
    assert {one.grade for one in kept(desk, Commitment)} == {
        Grade.PROMISED_WITH_DATE,
        Grade.DECLINED,
        Grade.NO_POSITION,
    }
    assert {one.made_on for one in kept(desk, Commitment)} == {date(2026, 11, 3)}
    assert {(one.what, one.due_on) for one in kept(desk, FollowUp)} == {
        ("Send the model instrument", date(2026, 11, 20)),
        ("Report", None),
    }


def test_a_new_event_is_made_once_and_found_the_next_time(log, desk):
    log(TALKS, {"date": "2026-11-04", "organisations": ["unodc"], "event": "hoi thao vien"})
    log({"date": "2026-11-05", "countries": ["Ghana"], "event": "HỘI THẢO VIÊN"})
    assert [event.name for event in kept(desk, Event)] == ["Hội thảo Viên"]
    assert {outreach.event for outreach in kept(desk, Outreach)} == {kept(desk, Event)[0].id}


def test_only_a_date_and_one_country_are_needed_and_the_json_tells_the_ids(log, desk):
    code, out, _ = log("\ufeff", "", '{"date": "2026-11-03", "countries": ["Việt Nam"]}', "  ", more=["-", "--json"])
    [outreach] = kept(desk, Outreach)
    assert (code, json.loads(out)) == (
        0,
        {
            "logged": 1,
            "outreach": [{"line": 3, "id": outreach.id, "countries": ["VN"], "commitments": [], "follow_ups": []}],
        },
    )


def test_a_file_is_logged_as_the_standard_input_is(call, desk, tmp_path):
    text = "\ufeff" + json.dumps(TALKS) + "\r\n"
    assert call("log", desk, write(tmp_path / "log.jsonl", text.encode()))[0] == 0
    assert len(kept(desk, Outreach)) == 1
    assert "none.jsonl" in refused(call("log", desk, tmp_path / "none.jsonl"))


def test_all_is_kept_or_nothing(log, desk):
    good = {"date": "2026-11-03", "countries": ["Kenya"]}
    code, out, err = log(good, {"date": "2026-11-03", "countries": ["Kenyaa"]}, good)
    assert (code, out) == (1, "")
    assert "Line 2: countries: “Kenyaa” is not the name" in err
    assert "Nothing was kept, for" in err
    assert kept(desk, Outreach) == []


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ({"countries": ["MI"]}, "countries: “MI” is not"),
        ({"countries": ["congo kinshasa brazzaville"]}, "countries: “congo kin"),
        ({"countries": []}, "countries: This is needed"),
        ({"countries": "Kenya"}, "countries: This must be a list"),
        ({"countries": [7]}, "countries: This must be text"),
        ({"date": None}, "date: This is needed"),
        ({"date": "3/11/2026"}, "date: “3/11/2026” is not a day"),
        ({"date": "20261103"}, "date: “20261103” is not a day"),
        ({"date": 20261103}, "date: “20261103” is not a day"),
        ({"kind": "chat"}, "kind: “chat” is not one of: bilateral"),
        ({"time": "25:00"}, "time: Please write the time"),
        ({"minutes": "90"}, "minutes: This must be a whole number"),
        ({"minutes": True}, "minutes: This must be a whole number"),
        ({"colour": "red"}, "colour: There is no such field"),
        ({"event": 5}, "event: This must be text"),
        ({"organisations": ["Nobody Ltd"]}, "organisations: “Nobody Ltd” is not"),
        ({"results": []}, None),
        ({"results": [1]}, "results: This must be an object"),
        ({"results": {"Ghana": "x"}}, "results, Ghana: This is not among"),
        ({"results": {"Kenya": "x", "KE": "y"}}, "results, KE: This stands twice"),
        ({"results": {"Kenya": {"mood": 1}}}, "results, Kenya, mood: There is no such field"),
        ({"results": {"Kenya": {"level": 9}}}, "results, level: This number is outside"),
        ({"commitments": [{"act": "sign"}]}, None),
        ({"commitments": [{}]}, "commitments 1, act: This is needed"),
        ({"commitments": [{"act": "sign"}, {"act": "sing"}]}, "commitments 2, act: “sing” is not one of"),
        ({"commitments": [{"act": "sign", "grade": 6}]}, "commitments 1, grade: “6” is not one of"),
        ({"commitments": [{"act": "sign", "grade": True}]}, "commitments 1, grade: “true” is not one of"),
        ({"commitments": [{"act": "sign", "by": "31/12/2026"}]}, "commitments 1, by: “31/12/2026” is not"),
        ({"commitments": [{"act": "sign", "by": "2026-13"}]}, "commitments 1, by: “2026-13” is not"),
        ({"commitments": [{"act": "sign", "by": "2026-Q5"}]}, "commitments 1, by: “2026-Q5” is not"),
        ({"commitments": [{"act": "sign", "by": "2026-02-30"}]}, "commitments 1, by: “2026-02-30” is not"),
        ({"commitments": [{"act": "sign", "treaty": "XX-1"}]}, "commitments 1, treaty: This desk holds no treaty"),
        ({"commitments": [{"act": "sign", "verbatim": True}]}, "commitments, words: This is marked as verbatim"),
        ({"commitments": [{"act": "sign", "verbatim": "yes"}]}, "commitments 1, verbatim: This must be true or false"),
        ({"commitments": {"act": "sign"}}, "commitments: This must be a list"),
        ({"follow_ups": [{"due": "2026-11-20"}]}, "follow_ups 1, what: This is needed"),
        ({"follow_ups": [{"what": "  "}]}, "follow_ups, what: This is needed"),
        ({"follow_ups": [{"what": "Call", "country": "X"}]}, "follow_ups 1, country: “X” is not"),
        ({"notes": "This is TỐI MẬT."}, 'The mark "TỐI MẬT" stands in this text'),
        ({"results": {"Kenya": {"quote": "TUYỆT MẬT"}}}, 'The mark "TUYỆT MẬT"'),
        ({"notes": "a\0b"}, "notes: There is a character here"),
        ({"notes": "\ud800"}, "notes: There is a character here"),
        ({"notes": "x" * 60_001}, "notes: This text is too long"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_kept_is_refused_by_number_and_field(log, desk, more, part):
    line = {"date": "2026-11-03", "countries": ["Kenya"], **more}
    result = log("", json.dumps(line))
    if part is None:
        assert result[0] == 0
    else:
        said = refused(result)
        assert said.startswith("Line 2: ")
        assert part in said
        assert kept(desk, Outreach) == []


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("[1]", "This must be an object"),
        ('{"date": ', "This is not JSON from column"),
        ('{"date": "2026-11-03", "date": "2026-11-04", "countries": ["Kenya"]}', "date: This stands twice"),
        ('{"date": NaN}', "NaN"),
        ("[" * 100_000, "not JSON"),
        ('{"minutes": ' + "9" * 5000 + "}", "not JSON"),
    ],
)
def test_a_line_that_is_not_a_json_object_is_refused(log, line, part):
    said = refused(log(line))
    assert said.startswith("Line 1: ")
    assert part in said


def test_letters_in_another_encoding_are_refused(call, desk, tmp_path):
    line = '{"date": "2026-11-03", "countries": ["Côte d\'Ivoire"]}'
    said = refused(call("log", desk, write(tmp_path / "log.jsonl", line.encode("cp1252"))))
    assert "Line 1: This line is not in UTF-8." in said


def test_no_more_than_twenty_bad_lines_are_told(log):
    assert refused(log(*["{}"] * 50)).count("Line ") == 20


def test_a_text_may_hold_line_separators_of_its_own(log, desk):
    log({"date": "2026-11-03", "countries": ["Kenya"], "notes": "a\u2028b\x85c"})
    assert kept(desk, Outreach)[0].notes.startswith("a")


class _Interrupted(io.RawIOBase):
    """A standard input on which Ctrl+C is pressed before the second line."""

    def __init__(self):
        super().__init__()
        self.lines = [b'{"date": "2026-11-03", "countries": ["Kenya"]}\n']

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.lines:
            raise KeyboardInterrupt
        line = self.lines.pop()
        buffer[: len(line)] = line
        return len(line)


def test_ctrl_c_stops_and_keeps_nothing(call, desk, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(_Interrupted())))
    assert call("log", desk) == (130, "", "Stopped. Nothing was kept half-way.\n")
    assert kept(desk, Outreach) == []
