"""What stands around the pages: the sidebar, the header with the search box, the tabs and the foot."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hanoi_desk.ui.desk_sidebar import DeskSidebar
from hanoi_desk.ui.foot import Foot
from hanoi_desk.ui.page_stack import PageStack
from hanoi_desk.ui.page_tabs import PageTabs
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ActionButton, SearchBox, length
from hanoi_desk.ui.widgets.heard import Ground


def stand_again(window: QWidget, geometry: QByteArray) -> bool:
    """Put a window where it stood; False for a place that makes no sense, such as one far larger than all screens."""
    room = window.screen().virtualSize() * 2  # the screens of today may be smaller than those of then
    stands = window.restoreGeometry(geometry)
    return stands and window.width() <= room.width() and window.height() <= room.height()


class WindowFrame(QWidget):
    """Lays out one desk's window; what its parts do is decided by the window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.sidebar = DeskSidebar(session)
        self.search_box = SearchBox()
        self.search_box.setObjectName("search")
        self.brief_button = ActionButton("", "Ctrl P")
        self.log_button = ActionButton("", "Ctrl L", primary=True)
        self.tabs = PageTabs()
        self.stack = PageStack(session)
        self.foot = Foot()
        self.content = Ground()
        self._head = QWidget()
        self._arrange()

    def _arrange(self) -> None:
        self._head.setProperty("role", "header")
        self._head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._head)
        row.addWidget(self.search_box, 3)
        row.addStretch(2)
        row.addWidget(self.brief_button)
        row.addWidget(self.log_button)
        column, right, across = QVBoxLayout(self.content), QVBoxLayout(), QHBoxLayout(self)
        for layout in (column, right, across):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
        right.addWidget(self._head)
        right.addWidget(self.content, 1)
        across.addWidget(self.sidebar)
        across.addLayout(right, 1)
        self.space()

    def space(self) -> None:
        """Set the margins, whose lengths come from the size of text."""
        side, head = length(self, 1.2), self._head.layout()
        if head is not None:
            head.setContentsMargins(side, length(self, 0.7), side, length(self, 0.7))
            head.setSpacing(length(self, 0.7))
        self.foot.setContentsMargins(side, 0, side, length(self, 0.4))

    def fit_header(self, width: int, search_words: str) -> None:
        """Leave out the names of keys where a window has little room: they are in the menus too."""
        narrow = width - self.sidebar.width() < length(self, 34)
        self.brief_button.set_keys("" if narrow else "Ctrl P")
        self.log_button.set_keys("" if narrow else "Ctrl L")
        self.search_box.setMinimumWidth(length(self, 9))
        self.search_box.set_words(search_words, "" if narrow else "Ctrl K")
