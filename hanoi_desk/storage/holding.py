"""One program at a time on one desk: a small file beside it that says who has it open.

The operating system holds the lock, so that a killed program leaves none; the words in the file only tell whom to ask.
"""

import getpass
import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Self

from hanoi_desk.storage.errors import StoreError, StoreErrorCode
from hanoi_desk.values import Value, frozen

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

#: On Windows a locked byte cannot be read by others: the lock lies far behind the words.
_LOCKED_BYTE = 1 << 20
_MOST_BYTES = 4096


@frozen
class Holder(Value):
    """Who has a desk open: the user, the computer, the program's number, and since when (local, to the minute)."""

    user: str
    host: str
    pid: int
    since: str

    def words(self) -> str:
        """Return whom to ask."""
        return f"{self.user}, {self.host}"

    def moment(self) -> str:
        """Return since when, as it is written in every language of the program."""
        try:
            return f"{datetime.fromisoformat(self.since):%d/%m/%Y, %H:%M}"
        except ValueError:
            return self.since


class Hold:
    """A desk held by this program until `release`."""

    def __init__(self, path: Path, file: IO[str]) -> None:
        self._path = path
        self._file: IO[str] | None = file

    @classmethod
    def take(cls, desk: Path, now: datetime) -> Self | None:
        """Hold a desk; None where no such file can be written, so that a read-only desk can still be read.

        :raises StoreError: IN_USE, with who and since, when another program has it open.
        """
        path = hold_path(desk)
        try:
            file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8")
        except OSError:
            return None
        if not _locked(file):
            file.close()
            holder = holder_of(desk)
            raise StoreError(
                StoreErrorCode.IN_USE,
                path=str(desk),
                who=holder.words() if holder else "?",
                since=holder.moment() if holder else "?",
            )
        holder = Holder(_user(), _computer(), os.getpid(), now.isoformat(sep=" ", timespec="minutes"))
        with suppress(OSError):  # on a full disk the lock holds without its words
            file.truncate(0)
            json.dump({"user": holder.user, "host": holder.host, "pid": holder.pid, "since": holder.since}, file)
            file.flush()
        return cls(path, file)

    def release(self) -> None:
        """Let the desk go; a second call does nothing."""
        if self._file is not None:
            file, self._file = self._file, None
            if sys.platform == "win32":
                file.close()
                with suppress(OSError):  # Windows removes no file that is open: not that of the next who holds it
                    self._path.unlink(missing_ok=True)
            else:
                # Gone before it is let go, so that nobody holds a file that has no name any more.
                self._path.unlink(missing_ok=True)
                file.close()


def hold_path(desk: Path) -> Path:
    """Return where it is written who has a desk open."""
    return desk.with_name(f"{desk.name}.lock")


def holder_of(desk: Path) -> Holder | None:
    """Return who wrote last that a desk is open; None when nobody did or the words make no sense."""
    try:
        with hold_path(desk).open(encoding="utf-8") as file:
            said = json.loads(file.read(_MOST_BYTES))
        return Holder(str(said["user"]), str(said["host"]), int(said["pid"]), str(said["since"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _locked(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _computer() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    else:  # noqa: RET505 - mypy reads only the branch of its platform
        return os.uname().nodename


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"
