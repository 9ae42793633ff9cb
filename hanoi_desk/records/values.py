"""The closed lists of words that records are built from.

Values are stored in the desk file and in the log of changes: they may be added to, never renamed.
"""

from enum import StrEnum

#: Our own work lies in these years; what a treaty record or a biography tells may be older.
FIRST_YEAR, LAST_YEAR = 1945, 2100


class Entity(StrEnum):
    """What a participant is in treaty law; only a REIO's instrument does not count (article 65, paragraph 1)."""

    MEMBER_STATE = "member_state"
    OBSERVER_STATE = "observer_state"
    OTHER_STATE = "other_state"
    REIO = "reio"


class RegionalGroup(StrEnum):
    """The regional groups of the United Nations."""

    AFRICAN = "african"
    ASIA_PACIFIC = "asia_pacific"
    EASTERN_EUROPEAN = "eastern_european"
    LATIN_AMERICAN = "latin_american"
    WESTERN_EUROPEAN = "western_european"
    NONE = "none"


class TreatyAct(StrEnum):
    """An act noted by a depositary."""

    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive_signature"
    SUCCESSION_TO_SIGNATURE = "succession_to_signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    FORMAL_CONFIRMATION = "formal_confirmation"
    PARTICIPATION = "participation"
    SIMPLIFIED_PROCEDURE = "simplified_procedure"
    CONFIRMATION = "confirmation"
    PROVISIONAL_APPLICATION = "provisional_application"
    DECLARATION = "declaration"
    RESERVATION = "reservation"
    OBJECTION = "objection"
    NOTIFICATION = "notification"
    WITHDRAWAL = "withdrawal"
    DENUNCIATION = "denunciation"
    OTHER = "other"


class Proof(StrEnum):
    """Whether a depositary source was seen; only VERIFIED facts change a status or a count."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


class Confidence(StrEnum):
    """How far a source is to be trusted."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    TO_BE_CHECKED = "to_be_checked"


class EntryRule(StrEnum):
    """How a treaty enters into force: by a number of instruments and days, or in a way that is not computed."""

    THRESHOLD_AND_DAYS = "threshold_and_days"
    NOT_COMPUTED = "not_computed"


class DomesticStage(StrEnum):
    """Steps at home on the way to deposit, in their usual order (treaty-rules.md, section 5)."""

    CONSIDERING = "considering"
    POLICY_DECISION = "policy_decision"
    FULL_POWERS = "full_powers"
    LEGAL_REVIEW = "legal_review"
    PARLIAMENT_SUBMITTED = "parliament_submitted"
    PARLIAMENT_APPROVED = "parliament_approved"
    ASSENTED = "assented"
    INSTRUMENT_SIGNED = "instrument_signed"


class StepState(StrEnum):
    """Where a step at home stands."""

    PLANNED = "planned"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class MissionKind(StrEnum):
    """Kinds of our own posts."""

    PERMANENT_MISSION = "permanent_mission"
    EMBASSY = "embassy"
    CONSULATE = "consulate"
    MINISTRY = "ministry"


class OrganisationKind(StrEnum):
    """Kinds of bodies that we deal with."""

    PERMANENT_MISSION = "permanent_mission"
    EMBASSY = "embassy"
    MINISTRY = "ministry"
    PARLIAMENT = "parliament"
    INTERNATIONAL_ORGANIZATION = "international_organization"
    OTHER = "other"


class NameOrder(StrEnum):
    """Which part of a person's name comes first as the person writes it."""

    GIVEN_FIRST = "given_first"
    FAMILY_FIRST = "family_first"


class FileAuthority(StrEnum):
    """What a person can do on this file, apart from rank (practice.md 2.4)."""

    DECIDES = "decides"
    DRAFTS = "drafts"
    RELAYS = "relays"
    NONE_KNOWN = "none_known"


class EventKind(StrEnum):
    """Kinds of occasions that outreach belongs to."""

    CEREMONY = "ceremony"
    COMMITTEE_SESSION = "committee_session"
    CONFERENCE = "conference"
    SEMINAR = "seminar"
    SIDE_EVENT = "side_event"
    RECEPTION = "reception"
    VISIT = "visit"
    OTHER = "other"


class OutreachKind(StrEnum):
    """Kinds of contact (practice.md 2.3)."""

    BILATERAL = "bilateral"
    COURTESY_CALL = "courtesy_call"
    CALL_ON = "call_on"
    TALKS = "talks"
    WORKING_SESSION = "working_session"
    MARGINS = "margins"
    POLITICAL_CONSULTATION = "political_consultation"
    WORKING_MEAL = "working_meal"
    RECEPTION = "reception"
    HIGH_LEVEL_VISIT = "high_level_visit"
    INFORMAL = "informal"
    PHONE_CALL = "phone_call"
    VIDEO_CALL = "video_call"
    EMAIL = "email"
    LETTER = "letter"
    THIRD_PARTY = "third_party"
    DEMARCHE = "demarche"
    JOINT_DEMARCHE = "joint_demarche"
    NOTE_VERBALE = "note_verbale"
    PERSONAL_NOTE = "personal_note"
    COLLECTIVE_NOTE = "collective_note"
    AIDE_MEMOIRE = "aide_memoire"
    MEMORANDUM = "memorandum"
    NONPAPER = "nonpaper"
    STATEMENT = "statement"
    SIDE_EVENT = "side_event"
    SEMINAR = "seminar"
    REGIONAL_PREP = "regional_prep"
    BRIEFING_SESSION = "briefing_session"
    COMMITTEE_SESSION = "committee_session"
    TREATY_EVENT = "treaty_event"


class OutreachState(StrEnum):
    """A record of a contact is closed after review; corrections are then added, not written over."""

    DRAFT = "draft"
    CLOSED = "closed"


class Initiative(StrEnum):
    """Who sought the contact."""

    OURS = "ours"
    THEIRS = "theirs"
    CHANCE = "chance"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """How a delegation stood towards the Convention in one contact."""

    NOT_STATED = "not_stated"
    SUPPORTIVE = "supportive"
    LEANING_YES = "leaning_yes"
    UNDECIDED = "undecided"
    LEANING_NO = "leaning_no"
    OPPOSED = "opposed"


class Objection(StrEnum):
    """What a delegation raised against joining (practice.md 5.2)."""

    RIGHTS = "rights"
    RESEARCH = "research"
    SCOPE = "scope"
    OVERLAP = "overlap"
    CALENDAR = "calendar"
    RESOURCES = "resources"
    RESERVATIONS = "reservations"
    ORIGIN = "origin"
    OTHERS_FIRST = "others_first"
    CIVIL_SOCIETY = "civil_society"


class Side(StrEnum):
    """On whose side of the table a person sat."""

    OURS = "ours"
    THEIRS = "theirs"
    THIRD = "third"


class PromisedAct(StrEnum):
    """What a State undertook to do."""

    SIGN = "sign"
    RATIFY = "ratify"
    ACCEPT = "accept"
    APPROVE = "approve"
    ACCEDE = "accede"
    DOMESTIC_STEP = "domestic_step"
    STATEMENT = "statement"
    OTHER = "other"


class Precision(StrEnum):
    """How exact a promised date is; the date held is always the last day of the period."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SESSION = "session"
    NONE = "none"


class Grade(StrEnum):
    """Distance from words to deposit (practice.md 3.3); graded by the words, not by hope."""

    NO_POSITION = "0"
    WILL_STUDY = "1"
    GENERAL_SUPPORT = "2"
    PROMISED = "3"
    PROMISED_WITH_DATE = "4"
    ACT_UNDER_WAY = "5"
    DECLINED = "X"


class Form(StrEnum):
    """How a promise reached us."""

    WRITTEN = "written"
    PUBLIC = "public"
    ORAL = "oral"
    RELAYED = "relayed"


class Authority(StrEnum):
    """For whom the speaker of a promise spoke."""

    CAPITAL = "capital"
    MISSION = "mission"
    UNKNOWN = "unknown"


class CommitmentState(StrEnum):
    """What a person decided about a promise; what the record shows is computed beside it."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    PASSED = "passed"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class FollowUpState(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Repeat(StrEnum):
    """How often a task comes again after it is done."""

    NONE = "none"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class CoverageRole(StrEnum):
    """What one of our missions is to a participant."""

    LEAD = "lead"
    CONCURRENT = "concurrent"
    NEW_YORK = "new_york"
    VIENNA = "vienna"
    GENEVA = "geneva"
    OTHER = "other"


class AskDirection(StrEnum):
    """Who asks whom."""

    THEIRS = "theirs"  # they ask us
    OURS = "ours"  # we ask them


class AskKind(StrEnum):
    """What is asked for beside the treaty act itself."""

    TECHNICAL_ASSISTANCE = "technical_assistance"
    TRAINING = "training"
    TRANSLATION = "translation"
    VISIT = "visit"
    CANDIDATURE = "candidature"
    INFORMATION = "information"
    OTHER = "other"


class AskState(StrEnum):
    """Where a request stands: open and promised ones are owed."""

    OPEN = "open"
    PROMISED = "promised"
    ANSWERED = "answered"
    DECLINED = "declined"
    DROPPED = "dropped"


class MeetingState(StrEnum):
    """Where a planned meeting stands."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    CANCELLED = "cancelled"


class Mention(StrEnum):
    """Whether a delegation spoke of the Convention in a plenary statement."""

    MENTIONED = "mentioned"
    NOT_MENTIONED = "not_mentioned"
    NOT_HEARD = "not_heard"


class SourceKind(StrEnum):
    """Kinds of evidence."""

    DEPOSITARY = "depositary"
    OFFICIAL_STATEMENT = "official_statement"
    NOTE_VERBALE = "note_verbale"
    OUR_RECORD = "our_record"
    PRESS = "press"
    THIRD_PARTY = "third_party"
    SAMPLE = "sample"
