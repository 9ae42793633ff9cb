"""A new desk, wholly or not at all: it bears its name once everything that belongs into it is there."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hanoi_desk.file_names import refuse_bad_name
from hanoi_desk.storage import FirstKey, Opened, StoreError, StoreErrorCode, has_keys, keys_path
from hanoi_desk.store.store import Store

#: Behind the name of a desk that is being made.
_ROUGH = ".part"


def make_desk(
    path: Path, fill: Callable[[Store], object], *, installation: str = "", first: FirstKey | None = None
) -> Opened | None:
    """Make a desk with what `fill` puts into it, and return what opens it, None for a plain one.

    A power cut on the way leaves only what the next making there clears away.
    :raises StoreError: EXISTS when a file that is not empty bears the name, or keys do, which may be the only ones of
        another desk; NO_FOLDER, DISK_FULL. What `fill` raises comes through.
    :raises OSError: for a name that the system has not for files: see `refuse_bad_name`.
    """
    refuse_bad_name(path)
    if path.exists() and (not path.is_file() or path.stat().st_size):
        raise StoreError(StoreErrorCode.EXISTS, path=str(path))
    if has_keys(path):
        raise StoreError(StoreErrorCode.EXISTS, path=str(keys_path(path)))
    rough = path.with_name(f"{path.name}{_ROUGH}")
    _remove(rough)
    try:
        with Store.create(rough, installation=installation, first=first) as store:
            fill(store)
            opened = store.opened
        if first is not None:
            keys_path(rough).replace(keys_path(path))  # first: a desk that is there can be opened
        rough.replace(path)
    except BaseException:
        _remove(rough)
        raise
    return opened


def _remove(rough: Path) -> None:
    for one in (rough, rough.with_name(f"{rough.name}-journal"), keys_path(rough)):
        with suppress(OSError):
            one.unlink(missing_ok=True)
