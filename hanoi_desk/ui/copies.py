"""Private copies of kept files, for another program to show: read-only, and gone when the desk is left or locked.

Each process has a folder of its own that only its user can look into (safekeeping.md, threats 13 and 18). A copy that
another program holds fast, or that a crash left behind, goes at the next start.
"""

import atexit
import os
import shutil
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from hanoi_desk.file_names import safe_name

_PREFIX = "hanoi-desk-open-"
_LOCK = "in use"
#: What Windows is told of a file that came from elsewhere, so that its programs open it with care.
_ZONE = "[ZoneTransfer]\r\nZoneId=3\r\n"

_held: dict[Path, QLockFile] = {}


def write_copy(name: str, data: bytes) -> Path:
    """Write a copy that can only be read, under its cleaned name, and return its path.

    :raises OSError: when it cannot be written.
    """
    # A folder for each copy: two files may have one name.
    folder = Path(tempfile.mkdtemp(dir=_own_folder()))
    path = folder / safe_name(name)
    path.write_bytes(data)
    mark_as_foreign(path)
    path.chmod(stat.S_IRUSR)
    return path


def mark_as_foreign(path: Path, *, has_streams: bool = sys.platform == "win32") -> None:
    """Note beside a file that it came from elsewhere, where the system keeps such notes (the Mark of the Web)."""
    if has_streams:
        with suppress(OSError):  # a disk without such notes
            Path(f"{path}:Zone.Identifier").write_text(_ZONE, encoding="ascii", newline="")


def remove_copies() -> None:
    """Remove all copies of this process: when the desk is locked or left."""
    for folder, lock in list(_held.items()):
        _remove(folder, lock)
        del _held[folder]


def remove_leftovers() -> None:
    """Remove what a program that ended badly left behind; the copies of one that runs stay."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if folder not in _held and _is_ours(folder):
            lock = _lock(folder)
            if lock.tryLock(0):
                _remove(folder, lock)


def _own_folder() -> Path:
    for folder in _held:
        if folder.is_dir():
            return folder
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))  # only its owner may look into what mkdtemp makes
    _held[folder] = _lock(folder)
    _held[folder].tryLock(0)
    return folder


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    lock.setStaleLockTime(0)  # only that its process is gone makes it stale
    return lock


def _is_ours(folder: Path) -> bool:
    """Tell whether it is a folder of this user, and not something put there by another."""
    with suppress(OSError):
        about = folder.lstat()
        return stat.S_ISDIR(about.st_mode) and (not hasattr(os, "getuid") or about.st_uid == os.getuid())
    return False


def _remove(folder: Path, lock: QLockFile) -> None:
    for copy in folder.glob("*/*"):
        if not copy.is_symlink():
            with suppress(OSError):
                copy.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows removes nothing that can only be read
    lock.unlock()
    shutil.rmtree(folder, ignore_errors=True)


atexit.register(remove_copies)
