"""A desk file made, opened, and brought up to date after a verified copy."""

import os
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from hanoi_desk.file_names import refuse_bad_name
from hanoi_desk.storage.checking import quick_check
from hanoi_desk.storage.driver import PATIENCE_MS, Connection, connect, driver, make_private, prepared
from hanoi_desk.storage.errors import StoreError, StoreErrorCode, told
from hanoi_desk.storage.keys import PLAIN, copy_keys
from hanoi_desk.storage.migrating import APPLICATION_ID, Migrations, steps_seen, version

#: The bytes of SQLite's own header.
_HEAD = 100


def create(path: Path, migrations: Migrations, patience_ms: int = PATIENCE_MS, key: bytes | None = None) -> Connection:
    """Make a new desk file and return its connection; an empty file of that name is taken over.

    With a key of 32 bytes it is encrypted from its first byte on.

    :raises StoreError: EXISTS when there is already a file, NO_FOLDER when it can't be made there, DISK_FULL.
    :raises OSError: for a name that the system has not for files: see `refuse_bad_name`.
    """
    refuse_bad_name(path)
    if path.exists() and (not path.is_file() or path.stat().st_size):
        raise StoreError(StoreErrorCode.EXISTS, path=str(path))
    with suppress(OSError):  # told below by the driver
        make_private(path)
    with told(path.parent, unopened="no_folder"):
        connection = connect(path, patience_ms, key)
    try:
        with told(path):
            migrations.apply(connection)
            _settle(connection)
    except BaseException:
        connection.close()
        path.unlink(missing_ok=True)
        raise
    return connection


def open_desk(
    path: Path, migrations: Migrations, patience_ms: int = PATIENCE_MS, key: bytes | None = None
) -> Connection:
    """Open a desk file, copying it first if an older program made it, and return its connection.

    :raises StoreError: MISSING, NOT_A_DESK, TOO_NEW (a newer program made it), DAMAGED, KEYS_DIFFER (or
    damaged where it begins), MIGRATION_FAILED, BUSY.
    """
    if not path.exists():
        raise StoreError(StoreErrorCode.MISSING, path=str(path))
    refuse_foreign(path, migrations, key)
    with told(path, foreign=_foreign(key)):
        connection = connect(path, patience_ms, key)
    try:
        with told(path, foreign=_foreign(key)):
            _refuse_other(connection, path, migrations)
            if version(connection) < len(migrations.steps):
                _migrate_after_copy(connection, path, migrations, key)
            _settle(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _foreign(key: bytes | None) -> str:
    """Return what a file is that makes no sense: one whose first page its key could read must be damaged."""
    return "damaged" if key is not None else "not_a_desk"


def refuse_foreign(path: Path, migrations: Migrations, key: bytes | None) -> None:
    """Look at the file's first page as it lies there, so that a file that is not ours is not touched at all.

    An ordinary connection would roll back or check in what another program left beside its own file.
    """
    if not path.is_file() or path.stat().st_size == 0:
        raise StoreError(StoreErrorCode.NOT_A_DESK, path=str(path))
    if key is None:
        _refuse_beginning(path, migrations)
        return
    with told(path, unopened="failed"):
        connection = prepared(driver.connect(f"{_address(path)}?immutable=1", uri=True), key=key)
    try:
        with told(path, foreign="keys_differ"):
            # A killed program may have left the file longer or shorter than it says; the journal will mend that.
            connection.execute("pragma writable_schema = on")
            if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
                raise StoreError(StoreErrorCode.NOT_A_DESK, path=str(path))
            if not path.with_name(f"{path.name}-journal").exists():
                _refuse_other(connection, path, migrations)
    finally:
        connection.close()


def _refuse_beginning(path: Path, migrations: Migrations) -> None:
    """Do the same by the first bytes of a plain file, whose places are those of SQLite's file format, 1.3."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise StoreError(StoreErrorCode.FAILED, path=str(path), detail=error.strerror or "") from error
    if not head.startswith(PLAIN) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreError(StoreErrorCode.NOT_A_DESK, path=str(path))
    held = int.from_bytes(head[60:64], "big", signed=True)
    if held > len(migrations.steps) and not path.with_name(f"{path.name}-journal").exists():
        raise StoreError(StoreErrorCode.TOO_NEW, path=str(path), version=str(held))


def _refuse_other(connection: Connection, path: Path, migrations: Migrations) -> None:
    """Let only a desk pass whose rows are all that is in it, and an older one only where its two ages agree.

    A wrong bit must not begin an upgrade.
    """
    held = version(connection)
    if held > len(migrations.steps):
        raise StoreError(StoreErrorCode.TOO_NEW, path=str(path), version=str(held))
    if held < len(migrations.steps) and held != steps_seen(connection):
        raise StoreError(StoreErrorCode.DAMAGED, path=str(path))
    if connection.execute("select 1 from sqlite_master where type in ('trigger', 'view')").fetchone():
        # No desk has any: somebody put them in, to act whenever something is saved or read.
        raise StoreError(StoreErrorCode.NOT_A_DESK, path=str(path))


def _address(path: Path) -> str:
    # Neither a Windows drive nor a share may be taken for the host part of the address.
    name = path.absolute().as_posix()
    return "file://" + quote(os.fsencode(name if name.startswith("/") else f"/{name}"), safe="/:")


def _settle(connection: Connection) -> None:
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma journal_mode = delete")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma trusted_schema = off")


def _migrate_after_copy(connection: Connection, path: Path, migrations: Migrations, key: bytes | None) -> None:
    copy = _free_name(path, version(connection))
    try:
        with suppress(OSError):  # told by the driver
            make_private(copy)
        connection.execute("vacuum into ?", (str(copy),))
        if not (quick_check(copy, key=key) and same_tables(connection, copy, key)):
            raise StoreError(StoreErrorCode.DAMAGED, path=str(path))
        copy_keys(path, copy)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    try:
        migrations.apply(connection)
    except Exception as error:
        raise StoreError(StoreErrorCode.MIGRATION_FAILED, path=str(path), copy=str(copy)) from error


def _free_name(path: Path, held: int) -> Path:
    copy = path.with_name(f"{path.stem}.before-upgrade-{held}{path.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}.before-upgrade-{held}-{number}{path.suffix}")
    return copy


def same_tables(connection: Connection, copy: Path, key: bytes | None = None) -> bool:
    """Return whether a copy has the tables of a desk with as many rows in each, and its place in history."""
    other = connect(copy, key=key)
    try:
        return _counts(connection) == _counts(other) and version(connection) == version(other)
    finally:
        other.close()


def _counts(connection: Connection) -> dict[str, int]:
    tables = connection.execute("select name from sqlite_schema where type = 'table' and sql not like '%virtual%'")
    return {name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for (name,) in tables.fetchall()}
