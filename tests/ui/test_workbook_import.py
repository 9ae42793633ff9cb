"""An officer's own workbook taken in through the window, step by step, and taken back by one undo."""

import gc
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox
from workbook.officer import ROWS, SHEET, officers_workbook

from hanoi_desk import desk
from hanoi_desk.desk.workbook import plan_for
from hanoi_desk.language import Language
from hanoi_desk.records import Commitment, FollowUp, Outreach, OutreachCountry
from hanoi_desk.store import Query
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.workbook.choosing import open_workbook
from hanoi_desk.ui.workbook.import_dialog import WorkbookImportDialog
from hanoi_desk.workbook import read_sheets

NAMES = "Ngày;Nước;Nội dung;Người gặp\r\n"


@pytest.fixture
def window(session):
    made = MainWindow(session)
    made.resize(1360, 860)
    made.show()
    yield made
    made.close()


@pytest.fixture
def opened(qtbot, session, window):
    """Return what opens the steps for a file and waits until it was read."""

    def open_file(path):
        dialog = open_workbook(session, path, window)
        qtbot.waitUntil(lambda: dialog.steps.currentWidget() is not dialog.waiting, timeout=10_000)
        return dialog

    return open_file


def go_on(qtbot, dialog):
    """Press Next and wait until what comes of it is shown."""
    before = dialog.steps.currentWidget()
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: dialog.steps.currentWidget() is not before and not dialog.progress.isVisible(), timeout=10_000
    )


def text_file(tmp_path, *lines, name="book.csv"):
    path = tmp_path / name
    path.write_text(NAMES + "".join(f"{line}\r\n" for line in lines), encoding="utf-8")
    return path


def all_of(session, kind):
    return session.store.all(Query(kind))


def refusals(window):
    return [box.text() for box in window.findChildren(QMessageBox)]


def test_a_workbook_goes_in_with_four_presses_and_out_with_one_undo(qtbot, session, window, opened, tmp_path):
    dialog = opened(officers_workbook(tmp_path / "book.xlsx", ROWS[:4]))
    assert dialog.sheet.name == SHEET  # the cover has no columns
    assert dialog.sheet_step.header.value == "2"
    go_on(qtbot, dialog)
    assert dialog.columns_step.fields["Nước"].value == "country"
    go_on(qtbot, dialog)
    assert dialog.steps.currentWidget() is dialog.result_step
    assert dialog.next_button.text().startswith("&Import 4 row")
    assert all_of(session, Outreach) == []
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    assert len(all_of(session, Outreach)) == 4
    assert len(all_of(session, Commitment)) == 2
    assert "4 row" in window.strip.words
    window.undo()
    assert all_of(session, Outreach) == all_of(session, FollowUp) == []


def test_enter_alone_leads_from_the_file_to_the_desk(qtbot, session, opened, tmp_path):
    dialog = opened(text_file(tmp_path, "2026-04-03;Ghana;a;"))
    for step in (dialog.columns_step, dialog.result_step):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda wanted=step: dialog.steps.currentWidget() is wanted, timeout=10_000)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert len(all_of(session, Outreach)) == 1


def test_an_old_encoding_is_offered_shown_and_repaired_only_when_asked(qtbot, session, opened, tmp_path):
    dialog = opened(officers_workbook(tmp_path / "book.xlsx", ROWS[:2]))
    box = dialog.findChild(QCheckBox, "repair_0")
    assert box.text() == "Repair the column “Ghi chú”, written in TCVN3 (ABC)"
    assert not box.isChecked()
    model = dialog.sheet_step.model
    assert model.index(3, 11).data() == "®· gÆp t¹i Viªn"
    box.setChecked(True)
    assert model.index(3, 11).data() == "đã gặp tại Viên"
    go_on(qtbot, dialog)
    go_on(qtbot, dialog)
    dialog.next_button.click()
    assert any("đã gặp tại Viên" in one.notes for one in all_of(session, Outreach))


def test_tab_reaches_all_of_a_step_before_the_buttons_below_it(qtbot, session, opened, tmp_path):
    dialog = opened(officers_workbook(tmp_path / "book.xlsx", ROWS[:2]))
    dialog.sheet_step.header.setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget().objectName() == "repair_0"
    go_on(qtbot, dialog)
    reached = [dialog.focusWidget()]
    while reached[-1] is not dialog.cancel_button:
        qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    assert {dialog.columns_step.kind, *dialog.columns_step.fields.values()} <= set(reached)


def test_what_only_a_person_can_decide_is_asked_and_remembered(qtbot, session, opened, tmp_path):
    path = text_file(tmp_path, "03/04/2026;Xứ Lạ;a;", "05/06/2026;Ghana, Liên minh;b;")
    dialog = opened(path)
    go_on(qtbot, dialog)
    go_on(qtbot, dialog)
    questions = dialog.questions_step
    assert dialog.steps.currentWidget() is questions
    assert list(questions.order_fields) == ["Ngày"]
    assert dialog.focusWidget() is questions.order_fields["Ngày"]
    field = questions.name_fields["Xứ Lạ"]
    qtbot.keyClicks(field.line, "laos")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert len(field.ids) == 1
    questions.left_out["Liên minh"].setChecked(True)
    questions.order_fields["Ngày"].set_value("day_first")
    go_on(qtbot, dialog)
    assert plan_for(session.store, dialog.sheet)[1], "the answers outlive a lock before anything is imported"
    dialog.next_button.click()
    assert {one.held_on for one in all_of(session, Outreach)} == {date(2026, 4, 3), date(2026, 6, 5)}
    said = {one.participant for one in all_of(session, OutreachCountry)}
    assert said == {desk.participant_id("LA"), desk.participant_id("GH")}
    again = opened(text_file(tmp_path, "07/08/2026;Xứ Lạ;c;"))
    assert "remembered" in again.sheet_step.found.text()
    go_on(qtbot, again)
    go_on(qtbot, again)
    assert again.steps.currentWidget() is again.result_step  # nothing is asked twice
    again.reject()


def test_names_left_open_keep_their_rows_out_and_the_rows_can_be_saved(qtbot, session, opened, tmp_path):
    dialog = opened(text_file(tmp_path, "2026-04-03;Xứ Lạ;=1+1;", "2026-06-05;Ghana;b;"))
    for _ in range(3):
        go_on(qtbot, dialog)
    result = dialog.result_step
    assert result.tabs.current == "rejected"
    assert "no country is known by the name “Xứ Lạ”" in result.detail.text()
    dialog.save_rejected(tmp_path / "rejected.csv")
    assert "'=1+1" in (tmp_path / "rejected.csv").read_text(encoding="utf-8-sig")
    assert read_sheets(tmp_path / "rejected.csv").sheets[0].rows[1][:3] == ("2026-04-03", "Xứ Lạ", "=1+1")
    dialog.next_button.click()
    assert len(all_of(session, Outreach)) == 1


def test_a_record_changed_here_too_is_taken_only_with_a_tick(qtbot, session, opened, tmp_path):
    def imported(note):
        dialog = opened(text_file(tmp_path, f"2026-04-03;Ghana;{note};"))
        go_on(qtbot, dialog)
        go_on(qtbot, dialog)
        return dialog

    imported("a").next_button.click()
    (contact,) = all_of(session, Outreach)
    desk.keep(session.store, replace(contact, notes="mended here"))
    dialog = imported("b")
    model = dialog.result_step.model
    assert dialog.result_step.tabs.current == "changed_here"
    assert not dialog.next_button.isEnabled()
    index = model.index(0, 0)
    assert model.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    qtbot.keyClick(dialog.result_step.table, Qt.Key.Key_Space)
    assert dialog.next_button.text().startswith("&Import 1 row")
    dialog.next_button.click()
    assert all_of(session, Outreach)[0].notes == "b"


def test_columns_are_needed_before_one_can_go_on(qtbot, session, opened, tmp_path):
    dialog = opened(text_file(tmp_path, "2026-04-03;Ghana;a;"))
    go_on(qtbot, dialog)
    step = dialog.columns_step
    step.fields["Ngày"].set_value("")
    step.fields["Ngày"].chosen.emit("")
    assert step.problem.text() == "Say which column holds: date."
    assert not dialog.next_button.isEnabled()
    step.fields["Nội dung"].set_value("date")
    step.fields["Nội dung"].chosen.emit("date")
    assert dialog.next_button.isEnabled()
    step.fields["Ngày"].set_value("date")
    step.fields["Ngày"].chosen.emit("date")
    assert step.fields["Nội dung"].value == ""  # one column holds the date
    step.kind.set_value("people")
    step.kind.chosen.emit("people")
    assert step.fields["Người gặp"].value == "person"
    dialog.back_button.click()
    assert dialog.steps.currentWidget() is dialog.sheet_step


def test_a_file_that_is_no_workbook_is_told_and_nothing_is_opened(qtbot, session, window, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"%PDF-1.7")
    dialog = open_workbook(session, path, window)
    closed = []
    dialog.finished.connect(closed.append)
    qtbot.waitUntil(lambda: bool(closed), timeout=10_000)
    assert refusals(window) == ["This is not a workbook."]


def test_a_name_with_the_mark_of_a_secret_is_refused(session, window, tmp_path):
    assert open_workbook(session, text_file(tmp_path, name="TỐI MẬT.csv"), window) is None
    assert "TỐI MẬT" in refusals(window)[0]


def test_cancelling_while_a_file_is_read_leaves_nothing_behind(qtbot, session, window, tmp_path):
    dialog = open_workbook(session, officers_workbook(tmp_path / "book.xlsx"), window)
    task = dialog._task
    dialog.reject()
    assert task.cancelled
    session.background.finish()
    assert all_of(session, Outreach) == []
    del dialog
    gc.collect()


def test_the_menu_opens_it_in_both_languages(session, window):
    action = window.actions_by_name["import_workbook"]
    assert action.text() == "Import &workbook…"
    assert action in window._menus["desk"].actions()


def test_every_step_has_names_for_a_screen_reader(qtbot, session, opened, tmp_path):
    session.set_language(Language.EN)
    dialog = opened(text_file(tmp_path, "03/04/2026;Xứ Lạ;a;"))
    assert dialog.sheet_step.table.accessibleName()
    go_on(qtbot, dialog)
    assert all(field.accessibleName() for field in dialog.columns_step.fields.values())
    go_on(qtbot, dialog)
    assert all(field.accessibleName() for field in dialog.questions_step.name_fields.values())
    assert isinstance(dialog, WorkbookImportDialog)
