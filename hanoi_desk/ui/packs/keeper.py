"""What is put together and not yet saved is on disk within a second, and there again after a lock or a crash."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from hanoi_desk.store import Store, StoreError
from hanoi_desk.ui.packs.composing import Composed, DamagedDraft, from_text, to_text

#: The name under which it lies in the desk.
PLACE = "pack_builder"
#: Milliseconds from the last key to the disk, and until the next try after the disk refused.
_PAUSE, _NEXT_TRY = 500, 5000


class PackKeeper(QObject):
    """Keeps one pack that is being put together; `collect` gives it, or None when all of it is saved."""

    def __init__(self, store: Store, collect: Callable[[], Composed | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._collect = collect
        self._on_disk: str | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.flush)

    def touch(self) -> None:
        """Note that something was changed."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Put on disk what is there now; when the disk refuses, it is tried again later."""
        self._timer.stop()
        composed = self._collect()
        text = to_text(composed) if composed else None
        if text == self._on_disk:
            return
        try:
            if composed is None or text is None:
                self._store.drop_draft(PLACE)
            else:
                self._store.keep_draft(PLACE, text, composed.pack.id)
        except StoreError:
            self._timer.start(_NEXT_TRY)
            return
        self._on_disk = text

    def stop(self) -> None:
        """Write no more: the desk is closed."""
        self._timer.stop()

    def left(self) -> Composed | None:
        """Return what was left unsaved; one that cannot be read is let go."""
        draft = self._store.draft(PLACE)
        if draft is None:
            return None
        self._on_disk = draft.json
        try:
            return from_text(draft.json)
        except DamagedDraft:
            return None
