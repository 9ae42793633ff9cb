"""The menu that puts a task off: one key opens it, the next one chooses the day."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from hanoi_desk.language import short_date
from hanoi_desk.repeating import later
from hanoi_desk.ui.session import Session


class LaterMenu(QMenu):
    """Offers days after today and after the day that a task has; `chosen` gives one, `other_asked` wants another."""

    chosen = Signal(object)  # date
    other_asked = Signal()

    def __init__(self, session: Session, due: date | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("later_menu")
        days = later(due, session.today)
        for words, day in (
            (self.tr("One &day later"), days.day),
            (self.tr("One &week later"), days.week),
            (self.tr("Next &Monday"), days.monday),
            (self.tr("One mo&nth later"), days.month),
        ):
            self._add(words, day)
        self.addSeparator()
        self.addAction(self.tr("Choose a d&ate…"), self.other_asked.emit)

    def open_at(self, view: QAbstractItemView) -> None:
        """Open under the chosen row of a list, or over the chosen record where the list is not shown."""
        rect: QRect = view.visualRect(view.currentIndex())
        at = view.viewport().mapToGlobal(QPoint(rect.left() + rect.height() // 2, rect.bottom()))
        self.aboutToHide.connect(self.deleteLater)
        self.setActiveAction(self.actions()[0])
        self.popup(at if view.isVisible() else QCursor.pos())

    def _add(self, words: str, day: date) -> None:
        self.addAction(f"{words}\t{short_date(day)}", lambda: self.chosen.emit(day))
