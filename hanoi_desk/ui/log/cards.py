"""A card that shows one promise or task as a sentence, and opens into the fields behind it."""

from string import Formatter

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.records import Record
from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.log.fields import clear_problems
from hanoi_desk.ui.widgets import DateField, FlowLayout, FormRow, Pill, TextLabel, length, make_small
from hanoi_desk.ui.widgets.painting import paint_focus, paint_panel


class Sentence(QWidget):
    """A sentence whose gaps are bold; always plain text, in as many lines as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QTextLayout()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._bold: list[tuple[int, int]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self._layout.text()

    def set_words(self, sentence: str, **gaps: str) -> None:
        """Fill the named gaps of the sentence."""
        text, self._bold = "", []
        for words, gap, _, _ in Formatter().parse(sentence):
            text += words
            if gap:
                self._bold.append((len(text), len(gaps[gap])))
                text += gaps[gap]
        self._layout.setText(text.replace("\n", " "))
        self._set_fonts()

    def _set_fonts(self) -> None:
        self._layout.setFont(self.font())
        found = []
        for start, count in self._bold:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, count
            one.format.setFontWeight(QFont.Weight.Bold)
            found.append(one)
        self._layout.setFormats(found)
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._set_fonts()

    def _lay_out(self, width: int) -> int:
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return round(height + 0.5)

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width)

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > length(self, 4) else length(self, 14)
        return QSize(length(self, 8), self._lay_out(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(length(self, 4), length(self, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(shown_colours().text)
        self._lay_out(self.width())
        self._layout.draw(painter, QPointF(0, 0))


class Face(QAbstractButton):
    """The closed card: its sentence, pills and a quotation; Enter or F2 opens it, Delete drops it."""

    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.sentence = Sentence()
        self._pills = QWidget()
        self._flow = FlowLayout(self._pills, spacing=length(self, 0.2))
        self._quote = TextLabel("", "caption", wrap=True)
        self._column = QVBoxLayout(self)
        side = length(self, 0.6)
        self._column.setContentsMargins(side, length(self, 0.45), side + length(self, 1), length(self, 0.5))
        self._column.setSpacing(length(self, 0.25))
        for part in (self.sentence, self._pills, self._quote):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_card(self, pills: list[Pill], quote: str) -> None:
        """Show the pills and the words under the sentence, which is set by itself."""
        self._flow.clear()
        for pill in pills:
            pill.setParent(self._pills)
            self._flow.addWidget(pill)
            pill.show()
        self._pills.setVisible(bool(pills))
        self._quote.setText(quote)
        self._quote.setVisible(bool(quote))
        self.setAccessibleName(self.sentence.text)
        self.setAccessibleDescription("; ".join([*(pill.text() for pill in pills), *filter(None, [quote])]))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = shown_colours(), QPainter(self)
        if self.underMouse() or self.isDown():
            paint_panel(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), colours.hovered, "", length(self, 0.35))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), colours.focus, length(self, 0.4))


class EditCard(QFrame):
    """One promise or task: closed it is a sentence, open it is its fields, built when it first opens."""

    edited = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = Face()
        self.cross = QToolButton(self)
        self.cross.setText("×")
        self.cross.setProperty("role", "cross")
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does it on the keyboard
        self.done = make_small(QPushButton())
        self.drop = make_small(QPushButton())
        self._editor: QWidget | None = None
        self._typed_day = ""
        self.rows: dict[str, FormRow] = {}
        self.is_touched = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.face)
        self.face.clicked.connect(self.open)
        self.face.dropped.connect(self.dropped)
        self.cross.clicked.connect(self.dropped)
        self.drop.clicked.connect(self.dropped)
        self.done.clicked.connect(self.close_up)

    # ---- for each kind of card ----

    @property
    def record(self) -> Record:
        """What the card says now."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet: an open card in which nobody typed or chose."""
        raise NotImplementedError

    def build(self) -> QWidget:
        """Return the fields, filled; `rows` then holds them by name."""
        raise NotImplementedError

    def summarise(self) -> None:
        """Put words on the closed card."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Put the words on the card, in the language of the window."""
        raise NotImplementedError

    def refresh_choices(self) -> None:
        """Offer what the form holds now."""
        raise NotImplementedError

    def first_row(self) -> FormRow:
        """Return the row where the cursor goes when the card opens."""
        raise NotImplementedError

    def day_field(self) -> DateField:
        """Return the field of the date."""
        raise NotImplementedError

    def day_row(self) -> FormRow:
        """Return the row of the date."""
        return next(row for row in self.rows.values() if row.field is self.day_field())

    # ---- a date that is not one, and problems ----

    @property
    def typed_day(self) -> str:
        """A text in the field of the date that is not a date."""
        if not self.is_built:
            return self._typed_day
        return "" if self.day_field().value else self.day_field().line.text()

    def show_typed_day(self, text: str) -> None:
        """Show again a text that is not a date."""
        self._typed_day = text
        if self.is_built:
            self.day_field().show_typed(text)

    def clear_problems(self) -> None:
        """Take away what was said to be wrong."""
        clear_problems(self.rows.values())

    def row_of(self, name: str) -> FormRow:
        """Open the card and return the row of a field of its record."""
        self.open()
        return self.rows.get(name, self.first_row())

    # ---- opening and closing ----

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self._editor is not None and not self._editor.isHidden()

    @property
    def is_built(self) -> bool:
        """Whether there are fields to read."""
        return self._editor is not None

    def open(self) -> None:
        """Show the fields, with the cursor in the one that is typed into."""
        if self._editor is None:
            self._editor = self._with_buttons(self.build())
            self._column.addWidget(self._editor)
        self._editor.show()
        self.face.hide()
        self.cross.hide()
        self.first_row().field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Show the sentence again; what was typed stands."""
        if self.is_open and self._editor is not None:
            self.is_touched = True
            had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
            self.summarise()
            self._editor.hide()
            self.face.show()
            self.cross.show()
            if had_focus:
                self.face.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()

    def _with_buttons(self, fields: QWidget) -> QWidget:
        editor = QWidget()
        column = QVBoxLayout(editor)
        side = length(self, 0.6)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(length(self, 0.4))
        column.addWidget(fields)
        buttons = QHBoxLayout()
        buttons.addWidget(self.done)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return editor

    def touch(self) -> None:
        """Note that the user changed something."""
        self.is_touched = True
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_open and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.ignore()
            elif event.key() == Qt.Key.Key_Escape and self.is_empty:
                self.dropped.emit()  # opened by a slip: nobody promised or asked for anything
            else:
                self.close_up()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = length(self, 1.3)
        self.cross.setGeometry(self.width() - side - 3, 3, side, side)
        self.cross.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = shown_colours()
        paint_panel(QPainter(self), QRectF(self.rect()), colours.surface, colours.border, length(self, 0.4))
