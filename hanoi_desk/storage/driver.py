"""The one library that touches a desk file, and the one function that connects to it.

The driver is SQLCipher's, for plain files too: two SQLite libraries on one file lose committed rows (safekeeping.md, D1
and D2).
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3 import dbapi2

# sqlite-utils looks for pysqlite3 first; with this alias the exceptions that it catches are the driver's own.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

#: The driver itself, for what only this package may do.
driver: Any = dbapi2

if TYPE_CHECKING:
    # SQLCipher's driver has the standard driver's shape and no types of its own.
    from sqlite3 import Connection as Connection
    from sqlite3 import DatabaseError as DatabaseError
    from sqlite3 import IntegrityError as IntegrityError
    from sqlite3 import ProgrammingError as ProgrammingError

    from sqlite_utils import Database as Database
else:
    Database = Any  # see Migrations
    Connection = driver.Connection
    DatabaseError = driver.DatabaseError
    IntegrityError = driver.IntegrityError
    ProgrammingError = driver.ProgrammingError

#: The first release without the WAL-reset corruption (safekeeping.md, SQLite rules).
_OLDEST_SQLITE = (3, 51, 3)

#: How long another program may hold the file before a save gives up.
PATIENCE_MS = 5000


def connect(path: Path, patience_ms: int = PATIENCE_MS, key: bytes | None = None) -> Connection:
    """Return a connection to a file; nothing has been read from it yet.

    `key` is the 32-byte data key of an encrypted desk: a raw key, for which nothing is derived.
    """
    assert driver.sqlite_version_info >= _OLDEST_SQLITE, driver.sqlite_version
    # Absolute, because a relative name may begin with "file:" and be taken for an address.
    return prepared(
        driver.connect(str(path.absolute()), isolation_level=None, check_same_thread=False), patience_ms, key
    )


def make_private(path: Path) -> None:
    """Make an empty file that only this user of the computer may read, before any data are in it."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))


def prepared(connection: Connection, patience_ms: int = PATIENCE_MS, key: bytes | None = None) -> Connection:
    """Return a connection that is quiet, has its key, and waits for others as long as it may."""
    connection.execute("pragma cipher_log_level = none")
    if key is not None:
        # cipher_memory_security stays off: it wipes and locks every piece of memory of every desk in the process, which
        # made writing 8 times and searching 10 times slower here. The keys themselves are wiped either way.
        connection.execute(f"pragma key = \"x'{key.hex()}'\"")
    connection.execute(f"pragma busy_timeout = {patience_ms:d}")
    return connection
