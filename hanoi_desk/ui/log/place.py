"""The field for where a contact was: free text for the place, and an event of the desk if it was held at one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from hanoi_desk.ui.widgets import Chip, Suggestion, length
from hanoi_desk.ui.widgets.chip_frame import ChipFrame, ChipLine


class _PlaceLine(ChipLine):
    """The text of the place."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.gone.emit()


class PlaceField(ChipFrame):
    """What is typed is the place; an event chosen from the list becomes a chip before it.

    The first line of the list is the text itself, so that Enter and Tab never choose an event unasked.
    """

    edited = Signal()

    def __init__(self, complete: Callable[[str], list[Suggestion]], parent: QWidget | None = None) -> None:
        """`complete` gives the events that a text may mean, best first."""
        super().__init__(_PlaceLine(), parent)
        self._complete = complete
        self._chip: Chip | None = None
        self.line.setMinimumWidth(length(self, 4))
        self.line.typed.connect(self._read)
        self.line.key_pressed.connect(self._press)
        self.line.gone.connect(self._leave)
        self._list.chosen.connect(self._take)

    @property
    def place(self) -> str:
        """The text."""
        return self.line.text()

    @property
    def event_id(self) -> str | None:
        """The event that was chosen."""
        return self._chip.suggestion.id if self._chip else None

    def show_place(self, place: str, event: Suggestion | None) -> None:
        """Show a place and an event; no signal."""
        self._set_event(event)
        self.line.setText(place)
        self.line.setCursorPosition(0)

    def _set_event(self, event: Suggestion | None) -> None:
        if self._chip is not None:
            self._flow.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if event is not None:
            chip = Chip(event, self)
            chip.dropped.connect(self._drop)
            chip.stepped.connect(lambda by: self.line.setFocus(Qt.FocusReason.OtherFocusReason))
            self.watch(chip)
            self._flow.insert_widget(0, chip)
            self._chip = chip
            chip.show()
        self.updateGeometry()

    def _drop(self) -> None:
        self._set_event(None)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _read(self, text: str) -> None:
        found = self._complete(text.strip()) if text.strip() and self._chip is None else []
        typed = Suggestion("", text.strip(), self.tr("as the place"))
        self._list.offer([typed, *found] if found else [], text.strip())
        self.edited.emit()

    def _take(self, suggestion: Suggestion) -> None:
        self._list.dismiss()
        if suggestion.id:
            self.line.clear()
            self._set_event(suggestion)
            self.edited.emit()

    def _press(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        if self._list.is_open and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
            event.accept()
        elif self._list.is_open and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._list.current is not None:
                self._take(self._list.current)
            event.accept()
        elif self._list.is_open and key == Qt.Key.Key_Escape:
            self._list.dismiss()
            event.accept()
        elif self._chip and self.line.cursorPosition() == 0 and not self.line.hasSelectedText():
            if key == Qt.Key.Key_Left:
                self._chip.setFocus(Qt.FocusReason.OtherFocusReason)
                event.accept()
            elif key == Qt.Key.Key_Backspace:
                self._drop()
                event.accept()

    def _leave(self) -> None:
        self._list.dismiss()
        self.line.setCursorPosition(0)  # so that the beginning of a long place is seen
