"""Work in the window of a built program, which `trial.py` runs: every page, every dialog, the help in both languages.

    window_work.py everything DESK FOLDER     open all there is to open; FOLDER holds the files to take in
    window_work.py draft DESK WORDS           the words that were typed before the program was killed are offered
    window_work.py damaged DESK               a way out is offered for a desk that does not open

Whatever Qt warns of and whatever goes wrong is an error. Nothing is imported that the program does not carry.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, qInstallMessageHandler
from PySide6.QtGui import QColor, QImageReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QMessageBox, QPushButton, QWidget

from hanoi_desk import desk
from hanoi_desk.help_pages import PAGE_KEYS
from hanoi_desk.language import INTERFACE
from hanoi_desk.records import (
    Appointment,
    Ask,
    Attachment,
    Commitment,
    Coverage,
    DomesticStage,
    DomesticStep,
    Event,
    FollowUp,
    Meeting,
    Officer,
    Outreach,
    Person,
    PromisedAct,
    Record,
    Statement,
)
from hanoi_desk.settings import config_folder
from hanoi_desk.store import Query
from hanoi_desk.ui.actions import PAGES
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.arrivals import Program
from hanoi_desk.ui.help.blocks import HelpPicture
from hanoi_desk.ui.help.printing import print_page
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Goal

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


def everything(path: Path, folder: Path) -> None:
    """Open every page and every page of the help in both languages, and every dialog in the last of them."""
    trial = Trial(path)
    for suffix in (b"svg", b"jpeg", b"ico", b"png"):
        assert suffix in QImageReader.supportedImageFormats(), suffix
    for language in INTERFACE:
        trial.program.set_language(language.value)
        every_page(trial)
        every_help_page(trial, folder / f"help-{language.value}.pdf")
    every_dialog(trial)
    taken_in(trial, folder)
    tells_every_licence(trial)
    for kind in sorted(unseen(trial, (folder / "modules.txt").read_text(encoding="utf-8").split()), key=str):
        trial.wrong.append(f"never shown: {kind}")
    trial.program.lock()
    trial.settle(lambda: trial.program.unlock is not None)
    trial.end()
    report(trial)


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


def every_dialog(trial: Trial) -> None:
    """Open each dialog, look at it and close it."""
    window = trial.window
    for makers in (_of_the_window, _of_records, _of_lists, _of_safekeeping):
        for make in makers(trial):
            show(trial, make)
    assert window.isVisible()


def show(trial: Trial, make: Callable[[], object]) -> None:
    """Call what opens a dialog or gives one to open, look at it when it has all it waits for, and close it."""
    before = set(trial.dialogs())
    made = make()
    if isinstance(made, QDialog) and not made.isVisible():
        made.open()
    trial.settle(lambda: made if isinstance(made, QDialog) else set(trial.dialogs()) - before)
    for one in set(trial.dialogs()) - before:
        trial.settle(partial(getattr, one, "pdf", b"done"))
        trial.look_at(one)
    trial.clear()


def _of_the_window(trial: Trial) -> Iterator[Callable[[], object]]:
    window = trial.window
    for name in [
        "save_calendar",
        "import_workbook",
        "show_keys",
        "save_support",
        "show_about",
        "open_desk",
        "new_desk",
    ]:
        yield getattr(window, name)
    window.go(Goal("treaty"))
    yield window.import_status
    window.go(Goal("coverage"))
    yield window.page.import_table
    window.go(Goal("countries", KENYA))
    yield window.print_brief


def _of_records(trial: Trial) -> Iterator[Callable[[], object]]:
    from hanoi_desk.ui import forms
    from hanoi_desk.ui.attachments.form import AttachmentForm
    from hanoi_desk.ui.countries.participant_form import ParticipantForm
    from hanoi_desk.ui.events.statement_form import StatementPromiseForm
    from hanoi_desk.ui.forms.step import StepForm
    from hanoi_desk.ui.people.end_post import EndPostForm
    from hanoi_desk.ui.people.erase_dialog import EraseDialog
    from hanoi_desk.ui.people.merge_dialog import MergeDialog

    window, session = trial.window, trial.window.session
    store = session.store
    one, other = store.all(Query(Person))[:2]
    task, promise, event = first(trial, FollowUp), first(trial, Commitment), first(trial, Event)
    post, officer, asked = first(trial, Appointment), first(trial, Officer), first(trial, Ask)
    desk.attach_files(store, task, [("thư.txt", b"words")], session.today)
    file = first(trial, Attachment)
    treaty, today = session.board().treaty.id, session.today
    step = DomesticStep(participant=KENYA, treaty=treaty, stage=DomesticStage.POLICY_DECISION)
    said = Statement(event=event.id, participant=KENYA, words="We shall sign.", on=today)
    blank = Commitment(participant=KENYA, treaty=treaty, act=PromisedAct.SIGN, made_on=today)
    for form, record in (
        (forms.PostponingForm, task),
        (forms.DroppingForm, task),
        (forms.ConfirmingForm, promise),
        (forms.AnsweringForm, asked),
        (forms.LeavingForm, officer),
        (forms.AppointmentForm, post),
        (AttachmentForm, file),
        (StepForm, step),
    ):
        yield lambda form=form, record=record: form(session, record, form.__name__, window)
    yield lambda: forms.CoverageForm(session, first(trial, Coverage), "Coverage", window)
    yield lambda: forms.ClosingForm(session, promise, None, "Closing", window)
    yield lambda: StatementPromiseForm(session, said, event, blank, window)
    yield lambda: EndPostForm(session, post, store.need(Person, post.person), window)
    yield lambda: ParticipantForm(session, KENYA, window)
    yield lambda: MergeDialog(session, one, other, parent=window)
    yield lambda: EraseDialog(session, one, window)
    yield lambda: class_of("record")(session, task, window)


def _of_lists(trial: Trial) -> Iterator[Callable[[], object]]:
    from hanoi_desk.ui.lists.dialogs import FiltersDialog, NameDialog

    window = trial.window
    window.go(Goal("commitments"))
    tools = window.page.tools
    yield tools.choose_columns
    yield lambda: NameDialog(lambda name: False, "Ghana", window)
    yield lambda: FiltersDialog(tools.filters, window)
    yield window.page.export


def _of_safekeeping(trial: Trial) -> Iterator[Callable[[], object]]:
    from hanoi_desk.ui.first_start import FirstStart
    from hanoi_desk.ui.safekeeping.dialogs import KeyDialog
    from hanoi_desk.ui.safekeeping.paper import PaperDialog
    from hanoi_desk.ui.unlock import Unlock

    window, language = trial.window, trial.program.language
    path = window.session.store.path
    yield lambda: FirstStart(language, path.parent)
    yield lambda: PaperDialog(window.session, "ABCD-EFGH-JKLM-NPQR", window)
    yield lambda: KeyDialog(language, "Key", "Why", "Do", window, asks_new=True)
    yield lambda: Unlock(path, language, window)
    window.go(Goal("safekeeping"))
    yield window.page.backups.offer_rescue


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


def tells_every_licence(trial: Trial) -> None:
    """Hold that the window of licences has the texts of what is carried; from source each package has its own."""
    about = class_of("about")(trial.window.session, trial.window)
    if getattr(sys, "frozen", False):
        about.show_text("THIRD_PARTY.txt")
    text = about.licences.toPlainText().casefold()
    for name in ("pyside6", "openssl", "sqlcipher", "uharfbuzz", "python-docx", "lxml", "reportlab", "pypdf", "tzdata"):
        assert name in text, f"the licence of {name} is not told"
    about.close()


def read_workbook(trial: Trial, dialog: Any) -> None:
    """Go through the steps of a workbook up to what its columns mean."""
    trial.settle(lambda: dialog.steps.currentWidget() is not dialog.waiting)
    dialog.next_button.click()
    trial.settle(lambda: dialog.steps.currentWidget() is dialog.columns_step)
    trial.clear()


def unseen(trial: Trial, modules: list[str]) -> set[type]:
    """Return the dialogs of these modules that were never shown; those that others are made of need not be."""
    for name in modules:
        if not name.endswith("__main__"):
            import_module(name)

    def under(kind: type) -> Iterator[type]:
        for one in kind.__subclasses__():
            yield one
            yield from under(one)

    ours = {kind for kind in under(QDialog) if kind.__module__.startswith("hanoi_desk.")}
    return {kind for kind in ours if kind not in trial.shown and not kind.__subclasses__()}


def first(trial: Trial, kind: type[Record]) -> Any:
    """Return the first record of a kind; the sample desk has one of each."""
    return trial.window.session.store.all(Query(kind))[0]


def draft(path: Path, words: str) -> None:
    """Hold that the window offers what was being typed, and that the form has it when it is asked for."""
    trial = Trial(path)
    window = trial.window
    offered = " ".join(label.text() for label in window.strip.findChildren(QLabel))
    assert "Ctrl+L" in offered, f"no draft is offered: {offered!r}"
    window.log_outreach()
    trial.settle(lambda: window.findChild(QPushButton, "resume_draft") is not None, 0.3)
    window.findChild(QPushButton, "resume_draft").click()
    trial.settle()
    kept = window._veil._form.sheet.notes.toPlainText()
    assert kept == words, f"the draft holds {kept!r}"
    trial.end()
    report(trial)


def damaged(path: Path) -> None:
    """Hold that a desk that does not open leads to its backups and to what can still be read."""
    from hanoi_desk.ui.safekeeping.rescue import RescueDialog

    trial = Trial(path)
    trial.settle(lambda: any(isinstance(one, RescueDialog) for one in trial.dialogs()))
    trial.end()
    report(trial)


def report(trial: Trial) -> None:
    """End with what went wrong.

    :raises AssertionError: when anything did.
    """
    assert not trial.wrong, "\n".join(trial.wrong)
    print(f"{len(trial.shown)} kinds of dialogs shown")


def main(what: str, path: str, *rest: str) -> int:
    """Do what is asked, and say what went wrong; return the exit code."""
    try:
        if what == "everything":
            everything(Path(path), Path(rest[0]))
        elif what == "draft":
            draft(Path(path), rest[0])
        else:
            damaged(Path(path))
    except Exception:  # whatever it is, it is told; the program's own hook would keep it
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
