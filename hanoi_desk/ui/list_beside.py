"""A page with a list and what is chosen in it: beside each other, or in turns where there is room for only one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QPushButton, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from hanoi_desk.ui.page import Page
from hanoi_desk.ui.record_model import RecordModel, Row
from hanoi_desk.ui.record_table import RecordTable
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, EmptyState, SearchBox, TextLabel, length, make_link

#: Below this width, in heights of a line of text, the list and what is chosen take turns; and the latter's least width.
_BESIDE, _LEAST_SIDE = 46, 19


class ListBeside(Page):
    """The filter, the table and the pane beside it; where nothing is chosen, the pane says so."""

    def __init__(
        self,
        session: Session,
        rows: Callable[[Sequence[str]], list[Row]],
        pane: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._pane = pane
        self._reading = False  # in a narrow window: what is chosen is shown, not the list
        self._shared = (False, 0)
        self.filter = SearchBox(keys="Ctrl F")
        self.filter.setObjectName("filter")
        self.amount = TextLabel("", "muted")
        self.amount.setObjectName("amount")
        self.model = RecordModel(rows, self)
        self.table = RecordTable(self.model)
        self.table.setObjectName("table")
        self.empty = EmptyState("")
        self.nothing = EmptyState("")
        self.nothing.setObjectName("nothing_chosen")
        self.back_button = make_link(QPushButton())
        self.back_button.setObjectName("back_to_list")

    def retranslate(self) -> None:
        self.back_button.setText(self.tr("← Back to the list"))

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for only one of the list and what is chosen."""
        return self.width() < length(self, _BESIDE)

    @property
    def has_chosen(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.model.rowCount())

    def _build(self, *above: QLayout | QWidget) -> None:
        """Set what stands above the table, the table, and the pane beside it, in their places."""
        side = length(self, 0.85)
        top = QVBoxLayout()
        top.setContentsMargins(side, side, side, length(self, 0.3))
        top.setSpacing(length(self, 0.6))
        for part in above:
            if isinstance(part, QLayout):
                top.addLayout(part)
            else:
                top.addWidget(part)
        self._list = Card(padded=False)
        self._list.body.addLayout(top)
        self._stack = _stacked(self._list.body, self.table, self.empty)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._sides = _stacked(column, self._pane, self.nothing)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(length(self, 0.8))
        self._split.addWidget(self._list)
        self._split.addWidget(self._side)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(length(self, 1.2), length(self, 0.95), length(self, 1.2), length(self, 0.95))
        whole.addWidget(self._split)

    def _share_room(self) -> None:
        narrow, has_chosen = self.is_narrow, self.has_chosen
        reading = narrow and self._reading and has_chosen
        self.back_button.setVisible(narrow)
        self._list.setVisible(not reading)
        self._side.setVisible(reading or not narrow)
        self._sides.setCurrentWidget(self._pane if has_chosen else self.nothing)
        if self._shared != (narrow, self.width()):
            self._shared = (narrow, self.width())
            least = length(self, _LEAST_SIDE)
            self._side.setMinimumWidth(0 if narrow else least)
            wide = self._split.width()
            side = max(least, wide * 3 // 10)
            self._split.setSizes([wide - side, side])

    def _say_nothing_chosen(self) -> None:
        """Say beside the list why there is nothing; not before the list has been read."""
        rows = self.model.rowCount()
        words = self.tr("Nothing is chosen.") if rows else self.tr("The list is empty: there is nothing to show here.")
        self.nothing.show_sentence(words)

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_pane(self) -> None:
        self._reading = False
        self._share_room()
        self._to_table()

    def _find(self) -> None:
        if self._reading and self.is_narrow:
            self._close_pane()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()


def _stacked(column: QVBoxLayout, *widgets: QWidget) -> QStackedLayout:
    """Add a place to a column in which one of some widgets is shown."""
    place = QWidget()
    stack = QStackedLayout(place)
    for widget in widgets:
        stack.addWidget(widget)
    column.addWidget(place, 1)
    return stack
