"""The tools of the list of countries, sorting by every column, and coming back to where one was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot
from ui import lists_desk
from ui.test_list_finding import column, dialog_of
from ui.windows import shown_window

from hanoi_desk import desk
from hanoi_desk.desk import participant_id
from hanoi_desk.language import Language
from hanoi_desk.records import (
    DomesticStage,
    DomesticStep,
    Event,
    EventKind,
    FollowUp,
    Meeting,
    Mention,
    Outreach,
    OutreachCountry,
    Participant,
    Person,
    Proof,
    StepState,
)
from hanoi_desk.text import sort_key
from hanoi_desk.ui.countries_page import CountriesPage
from hanoi_desk.ui.events.plenary_page import PlenaryPage
from hanoi_desk.ui.events.programme_page import ProgrammePage
from hanoi_desk.ui.list_page import ListPage
from hanoi_desk.ui.lists.dialogs import ColumnsDialog, NameDialog
from hanoi_desk.ui.lists.layout import Layout
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.my_day_page import MyDayPage
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GHANA, KENYA, FIJI, FRANCE = map(participant_id, ("GH", "KE", "FJ", "FR"))
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SESSION = Event(name="Session", kind=EventKind.CONFERENCE, starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 24))
NOBODY = Person(name="Zed")
VISIT = Event(name="Visit to Suva", kind=EventKind.VISIT, starts_on=date(2026, 11, 25), ends_on=date(2026, 11, 26))


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    lists_desk.fill(session.store)
    with shown_window(session, qtbot) as window:
        yield window


@pytest.fixture
def page(window: MainWindow) -> CountriesPage:
    window.go(Goal("countries"))
    assert isinstance(window.page, CountriesPage)
    return window.page


def names(page: CountriesPage) -> list[str]:
    return [str(page.list.rows.index(row).data()) for row in range(page.list.rows.rowCount())]


def press(page: CountriesPage, key: Qt.Key, *, shift: bool = False) -> None:
    page.list.view.setFocus()
    QTest.keyClick(page.list.view, key, CONTROL | SHIFT if shift else CONTROL)


def save_filter(page: CountriesPage, name: str) -> None:
    press(page, Qt.Key.Key_D)
    dialog = dialog_of(page, NameDialog)
    dialog.line.setText(name)
    dialog.accept()


def exported(page: CountriesPage, qtbot: QtBot, path: Path) -> list[dict[str, Any]]:
    shown = page.list.tools.shown("Countries", page.list.listing.shown(page.list.wanted))
    with qtbot.waitSignal(page.list.tools.export.written, timeout=20_000):
        page.list.tools.export.save(shown, path)
    sheet = load_workbook(path).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    return [dict(zip(map(str, rows[1]), row, strict=True)) for row in rows[2:]]


# ---- order ----


def test_countries_stand_in_vietnamese_alphabetical_order(page: CountriesPage) -> None:
    page.session.set_language(Language.VI)
    assert names(page) == sorted(names(page), key=sort_key)
    assert names(page)[0].startswith("Á") or names(page)[0].startswith("Ả")


def test_the_longest_silent_come_first_or_the_newest_met(page: CountriesPage) -> None:
    page.list.sort("contact", True)
    assert names(page)[:3] == ["Ghana", "Kenya", "Mongolia"]
    page.list.sort("contact", False)
    assert "Ghana" in names(page)[-2:]
    assert page.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("last contact never")


def test_the_order_by_priority_says_each_priority(page: CountriesPage) -> None:
    fiji = page.session.store.need(Participant, FIJI)
    desk.keep(page.session.store, replace(fiji, priority=1))
    page.list.sort("priority", False)
    assert names(page)[0] == "Fiji"
    assert page.list.rows.index(0).data(Qt.ItemDataRole.UserRole).pill == "High"


def test_the_order_is_chosen_in_a_menu_and_stays_when_the_filter_goes(page: CountriesPage) -> None:
    page.list.sort_button.setFocus()
    page.list.sort_menu.aboutToShow.emit()
    by_status = page.list.sort_menu.actions()[-1]
    by_status.trigger()
    page.list.drop_downs["group"].chosen.emit("african")
    page.list.clear()
    assert page.list.wanted.sort == "status"
    assert page.list.sort_button.accessibleName() == "Order: By status"


# ---- saved filters ----


def test_a_filter_of_countries_is_saved_with_its_order_and_chosen_by_keys(page: CountriesPage) -> None:
    page.list.drop_downs["group"].chosen.emit("african")
    page.list.drop_downs["contact"].chosen.emit("never")
    page.list.sort("priority", False)
    kept = names(page)
    save_filter(page, "Châu Phi")
    page.list.clear()
    page.list.sort("title", False)
    assert len(names(page)) > len(kept)
    menu = page.list.tools.saved_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert names(page) == kept
    assert page.list.drop_downs["group"].value == "african"
    assert page.list.tools.saved_button.accessibleName() == "Saved filter: Châu Phi"


def test_what_a_number_stands_for_is_no_filter_of_countries(page: CountriesPage) -> None:
    page.show_goal(Goal("countries", where=(("key", "=", "GH"),), rule="One"))
    assert names(page) == ["Ghana"]
    press(page, Qt.Key.Key_D)
    assert page.findChildren(NameDialog) == []


def test_the_filters_open_over_a_country_that_fills_the_window(window: MainWindow, light: Theme) -> None:
    light.set_text_scale(2.0)
    window.resize(1280, 720)
    window.follow_text()
    window.go(Goal("countries", GHANA))
    page = window.page
    assert isinstance(page, CountriesPage)
    page.list._want(text="gh")
    QTest.keyClick(page.view.tabs, Qt.Key.Key_F, CONTROL | SHIFT)
    assert page.list.isVisible()
    assert page.list.more_button.isVisible()
    assert not page.list.drop_downs["group"].isVisible()
    page.list.more_button.click()
    assert page.list.drop_downs["group"].isVisible()


# ---- export ----


def test_the_countries_are_exported_as_filtered_and_sorted(page: CountriesPage, qtbot: QtBot, tmp_path: Path) -> None:
    store = page.session.store
    held = DomesticStep(
        participant=GHANA,
        treaty=lists_desk.CONVENTION,
        stage=DomesticStage.PARLIAMENT_APPROVED,
        state=StepState.DONE,
        on=date(2026, 11, 1),
        proof=Proof.UNVERIFIED,
    )
    ahead = Outreach(held_on=date(2026, 12, 24), summary="Planned")
    lists_desk.keep(store, held, ahead, OutreachCountry(outreach=ahead.id, participant=GHANA))
    page.list.drop_downs["promised"].chosen.emit("yes")
    rows = exported(page, qtbot, tmp_path / "countries.xlsx")
    assert [row["Country"] for row in rows] == names(page)
    ghana = next(row for row in rows if row["Country"] == "Ghana")
    assert (ghana["Code"], ghana["Group"]) == ("GH", "African Group")
    assert ghana["Status"] in ("Signed", "Not signed")
    assert ghana["Step at home"] == "Approved by parliament (unverified)"
    assert ghana["Deposited on"] is None
    assert ghana["Best promise"].startswith("Ratify by 31 March 2027")
    assert ghana["Promised for"] == datetime(2027, 3, 31)  # noqa: DTZ001 - a day in a sheet
    assert ghana["Last contact"] == datetime(2026, 11, 12)  # noqa: DTZ001 - what is planned is not held
    assert (ghana["Kind of contact"], ghana["By whom"]) == ("Bilateral meeting", "Third Secretary Lan")
    assert ghana["With whom"] == "Ama Mensah (Legal adviser, Ministry of Justice)"
    assert ghana["Highest level reached"] == "counsellor, secretary, desk officer"
    assert (ghana["Open promises"], ghana["Open tasks"]) == (1, 1)


def test_the_columns_of_the_export_are_chosen_and_kept(page: CountriesPage, qtbot: QtBot, tmp_path: Path) -> None:
    press(page, Qt.Key.Key_C, shift=True)
    dialog = dialog_of(page, ColumnsDialog)
    for row in range(2, dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    page.list.filter.setText("fiji")
    page.list._want(text="fiji")
    assert exported(page, qtbot, tmp_path / "two.xlsx") == [{"Country": "Fiji", "Code": "FJ"}]
    assert CountriesPage(page.session).list.tools.layout == Layout(("title", "code"))


def test_export_asks_for_a_file_by_its_key(page: CountriesPage) -> None:
    press(page, Qt.Key.Key_E)
    dialog = page.findChild(QFileDialog, "export_file")
    assert dialog is not None
    assert "countries" in dialog.selectedFiles()[0].lower()
    dialog.reject()


# ---- sorting by every column ----


def test_contacts_are_sorted_by_their_place_and_by_what_was_agreed(window: MainWindow) -> None:
    window.go(Goal("outreach"))
    page = window.page
    assert isinstance(page, ListPage)
    page.table.sort_asked.emit("where", False)
    places = column(page, "Event or place")
    assert places[0] == "Seminar on electronic evidence"
    assert set(places[1:]) == {""}
    page.table.sort_asked.emit("agreed", True)
    assert column(page, "With")[0] == "Ghana, Kenya"
    assert column(page, "Agreed")[-1] == ""


def test_persons_are_sorted_by_post_country_level_and_last_contact(window: MainWindow) -> None:
    desk.keep(window.session.store, replace(NOBODY, participant=FIJI))
    window.go(Goal("people"))
    page = window.page
    assert isinstance(page, ListPage)
    for sort, down, first in (
        ("post", False, "Ama Mensah"),
        ("post", True, "Ama Mensah"),  # without a post one stands last either way
        ("level", False, "Ama Mensah"),
        ("last", False, "Ama Mensah"),
        ("country", False, "Zed"),
        ("country", True, "Ama Mensah"),
    ):
        page.table.sort_asked.emit(sort, down)
        assert column(page, "Name")[0] == first, sort


# ---- coming back ----


def test_back_returns_to_the_same_plenary_filter_and_delegation(window: MainWindow) -> None:
    other = replace(SESSION, id=Event(name="x", kind=EventKind.OTHER).id, name="Another session")
    for event in (SESSION, other):
        desk.keep(window.session.store, event)
    window.go(Goal("plenary", SESSION.id))
    page = window.page
    assert isinstance(page, PlenaryPage)
    page.filter.setText("f")
    page._apply_filter()
    page.counters[Mention.NOT_HEARD].click()
    page.table.choose(FRANCE)
    window.go(Goal("countries", FRANCE))
    window.go(Goal("plenary", other.id))
    window.back()
    window.back()
    assert window.page is page
    assert (page.current_event(), page.table.current, page.filter.text()) == (SESSION.id, FRANCE, "f")
    assert page.counters[Mention.NOT_HEARD].isChecked()


def test_back_returns_to_the_same_slot_of_the_programme(window: MainWindow) -> None:
    desk.keep(window.session.store, VISIT)
    slots = [Meeting(on=date(2026, 11, 25), time=f"{hour}:00", event=VISIT.id, participant=FIJI) for hour in (10, 11)]
    desk.plan_meetings(window.session.store, slots)
    window.go(Goal("programme", VISIT.id))
    page = window.page
    assert isinstance(page, ProgrammePage)
    page.rows[1].setFocus()
    window.search_box.setFocus()
    window.go(Goal("countries", FIJI))
    window.go(Goal("programme", SESSION.id))
    window.back()
    window.back()
    assert page.current_event() == VISIT.id
    assert page.rows[1].hasFocus()


def test_back_returns_to_the_same_line_of_the_day(window: MainWindow) -> None:
    desk.keep(window.session.store, FollowUp(what="Call Suva", due_on=date(2026, 11, 20), participant=FIJI))
    window.go(Goal("my_day"))
    page = window.page
    assert isinstance(page, MyDayPage)
    next(one for one in page.counters if one.key == "overdue").click()
    page.table.choose_row(1)
    line = page.table.current
    window.go(Goal("countries", FIJI))
    window.go(Goal("my_day", facet=("", "today")))
    window.back()
    window.back()
    assert page.table.current == line
    assert [one.key for one in page.counters if one.isChecked()] == ["overdue"]
