"""The sheet of the log form: all its fields, laid out, filled from an entry and read back into one."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hanoi_desk.desk import Fault, OutreachEntry
from hanoi_desk.records import (
    Ask,
    Commitment,
    FollowUp,
    Meeting,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachPerson,
    Side,
)
from hanoi_desk.store import Change
from hanoi_desk.ui.log.ask_card import AskCard
from hanoi_desk.ui.log.attended import Attended
from hanoi_desk.ui.log.attendees import Attendees
from hanoi_desk.ui.log.card_column import CardColumn
from hanoi_desk.ui.log.cards import EditCard
from hanoi_desk.ui.log.commitment_card import Around, CommitmentCard
from hanoi_desk.ui.log.delegations import Delegations
from hanoi_desk.ui.log.draft import Writing
from hanoi_desk.ui.log.events import Events
from hanoi_desk.ui.log.fields import Choices, choices, clear_problems, letting_narrow, name_row, name_rows, stops_in
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
    Suggestion,
    TextArea,
    length,
)

#: Milliseconds after the last key in the notes until the countries named in them are looked for.
_LOOK_AFTER = 500
_EVENTS = 6

#: The sheet has two columns when it is wider than this, in heights of a line of text.
_TWO_COLUMNS = 38


class Sheet(QWidget):
    """Shows an entry and gives it back; what it does not show of an entry stays as it was."""

    edited = Signal()
    country_asked = Signal(int)  # what the next country said, or the one before

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setProperty("role", "page")
        self.people = People(session)
        self.delegations = Delegations(session)
        self.events = Events(session)
        self._outreach = Outreach(held_on=session.today)
        self._slots: tuple[Meeting, ...] = ()
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
        self._look = QTimer(self, interval=_LOOK_AFTER, singleShot=True)
        self._arrange()
        self.retranslate()
        self._connect()

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

    def _connect(self) -> None:
        self.held_on.changed.connect(self._date_changed)
        self.held_on.line.typed.connect(self.edited)
        self.kind.chosen.connect(self.edited)
        self.place.edited.connect(self._offer_attended)
        self.place.edited.connect(self.edited)
        self.attended.taken.connect(self.add_attended)
        self.countries.changed.connect(self._countries_changed)
        self.countries.line.typed.connect(self.edited)
        self.attendees.edited.connect(self.edited)
        self.notes.edited.connect(self._notes_changed)
        self.summary.typed.connect(self.edited)
        self.results.edited.connect(self.edited)
        self.more.edited.connect(self.edited)
        self.mentions.taken.connect(self._take_mentioned)
        for column in (self.commitments.news, self.follow_ups.news, self.asks.news):
            column.edited.connect(self.edited)
        self._look.timeout.connect(self.look_for_mentions)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Here and not in the form: the area between them would scroll.
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        if alone and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.country_asked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    # ---- filling and reading ----

    def show_writing(self, writing: Writing) -> None:
        """Show an entry and what was typed beside it; no signal of an edit."""
        self.blockSignals(True)
        try:
            self._show(writing)
        finally:
            self.blockSignals(False)
        self.look_for_mentions()
        self.clear_problems()

    def _show(self, writing: Writing) -> None:
        entry, typed = writing.entry, writing.typed
        outreach = self._outreach = entry.outreach
        self._slots = entry.slots
        self.held_on.set_value(outreach.held_on)
        if "held_on" in typed:
            self.held_on.line.setText(typed["held_on"])
        self.kind.set_value(outreach.kind)
        self.place.show_place(outreach.place, self.events.suggestion(outreach.event))
        self.results.show_results(entry.countries)
        ids = (*(c.participant for c in entry.countries), *outreach.organisations)
        self.countries.set_chips(chip for chip in map(self.delegations.suggestion, ids) if chip)
        self.countries.line.setText(typed.get("countries", ""))
        self._offer_attended()
        self.attendees.show_people(entry.people, entry.new)
        for side, field in self.attendees.fields.items():
            field.line.setText(typed.get(side, ""))
        self.notes.set_text(outreach.notes)
        self.summary.setText(outreach.summary)
        self.more.show_outreach(outreach)
        if self.attendees.fields[Side.THIRD].chips:
            self.more.open()
        self.commitments.show_cards(self.commitment_card(one) for one in entry.commitments)
        self.follow_ups.show_cards(self.follow_up_card(one) for one in entry.follow_ups)
        self.asks.show_cards(self.ask_card(one) for one in entry.asks)
        for card in self.all_cards():
            card.is_touched = True
            if day := typed.get(f"day.{card.record.id}"):
                card.show_typed_day(day)

    def writing(self) -> Writing:
        """Return what stands on the sheet, with what is typed and not yet part of it."""
        typed = {side.value: field.line.text() for side, field in self.attendees.fields.items()}
        typed["countries"] = self.countries.line.text()
        if self.held_on.value is None:
            typed["held_on"] = self.held_on.line.text()
        for card in (*self.commitments.said, *self.follow_ups.said, *self.asks.said):
            typed[f"day.{card.record.id}"] = card.typed_day
        return Writing(self.entry(), typed)

    def entry(self) -> OutreachEntry:
        """Return the entry as it stands; what is half typed in a field of chips is not in it."""
        day = self.held_on.value or self._outreach.held_on
        outreach = replace(
            self.more.fill(self._outreach),
            held_on=day,
            kind=OutreachKind(self.kind.value),
            place=self.place.place,
            event=self.place.event_id,
            organisations=tuple(id_ for id_ in self.countries.ids if not self.delegations.is_country(id_)),
            notes=self.notes.text,
            summary=self.summary.text(),
        )
        people, new = self.attendees.records(outreach.id, day)
        return OutreachEntry(
            outreach=outreach,
            countries=tuple(replace(one, outreach=outreach.id) for one in self.results.records()),
            people=tuple(people),
            commitments=tuple(card.commitment for card in self.commitments.said),
            follow_ups=tuple(card.task for card in self.follow_ups.said),
            asks=tuple(card.ask for card in self.asks.said),
            new=tuple(new),
            slots=self._slots,
        )

    @property
    def country_ids(self) -> tuple[str, ...]:
        """The participants in the list, without the organizations."""
        return tuple(id_ for id_ in self.countries.ids if self.delegations.is_country(id_))

    def country_choices(self) -> Choices:
        """Return the countries of the list with their names."""
        return [(one.id, one.title) for one in self.countries.chips if self.delegations.is_country(one.id)]

    def _speakers(self, country: str) -> Choices:
        people, _ = self.attendees.records(self._outreach.id, self.held_on.value or self._outreach.held_on)
        return [
            (one.person, ", ".join(filter(None, (one.name, one.title))))
            for one in people
            if one.person and one.participant in (country, None)
        ]

    # ---- cards ----

    def commitment_card(self, commitment: Commitment, *, is_new: bool = False) -> CommitmentCard:
        """Return a card for a commitment, not yet in the column."""
        around = Around(self.country_choices, self._speakers)
        return CommitmentCard(self.session, commitment, around, is_new=is_new)

    def follow_up_card(self, task: FollowUp) -> FollowUpCard:
        """Return a card for a task, not yet in the column."""
        return FollowUpCard(self.session, task, self.country_choices, self.people)

    def ask_card(self, ask: Ask) -> AskCard:
        """Return a card for a request, not yet in the column."""
        return AskCard(self.session, ask, self.country_choices, self.people)

    def all_cards(self) -> tuple[EditCard, ...]:
        """Return the cards of all columns."""
        return (*self.commitments.cards, *self.follow_ups.cards, *self.asks.cards)

    def country_meant(self) -> str:
        """Return the country that a new commitment is of.

        The one whose result is being written, else the one that the line of the notes names, else the next.
        """
        chosen = self.country_ids
        if (written := self.results.focused) in chosen:
            return written
        line = self.notes.textCursor().block().text()[:2000]
        named = [id_ for id_ in self.session.names.named_in(line) if id_ in chosen]
        taken = {card.commitment.participant for card in self.commitments.cards}
        others = [id_ for id_ in chosen if id_ not in taken]
        return next(iter([*named, *others, *chosen]), "")

    def promising(self) -> str:
        """Return the country of the commitment in which the cursor is, empty when it is in none."""
        focused = QApplication.focusWidget()
        cards = self.commitments.cards
        card = next((card for card in cards if focused is not None and card.isAncestorOf(focused)), None)
        return card.commitment.participant if card else ""

    # ---- events ----

    def _offer_attended(self) -> None:
        """Offer those that attended the event and are not in the list."""
        here = set(self.countries.ids)
        self.attended.offer([one for one in self.events.attended(self.place.event_id) if one not in here])

    def add_attended(self) -> None:
        """Put all that attended the event into the list."""
        self.countries.settle()
        chips = [chip for chip in map(self.delegations.suggestion, self.attended.offered) if chip]
        self.countries.blockSignals(True)  # one change, however many they are
        try:
            for chip in chips:
                self.countries.add(chip)
        finally:
            self.countries.blockSignals(False)
        if chips:
            self._countries_changed()

    # ---- following the user ----

    def _date_changed(self) -> None:
        if self.held_on.value:
            for card in self.commitments.cards:
                card.set_made_on(self.held_on.value)
        self.edited.emit()

    def _countries_changed(self) -> None:
        self.results.set_countries(self._outreach.id, self.country_ids)
        self.commitments.refresh_choices()
        self.follow_ups.refresh_choices()
        self.asks.refresh_choices()
        self._offer_attended()
        self._look.start()
        self.edited.emit()

    def _notes_changed(self) -> None:
        self._look.start()
        self.edited.emit()

    def look_for_mentions(self) -> None:
        """Offer the countries that the notes name and the list does not."""
        self._look.stop()
        self.mentions.offer(self.delegations.named_in(self.notes.text, self.countries.ids))

    def _take_mentioned(self, country: Suggestion) -> None:
        self.countries.add(country)
        self.look_for_mentions()
        self.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self, change: Change) -> None:
        """Read names anew after a change elsewhere."""
        self.people.forget(change)
        self.delegations.forget(change)
        self.events.forget(change)

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
        self.look_for_mentions()

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
