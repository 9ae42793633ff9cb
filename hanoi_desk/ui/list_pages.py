"""The pages that list contacts and persons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import delete_outreach
from hanoi_desk.records import (
    Appointment,
    Outreach,
    Person,
    Record,
)
from hanoi_desk.store.titles import title
from hanoi_desk.ui.detail import OutreachDetail, PersonDetail
from hanoi_desk.ui.form_page import FormPage
from hanoi_desk.ui.forms import (
    AppointmentForm,
    PersonForm,
)
from hanoi_desk.ui.list_page import ListPage, ListWords
from hanoi_desk.ui.listings import (
    OutreachListing,
    PersonListing,
)
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
        return self.tr("Deleted with what was recorded in it: {name}.").format(name=name)


class PeoplePage(FormPage):
    """Persons and the posts they hold."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        detail = PersonDetail(session)
        super().__init__(session, PersonListing(session), detail, parent)
        detail.post_asked.connect(self._edit_post)

    def words(self) -> ListWords:
        return ListWords(
            self.tr("People"),
            self.tr("Filter: name, post, country…"),
            self.tr("New person…"),
            self.tr("No person is on file yet. Persons named when a contact is logged appear here."),
        )

    def add(self) -> None:
        self.open_form(PersonForm(self.session, Person(name=""), self.tr("New person"), self))

    def edit(self, record_id: str) -> None:
        person = self.session.store.need(Person, record_id)
        self.open_form(PersonForm(self.session, person, self.tr("Person"), self))

    def _edit_post(self, person_id: str, post_id: str) -> None:
        store = self.session.store
        person = store.need(Person, person_id)
        known = store.get(Appointment, post_id) if post_id else None
        post = known or Appointment(person=person_id, title="", participant=person.participant)
        form = AppointmentForm(self.session, post, self.tr("Post of {name}").format(name=person.name), self)
        form.saved.connect(lambda _: self._saved(person_id))
        form.open()
