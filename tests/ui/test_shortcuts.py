"""No key means two things at once: on every page, in every form and dialog of the real window."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.records import Meeting, Outreach, Person
from hanoi_desk.store import Query
from hanoi_desk.ui.actions import PAGES
from hanoi_desk.ui.log.strip import DraftStrip
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.people.erase_dialog import EraseDialog
from hanoi_desk.ui.people.merge_dialog import MergeDialog
from hanoi_desk.ui.session import Goal, Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KENYA = desk.participant_id("KE")
#: Where a key of a whole window works.
_WHOLE = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)

Claim = tuple[Qt.ShortcutContext, QWidget, QObject]


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(sample_session)
    qtbot.addWidget(shown)
    shown.resize(1360, 860)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    QApplication.closeAllWindows()


def claims(window: QWidget) -> dict[str, list[Claim]]:
    """Return who would answer each key in a window: the range in which it works, its place, and what answers."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for shortcut in window.findChildren(QShortcut):
        place = shortcut.parent()
        if shortcut.isEnabled() and isinstance(place, QWidget) and _is_seen(place, window):
            for keys in shortcut.keys():  # noqa: SIM118 - not a mapping
                found[keys.toString()].append((shortcut.context(), place, shortcut))
    for action in window.findChildren(QAction):
        places = [one for one in action.associatedObjects() if isinstance(one, QWidget) and _is_seen(one, window)]
        if action.isEnabled() and places:
            for keys in action.shortcuts():
                found[keys.toString()].append((action.shortcutContext(), places[0], action))
    for button in window.findChildren(QAbstractButton):
        if button.isEnabled() and _is_seen(button, window) and not button.shortcut().isEmpty():
            found[button.shortcut().toString()].append((Qt.ShortcutContext.WindowShortcut, button, button))
    for bar in window.findChildren(QMenuBar):
        for menu in bar.actions():
            mnemonic = QKeySequence.mnemonic(menu.text()).toString()
            found[mnemonic].append((Qt.ShortcutContext.WindowShortcut, bar, menu))
    return found


def _is_seen(place: QWidget, window: QWidget) -> bool:
    return place.isVisible() and place.window() is window


def _meet(one: Claim, other: Claim) -> bool:
    """Tell whether there is a place where both would answer."""
    for (range_, place, _), (_, inside, _) in ((one, other), (other, one)):
        if range_ in _WHOLE or place is inside:
            return True
        if range_ is Qt.ShortcutContext.WidgetWithChildrenShortcut and place.isAncestorOf(inside):
            return True
    return False


def doubled(window: QWidget) -> list[str]:
    """Return the keys of a window that two would answer, with who they are."""
    return [
        f"{keys}: {one[1].objectName() or one[1]} and {other[1].objectName() or other[1]}"
        for keys, every in claims(window).items()
        for one, other in combinations(every, 2)
        if _meet(one, other)
    ]


def dialogs(window: MainWindow) -> list[QWidget]:
    """Return what lies over the window."""
    every = QApplication.topLevelWidgets()
    return [one for one in every if one is not window and one.isVisible() and not isinstance(one, QMenu)]


def test_a_planted_second_key_is_found(window: MainWindow) -> None:
    window.go(Goal("outreach"))
    assert doubled(window) == []
    planted = QShortcut(QKeySequence("Ctrl+D"), window.page)
    assert len(doubled(window)) == 1
    planted.setKey(QKeySequence("Ctrl+L"))
    assert len(doubled(window)) == 1
    planted.deleteLater()


def test_no_key_of_a_page_or_of_its_form_means_two_things(window: MainWindow) -> None:
    for spec in PAGES:
        window.go(Goal(spec.key))
        page: Any = window.page
        assert doubled(window) == [], spec.key
        if spec.key == "coverage" or not hasattr(page, "add"):
            continue  # a table of its own, or nothing is added there
        page.add()
        for over in [window, *dialogs(window)]:
            assert doubled(over) == [], spec.key
        for dialog in dialogs(window):
            dialog.close()


def test_no_key_means_two_things_where_a_draft_is_offered(window: MainWindow) -> None:
    window.log_outreach()
    window.findChild(DraftStrip).offer("A draft is here")
    assert doubled(window) == []


def test_no_key_means_two_things_where_a_record_is_read_or_written(window: MainWindow) -> None:
    for key in ("outreach", "commitments", "follow_ups", "people", "events"):
        window.go(Goal(key))
        page: Any = window.page
        page.table.choose_row(0)
        page.read_chosen()
        assert doubled(window) == []
    window.go(Goal("countries", KENYA))
    assert doubled(window) == []
    slot = window.session.store.all(Query(Meeting))[0]
    window.go(Goal("programme", slot.id))
    programme: Any = window.page
    programme.edit(slot)
    assert doubled(window) == []
    window.edit_outreach(window.session.store.ids(Query(Outreach))[0])
    assert doubled(window) == []


def test_no_key_of_a_dialog_means_two_things(window: MainWindow) -> None:
    session = window.session
    first, second = session.store.all(Query(Person))[:2]
    makers: tuple[Callable[[], QWidget], ...] = (
        lambda: class_of("record")(session, first, window),
        lambda: class_of("brief")(session, KENYA, window),
        lambda: class_of("calendar")(session, window),
        lambda: class_of("about")(session, window),
        lambda: class_of("keys")(window),
        lambda: MergeDialog(session, first, second, parent=window),
        lambda: EraseDialog(session, first, window),
    )
    for make in makers:
        dialog = make()
        dialog.show()
        assert doubled(dialog) == []
        dialog.close()
