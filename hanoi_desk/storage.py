"""The one place that connects to a desk file; nothing else in the program may open one.

The driver is SQLCipher's, for plain files too, so that a key can be added without another library touching the file:
two SQLite libraries on one file lose committed rows (safekeeping.md, D1 and D2).
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import sqlcipher3
from sqlcipher3 import dbapi2 as driver

# sqlite-utils looks for pysqlite3 first; with this alias the exceptions that it catches are the driver's own.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = driver

if TYPE_CHECKING:
    # SQLCipher's driver has the standard driver's shape and no types of its own.
    from sqlite3 import Connection as Connection
    from sqlite3 import DatabaseError, IntegrityError, ProgrammingError

    from sqlite_utils import Database as Database
else:
    Database = Any  # see Migrations
    Connection = driver.Connection
    DatabaseError = driver.DatabaseError
    IntegrityError = driver.IntegrityError
    ProgrammingError = driver.ProgrammingError

#: "HDsk" in ASCII: tells a desk file from any other SQLite file.
APPLICATION_ID = 0x4844736B

#: The first release without the WAL-reset corruption (safekeeping.md, SQLite rules).
_OLDEST_SQLITE = (3, 51, 3)

_UNOPENED = "unable to open"
_CODES = (
    ("database or disk is full", "disk_full"),
    ("database is locked", "busy"),
    ("readonly database", "read_only"),
    ("not a database", "not_a_desk"),
    ("malformed", "damaged"),
    ("Could not decode", "damaged"),
)

#: How many steps of SQLite's machine lie between two looks whether a check was stopped.
_STEPS = 10_000

#: How long another program may hold the file before a save gives up.
PATIENCE_MS = 5000


class StoreErrorCode(StrEnum):
    """What the machine did; the sentences are in `words.csv` under `error.`."""

    NOT_A_DESK = "not_a_desk"
    TOO_NEW = "too_new"
    DAMAGED = "damaged"
    BUSY = "busy"
    READ_ONLY = "read_only"
    DISK_FULL = "disk_full"
    MISSING = "missing"
    EXISTS = "exists"
    NO_FOLDER = "no_folder"
    FAILED = "failed"
    MIGRATION_FAILED = "migration_failed"


class StoreError(Exception):
    """A trouble of the machine, not of the program: told to the user in a sentence that says what to do."""

    def __init__(self, code: StoreErrorCode, **gaps: str) -> None:
        super().__init__(code.value, gaps)
        self.code = code
        self.gaps = gaps


class Migrations:
    """The history of a file's tables: functions by name, in the order in which they were written.

    They are sqlite-utils' own migrations; that library comes in only when a file is made or brought up to date, since
    loading it takes longer than opening a desk.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps: dict[str, Callable[[Database], object]] = {}

    def __call__(
        self, *, name: str | None = None
    ) -> Callable[[Callable[[Database], object]], Callable[[Database], object]]:
        """Add a function to the history, under its own name unless another one is given."""

        def add(step: Callable[[Database], object]) -> Callable[[Database], object]:
            self.steps[name or step.__name__] = step
            return step

        return add

    def apply(self, connection: Connection) -> None:
        """Run what a file has not seen yet: all or none, so that the older program still opens it after a failure.

        This comes before foreign keys are on: transform() refuses to rebuild a table while they are enforced.
        """
        library = import_module("sqlite_utils")
        database = library.Database(connection, execute_plugins=False)
        migrations = library.Migrations(self.name)
        for name, step in self.steps.items():
            migrations(name=name)(step)
        with database.atomic():
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            migrations.apply(database)
            connection.execute(f"pragma user_version = {len(self.steps)}")


@contextmanager
def told(path: Path | None = None, *, unopened: str = "read_only") -> Iterator[None]:
    """Turn what the driver raises into a StoreError, without the statement or any record text.

    `unopened` is the code for a file that cannot be opened: while a desk is open that is the journal beside it.
    """
    try:
        yield
    except DatabaseError as error:
        if isinstance(error, ProgrammingError | IntegrityError):
            raise
        said = str(error)
        code = next((code for part, code in (*_CODES, (_UNOPENED, unopened)) if part in said), "failed")
        gaps = {"path": str(path)} if path else {}
        raise StoreError(StoreErrorCode(code), detail=said if code == "failed" else "", **gaps) from error
    except UnicodeDecodeError as error:
        # The driver could not even read what it wanted to complain about.
        raise StoreError(StoreErrorCode.DAMAGED) from error


def create(path: Path, migrations: Migrations, patience_ms: int = PATIENCE_MS) -> Connection:
    """Make a new desk file and return its connection; an empty file of that name is taken over.

    :raises StoreError: EXISTS when there is already a file, NO_FOLDER when it can't be made there, DISK_FULL.
    """
    if path.exists() and (not path.is_file() or path.stat().st_size):
        raise StoreError(StoreErrorCode.EXISTS, path=str(path))
    with told(path.parent, unopened="no_folder"):
        connection = _connect(path, patience_ms)
    try:
        with told(path):
            migrations.apply(connection)
            _settle(connection)
    except BaseException:
        connection.close()
        path.unlink(missing_ok=True)
        raise
    return connection


def open_desk(path: Path, migrations: Migrations, patience_ms: int = PATIENCE_MS) -> Connection:
    """Open a desk file, copying it first if an older program made it, and return its connection.

    :raises StoreError: MISSING, NOT_A_DESK, TOO_NEW (a newer program made it), DAMAGED, MIGRATION_FAILED, BUSY.
    """
    if not path.exists():
        raise StoreError(StoreErrorCode.MISSING, path=str(path))
    _refuse_foreign(path, migrations)
    with told(path):
        connection = _connect(path, patience_ms)
    try:
        with told(path):
            _refuse_newer(connection, path, migrations)
            if _version(connection) < len(migrations.steps):
                _migrate_after_copy(connection, path, migrations)
            _settle(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def quick_check(path: Path, patience_ms: int = PATIENCE_MS, is_stopped: Callable[[], bool] = lambda: False) -> bool:
    """Return whether a quick look through the pages of every table of a desk file finds it sound, or it was stopped.

    May be called from any thread. The file is let go after each table, so that a save never waits for the whole.
    :raises StoreError: BUSY when another program holds the file.
    """
    with told(path):
        connection = _connect(path, patience_ms)
    try:
        with told(path):
            connection.set_progress_handler(is_stopped, _STEPS)
            return all(_is_sound(connection, table) for table in _tables(connection) if not is_stopped())
    except StoreError as error:
        if error.code is StoreErrorCode.BUSY:
            raise
        return is_stopped()  # being stopped is told as an error too
    finally:
        connection.close()


def _tables(connection: Connection) -> list[str]:
    rows = connection.execute("select name from sqlite_schema where type = 'table'").fetchall()
    return ["sqlite_schema", *(name for (name,) in rows)]


def _is_sound(connection: Connection, table: str) -> bool:
    name = table.replace("'", "''")
    return bool(connection.execute(f"pragma quick_check('{name}')").fetchone()[0] == "ok")


def _connect(path: Path, patience_ms: int = PATIENCE_MS) -> Connection:
    assert driver.sqlite_version_info >= _OLDEST_SQLITE, driver.sqlite_version
    # Absolute, because a relative name may begin with "file:" and be taken for an address.
    connection: Connection = driver.connect(str(path.absolute()), isolation_level=None, check_same_thread=False)
    connection.execute("pragma cipher_log_level = none")
    # The key of an encrypted desk is set here, before anything is read.
    connection.execute(f"pragma busy_timeout = {patience_ms:d}")
    return connection


def _refuse_foreign(path: Path, migrations: Migrations) -> None:
    """Look at the file's first page as it lies there, so that a file that is not ours is not touched at all.

    An ordinary connection would roll back or check in what another program left beside its own file.
    """
    if not path.is_file() or path.stat().st_size == 0:
        raise StoreError(StoreErrorCode.NOT_A_DESK, path=str(path))
    with told(path, unopened="failed"):
        connection: Connection = driver.connect(f"{_address(path)}?immutable=1", uri=True)
    try:
        with told(path):
            connection.execute("pragma cipher_log_level = none")
            # A killed program may have left the file longer or shorter than it says; the journal will mend that.
            connection.execute("pragma writable_schema = on")
            if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
                raise StoreError(StoreErrorCode.NOT_A_DESK, path=str(path))
            if not path.with_name(f"{path.name}-journal").exists():
                _refuse_newer(connection, path, migrations)
    finally:
        connection.close()


def _refuse_newer(connection: Connection, path: Path, migrations: Migrations) -> None:
    version = _version(connection)
    if version > len(migrations.steps):
        raise StoreError(StoreErrorCode.TOO_NEW, path=str(path), version=str(version))


def _address(path: Path) -> str:
    # Neither a Windows drive nor a share may be taken for the host part of the address.
    name = path.absolute().as_posix()
    return "file://" + quote(os.fsencode(name if name.startswith("/") else f"/{name}"), safe="/:")


def _version(connection: Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


def _settle(connection: Connection) -> None:
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma journal_mode = delete")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma trusted_schema = off")


def _migrate_after_copy(connection: Connection, path: Path, migrations: Migrations) -> None:
    copy = _free_name(path, _version(connection))
    try:
        connection.execute("vacuum into ?", (str(copy),))
        if not (quick_check(copy) and _same_tables(connection, copy)):
            raise StoreError(StoreErrorCode.DAMAGED, path=str(path))
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    try:
        migrations.apply(connection)
    except Exception as error:
        raise StoreError(StoreErrorCode.MIGRATION_FAILED, path=str(path), copy=str(copy)) from error


def _free_name(path: Path, version: int) -> Path:
    copy = path.with_name(f"{path.stem}.before-upgrade-{version}{path.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}.before-upgrade-{version}-{number}{path.suffix}")
    return copy


def _same_tables(connection: Connection, copy: Path) -> bool:
    other = _connect(copy)
    try:
        return _counts(connection) == _counts(other) and _version(connection) == _version(other)
    finally:
        other.close()


def _counts(connection: Connection) -> dict[str, int]:
    tables = connection.execute("select name from sqlite_schema where type = 'table' and sql not like '%virtual%'")
    return {name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for (name,) in tables.fetchall()}
