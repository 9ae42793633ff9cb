"""What is typed in a small form and makes no sense yet is in its draft too."""

import json

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk.records import FollowUp
from hanoi_desk.store import Action, Store
from hanoi_desk.ui.form_drafts import FormDrafts
from hanoi_desk.ui.forms import FollowUpForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import DateField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shown_forms() -> list[FollowUpForm]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, FollowUpForm) and one.isVisible()]


def test_no_draft_of_a_small_form_holds_the_mark_of_a_state_secret(
    session: Session, store: Store, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    said: list[str] = []
    session.said.connect(lambda words, _: said.append(words))
    form = FollowUpForm(session, FollowUp(what="", participant=None), "Follow-up", page)
    form.open()
    drafts = FormDrafts(session)
    for words in ("Ba ý", "Ba ý TỐI MẬT", "Ba ý TỐI MẬT khác"):
        form.rows["what"].field.set_text(words)
        assert drafts.keep()
        held = json.loads(store.draft("record_forms").json)["forms"]
        assert [one["values"]["what"] for one in held] == ["Ba ý"]
    assert [one.startswith('The mark "TỐI MẬT" stands in this text.') for one in said] == [True]
    form.rows["what"].field.set_text("Bốn ý")
    assert drafts.keep()
    assert "B\\u1ed1n" in store.draft("record_forms").json
    form.done(0)


def test_the_text_of_a_date_that_is_none_comes_back_after_a_crash(session: Session, store: Store, qtbot: QtBot) -> None:
    task = FollowUp(what="Send the model instrument", participant=None)
    with store.change(Action.ADD_RECORD, "invented") as change:
        change.save(task)
    page = QWidget()
    qtbot.addWidget(page)
    form = FollowUpForm(session, task, "Follow-up", page)
    form.open()
    due = form.rows["due_on"].field
    assert isinstance(due, DateField)
    due.line.setFocus()
    QTest.keyClicks(due.line, "31/11/2026")
    assert FormDrafts(session).keep()
    form.done(0)  # as a killed program leaves it: neither saved nor left on purpose

    FormDrafts(session).open_again(page)
    (again,) = shown_forms()
    field = again.rows["due_on"].field
    assert isinstance(field, DateField)
    assert (field.line.text(), field.value, again.is_changed()) == ("31/11/2026", None, True)
    again.done(0)
