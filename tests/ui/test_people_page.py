"""Stories of the page of persons: posts that end, two records made one by few keys, a person erased."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from ui import lists_desk

from hanoi_desk import desk
from hanoi_desk.desk import participant_id
from hanoi_desk.records import (
    Appointment,
    Commitment,
    FollowUp,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    Side,
)
from hanoi_desk.store import Action, Query
from hanoi_desk.ui.countries.dossier import dossier_of
from hanoi_desk.ui.countries.side_cards import LastContactCard
from hanoi_desk.ui.detail.parts import LinkButton
from hanoi_desk.ui.forms import PersonForm
from hanoi_desk.ui.people.end_post import EndPostForm
from hanoi_desk.ui.people.erase_dialog import EraseDialog
from hanoi_desk.ui.people.likely import Likely
from hanoi_desk.ui.people.merge_dialog import MergeDialog
from hanoi_desk.ui.people_page import PeoplePage
from hanoi_desk.ui.session import Goal, Session

D = TypeVar("D", bound=QDialog)
AMA = lists_desk.key("ama")
GHANA = participant_id("GH")
TWIN = Person(id="twin", name="Mensah A.", participant=participant_id("GH"), address="Ms")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filled(session: Session) -> Session:
    lists_desk.fill(session.store)
    return session


@pytest.fixture
def page(filled: Session, qtbot: QtBot) -> Iterator[PeoplePage]:
    opened = PeoplePage(filled)
    qtbot.addWidget(opened)
    opened.resize(1160, 900)
    with qtbot.waitExposed(opened):
        opened.show()
    opened.show_goal(Goal("people", AMA))
    opened.read_chosen()
    opened.table.setFocus()
    yield opened
    opened.close()


@pytest.fixture
def said(filled: Session) -> list[str]:
    sentences: list[str] = []
    filled.said.connect(lambda sentence, undo: sentences.append(sentence))
    return sentences


def names(page: PeoplePage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def shown(page: PeoplePage) -> str:
    """Return all that the chosen person's pane says."""
    page.read_chosen()
    words = [label.text() for label in page.detail.widget().findChildren(QLabel)]
    return "\n".join([*words, *(link.accessibleName() for link in page.detail.findChildren(LinkButton))])


def press(page: PeoplePage, name: str) -> None:
    page.read_chosen()
    page.findChild(QPushButton, name).click()


def opened(page: PeoplePage, kind: type[D]) -> D:
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def strike(dialog: QDialog, key: Qt.Key, qtbot: QtBot) -> None:
    """Press a key with Ctrl in a dialog."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, key, CTRL)


def type_into(form: EndPostForm | PersonForm, name: str, text: str) -> None:
    field = form.rows[name].field
    line = getattr(field, "line", field)
    line.setFocus()
    line.setText(text)
    line.textEdited.emit(text)


# ---- a person and the posts ----


def test_insert_begins_a_new_person_from_the_list(page: PeoplePage, qtbot: QtBot) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Insert)
    assert opened(page, PersonForm).isVisible()


def test_a_person_and_the_present_post_are_mended_in_one_form(page: PeoplePage, filled: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    form = opened(page, PersonForm)
    assert form.value("title") == "Legal adviser, Ministry of Justice"
    type_into(form, "title", "Director")
    type_into(form, "other_names", "Ama Owusu; Ámà;")
    qtbot.keyClicks(form.rows["languages"].field.line, "fren")  # type: ignore[attr-defined]
    qtbot.keyClick(form.rows["languages"].field.line, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    form.save()
    person = filled.store.need(Person, AMA)
    assert (person.other_names, person.languages) == (("Ama Owusu", "Ámà"), ("en", "fr"))
    assert filled.store.need(Appointment, lists_desk.key("post")).title == "Director"
    filled.store.undo()
    assert filled.store.need(Person, AMA).other_names == ()
    assert filled.store.need(Appointment, lists_desk.key("post")).title == "Legal adviser, Ministry of Justice"


def test_a_form_in_which_only_the_post_was_changed_asks_before_it_is_left(page: PeoplePage, qtbot: QtBot) -> None:
    page.edit(AMA)
    form = opened(page, PersonForm)
    type_into(form, "phone", "123")
    form.reject()
    assert form.isVisible()
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
    box.buttons()[0].click()
    assert not form.isVisible()


def test_any_name_in_any_order_finds_the_person_in_the_list(page: PeoplePage, filled: Session) -> None:
    desk.keep(filled.store, Person(id="an", name="Nguyễn Văn An", name_native="阮文安", other_names=("Andrew Ng",)))
    for typed in ("van an nguyen", "andrew", "阮文安"):
        page.filter.setText(typed)
        page._filter(typed)
        assert names(page) == ["Nguyễn Văn An"], typed


def test_ending_a_post_with_open_tasks_makes_a_task_by_one_key(page: PeoplePage, filled: Session, qtbot: QtBot) -> None:
    before = filled.store.all(Query(OutreachPerson, (("person", "=", AMA),)))
    press(page, "end_post")
    form = opened(page, EndPostForm)
    assert form.search.isChecked()
    strike(form, Qt.Key.Key_Return, qtbot)
    assert filled.store.need(Appointment, lists_desk.key("post")).to_on == date(2026, 11, 22)
    (task,) = filled.store.all(Query(FollowUp, text="successor"))
    assert task.what == "Find the successor of Ama Mensah, Legal adviser, Ministry of Justice"
    assert task.participant == participant_id("GH")
    assert filled.store.all(Query(OutreachPerson, (("person", "=", AMA),))) == before


def test_with_something_open_a_post_is_not_ended_without_a_word_on_who_follows(
    page: PeoplePage, filled: Session
) -> None:
    press(page, "end_post")
    form = opened(page, EndPostForm)
    form.search.setChecked(False)
    form.save()
    assert form.rows["successor"].problem
    assert filled.store.need(Appointment, lists_desk.key("post")).to_on is None


def test_a_successor_is_typed_and_named_beside_the_one_who_left(
    page: PeoplePage, filled: Session, qtbot: QtBot
) -> None:
    promise = replace(filled.store.need(Commitment, lists_desk.key("promise", "GH")), speaker=AMA)
    desk.record_commitment(filled.store, promise)
    press(page, "end_post")
    form = opened(page, EndPostForm)
    type_into(form, "to_on", "20/11/2026")
    type_into(form, "successor", "Kofi Boateng")
    form.save()
    (kofi,) = filled.store.all(Query(Person, (("name", "=", "Kofi Boateng"),)))
    assert kofi.participant == participant_id("GH")
    assert filled.store.all(Query(FollowUp, text="successor")) == []
    assert filled.store.need(Commitment, promise.id).speaker == AMA
    assert "The post is now held by Kofi Boateng" in shown(page)
    assert ", until 20/11/2026" in shown(page)
    row = names(page).index("Ama Mensah")
    assert page.model.index(row, 1).data().endswith(", until 20/11/2026")


def test_the_last_contact_is_told_in_three_values_of_one_record(page: PeoplePage) -> None:
    words = shown(page)
    for part in ("By whom", "Third Secretary Lan", "With whom", "Ama Mensah (Legal adviser", "In what", "10 days ago"):
        assert part in words


def test_the_card_of_a_country_tells_the_last_contact_and_the_highest_level_apart(
    filled: Session, qtbot: QtBot
) -> None:
    minister = Outreach(id="call", held_on=date(2026, 3, 2), summary="Call of the minister")
    present = OutreachPerson(outreach="call", side=Side.THEIRS, name="Efua Sackey", level=2, participant=GHANA)
    desk.keep(filled.store, minister, OutreachCountry(outreach="call", participant=GHANA), present)
    card = LastContactCard(filled, "last_contact")
    qtbot.addWidget(card)
    card.show_dossier(dossier_of(filled.store, filled.board(), GHANA, filled.now))
    words = "\n".join(label.text() for label in card.findChildren(QLabel))
    assert "With: Ama Mensah (Legal adviser, Ministry of Justice)" in words
    assert "Highest level so far: minister, speaker of parliament" in words
    assert "02/03/2026 · Efua Sackey" in words


def test_silence_is_a_filter(page: PeoplePage, filled: Session) -> None:
    desk.keep(filled.store, Person(name="Nobody Yet"))
    choose: Callable[[str], None] = lambda value: page._choose_facet("silent", (value,))  # noqa: E731
    choose("never")
    assert names(page) == ["Nobody Yet"]
    choose("30")
    assert names(page) == []


# ---- two records ----


def test_a_new_person_like_another_is_told_of_at_once(page: PeoplePage, said: list[str]) -> None:
    page.add()
    form = opened(page, PersonForm)
    type_into(form, "name", "MENSAH Ámà")
    form.save()
    assert said[-1] == "Saved: MENSAH Ámà. Ama Mensah may be the same person: Ctrl+M compares them."


def test_two_records_are_made_one_by_two_keys(page: PeoplePage, filled: Session, said: list[str], qtbot: QtBot) -> None:
    desk.keep(filled.store, TWIN)
    page._count("duplicates")
    assert names(page) == ["Ama Mensah", "Mensah A."]
    qtbot.keyClick(page.table, Qt.Key.Key_M, CTRL)
    dialog = opened(page, MergeDialog)
    strike(dialog, Qt.Key.Key_Return, qtbot)
    person = filled.store.need(Person, AMA)
    assert (person.name, person.address, person.other_names) == ("Ama Mensah", "Ms", ("Mensah A.",))
    assert filled.store.get(Person, "twin") is None
    assert said[-1] == "Two records of Ama Mensah are one now."
    filled.store.undo()
    assert filled.store.need(Person, "twin") == TWIN


def test_each_field_is_chosen_by_itself(page: PeoplePage, filled: Session) -> None:
    desk.keep(filled.store, TWIN)
    press(page, "compare_0")
    dialog = opened(page, MergeDialog)
    dialog.choose("name", second=True)
    dialog.merge()
    person = filled.store.need(Person, AMA)
    assert (person.name, person.other_names) == ("Mensah A.", ("Ama Mensah",))


def test_those_who_are_not_the_same_are_never_offered_again(page: PeoplePage, filled: Session, qtbot: QtBot) -> None:
    desk.keep(filled.store, TWIN)
    assert "Possibly the same person" in shown(page)
    qtbot.keyClick(page.table, Qt.Key.Key_M, CTRL)
    strike(opened(page, MergeDialog), Qt.Key.Key_D, qtbot)
    assert "Possibly the same person" not in shown(page)
    assert page.listing.counters()[0].number == 0


def test_any_other_person_can_be_set_beside_one(page: PeoplePage, filled: Session, qtbot: QtBot) -> None:
    desk.keep(filled.store, Person(id="kofi", name="Kofi Boateng"))
    press(page, "compare")
    dialog = opened(page, MergeDialog)
    assert not dialog.merge_button.isEnabled()
    qtbot.keyClicks(dialog.other.line, "boat")
    qtbot.keyClick(dialog.other.line, Qt.Key.Key_Return)
    assert dialog.merge_button.isEnabled()
    dialog.merge()
    assert "Kofi Boateng" in filled.store.need(Person, AMA).other_names


def test_a_merge_is_taken_back_from_the_person_later(page: PeoplePage, filled: Session) -> None:
    desk.keep(filled.store, TWIN)
    store = filled.store
    desk.merge_persons(store, store.need(Person, AMA), TWIN, desk.united(store.need(Person, AMA), TWIN))
    desk.keep(store, Person(name="Somebody Else"))
    page.detail.take_focus("split_0")
    press(page, "split_0")
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
    assert "stays with Ama Mensah" in box.informativeText()
    next(b for b in box.buttons() if b.text() == "Tell apart").click()
    assert store.need(Person, "twin") == TWIN
    assert names(page).count("Mensah A.") == 1
    focused = page.window().focusWidget()
    assert focused is not None
    assert page.detail.isAncestorOf(focused)  # the button is gone, the cursor stays beside it


# ---- for good ----


def test_a_person_is_erased_only_after_the_name_was_typed(
    page: PeoplePage, filled: Session, said: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    dialog = opened(page, EraseDialog)
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for part in ("cannot be undone", "Backups", "1 post", "a person who was erased", "log of changes"):
        assert part in words
    strike(dialog, Qt.Key.Key_Return, qtbot)
    assert filled.store.get(Person, AMA) is not None
    qtbot.keyClicks(dialog.name, "ama mensah")
    strike(dialog, Qt.Key.Key_Return, qtbot)
    assert filled.store.get(Person, AMA) is None
    assert names(page) == []
    assert said[-1] == "The person was erased for good."
    assert filled.store.saves(1)[0].action is Action.ERASE_PERSON
    assert [one.name for one in filled.store.all(Query(OutreachPerson, (("lead", "=", True),)))] == [
        "a person who was erased"
    ]


def test_return_presses_the_button_that_has_the_cursor_and_erases_nothing_from_the_field(
    page: PeoplePage, filled: Session, qtbot: QtBot
) -> None:
    press(page, "erase")
    dialog = opened(page, EraseDialog)
    qtbot.keyClicks(dialog.name, "ama mensah")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert filled.store.get(Person, AMA) is not None
    dialog.erase_button.setFocus()
    qtbot.keyClick(dialog.erase_button, Qt.Key.Key_Return)
    assert filled.store.get(Person, AMA) is None


def test_texts_that_name_the_person_are_shown_by_link(page: PeoplePage, filled: Session, qtbot: QtBot) -> None:
    task = desk.add_follow_up(filled.store, FollowUp(what="Call Ama Mensah"))
    asked: list[Goal] = []
    filled.asked.connect(asked.append)
    press(page, "erase")
    dialog = opened(page, EraseDialog)
    (link,) = dialog.findChildren(LinkButton)
    link.click()
    assert asked == [Goal("follow_ups", task.id)]
    assert filled.store.get(Person, AMA) is not None
    press(page, "erase")
    dialog = opened(page, EraseDialog)
    dialog.in_texts.setChecked(True)
    qtbot.keyClicks(dialog.name, "Ama Mensah")
    dialog.erase()
    assert filled.store.need(FollowUp, task.id).what == "Call a person who was erased"


# ---- many persons ----


def test_among_many_persons_duplicates_are_found_a_moment_later_and_follow_changes(
    filled: Session, qtbot: QtBot
) -> None:
    many = [Person(name=f"{chr(97 + n % 26)}{chr(97 + n // 26)}ko Number") for n in range(450)]
    lists_desk.keep(filled.store, *many, Person(id="twin", name="Number aako"))
    likely = Likely(filled)
    with qtbot.waitSignal(likely.found):
        assert likely.pairs() == ()
    (pair,) = likely.pairs()
    assert {pair.first, pair.second} == {"twin", many[0].id}
    desk.tell_apart(filled.store, many[0], filled.store.need(Person, "twin"))
    assert likely.pairs() == ()
    with qtbot.waitSignal(likely.found):
        desk.keep(filled.store, Person(id="third", name="bako Number"))
        likely.pairs()
    assert likely.of("third")[0].other("third") == many[1].id
