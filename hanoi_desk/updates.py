"""Check a file that claims to be a newer Hanoi Desk before anybody runs it: who signed it, and that it is whole.

A signature file is one line of JSON about the update and one line with the Ed25519 signature of exactly that line, in
hexadecimal. The signature is checked before anything in the line is believed.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from hanoi_desk.assets import MissingAsset, asset

#: Signed along, so that a signature for something else never counts as one for an update.
_PURPOSE = b"hanoi-desk-update-1\n"
_LONGEST_SIGNATURE = 4096  # bytes of a signature file
_LONGEST_KEY = 200  # letters of a key file
_CHUNK = 1 << 20
_KEY = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){1,3}", re.ASCII)


class Refusal(StrEnum):
    """Why an update is not to be used, by its name in the catalogue of errors after `update.`."""

    NO_SIGNATURE = "no_signature"
    BAD_KEY = "bad_key"
    FORGED = "forged"
    TRUNCATED = "truncated"
    CHANGED = "changed"
    OLDER = "older"
    SAME = "same"


class RefusedUpdate(Exception):
    """The file must not be used."""

    def __init__(self, why: Refusal, version: str = "") -> None:
        super().__init__(why.value)
        self.why = why
        self.version = version  # what the signed line says, once its signature was found good

    @property
    def key(self) -> str:
        """The name in the catalogue of errors."""
        return f"update.{self.why.value}"

    @property
    def gaps(self) -> Mapping[str, object]:
        """What fills the sentence, as far as it is known here."""
        return {"version": self.version}


@dataclass(frozen=True, slots=True)
class Update:
    """What was signed of an update file: its version, name, length in bytes and SHA-256 in hexadecimal."""

    version: str
    file: str
    size: int
    sha256: str


def verify(file: Path, signature: Path, public_key: str, running: str) -> Update:
    """Return what an update is, when it may be used.

    `public_key` is the raw Ed25519 key in hexadecimal, `running` the version of this program.
    :raises RefusedUpdate: when it is not signed by that key, cut short, changed, or no newer than this program.
    :raises OSError: when a file cannot be read.
    """
    update = _signed(signature, public_key)
    # Half a download is a different trouble from a forgery, and has another remedy.
    size = file.stat().st_size
    if size != update.size:
        raise RefusedUpdate(Refusal.TRUNCATED if size < update.size else Refusal.CHANGED, update.version)
    if _digest(file) != update.sha256:
        raise RefusedUpdate(Refusal.CHANGED, update.version)
    if _numbers(update.version) <= _numbers(running):
        same = _numbers(update.version) == _numbers(running)
        raise RefusedUpdate(Refusal.SAME if same else Refusal.OLDER, update.version)
    return update


def sign(file: Path, version: str, private_key: bytes) -> str:
    """Return the text of the signature file for an update; `private_key` are the 32 raw bytes of the Ed25519 key.

    :raises ValueError: when the version is none, such as "1.2.0", or the key is no key.
    """
    _numbers(version)
    told = {"file": file.name, "sha256": _digest(file), "size": file.stat().st_size, "version": version}
    line = json.dumps(told, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    made = Ed25519PrivateKey.from_private_bytes(private_key).sign(_PURPOSE + line.encode("ascii"))
    return f"{line}\n{made.hex()}\n"


def shipped_key() -> str:
    """Return the public key that this copy of the program carries, empty for none: see packaging/RELEASING.md."""
    try:
        with asset("data/update_key.txt").open(encoding="ascii", errors="replace") as file:
            return file.read(_LONGEST_KEY).strip().lower()
    except (MissingAsset, OSError):
        return ""


def fingerprint(public_key: str) -> str:
    """Return the short form of a public key that people compare with the one on paper, in groups of four."""
    shown = hashlib.sha256(bytes.fromhex(public_key)).hexdigest()[:32]
    return " ".join(shown[at : at + 4] for at in range(0, len(shown), 4))


def _signed(signature: Path, public_key: str) -> Update:
    if not _KEY.fullmatch(public_key):
        raise RefusedUpdate(Refusal.BAD_KEY)
    try:
        with signature.open("rb") as opened:
            data = opened.read(_LONGEST_SIGNATURE + 1)
    except FileNotFoundError as error:
        raise RefusedUpdate(Refusal.NO_SIGNATURE) from error
    return read_signature(data, public_key)


def read_signature(data: bytes, public_key: str) -> Update:
    """Return what a signature file says of an update; `public_key` is the raw Ed25519 key in hexadecimal.

    :raises RefusedUpdate: when that key did not sign it, or it says nothing of an update.
    """
    line, _, made = data.partition(b"\n")
    try:
        if len(data) > _LONGEST_SIGNATURE:
            raise ValueError
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(made.decode("ascii").rstrip("\r\n")), _PURPOSE + line.rstrip(b"\r"))
    except (InvalidSignature, ValueError) as error:
        raise RefusedUpdate(Refusal.FORGED) from error
    return _read(line)


def _read(line: bytes) -> Update:
    """Return what the signed line says; it is ours, but a later program may say it otherwise."""
    try:
        told: Any = json.loads(line)
        update = Update(str(told["version"]), str(told["file"]), int(told["size"]), str(told["sha256"]))
        _numbers(update.version)
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise RefusedUpdate(Refusal.FORGED) from error
    return update


def _digest(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers, "1.2" and "1.2.0" alike."""
    if not _VERSION.fullmatch(version):
        raise ValueError(f"not a version: {version!r}")
    numbers = [int(number) for number in version.split(".")]
    return tuple(numbers + [0] * (4 - len(numbers)))
