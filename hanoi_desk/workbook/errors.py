"""What can be wrong with a workbook as a whole, and with one of its cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class WorkbookFault(StrEnum):
    """Why a file is not read at all, by its name in the catalogue of errors after `workbook.`."""

    NOT_A_FILE = "not_a_file"
    EMPTY = "empty"
    TOO_LARGE = "too_large"  # {limit} MiB
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    TOO_MANY_ROWS = "too_many_rows"  # {limit}
    TOO_MANY_COLUMNS = "too_many_columns"  # {limit}
    TOO_MANY_CELLS = "too_many_cells"  # {limit}
    ENCRYPTED = "encrypted"
    OLD_FORMAT = "old_format"  # .xls and .xlsb
    NOT_A_WORKBOOK = "not_a_workbook"
    DAMAGED = "damaged"
    DECLARES_TYPES = "declares_types"  # a DTD, which no spreadsheet program writes
    UNCLOSED_QUOTE = "unclosed_quote"  # {line}
    NO_SHEET = "no_sheet"


class WorkbookError(Exception):
    """A file that is not read; nothing of it was taken."""

    def __init__(self, fault: WorkbookFault, **gaps: int | str) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.gaps: Mapping[str, object] = gaps

    @property
    def key(self) -> str:
        """The name in the catalogue of errors."""
        return f"workbook.{self.fault.value}"


class Stopped(Exception):
    """Raised by who watches the reading, to stop it."""


class CellFault(StrEnum):
    """Why a cell is left empty; the words are in `words.csv` under `cell_fault.`."""

    NUL = "nul"
    TOO_LONG = "too_long"
    NO_RESULT = "no_result"  # a formula that no program has computed
    ERROR_VALUE = "error_value"  # #REF! and its like


@dataclass(frozen=True, slots=True)
class CellNote:
    """A cell that was left empty, by its row and column from 0, and why."""

    row: int
    column: int
    fault: CellFault
    shown: str = ""
