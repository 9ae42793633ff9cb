"""Records of any kind for hypothesis, built from the fields of the kinds themselves."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from hanoi_desk.records import KINDS, Link, Record, fixed_id

#: What people type: any letter that can be stored, and now and then what a database might trip over.
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    st.sampled_from(["", "Đại sứ", "Đà Nẵng", "it's", '"', "'; drop table change; --", "a\nb\tc", "%s ? :x", "🇻🇳"]),
)
NUMBERS = st.integers(-(2**63), 2**63 - 1)


def anchor_id(table: str) -> str:
    """Return the identifier of the record of this kind that links may point to."""
    return fixed_id("anchor", table)


def anchors() -> list[Record]:
    """Return one record of each kind with as little in it as can be, so that every link has something to point to."""
    return [kind(id=anchor_id(kind.table), **_least(kind)) for kind in KINDS]


def _least(kind: type[Record]) -> dict[str, Any]:
    hints = _hints(kind)
    return {
        f.name: _least_value(hints[f.name])
        for f in fields(kind)
        if f.default is MISSING and f.default_factory is MISSING
    }


def _hints(kind: type[Record]) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {f.name: hints[f.name] for f in fields(kind) if f.name != "id"}


def _least_value(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return None
    if get_origin(hint) is Annotated:
        return anchor_id(hint.__metadata__[0].table)
    if get_origin(hint) is tuple:
        return ()
    if hint is date:
        return date(2025, 10, 25)
    return next(iter(hint)) if issubclass(hint, StrEnum) else hint()


def records(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Return any record of a kind; its links point to the anchors."""
    values = {name: _values(hint) for name, hint in _hints(kind).items()}
    return st.builds(kind, id=st.uuids().map(str), **values)


def edits(kind: type[Record]) -> st.SearchStrategy[Mapping[str, Any]]:
    """Return new values for one to three fields of a kind."""
    values = {name: _values(hint) for name, hint in _hints(kind).items()}
    return st.sets(st.sampled_from(sorted(values)), min_size=1, max_size=3).flatmap(
        lambda names: st.fixed_dictionaries({name: values[name] for name in sorted(names)})
    )


def _values(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (a for a in get_args(hint) if a is not NoneType)
        return st.none() | _values(inner)
    if get_origin(hint) is tuple:
        return st.lists(_values(get_args(hint)[0]), max_size=3).map(tuple)
    if get_origin(hint) is Annotated:
        (link,) = (a for a in get_args(hint)[1:] if isinstance(a, Link))
        return st.just(anchor_id(link.table))
    plain = {str: TEXTS, bool: st.booleans(), int: NUMBERS, date: st.dates()}
    return plain[hint] if hint in plain else st.sampled_from(hint)
