"""The list of all participants: filtered as one types and by facets, in the order that is chosen."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.board import Place, Tile
from hanoi_desk.language import age
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.countries.facets import FACETS
from hanoi_desk.ui.countries.listing import SORTS, CountryListing
from hanoi_desk.ui.countries.rows import CountryRow, CountryRows, CountryRowsView
from hanoi_desk.ui.countries.wording import tile_pill
from hanoi_desk.ui.listings import Wanted
from hanoi_desk.ui.lists.tools import ListTools
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import (
    Card,
    ComboField,
    EmptyState,
    EvenLayout,
    FlowLayout,
    SearchBox,
    StatusStrip,
    TextLabel,
    Toggle,
    length,
    set_role,
)

_DROP_DOWNS = ("group", "status", "promised", "contact", "mission")
#: Below this height, in heights of a line of text, the drop-downs stand behind a button.
_LOW = 20


class CountryList(Card):
    """`chosen` follows the current row, `opened` asks to go to the country itself."""

    chosen = Signal(str)
    opened = Signal(str)
    filled = Signal()  # the list is read anew

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padded=False)
        self.session = session
        self.listing = CountryListing(session, self)
        self.wanted = _everyone()
        self._has_read = False
        self._rule = ""
        self._current = ""
        self.filter = SearchBox()
        self.filter.setObjectName("country_filter")
        self.drop_downs = {facet: ComboField() for facet in _DROP_DOWNS}
        for facet, box in self.drop_downs.items():
            box.setObjectName(f"facet_{facet}")
            box.setMinimumContentsLength(5)
        self.rule_strip = StatusStrip()
        self.rule_strip.setObjectName("rule")
        self.count = TextLabel("", "caption")
        self.sort_button = QPushButton()
        self.sort_button.setObjectName("country_sort")
        set_role(self.sort_button, "facet")
        self.sort_menu = QMenu(self.sort_button)
        self.sort_button.setMenu(self.sort_menu)
        self.tools = ListTools(session, self.listing, self, is_table=False)
        self.more_button = Toggle()
        self.more_button.setObjectName("more_facets")
        self.rows = CountryRows(self)
        self.view = CountryRowsView(self.rows)
        self.view.setObjectName("country_rows")
        self.nothing = EmptyState("")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        side = length(self, 0.5)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(side, side, side, 0)
        column.setSpacing(length(self, 0.3))
        column.addWidget(self.filter)
        self._boxes = QWidget()
        even = EvenLayout(6.2, self._boxes, spacing=length(self, 0.3))
        for box in self.drop_downs.values():
            even.addWidget(box)
        column.addWidget(self._boxes)
        column.addWidget(self.rule_strip)
        line = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        flow = FlowLayout(line, spacing=length(self, 0.3))
        for widget in (self.count, self.more_button, self.sort_button, *self.tools.buttons):
            flow.addWidget(widget)
        column.addWidget(line)
        self.body.setSpacing(length(self, 0.2))
        self.body.addWidget(head)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.nothing, 1)

    def _connect(self) -> None:
        self.filter.typed.connect(lambda _: self._want(text=self.filter.text()))
        self.filter.stepped.connect(self._step_in)
        self.filter.left.connect(self.view.setFocus)
        self.filter.entered.connect(self._open_first)
        self.nothing.acted.connect(self.clear)
        self.rule_strip.closed.connect(self.clear_rule)
        self.view.left.connect(self.filter.setFocus)
        self.view.opened.connect(lambda: self.opened.emit(self._current) if self._current else None)
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.sort_menu.aboutToShow.connect(self._offer_sorts)
        self.more_button.toggled.connect(self._share_room)
        self.tools.wanted_chosen.connect(self._take_wanted)
        self.tools.export_asked.connect(self.export)
        for facet, box in self.drop_downs.items():
            box.chosen.connect(lambda value, facet=facet: self._choose(facet, value))

    def retranslate(self) -> None:
        """Put the words on the fields; the rows follow with `reload`."""
        self.filter.set_words(self.tr("Filter: name, code or alias…"))
        self.view.setAccessibleName(self.tr("Countries"))
        self.more_button.setText(self.tr("Filters"))
        self.tools.retranslate()

    def reload(self) -> None:
        """Read where every participant stands and show those that are wanted."""
        self.listing.read()
        self._has_read = True
        self._refill()

    # ---- what is wanted ----

    def show_goal(self, goal: Goal) -> None:
        """Show the countries that a number stands for, with its rule over them."""
        facet, value = goal.facet
        self.filter.clear()
        facets = {facet: value} if facet in FACETS and value else {}
        self._rule = goal.rule or (self.listing.words_of(facet, value) if facet == "unverified" else "")
        self._want(text="", facets=facets, where=tuple(goal.where))

    def keep_filter(self) -> object:
        """Return what is wanted, to be given to `return_to`."""
        return self.wanted, self._rule

    def return_to(self, kept: object) -> None:
        """Show what was wanted when `keep_filter` was asked."""
        match kept:
            case (Wanted() as wanted, str(rule)):
                self._show_wanted(wanted, rule)

    def clear(self) -> None:
        """Show all countries again."""
        self.filter.clear()
        self.wanted = replace(self.wanted, text="")
        self.clear_rule()

    def clear_rule(self) -> None:
        """Take away the rule and every facet; what was typed stays, and so does the order."""
        self._rule = ""
        self._want(facets={}, several={}, where=())

    def sort(self, by: str, descending: bool) -> None:
        """Show the countries in another order."""
        self._want(sort=by, descending=descending)
        self.view.scrollToTop()  # who comes first is what was asked

    def export(self) -> None:
        """Ask for a file and write the countries that are shown, in their order."""
        title = self._rule.rstrip(".") or self.tr("Countries")
        self.tools.export.choose_file(self.tools.shown(title, self.listing.shown(self.wanted)))

    def _choose(self, facet: str, value: str) -> None:
        wanted = self.wanted.choosing(facet, (value,) if value else ())
        if self._rule:
            # A rule explains the whole list; one that is filtered otherwise needs another.
            self._rule, wanted = "", replace(wanted.choosing("unverified", ()), where=())
        self._want(facets=wanted.facets, several=wanted.several, where=wanted.where)

    def _take_wanted(self, wanted: Wanted) -> None:
        """Show what a saved filter leaves, in its order or else by name."""
        first, down = self.listing.first_sort
        rule = self.listing.words_of("unverified", wanted.facets.get("unverified", ""))
        self._show_wanted(wanted if wanted.sort else replace(wanted, sort=first, descending=down), rule)
        self.view.scrollToTop()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_wanted(self, wanted: Wanted, rule: str) -> None:
        self.wanted, self._rule = wanted, rule
        self.filter.setText(wanted.text)
        self._refill()

    def _want(self, **changed: Any) -> None:
        self.wanted = replace(self.wanted, **changed)
        self._refill()

    # ---- what is shown ----

    @property
    def is_empty(self) -> bool:
        """Whether the list was read and shows no country."""
        return self._has_read and not self.rows.ids

    @property
    def current(self) -> str:
        """The country whose row is the current one, also while the filter hides it."""
        return self._current

    def select(self, participant: str) -> None:
        """Make a country the current one, without a signal."""
        self._current = participant
        self._mark()

    def _refill(self) -> None:
        if not self._has_read:
            return
        ids, places = self.listing.shown(self.wanted), self.listing.board.places
        self.rows.show([self._row(places[id_]) for id_ in ids.window(0, len(ids))])
        self._mark()
        self._offer()
        self.count.setText(self.listing.amount(len(ids)))
        self.sort_button.setText(f"{self._sort_words(self.wanted.sort, self.wanted.descending)} ▾")
        self.sort_button.setAccessibleName(self.tr("Order: {order}").format(order=self.sort_button.text()[:-2]))
        self.tools.show_wanted(self.wanted)
        self.view.setVisible(bool(len(ids)))
        self.nothing.setVisible(not len(ids))
        self.nothing.show_sentence(self.tr("No country fits this filter."), self.tr("Show all"))
        if self._rule:
            self.rule_strip.say(self._rule)
        elif not self.rule_strip.isHidden():
            self.rule_strip.hide()
        self.filled.emit()

    def _row(self, place: Place) -> CountryRow:
        """Return a country with its status, or with what the countries are sorted by."""
        name, (status, tone) = self.session.name(place.participant), tile_pill(self.session, place)
        last = place.last_contact_on
        when = age(last, self.session.today, self.session.language) if last else self.session.word("time.never")
        shown = self.tr("No contact") if place.tile is Tile.NO_CONTACT else status
        words = self.tr("{name}: {status}; last contact {when}").format(name=name, status=status, when=when)
        if self.wanted.sort == "contact":
            shown, tone = when, Tone.NEUTRAL
        elif self.wanted.sort == "priority":
            rank = self.listing.rank_words(place.participant.priority)
            shown, tone = rank or self.tr("None"), Tone.NEUTRAL
            words = f"{words}; {rank}" if rank else words
        return CountryRow(place.participant.id, name, shown, tone, words)

    def _offer(self) -> None:
        """Fill the drop-downs, each value with the number of countries it would show beside the other facets."""
        for facet in self.listing.facets():
            box = self.drop_downs.get(facet.key)
            if box is None:
                continue
            value = next(iter(self.wanted.chosen(facet.key)), "")
            words, counts = dict(facet.choices), self.listing.counts(self.wanted, facet)
            held = [(key, f"{words[key]} ({n})") for key, n in counts if n or key == value]
            box.set_choices([("", facet.words), *held])
            box.set_value(value)
            box.setAccessibleName(facet.words)
            box.setToolTip(facet.words)
            popup = box.view()
            popup.setMinimumWidth(popup.sizeHintForColumn(0) + length(self, 1.6))
        self._share_room()

    def _share_room(self) -> None:
        """Leave out the drop-downs that choose nothing: of lead missions where there are none, all in a low window."""
        if not self._has_read:
            return
        is_low = self.height() < length(self, _LOW)
        self.more_button.setVisible(is_low)
        has_lead = any(place.lead for place in self.listing.board.places.values())
        for facet, box in self.drop_downs.items():
            offered = (has_lead or facet != "mission") and (not is_low or self.more_button.isChecked())
            box.setVisible(offered or bool(self.wanted.chosen(facet)))
        self._boxes.setVisible(any(not box.isHidden() for box in self.drop_downs.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def _offer_sorts(self) -> None:
        self.sort_menu.clear()
        group = QActionGroup(self.sort_menu)
        for by, descending in SORTS:
            action = QAction(self._sort_words(by, descending), self.sort_menu)
            action.setCheckable(True)
            action.setChecked((by, descending) == (self.wanted.sort, self.wanted.descending))
            action.triggered.connect(partial(self._take_sort, by, descending))
            group.addAction(action)
            self.sort_menu.addAction(action)

    def _take_sort(self, by: str, descending: bool, _checked: bool = False) -> None:
        self.sort(by, descending)

    def _sort_words(self, by: str, descending: bool) -> str:
        words = {
            ("title", False): self.tr("By name"),
            ("priority", False): self.tr("By priority"),
            ("contact", True): self.tr("Newest contact first"),
            ("contact", False): self.tr("Longest silent first"),
            ("status", False): self.tr("By status"),
        }
        return words.get((by, descending)) or words[by, not descending]

    # ---- going about ----

    def _mark(self) -> None:
        ids = self.rows.ids
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        if self._current in ids:
            index = self.rows.index(ids.index(self._current))
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)
        else:
            selection.clear()
        selection.blockSignals(False)
        self.view.viewport().update()

    def _follow(self) -> None:
        ids, row = self.rows.ids, self.view.currentIndex().row()
        if 0 <= row < len(ids) and ids[row] != self._current:
            self._current = ids[row]
            self.chosen.emit(self._current)

    def _step_in(self, by: int) -> None:
        if by > 0 and self.rows.ids:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._current not in self.rows.ids:
                self.view.setCurrentIndex(self.rows.index(0))

    def _open_first(self) -> None:
        ids = self.rows.ids
        if ids and self._current not in (ids if not self.filter.text() else ids[:1]):
            self.view.setCurrentIndex(self.rows.index(0))
        if self._current:
            self.opened.emit(self._current)


def _everyone() -> Wanted:
    by, descending = CountryListing.first_sort
    return Wanted(sort=by, descending=descending)
