"""The window: sidebar, header, pages, and the way among them; it holds no rules and no SQL."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from hanoi_desk.desk import OutreachEntry
from hanoi_desk.help_pages import page_for
from hanoi_desk.language import short_date
from hanoi_desk.records import (
    Outreach,
    OutreachCountry,
    Participant,
)
from hanoi_desk.store import Change, Query, StoreError
from hanoi_desk.store.titles import title
from hanoi_desk.treaty import new_york_day
from hanoi_desk.ui import messages
from hanoi_desk.ui.actions import ACTIONS, MENUS, PAGES, ActionSpec, in_words
from hanoi_desk.ui.desk_sidebar import DeskSidebar
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.page_tabs import PageTabs, place_of
from hanoi_desk.ui.pages import class_of, load_pieces
from hanoi_desk.ui.reminders import Reminders
from hanoi_desk.ui.search_panel import SearchPanel
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.veil import Veil
from hanoi_desk.ui.widgets import ActionButton, SearchBox, StatusStrip, length

#: How often the window looks whether a new day has begun, in milliseconds.
_DAY_CHECK = 20_000
#: How long a sentence stands at the foot of the window, in milliseconds; Ctrl+Z undoes after that too.
_SAID = 30_000
#: Between two pieces of the program that are loaded while nobody waits, in milliseconds.
_LOADING_PAUSE = 150


class MainWindow(QMainWindow):
    """One desk in one window."""

    asked_for_desk = Signal(str)  # "new_desk" or "open_desk"
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_changed = Signal(str)  # "+", "-" or "0"
    reminder_chosen = Signal(str)  # an hour, "-1" for none
    tour_ended = Signal()
    lock_asked = Signal()
    lock_chosen = Signal(int)  # minutes, 0 for never
    closed_work = Signal(object)  # safekeeping.ClosedWork
    closed = Signal()

    def __init__(
        self,
        session: Session,
        last_kind: str = "",
        parent: QWidget | None = None,
        *,
        begins: Goal = Goal("overview"),  # noqa: B008 - frozen
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("main_window")
        self.sidebar = DeskSidebar(session)
        self.search_box = SearchBox()
        self.search_box.setObjectName("search")
        self.brief_button = ActionButton("", "Ctrl P")
        self.log_button = ActionButton("", "Ctrl L", primary=True)
        self.strip = StatusStrip()
        self._strip_act: Callable[[], None] = self.undo
        self.pages: dict[str, Page] = {}
        self.last_kind = last_kind
        self.lock_minutes = 0
        self._theme = "system"
        self._stack = QStackedWidget()
        self.tabs = PageTabs()
        self._places: list[Goal] = []
        self._kept: dict[int, object] = {}  # of a step, what its page showed when it was left
        self._at = -1
        self._help: Any = None
        self._tour: Any = None
        self._day = new_york_day(session.now), session.today
        self.actions_by_name: dict[str, QAction] = {}
        self._arrange()
        self._veil = Veil(self._content)
        self._search = SearchPanel(session, self.search_box, self._run_named, self)
        self._make_actions()
        self._connect()
        self.retranslate()
        self.go(begins)

    # ---- building ----

    def _arrange(self) -> None:
        head = self._head = QWidget()
        head.setProperty("role", "header")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.addWidget(self.search_box, 3)
        row.addStretch(2)
        row.addWidget(self.brief_button)
        row.addWidget(self.log_button)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        foot = self._foot = QWidget()
        foot_row = QHBoxLayout(foot)
        foot_row.addWidget(self.strip)
        column.addWidget(foot)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(head)
        right.addWidget(self._content, 1)
        whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addLayout(right, 1)
        self.setCentralWidget(whole)
        self._space()

    def _space(self) -> None:
        side, head, foot = length(self, 1.2), self._head.layout(), self._foot.layout()
        if head is not None and foot is not None:
            head.setContentsMargins(side, length(self, 0.7), side, length(self, 0.7))
            head.setSpacing(length(self, 0.7))
            foot.setContentsMargins(side, 0, side, length(self, 0.4))

    def _make_actions(self) -> None:
        menus: dict[str, QMenu] = {}
        for key, _ in MENUS:
            menus[key] = self.menuBar().addMenu("")
            menus[key].setObjectName(f"menu_{key}")
        self._menus = menus
        for spec in ACTIONS:
            action = QAction(self)
            action.setObjectName(spec.name)
            action.setShortcuts([QKeySequence(keys.strip()) for keys in spec.keys.split("; ") if keys])
            action.triggered.connect(partial(self._run, spec))
            menus[spec.menu].addAction(action)
            self.addAction(action)
            self.actions_by_name[spec.name] = action

    def _connect(self) -> None:
        self.sidebar.chosen.connect(lambda key: self.go(Goal(key)))
        self.tabs.chosen.connect(lambda key: self.go(Goal(key)))
        self.brief_button.clicked.connect(self.print_brief)
        self.log_button.clicked.connect(self.log_outreach)
        self.strip.acted.connect(lambda: self._strip_act())
        self.session.asked.connect(self.go)
        self.session.said.connect(self._say)
        self.session.language_changed.connect(self.retranslate)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_at_day)
        self._timer.start(_DAY_CHECK)
        self.reminders = Reminders(self.session, self.remind, self)
        self.reminders.opened.connect(self._show_due)
        self._said = QTimer(self, singleShot=True, interval=_SAID)
        self._said.timeout.connect(self._hush)
        self._pieces = load_pieces()
        self._loading = QTimer(self, interval=_LOADING_PAUSE)
        self._loading.timeout.connect(self._load_piece)

    def retranslate(self) -> None:
        """Put the words on everything that belongs to the window itself."""
        for spec in ACTIONS:
            self.actions_by_name[spec.name].setText(spec.words())
        for key, text in MENUS:
            self._menus[key].setTitle(in_words(text))
        self.sidebar.retranslate()
        self._fit_header()
        self.brief_button.setText(self.tr("Print brief"))
        self.log_button.setText(self.tr("Log outreach"))
        self._mark_place()

    # ---- going about ----

    def go(self, goal: Goal) -> None:
        """Show a page, or a record on it; what stood before is one step back, what was being written a draft."""
        self.close_form()
        self._search.results.dismiss()
        if self._at >= 0 and goal == self._places[self._at]:
            self._show(goal)
            return
        self._keep_place()
        del self._places[self._at + 1 :]
        self._kept = {at: kept for at, kept in self._kept.items() if at <= self._at}
        self._places.append(goal)
        self._at += 1
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
        """Show the next or previous page under the same place of the sidebar."""
        self.go(Goal(self.tabs.neighbour(self._places[self._at].page, int(by))))

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self._places[self._at].page]

    @property
    def form(self) -> Any:
        """The form that lies over the page, None when there is none."""
        return self._veil.form

    def place(self) -> tuple[Goal, object]:
        """Return where one is and what the page shows there, for `come_back`."""
        self._keep_place()
        return self._places[self._at], self._kept.get(self._at)

    def come_back(self, goal: Goal, kept: object) -> None:
        """Show a place again as it was left."""
        self.go(goal)
        if kept is not None:
            self.page.return_to(goal, kept)

    def search(self) -> None:
        """Put the cursor into the search box."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def _step(self, by: int) -> None:
        self.close_form()
        if 0 <= self._at + by < len(self._places):
            self._keep_place()
            self._at += by
            self._show(self._places[self._at], self._kept.get(self._at))

    def _keep_place(self) -> None:
        """Remember what the page shows, so that one comes back to the same filter and the same record."""
        if self._at >= 0:
            self._kept[self._at] = self.page.keep_place()

    def _show(self, goal: Goal, kept: object = None) -> None:
        page = self._made(goal.page)
        self._stack.setCurrentWidget(page)
        if kept is None:
            page.show_goal(goal)
        else:
            page.return_to(goal, kept)
        self._mark_place()
        focused = self.focusWidget()
        beside = (page, self.sidebar, self.tabs)
        if focused is None or not any(one.isAncestorOf(focused) for one in beside):
            page.take_focus()

    def follow_text(self) -> None:
        """Build the pages again after the size of text has changed: their lengths come from it."""
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self._keep_place()
        for page in self.pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.pages.clear()
        self._space()
        self._fit_header()
        self._show(self._places[self._at], self._kept.get(self._at))
        same = self.page.findChild(QWidget, name) if name else None
        if same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, key: str) -> Page:
        """Return a page, made when it is first asked for."""
        page = self.pages.get(key)
        if page is None:
            page = self.pages[key] = class_of(key)(self.session)
            page.setObjectName(f"page_{key}")
            page.retranslate()
            self._stack.addWidget(page)
            self._connect_page(key, page)
        return page

    def _load_piece(self) -> None:
        """Load what the next page or form will need, a little each time, so that it opens at once."""
        if next(self._pieces, None) is None:
            self._loading.stop()
            self._made("outreach")

    def _connect_page(self, key: str, page: Any) -> None:
        if key == "settings":
            page.language_chosen.connect(self.set_language)
            page.theme_chosen.connect(self.set_theme)
            page.text_changed.connect(self.change_text)
            page.show_theme(self._theme)
            page.reminders.chosen.connect(self.reminder_chosen)
            page.reminders.show_hour(self.reminders.hour)
        elif key == "safekeeping":
            page.lock_asked.connect(self.lock_asked)
            page.lock_chosen.connect(self.lock_chosen)
            page.closed_work.connect(self.closed_work)
            page.show_lock_minutes(self.lock_minutes)
        elif key == "outreach":
            page.edit_asked.connect(self.edit_outreach)
        elif key == "events":
            page.log_asked.connect(self.log_outreach)
        elif key == "programme":
            page.result_asked.connect(self.file_result)
            page.brief_asked.connect(self._open_brief)

    def _mark_place(self) -> None:
        if self._at >= 0:
            key = self._places[self._at].page
            self.sidebar.set_current(place_of(key))
            self.tabs.show_page(key)
            name = next(page.words() for page in PAGES if page.key == key)
            self.setWindowTitle(f"{name} - {self.session.store.path.stem} - Hanoi Desk")

    # ---- doing ----

    def log_outreach(self) -> None:
        """Open the form for a new contact, over whatever page is shown, or go on in the one that is open."""
        if self._veil.is_open:
            return
        self.strip.close_message()
        form = self._log_form()
        country = self.page.current_country()
        form.start_new((country,) if country else (), self.page.current_event())
        self._veil.open(form)

    def file_result(self, entry: OutreachEntry) -> None:
        """Open the form for a new contact that is filled already, as from a slot of a programme."""
        form = self._log_form()
        form.start_result(entry)
        self._veil.open(form)

    def edit_outreach(self, outreach_id: str) -> None:
        """Open the form with a contact that is on file."""
        form = self._log_form()
        form.show_outreach(outreach_id)
        self._veil.open(form)

    def close_form(self) -> None:
        """Put the form away; what was written in it is kept as a draft."""
        self._veil.close_form()

    def print_brief(self) -> None:
        """Preview the brief of the country that the page is about, or ask for one."""
        country = self.page.current_country()
        if not country:
            self.session.say(self.tr("Choose a country first: its brief is then one key away."))
            self.go(Goal("countries"))
            return
        self._open_brief(country)

    def import_status(self) -> None:
        """Ask for a status file of the depositary and compare it with the record."""
        self.go(Goal("treaty"))
        self.page.import_file()  # type: ignore[attr-defined]

    def import_workbook(self) -> None:
        """Ask for an officer's own workbook and take it in step by step."""
        self.close_form()
        class_of("workbook")(self.session, self)

    def undo(self) -> None:
        """Take back the last save."""
        self._turn(self.session.store.undo, self.tr("Undone: {what}"), self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._turn(self.session.store.redo, self.tr("Done again: {what}"), self.tr("There is nothing to do again."))

    def complete_chosen(self) -> None:
        """Note that what is chosen on the page is done, or ask for its answer."""
        self._ask_page("complete_chosen")

    def put_off_chosen(self) -> None:
        """Offer other days for what is chosen on the page."""
        self._ask_page("put_off_chosen")

    def save_calendar(self) -> None:
        """Ask where to write what has a day as a calendar file."""
        class_of("calendar")(self.session, self).open()

    def lock(self) -> None:
        """Ask for the desk to be locked."""
        self.lock_asked.emit()

    def back_up(self) -> None:
        """Make a checked copy of the desk now."""
        self.go(Goal("safekeeping"))
        self.page.back_up()  # type: ignore[attr-defined]

    def offer_rescue(self) -> None:
        """Say that the desk is damaged, and offer the ways out."""
        self.go(Goal("safekeeping"))
        self.page.backups.offer_rescue()  # type: ignore[attr-defined]

    def make_paper(self) -> None:
        """Make a paper for the custodian and show it."""
        self.go(Goal("safekeeping"))
        self.page.keys.make_paper()  # type: ignore[attr-defined]

    def new_desk(self) -> None:
        """Ask for a new desk."""
        self.asked_for_desk.emit("new_desk")

    def open_desk(self) -> None:
        """Ask for another desk."""
        self.asked_for_desk.emit("open_desk")

    def set_language(self, key: str) -> None:
        """Speak another language."""
        self.language_chosen.emit(key)

    def show_theme(self, key: str) -> None:
        """Say on the settings page which colours are worn."""
        self._theme = key
        if "settings" in self.pages:
            settings: Any = self.pages["settings"]
            settings.show_theme(key)

    def show_lock_minutes(self, minutes: int) -> None:
        """Say on the page of safekeeping when the desk locks."""
        self.lock_minutes = minutes
        if "safekeeping" in self.pages:
            page: Any = self.pages["safekeeping"]
            page.show_lock_minutes(minutes)

    def set_theme(self, key: str) -> None:
        """Wear other colours."""
        self.theme_chosen.emit(key)

    def change_text(self, how: str) -> None:
        """Make the text larger or smaller."""
        self.text_changed.emit(how)

    def show_help(self) -> None:
        """Open the help at the page that fits what is shown."""
        if self._help is None:
            self._help = class_of("help")(self.session, self)
            self._help.keys_asked.connect(self.show_keys)
            self._help.tour_asked.connect(self.show_tour)
        self._help.show_page(page_for("log_form" if self._veil.is_open else self._places[self._at].page))
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def show_tour(self) -> None:
        """Show round the window, beside whatever is done meanwhile."""
        if self._tour is None:
            self._tour = class_of("tour")(self)
            self._tour.ended.connect(self.tour_ended)
        self._tour.start()

    def show_keys(self) -> None:
        """Show every action with its key."""
        class_of("keys")(self).open()

    def show_about(self) -> None:
        """Say what the program is, what it must not hold, and whose work is in it."""
        class_of("about")(self.session, self).open()

    def _run(self, spec: ActionSpec) -> None:
        call: Callable[..., object] = getattr(self, spec.calls)
        call(*((spec.argument,) if spec.argument else ()))

    def _ask_page(self, verb: str) -> None:
        act: Callable[[], None] | None = getattr(self.page, verb, None)
        if act is None:
            self.session.say(self.tr("Choose a follow-up or a request first."))
        else:
            act()

    def _run_named(self, name: str) -> None:
        self.actions_by_name[name].trigger()

    def _turn(self, turn: Callable[[], Change | None], done: str, nothing: str) -> None:
        try:
            change = turn()
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
            return
        if change is None:
            self.session.say(nothing)
            return
        what = change.save.label or self.session.word("action.edit_record")
        self.session.say(done.format(what=what))

    def _log_form(self) -> Any:
        form = class_of("log_form")(self.session, last_kind=self.last_kind)
        form.saved.connect(self._form_saved)
        form.kept.connect(self._say_saved)
        form.cancelled.connect(self.close_form)
        return form

    def _form_saved(self, outreach_id: str) -> None:
        self.close_form()
        self._say_saved(outreach_id)

    def _say_saved(self, outreach_id: str) -> None:
        outreach = self.session.store.need(Outreach, outreach_id)
        self.last_kind = outreach.kind.value
        heard = self.session.store.all(Query(OutreachCountry, (("outreach", "=", outreach_id),)))
        present = self.session.store.many(Participant, [one.participant for one in heard])
        what = title(outreach) or ", ".join(self.session.name(one) for one in present) or short_date(outreach.held_on)
        self.session.say(self.tr("Saved: {what}").format(what=what), undo=True)

    def _open_brief(self, country: str) -> None:
        class_of("brief")(self.session, country, self).open()

    # ---- news ----

    def remind(self, sentence: str) -> None:
        """Say quietly what is due, with the way to it; what stands at the foot is read first."""
        if self.strip.words:
            self.strip.closed.connect(lambda: self.remind(sentence), Qt.ConnectionType.SingleShotConnection)
            return
        self._strip_act = self._show_due
        self.strip.say(sentence, self.tr("Show"))
        self._said.start()

    def _show_due(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.go(Goal("my_day"))

    def _say(self, sentence: str, undo: bool) -> None:
        self._strip_act = self.undo
        self.strip.say(sentence, self.tr("Undo") if undo else "")
        self._said.start()

    def _hush(self) -> None:
        if self.strip.isAncestorOf(self.focusWidget() or self):
            self._said.start()  # somebody is on its way to the button
        else:
            self.strip.close_message()

    def _look_at_day(self) -> None:
        day = new_york_day(self.session.now), self.session.today
        if day != self._day:
            self._day = day
            self.session.new_day()

    # ---- room, keys and closing ----

    def showEvent(self, event: QShowEvent) -> None:
        """Load the rest of the program once the window is there."""
        super().showEvent(event)
        self._loading.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the names of keys in the header where there is little room: they are in the menus too."""
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        narrow = self.width() - self.sidebar.width() < length(self, 34)
        self.brief_button.set_keys("" if narrow else "Ctrl P")
        self.log_button.set_keys("" if narrow else "Ctrl L")
        self.search_box.setMinimumWidth(length(self, 9))
        self.search_box.set_words(self._search_words(), "" if narrow else "Ctrl K")

    def _search_words(self) -> str:
        return self.tr("Search countries, notes, people, commitments…")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what is open on the page, then goes back."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.page.escape():
                self.back()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the draft of an open form; close what was opened."""
        self._loading.stop()
        self._veil.close_form()
        self.reminders.stop()
        self.session.close()
        self.closed.emit()
        super().closeEvent(event)
