"""Desks that are made once in a run of the tests: who asks for one gets a copy of its own."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hanoi_desk.desk import start_desk, start_sample
from hanoi_desk.store import Store

#: What a desk is filled with when it is made.
Filling = Callable[[Store], object]


def started(path: Path, clock: Callable[[], int] | None = None) -> Path:
    """Write a desk with the shipped register and nothing else, made at a moment of the clock (milliseconds)."""
    return filled(path, start_desk, clock)


def sample(path: Path) -> Path:
    """Write the sample desk."""
    return filled(path, start_sample)


def filled(path: Path, filling: Filling, clock: Callable[[], int] | None = None) -> Path:
    """Write a desk that holds what `filling` puts into it; the same function always fills it in the same way."""
    path.touch(0o600)  # as the program makes it
    path.write_bytes(_bytes(filling, clock() if clock else None))
    return path


@cache
def _bytes(filling: Filling, moment: int | None) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ready.hdesk"
        clock = {} if moment is None else {"clock": lambda: moment}
        with Store.create(path, **clock) as store:
            filling(store)
        return path.read_bytes()
