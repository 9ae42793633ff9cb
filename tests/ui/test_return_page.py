"""The return on the screen: every number opens the list that adds up to it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdf
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hanoi_desk.briefing import ReturnCell
from hanoi_desk.language import INTERFACE
from hanoi_desk.ui.list_page import ListPage
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.return_page import ReturnPage
from hanoi_desk.ui.session import Goal, Session

PERIOD = date(2026, 1, 1), date(2026, 11, 22)


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    opened = MainWindow(sample_session)
    qtbot.addWidget(opened)
    opened.resize(1360, 860)
    with qtbot.waitExposed(opened):
        opened.show()
    yield opened
    opened.close()


@pytest.fixture
def page(window: MainWindow) -> ReturnPage:
    window.go(Goal("return"))
    shown = window.page
    assert isinstance(shown, ReturnPage)
    shown.show_period(*PERIOD)
    return shown


def cell(page: ReturnPage, key: str, row: int, column: int) -> ReturnCell:
    return page.cards[key].view.cells.cell(page.cards[key].view.cells.index(row, column))


def open_number(page: ReturnPage, qtbot: QtBot, key: str, row: int, column: int) -> ReturnCell:
    view = page.cards[key].view
    view.setCurrentIndex(view.cells.index(row, column))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    return cell(page, key, row, column)


@pytest.mark.parametrize(
    ("key", "row", "column"),
    [("figures", 0, 1), ("figures", 1, 1), ("months", 0, 3), ("kinds", 0, 3), ("missions", 1, 1), ("states", 0, 3)],
)
def test_a_number_of_contacts_opens_the_list_that_adds_up_to_it(
    window: MainWindow, page: ReturnPage, qtbot: QtBot, key: str, row: int, column: int
) -> None:
    number = open_number(page, qtbot, key, row, column)
    shown = window.page
    assert isinstance(shown, ListPage)
    assert (shown.model.rowCount(), shown.objectName()) == (number.value, "page_outreach")
    assert str(number.value) in shown.strip.words
    assert "22/11/2026" in shown.strip.words
    window.back()
    assert window.page is page
    assert (page.first.value, page.last.value) == PERIOD


def test_promises_and_states_open_their_lists_too(window: MainWindow, page: ReturnPage, qtbot: QtBot) -> None:
    number = open_number(page, qtbot, "outcomes", 0, 1)
    shown = window.page
    assert isinstance(shown, ListPage)
    assert (shown.model.rowCount(), shown.objectName()) == (number.value, "page_commitments")
    window.back()
    state = open_number(page, qtbot, "states", 2, 0)
    assert window.page.current_country() == state.ids[0]


def test_a_usual_period_is_chosen_by_name(page: ReturnPage) -> None:
    for key, days in {
        "last_month": (date(2026, 10, 1), date(2026, 10, 31)),
        "last_quarter": (date(2026, 7, 1), date(2026, 9, 30)),
        "quarter": (date(2026, 10, 1), date(2026, 11, 22)),
        "year": PERIOD,
    }.items():
        page.choose_period(key)
        assert (page.first.value, page.last.value) == days
        assert page.period.value == key


def test_a_period_that_makes_no_sense_is_said_and_nothing_can_be_saved(page: ReturnPage) -> None:
    page.show_period(date(2026, 2, 1), date(2026, 1, 1))
    assert page.told.text() == "The period ends before it begins."
    assert not page.pdf_button.isEnabled()
    page.show_period(*PERIOD)
    assert page.pdf_button.isEnabled()


def test_the_return_is_saved_in_another_language_than_that_of_the_window(
    page: ReturnPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.language_field.set_value("vi")
    for name in ("return.pdf", "return.xlsx"):
        with qtbot.waitSignal(page.session.said, timeout=20_000):
            page.save(tmp_path / name)
    assert "Báo cáo gửi về nước" in pypdf.PdfReader(tmp_path / "return.pdf").pages[0].extract_text()
    assert load_workbook(tmp_path / "return.xlsx").sheetnames[0] == "Số liệu chung"


def test_the_page_holds_in_either_language_where_there_is_little_room(window: MainWindow, page: ReturnPage) -> None:
    window.resize(900, 600)
    for language in INTERFACE:
        page.session.set_language(language)
        QApplication.processEvents()
        assert page._scroll.widget().width() <= page._scroll.viewport().width()
        assert all(card.view.height() > 0 for card in page.cards.values())


def test_a_long_period_is_counted_and_drawn_in_parts_while_the_window_lives(
    window: MainWindow, page: ReturnPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = {key: [row[-1].value for row in card.view.cells.table.rows] for key, card in page.cards.items()}
    monkeypatch.setattr("hanoi_desk.returns._PART", 3)
    page.show_period(date(2026, 3, 1), date(2026, 4, 30))
    assert page.told.text() == "The period is being counted."
    assert not page.pdf_button.isEnabled()
    view = page.cards["figures"].view  # what was counted before is still in sight, and opens nothing meanwhile
    view.setCurrentIndex(view.cells.index(0, 1))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.page is page
    page.show_period(*PERIOD)
    qtbot.waitUntil(page.pdf_button.isEnabled)
    assert {key: [row[-1].value for row in card.view.cells.table.rows] for key, card in page.cards.items()} == shown
