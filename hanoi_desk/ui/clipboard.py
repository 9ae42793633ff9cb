"""What was copied inside the program leaves the clipboard after a while, and at once when the desk is locked.

It is known again by a hash, so that what another program put there since is never touched (safekeeping.md, threat 21).
"""

import os
import sys
from importlib import import_module

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

#: How long what was copied can be pasted, in milliseconds.
KEPT = 30_000
#: What tells Windows to keep a copy out of its history, out of other computers, and out of programs that watch.
_PRIVATE = {
    "ExcludeClipboardContentFromMonitorProcessing": b"\0",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
}


def private_copy(text: str) -> QMimeData:
    """Return a text for the clipboard of Windows, marked so that no history or cloud keeps it."""
    data = QMimeData()
    data.setText(text)
    for name, value in _PRIVATE.items():
        data.setData(f'application/x-qt-windows-mime;value="{name}"', value)
    return data


class ClipboardGuard(QObject):
    """Watches the one clipboard of the system, and on X11 what is marked with the pointer too."""

    def __init__(self, parent: QObject | None = None, *, marks: bool = sys.platform == "win32") -> None:
        """`marks`: mark what is copied for the history of Windows."""
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._salt = os.urandom(16)
        self._ours: bytes | None = None
        self._marks = marks
        self._timer = QTimer(self, singleShot=True, interval=KEPT)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self.look)
        self._marked = QTimer(self, singleShot=True, interval=KEPT)
        self._marked.timeout.connect(self.let_go)
        if self._clipboard.supportsSelection():
            self._clipboard.selectionChanged.connect(self._marked.start)

    def is_ours(self) -> bool:
        """Tell whether this program put into the clipboard what is there now."""
        return self._clipboard.ownsClipboard()

    def look(self) -> None:
        """Note what was copied inside the program; what came from elsewhere is none of ours."""
        if not self.is_ours():
            self._forget()
            return
        text = self._clipboard.text()
        if not text or self._hash(text) == self._ours:
            return
        self._ours = self._hash(text)
        self._timer.start()
        if self._marks:
            self._clipboard.setMimeData(private_copy(text))

    def clear(self) -> None:
        """Empty the clipboard if it still holds what was copied here last, and let go of what was marked here."""
        if self._ours is not None and self._hash(self._clipboard.text()) == self._ours:
            self._clipboard.clear()
        self._forget()
        self.let_go()

    def let_go(self) -> None:
        """Take what is marked here from the clipboard that X11 fills by marking."""
        self._marked.stop()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _forget(self) -> None:
        self._ours = None
        self._timer.stop()

    def _hash(self, text: str) -> bytes:
        blake2b = import_module("hashlib").blake2b  # not at the top: a start copies nothing
        return bytes(blake2b(text.encode(errors="surrogatepass"), key=self._salt).digest())
