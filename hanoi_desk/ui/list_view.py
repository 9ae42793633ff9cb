"""What a page of records is made of: filter, counters, facets, table, the chosen record beside it, and their room."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail import Detail
from hanoi_desk.ui.list_bar import ListBar
from hanoi_desk.ui.listings import Facet, Listing, Wanted
from hanoi_desk.ui.lists.tools import ListTools
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.record_model import RecordModel
from hanoi_desk.ui.record_table import RecordTable
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    Card,
    EmptyState,
    SearchBox,
    StatusStrip,
    TextLabel,
    length,
    make_facet,
    make_link,
)

#: Below this width, in heights of a line of text, the list and the chosen record take turns.
_BESIDE = 46
_LEAST_SIDE = 19


@dataclass(frozen=True, slots=True)
class ListWords:
    """The words of one list page; without `add` there is no button for it."""

    title: str
    filter: str
    add: str
    empty: str


class ListView(Page):
    """The list and the chosen record; `ListPage` wires them and does what is asked."""

    def __init__(self, session: Session, listing: Listing, detail: Detail, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.listing = listing
        self.tables = listing.tables
        self.detail = detail
        self.wanted = Wanted(sort=listing.first_sort[0], descending=listing.first_sort[1])
        self._rule = ""
        self._shared = (False, 0)
        self._reading = False  # in a narrow window: the chosen record is shown, not the list
        self.filter = SearchBox(keys="Ctrl F")
        self.filter.setObjectName("filter")
        self.amount = TextLabel("", "muted")
        self.amount.setObjectName("amount")
        self.strip = StatusStrip()
        self.strip.setObjectName("rule")
        self.model = RecordModel(listing.rows, self)
        self.table = RecordTable(self.model)
        self.table.setObjectName("table")
        self.empty = EmptyState("")
        self.add_button = QPushButton()
        self.add_button.setObjectName("add")
        self.back_button = make_link(QPushButton())
        self.more_button = make_facet(QPushButton())
        self.more_button.setObjectName("more")
        self.tools = ListTools(session, listing, self)
        self.bar = ListBar(self._count_values)
        self._build()

    def words(self) -> ListWords:
        """Return the words of the page in the language of the window."""
        raise NotImplementedError

    def retranslate(self) -> None:
        words = self.words()
        self.filter.set_words(words.filter, "Ctrl F")
        self.table.setAccessibleName(words.title)
        self.add_button.setText(words.add)
        self.add_button.setVisible(bool(words.add))
        self.back_button.setText(self.tr("← Back to the list"))
        self.more_button.setText(self.tr("Filters"))
        self.tools.retranslate()
        self.detail.retranslate()

    def say_waiting(self, sentence: str) -> None:
        """Say what is waited for until the list can be read for the first time."""
        self.empty.show_sentence(sentence)
        self._stack.setCurrentWidget(self.empty)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for only one of the list and the chosen record."""
        return self.width() < length(self, _BESIDE)

    # ---- building ----

    def _build(self) -> None:
        side = length(self, 0.85)
        head = self._head = QHBoxLayout()
        head.setSpacing(length(self, 0.45))
        self.filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.filter.setMinimumWidth(length(self, 8))
        head.addWidget(self.filter, 1)
        head.addWidget(self.add_button)
        self.bar.hold_tools(self.tools.buttons)
        below_head = QHBoxLayout()
        below_head.setSpacing(length(self, 0.6))
        below_head.addWidget(self.bar, 1)
        below_head.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        below_head.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setContentsMargins(side, side, side, length(self, 0.3))
        top.setSpacing(length(self, 0.6))
        top.addLayout(head)
        top.addLayout(below_head)
        top.addWidget(self.strip)
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._list = Card(padded=False)
        self._list.body.addLayout(top)
        self._list.body.addWidget(below, 1)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.detail, 1)
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

    # ---- what is said ----

    def _count_values(self, facet: Facet) -> Iterator[tuple[str, int]]:
        return self.listing.counts(self.wanted, facet)

    def _say_amount(self) -> None:
        number = self.model.rowCount()
        amount = self.listing.amount(number)
        self.amount.setText(amount)
        if self._rule:
            words = self.tr("{rule}: {amount}").format(rule=self._rule.rstrip("."), amount=amount)
            if self.strip.words != words:
                self.strip.say(words, self.tr("Show all"), tone=Tone.BLUE)
        else:
            self.strip.hide()
        if self.wanted.is_all:
            self.empty.show_sentence(self.words().empty, self.words().add)
        else:
            self.empty.show_sentence(self.tr("Nothing here matches the filter."), self.tr("Clear filter"))
        self._stack.setCurrentWidget(self.table if number else self.empty)

    # ---- room ----

    def _share_room(self) -> None:
        narrow = self.is_narrow
        self.back_button.setVisible(narrow)
        self.more_button.setVisible(narrow)
        self._place_tools(below=narrow)
        everything = not narrow or self.more_button.isChecked()
        self.bar.show_all(everything)
        self.tools.show_buttons(everything)
        self._list.setVisible(not narrow or not self._reading)
        self._side.setVisible(bool(self.model.rowCount()) and (not narrow or self._reading))
        if self._shared != (narrow, self.width()):
            self._shared = (narrow, self.width())
            self._side.setMinimumWidth(0 if narrow else length(self, _LEAST_SIDE))
            wide = self._split.width()
            side = max(length(self, _LEAST_SIDE), wide * 3 // 10)
            self._split.setSizes([wide - side, side])

    def _place_tools(self, *, below: bool) -> None:
        """Put the tools beside the filter, or behind the facets where there is little room."""
        if below == bool(self.bar.tools):
            return
        for button in self.tools.buttons:
            self._head.removeWidget(button)
        self.bar.hold_tools(self.tools.buttons if below else ())
        if not below:
            for place, button in enumerate(self.tools.buttons, 1):
                self._head.insertWidget(place, button)
        self._order_tabs()

    def _order_tabs(self) -> None:
        beside = () if self.bar.tools else self.tools.buttons
        before: QWidget = self.filter
        for widget in (*beside, self.add_button, *self.bar.buttons, self.table):
            QWidget.setTabOrder(before, widget)
            before = widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
