"""The board of States on the overview: every participant by its regional group, with what the record shows in words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hanoi_desk.board import Board, Place
from hanoi_desk.board import Tile as Shown
from hanoi_desk.language import age, long_date, number, promised_for, word_key
from hanoi_desk.records import DomesticStep, RegionalGroup, TreatyAction
from hanoi_desk.ui.colours import TileState
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import BoardLegend, BoardOfStates, Card, TextLabel, Tile, TileGroup

_ORDER = (
    RegionalGroup.ASIA_PACIFIC,
    RegionalGroup.AFRICAN,
    RegionalGroup.LATIN_AMERICAN,
    RegionalGroup.WESTERN_EUROPEAN,
    RegionalGroup.EASTERN_EUROPEAN,
    RegionalGroup.NONE,
)
#: Stands after the code of a participant of which something is said that no depositary confirms.
_DOUBT = "*"

Claims = Mapping[str, Sequence[TreatyAction | DomesticStep]]


class StatesCard(Card):
    """A tile for every participant, all equal; the board is as tall as it needs, and the page scrolls."""

    marked = Signal()  # another tile has the focus mark

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("states")
        self._session = session
        self.groups: tuple[TileGroup, ...] = ()
        self.legend = BoardLegend()
        self.board = BoardOfStates("")
        self.board.setObjectName("board")
        self.doubt = TextLabel("", "caption", wrap=True)
        self.add_to_head(self.legend)
        self.body.addWidget(self.board)
        self.body.addWidget(self.doubt)
        self.body.addStretch(1)
        self.board.opened.connect(lambda participant: session.go(Goal("countries", participant)))
        self.board.selectionModel().currentChanged.connect(lambda: self.marked.emit())
        self.board.installEventFilter(self)

    def retranslate(self) -> None:
        """Put the words on title and legend."""
        title = self.tr("Where every State stands")
        self.set_title(title)
        self.board.setAccessibleName(title)
        self.doubt.setText(
            self.tr("{mark} Reported, but not in the depositary's record: unverified, not counted.").format(mark=_DOUBT)
        )
        self.legend.show_words(
            {
                TileState.DEPOSITED: self.tr("deposited"),
                TileState.SIGNED: self.tr("signed"),
                TileState.PROMISED: self.tr("promised"),
                TileState.IN_CONTACT: self.tr("in contact"),
                TileState.NO_CONTACT: self.tr("no contact"),
            }
        )

    def show_board(self, board: Board) -> None:
        """Show where every participant stands."""
        claims = defaultdict(list)
        for claim in board.unverified:
            claims[claim.participant or ""].append(claim)
        places: dict[RegionalGroup, list[Place]] = defaultdict(list)
        for place in sorted(board.places.values(), key=lambda place: _code(place)):
            places[place.participant.group].append(place)
        self.groups = tuple(self._group(group, places[group], claims) for group in _ORDER if places[group])
        self.board.show_groups(self.groups)
        self.doubt.setVisible(bool(board.unverified))
        self._fit()

    def _group(self, group: RegionalGroup, places: Sequence[Place], claims: Claims) -> TileGroup:
        language = self._session.language
        title = self._session.label(group)
        if group is RegionalGroup.NONE:
            title = self.tr("Observers, other States and the EU")
        joined = sum(place.tile in (Shown.DEPOSITED, Shown.SIGNED) for place in places)
        note = self.tr("{n} of {all}").format(n=number(joined, language), all=number(len(places), language))
        return TileGroup(title, note, tuple(self._tile(place, claims) for place in places))

    def _tile(self, place: Place, claims: Claims) -> Tile:
        own = claims.get(place.participant.id, ())
        code = _code(place) + (_DOUBT if own else "")
        return Tile(place.participant.id, code, TileState(place.tile.value), "\n".join(self._words(place, own)))

    def _words(self, place: Place, claims: Sequence[TreatyAction | DomesticStep]) -> list[str]:
        session, language = self._session, self._session.language
        lines = [f"{session.name(place.participant)}: {self._status(place)}"]
        if place.promise is not None:
            by = promised_for(place.promise, language)
            act = session.word(word_key(place.promise.act))
            lines.append(self.tr("Promised: {act}, {by_when}").format(act=act, by_when=by))
        if place.last_contact_on is None:
            lines.append(self.tr("No contact yet"))
        else:
            when = age(place.last_contact_on, session.today, language)
            lines.append(self.tr("Last contact {when}").format(when=when))
        for claim in claims:
            what = session.label(claim.stage if isinstance(claim, DomesticStep) else claim.act)
            lines.append(self.tr("Reported, unverified and not counted: {what}").format(what=what))
        return lines

    def _status(self, place: Place) -> str:
        session, language = self._session, self._session.language
        status = place.status
        shown = status.instrument if status.has_deposited else status.signature
        label = session.label(status.kind)
        if shown is None or shown.on is None:
            return label
        if status.instrument and status.has_deposited:
            label = self.tr("{status} ({act})").format(status=label, act=session.word(word_key(status.instrument.act)))
        words = self.tr("{status}, {day}").format(status=label, day=long_date(shown.on, language))
        if shown.as_of is None:
            return words
        return self.tr("{status}; source of {day}").format(status=words, day=long_date(shown.as_of, language))

    def _fit(self) -> None:
        """Give the board the height that it needs at its width, so that only the page scrolls."""
        tall = self.board.height_for(self.board.viewport().width())
        if tall != self.board.minimumHeight():
            self.board.setFixedHeight(tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the board when its width or its font changes."""
        if watched is self.board and event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the board to a new width."""
        super().resizeEvent(event)
        self._fit()


def _code(place: Place) -> str:
    return place.participant.iso3 or place.participant.key
