"""A window with menus and pages, and the way among them; what is done in it belongs to the main window."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from hanoi_desk.ui.actions import ACTIONS, MENUS, PAGES, ActionSpec, in_words
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.page_tabs import place_of
from hanoi_desk.ui.search_panel import SearchPanel
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.trail import Trail
from hanoi_desk.ui.veil import Veil
from hanoi_desk.ui.widgets import press_focused
from hanoi_desk.ui.window_frame import WindowFrame


class DeskWindow(QMainWindow):
    """Every action of the menus calls the method of the window that it names."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show no page yet: `go` does, once all is connected."""
        super().__init__(parent)
        self.session = session
        frame = self._frame = WindowFrame(session)
        self.setCentralWidget(frame)
        self.sidebar, self.tabs, self.strip = frame.sidebar, frame.tabs, frame.foot.strip
        self.search_box, self.brief_button, self.log_button = frame.search_box, frame.brief_button, frame.log_button
        self.pages = frame.stack.pages
        self.actions_by_name: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._trail = Trail()
        self._veil = Veil(frame.content)
        self._search = SearchPanel(session, self.search_box, self._run_named, self)
        self._make_actions()
        self._veil.homeless.connect(lambda: self.page.take_focus())
        self.sidebar.chosen.connect(self.go_to)
        self.tabs.chosen.connect(self.go_to)
        session.asked.connect(self.go)
        session.language_changed.connect(self.retranslate)

    def _make_actions(self) -> None:
        for key, _ in MENUS:
            menu = self._menus[key] = self.menuBar().addMenu("")
            menu.setObjectName(f"menu_{key}")
        for spec in ACTIONS:
            action = QAction(self)
            action.setObjectName(spec.name)
            action.setShortcuts([QKeySequence(keys.strip()) for keys in spec.keys.split("; ") if keys])
            action.triggered.connect(partial(self._run, spec))
            self._menus[spec.menu].addAction(action)
            self.addAction(action)
            self.actions_by_name[spec.name] = action

    def retranslate(self) -> None:
        """Put the words on everything that belongs to the window itself."""
        for spec in ACTIONS:
            self.actions_by_name[spec.name].setText(spec.words())
        for key, text in MENUS:
            self._menus[key].setTitle(in_words(text))
        self.sidebar.retranslate()
        self._mark_place()

    def _run(self, spec: ActionSpec) -> None:
        call: Callable[..., object] = getattr(self, spec.calls)
        call(*((spec.argument,) if spec.argument else ()))

    def _run_named(self, name: str) -> None:
        self.actions_by_name[name].trigger()

    # ---- going about ----

    def go(self, goal: Goal) -> None:
        """Show a page, or a record on it; what stood before is one step back, what was being written a draft."""
        self.close_form()
        self._search.results.dismiss()
        if goal != self._trail.here:
            self._keep_place()
            self._trail.add(goal)
        self._show(goal)

    def back(self) -> None:
        """Show what stood before."""
        self._step(-1)

    def forward(self) -> None:
        """Show again what was left by going back."""
        self._step(+1)

    def go_to(self, key: str) -> None:
        """Show the page with this key."""
        self.go(Goal(key))

    def step_tab(self, by: str) -> None:
        """Show the next or previous tab of the page, or page under the same place of the sidebar."""
        if not self.page.step_tab(int(by)):
            self.go(Goal(self.tabs.neighbour(self._here.page, int(by))))

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self._here.page]

    @property
    def form(self) -> Any:
        """The form that lies over the page, None when there is none."""
        return self._veil.form

    def place(self) -> tuple[Goal, object]:
        """Return where one is and what the page shows there, for `come_back`."""
        self._keep_place()
        return self._here, self._trail.kept

    def come_back(self, goal: Goal, kept: object) -> None:
        """Show a place again as it was left."""
        self.go(goal)
        if kept is not None:
            self.page.return_to(goal, kept)

    def close_form(self) -> None:
        """Put the form away; what was written in it is kept as a draft."""
        self._veil.close_form()

    def search(self) -> None:
        """Put the cursor into the search box."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def follow_text(self) -> None:
        """Build the pages again after the size of text has changed: their lengths come from it."""
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self._keep_place()
        self._frame.stack.drop_pages()
        self._frame.space()
        self._show(self._here, self._trail.kept)
        same = self.page.findChild(QWidget, name) if name else None
        if same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what is open on the page, then goes back; Return presses the button that has the cursor."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.page.escape():
                self.back()
        elif not press_focused(self, event):
            super().keyPressEvent(event)

    @property
    def _here(self) -> Goal:
        here = self._trail.here
        assert here is not None  # a window begins somewhere
        return here

    def _step(self, by: int) -> None:
        self.close_form()
        if self._trail.leads(by):
            self._keep_place()
            self._trail.step(by)
            self._show(self._here, self._trail.kept)

    def _keep_place(self) -> None:
        """Remember what the page shows, so that one comes back to the same filter and the same record."""
        if self._trail.here is not None:
            self._trail.keep(self.page.keep_place())

    def _show(self, goal: Goal, kept: object = None) -> None:
        stack = self._frame.stack
        page = stack.page(goal.page)
        stack.setCurrentWidget(page)
        if kept is None:
            page.show_goal(goal)
        else:
            page.return_to(goal, kept)
        self._mark_place()
        focused = self.focusWidget()
        beside = (page, self.sidebar, self.tabs)
        if focused is None or not any(one.isAncestorOf(focused) for one in beside):
            page.take_focus()

    def _mark_place(self) -> None:
        if self._trail.here is not None:
            key = self._here.page
            self.sidebar.set_current(place_of(key))
            self.tabs.show_page(key)
            name = next(page.words() for page in PAGES if page.key == key)
            self.setWindowTitle(f"{name} - {self.session.store.path.stem} - Hanoi Desk")
