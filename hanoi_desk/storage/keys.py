"""Who may open an encrypted desk: the data key, wrapped once for each person, in a small file beside the desk.

The desk is encrypted with 32 random bytes. Each slot wraps them with ChaCha20-Poly1305 under a key that Argon2id
derives from a passphrase (safekeeping.md, D3 and key slots). The slot names its officer and is bound to the desk by its
identity, so that a slot from another desk is refused. Passphrases are put into NFC first, so that the same Vietnamese
words open it however a keyboard composes them.
"""

import json
import os
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, Self

from hanoi_desk.storage.driver import connect
from hanoi_desk.storage.errors import StoreError, StoreErrorCode, told
from hanoi_desk.values import Value, frozen

#: No slot may ask for more than this, or a crafted keys file would take all of the machine.
_MOST_KIB, _MOST_PASSES, _MOST_LANES = 2 * 1024 * 1024, 20, 16
_MOST_BYTES = 1 << 20
_PAGE, _NOISY = 4096, 250
_FORMAT = "hanoi-desk keys 1"

#: The first bytes of a file of SQLite that is not encrypted.
PLAIN = b"SQLite format 3\0"

#: Before the name of whose slot holds a data key that is about to come into use.
NEXT = "next "

#: The slot of the paper that is printed for the custodian.
RECOVERY = "recovery"


@frozen
class Cost(Value):
    """What Argon2id takes: memory in KiB, passes over it, lanes; by itself about half a second on a laptop."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4


COST = Cost()


@frozen
class Slot(Value):
    """One way in: an officer's identifier, or `RECOVERY`, and the data key wrapped under a passphrase."""

    who: str
    name: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost = COST


@frozen
class Opened(Value):
    """Whose slot opened the desk, and the data key."""

    who: str
    name: str
    key: bytes


@frozen
class Keys(Value):
    """The slots of one desk; `desk` is its random identity."""

    desk: str
    slots: tuple[Slot, ...] = ()

    @classmethod
    def begin(cls) -> Self:
        """Return the keys of a new desk, which nobody can open yet."""
        return cls(os.urandom(16).hex())

    def opened(self, passphrase: str, fits: Callable[[bytes], bool] = lambda _: True, likely: str = "") -> Opened:
        """Return what a passphrase opens: the first data key that fits the desk, or else the first.

        There are two only while a desk is given a new data key. Each slot takes half a second: the one of who is
        `likely` to open it is tried first, and the paper, which nobody has at hand, last.
        :raises StoreError: WRONG_PASSPHRASE when it opens no slot.
        """
        found: Opened | None = None
        names = [slot.who.removeprefix(NEXT) for slot in self.slots]
        places = sorted(range(len(names)), key=lambda at: (names[at] == RECOVERY, names[at] != likely))
        for slot in (self.slots[at] for at in places):
            if (key := _unwrapped(slot, self.desk, passphrase)) is not None:
                opened = Opened(slot.who.removeprefix(NEXT), slot.name, key)
                if fits(key):
                    return opened
                found = found or opened
        if found is None:
            raise StoreError(StoreErrorCode.WRONG_PASSPHRASE)
        return found

    def with_slot(self, who: str, name: str, passphrase: str, key: bytes, cost: Cost = COST) -> Self:
        """Return the keys with a slot for a person; one that the person had before is replaced."""
        slot = _wrapped(self.desk, Slot(who, name, os.urandom(16), os.urandom(12), b"", cost), passphrase, key)
        return replace(self, slots=(*(s for s in self.slots if s.who != who), slot))

    def without(self, who: str) -> Self:
        """Return the keys without a person's slot."""
        return replace(self, slots=tuple(s for s in self.slots if s.who != who))


@frozen
class FirstKey(Value):
    """The person who begins an encrypted desk: officer's identifier, name, passphrase."""

    who: str
    name: str
    passphrase: str
    cost: Cost = COST


def lock_new(desk: Path, first: FirstKey) -> Opened:
    """Write the keys of a desk that is about to be made, and return its data key.

    :raises StoreError: EXISTS when keys lie there, which may be the only ones of another desk.
    """
    path = keys_path(desk)
    if path.exists():
        raise StoreError(StoreErrorCode.EXISTS, path=str(path))
    key = new_data_key()
    try:
        write_keys(desk, Keys.begin().with_slot(first.who, first.name, first.passphrase, key, first.cost))
    except OSError as error:
        raise StoreError(StoreErrorCode.NO_FOLDER, path=str(desk.parent)) from error
    return Opened(first.who, first.name, key)


def forget_keys(desk: Path) -> None:
    """Remove the keys of a desk that could not be made."""
    keys_path(desk).unlink(missing_ok=True)


def unlocked(desk: Path, passphrase: str | None, likely: str = "") -> Opened | None:
    """Return whose slot a passphrase opens, None for a desk that has no keys; `likely` is whose slot is tried first.

    :raises StoreError: NEEDS_PASSPHRASE, WRONG_PASSPHRASE, KEYS_MISSING (the file looks encrypted), KEYS_DAMAGED.
    """
    if not is_encrypted(desk):
        if _looks_encrypted(desk):
            raise StoreError(StoreErrorCode.KEYS_MISSING, path=str(keys_path(desk)))
        return None
    keys = read_keys(desk)
    if passphrase is None:
        raise StoreError(StoreErrorCode.NEEDS_PASSPHRASE, path=str(desk))
    return keys.opened(passphrase, lambda key: fits(desk, key), likely)


def fits(desk: Path, key: bytes) -> bool:
    """Return whether a data key makes sense of a desk file."""
    try:
        with told(desk):
            connection = connect(desk, key=key)
            try:
                connection.execute("pragma user_version").fetchone()
            finally:
                connection.close()
    except StoreError:
        return False
    return True


def keys_path(desk: Path) -> Path:
    """Return where the keys of a desk lie: beside it."""
    return desk.with_name(f"{desk.name}.keys")


def has_keys(desk: Path) -> bool:
    """Return whether a desk file has keys beside it."""
    return keys_path(desk).exists() or _earlier(keys_path(desk)).exists()


def is_encrypted(desk: Path) -> bool:
    """Return whether a desk asks for a passphrase; call it only while the desk is not open.

    A plain file may have keys beside it when its encryption was cut short: it is still plain.
    """
    return has_keys(desk) and _beginning(desk) != PLAIN


def read_keys(desk: Path) -> Keys:
    """Return the keys of a desk; where the file was cut short, those kept from before its last change.

    :raises StoreError: KEYS_MISSING or KEYS_DAMAGED.
    """
    path = keys_path(desk)
    if not path.exists() and not _earlier(path).exists():
        raise StoreError(StoreErrorCode.KEYS_MISSING, path=str(path))
    for one in (path, _earlier(path)):
        try:
            if one.stat().st_size <= _MOST_BYTES:
                return _parsed(one.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            continue
    raise StoreError(StoreErrorCode.KEYS_DAMAGED, path=str(path))


def write_keys(desk: Path, keys: Keys) -> None:
    """Write the keys beside a desk, whole or not at all; the version before is kept.

    :raises OSError: when the disk says no; what was there is then as it was.
    """
    path = keys_path(desk)
    new = path.with_name(f"{path.name}.new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(_plain(keys), file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        path.replace(_earlier(path))
    new.replace(path)


def copy_keys(desk: Path, other: Path) -> None:
    """Put the keys of a desk beside a copy of it; nothing where it has none."""
    if has_keys(desk):
        write_keys(other, read_keys(desk))


def new_data_key() -> bytes:
    """Return 32 random bytes."""
    return os.urandom(32)


def _looks_encrypted(desk: Path) -> bool:
    """Return whether a file has the size of a desk and the noise of an encrypted one; call it before it is opened."""
    try:
        with desk.open("rb") as file:
            page = file.read(_PAGE)
            size = os.fstat(file.fileno()).st_size
    except OSError:
        return False
    # In a page of noise about 255 of the 256 bytes occur; in text, tables or pictures far fewer.
    return size >= 2 * _PAGE and size % _PAGE == 0 and len(set(page)) >= _NOISY


def _beginning(desk: Path) -> bytes:
    try:
        with desk.open("rb") as file:
            return file.read(len(PLAIN))
    except OSError:
        return b""


def _earlier(path: Path) -> Path:
    return path.with_name(f"{path.name}.earlier")


def _derived(slot: Slot, passphrase: str) -> bytes:
    kdf = import_module("cryptography.hazmat.primitives.kdf.argon2").Argon2id(
        salt=slot.salt,
        length=32,
        iterations=slot.cost.passes,
        lanes=slot.cost.lanes,
        memory_cost=slot.cost.memory_kib,
    )
    # Half a letter, which an input method may leave, is in no passphrase: it must open nothing, and end nothing.
    derived: bytes = kdf.derive(unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass"))
    return derived


def _cipher(key: bytes) -> Any:
    return import_module("cryptography.hazmat.primitives.ciphers.aead").ChaCha20Poly1305(key)


def _bound(slot: Slot, desk: str) -> bytes:
    return f"{slot.who}\n{desk}".encode()


def _wrapped(desk: str, bare: Slot, passphrase: str, key: bytes) -> Slot:
    sealed = _cipher(_derived(bare, passphrase)).encrypt(bare.nonce, key, _bound(bare, desk))
    return replace(bare, wrapped=sealed)


def _unwrapped(slot: Slot, desk: str, passphrase: str) -> bytes | None:
    refused = import_module("cryptography.exceptions").InvalidTag
    try:
        key: bytes = _cipher(_derived(slot, passphrase)).decrypt(slot.nonce, slot.wrapped, _bound(slot, desk))
    except refused:
        return None
    return key


def _plain(keys: Keys) -> dict[str, object]:
    return {
        "format": _FORMAT,
        "desk": keys.desk,
        "slots": [
            {
                "who": slot.who,
                "name": slot.name,
                "kdf": "argon2id",
                "m": slot.cost.memory_kib,
                "t": slot.cost.passes,
                "p": slot.cost.lanes,
                "salt": b64encode(slot.salt).decode(),
                "nonce": b64encode(slot.nonce).decode(),
                "ct": b64encode(slot.wrapped).decode(),
            }
            for slot in keys.slots
        ],
    }


def _parsed(text: str) -> Keys:
    read = json.loads(text)
    if read["format"] != _FORMAT:
        raise ValueError("another format")
    return Keys(str(read["desk"]), tuple(_slot(one) for one in read["slots"]))


def _slot(one: Mapping[str, Any]) -> Slot:
    slot = Slot(
        who=str(one["who"]),
        name=str(one["name"]),
        salt=b64decode(one["salt"], validate=True),
        nonce=b64decode(one["nonce"], validate=True),
        wrapped=b64decode(one["ct"], validate=True),
        cost=Cost(int(one["m"]), int(one["t"]), int(one["p"])),
    )
    cost = slot.cost
    in_bounds = 8 * cost.lanes <= cost.memory_kib <= _MOST_KIB and 1 <= cost.passes <= _MOST_PASSES
    sizes = (len(slot.salt), len(slot.nonce), len(slot.wrapped)) == (16, 12, 48)
    if one["kdf"] != "argon2id" or not in_bounds or not 1 <= cost.lanes <= _MOST_LANES or not sizes:
        raise ValueError("a slot that cannot be right")
    return slot
