"""The blocks of a help page as widgets: sentences with keys and words of the window in them, pictures, links."""

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from hanoi_desk.assets import asset
from hanoi_desk.help_pages import (
    Block,
    Command,
    Heading,
    KeyLine,
    Link,
    Paragraph,
    Picture,
    Pieces,
    Style,
)
from hanoi_desk.text import fold
from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets import KeyHint, TextLabel, length, make_link
from hanoi_desk.ui.widgets.painting import paint_panel

_THIN = "\u2009"
_WHOLE = "\u2060"  # no line is broken here


def shown_key(key: str) -> str:
    """Return a key as the keyboard of this machine and the language of the window name it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def shown_text(pieces: Pieces) -> str:
    """Return what is read of the pieces, keys by the names that the window gives them."""
    return "".join(shown_key(one.text) if one.style is Style.KEY else one.text for one in pieces)


class HelpText(TextLabel):
    """A paragraph with keys in small boxes and strong words of the window; what was looked for is marked."""

    def __init__(self, pieces: Pieces, mark: str = "", wanted: str = "", parent: QWidget | None = None) -> None:
        super().__init__(f"{mark} {shown_text(pieces)}".strip(), "", parent, wrap=True)
        self._mark = mark
        self._wanted = fold(wanted).split()
        self._text = ""
        self._ranges: list[tuple[int, int, Style]] = []
        for piece in pieces:
            said = piece.text
            if piece.style is Style.KEY:
                said = _THIN + _WHOLE + _WHOLE.join(shown_key(said)) + _WHOLE + _THIN
            if piece.style is not Style.PLAIN:
                self._ranges.append((len(self._text), len(said), piece.style))
            self._text += said

    def _indent(self) -> int:
        return length(self, 1.3) if self._mark else 0

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats([self._format(*one) for one in self._ranges])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - self._indent()))
            line.setPosition(QPointF(self._indent(), y))
            y += line.height() * 1.12
        layout.endLayout()
        return layout

    def _format(self, start: int, count: int, style: Style) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold if style is Style.WORDS else QFont.Weight.Medium)
        ranged = QTextLayout.FormatRange()
        ranged.start, ranged.length, ranged.format = start, count, form
        return ranged

    def heightForWidth(self, width: int) -> int:
        """Return how tall the paragraph is at that width, in pixels."""
        layout = self._laid_out(width)
        if not layout.lineCount():
            return length(self, 1)
        last = layout.lineAt(layout.lineCount() - 1)
        return round(last.y() + last.height() * 1.12) + 1

    def sizeHint(self) -> QSize:
        wide = length(self, 30)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(length(self, 8), length(self, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), shown_colours()
        layout = self._laid_out(self.width())
        for found in re.finditer(r"\w+", self._text):
            if any(word in fold(found.group()) for word in self._wanted):
                for rect in _boxes(layout, found.start(), len(found.group())):
                    paint_panel(painter, rect, colours.tones[Tone.AMBER].ground, "", 3)
        for start, count, style in self._ranges:
            if style is Style.KEY:
                for rect in _boxes(layout, start, count):
                    paint_panel(painter, rect.adjusted(0, 1, 0, -1), colours.sunken, colours.edge, 4)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self._mark:
            top = QRectF(0, 0, self._indent(), layout.lineAt(0).height())
            painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._mark)
        layout.draw(painter, QPointF(0, 0))


def _boxes(layout: QTextLayout, start: int, count: int) -> list[QRectF]:
    boxes = []
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        first = max(start, line.textStart())
        last = min(start + count, line.textStart() + line.textLength())
        if layout.text()[first:last].strip(_THIN + _WHOLE):  # a key that goes over to the next line leaves none behind
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            boxes.append(QRectF(left, line.y(), right - left, line.height()))
    return boxes


def _x(found: Any) -> float:
    # PySide gives the place and the cursor where the C++ function gives the place alone.
    return float(found[0] if isinstance(found, tuple) else found)


class HelpPicture(QWidget):
    """A picture as wide as there is room, and no wider than it is; a screen reader hears its words."""

    def __init__(self, pixmap: QPixmap, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = pixmap
        self.setAccessibleName(words)
        self.setAccessibleDescription(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return how tall the picture is at that width, in pixels."""
        return round(min(width, self._pixmap.width()) * self._pixmap.height() / max(1, self._pixmap.width()))

    def sizeHint(self) -> QSize:
        wide = length(self, 30)
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = min(self.width(), self._pixmap.width())
        tall = self.heightForWidth(self.width())
        ratio = self.devicePixelRatioF()
        scaled = self._pixmap.scaled(
            QSize(round(wide * ratio), round(tall * ratio)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        painter.drawPixmap(0, 0, scaled)
        painter.setPen(QColor(shown_colours().edge))
        painter.drawRect(0, 0, wide - 1, tall - 1)


def _key_line(block: KeyLine) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(TextLabel(block.words, wrap=True), 1)
    across.addWidget(KeyHint(block.keys))
    return row


def _command(text: str) -> QWidget:
    label = TextLabel(text, wrap=True)
    label.setContentsMargins(length(label, 0.5), length(label, 0.3), length(label, 0.5), length(label, 0.3))
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAutoFillBackground(True)
    label.setBackgroundRole(QPalette.ColorRole.AlternateBase)
    return label


def widget_of(block: Block, language: str, wanted: str, follow: Callable[[str], object]) -> QWidget:
    """Return the widget that shows a block; `follow` is called with the page that a link leads to."""
    match block:
        case Heading():
            return TextLabel(block.text, "heading", wrap=True)
        case Paragraph():
            return HelpText(block.pieces, block.mark, wanted)
        case Picture():
            return HelpPicture(QPixmap(str(asset(f"help/pictures/{language}/{block.name}"))), block.words)
        case Link():
            button = make_link(QPushButton(block.words))
            button.clicked.connect(lambda: follow(block.target))
            return button
        case KeyLine():
            return _key_line(block)
        case Command():
            return _command(block.text)
