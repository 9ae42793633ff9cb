"""Short texts in the roles that the style sheet knows; all of them plain, whatever they hold."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets.painting import elided, length, paint_panel, scaled


def set_role(widget: QWidget, role: str) -> None:
    """Give the widget a role of the style sheet, such as "primary", and dress it anew."""
    set_flag(widget, "role", role)


def set_flag(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and dress the widget anew if it differs."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def plain(text: str) -> str:
    """Return the text for a tool tip, which Qt would otherwise take for markup when it looks like it."""
    if "<" not in text:
        return text
    letters = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "<br/>"}
    return f"<p style='white-space:pre-wrap'>{''.join(letters.get(c, c) for c in text)}</p>"


def set_tip(widget: QWidget, text: str) -> None:
    """Show the text as it is when the pointer rests on the widget."""
    widget.setToolTip(plain(text))


class TextLabel(QLabel):
    """Plain; roles: title, other_name, heading, figure, section, strong, muted, caption, problem, link, or none."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if wrap:
            # A wrapped label must be let as narrow as its column, and then be given the height that it asks for.
            policy = self.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if role:
            self.setProperty("role", role)


class ElidedLabel(TextLabel):
    """One line of plain text that is cut with an ellipsis when there is no room; the whole text is its tool tip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(length(self, 2), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = elided(self.fontMetrics(), self.text(), self.contentsRect().width())
        set_tip(self, self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), shown)


class SectionTitle(TextLabel):
    """The grey title over a group of things."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "section", parent)


class Rule(QFrame):
    """A thin line between things, lying or standing."""

    def __init__(self, parent: QWidget | None = None, *, standing: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class _Badge(TextLabel):
    """A small text on a rounded ground; it never wraps and is cut when there is no room."""

    factor = 0.85
    weight = QFont.Weight.Medium
    sides = 0.55
    around = 0.14

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.follow_font()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange, QEvent.Type.ParentChange)
        if event.type() in kinds:  # a style sheet that is set anew brings back the font of before
            self.follow_font()

    def follow_font(self) -> None:
        """Take its size from the words that it stands beside."""
        parent = self.parentWidget()
        wanted = scaled(parent.font() if parent else QApplication.font(), self.factor, self.weight)
        if wanted != self.font():
            self.setFont(wanted)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + 2 * length(self, self.sides) + 1
        return QSize(wide, metrics.height() + 2 * length(self, self.around))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), length(self, 3)), self.sizeHint().height())

    def _paint(self, fill: str, edge: str, text: str, radius: float) -> None:
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), fill, edge, radius)
        inner = self.rect().adjusted(length(self, self.sides), 0, -length(self, self.sides), 0)
        shown = elided(self.fontMetrics(), self.text(), inner.width() + 1)
        set_tip(self, self.text() if shown != self.text() else "")
        painter.setPen(text)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, shown)


class Pill(_Badge):
    """A small rounded status in a tone that goes with its words."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone

    @property
    def tone(self) -> Tone:
        """The tone it is painted in."""
        return self._tone

    def show_status(self, text: str, tone: Tone) -> None:
        """Change both words and tone."""
        self._tone = tone
        self.setText(text)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        pair = shown_colours().tones[self._tone]
        self._paint(pair.ground, "", pair.text, self.height() / 2)


class KeyHint(_Badge):
    """The small box that names a key, as in "Ctrl K"; screen readers hear it from the button's own shortcut."""

    factor = 0.8
    sides = 0.35
    around = 0.06

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = shown_colours()
        self._paint(colours.surface, colours.edge, colours.muted, 4)
