"""Makes a document while somebody goes on working: collected a State at a time, drawn off the interface thread."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from hanoi_desk.board import NoTreaty
from hanoi_desk.briefing.progress import Cancelled
from hanoi_desk.documents import CannotMake, Collected, Document, Wanted, collect, draw
from hanoi_desk.store import StoreError
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.session import Session

#: Milliseconds after the last key before a document is made, and seconds of collecting before the window breathes.
PAUSE, _BREATH = 220, 0.03
#: The share of the work that collecting is.
_COLLECTING = 0.3


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: `is_whole` is false for the paper alone that is being written, which is shown first."""

    wanted: Wanted
    collected: Collected
    document: Document
    is_whole: bool = True


class Making(QObject):
    """The newest wish holds: one that comes while another is made takes its place."""

    made = Signal(object)  # Made
    failed = Signal(object)  # the exception
    progressed = Signal(float, int, int, str)  # the share done, papers done, of how many, the last one's name
    ended = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wishes: list[tuple[Wanted, bool, Callable[[Made], None]]] = []
        self._number = 0  # of the wish: work for an older one stops
        self._is_collecting = False
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._next)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made, or will be in a moment."""
        return self._timer.isActive() or self._is_collecting or self._task is not None or bool(self._wishes)

    def ask(self, wanted: Wanted, first: Wanted | None = None, *, at_once: bool = False) -> None:
        """Make a document for the preview; `first` is made and shown before it."""
        wishes = [(first, False, self.made.emit)] if first is not None else []
        self._begin([*wishes, (wanted, True, self.made.emit)], 0 if at_once else PAUSE)

    def make(self, wanted: Wanted, done: Callable[[Made], None]) -> None:
        """Make a document for something other than the preview, at once."""
        self._begin([(wanted, True, done)], 0)

    def stop(self) -> None:
        """Make nothing after all."""
        self._begin([], 0)
        self._timer.stop()
        self.ended.emit()

    def _begin(self, wishes: list[tuple[Wanted, bool, Callable[[Made], None]]], pause: int) -> None:
        self._number += 1
        self._wishes = wishes
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._timer.start(pause)

    def _next(self) -> None:
        if self._is_collecting or not self._wishes:
            return  # what is being collected stops at the next State, and then begins anew
        wanted, is_whole, done = self._wishes.pop(0)
        number = self._number
        self._is_collecting = True
        try:
            collected = collect(
                self._session.store,
                wanted,
                progress=_Breathing(lambda *how_far: self._tell(0.0, _COLLECTING, *how_far)),
                is_cancelled=lambda: number != self._number,
            )
        except Cancelled:
            collected = None
        except (CannotMake, NoTreaty, StoreError) as error:
            self._is_collecting = False
            self._end(error, number)
            return
        finally:
            self._is_collecting = False
        if collected is None or number != self._number:
            if self._wishes:
                self._timer.start(0)
            return
        self._draw(wanted, collected, is_whole, done, number)

    def _draw(
        self, wanted: Wanted, collected: Collected, is_whole: bool, done: Callable[[Made], None], number: int
    ) -> None:
        def work(task: Task) -> Document:
            def tell(at: int, of: int, name: str) -> None:
                task.progress(at * 1000 // max(1, of), f"{at}\n{of}\n{name}")

            return draw(collected, progress=tell, is_cancelled=lambda: task.cancelled)

        def drawn(document: Document) -> None:
            self._task = None
            done(Made(wanted, collected, document, is_whole))
            if self._wishes and number == self._number:
                self._timer.start(0)
            elif number == self._number:
                self.ended.emit()

        def watch(_: int, words: str) -> None:
            at, of, name = words.split("\n", 2)
            self._tell(_COLLECTING, 1.0, int(at), int(of), name)

        self._task = self._session.background.run(work, drawn, lambda error: self._end(error, number), watch)

    def _tell(self, start: float, end: float, done: int, of: int, name: str) -> None:
        self.progressed.emit(start + (end - start) * done / max(1, of), done, of, name)

    def _end(self, error: BaseException, number: int) -> None:
        self._task = None
        if number != self._number or isinstance(error, Cancelled):
            return
        self._wishes = []
        self.ended.emit()
        self.failed.emit(error)


class _Breathing:
    """Tells how far the work is, and lets the window live now and then."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._since = perf_counter()

    def __call__(self, done: int, of: int, name: str) -> None:
        if perf_counter() - self._since > _BREATH:
            self._tell(done, of, name)
            QCoreApplication.processEvents()
            self._since = perf_counter()
