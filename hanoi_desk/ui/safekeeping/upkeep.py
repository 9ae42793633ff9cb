"""What is done for a desk each time it has been opened: it is checked, and the copy of the day is made."""

from PySide6.QtCore import QCoreApplication, QTimer

from hanoi_desk.desk.backups import backup_folder, backup_is_due, make_backup, note_backup
from hanoi_desk.desk.clocks import clock_went_back
from hanoi_desk.language import short_date
from hanoi_desk.store import Backup, StoreError, StoreErrorCode
from hanoi_desk.ui import messages
from hanoi_desk.ui.lock_watch import LockWatch
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.safekeeping.synced import synced_sentence

#: The folder of which it was said that another program copies it.
_TOLD = "synced_told"


#: How long after it is shown a window is painted, in milliseconds.
_PAINTED = 200


def keep_watch(window: MainWindow, watch: LockWatch) -> None:
    """Begin, once the window is painted, what nobody waits for: to hear of the system's lock, to look after it."""
    QTimer.singleShot(_PAINTED, window, lambda: watch.listen_to_system(window.windowHandle()))
    QTimer.singleShot(_PAINTED, window, lambda: look_after(window))


def look_after(window: MainWindow) -> None:
    """Check the desk off the interface thread, and back it up if that is due; a damaged one is offered its ways out.

    A clock that went back is told of first: dates are counted from it.
    """
    session = window.session
    _look_at_place(window)
    _look_at_clock(window)

    def checked(sound: bool) -> None:
        if not sound:
            window.offer_rescue()
        elif backup_is_due(session.store, session.today):
            _back_up(window)

    store = session.store
    session.background.run(lambda task: store.quick_check(lambda: task.cancelled), checked, lambda _: None)


def _look_at_place(window: MainWindow) -> None:
    """Say once of each folder that it is copied elsewhere; the page of safekeeping says it as long as it is so."""
    store, sentence = window.session.store, synced_sentence(window.session.store)
    folder = str(store.path.absolute().parent)
    try:
        if sentence and store.local(_TOLD) != folder:
            window.session.say(sentence)
            store.set_local(_TOLD, folder)
    except StoreError:  # a desk that can only be read is told of when something is written
        return


def _look_at_clock(window: MainWindow) -> None:
    session = window.session
    try:
        before = clock_went_back(session.store, session.now)
    except StoreError:  # a desk that can only be read is told of when something is written
        return
    if before is not None:
        said = QCoreApplication.translate(
            "upkeep",
            "The clock of this computer shows {today}, which is before {day}. Set it right: what is due, and the days"
            " to the last signature, are counted from it.",
        )
        session.say(said.format(today=short_date(session.today), day=short_date(before)))


def _back_up(window: MainWindow) -> None:
    """Make the copy of the day; what the machine has against it is said, and nothing else stops."""
    session = window.session
    store, folder, now = session.store, backup_folder(session.store), session.now.replace(tzinfo=None)

    def failed(error: BaseException) -> None:
        known = error if isinstance(error, StoreError) else StoreError(StoreErrorCode.BACKUP_FAILED)
        if not isinstance(error, StoreError | OSError):
            raise error
        session.say(" ".join(messages.store_sentences(known, session.language)))

    def done(made: Backup) -> None:
        note_backup(store, made)
        window.sidebar.retranslate()

    session.background.run(lambda _: make_backup(store, folder, now), done, failed)
