"""The row of tabs over a page that has others under the same place of the sidebar."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hanoi_desk.ui.actions import PAGES, PageSpec
from hanoi_desk.ui.widgets import Tabs, length


def place_of(key: str) -> str:
    """Return the page of the sidebar under which a page stands: itself, for most."""
    return next((page.under or page.key for page in PAGES if page.key == key), key)


def siblings(key: str) -> tuple[PageSpec, ...]:
    """Return the pages under the same place of the sidebar, its own first; one alone for most."""
    place = place_of(key)
    return tuple(page for page in PAGES if place in (page.key, page.under))


class PageTabs(QWidget):
    """Shown only where there is more than one page to choose from; `chosen` gives the key of a page."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = Tabs()
        self.tabs.setObjectName("page_tabs")
        self.tabs.chosen.connect(self.chosen)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.tabs)
        self._row.addStretch(1)
        self.hide()

    def show_page(self, key: str) -> None:
        """Mark where one is, among the pages under the same place."""
        pages = siblings(key)
        side = length(self, 1.2)
        self._row.setContentsMargins(side, length(self, 0.4), side, 0)
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for page in pages:
                self.tabs.add(page.key, page.words().replace("&", ""))
            self.tabs.choose(key)
        self.tabs.setAccessibleName(pages[0].words() if pages else "")
        self.setVisible(len(pages) > 1)

    def neighbour(self, key: str, by: int) -> str:
        """Return the page that stands so many tabs further, in a round."""
        keys = [page.key for page in siblings(key)]
        return keys[(keys.index(key) + by) % len(keys)]
