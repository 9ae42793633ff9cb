"""Files taken into the desk: names looked at, bytes read off the interface thread, then all kept as one save."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import FILE_LIMIT, TOGETHER_LIMIT, BadFile, FileFault, NotAttached, attach_files
from hanoi_desk.errors import sentences
from hanoi_desk.file_names import safe_name
from hanoi_desk.records import Record
from hanoi_desk.store import StoreError
from hanoi_desk.text import secret_word
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.messages import ask, failure, trouble
from hanoi_desk.ui.session import Session

Read = list[tuple[str, bytes]]


class Taking(QObject):
    """Takes chosen files and hangs them on a record; what is in the way is said in the window."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self._window = window

    def take(self, record: Record, paths: Sequence[Path]) -> None:
        """Take files; a name with a mark of a State secret stops and asks first, before anything is read."""
        mark = next((mark for path in paths if (mark := _mark(path.name))), None)
        if mark is None:
            self._read(record, paths, cleared=False)
            return
        ask(
            self._window,
            self._session.word("notice.secret_word", mark=mark),
            self.tr("It is no State secret: attach"),
            lambda: self._read(record, paths, cleared=True),
            more=self._session.word("notice.after_mistake"),
            no=self.tr("Do not attach"),
        )

    def _read(self, record: Record, paths: Sequence[Path], *, cleared: bool) -> None:
        self._session.background.run(
            lambda task: read_files(paths, task),
            lambda files: self._keep(record, files, cleared=cleared),
            self._fail,
        )

    def _keep(self, record: Record, files: Read, *, cleared: bool) -> None:
        try:
            hung = attach_files(self._session.store, record, files, self._session.today, cleared=cleared)
        except (NotAttached, StoreError) as error:
            self._fail(error)
        else:
            names = ", ".join(one.name for one in hung)
            self._session.say(self.tr("Attached: {names}").format(names=names), undo=True)

    def _fail(self, error: BaseException) -> None:
        language = self._session.language
        if isinstance(error, NotAttached):
            said = [sentences(bad.key, language, **bad.gaps).line for bad in error.files]
            trouble(self._window, self.tr("No file was attached."), "\n".join(said))
        else:
            failure(self._window, error, language, doing="unread")


def read_files(paths: Sequence[Path], task: Task) -> Read:
    """Return the names and bytes of files, each read once, and none that is larger than may be kept.

    :raises NotAttached: with those that are too large, empty or cannot be read.
    """
    sizes = {path: _size(path) for path in paths}
    if bad := list(_bad(sizes)):
        raise NotAttached(bad)
    found: Read = []
    for path in sizes:
        if task.cancelled:
            break
        try:
            with path.open("rb") as file:
                data = file.read(FILE_LIMIT + 1)  # it may have grown
        except OSError as error:
            raise NotAttached([BadFile(safe_name(path.name), FileFault.UNREADABLE)]) from error
        found.append((path.name, data))
    return found


def _size(path: Path) -> int | None:
    """Return the size of a file; None for a folder, a pipe or a device, of which there may be no end."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return None
    return about.st_size if stat.S_ISREG(about.st_mode) else None


def _bad(sizes: dict[Path, int | None]) -> Iterator[BadFile]:
    for path, size in sizes.items():
        if size is None:
            yield BadFile(safe_name(path.name), FileFault.UNREADABLE)
        elif size > FILE_LIMIT:
            yield BadFile(safe_name(path.name), FileFault.TOO_LARGE)
    if sum(size or 0 for size in sizes.values()) > TOGETHER_LIMIT:
        yield BadFile("", FileFault.TOO_MUCH)


def _mark(name: str) -> str | None:
    return secret_word(name) or secret_word(safe_name(name))
