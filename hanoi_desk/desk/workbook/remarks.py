"""What there is to say of one row of a workbook: why it is not taken, or what to look at, and the sentences for it."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from hanoi_desk.language import Language, field_word, word, word_key
from hanoi_desk.records import Issue
from hanoi_desk.workbook import CellFault
from hanoi_desk.workbook.dates import DateFault


class RowFault(StrEnum):
    """Why a row is not taken; the words are in `words.csv` under `row_fault.`."""

    NO_DATE = "no_date"
    NO_COUNTRY = "no_country"
    UNKNOWN_NAME = "unknown_name"
    LEFT_OUT = "left_out"
    NO_NAME = "no_name"
    NO_TASK = "no_task"
    NO_EVENT = "no_event"
    SECRET = "secret"
    SAME_KEY = "same_key"
    SEVERAL = "several"  # countries or persons where a row is of one
    NAMESAKES = "namesakes"


class RowCaution(StrEnum):
    """What to look at in a row that is taken; the words are in `words.csv` under `row_caution.`."""

    SAME_ROW = "same_row"
    NAME_LEFT_OUT = "name_left_out"
    COLLECTIVE = "collective"
    UNKNOWN_WORD = "unknown_word"
    NOT_A_LEVEL = "not_a_level"
    NEW_OFFICER = "new_officer"
    NAMESAKES = "namesakes"
    CHANGED_HERE = "changed_here"
    DELETED_HERE = "deleted_here"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say of a row: why, in which column, about which value, and beside which other row (from 1)."""

    why: RowFault | RowCaution | DateFault | CellFault | Issue
    column: str = ""
    value: str = ""
    row: int = 0

    @property
    def refuses(self) -> bool:
        """Whether the row is not taken because of it."""
        return not isinstance(self.why, RowCaution) and self.why is not CellFault.NO_RESULT


class Refusal(Exception):
    """A row that cannot be taken."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.why.value)
        self.remark = remark


_SHOWN = 60


def sentence(remark: Remark, language: Language) -> str:
    """Return a remark in words, with the column first where there is one."""
    said = word(_key(remark.why), language, value=_short(remark.value), row=str(remark.row), field=remark.value)
    if isinstance(remark.why, Issue) and "." in remark.value:
        table, _, field = remark.value.partition(".")
        said = f"{field_word(table, field, language)}: {said}"
    return f"{remark.column}: {said}" if remark.column else said


def _key(why: Enum) -> str:
    return word_key(why)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
