"""Files that are taken in, up to the question whether to take them, and the texts of licences that are shown."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QMessageBox

from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Goal
from running import Trial


def taken_in(trial: Trial, folder: Path) -> None:
    """Read a status file, a workbook and a table of coverage up to the question whether to take them."""
    window = trial.window
    window.go(Goal("treaty"))
    window.page.read_file(folder / "status.xml")
    trial.settle(lambda: trial.dialogs())
    trial.clear()
    window.go(Goal("coverage"))
    window.page.read_file(folder / "coverage.csv")
    trial.settle(lambda: trial.dialogs())
    trial.clear()
    choosing = import_module("hanoi_desk.ui.workbook.choosing")
    for name in ("workbook.xlsx", "workbook.csv"):
        read_workbook(trial, choosing.open_workbook(window.session, folder / name, window))
    box = choosing.open_workbook(window.session, folder / "MẬT.xlsx", window)
    trial.settle(lambda: any(isinstance(one, QMessageBox) for one in trial.dialogs()))
    assert box is None, "a file marked as a State secret was opened"
    trial.clear()


def read_workbook(trial: Trial, dialog: Any) -> None:
    """Go through the steps of a workbook up to what its columns mean."""
    trial.settle(lambda: dialog.steps.currentWidget() is not dialog.waiting)
    dialog.next_button.click()
    trial.settle(lambda: dialog.steps.currentWidget() is dialog.columns_step)
    trial.clear()


def tells_every_licence(trial: Trial) -> None:
    """Hold that the window of licences has the texts of what is carried; from source each package has its own."""
    about = class_of("about")(trial.window.session, trial.window)
    if getattr(sys, "frozen", False):
        about.show_text("THIRD_PARTY.txt")
    text = about.licences.toPlainText().casefold()
    for name in ("pyside6", "openssl", "sqlcipher", "uharfbuzz", "python-docx", "lxml", "reportlab", "pypdf", "tzdata"):
        assert name in text, f"the licence of {name} is not told"
    about.close()
