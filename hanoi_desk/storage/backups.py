"""Copies of a desk that were opened before they count, and the way back to one.

A copy is made by SQLite itself (`vacuum into`, with the desk's own key), checked wholly, and only then given its name.
An earlier copy is never written over, and none is let go before a newer one has been checked.
"""

import os
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from hanoi_desk.storage.checking import full_check
from hanoi_desk.storage.desk_file import open_desk, same_tables
from hanoi_desk.storage.driver import connect, make_private
from hanoi_desk.storage.errors import StoreError, StoreErrorCode, told
from hanoi_desk.storage.keys import copy_keys, keys_path
from hanoi_desk.storage.migrating import Migrations
from hanoi_desk.values import Value, frozen

#: How many of the newest copies are kept whatever their age; then one a day, a week and a month for so long.
NEWEST, DAYS, WEEKS, MONTHS = 10, 14, 9, 24

_STAMP = "%Y-%m-%dT%H%M%S"
_NAME = re.compile(r"(?P<stem>.+)\.(?P<stamp>\d{4}-\d\d-\d\dT\d{6})\.hdesk", re.DOTALL | re.ASCII)
_ROUGH = ".part"
_BESIDE = ("-journal", "-wal", "-shm")


@frozen
class Backup(Value):
    """A checked copy of a desk; `made_at` is the local time in its name, without a zone."""

    path: Path
    made_at: datetime


def back_up(desk: Path, folder: Path, now: datetime, key: bytes | None = None) -> Backup:
    """Copy a desk into a folder, open and check the copy, and return it; may be called while the desk is in use.

    :raises StoreError: DAMAGED when the desk itself does not pass its checks: then nothing is kept and no earlier copy
        is touched; BACKUP_FAILED when only the copy does not; NO_FOLDER, DISK_FULL, READ_ONLY, BUSY.
    """
    if not folder.is_dir():
        raise StoreError(StoreErrorCode.NO_FOLDER, path=str(folder))
    stamp = now.replace(tzinfo=None, microsecond=0)
    while (target := _named(folder, desk, stamp)).exists():
        stamp += timedelta(seconds=1)
    rough = target.with_name(f"{target.name}{_ROUGH}")
    _remove_rough(folder, desk)
    try:
        _copy(desk, rough, key)
        _settle_on_disk(rough)
        copy_keys(desk, target)  # first: a copy that counts can always be opened
        rough.replace(target)
    except OSError as error:
        raise StoreError(StoreErrorCode.BACKUP_FAILED, path=str(folder)) from error
    except StoreError as error:
        if error.code is StoreErrorCode.FAILED:  # of the medium of the copy, such as a stick that was pulled out
            raise StoreError(StoreErrorCode.BACKUP_FAILED, path=str(folder)) from error
        raise
    finally:
        with suppress(OSError):
            rough.unlink(missing_ok=True)
    return Backup(target, stamp)


def _remove_rough(folder: Path, desk: Path) -> None:
    """Remove what copies left that came to nothing, as on a stick that was pulled out and is back."""
    for path in folder.glob(f"*{_ROUGH}*"):
        read = _NAME.fullmatch(path.name.partition(_ROUGH)[0])
        if read and read["stem"] == desk.stem:
            with suppress(OSError):
                path.unlink()


def backups_in(folder: Path, desk: Path) -> list[Backup]:
    """Return the copies of a desk in a folder, newest first; files of other names are left alone."""
    found = []
    try:
        files = list(folder.iterdir())
    except OSError:
        return []
    for path in files:
        read = _NAME.fullmatch(path.name)
        if read and read["stem"] == desk.stem and path.is_file():
            try:
                found.append(Backup(path, datetime.strptime(read["stamp"], _STAMP)))  # noqa: DTZ007
            except ValueError:
                continue  # a thirtieth of February that somebody typed
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def to_keep(stamps: Collection[datetime], held: Iterable[datetime] = ()) -> set[datetime]:
    """Return which copies stay: the newest, then the last of each day, week and month; `held` always stay.

    The days are counted back from the newest copy and not from the laptop's clock, which may be wrong.
    """
    newest_first = sorted(stamps, reverse=True)
    kept = {*newest_first[:NEWEST], *(stamp for stamp in held if stamp in stamps)}
    if not newest_first:
        return kept
    newest = newest_first[0]
    for within, period in (
        (timedelta(days=DAYS), lambda at: at.date().toordinal()),
        (timedelta(weeks=WEEKS), lambda at: at.isocalendar()[:2]),
        (timedelta(days=31 * MONTHS), lambda at: (at.year, at.month)),
    ):
        seen = set()
        for stamp in newest_first:
            if newest - stamp <= within and (unit := period(stamp)) not in seen:
                seen.add(unit)
                kept.add(stamp)
    return kept


def thin_out(folder: Path, desk: Path, held: Iterable[datetime] = ()) -> list[Path]:
    """Remove the copies that need not stay and return their paths; call it only after a new copy has been checked."""
    backups = backups_in(folder, desk)
    kept = to_keep([backup.made_at for backup in backups], held)
    gone = [backup.path for backup in backups if backup.made_at not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
        keys_path(path).unlink(missing_ok=True)
    return gone


def restore(backup: Path, desk: Path, migrations: Migrations, now: datetime, key: bytes | None = None) -> Path | None:
    """Put a checked copy of a backup in a desk's place and return where the replaced desk now lies, None without one.

    The desk must not be open. The two are never mixed: what SQLite left beside the old file goes aside with it.
    :raises StoreError: DAMAGED, NOT_A_DESK, TOO_NEW, or what keeps the backup from being opened; the desk then stays.
    """
    if not backup.is_file():
        raise StoreError(StoreErrorCode.MISSING, path=str(backup))
    open_desk_once(backup, migrations, key)
    rough = desk.with_name(f"{desk.name}.part")
    rough.unlink(missing_ok=True)
    try:
        _copy(backup, rough, key)
        _settle_on_disk(rough)
        aside = _put_aside(desk, now)
        rough.replace(desk)
        copy_keys(backup, desk)
    except OSError as error:
        raise StoreError(StoreErrorCode.BACKUP_FAILED, path=str(desk.parent)) from error
    finally:
        rough.unlink(missing_ok=True)
    return aside


def open_desk_once(path: Path, migrations: Migrations, key: bytes | None = None) -> None:
    """Refuse what is no desk or too new, without bringing it up to date where it lies."""
    with told(path, foreign="keys_differ" if key else "not_a_desk"):
        connection = connect(path, key=key)
        try:
            held = int(connection.execute("pragma user_version").fetchone()[0])
        finally:
            connection.close()
    if held > len(migrations.steps):
        raise StoreError(StoreErrorCode.TOO_NEW, path=str(path), version=str(held))
    if held == len(migrations.steps):
        open_desk(path, migrations, key=key).close()


def _copy(source: Path, target: Path, key: bytes | None) -> None:
    """Copy a desk and check both ends: what is damaged is not copied over what is sound."""
    if not full_check(source, key).sound:
        raise StoreError(StoreErrorCode.DAMAGED, path=str(source))
    with told(target.parent):
        connection = connect(source, key=key)
        try:
            make_private(target)
            connection.execute("vacuum into ?", (str(target),))
            if not (full_check(target, key).sound and same_tables(connection, target, key)):
                raise StoreError(StoreErrorCode.BACKUP_FAILED, path=str(target))
        finally:
            connection.close()


def _put_aside(desk: Path, now: datetime) -> Path | None:
    if not desk.exists():
        return None
    stamp = now.strftime(_STAMP)
    aside = desk.with_name(f"{desk.stem}.replaced-{stamp}{desk.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = desk.with_name(f"{desk.stem}.replaced-{stamp}-{number}{desk.suffix}")
    for ending in _BESIDE:
        beside = desk.with_name(desk.name + ending)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + ending))
    copy_keys(desk, aside)
    try:
        os.link(desk, aside)  # a second name: a power cut before the new file is there leaves a desk in its place
    except (OSError, NotImplementedError):
        desk.replace(aside)  # a stick knows no second names
    return aside


def _named(folder: Path, desk: Path, stamp: datetime) -> Path:
    return folder / f"{desk.stem}.{stamp.strftime(_STAMP)}.hdesk"


def _settle_on_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
