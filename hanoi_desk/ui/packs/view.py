"""How the builder is laid out: tabs at the left over the ways out, the preview at the right or, if narrow, as a tab."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.briefing.event_pack import SECTIONS
from hanoi_desk.language import Language, name_of, terms
from hanoi_desk.records import Participant, Product
from hanoi_desk.ui.packs.checks_tab import ChecksTab
from hanoi_desk.ui.packs.document_tab import DocumentTab
from hanoi_desk.ui.packs.editions_tab import EditionsTab
from hanoi_desk.ui.packs.foot import PackFoot
from hanoi_desk.ui.packs.in_sight import bring_into_sight
from hanoi_desk.ui.packs.preview_pane import PreviewPane
from hanoi_desk.ui.packs.printing_card import PrintingCard
from hanoi_desk.ui.packs.report_card import ReportCard
from hanoi_desk.ui.packs.texts_tab import TextsTab
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, EmptyState, FlowLayout, Tabs, length, make_small

#: The width of the left side, and the width from which the preview stands beside it, in heights of a line of text.
_SIDE, _BESIDE = 19.5, 38
#: Below this height, in the same unit, the foot says only what is being done.
_LOW = 22
_TABS = ("document", "texts", "checks", "editions")
_PREVIEW = "preview"


class _Column(QScrollArea):
    """Keeps what has the cursor in sight when the foot below takes room away."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused) and event.size().height() < event.oldSize().height():
            bring_into_sight(focused)


class PacksView(Page):
    """The parts of the builder; what they do is decided by the page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.chooser = ComboField()
        self.chooser.setObjectName("saved_packs")
        self.new_button, self.save_pack_button = QPushButton(), QPushButton()
        self.copy_button, self.delete_button = QPushButton(), QPushButton()
        for name, button in (
            ("new_pack", self.new_button),
            ("save_pack", self.save_pack_button),
            ("copy_pack", self.copy_button),
            ("delete_pack", self.delete_button),
        ):
            make_small(button).setObjectName(name)
        self.tabs = Tabs()
        self.tabs.setObjectName("pack_tabs")
        self.document_tab = DocumentTab(session)
        self.printing = PrintingCard()
        self.report = ReportCard(session.store)
        self.document_tab.add_card(self.report)
        self.document_tab.add_card(self.printing)
        self.texts_tab = TextsTab(session)
        self.checks_tab = ChecksTab(session)
        self.editions_tab = EditionsTab(session)
        self.foot = PackFoot()
        self.pane = PreviewPane()
        self.nothing = EmptyState("")
        self._is_beside = True
        self._arrange()
        self.tabs.chosen.connect(self._show_chosen)
        self.nothing.acted.connect(self._choose_subject)
        tabs: tuple[TextsTab | ChecksTab | EditionsTab, ...] = (self.texts_tab, self.checks_tab, self.editions_tab)
        for tab in tabs:
            tab.built.connect(lambda tab=tab: self._chain(tab))
        self._fit(QSize())  # as small as it gets, so that no window grows to take it in
        self.checks_tab.counted.connect(lambda count: self.set_tab_count("checks", count))

    def _arrange(self) -> None:
        gap = length(self, 0.6)
        acts = QWidget()
        flow = FlowLayout(acts, spacing=length(self, 0.3))
        for button in (self.new_button, self.save_pack_button, self.copy_button, self.delete_button):
            flow.addWidget(button)
        policy = acts.sizePolicy()
        policy.setHeightForWidth(True)
        acts.setSizePolicy(policy)
        self._stack = QStackedWidget()
        self._scrolls: dict[str, QScrollArea] = {}
        for key, tab in zip(
            _TABS, (self.document_tab, self.texts_tab, self.checks_tab, self.editions_tab), strict=True
        ):
            self._scrolls[key] = self._scrolled(tab)
            self._stack.addWidget(self._scrolls[key])
        self._sheets = QStackedWidget()
        self._sheets.addWidget(self.pane)
        self._sheets.addWidget(self.nothing)
        for part in (self._stack, self._sheets):
            part.setMinimumHeight(length(self, 2))  # all in them scrolls: a low window at large text holds the page
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(gap)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.setSpacing(length(self, 0.4))
        self._head.addWidget(self.chooser, 1)
        self._head.addWidget(acts, 1, Qt.AlignmentFlag.AlignVCenter)
        side.addLayout(self._head)
        side.addWidget(self.tabs)
        side.addWidget(self._stack, 1)
        side.addWidget(self.foot)
        self._across = QHBoxLayout(self)
        margin = length(self, 1.2)
        self._across.setContentsMargins(margin, length(self, 0.7), margin, length(self, 0.7))
        self._across.setSpacing(gap)
        self._across.addWidget(self._side)
        self._across.addWidget(self._sheets, 1)

    def _scrolled(self, tab: QWidget) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, length(self, 0.3), 0)
        column.addWidget(tab)
        scroll = _Column()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def retranslate(self) -> None:
        self.chooser.setAccessibleName(self.tr("Saved documents"))
        self.tabs.setAccessibleName(self.tr("Parts of the builder"))
        self.new_button.setText(self.tr("New"))
        self.save_pack_button.setText(self.tr("Save"))
        self.save_pack_button.setToolTip(self.tr("Keep the document on the desk (Ctrl+Enter)"))
        self.copy_button.setText(self.tr("Copy"))
        self.delete_button.setText(self.tr("Delete"))
        for part in (self.document_tab, self.report, self.printing, self.texts_tab, self.foot, self.pane):
            part.retranslate()
        self.checks_tab.build()
        self._fill_tabs()

    def _choose_subject(self) -> None:
        self.show_tab(_TABS[0])
        self.document_tab.choose_subject()

    def _chain(self, tab: QWidget) -> None:
        """Let Tab go through what was built anew where it stands: after the row of tabs, before the ways out."""
        before: QWidget = self.tabs
        for one in tab.findChildren(QWidget):
            is_reached = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
            if is_reached and one.window() is before.window():  # the list of a field is a window of its own
                QWidget.setTabOrder(before, one)
                before = one

    # ---- tabs ----

    def _tab_words(self) -> dict[str, str]:
        return {
            "document": self.tr("Document"),
            "texts": self.tr("Texts"),
            "checks": self.tr("Checks"),
            "editions": self.tr("Editions"),
            _PREVIEW: self.tr("Preview"),
        }

    def _fill_tabs(self) -> None:
        current, words = self.tabs.current or _TABS[0], self._tab_words()
        counts = {key: self.tabs.property(f"count_{key}") for key in _TABS}
        keys = _TABS if self._is_beside else (*_TABS, _PREVIEW)
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for key in keys:
                self.tabs.add(key, words[key], counts.get(key) or None)
            self.tabs.choose(current if current in keys else _TABS[0])
        self._show_chosen(self.tabs.current)

    def set_tab_count(self, key: str, count: int) -> None:
        """Show a number after the title of a tab, none for 0."""
        self.tabs.setProperty(f"count_{key}", count)
        if self.tabs.count():
            self.tabs.set_count(key, count or None)

    def show_tab(self, key: str) -> None:
        """Show one of the tabs; the preview is one only where it does not stand beside them."""
        if key in _TABS or (key == _PREVIEW and not self._is_beside):
            self.tabs.choose(key)

    def step_tab(self, by: int) -> bool:
        """Step the parts of the builder; the cursor goes to their row, for where it stood is out of sight."""
        self.tabs.step(by)
        self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _show_chosen(self, key: str) -> None:
        self._stack.setCurrentWidget(self._scrolls.get(key, self._sheets) if key != _PREVIEW else self._sheets)

    # ---- the preview ----

    def show_pages(self, shown: bool, why_not: str = "", action: str = "") -> None:
        """Show the pages, or say why there are none and what leads on."""
        self.nothing.show_sentence(why_not, action)
        self._sheets.setCurrentWidget(self.pane if shown else self.nothing)

    def paper_name(self, participant: Participant, language: Language) -> str:
        """Return the name of the paper about a State."""
        return name_of(participant, language)

    def section_words(self, product: Product) -> list[tuple[str, str]]:
        """Return the papers that a product may have, with their words."""
        if product is not Product.EVENT:
            return []
        names = ((key, (f"pack.annex_{key}", f"pack.{key}", f"pack.part_{key}")) for key in SECTIONS)
        known = ((key, next((name for name in known if name in terms()), "")) for key, known in names)
        return [(key, self.session.word(name)) for key, name in known if name]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the preview beside the tabs where there is room, or among them."""
        super().resizeEvent(event)
        self._fit(event.size())

    def _fit(self, room: QSize) -> None:
        beside = room.width() >= length(self, _BESIDE)
        self.foot.set_low(room.height() < length(self, _LOW))
        under, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(under if beside else across)
        self._side.setMinimumWidth(0)
        self._side.setMaximumWidth(length(self, _SIDE) if beside else 16_777_215)
        self._side.setMinimumWidth(length(self, _SIDE) if beside else 0)
        if beside != self._is_beside:
            self._is_beside = beside
            if beside:
                self._stack.removeWidget(self._sheets)
                self._across.addWidget(self._sheets, 1)
                self._sheets.show()
            else:
                self._across.removeWidget(self._sheets)
                self._stack.addWidget(self._sheets)
            self._fill_tabs()

    def take_focus(self) -> None:
        self.document_tab.take_focus()
