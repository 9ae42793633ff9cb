"""Promises held against the record: what the record shows stands first, with the answer one key away."""

from functools import partial

from hanoi_desk.commitments import TO_BE_BOUND, Outcome, Reconciled
from hanoi_desk.desk import Refused, close_commitment
from hanoi_desk.language import days_left, number, promised_for, short_date, word_key
from hanoi_desk.records import Commitment, CommitmentState, Precision, PromisedAct
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.overview.rows import RowsCard, TaskRow
from hanoi_desk.ui.session import Goal, Session

ROWS = 4
#: A promise whose day is no further away than this is marked.
_SOON = 60


class PromisesCard(RowsCard):
    """Every open promise, those that ask for a decision first."""

    def __init__(self, session: Session) -> None:
        super().__init__(ROWS, pill_first=False)
        self.setObjectName("promises")
        self._session = session
        self._held: tuple[Reconciled, ...] = ()
        for row in self.rows:
            row.clicked.connect(partial(self._open, row))
            row.button.clicked.connect(partial(self._close_as_kept, row))
        self.all.clicked.connect(self._open_all)

    def retranslate(self) -> None:
        """Put its title on it."""
        self.set_title(self.tr("Promises to check against the record"))

    def show_promises(self, held: tuple[Reconciled, ...], *, is_empty_desk: bool) -> None:
        """Show the first of these promises; they are in the order in which they ask for a decision."""
        self._held = held
        places, shown = self._session.board().places, held[:ROWS]
        for row, one in zip(self.rows, shown, strict=False):
            place = places.get(one.commitment.participant)
            row.record = one.commitment.id
            words, tone = self._state(one)
            answer = self.tr("Close as kept") if _is_kept(one) else ""
            title = self._session.name(place.participant) if place else ""
            row.show_words(title, self._detail(one.commitment), words, tone, answer)
        sentence = self.tr("No promise is open. None contradicts the record.")
        if is_empty_desk:
            sentence = self.tr("Promises that you note with a contact are held against the treaty record here.")
        see_all = self.tr("See all {count}").format(count=number(len(held), self._session.language)) if held else ""
        self.show_count(len(shown), see_all, sentence)

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

    def _close_as_kept(self, row: TaskRow, checked: bool = False) -> None:
        session = self._session
        one = next((one for one in self._held if one.commitment.id == row.record), None)
        if one is None:
            return
        country = row.words[0]
        try:
            close_commitment(session.store, one.commitment, CommitmentState.KEPT, session.today, shown_by=one.shown_by)
        except StoreError as error:
            messages.store_trouble(self, error, session.language)
        except Refused as refused:
            messages.trouble(self, messages.fault_sentence(refused.faults[0], session.language))
        else:
            session.say(self.tr("Closed as kept: the promise of {country}.").format(country=country), undo=True)

    def _open(self, row: TaskRow, checked: bool = False) -> None:
        self._session.go(Goal("commitments", row.record))

    def _open_all(self) -> None:
        ids = tuple(one.commitment.id for one in self._held)
        rule = self.tr("All open promises under the Convention, held against the treaty record.")
        self._session.go(Goal("commitments", where=(("id", "in", ids),), rule=rule))


def _is_kept(one: Reconciled) -> bool:
    return one.outcome is Outcome.KEPT and one.shown_on is not None
