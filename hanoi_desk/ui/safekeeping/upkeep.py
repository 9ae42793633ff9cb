"""What is done for a desk each time it has been opened: it is checked, and the copy of the day is made."""

from hanoi_desk.desk.backups import backup_folder, backup_is_due, make_backup, note_backup
from hanoi_desk.store import Backup, StoreError, StoreErrorCode
from hanoi_desk.ui import messages
from hanoi_desk.ui.main_window import MainWindow


def look_after(window: MainWindow) -> None:
    """Check the desk off the interface thread, and back it up if that is due; a damaged one is offered its ways out."""
    session = window.session

    def checked(sound: bool) -> None:
        if not sound:
            window.offer_rescue()
        elif backup_is_due(session.store, session.today):
            _back_up(window)

    store = session.store
    session.background.run(lambda task: store.quick_check(lambda: task.cancelled), checked, lambda _: None)


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
