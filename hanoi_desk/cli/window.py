"""The command that opens the window."""

import os
import sys
from pathlib import Path

from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.later import loaded
from hanoi_desk.store import StoreError, StoreErrorCode

#: Set where there is a display, or where Qt is told to do without.
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(call: Call) -> None:
    """Show a desk, or the one opened last; returns when the window is closed.

    :raises ClearNo: where no window can be opened; Qt itself would end the program without a plain word.
    """
    desk: Path | None = call.asked.desk
    if desk is not None and not desk.exists():
        raise StoreError(StoreErrorCode.MISSING, path=str(desk))
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        raise ClearNo(call.console.error("no_display"))
    try:
        show = loaded("ui.running", "main")
    except ImportError as error:
        if "hanoi_desk" in str(error):  # our own mistake, not a library that the system lacks
            raise
        raise ClearNo(call.console.error("no_window", why=error)) from error
    if code := show(desk):
        raise SystemExit(code)
