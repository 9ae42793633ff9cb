"""What all kinds of record share: an identifier, and identifiers of other records in place of them.

A reference to another record is its id, written with an `…Id` type so that the store knows which table it points to.
Every record may leave out what is not known yet: an empty text, None, or an empty tuple.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from importlib import import_module
from operator import attrgetter
from typing import Annotated, Any, ClassVar, NamedTuple, NoReturn, TypeVar, dataclass_transform

K = TypeVar("K")


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

_NAMESPACE = "5f0c1d3e-7f0b-5a86-9f43-3a6a5b1c7d10"


def new_id() -> str:
    """Return a fresh random identifier, so that two laptops never clash."""
    return str(import_module("uuid").uuid4())  # not at the top: what only reads needs none, and a start only reads


def fixed_id(*parts: str) -> str:
    """Return the identifier that the same parts give on every laptop, so that equal records coincide."""
    uuid = import_module("uuid")
    return str(uuid.uuid5(uuid.UUID(_NAMESPACE), "\x1f".join(parts)))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(kind: type[K]) -> type[K]:
    """Make a kind of record of a class: a dataclass whose fields are all given by name and never change.

    What each kind does alike stands once in `Record`. A dataclass would write it anew for every kind, and the start of
    the program would wait for that.
    """
    return dataclass(init=False, repr=False, eq=False, kw_only=True, slots=True)(kind)


@record
class Record:
    """What every kind of record has: its identifier."""

    table: ClassVar[str]
    id: str = field(default_factory=new_id)

    def __init__(self, **values: Any) -> None:
        for one, put in _own(type(self)).filled:
            if one.name in values:
                put(self, values.pop(one.name))
            elif one.default is not MISSING:
                put(self, one.default)
            elif one.default_factory is not MISSING:
                put(self, one.default_factory())
            else:
                raise TypeError(f"{type(self).__name__} needs {one.name}")
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or type(other) is not type(self):
            return NotImplemented
        values = _own(type(self)).values
        return values(self) == values(other)

    def __hash__(self) -> int:
        return hash(_own(type(self)).values(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in fields(self))})"


class _Own(NamedTuple):
    """What a kind fills and reads: each field with what puts a value into its slot, and what reads all of them."""

    filled: tuple[tuple[Field[Any], Callable[[Record, Any], None]], ...]
    values: Callable[[Record], tuple[Any, ...]]


_OWN: dict[type[Record], _Own] = {}


def _own(kind: type[Record]) -> _Own:
    if kind not in _OWN:
        own = fields(kind)
        filled = tuple((one, getattr(kind, one.name).__set__) for one in own)
        _OWN[kind] = _Own(filled, attrgetter("id", *(one.name for one in own)))  # one name alone would give no tuple
    return _OWN[kind]
