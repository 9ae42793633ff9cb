"""The program while it is tried: what it has shown, what went wrong in it, and the way to wait for it."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, qInstallMessageHandler
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from hanoi_desk import desk
from hanoi_desk.records import Record
from hanoi_desk.settings import config_folder
from hanoi_desk.store import Query
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.arrivals import Program

KENYA = desk.participant_id("KE")
PATIENCE = 60.0  # seconds: other work may go on at this machine
#: What Qt says where there is no window manager, no message bus or no time zone but ours: no fault of the program.
HARMLESS = ("This plugin does not support", "QXcbClipboard", "QSocketNotifier", "determine system time zone")


class Trial(QObject):
    """The running program, the dialogs it has shown, and what went wrong."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.shown: set[type] = set()
        qInstallMessageHandler(self._hear)
        sys.excepthook = lambda *error: self.wrong.append("".join(traceback.format_exception(*error)))
        self.app = Program(sys.argv[:1])
        self.app.installEventFilter(self)
        self.program = Application(self.app, config_folder())
        self.program.start(path)
        self.settle()
        if self.program.window is not None:
            self.program.set_lock_minutes(0)  # nobody sits here, and a slow machine takes its time

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note each dialog that is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            self.shown.add(type(watched))
        return False

    def _hear(self, kind: object, where: object, said: str) -> None:
        if not any(words in said for words in HARMLESS):
            self.wrong.append(f"Qt: {said}")

    @property
    def window(self) -> Any:
        """The window of the desk, which must be there."""
        assert self.program.window is not None, "no window is open"
        return self.program.window

    def settle(self, until: Callable[[], object] = lambda: True, least: float = 0.05) -> None:
        """Let the program do what it has begun, at least so many seconds, and until it is ready."""
        began = time.monotonic()
        while time.monotonic() - began < least or not until():
            assert time.monotonic() - began < PATIENCE, "what was waited for did not come"
            self.app.processEvents()
            time.sleep(0.005)

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs on the screen, the newest last."""
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]

    def clear(self) -> None:
        """Close every dialog and menu."""
        for one in (*self.dialogs(), *(top for top in QApplication.topLevelWidgets() if isinstance(top, QMenu))):
            one.close()
        self.settle()
        for box in self.dialogs():  # whether to throw away what was typed
            box.done(0)
        self.settle()

    def look_at(self, widget: QWidget) -> None:
        """Hold that something is painted: more than one colour."""
        self.settle()
        picture = widget.grab().toImage()
        step = max(1, min(picture.width(), picture.height()) // 40)
        colours = {
            QColor(picture.pixel(x, y)).rgb()
            for x in range(0, picture.width(), step)
            for y in range(0, picture.height(), step)
        }
        assert len(colours) > 3, f"{widget.objectName() or widget} is empty"

    def end(self) -> None:
        """Close the program."""
        self.clear()
        self.app.closeAllWindows()
        self.settle(least=0.2)


def first(trial: Trial, kind: type[Record]) -> Any:
    """Return the first record of a kind; the sample desk has one of each."""
    return trial.window.session.store.all(Query(kind))[0]


def report(trial: Trial) -> None:
    """End with what went wrong.

    :raises AssertionError: when anything did.
    """
    assert not trial.wrong, "\n".join(trial.wrong)
    print(f"{len(trial.shown)} kinds of dialogs shown")
