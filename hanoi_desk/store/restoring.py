"""The way back to a backup, and a plain desk made an encrypted one: what is done to a desk while it is closed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from hanoi_desk import storage
from hanoi_desk.schema import migrations
from hanoi_desk.storage import Cost, FirstKey, Hold, StoreError, StoreErrorCode


def put_back(backup: Path, desk: Path, passphrase: str | None, now: datetime) -> Path | None:
    """Put a checked copy of a backup in a desk's place; return where the replaced desk now lies, None without one.

    `now` is local and without a zone; `passphrase` is one that opens the backup.
    :raises StoreError: IN_USE when the desk is open somewhere; NEEDS_PASSPHRASE, WRONG_PASSPHRASE, DAMAGED, NOT_A_DESK
        or TOO_NEW for the backup. The desk is then as it was.
    """
    if not backup.is_file():
        raise StoreError(StoreErrorCode.MISSING, path=str(backup))
    opened = storage.unlocked(backup, passphrase)
    with _held(desk, now):
        return storage.restore(backup, desk, migrations, now, opened.key if opened else None)


def encrypt_desk(desk: Path, first: FirstKey, now: datetime) -> None:
    """Make a plain desk that is closed an encrypted one that this person opens.

    :raises StoreError: IN_USE, DAMAGED, BACKUP_FAILED, DISK_FULL; the desk is then as it was.
    """
    with _held(desk, now):
        storage.encrypt(desk, first)


def renew_data_key(desk: Path, passphrase: str, now: datetime, cost: Cost = storage.COST) -> None:
    """Give a closed desk a new data key, which the person with this passphrase alone has.

    :raises StoreError: WRONG_PASSPHRASE, also for the custodian's paper, which is no person; as for `encrypt_desk`.
    """
    with _held(desk, now):
        opened = storage.unlocked(desk, passphrase)
        if opened is None or opened.who == storage.RECOVERY:
            raise StoreError(StoreErrorCode.WRONG_PASSPHRASE)
        person = FirstKey(opened.who, opened.name, passphrase, cost)
        storage.change_data_key(desk, storage.read_keys(desk), opened, person)


@contextmanager
def _held(desk: Path, now: datetime) -> Iterator[None]:
    hold = Hold.take(desk, now) if desk.exists() else None
    try:
        yield
    finally:
        if hold is not None:
            hold.release()
