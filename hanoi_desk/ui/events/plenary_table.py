"""The table of a plenary: one key on a delegation says whether it spoke of the Convention, any text begins a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from hanoi_desk.records import Mention
from hanoi_desk.ui.record_table import RecordTable

_KEYS = {Qt.Key.Key_M: Mention.MENTIONED, Qt.Key.Key_N: Mention.NOT_MENTIONED}


class PlenaryTable(RecordTable):
    """M spoke of it, N did not, Space goes round; Enter or F2 opens the note, and typed text begins it."""

    marked = Signal(object)  # a Mention, or None for the next in the round
    typed = Signal(str)
    cleared = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if not self.current or not plain:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.marked.emit(_KEYS[key])
        elif key == Qt.Key.Key_Space:
            self.marked.emit(None)
        elif key == Qt.Key.Key_Delete:
            self.cleared.emit()
        elif key == Qt.Key.Key_F2:
            self.opened.emit(self.current)
        elif event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
