"""The fields of the log form's sheet: laid out, named, in the order of Tab, each with the place of its problem."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hanoi_desk.desk import Fault
from hanoi_desk.records import (
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachPerson,
    Side,
)
from hanoi_desk.ui.log.ask_card import AskCard
from hanoi_desk.ui.log.attended import Attended
from hanoi_desk.ui.log.attendees import Attendees
from hanoi_desk.ui.log.card_column import CardColumn
from hanoi_desk.ui.log.cards import EditCard
from hanoi_desk.ui.log.commitment_card import CommitmentCard
from hanoi_desk.ui.log.delegations import Delegations
from hanoi_desk.ui.log.events import Events
from hanoi_desk.ui.log.fields import choices, clear_problems, letting_narrow, name_row, name_rows, stops_in
from hanoi_desk.ui.log.follow_up_card import FollowUpCard
from hanoi_desk.ui.log.mentions import Mentions
from hanoi_desk.ui.log.more import MoreFields
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.log.place import PlaceField
from hanoi_desk.ui.log.results import CountryResults
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    ChipEdit,
    ComboField,
    DateField,
    EvenLayout,
    FormRow,
    Line,
    Rule,
    TextArea,
    length,
)

#: The sheet has two columns when it is wider than this, in heights of a line of text.
_TWO_COLUMNS = 38


class SheetView(QWidget):
    """What is seen of the sheet; `Sheet` fills it and reads it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setProperty("role", "page")
        self.people = People(session)
        self.delegations = Delegations(session)
        self.events = Events(session)
        self.held_on = DateField(lambda: session.today, "")
        self.kind = ComboField()
        self.place = PlaceField(self.events.complete)
        self.countries = ChipEdit(self.delegations.complete, "")
        self.attended = Attended()
        self.attendees = Attendees(session, self.people, lambda: self.country_ids)
        self.notes = TextArea("", least=7, most=16)
        self.mentions = Mentions()
        self.summary = Line()
        self.results = CountryResults(session)
        self.more = MoreFields(session, self.attendees.rows[Side.THIRD])
        self.commitments: CardColumn[CommitmentCard] = CardColumn("commitments", "Alt C")
        self.follow_ups: CardColumn[FollowUpCard] = CardColumn("follow_ups", "Alt F")
        self.asks: CardColumn[AskCard] = CardColumn("asks", "Alt R")
        self.rows = {
            name: FormRow("", getattr(self, name))
            for name in ("held_on", "kind", "place", "countries", "notes", "summary")
        }
        for name, row in self.rows.items():
            row.field.setObjectName(name)
        self._seen = 0, 0
        self._arrange()

    @property
    def country_ids(self) -> tuple[str, ...]:
        """The participants in the list, without the organizations."""
        return tuple(id_ for id_ in self.countries.ids if self.delegations.is_country(id_))

    # ---- laying out ----

    def _arrange(self) -> None:
        self._left, self._right = letting_narrow(QWidget()), letting_narrow(QWidget())
        left, right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(length(self, 0.6))
        head = QHBoxLayout()
        head.setSpacing(length(self, 0.5))
        for name, share in (("held_on", 4), ("kind", 5), ("place", 6)):
            head.addWidget(self.rows[name], share)
        left.addLayout(head)
        left.addWidget(self.rows["countries"])
        left.addWidget(self.attended)
        sides = EvenLayout(11, spacing=length(self, 0.5))
        sides.addWidget(self.attendees.rows[Side.THEIRS])
        sides.addWidget(self.attendees.rows[Side.OURS])
        left.addLayout(sides)
        for widget in (self.rows["notes"], self.mentions, self.rows["summary"], self.results, self.more):
            left.addWidget(widget)
        left.addStretch(1)
        right.addWidget(self.commitments.widget)
        right.addSpacing(length(self, 0.3))
        right.addWidget(self.follow_ups.widget)
        right.addSpacing(length(self, 0.3))
        right.addWidget(self.asks.widget)
        right.addStretch(1)
        self._rule = Rule(standing=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        side = length(self, 1.1)
        self._columns.setContentsMargins(side, 0, side, length(self, 0.6))
        self._columns.setSpacing(side)
        self._columns.addWidget(self._left, 8)
        self._columns.addWidget(self._rule)
        self._columns.addWidget(self._right, 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= length(self, _TWO_COLUMNS)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
            self._rule.setVisible(wide)
            self.keep_beside(*self._seen)

    def keep_beside(self, top: int, height: int) -> None:
        """Keep the left column in sight while the right one is read further down, if it fits in that height."""
        self._seen = top, height
        column = self._left.layout()
        assert column is not None
        before = column.contentsMargins().top()
        own, other = _natural(self._left) - before, _natural(self._right)
        wide = self._columns.direction() == QBoxLayout.Direction.LeftToRight
        shift = max(0, min(top, other - own)) if wide and own <= height else 0
        if shift != before:
            column.setContentsMargins(0, shift, 0, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a card came or went
            self.keep_beside(*self._seen)
        return super().event(event)

    # ---- words and order ----

    def retranslate(self) -> None:
        """Put the words on all fields, in the language of the window."""
        self.kind.set_choices(choices(self.session, OutreachKind))
        name_rows(self.session, "outreach", {name: self.rows[name] for name in ("held_on", "kind", "notes", "summary")})
        name_row(self.rows["place"], self.tr("Where, or event"))
        self.place.set_name(self.tr("Where, or event"))
        name_row(self.rows["countries"], self.tr("Countries"))
        self.summary.setPlaceholderText(self.tr("The news in one line"))
        self.attended.retranslate()
        self.attendees.retranslate()
        self.results.retranslate()
        self.more.retranslate()
        self.mentions.retranslate()
        self.commitments.set_words(self.tr("What they undertook"), self.tr("+ Commitment"))
        self.follow_ups.set_words(self.tr("Follow-ups"), self.tr("+ Follow-up"))
        self.asks.set_words(self.tr("Requests, ours and theirs"), self.tr("+ Request"))
        pending = self.countries.line.text()
        self.countries.set_chips(chip for chip in map(self.delegations.suggestion, self.countries.ids) if chip)
        self.countries.line.setText(pending)

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab goes through, in order: from countries to notes, then through the rest as it is read."""
        # What every contact has comes first: countries, then notes. People can wait until they are written down.
        parts: list[QWidget] = [
            *(self.rows[name] for name in ("held_on", "kind", "place", "countries", "notes")),
            self.mentions,
            self.attended,
            self.attendees.rows[Side.THEIRS],
            self.attendees.rows[Side.OURS],
            self.rows["summary"],
            self.results,
            self.more,
            self.commitments.widget,
            self.follow_ups.widget,
            self.asks.widget,
        ]
        for part in parts:
            yield from stops_in(part)

    # ---- problems ----

    def clear_problems(self) -> None:
        """Take away what was said to be wrong."""
        clear_problems(self.rows.values())
        self.attendees.clear_problems()
        self.results.clear_problems()
        self.more.clear_problems()
        self.commitments.clear_problems()
        self.follow_ups.clear_problems()
        self.asks.clear_problems()

    def row_of(self, fault: Fault) -> FormRow:
        """Return the row to show a fault beside, opening what hides it."""
        record, name = fault.record, fault.problem.field
        if isinstance(record, Outreach):
            if name in self.more.rows:
                self.more.open()
                return self.more.rows[name]
            return self.rows.get(name, self.rows["countries"])
        if isinstance(record, OutreachPerson) and record.side is Side.THIRD:
            self.more.open()
        if isinstance(record, OutreachCountry):
            return self.results.row_of(fault) or self.rows["countries"]
        card: EditCard | None = (
            self.commitments.card_of(fault) or self.follow_ups.card_of(fault) or self.asks.card_of(fault)
        )
        if card is not None:
            return card.row_of(name)
        return self.attendees.row_of(fault) or self.rows["place"]


def _natural(column: QWidget) -> int:
    """Return the height that a column would like at its width."""
    layout = column.layout()
    assert layout is not None
    return layout.heightForWidth(column.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
