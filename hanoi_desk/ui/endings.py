"""What asks the program from outside to end: the end of a session, the stop button of a list of tasks, Ctrl+C.

On Linux and macOS these are signals. Windows tells the windows instead, and Qt ends the program.
"""

import os
import signal
import sys
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")
#: How many signals are read at once; one is enough.
_MANY = 64


class Endings(QObject):
    """`asked` is emitted on the interface thread; made after the application of Qt, which it needs."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, int] | None = None
        self._before: dict[int, Any] = {}
        if sys.platform != "win32":
            self._listen()

    def stop(self) -> None:
        """Hear no more: each signal does again what it did before."""
        if self._pipe is None:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, before in self._before.items():
            signal.signal(number, before)
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def _listen(self) -> None:
        read, write = self._pipe = os.pipe()
        if sys.platform != "win32":
            for end in self._pipe:
                os.set_blocking(end, False)
        # Python by itself hears of a signal when its next line runs, and in a window that waits none runs.
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for name in _NAMES:
            number = signal.Signals[name]
            if signal.getsignal(number) is not signal.SIG_IGN:  # as after `nohup`
                self._before[number] = signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        if self._pipe is not None:
            with suppress(BlockingIOError):
                os.read(self._pipe[0], _MANY)
            self.asked.emit()
