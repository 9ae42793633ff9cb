"""A row of a workbook as records."""

from dataclasses import dataclass

from hanoi_desk.desk.workbook.cells import Cells
from hanoi_desk.desk.workbook.making import Wanted
from hanoi_desk.desk.workbook.remarks import Remark
from hanoi_desk.records import Record, fixed_id
from hanoi_desk.text import fold
from hanoi_desk.workbook.vocabulary import Meaning


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as records: `drops` are those that go if they are held, for their cells are empty now.

    `main` is the record that the row is about. `number` counts from 0 at the top of the sheet. `contact` is the contact
    whose persons from a workbook are replaced.
    """

    number: int
    title: str = ""
    key: str = ""
    wanted: tuple[Wanted, ...] = ()
    drops: tuple[tuple[type[Record], str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    contact: str = ""
    main: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether the row is not taken."""
        return any(remark.refuses for remark in self.remarks)


def own_key(cells: Cells, kind: str, *natural: str) -> str:
    """Return the identifier that a row's own key gives, or else its natural one."""
    own = cells.line(Meaning.KEY)
    return fixed_id("workbook", kind, "key", fold(own)) if own else fixed_id("workbook", kind, *map(fold, natural))
