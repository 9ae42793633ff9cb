"""The card of the settings on which the hour of the reminder is chosen."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.language import clock
from hanoi_desk.settings import NO_REMINDER
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, ComboField, FormRow, TextLabel

#: The hours of a working day among which one is chosen.
_HOURS = range(6, 21)


class ReminderCard(Card):
    """The choice of the hour, for the settings; `chosen` gives it as a number, "-1" for none."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("reminders")
        self._session = session
        self._shown = NO_REMINDER
        self.hour = ComboField()
        self.hour.setObjectName("reminder_hour")
        self._row = FormRow("", self.hour)
        self._note = TextLabel("", "caption", wrap=True)
        self.body.addWidget(self._row)
        self.body.addWidget(self._note)
        self.hour.chosen.connect(self._take)

    def retranslate(self) -> None:
        """Put the words on it."""
        self.set_title(self.tr("Reminders"))
        self._row.set_label(self.tr("Each day at"))
        self._note.setText(
            self.tr("A quiet notice of how much is overdue and due today. It never shows the text of a record.")
        )
        hours = [(str(hour), clock(time(hour), self._session.language)) for hour in _HOURS]
        self.hour.set_choices([(str(NO_REMINDER), self.tr("No notice")), *hours])
        self.show_hour(self._shown)

    def show_hour(self, hour: int) -> None:
        """Show which hour is chosen."""
        self._shown = hour
        self.hour.set_value(str(hour))

    def _take(self, hour: str) -> None:
        self._shown = int(hour)
        self.chosen.emit(hour)
