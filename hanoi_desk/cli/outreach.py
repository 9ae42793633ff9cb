"""The command that logs outreach from JSON, one contact a line."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from hanoi_desk.cli.call import Call, secret_sentence
from hanoi_desk.cli.console import ClearNo, Console, is_typed
from hanoi_desk.cli.log_lines import LogReader, SecretMark
from hanoi_desk.cli.log_values import BadValue
from hanoi_desk.desk import Fault, OutreachEntry, check_outreach, log_outreach
from hanoi_desk.records import Participant
from hanoi_desk.store import Store
from hanoi_desk.store.titles import title

_BOM = b"\xef\xbb\xbf"
#: What a line calls the parts of a contact.
_PARTS = {
    "outreach_country": "results",
    "commitment": "commitments",
    "follow_up": "follow_ups",
    "event": "event",
}
#: How many bad lines are told at once.
_MOST_TOLD = 20


def log(call: Call) -> None:
    """Keep the contacts of a file or of the standard input, all or none, and show their identifiers.

    :raises ClearNo: with a sentence for each line that cannot be kept; nothing is then kept.
    """
    with _input(call) as stream, call.open_desk(to_write=True) as store:
        reader = LogReader(store, call.now.date())
        numbered: list[tuple[int, OutreachEntry]] = []
        bad: list[str] = []
        for number, line in _lines(stream):
            try:
                numbered.append((number, _read(reader, line)))
            except (BadValue, SecretMark, UnicodeDecodeError, _Faulty) as error:
                bad.append(call.console.word("cli.log.line", line=str(number), what=_why(call.console, error)))
                if len(bad) == _MOST_TOLD:
                    break
        if bad:
            raise ClearNo("\n".join([*bad, call.console.error("log.nothing_kept")]))
        entries = [entry for _, entry in numbered]
        if entries:
            log_outreach(store, entries, title(entries[0].outreach) if len(entries) == 1 else "")
        _tell(call, store, numbered)


class _Faulty(Exception):
    """A contact that breaks a rule of its kind."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault


def _input(call: Call) -> AbstractContextManager[IO[bytes]]:
    """Return the stream to read from; that of a file is closed at the end."""
    if call.asked.file != "-":
        return Path(call.asked.file).open("rb")
    if sys.stdin is None:
        raise ClearNo(call.console.error("log.no_input"))
    if is_typed(sys.stdin):
        call.console.warn(call.console.word("cli.log.typed"))
    return nullcontext(sys.stdin.buffer)


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank with their numbers; only a line feed ends one, for a text may hold others."""
    for number, line in enumerate(stream, 1):
        text = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if text:
            yield number, text


def _read(reader: LogReader, line: bytes) -> OutreachEntry:
    entry = reader.read(line.decode("utf-8"))
    if faults := check_outreach(entry):
        raise _Faulty(faults[0])
    return entry


def _why(console: Console, error: Exception) -> str:
    match error:
        case BadValue():
            said = console.word(error.key, **error.gaps)
            return console.word("cli.log.field", field=", ".join(error.field), what=said) if error.field else said
        case SecretMark():
            return secret_sentence(console, error.mark)
        case _Faulty():
            record, problem = error.fault.record, error.fault.problem
            field = ", ".join(filter(None, (_PARTS.get(record.table), problem.field)))
            return console.word("cli.log.field", field=field, what=console.word(f"issue.{problem.issue}"))
    return console.word("cli.log.not_utf_8")


def _tell(call: Call, store: Store, numbered: list[tuple[int, OutreachEntry]]) -> None:
    if not call.asked.json:
        for _, entry in numbered:
            call.console.say(entry.outreach.id)
        return
    ids = {said.participant for _, entry in numbered for said in entry.countries}
    keys = {p.id: p.key for p in store.many(Participant, sorted(ids))}
    rows = [
        {
            "line": number,
            "id": entry.outreach.id,
            "countries": [keys[said.participant] for said in entry.countries],
            "commitments": [commitment.id for commitment in entry.commitments],
            "follow_ups": [task.id for task in entry.follow_ups],
        }
        for number, entry in numbered
    ]
    call.console.give({"logged": len(rows), "outreach": rows})
