"""Requests on the page of a country, in the search, and nowhere in what is handed over."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import NOW

from hanoi_desk import desk
from hanoi_desk.briefing import Marking, collect_country_brief
from hanoi_desk.folder import write_folder
from hanoi_desk.language import Language
from hanoi_desk.pdf import write_pdf
from hanoi_desk.records import Ask, AskDirection, AskState, FollowUp
from hanoi_desk.store import Store
from hanoi_desk.ui.countries.opening import Opening
from hanoi_desk.ui.countries.owed_card import OwedCard
from hanoi_desk.ui.countries_page import CountriesPage
from hanoi_desk.ui.forms import AskForm
from hanoi_desk.ui.search_results import Finder
from hanoi_desk.ui.session import Goal, Session

TODAY = date(2026, 11, 22)
GHANA = desk.participant_id("GH")


def ask(store: Store, what: str, days: int, **more: object) -> Ask:
    given = {"participant": GHANA, "asked_on": TODAY - timedelta(days)} | more
    return desk.record_ask(store, Ask(what=what, **given))  # type: ignore[arg-type]


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[CountriesPage]:
    shown = CountriesPage(session)
    qtbot.addWidget(shown)
    shown.resize(1360, 860)
    shown.show()
    shown.show_goal(Goal("countries", GHANA))
    yield shown
    shown.close()


def shown_rows(card: QWidget) -> list[list[str]]:
    """Return the first two lines of each row, once those of before have gone."""
    QApplication.processEvents()
    return [row.words.split("\n")[:2] for row in card.findChildren(Opening) if row.isVisible()]


def card_of(page: CountriesPage, qtbot: QtBot) -> OwedCard:
    view = page.view
    qtbot.waitUntil(lambda: view.dossier is not None and view.dossier.id == GHANA)
    return view.owed


def test_a_country_shows_what_is_owed_both_ways_for_our_own_side_only(page, session, qtbot):
    ask(session.store, "A model law", 40)
    ask(session.store, "Their vote", 50, direction=AskDirection.OURS)
    ask(session.store, "A visit", 60, state=AskState.ANSWERED, answered_on=TODAY)
    ask(session.store, "A Kenyan wish", 60, participant=desk.participant_id("KE"))
    card = card_of(page, qtbot)
    expected = [["A model law", "They ask us"], ["Their vote", "We ask them"]]
    qtbot.waitUntil(lambda: shown_rows(card) == expected)
    assert any("For our own side only" in label.text() for label in card.findChildren(QLabel))
    asked = []
    session.asked.connect(asked.append)
    next(row for row in card.findChildren(Opening) if row.isVisible()).click()
    assert asked[0].page == "asks"
    assert "See all 3" in [button.text() for button in card.findChildren(QPushButton)]


def test_a_request_is_begun_from_the_page_of_a_country(page, session, qtbot):
    card = card_of(page, qtbot)
    assert "Nothing is owed on either side." in [label.text() for label in card.findChildren(QLabel)]
    card.begin()
    form = card.findChild(AskForm)
    assert form is not None
    form.rows["what"].field.set_text("Training of judges")
    form.save()
    assert [row[0] for row in shown_rows(card)] == ["Training of judges"]


def test_a_request_is_found_by_its_words_without_accents(session):
    ask(session.store, "Tập huấn điều tra viên", 3)
    found = [choice for choice in Finder(session).find("tap huan") if choice.goal and choice.goal.page == "asks"]
    assert [choice.shown.title for choice in found] == ["Tập huấn điều tra viên"]


def text_of(store: Store, marking: Marking, language: Language) -> str:
    buffer = BytesIO()
    briefing = collect_country_brief(store, GHANA, language=language, now=NOW, marking=marking)
    write_pdf(briefing, buffer, language)
    return "\n".join(page.extract_text() for page in PdfReader(buffer).pages)


@pytest.mark.parametrize("language", list(Language))
def test_a_request_is_never_in_what_is_handed_over(store: Store, language: Language) -> None:
    theirs = ask(store, "Zylophant assistance", 40, state=AskState.PROMISED, answer="Quorvex by spring")
    ask(store, "Brumbel vote", 50, direction=AskDirection.OURS)
    desk.add_follow_up(store, FollowUp(what="Send the Zylophant", participant=GHANA, ask=theirs.id, due_on=TODAY))
    text = text_of(store, Marking.PUBLIC, language)
    assert "Ghana" in text
    assert not [word for word in ("Zylophant", "Quorvex", "Brumbel") if word in text]


def test_an_exported_folder_marks_requests_as_internal(store: Store, tmp_path: Path) -> None:
    ask(store, "Zylophant assistance", 40)
    write_folder(store, tmp_path / "out", Language.EN, NOW)
    [table] = (tmp_path / "out").rglob("ask (*).csv")
    assert "INTERNAL" in table.name.upper()
    first, _, rows = table.read_text(encoding="utf-8-sig").partition("\n")
    assert "NO STATE SECRETS" in first
    assert "Zylophant assistance" in rows
