"""What is seen of a programme: its head, the days that scroll, and the line that names the keys."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.ui.events.slot_row import SlotRow
from hanoi_desk.ui.log.strip import DraftStrip
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, EmptyState, FlowLayout, TextLabel, length, make_link

#: The height, in heights of a line of text, below which the head scrolls with the days.
_LOW = 22
_LEAST = 9


class ProgrammeView(Page):
    """The widgets, their words and their places; the cards of the days go into `days`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows: list[SlotRow] = []
        self.chooser = ComboField()
        self.chooser.setObjectName("programme_event")
        self.add_button = QPushButton()
        self.add_button.setObjectName("add")
        self.amount = TextLabel("", "muted")
        self.clash_button = make_link(QPushButton())
        self.clash_button.setObjectName("clashes")
        self.hint = TextLabel("", "caption", wrap=True)
        self.empty = EmptyState("")
        self.draft_strip = DraftStrip()
        self._arrange()

    def _arrange(self) -> None:
        head = self._head = QWidget()
        flow = FlowLayout(head, spacing=length(self, 0.6))
        self.chooser.setSizeAdjustPolicy(ComboField.SizeAdjustPolicy.AdjustToContents)
        self.chooser.setMaximumWidth(length(self, 32))
        for widget in (self.chooser, self.add_button, self.amount, self.clash_button):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        head.setSizePolicy(policy)
        self._inside = QWidget()
        self._inside.setProperty("role", "page")
        self._scrolled = QVBoxLayout(self._inside)
        self._scrolled.setContentsMargins(0, 0, length(self, 0.3), 0)
        self._scrolled.setSpacing(length(self, 0.7))
        self.days = QVBoxLayout()
        self.days.setSpacing(length(self, 0.7))
        self._scrolled.addLayout(self.days)
        self._scrolled.addWidget(self.empty, 1)
        self._scrolled.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inside)
        whole = self._whole = QVBoxLayout(self)
        side = length(self, 1.2)
        whole.setContentsMargins(side, length(self, 0.7), side, length(self, 0.6))
        whole.setSpacing(length(self, 0.6))
        whole.addWidget(head)
        whole.addWidget(self.draft_strip)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.hint)

    def retranslate(self) -> None:
        """Put the words on all widgets, in the language of the window."""
        self.chooser.setAccessibleName(self.tr("Whose programme"))
        self.draft_strip.retranslate()
        self.add_button.setText(self.tr("New slot…"))
        self.add_button.setToolTip(self.tr("New slot (Insert)"))
        self.hint.setText(
            self.tr(
                "Enter: edit · Insert: new slot · B: brief · M: meeting brief · R: result · C: confirm · X: cancel · "
                "Delete: take off · Ctrl+H: history and files"
            )
        )

    def minimumSizeHint(self) -> QSize:
        # The head scrolls where there is no room: the window may be as small as with any other page.
        return QSize(length(self, _LEAST), length(self, _LEAST))

    @property
    def is_low(self) -> bool:
        """Whether there is so little height that the head scrolls with the days, and the keys are not named."""
        return self.height() < length(self, _LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        column = self._scrolled if self.is_low else self._whole
        if column.indexOf(self._head) < 0:
            column.insertWidget(0, self._head)
        self.hint.setVisible(bool(self.rows) and not self.is_low)
