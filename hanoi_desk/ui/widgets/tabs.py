"""The row of words that chooses what the lower part of a page shows."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets.painting import paint_focus


class Tabs(QTabBar):
    """Words with a count, the chosen one underlined; Left and Right move, as in any tab bar."""

    chosen = Signal(str)

    def __init__(self, tabs: Iterable[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        """`tabs` are pairs of a key and a title; `chosen` gives the key."""
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        for button in self.findChildren(QToolButton):
            button.setProperty("role", "scroll")
        self._titles: dict[str, str] = {}
        for key, title in tabs:
            self.add(key, title)
        self.currentChanged.connect(self._tell)

    def add(self, key: str, title: str, count: int | None = None) -> None:
        """Add a tab at the end."""
        index = self.addTab(title)
        self.setTabData(index, key)
        self._titles[key] = title
        self.set_count(key, count)

    def set_title(self, key: str, title: str, count: int | None = None) -> None:
        """Change the words of a tab, e.g. after the language changed."""
        self._titles[key] = title
        self.set_count(key, count)

    def set_count(self, key: str, count: int | None) -> None:
        """Show a count after the title, or none; KeyError for a tab that is not there."""
        title = self._titles[key]
        # An ampersand would make a mnemonic of the next letter.
        shown = title if count is None else f"{title} {count}"
        self.setTabText(self._index(key), shown.replace("&", "&&"))

    @property
    def current(self) -> str:
        """The key of the chosen tab, empty when there is none."""
        return str(self.tabData(self.currentIndex()) or "")

    def choose(self, key: str) -> None:
        """Choose a tab; KeyError for one that is not there."""
        self.setCurrentIndex(self._index(key))

    def step(self, by: int) -> None:
        """Choose the tab that stands so many further, in a round."""
        self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def _index(self, key: str) -> int:
        for index in range(self.count()):
            if self.tabData(index) == key:
                return index
        raise KeyError(key)

    def _tell(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(str(self.tabData(index)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex() >= 0:
            rect = QRectF(self.tabRect(self.currentIndex())).adjusted(0, 0, 0, -3)
            paint_focus(QPainter(self), rect, shown_colours().focus, 4)
