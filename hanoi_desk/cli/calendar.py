"""The command that writes what has a day into a calendar file."""

from pathlib import Path

from hanoi_desk.calendar_days import calendar_days
from hanoi_desk.calendar_file import BEGINNING, calendar_bytes
from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.files import replace_file


def calendar(call: Call) -> None:
    """Write tasks and requests with a day, promised days still to be kept, and the last day of signature.

    :raises ClearNo: when another kind of file would be overwritten, or the file cannot be written.
    """
    target: Path = call.asked.output
    call.refuse_marked(target)
    call.refuse_ending(target, ".ics")
    call.refuse_to_overwrite(target, BEGINNING)
    with call.open_desk() as store:
        days = calendar_days(store, call.now, call.console.language)
    try:
        replace_file(target, calendar_bytes(days))
    except OSError as error:
        raise ClearNo(file_sentence(call.console, error, target)) from error
    call.console.say(call.console.word("cli.calendar.written", n=len(days), path=target))
