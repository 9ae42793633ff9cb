"""What is seen of the plenary tracker: head, counters, table, and the note beside it; what it does is in the page."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from hanoi_desk.language import capital, field_word
from hanoi_desk.records import Mention
from hanoi_desk.ui.events.plenary_rows import MARKS, TONES, Plenary
from hanoi_desk.ui.events.plenary_table import PlenaryTable
from hanoi_desk.ui.events.statement_pane import StatementPane
from hanoi_desk.ui.list_bar import CounterButton
from hanoi_desk.ui.listings import Column, Counter
from hanoi_desk.ui.log.strip import DraftStrip
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.record_model import Listed, RecordModel
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    Card,
    ChipEdit,
    ComboField,
    EmptyState,
    FlowLayout,
    SearchBox,
    Suggestion,
    TextLabel,
    Toggle,
    length,
    make_link,
)

#: In heights of a line of text: below this width table and note take turns; the least width of the note.
_BESIDE, _NOTE = 46, 20
#: In heights of a line of text: below this height what filters stands behind a button.
_LOW = 22
_LEAST = 9

_COUNTED = (Mention.MENTIONED, Mention.NOT_MENTIONED, Mention.NOT_HEARD)


class PlenaryView(Page):
    """The widgets, their words and their places."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._plenary: Plenary | None = None
        self.reading = False  # where there is no room for both, the note is shown and not the table
        self.chooser = ComboField()
        self.chooser.setObjectName("plenary_event")
        self.item = ChipEdit(self.complete_item, "", allow_new=True)
        self.item.setObjectName("plenary_item")
        self.filter = SearchBox(keys="Ctrl F")
        self.filter.setObjectName("filter")
        self.attending = Toggle()
        self.attending.setObjectName("attending")
        self.more_button = Toggle()
        self.more_button.setObjectName("more")
        self.counters = {mention: CounterButton(Counter(mention.value, "", 0)) for mention in _COUNTED}
        self.amount = TextLabel("", "muted")
        self.model = RecordModel(lambda ids: self._plenary.rows(ids) if self._plenary else [], self)
        self.table = PlenaryTable(self.model)
        self.table.setObjectName("table")
        self.pane = StatementPane(session)
        self.nothing = EmptyState("")  # in the place of the note, where no delegation is listed
        self.nothing.setObjectName("nothing_chosen")
        self.back_button = make_link(QPushButton())
        self.draft_strip = DraftStrip()
        self.hint = TextLabel("", "caption", wrap=True)
        self.empty = EmptyState("")
        self._arrange()
        self.more_button.toggled.connect(self.share_room)

    def complete_item(self, typed: str) -> list[Suggestion]:
        """Return the agenda items that the letters may mean."""
        raise NotImplementedError

    def _arrange(self) -> None:
        side, gap = length(self, 1.2), length(self, 0.6)
        head, bar = QWidget(), QWidget()
        self._bar = bar
        across, pills = FlowLayout(head, spacing=gap), FlowLayout(bar, spacing=length(self, 0.4))
        self.chooser.setSizeAdjustPolicy(ComboField.SizeAdjustPolicy.AdjustToContents)
        self.chooser.setMaximumWidth(length(self, 24))
        self.item.setFixedWidth(length(self, 14))
        self.filter.setMinimumWidth(length(self, 14))
        for widget in (self.chooser, self.item, self.filter, self.more_button):
            across.addWidget(widget)
        for pill in (*self.counters.values(), self.attending, self.amount):
            pills.addWidget(pill)
        for holder in (head, bar):
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            holder.setSizePolicy(policy)
        self._list = Card(padded=False)
        self._list.body.addWidget(self.table)
        self._beside = QWidget()
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.pane, 1)
        column.addWidget(self.nothing, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(length(self, 0.8))
        for part in (self._list, self._beside):
            self._split.addWidget(part)
        self._split.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(side, length(self, 0.7), side, length(self, 0.6))
        whole.setSpacing(gap)
        for part in (head, bar, self.draft_strip):
            whole.addWidget(part)
        whole.addWidget(self._split, 1)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self.hint)

    def retranslate(self) -> None:
        """Put the words on all widgets, in the language of the window."""
        self.chooser.setAccessibleName(self.tr("Which event"))
        self.item.set_name(self.tr("Agenda item"))
        self.item.setToolTip(self.tr("The agenda item that is spoken on now; empty: the whole event"))
        self.item.line.setPlaceholderText("" if self.item.chips else self.tr("Agenda item"))
        self.filter.set_words(self.tr("Filter: delegation…"), "Ctrl F")
        self.more_button.setText(self.tr("Filters"))
        self.attending.setText(self.tr("Only those attending"))
        self.table.setAccessibleName(self.tr("Delegations"))
        self.back_button.setText(self.tr("← Back to the list"))
        self.hint.setText(
            self.tr(
                "M: spoke of it · N: did not · Space: in turn · Enter or any text: note · Ctrl+Enter: save the note"
            )
        )
        self.draft_strip.retranslate()
        self.pane.retranslate()
        self.nothing.show_sentence(self.tr("The list is empty: there is nothing to show here."))

    # ---- the table and its counters ----

    def show_delegations(self, ids: Sequence[str]) -> None:
        """Show these delegations in the table."""
        columns = (
            Column(self.tr("Delegation"), 9.0, 2),
            Column(self.tr("The Convention"), 9.4, 0),
            Column(self.tr("Words"), 7.0, 5, 1),
            Column(field_word("statement", "stance", self.session.language), 6.4, 0, 3),
            Column(self.tr("Speaker, item"), 8.6, 2, 2),
        )
        self.model.show([column.heading for column in columns], Listed(ids))
        self.table.set_columns(columns)
        self.amount.setText(self.amount_words(len(ids)))

    def amount_words(self, number: int) -> str:
        """Return how many delegations are listed, in words."""
        raise NotImplementedError

    def show_counts(self, counts: Mapping[Mention, int], wanted: Mention | None) -> None:
        """Show how many delegations stand how, and which of them are in the table alone."""
        for mention, button in self.counters.items():
            words = f"{MARKS[mention]} {capital(self.session.label(mention))}"
            button.show_counter(Counter(mention.value, words, counts.get(mention, 0), TONES[mention]))
            button.setChecked(wanted is mention)

    # ---- room ----

    def share_room(self) -> None:
        """Show table and note beside each other, or one of them where there is no room for both."""
        narrow, low = self.width() < length(self, _BESIDE), self.height() < length(self, _LOW)
        has_event = self._plenary is not None
        self.more_button.setVisible(low and not self.reading)
        for part in (self._bar, self.item):
            part.setVisible(has_event and (not low or (self.more_button.isChecked() and not self.reading)))
        self.chooser.setVisible(not low or self.more_button.isChecked() or not has_event)
        self.filter.setVisible(has_event and not (low and self.reading))
        self.hint.setVisible(has_event and not low)
        self.back_button.setVisible(narrow)
        self.pane.setVisible(bool(self.model.rowCount()))
        self.nothing.setVisible(not self.model.rowCount())
        self._list.setVisible(not narrow or not self.reading)
        self._beside.setVisible(not narrow or self.reading)
        self._beside.setMinimumWidth(0 if narrow else length(self, _NOTE))

    def minimumSizeHint(self) -> QSize:
        # What there is no room for makes way: the window may be as small as with any other page.
        return QSize(length(self, _LEAST), length(self, _LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()
        if self.width() >= length(self, _BESIDE):
            side = max(length(self, _NOTE), self.width() * 3 // 10)
            self._split.setSizes([self.width() - side, side])
