"""One country: its head, what to do next, and under tabs all that is on file about it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.briefing import Answer, Point, answers_for, points_for
from hanoi_desk.records import Message
from hanoi_desk.store import Query
from hanoi_desk.ui.attachments import take_drops
from hanoi_desk.ui.countries.dossier import Dossier, dossier_of
from hanoi_desk.ui.countries.header import CountryHeader, StatementsStrip
from hanoi_desk.ui.countries.owed_card import OwedCard
from hanoi_desk.ui.countries.record_tabs import FilesTab, HistoryTab
from hanoi_desk.ui.countries.side_cards import (
    CommitmentsCard,
    LastContactCard,
    NextStepCard,
    PeopleCard,
    PointsCard,
)
from hanoi_desk.ui.countries.tabs import CommitmentsTab, PeopleTab, PointsTab
from hanoi_desk.ui.countries.timeline import Timeline
from hanoi_desk.ui.page_keys import add_page_key
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import EvenLayout, Tabs, length, make_link, scrolled

#: Widths in heights of a line of text: below it the side cards stand above the tabs; and the width of their column.
_LEAST_WIDE = 48
_SIDE = 18
_TABS = ("timeline", "commitments", "people", "points", "files", "history")


class CountryView(QWidget):
    """Shows one participant; `edit_asked` asks for the form of its small fields, `back_asked` for the list."""

    edit_asked = Signal()
    back_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.dossier: Dossier | None = None
        self._points: tuple[Point, ...] = ()
        self._answers: tuple[Answer, ...] = ()
        self.back = make_link(QPushButton())
        self.back.setObjectName("back_to_list")
        self.header = CountryHeader(session)
        self.statements = StatementsStrip(session)
        self.tabs = Tabs([(key, "") for key in _TABS])
        self.tabs.setObjectName("country_tabs")
        self.timeline = Timeline(session)
        self.commitments_tab = CommitmentsTab(session)
        self.people_tab = PeopleTab(session)
        self.points_tab = PointsTab(session)
        self.files_tab = FilesTab(session)
        self.history_tab = HistoryTab(session)
        tabs = (self.commitments_tab, self.people_tab, self.points_tab, self.files_tab, self.history_tab)
        self._pages: dict[str, QWidget] = dict(zip(_TABS, (self.timeline, *tabs), strict=True))
        self.next_step = NextStepCard(session, "next_step")
        self.last_contact = LastContactCard(session, "last_contact")
        self.commitments = CommitmentsCard(session, "open_commitments")
        self.owed = OwedCard(session, "owed")
        self.people = PeopleCard(session, "people")
        self.points = PointsCard(session, "points")
        self._cards = (self.next_step, self.last_contact, self.commitments, self.owed, self.people, self.points)
        self._wide: bool | None = None
        self._arrange()
        self._connect()
        self.show_back(False)

    def _arrange(self) -> None:
        gap = length(self, 0.75)
        self._above, self._side = QWidget(), QWidget()
        self._even = EvenLayout(13, self._above, spacing=gap)
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 0, length(self, 0.2), 0)
        self._side_column.setSpacing(gap)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, length(self, 0.2), 0)
        column.setSpacing(gap)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.header, self.statements, self._above, self.tabs, *self._pages.values()):
            column.addWidget(widget)
        column.setStretchFactor(self.timeline, 1)
        column.addStretch(0)
        self.area, self._side_area = _scroll(middle), _scroll(self._side)
        self.area.setObjectName("country_scroll")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(gap - length(self, 0.2))
        across.addWidget(self.area, 1)
        across.addWidget(self._side_area)
        self._place(wide=True)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.header.edit.clicked.connect(self.edit_asked)
        take_drops(self, self.take_files)
        add_page_key(self, "Ctrl+Shift+A", self.attach_file)
        add_page_key(self, "Ctrl+H", lambda: self.show_tab("history"))
        self.tabs.chosen.connect(self._show_tab)
        self.area.verticalScrollBar().valueChanged.connect(self._look_ahead)

    def retranslate(self) -> None:
        """Put the words on what does not depend on the country."""
        self.back.setText(self.tr("‹ All countries"))
        self.tabs.setAccessibleName(self.tr("What is on file"))
        self.header.retranslate()
        self._title_tabs()

    def show_back(self, shown: bool) -> None:
        """Offer the way back to the list, where there is no room for both."""
        self.back.setVisible(shown)

    def show_country(self, participant: str) -> None:
        """Read and show a country; the one that is shown keeps its tab and its place."""
        same = self.dossier is not None and self.dossier.id == participant
        place = self.area.verticalScrollBar().value() if same else 0
        shown = len(self.timeline.rows) if same else 0
        session, board = self.session, self.session.board()
        self.dossier = dossier_of(session.store, board, participant, session.now)
        messages = session.store.all(Query(Message, order_by="title"))
        self._points = points_for(messages, self.dossier.situation, session.language)
        self._answers = answers_for(messages, self.dossier.situation, session.language)
        self.header.show_dossier(self.dossier, board)
        self.statements.show_dossier(self.dossier)
        self.timeline.show_dossier(self.dossier, at_least=shown)
        self.next_step.show_dossier(self.dossier)
        self.last_contact.show_dossier(self.dossier)
        self.commitments.show_dossier(self.dossier, lambda: self.show_tab("commitments"))
        self.owed.show_dossier(self.dossier)
        self.people.show_dossier(self.dossier, lambda: self.show_tab("people"))
        self.points.show_points(self._points, lambda: self.show_tab("points"))
        self._title_tabs()
        self._show_tab(self.tabs.current)
        self.area.verticalScrollBar().setValue(place)

    def take_files(self, paths: list[Path]) -> None:
        """Attach files to the country, and show them."""
        if self.dossier is not None:
            self.show_tab("files")
            self.files_tab.take(paths)

    def attach_file(self) -> None:
        """Ask which files are to be attached to the country, and show them."""
        if self.dossier is not None:
            self.show_tab("files")
            self.files_tab.choose()

    def show_tab(self, key: str) -> None:
        """Show another tab, and let the keyboard go on in it."""
        self.tabs.choose(key)
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(self.tabs)

    def _title_tabs(self) -> None:
        dossier = self.dossier
        titles = (
            self.tr("Timeline"),
            self.tr("Commitments"),
            self.tr("People"),
            self.tr("Talking points"),
            self.tr("Files"),
            self.tr("History"),
        )
        counts: tuple[int | None, ...] = (None,) * len(_TABS)
        if dossier:
            files = self.files_tab.count(dossier)
            counts = (None, len(dossier.commitments), len(dossier.people), len(self._points), files, None)
        for key, title, count in zip(_TABS, titles, counts, strict=True):
            self.tabs.set_title(key, title, count)

    def _show_tab(self, key: str) -> None:
        for name, page in self._pages.items():
            page.setVisible(name == key)
        if self.dossier is None:
            return
        if key == "commitments":
            self.commitments_tab.show_dossier(self.dossier)
        elif key == "people":
            self.people_tab.show_dossier(self.dossier)
        elif key == "points":
            self.points_tab.show_points(self._points, self._answers)
        elif key == "files":
            self.files_tab.show_dossier(self.dossier)
        elif key == "history":
            self.history_tab.show_dossier(self.dossier)

    def _look_ahead(self, value: int) -> None:
        bar = self.area.verticalScrollBar()
        near = value > 0 and bar.maximum() - value < bar.pageStep() // 2
        if near and self.tabs.current == "timeline" and self.timeline.has_more:
            self.timeline.show_more()

    # ---- room ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(wide=self.width() >= length(self, _LEAST_WIDE))

    def _place(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for card in self._cards:
            if wide:
                self._side_column.addWidget(card)
            else:
                self._even.addWidget(card)
            card.show()
        if wide:
            self._side_column.addStretch(1)
        else:
            while self._side_column.count():
                self._side_column.takeAt(0)
        self._above.setVisible(not wide)
        self._side_area.setVisible(wide)
        self._side_area.setFixedWidth(length(self, _SIDE))


def _scroll(inside: QWidget) -> QScrollArea:
    inside.setProperty("role", "page")
    return scrolled(inside)
