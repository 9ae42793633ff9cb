"""A mark of a State secret in any text that is typed stops the save and asks, wherever it is typed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk.desk import participant_id
from hanoi_desk.records import Event, FollowUp, Meeting, Officer, Organisation, Participant, Person, Statement
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui import forms
from hanoi_desk.ui.countries.participant_form import ParticipantForm
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.secret_marks import texts_of
from hanoi_desk.ui.session import Goal, Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MARKED = "TỐI MẬT: ba ý"


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(sample_session, begins=Goal("settings"))
    qtbot.addWidget(made)
    made.resize(1360, 860)
    made.show()
    yield made
    for box in boxes():
        box.close()
    made.close()


def boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


def assert_stopped(store: Store, *kinds: type) -> QMessageBox:
    """Nothing with the mark is kept, and one question about it is open."""
    assert not any(MARKED in text for kind in kinds for one in store.all(Query(kind)) for text in texts_of(one))
    (box,) = boxes()
    assert "TỐI MẬT" in box.text()
    assert MARKED not in box.text()
    return box


def press(box: QMessageBox, words: str) -> None:
    next(one for one in box.buttons() if words in one.text()).click()


@pytest.mark.parametrize(
    ("name", "kind", "field"),
    [
        ("PersonForm", Person, "notes"),
        ("FollowUpForm", FollowUp, "what"),
        ("DroppingForm", FollowUp, "reason"),
        ("OrganisationForm", Organisation, "name_en"),
        ("OfficerForm", Officer, "title"),
        ("EventForm", Event, "name"),
    ],
)
def test_a_small_form_stops_and_goes_on_only_after_a_yes(window, name, kind, field):
    store = window.session.store
    record = next(one for one in store.all(Query(kind)) if name != "DroppingForm" or not one.closed_on)
    form = getattr(forms, name)(window.session, record, "Edit", window)
    form.show()
    form._set[field](MARKED)
    form.save()
    press(assert_stopped(store, kind), "Back to the text")
    assert form.isVisible()
    form.save()
    press(assert_stopped(store, kind), "no State secret")
    assert MARKED in str(store.get(kind, record.id))


def test_what_was_cleared_before_is_not_asked_about_again(window):
    store = window.session.store
    person = replace(store.all(Query(Person))[0], notes=MARKED)
    with store.change(Action.EDIT_RECORD) as change:
        change.save(person)
    form = forms.PersonForm(window.session, person, "Edit", window)
    form._set["name"]("Another name")
    form.save()
    assert not boxes()
    assert store.need(Person, person.id).name == "Another name"


def test_a_country_a_slot_a_statement_and_our_own_names_stop_too(window):
    store = window.session.store
    form = ParticipantForm(window.session, participant_id("KE"), window)
    form.show()
    form.reason.setText(MARKED)
    form.accept()
    press(assert_stopped(store, Participant), "Back to the text")
    form.hide()

    meeting = store.all(Query(Meeting))[0]
    window.go(Goal("programme", meeting.id))
    page = window.page
    page.edit(meeting)
    text_field(page.editor, "slot_topic").setText(MARKED)
    page._save(another=False)
    press(assert_stopped(store, Meeting), "Back to the text")
    page._lay_aside()
    assert store.draft("programme") is None
    page._say_left()
    assert "No draft of it is kept" in window.strip.words
    page._leave_now()

    window.go(Goal("plenary", store.all(Query(Statement))[0].event))
    page = window.page
    page._begin_note("")
    page.pane.words.set_text(MARKED)
    page._finish()
    press(assert_stopped(store, Statement), "Back to the text")
    page._leave_aside()
    assert store.draft("plenary") is None
    assert "No draft of it is kept" in window.strip.words
    page.pane.words.set_text("Ba ý")
    page._lay_aside()
    assert store.draft("plenary")
    page._forget_note()

    window.go(Goal("settings"))
    window.page.officer_title.setText(MARKED)
    window.page._save()
    press(assert_stopped(store, Officer), "Back to the text")


def text_field(editor: QWidget, name: str) -> QWidget:
    found = editor.findChild(QWidget, name)
    assert found is not None, [one.objectName() for one in editor.findChildren(QWidget) if one.objectName()]
    return found
