"""What of a desk goes into its calendar file, and how an entry follows its record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from ready_desks import started
from test_calendar_file import read_calendar

from hanoi_desk import desk
from hanoi_desk.calendar_days import calendar_days
from hanoi_desk.calendar_file import calendar_bytes
from hanoi_desk.language import Language
from hanoi_desk.records import Ask, AskDirection, AskKind, AskState, FollowUp
from hanoi_desk.store import Store

NOW = datetime(2026, 11, 22, 9, 41, tzinfo=timezone(timedelta(hours=1)))
DAY = date(2026, 12, 1)
GHANA = desk.participant_id("GH")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(started(tmp_path_factory.mktemp("desk") / "desk.hdesk")) as new:
        yield new


@pytest.fixture(autouse=True)
def clean(store: Store) -> Iterator[None]:
    yield
    while store.undo():
        pass


def told(store: Store, language: Language = Language.EN, now: datetime = NOW) -> dict[str, dict[str, str]]:
    """Return the events of the calendar file by their identifier, without the end of signature."""
    events = read_calendar(calendar_bytes(calendar_days(store, now, language)))
    return {event["UID"]: event for event in events if event["UID"] != desk.treaty_id("uncac-cyber")}


def test_a_task_is_the_same_day_wherever_the_calendar_is_read(store):
    task = desk.add_follow_up(store, FollowUp(what="Send the text", due_on=DAY, participant=GHANA))
    days = set()
    for hours in (-12, -5, 1, 7, 14):
        event = told(store, now=datetime(2026, 11, 22, 9, tzinfo=timezone(timedelta(hours=hours))))[task.id]
        days.add(event["DTSTART;VALUE=DATE"])
    assert days == {"20261201"}
    assert event["SUMMARY"] == "Send the text (Ghana)"


def test_an_entry_counts_its_revisions_and_keeps_its_identifier(store):
    task = desk.add_follow_up(store, FollowUp(what="Send", due_on=DAY))
    first = told(store)[task.id]
    task = desk.postpone_follow_up(store, task, date(2026, 12, 8))
    second = told(store)[task.id]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == ("0", "1")
    assert second["DTSTART;VALUE=DATE"] == "20261208"
    assert first["DTSTAMP"] <= second["DTSTAMP"]
    store.undo()
    assert told(store)[task.id]["SEQUENCE"] == "2"


def test_the_same_desk_gives_the_same_file(store):
    desk.add_follow_up(store, FollowUp(what="Send", due_on=DAY))
    later = NOW + timedelta(hours=3)
    assert calendar_bytes(calendar_days(store, NOW, Language.EN)) == calendar_bytes(
        calendar_days(store, later, Language.EN)
    )


def test_what_is_done_is_cancelled_for_a_while_and_then_left_out(store):
    task = desk.add_follow_up(store, FollowUp(what="Send", due_on=DAY))
    desk.complete_follow_up(store, task, NOW.date())
    event = told(store)[task.id]
    assert event["STATUS"] == "CANCELLED"
    assert int(event["SEQUENCE"]) > 0
    assert task.id not in told(store, now=NOW + timedelta(days=91))


def test_what_has_no_day_is_left_out(store):
    desk.add_follow_up(store, FollowUp(what="Think"))
    desk.record_ask(store, Ask(what="Training"))
    dropped = desk.add_follow_up(store, FollowUp(what="Write"))
    desk.drop_follow_up(store, dropped, NOW.date(), "Too late")
    assert told(store) == {}


def test_requests_with_a_day_are_in_it_both_ways_marked_for_our_side_only(store):
    theirs = Ask(what="A model law", due_on=DAY, participant=GHANA, kind=AskKind.TECHNICAL_ASSISTANCE)
    ours = replace(theirs, id="0" * 8 + theirs.id[8:], direction=AskDirection.OURS, what="Their vote")
    for ask in (theirs, ours):
        desk.record_ask(store, ask)
    events = told(store)
    assert events[theirs.id]["SUMMARY"] == "Ghana asks us: A model law"
    assert events[ours.id]["SUMMARY"] == "We asked Ghana: Their vote"
    assert "NO STATE SECRETS" in events[ours.id]["DESCRIPTION"]
    assert told(store, Language.VI)[ours.id]["SUMMARY"] == "Ta đề nghị Ghana: Their vote"
    desk.answer_ask(store, theirs, AskState.ANSWERED, "Sent", NOW.date())
    assert told(store)[theirs.id]["STATUS"] == "CANCELLED"
