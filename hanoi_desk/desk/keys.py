"""Who may open an encrypted desk: the people with a passphrase, and the paper for the custodian."""

import secrets

from hanoi_desk.storage import COST, RECOVERY, Cost, Keys, Slot, StoreError, StoreErrorCode, read_keys, write_keys
from hanoi_desk.store import Store

#: Letters that nobody mistakes for another one on paper: no I, L, O or U (Crockford's base 32).
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS, _EACH = 8, 4  # 160 bits

#: A passphrase shorter than this many letters is refused.
SHORTEST = 12


class LastKey(Exception):
    """Without this slot nobody could open the desk any more."""


def people_with_keys(store: Store) -> tuple[Slot, ...]:
    """Return the slots of the desk, the custodian's last; empty for a plain desk."""
    return tuple(sorted(_keys(store).slots, key=lambda slot: slot.who == RECOVERY)) if store.is_encrypted else ()


def give_key(store: Store, who: str, name: str, passphrase: str, cost: Cost = COST) -> None:
    """Let a person open the desk with a passphrase of their own; an earlier one of the same person no longer does.

    :raises ValueError: when the passphrase is too short or the desk is plain.
    :raises OSError: when the disk says no; the keys are then as they were.
    """
    opened = store.opened
    if opened is None or len(passphrase) < SHORTEST:
        raise ValueError("no key can be given")
    write_keys(store.path, _keys(store).with_slot(who, name, passphrase, opened.key, cost))


def take_key(store: Store, who: str) -> None:
    """Let a person no longer open the desk. A copy that the person took along still opens: give a new data key too.

    :raises LastKey: when no other person could open it; the custodian's paper does not count.
    """
    keys = _keys(store)
    if not [slot for slot in keys.slots if slot.who not in (who, RECOVERY)]:
        raise LastKey
    write_keys(store.path, keys.without(who))


def change_passphrase(store: Store, old: str, new: str, cost: Cost = COST) -> None:
    """Change the passphrase of the person who opened the desk, who must know the old one.

    :raises StoreError: WRONG_PASSPHRASE when the old one is not that person's.
    :raises ValueError: when the new one is too short.
    """
    opened = store.opened
    if opened is None or _keys(store).opened(old).who != opened.who:
        raise StoreError(StoreErrorCode.WRONG_PASSPHRASE)
    give_key(store, opened.who, opened.name, new, cost)


def make_recovery_paper(store: Store, cost: Cost = COST) -> str:
    """Return a new code for the custodian's paper; an earlier paper no longer opens the desk."""
    letters = ["".join(secrets.choice(_LETTERS) for _ in range(_EACH)) for _ in range(_GROUPS)]
    code = "-".join(letters)
    give_key(store, RECOVERY, "", code, cost)
    return code


def _keys(store: Store) -> Keys:
    return read_keys(store.path)
