"""Dialogs of the system itself, for files and printers, which are no widgets of ours: closed when the desk is locked.

Qt hides those that it opened for a dialog of ours. On Windows some run in a loop of their own until they are answered,
so they are asked to close as if somebody had pressed Cancel.
"""

import ctypes
import os
import sys
from typing import Any

#: The class of every dialog of Windows, and the message that a window is to close.
_DIALOG, _WM_CLOSE = "#32770", 0x0010
_LONGEST_NAME = 64


def close_system_dialogs(user32: Any = None, process: int | None = None) -> int:
    """Ask every dialog of Windows that belongs to this process to close; return how many there were.

    `user32` is the part of Windows that is asked, `process` the number of ours; by themselves those of this computer.
    """
    if user32 is None and sys.platform == "win32":
        user32 = ctypes.windll.user32
    if user32 is None:
        return 0
    ours, found = os.getpid() if process is None else process, []

    def look(window: int, _: int) -> bool:
        owner = ctypes.c_ulong(0)
        user32.GetWindowThreadProcessId(window, ctypes.byref(owner))
        name = ctypes.create_unicode_buffer(_LONGEST_NAME)
        if owner.value == ours and user32.IsWindowVisible(window):
            user32.GetClassNameW(window, name, _LONGEST_NAME)
            if name.value == _DIALOG:
                found.append(window)
        return True

    kind = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
    user32.EnumWindows(kind(look), None)
    for window in found:
        user32.PostMessageW(window, _WM_CLOSE, 0, 0)
    return len(found)
