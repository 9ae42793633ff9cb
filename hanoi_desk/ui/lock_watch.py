"""When the desk is to be locked: nobody types or points for a while, or the system locks its screen or goes to sleep.

Linux tells by D-Bus (see `system_news`), Windows by messages to the window. Where nothing tells, the time alone locks.
"""

import ctypes
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from shiboken6 import isValid

from hanoi_desk.ui.actions import ACTIONS
from hanoi_desk.ui.system_dialogs import idle_in_dialogs
from hanoi_desk.ui.system_news import SystemNews

#: How often it is looked how long nobody did anything, in milliseconds.
_LOOK = 2_000
_TOUCHED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
#: The key that locks, whatever is open: no action of the window under a dialog hears a key.
_KEYS = next(spec.keys for spec in ACTIONS if spec.name == "lock")
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _WTS_LEFT = 0x02B1, frozenset({0x2, 0x4, 0x6, 0x7})  # console or remote left, logoff, lock


class LockWatch(QObject):
    """`asked` says that the desk is to be locked now; watched only between `start` and `stop`."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] | None = None) -> None:
        """`clock` gives seconds; by itself the later of two clocks, since one of them stands still in sleep."""
        super().__init__(parent)
        self._clocks = (clock,) if clock else (time.monotonic, time.time)
        self._minutes = 0
        self._touched_at = self._now()
        self._windows: list[QWindow] = []
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        self._filter: QAbstractNativeEventFilter | None = None
        self._is_on = False
        self.news = SystemNews(self)
        self.news.left.connect(self.asked)

    def start(self, minutes: int) -> None:
        """Lock after so many minutes in which nobody did anything, 0 for never."""
        self._minutes = minutes
        self.touch()
        if not self._is_on:
            self._is_on = True
            _program().focusWindowChanged.connect(self._watch_window)
            self._watch_window(QGuiApplication.focusWindow())
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Watch no longer: the desk is locked or left."""
        self._timer.stop()
        self.news.stop()
        if self._is_on:
            self._is_on = False
            _program().focusWindowChanged.disconnect(self._watch_window)
        for window in self._windows:
            if isValid(window):
                window.removeEventFilter(self)
        self._windows.clear()

    def touch(self) -> None:
        """Note that somebody is there."""
        self._touched_at = self._now()

    def look(self) -> None:
        """Ask for the lock if nobody was there for long enough."""
        idle = max(now - then for now, then in zip(self._now(), self._touched_at, strict=True))
        if self._minutes and idle >= self._minutes * 60:
            beside = idle_in_dialogs()
            if beside is not None and beside < self._minutes * 60:
                return
            self._timer.stop()
            self.asked.emit()

    def listen_to_system(self, window: QWindow | None) -> None:
        """Hear of the system's own lock and sleep, as far as it tells; call it once the window is there."""
        if sys.platform == "win32":
            if window is not None and self._filter is None:
                self._filter = _WindowsNews(self.asked.emit)
                _program().installNativeEventFilter(self._filter)
                ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0)
        elif sys.platform == "linux":
            self.news.listen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note every key and every move of the pointer that reaches a window of ours; one key locks."""
        if event.type() in _TOUCHED:
            self.touch()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_lock_key(event):
            self.asked.emit()
            return True
        return False

    def _now(self) -> tuple[float, ...]:
        return tuple(clock() for clock in self._clocks)

    def _watch_window(self, window: QWindow | None) -> None:
        self.touch()
        self._windows = [one for one in self._windows if isValid(one)]
        # A filter is set once for each window: windows get few events of their own, widgets get thousands.
        if window is not None and not any(window is one for one in self._windows):
            self._windows.append(window)
            window.installEventFilter(self)


def _is_lock_key(event: QKeyEvent) -> bool:
    """Tell whether a key locks, by its letter or, on Windows, by its place under letters that are not Latin."""
    by_place = event.nativeVirtualKey() == ord(_KEYS[-1]) and event.modifiers() == _BOTH
    same = QKeySequence(_KEYS).matches(QKeySequence(event.keyCombination())) == QKeySequence.SequenceMatch.ExactMatch
    return by_place or same


def _program() -> QGuiApplication:
    program = QGuiApplication.instance()
    assert isinstance(program, QGuiApplication)
    return program


class _WindowsNews(QAbstractNativeEventFilter):
    """Reads the messages of Windows that a session is locked or left, or that the computer goes to sleep."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        """Take a message; it goes on to the window in any case."""
        if sys.platform == "win32":
            # The message begins with the window, the number of the message, and what it says.
            told = ctypes.cast(int(message), ctypes.POINTER(_Message)).contents
            if is_leave(told.number, told.says):
                self._leave()
        return False, 0


class _Message(ctypes.Structure):
    _fields_ = (("window", ctypes.c_void_p), ("number", ctypes.c_uint), ("says", ctypes.c_size_t))


def is_leave(number: int, says: int) -> bool:
    """Tell whether a message of Windows says that the session is locked or left, or that the computer will sleep."""
    if number == _WM_WTSSESSION_CHANGE:
        return says in _WTS_LEFT
    return number == _WM_POWERBROADCAST and says == _PBT_APMSUSPEND
