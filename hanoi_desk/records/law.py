"""Participants, treaties and what is on record of them: facts with a source."""

from datetime import date
from typing import ClassVar

from hanoi_desk.records.base import (
    OfficerId,
    OutreachId,
    ParticipantId,
    Record,
    SourceId,
    TreatyActionId,
    TreatyId,
    record,
)
from hanoi_desk.records.document_values import Audience, Evidence
from hanoi_desk.records.values import (
    Confidence,
    DomesticStage,
    Entity,
    EntryRule,
    Proof,
    RegionalGroup,
    SourceKind,
    StepState,
    TreatyAct,
)


@record
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


@record
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


@record
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


@record
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


@record
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


@record
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
