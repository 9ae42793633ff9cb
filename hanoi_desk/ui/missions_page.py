"""Our missions and our people, as of any day."""

from datetime import date

from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import open_of, remove_mission
from hanoi_desk.records import Mission, MissionKind, Officer, Record
from hanoi_desk.ui.coverage.day_bar import DayBar
from hanoi_desk.ui.detail import Detail, MissionDetail, OfficerDetail
from hanoi_desk.ui.form_page import FormPage
from hanoi_desk.ui.forms import LeavingForm, MissionForm, OfficerForm
from hanoi_desk.ui.list_page import ListWords
from hanoi_desk.ui.listings import CoverageListing, MissionListing, OfficerListing
from hanoi_desk.ui.session import Session


class DayPage(FormPage):
    """A list that is shown as of a day."""

    def __init__(
        self,
        session: Session,
        listing: MissionListing | OfficerListing | CoverageListing,
        detail: Detail,
        parent: QWidget | None = None,
    ) -> None:
        self.dated = listing
        self.day_bar = DayBar(session)
        super().__init__(session, listing, detail, parent)
        self._list.body.insertWidget(0, self.day_bar)
        self.day_bar.chosen.connect(self.show_day)

    def retranslate(self) -> None:
        super().retranslate()
        self.day_bar.retranslate()

    def reload(self) -> None:
        self.day_bar.follow_day(self.dated.day)
        super().reload()

    def _share_room(self) -> None:
        super()._share_room()
        # Where there is little room the day stands with the filters, unless it is another than today.
        self.day_bar.set_narrow(self.is_narrow)
        self.day_bar.setVisible(not self.is_narrow or self.more_button.isChecked() or self.dated.day is not None)

    def show_day(self, day: date | None) -> None:
        """Show the list as of another day, None for today."""
        self.dated.day = day
        self.refresh()


class MissionsPage(DayPage):
    """Our missions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        listing = MissionListing(session)
        super().__init__(session, listing, MissionDetail(session, listing), parent)
        self.tables = (*listing.tables, "outreach", "follow_up", "commitment")

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Our missions"),
            self.tr("Filter: name, city, or a State it looks after…"),
            self.tr("New mission…"),
            self.tr("None of our missions is on file yet."),
        )

    def add(self) -> None:
        blank = Mission(kind=MissionKind.EMBASSY, name_en="")
        self.open_form(MissionForm(self.session, blank, self.tr("New mission"), self))

    def edit(self, record_id: str) -> None:
        mission = self.session.store.need(Mission, record_id)
        self.open_form(MissionForm(self.session, mission, self.tr("Mission"), self))

    def delete(self, record: Record) -> str:
        assert isinstance(record, Mission)
        name = self.session.name(record)
        number = remove_mission(self.session.store, record)
        if not number:
            return self.tr("Deleted: {name}.").format(name=name)
        with_them = self.tr("Deleted with %n responsibility(ies): {name}.", "", number)
        return with_them.format(name=name)


class OfficersPage(DayPage):
    """Our people."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        listing = OfficerListing(session)
        detail = OfficerDetail(session, listing)
        super().__init__(session, listing, detail, parent)
        self.tables = (*listing.tables, "outreach")
        detail.leave_asked.connect(self._leave)

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Our officers"),
            self.tr("Filter: name, post, or a State looked after…"),
            self.tr("New officer…"),
            self.tr("None of our officers is on file yet."),
        )

    def add(self) -> None:
        mission = self.session.store.local("mission") or None
        blank = Officer(name="", mission=mission)
        self.open_form(OfficerForm(self.session, blank, self.tr("New officer"), self))

    def edit(self, record_id: str) -> None:
        officer = self.session.store.need(Officer, record_id)
        form = self.open_form(OfficerForm(self.session, officer, self.tr("Officer"), self))
        if officer.to_on is None:
            form.saved.connect(self._ask_who_takes_over)

    def delete(self, record: Record) -> str:
        assert isinstance(record, Officer)
        left = len(open_of(self.session.store, record.id))
        sentence = super().delete(record)
        if left:
            sentence += " " + self.tr("%n open matter(s) stay without an owner.", "", left)
        return sentence

    def _ask_who_takes_over(self, record_id: str) -> None:
        """Ask at once who takes over when somebody was given a last day and has something open."""
        officer = self.session.store.need(Officer, record_id)
        if officer.to_on and open_of(self.session.store, record_id):
            self._leave(record_id)

    def _leave(self, record_id: str) -> None:
        officer = self.session.store.need(Officer, record_id)
        title = self.tr("{name} leaves").format(name=officer.name)
        self.open_form(LeavingForm(self.session, officer, title, self))
