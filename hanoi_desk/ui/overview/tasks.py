"""What is due now: tasks, requests and facts that ask for something, each with its reason and a way to its record."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.language import number
from hanoi_desk.my_day import Due, Reason
from hanoi_desk.ui.due_lines import DueLines
from hanoi_desk.ui.overview.rows import RowsCard, TaskRow
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Toggle, set_flag

#: How many lines are shown where there is room.
ROWS = 6


class DueCard(RowsCard):
    """Overdue first, then today, then what comes next and what has aged; of this officer or of everybody."""

    scope_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(ROWS, parent, pill_first=True)
        self.setObjectName("due")
        self._session = session
        self._lines = DueLines(session, self)
        self._shown: tuple[Due, ...] = ()
        self.mine = Toggle()
        self.mine.setObjectName("mine")
        self.add_to_head(self.mine)
        self.add_to_head(self.all)  # stays the last
        for before, after in ((self.all, self.mine), (self.mine, self.all)):  # as they stand, before the rows
            self.setTabOrder(before, after)
        self.mine.clicked.connect(self._choose)
        for row in self.rows:
            row.clicked.connect(partial(self._open, row))
        self.all.clicked.connect(lambda: session.go(Goal("my_day")))

    def retranslate(self) -> None:
        """Put its title on it."""
        self.set_title(self.tr("Due now"))
        self.mine.setText(self.tr("Only mine"))
        self.mine.setToolTip(self.tr("Only what is in my hands, and what is about States that my mission looks after"))

    def reload(self, *, is_empty_desk: bool) -> None:
        """Show what is due; on a desk without any contact, how to begin."""
        session, lines = self._session, self._lines.read()
        if is_empty_desk:  # that the record has aged can wait until there is something to do with it
            lines = tuple(line for line in lines if line.reason is not Reason.RECORD)
        self._shown = lines[:ROWS]
        for row, line, told in zip(self.rows, self._shown, self._lines.tell(self._shown), strict=False):
            row.record = line.id
            row.show_words(told.title, told.detail, told.short, told.tone)
        sentence = self.tr("Nothing is due today.")
        if is_empty_desk:
            sentence = self.tr("Log your first contact: Ctrl+L. What is to be done after it will stand here.")
        see_all = self.tr("See all {count}").format(count=number(len(lines), session.language)) if lines else ""
        self.show_count(len(self._shown), see_all, sentence)
        self.mine.setVisible(self._lines.can_be_mine)
        self.mine.setChecked(self._lines.mine)
        set_flag(self.mine, "set", self._lines.mine)

    def _choose(self, mine: bool) -> None:
        self._lines.set_mine(mine)
        self.scope_changed.emit()

    def _open(self, row: TaskRow, checked: bool = False) -> None:
        line = next((line for line in self._shown if line.id == row.record), None)
        if line is not None:
            self._session.go(self._lines.goal(line))
