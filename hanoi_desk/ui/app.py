"""Builds everything once: the application, its look and language, the desk that was open last, and its window."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hanoi_desk import settings as settings_file
from hanoi_desk.desk.backups import known_second_place
from hanoi_desk.desk.keys import Opened
from hanoi_desk.language import Language
from hanoi_desk.store import Store, StoreError, StoreErrorCode
from hanoi_desk.ui import messages
from hanoi_desk.ui.arrivals import Arrivals, bring_forward
from hanoi_desk.ui.background import Background
from hanoi_desk.ui.capture import CaptureGuard
from hanoi_desk.ui.clipboard import ClipboardGuard
from hanoi_desk.ui.copies import remove_copies, remove_leftovers
from hanoi_desk.ui.curtain import Curtain
from hanoi_desk.ui.drafts_told import tell_what_waits
from hanoi_desk.ui.file_dialogs import FileKind, begin_in, file_dialog
from hanoi_desk.ui.form_drafts import FormDrafts
from hanoi_desk.ui.lock import Held, give_back
from hanoi_desk.ui.lock_watch import LockWatch
from hanoi_desk.ui.log_file import LOG_NAME, note_bug
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.safekeeping.cut_short import tell_of_cut
from hanoi_desk.ui.safekeeping.upkeep import keep_watch
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.speech import Speech, chosen_language
from hanoi_desk.ui.theme import Scheme, Theme
from hanoi_desk.ui.window_frame import stand_again

if TYPE_CHECKING:
    from hanoi_desk.ui.first_start import FirstChoices, FirstStart
    from hanoi_desk.ui.safekeeping.closed_work import ClosedWork
    from hanoi_desk.ui.safekeeping.waiting import Waiting
    from hanoi_desk.ui.unlock import Unlock

_log = logging.getLogger("hanoi_desk")

#: How much larger one step of "larger text" makes it.
_STEP = 0.1
_DESK_FILES = "Hanoi Desk (*.hdesk)"
#: How long a window must have stood until its start counts as one that went well, in milliseconds.
_STOOD = 5_000
#: Minutes after which an encrypted desk is locked when the settings say never, which is for plain ones only.
_LOCKED_AFTER = 5


def _local_now() -> datetime:
    return datetime.now().astimezone()


class Application(QObject):
    """The running program: at most one desk in one window."""

    def __init__(
        self, app: QApplication, folder: Path, now: Callable[[], datetime] = _local_now, *, wipes: bool = False
    ) -> None:
        """`wipes`: overwrite in memory what a desk left there once it is locked; see `hardening`."""
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._now = now
        self.settings = settings_file.load(folder)
        begin_in(self.settings.folders, lambda used: self._keep(folders=used))
        self.language = chosen_language(self.settings)
        self._speech = Speech(app, self.language)
        self.theme = Theme(app, scheme=Scheme(self.settings.theme), text_scale=self.settings.text_scale)
        self.window: MainWindow | None = None
        self.first_start: FirstStart | None = None
        self.drafts: FormDrafts | None = None
        self.clipboard = ClipboardGuard(self)
        self.capture = CaptureGuard(self)
        self.capture.set_hidden(self.settings.hides_windows)
        self.watch = LockWatch(self)
        self.watch.asked.connect(self.lock)
        self._background = Background(self)
        self._curtain = Curtain(
            app,
            self._background,
            self.clipboard,
            self._opened,
            self._tell_unopened,
            lambda: self.window is None,
            wipes=wipes,
            likely=lambda: self.settings.opened_by,
        )

    @property
    def unlock(self) -> "Unlock | None":
        """The question for a passphrase, None while nothing waits for one."""
        return self._curtain.unlock

    @property
    def waiting(self) -> "Waiting | None":
        """What stands in the place of the window while the desk is closed and worked on."""
        return self._curtain.waiting

    def start(self, path: Path | None) -> None:
        """Open a desk: the one named, the one open last, or a new one after the questions of a first start."""
        remove_leftovers()
        last = Path(self.settings.last_desk) if self.settings.last_desk else None
        wanted = path or last
        if wanted is None:
            self.ask_for_desk()
        else:
            self.open_desk(wanted)

    def ask_for_desk(self) -> None:
        """Ask the questions of a first start."""
        self.first_start = class_of("first_start")(self.language, settings_file.desk_folder(), self.window)
        self.first_start.language_chosen.connect(self.set_language)
        self.first_start.answered.connect(self.make_desk)
        self.first_start.other_chosen.connect(self.choose_desk)
        self.first_start.open()

    def open_desk(self, path: Path, passphrase: str | None = None, opened: Opened | None = None) -> bool:
        """Open a desk file in the window; False when it could not be opened, and the user has been told why.

        `opened` is what was made of the passphrase already, so that nobody waits for that here.
        """
        path = path.absolute()  # the next start may be made in another folder
        if self.window is not None and self.window.session.store.path == path:
            return True  # it is this program that holds it
        try:
            held_at = self._now().replace(tzinfo=None)
            named = self.settings.installation
            store = Store.open(path, installation=named, passphrase=passphrase, opened=opened, held_at=held_at)
        except StoreError as error:
            self._tell_unopened(path, error, passphrase)
            return False
        with self._curtain.staying():
            if self.window is not None:
                self.window.close()
            self._show_desk(store, path, self._curtain.held(path))
            self._curtain.rise()  # only now: the screen is never without a window
        return True

    def _opened(self, path: Path, passphrase: str | None, opened: Opened | None) -> MainWindow | None:
        return self.window if self.open_desk(path, passphrase, opened) else None

    def _show_desk(self, store: Store, path: Path, held: Held | None) -> None:
        is_safe = self.settings.failed_starts > 0
        failed = self.settings.failed_starts + 1  # until this start has gone well
        who = store.opened.who if store.opened else self.settings.opened_by
        self._keep(last_desk=str(path), failed_starts=failed, second_place=known_second_place(store), opened_by=who)
        session = Session(store, self.language, self._now)
        begins = Goal("safekeeping") if is_safe else held.goal if held else Goal("overview")
        window = self.window = self._made_window(session, begins)
        self._connect_window(window, store)
        geometry = QByteArray.fromBase64(self.settings.window.encode())
        if is_safe or not (self.settings.window and stand_again(window, geometry)):
            window.resize(1360, 860)
        self.drafts = FormDrafts(session, window)
        if not is_safe:
            window.page.prepare()
            if not held:
                tell_what_waits(window)
        window.show()
        QTimer.singleShot(_STOOD, window, self._start_went_well)
        if is_safe:
            session.say(
                self.tr(
                    "The program did not start well the last time. So it opened the page of the backups, without drafts"
                    " and your last view; nothing is lost."
                )
            )
        elif held:
            give_back(window, held, self.drafts)
        else:
            self._offer_forms(window, self.drafts)
        if not is_safe:
            tell_of_cut(window)
        self.drafts.start()
        self.watch.start(window.lock_minutes)
        keep_watch(window, self.watch)

    def _made_window(self, session: Session, begins: Goal) -> MainWindow:
        """Return the window at a page, or on the page of safekeeping when a bug keeps that page from being shown."""
        try:
            return MainWindow(session, self.settings.last_kind, begins=begins)
        except Exception as error:  # no bug of ours may keep somebody from the backups
            if begins.page == "safekeeping":
                raise
            self.report_bug(type(error), error, error.__traceback__)
            return MainWindow(session, begins=Goal("safekeeping"))

    def _connect_window(self, window: MainWindow, store: Store) -> None:
        window.asked_for_desk.connect(self._change_desk)
        window.language_chosen.connect(self.set_language)
        window.theme_chosen.connect(self.set_theme)
        window.text_changed.connect(self.change_text)
        window.reminder_chosen.connect(self.set_reminder)
        window.tour_ended.connect(lambda: self._keep(tour_seen=True))
        window.lock_asked.connect(self.lock)
        window.lock_chosen.connect(self.set_lock_minutes)
        window.hiding_chosen.connect(self.set_hiding)
        window.show_hiding(self.settings.hides_windows)
        window.closed_work.connect(self.work_closed)
        window.reminders.set_hour(self.settings.reminder_hour)
        window.closed.connect(lambda: self._window_closed(window, store))
        window.show_theme(self.theme.scheme.value)
        window.show_lock_minutes(self.settings.lock_minutes or (_LOCKED_AFTER if store.is_encrypted else 0))

    def _offer_forms(self, window: MainWindow, drafts: FormDrafts) -> None:
        if drafts.left:
            messages.ask(
                window,
                self.tr("What you typed in a form was not saved when the program ended. Go on with it?"),
                self.tr("Go on writing"),
                lambda: drafts.open_again(window.page),
                more="\n".join(drafts.titles),
                no=self.tr("Not now"),
            )

    def lock(self) -> None:
        """Take everything of the desk off the screen, at once and whatever is open, and close it."""
        if self.window is None:
            self._curtain.lock_after_work()
        else:
            self._forget_questions(self.window)
            self._curtain.lock(self.window, self.drafts)

    def finish(self) -> None:
        """Let what is done off the interface thread come to its end, such as writing a desk anew; nothing is shown."""
        self._background.finish()

    def work_closed(self, asked: "ClosedWork") -> None:
        """Close the desk, do what was asked off the interface thread, and open it again where one was."""
        if self.window is not None:
            self._forget_questions(self.window)
            self._curtain.work_closed(self.window, self.drafts, asked)

    def _forget_questions(self, window: MainWindow) -> None:
        if self.first_start is not None and self.first_start.parentWidget() is window:
            self.first_start = None  # it goes with its window

    def _start_went_well(self) -> None:
        self._keep(failed_starts=0)

    def set_hiding(self, hides: bool) -> None:
        """Keep the windows out of screenshots and shared screens, or no longer."""
        self._keep(hides_windows=hides)
        self.capture.set_hidden(hides)
        if self.window is not None:
            self.window.show_hiding(hides)

    def set_lock_minutes(self, minutes: int) -> None:
        """Lock after another time in which nobody did anything, 0 for never."""
        self._keep(lock_minutes=minutes)
        if self.window is not None:
            self.window.show_lock_minutes(minutes)
            self.watch.start(minutes)

    def ask_for_passphrase(self, path: Path) -> None:
        """Ask for the passphrase of an encrypted desk."""
        unlock = self._curtain.ask(path, self.language, self.window or self.first_start)
        unlock.other_chosen.connect(self.choose_desk)
        unlock.rejected.connect(self._leave_unlock)

    def make_desk(self, choices: "FirstChoices") -> None:
        """Make the desk that was asked for and open it; a sample that was made before is opened again."""
        asked, language, installation = self.first_start, self.language, self.settings.installation
        if choices.sample and choices.path.exists():
            self._begin(choices)
        elif not choices.passphrase:
            try:
                class_of("make_desk")(choices, language, installation)
            except (StoreError, OSError) as error:
                messages.failure(asked, error, language)
            else:
                self._begin(choices)
        elif asked is not None:
            begin = partial(self._begin, choices)
            class_of("make_behind")(asked, choices, language, installation, self._background, begin)

    def _begin(self, choices: "FirstChoices", opened: Opened | None = None) -> None:
        self._keep(language=self.language.value)
        if self.open_desk(choices.path, choices.passphrase or None, opened) and self.first_start is not None:
            self.first_start.accept()
            self.first_start.deleteLater()
            self.first_start = None
            if self.window is not None and not self.settings.tour_seen:
                self.window.show_tour()
        if choices.wants_paper and self.window is not None:
            self.window.make_paper()

    def choose_desk(self) -> None:
        """Let the user point at a desk file."""
        dialog = file_dialog(self.window, self.tr("Open a desk"), FileKind.DESK, _DESK_FILES)
        dialog.fileSelected.connect(lambda path: self.open_desk(Path(path)))
        dialog.open()

    def set_language(self, key: str) -> None:
        """Speak another language, at once and from now on."""
        self.language = Language(key)
        self._speech.speak(self.language)
        self._keep(language=key)
        if self.window is not None:
            self.window.session.set_language(self.language)

    def set_theme(self, key: str) -> None:
        """Wear other colours, at once and from now on."""
        self.theme.set_scheme(Scheme(key))
        self._keep(theme=key)
        if self.window is not None:
            self.window.show_theme(key)

    def change_text(self, how: str) -> None:
        """Make the text larger ("+"), smaller ("-") or as usual ("0")."""
        scale = {"+": self.theme.text_scale + _STEP, "-": self.theme.text_scale - _STEP, "0": 1.0}[how]
        self.theme.set_text_scale(round(scale, 2))
        if self.window is not None:
            self.window.follow_text()
        self._keep(text_scale=self.theme.text_scale)

    def set_reminder(self, hour: str) -> None:
        """Give the quiet notice at another hour of the day, or with "-1" not at all."""
        self._keep(reminder_hour=int(hour))
        if self.window is not None:
            self.window.reminders.set_hour(int(hour))

    def report_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log what we did wrong, without any record's text, and say that nothing was lost."""
        note_bug(kind, trace)
        messages.known(self.window, "bug", self.language, path=self._folder / LOG_NAME)

    def _tell_unopened(self, path: Path, error: StoreError, passphrase: str | None) -> None:
        if error.code is StoreErrorCode.NEEDS_PASSPHRASE:
            self.ask_for_passphrase(path)
        elif error.code is StoreErrorCode.WRONG_PASSPHRASE and self.unlock is not None:
            self.unlock.say_wrong()
        else:
            # The questions come first, so that the sentence lies over them and not behind.
            if self.window is None and self.first_start is None and self.unlock is None:
                self.ask_for_desk()
            if error.is_damage:
                second = self.settings.second_place
                how = (self._now, self._front, self.open_desk)
                offer = class_of("rescue")
                offer(path, passphrase, self.language, self._background, *how, second=second, trouble=error.key)
            else:
                messages.store_trouble(self._front(), error, self.language)

    def welcome(self, arrivals: Arrivals) -> None:
        """Come forward for a second start."""
        arrivals.shown.connect(self._come_forward)
        arrivals.watch()

    def _come_forward(self) -> None:
        if front := self._front():
            bring_forward(front)

    def open_arrived(self, path: Path) -> None:
        """Open a desk that the file manager asks for."""
        self.open_desk(path)
        self._come_forward()

    def _front(self) -> QWidget | None:
        return self.unlock or self.window or self.first_start

    def _leave_unlock(self) -> None:
        self._curtain.unlock = None
        if self.window is None and self.first_start is None:
            self.ask_for_desk()

    def _change_desk(self, how: str) -> None:
        if how == "new_desk":
            self.ask_for_desk()
        else:
            self.choose_desk()

    def _window_closed(self, window: MainWindow, store: Store) -> None:
        geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        self._keep(window=geometry, last_kind=window.last_kind, failed_starts=0, second_place=known_second_place(store))
        self.watch.stop()
        self.clipboard.clear()
        if self.drafts is not None:
            self.drafts.keep()
            self.drafts.stop()
            self.drafts = None
        remove_copies()
        store.close()
        # A window that is only hidden would be dressed and translated again with every change of look or language.
        window.deleteLater()
        if self.window is window:
            self.window = None

    def _keep(self, **choices: str | float | dict[str, str]) -> None:
        self.settings = replace(self.settings, **choices)  # type: ignore[arg-type]
        try:
            settings_file.save(self.settings, self._folder)
        except OSError as error:
            _log.warning("settings not kept: %s", error.strerror)
