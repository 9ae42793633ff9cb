"""What is done to a desk while it is closed: the window goes, the work is done, and the desk is opened again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ClosedWork:
    """`work` runs off the interface thread; `said` makes the sentence for the window from what it returns."""

    waiting: str
    work: Callable[[], Any]
    passphrase: str | None  # opens the desk after the work
    said: Callable[[Any], str]
    before: str | None = None  # opens the desk when the work came to nothing
