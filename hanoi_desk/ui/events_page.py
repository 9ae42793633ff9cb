"""The occasions that outreach belongs to, and what is done at them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import note_attendance
from hanoi_desk.records import Event
from hanoi_desk.ui.detail import EventDetail
from hanoi_desk.ui.form_page import FormPage
from hanoi_desk.ui.forms import EventForm
from hanoi_desk.ui.list_page import ListWords
from hanoi_desk.ui.listings import EventListing
from hanoi_desk.ui.session import Session


class EventsPage(FormPage):
    """Events; the window opens the log form at the chosen event for `log_asked`, as for Ctrl+L."""

    log_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        detail = EventDetail(session)
        super().__init__(session, EventListing(session), detail, parent)
        detail.log_asked.connect(lambda _: self.log_asked.emit())
        detail.attendance_asked.connect(self._add_attended)

    def current_event(self) -> str:
        return self.table.current

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Events"),
            self.tr("Filter: name, place, host…"),
            self.tr("New event…"),
            self.tr("No event is on file yet."),
        )

    def add(self) -> None:
        self.open_form(EventForm(self.session, Event(name=""), self.tr("New event"), self))

    def _add_attended(self, event_id: str, participants: list[str]) -> None:
        event = self.session.store.need(Event, event_id)
        self.do(lambda: self._saved(note_attendance(self.session.store, event, participants).id))

    def edit(self, record_id: str) -> None:
        event = self.session.store.need(Event, record_id)
        self.open_form(EventForm(self.session, event, self.tr("Event"), self))
