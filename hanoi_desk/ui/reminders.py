"""Reminders without a server: a sentence at the start, and at a chosen hour a quiet notice with counts only."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from hanoi_desk.assets import asset
from hanoi_desk.my_day import pressing
from hanoi_desk.settings import NO_REMINDER
from hanoi_desk.ui.due_lines import DueLines
from hanoi_desk.ui.session import Session

#: How often it is looked whether the hour has come, in milliseconds.
_LOOK = 30_000
#: How long the system shows a notice, in milliseconds; many systems choose for themselves.
_SHOWN = 15_000


class Reminders(QObject):
    """Tells how much is overdue and due today, once a day; never a word of a record, for others see the screen too.

    The notice goes to the tray where there is one, or else to the strip of the window; `opened` says that somebody
    wants to see what is due.
    """

    opened = Signal()

    def __init__(self, session: Session, tell: Callable[[str], None], parent: QWidget) -> None:
        """`tell` shows a sentence in the window, with the way to what is due."""
        super().__init__(parent)
        self._session = session
        self._tell = tell
        self._lines = DueLines(session, self)
        self._hour = NO_REMINDER
        self._told_on: date | None = None
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)

    @property
    def hour(self) -> int:
        """The hour of the notice, 0 to 23, or NO_REMINDER."""
        return self._hour

    def set_hour(self, hour: int) -> None:
        """Give the notice at another hour from now on; an hour that has passed today waits for tomorrow."""
        self._hour = hour
        if hour == NO_REMINDER:
            self._timer.stop()
            self._let_tray_go()
            return
        if self._session.now.hour >= hour:
            self._told_on = self._session.today
        self._timer.start()

    def sentence(self) -> str:
        """Return how much is overdue and due today, empty when nothing is."""
        late, today = pressing(self._lines.read())
        if late and today:
            return self._session.word("reminder.both", late=late, today=today)
        if late:
            return self._session.word("reminder.late", n=late)
        return self._session.word("reminder.today", n=today) if today else ""

    def tell_at_start(self) -> None:
        """Say in the window what presses, if anything does; that will do for the hour if it has passed."""
        if sentence := self.sentence():
            self._tell(sentence)

    def look(self) -> None:
        """Give the notice if its hour has come and it was not given today."""
        now = self._session.now
        if self._hour == NO_REMINDER or now.hour < self._hour or self._told_on == now.date():
            return
        self._told_on = now.date()
        if sentence := self.sentence():
            self._notify(sentence)

    def stop(self) -> None:
        """Look no longer; the icon leaves the tray."""
        self._timer.stop()
        self._let_tray_go()

    def _notify(self, sentence: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            self._tell(sentence)
            return
        tray = self._tray or self._make_tray()
        tray.setToolTip(sentence)
        tray.showMessage("Hanoi Desk", sentence, QIcon(), _SHOWN)

    def _make_tray(self) -> QSystemTrayIcon:
        tray = self._tray = QSystemTrayIcon(QIcon(str(asset("icons/hanoi-desk.svg"))), self)
        tray.messageClicked.connect(self.opened)
        tray.activated.connect(lambda _: self.opened.emit())
        tray.show()
        return tray

    def _let_tray_go(self) -> None:
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None
