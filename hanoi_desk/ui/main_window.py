"""The window of a desk: what is done in it, and what it says; it holds no rules and no SQL."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hanoi_desk.store import Change, StoreError
from hanoi_desk.treaty import new_york_day
from hanoi_desk.ui import messages
from hanoi_desk.ui.contact_forms import ContactForms
from hanoi_desk.ui.desk_window import DeskWindow
from hanoi_desk.ui.page import Printable
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.reminders import Reminders
from hanoi_desk.ui.session import Goal, Session

if TYPE_CHECKING:
    from hanoi_desk.desk import OutreachEntry

#: How often the window looks whether a new day has begun, in milliseconds.
_DAY_CHECK = 20_000


class MainWindow(DeskWindow):
    """One desk in one window."""

    asked_for_desk = Signal(str)  # "new_desk" or "open_desk"
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_changed = Signal(str)  # "+", "-" or "0"
    reminder_chosen = Signal(str)  # an hour, "-1" for none
    tour_ended = Signal()
    lock_asked = Signal()
    lock_chosen = Signal(int)  # minutes, 0 for never
    hiding_chosen = Signal(bool)  # from screenshots and shared screens
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
        super().__init__(session, parent)
        self.setObjectName("main_window")
        self.lock_minutes = 0
        self.hides = False
        self._theme = "system"
        self._help: Any = None
        self._tour: Any = None
        self._day = new_york_day(session.now), session.today
        self._contacts = ContactForms(session, self._veil, last_kind, self)
        self._connect()
        self.retranslate()
        self.go(begins)

    # ---- building ----

    def _connect(self) -> None:
        self.brief_button.clicked.connect(self.print_brief)
        self.log_button.clicked.connect(self.log_outreach)
        self._frame.stack.made.connect(self._connect_page)
        self._contacts.saved.connect(self._say_saved)
        self.session.said.connect(self._say)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_at_day)
        self._timer.start(_DAY_CHECK)
        self.reminders = Reminders(self.session, self.remind, self)
        self.reminders.opened.connect(self._show_due)

    def retranslate(self) -> None:
        """Put the words on everything that belongs to the window itself."""
        super().retranslate()
        self._fit_header()
        self.brief_button.setText(self.tr("Print brief"))
        self.log_button.setText(self.tr("Log outreach"))

    def follow_text(self) -> None:
        """Build the pages again after the size of text has changed: their lengths come from it."""
        super().follow_text()
        self._fit_header()

    @property
    def last_kind(self) -> str:
        """Which kind of contact was logged last."""
        return self._contacts.last_kind

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
            page.hiding_chosen.connect(self.hiding_chosen)
            page.show_hiding(self.hides)
            page.closed_work.connect(self.closed_work)
            page.show_lock_minutes(self.lock_minutes)
        elif key == "outreach":
            page.edit_asked.connect(self.edit_outreach)
        elif key == "events":
            page.log_asked.connect(self.log_outreach)
        elif key == "programme":
            page.result_asked.connect(self.file_result)
            page.brief_asked.connect(self._open_brief)

    # ---- doing ----

    def log_outreach(self) -> None:
        """Open the form for a new contact, over whatever page is shown, or go on in the one that is open."""
        if self._veil.is_open:
            return
        self.strip.close_message()
        country = self.page.current_country()
        self._contacts.log((country,) if country else (), self.page.current_event())

    def file_result(self, entry: "OutreachEntry") -> None:
        """Open the form for a new contact that is filled already, as from a slot of a programme."""
        self._contacts.file_result(entry)

    def edit_outreach(self, outreach_id: str) -> None:
        """Open the form with a contact that is on file."""
        self._contacts.edit(outreach_id)

    def print_brief(self) -> None:
        """Preview the brief of the country that the page is about, or ask for one; a document itself is printed."""
        if isinstance(self.page, Printable):
            self.page.print_document()
            return
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

    def show_hiding(self, hides: bool) -> None:
        """Say on the page of safekeeping whether the windows are kept out of screenshots."""
        self.hides = hides
        if "safekeeping" in self.pages:
            page: Any = self.pages["safekeeping"]
            page.show_hiding(hides)

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
        self._help.show_place("log_form" if self._veil.is_open else self._here.page)
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

    def save_support(self) -> None:
        """Show what a support bundle would hold, and save it if that is wanted."""
        class_of("support")(self.session, self).open()

    def show_about(self) -> None:
        """Say what the program is, what it must not hold, and whose work is in it."""
        class_of("about")(self.session, self).open()

    def _ask_page(self, verb: str) -> None:
        act: Callable[[], None] | None = getattr(self.page, verb, None)
        if act is None:
            self.session.say(self.tr("Choose a follow-up or a request first."))
        else:
            act()

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

    def _say_saved(self, what: str) -> None:
        self.session.say(self.tr("Saved: {what}").format(what=what), undo=True)

    def _open_brief(self, country: str) -> None:
        class_of("brief")(self.session, country, self).open()

    # ---- news ----

    def remind(self, sentence: str) -> None:
        """Say quietly what is due, with the way to it; what stands at the foot is read first."""
        self._frame.foot.say_next(sentence, self.tr("Show"), self._show_due)

    def _show_due(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.go(Goal("my_day"))

    def _say(self, sentence: str, undo: bool) -> None:
        self._frame.foot.say(sentence, self.tr("Undo") if undo else "", self.undo)

    def _look_at_day(self) -> None:
        day = new_york_day(self.session.now), self.session.today
        if day != self._day:
            self._day = day
            self.session.new_day()

    # ---- room, keys and closing ----

    def showEvent(self, event: QShowEvent) -> None:
        """Load the rest of the program once the window is there."""
        super().showEvent(event)
        self._frame.stack.start_loading()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the names of keys in the header where there is little room: they are in the menus too."""
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        self._frame.fit_header(self.width(), self.tr("Search countries, notes, people, commitments…"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the draft of an open form; close what was opened."""
        self._frame.stack.stop_loading()
        self._veil.close_form()
        self.reminders.stop()
        self.session.close()
        self.closed.emit()
        super().closeEvent(event)
