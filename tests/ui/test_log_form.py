"""The log form in use: names in any language, composed letters, promises, problems, secrets, and trouble on disk."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPlainTextEdit, QWidget

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Appointment,
    Commitment,
    CommitmentState,
    DomesticStage,
    Event,
    FollowUp,
    Form,
    Grade,
    Initiative,
    Objection,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachPerson,
    Person,
    Precision,
    PromisedAct,
    Side,
    Stance,
)
from hanoi_desk.store import Action, Query, Store, StoreError, StoreErrorCode
from hanoi_desk.ui.log.people import TypedPerson, read_person
from hanoi_desk.ui.log_form import LogForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.theme import Scheme, Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GHANA, KENYA, MONGOLIA, ZAMBIA = (desk.participant_id(key) for key in ("GH", "KE", "MN", "ZM"))


def shown(form: LogForm, qtbot) -> LogForm:
    qtbot.addWidget(form)
    form.resize(900, 760)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


@pytest.fixture
def form(session: Session, qtbot) -> LogForm:
    """Show a form for a new contact."""
    form = LogForm(session)
    form.start_new()
    return shown(form, qtbot)


def type_in(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), text)


def compose(field: QWidget, *steps: str, commit: str) -> None:
    """Type as Telex does: letters that change while they are composed, then the word."""
    field.setFocus()
    target = QApplication.focusWidget()
    for step in steps:
        QApplication.sendEvent(target, QInputMethodEvent(step, []))
    event = QInputMethodEvent()
    event.setCommitString(commit)
    QApplication.sendEvent(target, event)


def logged(store: Store) -> desk.OutreachEntry:
    (one,) = store.ids(Query(Outreach))
    return desk.entry_of(store, one)


def question() -> QMessageBox:
    (box,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
    return box


# ---- countries and organizations ----


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("gha ken sen", ["Ghana", "Kenya", "Senegal"]),
        ("GH, KE", ["Ghana", "Kenya"]),
        ("bo bien nga;", ["Côte d’Ivoire"]),
        ("new zealand ", ["New Zealand"]),
        ("han quoc,", ["Republic of Korea"]),
    ],
)
def test_a_country_is_found_by_any_of_its_names(typed: str, names: list[str], form: LogForm) -> None:
    type_in(form.sheet.countries, typed)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [c.title.replace("'", "’") for c in form.sheet.countries.chips] == names


def test_the_suggestion_says_the_other_name_the_group_and_the_status(form: LogForm) -> None:
    (one,) = form.sheet.delegations.complete("mong")
    assert (one.title, one.detail) == ("Mongolia", "Mông Cổ · Asia-Pacific Group · Not signed")


def test_an_organization_alone_is_enough(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "unodc ")
    assert form.save()
    (organisation,) = store.many(Organisation, logged(store).outreach.organisations)
    assert organisation.acronym == "UNODC"
    assert logged(store).countries == ()


def test_countries_named_in_the_notes_are_offered_and_taken_by_a_click(form: LogForm, qtbot) -> None:
    type_in(form.sheet.countries, "gha ")
    type_in(form.sheet.notes, "Viet Nam and Ghana agreed; Zambia and Botswana are close to signing.")
    assert not form.sheet.mentions.isVisible()  # not while somebody types
    qtbot.waitUntil(form.sheet.mentions.isVisible)
    assert [button.text() for button in form.sheet.mentions.buttons] == ["+ Zambia", "+ Botswana"]
    form.sheet.mentions.buttons[0].click()
    assert form.sheet.country_ids == (GHANA, ZAMBIA)
    assert [button.text() for button in form.sheet.mentions.buttons] == ["+ Botswana"]


def test_the_form_can_begin_with_the_country_of_the_page(session: Session, qtbot) -> None:
    form = LogForm(session, last_kind="phone_call")
    form.start_new((KENYA,))
    shown(form, qtbot)
    assert form.sheet.country_ids == (KENYA,)
    assert form.entry().outreach.kind is OutreachKind.PHONE_CALL
    assert form.entry().outreach.held_on == date(2026, 11, 22)
    assert not form.is_dirty


# ---- Vietnamese ----


def test_composed_letters_arrive_in_every_field_of_text(form: LogForm) -> None:
    sheet = form.sheet
    type_in(sheet.countries, "gha ")
    sheet.results.lines[0].open()
    sheet.more.open()
    form.add_commitment()
    form.add_follow_up()
    sheet.commitments.cards[0].open()
    sheet.commitments.cards[0].verbatim.click()
    card, result, task = sheet.commitments.cards[0], sheet.results.lines[0], sheet.follow_ups.cards[0]
    for field in (
        sheet.place,
        sheet.notes,
        sheet.summary,
        *(result.said, result.next_step, result.quote, result.quote_translation),
        *(sheet.more.purpose, sheet.more.questions, sheet.more.comment, sheet.more.time, sheet.more.reference),
        *(card.words, card.original_words, card.by_words, card.condition),
    ):
        compose(field, "d", "đ", "đa", "đại", commit="Đại ")
        compose(field, "s", "su", "sư", "sứ", commit="sứ")
        target = QApplication.focusWidget()
        text = target.toPlainText() if isinstance(target, QPlainTextEdit) else target.text()
        assert text == "Đại sứ", field.objectName()
    task.open()
    compose(task.what, "g", "gu", "gư", "gửi", commit="Gửi")
    assert task.task.what == "Gửi"
    assert card.commitment.words == "Đại sứ"
    assert form.entry().outreach.place == "Đại sứ"


@pytest.mark.parametrize("field", ["countries", "they_were", "we_were", "also_present"])
def test_no_chip_is_taken_while_letters_are_composed(field: str, form: LogForm, store: Store) -> None:
    desk.keep(store, Person(name="Mông Thị Cổ", participant=MONGOLIA))
    desk.keep(store, Officer(name="Mông Văn Cổ"))
    form.sheet.more.open()
    chips = next(w for w in form.sheet.findChildren(QWidget) if w.objectName() == field)
    chips.set_chips(())
    compose(chips, "m", "mo", "mô", "môn", "mông", commit="Mông")
    assert chips.chips == ()
    for preedit in (" ", " c", " cô", " cổ"):
        QApplication.sendEvent(chips.line, QInputMethodEvent(preedit, []))
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Down):
            QTest.keyClick(chips.line, key)  # belongs to the input method
        assert chips.chips == ()
    QApplication.sendEvent(chips.line, QInputMethodEvent("", []))
    chips.line.setText("")
    compose(chips, "m", "mô", commit="Mông" if field == "countries" else "Mông ")
    QTest.keyClick(chips.line, Qt.Key.Key_Return)
    (chip,) = chips.chips
    assert chip.title == {"countries": "Mongolia", "we_were": "Mông Văn Cổ"}.get(field, "Mông Thị Cổ")
    assert chip.id


def test_a_date_is_read_from_composed_words(form: LogForm) -> None:
    form.sheet.held_on.line.clear()
    compose(form.sheet.held_on, "hô", "hôm", commit="hôm ")
    compose(form.sheet.held_on, "q", "qua", commit="qua")
    assert form.sheet.held_on.value == date(2026, 11, 21)


# ---- people ----


def test_a_typed_person_is_read_in_pieces() -> None:
    find = {"Ghana": GHANA}.get
    assert read_person("Ama Mensah", find) == TypedPerson("Ama Mensah")
    assert read_person("Ama Mensah, Ghana", find) == TypedPerson("Ama Mensah", participant=GHANA)
    whole = TypedPerson("Ama Mensah", "Legal adviser", "Ministry of Justice", GHANA)
    assert read_person(" Ama Mensah , Legal adviser,Ministry of Justice, Ghana", find) == whole


def test_a_new_person_is_made_on_the_spot_with_the_post_of_the_day(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "gha ")
    type_in(form.sheet.attendees.fields[Side.THEIRS], "Ama Mensah, Legal adviser, Ministry of Justice")
    assert form.save()
    theirs = next(p for p in logged(store).people if p.side is Side.THEIRS)
    person = store.need(Person, theirs.person)
    assert (person.name, person.participant) == ("Ama Mensah", GHANA)
    (post,) = store.all(Query(Appointment, (("person", "=", person.id),)))
    assert post.title == "Legal adviser"
    assert store.need(Organisation, post.organisation).name_en == "Ministry of Justice"
    assert (theirs.name, theirs.title, theirs.organisation) == ("Ama Mensah", "Legal adviser", "Ministry of Justice")


def test_a_known_person_with_a_new_post_is_not_made_twice(form: LogForm, store: Store) -> None:
    person = desk.keep(store, Person(name="Ama Mensah", participant=GHANA))
    type_in(form.sheet.countries, "gha ")
    type_in(form.sheet.attendees.fields[Side.THEIRS], "ama mensah, Ambassador;")
    assert form.save()
    theirs = next(p for p in logged(store).people if p.side is Side.THEIRS)
    assert (theirs.person, theirs.title) == (person.id, "Ambassador")
    assert [post.title for post in store.all(Query(Appointment))] == ["Ambassador"]
    assert store.count(Query(Person)) == 1


def test_the_post_is_the_one_held_on_the_day_of_the_contact(form: LogForm, store: Store) -> None:
    person = desk.keep(store, Person(name="Ama Mensah", participant=GHANA))
    then = Appointment(person=person.id, title="Counsellor", to_on=date(2026, 6, 30), level=6)
    now = Appointment(person=person.id, title="Ambassador", from_on=date(2026, 7, 1), level=4)
    desk.keep(store, then, now)
    type_in(form.sheet.countries, "gha ")
    form.sheet.held_on.setFocus()
    form.sheet.held_on.line.clear()
    QTest.keyClicks(form.sheet.held_on.line, "1/6/2026")
    type_in(form.sheet.attendees.fields[Side.THEIRS], "ama m")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert form.save()
    theirs = next(p for p in logged(store).people if p.side is Side.THEIRS)
    assert (theirs.person, theirs.title, theirs.level) == (person.id, "Counsellor", 6)
    assert store.count(Query(Person)) == 1


def test_the_officer_of_the_desk_is_among_us(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "gha ")
    assert form.save()
    (ours,) = logged(store).people
    assert (ours.side, ours.officer, ours.title) == (Side.OURS, store.who, "Third Secretary")
    assert logged(store).outreach.drafter == store.who


# ---- where ----


def test_an_event_is_chosen_from_the_list_and_text_is_the_place(form: LogForm, store: Store) -> None:
    event = desk.keep(store, Event(name="Ad Hoc Committee, third session"))
    type_in(form.sheet.countries, "gha ")
    type_in(form.sheet.place, "ad hoc")
    QTest.keyClick(form.sheet.place.line, Qt.Key.Key_Return)  # the first line is the text itself
    assert form.sheet.place.event_id is None
    assert form.sheet.place.place == "ad hoc"
    QTest.keyClicks(form.sheet.place.line, " c")
    QTest.keyClick(form.sheet.place.line, Qt.Key.Key_Down)
    QTest.keyClick(form.sheet.place.line, Qt.Key.Key_Return)
    QTest.keyClicks(form.sheet.place.line, "Room M2")
    assert form.save()
    assert (logged(store).outreach.event, logged(store).outreach.place) == (event.id, "Room M2")


# ---- commitments and follow-ups ----


def test_the_commitment_is_of_the_country_that_the_line_names(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha ken mong ")
    type_in(form.sheet.notes, "Ghana: yes.")
    QTest.keyClick(form.sheet.notes, Qt.Key.Key_Return)
    QTest.keyClicks(form.sheet.notes, "Mongolia will sign.")
    QTest.keyClick(form.sheet.notes, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    card = form.sheet.commitments.cards[0]
    assert card.commitment.participant == MONGOLIA
    assert card.commitment.act is PromisedAct.SIGN
    assert QApplication.focusWidget() is card.words


def test_who_has_signed_is_asked_to_ratify_and_nobody_can_sign_after_the_close(store: Store, qtbot, theme) -> None:
    late = Session(store, Language.EN, lambda: datetime(2027, 1, 5, 9, 0, tzinfo=ZoneInfo("Europe/Vienna")))
    form = LogForm(late)
    form.start_new((GHANA, MONGOLIA))
    shown(form, qtbot)
    for _ in range(2):
        form.add_commitment()
    signed, unsigned = form.sheet.commitments.cards
    assert signed.commitment.act is PromisedAct.RATIFY
    assert unsigned.commitment.act is PromisedAct.ACCEDE
    unsigned.open()
    assert unsigned.act.findData(PromisedAct.SIGN.value) == -1
    form.close()
    late.close()


def test_a_date_makes_it_grade_four_until_somebody_grades_it(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha ")
    form.add_commitment()
    card = form.sheet.commitments.cards[0]
    assert card.commitment.grade is Grade.PROMISED
    type_in(card.by, "15/2")
    assert card.commitment.grade is Grade.PROMISED_WITH_DATE
    assert (card.commitment.by, card.commitment.precision) == (date(2027, 2, 15), Precision.DAY)
    card.precision.setFocus()
    card.precision.set_value(Precision.QUARTER)
    card.precision.chosen.emit(Precision.QUARTER)
    assert card.commitment.by == date(2027, 3, 31)
    card.grade.set_value(Grade.WILL_STUDY)
    card.grade.chosen.emit(Grade.WILL_STUDY)
    card.by.line.clear()
    QTest.keyClicks(card.by.line, "31/3")
    assert card.commitment.grade is Grade.WILL_STUDY


def test_a_relayed_promise_says_that_it_counts_for_less(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha ")
    form.add_commitment()
    card = form.sheet.commitments.cards[0]
    card.form.set_value(Form.RELAYED)
    card.form.chosen.emit(Form.RELAYED)
    assert "General support, no action promised" in card.hint.text()


def test_the_closed_card_is_a_sentence(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha ")
    form.add_commitment()
    card = form.sheet.commitments.cards[0]
    QTest.keyClicks(card.words, "the bill goes to Parliament")
    card.verbatim.click()
    type_in(card.by, "31/3")
    QTest.keyClick(card.by.line, Qt.Key.Key_Return)
    assert not card.is_open
    assert card.face.sentence.text == "Ghana will ratify by 31 March 2027"
    assert "“the bill goes to Parliament”" in card.face.accessibleDescription()
    QTest.keyClick(card.face, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is card.words


def test_a_card_in_which_nothing_was_said_is_not_kept(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "gha ")
    form.add_commitment()
    form.add_follow_up()
    assert form.save()
    assert logged(store).commitments == logged(store).follow_ups == ()


def test_escape_takes_back_a_card_that_was_opened_by_a_slip_and_closes_one_that_says_something(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha ")
    form.add_commitment()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert form.sheet.commitments.cards == []
    form.add_commitment()
    QTest.keyClicks(QApplication.focusWidget(), "we will ratify")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert [c.words for c in form.entry().commitments] == ["we will ratify"]


def test_a_removed_card_can_be_brought_back(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha ")
    form.add_commitment()
    QTest.keyClicks(QApplication.focusWidget(), "we will ratify")
    card = form.sheet.commitments.cards[0]
    card.close_up()
    QTest.keyClick(card.face, Qt.Key.Key_Delete)
    assert form.entry().commitments == ()
    form.strip.button.click()
    assert [c.words for c in form.entry().commitments] == ["we will ratify"]


def test_a_commitment_made_before_its_country_takes_the_first_one(form: LogForm) -> None:
    form.add_commitment()
    QTest.keyClicks(QApplication.focusWidget(), "we will ratify")
    assert not form.save()
    type_in(form.sheet.countries, "gha ")
    assert form.entry().commitments[0].participant == GHANA
    assert form.entry().commitments[0].act is PromisedAct.RATIFY


# ---- saving and what stands in its way ----


def test_without_a_country_the_cursor_goes_there_and_the_text_stays(form: LogForm, store: Store) -> None:
    type_in(form.sheet.notes, "Text")
    assert not form.save()
    assert QApplication.focusWidget() is form.sheet.countries.line
    assert form.sheet.rows["countries"].problem == "This is needed. Please fill it in."
    assert form.sheet.notes.text == "Text"
    assert store.count(Query(Outreach)) == 0


def test_a_name_that_nobody_knows_is_never_dropped(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha atlantis")
    assert not form.save()
    assert form.sheet.countries.pending == "atlantis"
    assert "atlantis" in form.sheet.rows["countries"].problem


def test_what_is_not_a_date_or_a_time_is_told_beside_its_field(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha ")
    form.sheet.held_on.setFocus()
    form.sheet.held_on.line.clear()
    QTest.keyClicks(form.sheet.held_on.line, "31/31")
    form.sheet.more.open()
    type_in(form.sheet.more.time, "half past two")
    assert not form.save()
    assert "31/31" in form.sheet.rows["held_on"].problem
    assert "14:30" in form.sheet.more.rows["time"].problem
    assert QApplication.focusWidget() is form.sheet.held_on.line


def test_a_verbatim_mark_without_words_opens_the_card(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha ")
    form.add_commitment()
    card = form.sheet.commitments.cards[0]
    card.verbatim.click()
    card.close_up()
    assert not form.save()
    assert card.is_open
    assert QApplication.focusWidget() is card.words


def test_a_paste_of_fifty_thousand_letters_is_kept_and_a_longer_one_is_told(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "gha ")
    form.sheet.notes.setFocus()
    QApplication.clipboard().setText("x" * 70_000)
    form.sheet.notes.paste()
    assert not form.save()
    assert "too long" in form.sheet.rows["notes"].problem
    form.sheet.notes.set_text("")
    QApplication.clipboard().setText("Đại sứ Ghana " * 2_800)
    form.sheet.notes.paste()
    assert form.save()
    assert len(logged(store).outreach.notes) > 35_000


def test_save_and_log_another_begins_anew_with_the_same_kind(form: LogForm, store: Store, qtbot) -> None:
    type_in(form.sheet.countries, "gha ")
    form.sheet.kind.set_value(OutreachKind.NOTE_VERBALE)
    with qtbot.waitSignal(form.kept):
        QTest.keyClick(
            QApplication.focusWidget(),
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    assert form.isVisible()
    assert form.sheet.country_ids == ()
    assert form.entry().outreach.kind is OutreachKind.NOTE_VERBALE
    assert QApplication.focusWidget() is form.sheet.countries.line
    type_in(form.sheet.countries, "ken ")
    with qtbot.waitSignal(form.saved):
        form.save()
    assert store.count(Query(Outreach)) == 2


def test_one_undo_takes_the_whole_contact_back(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "gha ")
    type_in(form.sheet.attendees.fields[Side.THEIRS], "Ama Mensah, Legal adviser;")
    form.add_commitment()
    QTest.keyClicks(QApplication.focusWidget(), "we will ratify")
    assert form.save()
    store.undo()
    for kind in (Outreach, OutreachCountry, OutreachPerson, Commitment, Person, Appointment):
        assert store.count(Query(kind)) == 0


@pytest.mark.parametrize("where", ["notes", "summary", "commitment", "person"])
def test_the_mark_of_a_state_secret_stops_the_save_once(where: str, form: LogForm, store: Store) -> None:
    sheet = form.sheet
    type_in(sheet.countries, "gha ")
    if where == "commitment":
        form.add_commitment()
        sheet.commitments.cards[0].words.insertPlainText("văn bản TỐI MẬT")
    elif where == "person":
        sheet.attendees.fields[Side.THEIRS].line.setText("Ông TỐI MẬT")
    elif where == "notes":
        sheet.notes.insertPlainText("văn bản TỐI MẬT")
    else:
        sheet.summary.setText("văn bản TỐI MẬT")
    assert not form.save()
    box = question()
    assert 'The mark "TỐI MẬT" stands in this text.' in box.text()
    assert "Disconnect the device" in box.informativeText()
    assert store.count(Query(Outreach)) == 0
    box.escapeButton().click()
    assert store.count(Query(Outreach)) == 0
    assert not form.save()
    next(b for b in question().buttons() if "no State secret" in b.text()).click()
    assert store.count(Query(Outreach)) == 1


def test_a_day_to_come_is_asked_about_once(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "gha ")
    form.sheet.held_on.line.selectAll()
    type_in(form.sheet.held_on, "22/12/2026")
    assert not form.save()
    assert question().text() == "22/12/2026 is still to come. Is this contact only planned?"
    question().escapeButton().click()
    assert store.count(Query(Outreach)) == 0
    assert not form.save()
    next(b for b in question().buttons() if b.text() == "Save as planned").click()
    (planned,) = store.all(Query(Outreach))
    form.show_outreach(planned.id)
    form.sheet.notes.insertPlainText("Prepare the draft.")
    assert form.save()


def test_harmless_words_are_not_taken_for_a_mark(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "gha ")
    form.sheet.notes.insertPlainText("mật khẩu, bí mật thương mại, BẢO MẬT")
    assert form.save()


def test_a_desk_in_use_is_told_and_the_text_stays(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "gha ")
    type_in(form.sheet.notes, "Text")
    with Store.open(store.path) as other, other.change(Action.EDIT_RECORD):
        assert not form.save()
        assert "in use by another program" in form.strip.words
        assert form.sheet.notes.text == "Text"
    form.strip.button.click()
    assert logged(store).outreach.notes == "Text"


def test_a_full_disk_is_told_and_the_text_stays(form: LogForm, store: Store) -> None:
    type_in(form.sheet.countries, "gha ")
    for area in (form.sheet.notes, form.sheet.more.purpose, form.sheet.more.questions, form.sheet.more.comment):
        area.insertPlainText("xyz " * 12_500)
    pages = store._connection.execute("pragma page_count").fetchone()[0]
    store._connection.execute(f"pragma max_page_count = {pages}")
    assert not form.save()
    assert "no room left on the disk" in form.strip.words
    assert len(form.sheet.more.comment.text) == 50_000
    store._connection.execute("pragma max_page_count = 1000000")
    assert form.save()


# ---- editing ----


@pytest.fixture
def whole(store: Store) -> desk.OutreachEntry:
    """Log a contact in which every field is filled."""
    person = Person(name="Ama Mensah", participant=GHANA)
    desk.keep(store, person)
    o = Outreach(
        held_on=date(2026, 11, 20),
        kind=OutreachKind.MARGINS,
        time="14:30",
        minutes=40,
        place="Vienna",
        organisations=(store.all(Query(Organisation))[0].id,),
        summary="The news",
        purpose="To ask",
        notes="Two lines\n  of notes",
        questions="How?",
        comment="Sincere",
        initiative=Initiative.THEIRS,
        language="sw",
        reference="12/VB",
        written_on=date(2026, 11, 21),
    )
    entry = desk.OutreachEntry(
        outreach=o,
        countries=(
            OutreachCountry(
                outreach=o.id,
                participant=GHANA,
                said="Yes",
                quote="Ndiyo",
                quote_language="sw",
                quote_translation="Yes",
                stance=Stance.SUPPORTIVE,
                objections=(Objection.CALENDAR, Objection.RIGHTS),
                level=4,
                next_step="Ask again",
            ),
            OutreachCountry(outreach=o.id, participant=KENYA, position=1),
        ),
        people=(
            OutreachPerson(
                outreach=o.id,
                side=Side.THEIRS,
                name="Ama Mensah",
                title="Minister",
                person=person.id,
                level=2,
                lead=True,
            ),
            OutreachPerson(outreach=o.id, side=Side.OURS, name="Somebody, of old", position=1, note_taker=True),
            OutreachPerson(outreach=o.id, side=Side.THIRD, name="J. Doe", organisation="INTERPOL", position=2),
        ),
        commitments=(
            Commitment(
                participant=GHANA,
                treaty=desk.treaty_id("uncac-cyber"),
                act=PromisedAct.RATIFY,
                made_on=date(2026, 11, 20),
                by=date(2027, 3, 31),
                precision=Precision.QUARTER,
                words="Soon",
                original_words="Hivi karibuni",
                original_language="sw",
                verbatim=True,
                grade=Grade.PROMISED,
                stage=DomesticStage.PARLIAMENT_SUBMITTED,
                level=2,
                condition="If elected",
                speaker=person.id,
                speaker_title="Minister",
                outreach=o.id,
                state=CommitmentState.PARTLY_KEPT,
                closed_reason="half",
            ),
        ),
        follow_ups=(FollowUp(what="Send it", participant=GHANA, owner=store.who, outreach=o.id, reason="because"),),
    )
    desk.log_outreach(store, [entry])
    return desk.entry_of(store, o.id)


def open_all(form: LogForm) -> None:
    for line in form.sheet.results.lines:
        line.open()
    for card in (*form.sheet.commitments.cards, *form.sheet.follow_ups.cards):
        card.open()


def test_an_entry_goes_through_the_form_unchanged(whole: desk.OutreachEntry, session: Session, qtbot) -> None:
    form = LogForm(session)
    form.show_entry(whole)
    shown(form, qtbot)
    assert form.entry() == whole
    open_all(form)
    assert form.entry() == whole
    assert not form.is_dirty
    for line in form.sheet.results.lines:
        line.edited.emit()
    form.sheet.commitments.cards[0]._read()
    form.sheet.follow_ups.cards[0].read()
    form.sheet.results.lines[0]._read()
    assert form.entry() == whole


def test_an_edit_keeps_what_the_form_does_not_show(
    whole: desk.OutreachEntry, session: Session, store: Store, qtbot
) -> None:
    form = LogForm(session)
    form.show_outreach(whole.outreach.id)
    shown(form, qtbot)
    form.sheet.notes.insertPlainText("More. ")
    assert form.save()
    mended = logged(store)
    assert mended.outreach.notes == "More. Two lines\n  of notes"
    assert mended.outreach.minutes == 40
    assert (mended.people, mended.commitments) == (whole.people, whole.commitments)


def test_a_country_taken_out_by_mistake_comes_back_with_its_result(
    whole: desk.OutreachEntry, session: Session, qtbot
) -> None:
    form = LogForm(session)
    form.show_entry(whole)
    shown(form, qtbot)
    ghana = form.sheet.countries.chips[0]
    form.sheet.countries.remove(ghana)
    assert [c.participant for c in form.entry().countries] == [KENYA]
    form.sheet.countries.add(ghana)
    back = next(c for c in form.entry().countries if c.participant == GHANA)
    assert (back.id, back.quote) == (whole.countries[0].id, "Ndiyo")


def test_a_change_meanwhile_is_told(whole: desk.OutreachEntry, session: Session, store: Store, qtbot) -> None:
    form = LogForm(session)
    form.show_entry(whole)
    shown(form, qtbot)
    type_in(form.sheet.summary, "Mine ")
    desk.keep(store, replace(whole.commitments[0], words="Later"))
    assert "was changed while you were writing" in form.strip.words
    assert "Mine " in form.sheet.summary.text()
    form.strip.button.click()
    assert form.entry().commitments[0].words == "Later"
    assert form.draft_strip.words  # and what was typed is not lost


def test_a_deletion_meanwhile_is_told_and_saving_brings_it_back(
    whole: desk.OutreachEntry, session: Session, store: Store, qtbot
) -> None:
    form = LogForm(session)
    form.show_entry(whole)
    shown(form, qtbot)
    desk.delete_outreach(store, whole.outreach.id)
    assert "Saving brings it back" in form.strip.words
    assert form.save()
    assert logged(store) == whole


# ---- looks ----


def test_user_text_is_never_markup(form: LogForm) -> None:
    type_in(form.sheet.countries, "gha ")
    form.add_commitment()
    card = form.sheet.commitments.cards[0]
    card.words.insertPlainText("<b>bold</b> {gap} &amp;")
    card.close_up()
    form.add_follow_up()
    form.sheet.follow_ups.cards[0].what.insert("<img src=x> {what}")
    form.sheet.follow_ups.cards[0].read()
    form.sheet.follow_ups.cards[0].close_up()
    assert form.sheet.follow_ups.cards[0].face.sentence.text == "<img src=x> {what}"
    for label in form.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_the_form_changes_its_language_with_what_is_typed_in_it(form: LogForm, session: Session) -> None:
    type_in(form.sheet.countries, "gha mong uni")
    type_in(form.sheet.notes, "Notes")
    form.add_commitment()
    QTest.keyClicks(QApplication.focusWidget(), "words")
    session.set_language(Language.VI)
    assert [c.title for c in form.sheet.countries.chips] == ["Ghana", "Mông Cổ"]
    assert form.sheet.rows["notes"].label.text() == "Ghi chú"
    assert form.sheet.kind.currentText() == "Gặp song phương"
    assert form.entry().outreach.notes == "Notes"
    assert form.sheet.countries.line.text() == "uni"
    assert form.sheet.commitments.cards[0].commitment.words == "words"


@pytest.mark.parametrize(("scheme", "scale"), [(Scheme.LIGHT, 2.0), (Scheme.DARK, 2.0), (Scheme.DARK, 1.0)])
def test_nothing_is_cut_at_twice_the_text(
    scheme: Scheme, scale: float, light: Theme, whole: desk.OutreachEntry, session: Session, qtbot
) -> None:
    light.set_scheme(scheme)
    light.set_text_scale(scale)
    form = LogForm(session)
    form.show_entry(whole)
    form = shown(form, qtbot)
    form.resize(1180, 620)
    open_all(form)
    QTest.qWait(50)
    assert form.sheet.width() <= form.area.viewport().width()
    for label in form.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.width() >= min(label.minimumSizeHint().width(), form.sheet.width() // 3), label.text()
            assert label.height() >= label.fontMetrics().height() * 0.9, label.text()


@pytest.mark.parametrize("typed", ["ama m", "mens", "counsellor gha", "Mensah, Ghana", "phai vien"])
def test_a_person_is_found_by_name_post_and_country(typed: str, form: LogForm, store: Store) -> None:
    person = desk.keep(store, Person(name="Ama Mensah", participant=GHANA))
    desk.keep(store, Appointment(person=person.id, title="Counsellor, đặc phái viên"))
    assert [one.title for one in form.sheet.people.theirs(typed)] == ["Ama Mensah"]


def test_typing_does_not_read_the_store(form: LogForm, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(form.sheet.countries, "gha ")
    form.sheet.delegations.complete("k")
    form.sheet.people.theirs("x")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the store is read at a key")

    for name in ("ids", "many", "all", "get", "need", "count", "search", "latest", "local"):
        monkeypatch.setattr(Store, name, refuse)
    type_in(form.sheet.countries, "ken mong")
    type_in(form.sheet.notes, "Zambia")
    type_in(form.sheet.attendees.fields[Side.THEIRS], "ama")
    monkeypatch.undo()


def test_a_trouble_in_keeping_is_a_value_with_words(form: LogForm) -> None:
    form.tell_store(StoreError(StoreErrorCode.READ_ONLY))
    assert form.strip.words.startswith("The desk can be read but not changed.")
