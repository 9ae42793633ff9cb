"""A row of a workbook as records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hanoi_desk.desk.workbook.cells import Cells
from hanoi_desk.desk.workbook.making import Wanted
from hanoi_desk.desk.workbook.remarks import Remark
from hanoi_desk.language import Language, name_of, short_date
from hanoi_desk.records import Participant, Record, Side, fixed_id
from hanoi_desk.text import fold
from hanoi_desk.workbook.vocabulary import Meaning


@dataclass(frozen=True, slots=True)
class About:
    """What a row is about, for a list: a day, participants by id, words."""

    words: str = ""
    on: date | None = None
    countries: tuple[str, ...] = ()

    def in_words(self, names: Mapping[str, Participant], language: Language) -> str:
        """Return it on one line; `names` are the participants by id."""
        countries = ", ".join(name_of(names[one], language) for one in self.countries if one in names)
        return " · ".join(filter(None, (short_date(self.on) if self.on else "", countries, self.words)))


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as records: `drops` are those that go if they are held, for their cells are empty now.

    `main` is the record that the row is about. `number` counts from 0 at the top of the sheet. `contact` is the contact
    whose persons from a workbook are replaced, those of the `sides` that have a column.
    """

    number: int
    about: About = About()
    key: str = ""
    wanted: tuple[Wanted, ...] = ()
    drops: tuple[tuple[type[Record], str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    contact: str = ""
    main: str = ""
    sides: frozenset[Side] = frozenset()

    @property
    def is_refused(self) -> bool:
        """Whether the row is not taken."""
        return any(remark.refuses for remark in self.remarks)


def own_key(cells: Cells, kind: str, *natural: str) -> str:
    """Return the identifier that a row's own key gives, or else its natural one."""
    own = cells.line(Meaning.KEY)
    return fixed_id("workbook", kind, "key", fold(own)) if own else fixed_id("workbook", kind, *map(fold, natural))
