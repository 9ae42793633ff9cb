"""Values: small things of fields that never change, equal when their fields are.

A dataclass writes what each class does alike anew for each, and the start of the program waits for that: here it stands
once. Beyond that they are dataclasses, with `fields` and `replace`.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NamedTuple, NoReturn, TypeVar, dataclass_transform

V = TypeVar("V")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[V]) -> type[V]:
    """Make a kind of value of a class that derives from `Value`."""
    return dataclass(init=False, repr=False, eq=False, slots=True)(kind)


class Value:
    """What every value does alike; its fields are given in their order or by name."""

    __slots__ = ()

    def __init__(self, *given: Any, **named: Any) -> None:
        own = own_of(type(self))
        if len(given) > own.in_order:
            raise TypeError(f"{type(self).__name__} takes {own.in_order} values in order, and was given {len(given)}")
        for at, (one, put) in enumerate(own.filled):
            if at < len(given):
                put(self, given[at])
            elif one.name in named:
                put(self, named.pop(one.name))
            elif one.default is not MISSING:
                put(self, one.default)
            elif one.default_factory is not MISSING:
                put(self, one.default_factory())
            else:
                raise TypeError(f"{type(self).__name__} needs {one.name}")
        if named:
            raise TypeError(f"{type(self).__name__} has no {', '.join(named)}, or was given it twice")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Value) or type(other) is not type(self):
            return NotImplemented
        values = own_of(type(self)).values
        return values(self) == values(other)

    def __hash__(self) -> int:
        return hash(own_of(type(self)).values(self))

    def __repr__(self) -> str:
        own = own_of(type(self)).filled
        return f"{type(self).__qualname__}({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f, _ in own)})"


class Own(NamedTuple):
    """What a kind fills and reads: each field with what puts a value into its slot, and what reads all of them."""

    filled: tuple[tuple[Field[Any], Callable[[Value, Any], None]], ...]
    values: Callable[[Value], tuple[Any, ...]]
    in_order: int  # how many may be given without their names


_OWN: dict[type[Value], Own] = {}


def own_of(kind: type[Value]) -> Own:
    """Return what a kind of value fills and reads."""
    if kind not in _OWN:
        own: tuple[Field[Any], ...] = fields(kind)  # type: ignore[arg-type]
        filled = tuple((one, getattr(kind, one.name).__set__) for one in own)
        names = [one.name for one in own]
        read = attrgetter(names[0], *names)  # one name alone would give no tuple
        _OWN[kind] = Own(filled, read, sum(not one.kw_only for one in own))
    return _OWN[kind]
