"""Finding one's way in lists: saved filters, columns of one's own, several values, back and forward, export."""

import csv
import itertools
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot
from ui import lists_desk

from hanoi_desk.desk import participant_id
from hanoi_desk.language import INTERFACE, Language
from hanoi_desk.records import FollowUp, Outreach, OutreachCountry, OutreachKind
from hanoi_desk.text import sort_key
from hanoi_desk.ui.about import KeysDialog, key_map
from hanoi_desk.ui.actions import ACTIONS, PAGE_KEYS
from hanoi_desk.ui.list_bar import CounterButton, FacetButton
from hanoi_desk.ui.list_page import ListPage
from hanoi_desk.ui.listings import Column, Counter
from hanoi_desk.ui.lists.dialogs import ColumnsDialog, FiltersDialog, NameDialog
from hanoi_desk.ui.lists.layout import Layout, read_layout
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import TextLabel

Open = Callable[..., ListPage]
D = TypeVar("D", bound=QDialog)
LISTS = (
    "outreach",
    "commitments",
    "follow_ups",
    "people",
    "events",
    "asks",
    "organisations",
    "missions",
    "officers",
    "coverage",
)


@pytest.fixture
def filled(session: Session) -> Session:
    lists_desk.fill(session.store)
    return session


@pytest.fixture
def open_page(filled: Session, qtbot: QtBot) -> Iterator[Open]:
    def open_one(key: str, width: int = 1160) -> ListPage:
        page: ListPage = class_of(key)(filled)
        qtbot.addWidget(page)
        page.resize(width, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.show_goal(Goal(key))
        return page

    yield open_one
    QApplication.closeAllWindows()


@pytest.fixture
def window(filled: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    opened = MainWindow(filled)
    qtbot.addWidget(opened)
    opened.resize(1360, 860)
    with qtbot.waitExposed(opened):
        opened.show()
    yield opened
    opened.close()


def headings(page: ListPage) -> list[str]:
    """What the headings say, from left to right."""
    header = page.table.horizontalHeader()
    shown = [place for place in range(header.count()) if not header.isSectionHidden(place)]
    shown.sort(key=header.visualIndex)
    return [str(page.model.headerData(place, Qt.Orientation.Horizontal)) for place in shown]


def column(page: ListPage, heading: str) -> list[str]:
    place = [one.heading for one in page.listing.columns()].index(heading)
    return [str(page.model.index(row, place).data()) for row in range(page.model.rowCount())]


def facet(page: ListPage, key: str) -> FacetButton:
    found = page.findChild(FacetButton, f"facet_{key}")
    assert found is not None
    return found


def dialog_of(page: Page, kind: type[D]) -> D:
    return next(one for one in page.findChildren(kind) if one.isVisible())


def save_filter(page: ListPage, name: str) -> None:
    page.tools.save_filter()
    dialog = dialog_of(page, NameDialog)
    dialog.line.setText(name)
    dialog.accept()


def narrow(page: ListPage, qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(page.filter, text)
    qtbot.waitUntil(lambda: page.wanted.text == text)


# ---- facets ----


def test_any_of_several_values_of_a_facet_will_do(open_page: Open) -> None:
    page = open_page("outreach")
    button = facet(page, "group")
    button.several_chosen.emit("group", ("asia_pacific", "eastern_european"))
    assert sorted(column(page, "With")) == ["Albania", "Fiji", "Mongolia"]
    assert button.accessibleName().endswith("and 1 more")
    facet(page, "kind").chosen.emit(
        "kind", page.session.store.need(Outreach, lists_desk.key("contact", "FJ")).kind.value
    )
    assert column(page, "With") == ["Fiji"]


def test_space_marks_one_more_value_and_leaves_the_menu_open(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("outreach")
    button = facet(page, "group")
    menu = button.menu()
    menu.popup(page.mapToGlobal(QPoint(10, 10)))
    for group in ("african", "asia_pacific"):
        action = next(one for one in menu.actions() if one.data() == group)
        menu.setActiveAction(action)
        qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    menu.close()
    assert page.wanted.chosen("group") == ("african", "asia_pacific")
    assert page.model.rowCount() == 5


def test_every_value_of_a_facet_tells_its_number_beside_what_else_is_chosen(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("outreach")
    facet(page, "group").chosen.emit("group", "african")
    button = facet(page, "state")
    menu = button.menu()
    menu.popup(page.mapToGlobal(QPoint(10, 10)))
    wanted = {"closed": 1, "draft": 2}

    def told() -> dict[str, int]:
        rows = [one for one in menu.actions() if one.data()]
        return {str(one.data()): int(one.text().split("\t")[1]) for one in rows if one.text()[-1].isdigit()}

    qtbot.waitUntil(lambda: told() == wanted)
    menu.close()


@pytest.mark.parametrize("key", LISTS)
def test_every_count_of_a_facet_is_the_length_of_the_list_it_opens(open_page: Open, key: str) -> None:
    page = open_page(key)
    for one in page.listing.facets():
        for value, number in page.listing.counts(page.wanted, one):
            assert number == len(page.listing.shown(page.wanted.choosing(one.key, (value,)))), (one.key, value)


# ---- saved filters ----


def test_a_filter_is_saved_chosen_again_renamed_and_deleted(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("outreach")
    assert page.tools.saved_button.isHidden()
    narrow(page, qtbot, "Mongolia")
    facet(page, "group").chosen.emit("group", "asia_pacific")
    assert page.tools.save_button.isVisible()
    save_filter(page, "Mông Cổ")
    assert page.tools.saved_button.text().startswith("Saved filter: Mông Cổ")
    page.clear()
    assert page.model.rowCount() == 6
    page.tools.choose_filter("Mông Cổ")
    assert (column(page, "With"), page.filter.text()) == (["Mongolia"], "Mongolia")
    page.tools.manage_filters()
    dialog = dialog_of(page, FiltersDialog)
    dialog.list.item(0).setText("East Asia")
    assert [one.name for one in page.tools.filters] == ["East Asia"]
    delete = dialog.findChild(QPushButton, "delete")
    assert delete is not None
    delete.click()
    assert page.tools.filters == []
    dialog.reject()


def test_a_name_that_is_taken_is_replaced_whatever_its_accents(open_page: Open) -> None:
    page = open_page("events")
    facet(page, "kind").chosen.emit("kind", "seminar")
    save_filter(page, "Hội thảo")
    facet(page, "kind").chosen.emit("kind", "ceremony")
    save_filter(page, "hoi thao")
    assert [(one.name, one.wanted.facets) for one in page.tools.filters] == [("hoi thao", {"kind": "ceremony"})]


def test_saved_filters_belong_to_their_list_and_stay_with_the_desk(open_page: Open, filled: Session) -> None:
    page = open_page("people")
    facet(page, "group").chosen.emit("group", "african")
    save_filter(page, "Africa")
    assert open_page("events").tools.filters == []
    assert [one.name for one in open_page("people").tools.filters] == ["Africa"]


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "[[[[",
        "7",
        '[7, null, {"name": 3}, {"facets": []}]',
        '[{"name": "x", "text": 4, "facets": {"level": ["abc", 9], "gone": "y"}, "sort": "gone", "counter": 1}]',
    ],
)
def test_nothing_that_was_kept_wrongly_stops_a_list(open_page: Open, filled: Session, kept: str) -> None:
    filled.store.set_local("list.person.filters", kept)
    filled.store.set_local("list.person.columns", kept)
    page = open_page("people")
    for one in page.tools.filters:
        page.tools.choose_filter(one.name)
    assert column(page, "Name") == ["Ama Mensah"]


def test_what_a_number_stands_for_is_not_saved_as_a_filter(open_page: Open) -> None:
    page = open_page("outreach")
    page.show_goal(Goal("outreach", where=(("state", "=", "closed"),), rule="Closed"))
    assert page.tools.save_button.isHidden()
    page.tools.save_filter()
    assert page.findChildren(NameDialog) == []


# ---- columns ----


def test_columns_are_chosen_and_moved_by_keyboard_and_remembered(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("outreach", width=1500)
    page.tools.choose_columns()
    dialog = dialog_of(page, ColumnsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.list.setCurrentRow(3)
    assert dialog.list.item(3).text() == "About"
    for _ in range(2):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.list.setCurrentRow(3)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.accept()
    chosen = ["Date", "About", "With", "Event or place", "Agreed"]
    assert headings(page) == chosen
    assert headings(open_page("outreach", width=1500)) == chosen


def test_as_at_first_brings_all_columns_back(open_page: Open) -> None:
    page = open_page("events", width=1500)
    first = headings(page)
    page.tools.keep_layout(Layout(("title", "place"), {"title": 30.0}))
    assert headings(page) == ["Event", "Place"]
    page.tools.choose_columns()
    dialog = dialog_of(page, ColumnsDialog)
    reset = dialog.findChild(QPushButton, "as_at_first")
    assert reset is not None
    reset.click()
    dialog.accept()
    assert headings(page) == first
    assert read_layout(page.session.store.local("list.event.columns")).is_first


def test_a_heading_is_dragged_to_another_place_and_another_width(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("events", width=1500)
    header = page.table.horizontalHeader()
    with qtbot.waitSignal(page.table.laid_out):
        header.moveSection(3, 0)
    with qtbot.waitSignal(page.table.laid_out):
        header.resizeSection(1, 333)
    assert headings(page)[0] == "Place"
    again = open_page("events", width=1500)
    assert headings(again)[0] == "Place"
    assert abs(again.table.columnWidth(1) - 333) <= 2


def test_no_width_is_taken_for_the_users_that_a_scroll_bar_made(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("outreach", width=900)
    told: list[object] = []
    page.table.laid_out.connect(told.append)
    bar, seen = page.table.verticalScrollBar(), set()
    for height in (460, 500):
        page.resize(900, height)
        QApplication.processEvents()
        for size in (2.0, 0.5, 2.0, 0.5):  # higher rows bring the bar while the columns are being laid out
            font = page.table.font()
            font.setPointSizeF(font.pointSizeF() * size)
            page.table.setFont(font)
            page.tools.keep_layout(Layout(("kind", "agreed", "with")))
            seen.add(bar.isVisible())
            page.tools.keep_layout(Layout())
    qtbot.wait(300)  # longer than a drag rests before it is kept
    assert (told, seen) == ([], {True, False})
    assert read_layout(page.session.store.local("list.outreach.columns")).is_first


def test_widths_that_an_earlier_version_kept_of_a_scroll_bar_are_passed_over_once(open_page: Open) -> None:
    store = open_page("events").session.store
    wrong = {"shown": ["title", "place"], "widths": {"title": 80.0, "place": 80.0}}
    store.set_local("list.event.columns", json.dumps(wrong))
    mended = open_page("events", width=1500)
    assert headings(mended) == ["Event", "Place"]
    mended.tools.keep_layout(mended.tools.layout.with_width("place", 12))
    again = read_layout(store.local("list.event.columns"))
    assert (again.shown, dict(again.widths)) == (("title", "place"), {"place": 12})


def test_a_list_without_any_column_cannot_be_chosen(open_page: Open) -> None:
    page = open_page("events")
    page.tools.choose_columns()
    dialog = dialog_of(page, ColumnsDialog)
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()


def test_closed_lists_and_links_are_sorted_by_their_words_in_the_language_of_the_window(open_page: Open) -> None:
    page = open_page("outreach")
    for language in INTERFACE:
        page.session.set_language(language)
        page._sort("kind", False)
        kinds = [str(page.model.index(row, 2).data()) for row in range(page.model.rowCount())]
        in_order = sorted((page.session.label(kind) for kind in OutreachKind), key=sort_key)
        assert kinds == [one for one in in_order for _ in range(kinds.count(one))]


def test_contacts_are_sorted_by_the_country_named_first_in_either_language(open_page: Open) -> None:
    page = open_page("outreach")
    page.table.sort_asked.emit("with", False)
    assert column(page, "With") == ["Albania", "Algeria", "Fiji", "Ghana, Kenya", "Mongolia", "Zambia"]
    page.table.sort_asked.emit("with", True)
    assert column(page, "With")[0] == "Zambia"
    page.session.set_language(Language.VI)
    page.table.sort_asked.emit("with", False)
    names = [str(page.model.index(row, 1).data()) for row in range(6)]
    assert names == sorted(names, key=sort_key)


def test_bodies_with_two_names_are_sorted_by_the_one_that_is_shown(open_page: Open) -> None:
    page = open_page("organisations")
    for language in INTERFACE:
        page.session.set_language(language)
        page._sort("title", False)
        names = [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]
        assert len(names) > 9
        assert names == sorted(names, key=sort_key)


# ---- back and forward ----


def test_back_returns_to_the_same_filter_and_the_same_record(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Goal("outreach"))
    page = window.page
    assert isinstance(page, ListPage)
    narrow(page, qtbot, "ambassador")
    facet(page, "group").chosen.emit("group", "asia_pacific")
    page.table.choose(lists_desk.key("contact", "FJ"))
    window.go(Goal("countries", participant_id("FJ")))
    window.go(Goal("outreach", where=(("state", "=", "closed"),), rule="Closed"))
    page.clear()
    window.back()
    assert window.page.current_country() == participant_id("FJ")
    window.back()
    assert window.page is page
    assert (page.wanted.text, page.wanted.facets) == ("ambassador", {"group": "asia_pacific"})
    assert page.table.current == lists_desk.key("contact", "FJ")
    window.forward()
    assert window.page.current_country() == participant_id("FJ")


def test_a_step_in_the_list_of_countries_is_kept_too(window: MainWindow) -> None:
    window.go(Goal("countries", facet=("group", "african")))
    page = window.page
    page.list.chosen.emit(participant_id("KE"))  # type: ignore[attr-defined]
    window.go(Goal("events"))
    window.go(Goal("countries", participant_id("FJ")))
    window.back()
    window.back()
    assert page.current_country() == participant_id("KE")
    assert len(page.list.rows.ids) == 54  # type: ignore[attr-defined]


# ---- links both ways ----


@pytest.mark.parametrize(
    ("page", "record", "word"),
    [
        ("outreach", lists_desk.key("talk"), "Send list of 24/7 contact points"),
        ("people", lists_desk.key("ama"), "Ghana sends the bill to parliament"),
        ("follow_ups", lists_desk.key("task", "Send list of 24/7 contact points"), "Third Secretary Lan"),
        ("events", lists_desk.key("event"), "Viet Nam"),
        ("commitments", lists_desk.key("promise", "KE"), "Third Secretary Lan"),
    ],
)
def test_a_record_links_to_what_it_points_to_and_to_what_points_to_it(
    open_page: Open, qtbot: QtBot, page: str, record: str, word: str
) -> None:
    opened = open_page(page)
    opened.table.choose(record)
    opened.read_chosen()
    links = [one.accessibleName() or one.text() for one in opened.detail.findChildren(QPushButton)]
    assert any(word in link for link in links), links


# ---- the map of keys ----


def test_the_map_of_keys_has_every_key_and_finds_one_by_a_word(qtbot: QtBot, theme: object) -> None:
    mapped = key_map()
    assert len(mapped) == len([one for one in ACTIONS if one.keys]) + len(PAGE_KEYS)
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.show_found("EXPORT list")
    shown = [one.text() for one in dialog.findChildren(TextLabel) if one.isVisible()]
    assert "Export the list as shown" in shown
    assert "Log outreach…" not in shown
    dialog.show_found("nothing of the kind")
    assert dialog.none.isVisible()


# ---- export ----


def exported(page: ListPage, qtbot: QtBot, path: Path) -> Path:
    with qtbot.waitSignal(page.tools.export.written, timeout=20_000):
        page.tools.export.save(page.tools.shown("Contacts", page.model.ids, page.table.places), path)
    return path


def test_a_list_is_exported_as_it_is_shown(open_page: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page("outreach")
    page.tools.keep_layout(Layout(("title", "with", "held_on")))
    facet(page, "group").chosen.emit("group", "african")
    sheet = load_workbook(exported(page, qtbot, tmp_path / "contacts.xlsx")).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert str(rows[0][0]).startswith("INTERNAL CIRCULATION")
    assert rows[1] == ("About", "With", "Date")
    assert rows[2] == (
        "Ghana sends the bill to parliament; Kenya waits for full powers",
        "Ghana, Kenya",
        datetime(2026, 11, 12),  # noqa: DTZ001 - a day in a sheet
    )
    assert len(rows) == 2 + 3
    assert (sheet["A2"].font.bold, sheet.freeze_panes) == (True, "A3")


@pytest.mark.parametrize("key", LISTS)
def test_every_list_can_be_exported_and_sorted_by_every_heading(
    open_page: Open, qtbot: QtBot, tmp_path: Path, key: str
) -> None:
    page = open_page(key)
    sheet = load_workbook(exported(page, qtbot, tmp_path / "list.xlsx")).active
    assert sheet is not None
    assert sheet.max_row == 2 + page.model.rowCount() or not page.model.rowCount()
    ids = sorted(page.model.ids.window(0, page.model.rowCount()))
    for one in page.listing.columns():
        if one.sort:
            page._sort(one.sort, True)
            assert sorted(page.model.ids.window(0, page.model.rowCount())) == ids


def test_names_are_whole_in_an_export_and_formulas_are_harmless(
    open_page: Open, filled: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    talk = Outreach(held_on=date(2026, 11, 20), summary="=HYPERLINK(1)")
    there = ("GH", "KE", "MN", "FJ", "DZ", "ZM", "AL")
    named = [OutreachCountry(outreach=talk.id, participant=participant_id(key)) for key in there]
    lists_desk.keep(filled.store, talk, *named)
    page = open_page("outreach")
    with exported(page, qtbot, tmp_path / "contacts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    first = dict(zip(rows[1], rows[2], strict=True))
    assert first["With"].count(",") == 6
    assert (first["Date"], first["About"]) == ("2026-11-20", "'=HYPERLINK(1)")
    sheet = load_workbook(exported(page, qtbot, tmp_path / "contacts.xlsx")).active
    assert sheet is not None
    cell = sheet["D3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=HYPERLINK(1)", "s", True)


def test_a_file_that_cannot_be_written_is_a_sentence(open_page: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page("events")
    page.tools.export.save(page.tools.shown("Events", page.model.ids, page.table.places), tmp_path / "none" / "a.xlsx")
    qtbot.waitUntil(lambda: bool(boxes()))
    assert boxes()[0].text().startswith("The file cannot be written, because its folder is not there: ")
    boxes()[0].close()


def test_a_name_with_a_secret_mark_is_refused(open_page: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page("events")
    shown = page.tools.shown("Events", page.model.ids, page.table.places)
    page.tools.export.save(shown, tmp_path / "danh sách MẬT.xlsx")
    assert boxes()
    boxes()[0].close()
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_long_list_shows_how_far_it_is_and_can_be_stopped(
    open_page: Open, filled: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    lists_desk.keep(filled.store, *(FollowUp(what=f"Task {n}") for n in range(2_100)))
    page = open_page("follow_ups")
    shown = page.tools.shown("Follow-ups", page.model.ids, page.table.places)
    page.tools.export.save(shown, tmp_path / "tasks.xlsx")
    progress = page.findChild(QProgressDialog)
    assert progress is not None
    stop = progress.findChild(QPushButton)
    assert stop is not None
    stop.click()
    assert not page.tools.export.is_busy
    sheet = load_workbook(exported(page, qtbot, tmp_path / "tasks.xlsx")).active
    assert sheet is not None
    assert sheet.max_row == 2 + 2_106


def boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


# ---- how it is shown ----


def test_a_large_number_has_its_thousands_apart(qtbot: QtBot) -> None:
    before = QLocale()
    try:
        for language, words in (
            (QLocale.Language.Vietnamese, "Overdue 1.102"),
            (QLocale.Language.English, "Overdue 1,102"),
        ):
            QLocale.setDefault(QLocale(language))
            button = CounterButton(Counter("overdue", "Overdue", 1102))
            qtbot.addWidget(button)
            assert button.text() == words
    finally:
        QLocale.setDefault(before)


def test_the_rows_of_the_columns_to_choose_stand_under_each_other(qtbot: QtBot) -> None:
    columns = [Column(heading, 5, 1) for heading in ("Country", "Will", "By")]
    dialog = ColumnsDialog(columns, Layout())
    qtbot.addWidget(dialog)
    dialog.show()
    places = [dialog.list.visualItemRect(dialog.list.item(row)) for row in range(3)]
    assert all(upper.bottom() < lower.top() for upper, lower in itertools.pairwise(places))
    assert min(place.height() for place in places) >= dialog.list.fontMetrics().height()


def test_in_a_low_window_only_the_counters_that_ask_for_something_stand_over_the_list(open_page: Open) -> None:
    page = open_page("follow_ups")
    every = {one.key for one in page.bar.counters if one.isVisible()}
    page.resize(page.width(), 300)
    left = {one.key for one in page.bar.counters if one.isVisible()}
    assert left == {one.key for one in page.bar.counters if one.is_urgent}
    assert left < every
    page.more_button.click()
    assert {one.key for one in page.bar.counters if one.isVisible()} == every
