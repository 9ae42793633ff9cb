"""The form that lies over the page: the page stays where it was and is dimmed while something is written."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets import Card, length
from hanoi_desk.ui.widgets.heard import Ground


class Veil(QWidget):
    """Covers a widget and holds one form in a panel in its middle."""

    homeless = Signal()  # the form goes, and what had the cursor before it is no longer there

    def __init__(self, covered: Ground) -> None:
        super().__init__(covered)
        self._covered = covered
        self._form: QWidget | None = None
        self._focus: QWidget | None = None
        self._panel = Card(padded=False)
        self._inner = self._panel.body
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._panel)
        covered.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a form is shown."""
        return self._form is not None

    @property
    def form(self) -> QWidget | None:
        """The form that is shown."""
        return self._form

    def open(self, form: QWidget) -> None:
        """Show a form; one that was open is put away first."""
        self.close_form()
        window = self.window()
        self._focus = window.focusWidget()
        self._form = form
        self._inner.addWidget(form)
        self._fit()
        self.show()
        self.raise_()
        self._covered.lay_over(self)
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Put the form away and give the cursor back to where it was."""
        if self._form is None:
            return
        form, self._form = self._form, None
        self._covered.lay_over(None)
        before, self._focus = self._focus, None
        is_there = before is not None and isValid(before) and before.isVisible()
        if before is not None and not is_there:
            self.homeless.emit()  # before the form is hidden: its cursor would wander to wherever Tab leads
        form.close()
        form.deleteLater()
        self.hide()
        if before is not None and is_there and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what is covered."""
        if watched is self._covered and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a margin around the panel where there is room for one."""
        super().resizeEvent(event)
        widest, tallest = length(self, 62), length(self, 52)
        side = max(length(self, 0.4), (self.width() - widest) // 2)
        top = max(length(self, 0.4), min(length(self, 1.5), (self.height() - tallest) // 2))
        self._outer.setContentsMargins(side, top, side, max(length(self, 0.4), top))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies beneath."""
        dark = shown_colours().dark
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 150) if dark else QColor(245, 246, 248, 215))

    def _fit(self) -> None:
        self.setGeometry(self._covered.rect())
