"""The closed lists of words that documents and the messages in them are built from.

Values are stored in the desk file and in the log of changes: they may be added to, never renamed.
"""

from enum import StrEnum


class Product(StrEnum):
    """The documents that are collected from the desk (pdf-products.md)."""

    BRIEF = "brief"
    BILATERAL = "bilateral"
    EVENT = "event"
    REPORT = "report"
    LEAVE_BEHIND = "leave_behind"


class DocumentLanguage(StrEnum):
    """The language of a document; both means Vietnamese first, then English, from the same data.

    In French are the fixed words, the names of States, dates and numbers; sentences of the message bank are English.
    """

    EN = "en"
    VI = "vi"
    BOTH = "vi+en"
    FR = "fr"


class Paper(StrEnum):
    """The size of a sheet."""

    A4 = "A4"
    LETTER = "Letter"


class Marking(StrEnum):
    """How a document may go round. There is no secrecy level, and there can be none: article 5 of Law 117/2025/QH15."""

    INTERNAL = "internal"
    RETURN_AFTER_READING = "return_after_reading"
    PUBLIC = "public"


class PackPart(StrEnum):
    """What a text of a pack is for."""

    REASON = "reason"
    OBJECTIVE = "objective"
    POINT = "point"
    AVOID = "avoid"
    ANSWER = "answer"
    PRESS_LINE = "press_line"
    INTEREST = "interest"
    CONTEXT = "context"
    LEFT_OUT = "left_out"  # a row of the message bank that this pack does not use


class Audience(StrEnum):
    """For whom a message is meant (practice.md 5.3)."""

    ALL = "all"
    SIGNATORY_NOT_RATIFIED = "signatory_not_ratified"
    NON_SIGNATORY_BEFORE_CLOSE = "non_signatory_before_close"
    NON_SIGNATORY_AFTER_CLOSE = "non_signatory_after_close"
    PARTY = "party"
    BUDAPEST_PARTY = "budapest_party"
    REIO_MEMBER = "reio_member"
    AFRICAN_GROUP = "african_group"
    ASEAN = "asean"
    SMALL_STATE_CAPACITY = "small_state_capacity"
    CRITICAL = "critical"


class Evidence(StrEnum):
    """The tag that a message's source begins with: A official page, B secondary page, C or UNVERIFIED to be checked."""

    A = "A"
    B = "B"
    C = "C"
    UNVERIFIED = "UNVERIFIED"
