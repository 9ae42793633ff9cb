"""Every page of the window and of its help."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from hanoi_desk.help_pages import PAGE_KEYS
from hanoi_desk.records import Meeting, Outreach
from hanoi_desk.ui.actions import PAGES
from hanoi_desk.ui.help.blocks import HelpPicture
from hanoi_desk.ui.help.printing import print_page
from hanoi_desk.ui.session import Goal
from running import KENYA, Trial, first


def every_page(trial: Trial) -> None:
    """Show every page, a record of each list, and the form for a new one."""
    window = trial.window
    titles = set()
    for spec in PAGES:
        window.go(Goal(spec.key))
        trial.look_at(window)
        titles.add(window.windowTitle())
        page = window.page
        if hasattr(page, "table") and hasattr(page, "read_chosen"):
            page.table.choose_row(0)
            page.read_chosen()
            trial.settle()
        if hasattr(page, "add"):
            page.add()
            trial.settle()
            trial.clear()
    assert len(titles) == len(PAGES)
    window.go(Goal("countries", KENYA))
    trial.look_at(window)
    window.go(Goal("programme", first(trial, Meeting).event or ""))
    trial.look_at(window)
    window.go(Goal("packs", first(trial, Meeting).id))
    making = window.page.making
    trial.settle(lambda: not making.is_busy, 1.0)
    trial.look_at(window)
    window.log_outreach()
    trial.look_at(window)
    window.close_form()
    window.edit_outreach(first(trial, Outreach).id)
    trial.look_at(window)
    window.close_form()
    window.search()
    window.search_box.setText("ghana")
    trial.settle(least=0.5)
    window.search_box.clear()
    for scheme in ("dark", "light"):
        trial.program.set_theme(scheme)
        trial.look_at(window)


def every_help_page(trial: Trial, printed: Path) -> None:
    """Show every page of the help with its pictures, the tour, and print a page."""
    window = trial.window
    window.show_help()
    shown = next(one for one in trial.dialogs() if one.objectName() == "help")
    pictures = 0
    for key in PAGE_KEYS:
        shown.show_page(key)
        trial.settle()
        assert shown.page.key == key
        for picture in shown.findChildren(HelpPicture):
            assert not picture._pixmap.isNull(), f"a picture of the page {key} is not there"
            pictures += 1
    assert pictures >= len(PAGE_KEYS) // 2, f"only {pictures} pictures"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    print_page(shown.page, trial.program.language.value, printer)
    assert printed.read_bytes().startswith(b"%PDF")
    trial.clear()
    window.show_tour()
    trial.settle(least=0.2)
    trial.clear()
