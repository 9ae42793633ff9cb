"""The commands that keep a desk safe: every check of it, a checked copy, and the way back to one."""

from datetime import datetime
from pathlib import Path

from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.storage import Findings, unlocked
from hanoi_desk.store.checking import check_closed
from hanoi_desk.store.restoring import put_back
from hanoi_desk.store.salvage import salvage


def check(call: Call) -> None:
    """Run every integrity check and say what it found, without changing anything.

    :raises ClearNo: when something is damaged; what was found is said first.
    """
    path: Path = call.asked.desk
    found = check_closed(path, call.passphrase(path))
    if call.asked.json:
        call.console.give({"sound": found.sound, **{name: list(lines) for name, lines in _lines(found)}})
    elif found.sound:
        call.console.say(call.console.word("cli.check.sound", path=path))
    else:
        for name, lines in _lines(found):
            for line in lines:
                call.console.say(call.console.word(f"cli.check.{name}", what=line))
    if not found.sound:
        raise ClearNo(call.console.error("damaged"))


def backup(call: Call) -> None:
    """Put a checked copy of a desk into a folder."""
    with call.open_desk() as store:
        made = store.back_up(call.asked.folder, _local(call))
    if call.asked.json:
        call.console.give({"backup": str(made.path), "made_at": made.made_at.isoformat()})
    else:
        call.console.say(call.console.word("cli.backup.made", path=made.path))


def salvage_desk(call: Call) -> None:
    """Bring what can still be read of a damaged desk into a new one, and say what was lost.

    :raises StoreError: DAMAGED when nothing at all can be read.
    """
    damaged, target = call.asked.desk, call.asked.target
    call.refuse_marked(target)
    opened = unlocked(damaged, call.passphrase(damaged))
    found = salvage(damaged, target, opened.key if opened else None)
    if call.asked.json:
        told = {"desk": str(target), "rows": found.rows, "unread": found.unread, "outside_log": found.outside_log}
        call.console.give({**told, "whole": found.whole})
        return
    for table, n in found.rows.items():
        call.console.say(call.console.word("cli.salvage.table", table=table, n=n, lost=found.unread.get(table, 0)))
    if found.outside_log:
        call.console.say(call.console.word("cli.salvage.outside", n=found.outside_log))
    call.console.say(call.console.word("cli.salvage.made", path=target))


def restore_backup(call: Call) -> None:
    """Put a checked copy of a backup in a desk's place; what stood there is kept aside.

    :raises StoreError: IN_USE when the desk is open somewhere, and what keeps the backup from being opened.
    """
    source, desk = call.asked.backup, call.asked.desk
    call.refuse_marked(desk)
    aside = put_back(source, desk, call.passphrase(source), _local(call))
    if call.asked.json:
        call.console.give({"desk": str(desk), "replaced": str(aside) if aside else None})
        return
    call.console.say(call.console.word("cli.restore.made", path=desk))
    if aside is not None:
        call.console.say(call.console.word("cli.restore.aside", path=aside))


def _lines(found: Findings) -> list[tuple[str, tuple[str, ...]]]:
    return [("pages", found.pages), ("structure", found.structure), ("links", found.links)]


def _local(call: Call) -> datetime:
    return call.now.replace(tzinfo=None)
