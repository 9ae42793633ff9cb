"""The message bank in the real window: read in both languages, noted as checked, and reached from a check of a pack."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk.briefing.checks import Check, CheckKind
from hanoi_desk.briefing.points import is_unchecked
from hanoi_desk.language import Language
from hanoi_desk.records import Evidence, Message, fixed_id
from hanoi_desk.ui.listings import MessageListing
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.message_bank_page import MessageBankPage
from hanoi_desk.ui.packs.checks_tab import ChecksTab
from hanoi_desk.ui.search_results import Finder
from hanoi_desk.ui.session import Goal, Session

SCOPE = fixed_id("message", "Q-05")


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(session, begins=Goal("settings"))
    qtbot.addWidget(window)
    window.resize(1360, 860)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()


def bank(window: MainWindow) -> MessageBankPage:
    page = window.page
    assert isinstance(page, MessageBankPage)
    page.read_chosen()
    return page


def words(place: QWidget) -> str:
    return "\n".join(label.text() for label in place.findChildren(QLabel))


def held(session: Session) -> Message:
    return session.store.need(Message, SCOPE)


def answer_box(button: str) -> None:
    box = next(top for top in QApplication.topLevelWidgets() if isinstance(top, QMessageBox) and top.isVisible())
    next(one for one in box.buttons() if one.text() == button).click()


def test_a_row_is_found_and_read_with_its_question_and_ground_in_both_languages(window, session):
    window.go(Goal("bank"))
    page = bank(window)
    assert page.model.rowCount() == 81
    page.filter.setText("four-year threshold")
    page._filter("four-year threshold")
    assert page.model.ids.window(0, 9) == [SCOPE]
    shown = words(bank(window).detail)
    for part in ("what is a serious crime?", "thế nào là tội phạm nghiêm trọng?", "Ngưỡng bốn năm", "UNTOC Art. 2(b)"):
        assert part in shown
    assert "Art.\xa02(h); Art.\xa035" in shown
    assert "articles not checked" in shown
    page.show_goal(Goal("bank", facet=("audience", "asean")))
    assert page.model.rowCount() == 2
    page.show_goal(Goal("bank", facet=("evidence", "B")))
    assert SCOPE in page.model.ids.window(0, 99)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert held(session).code == "Q-05"
    found = Finder(session).find("four-year threshold")
    assert [one.goal for one in found if one.goal] == [Goal("bank", SCOPE)]


def test_article_numbers_are_noted_as_checked_after_a_question_and_undone(window, session):
    window.go(Goal("bank", SCOPE))
    page, before = bank(window), held(session)
    QTest.keyClick(page.table, Qt.Key.Key_C)
    answer_box("Cancel")
    assert held(session) == before
    QTest.keyClick(page.table, Qt.Key.Key_C)
    answer_box("Note as checked")
    checked = held(session)
    assert checked.evidence is Evidence.A
    assert checked.source_text == "[A] checked 22/11/2026; [B] UNTOC text; numbering"
    assert not is_unchecked(checked)
    assert checked.point_en == before.point_en
    assert page.detail.findChild(QPushButton, "check") is None
    assert "[B] UNTOC text; [C] numbering" in words(page.detail)  # its history
    window.undo()
    assert held(session) == before


def test_a_check_of_a_pack_leads_to_the_words_of_the_row_and_back(window, session, qtbot):
    tab = ChecksTab(session, window)
    tab.show_checks([Check(CheckKind.UNVERIFIED, "Q-05: the article numbers are not checked.", ("message", SCOPE))])
    tab.findChild(QPushButton, "to_record").click()
    page = bank(window)
    assert page.table.current == SCOPE
    assert "what is a serious crime?" in words(page.detail)
    window.back()
    assert not isinstance(window.page, MessageBankPage)


def test_in_vietnamese_a_row_counts_the_days_left_and_cites_articles_as_documents_do(session):
    session.language = Language.VI
    listing = MessageListing(session)
    code, said, articles, _ = listing.rows([fixed_id("message", "B-01")])[0]
    assert code.text == "B-01"
    assert said.text.endswith("tại Trụ sở Liên hợp quốc; còn 39 ngày.")
    assert articles.text == "khoản\xa01\xa0Điều\xa064"
