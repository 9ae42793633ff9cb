"""The file of what went wrong, for whoever mends the program; it never holds the text of a record."""

import faulthandler
import logging
import sys
import threading
import traceback
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import IO

LOG_NAME = "hanoi-desk.log"
CRASH_NAME = "hanoi-desk-crash.log"

_log = logging.getLogger("hanoi_desk")


def start_log(folder: Path) -> None:
    """Write the log into this folder from now on; without one that can be written, there is none."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return
    _log.addHandler(_Late(folder / LOG_NAME))


class _Late(logging.Handler):
    """Makes the file when there is something to write: most starts have nothing, and wait for nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            make = import_module("logging.handlers").RotatingFileHandler
            try:
                self._file = make(self._path, maxBytes=200_000, backupCount=2, encoding="utf-8")
            except OSError:
                return
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def note_crashes(folder: Path) -> IO[bytes] | None:
    """Have a crash of the interpreter itself write where it happened, in names of files and functions alone.

    The file is to be kept open as long as the program runs; None where none can be written.
    """
    try:
        file = (folder / CRASH_NAME).open("ab")
    except OSError:
        return None
    faulthandler.enable(file, all_threads=False)
    return file


def note_bug(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Note what we did wrong and where; the words of an error may hold a record's, so they are left out."""
    frames = "".join(f"\n  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace))
    _log.error("%s%s", kind.__name__, frames)


def note_unheard() -> None:
    """Note the errors that Python would tell the terminal alone, with their words, which a session's log keeps.

    They are those of other threads, and those where nobody is left to hear of them.
    """
    sys.unraisablehook = lambda bug: note_bug(bug.exc_type, bug.exc_traceback)
    threading.excepthook = lambda bug: note_bug(bug.exc_type, bug.exc_traceback)
