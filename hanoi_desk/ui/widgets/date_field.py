"""A field for a date, or for a month, a quarter or a year, typed in any usual way or picked from a calendar."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hanoi_desk.periods import NoSuchPeriod, Period, named_period, without_by
from hanoi_desk.records import FIRST_YEAR, LAST_YEAR, Precision
from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets.field_frame import FieldFrame
from hanoi_desk.ui.widgets.lines import Line
from hanoi_desk.ui.widgets.painting import length, line_height, paint_panel
from hanoi_desk.ui.widgets.typed_date import is_like_a_date, read_date, write_date

#: The last day that anybody may type.
_LAST = date(LAST_YEAR, 12, 31)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _dress(calendar: QCalendarWidget) -> None:
    """Replace the red of the weekend and the black arrows, which are lost in the dark."""
    quiet = QTextCharFormat()
    quiet.setForeground(QColor(shown_colours().muted))
    calendar.setHeaderTextFormat(quiet)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        usual = QTextCharFormat()
        usual.setForeground(QColor(shown_colours().text))
        calendar.setWeekdayTextFormat(day, usual)
    for name, sign in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
        if button := calendar.findChild(QToolButton, name):
            button.setIcon(QIcon())
            button.setText(sign)


class _CalendarButton(QToolButton):
    """A small calendar sheet."""

    def sizeHint(self) -> QSize:
        return QSize(length(self, 1.2), line_height(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours, painter = shown_colours(), QPainter(self)
        side = length(self, 0.68)
        sheet = QRectF(0, 0, side, side)
        sheet.moveCenter(QPointF(self.rect().center()) + QPointF(0.5, 0.5))
        paint_panel(painter, sheet, "#00000000", colours.muted, 2)
        painter.setPen(QPen(QColor(colours.muted), max(1.0, side / 9)))
        y = sheet.top() + side * 0.34
        painter.drawLine(QPointF(sheet.left(), y), QPointF(sheet.right(), y))


class _DayLine(Line):
    """The text of the date."""

    stepped = Signal(int)
    opened = Signal()
    settled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if self.composing:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.opened.emit()
        elif event.key() in arrows and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(arrows[Qt.Key(event.key())])
        else:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.settled.emit()
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.settled.emit()


class DateField(FieldFrame):
    """Up and Down go a day further or back, Alt+Down opens the calendar; leaving writes the whole date out.

    What is not a date stays as typed, with a sentence in `problem`; `value` is then None.
    """

    changed = Signal(object)  # date, or None

    def __init__(
        self,
        today: Callable[[], date],
        name: str,
        *,
        ahead: bool = False,
        periods: bool = False,
        past: bool = False,
        since: int = FIRST_YEAR,
        parent: QWidget | None = None,
    ) -> None:
        """With `ahead` a day without a year is the next such day, for due dates; else the nearest.

        With `periods` a month, a quarter or a year may be typed too: `value` is its last day, and `period` tells which.
        With `past` a day to come is refused, for what was said or done. `since` is the year before which no day can be
        meant.
        """
        super().__init__(parent)
        self._today = today
        self._ahead = ahead
        self._periods = periods
        self._past = past
        self._first = date(since, 1, 1)
        self._value: date | None = None
        self._period: Period | None = None
        self.line = _DayLine()
        self.line.setProperty("role", "inside")
        self._button = _CalendarButton()
        self._button.setProperty("role", "inside")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._popup: QFrame | None = None
        self.setFocusProxy(self.line)
        self.watch(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.typed.connect(self._read)
        self.line.settled.connect(self.settle)
        self.line.stepped.connect(self._step)
        self.line.opened.connect(self.open_calendar)
        self._button.clicked.connect(self.open_calendar)
        self._name = name
        self._speak()

    def set_name(self, name: str) -> None:
        """Name the field for screen readers."""
        self._name = name
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(self._name)
        self.line.setAccessibleName(self._name)
        self.line.setPlaceholderText(self.tr("day/month/year"))
        self.line.setToolTip(self.tr("A day, a month, a quarter or a year: 22/11/2026, 3/2027, Q1 2027, 2027."))
        if not self._periods:
            self.line.setToolTip(self.tr("A day: 22/11/2026, 22 Nov, tomorrow, +3."))
        self._button.setAccessibleName(self.tr("Open the calendar"))
        self._button.setToolTip(self.tr("Open the calendar (Alt+Down)"))

    def minimumSizeHint(self) -> QSize:
        # A date of which the day can't be read is no date.
        whole = self.line.fontMetrics().horizontalAdvance("00/00/0000") + self._button.sizeHint().width()
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), whole + length(self, 1.0)), hint.height())

    @property
    def value(self) -> date | None:
        """The date, None when the field is empty or wrong."""
        return self._value

    @property
    def period(self) -> Period | None:
        """What was typed or picked last, a day or less exact; None when nothing was or it is wrong."""
        return self._period

    @property
    def is_unread(self) -> bool:
        """Whether something is typed that is no date."""
        return self._value is None and bool(self.line.text().strip())

    def set_value(self, day: date | None) -> None:
        """Show a date, or none; no signal."""
        self._value, self._period = day, None
        self.line.setText(write_date(day) if day else "")
        self.line.setCursorPosition(0)
        self.set_problem("")

    def show_typed(self, text: str) -> None:
        """Show what was typed, as it was typed and whether it is a date or not; no signal."""
        self.line.setText(text)
        self._period = self._understood(text)
        self._value = self._period.last if self._period else None
        self.set_problem("")

    def settle(self) -> bool:
        """Write out in full what was typed; False when it is not a date."""
        text = self.line.text().strip()
        if not text or self._value:
            self.line.setText(write_date(self._value) if text and self._value else "")
            self.set_problem("")
            return True
        self.set_problem(self._trouble(text))
        return False

    def _trouble(self, text: str) -> str:
        day = self._day(text)
        if day is not None and self._today() < day <= _LAST:
            return self.tr("{day} is still to come. Type the day on which it was.").format(day=write_date(day))
        if day is not None:
            sentence = self.tr("“{text}” lies outside the years {first} to {last}. Type a day between them.")
            return sentence.format(text=text, first=self._first.year, last=_LAST.year)
        if is_like_a_date(text):
            return self.tr("There is no “{text}” in the calendar. Type a day such as 22/11/2026.").format(text=text)
        if self._periods:
            words = self.tr("“{text}” is not a date. Type a day such as 22/11/2026, or 3/2027, Q1 2027, early 2027.")
        else:
            words = self.tr("“{text}” is not a date. Type a day such as 22/11/2026, 22 Nov, tomorrow or +3.")
        return words.format(text=text)

    def _read(self, text: str) -> None:
        self.set_problem("")
        self._hold(self._understood(text))

    def _understood(self, text: str) -> Period | None:
        day = self._day(text)
        if day is not None:
            return Period(Precision.DAY, day) if self._first <= day <= self._last else None
        try:
            return named_period(text, self._today()) if self._periods else None
        except NoSuchPeriod:
            return None

    @property
    def _last(self) -> date:
        return min(self._today(), _LAST) if self._past else _LAST

    def _day(self, text: str) -> date | None:
        return read_date(without_by(text) if self._periods else text, self._today(), ahead=self._ahead)

    def _hold(self, period: Period | None) -> None:
        day = period.last if period else None
        is_other = day != self._value or (self._periods and period != self._period)
        self._value, self._period = day, period
        if is_other:
            self.changed.emit(day)

    def _write(self, day: date) -> None:
        if self._first <= day <= self._last:
            self.line.setText(write_date(day))
            self.set_problem("")
            self._hold(Period(Precision.DAY, day))

    def _step(self, days: int) -> None:
        if self._value or not self.line.text().strip():
            try:
                self._write(self._value + timedelta(days=days) if self._value else self._today())
            except OverflowError:
                return

    def open_calendar(self) -> None:
        """Open the calendar under the field, at the date shown; Enter takes a day, Escape closes."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "popup")
        calendar = QCalendarWidget()
        calendar.setLocale(self.locale())
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(self._name)
        _dress(calendar)
        calendar.setDateRange(_qdate(self._first), _qdate(self._last))
        shown = self._value or self._today()
        calendar.setSelectedDate(_qdate(shown))
        calendar.activated.connect(self._pick)
        calendar.clicked.connect(self._pick)
        QVBoxLayout(popup).addWidget(calendar)
        popup.adjustSize()
        screen = self.screen().availableGeometry()
        corner = self.mapToGlobal(QPoint(0, self.height()))
        if corner.y() + popup.height() > screen.bottom():
            corner.setY(max(screen.top(), corner.y() - self.height() - popup.height()))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - popup.width())))
        popup.move(corner)
        self._popup = popup
        popup.destroyed.connect(self._forget_popup)
        popup.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _forget_popup(self) -> None:
        self._popup = None

    def _pick(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
            self._write(date(day.year(), day.month(), day.day()))
            self.line.setFocus(Qt.FocusReason.PopupFocusReason)
