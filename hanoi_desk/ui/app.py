"""Builds everything once: the application, its look and language, the desk that was open last, and its window."""

import logging
import logging.handlers
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QByteArray, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from hanoi_desk import settings as settings_file
from hanoi_desk.assets import asset
from hanoi_desk.desk import start_desk, start_sample
from hanoi_desk.desk.backups import (
    backup_folder,
    backup_is_due,
    backups_beside,
    make_backup,
    note_backup,
    put_back,
    salvage_closed,
)
from hanoi_desk.desk.keys import FirstKey
from hanoi_desk.language import Language
from hanoi_desk.records import Mission, Officer
from hanoi_desk.settings import Settings
from hanoi_desk.store import Backup, Store, StoreError, StoreErrorCode
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Background
from hanoi_desk.ui.clipboard import ClipboardGuard
from hanoi_desk.ui.copies import remove_copies, remove_leftovers
from hanoi_desk.ui.first_start import FirstChoices, FirstStart
from hanoi_desk.ui.form_drafts import FormDrafts
from hanoi_desk.ui.lock import Held, clear_screen, drop_dialogs, give_back, hold
from hanoi_desk.ui.lock_watch import LockWatch
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.safekeeping.closed_work import ClosedWork
from hanoi_desk.ui.safekeeping.rescue import RescueDialog
from hanoi_desk.ui.safekeeping.waiting import Waiting
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.theme import Scheme, Theme
from hanoi_desk.ui.unlock import Unlock

_log = logging.getLogger("hanoi_desk")

#: How much larger one step of "larger text" makes it.
_STEP = 0.1
#: The name under which the log form keeps its draft.
_LOG_FORM = "log_outreach"
_LOG_NAME = "hanoi-desk.log"
_DESK_FILES = "Hanoi Desk (*.hdesk)"
#: How long a window must have stood until its start counts as one that went well, in milliseconds.
_STOOD = 5_000
#: Minutes after which an encrypted desk is locked when the settings say never, which is for plain ones only.
_LOCKED_AFTER = 5


def _local_now() -> datetime:
    return datetime.now().astimezone()


class Application(QObject):
    """The running program: at most one desk in one window."""

    def __init__(self, app: QApplication, folder: Path, now: Callable[[], datetime] = _local_now) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._now = now
        self._log_path = str(folder / _LOG_NAME)
        self.settings = settings_file.load(folder)
        self.language = _language(self.settings)
        self._translator = QTranslator(self)
        self._speak(self.language)
        self.theme = Theme(app, scheme=Scheme(self.settings.theme), text_scale=self.settings.text_scale)
        self.window: MainWindow | None = None
        self.first_start: FirstStart | None = None
        self.unlock: Unlock | None = None
        self.waiting: Waiting | None = None
        self.drafts: FormDrafts | None = None
        self.clipboard = ClipboardGuard(self)
        self.watch = LockWatch(self)
        self.watch.asked.connect(self.lock)
        self._background = Background(self)
        self._held: tuple[Path, Held | None] | None = None
        self._lock_after_work = False

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
        self.first_start = FirstStart(self.language, default_folder(), self.window)
        self.first_start.language_chosen.connect(self.set_language)
        self.first_start.answered.connect(self.make_desk)
        self.first_start.other_chosen.connect(self.choose_desk)
        self.first_start.open()

    def open_desk(self, path: Path, passphrase: str | None = None) -> bool:
        """Open a desk file in the window; False when it could not be opened, and the user has been told why."""
        if self.window is not None and self.window.session.store.path.absolute() == path.absolute():
            return True  # it is this program that holds it
        try:
            held_at = self._now().replace(tzinfo=None)
            store = Store.open(path, installation=self.settings.installation, passphrase=passphrase, held_at=held_at)
        except StoreError as error:
            self._tell_unopened(path, error, passphrase)
            return False
        with self._staying():
            if self.unlock is not None:
                self.unlock.accept()
                self.unlock.deleteLater()
                self.unlock = None
            if self.window is not None:
                self.window.close()
            held = self._held[1] if self._held and self._held[0] == path else None
            self._held = None
            self._show_desk(store, path, held)
        return True

    def _show_desk(self, store: Store, path: Path, held: Held | None) -> None:
        is_safe = self.settings.failed_starts > 0
        self._keep(last_desk=str(path), failed_starts=self.settings.failed_starts + 1)
        session = Session(store, self.language, self._now)
        begins = Goal("safekeeping") if is_safe else held.goal if held else Goal("overview")
        window = self.window = self._made_window(session, begins)
        self._connect_window(window, store)
        geometry = QByteArray.fromBase64(self.settings.window.encode())
        if is_safe or not (self.settings.window and window.restoreGeometry(geometry)):
            window.resize(1360, 860)
        self.drafts = FormDrafts(session, window)
        window.show()
        QTimer.singleShot(_STOOD, window, self._start_went_well)
        if is_safe:
            session.say(
                self.tr(
                    "The program did not start well the last time. It began here, without drafts and your last view:"
                    " the backups are below, and nothing is lost."
                )
            )
        elif held:
            give_back(window, held, self.drafts)
        else:
            self._offer_drafts(window, self.drafts)
            window.reminders.tell_at_start()
        self.drafts.start()
        self.watch.start(window.lock_minutes)
        QTimer.singleShot(0, window, lambda: self.watch.listen_to_system(window.windowHandle()))
        session.background.run(
            lambda task: store.quick_check(lambda: task.cancelled), self._after_check, lambda _: None
        )

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
        window.closed_work.connect(self.work_closed)
        window.reminders.set_hour(self.settings.reminder_hour)
        window.closed.connect(lambda: self._window_closed(window, store))
        window.show_theme(self.theme.scheme.value)
        window.show_lock_minutes(self.settings.lock_minutes or (_LOCKED_AFTER if store.is_encrypted else 0))

    def _offer_drafts(self, window: MainWindow, drafts: FormDrafts) -> None:
        session = window.session
        if session.store.draft(_LOG_FORM) is not None:
            session.say(self.tr("What you were writing is kept as a draft: Ctrl+L brings it back."))
        if drafts.left:
            messages.ask(
                window,
                self.tr("What you typed in a form was not saved when the program ended. Go on with it?"),
                self.tr("Go on writing"),
                lambda: drafts.open_again(window.page),
                no=self.tr("Not now"),
            )

    def lock(self) -> None:
        """Take everything of the desk off the screen, at once and whatever is open, and close it."""
        window = self.window
        if window is None:
            self._lock_after_work = self.waiting is not None
            return
        store = window.session.store
        with self._staying():
            self.unlock = self._ask_locked(store.path, store.is_encrypted, window)
            self._put_away(window, self.unlock)
            self.unlock.activateWindow()

    def work_closed(self, asked: ClosedWork) -> None:
        """Close the desk, do what was asked off the interface thread, and open it again where one was."""
        window = self.window
        if window is None:
            return
        path, is_encrypted = window.session.store.path, window.session.store.is_encrypted
        with self._staying():
            waiting = self.waiting = Waiting(asked.waiting, window)
            waiting.show()
            self._put_away(window, waiting)

        def again(passphrase: str | None) -> MainWindow | None:
            with self._staying():
                if self._lock_after_work:
                    self._lock_after_work = False
                    self.unlock = self._ask_locked(path, is_encrypted or passphrase is not None, waiting)
                else:
                    self.open_desk(path, passphrase)
                waiting.finish()
                self.waiting = None
            return self.window

        def done(value: object) -> None:
            if opened := again(asked.passphrase):
                opened.session.say(asked.said(value))

        def failed(error: BaseException) -> None:
            opened = again(asked.before)
            known = error if isinstance(error, StoreError) else StoreError(StoreErrorCode.BACKUP_FAILED)
            messages.store_trouble(opened or self.unlock, known, self.language)
            if not isinstance(error, StoreError | OSError):
                raise error

        self._background.run(lambda _: asked.work(), done, failed)

    def _put_away(self, window: MainWindow, instead: QWidget) -> None:
        """Show another window in the place of a desk's, and close the desk."""
        clear_screen(instead)
        self.clipboard.clear()
        instead.repaint()
        path = window.session.store.path
        self._held = (path, hold(window, self.drafts) if self.drafts else None)
        if self.first_start is not None and self.first_start.parentWidget() is window:
            self.first_start = None  # it goes with its window
        window.close()
        drop_dialogs(instead)

    def _ask_locked(self, path: Path, is_encrypted: bool, beneath: QWidget) -> Unlock:
        unlock = Unlock(path, self.language, is_locked=True, needs_passphrase=is_encrypted)
        unlock.answered.connect(lambda passphrase: self.open_desk(path, passphrase or None))
        unlock.setGeometry(beneath.geometry())
        unlock.show()
        return unlock

    @contextmanager
    def _staying(self) -> Iterator[None]:
        """Go on running while one window goes and another comes."""
        before = self._app.quitOnLastWindowClosed()
        self._app.setQuitOnLastWindowClosed(False)
        try:
            yield
        finally:
            self._app.setQuitOnLastWindowClosed(before)

    def _start_went_well(self) -> None:
        self._keep(failed_starts=0)

    def set_lock_minutes(self, minutes: int) -> None:
        """Lock after another time in which nobody did anything, 0 for never."""
        self._keep(lock_minutes=minutes)
        if self.window is not None:
            self.window.show_lock_minutes(minutes)
            self.watch.start(minutes)

    def ask_for_passphrase(self, path: Path) -> None:
        """Ask for the passphrase of an encrypted desk."""
        self.unlock = Unlock(path, self.language, self.window or self.first_start)
        self.unlock.answered.connect(lambda passphrase: self.open_desk(path, passphrase))
        self.unlock.other_chosen.connect(self.choose_desk)
        self.unlock.rejected.connect(self._leave_unlock)
        self.unlock.open()

    def make_desk(self, choices: FirstChoices) -> None:
        """Make the desk that was asked for and open it; a sample that was made before is opened again."""
        if not (choices.sample and choices.path.exists()):
            try:
                choices.path.parent.mkdir(parents=True, exist_ok=True)
                officer = Officer(name=choices.officer)
                first = FirstKey(officer.id, officer.name, choices.passphrase) if choices.passphrase else None
                with Store.create(choices.path, installation=self.settings.installation, first=first) as store:
                    _fill(store, choices, self.language, officer)
            except (StoreError, OSError) as error:
                known = error if isinstance(error, StoreError) else StoreError(StoreErrorCode.NO_FOLDER)
                messages.store_trouble(self.first_start, known, self.language)
                return
        self._keep(language=self.language.value)
        if self.open_desk(choices.path, choices.passphrase or None) and self.first_start is not None:
            self.first_start.accept()
            self.first_start = None
            if self.window is not None and not self.settings.tour_seen:
                self.window.show_tour()
        if choices.wants_paper and self.window is not None:
            self.window.make_paper()

    def choose_desk(self) -> None:
        """Let the user point at a desk file."""
        dialog = QFileDialog(self.window, self.tr("Open a desk"), str(default_folder()), _DESK_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.open_desk(Path(path)))
        dialog.open()

    def set_language(self, key: str) -> None:
        """Speak another language, at once and from now on."""
        self.language = Language(key)
        self._speak(self.language)
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
        frames = "".join(f"\n  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace))
        _log.error("%s%s", kind.__name__, frames)
        messages.trouble(
            self.window,
            self.tr("Something in the program went wrong. Nothing that was saved is lost."),
            self.tr("It is noted, without any of your text, in {path}. You can go on working.").format(
                path=self._log_path
            ),
        )

    def _tell_unopened(self, path: Path, error: StoreError, passphrase: str | None) -> None:
        if error.code is StoreErrorCode.NEEDS_PASSPHRASE:
            self.ask_for_passphrase(path)
        elif error.code is StoreErrorCode.WRONG_PASSPHRASE and self.unlock is not None:
            self.unlock.say_wrong()
        else:
            # The questions come first, so that the sentence lies over them and not behind.
            if self.window is None and self.first_start is None and self.unlock is None:
                self.ask_for_desk()
            over = self.unlock or self.window or self.first_start
            if error.code is StoreErrorCode.DAMAGED:
                self._offer_rescue(path, passphrase, over)
            else:
                messages.store_trouble(over, error, self.language)

    def _offer_rescue(self, path: Path, passphrase: str | None, over: QWidget | None) -> None:
        """Offer the nearest backup of a desk that does not open, and what can still be read of it."""
        dialog = RescueDialog(
            self.language,
            backups_beside(path),
            lambda target: salvage_closed(path, target, passphrase),
            self._background,
            over,
        )

        def restore(backup: Path) -> None:
            now = self._now().replace(tzinfo=None)
            self._background.run(lambda _: put_back(backup, path, passphrase, now), done, failed)

        def done(_: Path | None) -> None:
            self.open_desk(path, passphrase)

        def failed(error: BaseException) -> None:
            if not isinstance(error, StoreError):
                raise error
            messages.store_trouble(self.unlock or self.window or self.first_start, error, self.language)

        dialog.backup_chosen.connect(restore)
        dialog.open()

    def _leave_unlock(self) -> None:
        self.unlock = None
        if self.window is None and self.first_start is None:
            self.ask_for_desk()

    def _after_check(self, sound: bool) -> None:
        if self.window is None:
            return
        session = self.window.session
        if not sound:
            self.window.offer_rescue()
        elif backup_is_due(session.store, session.today):
            self._back_up(session)

    def _back_up(self, session: Session) -> None:
        """Make the copy of the day; what the machine has against it is said, and nothing else stops."""
        store, folder, now = session.store, backup_folder(session.store), session.now.replace(tzinfo=None)

        def failed(error: BaseException) -> None:
            known = error if isinstance(error, StoreError) else StoreError(StoreErrorCode.BACKUP_FAILED)
            if not isinstance(error, StoreError | OSError):
                raise error
            if self.window is not None:
                session.say(" ".join(messages.store_sentences(known, self.language)))

        def done(made: Backup) -> None:
            note_backup(store, made)
            if self.window is not None:
                self.window.sidebar.retranslate()

        session.background.run(lambda _: make_backup(store, folder, now), done, failed)

    def _change_desk(self, how: str) -> None:
        if how == "new_desk":
            self.ask_for_desk()
        else:
            self.choose_desk()

    def _window_closed(self, window: MainWindow, store: Store) -> None:
        geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        self._keep(window=geometry, last_kind=window.last_kind, failed_starts=0)
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

    def _speak(self, language: Language) -> None:
        self._app.removeTranslator(self._translator)
        # The English file holds the plurals only.
        self._translator.load(str(asset(f"translations/hanoi_desk_{language}.qm")))
        self._app.installTranslator(self._translator)
        QLocale.setDefault(
            QLocale(QLocale.Language.Vietnamese if language is Language.VI else QLocale.Language.English)
        )

    def _keep(self, **choices: str | float) -> None:
        self.settings = replace(self.settings, **choices)  # type: ignore[arg-type]
        try:
            settings_file.save(self.settings, self._folder)
        except OSError as error:
            _log.warning("settings not kept: %s", error.strerror)


def main(path: Path | None = None) -> int:
    """Run the window until it is closed, and return the exit code."""
    folder = settings_file.config_folder()
    _start_log(folder)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Hanoi Desk")
    app.setDesktopFileName("hanoi-desk")
    app.setWindowIcon(QIcon(str(asset("icons/hanoi-desk.svg"))))
    application = Application(app, folder)
    sys.excepthook = application.report_bug
    application.start(path)
    return app.exec()


def _fill(store: Store, choices: FirstChoices, language: Language, officer: Officer) -> None:
    if choices.sample:
        start_sample(store)
        return
    name_vi = choices.mission if language is Language.VI else ""
    mission = Mission(kind=choices.mission_kind, name_en=choices.mission, name_vi=name_vi)
    start_desk(store, mission, officer)


def default_folder() -> Path:
    """Return the folder in which a new desk lies unless another one is chosen: the user's documents."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def _language(settings: Settings) -> Language:
    if settings.language:
        return Language(settings.language)
    return Language.VI if QLocale.system().language() == QLocale.Language.Vietnamese else Language.EN


def _start_log(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(folder / _LOG_NAME, maxBytes=200_000, backupCount=2)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
