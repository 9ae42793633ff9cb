"""The small form of an event."""

from hanoi_desk.desk import keep
from hanoi_desk.records import Event, EventKind
from hanoi_desk.ui.forms.base import RecordForm


class EventForm(RecordForm):
    """An event."""

    def build(self) -> None:
        self.line(self.text("name"), self.text("name_vi"))
        self.line(self.choice("kind", EventKind), self.text("place"))
        self.line(self.day("starts_on"), self.day("ends_on"))
        self.line(self.countries("hosts"))
        self.line(self.text("hosts_text"), self.text("series"))
        self.line(self.area("notes"))

    def keep(self, record: Event) -> None:
        keep(self.session.store, record)
