"""Whoever hears the window instead of seeing it: every part that takes the keyboard says what it is, everywhere."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Appointment,
    Ask,
    Commitment,
    Coverage,
    Event,
    FollowUp,
    Mission,
    Officer,
    Organisation,
    Outreach,
    Participant,
    Person,
    Record,
)
from hanoi_desk.store import Query
from hanoi_desk.ui import forms
from hanoi_desk.ui.actions import PAGES
from hanoi_desk.ui.countries.participant_form import ParticipantForm
from hanoi_desk.ui.first_start import FirstStart
from hanoi_desk.ui.help_window import HelpWindow
from hanoi_desk.ui.lists.dialogs import NameDialog
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.people.erase_dialog import EraseDialog
from hanoi_desk.ui.people.merge_dialog import MergeDialog
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.support_dialog import SupportDialog
from hanoi_desk.ui.unlock import Unlock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

#: What stands on a page when a record of a kind is chosen.
CHOSEN = {
    "countries": Participant, "outreach": Outreach, "commitments": Commitment, "follow_ups": FollowUp, "asks": Ask,
    "people": Person, "organisations": Organisation, "missions": Mission, "officers": Officer, "events": Event,
    "programme": Event,
}  # fmt: skip
#: Signs that say nothing when they are read out.
SIGNS = set("…+-−–×✕<>‹›?·•")


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(sample_session)
    qtbot.addWidget(made)
    made.resize(1360, 860)
    made.show()
    yield made
    made.close()


def heard(widget: QWidget) -> str:
    """Return what is read out of a part: on Linux, of a choice, what labels it; elsewhere its name."""
    if isinstance(widget, QComboBox) and not widget.isEditable():
        parent = widget.parentWidget()
        labels = parent.findChildren(QLabel) if parent else []
        assert any(label.buddy() is widget for label in labels), f"{widget.objectName()}: {widget.currentText()}"
        return widget.accessibleName()
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def nameless(top: QWidget) -> list[str]:
    """Return the parts of a window that can be reached by Tab and that nothing is heard of."""
    found = []
    for widget in top.findChildren(QWidget):
        is_reached = widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_reached and not set(heard(widget).strip()) - SIGNS:
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


def miscalled(top: QWidget) -> list[str]:
    """Return the parts of a window that are heard as something that they are not."""
    found = []
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            role = QAccessible.queryAccessibleInterface(widget).role()
            is_ticked = isinstance(widget, QCheckBox) == (role is QAccessible.Role.CheckBox)
            is_one_of = isinstance(widget, QRadioButton) == (role is QAccessible.Role.RadioButton)
            if not (is_ticked and is_one_of):
                found.append(f"{type(widget).__name__} {widget.objectName()} is heard as {role.name}")
    return found


@pytest.mark.slow
def test_every_part_of_every_page_says_what_it_is(window: MainWindow) -> None:
    store, poor = window.session.store, {}
    for page in PAGES:
        goals = [Goal(page.key)]
        if page.key in CHOSEN:
            goals.append(Goal(page.key, store.ids(Query(CHOSEN[page.key]))[0]))
        for goal in goals:
            window.go(goal)
            QApplication.processEvents()
            if found := nameless(window) + miscalled(window):
                poor[goal] = found
    window.log_outreach()
    QApplication.processEvents()
    poor |= {"log": found} if (found := nameless(window) + miscalled(window)) else {}
    window.close_form()
    assert not poor


def a(window: MainWindow, kind: type[Record]) -> Record:
    return window.session.store.all(Query(kind, limit=1))[0]


def a_form(name: str, kind: type[Record]) -> Callable[[MainWindow], QDialog]:
    return lambda window: getattr(forms, name)(window.session, a(window, kind), name, window)


DIALOGS: dict[str, Callable[[MainWindow], QWidget]] = {
    "keys": lambda w: class_of("keys")(w),
    "about": lambda w: class_of("about")(w.session, w),
    "brief": lambda w: class_of("brief")(w.session, desk.participant_id("KE"), w),
    "record": lambda w: class_of("record")(w.session, a(w, Commitment), w),
    "support": lambda w: SupportDialog(w.session, w),
    "help": lambda w: HelpWindow(w.session, w),
    "name of a filter": lambda w: NameDialog(lambda _: False, "", w),
    "erase": lambda w: EraseDialog(w.session, a(w, Person), w),  # type: ignore[arg-type]
    "merge": lambda w: MergeDialog(w.session, *w.session.store.all(Query(Person, limit=2)), None, w),  # type: ignore[arg-type]
    "country": lambda w: ParticipantForm(w.session, desk.participant_id("KE"), w),
    "closing": lambda w: forms.ClosingForm(w.session, a(w, Commitment), None, "Close", w),  # type: ignore[arg-type]
    "first start": lambda _: FirstStart(Language.EN, Path("/nowhere")),
    "unlock": lambda w: Unlock(Path("/nowhere/Vienna.hdesk"), Language.EN, w),
    **{name: a_form(name, kind) for name, kind in (
        ("AskForm", Ask), ("AnsweringForm", Ask), ("CommitmentForm", Commitment),
        ("ConfirmingForm", Commitment), ("EventForm", Event), ("FollowUpForm", FollowUp), ("DroppingForm", FollowUp),
        ("PostponingForm", FollowUp), ("CoverageForm", Coverage), ("LeavingForm", Officer), ("MissionForm", Mission),
        ("OfficerForm", Officer), ("OrganisationForm", Organisation), ("PersonForm", Person),
        ("AppointmentForm", Appointment),
    )},
}  # fmt: skip


def test_every_part_of_every_dialog_and_form_says_what_it_is(window: MainWindow) -> None:
    poor = {}
    for name, make in DIALOGS.items():
        dialog = make(window)
        dialog.show()
        QApplication.processEvents()
        if found := nameless(dialog) + miscalled(dialog):
            poor[name] = found
        dialog.close()
    assert not poor
