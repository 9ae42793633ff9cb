"""The three values of a last contact in words, all from one record: by whom, with whom, in what."""

from hanoi_desk.contacts import LastContact
from hanoi_desk.language import short_date
from hanoi_desk.records import OutreachPerson
from hanoi_desk.ui.session import Session


def by_whom(last: LastContact) -> list[str]:
    """Return our side of a contact by name and post; where nobody is named, who wrote it down."""
    if last.ours or last.drafter is None:
        return [named(one) for one in last.ours]
    return [", ".join(part for part in (last.drafter.name, last.drafter.title) if part)]


def with_whom(last: LastContact) -> list[str]:
    """Return who was met, by the name and post of that day."""
    return [named(one) for one in last.theirs]


def in_what(session: Session, last: LastContact) -> str:
    """Return the day, the kind, and where it was."""
    event = session.name(last.event) if last.event else ""
    outreach = last.outreach
    parts = (short_date(outreach.held_on), session.label(outreach.kind), event, outreach.place)
    return " · ".join(part for part in parts if part)


def named(person: OutreachPerson) -> str:
    """Return a name with the post and body of the day."""
    post = ", ".join(part for part in (person.title, person.organisation) if part)
    return f"{person.name} ({post})" if post else person.name
