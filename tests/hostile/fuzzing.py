"""Gives each reader ten thousand spoilt inputs, the same on every run and however the tests are shared out.

Every input has a generator of its own, seeded by the name of the reader and the number of the input: what fails is told
with both, and `HANOI_DESK_INPUT="status 4711" pytest tests/hostile` gives that input alone.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from faults.rounds import rounds

SEED = 20261122
#: How many inputs each reader is given.
READER = 10_000
#: The longest that one input may take, in seconds of the processor, and the most that memory may grow by, in KiB.
LONGEST, MOST_KIB = 20.0, 300 * 1024
_SHOWN = 4000


def in_parts(count: int) -> Any:
    """Mark a test as one of several that share the inputs of one reader, so that two workers can take them."""
    return pytest.mark.parametrize("part", [(number, count) for number in range(count)], ids=lambda one: str(one[0]))


def each(
    name: str,
    make: Callable[[random.Random], Any],
    read: Callable[[Any], bool],
    *,
    part: tuple[int, int] = (0, 1),
    number: int = READER,
) -> float:
    """Make and read the inputs of a part; return the share that was read, the others having been refused."""
    began = _memory()
    given, whole = 0, 0
    for place in _places(name, range(part[0], rounds(number), part[1])):
        chance = random.Random(f"{SEED} {name} {place}")
        said = make(chance)
        start = time.thread_time()
        try:
            whole += bool(read(said))
            assert time.thread_time() - start < LONGEST, "it took too long"
        except BaseException as error:
            error.add_note(f'HANOI_DESK_INPUT="{name} {place}" gives this input again: {said!r:.{_SHOWN}}')
            raise
        given += 1
    assert _memory() - began < MOST_KIB
    return whole / max(given, 1)


def attempt(act: Callable[[], object], *refusals: type[Exception]) -> bool:
    """Return whether something was done and not refused; every other error is the test's."""
    try:
        act()
    except refusals:
        return False
    return True


def is_all() -> bool:
    """Tell whether all inputs are given, so that shares mean something."""
    return not os.environ.get("HANOI_DESK_INPUT")


def _places(name: str, places: Iterable[int]) -> Iterable[int]:
    wanted, _, place = os.environ.get("HANOI_DESK_INPUT", "").rpartition(" ")
    if not wanted:
        return places
    return [int(place)] if wanted == name and int(place) in places else []


def _memory() -> int:
    """Return the most memory that this program has had, in KiB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most
