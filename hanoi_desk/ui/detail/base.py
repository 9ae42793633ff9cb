"""The pane that shows one record; built anew for each, from cards."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.language import field_word, number
from hanoi_desk.records import Officer, Record, Source, SourceKind
from hanoi_desk.ui.attachments import take_drops
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail.files import FilesCard
from hanoi_desk.ui.detail.history import HistoryCard
from hanoi_desk.ui.detail.links import linked, words_for
from hanoi_desk.ui.detail.parts import LinkButton, fact, flow, pill
from hanoi_desk.ui.messages import ask
from hanoi_desk.ui.page_keys import add_page_key
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, TextLabel, length, make_small


class Detail(QScrollArea):
    """Shows one record of its kind; asks for what the page does."""

    kind: type[Record]
    edit_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.store = session.store
        self.shown = ""
        self.country = ""
        self.files: FilesCard | None = None
        self.setObjectName("detail")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout()
        self._begin()
        take_drops(self.viewport(), self.take_files)
        add_page_key(self, "Ctrl+Shift+A", self.attach_file)
        add_page_key(self, "Ctrl+H", self.go_to_history)

    def retranslate(self) -> None:
        """Say all in the language of the window."""
        self.setAccessibleName(self.tr("The chosen record"))
        self.show_record(self.shown)

    def show_record(self, record_id: str) -> None:
        """Show a record as it is now; an empty or unknown identifier shows nothing."""
        place = self.verticalScrollBar().value() if record_id == self.shown else 0
        name = self._focused_name()
        record = self.store.get(self.kind, record_id) if record_id else None
        self.shown = record_id if record else ""
        self.country = ""
        self.files = None
        self._begin()
        if record is not None:
            self.fill(record)
            self._add_links(record)
            self.files = FilesCard(self.session, record)
            self._column.addWidget(self.files)
            self._column.addWidget(HistoryCard(self.session, record))
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(place)
        if name:
            self.take_focus(name)

    def fill(self, record: Record) -> None:
        """Build the cards of a record."""
        raise NotImplementedError

    def take_files(self, paths: list[Path]) -> None:
        """Attach files to the record that is shown."""
        if self.files is not None:
            self.files.take(paths)

    def attach_file(self) -> None:
        """Ask which files are to be attached to the record that is shown."""
        if self.files is not None:
            self.files.choose()

    def go_to_history(self) -> None:
        """Bring the history into sight, with the cursor on the first thing to be done in it."""
        history = self.findChild(HistoryCard)
        if history is not None:
            self.ensureWidgetVisible(history, 0, self.viewport().height())
            history.take_focus()

    def holds_focus(self) -> bool:
        """Tell whether the focus is inside."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_focus(self, name: str = "edit") -> None:
        """Put the focus on a button."""
        buttons = self.findChildren(QPushButton)
        wanted = next((one for one in buttons if one.objectName() == name), buttons[0] if buttons else None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what details share ----

    def card(self, title: str = "", note: str = "") -> Card:
        """Add a card."""
        card = Card(title, note)
        self._column.addWidget(card)
        return card

    def head(self, title: str, *subs: str) -> Card:
        """Add the first card, with the title of the record and lines below it."""
        card = self.card()
        card.body.addWidget(TextLabel(title, "heading", wrap=True))
        for sub in filter(None, subs):
            card.body.addWidget(TextLabel(sub, "muted", wrap=True))
        return card

    def button(self, name: str, words: str, keys: str = "") -> QPushButton:
        """Return a small button with a name."""
        button = make_small(QPushButton(words))
        button.setObjectName(name)
        if keys:
            button.setToolTip(f"{words} ({keys})")
        return button

    def add_actions(self, card: Card, *more: QPushButton) -> None:
        """Add the buttons of a record: those given, then edit and delete."""
        edit = self.button("edit", self.tr("Edit"), "F2")
        delete = self.button("delete", self.tr("Delete"), "Del")
        edit.clicked.connect(lambda: self.edit_asked.emit(self.shown))
        delete.clicked.connect(lambda: self.delete_asked.emit(self.shown))
        card.body.addWidget(flow(*more, edit, delete))

    def field(self, record: Record, name: str) -> str:
        """Return the words for a field."""
        return field_word(record.table, name, self.session.language)

    def link(self, words: str, goal: Goal) -> LinkButton:
        """Return a link to a page or a record."""
        button = LinkButton(words)
        button.clicked.connect(lambda: self.session.go(goal))
        self._goals.append(goal)
        return button

    def officer(self, officer_id: str | None) -> str:
        """Return the name of one of our people."""
        found = self.store.get(Officer, officer_id) if officer_id else None
        return found.name if found else ""

    def add_source(self, card: Card, source_id: str | None) -> None:
        """Add where a record comes from, and a plain mark where it is only sample."""
        source = self.store.get(Source, source_id) if source_id else None
        if source is None:
            return
        if source.kind is SourceKind.SAMPLE:
            card.body.addWidget(flow(pill(self.tr("Sample, invented"), Tone.AMBER)))
        card.body.addWidget(fact(self.tr("Source"), source.title))
        if source.link.startswith(("https://", "http://")):
            link = LinkButton(source.link)
            link.setObjectName("source_link")
            link.clicked.connect(lambda: self._ask_to_open(source.link))
            card.body.addWidget(link)
        elif source.link:
            card.body.addWidget(fact(self.field(source, "link"), source.link))

    # ---- inside ----

    def _add_links(self, record: Record) -> None:
        """Add what the cards above have not linked: what the record points to, and what points to it."""
        name = words_for(self.session, record)
        rule = self.tr("Linked with {name}").format(name=name)
        groups = linked(self.session, record, tuple(self._goals), rule)
        if not groups:
            return
        card = self.card(self.tr("Linked records"))
        card.setObjectName("links")
        for group in groups:
            card.body.addWidget(TextLabel(group.words, "caption"))
            for words, goal in group.entries:
                card.body.addWidget(self.link(words, goal))
            if group.more:
                words = self.tr("See all {n}").format(n=number(group.number, self.session.language))
                card.body.addWidget(self.link(words, group.more))

    def _ask_to_open(self, address: str) -> None:
        ask(
            self,
            self.tr("Open this address in the browser? It leaves Hanoi Desk and goes on the network."),
            self.tr("Open"),
            lambda: _open(address),
            more=address,
            no=self.tr("Cancel"),
        )

    def _begin(self) -> None:
        self._goals: list[Goal] = []
        inside = QWidget()
        inside.setProperty("role", "page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(length(self, 0.8))
        self.setWidget(inside)

    def _focused_name(self) -> str:
        focused = self.window().focusWidget()  # also while a question over the window has the cursor
        inside = focused is not None and self.isAncestorOf(focused)
        return (focused.objectName() or "edit") if inside and focused else ""


def _open(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))
