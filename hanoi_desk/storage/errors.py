"""What the machine may have against a desk file, told without the statement or any record text."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from hanoi_desk.storage.driver import DatabaseError, IntegrityError, ProgrammingError

_UNOPENED = "unable to open"
_CODES = (
    ("database or disk is full", "disk_full"),
    ("database is locked", "busy"),
    ("readonly database", "read_only"),
    ("not a database", "not_a_desk"),
    ("malformed", "damaged"),
    ("vtable constructor failed", "damaged"),  # the pages of the search index cannot be read
    ("Could not decode", "damaged"),
)


class StoreErrorCode(StrEnum):
    """What the machine did, by its name in the catalogue of errors."""

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
    IN_USE = "in_use"
    NETWORK_FOLDER = "network_folder"
    OPEN_TO_ALL = "open_to_all"
    NEEDS_PASSPHRASE = "needs_passphrase"
    WRONG_PASSPHRASE = "wrong_passphrase"
    KEYS_MISSING = "keys_missing"
    KEYS_DAMAGED = "keys_damaged"
    KEYS_DIFFER = "keys_differ"
    BACKUP_FAILED = "backup_failed"


class StoreError(Exception):
    """A trouble of the machine, not of the program: told to the user in a sentence that says what to do."""

    def __init__(self, code: StoreErrorCode, **gaps: str) -> None:
        super().__init__(code.value, gaps)
        self.code = code
        self.gaps: Mapping[str, object] = gaps

    @property
    def is_damage(self) -> bool:
        """Whether the file makes no sense, so that a backup is to be looked for."""
        return self.code in (StoreErrorCode.DAMAGED, StoreErrorCode.KEYS_DIFFER)

    @property
    def key(self) -> str:
        """The name in the catalogue of errors."""
        return self.code.value


@contextmanager
def told(path: Path | None = None, *, unopened: str = "read_only", foreign: str = "not_a_desk") -> Iterator[None]:
    """Turn what the driver raises into a StoreError, without the statement or any record text.

    `unopened` is the code for a file that cannot be opened: while a desk is open that is the journal beside it.
    `foreign` is the code for a file that the driver cannot make sense of, plain or with the key that was given.
    """
    try:
        yield
    except DatabaseError as error:
        if isinstance(error, ProgrammingError | IntegrityError):
            raise
        said = str(error)
        code = next((code for part, code in (*_CODES, (_UNOPENED, unopened)) if part in said), "failed")
        code = foreign if code == "not_a_desk" else code
        gaps = {"path": str(path)} if path else {}
        raise StoreError(StoreErrorCode(code), detail=said if code == "failed" else "", **gaps) from error
    except UnicodeDecodeError as error:
        # The driver could not even read what it wanted to complain about.
        raise StoreError(StoreErrorCode.DAMAGED) from error
