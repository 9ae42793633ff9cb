"""What brings a desk back: a backup put in its place, or all that can still be read of a damaged one."""

from pathlib import Path

from hanoi_desk.storage import unlocked
from hanoi_desk.store.restoring import put_back as put_back
from hanoi_desk.store.salvage import Salvaged as Salvaged
from hanoi_desk.store.salvage import salvage


def salvage_closed(damaged: Path, target: Path, passphrase: str | None) -> Salvaged:
    """Bring what can still be read of a damaged desk that is not open into a new one.

    :raises StoreError: WRONG_PASSPHRASE, KEYS_MISSING, EXISTS, DISK_FULL; DAMAGED when nothing can be read.
    """
    opened = unlocked(damaged, passphrase)
    return salvage(damaged, target, opened.key if opened else None)
