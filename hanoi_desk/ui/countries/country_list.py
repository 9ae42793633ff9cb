"""The list of all participants: filtered as one types and by facets, in the alphabetical order of the language."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hanoi_desk.board import Board, Place, Tile
from hanoi_desk.language import age
from hanoi_desk.records import Mission, Participant
from hanoi_desk.store import Query
from hanoi_desk.text import fold, sort_key
from hanoi_desk.ui.countries.facets import (
    AGES,
    FACETS,
    NO_MISSION,
    PROMISES,
    STATUSES,
    Traits,
    groups,
    overdue_promises,
    traits,
)
from hanoi_desk.ui.countries.rows import CountryRow, CountryRows, CountryRowsView
from hanoi_desk.ui.countries.wording import tile_pill
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import (
    Card,
    ComboField,
    EmptyState,
    EvenLayout,
    SearchBox,
    StatusStrip,
    TextLabel,
    length,
)

_DROP_DOWNS = ("group", "status", "promised", "contact", "mission")


class CountryList(Card):
    """`chosen` follows the current row, `opened` asks to go to the country itself."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padded=False)
        self.session = session
        self._board: Board | None = None
        self._traits = Traits({})
        self._missions: dict[str, str] = {}
        self._wanted = dict.fromkeys(FACETS, "")
        self._among: frozenset[str] | None = None
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
        column.addWidget(self.count)
        self.body.setSpacing(length(self, 0.2))
        self.body.addWidget(head)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.nothing, 1)

    def _connect(self) -> None:
        self.filter.typed.connect(self._refill)
        self.filter.stepped.connect(self._step_in)
        self.filter.left.connect(self.view.setFocus)
        self.filter.entered.connect(self._open_first)
        self.nothing.acted.connect(self.clear)
        self.rule_strip.closed.connect(self.clear_rule)
        self.view.left.connect(self.filter.setFocus)
        self.view.opened.connect(lambda: self.opened.emit(self._current) if self._current else None)
        self.view.selectionModel().currentChanged.connect(self._follow)
        for facet, box in self.drop_downs.items():
            box.chosen.connect(lambda value, facet=facet: self._choose(facet, value))

    def retranslate(self) -> None:
        """Put the words on the fields; the rows follow with `reload`."""
        self.filter.set_words(self.tr("Filter: name, code or alias…"))
        self.view.setAccessibleName(self.tr("Countries"))
        for facet, name in self._names().items():
            self.drop_downs[facet].setAccessibleName(name)
            self.drop_downs[facet].setToolTip(name)

    def reload(self) -> None:
        """Read where every participant stands and show those that are wanted."""
        self._board = self.session.board()
        late = overdue_promises(self.session.store, self._board)
        self._traits = traits(self._board, late, self.session.today)
        missions = self.session.store.all(Query(Mission, order_by="title"))
        self._missions = {mission.id: self.session.name(mission) for mission in missions}
        self._refill()

    # ---- what is wanted ----

    def show_goal(self, goal: Goal) -> None:
        """Show the countries that a number stands for, with its rule over them."""
        facet, value = goal.facet
        self.filter.clear()
        self._wanted = dict.fromkeys(FACETS, "")
        if facet in self._wanted:
            self._wanted[facet] = value
        found = frozenset(self.session.store.ids(Query(Participant, goal.where))) if goal.where else None
        self._among = found
        self._rule = goal.rule or (self._words_of(facet, value) if facet == "unverified" else "")
        self._refill()

    def keep_filter(self) -> object:
        """Return what is wanted, to be given to `return_to`."""
        return self.filter.text(), dict(self._wanted), self._among, self._rule

    def return_to(self, kept: object) -> None:
        """Show what was wanted when `keep_filter` was asked."""
        match kept:
            case (str(text), dict(wanted), among, str(rule)) if among is None or isinstance(among, frozenset):
                self.filter.setText(text)
                self._wanted, self._among, self._rule = dict(wanted), among, rule
                self._refill()

    def clear(self) -> None:
        """Show all countries again."""
        self.filter.clear()
        self.clear_rule()

    def clear_rule(self) -> None:
        """Take away the rule and every facet; what was typed stays."""
        self._wanted = dict.fromkeys(FACETS, "")
        self._among = None
        self._rule = ""
        self._refill()

    def _choose(self, facet: str, value: str) -> None:
        self._wanted[facet] = value
        if self._rule:
            # A rule explains the whole list; one that is filtered otherwise needs another.
            self._rule, self._among, self._wanted["unverified"] = "", None, ""
        self._refill()

    # ---- what is shown ----

    @property
    def current(self) -> str:
        """The country whose row is the current one, also while the filter hides it."""
        return self._current

    def select(self, participant: str) -> None:
        """Make a country the current one, without a signal."""
        self._current = participant
        self._mark()

    def _refill(self) -> None:
        board = self._board
        if board is None:
            return
        places = self._found(board)
        rows = [self._row(place) for place in places]
        self.rows.show(rows)
        self._mark()
        self._offer(board)
        amount = self.tr("{n} of {all}").format(n=len(rows), all=len(board.places))
        self.count.setText(amount if len(rows) < len(board.places) else self.tr("%n participant(s)", "", len(rows)))
        self.view.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.show_sentence(self.tr("No country fits this filter."), self.tr("Show all"))
        if self._rule:
            self.rule_strip.say(self._rule)
        elif not self.rule_strip.isHidden():
            self.rule_strip.hide()

    def _found(self, board: Board) -> list[Place]:
        named = self._named(board)
        kept = self._traits.kept(named, self._wanted)
        if self._among is not None:
            kept = [id_ for id_ in kept if id_ in self._among]
        return [board.places[id_] for id_ in kept]

    def _named(self, board: Board) -> list[str]:
        """Return those whose names fit what is typed, the likeliest first; all in alphabetical order without it."""
        everyone = sorted(board.places, key=lambda id_: sort_key(self.session.name(board.places[id_].participant)))
        typed = fold(self.filter.text())
        if not typed:
            return everyone
        likely = self.session.names.complete(self.filter.text(), len(everyone))
        inside = [id_ for id_ in everyone if typed in fold(self.session.name(board.places[id_].participant))]
        return [id_ for id_ in dict.fromkeys([*likely, *inside]) if id_ in board.places]

    def _row(self, place: Place) -> CountryRow:
        name, (pill, tone) = self.session.name(place.participant), tile_pill(self.session, place)
        last = place.last_contact_on
        when = age(last, self.session.today, self.session.language) if last else self.session.word("time.never")
        shown = self.tr("none") if place.tile is Tile.NO_CONTACT else pill
        words = self.tr("{name}: {status}; last contact {when}").format(name=name, status=pill, when=when)
        return CountryRow(place.participant.id, name, shown, tone, words)

    def _offer(self, board: Board) -> None:
        """Fill the drop-downs, each value with the number of countries it would show beside the other facets."""
        named = self._named(board)
        if self._among is not None:
            named = [id_ for id_ in named if id_ in self._among]
        has_lead = any(place.lead for place in board.places.values())
        self.drop_downs["mission"].setVisible(has_lead or bool(self._wanted["mission"]))
        for facet, box in self.drop_downs.items():
            others = self._traits.kept(named, {**self._wanted, facet: ""})
            values = [(value, words, self._traits.count(others, facet, value)) for value, words in self._values(facet)]
            held = [one for one in values if one[2] or one[0] == self._wanted[facet]]
            title = self._names()[facet]
            box.set_choices([("", title), *((value, f"{words} ({n})") for value, words, n in held)])
            box.set_value(self._wanted[facet])
            popup = box.view()
            popup.setMinimumWidth(popup.sizeHintForColumn(0) + length(self, 1.6))

    def _values(self, facet: str) -> Sequence[tuple[str, str]]:
        assert self._board is not None
        if facet == "group":
            return [(group.value, self.session.label(group)) for group in groups(self._board)]
        if facet == "mission":
            return [*self._missions.items(), (NO_MISSION, self._words_of(facet, NO_MISSION))]
        values = {"status": STATUSES, "promised": PROMISES, "contact": AGES}[facet]
        return [(value, self._words_of(facet, value)) for value in values]

    def _names(self) -> dict[str, str]:
        return {
            "group": self.tr("Group"),
            "status": self.tr("Status"),
            "promised": self.tr("Promised"),
            "contact": self.tr("Last contact"),
            "mission": self.tr("Lead mission"),
        }

    def _words_of(self, facet: str, value: str) -> str:
        word = self.session.word
        words = {
            ("status", "not_signed"): word("status.not_signed"),
            ("status", "signatory"): self.tr("All signatories"),
            ("status", "signed"): self.tr("Signed, not deposited"),
            ("status", "deposited"): word("status.deposited"),
            ("status", "in_force"): word("status.in_force"),
            ("status", "accession_only"): word("status.accession_only"),
            ("promised", "yes"): self.tr("Any promised act"),
            ("promised", "sign"): self.tr("To sign"),
            ("promised", "bound"): self.tr("To ratify or accede"),
            ("promised", "overdue"): word("ui.overdue"),
            ("contact", "lt30"): self.tr("Under 30 days"),
            ("contact", "30_90"): self.tr("30 to 90 days"),
            ("contact", "90_180"): self.tr("90 to 180 days"),
            ("contact", "gt180"): self.tr("Over 180 days"),
            ("contact", "never"): self.tr("No contact yet"),
            ("mission", NO_MISSION): self.tr("No lead mission set"),
            ("unverified", "yes"): self.tr(
                "Countries on which there are unverified statements; none of them is counted."
            ),
        }
        return words.get((facet, value), "")

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
