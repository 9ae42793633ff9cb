"""Dates as they are typed in fields and forms: a period fills three fields, nonsense is told, and nothing is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from ui import lists_desk
from ui.conftest import NOW

from hanoi_desk.commitments import Answer
from hanoi_desk.language import Language
from hanoi_desk.records import Appointment, Commitment, FollowUp, Grade, Precision, problems
from hanoi_desk.store import Query, Store
from hanoi_desk.ui.deciding import AnswerLine
from hanoi_desk.ui.forms import CommitmentForm, FollowUpForm
from hanoi_desk.ui.forms.commitment import blank_commitment
from hanoi_desk.ui.log.commitment_card import Around, CommitmentCard
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import DateField

MONGOLIA = lists_desk.key("promise", "MN")


@pytest.fixture
def session(theme: object, store: Store) -> Iterator[Session]:
    lists_desk.fill(store)
    opened = Session(store, Language.EN, lambda: NOW)
    yield opened
    opened.close()


def type_in(field: DateField, text: str) -> None:
    field.line.selectAll()
    QTest.keyClicks(field.line, text) if text.isascii() else field.line.insert(text)
    if not text.isascii():
        field.line.textEdited.emit(text)


def a_card(session: Session, qtbot: QtBot) -> CommitmentCard:
    blank = replace(blank_commitment(session.board().treaty.id, session.today), grade=Grade.PROMISED)
    card = CommitmentCard(session, blank, Around(list, lambda _: []), is_new=True)
    qtbot.addWidget(card)
    card.open()
    return card


def open_form(form: RecordForm, qtbot: QtBot) -> RecordForm:
    qtbot.addWidget(form)
    form.open()
    return form


WHEN = [
    ("quý I/2027", date(2027, 3, 31), Precision.QUARTER, ""),
    ("Q1 2027", date(2027, 3, 31), Precision.QUARTER, ""),
    ("tháng 3/2027", date(2027, 3, 31), Precision.MONTH, ""),
    ("March 2027", date(2027, 3, 31), Precision.MONTH, ""),
    ("2027", date(2027, 12, 31), Precision.NONE, "2027"),
    ("đầu năm 2027", date(2027, 4, 30), Precision.NONE, "đầu năm 2027"),
    ("15/3/2027", date(2027, 3, 15), Precision.DAY, ""),
]


@pytest.mark.parametrize(("typed", "by", "precision", "words"), WHEN)
def test_by_when_is_typed_as_it_was_said_in_the_log_and_in_the_form(
    session: Session, qtbot: QtBot, typed: str, by: date, precision: Precision, words: str
) -> None:
    card = a_card(session, qtbot)
    type_in(card.by, typed)
    assert (card.commitment.by, card.commitment.precision, card.commitment.by_words) == (by, precision, words)
    assert card.commitment.grade is Grade.PROMISED_WITH_DATE
    form = open_form(CommitmentForm(session, card.commitment, "Commitment"), qtbot)
    kept = form.record()
    assert isinstance(kept, Commitment)
    assert (kept.by, kept.precision, kept.by_words) == (by, precision, words)
    type_in(form.rows["by"].field, "30/6/2027")  # type: ignore[arg-type]
    type_in(form.rows["by"].field, typed)  # type: ignore[arg-type]
    kept = form.record()
    assert isinstance(kept, Commitment)
    assert (kept.by, kept.precision) == (by, precision)


def test_another_thing_typed_takes_back_what_the_first_one_filled(session: Session, qtbot: QtBot) -> None:
    card = a_card(session, qtbot)
    type_in(card.by, "early 2027")
    assert card.commitment.by_words == "early 2027"
    type_in(card.by, "15/3/2027")
    assert (card.commitment.precision, card.commitment.by_words) == (Precision.DAY, "")
    type_in(card.by, "Q1 2027")
    card.by.line.clear()
    card.by.line.textEdited.emit("")
    assert (card.commitment.by, card.commitment.precision) == (None, Precision.NONE)


def test_the_speakers_own_words_are_never_overwritten(session: Session, qtbot: QtBot) -> None:
    card = a_card(session, qtbot)
    QTest.keyClicks(card.by_words, "before the autumn session")
    type_in(card.by, "2027")
    assert (card.commitment.by, card.commitment.by_words) == (date(2027, 12, 31), "before the autumn session")


def test_a_new_date_may_be_a_quarter(session: Session, qtbot: QtBot) -> None:
    late = session.store.need(Commitment, MONGOLIA)
    line = AnswerLine(session)
    qtbot.addWidget(line)
    line.show_promise(Promises.of(session).judge([late])[late.id], "Mongolia", [Answer.NEW_DATE])
    line.give(Answer.NEW_DATE)
    assert line.new_date is not None
    type_in(line.new_date.day, "Q2 2027")
    line.new_date.keep.click()
    new = next(c for c in session.store.all(Query(Commitment)) if c.replaces == late.id)
    assert (new.by, new.precision) == (date(2027, 6, 30), Precision.QUARTER)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1/1/1800", "“1/1/1800” lies outside the years 1945 to 2100. Type a day between them."),
        ("1/1/2101", "“1/1/2101” lies outside the years 1945 to 2100. Type a day between them."),
        ("31/2/2026", "There is no “31/2/2026” in the calendar. Type a day such as 22/11/2026."),
        ("some day", "“some day” is not a date. Type a day such as 22/11/2026, 22 Nov, tomorrow or +3."),
    ],
)
def test_what_is_no_date_says_why_and_what_is_taken(qtbot: QtBot, theme: object, typed: str, told: str) -> None:
    field = DateField(lambda: date(2026, 11, 22), "Due")
    qtbot.addWidget(field)
    type_in(field, typed)
    assert not field.settle()
    assert (field.value, field.problem) == (None, told)


def test_a_post_may_have_begun_before_what_we_do(session: Session, qtbot: QtBot) -> None:
    field = DateField(lambda: session.today, "Since", since=1900)
    qtbot.addWidget(field)
    type_in(field, "1/5/1939")
    assert field.value == date(1939, 5, 1)
    assert problems(Appointment(person="p", title="Honorary Consul", from_on=field.value)) == []


def test_a_form_with_nothing_but_an_unreadable_date_is_not_left_without_asking(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    form = FollowUpForm(session, FollowUp(what=""), "New task", window)
    form.open()
    type_in(form.rows["due_on"].field, "sometime in spring")  # type: ignore[arg-type]
    form.reject()
    box = form.findChild(QMessageBox)
    assert box is not None
    assert form.isVisible()
    box.reject()
    form.rows["due_on"].field.set_value(None)  # type: ignore[attr-defined]
    form.reject()
    qtbot.waitUntil(lambda: not window.findChildren(FollowUpForm))
