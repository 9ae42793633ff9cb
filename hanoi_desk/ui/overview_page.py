"""The overview: how near entry into force is, where every State stands, what is due, which promises to look at."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hanoi_desk.overview import contacts, promises, record_source
from hanoi_desk.records import Outreach
from hanoi_desk.store import Query
from hanoi_desk.ui.due_lines import DueLines
from hanoi_desk.ui.overview import DueCard, Figures, PromisesCard, StatesCard
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import fill, length, scrolled

#: Under so many heights of a line, board and lists stand under each other.
_TWO_COLUMNS = 48


class OverviewPage(Page):
    """Four figures, the board of States, and what asks for attention; every number opens the list behind it."""

    tables = DueLines.tables

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("page_overview")
        # From the outside in: what is moved into another widget is dressed anew with all that it holds.
        inner = self._inner = QWidget()
        inner.setProperty("role", "page")
        self._scroll = scrolled(inner)
        fill(self, self._scroll)
        self.figures = Figures(session, inner)
        self.states = StatesCard(session, inner)
        self._right = QWidget(inner)
        self.due = DueCard(session, self._right)
        self.promises = PromisesCard(session, self._right)
        self._arrange()
        self.states.marked.connect(self._show_mark)
        self.due.scope_changed.connect(self.refresh)
        self.retranslate()

    def _arrange(self) -> None:
        gap = length(self, 0.8)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(length(self, 1.2), length(self, 0.95), length(self, 1.2), length(self, 0.95))
        column.setSpacing(gap)
        column.addWidget(self.figures)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(gap)
        column.addLayout(self._lower, 1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(gap)
        self._lower.addWidget(self.states, 2)
        self._lower.addWidget(self._right, 1)
        right.addWidget(self.due)
        right.addWidget(self.promises, 1)

    def retranslate(self) -> None:
        """Put the words on what does not come from the store."""
        self.states.retranslate()
        self.due.retranslate()
        self.promises.retranslate()

    def reload(self) -> None:
        """Read the board and what is due, and show them."""
        session = self.session
        board = session.board()
        held = promises(board)
        is_empty_desk = session.store.count(Query(Outreach, limit=1)) == 0
        self.figures.show_entry(board, held)
        self.figures.show_close(board, held)
        self.figures.show_signatories(board, record_source(session.store, board))
        self.figures.show_outreach(contacts(session.store, session.today), is_empty_desk=is_empty_desk)
        self.states.show_board(board)
        self.due.reload(is_empty_desk=is_empty_desk)
        self.promises.show_promises(held, is_empty_desk=is_empty_desk)
        self._share_room()

    def _show_mark(self) -> None:
        """Keep the tile with the focus mark in sight, though it is the page that scrolls."""
        board = self.states.board
        if board.hasFocus():
            rect = board.visualRect(board.currentIndex())
            at = board.viewport().mapTo(self._inner, QPoint(rect.center()))
            self._scroll.ensureVisible(at.x(), at.y(), rect.width(), rect.height() * 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set board and lists beside each other where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= length(self, _TWO_COLUMNS)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._lower.direction() is not way:
            self._lower.setDirection(way)
        self._share_room()

    def _share_room(self) -> None:
        """Show as many rows as stand beside the board, so that the lists alone never make the page scroll."""
        for card in (self.due, self.promises):
            card.show_rows(card.filled)
        if self._lower.direction() is not QBoxLayout.Direction.LeftToRight or not self.isVisible():
            return
        gap, wide = self._lower.spacing(), self._inner.width() - 2 * length(self, 1.2) - self._lower.spacing()
        side = wide - wide * 2 // 3
        above = self.figures.heightForWidth(self._inner.width() - 2 * length(self, 1.2)) + gap + 2 * length(self, 0.95)
        room = max(self._scroll.viewport().height() - above, self.states.sizeHint().height())
        for card, least in ((self.due, 4), (self.promises, 2), (self.due, 3)):
            while card.shown > least and self.due.tall(side) + gap + self.promises.tall(side) > room:
                card.show_rows(card.shown - 1)
