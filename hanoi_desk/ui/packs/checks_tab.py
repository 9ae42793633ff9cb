"""What to look at before printing: each point with the way to its record, and how full each block of the page is."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.briefing.checks import Check
from hanoi_desk.language import number, word_of
from hanoi_desk.pdf import Caution, Fill
from hanoi_desk.records import Record
from hanoi_desk.store.codec import shapes
from hanoi_desk.ui.colours import TileState, Tone
from hanoi_desk.ui.detail.parts import flow, pill
from hanoi_desk.ui.packs.wording import caution_words
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.places import goal_of
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, Segment, SegmentBar, TextLabel, length, make_link

#: So many points of one kind are shown; a pack of all States would have thousands.
_MOST = 40


class ChecksTab(QWidget):
    """Built anew when a document was made; `counted` gives how many points there are."""

    counted = Signal(int)
    built = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._checks: tuple[Check, ...] = ()
        self._warnings: tuple[tuple[Caution, str], ...] = ()
        self._fills: tuple[Fill, ...] = ()
        self._paper = ""
        self._is_known = False  # a document was made and looked at
        self._cards = QVBoxLayout()
        self._cards.setSpacing(length(self, 0.7))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._cards)
        column.addStretch(1)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show what to look at in the records."""
        if not self._is_known or tuple(checks) != self._checks:
            self._checks, self._is_known = tuple(checks), True
            self.build()

    def show_document(self, warnings: Sequence[tuple[Caution, str]], fills: Sequence[Fill], paper: str) -> None:
        """Show what is to be said of the pages; `paper` is the one that is seen."""
        shown = (tuple(warnings), tuple(fills), paper)
        if shown != (self._warnings, self._fills, self._paper):
            self._warnings, self._fills, self._paper = shown
            self.build()

    def clear(self) -> None:
        """Show nothing: there is no document to look at."""
        self._checks, self._warnings, self._fills, self._is_known = (), (), (), False
        self.build()

    def build(self) -> None:
        """Put all of it on the tab."""
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        serious = [one for one in self._warnings if one[0] is not Caution.TOO_LONG]
        self.counted.emit(len(self._checks) + len(serious))
        if serious:
            self._cards.addWidget(self._pages(serious))
        kinds = Counter(check.kind for check in self._checks)
        for kind, count in kinds.items():
            card = Card(word_of(kind, self._session.language), number(count, self._session.language))
            card.setObjectName(f"check_{kind.value}")
            of_kind = [check for check in self._checks if check.kind is kind]
            for check in of_kind[:_MOST]:
                card.body.addWidget(self._line(check))
            if count > _MOST:
                more = self.tr("and %n more", "", count - _MOST)
                card.body.addWidget(TextLabel(more, "caption"))
            self._cards.addWidget(card)
        if self._is_known and not kinds and not serious:
            card = Card(self.tr("Checks before printing"))
            card.body.addWidget(TextLabel(self.tr("Nothing is in the way of printing."), wrap=True))
            self._cards.addWidget(card)
        fills = [fill for fill in self._fills if not self._paper or fill.paper in ("", self._paper)]
        if fills:
            self._cards.addWidget(self._room(fills))
        self.built.emit()

    # ---- cards ----

    def _line(self, check: Check) -> QWidget:
        parts: list[QWidget] = [pill(self.tr("mend first"), Tone.RED)] if check.serious else []
        if check.record is not None:
            link = make_link(QPushButton(self.tr("Go to the record")))
            link.setObjectName("to_record")
            link.setAccessibleName(self.tr("Go to the record: {words}").format(words=check.words))
            link.clicked.connect(lambda: self._go(check))
            parts.append(link)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.15))
        column.addWidget(TextLabel(check.words, wrap=True))
        if parts:
            column.addWidget(flow(*parts))
        return holder

    def _go(self, check: Check) -> None:
        assert check.record is not None
        table, id_ = check.record
        goal = goal_of(self._session.store, table, id_)
        record: Record | None = self._session.store.get(shapes()[table].kind, id_)
        if goal is not None:
            self._session.go(goal)
        elif record is not None:
            class_of("record")(self._session, record, self.window()).open()

    def _pages(self, warnings: Sequence[tuple[Caution, str]]) -> Card:
        card = Card(self.tr("On the pages"), number(len(warnings), self._session.language))
        card.setObjectName("check_pages")
        for caution in dict.fromkeys(caution for caution, _ in warnings):
            details = [detail for known, detail in warnings if known is caution]
            told = details[0] if len(details) == 1 else "\n" + "\n".join(details[:_MOST])
            card.body.addWidget(TextLabel(caution_words(caution, told), wrap=True))
        return card

    def _room(self, fills: Sequence[Fill]) -> Card:
        card = Card(self.tr("How full the blocks are"), self._paper)
        card.setObjectName("fills")
        card.body.setSpacing(length(self, 0.35))
        for fill in fills:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(length(self, 0.5))
            name = TextLabel(fill.block, wrap=True)
            words = self.fill_words(fill)
            state = TileState.DECLINED if fill.overflows else TileState.SIGNED
            bar = SegmentBar([Segment(round(fill.used * 10), state)], max(1, round(fill.room * 10)), words)
            row.addWidget(name, 5)
            row.addWidget(bar, 4)
            row.addWidget(TextLabel(words, "problem" if fill.overflows else "caption"), 4)
            card.body.addWidget(holder)
        return card

    def fill_words(self, fill: Fill) -> str:
        """Return how full a block is."""
        language = self._session.language
        used, room = number(fill.used, language, 0), number(fill.room, language, 0)
        if fill.overflows:
            over = number(max(1.0, fill.used - fill.room), language, 0)
            return self.tr("{over} mm too much").format(over=over)
        return self.tr("{used} of {room} mm").format(used=used, room=room)
