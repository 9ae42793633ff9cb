"""What a page of records is made of: filter, counters, facets, tools, table, and the chosen record beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from hanoi_desk.language import number
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail import Detail
from hanoi_desk.ui.list_bar import ListBar
from hanoi_desk.ui.list_beside import ListBeside
from hanoi_desk.ui.listings import Facet, Listing, Wanted
from hanoi_desk.ui.lists.tools import ListTools
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import StatusStrip, Toggle, length

#: Below this height, in heights of a line of text, the counters that ask for nothing make way for the list.
_LOW = 22


@dataclass(frozen=True, slots=True)
class ListWords:
    """The words of one list page; without `add` there is no button for it."""

    title: str
    filter: str
    add: str
    empty: str


class ListView(ListBeside):
    """The list and the chosen record; `ListPage` wires them and does what is asked."""

    def __init__(self, session: Session, listing: Listing, detail: Detail, parent: QWidget | None = None) -> None:
        super().__init__(session, listing.rows, detail, parent)
        self.listing = listing
        self.tables = listing.tables
        self.detail = detail
        self.wanted = Wanted(sort=listing.first_sort[0], descending=listing.first_sort[1])
        self._rule = ""
        self.strip = StatusStrip()
        self.strip.setObjectName("rule")
        self.add_button = QPushButton()
        self.add_button.setObjectName("add")
        self.more_button = Toggle()
        self.more_button.setObjectName("more")
        self.tools = ListTools(session, listing, self)
        self.bar = ListBar(self._count_values)
        self._arrange()

    def words(self) -> ListWords:
        """Return the words of the page in the language of the window."""
        raise NotImplementedError

    def retranslate(self) -> None:
        super().retranslate()
        words = self.words()
        self.filter.set_words(words.filter, "Ctrl F")
        self.table.setAccessibleName(words.title)
        self.add_button.setText(words.add)
        self.add_button.setVisible(bool(words.add))
        self.more_button.setText(self.tr("Filters"))
        self.tools.retranslate()
        self.detail.retranslate()

    def say_waiting(self, sentence: str) -> None:
        """Say what is waited for until the list can be read for the first time."""
        self.empty.show_sentence(sentence)
        self._stack.setCurrentWidget(self.empty)

    # ---- building ----

    def _arrange(self) -> None:
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
        self._build(head, below_head, self.strip)

    # ---- what is said ----

    def _count_values(self, facet: Facet) -> Iterator[tuple[str, int]]:
        return self.listing.counts(self.wanted, facet)

    def _say_amount(self) -> None:
        rows = self.model.rowCount()
        amount = self.listing.amount(rows).replace(str(rows), number(rows, self.session.language))
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
        self._stack.setCurrentWidget(self.table if rows else self.empty)
        self._say_nothing_chosen()

    # ---- room ----

    def _share_room(self) -> None:
        narrow, low = self.is_narrow, self.height() < length(self, _LOW)
        self.more_button.setVisible(narrow or low)
        self._place_tools(below=narrow)
        everything = not (narrow or low) or self.more_button.isChecked()
        self.bar.show_all(everything, low=low)
        self.tools.show_buttons(everything)
        super()._share_room()

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
