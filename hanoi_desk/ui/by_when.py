"""By when a promise is to be kept: its date, how exact that is, and the words for it, in three fields that agree."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from hanoi_desk.commitments import last_day
from hanoi_desk.records import Commitment, Precision
from hanoi_desk.ui.widgets import ComboField, DateField, Line


@dataclass(frozen=True, slots=True)
class When:
    """What the three fields say, as a commitment holds it: a period by its last day."""

    by: date | None
    precision: Precision
    by_words: str


class ByWhen(QObject):
    """Lets one thing that is typed, such as "Q1 2027" or "early 2027", fill all three fields.

    A day leaves the exactness that a person chose beside it; what is typed less exactly says how exact it is.
    """

    changed = Signal()

    def __init__(self, day: DateField, precision: ComboField, words: Line, parent: QObject) -> None:
        super().__init__(parent)
        self._day, self._precision, self._words = day, precision, words
        self._is_typed = False  # the exactness shown is that of what was typed
        self._own_words = ""  # what was typed and put among the speaker's words
        day.changed.connect(self._follow)
        precision.chosen.connect(self._choose)
        words.typed.connect(self.changed)

    def show_promise(self, promise: Commitment) -> None:
        """Show by when a promise is to be kept; no signal."""
        self._is_typed, self._own_words = False, ""
        self._day.set_value(promise.by)
        self._precision.set_value(promise.precision)
        self._words.setText(promise.by_words)

    @property
    def when(self) -> When:
        """What the fields say now. A bare day is exact; what has only words for it, such as a year, is not."""
        by, precision, words = self._day.value, Precision(self._precision.value), self._words.text()
        if by is not None and precision is Precision.NONE and not words.strip():
            precision = Precision.DAY
        return When(last_day(by, precision) if by else None, precision, words)

    def _follow(self) -> None:
        period, chosen = self._day.period, Precision(self._precision.value)
        if period is None:
            is_emptied = not self._day.line.text().strip()
            if is_emptied and (self._is_typed or chosen is Precision.DAY):
                self._precision.set_value(Precision.NONE)
                self._is_typed = False
            self._say("")
        elif period.precision is Precision.DAY:
            if self._is_typed or chosen is Precision.NONE:
                self._precision.set_value(Precision.DAY)
            self._is_typed = False
            self._say("")
        else:
            self._precision.set_value(period.precision)
            self._is_typed = True
            self._say(period.words)
        self.changed.emit()

    def _say(self, words: str) -> None:
        """Put what was typed among the speaker's words, unless others stand there."""
        if self._words.text() == self._own_words or not self._words.text().strip():
            self._words.setText(words)
            self._own_words = words

    def _choose(self) -> None:
        self._is_typed = False
        if self._day.value:
            self._day.set_value(last_day(self._day.value, Precision(self._precision.value)))
        self.changed.emit()
