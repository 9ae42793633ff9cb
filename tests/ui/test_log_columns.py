"""The two columns of the log form: what was said stays in sight while one writes what came of it."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from hanoi_desk.ui.log_form import LogForm

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_talk_stays_in_sight_beside_a_long_column_of_what_came_of_it(session, qtbot):
    form = LogForm(session)
    qtbot.addWidget(form)
    form.start_new()
    form.resize(1000, 800)
    with qtbot.waitExposed(form):
        form.show()
    QTest.keyClicks(form.sheet.countries.line, "gha ")
    for add in (form.add_commitment, form.add_follow_up, form.add_ask):
        add()
    bar, notes = form.area.verticalScrollBar(), form.sheet.notes
    QCoreApplication.processEvents()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    QCoreApplication.processEvents()
    assert notes.visibleRegion().boundingRect().height() == notes.height()
    for card in form.sheet.all_cards():
        card.drop.click()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
