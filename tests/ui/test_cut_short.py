"""A lock or a kill in the middle of something: it is there again, or the user is told what holds and what to do."""

import json
from datetime import date
from itertools import cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from ui.conftest import NOW
from ui.test_lock import STATUS, WORDS, crash, made_locked, unlock, until

from hanoi_desk.desk import keys, participant_id
from hanoi_desk.records import Person
from hanoi_desk.store import Action, Query, StoreError
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.compared_dialog import digest_of
from hanoi_desk.ui.form_drafts import FORMS, FormDrafts
from hanoi_desk.ui.session import Goal
from hanoi_desk.ui.workbook.choosing import open_workbook

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def locked_desk(tmp_path_factory):
    """Make an encrypted desk once."""
    return made_locked(tmp_path_factory.mktemp("locked") / "locked.hdesk")


@pytest.fixture
def program(qapp, theme, tmp_path, locked_desk):
    for one in locked_desk.parent.iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    running = Application(qapp, tmp_path / "config", lambda: NOW)
    running.set_language("en")
    assert running.open_desk(tmp_path / "locked.hdesk", WORDS)
    yield running
    for box in boxes():
        box.done(0)
    if running.unlock is not None:
        running.unlock.close()
    if running.window is not None:
        running.window.close()


def shown(kind):
    return [one for one in QApplication.topLevelWidgets() if type(one).__name__ == kind and one.isVisible()]


def boxes():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


def press(words):
    (box,) = boxes()
    next(one for one in box.buttons() if one.text() == words).click()


def opens(program, words):
    try:
        keys.unlock(program.window.session.store.path, words)
    except StoreError:
        return False
    return True


def new_paper(program):
    """Ask for a paper, and return what shows it and the code."""
    until(lambda: shown("PaperDialog"))
    (paper,) = shown("PaperDialog")
    return paper, paper.findChild(QLabel, "code").text()


def cut_off(program, how):
    """Lock and unlock, or begin anew after a kill and go on with what is offered."""
    if how == "lock":
        program.lock()
        unlock(program)
    else:
        program.drafts.keep()
        crash(program)
        press("Go on writing")


# ---- the keys ----


@pytest.mark.parametrize("cut", ["lock", "kill"])
def test_a_code_that_was_not_confirmed_costs_no_earlier_paper_and_that_is_said(program, cut):
    earlier = keys.make_recovery_paper(program.window.session.store)
    program.window.make_paper()
    press("Make a new paper")
    _, lost = new_paper(program)
    if cut == "lock":
        program.lock()
        unlock(program)
    else:
        crash(program)
    (box,) = boxes()
    assert "not confirmed: it opens nothing" in box.text()
    assert (opens(program, earlier), opens(program, lost)) == (True, False)
    press("Make a new paper")
    press("Make a new paper")  # the earlier one is still good
    paper, code = new_paper(program)
    paper.confirm_button.click()
    assert not paper.isVisible()
    assert (opens(program, earlier), opens(program, lost), opens(program, code)) == (False, False, True)
    program.lock()
    unlock(program)
    assert boxes() == [], "it is said once"


def test_a_code_is_left_only_after_a_question(program):
    program.window.make_paper()
    paper, code = new_paper(program)
    QTest.keyClick(paper, Qt.Key.Key_Escape)
    press("Go back")
    assert paper.isVisible()
    paper.cancel_button.click()
    press("Leave")
    assert not opens(program, code)
    program.lock()
    unlock(program)
    assert boxes() == []


def test_a_passphrase_that_was_noted_and_not_yet_changed_is_told_of_after_a_lock(program):
    program.window.go(Goal("safekeeping"))
    dialog = program.window.page.keys.change()
    noted = dialog.new.words.text()
    program.lock()
    unlock(program)
    (box,) = boxes()
    assert "not changed" in box.text()
    assert not opens(program, noted)


# ---- files that are looked at line by line ----


def read_file(program, page, path, kind):
    program.window.go(Goal(page))
    program.window.page.read_file(path)
    return come(kind)


def come(kind):
    until(lambda: shown(kind))
    (dialog,) = shown(kind)
    return dialog


def tick(dialog, at, is_on):
    item = dialog._items()[at]
    key = dialog._key(item)
    item.setCheckState(0, Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
    QApplication.processEvents()
    return key


@pytest.mark.parametrize("cut", ["lock", "kill"])
def test_the_ticks_in_a_status_file_are_there_again(program, tmp_path, cut):
    path = tmp_path / "XVIII-16.en.xml"
    path.write_bytes((STATUS / path.name).read_bytes())
    dialog = read_file(program, "treaty", path, "StatusImportDialog")
    proposed = dialog.ticked
    taken_off = [tick(dialog, at, one.checkState(0) != Qt.CheckState.Checked) for at, one in head(dialog)]
    dialog.day.show_typed("20/11/2026")
    chosen = dialog.ticked
    assert chosen == proposed ^ set(taken_off)
    cut_off(program, cut)
    program.lock()  # before the file is read again
    unlock(program)
    again = come("StatusImportDialog")
    assert again.ticked == chosen
    assert again.day.value == date(2026, 11, 20)
    again.close()
    program.drafts.keep()
    assert program.window.session.store.draft("record_forms") is None, "it was left on purpose"


def head(dialog):
    lines = enumerate(dialog._items())
    return [(at, one) for at, one in lines if one.flags() & Qt.ItemFlag.ItemIsUserCheckable][:2]


def test_a_file_that_was_only_looked_at_and_one_that_is_another_now_are_not_ticked_by_themselves(program, tmp_path):
    path = tmp_path / "XVIII-16.en.xml"
    path.write_bytes((STATUS / path.name).read_bytes())
    dialog = read_file(program, "treaty", path, "StatusImportDialog")
    assert dialog.choices() is None
    proposed, ((at, item), *_) = dialog.ticked, head(dialog)
    tick(dialog, at, item.checkState(0) != Qt.CheckState.Checked)
    program.lock()
    path.write_bytes(path.read_bytes() + b"\n")
    unlock(program)
    again = come("StatusImportDialog")
    assert again.ticked == proposed
    assert "changed since" in boxes()[0].text()


def test_what_was_chosen_in_a_sheet_of_who_looks_after_whom_is_there_again(program, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("State,Lead\nKorea,Vienna\nKenya,Embassy in Nairobi\nGhana,Embassy in Accra\n", "utf-8")
    dialog = read_file(program, "coverage", path, "CoverageImportDialog")
    QTest.keyClicks(dialog.name_field.line, "republic of korea")
    QTest.keyClick(dialog.name_field.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    declined = tick(dialog, 0, is_on=False).removeprefix("mission ")
    at = next(at for at, one in enumerate(dialog._items()) if one.text(0).startswith("2. "))
    assert tick(dialog, at, is_on=False) == "row 2"
    dialog.day.set_value(date(2026, 9, 1))
    before = dialog.chosen()
    assert (before["declined"], before["left"]) == ([declined], [2])
    assert before["meant"] == {"Korea": participant_id("KR")}
    words = dialog.summary.text()
    cut_off(program, "lock")
    again = come("CoverageImportDialog")
    assert (again.chosen(), again.summary.text()) == (before, words)


# ---- an officer's own workbook ----


def book_file(tmp_path):
    path = tmp_path / "book.csv"
    lines = ("2026-04-03;Ghana;First talk;", "2026-04-04;Atlantis;Second talk;", "2026-04-05;Utopia;Third talk;")
    path.write_text("Ngày;Nước;Nội dung;Người gặp\r\n" + "".join(f"{one}\r\n" for one in lines), "utf-8")
    return path


def come_to(dialog, step):
    until(lambda: dialog.steps.currentWidget() is getattr(dialog, f"{step}_step") and dialog.next_button.isEnabled())


def opened_book(program, tmp_path):
    dialog = open_workbook(program.window.session, book_file(tmp_path), program.window)
    come_to(dialog, "sheet")
    return dialog


def test_what_the_columns_of_a_workbook_hold_is_decided_once_also_when_the_program_is_killed(program, tmp_path):
    dialog = opened_book(program, tmp_path)
    assert dialog.choices() is None, "nothing was decided yet"
    dialog.next_button.click()
    field = dialog.columns_step.fields["Người gặp"]
    other = next(value for value, _ in dialog.columns_step._choices(dialog.columns_step.row_kind) if value == "notes")
    assert field.value != other
    field.set_value(other)
    cut_off(program, "kill")
    again = come("WorkbookImportDialog")
    come_to(again, "columns")
    assert again.columns_step.fields["Người gặp"].value == other


def test_the_answers_about_names_that_nobody_knows_are_there_again(program, tmp_path):
    dialog = opened_book(program, tmp_path)
    dialog.next_button.click()
    dialog.next_button.click()
    come_to(dialog, "questions")
    dialog.questions_step.left_out["Atlantis"].setChecked(True)
    dialog.questions_step.name_fields["Utopia"].line.setText("gha")
    answers = dialog.questions_step.answers()
    cut_off(program, "lock")
    again = come("WorkbookImportDialog")
    come_to(again, "questions")
    assert again.questions_step.answers() == answers
    again.questions_step.name_fields["Utopia"].settle()
    again.next_button.click()
    come_to(again, "result")
    taken = again.result_step.taken
    program.lock()
    unlock(program)
    third = come("WorkbookImportDialog")
    come_to(third, "result")
    assert third.result_step.taken == taken == 2
    third.next_button.click()
    program.drafts.keep()
    assert program.window.session.store.draft("record_forms") is None


# ---- two records of one person ----


def test_what_was_chosen_of_two_records_is_there_again(program):
    store = program.window.session.store
    with store.change(Action.ADD_RECORD) as change:
        ama = change.save(Person(name="Ama Mensah", notes="Met in Accra", participant=participant_id("GH")))
        change.save(Person(name="A. Mensah", notes="Speaks French", participant=participant_id("GH")))
    program.window.go(Goal("people", ama.id))
    program.window.page._compare(ama.id, "")
    dialog = come("MergeDialog")
    QTest.keyClicks(dialog.other.line, "A. Men")
    program.lock()
    unlock(program)
    dialog = come("MergeDialog")
    assert dialog.other.line.text() == "A. Men"
    dialog.other.settle()
    assert not dialog.choices()["taken"]
    dialog.choose("name", second=True)
    chosen = dialog.choices()
    cut_off(program, "kill")
    again = come("MergeDialog")
    assert again.choices() == chosen
    again.merge()
    names = [one.name for one in program.window.session.store.all(Query(Person))]
    assert ("A. Mensah" in names, "Ama Mensah" in names) == (True, False)


# ---- what makes no sense yet ----


def test_a_date_that_is_none_is_still_none_after_a_lock_and_nothing_is_saved_in_its_place(program):
    program.window.log_outreach()
    sheet = program.window.form.sheet
    sheet.notes.setPlainText("Gặp Bà Hương")
    sheet.held_on.line.selectAll()
    QTest.keyClicks(sheet.held_on.line, "31/11/2026")
    program.lock()
    unlock(program)
    field = program.window.form.sheet.held_on
    assert (field.line.text(), field.is_unread) == ("31/11/2026", True)
    assert not field.settle()


def test_the_period_and_the_language_of_a_return_are_as_they_were(program):
    program.window.go(Goal("return"))
    page = program.window.page
    page.first.show_typed("1/9/2026")
    page.last.show_typed("31/9/2026")
    page.language_field.set_value("vi")
    program.lock()
    unlock(program)
    page = program.window.page
    assert (page.first.value, page.last.line.text(), page.last.is_unread) == (date(2026, 9, 1), "31/9/2026", True)
    assert page.language_field.value == "vi"


def test_the_names_that_are_typed_in_the_settings_are_there_again(program):
    program.window.go(Goal("settings"))
    assert program.window.page.keep_place() is None
    program.window.page.officer_title.setText("Second Secretary")
    program.lock()
    unlock(program)
    assert program.window.page.officer_title.text() == "Second Secretary"
    program.window.page.save_button.click()
    assert program.window.page.keep_place() is None


# ---- drafts that are none ----


def drafts_of(program, tmp_path):
    """Return a sound draft of each dialog, whose parts are then spoiled."""
    path = tmp_path / "table.csv"
    path.write_text("State,Lead\nKenya,Embassy in Nairobi\n", "utf-8")
    file = {"path": str(path), "digest": digest_of(path), "at": "", "typed": "", "day": "1/9/2026"}
    return {
        ("coverage.import_dialog", "CoverageImportDialog"): {**file, "left": [2], "declined": [], "meant": {}},
        ("people.merge_dialog", "MergeDialog"): {"one": "", "other": "", "taken": [], "typed": "A", "why": ""},
        ("workbook.import_dialog", "WorkbookImportDialog"): {
            **file,
            "step": 1,
            "plan": "",
            "answers": {},
            "ticked": [],
        },
        ("about", "AboutDialog"): {},
    }


def test_a_draft_that_was_spoiled_opens_what_can_be_opened_and_stops_nothing(program, tmp_path):
    forms = []
    for (module, form), choices in drafts_of(program, tmp_path).items():
        spoiled = [{**choices, name: bad} for name, bad in zip(choices, cycle((5, [[]], {"a": None})), strict=False)]
        forms += [{"module": f"hanoi_desk.ui.{module}", "form": form, "title": "", "choices": one} for one in spoiled]
    session, page = program.window.session, program.window.page
    for at in range(0, len(forms), 8):
        session.store.keep_draft(FORMS, json.dumps({"draft": 1, "forms": forms[at : at + 8]}))
        FormDrafts(session).open_again(page)
        session.background._pool.waitForDone()
        QApplication.processEvents()
    for dialog in [*shown("CoverageImportDialog"), *shown("WorkbookImportDialog")]:
        dialog.done(0)
