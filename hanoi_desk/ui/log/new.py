"""What a new contact, a new commitment, a new follow-up and a new request begin with."""

from collections.abc import Sequence

from hanoi_desk.desk import OutreachEntry, author, day_within
from hanoi_desk.records import (
    Ask,
    Commitment,
    Event,
    EventKind,
    FollowUp,
    Form,
    Grade,
    Outreach,
    OutreachCountry,
    OutreachKind,
)
from hanoi_desk.ui.log.commitment_card import right_act
from hanoi_desk.ui.log.draft import Writing
from hanoi_desk.ui.log.sheet import Sheet
from hanoi_desk.ui.session import Session

#: What most contacts at an event of a kind are; at others they are what the last one was.
_KINDS = {
    EventKind.COMMITTEE_SESSION: OutreachKind.COMMITTEE_SESSION,
    EventKind.SEMINAR: OutreachKind.SEMINAR,
    EventKind.SIDE_EVENT: OutreachKind.SIDE_EVENT,
    EventKind.RECEPTION: OutreachKind.RECEPTION,
}


def new_contact(session: Session, kind: str, country_ids: Sequence[str], event_id: str = "") -> Writing:
    """Return a contact of today, of our mission and our officer, with these countries; at an event, of its days."""
    event = session.store.get(Event, event_id) if event_id else None
    outreach = Outreach(
        held_on=day_within(event, session.today),
        kind=_KINDS.get(event.kind, OutreachKind(kind)) if event else OutreachKind(kind),
        place=event.place if event else "",
        event=event.id if event else None,
        mission=session.store.local("mission") or None,
        drafter=author(session.store),
        written_on=session.today,
    )
    countries = (OutreachCountry(outreach=outreach.id, participant=id_) for id_ in country_ids)
    return Writing(OutreachEntry(outreach=outreach, countries=tuple(countries)))


def new_commitment(sheet: Sheet) -> Commitment:
    """Return a commitment of the country that is meant, to the act that is legally next; marked notes are its words."""
    country, outreach, notes = sheet.country_meant(), sheet.entry().outreach, sheet.notes
    marked = notes.textCursor().selectedText().replace("\u2029", "\n") if notes.hasFocus() else ""
    return Commitment(
        participant=country,
        treaty=sheet.session.board().treaty.id,
        act=right_act(sheet.session, country),
        made_on=outreach.held_on,
        words=marked,
        grade=Grade.PROMISED,
        form=Form.ORAL,
        outreach=outreach.id,
    )


def new_follow_up(sheet: Sheet) -> FollowUp:
    """Return a task of our officer for the country whose commitment is being written, else for the one meant."""
    return FollowUp(
        what="",
        owner=author(sheet.session.store),
        participant=sheet.promising() or sheet.country_meant() or None,
        outreach=sheet.entry().outreach.id,
    )


def new_ask(sheet: Sheet) -> Ask:
    """Return a request that the country meant makes of us on the day of the contact, in the hands of our officer."""
    outreach = sheet.entry().outreach
    return Ask(
        what="",
        participant=sheet.country_meant() or None,
        asked_on=outreach.held_on,
        owner=author(sheet.session.store),
        outreach=outreach.id,
    )
