"""Reads a status file of the United Nations Treaty Collection (its XML export) into plain rows."""

from hanoi_desk.untc.errors import Fault, UntcError
from hanoi_desk.untc.reader import read_status
from hanoi_desk.untc.source import MAX_BYTES, Repair
from hanoi_desk.untc.status import (
    Act,
    EndNote,
    Mismatch,
    Remark,
    StatusAction,
    StatusFile,
    StatusRow,
    Why,
)

__all__ = [
    "MAX_BYTES",
    "Act",
    "EndNote",
    "Fault",
    "Mismatch",
    "Remark",
    "Repair",
    "StatusAction",
    "StatusFile",
    "StatusRow",
    "UntcError",
    "Why",
    "read_status",
]
