"""What a person answers to a promise that the record or the calendar has overtaken: one key, one save, one undo."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hanoi_desk.commitments import Answer, Outcome, Reconciled, state_as_kept
from hanoi_desk.desk import Refused, close_commitment, convert_commitment, give_new_date
from hanoi_desk.language import by_when, short_date
from hanoi_desk.records import Commitment, CommitmentState, Precision
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ActionButton, FlowLayout, length, make_small

if TYPE_CHECKING:
    from hanoi_desk.periods import Period
    from hanoi_desk.ui.new_date import NewDate

#: The key of each answer on the row that has the focus.
KEYS = {Answer.KEPT: "K", Answer.NEW_DATE: "N", Answer.LAPSED: "L", Answer.ACCEDE: "A"}


def answer_to(event: QKeyEvent) -> Answer | None:
    """Return the answer that a key stands for."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return next((answer for answer, key in KEYS.items() if event.key() == Qt.Key[f"Key_{key}"]), None)


class AnswerLine(QWidget):
    """The answers to one promise as small buttons with their keys; the new date is asked for in their place.

    `answered` is told the promise that then stands. It is no signal: what shows a promise is often made anew by the
    very save, and this line with it.
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, answered: Callable[[str], None] | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._answered = answered
        self._one: Reconciled | None = None
        self._country = ""
        self._offered: tuple[Answer, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: dict[Answer, QPushButton] = {}  # made with the first answers
        self.new_date: NewDate | None = None  # made when it is first asked for
        self._flow = FlowLayout(self, spacing=length(self, 0.3))
        self.setVisible(False)

    def show_promise(self, one: Reconciled | None, country: str, offered: Iterable[Answer]) -> None:
        """Offer these answers to a promise of a country; none leaves nothing to see."""
        is_same = self._one is not None and one is not None and self._one.commitment.id == one.commitment.id
        asking = is_same and self.is_asking
        self._one, self._country, self._offered = one, country, tuple(offered) if one else ()
        if self._offered and not self.buttons:
            self._make_buttons()
        for answer, button in self.buttons.items():
            button.setText(self._words(answer))
            button.setAccessibleName(f"{button.text()} ({KEYS[answer]})")
            button.setAccessibleDescription(country)
        if self.new_date is not None:
            self.new_date.retranslate()
        self._show(asking=asking)
        self.setVisible(bool(self._offered))

    @property
    def offered(self) -> tuple[Answer, ...]:
        """The answers that can be given."""
        return self._offered

    @property
    def is_asking(self) -> bool:
        """Whether the new date is being asked for."""
        return self.new_date is not None and self.new_date.is_shown

    def give(self, answer: Answer) -> bool:
        """Give an answer, or ask for the new date first; False where it is not offered."""
        if answer not in self._offered or self._one is None:
            return False
        if answer is Answer.NEW_DATE:
            if self.new_date is None:
                self.new_date = class_of("new_date")(self._session, self)
                for widget in self.new_date.widgets:
                    self._flow.addWidget(widget)
                self.new_date.taken.connect(self._give_date)
                self.new_date.left.connect(self.close_day)
            self._show(asking=True)
            self.new_date.begin()
            return True
        promise, session = self._one.commitment, self._session
        store, today, shown_by = session.store, session.today, self._one.shown_by
        match answer:
            case Answer.KEPT:
                state = state_as_kept(self._one)
                sentence = self.tr("Closed as kept: the promise of {country}.")
                if state is CommitmentState.PARTLY_KEPT:
                    sentence = self.tr("Noted as partly kept: the promise of {country}.")
                self._do(lambda: close_commitment(store, promise, state, today, shown_by=shown_by), sentence)
            case Answer.LAPSED:
                sentence = self.tr("Closed as lapsed: the promise of {country}.")
                self._do(lambda: close_commitment(store, promise, CommitmentState.LAPSED, today), sentence)
            case Answer.ACCEDE:
                sentence = self.tr("{country}: the promise to sign is now one to accede.")
                self._do(lambda: convert_commitment(store, promise, today), sentence)
        return True

    def close_day(self) -> None:
        """Ask no longer for the new date."""
        self._show(asking=False)
        row, first = self.parentWidget(), next((b for b in self.buttons.values() if not b.isHidden()), None)
        if row is not None and row.focusPolicy() is Qt.FocusPolicy.StrongFocus:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        elif first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self.close_day()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # It belongs to what has the focus here, and opens nothing behind it.
            focused = self.focusWidget()
            if isinstance(focused, QPushButton) and focused.hasFocus():
                focused.click()
        else:
            super().keyPressEvent(event)

    # ---- inside ----

    def _make_buttons(self) -> None:
        before = self.parentWidget()
        for answer in Answer:
            button = self.buttons[answer] = make_small(ActionButton("", KEYS[answer], self))
            button.setObjectName(f"answer_{answer.value}")
            button.clicked.connect(lambda _=False, answer=answer: self.give(answer))
            self._flow.addWidget(button)
            if before is not None and before.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, button)  # behind its row, and not behind all that was made before it
                before = button

    def _words(self, answer: Answer) -> str:
        if answer is Answer.KEPT and self._one and self._one.outcome is Outcome.PARTLY_KEPT:
            return self.tr("Note as partly kept")
        words = self._session.label(answer)
        return self.tr("{answer}…").format(answer=words) if answer is Answer.NEW_DATE else words

    def _show(self, *, asking: bool) -> None:
        for answer, button in self.buttons.items():
            button.setVisible(answer in self._offered and not asking)
        if self.new_date is not None:
            self.new_date.show(asking)
        self._flow.invalidate()  # the heights that it worked out were those of other buttons
        self.updateGeometry()

    def _give_date(self, day: date, period: "Period") -> None:
        if self._one is None:
            return
        promise, session, exact = self._one.commitment, self._session, period.precision
        self.close_day()
        sentence = self.tr("{country}: the new date is {day}; the old one stays in the history.")
        told = short_date(day) if exact is Precision.DAY else by_when(day, exact, period.words, session.language)
        self._do(
            lambda: give_new_date(session.store, promise, day, session.today, exact, period.words), sentence, day=told
        )

    def _do(self, verb: Callable[[], Commitment], sentence: str, **gaps: str) -> None:
        gaps["country"] = self._country  # the save puts another promise on this line
        row, had_focus = self.parentWidget(), any(button.hasFocus() for button in self.buttons.values())
        if row is not None and had_focus and row.focusPolicy() is Qt.FocusPolicy.StrongFocus:
            row.setFocus(Qt.FocusReason.OtherFocusReason)  # the button may go; the cursor is not to leap to another row
        try:
            standing = verb()
        except StoreError as error:
            messages.store_trouble(self, error, self._session.language)
        except Refused as refused:
            messages.trouble(self, messages.fault_sentence(refused.faults[0], self._session.language))
        else:
            if self._answered:
                self._answered(standing.id)
            self._session.say(sentence.format(**gaps), undo=True)
