"""The tour: a small card that points to one place of the window after the other, and never stands in the way."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QPushButton, QScrollArea, QWidget

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets import Card, TextLabel, announce, length, make_link, make_primary
from hanoi_desk.ui.widgets.painting import paint_focus, paint_panel

#: How long the window is let settle before the card is put beside its place, in milliseconds.
_SETTLING = 30


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the window by its name, on which page it stands if on one, and what is said of it."""

    place: str
    title: str
    words: str
    page: str = ""


class Tour(QObject):
    """Goes round the window by Next and Back; what is done in the window meanwhile is simply done."""

    ended = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.frame = _Ring(window)
        self.card = _TourCard(window)
        self.at = -1
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING)
        self._settling.timeout.connect(self._place)
        self.card.next_button.clicked.connect(self.go_on)
        self.card.back_button.clicked.connect(self.go_back)
        self.card.skip_button.clicked.connect(self.end)
        self.card.escaped.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether the card is shown."""
        return self.at >= 0

    def start(self) -> None:
        """Begin at the first place, also when it was ended before."""
        if not self.is_on:
            self._window.installEventFilter(self)
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._show(0)

    def go_on(self) -> None:
        """Go to the next place; after the last the tour is over."""
        if self.at + 1 < len(self.stops()):
            self._show(self.at + 1)
        else:
            self.end()

    def go_back(self) -> None:
        """Go to the place before."""
        self._show(max(0, self.at - 1))

    def end(self) -> None:
        """Take card and frame away and give the cursor back to the page."""
        if not self.is_on:
            return
        self.at = -1
        self._window.removeEventFilter(self)
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        had_focus = self.card.isAncestorOf(QApplication.focusWidget() or self._window)
        self.frame.hide()
        self.card.hide()
        page = getattr(self._window, "page", None)
        if had_focus and page is not None:
            page.take_focus()
        self.ended.emit()

    def stops(self) -> tuple[Stop, ...]:
        """Return the places in the language of the window."""
        return (
            Stop(
                "sidebar",
                self.tr("The places of the desk"),
                self.tr("Each place has its page; Ctrl and a number lead there. Its count is what is on file or open."),
            ),
            Stop(
                "log",
                self.tr("Log a talk"),
                self.tr("Ctrl+L opens the form from anywhere. Only a date and a country are needed; drafts are kept."),
            ),
            Stop(
                "search",
                self.tr("Find anything"),
                self.tr("Ctrl+K finds countries, people, notes, promises and commands. Accents may be left out."),
            ),
            Stop(
                "entry",
                self.tr("Where the Convention stands"),
                self.tr("Only what the depositary has recorded is counted. Each figure opens the list behind it."),
                "overview",
            ),
            Stop(
                "due",
                self.tr("What is due"),
                self.tr("Tasks, requests and silent countries, each with its reason. Space or Ctrl+T ticks off."),
                "overview",
            ),
            Stop(
                "brief",
                self.tr("The page for the next meeting"),
                self.tr("Ctrl+P on a country makes its brief: preview, print, or save as PDF."),
            ),
            Stop(
                "menu_desk",
                self.tr("Files in and out"),
                self.tr(
                    "This menu takes in the depositary's status file and your own workbook. One undo takes it back."
                ),
            ),
            Stop(
                "menu_help",
                self.tr("Help"),
                self.tr("F1 opens the help for the page you are on, Ctrl+F1 the map of keys. The tour is here too."),
            ),
        )

    def _show(self, at: int) -> None:
        self.at = at
        stops = self.stops()
        stop = stops[at]
        if stop.page:
            self._window.go_to(stop.page)  # type: ignore[attr-defined]
        place = self._find(stop)
        if place is not None:
            _bring_into_sight(place)
        self.card.say(stop, self.tr("{n} of {all}").format(n=at + 1, all=len(stops)), first=at == 0)
        self.card.next_button.setText(self.tr("&Next") if at + 1 < len(stops) else self.tr("&Done"))
        self.card.back_button.setText(self.tr("&Back"))
        self.card.skip_button.setText(self.tr("&Skip the tour"))
        self.card.setAccessibleName(self.tr("Tour"))
        self._place()
        self.card.show()
        self.card.raise_()
        self.card.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settling.start()
        announce(self.card, f"{stop.title}. {stop.words}")

    def _say_again(self) -> None:
        if self.is_on:
            self._show(self.at)

    # ---- where it is ----

    def _find(self, stop: Stop) -> QWidget | None:
        named: dict[str, Callable[[], QWidget | None]] = {
            "sidebar": lambda: self._window.sidebar,  # type: ignore[attr-defined]
            "log": lambda: self._window.log_button,  # type: ignore[attr-defined]
            "brief": lambda: self._window.brief_button,  # type: ignore[attr-defined]
            "search": lambda: self._window.search_box,  # type: ignore[attr-defined]
            "menu_desk": lambda: self._window.menuBar(),
            "menu_help": lambda: self._window.menuBar(),
        }
        found = named.get(stop.place, lambda: self._window.findChild(QWidget, stop.place))()
        return found if found is not None and found.isVisibleTo(self._window) else None

    def target(self) -> QRect:
        """Return the place that is pointed to, in the window's coordinates; empty when it is not to be seen now."""
        stop = self.stops()[self.at]
        place = self._find(stop)
        if place is None:
            return QRect()
        rect = place.rect()
        if stop.place.startswith("menu_"):
            menus = {action.menu().objectName(): action for action in self._window.menuBar().actions()}
            rect = self._window.menuBar().actionGeometry(menus[stop.place])
        seen = QRect(place.mapTo(self._window, rect.topLeft()), rect.size())
        around = place.parentWidget()
        while around is not None and around is not self._window:
            seen &= QRect(around.mapTo(self._window, QPoint(0, 0)), around.size())
            around = around.parentWidget()
        return seen

    def _place(self) -> None:
        if not self.is_on:
            return
        target, room = self.target(), self._window.rect()
        self.frame.setVisible(not target.isEmpty())
        if not target.isEmpty():
            gap = length(self._window, 0.2)
            self.frame.setGeometry(target.adjusted(-gap, -gap, gap, gap) & room)
            self.frame.raise_()
        self.card.setGeometry(_beside(target, self.card.wanted(room), room, length(self._window, 0.6)))
        self.card.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window when it is resized, dressed anew, shows another page or speaks another language."""
        if watched is self._window and event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._say_again)
        moved = (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.LayoutRequest, QEvent.Type.Show)
        if event.type() in moved and isinstance(watched, QWidget) and watched.window() is self._window:
            mine = watched is self.frame or watched is self.card or self.card.isAncestorOf(watched)
            if not mine:
                self._settling.start()
        return super().eventFilter(watched, event)


def _bring_into_sight(place: QWidget) -> None:
    around = place.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(place)
        around = around.parentWidget()


def _beside(target: QRect, size: QRect, room: QRect, gap: int) -> QRect:
    """Return where a card of that size stands beside its target, covering as little of it as the room allows."""
    card = QRect(size)
    if target.isEmpty():
        card.moveCenter(room.center())
        return card
    right, bottom = room.right() - card.width() - gap, room.bottom() - card.height() - gap
    places = (
        QPoint(target.right() + gap, min(target.top(), bottom)),  # right of it
        QPoint(target.left(), target.bottom() + gap),  # below
        QPoint(target.right() - card.width(), target.bottom() + gap),  # below, to the left
        QPoint(target.left() - gap - card.width(), min(target.top(), bottom)),  # left of it
        QPoint(target.left(), target.top() - gap - card.height()),  # above
        QPoint(right, bottom),
        QPoint(gap, bottom),
        QPoint(right, gap),
        QPoint(gap, gap),
    )
    fitting = [one for one in (QRect(place, card.size()) for place in places) if room.contains(one)]
    if not fitting:
        card.moveBottomRight(room.bottomRight())
        return card
    return min(fitting, key=lambda one: (one & target).width() * (one & target).height())


class _Ring(QWidget):
    """The frame around the place; clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour_frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = shown_colours()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_focus(painter, rect, colours.side_mark, length(self, 0.4))
        paint_focus(painter, rect.adjusted(2, 2, -2, -2), colours.primary.ground, length(self, 0.35))


class _TourCard(Card):
    """Two sentences and the way on; Escape leaves the tour."""

    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)
        self.setObjectName("tour")
        self.heading = TextLabel("", "heading", wrap=True)
        self.words = TextLabel("", wrap=True)
        self.count = TextLabel("", "caption")
        self.next_button = make_primary(QPushButton())
        self.next_button.setObjectName("tour_next")
        self.back_button = QPushButton()
        self.back_button.setObjectName("tour_back")
        self.skip_button = make_link(QPushButton(), quiet=True)
        self.skip_button.setObjectName("tour_skip")
        row = QHBoxLayout()
        for widget in (self.next_button, self.back_button, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.skip_button)
        for label in (self.heading, self.words):
            self.body.addWidget(label)
        self.body.addLayout(row)
        self.hide()

    def say(self, stop: Stop, count: str, *, first: bool) -> None:
        """Show what is said of a place."""
        self.heading.setText(stop.title)
        self.words.setText(stop.words)
        self.count.setText(count)
        self.back_button.setEnabled(not first)

    def wanted(self, room: QRect) -> QRect:
        """Return the size that the card wants within the room that there is."""
        wide = min(max(length(self, 22), self.minimumSizeHint().width()), room.width() - length(self, 1))
        layout = self.layout()
        tall = layout.heightForWidth(wide) if layout is not None and layout.hasHeightForWidth() else 0
        return QRect(0, 0, wide, max(tall, self.minimumSizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, radius = shown_colours(), length(self, 0.5)
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), colours.surface, colours.muted, radius)
        paint_focus(painter, QRectF(self.rect()), colours.muted, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips, Left and Right step; all else is the window's."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.next_button.click()
        elif event.key() == Qt.Key.Key_Left:
            self.back_button.click()
        else:
            super().keyPressEvent(event)
