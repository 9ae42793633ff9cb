"""The help: its pages beside their list, found by typing, read forward and back, and printed."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.help_pages import Heading, HelpPage, first_found, found_in, help_pages, page_for
from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.help.blocks import widget_of
from hanoi_desk.ui.help.listed import completed
from hanoi_desk.ui.help.printing import print_page
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import SearchBox, TextLabel, fit, length, make_primary
from hanoi_desk.ui.widgets.painting import paint_focus

#: How wide a line of text gets, in heights of a line: longer ones are hard to read.
_WIDEST = 40


class HelpWindow(QDialog):
    """Stands beside the main window and never blocks it; Escape closes it."""

    keys_asked = Signal()
    tour_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setModal(False)
        self._session = session
        self._pages: tuple[HelpPage, ...] = ()
        self._shown: list[str] = []  # keys of the pages in the list
        self._way: list[str] = []
        self._at = -1
        self.search = SearchBox()
        self.search.setObjectName("search_help")
        self.list = QListWidget()
        self.list.setObjectName("help_pages")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = TextLabel("", "muted", wrap=True)
        self.back_button, self.forward_button = QPushButton(), QPushButton()
        self.keys_button, self.tour_button = QPushButton(), QPushButton()
        self.print_button = make_primary(QPushButton())
        self.reader = Reader()
        self._arrange()
        self._connect()
        self.retranslate()

    # ---- building ----

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.none)
        left.addWidget(self.list, 1)
        self._left = QWidget()
        self._left.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        bar = QHBoxLayout()
        for button in (self.back_button, self.forward_button):
            bar.addWidget(button)
        bar.addStretch(1)
        for button in (self.tour_button, self.keys_button, self.print_button):
            bar.addWidget(button)
        right = QVBoxLayout()
        right.addLayout(bar)
        right.addWidget(self.reader, 1)
        across = QHBoxLayout(self)
        across.addWidget(self._left)
        across.addLayout(right, 1)
        for name, widget in (
            ("help_back", self.back_button),
            ("help_forward", self.forward_button),
            ("help_tour", self.tour_button),
            ("help_keys", self.keys_button),
            ("help_print", self.print_button),
        ):
            widget.setObjectName(name)
            widget.setAutoDefault(False)
        fit(self, 62, 46)

    def _connect(self) -> None:
        self.search.typed.connect(self.look_for)
        self.search.left.connect(self.reject)
        self.search.stepped.connect(self._step_in_list)
        self.search.entered.connect(self.reader.take_focus)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _: self.reader.take_focus())
        self.reader.followed.connect(self.show_page)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.tour_button.clicked.connect(self._ask_tour)
        self.keys_button.clicked.connect(self.keys_asked)
        self.print_button.clicked.connect(self.choose_printer)
        for key, act in (
            ("Alt+Left", self.back),
            ("Alt+Right", self.forward),
            ("Ctrl+F", self._seek),
            ("Ctrl+K", self._seek),
            ("Ctrl+P", self.choose_printer),
            ("Ctrl+F1", self.keys_asked.emit),
        ):
            QShortcut(QKeySequence(key), self, act)
        self._session.language_changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Speak the language of the window, on the same page as before."""
        language = self._session.language
        self._pages = tuple(completed(page, language) for page in help_pages(language.value))
        self.search.set_words(self.tr("Search the help…"))
        self.none.setText(self.tr("No page of the help says that."))
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.reader.name(self.tr("The page"))
        self.back_button.setText(self.tr("&Back"))
        self.forward_button.setText(self.tr("&Forward"))
        self.tour_button.setText(self.tr("&Tour"))
        self.keys_button.setText(self.tr("&Keys"))
        self.print_button.setText(self.tr("&Print…"))
        self.look_for(self.search.text())
        self._show_at()

    # ---- finding and going about ----

    @property
    def page(self) -> HelpPage:
        """The page that is shown."""
        key = self._way[self._at] if self._at >= 0 else self._pages[0].key
        return next(page for page in self._pages if page.key == key)

    def show_page(self, key: str) -> None:
        """Show a page; the one before is a step back."""
        if self._at < 0 or self._way[self._at] != key:
            del self._way[self._at + 1 :]
            self._way.append(key)
            self._at += 1
        self._show_at()

    def show_place(self, place: str) -> None:
        """Show the page that is about a page or form of the window."""
        self.show_page(page_for(place))

    def back(self) -> None:
        """Show the page that stood before."""
        self._step(-1)

    def forward(self) -> None:
        """Show again what was left by going back."""
        self._step(+1)

    def look_for(self, wanted: str) -> None:
        """List only the pages that hold all words typed, accents or not, and show the first of them."""
        hits = [page for page in self._pages if found_in(page, wanted)]
        self._shown = [page.key for page in hits]
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([page.title for page in hits])
        self._size_list()
        self.list.blockSignals(False)
        self.none.setVisible(not hits)
        if not hits or self._at < 0:
            return
        if self.page.key not in self._shown:
            self.show_page(self._shown[0])
        else:
            self._show_at()

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._way):
            self._at += by
            self._show_at()

    def _step_in_list(self, by: int) -> None:
        row = self.list.currentRow() + by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.show_page(self._shown[row])

    def _show_at(self) -> None:
        if self._at < 0:
            return
        page, wanted = self.page, self.search.text()
        self.list.blockSignals(True)
        self.list.setCurrentRow(self._shown.index(page.key) if page.key in self._shown else -1)
        self.list.blockSignals(False)
        self.back_button.setEnabled(self._at > 0)
        self.forward_button.setEnabled(self._at < len(self._way) - 1)
        self.setWindowTitle(self.tr("{page} - Help").format(page=page.title))
        self.reader.show_page(page, self._session.language.value, wanted)

    def _seek(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _ask_tour(self) -> None:
        self.reject()
        self.tour_asked.emit()

    # ---- printing ----

    def choose_printer(self) -> None:
        """Print the page that is shown through the system's dialog."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)  # QPrintDialog hides it behind an overload that wants a slot's name

    def print_to(self, printer: QPrinter) -> None:
        """Print the page that is shown."""
        print_page(self.page, self._session.language.value, printer)

    # ---- room ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list a third of a narrow window, and no more than it needs of a wide one."""
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Build the page again when the text grows: its lengths come from it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._at >= 0:
            # Not at once: Qt is then dressing one widget after the other, and those of the page must still be there.
            QTimer.singleShot(0, self, self._follow_text)

    def _follow_text(self) -> None:
        self._share_room()
        self._show_at()

    def _share_room(self) -> None:
        self._left.setFixedWidth(min(length(self, 16), self.width() * 34 // 100))
        self._size_list()

    def _size_list(self) -> None:
        # Qt measures an item without the padding that the style sheet gives it, and then cuts what no longer fits.
        wide = self._left.maximumWidth() - length(self, 2.4)
        for row in range(self.list.count()):
            item = self.list.item(row)
            flags = Qt.TextFlag.TextWordWrap
            tall = self.list.fontMetrics().boundingRect(QRect(0, 0, wide, 10_000), flags, item.text()).height()
            item.setSizeHint(QSize(wide, tall + length(self, 0.7)))


class Reader(QFrame):
    """One page, scrolled by the keys; a ring shows when they reach it."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QScrollArea()
        self.area.setObjectName("help_page")
        self.area.setWidgetResizable(True)
        self.area.setProperty("role", "read")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.installEventFilter(self)
        self.blocks: list[QWidget] = []
        self._spot: QWidget | None = None
        around = QHBoxLayout(self)
        around.setContentsMargins(3, 3, 3, 3)
        around.addWidget(self.area)

    def name(self, words: str) -> None:
        """Say what a screen reader calls the page."""
        self.area.setAccessibleName(words)

    def show_page(self, page: HelpPage, language: str, wanted: str) -> None:
        """Show a page from its top, or from where it says what is looked for."""
        inner = QWidget()
        inner.setProperty("role", "page")
        inner.setMaximumWidth(length(self, _WIDEST))
        column = QVBoxLayout(inner)
        column.setSpacing(length(self, 0.5))
        column.setContentsMargins(length(self, 0.8), length(self, 0.4), length(self, 0.8), length(self, 1))
        column.addWidget(TextLabel(page.title, "title", wrap=True))
        self.blocks = [widget_of(block, language, wanted, self.followed.emit) for block in page.blocks]
        for block, widget in zip(page.blocks, self.blocks, strict=True):
            if isinstance(block, Heading):
                column.addSpacing(length(self, 0.4))
            column.addWidget(widget)
        column.addStretch(1)
        self.area.setWidget(inner)
        self.area.setAccessibleDescription(page.title)
        at = first_found(page, wanted)
        self._spot = self.blocks[at] if at >= 0 else None
        QTimer.singleShot(0, self, self._scroll_to_spot)

    def take_focus(self) -> None:
        """Put the cursor on the page, so that the arrows scroll it."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the ring anew when the cursor comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.area.hasFocus():
            paint_focus(QPainter(self), QRectF(self.rect()), shown_colours().focus)

    def _scroll_to_spot(self) -> None:
        spot, inner = self._spot, self.area.widget()
        if spot is not None and inner is not None and inner.isAncestorOf(spot):
            self.area.verticalScrollBar().setValue(max(0, spot.y() - length(self, 2)))
