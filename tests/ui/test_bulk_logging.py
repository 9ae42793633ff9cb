"""A reception: one text, twelve countries, then the exceptions of three, by keyboard alone, as one save."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from ui.test_keystrokes import Keyboard
from ui.windows import shown_window

from hanoi_desk import desk
from hanoi_desk.desk import participant_id
from hanoi_desk.records import Event, EventKind, Outreach, OutreachKind, PromisedAct, Stance
from hanoi_desk.store import Query, Store
from hanoi_desk.ui.log_form import LogForm
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TWELVE = ["GH", "KE", "SN", "NG", "ZA", "EG", "MA", "TN", "DZ", "RW", "UG", "TZ"]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(session: Session, qtbot) -> Iterator[MainWindow]:
    with shown_window(session, qtbot) as window:
        yield window


@pytest.fixture
def reception(store: Store) -> Event:
    event = Event(
        name="National day reception",
        kind=EventKind.RECEPTION,
        place="Vienna, Hofburg",
        starts_on=date(2026, 11, 21),
        attended=tuple(map(participant_id, TWELVE)),
    )
    return desk.keep(store, event)


def logged(store: Store) -> desk.OutreachEntry:
    (only,) = (desk.entry_of(store, one) for one in store.ids(Query(Outreach)))
    return only


def form_of(window: MainWindow) -> LogForm:
    form = window.findChild(LogForm)
    assert form is not None
    return form


def test_twelve_countries_and_three_exceptions_need_two_keys_a_country_and_six_an_exception_at_most(
    window: MainWindow, store: Store, reception: Event
) -> None:
    window.go(Goal("events", reception.id))
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_L, CONTROL)
    keys.type("gha ken sen nigeria zaf egy mar tun dza rwa uga tza")
    keys.press(Qt.Key.Key_Tab)
    keys.type("All support early entry into force.")
    keys.press(Qt.Key.Key_Down, ALT)  # Ghana
    keys.type("The bill is in committee.")
    keys.press(Qt.Key.Key_C, ALT)
    keys.type("we will ratify in March")
    for _ in range(3):  # Nigeria
        keys.press(Qt.Key.Key_Down, ALT)
    keys.type("Asks for the model bill.")
    keys.press(Qt.Key.Key_F, ALT)
    keys.type("Send the model bill")
    for _ in range(4):  # Tunisia
        keys.press(Qt.Key.Key_Down, ALT)
    keys.type("Worried about safeguards.")
    keys.press(Qt.Key.Key_Tab)
    keys.type("und")  # undecided
    keys.press(Qt.Key.Key_Return, CONTROL)

    entry = logged(store)
    assert [one.participant for one in entry.countries] == list(map(participant_id, TWELVE))
    assert entry.outreach.notes == "All support early entry into force."
    heard = {one.participant: one.said for one in entry.countries if one.said}
    assert heard == {
        participant_id("GH"): "The bill is in committee.",
        participant_id("NG"): "Asks for the model bill.",
        participant_id("TN"): "Worried about safeguards.",
    }
    (promise,), (task,) = entry.commitments, entry.follow_ups
    assert (promise.participant, promise.act) == (participant_id("GH"), PromisedAct.RATIFY)
    assert (task.participant, task.what) == (participant_id("NG"), "Send the model bill")
    stances = {one.participant: one.stance for one in entry.countries if one.stance is not Stance.NOT_STATED}
    assert stances == {participant_id("TN"): Stance.UNDECIDED}
    assert len(keys.presses) <= 2 * 12 + 6 * 3
    assert len(keys.presses) <= 14, keys.presses  # what it takes today
    store.undo()
    assert store.ids(Query(Outreach)) == []


def test_the_form_at_an_event_is_filled_with_event_place_day_and_kind(
    window: MainWindow, store: Store, reception: Event
) -> None:
    window.go(Goal("events", reception.id))
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_L, CONTROL)
    keys.type("gha")
    keys.press(Qt.Key.Key_Return, CONTROL)
    outreach = logged(store).outreach
    assert (outreach.event, outreach.place, outreach.held_on, outreach.kind) == (
        reception.id,
        "Vienna, Hofburg",
        date(2026, 11, 21),
        OutreachKind.RECEPTION,
    )


def test_all_that_attended_come_in_with_one_key(window: MainWindow, store: Store, reception: Event) -> None:
    window.go(Goal("events", reception.id))
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_L, CONTROL)
    keys.type("fra ")  # somebody who is not on the list
    form = form_of(window)
    assert form.sheet.attended.isVisible()
    keys.press(Qt.Key.Key_A, ALT)
    assert form.sheet.country_ids == tuple(map(participant_id, ["FR", *TWELVE]))
    assert not form.sheet.attended.isVisible()
    keys.press(Qt.Key.Key_Tab)
    keys.type("A toast to the Convention.")
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert len(logged(store).countries) == 13
    assert len(keys.presses) == 4


@pytest.mark.parametrize("between", [", ", "\n", "; ", "\t", " "])
def test_a_pasted_list_of_countries_becomes_chips(window: MainWindow, between: str) -> None:
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_L, CONTROL)
    data = QMimeData()
    data.setText(between.join(["Ghana", "KEN", "Sénégal", "Bờ Biển Ngà", "South Africa"]))
    QGuiApplication.clipboard().setMimeData(data)
    keys.press(Qt.Key.Key_V, CONTROL)
    form = form_of(window)
    form.sheet.countries.settle()
    assert form.sheet.country_ids == tuple(map(participant_id, ["GH", "KE", "SN", "CI", "ZA"]))


def test_stepping_goes_through_the_countries_and_comes_back_to_the_text_of_all(window: MainWindow) -> None:
    keys = Keyboard(window)
    keys.press(Qt.Key.Key_L, CONTROL)
    keys.type("gha ken sen")
    sheet = form_of(window).sheet
    keys.press(Qt.Key.Key_Down, ALT)
    first, second, third = sheet.results.lines
    assert first.said.hasFocus()
    keys.press(Qt.Key.Key_Down, ALT)
    assert second.said.hasFocus()
    assert not first.fold.isChecked()
    keys.press(Qt.Key.Key_Up, ALT)
    assert first.said.hasFocus()
    keys.press(Qt.Key.Key_Up, ALT)
    assert sheet.notes.hasFocus()
    keys.press(Qt.Key.Key_Up, ALT)
    assert third.said.hasFocus()
    keys.press(Qt.Key.Key_Tab)
    assert third.stance.hasFocus()
    keys.press(Qt.Key.Key_Down, ALT)  # in a list of choices too
    assert sheet.notes.hasFocus()
    assert not any(line.fold.isChecked() for line in sheet.results.lines)
