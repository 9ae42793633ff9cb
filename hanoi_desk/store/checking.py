"""Every check of a desk file there is, whether it is open here or not; nothing is changed or brought up to date."""

from dataclasses import replace
from pathlib import Path

from hanoi_desk import storage
from hanoi_desk.schema import migrations
from hanoi_desk.storage import Findings, StoreError, StoreErrorCode, told
from hanoi_desk.store.strays import strays


def check_closed(path: Path, passphrase: str | None) -> Findings:
    """Return what every check finds in a desk file that is not open here.

    :raises StoreError: MISSING, NOT_A_DESK, TOO_NEW, NEEDS_PASSPHRASE, WRONG_PASSPHRASE, BUSY.
    """
    if not path.is_file():
        raise StoreError(StoreErrorCode.MISSING, path=str(path))
    opened = storage.unlocked(path, passphrase)
    key = opened.key if opened else None
    try:
        storage.refuse_foreign(path, migrations, key)
    except StoreError as error:
        if error.code is not StoreErrorCode.DAMAGED:
            raise
    return check_file(path, key)


def check_file(path: Path, key: bytes | None) -> Findings:
    """Return what every check finds; may be called from any thread, also while the desk is in use.

    A plain desk has no seals on its pages: there each record is compared with what the log says of it, unless it comes
    from an older program, whose tables this one does not know.
    :raises StoreError: BUSY.
    """
    found = storage.full_check(path, key)
    return found if key is not None or not found.sound else replace(found, structure=_strays(path))


def _strays(path: Path) -> tuple[str, ...]:
    try:
        with told(path):
            connection = storage.connect(path)
            try:
                held = int(connection.execute("pragma user_version").fetchone()[0])
                return strays(connection) if held == len(migrations.steps) else ()
            finally:
                connection.close()
    except StoreError as error:
        if error.code is not StoreErrorCode.DAMAGED:
            raise
        return (error.code.value,)
