"""Dialogs of the system itself, for files and printers, which are no widgets of ours: closed when the desk is locked.

What is typed into them never reaches the program; Windows tells how long nobody touched the computer at all.

Qt hides those that it opened for a dialog of ours. On Windows some run in a loop of their own until they are answered,
so they are asked to close as if somebody had pressed Cancel.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from typing import Any

#: The class of every dialog of Windows, and the message that a window is to close.
_DIALOG, _WM_CLOSE = "#32770", 0x0010
_LONGEST_NAME = 64
_TICKS = 0xFFFFFFFF


def close_system_dialogs(user32: Any = None, process: int | None = None) -> int:
    """Ask every dialog of Windows that belongs to this process to close; return how many there were.

    `user32` is the part of Windows that is asked, `process` the number of ours; by themselves those of this computer.
    """
    user32 = user32 or _windows()
    found = _dialogs(user32, process)
    for window in found:
        user32.PostMessageW(window, _WM_CLOSE, 0, 0)
    return len(found)


def idle_in_dialogs(
    user32: Any = None, process: int | None = None, ticks: Callable[[], int] | None = None
) -> float | None:
    """Return for how many seconds nobody touched the computer, None unless a dialog of Windows is open here.

    `ticks` gives the milliseconds since Windows was started, as Windows counts them.
    """
    user32 = user32 or _windows()
    last = _LastInput(ctypes.sizeof(_LastInput), 0)
    if not _dialogs(user32, process) or not user32.GetLastInputInfo(ctypes.byref(last)):
        return None
    now = (ticks or _ticks)()
    return float((now - last.at) & _TICKS) / 1000  # the count begins anew every 49 days


class _LastInput(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("at", ctypes.c_uint32))


def _ticks() -> int:
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetTickCount())
    else:  # noqa: RET505 - mypy reads only the branch of its platform
        return 0


def _windows() -> Any:
    if sys.platform == "win32":
        return ctypes.windll.user32
    else:  # noqa: RET505 - mypy reads only the branch of its platform
        return None


def _dialogs(user32: Any, process: int | None) -> list[int]:
    """Return the dialogs of Windows that belong to a process and are seen."""
    found: list[int] = []
    if user32 is None:
        return found
    ours = os.getpid() if process is None else process

    def look(window: int, _: int) -> bool:
        owner = ctypes.c_ulong(0)
        user32.GetWindowThreadProcessId(window, ctypes.byref(owner))
        name = ctypes.create_unicode_buffer(_LONGEST_NAME)
        if owner.value == ours and user32.IsWindowVisible(window):
            user32.GetClassNameW(window, name, _LONGEST_NAME)
            if name.value == _DIALOG:
                found.append(window)
        return True

    kind = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    user32.EnumWindows(kind(look), None)
    return found
