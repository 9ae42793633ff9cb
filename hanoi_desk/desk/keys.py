"""Who may open an encrypted desk: the people with a passphrase, and the paper for the custodian."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from hanoi_desk.storage import COST as COST
from hanoi_desk.storage import RECOVERY as RECOVERY
from hanoi_desk.storage import Cost as Cost
from hanoi_desk.storage import FirstKey as FirstKey
from hanoi_desk.storage import Keys, StoreError, StoreErrorCode, read_keys, unlocked, write_keys
from hanoi_desk.storage import Opened as Opened
from hanoi_desk.storage import Place as Place
from hanoi_desk.storage import Seal as Seal
from hanoi_desk.storage import Slot as Slot
from hanoi_desk.storage import disk_seal as disk_seal
from hanoi_desk.storage import forget_keys as forget_keys
from hanoi_desk.storage import is_encrypted as is_encrypted
from hanoi_desk.storage import place_of as place_of
from hanoi_desk.storage import refuse_shared as refuse_shared
from hanoi_desk.store import Store
from hanoi_desk.store.restoring import encrypt_desk as encrypt_desk
from hanoi_desk.store.restoring import renew_data_key as renew_data_key

#: Letters that nobody mistakes for another one on paper: no I, L, O or U (Crockford's base 32).
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS, _EACH = 8, 4  # 160 bits

#: A passphrase shorter than this many letters is refused.
SHORTEST = 12


class LastKey(Exception):
    """Without this slot nobody could open the desk any more."""

    key = "last_key"
    gaps: Mapping[str, object] = MappingProxyType({})


def is_long_enough(passphrase: str) -> bool:
    """Tell whether a passphrase of one's own has letters enough, however its accents are composed."""
    return len(unicodedata.normalize("NFC", passphrase).strip()) >= SHORTEST


def unlock(desk: Path, passphrase: str, likely: str = "") -> Opened | None:
    """Return what opens a desk, None for a plain one; takes about half a second, and may be called from any thread.

    For a wrong passphrase, and for anybody but the one who is `likely` to come, half a second for each who may.
    :raises StoreError: WRONG_PASSPHRASE, KEYS_MISSING, KEYS_DAMAGED.
    """
    return unlocked(desk, passphrase, likely)


def people_with_keys(store: Store) -> tuple[Slot, ...]:
    """Return the slots of the desk, the custodian's last; empty for a plain desk."""
    return tuple(sorted(_keys(store).slots, key=lambda slot: slot.who == RECOVERY)) if store.is_encrypted else ()


def give_key(store: Store, who: str, name: str, passphrase: str, cost: Cost = COST) -> None:
    """Let a person open the desk with a passphrase of their own; an earlier one of the same person no longer does.

    :raises ValueError: when the passphrase is too short or the desk is plain.
    :raises OSError: when the disk says no; the keys are then as they were.
    """
    put_slot(store, new_slot(store, who, name, passphrase, cost))


def new_slot(store: Store, who: str, name: str, passphrase: str, cost: Cost = COST) -> Slot:
    """Return a way in for a person, which opens nothing before `put_slot`; slow, and may be called from any thread.

    :raises ValueError: when the passphrase is too short or the desk is plain.
    """
    opened = store.opened
    if opened is None or not is_long_enough(passphrase):
        raise ValueError("no key can be given")
    return Keys(_keys(store).desk).with_slot(who, name, passphrase, opened.key, cost).slots[0]


def put_slot(store: Store, slot: Slot) -> None:
    """Write a way in beside the desk; an earlier one of the same person no longer opens it.

    :raises OSError: when the disk says no; the keys are then as they were.
    """
    keys = _keys(store).without(slot.who)
    write_keys(store.path, replace(keys, slots=(*keys.slots, slot)))


def take_key(store: Store, who: str) -> None:
    """Let a person no longer open the desk. A copy that the person took along still opens: give a new data key too.

    :raises LastKey: when no other person could open it; the custodian's paper does not count.
    """
    keys = _keys(store)
    if not [slot for slot in keys.slots if slot.who not in (who, RECOVERY)]:
        raise LastKey
    write_keys(store.path, keys.without(who))


def check_passphrase(store: Store, passphrase: str) -> None:
    """Do nothing when a passphrase is that of the person who opened the desk.

    :raises StoreError: WRONG_PASSPHRASE when it is not, or when it was the custodian's paper.
    """
    opened = store.opened
    if opened is None or opened.who == RECOVERY or _keys(store).opened(passphrase).who != opened.who:
        raise StoreError(StoreErrorCode.WRONG_PASSPHRASE)


def change_passphrase(store: Store, old: str, new: str, cost: Cost = COST) -> None:
    """Change the passphrase of the person who opened the desk, who must know the old one.

    :raises StoreError: WRONG_PASSPHRASE when the old one is not that person's.
    :raises ValueError: when the new one is too short.
    """
    put_slot(store, changed_slot(store, old, new, cost))


def changed_slot(store: Store, old: str, new: str, cost: Cost = COST) -> Slot:
    """Return the way in with a new passphrase for `put_slot`; slow, and may be called from any thread.

    :raises StoreError: WRONG_PASSPHRASE when the old one is not that of the person who opened the desk.
    :raises ValueError: when the new one is too short.
    """
    opened = store.opened
    check_passphrase(store, old)
    assert opened is not None
    return new_slot(store, opened.who, opened.name, new, cost)


def make_recovery_paper(store: Store, cost: Cost = COST) -> str:
    """Return a new code for the custodian's paper; an earlier paper no longer opens the desk.

    It is in the keys when this returns: whoever asks for it must show it, since nobody can see it again.
    """
    code, slot = new_paper(store, cost)
    put_slot(store, slot)
    return code


def new_paper(store: Store, cost: Cost = COST) -> tuple[str, Slot]:
    """Return a code and its way in for `put_slot`; slow, and may be called from any thread."""
    chance = import_module("secrets")  # not at the top: a start makes no codes
    code = "-".join("".join(chance.choice(_LETTERS) for _ in range(_EACH)) for _ in range(_GROUPS))
    return code, new_slot(store, RECOVERY, "", code, cost)


def _keys(store: Store) -> Keys:
    return read_keys(store.path)
