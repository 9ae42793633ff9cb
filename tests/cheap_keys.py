"""Argon2id at next to no cost: a passphrase is a lock in many tests, and how dear it is to try one is proved in one."""

from collections.abc import Iterator
from contextlib import contextmanager

from hanoi_desk.storage import COST, Cost

_SHIPPED = (COST.memory_kib, COST.passes, COST.lanes)


def cheapen() -> None:
    """Let each key that says nothing of its cost take one pass over a megabyte."""
    _set(1024, 1, 1)


@contextmanager
def as_shipped() -> Iterator[Cost]:
    """Let keys take what they take in the program."""
    _set(*_SHIPPED)
    try:
        yield COST
    finally:
        cheapen()


def _set(*values: int) -> None:
    for name, value in zip(("memory_kib", "passes", "lanes"), values, strict=True):
        object.__setattr__(COST, name, value)  # it is the default of many functions, each of which holds this object
