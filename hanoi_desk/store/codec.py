"""How the fields of a record become columns, link rows and the values of the log of changes, and back."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hanoi_desk.records import KINDS, Link, Record
from hanoi_desk.storage import StoreError, StoreErrorCode

Json = Any

#: Fields that a search should not look into.
_NOT_SEARCHED = {
    "id", "m49", "link", "file_sha256", "time", "untc_name", "sha256", "record", "record_table", "media_type",
}  # fmt: skip

#: A word from a closed list is always written; where an older log lacks it, the kind's default holds.
_NEVER_EMPTY = object()


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a kind: how it is held and whether it points elsewhere."""

    name: str
    encode: Callable[[Any], Json]
    decode: Callable[[Json], Any]
    empty: Any
    many: bool = False
    link: str | None = None
    is_text: bool = False

    @property
    def in_link_table(self) -> bool:
        """Whether the field is a list of links, kept in a table of its own."""
        return self.many and self.link is not None

    def to_sql(self, value: Any) -> Any:
        """Return what the column of the record's own table holds."""
        encoded = self.encode(value)
        return canonical(encoded) if self.many else encoded

    def from_sql(self, value: Any) -> Any:
        """Return the field's value from what the column holds."""
        if self.many:
            return () if value == "[]" else self.decode(json.loads(value))
        return self.decode(value)


@dataclass(frozen=True)
class Shape:
    """A kind of record as the store sees it."""

    kind: type[Record]
    table: str
    number: int
    columns: tuple[Column, ...]

    @cached_property
    def plain(self) -> tuple[Column, ...]:
        """The columns of the record's own table, without the identifier."""
        return tuple(c for c in self.columns if not c.in_link_table)

    @cached_property
    def lists(self) -> tuple[Column, ...]:
        """The fields kept in link tables."""
        return tuple(c for c in self.columns if c.in_link_table)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all fields as a record is read: the identifier, the plain columns, the lists."""
        return ("id", *(c.name for c in self.plain), *(c.name for c in self.lists))

    @cached_property
    def decoders(self) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
        """What turns a cell into a value, by its place among `names`; of the others the cell is the value."""
        places = enumerate(self.plain, 1)
        return tuple((at, c.from_sql if c.many else c.decode) for at, c in places if c.many or c.decode is not _same)

    def column(self, name: str) -> Column:
        """Return the column of a field.

        :raises KeyError: when the kind has no such field; names never reach SQL unchecked.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.table} has no field {name}")


def canonical(value: Json) -> str:
    """Return the one JSON text of a value: sorted keys, no spaces, letters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@contextmanager
def sound() -> Iterator[None]:
    """Tell of damage when what was read from the file is nothing that was ever written to it."""
    try:
        yield
    except (TypeError, ValueError, KeyError) as error:
        raise StoreError(StoreErrorCode.DAMAGED) from error


def parsed(text: str) -> Json:
    """Return the value of a JSON text that was read from the file."""
    with sound():
        return json.loads(text)


def to_json(record: Record) -> dict[str, Json]:
    """Return the fields of a record that are not empty, encoded, without the identifier."""
    found = {}
    for column in shape(type(record)).columns:
        value = getattr(record, column.name)
        if value != column.empty:
            found[column.name] = column.encode(value)
    return found


def from_json(kind: type[Record], record_id: str, values: Mapping[str, Json]) -> Record:
    """Return the record that `to_json` was given; a field that is not named is empty, or its closed list's default."""
    decoded = {}
    for column in shape(kind).columns:
        if column.name in values:
            decoded[column.name] = column.decode(values[column.name])
        elif column.empty is not _NEVER_EMPTY:
            decoded[column.name] = column.empty
    return kind(id=record_id, **decoded)


def searched_text(record: Record) -> str:
    """Return the words of a record that a search looks into, one field a line."""
    parts: list[str] = []
    for column in shape(type(record)).columns:
        if column.is_text and column.link is None and column.name not in _NOT_SEARCHED:
            value = getattr(record, column.name)
            parts += [value] if isinstance(value, str) else list(value)
    return "\n".join(part for part in parts if part)


def shape(kind: type[Record]) -> Shape:
    """Return how a kind is stored."""
    return shapes()[kind.table]


@cache
def shapes() -> dict[str, Shape]:
    """Return the shapes of all kinds by table name, read from their dataclass fields."""
    return {kind.table: _shape(number, kind) for number, kind in enumerate(KINDS)}


def _shape(number: int, kind: type[Record]) -> Shape:
    hints = get_type_hints(kind, include_extras=True)
    columns = tuple(_column(f.name, hints[f.name]) for f in fields(kind) if f.name != "id")
    return Shape(kind, kind.table, number, columns)


def _column(name: str, hint: Any) -> Column:
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (a for a in get_args(hint) if a is not NoneType)
        column = _column(name, inner)
        encode, decode = column.encode, column.decode
        return Column(
            name=name,
            encode=lambda v: None if v is None else encode(v),
            decode=_same if decode is _same else lambda v: None if v is None else decode(v),
            empty=None,
            link=column.link,
        )
    if get_origin(hint) is tuple:
        column = _column(name, get_args(hint)[0])
        encode, decode = column.encode, column.decode
        return Column(
            name=name,
            encode=lambda v: [encode(x) for x in v],
            decode=lambda v: tuple(decode(x) for x in v),
            empty=(),
            many=True,
            link=column.link,
            is_text=column.is_text,
        )
    if get_origin(hint) is Annotated:
        (link,) = (a for a in get_args(hint)[1:] if isinstance(a, Link))
        return Column(name=name, encode=str, decode=_same, empty="", link=link.table)
    if hint is str:
        return Column(name=name, encode=_same, decode=_same, empty="", is_text=True)
    if hint is bool:
        return Column(name=name, encode=int, decode=bool, empty=False)
    if hint is int:
        return Column(name=name, encode=_same, decode=_same, empty=0)
    if hint is date:
        return Column(name=name, encode=date.isoformat, decode=date.fromisoformat, empty=None)
    if issubclass(hint, StrEnum):
        # Asking the enum itself takes several times as long, and a list asks for thousands.
        members = {member.value: member for member in hint}
        return Column(name=name, encode=str, decode=members.__getitem__, empty=_NEVER_EMPTY)
    raise TypeError(f"{name}: {hint} has no place in the store")


def _same(value: Any) -> Any:
    return value
