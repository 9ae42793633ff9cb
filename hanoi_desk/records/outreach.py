"""Contacts, and what follows from them: promises, tasks, requests, files."""

from datetime import date
from typing import ClassVar

from hanoi_desk.records.base import (
    AskId,
    CommitmentId,
    EventId,
    MissionId,
    OfficerId,
    OrganisationId,
    OutreachId,
    ParticipantId,
    PersonId,
    Record,
    SourceId,
    TreatyActionId,
    TreatyId,
    record,
)
from hanoi_desk.records.values import (
    AskDirection,
    AskKind,
    AskState,
    Authority,
    CommitmentState,
    DomesticStage,
    FollowUpState,
    Form,
    Grade,
    Initiative,
    Objection,
    OutreachKind,
    OutreachState,
    Precision,
    PromisedAct,
    Repeat,
    Side,
    Stance,
)


@record
class Outreach(Record):
    """One contact with one or many delegations, as written down by our side."""

    table: ClassVar[str] = "outreach"
    held_on: date
    kind: OutreachKind = OutreachKind.BILATERAL
    time: str = ""  # HH:MM where it was held
    minutes: int | None = None
    place: str = ""
    event: EventId | None = None
    organisations: tuple[OrganisationId, ...] = ()
    summary: str = ""  # the subject line: the first words carry the news
    purpose: str = ""
    notes: str = ""
    questions: str = ""
    comment: str = ""  # our judgement, own side only
    initiative: Initiative = Initiative.UNKNOWN
    language: str = ""
    mission: MissionId | None = None
    drafter: OfficerId | None = None
    state: OutreachState = OutreachState.DRAFT
    reference: str = ""
    written_on: date | None = None
    source: SourceId | None = None


@record
class OutreachCountry(Record):
    """What one participant said in one contact."""

    table: ClassVar[str] = "outreach_country"
    outreach: OutreachId
    participant: ParticipantId
    said: str = ""
    quote: str = ""  # verbatim, in the language spoken
    quote_language: str = ""
    quote_translation: str = ""
    stance: Stance = Stance.NOT_STATED
    objections: tuple[Objection, ...] = ()
    level: int | None = None  # highest level present, 1 to 8
    next_step: str = ""
    position: int = 0  # order in which they were named


@record
class OutreachPerson(Record):
    """Who was there, with name and post frozen as they were on the day."""

    table: ClassVar[str] = "outreach_person"
    outreach: OutreachId
    side: Side
    name: str
    title: str = ""
    organisation: str = ""
    level: int | None = None
    person: PersonId | None = None
    officer: OfficerId | None = None
    participant: ParticipantId | None = None
    lead: bool = False
    note_taker: bool = False
    position: int = 0


@record
class Commitment(Record):
    """What one State undertook to do: one act, one speaker, one date, one record of it."""

    table: ClassVar[str] = "commitment"
    participant: ParticipantId
    treaty: TreatyId
    act: PromisedAct
    made_on: date
    by: date | None = None  # the last day of the promised period
    precision: Precision = Precision.NONE
    by_words: str = ""  # e.g. the name of a session
    words: str = ""  # in our language
    original_words: str = ""
    original_language: str = ""
    verbatim: bool = False
    grade: Grade = Grade.NO_POSITION
    form: Form = Form.ORAL
    authority: Authority = Authority.UNKNOWN
    level: int | None = None
    stage: DomesticStage | None = None  # named step at home, if any
    condition: str = ""
    speaker: PersonId | None = None
    speaker_title: str = ""
    outreach: OutreachId | None = None
    source: SourceId | None = None
    state: CommitmentState = CommitmentState.OPEN
    closed_on: date | None = None
    closed_reason: str = ""
    shown_by: TreatyActionId | None = None
    replaces: CommitmentId | None = None
    confirmed_by: OfficerId | None = None  # the second person that a grade 4 or 5 needs
    grade_reason: str = ""  # why the grade was last changed
    reciprocal: str = ""  # what they ask in return: kept apart from the condition


@record
class FollowUp(Record):
    """A task of ours: verb first."""

    table: ClassVar[str] = "follow_up"
    what: str
    due_on: date | None = None
    owner: OfficerId | None = None
    participant: ParticipantId | None = None
    outreach: OutreachId | None = None
    commitment: CommitmentId | None = None
    state: FollowUpState = FollowUpState.OPEN
    closed_on: date | None = None
    reason: str = ""
    channel: str = ""  # by which way, e.g. their mission in New York
    repeat: Repeat = Repeat.NONE
    event: EventId | None = None
    ask: AskId | None = None


@record
class Ask(Record):
    """A request beside the treaty act, theirs of us or ours of them; own side only, never in anything handed over."""

    table: ClassVar[str] = "ask"
    what: str
    direction: AskDirection = AskDirection.THEIRS
    kind: AskKind = AskKind.OTHER
    participant: ParticipantId | None = None
    organisation: OrganisationId | None = None
    state: AskState = AskState.OPEN
    asked_on: date | None = None
    due_on: date | None = None
    owner: OfficerId | None = None
    outreach: OutreachId | None = None
    source: SourceId | None = None
    answer: str = ""
    answered_on: date | None = None


@record
class Attachment(Record):
    """A file kept inside the desk, hanging on a record of any kind; its name is words, never a path."""

    table: ClassVar[str] = "attachment"
    name: str
    sha256: str
    size: int  # bytes
    record_table: str
    record: str
    media_type: str = ""
    added_on: date | None = None
    note: str = ""
