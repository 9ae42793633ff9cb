"""Where a desk lies: a disk of this computer, a network drive, or a folder that another program copies elsewhere."""

import os
import sys
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from importlib import import_module
from pathlib import Path, PurePath

if sys.platform == "win32":
    import ctypes

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "9p", "afs"})
_NETWORK_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.s3fs")
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "drive của tôi", "mon drive", "nextcloud",
           "owncloud", "icloud drive", "iclouddrive", "mobile documents", "pcloud", "mega", "syncthing", "box sync",
           "yandex.disk")  # fmt: skip
#: The folders of OneDrive, where Windows names them: one may have one at home and one at work.
_ONEDRIVES = ("ONEDRIVE", "ONEDRIVECOMMERCIAL", "ONEDRIVECONSUMER")  # Windows knows no small letters here
_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".sync", ".nextcloudsync.log", ".owncloudsync.log")
_DRIVE_REMOTE = 4


class Place(StrEnum):
    """What kind of place a file lies in."""

    LOCAL = "local"
    SYNCED = "synced"
    NETWORK = "network"


def place_of(path: Path) -> Place:
    """Return where a file lies or would lie; what cannot be found out counts as this computer."""
    whole = path.absolute()
    if is_network(whole):
        return Place.NETWORK
    return Place.SYNCED if is_synced(whole) or is_synced(_real(whole)) else Place.LOCAL


def is_network(path: Path) -> bool:
    """Return whether a path leads to another computer's disk."""
    if sys.platform == "win32":
        return is_unc(str(path)) or ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE
    elif sys.platform == "darwin":  # noqa: RET505 - mypy reads only the branch of its platform
        return on_network(_real(path), _macos_mounts())
    else:
        return on_network(_real(path), _linux_mounts())


def is_unc(path: str) -> bool:
    """Return whether a Windows path names a share, as in //server/share or its long form."""
    slashed = path.replace("\\", "/")
    if slashed.casefold().startswith("//?/unc/"):
        return True
    return slashed.startswith("//") and not slashed.startswith(("//?/", "//./"))


def on_network(path: PurePath, mounts: Iterable[tuple[str, str]]) -> bool:
    """Return whether the deepest mount that holds a path is of a network's kind; mounts are pairs of place and kind."""
    holding = [(len(place), kind) for place, kind in mounts if path.is_relative_to(place)]
    if not holding:
        return False
    kind = max(holding)[1]
    return kind in _NETWORK or kind.startswith(_NETWORK_FUSE)


def is_synced(path: Path) -> bool:
    """Return whether a folder over the file is known to be copied elsewhere by another program."""
    if any(path.is_relative_to(named) for name in _ONEDRIVES if (named := os.environ.get(name))):
        return True
    for folder in path.parents:
        name = unicodedata.normalize("NFC", folder.name).casefold()
        if any(name == mark or name.startswith((f"{mark} -", f"{mark} (")) for mark in _SYNCED):
            return True
        if any((folder / mark).exists() for mark in _MARKS):
            return True
    return False


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _linux_mounts() -> list[tuple[str, str]]:
    try:
        text = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    found = []
    for line in text.splitlines():
        parts = line.split(" ")
        if len(parts) > 2:
            place = parts[1].encode("utf-8", "surrogateescape").decode("unicode_escape")
            found.append((place.encode("latin-1", "replace").decode("utf-8", "surrogateescape"), parts[2]))
    return found


def _macos_mounts() -> list[tuple[str, str]]:
    subprocess = import_module("subprocess")  # a start waits for it nowhere else
    try:
        said: str = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    return [pair for line in said.splitlines() if (pair := _macos_mount(line))]


def _macos_mount(line: str) -> tuple[str, str] | None:
    """Read one line such as `//an@host/share on /Volumes/share (smbfs, nodev)`."""
    _, on, rest = line.partition(" on ")
    place, bracket, kinds = rest.rpartition(" (")
    return (place, kinds.split(",")[0].rstrip(")")) if on and bracket else None
