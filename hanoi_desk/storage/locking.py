"""A plain desk made an encrypted one, and an encrypted one given a new data key; the desk must not be open.

Both write a new file, check it wholly, and put it in the place of the old one in one step. Until then the keys file
opens either, so that a power cut at any moment leaves a desk that opens. What is replaced is written over before it is
removed, as far as the disk allows: a disk that moves its blocks about may keep older copies.
"""

import os
from contextlib import suppress
from pathlib import Path

from hanoi_desk.storage.checking import full_check
from hanoi_desk.storage.desk_file import same_tables
from hanoi_desk.storage.driver import connect, make_private
from hanoi_desk.storage.errors import StoreError, StoreErrorCode, told
from hanoi_desk.storage.keys import NEXT, FirstKey, Keys, Opened, new_data_key, write_keys
from hanoi_desk.storage.migrating import APPLICATION_ID, version

_CHUNK = 1 << 20


def encrypt(desk: Path, first: FirstKey) -> None:
    """Make a plain desk an encrypted one that this person opens; the plain file is then removed.

    :raises StoreError: DAMAGED when the desk does not pass its checks, BACKUP_FAILED when the new file does not,
        DISK_FULL, BUSY; the desk is then as it was.
    """
    key = new_data_key()
    keys = Keys.begin().with_slot(first.who, first.name, first.passphrase, key, first.cost)
    _rewrite(desk, None, key, before=keys, after=keys)


def change_data_key(desk: Path, keys: Keys, opened: Opened, person: FirstKey) -> None:
    """Give an encrypted desk a new data key, which this person alone has: the others are to be given theirs again.

    Call it after somebody left or a laptop was out of sight. `person` is the one who opened the desk.
    :raises StoreError: as for `encrypt`; the desk then opens as before.
    """
    key = new_data_key()
    both = keys.with_slot(f"{NEXT}{person.who}", person.name, person.passphrase, key, person.cost)
    alone = Keys(keys.desk).with_slot(person.who, person.name, person.passphrase, key, person.cost)
    _rewrite(desk, opened.key, key, before=both, after=alone)


def _rewrite(desk: Path, old: bytes | None, new: bytes, *, before: Keys, after: Keys) -> None:
    if not full_check(desk, old).sound:
        raise StoreError(StoreErrorCode.DAMAGED, path=str(desk))
    rough = desk.with_name(f"{desk.name}.part")
    try:
        rough.unlink(missing_ok=True)
        make_private(rough)
        _export(desk, rough, old, new)
        write_keys(desk, before)
        gone = desk.with_name(f"{desk.name}.old")
        _keep_in_reach(desk, gone)
        rough.replace(desk)
        write_keys(desk, after)
        _wipe(gone)
    except OSError as error:
        raise StoreError(StoreErrorCode.BACKUP_FAILED, path=str(desk.parent)) from error
    finally:
        with suppress(OSError):
            rough.unlink(missing_ok=True)


def _export(desk: Path, target: Path, old: bytes | None, new: bytes) -> None:
    with told(desk.parent):
        connection = connect(desk, key=old)
        try:
            connection.execute("attach database ? as fresh key ?", (str(target), f"x'{new.hex()}'"))
            connection.execute("select sqlcipher_export('fresh')").fetchall()
            connection.execute(f"pragma fresh.user_version = {version(connection)}")
            connection.execute(f"pragma fresh.application_id = {APPLICATION_ID}")
            connection.execute("detach database fresh")
            if not (full_check(target, new).sound and same_tables(connection, target, new)):
                raise StoreError(StoreErrorCode.BACKUP_FAILED, path=str(target))
        finally:
            connection.close()


def _keep_in_reach(desk: Path, gone: Path) -> None:
    """Give the old file a second name, so that it can be written over once the new one stands in its place."""
    gone.unlink(missing_ok=True)
    with suppress(OSError, NotImplementedError):  # a stick knows no second names: the file is then only removed
        os.link(desk, gone)


def _wipe(path: Path) -> None:
    """Write over a file and remove it; one that cannot be written over is removed all the same."""
    with suppress(OSError), path.open("rb+") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(left, _CHUNK)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink(missing_ok=True)
