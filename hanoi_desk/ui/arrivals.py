"""What comes from outside while the program runs: a second start, or a desk opened in the file manager of macOS.

A second start leaves a small file in the user's own folder of settings, which the first one watches: no socket is
opened for it, and nobody else can leave one there.
"""

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from PySide6.QtCore import QEvent, QFileSystemWatcher, QLockFile, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

_LOCK, _REQUEST = "running.lock", "show.request"
#: How long a second start waits for the first to answer, in seconds, and how often it looks.
_PATIENCE, _LOOK = 3.0, 0.05
#: How soon and how often a request that cannot be taken away is tried again, in milliseconds.
_AGAIN, _TRIES = 50, 20


class Program(QApplication):
    """The application of Qt; on macOS the file manager sends it the desks that are opened there."""

    opened = Signal(object)  # Path

    def event(self, event: QEvent) -> bool:
        """Take the news that a desk was opened; only the events of the program itself come here, which are few."""
        if isinstance(event, QFileOpenEvent) and event.url().isLocalFile():
            self.opened.emit(Path(event.url().toLocalFile()))
            return True
        return super().event(event)


class Arrivals(QObject):
    """The first start of this user; `shown` asks for its window."""

    shown = Signal()

    def __init__(self, folder: Path, lock: QLockFile) -> None:
        super().__init__()
        self._lock = lock
        self._request = folder / _REQUEST
        self._watcher: QFileSystemWatcher | None = None

    @classmethod
    def begin(cls, folder: Path) -> Self | None:
        """Return the first start of this user; None when another one runs already."""
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = QLockFile(str(folder / _LOCK))
        lock.setStaleLockTime(0)  # only that its process is gone makes it stale
        if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
            return None
        return cls(folder, lock)  # also where no such file can be written: then nobody is asked

    def watch(self) -> None:
        """Hear of second starts from now on; without the application of Qt, which must be there, nothing is heard."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self._look())
        self._watcher.addPath(str(self._request.parent))
        self._look()

    def end(self) -> None:
        """Hear no more, and let another start be the first."""
        if self._watcher is not None:
            self._watcher.removePath(str(self._request.parent))
        self._lock.unlock()

    def _look(self, more: int = _TRIES) -> None:
        try:
            self._request.unlink()
        except FileNotFoundError:
            return  # something else in the folder has changed
        except OSError:  # on Windows whoever asks may have it open still
            if more:
                QTimer.singleShot(_AGAIN, self, lambda: self._look(more - 1))
            return
        self.shown.emit()


def ask_first(folder: Path, patience: float = _PATIENCE) -> bool:
    """Ask the first start for its window; False when it does not answer, for it may hang."""
    request = folder / _REQUEST
    try:
        os.close(os.open(request, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError:
        return False
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if not request.exists():
            return True
        time.sleep(_LOOK)
    request.unlink(missing_ok=True)
    return False


def bring_forward(window: QWidget) -> None:
    """Put a window before all others, also when it was made small."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
