"""The page that lists contacts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import delete_outreach
from hanoi_desk.records import Outreach, Record
from hanoi_desk.store.titles import title
from hanoi_desk.ui.detail import OutreachDetail
from hanoi_desk.ui.list_page import ListPage, ListWords
from hanoi_desk.ui.listings import OutreachListing
from hanoi_desk.ui.session import Session


class OutreachPage(ListPage):
    """The log of contacts; the window opens the log form for `edit_asked`."""

    edit_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, OutreachListing(session), OutreachDetail(session), parent)

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Contacts"),
            self.tr("Filter: country, words, name…"),
            "",
            self.tr("Nothing is logged yet. Press Ctrl+L to log the first contact."),
        )

    def edit(self, record_id: str) -> None:
        self.edit_asked.emit(record_id)

    def delete(self, record: Record) -> str:
        assert isinstance(record, Outreach)
        name = self.listing.contact(record)
        delete_outreach(self.session.store, record.id, title(record))
        return self.tr("Deleted with what was recorded in it: {name}.").format(name=name.rstrip("."))
