"""The command that saves a support bundle: versions, sizes, checks and the log, without a word of any record."""

from pathlib import Path

from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.files import replace_file
from hanoi_desk.settings import config_folder
from hanoi_desk.storage import StoreError, unlocked
from hanoi_desk.support import collect, may_replace, packed, problem_of


def support(call: Call) -> None:
    """Write the bundle and say what is in it; a desk that cannot be opened is measured from outside.

    :raises ClearNo: when another kind of file would be overwritten, or the file cannot be written.
    """
    console, target = call.console, call.asked.output
    desk: Path | None = call.asked.desk
    call.refuse_marked(target)
    if not may_replace(target):
        raise ClearNo(console.error("not_a_bundle"))
    key, problem = _key(call, desk) if desk else (None, "")
    parts = collect(call.settings, config_folder(), desk, key, problem=problem)
    try:
        replace_file(target, packed(parts, call.now))
    except OSError as error:
        raise ClearNo(file_sentence(console, error, target)) from error
    if call.asked.json:
        console.give({"bundle": str(target), "parts": {part.name: part.text for part in parts}})
        return
    console.say(console.word("cli.support.made", path=target))
    for part in parts:
        console.say(f"{part.name}.txt: {console.word(f'support.{part.name}')}")


def _key(call: Call, desk: Path) -> tuple[bytes | None, str]:
    """Return the key of a desk, and the name of the error where it cannot be had."""
    if not desk.is_file():
        return None, "missing"
    try:
        opened = unlocked(desk, call.passphrase(desk))
    except StoreError as error:
        return None, problem_of(error)
    return (opened.key if opened else None), ""
