"""Who else of this computer could get at a desk: a folder that everybody may change, and a disk without encryption."""

import os
import stat
import sys
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from hanoi_desk.storage.errors import StoreError, StoreErrorCode

_BLOCKS = Path("/sys/dev/block")
_DEEPEST = 8


class Seal(StrEnum):
    """Whether a disk is encrypted as a whole, as far as this user may know."""

    ENCRYPTED = "encrypted"
    PLAIN = "plain"
    UNKNOWN = "unknown"


def refuse_shared(desk: Path) -> None:
    """Let a desk be made only where nobody else may change what lies there; the files are readable by its user alone.

    :raises StoreError: OPEN_TO_ALL.
    """
    folder = desk.absolute().parent
    if is_shared(folder):
        raise StoreError(StoreErrorCode.OPEN_TO_ALL, path=str(folder))


def is_shared(folder: Path) -> bool:
    """Tell whether every user of this computer may write in a folder; one that is not there is nobody's."""
    if sys.platform == "win32":
        public = os.environ.get("PUBLIC")
        return folder.is_relative_to(public) if public else False
    else:  # noqa: RET505 - mypy reads only the branch of its platform
        try:
            return bool(folder.stat().st_mode & stat.S_IWOTH)
        except OSError:
            return False


def disk_seal(path: Path, blocks: Path = _BLOCKS) -> Seal:
    """Return whether the disk under a path is encrypted: LUKS on Linux, FileVault on macOS.

    Windows tells of BitLocker only to administrators.
    """
    if sys.platform == "linux":
        return _linux_seal(path, blocks)
    elif sys.platform == "darwin":  # noqa: RET505 - mypy reads only the branch of its platform
        return _macos_seal()
    else:
        return Seal.UNKNOWN


def _macos_seal() -> Seal:
    subprocess = import_module("subprocess")  # a start waits for it nowhere else
    asked = ["/usr/bin/fdesetup", "status"]
    try:
        said = subprocess.run(asked, capture_output=True, text=True, timeout=5, check=False).stdout.splitlines()
    except (OSError, subprocess.SubprocessError):
        return Seal.UNKNOWN
    known = {"FileVault is On.": Seal.ENCRYPTED, "FileVault is Off.": Seal.PLAIN}
    return known.get(said[0] if said else "", Seal.UNKNOWN)


def _linux_seal(path: Path, blocks: Path) -> Seal:
    if sys.platform == "win32":
        return Seal.UNKNOWN
    else:  # noqa: RET505 - mypy reads only the branch of its platform
        there = next((one for one in (path, *path.absolute().parents) if one.exists()), Path("/"))
        number = there.stat().st_dev
        return block_seal(blocks / f"{os.major(number)}:{os.minor(number)}")


def block_seal(block: Path, deeper: int = _DEEPEST) -> Seal:
    """Return whether a block device of Linux, or what it lies on, is made by LUKS; `block` is its folder in /sys."""
    try:
        if (block / "dm" / "uuid").read_text(encoding="ascii", errors="replace").startswith("CRYPT-"):
            return Seal.ENCRYPTED
    except OSError:
        pass
    if not block.exists() or not deeper:
        return Seal.UNKNOWN
    slaves = block / "slaves"
    beneath = [block_seal(one, deeper - 1) for one in slaves.iterdir()] if slaves.is_dir() else []
    if beneath:
        return Seal.ENCRYPTED if all(one is Seal.ENCRYPTED for one in beneath) else Seal.PLAIN
    return Seal.PLAIN
