"""What all kinds of record share: an identifier, and identifiers of other records in place of them.

A reference to another record is its id, written with an `…Id` type so that the store knows which table it points to.
Every record may leave out what is not known yet: an empty text, None, or an empty tuple.
"""

from dataclasses import dataclass, field
from importlib import import_module
from os import urandom
from time import time_ns
from typing import Annotated, ClassVar, TypeVar, dataclass_transform

from hanoi_desk.values import Value, frozen

K = TypeVar("K")


@frozen
class Link(Value):
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

_NAMESPACE = "5f0c1d3e-7f0b-5a86-9f43-3a6a5b1c7d10"


def new_id() -> str:
    """Return a fresh identifier: the time in milliseconds, then chance, so that two laptops never clash.

    What is saved together then lies together in every index, and a save writes fewer pages of a desk that has grown
    (UUID version 7, RFC 9562 section 5.7).
    """
    uuid = import_module("uuid")  # not at the top: what only reads needs none, and a start only reads
    time, chance = time_ns() // 1_000_000 & 0xFFFF_FFFF_FFFF, int.from_bytes(urandom(10))
    version, variant = 0x7 << 76, 0b10 << 62
    return str(uuid.UUID(int=time << 80 | version | chance & ~(0xF << 76 | 0b11 << 62) | variant))


def fixed_id(*parts: str) -> str:
    """Return the identifier that the same parts give on every laptop, so that equal records coincide."""
    uuid = import_module("uuid")
    return str(uuid.uuid5(uuid.UUID(_NAMESPACE), "\x1f".join(parts)))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(kind: type[K]) -> type[K]:
    """Make a kind of record of a class: a value whose fields are all given by name."""
    return dataclass(init=False, repr=False, eq=False, kw_only=True, slots=True)(kind)


@record
class Record(Value):
    """What every kind of record has: its identifier."""

    table: ClassVar[str]
    id: str = field(default_factory=new_id)
