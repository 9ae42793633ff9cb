"""Events, planned meetings and what was said in a plenary."""

from datetime import date
from typing import ClassVar

from hanoi_desk.records.base import (
    EventId,
    OfficerId,
    OrganisationId,
    OutreachId,
    ParticipantId,
    PersonId,
    Record,
    SourceId,
    record,
)
from hanoi_desk.records.values import EventKind, MeetingState, Mention, Stance


@record
class Event(Record):
    """An occasion that outreach belongs to."""

    table: ClassVar[str] = "event"
    name: str
    name_vi: str = ""
    kind: EventKind = EventKind.OTHER
    place: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    hosts: tuple[ParticipantId, ...] = ()
    host_organisations: tuple[OrganisationId, ...] = ()
    hosts_text: str = ""  # as announced, e.g. named officials
    series: str = ""
    notes: str = ""
    source: SourceId | None = None
    co_hosts: tuple[ParticipantId, ...] = ()
    attended: tuple[ParticipantId, ...] = ()  # delegations that were there
    head_of_delegation: str = ""  # ours, by name and post


@record
class Meeting(Record):
    """One slot of a programme: who meets whom, when and where; its result is a contact."""

    table: ClassVar[str] = "meeting"
    on: date
    event: EventId | None = None
    time: str = ""  # HH:MM where it is held
    minutes: int | None = None
    place: str = ""
    participant: ParticipantId | None = None
    organisation: OrganisationId | None = None
    counterpart: PersonId | None = None
    counterpart_text: str = ""
    ours: tuple[OfficerId, ...] = ()
    ours_text: str = ""
    note_taker: OfficerId | None = None
    topic: str = ""
    language: str = ""
    state: MeetingState = MeetingState.PLANNED
    outreach: OutreachId | None = None


@record
class Statement(Record):
    """What one delegation said, or did not say, of the Convention in a plenary; nobody's commitment by itself."""

    table: ClassVar[str] = "statement"
    event: EventId
    participant: ParticipantId
    mention: Mention = Mention.MENTIONED
    on: date | None = None
    item: str = ""  # agenda item or session
    speaker: str = ""
    words: str = ""
    verbatim: bool = False
    language: str = ""
    translation: str = ""
    stance: Stance = Stance.NOT_STATED
    source: SourceId | None = None
