"""What stands over a list: counters that filter, and facets that open a list of values."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton, QSizePolicy, QWidget

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.listings import Counter, Facet
from hanoi_desk.ui.widgets import length, set_flag, set_role
from hanoi_desk.ui.widgets.painting import paint_focus, paint_panel, scaled


class CounterButton(QAbstractButton):
    """A number with its word; pressed, it leaves only those in the list: `toggled_to` gives its key, or nothing."""

    toggled_to = Signal(str)

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = counter.key
        self.setCheckable(True)
        self.setObjectName(f"counter_{counter.key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFont(scaled(QApplication.font(), 0.88, QFont.Weight.Medium))
        self.clicked.connect(lambda pressed: self.toggled_to.emit(self.key if pressed else ""))
        self.show_counter(counter)

    def show_counter(self, counter: Counter) -> None:
        """Show another number."""
        self._tone = counter.tone
        self.setText(f"{counter.words} {counter.number}")
        self.setAccessibleName(f"{counter.words}: {counter.number}")
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(scaled(QApplication.font(), 0.88, QFont.Weight.Medium))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + length(self, 1.3), metrics.height() + length(self, 0.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, rect = shown_colours(), QPainter(self), QRectF(self.rect())
        pair, radius = colours.tones[self._tone], length(self, 0.5)
        edge = colours.focus if self.isChecked() else (colours.edge if self.underMouse() else "")
        paint_panel(painter, rect, pair.ground, edge, radius)
        if self.isChecked():
            paint_focus(painter, rect, pair.text, radius)
        if self.hasFocus():
            paint_focus(painter, rect, colours.focus, radius, colours.surface)
        painter.setFont(self.font())
        painter.setPen(QColor(pair.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class FacetButton(QPushButton):
    """A facet and its value, as in "Kind: any ▾"; pressed, it opens the values."""

    chosen = Signal(str, str)

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "facet")
        self.setObjectName(f"facet_{facet.key}")
        self._facet = facet
        self._value = ""
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(False)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        self.show_facet(facet, "")

    @property
    def key(self) -> str:
        """The key of the facet."""
        return self._facet.key

    @property
    def value(self) -> str:
        """The key of the chosen value, empty for any."""
        return self._value

    def show_facet(self, facet: Facet, value: str) -> None:
        """Show its words and which value is chosen, empty for any."""
        self._facet, self._value = facet, value
        words = dict(facet.choices).get(value, value) if value else self.tr("any")
        text = self.tr("{facet}: {value}").format(facet=facet.words, value=words)
        self.setText(f"{text} ▾".replace("&", "&&"))
        self.setAccessibleName(text)
        set_flag(self, "set", bool(value))
        font = self.font()
        font.setBold(bool(value))
        self.setFont(font)

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for key, words in (("", self.tr("any")), *self._facet.choices):
            action = QAction(words.replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(key == self._value)
            action.setData(key)
            self._menu.addAction(action)
        group.triggered.connect(self._take)

    def _take(self, action: QAction) -> None:
        self.chosen.emit(self._facet.key, str(action.data()))
