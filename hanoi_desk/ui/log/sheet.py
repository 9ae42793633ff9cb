"""The sheet of the log form: filled from an entry and read back into one, following what the user does."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from hanoi_desk.desk import OutreachEntry
from hanoi_desk.records import Ask, Commitment, FollowUp, Meeting, Outreach, OutreachKind, Side
from hanoi_desk.store import Change
from hanoi_desk.ui.log.ask_card import AskCard
from hanoi_desk.ui.log.cards import EditCard
from hanoi_desk.ui.log.commitment_card import Around, CommitmentCard
from hanoi_desk.ui.log.draft import Writing
from hanoi_desk.ui.log.fields import Choices
from hanoi_desk.ui.log.follow_up_card import FollowUpCard
from hanoi_desk.ui.log.sheet_view import SheetView
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Suggestion

#: Milliseconds after the last key in the notes until the countries named in them are looked for.
_LOOK_AFTER = 500


class Sheet(SheetView):
    """Shows an entry and gives it back; what it does not show of an entry stays as it was."""

    edited = Signal()
    country_asked = Signal(int)  # what the next country said, or the one before

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._outreach = Outreach(held_on=session.today)
        self._slots: tuple[Meeting, ...] = ()
        self._look = QTimer(self, interval=_LOOK_AFTER, singleShot=True)
        session.closing.connect(self._look.stop)  # a desk that is closed knows no names
        self.retranslate()
        self._connect()

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
            self.held_on.show_typed(typed["held_on"])
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

    def retranslate(self) -> None:
        super().retranslate()
        self.look_for_mentions()
