"""Stories of our missions and officers, organizations, and the table of who looks after whom."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot
from ui.conftest import MISSION, OFFICER

from hanoi_desk import desk
from hanoi_desk.records import (
    Appointment,
    Coverage,
    CoverageRole,
    FollowUp,
    Mission,
    MissionKind,
    Officer,
    Organisation,
    Outreach,
    Person,
)
from hanoi_desk.store import Query
from hanoi_desk.ui.countries.dossier import dossier_of
from hanoi_desk.ui.countries.header import CountryHeader
from hanoi_desk.ui.countries.participant_form import ParticipantForm
from hanoi_desk.ui.coverage.import_dialog import CoverageImportDialog
from hanoi_desk.ui.coverage_page import CoveragePage
from hanoi_desk.ui.forms import CoverageForm, LeavingForm, OfficerForm, OrganisationForm
from hanoi_desk.ui.list_page import ListPage
from hanoi_desk.ui.missions_page import MissionsPage, OfficersPage
from hanoi_desk.ui.organisations_page import OrganisationsPage
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import ChipEdit, ComboField, DateField, Line

TODAY = date(2026, 11, 22)
KENYA, GHANA = desk.participant_id("KE"), desk.participant_id("GH")
GENEVA = Mission(kind=MissionKind.PERMANENT_MISSION, name_en="Permanent Mission in Geneva", city_en="Geneva")
ALGIERS = Mission(kind=MissionKind.EMBASSY, name_en="Embassy in Algiers", name_vi="Đại sứ quán tại An-giê")

Show = Callable[..., ListPage]


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    for mission in (GENEVA, ALGIERS):
        desk.keep(session.store, mission)
    pages: list[ListPage] = []

    def show_one(kind: type[ListPage], record: str = "", width: int = 1160) -> ListPage:
        page: ListPage = kind(session)  # type: ignore[call-arg, arg-type]
        qtbot.addWidget(page)
        page.resize(width, 800)
        with qtbot.waitExposed(page):
            page.show()
        if record:
            page.show_goal(Goal("", record))
        page.table.setFocus()
        page.read_chosen()
        pages.append(page)
        return page

    yield show_one
    for page in pages:
        page.hide()


def held(session: Session, participant: str = KENYA) -> list[Coverage]:
    return session.store.all(Query(Coverage, (("participant", "=", participant),)))


def words(page: ListPage) -> str:
    return "\n".join(label.text() for label in page.detail.findChildren(QLabel) + page.detail.findChildren(QPushButton))


def form_of(page: ListPage, kind: type[RecordForm]) -> RecordForm:
    return next(form for form in page.findChildren(kind) if form.isVisible())


def write(form: RecordForm, name: str, text: str) -> None:
    field = form.rows[name].field
    if isinstance(field, ComboField):
        field.setCurrentText(text)
    elif isinstance(field, DateField):
        field.line.setText(text)
        field.line.typed.emit(text)
    else:
        assert isinstance(field, Line)
        field.setText(text)


def press(qtbot: QtBot, *keys: Qt.Key | str) -> None:
    """Press keys where the focus is, and let the program come to rest."""
    for key in [one for given in keys for one in (given if isinstance(given, str) else (given,))]:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(key, str):
            qtbot.keyClicks(focused, key)
        else:
            qtbot.keyClick(focused, key)
        QApplication.processEvents()


# ---- the table ----


def test_a_lead_is_chosen_in_its_cell_by_a_few_letters(session: Session, show: Show, qtbot: QtBot):
    page = show(CoveragePage, KENYA)
    press(qtbot, "alg", Qt.Key.Key_Return)
    assert [(c.role, c.mission, c.from_on) for c in held(session)] == [(CoverageRole.LEAD, ALGIERS.id, None)]
    assert page.table.current == KENYA
    assert page.table.hasFocus()
    assert session.board().places[KENYA].lead == ALGIERS.id


def test_the_next_state_is_one_key_down(session: Session, show: Show, qtbot: QtBot):
    page = show(CoveragePage, KENYA)
    page.table.step(-1)
    press(qtbot, "gen", Qt.Key.Key_Return, Qt.Key.Key_Down, "gen", Qt.Key.Key_Return)
    assert len(session.store.all(Query(Coverage))) == 2
    assert held(session)[0].mission == GENEVA.id


def test_right_and_tab_go_on_to_the_channels(session: Session, show: Show, qtbot: QtBot):
    show(CoveragePage, KENYA)
    press(qtbot, "alg", Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, "vi", Qt.Key.Key_Return)
    assert {c.role: c.mission for c in held(session)} == {
        CoverageRole.LEAD: ALGIERS.id,
        CoverageRole.VIENNA: MISSION.id,
    }


def test_since_when_a_mission_leads_is_typed_in_the_next_cell(session: Session, show: Show, qtbot: QtBot):
    show(CoveragePage, KENYA)
    press(qtbot, "alg", Qt.Key.Key_Return, Qt.Key.Key_Right, "1/3/2025", Qt.Key.Key_Return)
    assert held(session)[0].from_on == date(2025, 3, 1)


def test_a_mission_that_is_not_on_file_is_added_from_the_cell(session: Session, show: Show, qtbot: QtBot):
    show(CoveragePage, KENYA)
    press(qtbot, "Embassy in Dodoma", Qt.Key.Key_Return)
    made = session.store.need(Mission, held(session)[0].mission)
    assert (made.name_en, made.kind) == ("Embassy in Dodoma", MissionKind.EMBASSY)


def test_the_letters_of_telex_that_open_a_cell_find_what_they_would_have_made(
    session: Session, show: Show, qtbot: QtBot
):
    show(CoveragePage, KENYA)
    press(qtbot, "ddai su", Qt.Key.Key_Return)
    assert held(session)[0].mission == ALGIERS.id


def test_several_missions_are_accredited_in_one_cell(session: Session, show: Show, qtbot: QtBot):
    show(CoveragePage, KENYA)
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, "gen", Qt.Key.Key_Return, "alg", Qt.Key.Key_Return)
    assert held(session) == []
    press(qtbot, Qt.Key.Key_Return)
    assert {c.mission for c in held(session)} == {GENEVA.id, ALGIERS.id}


def test_escape_leaves_the_cell_as_it_was_and_delete_empties_it(session: Session, show: Show, qtbot: QtBot):
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], date(2026, 1, 1))
    page = show(CoveragePage, KENYA)
    press(qtbot, "gen", Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert held(session)[0].mission == ALGIERS.id
    press(qtbot, Qt.Key.Key_Delete)
    assert held(session)[0].to_on == date(2026, 11, 21)
    session.store.undo()
    assert held(session)[0].to_on is None


def test_what_is_filled_in_on_another_day_holds_from_that_day(session: Session, show: Show, qtbot: QtBot):
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], date(2026, 1, 1))
    page = show(CoveragePage, KENYA)
    page.show_day(date(2027, 2, 1))  # type: ignore[attr-defined]
    press(qtbot, "gen", Qt.Key.Key_Return)
    assert [(c.mission, c.from_on, c.to_on) for c in held(session)] == [
        (ALGIERS.id, None, date(2027, 1, 31)),
        (GENEVA.id, date(2027, 2, 1), None),
    ]
    page.show_day(None)  # type: ignore[attr-defined]
    assert "Embassy in Algiers" in page.model.data(page.model.index(page.table.currentIndex().row(), 1))


def test_states_without_a_lead_are_counted_and_listed(session: Session, show: Show):
    page = show(CoveragePage)
    assert page.listing.counters()[0].number == 198
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], TODAY)
    assert page.listing.counters()[0].number == 197
    page._count("no_lead")
    assert page.model.rowCount() == 197
    assert page.model.row_of(KENYA) is None


def test_the_history_of_a_state_stands_beside_the_table(session: Session, show: Show):
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], date(2026, 1, 1))
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [GENEVA.id], date(2026, 9, 1))
    page = show(CoveragePage, KENYA)
    assert "since 01/09/2026" in words(page)
    assert "until 31/08/2026" in words(page)


def test_each_responsibility_tells_its_own_history(session: Session, show: Show):
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], date(2026, 1, 1))
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [GENEVA.id], date(2026, 9, 1))
    page = show(CoveragePage, KENYA)
    page.detail.findChild(QPushButton, "history_other_0").click()
    assert "History: Embassy in Algiers" in words(page)
    assert "31/08/2026" in words(page).partition("History: Embassy in Algiers")[2]


def test_a_lead_inside_the_days_of_another_is_refused_with_a_sentence(session: Session, show: Show):
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], date(2026, 1, 1))
    page = show(CoveragePage, KENYA)
    page._edit_coverage(KENYA, "")  # type: ignore[attr-defined]
    form = form_of(page, CoverageForm)
    write(form, "mission", "Permanent Mission in Geneva")
    write(form, "from_on", "01/02/2026")
    write(form, "to_on", "01/03/2026")
    form.save()
    assert "Embassy in Algiers (… – …)" in form.rows["from_on"].problem
    assert len(held(session)) == 1
    write(form, "to_on", "")
    form.save()
    assert [c.to_on for c in held(session)] == [date(2026, 1, 31), None]


def test_a_country_is_never_deleted_from_the_table(session: Session, show: Show, qtbot: QtBot):
    show(CoveragePage, KENYA)
    press(qtbot, Qt.Key.Key_Delete)
    assert KENYA in session.board().places


# ---- the sheet ----


def test_a_sheet_is_shown_before_it_is_taken_and_taken_as_one_step(
    session: Session, show: Show, qtbot: QtBot, tmp_path: Path
):
    path = tmp_path / "Bảng phân công.csv"
    path.write_text(
        "Quốc gia,Cơ quan phụ trách,Dân số\nKê-ni-a,ĐSQ tại Tan-da-ni-a,50\nGhana,Geneva,30\nKorea,Geneva,1\n",
        encoding="utf-8",
    )
    page = show(CoveragePage)
    page.read_file(path)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(page.findChildren(CoverageImportDialog)))
    dialog = page.findChild(CoverageImportDialog)
    assert dialog.summary.text() == "New: 2, May mean several: 1"
    assert "“Dân số”" in dialog.columns.text()
    assert session.store.count(Query(Coverage)) == 0
    tree = dialog.findChild(QTreeWidget, "rows")
    mission = tree.topLevelItem(0).child(0)
    mission.setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: dialog.summary.text().startswith("New: 1, Not known: 1"))
    dialog.take_button.click()
    assert [c.mission for c in held(session, GHANA)] == [GENEVA.id]
    session.store.undo()
    assert session.store.count(Query(Coverage)) == 0


def test_a_name_that_several_bear_is_settled_by_a_person(session: Session, show: Show, qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "table.csv"
    path.write_text("State,Lead\nKorea,Geneva\n", encoding="utf-8")
    page = show(CoveragePage)
    page.read_file(path)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(page.findChildren(CoverageImportDialog)))
    dialog = page.findChild(CoverageImportDialog)
    assert not dialog.take_button.isEnabled()
    dialog.name_field.setFocus()
    press(qtbot, "republic of korea", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.summary.text() == "New: 1")
    dialog.take_button.click()
    assert [c.mission for c in held(session, desk.participant_id("KR"))] == [GENEVA.id]


def test_a_file_that_is_no_table_is_refused_with_a_sentence(show: Show, qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "other.csv"
    path.write_text("Name,Age\nA,1\n", encoding="utf-8")
    page = show(CoveragePage)
    page.read_file(path)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(page.findChildren(QMessageBox)))
    box = page.findChildren(QMessageBox)[0]
    assert box.text().startswith("No sheet has headings for the country")
    box.close()


# ---- missions and officers ----


def test_a_mission_shows_its_states_people_contacts_and_open_tasks(session: Session, show: Show):
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [MISSION.id], TODAY)
    desk.keep(session.store, Outreach(held_on=TODAY, summary="Call on the legal adviser", mission=MISSION.id))
    desk.add_follow_up(session.store, FollowUp(what="Send the text", participant=KENYA))
    shown = words(show(MissionsPage, MISSION.id))
    for text in ("Kenya", OFFICER.name, "Call on the legal adviser", "Send the text"):
        assert text in shown


def test_the_list_of_missions_finds_one_by_a_state_it_looks_after(session: Session, show: Show):
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], TODAY)
    page = show(MissionsPage)
    page._filter("keny")
    assert [page.model.id_at(row) for row in range(page.model.rowCount())] == [ALGIERS.id]


def test_the_list_of_missions_names_the_states_of_each_and_leads_to_their_table(session: Session, show: Show):
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], TODAY)
    desk.assign(session.store, GHANA, CoverageRole.LEAD, [ALGIERS.id], TODAY)
    page = show(MissionsPage, ALGIERS.id)
    row = page.model.row_of(ALGIERS.id)
    assert row is not None
    assert "2: Ghana, Kenya" in [page.model.data(page.model.index(row, c)) for c in range(page.model.columnCount())]
    asked: list[Goal] = []
    session.asked.connect(asked.append)
    page.detail.findChild(QPushButton, "open_table").click()
    table = show(CoveragePage)
    table.show_goal(asked[0])
    assert table.model.rowCount() == 2


def test_deleting_a_mission_says_what_went_with_it_and_undo_brings_all_back(session: Session, show: Show):
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], TODAY)
    page = show(MissionsPage, ALGIERS.id)
    assert "1 responsibility" in page.delete(session.store.need(Mission, ALGIERS.id))
    assert held(session) == []
    session.store.undo()
    assert held(session)


def test_who_serves_on_a_day_is_counted(session: Session, show: Show):
    desk.keep(session.store, Officer(name="Bình", mission=MISSION.id, from_on=date(2027, 1, 1)))
    page = show(OfficersPage)
    assert [(c.key, c.number) for c in page.listing.counters()] == [("serving", 1), ("away", 1)]
    page.show_day(date(2027, 1, 1))  # type: ignore[attr-defined]
    assert [(c.key, c.number) for c in page.listing.counters()] == [("serving", 2)]


def test_who_leaves_hands_over_the_open_tasks_in_one_step(session: Session, show: Show):
    successor = desk.keep(session.store, Officer(name="Trần Văn Bình", title="Counsellor"))
    task = desk.add_follow_up(session.store, FollowUp(what="Send the text", owner=OFFICER.id))
    page = show(OfficersPage, OFFICER.id)
    page.detail.findChild(QPushButton, "leave").click()
    form = form_of(page, LeavingForm)
    form.save()
    assert form.rows["to_on"].problem
    write(form, "to_on", "20/11/2026")
    write(form, "successor", "Trần Văn Bình, Counsellor")
    form.save()
    assert session.store.need(FollowUp, task.id).owner == successor.id
    assert session.store.need(Officer, OFFICER.id).to_on == date(2026, 11, 20)
    session.store.undo()
    assert session.store.need(FollowUp, task.id).owner == OFFICER.id


def test_a_last_day_given_in_the_form_asks_at_once_who_takes_over(session: Session, show: Show):
    desk.add_follow_up(session.store, FollowUp(what="Send the text", owner=OFFICER.id))
    page = show(OfficersPage, OFFICER.id)
    page.edit(OFFICER.id)
    form = form_of(page, OfficerForm)
    write(form, "to_on", "30/11/2026")
    form.save()
    assert form_of(page, LeavingForm).windowTitle() == f"{OFFICER.name} leaves"


def test_an_officer_who_left_with_open_tasks_is_on_the_list_to_hand_over(session: Session, show: Show):
    desk.keep(session.store, Officer(name="Bình", to_on=date(2026, 10, 31)))
    gone = desk.keep(session.store, Officer(name="Chi", to_on=date(2026, 10, 31)))
    desk.add_follow_up(session.store, FollowUp(what="Send the text", owner=gone.id))
    page = show(OfficersPage, gone.id)
    assert ("left_open", 1) in [(c.key, c.number) for c in page.listing.counters()]
    assert "still open in this name: 1" in words(page)


# ---- organizations ----


def test_an_organization_shows_people_contacts_parts_and_events(session: Session, show: Show):
    unodc = next(o for o in session.store.all(Query(Organisation)) if o.acronym == "UNODC")
    part = desk.keep(session.store, Organisation(name_en="Cybercrime Section", parent=unodc.id))
    anna, ben = (desk.keep(session.store, Person(name=name)) for name in ("Anna Lind", "Ben Oduor"))
    desk.keep(session.store, Appointment(person=anna.id, title="Chief", organisation=unodc.id))
    desk.keep(
        session.store, Appointment(person=ben.id, title="Adviser", organisation=unodc.id, to_on=date(2025, 1, 31))
    )
    desk.keep(session.store, Outreach(held_on=TODAY, summary="Treaty training", organisations=(unodc.id,)))
    shown = words(show(OrganisationsPage, unodc.id))
    for text in ("Anna Lind", "People who were there", "Ben Oduor", "Cybercrime Section", "Treaty training", "Vienna"):
        assert text in shown
    assert "United Nations Office on Drugs and Crime" in words(show(OrganisationsPage, part.id))


def test_an_organization_is_never_part_of_its_own_parts(session: Session, show: Show):
    unodc = next(o for o in session.store.all(Query(Organisation)) if o.acronym == "UNODC")
    desk.keep(session.store, Organisation(name_en="Cybercrime Section", parent=unodc.id))
    page = show(OrganisationsPage, unodc.id)
    page.edit(unodc.id)
    form = form_of(page, OrganisationForm)
    parent = form.rows["parent"].field
    assert isinstance(parent, ChipEdit)
    assert parent._complete("cyber") == []
    assert [one.title for one in parent._complete("council")] == ["Council of Europe"]


def test_the_bodies_that_ship_are_there(show: Show):
    page = show(OrganisationsPage)
    shipped = {page.model.data(page.model.index(row, 1)) for row in range(page.model.rowCount())}
    assert {"UNODC", "OLA", "INTERPOL", "IPU", "EU Delegation"} <= shipped


@pytest.mark.parametrize("page", [CoveragePage, MissionsPage, OfficersPage, OrganisationsPage])
def test_a_narrow_page_shows_the_list_and_enter_the_record(show: Show, qtbot: QtBot, page: type[ListPage]):
    shown = show(page, width=560)
    press(qtbot, Qt.Key.Key_Return)
    assert shown.detail.isVisible()
    assert not shown.table.isVisible()
    assert shown.escape()
    assert shown.table.isVisible()
    assert not [dialog for dialog in shown.findChildren(QDialog) if dialog.isVisible()]


# ---- the country's own form ----


@pytest.fixture
def country_form(session: Session, qtbot: QtBot) -> ParticipantForm:
    for mission in (GENEVA, ALGIERS):
        desk.keep(session.store, mission)
    desk.assign(session.store, KENYA, CoverageRole.LEAD, [ALGIERS.id], date(2026, 3, 1), dated=True)
    desk.assign(session.store, KENYA, CoverageRole.VIENNA, [MISSION.id], TODAY)
    form = ParticipantForm(session, KENYA)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(form)
    form.show()
    return form


def test_the_form_of_a_country_hands_its_lead_over_on_a_day(session: Session, country_form: ParticipantForm):
    assert "Channel in Vienna: Permanent Mission in Vienna" in country_form.channels.text()
    country_form.mission.set_value(GENEVA.id)
    assert country_form.since.value == TODAY
    country_form.since.set_value(date(2026, 10, 1))
    country_form.accept()
    leads = [(c.mission, c.from_on, c.to_on) for c in held(session) if c.role is CoverageRole.LEAD]
    assert leads == [(ALGIERS.id, date(2026, 3, 1), date(2026, 9, 30)), (GENEVA.id, date(2026, 10, 1), None)]
    session.store.undo()
    assert session.board().places[KENYA].lead == ALGIERS.id


def test_the_form_of_a_country_corrects_since_when_its_lead_leads(session: Session, country_form: ParticipantForm):
    country_form.since.set_value(date(2026, 2, 1))
    country_form.accept()
    assert [c.from_on for c in held(session) if c.role is CoverageRole.LEAD] == [date(2026, 2, 1)]


def test_a_lead_cannot_begin_before_the_one_it_takes_over_from(session: Session, country_form: ParticipantForm):
    country_form.mission.set_value(GENEVA.id)
    country_form.since.set_value(date(2025, 1, 1))
    country_form.accept()
    assert "began on 01/03/2026" in country_form._since_row.problem
    assert session.board().places[KENYA].lead == ALGIERS.id


def test_a_date_that_is_none_is_not_lost_with_escape(country_form: ParticipantForm, qtbot: QtBot):
    country_form.since.line.setText("31/11/2026")
    country_form.since.line.typed.emit("31/11/2026")
    country_form.reject()
    assert country_form.isVisible()
    (box,) = [one for one in country_form.findChildren(QMessageBox) if one.isVisible()]
    box.escapeButton().click()
    assert country_form.since.line.text() == "31/11/2026"
    country_form.reject()
    box = next(one for one in country_form.findChildren(QMessageBox) if one.isVisible())
    next(one for one in box.buttons() if one.text() == "Leave").click()
    assert not country_form.isVisible()


def test_the_head_of_a_country_names_its_lead_and_its_channels(session: Session, country_form: ParticipantForm):
    header = CountryHeader(session)
    header.show_dossier(dossier_of(session.store, session.board(), KENYA, session.now), session.board())
    assert "Looked after by Embassy in Algiers" in header.about.text()
    assert "Channel in Vienna: Permanent Mission in Vienna" in header.about.text()
