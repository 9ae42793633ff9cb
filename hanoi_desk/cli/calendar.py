"""The command that writes what has a day into a calendar file."""

from collections.abc import Iterator
from pathlib import Path

from hanoi_desk.agenda import STANDING, held_promises
from hanoi_desk.board import CONVENTION, NoTreaty, find_treaty
from hanoi_desk.calendar_file import BEGINNING, WholeDay, calendar_bytes
from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo, Console
from hanoi_desk.cli.promises import act_word
from hanoi_desk.commitments import Outcome, rank
from hanoi_desk.files import replace_file
from hanoi_desk.language import name_of, promised_for
from hanoi_desk.records import FollowUp, FollowUpState, Grade, Participant
from hanoi_desk.store import Query, Store

_WAITING = STANDING | {Outcome.PASSED}


def calendar(call: Call) -> None:
    """Write open tasks with a day, promised days still to be kept, and the last day of signature.

    :raises ClearNo: when another kind of file would be overwritten, or the file cannot be written.
    """
    target: Path = call.asked.output
    call.refuse_marked(target)
    call.refuse_to_overwrite(target, BEGINNING)
    with call.open_desk() as store:
        names = {p.id: name_of(p, call.console.language) for p in store.all(Query(Participant))}
        days = [
            *_closing(store, call.console),
            *_tasks(store, names, call.console),
            *_promises(store, names, call),
        ]
    days.sort(key=lambda entry: (entry.day, entry.summary, entry.id))
    try:
        replace_file(target, calendar_bytes(days, call.now))
    except OSError as error:
        raise ClearNo(file_sentence(call.console, error, target)) from error
    call.console.say(call.console.word("cli.calendar.written", n=len(days), path=target))


def _closing(store: Store, console: Console) -> Iterator[WholeDay]:
    try:
        treaty = find_treaty(store, CONVENTION)
    except NoTreaty:
        return
    if treaty.closes_on:
        title = console.word("cli.calendar.closing", treaty=name_of(treaty, console.language))
        yield WholeDay(treaty.id, treaty.closes_on, title, treaty.signing_place)


def _tasks(store: Store, names: dict[str, str], console: Console) -> Iterator[WholeDay]:
    where = (("state", "=", FollowUpState.OPEN), ("due_on", "is_not", None))
    for task in store.all(Query(FollowUp, where)):
        name = names.get(task.participant or "")
        what = console.word("cli.calendar.task", what=task.what, name=name) if name else task.what
        yield WholeDay(task.id, task.due_on, what, console.word("marking.internal"))


def _promises(store: Store, names: dict[str, str], call: Call) -> Iterator[WholeDay]:
    console = call.console
    for one in held_promises(store, call.now):
        promise = one.commitment
        if promise.by and one.outcome in _WAITING:
            kind = "promise" if rank(promise.grade) >= rank(Grade.PROMISED) else "ask"
            name, act = names.get(promise.participant, ""), act_word(promise, console)
            title = console.word(f"cli.calendar.{kind}", name=name, act=act)
            more = (promised_for(promise, console.language), console.word("marking.internal"))
            yield WholeDay(promise.id, promise.by, title, "\n".join(more))
