"""Promises held against the record: what the record shows stands first, with the answer one key away."""

from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hanoi_desk.agenda import waiting_promises
from hanoi_desk.commitments import TO_BE_BOUND, Outcome, Reconciled, answers
from hanoi_desk.language import days_left, number, promised_for, short_date, word_key
from hanoi_desk.overview import in_order
from hanoi_desk.records import Commitment, Precision, PromisedAct
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.deciding import AnswerLine, answer_to
from hanoi_desk.ui.overview.rows import RowsCard, TaskRow
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import make_link

ROWS = 4
#: A promise whose day is no further away than this is marked.
_SOON = 60


class PromisesCard(RowsCard):
    """Every open promise, those that ask for a decision first: K, N, L or A on a row gives the answer."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(ROWS, parent, pill_first=False)
        self.setObjectName("promises")
        self._session = session
        self._promises = Promises.of(session)
        self._held: tuple[Reconciled, ...] = ()
        self.lines = [AnswerLine(session, row) for row in self.rows]
        for row, line in zip(self.rows, self.lines, strict=True):
            row.add_line(line)
            row.clicked.connect(partial(self._open, row))
        self.unannounced = make_link(QPushButton())
        self.unannounced.setObjectName("unannounced")
        self.body.addWidget(self.unannounced)
        self.all.clicked.connect(self._open_all)
        self.unannounced.clicked.connect(self._open_unannounced)

    def retranslate(self) -> None:
        """Put its title on it."""
        self.set_title(self.tr("Promises to check against the record"))

    def show_promises(self, held: tuple[Reconciled, ...], *, is_empty_desk: bool) -> None:
        """Show the first of these promises, and of those that only a closer look finds to be decided."""
        session, board = self._session, self._session.board()
        known = {one.commitment.id for one in held}
        waiting = (one for one in waiting_promises(session.store, board) if one.commitment.id not in known)
        beyond = [one for one in waiting if one.needs_decision]
        self._held = in_order((*beyond, *held)) if beyond else held
        shown = self._held[:ROWS]
        for row, line, one in zip(self.rows, self.lines, shown, strict=False):
            place = board.places.get(one.commitment.participant)
            row.record = one.commitment.id
            words, tone = self._state(one)
            title = session.name(place.participant) if place else ""
            row.show_words(title, self._detail(one.commitment), words, tone)
            line.show_promise(one, title, answers(one))
        sentence = self.tr("No promise is open. None contradicts the record.")
        if is_empty_desk:
            sentence = self.tr("Promises that you note with a contact are held against the treaty record here.")
        count = number(len(self._held), session.language)
        self.show_count(len(shown), self.tr("See all {count}").format(count=count) if self._held else "", sentence)
        self._show_unannounced(is_empty_desk=is_empty_desk)

    def _show_unannounced(self, *, is_empty_desk: bool) -> None:
        """Say how much was done without a promise on file; to look at, with nothing to record."""
        done = [] if is_empty_desk else self._promises.unannounced()
        self.unannounced.setText(self.tr("Done without a promise on file: %n act(s)", "", len(done)))
        self.unannounced.setToolTip(self.tr("Go through them. Nothing is recorded by looking."))
        self.unannounced.setVisible(bool(done))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the answer of a key to the promise of the row that has the focus."""
        answer, focused = answer_to(event), self.focusWidget()
        line = next(
            (
                line
                for row, line in zip(self.rows, self.lines, strict=True)
                if focused is row or (focused is not None and row.isAncestorOf(focused))
            ),
            None,
        )
        if answer is None or line is None or not line.give(answer):
            super().keyPressEvent(event)

    def _detail(self, promise: Commitment) -> str:
        session = self._session
        stage = promise.stage if promise.act is PromisedAct.DOMESTIC_STEP else None
        what = session.word(word_key(stage or promise.act))
        by = ""
        if promise.by and promise.precision in (Precision.DAY, Precision.NONE):
            by = session.word("by.day", day=short_date(promise.by))
        elif promise.by or promise.by_words:
            by = promised_for(promise, session.language)
        words = self.tr("{act} {by_when}").format(act=what, by_when=by).strip()
        return f"{words} · {session.word(word_key(promise.form))}"

    def _state(self, one: Reconciled) -> tuple[str, Tone]:
        """Return what the record shows in a few words, and their tone."""
        act = one.commitment.act
        match one.outcome:
            case Outcome.KEPT if one.shown_on:
                return self._shown(one).format(day=short_date(one.shown_on)), Tone.GREEN
            case Outcome.PASSED if act is PromisedAct.SIGN:
                return self.tr("passed, not signed"), Tone.RED
            case Outcome.PASSED if act in TO_BE_BOUND:
                return self.tr("passed, not deposited"), Tone.RED
            case Outcome.TO_CONVERT:
                return self.tr("signing is over: ask to accede"), Tone.AMBER
            case Outcome.PARTLY_KEPT if one.needs_decision:
                return self.tr("signed, not yet bound"), Tone.BLUE
            case Outcome.CONTRADICTED:
                return self._session.word(word_key(one.outcome)), Tone.RED
            case Outcome.OPEN | Outcome.PARTLY_KEPT:
                return self._left(one.commitment)
        return self._session.word(word_key(one.outcome)), Tone.RED

    def _shown(self, one: Reconciled) -> str:
        if one.shown_by_step:
            return self.tr("done {day}, close it?")
        if one.commitment.act is PromisedAct.SIGN:
            return self.tr("signed {day}, close it?")
        return self.tr("deposited {day}, close it?")

    def _left(self, promise: Commitment) -> tuple[str, Tone]:
        if promise.by is None:
            return self._session.word("by.none"), Tone.NEUTRAL
        left = (promise.by - self._session.board().ledger.day).days
        return days_left(left, self._session.language), Tone.AMBER if left <= _SOON else Tone.NEUTRAL

    def _open(self, row: TaskRow, checked: bool = False) -> None:
        self._session.go(Goal("commitments", row.record))

    def _open_all(self) -> None:
        ids = tuple(one.commitment.id for one in self._held)
        rule = self.tr("All open promises under the Convention, held against the treaty record.")
        self._session.go(Goal("commitments", where=(("id", "in", ids),), rule=rule))

    def _open_unannounced(self) -> None:
        ids = tuple(dict.fromkeys(standing.participant for standing in self._promises.unannounced()))
        rule = self.tr("Signed or deposited without a promise on file that announced it. There is nothing to record.")
        self._session.go(Goal("countries", where=(("id", "in", ids),), rule=rule))
