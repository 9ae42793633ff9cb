"""What can be said of a desk file without a word of what it holds: versions, sizes, and how many rows there are."""

from pathlib import Path

from hanoi_desk.storage.driver import Connection, DatabaseError, connect, driver

_PRAGMAS = ("user_version", "application_id", "page_size", "page_count", "freelist_count", "journal_mode")
_UNREAD = (DatabaseError, UnicodeDecodeError, TypeError)


def library_versions() -> dict[str, str]:
    """Return the versions of SQLite and of SQLCipher."""
    connection = driver.connect(":memory:")
    try:
        cipher = connection.execute("pragma cipher_version").fetchone()
    finally:
        connection.close()
    return {"sqlite": driver.sqlite_version, "sqlcipher": str(cipher[0]) if cipher else "?"}


def describe(path: Path, key: bytes | None = None) -> dict[str, str]:
    """Return what a desk file says of itself and the number of rows of each table; "?" for what cannot be read."""
    connection = connect(path, key=key)
    try:
        found = {name: _pragma(connection, name) for name in _PRAGMAS}
        return found | {f"rows of {table}": _count(connection, table) for table in _tables(connection)}
    finally:
        connection.close()


def _tables(connection: Connection) -> list[str]:
    try:
        rows = connection.execute("select name from sqlite_schema where type = 'table' order by name").fetchall()
    except DatabaseError:
        return []
    return [str(name) for (name,) in rows if not str(name).startswith("sqlite_")]


def _pragma(connection: Connection, name: str) -> str:
    try:
        return str(connection.execute(f"pragma {name}").fetchone()[0])
    except _UNREAD:
        return "?"


def _count(connection: Connection, table: str) -> str:
    try:
        return str(connection.execute(f'select count(*) from "{table}"').fetchone()[0])
    except _UNREAD:
        return "?"
