"""Occasions: who attended, the programme of meetings, and what delegations said of the Convention in a plenary."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from hanoi_desk.desk.outreach import OutreachEntry
from hanoi_desk.desk.refused import refuse_faulty, tidied
from hanoi_desk.desk.saving import save
from hanoi_desk.desk.start import author
from hanoi_desk.records import (
    Appointment,
    Commitment,
    Event,
    Form,
    Meeting,
    Mention,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    Side,
    Source,
    SourceKind,
    Statement,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.titles import first_line, title


def note_attendance(store: Store, event: Event, participants: Iterable[str]) -> Event:
    """Add delegations to those that were at an event, after those that are there already."""
    attended = tuple(dict.fromkeys([*event.attended, *participants]))
    return save(store, Action.EDIT_RECORD, replace(event, attended=attended))


def plan_meetings(store: Store, meetings: Sequence[Meeting], label: str = "") -> None:
    """Keep slots of a programme, new or changed, as one save.

    :raises Refused: when one of them breaks a rule; nothing is then kept.
    """
    kept = [tidied(meeting) for meeting in meetings]
    refuse_faulty(kept)
    with store.change(Action.PLAN_PROGRAMME, label or title(kept[0])) as change:
        for meeting in kept:
            change.save(meeting)


def drop_meeting(store: Store, meeting: Meeting, label: str = "") -> None:
    """Take a slot off the programme; its result, if one is filed, stays in the log, and undo brings the slot back."""
    with store.change(Action.PLAN_PROGRAMME, label or title(meeting)) as change:
        change.delete(meeting)


def result_of(store: Store, meeting: Meeting, today: date) -> OutreachEntry:
    """Return a contact filled from a slot of a programme, to be completed in a form; logging it files the result."""
    outreach = Outreach(
        held_on=meeting.on,
        time=meeting.time,
        minutes=meeting.minutes,
        place=meeting.place,
        event=meeting.event,
        organisations=(meeting.organisation,) if meeting.organisation else (),
        purpose=meeting.topic,
        language=meeting.language,
        mission=store.local("mission") or None,
        drafter=author(store),
        written_on=today,
    )
    countries = [OutreachCountry(outreach=outreach.id, participant=meeting.participant)] if meeting.participant else []
    people = [*_theirs(store, meeting, outreach.id), *_ours(store, meeting, outreach.id)]
    return OutreachEntry(
        outreach=outreach,
        countries=tuple(countries),
        people=tuple(replace(one, position=place) for place, one in enumerate(people)),
        slots=(meeting,),
    )


def _theirs(store: Store, meeting: Meeting, outreach: str) -> Iterable[OutreachPerson]:
    person = store.get(Person, meeting.counterpart) if meeting.counterpart else None
    if person:
        post = _post_on(store.all(Query(Appointment, (("person", "=", person.id),))), meeting.on)
        body = store.get(Organisation, post.organisation) if post and post.organisation else None
        yield OutreachPerson(
            outreach=outreach,
            side=Side.THEIRS,
            name=person.name,
            title=post.title if post else "",
            organisation=body.name_en if body else "",
            level=post.level if post else None,
            person=person.id,
            participant=person.participant or meeting.participant,
            lead=True,
        )
    if meeting.counterpart_text.strip():
        yield OutreachPerson(
            outreach=outreach,
            side=Side.THEIRS,
            name=meeting.counterpart_text,
            participant=meeting.participant,
            lead=person is None,
        )


def _ours(store: Store, meeting: Meeting, outreach: str) -> Iterable[OutreachPerson]:
    if meeting.ours_text.strip():
        yield OutreachPerson(outreach=outreach, side=Side.OURS, name=meeting.ours_text, lead=True)
    ids = dict.fromkeys([*meeting.ours, *([meeting.note_taker] if meeting.note_taker else [])])
    for officer in store.many(Officer, list(ids)):
        yield OutreachPerson(
            outreach=outreach,
            side=Side.OURS,
            name=officer.name,
            title=officer.title,
            officer=officer.id,
            note_taker=officer.id == meeting.note_taker,
        )


def _post_on(posts: Iterable[Appointment], day: date) -> Appointment | None:
    """Return the post that was held on a day: of several the one taken up last."""
    held = [post for post in posts if (post.from_on or day) <= day <= (post.to_on or day)]
    return max(held, key=lambda post: post.from_on or date.min, default=None)


def note_statement(store: Store, statement: Statement, label: str = "") -> Statement:
    """Keep what a delegation said of the Convention; it is nobody's commitment by itself.

    A statement in which nothing is heard and nothing written is taken out again.

    :raises Refused: when it breaks a rule.
    """
    kept = tidied(statement)
    refuse_faulty([kept])
    with store.change(Action.NOTE_STATEMENTS, label or title(kept)) as change:
        if says_nothing(kept):
            change.delete(kept)
        else:
            change.save(kept)
    return kept


def drop_statement(store: Store, statement: Statement, label: str = "") -> None:
    """Take a statement out; undo brings it back."""
    with store.change(Action.NOTE_STATEMENTS, label or title(statement)) as change:
        change.delete(statement)


def says_nothing(statement: Statement) -> bool:
    """Tell whether a statement holds nothing that a person heard or wrote."""
    blank = Statement(
        id=statement.id,
        event=statement.event,
        participant=statement.participant,
        mention=Mention.NOT_HEARD,
        on=statement.on,
        item=statement.item,
        language=statement.language,
    )
    return statement == blank


def promise_in(statement: Statement, event: Event, commitment: Commitment) -> tuple[Commitment, Source]:
    """Return a promise with the words of a statement, and the official statement that is its source.

    The act and the grade are those of `commitment`: a person reads the words and says what they promise.
    """
    source = Source(
        kind=SourceKind.OFFICIAL_STATEMENT,
        title=", ".join(filter(None, (event.name, statement.item))),
        author=statement.speaker,
        on=statement.on or event.starts_on,
    )
    # The words are kept in our language: where they were spoken in another, the translation is what we read.
    filled = replace(
        commitment,
        participant=statement.participant,
        made_on=source.on or commitment.made_on,
        words=statement.translation or statement.words,
        original_words=statement.words if statement.translation else "",
        original_language=statement.language if statement.translation else "",
        verbatim=statement.verbatim,
        form=Form.PUBLIC,
        speaker_title=statement.speaker,
        source=statement.source or source.id,
    )
    return filled, source


def record_promise_of(store: Store, statement: Statement, commitment: Commitment, source: Source) -> Commitment:
    """Keep a promise read out of a statement with its source, as one save; the statement then names that source too.

    :raises Refused: when the promise breaks a rule; nothing is then kept.
    """
    kept = tidied(commitment)
    refuse_faulty([kept, source])
    with store.change(Action.RECORD_COMMITMENT, first_line(kept.words)) as change:
        if kept.source == source.id:
            change.save(source)
        change.save(kept)
        change.save(replace(statement, source=kept.source))
    return kept


def day_within(event: Event | None, today: date) -> date:
    """Return the day that something logged at an event most likely was: today while it runs, else its nearest day."""
    if event is None or event.starts_on is None:
        return today
    return min(max(today, event.starts_on), event.ends_on or event.starts_on)
