"""The one way off the interface thread: a function of frozen data goes in, its value or its exception comes back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Task:
    """One piece of work. `progress` may be called from it; `cancelled` tells it to stop."""

    def __init__(self, number: int, report: Callable[[int, int, str], None]) -> None:
        self.number = number
        self.cancelled = False
        self._report = report

    def cancel(self) -> None:
        """Ask the work to stop; its result is then thrown away."""
        self.cancelled = True

    def progress(self, percent: int, words: str = "") -> None:
        """Tell how far the work is, in hundredths."""
        self._report(self.number, percent, words)


class _Work(QRunnable):
    def __init__(self, task: Task, function: Callable[[Task], Any], done: Callable[[int, Any, Any], None]) -> None:
        super().__init__()
        self._task = task
        self._function = function
        self._done = done

    def run(self) -> None:
        value: Any = None
        error: BaseException | None = None
        try:
            if not self._task.cancelled:
                value = self._function(self._task)
        except BaseException as raised:  # it is raised again on the interface thread
            error = raised
        self._done(self._task.number, value, error)


class Background(QObject):
    """One thread for PDF writing, imports and checks, one after the other."""

    # Signals live here and not in the work: a QRunnable that owns its signals loses results.
    _done = Signal(int, object, object)
    _progressed = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: dict[int, tuple[Task, Callable[[Any], None], Callable[[BaseException], None]]] = {}
        self._watching: dict[int, Callable[[int, str], None]] = {}
        self._number = 0
        self._done.connect(self._finish)
        self._progressed.connect(self._show_progress)

    def run(
        self,
        function: Callable[[Task], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        progressed: Callable[[int, str], None] | None = None,
    ) -> Task:
        """Start work; `done` or `failed` is called on the interface thread, unless it was cancelled."""
        self._number += 1
        task = Task(self._number, self._progressed.emit)
        self._waiting[task.number] = (task, done, failed)
        if progressed is not None:
            self._watching[task.number] = progressed
        self._pool.start(_Work(task, function, self._done.emit))
        return task

    def finish(self) -> None:
        """Wait until all work that was started has ended, its results thrown away."""
        for task, _, _ in self._waiting.values():
            task.cancel()
        self._pool.waitForDone()

    def _finish(self, number: int, value: Any, error: BaseException | None) -> None:
        self._watching.pop(number, None)
        task, done, failed = self._waiting.pop(number)
        if task.cancelled:
            return
        if error is not None:
            failed(error)
        else:
            done(value)

    def _show_progress(self, number: int, percent: int, words: str) -> None:
        watcher = self._watching.get(number)
        if watcher is not None and not self._waiting[number][0].cancelled:
            watcher(percent, words)
