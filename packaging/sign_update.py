"""Sign what people install, so that `hanoi-desk check-update` can tell it from a forgery.

    python packaging/sign_update.py new-key KEY_FILE     make a key; its public half is printed
    python packaging/sign_update.py KEY_FILE FILE…       write FILE.sig beside each file, for the version of this source

Needs the packages of lock.txt. Whoever has KEY_FILE can make updates that every copy of the program believes: keep it
away from the network, on a stick in a safe. The public half goes to resources/data/update_key.txt before a build, and
its fingerprint on paper into the pouch.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hanoi_desk import __version__
from hanoi_desk.updates import fingerprint, sign


def main(arguments: list[str]) -> int:
    """Do what the arguments ask; return the exit code."""
    if len(arguments) < 2 or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    try:
        if arguments[0] == "new-key":
            make_key(Path(arguments[1]))
        else:
            sign_all(Path(arguments[0]), [Path(name) for name in arguments[1:]])
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def make_key(path: Path) -> None:
    """Write a new private key that only this user can read; an older one is never replaced."""
    key = Ed25519PrivateKey.generate()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(key.private_bytes_raw().hex() + "\n")
    _tell(key)


def sign_all(key_file: Path, files: list[Path]) -> None:
    """Write the signature of each file beside it."""
    raw = bytes.fromhex(key_file.read_text(encoding="ascii"))
    for file in files:
        target = file.with_name(f"{file.name}.sig")
        target.write_text(sign(file, __version__, raw), encoding="ascii", newline="\n")
        print(target)
    _tell(Ed25519PrivateKey.from_private_bytes(raw))


def _tell(key: Ed25519PrivateKey) -> None:
    public = key.public_key().public_bytes_raw().hex()
    print(f"Public key:  {public}\nFingerprint: {fingerprint(public)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
