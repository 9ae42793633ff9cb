"""Keeps the windows of the program out of screenshots and shared screens, where the system can do that: on Windows."""

import sys
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

if sys.platform == "win32":
    import ctypes

#: What Windows calls it: seen by everybody (0), or by nobody but who sits at the screen; others see nothing there, or,
#: before Windows 10 2004, a black place.
_SEEN, _UNSEEN, _BLACK = 0x00, 0x11, 0x01


def can_hide() -> bool:
    """Tell whether this system can keep a window out of what is captured."""
    return sys.platform == "win32"


class CaptureGuard(QObject):
    """Hides each window of the program from captures as it comes to the front, or shows it there again."""

    def __init__(self, parent: QObject | None = None, user32: Any = None) -> None:
        """`user32` is the part of Windows that is asked; by itself that of this computer, None elsewhere."""
        super().__init__(parent)
        if user32 is None and sys.platform == "win32":
            user32 = ctypes.windll.user32
        self._user32 = user32
        self._hides = False
        program = QGuiApplication.instance()
        assert isinstance(program, QGuiApplication)
        program.focusWindowChanged.connect(self._settle)

    def set_hidden(self, hidden: bool) -> None:
        """Hide all windows from captures from now on, or no longer."""
        self._hides = hidden
        for window in QGuiApplication.topLevelWindows():
            if window.isVisible():
                self._settle(window)

    def _settle(self, window: QWindow | None) -> None:
        if window is not None and self._user32 is not None and window.isTopLevel():
            handle = int(window.winId())
            if not self._user32.SetWindowDisplayAffinity(handle, _UNSEEN if self._hides else _SEEN) and self._hides:
                self._user32.SetWindowDisplayAffinity(handle, _BLACK)
