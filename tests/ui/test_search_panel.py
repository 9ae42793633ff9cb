"""The search of the header: as one types, by any name, without accents, and never in the way of the keyboard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Commitment,
    FollowUp,
    Grade,
    Mission,
    MissionKind,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    Person,
    PromisedAct,
)
from hanoi_desk.store import Store
from hanoi_desk.ui.search_panel import SearchPanel
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import SearchBox, Suggestion

GHANA = desk.participant_id("GH")
TODAY = date(2026, 11, 22)


class Window(QMainWindow):
    """A window with a search box over a field that had the focus before."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.box = SearchBox("Search", "Ctrl K")
        self.before = QLineEdit()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.addWidget(self.box)
        column.addWidget(self.before)
        column.addStretch(1)
        self.setCentralWidget(whole)
        self.ran: list[str] = []
        self.asked: list[Goal] = []
        self.panel = SearchPanel(session, self.box, self.ran.append, self)
        session.asked.connect(self.asked.append)

    def lines(self) -> list[tuple[str, str]]:
        """What is shown: heading and title."""
        model = self.panel.results.model()
        shown = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
        return [(one.group, one.title) for one in shown] if self.panel.results.is_open else []

    def details(self) -> dict[str, Suggestion]:
        model = self.panel.results.model()
        shown = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
        return {one.title: one for one in shown}


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Window:
    shown = Window(session)
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.before.setFocus()
    shown.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(shown.box.hasFocus)
    return shown


def search(window: Window, qtbot: QtBot, typed: str) -> None:
    """Type with real keys and wait for the results."""
    window.box.clear()
    for letter in typed:
        QApplication.sendEvent(window.box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    results = window.panel.results
    qtbot.waitUntil(lambda: results.is_open and results.typed == typed, timeout=2000)


def meet(store: Store, summary: str, *keys: str, notes: str = "") -> Outreach:
    outreach = Outreach(held_on=TODAY - timedelta(days=3), summary=summary, notes=notes)
    parts = tuple(
        OutreachCountry(outreach=outreach.id, participant=desk.participant_id(key), position=place)
        for place, key in enumerate(keys)
    )
    desk.log_outreach(store, [desk.OutreachEntry(outreach=outreach, countries=parts)])
    return outreach


@pytest.mark.parametrize("typed", ["cote d", "bo bien nga", "Bờ Biển Ngà", "CIV"])
def test_a_country_is_found_by_any_of_its_names(window: Window, qtbot: QtBot, typed: str) -> None:
    search(window, qtbot, typed)
    assert window.lines()[0] == ("Countries", "Côte d'Ivoire")
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert window.asked == [Goal("countries", desk.participant_id("CI"))]


def test_the_name_that_was_meant_stands_beside_the_country(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "bo bien")
    found = window.details()["Côte d'Ivoire"]
    assert (found.matched, found.detail) == ("Bờ Biển Ngà", "Signed")


def test_words_that_lie_apart_in_the_names_of_a_state_do_not_put_it_first(
    window: Window, qtbot: QtBot, store: Store
) -> None:
    person = desk.keep(store, Person(name="Đại sứ Quartz", participant=GHANA))
    search(window, qtbot, "dai su")
    assert window.lines() == [("People", person.name), ("Countries", "Republic of Korea")]


def test_results_are_grouped_with_what_tells_them_apart(window: Window, qtbot: QtBot, store: Store) -> None:
    talk = meet(store, "Quartz seminar", "GH", "KE", "SN", "TG")
    person = desk.keep(store, Person(name="Quartz Mensah", participant=GHANA))
    task = desk.add_follow_up(store, FollowUp(what="Send quartz file", due_on=TODAY, participant=GHANA))
    words = Commitment(
        participant=GHANA,
        treaty=desk.treaty_id("uncac-cyber"),
        act=PromisedAct.RATIFY,
        made_on=TODAY,
        by=date(2027, 3, 31),
        grade=Grade.PROMISED_WITH_DATE,
        words="By the quartz session",
        outreach=talk.id,
    )
    promise = desk.record_commitment(store, words)
    search(window, qtbot, "quartz")
    assert window.lines() == [
        ("People", "Quartz Mensah"),
        ("Outreach", "Quartz seminar"),
        ("Commitments", "By the quartz session"),
        ("Follow-ups", "Send quartz file"),
    ]
    shown = window.details()
    assert shown["Quartz Mensah"].detail == "Ghana"
    assert shown["Quartz seminar"].detail == "19/11/2026 · Ghana, Kenya, Senegal +1 · Bilateral meeting"
    assert shown["By the quartz session"].detail == "Ghana · Ratify · by 31/03/2027"
    assert shown["Send quartz file"].detail == "Ghana · due 22/11/2026"
    goals = (("people", person.id), ("outreach", talk.id), ("commitments", promise.id), ("follow_ups", task.id))
    for place, (page, record) in enumerate(goals):
        search(window, qtbot, "quartz")
        for _ in range(place):
            qtbot.keyClick(window.box, Qt.Key.Key_Down)
        qtbot.keyClick(window.box, Qt.Key.Key_Return)
        assert window.asked[-1] == Goal(page, record)
        window.box.setFocus()


def test_accents_may_be_left_out_and_count_when_given(window: Window, qtbot: QtBot, store: Store) -> None:
    meet(store, "Hội đàm Đà Nẵng", "GH")
    meet(store, "Da nang without accents", "GH")
    search(window, qtbot, "da nang")
    assert {title for _, title in window.lines()} >= {"Hội đàm Đà Nẵng", "Da nang without accents"}
    search(window, qtbot, "Đà Nẵng")
    outreach = [title for group, title in window.lines() if group == "Outreach"]
    assert outreach[0] == "Hội đàm Đà Nẵng"


def test_at_most_five_of_each_kind_are_shown(window: Window, qtbot: QtBot, store: Store) -> None:
    for number in range(7):
        meet(store, f"Quartz talk {number}", "GH")
    search(window, qtbot, "quartz")
    assert len(window.lines()) == 5


@pytest.mark.parametrize(
    ("record", "page"),
    [
        (Organisation(name_en="Quartz Institute"), "organisations"),
        (Mission(kind=MissionKind.EMBASSY, name_en="Quartz Embassy"), "missions"),
        (Officer(name="Quartz Văn An"), "officers"),
    ],
)
def test_a_body_a_mission_and_an_officer_open_on_their_pages(
    window: Window, qtbot: QtBot, store: Store, record: Organisation | Mission | Officer, page: str
) -> None:
    desk.keep(store, record)
    search(window, qtbot, "quartz")
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert window.asked == [Goal(page, record.id)]


@pytest.mark.parametrize("language", [Language.EN, Language.VI])
@pytest.mark.parametrize(
    ("typed", "action"), [("log", "log_outreach"), ("undo", "undo"), ("hoan tac", "undo"), ("Hoàn tác", "undo")]
)
def test_actions_answer_to_both_languages(
    window: Window, qtbot: QtBot, language: Language, typed: str, action: str
) -> None:
    window.session.set_language(language)
    search(window, qtbot, typed)
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert window.ran == [action]


def test_a_screen_is_gone_to_by_its_name(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "settings")
    assert ("Screens", "Settings") in window.lines()
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert window.asked == [Goal("settings")]


def test_return_right_after_the_last_letter_means_what_was_typed(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "kenya")
    window.box.clear()
    qtbot.keyClicks(window.box, "ghana")
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert window.asked == [Goal("countries", GHANA)]


def test_the_box_keeps_the_focus_until_something_is_chosen(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "ghana")
    assert window.box.hasFocus()
    assert window.panel.results.focusPolicy() is Qt.FocusPolicy.NoFocus
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert window.before.hasFocus()
    assert window.box.text() == ""
    assert not window.panel.results.is_open


def test_a_click_chooses(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "ghana")
    results = window.panel.results
    rect = results.visualRect(results.model().index(0, 0))
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.asked == [Goal("countries", GHANA)]


def test_escape_empties_the_box_and_then_gives_the_focus_back(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "ghana")
    qtbot.keyClick(window.box, Qt.Key.Key_Escape)
    assert (window.box.text(), window.panel.results.is_open) == ("", False)
    assert window.box.hasFocus()
    qtbot.keyClick(window.box, Qt.Key.Key_Escape)
    assert window.before.hasFocus()


def test_leaving_the_box_closes_the_list_and_coming_back_opens_it(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "ghana")
    window.before.setFocus()
    assert not window.panel.results.is_open
    window.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: window.panel.results.is_open)
    assert window.lines()[0] == ("Countries", "Ghana")


def test_nothing_found_is_said_and_cannot_be_chosen(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "zzqqx")
    assert window.lines() == [("", "Nothing found for “zzqqx”")]
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert (window.asked, window.ran) == ([], [])
    assert window.box.text() == "zzqqx"


def test_letters_being_composed_are_left_alone(window: Window, qtbot: QtBot) -> None:
    QApplication.sendEvent(window.box, QInputMethodEvent("bờ", []))
    qtbot.wait(40)
    assert not window.panel.results.is_open
    event = QInputMethodEvent()
    event.setCommitString("bờ biển")
    QApplication.sendEvent(window.box, event)
    qtbot.waitUntil(lambda: window.panel.results.is_open)
    assert window.box.text() == "bờ biển"
    assert window.lines()[0] == ("Countries", "Côte d'Ivoire")
    # A new letter begins while the list is open: it stays, and the text is not touched.
    QApplication.sendEvent(window.box, QInputMethodEvent("ng", []))
    qtbot.wait(40)
    assert window.box.text() == "bờ biển"


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "'",
        '" OR 1=1 --',
        "*",
        "a\x00b",
        "NEAR(",
        "<b>",
        "]]>",
        "%_",
        "\\",
        "😀",
        "\u202eabc",
        "x" * 100_000,
        "é " * 50_000,
    ],
)
def test_any_text_may_be_searched_for(window: Window, qtbot: QtBot, typed: str) -> None:
    window.box.setText(typed)
    window.box.textEdited.emit(typed)
    qtbot.waitUntil(lambda: window.panel.results.is_open, timeout=2000)
    group, title = window.lines()[0]
    assert group or title.startswith("Nothing found")
    assert len(title) < 200


def test_blank_text_asks_nothing(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.box, "   ")
    qtbot.wait(40)
    assert not window.panel.results.is_open


def test_what_is_saved_meanwhile_is_found_at_once(window: Window, qtbot: QtBot, store: Store) -> None:
    search(window, qtbot, "quartz")
    meet(store, "Quartz talk", "GH")
    qtbot.waitUntil(lambda: ("Outreach", "Quartz talk") in window.lines())


def test_names_follow_the_language(window: Window, qtbot: QtBot) -> None:
    window.session.set_language(Language.VI)
    search(window, qtbot, "germany")
    assert window.lines()[0][1] == "Đức"
    assert window.details()["Đức"].matched == "Germany"
