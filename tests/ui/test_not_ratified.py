"""A State that has approved at home and has not deposited is nowhere shown as one that has ratified."""

import io
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from brief_desk import brief, words_of
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.board import Tile
from hanoi_desk.briefing import word_return
from hanoi_desk.cli.arguments import read_arguments
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import Console
from hanoi_desk.cli.status import status
from hanoi_desk.language import INTERFACE, Language
from hanoi_desk.records import (
    Commitment,
    DomesticStage,
    DomesticStep,
    Grade,
    Outreach,
    OutreachCountry,
    OutreachKind,
    PromisedAct,
    Source,
    SourceKind,
)
from hanoi_desk.returns import collect_return
from hanoi_desk.settings import Settings
from hanoi_desk.store import Store
from hanoi_desk.treaty import TreatyStatus
from hanoi_desk.ui.countries_page import CountriesPage
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.overview_page import OverviewPage
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.theme import Theme

#: The moment of the tests of the window.
NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
ALGERIA = desk.participant_id("DZ")
CONVENTION = desk.treaty_id("uncac-cyber")

#: What would say that it is bound, in the languages of the window; "đã phê chuẩn trong nước, chưa nộp" does not.
_BOUND = {
    Language.EN: re.compile(r"\bratified\b|is a party\b|\bdeposited on \d", re.IGNORECASE),
    Language.VI: re.compile(r"đã phê chuẩn(?! trong nước)|đã nộp lưu chiểu(?! \d|, tiếp theo)", re.IGNORECASE),
}


@pytest.fixture
def approved(store: Store) -> Store:
    """Note every step at home of a signatory as proven, up to the instrument that is signed."""
    gazette = Source(kind=SourceKind.OFFICIAL_STATEMENT, title="Official Journal 12")
    for number, stage in enumerate(DomesticStage):
        step = DomesticStep(participant=ALGERIA, treaty=CONVENTION, stage=stage, on=date(2026, 3, 1 + number))
        desk.record_step(store, step, gazette)
    return store


@pytest.fixture(params=INTERFACE)
def session(request: pytest.FixtureRequest, theme: Theme, approved: Store) -> Iterator[Session]:
    opened = Session(approved, request.param, lambda: NOW)
    yield opened
    opened.close()


def all_words(page: QWidget) -> list[str]:
    """Return everything that a page says of Algeria: labels, buttons, names for screen readers, cells of lists."""
    found: list[str] = []
    for widget in page.findChildren(QWidget):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount(QModelIndex())):
                for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
                    index = model.index(row, column)
                    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
                    found += [str(model.data(index, role) or "") for role in roles]
    return [words for words in found if words]


def shown(page: QWidget, qtbot: QtBot) -> list[str]:
    qtbot.addWidget(page)
    page.resize(1360, 860)
    page.show()
    return all_words(page)


def test_the_board_and_the_record_say_signed(session: Session) -> None:
    place = session.board().places[ALGERIA]
    assert (place.tile, place.status.kind) == (Tile.SIGNED, TreatyStatus.SIGNED)
    assert session.board().ledger.counted.total == 0


def test_neither_overview_nor_country_page_says_ratified(session: Session, qtbot: QtBot) -> None:
    for page in (OverviewPage(session), CountriesPage(session)):
        page.show_goal(Goal("countries", ALGERIA)) if isinstance(page, CountriesPage) else None
        words = shown(page, qtbot)
        assert words
        assert [said for said in words if _BOUND[session.language].search(said)] == []
    assert any(session.word("status.domestic_done") in said for said in words)


def test_neither_the_return_nor_a_list_says_ratified(session: Session, qtbot: QtBot) -> None:
    talk = Outreach(held_on=date(2026, 11, 20), kind=OutreachKind.BILATERAL, summary="Talk on the next step")
    met = OutreachCountry(outreach=talk.id, participant=ALGERIA)
    promise = Commitment(
        outreach=talk.id,
        participant=ALGERIA,
        treaty=CONVENTION,
        act=PromisedAct.RATIFY,
        grade=Grade.PROMISED,
        made_on=talk.held_on,
    )
    desk.log_outreach(session.store, [desk.OutreachEntry(outreach=talk, countries=(met,), commitments=(promise,))])
    words: list[str] = []
    window = MainWindow(session)
    shown(window, qtbot)
    for key in ("return", "outreach", "commitments", "my_day"):
        window.go(Goal(key))
        words += all_words(window.page)
    found = collect_return(session.store, date(2026, 1, 1), date(2026, 12, 31), NOW)
    words.append(str(word_return(found, session.language, now=NOW)))
    assert any(session.name(session.board().places[ALGERIA].participant) in said for said in words)
    assert [said for said in words if _BOUND[session.language].search(said)] == []


def test_the_brief_says_approved_at_home(session: Session) -> None:
    briefing = brief(session.store, "DZ", session.language, NOW)
    words = words_of(briefing, session.language)
    assert session.word("status.domestic_done") in " ".join(words.split())
    assert _BOUND[session.language].search(words) is None


def test_the_command_line_says_signed(approved: Store) -> None:
    path: Path = approved.path
    approved.close()
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    console = Console(Language.EN, out, None)
    status(Call(read_arguments(["status", str(path), "--json"], console), console, Settings(), NOW))
    told = json.loads(out.buffer.getvalue())  # type: ignore[attr-defined]
    found = {kind: [one for one in group if one["key"] == "DZ"] for kind, group in told["participants"].items()}
    assert [kind for kind, group in found.items() if group] == ["signed"]
    assert "ratified" not in json.dumps(found)
    assert told["counted"] == 0
