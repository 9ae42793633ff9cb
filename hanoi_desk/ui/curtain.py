"""What stands in the place of a desk that was put away: the question for its passphrase, or the sentence to wait."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hanoi_desk.desk.keys import Opened, unlock
from hanoi_desk.hardening import forget_texts, forms_of, overwriting, wipe
from hanoi_desk.language import Language
from hanoi_desk.store import StoreError, StoreErrorCode
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Background, Task
from hanoi_desk.ui.clipboard import ClipboardGuard
from hanoi_desk.ui.form_drafts import FormDrafts
from hanoi_desk.ui.lock import Held, clear_screen, drop_dialogs, hold
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.pages import class_of

if TYPE_CHECKING:
    from hanoi_desk.ui.safekeeping.closed_work import ClosedWork
    from hanoi_desk.ui.safekeeping.waiting import Waiting
    from hanoi_desk.ui.unlock import Unlock


class Curtain(QObject):
    """Takes a desk off the screen at once; `reopen` is how it comes back, with what was being written."""

    def __init__(
        self,
        app: QApplication,
        background: Background,
        clipboard: ClipboardGuard,
        reopen: Callable[[Path, str | None, Opened | None], MainWindow | None],
        refuse: Callable[[Path, StoreError, str | None], None],
        is_closed: Callable[[], bool],
        *,
        wipes: bool,
        likely: Callable[[], str] = str,
    ) -> None:
        """`reopen` returns the window, None when the desk could not be opened and the user was told why.

        `refuse` tells why a passphrase did not open a desk, `is_closed` whether none is open.
        `wipes`: overwrite in memory what a desk left there, which takes a second of a slow machine.
        `likely` gives the officer whose passphrase is tried first.
        """
        super().__init__(app)
        self.unlock: Unlock | None = None
        self.waiting: Waiting | None = None
        self._app = app
        self._background = background
        self._clipboard = clipboard
        self._reopen = reopen
        self._refuse = refuse
        self._is_closed = is_closed
        self._wipes = wipes
        self._likely = likely
        self._trying: Task | None = None
        self._held: tuple[Path, Held | None] | None = None
        self._lock_after_work = False

    def lock(self, window: MainWindow, drafts: FormDrafts | None) -> None:
        """Take everything of the desk off the screen, whatever is open, and close it."""
        session = window.session
        with self.staying():
            self.unlock = self._ask_locked(session.store.path, session.store.is_encrypted, session.language, window)
            self._put_away(window, drafts, self.unlock)
            self.unlock.activateWindow()

    def lock_after_work(self) -> None:
        """Ask for the passphrase once the work on a closed desk has ended, if there is any."""
        self._lock_after_work = self.waiting is not None

    def work_closed(self, window: MainWindow, drafts: FormDrafts | None, asked: "ClosedWork") -> None:
        """Close the desk, do what was asked off the interface thread, and open it again."""
        session = window.session
        path, is_encrypted, language = session.store.path, session.store.is_encrypted, session.language
        with self.staying():
            waiting = self.waiting = class_of("waiting")(asked.waiting, window)
            waiting.show()
            self._put_away(window, drafts, waiting)

        def again(passphrase: str | None, opened: Opened | None = None) -> MainWindow | None:
            shown = None
            with self.staying():
                if self._lock_after_work:
                    self._lock_after_work = False
                    self.unlock = self._ask_locked(path, is_encrypted or passphrase is not None, language, waiting)
                else:
                    shown = self._reopen(path, passphrase, opened)
                waiting.finish()
                self.waiting = None
            return shown

        likely = self._likely()

        def work(_: Task) -> tuple[object, Opened | None]:
            value = asked.work()
            return value, unlock(path, asked.passphrase, likely) if asked.passphrase else None

        def done(both: tuple[object, Opened | None]) -> None:
            value, opened = both
            if shown := again(asked.passphrase, opened):
                shown.session.say(asked.said(value))

        def failed(error: BaseException) -> None:
            opened = again(asked.before)
            known = error if isinstance(error, StoreError) else StoreError(StoreErrorCode.BACKUP_FAILED)
            messages.store_trouble(opened or self.unlock, known, language)
            if not isinstance(error, StoreError | OSError):
                raise error

        self._background.run(work, done, failed)

    def ask(self, path: Path, language: Language, over: QWidget | None) -> "Unlock":
        """Ask for the passphrase of a desk that is not open."""
        question: Unlock = class_of("unlock")(path, language, over)
        self.unlock = question
        self._hear(question, path)
        question.open()
        return question

    def held(self, path: Path) -> Held | None:
        """Return where one was in a desk if it is the one that was put away."""
        return self._held[1] if self._held and self._held[0] == path else None

    def rise(self) -> None:
        """Take the question away, since the window of a desk is there."""
        self._stop_trying()
        if self.unlock is not None:
            self.unlock.accept()
            self.unlock.deleteLater()
            self.unlock = None
        self._held = None

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Go on running while one window goes and another comes."""
        before = self._app.quitOnLastWindowClosed()
        self._app.setQuitOnLastWindowClosed(False)
        try:
            yield
        finally:
            self._app.setQuitOnLastWindowClosed(before)

    def _put_away(self, window: MainWindow, drafts: FormDrafts | None, instead: QWidget) -> None:
        """Show another window in the place of a desk's, and close the desk."""
        clear_screen(instead)
        self._clipboard.clear()
        instead.repaint()
        store = window.session.store
        leaving = ExitStack()
        secrets = forms_of(store.opened.key) if store.opened and self._wipes else []
        if self._wipes:
            leaving.enter_context(overwriting())
        self._held = (store.path, hold(window, drafts) if drafts else None)
        window.close()
        drop_dialogs(instead)
        if self._wipes:
            # Not at once: whoever asked for the lock may be a part of the window that goes.
            QTimer.singleShot(0, self, lambda: self._forget(leaving, secrets))

    def _forget(self, leaving: ExitStack, secrets: list[bytearray]) -> None:
        """Overwrite in memory what the desk that was put away left there, and its key if nothing needs that again."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        forget_texts()
        leaving.close()
        # A key that is in use again must stay: it is the same one.
        if self._trying is None and self.waiting is None and self._is_closed():
            wipe(secrets)

    def _ask_locked(self, path: Path, is_encrypted: bool, language: Language, beneath: QWidget) -> "Unlock":
        question: Unlock = class_of("unlock")(path, language, is_locked=True, needs_passphrase=is_encrypted)
        self._hear(question, path)
        question.setGeometry(beneath.geometry())
        question.show()
        return question

    def _hear(self, question: "Unlock", path: Path) -> None:
        question.answered.connect(lambda passphrase: self._try(question, path, passphrase))
        question.cancelled.connect(self._stop_trying)
        question.finished.connect(self._stop_trying)

    def _try(self, question: "Unlock", path: Path, passphrase: str) -> None:
        """Work the key out off the interface thread, since that takes half a second, then open the desk with it."""
        if not passphrase:
            self._reopen(path, None, None)
            return

        def done(opened: Opened | None) -> None:
            question.set_busy(False)
            self._reopen(path, passphrase, opened)

        def failed(error: BaseException) -> None:
            question.set_busy(False)
            if not isinstance(error, StoreError):
                raise error
            self._refuse(path, error, passphrase)

        question.set_busy(True)
        likely = self._likely()
        self._trying = self._background.run(lambda _: unlock(path, passphrase, likely), done, failed)

    def _stop_trying(self) -> None:
        if self._trying is not None:
            self._trying.cancel()
            self._trying = None
