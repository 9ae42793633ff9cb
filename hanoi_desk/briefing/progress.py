"""How far the making of a long document is, and that it may be stopped between two papers."""

from collections.abc import Callable
from dataclasses import dataclass

#: Told after each piece of work: how many are done, of how many, and which was the last.
Progress = Callable[[int, int, str], None]


class Cancelled(Exception):
    """The making of a document was stopped; nothing has been written."""


def _untold(done: int, total: int, name: str) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


@dataclass(slots=True)
class Steps:
    """Counts the pieces of work; each one done is told, and before the next it is asked whether to go on."""

    total: int
    progress: Progress = _untold
    is_cancelled: Callable[[], bool] = _never
    number: int = 0

    def done(self, name: str) -> None:
        """Note a piece of work as done.

        :raises Cancelled: when no more is wanted.
        """
        self.number += 1
        self.progress(self.number, self.total, name)
        if self.is_cancelled():
            raise Cancelled
