"""What is typed into the log form survives a kill, a way back, a damaged draft and a full disk."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.records import Event, Outreach, Person, Side
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui.log.draft import DAMAGED, FORM, DamagedDraft, from_text
from hanoi_desk.ui.log_form import LogForm
from hanoi_desk.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "The bill goes to Parliament in February."


@pytest.fixture
def new_form(session: Session, qtbot) -> Iterator[Callable[[], LogForm]]:
    """Give a function that shows a form as the window does: a new one each time."""

    def make() -> LogForm:
        form = LogForm(session)
        qtbot.addWidget(form)
        form.start_new()
        form.resize(900, 760)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return form

    return make


def type_in(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), text)


def kept(store: Store, place: str = FORM) -> dict[str, object]:
    draft = store.draft(place)
    assert draft is not None
    found = json.loads(draft.json)
    assert isinstance(found, dict)
    return found


def write_and_wait(desk_file: str) -> None:
    """Be the program that is killed: type into a real form, say so, and wait."""
    app = QApplication([])
    with Store.open(Path(desk_file)) as store:
        form = LogForm(Session(store, Language.EN, lambda: datetime(2026, 11, 22, 9, 41, tzinfo=UTC)))
        form.start_new()
        form.show()
        form.activateWindow()
        QTest.qWait(200)
        type_in(form.sheet.countries, "gha ken mong")
        form.sheet.countries.line.setFocus()
        type_in(form.sheet.notes, SENTENCE)
        form.add_commitment()
        QTest.keyClicks(QApplication.focusWidget(), "we will rat")
        type_in(form.sheet.attendees.fields[Side.THEIRS], "Ama Mensah, Legal adv")
        print("typed", flush=True)
        app.exec()


def test_a_kill_a_second_after_the_last_key_loses_nothing(session: Session, store: Store, new_form) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen(
        [sys.executable, __file__, str(store.path)], stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "typed\n"
        time.sleep(1)
    finally:
        child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        child.wait()
        child.stdout.close()

    form = new_form()
    assert "Ghana" in form.draft_strip.words
    assert form.sheet.notes.text == ""  # offered, never forced
    QTest.mouseClick(form.draft_strip.resume, Qt.MouseButton.LeftButton)
    assert [chip.title for chip in form.sheet.countries.chips] == ["Ghana", "Kenya", "Mongolia"]
    assert form.sheet.notes.text == SENTENCE
    assert [card.commitment.words for card in form.sheet.commitments.cards] == ["we will rat"]
    assert form.sheet.attendees.fields[Side.THEIRS].line.text() == "Ama Mensah, Legal adv"
    assert store.count(Query(Outreach)) == 0


def test_somebody_who_never_pauses_has_a_draft_no_older_than_a_second(new_form, store: Store) -> None:
    form = new_form()
    form.sheet.notes.setFocus()
    for _ in range(12):
        QTest.keyClicks(form.sheet.notes, "words ")
        QTest.qWait(100)
    assert "words words" in json.dumps(kept(store))


def test_the_draft_line_says_how_old_the_draft_is(new_form, qtbot) -> None:
    form = new_form()
    assert form.draft_line.text() == "A draft is kept while you type."
    type_in(form.sheet.notes, "something")
    with qtbot.waitSignal(form.keeper.kept):
        pass
    assert form.draft_line.text() == "Draft kept 0 s ago. It is here if the power goes."


def test_half_typed_names_and_dates_are_in_the_draft(new_form, store: Store) -> None:
    form = new_form()
    type_in(form.sheet.held_on, "")
    form.sheet.held_on.line.clear()
    QTest.keyClicks(form.sheet.held_on.line, "22/1")
    QTest.keyClick(form.sheet.held_on.line, "x")
    type_in(form.sheet.notes, "a")
    form.sheet.countries.setFocus()
    QTest.keyClicks(form.sheet.countries.line, "united")
    form.keeper.flush()
    again = new_form()
    again.draft_strip.resume.click()
    assert again.sheet.held_on.line.text() == "22/1x"
    assert again.sheet.countries.line.text() == "united"


def test_escape_keeps_the_draft_and_asks_nothing(new_form, store: Store, qtbot) -> None:
    form = new_form()
    type_in(form.sheet.notes, "Not finished")
    with qtbot.waitSignal(form.cancelled):
        QTest.keyClick(form.sheet.notes, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert "Not finished" in json.dumps(kept(store))


def test_no_draft_holds_the_mark_of_a_state_secret_before_somebody_says_that_it_is_none(new_form, store: Store) -> None:
    form = new_form()
    form.sheet.notes.insertPlainText("Ba ý. ")
    form.keeper.flush()
    form.sheet.notes.insertPlainText("TỐI MẬT")
    form.keeper.flush()
    (kept,) = texts_on_disk(store)
    assert "Ba ý" in kept
    assert "MẬT" not in kept
    assert 'The mark "TỐI MẬT" stands in this text.' in form.strip.words
    assert form.draft_line.text().startswith("No draft of it is kept before")

    left = []
    form.cancelled.connect(lambda: left.append(True))
    form.go_back()
    (box,) = (box for box in form.findChildren(QMessageBox) if box.isVisible())
    box.escapeButton().click()
    assert not left

    form.strip.acted.emit()
    (kept,) = texts_on_disk(store)
    assert "TỐI MẬT" in kept
    form.go_back()
    assert left
    again = new_form()
    again.resume_last()
    again.sheet.notes.setPlainText("Ba ý. TỐI MẬT và thêm")
    again.keeper.flush()
    assert texts_on_disk(store) == ["Ba ý. TỐI MẬT và thêm"]


def test_what_is_taken_out_of_a_text_with_a_mark_is_in_the_draft_again(new_form, store: Store) -> None:
    form = new_form()
    form.sheet.notes.insertPlainText("TỐI MẬT")
    form.keeper.flush()
    assert texts_on_disk(store) == []
    form.sheet.notes.setPlainText("Ba ý")
    form.keeper.flush()
    (kept,) = texts_on_disk(store)
    assert "Ba ý" in kept
    assert form.strip.words == ""


def texts_on_disk(store: Store) -> list[str]:
    """Return the notes of the drafts of contacts that lie on disk."""
    places = ("log_outreach", *(f"log_outreach.{n}" for n in range(2, 10)))
    return [from_text(draft.json).entry.outreach.notes for place in places if (draft := store.draft(place))]


def test_an_empty_form_leaves_no_draft(new_form, store: Store) -> None:
    form = new_form()
    form.go_back()
    assert store.draft(FORM) is None


def test_a_new_contact_never_writes_over_a_draft_that_was_not_taken_up(new_form, store: Store) -> None:
    first = new_form()
    type_in(first.sheet.notes, "The first")
    first.close()
    second = new_form()
    assert second.draft_strip.words
    type_in(second.sheet.notes, "The second")
    second.close()
    third = new_form()
    assert "The second" in third.draft_strip.words
    third.draft_strip.resume.click()
    assert third.sheet.notes.text == "The second"
    assert "The first" in third.draft_strip.words
    third.draft_strip.resume.click()
    assert third.sheet.notes.text == "The first"
    assert "The second" in third.draft_strip.words or "The second" in json.dumps(kept(store, f"{FORM}.2"))


def test_a_saved_contact_leaves_no_draft(new_form, store: Store) -> None:
    form = new_form()
    type_in(form.sheet.countries, "gha ")
    form.keeper.flush()
    assert store.draft(FORM) is not None
    assert form.save()
    assert store.draft(FORM) is None
    form.close()
    assert store.draft(FORM) is None


def test_a_draft_of_a_contact_that_was_saved_before_the_power_went_is_not_offered(new_form, store: Store) -> None:
    form = new_form()
    type_in(form.sheet.countries, "gha ")
    form.keeper.flush()
    draft = store.draft(FORM)
    assert form.save()
    store.keep_draft(FORM, draft.json)
    assert new_form().draft_strip.words == ""


def test_a_discarded_draft_can_be_brought_back(new_form, store: Store) -> None:
    form = new_form()
    type_in(form.sheet.notes, "A pity to lose")
    form.keeper.flush()
    form.discard_button.click()
    assert form.sheet.notes.text == ""
    assert store.draft(FORM) is None
    form.strip.button.click()
    assert form.sheet.notes.text == "A pity to lose"
    form.keeper.flush()
    assert "A pity to lose" in json.dumps(kept(store))


POISON = (
    "",
    "no json",
    "[]",
    "{}",
    '{"draft": 1, "records": [], "typed": {}}',
    '{"draft": 1, "records": [["outreach", "x", {"held_on": "2026-13-45"}]], "typed": {}}',
    '{"draft": 1, "records": [["outreach", "x", {"held_on": "2026-11-22", "notes": 5}]], "typed": {}}',
    '{"draft": 1, "records": [["outreach", "x", {"held_on": "2026-11-22", "kind": "war"}]], "typed": {}}',
    '{"draft": 1, "records": [["participant", "x", {}]], "typed": {}}',
    '{"draft": 1, "records": 7, "typed": 8}',
    "[" * 100_000,
    "\ud83d".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
)


@pytest.mark.parametrize("poison", POISON, ids=range(len(POISON)))
def test_a_damaged_draft_is_set_aside_and_told_and_the_form_opens(poison: str, new_form, store: Store) -> None:
    store.keep_draft(FORM, poison)
    form = new_form()
    assert form.isVisible()
    assert form.draft_strip.words == ""
    assert "could not be read" in form.strip.words
    assert store.draft(FORM) is None
    aside = store.draft(DAMAGED)
    assert aside is not None
    assert aside.json == poison


@pytest.mark.parametrize("poison", POISON, ids=range(len(POISON)))
def test_no_text_but_a_draft_is_read_as_one(poison: str) -> None:
    with pytest.raises(DamagedDraft):
        from_text(poison)


def test_a_draft_with_strangers_is_taken_up_without_them(new_form, store: Store) -> None:
    form = new_form()
    type_in(form.sheet.countries, "gha ")
    type_in(form.sheet.notes, "Still here")
    form.keeper.flush()
    text = json.dumps(kept(store)).replace(desk.participant_id("GH"), "no such country")
    form.keeper.drop()
    form.sheet.notes.set_text("")
    store.keep_draft(FORM, text)
    again = new_form()
    again.draft_strip.resume.click()
    assert again.sheet.notes.text == "Still here"
    assert again.sheet.countries.ids == ()


def test_everything_on_the_form_comes_back_from_a_draft(new_form, store: Store) -> None:
    event = desk.keep(store, Event(name="Ad Hoc Committee, third session", place="Vienna"))
    desk.keep(store, Person(name="Kofi Boateng"))
    form = new_form()
    sheet = form.sheet
    type_in(sheet.countries, "gha ken unodc ")
    type_in(sheet.place, "ad hoc")
    QTest.keyClick(sheet.place.line, Qt.Key.Key_Down)
    QTest.keyClick(sheet.place.line, Qt.Key.Key_Return)
    QTest.keyClicks(sheet.place.line, "Room M2")
    type_in(sheet.attendees.fields[Side.THEIRS], "Ama Mensah, Legal adviser, Ministry of Justice, Ghana;")
    type_in(sheet.attendees.fields[Side.THIRD], "Kofi Boateng, Envoy;")
    type_in(sheet.notes, "Notes & <b>signs</b>")
    type_in(sheet.summary, "The news")
    sheet.results.lines[0].open()
    type_in(sheet.results.lines[0].said, "They support it")
    sheet.results.lines[0].objections[next(iter(sheet.results.lines[0].objections))].click()
    sheet.more.open()
    for field in (sheet.more.purpose, sheet.more.questions, sheet.more.comment, sheet.more.time, sheet.more.reference):
        type_in(field, "14:30")
    form.add_commitment()
    card = sheet.commitments.cards[0]
    QTest.keyClicks(card.words, "in February")
    card.verbatim.click()
    type_in(card.by, "31/3")
    type_in(card.condition, "if elected")
    form.add_follow_up()
    type_in(sheet.follow_ups.cards[0].what, "Send it")
    before = sheet.entry()
    assert before.outreach.event == event.id
    assert len(before.new) == 4  # a person with a body and a post, and a new post of one who is known
    form.close()

    again = new_form()
    again.draft_strip.resume.click()
    assert again.entry() == before
    assert again.save()
    assert desk.entry_of(store, before.outreach.id).commitments == before.commitments


def test_letters_that_are_being_composed_are_not_lost_with_the_draft(new_form, store: Store) -> None:
    form = new_form()
    form.sheet.notes.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("Đại sứ")
    QApplication.sendEvent(form.sheet.notes, event)
    QApplication.sendEvent(form.sheet.notes, QInputMethodEvent("nói", []))
    QTest.qWait(800)
    assert "Đại sứ" in str(kept(store))


def test_a_draft_that_cannot_be_kept_is_told_and_the_text_stays(new_form, store: Store) -> None:
    form = new_form()
    with Store.open(store.path) as other, other.change(Action.EDIT_RECORD):
        type_in(form.sheet.notes, "Kept in the form")
        form.keeper.flush()
        assert "could not be kept" in form.draft_line.text()
        assert form.sheet.notes.text == "Kept in the form"
    form.keeper.flush()
    assert "Draft kept" in form.draft_line.text()


def test_the_strip_names_the_hour_of_the_draft(session: Session, new_form, store: Store) -> None:
    form = new_form()
    type_in(form.sheet.countries, "gha ")
    form.close()
    at = store.draft(FORM).saved_at.astimezone(ZoneInfo("Europe/Vienna"))
    again = new_form()
    assert f"{at.hour:02}:{at.minute:02}" in again.draft_strip.words
    assert "Ghana" in again.draft_strip.words


if __name__ == "__main__":
    write_and_wait(sys.argv[1])
