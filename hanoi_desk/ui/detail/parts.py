"""What the cards of a chosen record are made of: facts, links that are cut when long, and texts to read."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets import FlowLayout, Pill, TextArea, TextLabel, length, make_link, set_tip
from hanoi_desk.ui.widgets.painting import elided

#: Longer texts, and those with a longer word, are shown in a frame of their own that breaks anywhere and scrolls.
_SHORT_TEXT = 600
_LONG_WORD = 28


class LinkButton(QPushButton):
    """A link of one line, cut with an ellipsis where there is no room."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_link(self)
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(self._whole.replace("&", "&&"))

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._whole) + length(self, 0.5)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(length(self, 3), self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = elided(self.fontMetrics(), self._whole, self.width() - length(self, 0.4))
        set_tip(self, self._whole if shown != self._whole else "")
        self.setText(shown.replace("&", "&&"))


class Reading(TextArea):
    """A long text to read and copy, as tall as it is up to a screenful."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(name, least=1, most=24)
        self.setReadOnly(True)
        self.setProperty("role", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.set_text(text)


def text_of(name: str, text: str, role: str = "") -> QWidget:
    """Return a text as it was written: wrapped, plain, to be copied; a long one in a frame that breaks anywhere."""
    if len(text) > _SHORT_TEXT or any(len(word) > _LONG_WORD for word in text.split()):
        return Reading(name, text)
    label = TextLabel(text, role, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def fact(name: str, value: QWidget | str, role: str = "") -> QWidget:
    """Return a small grey name with what it says below it."""
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(length(pair, 0.1))
    column.addWidget(TextLabel(name, "caption"))
    column.addWidget(value if isinstance(value, QWidget) else text_of(name, value, role))
    return pair


def flow(*widgets: QWidget) -> QWidget:
    """Return a line of pills, links or buttons that goes on in the next one."""
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    layout = FlowLayout(holder, spacing=length(holder, 0.35))
    for widget in widgets:
        layout.addWidget(widget)
    return holder


class _Quotation(QFrame):
    """A ground with a bar at its left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = shown_colours(), QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.sunken))
        painter.fillRect(0, 0, length(self, 0.2), self.height(), QColor(colours.side_mark))


def quotation(name: str, text: str) -> QWidget:
    """Return words as they were spoken, on a ground of their own."""
    frame = _Quotation()
    column = QVBoxLayout(frame)
    around = length(frame, 0.35)
    column.setContentsMargins(length(frame, 0.65), around, around, around)
    label = text_of(name, f"“{text.strip()}”")
    if isinstance(label, QLabel):
        font = label.font()
        font.setItalic(True)
        label.setFont(font)
    column.addWidget(label)
    return frame


def pill(text: str, tone: Tone = Tone.NEUTRAL) -> Pill:
    """Return a pill."""
    return Pill(text, tone)
