"""The frame of a field that is made of several parts: it shows focus and problems as any other field does."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from hanoi_desk.ui.widgets.labels import set_flag


class FieldFrame(QFrame):
    """Looks focused while any watched part has the focus; `problem_changed` gives the sentence, or nothing."""

    problem_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self._problem = ""

    @property
    def problem(self) -> str:
        """What is wrong with what was typed, empty when nothing is."""
        return self._problem

    def set_problem(self, sentence: str) -> None:
        """Mark the field as wrong, or as right again with an empty sentence."""
        set_flag(self, "problem", bool(sentence))
        if sentence != self._problem:
            self._problem = sentence
            self.problem_changed.emit(sentence)

    def watch(self, part: QWidget) -> None:
        """Let the part's focus show on the frame."""
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_flag(self, "focused", self._holds_focus())
        return super().eventFilter(watched, event)

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)
