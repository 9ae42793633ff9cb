"""The day as of which a list is shown: today, or any other day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import DateField, TextLabel, length, make_link


class DayBar(QWidget):
    """`chosen` gives the day, None for today whichever day that is."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.label = TextLabel("", "muted")
        self.field = DateField(lambda: session.today, "")
        self.field.setObjectName("as_of_day")
        self.field.setMaximumWidth(length(self, 9))
        self.label.setBuddy(self.field)
        self.today_button = make_link(QPushButton())
        self.today_button.setObjectName("today")
        self.note = TextLabel("", "caption", wrap=True)
        row = QHBoxLayout(self)
        side = length(self, 0.85)
        row.setContentsMargins(side, length(self, 0.7), side, 0)
        row.setSpacing(length(self, 0.5))
        row.addWidget(self.label)
        row.addWidget(self.field)
        row.addWidget(self.today_button)
        row.addWidget(self.note, 1)
        row.addStretch(0)
        self.field.set_value(session.today)
        self.field.changed.connect(self._tell)
        self.today_button.clicked.connect(self.show_today)
        self.retranslate()
        self._show_button()

    @property
    def day(self) -> date | None:
        """The day that was chosen, None for today."""
        day = self.field.value
        return day if day and day != self._session.today else None

    def retranslate(self, note: str = "") -> None:
        """Put the words on it; `note` says what the day means for the list."""
        self.label.setText(self.tr("&As of day"))
        self.field.set_name(self.tr("As of day"))
        self.today_button.setText(self.tr("Today"))
        self.note.setText(note)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the note out where there is little room."""
        self.note.setVisible(not narrow)

    def show_today(self) -> None:
        """Show today again."""
        self.field.set_value(self._session.today)
        self._tell()
        self.field.setFocus()

    def follow_day(self, shown: date | None) -> None:
        """Keep showing today when a new day has begun."""
        if shown is None:
            self.field.set_value(self._session.today)
        self._show_button()

    def _tell(self, _: object = None) -> None:
        self._show_button()
        if self.field.value is not None:
            self.chosen.emit(self.day)

    def _show_button(self) -> None:
        self.today_button.setVisible(self.day is not None)
