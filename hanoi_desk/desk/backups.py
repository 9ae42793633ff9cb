"""A checked copy of the desk for every day of work, on demand, and in a second place."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from hanoi_desk.storage import Backup as Backup
from hanoi_desk.storage import Findings as Findings
from hanoi_desk.storage import backups_in, is_encrypted, thin_out
from hanoi_desk.storage.keys import keys_path
from hanoi_desk.store import Store, StoreError

#: The folder beside the desk in which its copies lie unless another one is chosen.
FOLDER = "Hanoi Desk backups"

_LAST, _SECOND = "last_backup", "second_backup_folder"


def backup_folder(store: Store) -> Path:
    """Return the folder of the daily copies; it need not be there yet."""
    return store.path.parent / FOLDER


def second_folder(store: Store) -> Path | None:
    """Return the second place, such as a stick, if one was chosen."""
    chosen = store.local(_SECOND)
    return Path(chosen) if chosen else None


def known_second_place(store: Store) -> str:
    """Return the second place for the settings, empty for none or where the desk cannot be read any more."""
    try:
        return store.local(_SECOND) or ""
    except StoreError:
        return ""


def choose_second_folder(store: Store, folder: Path) -> None:
    """Remember the second place."""
    store.set_local(_SECOND, str(folder))


def last_backup(store: Store) -> datetime | None:
    """Return when the last copy was made and checked, in the laptop's time of then; None when there is none."""
    try:
        return datetime.fromisoformat(store.local(_LAST) or "")
    except ValueError:
        return None


def backup_is_due(store: Store, today: date) -> bool:
    """Tell whether a desk that is no sample has no checked copy of this day, whichever way the clock was set.

    A copy from before the desk was encrypted does not count: it is to go.
    """
    last = last_backup(store)
    return not store.local("sample") and (last is None or last.date() != today or _is_newest_plain(store))


def _is_newest_plain(store: Store) -> bool:
    """Tell whether anybody can read the newest copy, though not the desk itself."""
    newest = next(iter(known_backups(store)), None)
    return newest is not None and newest in plain_backups(store)


def make_backup(store: Store, folder: Path, now: datetime) -> Backup:
    """Make and check a copy, then let go of the copies that need not stay; may be called from any thread.

    Call `note_backup` on the interface thread with what it returns.
    :raises StoreError: when the desk is damaged, the copy is, or the machine says no; no earlier copy is then touched.
    :raises OSError: when the folder cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = store.back_up(folder, now)
    thin_out(folder, store.path)
    return made


def note_backup(store: Store, made: Backup) -> None:
    """Remember when the last checked copy was made."""
    store.set_local(_LAST, made.made_at.isoformat())


def known_backups(store: Store) -> list[Backup]:
    """Return the copies in both places, newest first."""
    return backups_beside(store.path, second_folder(store))


def backups_beside(desk: Path, second: Path | None = None) -> list[Backup]:
    """Return the copies of a desk that need not be open, newest first: beside it, and in a second place."""
    folders = [desk.parent / FOLDER, *([second] if second else [])]
    found = [backup for folder in folders for backup in backups_in(folder, desk)]
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def plain_backups(store: Store) -> list[Backup]:
    """Return the copies that anybody can read; none for a desk that is plain itself."""
    return [one for one in known_backups(store) if not is_encrypted(one.path)] if store.is_encrypted else []


def remove_backups(backups: Iterable[Backup]) -> list[Path]:
    """Remove copies and return the paths of those that would not go.

    What they held may still lie on the disk until it is written over: only a disk that is encrypted itself keeps that.
    """
    stayed = []
    for one in backups:
        try:
            one.path.unlink(missing_ok=True)
            keys_path(one.path).unlink(missing_ok=True)
        except OSError:
            stayed.append(one.path)
    return stayed
