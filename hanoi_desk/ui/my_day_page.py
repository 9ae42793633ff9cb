"""The page of one officer's day: every line that is due, with its reason, in the order in which it presses."""

from collections import Counter as Tally
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from hanoi_desk.my_day import Due, Reason
from hanoi_desk.records import FollowUp
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.due_lines import DueLines
from hanoi_desk.ui.list_bar import CounterButton
from hanoi_desk.ui.listings import Column, Counter
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.record_model import Cell, Listed, RecordModel, Row
from hanoi_desk.ui.record_table import RecordTable
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.task_acts import TaskActs
from hanoi_desk.ui.widgets import Card, EmptyState, FlowLayout, Toggle, length, set_flag

#: The counters that always stand, and the height in lines under which the others go.
_PRESSING = (Reason.OVERDUE, Reason.TODAY, Reason.WE_OWE)
_LOW = 20

_TONES = {Reason.OVERDUE: Tone.RED, Reason.TODAY: Tone.AMBER}


class MyDayPage(Page):
    """Enter opens a line; on a task Space is done. Counters leave only the lines of one reason."""

    tables = DueLines.tables

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.acts = TaskActs(session, self)
        self.acts.acting.connect(self._remember)
        self._acted = ""
        self._lines = DueLines(session, self)
        self._all: tuple[Due, ...] = ()
        self._by_id: dict[str, Due] = {}
        self._reason = ""
        self.counters: list[CounterButton] = []
        self.mine = Toggle()
        self.mine.setObjectName("mine")
        self.model = RecordModel(self._rows, self)
        self.table = RecordTable(self.model)
        self.table.setObjectName("table")
        self.empty = EmptyState("")
        self._arrange()
        self.mine.clicked.connect(self._choose)
        self.table.opened.connect(self._open)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.complete_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        self.mine.setText(self.tr("Only mine"))
        self.mine.setToolTip(self.tr("Only what is in my hands, and what is about States that my mission looks after"))
        self.table.setAccessibleName(self.tr("My day"))

    def reload(self) -> None:
        self._all = self._lines.read()
        self._by_id = {line.id: line for line in self._all}
        self.mine.setVisible(self._lines.can_be_mine)
        self.mine.setChecked(self._lines.mine)
        set_flag(self.mine, "set", self._lines.mine)
        self._fill_counters()
        self._show()

    def show_goal(self, goal: Goal) -> None:
        """Leave only the lines of a reason, where one is asked for."""
        self._reason = goal.facet[1]
        if not self.isVisible():
            self.refresh()
        else:  # its lines are read already, as it was shown
            self._fill_counters()
            self._show()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_place(self) -> object:
        """Return the reason whose lines are shown, and the chosen line."""
        return self._reason, self.table.current

    def return_to(self, goal: Goal, kept: object) -> None:
        """Show the same lines with the same one chosen; whose they are is remembered by the desk."""
        match kept:
            case (str(reason), str(line)):
                self._reason = reason
                self.refresh()
                self.table.choose(line, quietly=True)
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                self.show_goal(goal)

    def current_country(self) -> str:
        line = self._by_id.get(self.table.current)
        return (line.participant or "") if line else ""

    # ---- what the window's keys do ----

    def complete_chosen(self) -> None:
        """Note that the chosen task is done; what is no task is opened."""
        task = self._task()
        if task is None:
            self._open(self.table.current)
        else:
            self.acts.complete(task)

    def put_off_chosen(self) -> None:
        """Offer other days for the chosen task."""
        if task := self._task():
            self.acts.offer_days(task, self.table)

    def _remember(self, task_id: str) -> None:
        self._acted = task_id

    def _task(self) -> FollowUp | None:
        line = self._by_id.get(self.table.current)
        return line.about if line and isinstance(line.about, FollowUp) else None

    def _open(self, line_id: str) -> None:
        if line := self._by_id.get(line_id):
            self.session.go(self._lines.goal(line))

    # ---- building and showing ----

    def _arrange(self) -> None:
        side = length(self, 0.85)
        pills = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        pills.setSizePolicy(policy)
        self._pills = FlowLayout(pills, spacing=length(self, 0.4))
        head = QHBoxLayout()
        head.setContentsMargins(side, side, side, length(self, 0.3))
        head.setSpacing(length(self, 0.6))
        head.addWidget(pills, 1)
        head.addWidget(self.mine, 0, Qt.AlignmentFlag.AlignTop)
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        card = Card(padded=False)
        card.body.addLayout(head)
        card.body.addWidget(below, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(length(self, 1.2), length(self, 0.95), length(self, 1.2), length(self, 0.95))
        whole.addWidget(card)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Why"), 8.6, 1, 0, key="why"),
            Column(self.tr("What"), 10.0, 5, 0, key="what"),
            Column(self.tr("Country"), 6.0, 2, 1, key="country"),
            Column(self.tr("From"), 8.0, 3, 2, key="from"),
            Column(self.tr("Whose"), 6.0, 1, 3, key="owner"),
        )

    def _fill_counters(self) -> None:
        words = {
            Reason.OVERDUE: self.tr("Overdue"),
            Reason.TODAY: self.tr("Today"),
            Reason.SOON: self.tr("In a week"),
            Reason.WE_OWE: self.tr("We owe"),
            Reason.THEY_OWE: self.tr("They owe"),
            Reason.RENEW: self.tr("To renew"),
            Reason.SILENT: self.tr("Silent"),
            Reason.LATER: self.tr("Later"),
            Reason.UNDATED: self.tr("No day"),
        }
        counts = Tally(line.reason for line in self._all)
        found = [
            Counter(reason.value, text, counts[reason], _TONES.get(reason, Tone.NEUTRAL))
            for reason, text in words.items()
        ]
        if not self.counters:
            self.counters = [CounterButton(counter) for counter in found]
            for button in self.counters:
                self._pills.addWidget(button)
                button.toggled_to.connect(self._count)
            for before, after in pairwise((*self.counters, self.mine, self.table)):
                QWidget.setTabOrder(before, after)
        for counter, button in zip(found, self.counters, strict=True):
            button.show_counter(counter)
            button.setChecked(counter.key == self._reason)
        self._share_room()

    def _share_room(self) -> None:
        """Leave out the counters of nothing, and where the page is low all but the most pressing."""
        low = self.height() < length(self, _LOW)
        counts = Tally(line.reason.value for line in self._all)
        for button in self.counters:
            wanted = button.key in _PRESSING or (bool(counts[button.key]) and not low)
            button.setVisible(wanted or button.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _show(self) -> None:
        chosen, row = self.table.current, max(0, self.table.currentIndex().row())
        shown = [line.id for line in self._all if not self._reason or line.reason.value == self._reason]
        columns = self._columns()
        self.model.show([column.heading for column in columns], Listed(shown))
        self.table.set_columns(columns)
        some = bool(self._all)
        self.empty.show_sentence(
            self.tr("Nothing here matches the filter.") if some else self.tr("Nothing is due today.")
        )
        self._stack.setCurrentWidget(self.table if shown else self.empty)
        # Where the chosen task was ticked off or put off, the one in its place comes next.
        stays, self._acted = chosen != self._acted, ""
        if shown and not (stays and self.table.choose(chosen, quietly=True)):
            self.table.choose_row(row, quietly=True)

    def _rows(self, ids: Sequence[str]) -> list[Row]:
        lines = [self._by_id[one] for one in ids]
        return [
            (
                Cell(told.why, told.tone),
                Cell(told.title, strong=line.reason in _TONES),
                Cell(told.country),
                Cell(told.origin, muted=True),
                Cell(told.owner, muted=True),
            )
            for line, told in zip(lines, self._lines.tell(lines), strict=True)
        ]

    # ---- what is asked ----

    def _count(self, key: str) -> None:
        self._reason = key
        self._fill_counters()
        self._show()

    def _choose(self, mine: bool) -> None:
        self._lines.set_mine(mine)
        self.refresh()
