"""What fields of chips share: one frame around the chips and the line to type in, with its list of suggestions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hanoi_desk.ui.widgets.field_frame import FieldFrame
from hanoi_desk.ui.widgets.flow import FlowLayout
from hanoi_desk.ui.widgets.lines import Line
from hanoi_desk.ui.widgets.painting import length
from hanoi_desk.ui.widgets.suggestions import SuggestionList


class ChipLine(Line):
    """The place to type: each key is offered to the field first, but none while a letter is being composed."""

    key_pressed = Signal(object)  # QKeyEvent; whoever accepts it keeps it
    gone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if not self.composing:
            self.key_pressed.emit(event)
        if not event.isAccepted():
            event.accept()
            super().keyPressEvent(event)


class ChipFrame(FieldFrame):
    """The frame; what a key, a letter and a chosen suggestion do is decided by each kind of field."""

    def __init__(self, line: ChipLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        line.setProperty("role", "inside")
        self._list = SuggestionList(self, "")
        self.setFocusProxy(line)
        self._flow = FlowLayout(self, spacing=length(self, 0.2), stretch_last=True)
        self._flow.addWidget(line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.watch(line)

    def set_name(self, name: str) -> None:
        """Name the field for screen readers."""
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)
        self._list.setAccessibleName(self.tr("Suggestions for {field}").format(field=name))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
