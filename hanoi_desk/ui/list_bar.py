"""What stands over a list: counters that filter, and facets that open a list of values."""

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton, QSizePolicy, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.listings import Counter, Facet, Wanted
from hanoi_desk.ui.widgets import FlowLayout, length, plain, set_flag, set_role
from hanoi_desk.ui.widgets.heard import HeardToggle
from hanoi_desk.ui.widgets.painting import paint_focus, paint_panel, scaled


class CounterButton(QAbstractButton):
    """A number with its word; pressed, it leaves only those in the list: `toggled_to` gives its key, or nothing."""

    heard = HeardToggle

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
        self._tone, self._number = counter.tone, counter.number
        number = QLocale().toString(counter.number)
        self.setText(f"{counter.words} {number}")
        self.setAccessibleName(f"{counter.words}: {number}")
        self.setAccessibleDescription(counter.rule)
        self.setToolTip(plain(counter.rule))
        self.updateGeometry()
        self.update()

    @property
    def is_urgent(self) -> bool:
        """Whether something waits that its colour warns of."""
        return self._number > 0 and self._tone in (Tone.RED, Tone.AMBER)

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


class _Values(QMenu):
    """A menu of values; Space or Ctrl and a click mark one more and leave it open."""

    flipped = Signal(QAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if not (event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._flip(action)):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.key() == Qt.Key.Key_Space and self._flip(self.activeAction())):
            super().keyPressEvent(event)

    def _flip(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.setChecked(not action.isChecked())
        self.flipped.emit(action)
        return True


#: Seconds for which values are counted before the window may breathe.
_COUNTING = 0.008
#: Seconds for one value after which the rest is left without numbers.
_TOO_LONG = 0.25
#: The room that is kept for a number, so that the menu does not grow while it is counted.
_ROOM = "\N{FIGURE SPACE}" * 6


def _with_number(words: str, number: str) -> str:
    """Return the text of a value in a menu: its words, and at the right how many records it leaves."""
    return f"{words.replace('&', '&&')}\t{number or _ROOM}"


#: What counts the values of a facet, one after the other: the key of each and its number.
Counting = Callable[[Facet], Iterator[tuple[str, int]]]


class FacetButton(QPushButton):
    """A facet and its values, as in "Kind: any ▾"; pressed, it opens the values, each with its number."""

    chosen = Signal(str, str)
    several_chosen = Signal(str, object)  # a tuple of keys

    def __init__(self, facet: Facet, counting: Counting | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "facet")
        self.setObjectName(f"facet_{facet.key}")
        self._facet = facet
        self._values: tuple[str, ...] = ()
        self._counting = counting
        self._counts: Iterator[tuple[str, int]] = iter(())
        self._menu = _Values(self)
        self._menu.setToolTipsVisible(False)
        self.setMenu(self._menu)
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._count_some)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.aboutToHide.connect(self._step.stop)
        self._menu.triggered.connect(self._take)
        self._menu.flipped.connect(self._take_several)
        self.show_facet(facet)

    @property
    def key(self) -> str:
        """The key of the facet."""
        return self._facet.key

    @property
    def value(self) -> str:
        """The key of the first chosen value, empty for any."""
        return self._values[0] if self._values else ""

    def show_facet(self, facet: Facet, values: Sequence[str] = ()) -> None:
        """Show its words and which values are chosen, none for any."""
        self._facet, self._values = facet, tuple(values)
        text = self.tr("{facet}: {value}").format(facet=facet.words, value=self._chosen_words())
        self.setText(f"{text} ▾".replace("&", "&&"))
        self.setAccessibleName(text)
        set_flag(self, "set", bool(values))
        font = self.font()
        font.setBold(bool(values))
        self.setFont(font)

    def _chosen_words(self) -> str:
        if not self._values:
            return self.tr("any")
        first = dict(self._facet.choices).get(self._values[0], self._values[0])
        rest = len(self._values) - 1
        return self.tr("{value} and {n} more").format(value=first, n=rest) if rest else first

    def _fill(self) -> None:
        self._menu.clear()
        for key, words in (("", self.tr("any")), *self._facet.choices):
            action = QAction(_with_number(words, ""), self._menu)
            action.setCheckable(True)
            action.setChecked(key in self._values or not (key or self._values))
            action.setData(key)
            self._menu.addAction(action)
        self._menu.addSeparator()
        hint = QAction(self.tr("Space or Ctrl+click: several values"), self._menu)
        hint.setEnabled(False)
        self._menu.addAction(hint)
        if self._counting is not None:
            self._counts = self._counting(self._facet)
            self._step.start()

    def _count_some(self) -> None:
        """Write the numbers of some more values; the menu is there at once and can be used meanwhile."""
        words = dict(self._facet.choices)
        actions = {str(one.data()): one for one in self._menu.actions() if one.data()}
        start = perf_counter()
        while (since := perf_counter()) < start + _COUNTING:
            counted = next(self._counts, None)
            if counted is None or perf_counter() > since + _TOO_LONG:
                self._step.stop()  # a number is not worth a window that waits
                return
            key, number = counted
            if key in actions:
                actions[key].setText(_with_number(words[key], str(number)))

    def _take(self, action: QAction) -> None:
        self.chosen.emit(self._facet.key, str(action.data()))

    def _take_several(self, action: QAction) -> None:
        values = tuple(str(one.data()) for one in self._menu.actions() if one.isChecked() and one.data())
        if not action.data():
            values = ()
        for one in self._menu.actions():
            one.setChecked(one.isCheckable() and (one.data() in values or not (one.data() or values)))
        self.several_chosen.emit(self._facet.key, values)


class ListBar(QWidget):
    """The counters and facets over a list, in lines that go on in the next one."""

    counter_chosen = Signal(str)
    facet_chosen = Signal(str, object)  # the facet and a tuple of its values

    def __init__(self, counting: Counting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counters: list[CounterButton] = []
        self.facets: list[FacetButton] = []
        self.tools: tuple[QPushButton, ...] = ()
        self._counting = counting
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, spacing=length(self, 0.4))

    def show_wanted(self, counters: Sequence[Counter], facets: Sequence[Facet], wanted: Wanted) -> None:
        """Show what there is to choose from, and what is chosen."""
        if [c.key for c in counters] != [b.key for b in self.counters] or len(facets) != len(self.facets):
            self._build(counters, facets)
        for counter, counted in zip(counters, self.counters, strict=True):
            counted.show_counter(counter)
            counted.setChecked(counter.key == wanted.counter)
        for facet, button in zip(facets, self.facets, strict=True):
            button.show_facet(facet, wanted.chosen(facet.key))

    def show_all(self, everything: bool, *, low: bool = False) -> None:
        """Show every facet, or, where there is little room, only those that are set.

        In a low window the counters too make way for the list, but those that are pressed or ask for something.
        """
        for facet in self.facets:
            facet.setVisible(everything or bool(facet.value))
        for counter in self.counters:
            counter.setVisible(everything or not low or counter.isChecked() or counter.is_urgent)

    def hold_tools(self, tools: Sequence[QPushButton]) -> None:
        """Hold these buttons behind the facets, or none: the page has them elsewhere where there is room."""
        for tool in self.tools:
            self._flow.removeWidget(tool)
        self.tools = tuple(tools)
        for tool in self.tools:
            self._flow.addWidget(tool)

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        """All buttons in their order."""
        return (*self.counters, *self.facets, *self.tools)

    def _build(self, counters: Sequence[Counter], facets: Sequence[Facet]) -> None:
        for button in (*self.counters, *self.facets):
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        tools = self.tools
        self.hold_tools(())
        self.counters = [CounterButton(counter) for counter in counters]
        self.facets = [FacetButton(facet, self._counting) for facet in facets]
        for widget in (*self.counters, *self.facets):
            self._flow.addWidget(widget)
        self.hold_tools(tools)
        for counted in self.counters:
            counted.toggled_to.connect(self.counter_chosen)
        for one in self.facets:
            one.chosen.connect(lambda key, value: self.facet_chosen.emit(key, (value,) if value else ()))
            one.several_chosen.connect(self.facet_chosen)
