"""Runs the window in a process of its own: the process made safe, the log, Qt, and the one program of this user."""

import builtins
import faulthandler
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hanoi_desk.assets import asset
from hanoi_desk.hardening import harden
from hanoi_desk.settings import config_folder
from hanoi_desk.ui.arrivals import Arrivals, Program, ask_first
from hanoi_desk.ui.endings import Endings
from hanoi_desk.ui.log_file import note_crashes, note_unheard, start_log
from hanoi_desk.ui.pages import class_of

if TYPE_CHECKING:
    from hanoi_desk.ui.app import Application

#: How long after its start the window stands and is painted, in milliseconds.
_SETTLED = 500


def main(path: Path | None = None) -> int:
    """Run the window until it is closed, and return the exit code.

    Without a desk to open, the window of a program that runs already comes forward instead.
    """
    harden()
    folder = config_folder()
    arrivals = Arrivals.begin(folder)
    if arrivals is None and path is None and ask_first(folder):
        return 0
    start_log(folder)
    note_unheard()
    crashes = note_crashes(folder)
    try:
        return _run(folder, path, arrivals)
    finally:
        if arrivals is not None:
            arrivals.end()
        if crashes is not None:
            faulthandler.disable()
            crashes.close()


def _run(folder: Path, path: Path | None, arrivals: Arrivals | None) -> int:
    app = QApplication.instance() or Program(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Hanoi Desk")
    app.setDesktopFileName("hanoi-desk")
    app.setWindowIcon(QIcon(str(asset("icons/hanoi-desk.svg"))))
    application = begin(app, folder, wipes=True)
    sys.excepthook = application.report_bug
    if arrivals is not None:
        application.welcome(arrivals)
    if isinstance(app, Program):
        app.opened.connect(application.open_arrived)
    endings = Endings(application)
    endings.asked.connect(lambda: _leave(app, application))
    app.aboutToQuit.connect(lambda: _close(application))
    application.start(path)
    try:
        return app.exec()
    finally:
        endings.stop()
        application.finish()


def begin(app: QApplication, folder: Path, *, wipes: bool = False) -> "Application":
    """Return the program, which is loaded here; until its window stands, no garbage is searched for.

    A start makes a hundred thousand things and lets go of hardly any: the search would take a tenth of its time. What
    stands then is never searched again.
    """
    gc.disable()
    QTimer.singleShot(_SETTLED, app, _search_again)
    _import_plainly()
    program: Application = class_of("application")(app, folder, wipes=wipes)
    return program


def _import_plainly() -> None:
    """Import from now on as Python does, which PySide keeps beside its own way, as a tenth of a start is lost in that.

    Its own reads the text of each module for a switch to other names of methods, `__feature__`, and none is used here.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _search_again() -> None:
    gc.freeze()
    gc.enable()


def _leave(app: QApplication, application: "Application") -> None:
    """End as after closing the window; what is typed is kept as a draft, and nothing is asked."""
    _close(application)
    app.exit()


def _close(application: "Application") -> None:
    if application.window is not None:
        application.window.close()
