"""The calendar file, read back by a reader that forgives nothing."""

import re
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.calendar_file import BEGINNING, WholeDay, calendar_bytes

REVISED_AT = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=7)))
_LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z]+=[A-Z]+)*):(?P<value>.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def unescaped(value: str) -> str:
    """Return the text of a value, in which nothing that must be escaped may stand bare."""
    assert not re.search(r"[;,\\]", _ESCAPE.sub("", value)), value
    assert set(_ESCAPE.findall(value)) <= set("\\;,n"), value
    return _ESCAPE.sub(lambda hit: "\n" if hit[1] == "n" else hit[1], value)


def read_calendar(data: bytes) -> list[dict[str, str]]:
    """Return the events of a calendar file.

    :raises AssertionError: wherever the file is not as RFC 5545 asks.
    """
    *rows, last = data.split(b"\r\n")
    assert last == b""
    for row in rows:
        assert len(row) <= 75
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", row)
        row.decode("utf-8")  # no letter is cut into
    lines = b"\r\n".join(rows).replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[2].startswith("PRODID:")
    assert lines.pop() == "END:VCALENDAR"
    events: list[dict[str, str]] = []
    is_in_event = False
    for line in lines[3:]:
        if line in ("BEGIN:VEVENT", "END:VEVENT"):
            assert is_in_event is (line == "END:VEVENT")
            is_in_event = not is_in_event
            if is_in_event:
                events.append({})
            continue
        part = _LINE.fullmatch(line)
        assert is_in_event
        assert part, line
        assert part["name"] not in events[-1]
        events[-1][part["name"] + part["parameters"]] = unescaped(part["value"])
    assert not is_in_event
    for event in events:
        assert {"UID", "DTSTAMP", "SEQUENCE", "DTSTART;VALUE=DATE", "SUMMARY"} <= set(event)
        assert re.fullmatch(r"[0-9]{8}T[0-9]{6}Z", event["DTSTAMP"])
        assert re.fullmatch(r"[0-9]{8}", event["DTSTART;VALUE=DATE"])
        assert re.fullmatch(r"[0-9]+", event["SEQUENCE"])
        assert event.get("STATUS", "CANCELLED") == "CANCELLED"
    assert len({event["UID"] for event in events}) == len(events)
    return events


def one(**more) -> WholeDay:
    given = {"id": "a-1", "day": date(2027, 1, 1), "summary": "Ask", "revised_at": REVISED_AT, **more}
    return WholeDay(**given)


def test_an_entry_is_a_whole_day_without_hour_or_zone():
    [event] = read_calendar(calendar_bytes([one()]))
    assert event == {
        "UID": "a-1",
        "DTSTAMP": "20261122T023000Z",
        "LAST-MODIFIED": "20261122T023000Z",
        "SEQUENCE": "0",
        "DTSTART;VALUE=DATE": "20270101",
        "SUMMARY": "Ask",
        "CLASS": "PRIVATE",
        "TRANSP": "TRANSPARENT",
    }


def test_the_same_record_keeps_its_identifier_when_its_words_and_day_change():
    first, second = (
        read_calendar(calendar_bytes([entry]))[0]["UID"]
        for entry in (one(), one(summary="Ask again", day=date(2027, 2, 1)))
    )
    assert first == second == "a-1"


def test_a_cancelled_entry_says_so_and_a_later_revision_counts_up():
    [event] = read_calendar(calendar_bytes([one(is_cancelled=True, revision=3)]))
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", "3")


def test_signs_that_the_format_uses_itself_come_back_as_they_were():
    said = "Hỏi A; B, C \\ D: \\n is no break\nsecond line"
    [event] = read_calendar(calendar_bytes([one(summary=said, description=said)]))
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (said, said)


def test_no_text_can_add_a_line_of_its_own():
    said = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\x00\u2028y\x85z"
    [event] = read_calendar(calendar_bytes([one(summary=said)]))
    assert event["SUMMARY"] == "x\nEND:VEVENT\nBEGIN:VEVENT\ny\nz"


def test_a_long_line_is_folded_between_letters_at_75_octets():
    said = "Đề nghị chuyển sang gia nhập sau ngày 31 tháng 12 năm 2026, " * 5 + "🇻🇳" * 30
    data = calendar_bytes([one(summary=said)])
    [event] = read_calendar(data)
    assert event["SUMMARY"] == said
    assert max(len(row) for row in data.split(b"\r\n")) in (73, 74, 75)


def test_days_at_the_ends_of_the_calendar_are_written():
    days = [one(id="1", day=date.min), one(id="2", day=date.max)]
    events = read_calendar(calendar_bytes(days))
    assert [event["DTSTART;VALUE=DATE"] for event in events] == ["00010101", "99991231"]


def test_a_calendar_without_entries_is_one():
    data = calendar_bytes([])
    assert data.startswith(BEGINNING)
    assert read_calendar(data) == []


@given(st.lists(st.text(), max_size=4))
def test_any_text_is_read_back_but_for_control_characters(texts):
    events = read_calendar(calendar_bytes([one(id=str(n), summary=t) for n, t in enumerate(texts)]))
    assert len(events) == len(texts)
    for event, text in zip(events, texts, strict=True):
        kept = "\n".join(
            "".join(c for c in line if c == "\t" or (c >= " " and not "\x7f" <= c <= "\x9f"))
            for line in text.splitlines()
        )
        assert event["SUMMARY"] == kept
