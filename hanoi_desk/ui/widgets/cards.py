"""White panels: one that holds things under a title, one that shows a single figure and can be opened."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets.labels import ElidedLabel, TextLabel, set_flag
from hanoi_desk.ui.widgets.painting import length, paint_focus, paint_panel


class Card(QFrame):
    """A rounded panel with a grey title, a note or a widget at the right of it, and a body."""

    def __init__(self, title: str = "", note: str = "", parent: QWidget | None = None, *, padded: bool = True) -> None:
        """`padded=False` lets the body reach the edges, for lists and tables."""
        super().__init__(parent)
        self._title = TextLabel(title, "section", wrap=True)
        self._note = TextLabel(note, "section")
        self._padded = padded
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._note)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self.body, 1)
        self.set_title(title)
        self.set_note(note)
        self._space()

    def set_title(self, title: str) -> None:
        """Change the title; without one there is no head."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Change the short text at the right of the title."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def add_to_head(self, widget: QWidget) -> None:
        """Put a button or a legend at the right of the title."""
        self._head.addWidget(widget)

    def _space(self) -> None:
        side, gap = length(self, 0.85), length(self, 0.5)
        if self._padded:
            self._column.setContentsMargins(side, length(self, 0.75), side, length(self, 0.8))
        else:
            self._column.setContentsMargins(1, 1, 1, 1)
            has_head = bool(self._title.text() or self._note.text())
            self._head.setContentsMargins(side, length(self, 0.75) if has_head else 0, side, 0)
        self._column.setSpacing(gap)
        self.body.setSpacing(gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = shown_colours()
        paint_panel(QPainter(self), QRectF(self.rect()), colours.surface, colours.border, length(self, 0.5))


class FigureCard(QAbstractButton):
    """A big number with a caption and a note; the whole card is one button that opens what is behind the number."""

    def __init__(self, title: str, aside: str = "", parent: QWidget | None = None) -> None:
        """`aside` stands at the right of the title, e.g. "Art. 65"; use the signal `clicked`."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title = ElidedLabel(title, "section")
        self._aside = TextLabel(aside, "section")
        self._figure = TextLabel("", "figure")
        self._caption = TextLabel("", "muted", wrap=True)
        self._note = TextLabel("", "caption", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        head, line = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._aside)
        line.addWidget(self._figure)
        line.addWidget(self._caption, 1, Qt.AlignmentFlag.AlignVCenter)
        line.setSpacing(length(self, 0.5))
        self._column.addLayout(head)
        self._column.addLayout(line)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        side = length(self, 0.85)
        self._column.setContentsMargins(side, length(self, 0.75), side, length(self, 0.75))
        self._column.setSpacing(length(self, 0.3))
        for label in (self._title, self._aside, self._figure, self._caption, self._note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_figure("")

    def set_title(self, title: str, aside: str = "") -> None:
        """Change the title and what stands at the right of it."""
        self._title.setText(title)
        self._aside.setText(aside)
        self._name()

    def show_figure(self, figure: str, caption: str = "", note: str = "", *, tone: Tone = Tone.NEUTRAL) -> None:
        """Show the number as words, e.g. "3", "of 40 instruments deposited"; a red tone calls for attention."""
        self._figure.setText(figure)
        self._caption.setText(caption)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        set_flag(self._figure, "tone", tone.value)
        self._name()

    def add_meter(self, meter: QWidget) -> None:
        """Put a SegmentBar or SparkBars between the figure and its note."""
        meter.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column.insertWidget(2, meter)

    def _name(self) -> None:
        caption = self._caption.text()
        between = ", " if caption[:1].isdigit() else " "  # two numbers in a row would be heard as one
        figure = f"{self._figure.text()}{between}{caption}".strip()
        self.setAccessibleName(": ".join(part for part in (self._title.text(), figure) if part))
        self.setAccessibleDescription(self._note.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, radius = shown_colours(), QPainter(self), length(self, 0.5)
        busy = self.isDown() or self.underMouse()
        edge = colours.edge if busy else colours.border
        paint_panel(painter, QRectF(self.rect()), colours.hovered if self.isDown() else colours.surface, edge, radius)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), colours.focus, radius)


def stack(*widgets: QWidget, gap: int = 0, across: bool = False) -> QBoxLayout:
    """Return a layout with the widgets under each other, or beside each other; without margins."""
    box: QBoxLayout = QHBoxLayout() if across else QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for widget in widgets:
        box.addWidget(widget)
    return box
