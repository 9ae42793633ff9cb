"""How the fields of a record become columns, link rows and the values of the log of changes, and back."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hanoi_desk.records import KINDS, Link, Record
from hanoi_desk.storage import StoreError, StoreErrorCode

Json = Any

#: Fields that a search should not look into.
_NOT_SEARCHED = {
    "id", "m49", "link", "file_sha256", "time", "untc_name", "sha256", "record", "record_table", "media_type",
}  # fmt: skip

#: The greatest whole number that a desk file holds.
_GREATEST = 2**63 - 1

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
    cells: frozenset[type] = frozenset({str})  # what its column holds; a list is one JSON text

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
    def setters(self) -> tuple[Callable[[Record, Any], None], ...]:
        """What fills each of `names` in a record that is still empty."""
        return tuple(getattr(self.kind, name).__set__ for name in self.names)

    @cached_property
    def decoders(self) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
        """What turns a cell into a value, by its place among `names`; of the others the cell is the value."""
        places = enumerate(self.plain, 1)
        return tuple((at, c.from_sql if c.many else c.decode) for at, c in places if c.many or c.decode is not _same)

    @cached_property
    def cells(self) -> tuple[frozenset[type], ...]:
        """What may stand in each cell of a row: a file that somebody else made may hold anything."""
        return (frozenset({str}), *(c.cells for c in self.plain))

    @cached_property
    def hints(self) -> dict[str, Any]:
        """The type of each field, as it is written there."""
        hints = get_type_hints(self.kind, include_extras=True)
        return {f.name: hints[f.name] for f in fields(self.kind)}

    @cached_property
    def typing(self) -> tuple[tuple[str, frozenset[type], Any], ...]:
        """Each field with the types of which any value fits it, and its own type."""
        return tuple((name, _any_of(hint), hint) for name, hint in self.hints.items())

    def column(self, name: str) -> Column:
        """Return the column of a field.

        :raises KeyError: when the kind has no such field; names never reach SQL unchecked.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.table} has no field {name}")


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of the bytes of a file, by which the desk keeps it."""
    found: str = import_module("hashlib").sha256(data).hexdigest()  # not at the top: a start keeps no files
    return found


def canonical(value: Json) -> str:
    """Return the one JSON text of a value: sorted keys, no spaces, letters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@contextmanager
def sound() -> Iterator[None]:
    """Tell of damage when what was read from the file is nothing that was ever written to it."""
    try:
        yield
    except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError) as error:
        raise StoreError(StoreErrorCode.DAMAGED) from error


def parsed(text: str) -> Json:
    """Return the value of a JSON text that was read from the file.

    :raises StoreError: DAMAGED when it is none, or holds half a letter, which no text of the file may have.
    """
    with sound():
        value = json.loads(text)
        if "\\u" in text:
            canonical(value).encode()
        return value


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


def is_typed(record: Record) -> bool:
    """Tell whether each field holds what a field of its type can: the values may have come from anywhere.

    A link is any text here, for what is being written has links that are empty still.
    """
    return all(
        type(value := getattr(record, name)) in types or fits(value, hint, _is_text)
        for name, types, hint in shape(type(record)).typing
    )


def fits(value: object, hint: Any, is_link: Callable[[object], bool]) -> bool:
    """Return whether a value is one that a field of this type can hold; a whole number has at most 64 bits."""
    if get_origin(hint) in (Union, UnionType):
        return any(value is None if inner is NoneType else fits(value, inner, is_link) for inner in get_args(hint))
    if get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(fits(one, get_args(hint)[0], is_link) for one in value)
    if get_origin(hint) is Annotated:
        return is_link(value)
    if hint is int:
        return type(value) is int and -_GREATEST - 1 <= value <= _GREATEST
    return type(value) is hint if hint in (str, bool, date) else isinstance(value, hint)


def _any_of(hint: Any) -> frozenset[type]:
    if get_origin(hint) in (Union, UnionType):
        return frozenset().union(*map(_any_of, get_args(hint)))
    if get_origin(hint) is Annotated:
        return frozenset({str})
    return frozenset({hint} if isinstance(hint, type) and hint is not int and get_origin(hint) is None else ())


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def searched_text(record: Record) -> str:
    """Return the words of a record that a search looks into, one field a line."""
    parts: list[str] = []
    for column in shape(type(record)).columns:
        if column.is_text and column.link is None and column.name not in _NOT_SEARCHED:
            value = getattr(record, column.name)
            parts += [value] if isinstance(value, str) else list(value)
    return "\n".join(part for part in parts if part)


def shape(kind: type[Record]) -> Shape:
    """Return how a kind is stored, read from its dataclass fields when it is first asked for."""
    return _shape_of(kind.table)


@cache
def _shape_of(table: str) -> Shape:
    number, kind = next((number, kind) for number, kind in enumerate(KINDS) if kind.table == table)
    return _shape(number, kind)


@cache
def shapes() -> dict[str, Shape]:
    """Return the shapes of all kinds by table name."""
    return {kind.table: shape(kind) for kind in KINDS}


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
            decode=_same if decode is _same else _or_none(decode),
            empty=None,
            link=column.link,
            cells=column.cells | {NoneType},
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
        return Column(name=name, encode=int, decode=bool, empty=False, cells=frozenset({int}))
    if hint is int:
        return Column(name=name, encode=_same, decode=_same, empty=0, cells=frozenset({int}))
    if hint is date:
        return Column(name=name, encode=date.isoformat, decode=date.fromisoformat, empty=None)
    if issubclass(hint, StrEnum):
        # Asking the enum itself takes several times as long, and a list asks for thousands.
        members = {member.value: member for member in hint}
        return Column(name=name, encode=str, decode=members.__getitem__, empty=_NEVER_EMPTY)
    raise TypeError(f"{name}: {hint} has no place in the store")


def _same(value: Any) -> Any:
    return value


def _or_none(decode: Callable[[Json], Any]) -> Callable[[Json], Any]:
    return lambda value: None if value is None else decode(value)
