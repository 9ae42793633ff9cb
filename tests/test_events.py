"""What is done about an occasion: who came, the programme, the plenary, and the result of a meeting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from ready_desks import started

from hanoi_desk import desk
from hanoi_desk.desk import OutreachEntry, Refused, participant_id, treaty_id
from hanoi_desk.records import (
    Appointment,
    Commitment,
    Event,
    Form,
    Grade,
    Meeting,
    MeetingState,
    Mention,
    Officer,
    Outreach,
    Person,
    PromisedAct,
    Side,
    Source,
    SourceKind,
    Statement,
)
from hanoi_desk.store import Query, Store

TODAY = date(2026, 11, 22)
GHANA, KENYA = participant_id("GH"), participant_id("KE")
VISIT = Event(name="Visit to Accra", starts_on=date(2026, 11, 23), ends_on=date(2026, 11, 25))
LAN, AN = Officer(name="Lan", title="Counsellor"), Officer(name="An")
AMA = Person(name="Ama Mensah", participant=GHANA)
POST = Appointment(person=AMA.id, title="Legal adviser", level=6, from_on=date(2026, 1, 1))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(started(tmp_path / "desk.hdesk")) as made:
        for record in (VISIT, LAN, AN, AMA, POST):
            desk.keep(made, record)
        yield made


def slot(**more: object) -> Meeting:
    given = {"on": date(2026, 11, 23), "time": "09:30", "event": VISIT.id, "participant": GHANA} | more
    return Meeting(**given)  # type: ignore[arg-type]


def said(**more: object) -> Statement:
    given = {"event": VISIT.id, "participant": GHANA, "item": "Item 5", "on": TODAY} | more
    return Statement(**given)  # type: ignore[arg-type]


def test_delegations_are_added_to_those_that_were_there_once_each(store: Store) -> None:
    event = desk.note_attendance(store, desk.note_attendance(store, VISIT, [GHANA]), [KENYA, GHANA])
    assert store.need(Event, event.id).attended == (GHANA, KENYA)


def test_a_programme_is_kept_as_one_save_and_undone_as_one(store: Store) -> None:
    desk.plan_meetings(store, [slot(), slot(time="11:00")])
    assert len(store.all(Query(Meeting))) == 2
    store.undo()
    assert store.all(Query(Meeting)) == []


def test_a_slot_with_nobody_or_no_time_is_refused_and_nothing_kept(store: Store) -> None:
    with pytest.raises(Refused):
        desk.plan_meetings(store, [slot(), slot(participant=None)])
    with pytest.raises(Refused):
        desk.plan_meetings(store, [slot(time="25:00")])
    assert store.all(Query(Meeting)) == []


def test_the_result_of_a_slot_is_filled_with_all_that_the_slot_says(store: Store) -> None:
    meeting = slot(
        minutes=45,
        place="Ministry of Justice",
        topic="Ratification",
        language="en",
        counterpart=AMA.id,
        ours=(LAN.id,),
        ours_text="Minister Le Van A",
        note_taker=AN.id,
    )
    entry = desk.result_of(store, meeting, TODAY)
    outreach = entry.outreach
    assert (outreach.held_on, outreach.time, outreach.minutes) == (meeting.on, "09:30", 45)
    assert (outreach.place, outreach.event, outreach.purpose) == ("Ministry of Justice", VISIT.id, "Ratification")
    assert [one.participant for one in entry.countries] == [GHANA]
    assert [(one.side, one.name, one.title, one.note_taker) for one in entry.people] == [
        (Side.THEIRS, "Ama Mensah", "Legal adviser", False),
        (Side.OURS, "Minister Le Van A", "", False),
        (Side.OURS, "Lan", "Counsellor", False),
        (Side.OURS, "An", "", True),
    ]


def test_logging_the_result_notes_the_slot_as_held_in_the_same_save(store: Store) -> None:
    meeting = slot()
    desk.plan_meetings(store, [meeting])
    entry = desk.result_of(store, meeting, TODAY)
    desk.plan_meetings(store, [replace(meeting, place="Moved to the embassy")])  # while the form was open
    desk.log_outreach(store, [entry])
    held = store.need(Meeting, meeting.id)
    assert (held.state, held.outreach, held.place) == (MeetingState.HELD, entry.outreach.id, "Moved to the embassy")
    store.undo()
    assert store.need(Meeting, meeting.id).state is MeetingState.PLANNED
    assert store.get(Outreach, entry.outreach.id) is None


def test_the_result_of_a_slot_that_was_taken_off_is_still_logged(store: Store) -> None:
    meeting = slot()
    desk.plan_meetings(store, [meeting])
    entry = desk.result_of(store, meeting, TODAY)
    desk.drop_meeting(store, meeting)
    desk.log_outreach(store, [entry])
    assert store.get(Outreach, entry.outreach.id)
    assert store.get(Meeting, meeting.id) is None


def test_deleting_a_result_leaves_the_slot_without_one(store: Store) -> None:
    meeting = slot()
    desk.plan_meetings(store, [meeting])
    entry = desk.result_of(store, meeting, TODAY)
    desk.log_outreach(store, [entry])
    desk.delete_outreach(store, entry.outreach.id)
    assert store.need(Meeting, meeting.id).outreach is None
    store.undo()
    assert store.need(Meeting, meeting.id).outreach == entry.outreach.id


def test_a_result_of_an_entry_with_a_slot_names_it_last() -> None:
    meeting = slot()
    entry = OutreachEntry(outreach=Outreach(held_on=TODAY), slots=(meeting,))
    assert list(entry.records())[-1] is meeting


def test_a_statement_is_noted_mended_and_taken_out_when_nothing_was_heard(store: Store) -> None:
    statement = said(mention=Mention.MENTIONED)
    desk.note_statement(store, statement)
    desk.note_statement(store, replace(statement, words="We shall ratify soon."))
    assert store.need(Statement, statement.id).words == "We shall ratify soon."
    desk.note_statement(store, replace(statement, mention=Mention.NOT_HEARD))
    assert store.get(Statement, statement.id) is None
    store.undo()
    assert store.need(Statement, statement.id).words == "We shall ratify soon."


def test_a_statement_with_words_is_kept_even_if_the_convention_is_not_heard_of_yet(store: Store) -> None:
    statement = said(mention=Mention.NOT_HEARD, words="Spoke of cooperation.")
    desk.note_statement(store, statement)
    assert store.get(Statement, statement.id)


def test_a_statement_is_no_promise_until_a_person_reads_one_in_it(store: Store) -> None:
    statement = said(
        words="Nous ratifierons.", language="fr", translation="We will ratify.", verbatim=True, speaker="X"
    )
    desk.note_statement(store, statement)
    assert store.all(Query(Commitment)) == []

    blank = Commitment(
        participant=GHANA,
        treaty=treaty_id("uncac-cyber"),
        act=PromisedAct.RATIFY,
        made_on=TODAY,
        grade=Grade.PROMISED,
    )
    promise, source = desk.promise_in(statement, VISIT, blank)
    assert (promise.words, promise.original_words, promise.original_language) == (
        "We will ratify.",
        "Nous ratifierons.",
        "fr",
    )
    assert (promise.form, promise.verbatim, promise.speaker_title) == (Form.PUBLIC, True, "X")
    assert (source.kind, source.title) == (SourceKind.OFFICIAL_STATEMENT, "Visit to Accra, Item 5")
    desk.record_promise_of(store, statement, promise, source)
    assert store.need(Commitment, promise.id).source == source.id
    assert store.need(Statement, statement.id).source == source.id

    again, unused = desk.promise_in(store.need(Statement, statement.id), VISIT, replace(blank, act=PromisedAct.SIGN))
    assert again.source == source.id
    desk.record_promise_of(store, store.need(Statement, statement.id), replace(again, id="another"), unused)
    assert store.get(Source, unused.id) is None


def test_what_is_logged_at_an_event_is_of_today_while_it_runs_and_of_its_nearest_day_otherwise() -> None:
    assert desk.day_within(None, TODAY) == TODAY
    assert desk.day_within(Event(name="No date yet"), TODAY) == TODAY
    assert desk.day_within(VISIT, TODAY) == date(2026, 11, 23)
    assert desk.day_within(VISIT, date(2026, 11, 24)) == date(2026, 11, 24)
    assert desk.day_within(VISIT, date(2026, 12, 24)) == date(2026, 11, 25)
    assert desk.day_within(replace(VISIT, ends_on=None), date(2026, 12, 24)) == date(2026, 11, 23)
