"""What a new contact, a new commitment and a new follow-up begin with."""

from collections.abc import Sequence

from hanoi_desk.desk import OutreachEntry
from hanoi_desk.records import Commitment, FollowUp, Form, Grade, Outreach, OutreachCountry, OutreachKind
from hanoi_desk.ui.log.commitment_card import right_act
from hanoi_desk.ui.log.draft import Writing
from hanoi_desk.ui.log.sheet import Sheet
from hanoi_desk.ui.session import Session


def new_contact(session: Session, kind: str, country_ids: Sequence[str]) -> Writing:
    """Return a contact of today, of our mission and our officer, with these countries."""
    outreach = Outreach(
        held_on=session.today,
        kind=OutreachKind(kind),
        mission=session.store.local("mission") or None,
        drafter=session.store.who or None,
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
    """Return a task of our officer for the country that is meant."""
    return FollowUp(
        what="",
        owner=sheet.session.store.who or None,
        participant=sheet.country_meant() or None,
        outreach=sheet.entry().outreach.id,
    )
