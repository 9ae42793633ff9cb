"""The kinds of record that a desk keeps, as frozen values, in the order of their numbers."""

from hanoi_desk.records.base import Record
from hanoi_desk.records.bodies import Appointment, Coverage, Mission, Officer, Organisation, Person
from hanoi_desk.records.documents import Pack, PackEdition, PackText
from hanoi_desk.records.law import DomesticStep, Message, Participant, Source, Treaty, TreatyAction
from hanoi_desk.records.occasions import Event, Meeting, Statement
from hanoi_desk.records.outreach import Ask, Attachment, Commitment, FollowUp, Outreach, OutreachCountry, OutreachPerson

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
