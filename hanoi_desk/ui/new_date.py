"""Asks for the new date of a promise, in the place of the answers to it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hanoi_desk.periods import Period
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ActionButton, DateField, length, make_link, make_small


class NewDate(QObject):
    """A date still to come, a button that keeps it and one that leaves it; `taken` gives the day and the period.

    They stand in a line of somebody else, and flow with it.
    """

    taken = Signal(object, object)  # date, Period
    left = Signal()

    def __init__(self, session: Session, line: QWidget) -> None:
        super().__init__(line)
        self._session = session
        self.day = DateField(lambda: session.today, "", ahead=True, periods=True)
        self.day.setObjectName("new_date")
        self.day.setMaximumWidth(length(line, 9))
        self.keep = make_small(ActionButton("", "⏎"))
        self.keep.setObjectName("keep_new_date")
        self.leave = make_link(QPushButton(), quiet=True)
        self.widgets = (self.day, self.keep, self.leave)
        # Not before the field is done with the key: the save may take the field away.
        self.day.line.returnPressed.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.keep.clicked.connect(self._take)
        self.leave.clicked.connect(self.left.emit)
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words on it."""
        self.day.set_name(self.tr("New date"))
        self.keep.setText(self.tr("Keep this date"))
        self.leave.setText(self.tr("Leave it"))

    def show(self, shown: bool) -> None:
        """Show all of it, or nothing."""
        for widget in self.widgets:
            widget.setVisible(shown)

    @property
    def is_shown(self) -> bool:
        """Whether it is asking."""
        return not self.day.isHidden()

    def begin(self) -> None:
        """Ask, with an empty field."""
        self.day.set_value(None)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if not self.is_shown or not self.day.settle():
            return
        day, period = self.day.value, self.day.period
        if day is None or not isinstance(period, Period) or day < self._session.today:
            self.day.set_problem(self.tr("Type a day that is still to come, for example 31/12/2026."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.taken.emit(day, period)
