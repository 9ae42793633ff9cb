"""The page of countries: the list of all participants at the left, and all about one of them beside it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hanoi_desk.text import sort_key
from hanoi_desk.ui.countries.country_list import CountryList
from hanoi_desk.ui.countries.country_view import CountryView
from hanoi_desk.ui.countries.participant_form import ParticipantForm
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import EmptyState, length

#: Widths in heights of a line of text: of the list, and of the page below which list and country take turns.
_LIST = 14.5
_LEAST_BOTH = 42
#: While one runs down the list, a country is read only when the keys rest, in milliseconds.
_REST = 90


class CountriesPage(Page):
    """`Goal.record` shows a country; `Goal.facet`, `where` and `rule` the list behind a number (see facets.py)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("page_countries")
        self.list = CountryList(session)
        self.list.setObjectName("country_list")
        self.view = CountryView(session)
        self.view.setObjectName("country_view")
        self.nothing = EmptyState("")  # in the place of the country, where the list is empty
        self.nothing.setObjectName("nothing_chosen")
        self._country = ""
        self._shown = ""  # what the view shows, and nothing has changed since
        self._both = True
        self._at_view = False  # which of the two is shown where there is no room for both
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._next = QTimer(self, singleShot=True, interval=0)
        across = QHBoxLayout(self)
        side = length(self, 1.2)
        across.setContentsMargins(side, length(self, 0.9), side - length(self, 0.2), length(self, 0.9))
        across.setSpacing(length(self, 0.75))
        across.addWidget(self.list)
        across.addWidget(self.view, 1)
        across.addWidget(self.nothing, 1)
        self._connect()
        self.retranslate()
        self._make_room()

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.filled.connect(self._make_room)
        self.view.edit_asked.connect(self.edit)
        self.view.back_asked.connect(self.escape)
        for timer in (self._rest, self._next):
            timer.timeout.connect(self._show_country)
            self.session.closing.connect(timer.stop)
        tools = self.list.tools
        for keys, act in (
            ("F2", self.edit),
            ("Ctrl+F", self._filter),
            ("Ctrl+E", self.list.export),
            ("Ctrl+D", tools.save_filter),
            ("Ctrl+Shift+F", self._open_filters),
            ("Ctrl+Shift+C", tools.choose_columns),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def retranslate(self) -> None:
        """Put the words on all widgets, in the language of the window."""
        self.list.retranslate()
        self.view.retranslate()
        self.nothing.show_sentence(self.tr("The list is empty: there is nothing to show here."))

    def reload(self) -> None:
        """Read the list and the country that is shown."""
        self.list.reload()
        places, is_asked_for = self.session.board().places, bool(self._country)
        if self._country not in places:
            ids = self.list.rows.ids or sorted(places, key=lambda i: sort_key(self.session.name(places[i].participant)))
            self._country = ids[0] if ids else ""
        self.list.select(self._country)
        self._shown = ""
        if is_asked_for:
            self._show_country()
        else:  # the list is painted first, and most often a country is asked for at once
            self._next.start()

    def show_goal(self, goal: Goal) -> None:
        """Show the country that was asked for, or the countries that a number stands for."""
        if goal.facet[0] or goal.where or goal.rule:
            self._at_view = False
            self._read_list()
            self.list.show_goal(goal)
            if not goal.record and self._country not in self.list.rows.ids and self.list.rows.ids:
                self._country = self.list.rows.ids[0]
            self.list.view.setFocus()
        if goal.record:
            self._country = goal.record
            self._at_view = True
            if goal.record not in self.list.rows.ids and not (goal.facet[0] or goal.where):
                self.list.clear()
        self._show_chosen()
        self._make_room()
        if goal.record:
            self.view.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_read(self) -> bool:
        """Whether the list is as it is on file: it is read as the page is shown, and after each change."""
        return self.isVisible() and not self._stale

    def _read_list(self) -> None:
        if not self._is_read:
            self.list.reload()

    def _show_chosen(self) -> None:
        if self._is_read:
            self.list.select(self._country)
            self._show_country()
        else:
            self.refresh()

    def keep_place(self) -> object:
        """Return the country, the list that was shown and the tab."""
        return self._country, self._at_view, self.list.keep_filter(), self.view.tabs.current

    def return_to(self, goal: Goal, kept: object) -> None:
        """Show the same country, in the same list and on the same tab."""
        match kept:
            case (str(country), bool(at_view), held, str(tab)):
                self._country, self._at_view = country, at_view
                self._read_list()
                self.list.return_to(held)
                self._show_chosen()
                self._make_room()
                self.view.tabs.choose(tab)
                (self.view.tabs if at_view else self.list.view).setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                self.show_goal(goal)

    def current_country(self) -> str:
        """Return the participant that is shown: what the brief is printed for."""
        return "" if self.nothing.isVisibleTo(self) else self._country

    def escape(self) -> bool:
        """Leave the country for the list, or what was typed in the filter; False when there is nothing to leave."""
        if not self._both and self._at_view:
            self._at_view = False
            self._make_room()
            self.list.view.setFocus()
            return True
        focused = self.focusWidget()
        if focused is not None and self.view.isAncestorOf(focused):
            self.list.view.setFocus()
            return True
        return False

    def edit(self) -> None:
        """Open the form of the small fields of the country."""
        if country := self.current_country():
            ParticipantForm(self.session, country, self).open()

    def _open_filters(self) -> None:
        self._show_list()
        self.list.tools.open_filters()

    def _show_list(self) -> None:
        if not self._both and self._at_view:
            self.escape()

    def _filter(self) -> None:
        self._show_list()
        self.list.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.filter.selectAll()

    def _choose(self, participant: str) -> None:
        self._country = participant
        self._rest.start()

    def _open(self, participant: str) -> None:
        self._country = participant
        self._at_view = True
        self._show_country()
        self._make_room()
        self.view.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_country(self) -> None:
        self._rest.stop()
        if self._country != self._shown and self._country in self.session.board().places:
            self._shown = self._country
            self.view.show_country(self._country)

    # ---- room ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and country beside each other where there is room, else one of them."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._both = self.width() >= length(self, _LEAST_BOTH)
        self.list.setVisible(self._both or not self._at_view)
        is_empty = self._both and self.list.is_empty
        self.view.setVisible((self._both or self._at_view) and not is_empty)
        self.nothing.setVisible(is_empty)
        self.view.show_back(not self._both)
        if self._both:
            self.list.setFixedWidth(length(self, _LIST))
        else:
            self.list.setMinimumWidth(0)
            self.list.setMaximumWidth(16777215)
