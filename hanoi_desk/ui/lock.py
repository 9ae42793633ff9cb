"""Locking: everything of the desk leaves the screen at once, and comes back after the passphrase."""

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from hanoi_desk.ui.form_drafts import CLEARED, FormDrafts
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal
from hanoi_desk.ui.system_dialogs import close_system_dialogs
from hanoi_desk.values import Value, frozen

_log = logging.getLogger("hanoi_desk")


@frozen
class Held(Value):
    """Where one was in the window: the page, and the contact that was written; the text itself lies in the desk."""

    goal: Goal
    kept: object = None
    is_logging: bool = False
    mended: str = ""  # the contact on file that was mended in the form
    was_typed: bool = False
    forms: int = 0  # small forms in which something was typed
    is_withheld: bool = False  # a mark of a State secret stood in what was written last, and nobody had answered for it


def clear_screen(but: QWidget | None) -> None:
    """Hide every window, dialog, menu and tip except one; none is asked whether it may."""
    QToolTip.hideText()
    for widget in QApplication.topLevelWidgets():
        if widget is not but and widget.isVisible():
            widget.setProperty(CLEARED, True)
            widget.hide()
    close_system_dialogs()


def hold(window: MainWindow, drafts: FormDrafts) -> Held | None:
    """Put on disk what is being written, and return where one was; None when that came to nothing.

    Whatever goes wrong here, the desk is locked all the same.
    """
    forms, is_withheld = 0, False
    with _noted():
        forms = drafts.typing
        drafts.keep()
        is_withheld = drafts.withholds
    with _noted():
        form: Any = window.form
        is_log = form is not None and hasattr(form, "keeper")
        was_typed = bool(is_log and form.is_dirty)
        mended = form.editing if is_log else ""
        if is_log:
            form.keeper.flush()
            is_withheld = is_withheld or form.withholds
        window.close_form()
        goal, kept = window.place()
        return Held(goal, kept, is_log, mended, was_typed, forms, is_withheld)
    return None


def give_back(window: MainWindow, held: Held, drafts: FormDrafts) -> None:
    """Show again what stood in the window when it was locked, with what was being written."""
    with _noted():
        window.come_back(held.goal, held.kept)
    with _noted():
        if held.is_logging and held.mended:
            window.edit_outreach(held.mended)
        elif held.is_logging:
            window.log_outreach()
        if held.was_typed and window.form is not None:
            window.form.resume_last()
    with _noted():
        drafts.open_again(window.page, held.forms)
    if held.is_withheld:
        window.session.say(window.session.word("notice.not_kept"))


def drop_dialogs(but: QWidget) -> None:
    """Let go of the dialogs that were open and belong to no window; those of the window go with it."""
    for widget in QApplication.topLevelWidgets():
        if widget is not but and widget.parentWidget() is None and widget.property(CLEARED):
            done: Callable[[int], None] | None = getattr(widget, "done", None)
            if done is not None:
                done(0)


class _noted(suppress):
    """Goes on after a bug of ours, which is noted by its place alone, without any text."""

    def __init__(self) -> None:
        super().__init__(Exception)

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        if error is not None and isinstance(error, Exception):
            last = trace
            while last is not None and last.tb_next is not None:
                last = last.tb_next
            place = f"{last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last else ""
            _log.error("%s while locking %s", type(error).__name__, place)
        return bool(super().__exit__(kind, error, trace))
