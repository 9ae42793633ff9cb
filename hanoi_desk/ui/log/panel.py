"""The panel of the log form: its head, strips, buttons and the sheet that scrolls between them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.log.fields import stops_in
from hanoi_desk.ui.log.sheet import Sheet
from hanoi_desk.ui.log.strip import DraftStrip
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ActionButton, FlowLayout, StatusStrip, TextLabel, length, make_link


class Panel(QWidget):
    """What is seen of the form; what it does is in the form itself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._then: Callable[[], object] | None = None
        self.sheet = Sheet(session)
        self.heading = TextLabel("", "heading")
        self.back_button = make_link(QPushButton(), quiet=True)
        self.draft_strip = DraftStrip()
        self.strip = StatusStrip()
        self.save_button = ActionButton("", "Ctrl ↵", primary=True)
        self.another_button = QPushButton()
        self.discard_button = make_link(QPushButton(), quiet=True)
        self.draft_line = TextLabel("", "caption")
        for name in ("back", "save", "another", "discard"):
            getattr(self, f"{name}_button").setObjectName(f"log_{name}")
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.sheet)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(lambda top: self.sheet.keep_beside(top, self.area.viewport().height()))
        self.strip.acted.connect(self._act)
        self._arrange()

    def _arrange(self) -> None:
        side = length(self, 1.1)
        head = QHBoxLayout()
        head.setContentsMargins(side, length(self, 0.8), side, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.back_button)
        strips = QVBoxLayout()
        strips.setContentsMargins(side, 0, side, 0)
        strips.addWidget(self.draft_strip)
        strips.addWidget(self.strip)
        foot = FlowLayout(spacing=length(self, 0.5))
        foot.setContentsMargins(side, length(self, 0.3), side, length(self, 0.7))
        for widget in (self.save_button, self.another_button, self.draft_line, self.discard_button):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(length(self, 0.5))
        column.addLayout(head)
        column.addLayout(strips)
        column.addWidget(self.area, 1)
        column.addLayout(foot)

    def put_words(self) -> None:
        """Put the words on head and buttons, in the language of the window."""
        self.back_button.setText(self.tr("Back  Esc"))
        self.back_button.setToolTip(self.tr("Go back; what you typed is kept as a draft"))
        self.save_button.setText(self.tr("Save"))
        self.another_button.setText(self.tr("Save and log another"))
        self.discard_button.setText(self.tr("Discard draft"))
        self.draft_strip.retranslate()
        self.sheet.retranslate()

    def tell(self, sentence: str, tone: Tone, action: str = "", then: Callable[[], object] | None = None) -> None:
        """Say something at the head of the form, with a button if there is something to do about it."""
        self._then = then
        self.strip.say(sentence, action, tone=tone)

    def tell_store(self, error: StoreError, again: Callable[[], object] | None = None) -> None:
        """Say what the machine did and what to do."""
        sentences = " ".join(messages.store_sentences(error, self._session.language))
        self.tell(sentences, Tone.RED, self.tr("Try again") if again else "", again)

    def _act(self) -> None:
        if self._then is not None:
            self._then()

    def say_draft_age(self, seconds: int | None, error: StoreError | None, *, is_withheld: bool = False) -> None:
        """Say how old the draft on disk is, that there is none yet, or why it could not be, or is not, kept."""
        self.discard_button.setVisible(seconds is not None or is_withheld)
        if is_withheld:
            self.draft_line.setText(self._session.word("notice.no_draft"))
        elif error is not None:
            why = messages.store_sentences(error, self._session.language)[0]
            self.draft_line.setText(self.tr("The draft could not be kept. {why}").format(why=why))
        elif seconds is None:
            self.draft_line.setText(self.tr("A draft is kept while you type."))
        elif seconds < 60:
            words = self.tr("Draft kept {n} s ago. It is here if the power goes.")
            self.draft_line.setText(words.format(n=seconds))
        else:
            words = self.tr("Draft kept {n} min ago. It is here if the power goes.")
            self.draft_line.setText(words.format(n=seconds // 60))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go round inside the form: the page that it lies over is not reached by accident."""
        stops = [
            *stops_in(self.draft_strip),
            *stops_in(self.strip),
            *self.sheet.stops(),
            *(b for b in (self.save_button, self.another_button, self.discard_button) if b.isVisible()),
            self.back_button,
        ]
        focused = self.window().focusWidget()
        place = stops.index(focused) if focused in stops else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target = stops[(place + (1 if forward else -1)) % len(stops)]
        target.setFocus(reason)
        if self.area.isAncestorOf(target):
            self.bring_into_view(target)
        return True

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll until the widget is seen."""
        self.area.ensureWidgetVisible(widget)
