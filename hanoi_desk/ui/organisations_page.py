"""The bodies that we deal with."""

from PySide6.QtWidgets import QWidget

from hanoi_desk.records import Organisation, OrganisationKind
from hanoi_desk.ui.detail import OrganisationDetail
from hanoi_desk.ui.form_page import FormPage
from hanoi_desk.ui.forms import OrganisationForm
from hanoi_desk.ui.list_page import ListWords
from hanoi_desk.ui.listings import OrganisationListing
from hanoi_desk.ui.session import Session


class OrganisationsPage(FormPage):
    """Organizations, international or of one State."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        listing = OrganisationListing(session)
        detail = OrganisationDetail(session)
        super().__init__(session, listing, detail, parent)
        self.tables = (*listing.tables, "person", "outreach", "event")
        detail.part_asked.connect(self._add_part)

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Organizations"),
            self.tr("Filter: name, short name, country…"),
            self.tr("New organization…"),
            self.tr("No organization is on file yet."),
        )

    def add(self) -> None:
        self.open_form(OrganisationForm(self.session, Organisation(name_en=""), self.tr("New organization"), self))

    def edit(self, record_id: str) -> None:
        body = self.session.store.need(Organisation, record_id)
        self.open_form(OrganisationForm(self.session, body, self.tr("Organization"), self))

    def _add_part(self, whole_id: str) -> None:
        whole = self.session.store.need(Organisation, whole_id)
        kind = whole.kind if whole.participant else OrganisationKind.OTHER
        part = Organisation(name_en="", parent=whole.id, participant=whole.participant, city=whole.city, kind=kind)
        title = self.tr("A part of {name}").format(name=self.session.name(whole))
        self.open_form(OrganisationForm(self.session, part, title, self))
