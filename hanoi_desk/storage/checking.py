"""Whether a desk file is sound: a quick look while one works, and the whole of every check there is."""

from collections.abc import Callable
from pathlib import Path

from hanoi_desk.storage.driver import PATIENCE_MS, Connection, connect
from hanoi_desk.storage.errors import StoreError, StoreErrorCode, told
from hanoi_desk.values import Value, frozen

#: How many steps of SQLite's machine lie between two looks whether a check was stopped.
_STEPS = 10_000
#: How many lines of complaint are kept: the first ones name the place.
_MOST = 20


@frozen
class Findings(Value):
    """What every check found, by check; a desk is sound when none found anything. They hold no record text."""

    pages: tuple[str, ...] = ()  # pages whose seal is broken: only encrypted desks have one
    structure: tuple[str, ...] = ()  # tables and indexes that do not hold together
    links: tuple[str, ...] = ()  # tables whose rows point to what is not there

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not (self.pages or self.structure or self.links)


def quick_check(
    path: Path,
    patience_ms: int = PATIENCE_MS,
    is_stopped: Callable[[], bool] = lambda: False,
    key: bytes | None = None,
) -> bool:
    """Return whether a quick look through the pages of every table of a desk file finds it sound, or it was stopped.

    May be called from any thread. The file is let go after each table, so that a save never waits for the whole.
    :raises StoreError: BUSY when another program holds the file.
    """
    with told(path):
        connection = connect(path, patience_ms, key)
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


def full_check(path: Path, key: bytes | None = None, patience_ms: int = PATIENCE_MS) -> Findings:
    """Return what every integrity check finds in a desk file: seals of pages, structure with search index, links.

    :raises StoreError: BUSY, or what keeps the file from being read at all other than damage.
    """
    with told(path):
        connection = connect(path, patience_ms, key)
    try:
        return Findings(
            pages=_found(lambda: _asked(connection, "cipher_integrity_check")) if key is not None else (),
            structure=_found(lambda: _asked(connection, "integrity_check")),
            links=_found(lambda: _links(connection)),
        )
    finally:
        connection.close()


def _found(check: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """Return what a check found; one that could not be ended for damage found just that."""
    try:
        with told():
            return check()
    except StoreError as error:
        if error.is_damage or error.code is StoreErrorCode.NOT_A_DESK:
            return (error.code.value,)
        raise


def _asked(connection: Connection, pragma: str) -> tuple[str, ...]:
    rows = connection.execute(f"pragma {pragma}").fetchmany(_MOST)
    return tuple(str(row[0]) for row in rows if row[0] != "ok")


def _links(connection: Connection) -> tuple[str, ...]:
    rows = connection.execute("pragma foreign_key_check").fetchmany(_MOST)
    return tuple(f"{table} {rowid} > {target}" for table, rowid, target, _ in rows)


def _tables(connection: Connection) -> list[str]:
    rows = connection.execute("select name from sqlite_schema where type = 'table'").fetchall()
    return ["sqlite_schema", *(name for (name,) in rows)]


def _is_sound(connection: Connection, table: str) -> bool:
    name = table.replace("'", "''")
    return bool(connection.execute(f"pragma quick_check('{name}')").fetchone()[0] == "ok")
