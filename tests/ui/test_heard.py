"""What a screen reader is told where Qt alone would say something else."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.ui.log.fields import Fold
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Toggle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Role, Text = QAccessible.Role, QAccessible.Text
heard = QAccessible.queryAccessibleInterface


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(sample_session)
    qtbot.addWidget(made)
    made.resize(1360, 860)
    made.show()
    yield made
    made.close()


def everything(part: QAccessibleInterface) -> Iterator[QWidget]:
    """Yield every widget that a screen reader finds on its way down from a part."""
    if isinstance(part.object(), QWidget):
        yield part.object()
    if part.role() not in (Role.Table, Role.List, Role.Tree):  # nothing is found below but rows
        for place in range(part.childCount()):
            yield from everything(part.child(place))


def test_the_page_under_a_form_is_not_found_until_the_form_is_gone(window: MainWindow) -> None:
    window.go(Goal("countries", desk.participant_id("KE")))
    page, content = window.page, window._frame.content
    QApplication.processEvents()
    assert page in everything(heard(window))
    window.log_outreach()
    found = set(everything(heard(window)))
    assert window.form in found
    assert window.form.sheet.notes in found
    assert window.sidebar in found
    assert window.search_box in found
    assert not {one for one in found if page is one or page.isAncestorOf(one)}
    assert window.tabs not in found
    assert window._frame.foot not in found
    middle = content.mapToGlobal(content.rect().center())
    assert heard(content).childAt(middle.x(), middle.y()).object() is heard(content).child(0).object()
    assert heard(content).indexOfChild(heard(page)) == -1
    assert heard(content).indexOfChild(heard(content).child(0)) == 0
    window.close_form()
    assert page in everything(heard(window))


def test_a_form_leaves_the_page_under_it_as_it_is(window: MainWindow) -> None:
    window.go(Goal("outreach"))
    page = window.page
    page.table.choose_row(7)
    page.table.verticalScrollBar().setValue(3)
    field = page.findChild(QLineEdit, "filter")
    field.setFocus()
    QTest.keyClicks(field, "gha")
    QTest.qWait(400)
    before = (page.table.currentIndex().row(), page.table.verticalScrollBar().value(), field.text())

    seen: list[QEvent.Type] = []

    class Changes(QObject):
        def eventFilter(self, _: object, event: QEvent) -> bool:
            if event.type() in (QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.EnabledChange, QEvent.Type.Resize):
                seen.append(event.type())
            return False

    changes = Changes()
    page.installEventFilter(changes)
    window.log_outreach()
    QApplication.processEvents()
    window.close_form()
    assert (page.table.currentIndex().row(), page.table.verticalScrollBar().value(), field.text()) == before
    assert seen == []
    assert window.focusWidget() is field


def test_tab_goes_round_in_the_form_and_never_into_the_page_under_it(window: MainWindow) -> None:
    window.log_outreach()
    QApplication.processEvents()
    for _ in range(60):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.form.isAncestorOf(window.focusWidget())


def test_the_places_of_the_sidebar_are_tabs_of_which_one_is_shown(window: MainWindow) -> None:
    window.go(Goal("people"))
    places = [heard(one) for one in window.sidebar.findChildren(QWidget) if heard(one).role() is Role.PageTab]
    assert [one.text(Text.Name).split(",")[0] for one in places if one.state().selected] == ["People"]
    assert len(places) > 5
    assert all(one.state().selectable and not one.state().checkable for one in places)
    assert {one.parent().role() for one in places} == {Role.PageTabList}
    events = next(one for one in places if one.text(Text.Name).startswith("Events"))
    events.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert window.page is window.pages["events"]


def test_a_filter_is_a_button_that_is_down_while_it_holds(window: MainWindow) -> None:
    window.go(Goal("commitments"))
    counter = heard(window.page.bar.counters[0])
    assert counter.role() is Role.Button
    assert counter.state().checkable
    assert not counter.state().checked
    counter.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert counter.state().checked


def test_a_toggle_says_its_words_without_the_sign_of_its_letter(qtbot: QtBot, theme: object) -> None:
    toggle = Toggle()
    qtbot.addWidget(toggle)
    toggle.setText("&Laws && courts")
    assert heard(toggle).text(Text.Name) == "Laws & courts"
    toggle.setAccessibleName("Concern: laws")
    assert heard(toggle).text(Text.Name) == "Concern: laws"
    assert QAccessibleActionInterface.setFocusAction() in heard(toggle).actionInterface().actionNames()
    heard(toggle).actionInterface().doAction(QAccessibleActionInterface.setFocusAction())
    assert not toggle.isChecked()


def test_what_folds_says_whether_it_is_open(qtbot: QtBot, theme: object) -> None:
    fold = Fold()
    qtbot.addWidget(fold)
    assert heard(fold).role() is Role.Button
    assert heard(fold).state().collapsed
    assert not heard(fold).state().expanded
    fold.click()
    assert heard(fold).state().expanded
    assert not heard(fold).state().collapsed
