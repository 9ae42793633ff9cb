"""What a desk says when a record cannot be kept as it is: the fields and the rules, for a form to show."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from hanoi_desk.records import Problem, Record, problems
from hanoi_desk.text import tidy
from hanoi_desk.values import Value, frozen

R = TypeVar("R", bound=Record)


@frozen
class Fault(Value):
    """A record and one rule that it breaks."""

    record: Record
    problem: Problem


class Refused(Exception):
    """Raised by a verb before anything is written, with all that is wrong."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(", ".join(f"{f.record.table}.{f.problem.field}: {f.problem.issue}" for f in faults))
        self.faults = faults


def faults_in(records: Iterable[Record]) -> list[Fault]:
    """Return all that is wrong with the records."""
    return [Fault(record, problem) for record in records for problem in problems(record)]


def refuse_faulty(records: Iterable[Record]) -> None:
    """Let records pass that break no rule.

    :raises Refused: with all that is wrong, before anything is written.
    """
    if faults := faults_in(records):
        raise Refused(faults)


def tidied(record: R) -> R:
    """Return the record with its texts composed (NFC) and without stray spaces, as they are kept."""
    texts: dict[str, Any] = {f.name: getattr(record, f.name) for f in fields(record) if f.name != "id"}
    changed = {name: tidy(text) for name, text in texts.items() if type(text) is str and tidy(text) != text}
    return replace(record, **changed) if changed else record
