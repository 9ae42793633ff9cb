"""A row that is one button: it shows a few texts and opens the record that they are about."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets import FlowLayout, Pill, TextLabel, length
from hanoi_desk.ui.widgets.painting import paint_focus, paint_panel


class Opening(QAbstractButton):
    """Lines of text under each other, the whole of it a button; Up and Down go to the row above or below.

    `lead` is a narrow column at the left, for a day. Say with `settle` when all is in it.
    """

    def __init__(self, lead: str = "", lead_lines: float = 5.2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        across = QHBoxLayout(self)
        side = length(self, 0.35)
        across.setContentsMargins(side, length(self, 0.3), side, length(self, 0.3))
        across.setSpacing(length(self, 0.5))
        self._texts: list[str] = [lead] if lead else []
        if lead:
            day = TextLabel(lead, "muted")
            day.setFixedWidth(max(length(self, lead_lines), day.sizeHint().width()))
            day.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            across.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(length(self, 0.12))
        across.addLayout(self._column, 1)

    def say(self, text: str, role: str = "") -> None:
        """Add a line of text, wrapped, if there is any."""
        if text:
            label = TextLabel(text, role, wrap=True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(label)
            self._texts.append(text)

    def head(self, title: str, *pills: tuple[str, Tone], beside: bool = False) -> None:
        """Add the title with its pills under it, or beside it where the row is wide."""
        if not beside or not pills:
            self.say(title, "strong")
            self.pills(*pills)
            return
        label = TextLabel(title, "strong", wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._texts.append(title)
        line = QHBoxLayout()
        line.setSpacing(length(self, 0.3))
        line.addWidget(label, 1)
        for words, tone in pills:
            line.addWidget(self._pill(words, tone), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(line)

    def _pill(self, words: str, tone: Tone) -> Pill:
        pill = Pill(words, tone)
        pill.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._texts.append(words)
        return pill

    def pills(self, *pills: tuple[str, Tone]) -> None:
        """Add a line of pills, as many lines of them as the width asks for."""
        if not pills:
            return
        flow = FlowLayout(spacing=length(self, 0.25))
        for words, tone in pills:
            flow.addWidget(self._pill(words, tone))
        holder = QWidget()
        holder.setLayout(flow)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column.addWidget(holder)

    def settle(self) -> "Opening":
        """Give the whole row its name for screen readers, and return it."""
        self.setAccessibleName(". ".join(text.rstrip(".") for text in self._texts))
        return self

    @property
    def words(self) -> str:
        """All that the row says."""
        return "\n".join(self._texts)

    def _inside(self) -> QLayout:
        inside = self.layout()
        assert inside is not None
        return inside

    def sizeHint(self) -> QSize:
        return self._inside().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inside().minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside().heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, radius = shown_colours(), QPainter(self), length(self, 0.3)
        if self.underMouse() or self.isDown():
            paint_panel(painter, QRectF(self.rect()), colours.hovered, "", radius)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), colours.focus, radius)
