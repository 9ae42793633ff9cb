"""The kinds of record that a desk keeps, as frozen values.

A reference to another record is its id, written with an `…Id` type so that the store knows which table it points to.
Every record may leave out what is not known yet: an empty text, None, or an empty tuple.
"""

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, ClassVar

from hanoi_desk.records.values import (
    AskDirection,
    AskKind,
    AskState,
    Audience,
    Authority,
    CommitmentState,
    Confidence,
    CoverageRole,
    DocumentLanguage,
    DomesticStage,
    Entity,
    EntryRule,
    EventKind,
    Evidence,
    FileAuthority,
    FollowUpState,
    Form,
    Grade,
    Initiative,
    Marking,
    MeetingState,
    Mention,
    MissionKind,
    NameOrder,
    Objection,
    OrganisationKind,
    OutreachKind,
    OutreachState,
    PackPart,
    Paper,
    Precision,
    Product,
    PromisedAct,
    Proof,
    RegionalGroup,
    Repeat,
    Side,
    SourceKind,
    Stance,
    StepState,
    TreatyAct,
)


@dataclass(frozen=True, slots=True)
class Link:
    """Marks a field as the id of a record of the named table."""

    table: str


ParticipantId = Annotated[str, Link("participant")]
TreatyId = Annotated[str, Link("treaty")]
TreatyActionId = Annotated[str, Link("treaty_action")]
MissionId = Annotated[str, Link("mission")]
OfficerId = Annotated[str, Link("officer")]
OrganisationId = Annotated[str, Link("organisation")]
PersonId = Annotated[str, Link("person")]
EventId = Annotated[str, Link("event")]
OutreachId = Annotated[str, Link("outreach")]
CommitmentId = Annotated[str, Link("commitment")]
AskId = Annotated[str, Link("ask")]
MeetingId = Annotated[str, Link("meeting")]
MessageId = Annotated[str, Link("message")]
PackId = Annotated[str, Link("pack")]
SourceId = Annotated[str, Link("source")]

_NAMESPACE = uuid.UUID("5f0c1d3e-7f0b-5a86-9f43-3a6a5b1c7d10")


def new_id() -> str:
    """Return a fresh random identifier, so that two laptops never clash."""
    return str(uuid.uuid4())


def fixed_id(*parts: str) -> str:
    """Return the identifier that the same parts give on every laptop, so that equal records coincide."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(parts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every kind of record has: its identifier."""

    table: ClassVar[str]
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """A State or organization that may take part in the Convention."""

    table: ClassVar[str] = "participant"
    key: str  # ISO 3166-1 alpha-2, or EU
    name_en: str
    name_vi: str
    iso3: str = ""
    m49: str = ""
    entity: Entity = Entity.MEMBER_STATE
    name_en_formal: str = ""
    name_fr: str = ""
    untc_name: str = ""
    aliases: tuple[str, ...] = ()
    group: RegionalGroup = RegionalGroup.NONE
    group_note: str = ""
    memberships: tuple[str, ...] = ()  # keys such as "asean", "african_union": language.word("membership.asean")
    eu_member: bool = False
    un_member_since: date | None = None
    capital: str = ""
    priority: int = 0  # 0 none, 1 high, 2 middle, 3 low
    priority_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty(Record):
    """A treaty with the dates and numbers of its final clauses."""

    table: ClassVar[str] = "treaty"
    key: str
    number: str  # the depositary's, e.g. XVIII-16
    title_en: str
    title_vi: str = ""
    title_fr: str = ""
    short_en: str = ""
    short_vi: str = ""
    short_fr: str = ""
    depositary: str = ""
    concluded_on: date | None = None
    concluded_at: str = ""
    opens_on: date | None = None
    closes_on: date | None = None  # the last day of signature
    signing_place: str = ""
    entry_rule: EntryRule = EntryRule.THRESHOLD_AND_DAYS
    threshold: int = 0
    days_after: int = 0
    later_days: int = 0
    in_force_on: date | None = None  # as the depositary states it; only where the rule is not computed
    rule_text: str = ""
    parent: TreatyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyAction(Record):
    """A dated, sourced fact noted by a depositary; corrected or withdrawn by a later one, never overwritten."""

    table: ClassVar[str] = "treaty_action"
    participant: ParticipantId | None  # None only for a claim about all, e.g. a total in the press
    treaty: TreatyId
    act: TreatyAct
    on: date | None = None
    effective_on: date | None = None  # stated date of effect of a denunciation or withdrawal
    proof: Proof = Proof.VERIFIED
    confidence: Confidence = Confidence.HIGH
    as_of: date | None = None
    cn_number: str = ""
    text: str = ""
    missing: str = ""  # what an unverified statement lacks
    corrects: TreatyActionId | None = None
    withdraws: TreatyActionId | None = None
    source: SourceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DomesticStep(Record):
    """A step at home: never a ratification."""

    table: ClassVar[str] = "domestic_step"
    participant: ParticipantId
    treaty: TreatyId
    stage: DomesticStage
    state: StepState = StepState.DONE
    on: date | None = None
    text: str = ""
    proof: Proof = Proof.UNVERIFIED
    confidence: Confidence = Confidence.MEDIUM
    source: SourceId | None = None
    outreach: OutreachId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission(Record):
    """One of our own posts."""

    table: ClassVar[str] = "mission"
    kind: MissionKind
    name_en: str
    name_vi: str = ""
    city_en: str = ""
    city_vi: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer(Record):
    """One of our own people."""

    table: ClassVar[str] = "officer"
    name: str
    title: str = ""
    mission: MissionId | None = None
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """A body that we deal with."""

    table: ClassVar[str] = "organisation"
    name_en: str
    name_vi: str = ""
    name_fr: str = ""
    acronym: str = ""
    kind: OrganisationKind = OrganisationKind.OTHER
    participant: ParticipantId | None = None
    parent: OrganisationId | None = None
    city: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A person on the other side or a third party, apart from any post."""

    table: ClassVar[str] = "person"
    name: str
    name_native: str = ""
    name_order: NameOrder = NameOrder.GIVEN_FIRST
    pronunciation: str = ""
    address: str = ""  # style of address, e.g. Her Excellency
    languages: tuple[str, ...] = ()
    participant: ParticipantId | None = None
    notes: str = ""
    other_names: tuple[str, ...] = ()  # in other scripts, orders or spellings
    biography: str = ""  # the public career, as it may be printed
    distinct_from: tuple[PersonId, ...] = ()  # namesakes that a person has told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Record):
    """A post that a person holds or held; level 1 (head of State) to 8 (outside government), practice.md 2.4."""

    table: ClassVar[str] = "appointment"
    person: PersonId
    title: str
    organisation: OrganisationId | None = None
    participant: ParticipantId | None = None
    level: int | None = None
    authority: FileAuthority = FileAuthority.NONE_KNOWN
    email: str = ""
    phone: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """Evidence that hangs on a claim."""

    table: ClassVar[str] = "source"
    kind: SourceKind
    title: str
    author: str = ""
    on: date | None = None  # date of the source itself
    as_of: date | None = None  # the day whose situation it shows
    read_on: date | None = None  # the day we read or imported it
    number: str = ""
    link: str = ""
    confidence: Confidence = Confidence.HIGH
    file_name: str = ""
    file_sha256: str = ""
    taken_whole: bool = False  # a status file of which no line was left out: the record shows its day
    treaty: TreatyId | None = None
    officer: OfficerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Record):
    """A row of the message bank: a point that may be made, or a question with its answer."""

    table: ClassVar[str] = "message"
    code: str
    audiences: tuple[Audience, ...]
    point_en: str
    point_vi: str
    facts: str = ""
    articles: str = ""
    source_text: str = ""
    evidence: Evidence = Evidence.UNVERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Record):
    """Which of our missions looks after a participant, or is a channel to it, and when."""

    table: ClassVar[str] = "coverage"
    participant: ParticipantId
    mission: MissionId
    role: CoverageRole = CoverageRole.LEAD
    from_on: date | None = None
    to_on: date | None = None  # the last day
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack(Record):
    """A document that is put together: for whom, on whom, with which sections, in which language and marking."""

    table: ClassVar[str] = "pack"
    name: str
    product: Product = Product.BRIEF
    event: EventId | None = None
    meeting: MeetingId | None = None
    outreach: OutreachId | None = None  # of a report
    participants: tuple[ParticipantId, ...] = ()
    facet: str = ""  # what the participants were chosen by, in words
    sections: tuple[str, ...] = ()  # keys in their order; empty for all of the product
    language: DocumentLanguage = DocumentLanguage.VI
    paper: Paper = Paper.A4
    marking: Marking = Marking.INTERNAL
    head_of_delegation: str = ""
    distribution: tuple[str, ...] = ()
    prepared_by: OfficerId | None = None
    reviewed_by: OfficerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackText(Record):
    """A sentence of one pack, in place of the bank's or beside it; the bank itself stays as it is."""

    table: ClassVar[str] = "pack_text"
    pack: PackId
    part: PackPart
    participant: ParticipantId | None = None  # None for the whole pack
    message: MessageId | None = None  # the row of the bank that it replaces
    text_en: str = ""
    text_vi: str = ""
    met_when_en: str = ""  # how an objective is known to have been met
    met_when_vi: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PackEdition(Record):
    """A pack as it was printed: frozen with its number, its day, a hash of its data, and the file."""

    table: ClassVar[str] = "pack_edition"
    pack: PackId
    number: int
    document: str = ""  # HD-2026-0147
    as_of: str = ""  # the aware moment of the data, ISO 8601
    made_on: date | None = None
    data_sha256: str = ""
    data: str = ""  # what it said of each participant, as JSON: "what changed since" reads from it
    file_name: str = ""
    file_sha256: str = ""
    pages: int = 0
    copies: int = 0
    officer: OfficerId | None = None


# The order gives each kind its number in the search index: append, never reorder.
KINDS: tuple[type[Record], ...] = (
    Participant,
    Treaty,
    TreatyAction,
    DomesticStep,
    Mission,
    Officer,
    Organisation,
    Person,
    Appointment,
    Event,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Commitment,
    FollowUp,
    Source,
    Message,
    Coverage,
    Ask,
    Attachment,
    Meeting,
    Statement,
    Pack,
    PackText,
    PackEdition,
)
