"""Beside an empty list stands a sentence, and never what was chosen before."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk.ui.countries_page import CountriesPage
from hanoi_desk.ui.list_page import ListPage
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LISTS = ("outreach", "coverage", "plenary", "trash")


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(sample_session)
    qtbot.addWidget(window)
    window.resize(1360, 860)
    window.show()
    yield window
    window.close()
    QApplication.closeAllWindows()


def side_of(page: QWidget) -> QWidget:
    side = page.findChild(QWidget, "nothing_chosen")
    assert side is not None, page.objectName()
    return side


def test_every_list_that_a_filter_empties_has_an_empty_side(window: MainWindow, qtbot: QtBot) -> None:
    for key in LISTS:
        window.go(Goal(key))
        page = window.page
        page.filter.setText("nobody is called so")
        page.filter.typed.emit(page.filter.text())
        qtbot.waitUntil(side_of(page).isVisible)
        assert page.current_country() == "", key
        if isinstance(page, ListPage):
            assert not page.detail.isVisible(), key
            page.clear()
            assert side_of(page).isVisible() is not bool(page.model.rowCount())


def test_the_last_country_does_not_stay_beside_an_empty_list(window: MainWindow) -> None:
    window.go(Goal("countries"))
    page = window.page
    assert isinstance(page, CountriesPage)
    shown = page.current_country()
    assert shown
    assert page.view.isVisible()
    page.list.filter.setText("nobody is called so")
    page.list.filter.typed.emit("")
    assert side_of(page).isVisible()
    assert not page.view.isVisible()
    assert page.current_country() == ""
    page.list.clear()
    assert page.view.isVisible()
    assert page.current_country() == shown
