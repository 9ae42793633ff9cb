"""The four figures of the overview; each opens the list that adds up to it, with the rule and the as-of date."""

import re
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from hanoi_desk.board import Board
from hanoi_desk.commitments import Outcome, Reconciled
from hanoi_desk.language import long_date, number
from hanoi_desk.overview import OUTREACH_DAYS, Contacts, promised_with_date, reports
from hanoi_desk.records import Participant, Source
from hanoi_desk.treaty import Standing, TreatyStatus, may_be_signed
from hanoi_desk.ui.colours import TileState, Tone
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import EvenLayout, FigureCard, Segment, SegmentBar, SparkBars, length

#: From how many days before its close on the time left to sign calls for attention (pdf-products.md, 2).
_LAST_DAYS = 60
_OUTSIDE = (TreatyStatus.NOT_SIGNED, TreatyStatus.WITHDRAWN)
#: From how many days on the record is called old.
_OLD = 30


class Figures(QWidget):
    """Entry into force, close of signature, signatories, and our outreach."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._goals: dict[FigureCard, Goal] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.entry, self.close_of_signature = self._card("entry"), self._card("close_of_signature")
        self.signatories, self.outreach = self._card("signatories"), self._card("our_outreach")
        self.bar, self.spark = SegmentBar(), SparkBars()
        self.entry.add_meter(self.bar)
        self.outreach.add_meter(self.spark)
        even = EvenLayout(12, self, spacing=length(self, 0.8))
        for card in (self.entry, self.close_of_signature, self.signatories, self.outreach):
            even.addWidget(card)

    def _card(self, name: str) -> FigureCard:
        card = FigureCard("")
        card.setObjectName(name)
        card.clicked.connect(partial(self._open, card))
        return card

    def _open(self, card: FigureCard, checked: bool = False) -> None:
        if card in self._goals:
            self._session.go(self._goals[card])

    # ---- entry into force ----

    def show_entry(self, board: Board, held: tuple[Reconciled, ...]) -> None:
        """Show how many States' instruments are on deposit, and when the Convention enters into force."""
        ledger, treaty = board.ledger, board.treaty
        counted, promised = len(ledger.counted.states), len(promised_with_date(board, held))
        self.entry.set_title(self.tr("Entry into force"), self.tr("Art. 65"))
        caption = self.tr("of {threshold} instruments deposited").format(threshold=treaty.threshold)
        self.entry.show_figure(self._number(counted), caption, self._entry_note(board, promised))
        shown = [Segment(counted, TileState.DEPOSITED), Segment(promised, TileState.PROMISED)]
        words = self.tr("{counted} deposited, {promised} promised with a date, of {threshold}")
        self.bar.show_segments(
            shown, treaty.threshold, words.format(counted=counted, promised=promised, threshold=treaty.threshold)
        )
        rule = (treaty.rule_text, self._reio_sentence(board), self._as_of(board))
        self._goals[self.entry] = _those(ledger.counted.states, " ".join(part for part in rule if part))

    def _entry_note(self, board: Board, promised: int) -> str:
        ledger, language = board.ledger, self._session.language
        if ledger.entry.on is not None:
            words = self.tr("In force since {day}.") if ledger.entry.on <= ledger.day else self.tr("In force on {day}.")
            notes = [words.format(day=long_date(ledger.entry.on, language))]
            if ledger.first_conference_by is not None:
                by = long_date(ledger.first_conference_by, language)
                notes.append(self.tr("First Conference by {day}.").format(day=by))
        else:
            remaining = ledger.remaining or 0
            notes = [self.tr("{n} to go.").format(n=self._number(remaining))]
            if promised:
                rest = self._number(max(0, remaining - promised))
                one = self.tr("1 State promised with a date, {rest} not yet in sight.")
                many = self.tr("{n} States promised with a date, {rest} not yet in sight.")
                notes.append((one if promised == 1 else many).format(n=self._number(promised), rest=rest))
        if ledger.counted.reios:
            notes.append(self._reio_sentence(board))
        notes.append(self._reports(len(reports(board, of_deposits=True))))
        return " ".join(note for note in notes if note)

    def _reio_sentence(self, board: Board) -> str:
        names = self._names(board, board.ledger.counted.reios) or self.tr("EU")
        return self.tr("The instrument of the {name} is not counted.").format(name=names)

    # ---- close of signature ----

    def show_close(self, board: Board, held: tuple[Reconciled, ...]) -> None:
        """Show how long signature stays open; after it, who can only accede."""
        self.close_of_signature.set_title(self.tr("Signature closes"), self.tr("Art. 64"))
        if board.days_left is None:
            self._show_closed(board, held)
            return
        closes_on = board.treaty.closes_on
        assert closes_on is not None  # there are days left only to a day
        day, left, waiting = long_date(closes_on, self._session.language), board.days_left, board.promising_to_sign
        caption = (self.tr("day, {day}") if left == 1 else self.tr("days, {day}")).format(day=day)
        notes = []
        if left == 0:
            caption = self.tr("days: today is the last day, {day}").format(day=day)
        if board.ledger.day != self._session.today:
            today = long_date(board.ledger.day, self._session.language)
            notes.append(self.tr("It is {day} in New York.").format(day=today))
        if waiting:
            one = self.tr("1 State promised to sign and has not.")
            many = self.tr("{n} States promised to sign and have not.")
            notes.append((one if len(waiting) == 1 else many).format(n=self._number(len(waiting))))
            notes.append(self.tr("After that date they can only accede."))
        else:
            notes.append(self.tr("After that date States can only accede."))
        tone = Tone.RED if left <= _LAST_DAYS else Tone.NEUTRAL
        self.close_of_signature.show_figure(self._number(left), caption, " ".join(notes), tone=tone)
        rule = self.tr("Promised to sign and have not. Signature closes on {day} in New York (Article 64).")
        ids = tuple(place.participant.id for place in waiting)
        rule = f"{rule.format(day=day)} {self._as_of(board)}"
        self._goals[self.close_of_signature] = Goal("countries", where=(("id", "in", ids),), rule=rule)

    def _show_closed(self, board: Board, held: tuple[Reconciled, ...]) -> None:
        outside = [p for p in board.places.values() if p.status.kind in _OUTSIDE]
        to_convert = sum(one.outcome is Outcome.TO_CONVERT for one in held)
        closes_on = board.treaty.closes_on
        notes = []
        if closes_on is not None and not may_be_signed(board.treaty, board.ledger.day):
            self.close_of_signature.set_title(self.tr("Signature closed"), self.tr("Art. 64"))
            day = long_date(closes_on, self._session.language)
            notes.append(self.tr("Signature closed on {day}; accession is open.").format(day=day))
        if to_convert:
            one = self.tr("1 promise to sign asks to become one to accede.")
            many = self.tr("{n} promises to sign ask to become promises to accede.")
            notes.append((one if to_convert == 1 else many).format(n=self._number(to_convert)))
        note = " ".join(notes)
        self.close_of_signature.show_figure(self._number(len(outside)), self.tr("can only accede"), note)
        ids = tuple(place.participant.id for place in outside)
        rule = self.tr("Neither signed nor deposited: only accession is open to them (Article 64).")
        where = (("id", "in", ids),)
        self._goals[self.close_of_signature] = Goal("countries", where=where, rule=f"{rule} {self._as_of(board)}")

    # ---- signatories ----

    def show_signatories(self, board: Board, source: Source | None) -> None:
        """Show how many have signed, how old the record is, and where it comes from."""
        session, roll = self._session, board.ledger.signatories
        states = self._number(len(roll.states))
        caption = self.tr("1 State") if len(roll.states) == 1 else self.tr("{n} States").format(n=states)
        if roll.reios:
            caption = self.tr("{states} and the {name}").format(states=caption, name=self._names(board, roll.reios))
        since = board.ledger.day - timedelta(days=OUTREACH_DAYS)
        new = sum(standing.on > since for standing in (*roll.states, *roll.reios))
        notes = []
        if new:
            day = long_date(since, session.language)
            notes.append(self.tr("+{n} since {day}.").format(n=self._number(new), day=day))
        notes.append(self._as_of(board))
        if source is not None:
            notes.append(self.tr("Source: {name}.").format(name=_publisher(source)))
        notes.append(self._reports(len(reports(board, of_deposits=False))))
        self.signatories.set_title(self.tr("Signatories"))
        self.signatories.show_figure(self._number(roll.total), caption, " ".join(note for note in notes if note))
        rule = [self.tr("Signatures on record, States and organizations."), self._as_of(board)]
        rule += [self.tr("Source: {name}.").format(name=source.title)] if source else []
        self._goals[self.signatories] = _those((*roll.states, *roll.reios), " ".join(rule))

    # ---- our outreach ----

    def show_outreach(self, contacts: Contacts, *, is_empty_desk: bool) -> None:
        """Show how much we talked lately, and with how many."""
        count, met = self._number(contacts.count), self._number(contacts.participants)
        one, many = self.tr("contact"), self.tr("contacts")
        country, countries = self.tr("1 country"), self.tr("{n} countries").format(n=met)
        caption = self.tr("{contacts}, {countries}").format(
            contacts=one if contacts.count == 1 else many,
            countries=country if contacts.participants == 1 else countries,
        )
        note = self.tr("Log your first contact: Ctrl+L.") if is_empty_desk else ""
        self.outreach.set_title(self.tr("Our outreach, {n} days").format(n=OUTREACH_DAYS))
        self.outreach.show_figure(count, caption, note)
        weeks = ", ".join(self._number(week) for week in contacts.by_week)
        self.spark.show_values(contacts.by_week, self.tr("Contacts a week, oldest first: {weeks}").format(weeks=weeks))
        self.spark.setVisible(contacts.count > 0)
        day = long_date(self._session.today, self._session.language)
        rule = self.tr("Contacts held in the {n} days up to {day}.").format(n=OUTREACH_DAYS, day=day)
        self._goals[self.outreach] = Goal("outreach", where=contacts.where, rule=rule)

    # ---- words that several of them use ----

    def _number(self, value: int) -> str:
        return number(value, self._session.language)

    def _as_of(self, board: Board) -> str:
        if board.as_of is None:
            return self.tr("No depositary record is held.")
        day, old = long_date(board.as_of, self._session.language), (self._session.today - board.as_of).days
        if old <= _OLD:
            return self.tr("Record as of {day}.").format(day=day)
        return self.tr("Record as of {day}, {n} days old.").format(day=day, n=self._number(old))

    def _reports(self, count: int) -> str:
        if count == 1:
            return self.tr("1 unverified report is not counted.")
        return self.tr("{n} unverified reports are not counted.").format(n=self._number(count)) if count else ""

    def _names(self, board: Board, standing: tuple[Standing, ...]) -> str:
        """Return what organizations are called for short: "EU"."""
        known: list[Participant] = [board.places[s.participant].participant for s in standing]
        return ", ".join(participant.key for participant in known)


def _those(standing: tuple[Standing, ...], rule: str) -> Goal:
    ids = tuple(one.participant for one in standing)
    return Goal("countries", where=(("id", "in", ids),), rule=rule)


def _publisher(source: Source) -> str:
    """Return whose work a source is: its title up to the first comma or bracket."""
    return re.split(r"[,;(]", source.title, maxsplit=1)[0].strip()
