"""Reads the values of one line of the outreach log: each as what it must be, or refused by the name of its field."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from hanoi_desk.periods import NoSuchPeriod, named_period
from hanoi_desk.records import Precision

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Reader = Callable[[Any], Any]

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NO_WORD = re.compile(r"[0-9\s./:QqTtZz+\-]+")  # meant as a date, and not one
_SHOWN = 60


class BadValue(Exception):
    """A value that cannot be taken: the key of the sentence for it, its gaps, and the field, from the outermost in."""

    def __init__(self, key: str, *field: str, **gaps: str) -> None:
        super().__init__(key)
        self.key = key
        self.field = field
        self.gaps = gaps


def read_object(text: str) -> dict[str, Any]:
    """Return the JSON object that a line is.

    :raises BadValue: when it is none, or says the same field twice.
    """
    try:
        value = json.loads(text, object_pairs_hook=_fields_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise BadValue("cli.log.not_json", column=str(error.colno)) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, or brackets without end
        raise BadValue("cli.log.not_json", column="1") from error
    return as_object(value)


def as_object(value: Any) -> dict[str, Any]:
    """Return an object."""
    if not isinstance(value, dict):
        raise BadValue("cli.log.not_object", value=shown(value))
    return value


def read_fields(value: Any, readers: Mapping[str, Reader], special: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields that are given, each read; one that is null counts as left out.

    :raises BadValue: for a field that is neither in `readers` nor in `special`.
    """
    given = as_object(value)
    for name in given:
        if name not in readers and name not in special:
            raise BadValue("cli.log.unknown_field", shown(name), known=", ".join(sorted({*readers, *special})))
    return {name: at(name, read, given[name]) for name, read in readers.items() if given.get(name) is not None}


def at(field: str, read: Callable[..., T], *values: Any) -> T:
    """Read something; when it cannot be taken, say in which field."""
    try:
        return read(*values)
    except BadValue as bad:
        raise BadValue(bad.key, field, *bad.field, **bad.gaps) from bad


def a_text(value: Any) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise BadValue("cli.log.not_text", value=shown(value))
    return value


def a_number(value: Any) -> int:
    """Return a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadValue("cli.log.not_whole", value=shown(value))
    return value


def a_flag(value: Any) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise BadValue("cli.log.not_flag", value=shown(value))
    return value


def a_list(value: Any) -> list[Any]:
    """Return a list."""
    if not isinstance(value, list):
        raise BadValue("cli.log.not_list", value=shown(value))
    return value


def one_of(kind: type[E]) -> Callable[[Any], E]:
    """Return what reads a word from a closed list."""

    def read(value: Any) -> E:
        # Grades are digits and may come as numbers.
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        if isinstance(text, str) and text in {member.value for member in kind}:
            return kind(text)
        raise BadValue("cli.log.not_one_of", value=shown(value), known=", ".join(m.value for m in kind))

    return read


def many_of(kind: type[E]) -> Callable[[Any], tuple[E, ...]]:
    """Return what reads a list of words from a closed list."""
    read = one_of(kind)
    return lambda value: tuple(dict.fromkeys(read(word) for word in a_list(value)))


def a_day(value: Any) -> date:
    """Return a day written as 2026-11-22."""
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    raise BadValue("cli.log.not_day", value=shown(value))


def by_when(value: Any) -> dict[str, Any]:
    """Return by when a promise is to be kept, as fields of a commitment: the last day of the period, and how exact.

    2027-03-31, and whatever `periods` reads, such as 2027-03, 2027-Q1, 2027 and "early 2027"; other words are those of
    a session, kept as they are. Digits that are none of these are refused, lest a slip become the name of a session.
    """
    text = a_text(value).strip()
    if not text:
        return {}
    if _DAY.fullmatch(text):
        return {"by": a_day(text), "precision": Precision.DAY}
    try:
        period = named_period(text)
    except NoSuchPeriod as error:
        raise BadValue("cli.log.not_when", value=shown(value)) from error
    if period is not None:
        return {"by": period.last, "precision": period.precision, "by_words": period.words}
    if _NO_WORD.fullmatch(text):
        raise BadValue("cli.log.not_when", value=shown(value))
    return {"by_words": text, "precision": Precision.SESSION}


def shown(value: Any) -> str:
    """Return a value short enough for a sentence."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _fields_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise BadValue("cli.log.twice", shown(next(name for name in names if names.count(name) > 1)))
    return found


def _no_number(value: str) -> Any:
    raise BadValue("cli.log.not_whole", value=value)
