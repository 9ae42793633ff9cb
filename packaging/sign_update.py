"""Sign what people install, so that `hanoi-desk check-update` can tell it from a forgery; see RELEASING.md.

    python packaging/sign_update.py new-key KEY_FILE             make a key; its public half is printed
    python packaging/sign_update.py sign KEY_FILE FILE…          write FILE.sig beside each file, then check it
    python packaging/sign_update.py verify PUBLIC_KEY FILE…      check the signature beside each file

Needs the packages of lock.txt. The key file is locked with a passphrase, asked for here or read from the open file
whose number --passphrase-fd gives. Whoever has both can make updates that every copy of the program believes.
"""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hanoi_desk import __version__
from hanoi_desk.updates import RefusedUpdate, fingerprint, sign, verify

#: A passphrase of fewer letters is refused: six words are better.
SHORTEST = 12
#: Older than every release, so that a release is checked whatever is installed here.
_ANY = "0.0"


def main(arguments: list[str]) -> int:
    """Do what the arguments ask; return the exit code."""
    number, rest = _passphrase_number(arguments)
    if len(rest) < 2 or rest[0] not in ("new-key", "sign", "verify") or (rest[0] != "new-key" and len(rest) < 3):
        print(__doc__)
        return 2
    files = [Path(name) for name in rest[2:]]
    try:
        if rest[0] == "new-key":
            make_key(Path(rest[1]), _passphrase(number, twice=True))
        elif rest[0] == "sign":
            sign_all(Path(rest[1]), files, _passphrase(number))
        else:
            verify_all(rest[1], files)
    except RefusedUpdate as refused:
        print(f"not good: {refused.why.value}", file=sys.stderr)
        return 1
    except (OSError, ValueError, TypeError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def make_key(path: Path, passphrase: str) -> None:
    """Write a new private key, locked with a passphrase, for this user alone; an older one is never replaced."""
    if len(passphrase) < SHORTEST:
        raise ValueError(f"A passphrase has at least {SHORTEST} letters.")
    key = Ed25519PrivateKey.generate()
    locked = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(locked)
    _tell(key)


def sign_all(key_file: Path, files: list[Path], passphrase: str) -> None:
    """Write the signature of each file beside it, and check each as an officer will."""
    key = serialization.load_pem_private_key(key_file.read_bytes(), passphrase.encode())
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{key_file} holds another kind of key.")
    public = key.public_key().public_bytes_raw().hex()
    for file in files:
        target = file.with_name(f"{file.name}.sig")
        target.write_text(sign(file, __version__, key.private_bytes_raw()), encoding="ascii", newline="\n")
        verify(file, target, public, _ANY)
        print(target)
    _tell(key)


def verify_all(public_key: str, files: list[Path]) -> None:
    """Check the signature beside each file with a public key, given as such or as the name of the file that holds it.

    :raises RefusedUpdate: for the first that is not good.
    """
    given = Path(public_key)
    public = given.read_text(encoding="ascii").strip() if given.is_file() else public_key
    for file in files:
        update = verify(file, file.with_name(f"{file.name}.sig"), public, _ANY)
        print(f"good: {file} is version {update.version}")
    print(f"Fingerprint: {fingerprint(public)}")


def _passphrase_number(arguments: list[str]) -> tuple[int | None, list[str]]:
    if "--passphrase-fd" not in arguments:
        return None, arguments
    at = arguments.index("--passphrase-fd")
    number = arguments[at + 1] if at + 1 < len(arguments) else ""
    return (int(number) if number.isdigit() else -1), [*arguments[:at], *arguments[at + 2 :]]


def _passphrase(number: int | None, *, twice: bool = False) -> str:
    if number is not None:
        with os.fdopen(number, encoding="utf-8") as file:
            return file.readline().rstrip("\r\n")
    given = getpass.getpass("Passphrase of the key: ")
    if twice and getpass.getpass("The same once more: ") != given:
        raise ValueError("The two are not the same.")
    return given


def _tell(key: Ed25519PrivateKey) -> None:
    public = key.public_key().public_bytes_raw().hex()
    print(f"Public key:  {public}\nFingerprint: {fingerprint(public)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
