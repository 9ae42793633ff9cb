"""A small question: to which day a task is put off."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import DateField, FormRow, TextLabel, length, make_primary


class DayDialog(QDialog):
    """Asks for a day; `chosen` gives it."""

    chosen = Signal(object)  # date

    def __init__(self, session: Session, what: str, day: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Put off"))
        self.day = DateField(lambda: session.today, self.tr("New due date"), ahead=True)
        self.day.setObjectName("day")
        self.day.set_value(day)
        self._row = FormRow(self.tr("New due &date"), self.day)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        make_primary(self.buttons.button(QDialogButtonBox.StandardButton.Ok))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        column = QVBoxLayout(self)
        column.setSpacing(length(self, 0.6))
        column.addWidget(TextLabel(what, "strong", wrap=True))
        column.addWidget(self._row)
        column.addWidget(self.buttons)
        self.setMinimumWidth(length(self, 20))

    def accept(self) -> None:
        """Give the day, if there is one."""
        if not self.day.settle():
            return
        if self.day.value is None:
            self._row.show_problem(self.tr("Type a day, for example 22/11/2026."))
            return
        self.chosen.emit(self.day.value)
        super().accept()
