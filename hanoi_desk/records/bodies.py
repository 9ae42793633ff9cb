"""Who is who: our missions and officers, the bodies and persons that we deal with, and who looks after whom."""

from datetime import date
from typing import ClassVar

from hanoi_desk.records.base import MissionId, OrganisationId, ParticipantId, PersonId, Record, record
from hanoi_desk.records.values import CoverageRole, FileAuthority, MissionKind, NameOrder, OrganisationKind


@record
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


@record
class Officer(Record):
    """One of our own people."""

    table: ClassVar[str] = "officer"
    name: str
    title: str = ""
    mission: MissionId | None = None
    from_on: date | None = None
    to_on: date | None = None


@record
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


@record
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


@record
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


@record
class Coverage(Record):
    """Which of our missions looks after a participant, or is a channel to it, and when."""

    table: ClassVar[str] = "coverage"
    participant: ParticipantId
    mission: MissionId
    role: CoverageRole = CoverageRole.LEAD
    from_on: date | None = None
    to_on: date | None = None  # the last day
    note: str = ""
