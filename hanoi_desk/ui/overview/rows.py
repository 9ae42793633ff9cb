"""The rows of the cards on the overview: a pill, two lines of words, and at times a button with the answer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets import Card, EmptyState, Pill, TextLabel, length, make_link, make_small, stack
from hanoi_desk.ui.widgets.painting import paint_focus, paint_panel


class TaskRow(QAbstractButton):
    """The whole row opens what it is about: Return, Space or a click; `button` inside it is the answer."""

    def __init__(self, *, pill_first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.pill = Pill()
        self.button = make_small(QPushButton())
        self._title = TextLabel("", "strong", wrap=True)
        self._detail = TextLabel("", "caption", wrap=True)
        self._side = QWidget()
        self._side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for widget in (self.pill, self._title, self._detail, self._side):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, widget is not self._side)
        self._arrange(pill_first)

    def _arrange(self, pill_first: bool) -> None:
        edge = Qt.AlignmentFlag.AlignLeft if pill_first else Qt.AlignmentFlag.AlignRight
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.25))
        column.addWidget(self.pill, 0, edge)
        column.addWidget(self.button, 0, edge)
        column.addStretch(1)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(length(self, 0.35), length(self, 0.45), length(self, 0.35), length(self, 0.5))
        whole.setSpacing(length(self, 0.25))
        row = QHBoxLayout()
        row.setSpacing(length(self, 0.6))
        whole.addLayout(row)
        words = stack(self._title, self._detail, gap=1)
        words.addStretch(1)
        if pill_first:
            row.addWidget(self._side)
            row.addLayout(words, 1)
        else:
            row.addLayout(words, 1)
            row.addWidget(self._side)

    def add_line(self, widget: QWidget) -> None:
        """Set something under its words, as wide as the row."""
        self._whole.addWidget(widget)

    def show_words(self, title: str, detail: str, pill: str, tone: Tone, answer: str = "") -> None:
        """Show these words; without an answer there is no button."""
        self._title.setText(title)
        self._detail.setText(detail)
        self.pill.show_status(pill, tone)
        self.button.setText(answer)
        self.button.setVisible(bool(answer))
        self.button.setAccessibleDescription(title)
        self.setAccessibleName(", ".join(part for part in (title, pill) if part))
        self.setAccessibleDescription(detail)

    @property
    def words(self) -> tuple[str, str, str]:
        """Its title, what stands under it, and its pill."""
        return self._title.text(), self._detail.text(), self.pill.text()

    def wanted_side(self) -> int:
        """Return the width in pixels that pill and button ask for."""
        return max(w.sizeHint().width() for w in (self.pill, self.button) if not w.isHidden())

    def set_side(self, width: int) -> None:
        """Give pill and button this width, so that those of all rows stand under each other."""
        self._side.setFixedWidth(width)

    def heightForWidth(self, width: int) -> int:
        return self._whole.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._whole.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._whole.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, rect = shown_colours(), QPainter(self), QRectF(self.rect())
        if self.isDown() or self.underMouse():
            paint_panel(painter, rect.adjusted(0, 0, 0, -2), colours.hovered, "", length(self, 0.3))
        painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), QColor(colours.border))
        if self.hasFocus():
            paint_focus(painter, rect, colours.focus, length(self, 0.3))


class RowsCard(Card):
    """A card with a few rows, a way to see all, and a sentence where there is none.

    The rows are made once and then filled anew, so that the focus stays where it was when a save changes them.
    """

    def __init__(self, rows: int, parent: QWidget | None = None, *, pill_first: bool) -> None:
        super().__init__(parent=parent)
        self.all = make_link(QPushButton(), quiet=True)
        self.add_to_head(self.all)
        self.empty = EmptyState("")
        self.rows = [TaskRow(pill_first=pill_first) for _ in range(rows)]
        self.filled = self.shown = 0
        self._pill_first = pill_first
        self.body.setSpacing(0)
        self.body.addWidget(self.empty, 1)
        for row in self.rows:
            self.body.addWidget(row)
        self.body.addStretch(1)
        self.show_count(0, "", "")

    def show_count(self, shown: int, all_words: str, sentence: str) -> None:
        """Show so many rows and the words of "See all"; with no row at all, the sentence."""
        self.all.setText(all_words)
        self.all.setVisible(bool(all_words))
        self.empty.show_sentence(sentence)
        self.empty.setVisible(not shown)
        self.filled = shown
        self.show_rows(shown)
        if self._pill_first:
            side = max((row.wanted_side() for row in self.rows[:shown]), default=0)
            for row in self.rows[:shown]:
                row.set_side(side)

    def show_rows(self, number: int) -> None:
        """Show so many of the rows that are filled; the others wait behind "See all"."""
        self.shown = min(number, self.filled)
        for place, row in enumerate(self.rows):
            row.setVisible(place < self.shown)

    def tall(self, width: int) -> int:
        """Return the height in pixels that it asks for at a width."""
        column = self._column
        for layout in (self.body, column):
            layout.invalidate()  # what it worked out before rows came or went is not asked for again otherwise
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()
