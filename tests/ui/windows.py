"""The whole window, shown and with the keyboard, for a story that is told through it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session


@contextmanager
def shown_window(session: Session, qtbot: QtBot, goal: Goal | None = None) -> Iterator[MainWindow]:
    """Show the window of a session on a page, and close it with all that it opened."""
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1360, 860)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    if goal is not None:
        window.go(goal)
    yield window
    window.close()
    QApplication.closeAllWindows()
