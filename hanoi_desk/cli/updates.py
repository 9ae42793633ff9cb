"""The command that tells whether a file is a sound and newer Hanoi Desk; it never runs or fetches one."""

from pathlib import Path

from hanoi_desk import __version__
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.updates import RefusedUpdate, fingerprint, shipped_key, verify

#: What to do next with each kind of file, by its ending; the words are in `words.csv`.
_STEPS = {".deb": "deb", ".tar.xz": "tarball", ".exe": "exe", ".whl": "wheel"}
_LONGEST_KEY = 200


def check_update(call: Call) -> None:
    """Say who signed an update, its version, and the next step.

    :raises ClearNo: when it must not be used, or no key is at hand to check it with.
    """
    console, file = call.console, call.asked.file
    signature: Path = call.asked.signature or file.with_name(f"{file.name}.sig")
    key = _public_key(call)
    try:
        update = verify(file, signature, key, __version__)
    except RefusedUpdate as refused:
        gaps = {"path": file, "signature": signature, "version": refused.version, "running": __version__}
        raise ClearNo(console.error(refused.key, **gaps)) from refused
    step = next((name for ending, name in _STEPS.items() if file.name.endswith(ending)), "other")
    if call.asked.json:
        told = {"version": update.version, "running": __version__, "file": update.file, "size": update.size}
        console.give({**told, "sha256": update.sha256, "key": fingerprint(key)})
        return
    console.say(console.word("cli.update.good", path=file, version=update.version, running=__version__))
    console.say(console.word("cli.update.key", shown=fingerprint(key)))
    console.say(console.word(f"cli.update.step.{step}", path=file))


def _public_key(call: Call) -> str:
    """Return the key that was given, or else the one that this copy of the program carries."""
    given: Path | None = call.asked.key
    if given is None:
        if key := shipped_key():
            return key
        raise ClearNo(call.console.error("update.no_key"))
    with given.open(encoding="ascii", errors="replace") as file:
        return file.read(_LONGEST_KEY).strip().lower()
