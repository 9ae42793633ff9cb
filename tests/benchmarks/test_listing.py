"""Opening the list of contacts and going to its end: how long the window is deaf, beside a bare table as long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from hanoi_desk.language import Language
from hanoi_desk.records import Outreach
from hanoi_desk.store import Query, Store
from hanoi_desk.ui.list_pages import OutreachPage
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.theme import Theme

NOW = datetime(2026, 11, 22, 9, 41, tzinfo=UTC)
ROUNDS = 5
#: The longest that the window may be deaf, in milliseconds: the one reach that is a time and not a ratio.
LONGEST = 50
PAGES = 40

#: What is done → the times between two turns of the event loop while it is done, in order, in milliseconds.
Stalls = dict[str, list[float]]


class Watch:
    """Does things to a window and keeps the times between two turns of its event loop."""

    def __init__(self) -> None:
        self.stalls: Stalls = {}

    def does(self, name: str, act: Callable[[], object], turns: int = 8) -> None:
        """Do one thing, then let the loop turn until the page has come to rest."""
        self._turn(name, act)
        for _ in range(turns):
            QTest.qSleep(10)  # the pauses of the page pass, and nothing else runs
            self._turn(name, QApplication.processEvents)

    def _turn(self, name: str, act: Callable[[], object]) -> None:
        start = perf_counter()
        act()
        self.stalls.setdefault(name, []).append((perf_counter() - start) * 1000)


def go_through(watch: Watch, table: QTableView) -> None:
    """Scroll a table to its end by every way there is."""
    bar = table.verticalScrollBar()
    table.setFocus()
    for _ in range(PAGES):
        watch.does("page by page", lambda: QTest.keyClick(table, Qt.Key.Key_PageDown), turns=2)
    watch.does("the End key", lambda: QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
    for _ in range(5):
        watch.does("back from the end", lambda: QTest.keyClick(table, Qt.Key.Key_PageUp))
    for tenth in (9, 1, 7, 3, 5, 2, 8, 4, 6, 10):
        watch.does("dragging the bar", lambda t=tenth: bar.setValue(bar.maximum() * t // 10))
    bar.setValue(0)
    for step in range(PAGES):  # a wheel that is turned without a pause
        watch.does("turning the wheel", lambda s=step: bar.setValue(s * table.viewport().height() // 2), turns=1)
    assert bar.maximum() > 1000


class Rows(QAbstractTableModel):
    """As many rows as the list has, each at hand."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._rows = [(f"{n}", "three countries", "meeting", f"subject {n}", "Vienna", "") for n in range(count)]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 6

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def bare(count: int) -> Stalls:
    """Return the stalls of a bare table over a list in memory."""
    watch, table, model = Watch(), QTableView(), Rows(count)
    table.resize(1100, 800)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)

    def open_it() -> None:
        table.setModel(model)
        table.show()

    watch.does("opening", open_it)
    go_through(watch, table)
    end(table)
    return watch.stalls


def page_alone(session: Session) -> Stalls:
    """Return the stalls of the page by itself."""
    watch, pages = Watch(), []

    def open_it() -> None:
        page = OutreachPage(session)
        page.retranslate()
        page.resize(1100, 800)
        page.show()
        pages.append(page)

    watch.does("opening", open_it, turns=20)
    go_through(watch, pages[0].table)
    end(pages[0])
    return watch.stalls


def page_in_window(session: Session) -> Stalls:
    """Return the stalls of the page in the window, some seconds after the window was opened."""
    watch, window = Watch(), MainWindow(session)
    window.resize(1360, 860)
    window.show()
    QTest.qWait(2500)
    watch.does("opening", lambda: window.go(Goal("outreach")), turns=20)
    page = window.page
    assert isinstance(page, OutreachPage)
    go_through(watch, page.table)
    end(window)
    return watch.stalls


def end(widget: QWidget) -> None:
    """Close a window and let it go."""
    widget.close()
    widget.deleteLater()
    QApplication.processEvents()


@contextmanager
def opened(path: Path) -> Iterator[Session]:
    """Open a session on a desk."""
    with Store.open(path) as store:
        session = Session(store, Language.EN, lambda: NOW)
        session.board()  # the overview has read it by then
        yield session
        session.close()


def longest(rounds: list[Stalls]) -> dict[str, float]:
    """Return the longest stall of each thing that is done.

    Every round does the same in the same order, so that of each turn the shortest is what the program needs, without
    what else the machine was doing at that moment.
    """
    return {name: max(min(turns) for turns in zip(*(one[name] for one in rounds), strict=True)) for name in rounds[0]}


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the application as the program does."""
    theme = Theme(qapp)
    yield
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(("where", "go"), [("the page alone", page_alone), ("in the window", page_in_window)])
def test_the_window_is_never_deaf_for_long(desk_100k, note, where, go):
    bares, lists = [], []
    for _ in range(ROUNDS):
        bares.append(bare(100_000))
        with opened(desk_100k) as session:
            assert session.store.count(Query(Outreach)) >= 100_000
            lists.append(go(session))
    beside, stalls = longest(bares), longest(lists)
    for name, stall in stalls.items():
        figure = f"{stall:.0f} ms ({stall / beside[name]:.1f} x a bare table, {beside[name]:.0f} ms)"
        note(f"list of contacts, {where}: {name}", "100,000 talks", figure, f"{LONGEST} ms")
    assert max(stalls.values()) <= LONGEST
