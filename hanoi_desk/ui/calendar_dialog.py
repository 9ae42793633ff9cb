"""Asks where to write the calendar file, and writes it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hanoi_desk.calendar_days import calendar_days
from hanoi_desk.calendar_file import BEGINNING, calendar_bytes
from hanoi_desk.files import replace_file
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.session import Session


class CalendarDialog(SaveDialog):
    """Proposes the same name each time: a calendar that takes the newer file in replaces what it holds."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        name = f"{session.store.path.stem} ({session.word('mark.internal')}).ics"
        super().__init__(parent, "", FileKind.CALENDAR, name, "iCalendar (*.ics)")
        self.session = session
        self.setWindowTitle(self.tr("Save calendar file"))
        self.when_chosen(self.write)

    def write(self, path: Path) -> None:
        """Write the file; one that is no calendar is never replaced."""
        if messages.refuse_secret(self.parentWidget(), path, self.session.language):
            return
        try:
            if _is_other(path):
                messages.known(self.parentWidget(), "not_a_calendar", self.session.language)
                return
            days = calendar_days(self.session.store, self.session.now, self.session.language)
            replace_file(path, calendar_bytes(days))
        except StoreError as error:
            messages.store_trouble(self.parentWidget(), error, self.session.language)
        except OSError as error:
            messages.failure(self.parentWidget(), error, self.session.language, path, "unwritten")
        else:
            said = self.tr("The calendar is saved: {name}. It is for our own side only.")
            self.session.say(said.format(name=path.name))


def _is_other(path: Path) -> bool:
    if not path.is_file() or not path.stat().st_size:
        return False
    with path.open("rb") as file:
        return file.read(len(BEGINNING)) != BEGINNING
