"""Every dialog that the program has: under each the key locks, nothing of a record stays, and what was typed returns.

The dialogs are found in the code itself: one that is new and not opened here fails the first test.
"""

import pkgutil
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QWidget
from ui.conftest import MISSION, NOW
from ui.test_lock import CHEAP, MARKER, STATUS, WORDS, shows_marker

from hanoi_desk import ui
from hanoi_desk.coverage_table import CoverageTable
from hanoi_desk.desk import participant_id, start_desk, treaty_id
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
    Mission,
    MissionKind,
    Officer,
    Organisation,
    Person,
    PromisedAct,
    Record,
    Statement,
)
from hanoi_desk.storage import FirstKey
from hanoi_desk.store import Action, Store
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.file_dialogs import FileKind
from hanoi_desk.ui.form_drafts import FORMS, FormDrafts
from hanoi_desk.ui.lists.layout import Layout
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ChipEdit, ComboField, DateField, Line, TextArea
from hanoi_desk.untc import read_status

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KENYA, TREATY = participant_id("KE"), treaty_id("uncac-cyber")
DAY = date(2026, 11, 20)
#: What others are made from, and nobody opens.
BASES = {"RecordForm", "_ListDialog", "ComparedDialog"}
#: The page that takes the place of a locked desk.
PAGE = "Unlock"


def dialogs() -> dict[str, type[QDialog]]:
    """Return every dialog in the code, by its name."""
    for module in pkgutil.walk_packages(ui.__path__, "hanoi_desk.ui."):
        import_module(module.name)
    found, waiting = {}, [QDialog]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("hanoi_desk."):
                found[kind.__name__] = kind
    return {name: kind for name, kind in found.items() if name not in BASES}


def records() -> list[Record]:
    """Return a record for each small form, with the marker in its words."""
    person = Person(id="person", name=MARKER, participant=KENYA)
    event = Event(id="event", name=f"Seminar, {MARKER}", starts_on=DAY)
    return [
        person,
        event,
        Appointment(id="post", person=person.id, title=f"Post of {MARKER}"),
        Ask(id="ask", what=f"Ask {MARKER}", participant=KENYA),
        Commitment(id="promise", participant=KENYA, treaty=TREATY, act=PromisedAct.SIGN, made_on=DAY, words=MARKER),
        DomesticStep(
            id="step", participant=KENYA, treaty=TREATY, stage=DomesticStage.LEGAL_REVIEW, text=f"Step, {MARKER}"
        ),
        FollowUp(id="task", what=f"Call {MARKER}"),
        Mission(id="embassy", kind=MissionKind.EMBASSY, name_en=MARKER, name_vi=MARKER),
        Officer(id="binh", name=MARKER),
        Organisation(id="body", name_en=MARKER),
        Coverage(id="coverage", participant=KENYA, mission="embassy", note=MARKER),
        Statement(id="statement", event=event.id, participant=KENYA, words=MARKER),
    ]


#: The record of each small form that is opened with one and a title.
SHOWN: dict[str, tuple[type[Record], str]] = {
    "AnsweringForm": (Ask, "ask"),
    "AppointmentForm": (Appointment, "post"),
    "AskForm": (Ask, "ask"),
    "CommitmentForm": (Commitment, "promise"),
    "ConfirmingForm": (Commitment, "promise"),
    "CoverageForm": (Coverage, "coverage"),
    "DroppingForm": (FollowUp, "task"),
    "EventForm": (Event, "event"),
    "FollowUpForm": (FollowUp, "task"),
    "LeavingForm": (Officer, "binh"),
    "MissionForm": (Mission, "embassy"),
    "OfficerForm": (Officer, "binh"),
    "OrganisationForm": (Organisation, "body"),
    "PersonForm": (Person, "person"),
    "PostponingForm": (FollowUp, "task"),
    "StepForm": (DomesticStep, "step"),
}
FILE = Attachment(name="note.txt", sha256="0" * 64, size=1, record_table="person", record="person", note=MARKER)


def small_form(kind: Any, session: Session, over: QWidget) -> QDialog:
    """Return a form in which something of a record is typed."""
    need, name = session.store.need, kind.__name__
    if name in SHOWN:
        return kind(session, need(*SHOWN[name]), f"About {MARKER}", over)
    made: dict[str, Callable[[], QDialog]] = {
        "AttachmentForm": lambda: kind(session, FILE, f"About {MARKER}", over),
        "ClosingForm": lambda: kind(session, need(Commitment, "promise"), "shown", f"About {MARKER}", over),
        "EndPostForm": lambda: kind(session, need(Appointment, "post"), need(Person, "person"), over),
        "ParticipantForm": lambda: kind(session, KENYA, over),
        "StatementPromiseForm": lambda: kind(
            session, need(Statement, "statement"), need(Event, "event"), need(Commitment, "promise"), over
        ),
    }
    return made[name]()


def others(session: Session, over: QWidget) -> dict[str, Callable[[type], QDialog]]:
    """Return how each dialog that is no form of a record is opened."""
    store, language = session.store, session.language
    person = store.need(Person, "person")
    status = (STATUS / "XVIII-16.en.xml").read_bytes()
    return {
        "AboutDialog": lambda kind: kind(session, over),
        "BriefDialog": lambda kind: kind(session, KENYA, over),
        "CalendarDialog": lambda kind: kind(session, over),
        "ColumnsDialog": lambda kind: kind((), Layout(), over),
        "CoverageImportDialog": lambda kind: kind(session, CoverageTable(MARKER, (), {}, ()), MARKER, over),
        "EraseDialog": lambda kind: kind(session, person, over),
        "FiltersDialog": lambda kind: kind((), over),
        "FirstStart": lambda kind: kind(language, Path(MARKER), over),
        "HelpWindow": lambda kind: kind(session, over),
        "KeyDialog": lambda kind: kind(language, MARKER, "", "Add", over, asks_new=True, officers=[("binh", MARKER)]),
        "KeysDialog": lambda kind: kind(over),
        "MergeDialog": lambda kind: kind(session, person, None, None, over),
        "NameDialog": lambda kind: kind(lambda _: False, MARKER, over),
        "PaperDialog": lambda kind: kind(session, MARKER, over),
        "RecordDialog": lambda kind: kind(session, person, over),
        "RescueDialog": lambda kind: kind(language, (), lambda _: None, session.background, over),
        "SaveDialog": lambda kind: kind(over, MARKER, FileKind.CALENDAR, "a.ics"),
        "StatusImportDialog": lambda kind: kind(session, read_status(status), status, MARKER, over),
        "SupportDialog": lambda kind: kind(session, over),
        "WorkbookImportDialog": lambda kind: kind(session, Path(f"{MARKER}.xlsx"), over),
    }


@pytest.fixture
def program(qapp, theme, tmp_path):
    path, an = tmp_path / "dialogs.hdesk", Officer(id="an", name="An")
    with Store.create(path, first=FirstKey(an.id, an.name, WORDS, CHEAP)) as store:
        start_desk(store, MISSION, an)
        with store.change(Action.ADD_RECORD) as change:
            for record in records():
                change.save(record)
        store.set_local("last_backup", NOW.replace(tzinfo=None).isoformat())
    running = Application(qapp, tmp_path / "config", lambda: NOW)
    running.set_language("en")
    assert running.open_desk(path, WORDS)
    yield running
    if running.unlock is not None:
        running.unlock.close()
    if running.window is not None:
        running.window.close()


def test_under_every_dialog_the_key_locks_and_then_nothing_of_a_record_is_on_the_screen(program):
    window, heard = program.window, []
    session, found = window.session, dialogs()
    opened = others(session, window)
    forms = [name for name, kind in found.items() if issubclass(kind, RecordForm) or name == "ParticipantForm"]
    assert sorted({*forms, *opened, PAGE}) == sorted(found), "each dialog of the program is opened here"
    program.watch.asked.disconnect(program.lock)
    program.watch.asked.connect(lambda: heard.append(QApplication.focusWindow()))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    shown = []
    for name in sorted(found):
        if name == PAGE:
            continue
        make = opened.get(name) or (lambda kind: small_form(kind, session, window))
        dialog = make(found[name])
        dialog.setWindowTitle(f"{dialog.windowTitle()} {MARKER}")
        QDialog.open(dialog)
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, both)
        assert len(heard) == len(shown) + 1, name
        shown.append(dialog)
    assert shows_marker()
    program.watch.asked.connect(program.lock)
    begun = time.thread_time()
    program.watch.news.hear(True)
    assert time.thread_time() - begun < 1
    assert program.window is None
    assert not shows_marker()
    assert [one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible()] == ["unlock"]
    assert MARKER not in program.unlock.windowTitle()


#: What no lock takes from somebody, dialog by dialog; every other one is a draft until it is saved or left.
NOTHING_TO_LOSE = {
    "nothing is typed or ticked": {"AboutDialog", "HelpWindow", "KeysDialog", "RecordDialog", "RescueDialog"},
    "one choice, made in a second": {"BriefDialog", "CalendarDialog", "SaveDialog", "SupportDialog"},
    "what is chosen holds at once": {"FiltersDialog"},
    "columns and a name, seconds to do again, and the list beneath comes back": {"ColumnsDialog", "NameDialog"},
    "a passphrase or a code lies on no disk; what holds is said after": {"KeyDialog", "PaperDialog", "Unlock"},
    "typed to go on with what no undo brings back: it is typed again": {"EraseDialog"},
    "before there is a desk": {"FirstStart"},
}


def test_every_dialog_is_a_draft_until_it_is_saved_or_there_is_nothing_in_it_to_lose():
    found = dialogs()
    kept = {name for name, kind in found.items() if hasattr(kind, "take_up") or hasattr(kind, "begin_again")}
    assert sorted([*kept, *(one for names in NOTHING_TO_LOSE.values() for one in names)]) == sorted(found)


TYPED = "Chữ đang viết"


def write_in(form: QWidget) -> None:
    """Put something into every field that is seen."""
    for field in form.findChildren(QWidget):
        match field:
            case _ if not field.isVisibleTo(form):
                continue
            case DateField():
                field.set_value(date(2027, 3, 31))
            case TextArea():
                field.set_text(TYPED)
            case ChipEdit():
                field.line.setText(TYPED)
            case ComboField():
                field.setCurrentIndex(field.count() - 1)
                field.activated.emit(field.count() - 1)  # as by hand
            case QCheckBox():
                field.setChecked(not field.isChecked())
            case Line() if not isinstance(field.parent(), ChipEdit | DateField):
                field.setText(TYPED)


def written_in(form: QWidget) -> list[object]:
    """Return what stands in every field that is seen."""
    found: list[object] = []
    for field in form.findChildren(QWidget):
        match field:
            case _ if not field.isVisibleTo(form):
                continue
            case DateField():
                found.append(field.line.text())
            case TextArea():
                found.append(field.text)
            case ChipEdit():
                found += [[chip.title for chip in field.chips], field.line.text()]
            case ComboField():
                found.append(field.value)
            case QCheckBox():
                found.append(field.isChecked())
    return found


def test_what_is_typed_in_any_small_form_is_there_again_after_the_program_was_killed(session, store, qtbot):
    with store.change(Action.ADD_RECORD) as change:
        for record in records():
            change.save(record)
    page = QWidget()
    qtbot.addWidget(page)
    small = [kind for name, kind in dialogs().items() if issubclass(kind, RecordForm) or name == "ParticipantForm"]
    for kind in small:
        form = small_form(kind, session, page)
        form.open()
        write_in(form)
        typed = written_in(form)
        assert FormDrafts(session).keep()
        form.done(0)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = FormDrafts(session)
        assert left.left == 1 or kind.__name__ == "ConfirmingForm", "only what was typed is kept"
        left.open_again(page)
        for again in [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]:
            assert written_in(again) == typed, kind.__name__
            assert again.is_changed()
            left = None
            again.done(0)
        assert left is None or kind.__name__ == "ConfirmingForm", kind.__name__
        store.drop_draft(FORMS)
