"""Turns the rows of a sheet into records by a plan, without the store; each row becomes records or says why not.

A record's identifier is made of its kind and its natural key, so that the same row is the same record on every laptop
and at every import, in whatever order the rows stand. The natural key is the row's own key where a column holds one;
else of a contact date, countries and subject (without a subject: persons and place); of a person country and name; of a
promise country, act, date and speaker; of a task its words and country; of an event name and year.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from hanoi_desk.desk.workbook.cells import Cells, Page, as_text
from hanoi_desk.desk.workbook.contacts import read_contact
from hanoi_desk.desk.workbook.known import Known
from hanoi_desk.desk.workbook.lists import read_commitment, read_event, read_person, read_task
from hanoi_desk.desk.workbook.making import Maker
from hanoi_desk.desk.workbook.naming import countries_in, distinct
from hanoi_desk.desk.workbook.remarks import Refusal, Remark, RowCaution, RowFault
from hanoi_desk.desk.workbook.row import About, ReadRow
from hanoi_desk.text import fold
from hanoi_desk.workbook import Sheet, Value
from hanoi_desk.workbook.dates import DateFault
from hanoi_desk.workbook.mapping import Plan, data_rows
from hanoi_desk.workbook.vocabulary import Meaning, RowKind

M = Meaning

#: Called with hundredths; what it raises stops the reading.
Watch = Callable[[int], None]

_TOTALS = ("tong cong", "tong so", "tong", "cong", "total", "totals", "grand total", "sum", "subtotal")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that nobody knows, as it is first spelt, and the rows that have it, from 0."""

    name: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReadRows:
    """All rows of a sheet: those read, how many empty or total rows were passed over, and the unknown names."""

    page: Page
    book: str
    rows: tuple[ReadRow, ...]
    passed_over: int = 0
    unknown: tuple[Unknown, ...] = field(default=())


def read_rows(sheet: Sheet, plan: Plan, known: Known, book: str, watch: Watch = lambda _: None) -> ReadRows:
    """Return the rows of a sheet as records; `book` is the name of the file."""
    page = Page.of(sheet, plan, known)
    maker = Maker(known, book)
    rows: list[ReadRow] = []
    passed_over = 0
    total = max(len(sheet.rows), 1)
    for number, row in data_rows(sheet, plan.header):
        if number % 200 == 0:
            watch(100 * number // total)
        if _is_no_row(page, number, row):
            passed_over += 1
            continue
        rows.append(_read(page, number, maker))
    names = [
        (name, one.number)
        for one in rows
        if any(remark.why is RowFault.UNKNOWN_NAME or isinstance(remark.why, DateFault) for remark in one.remarks)
        for name in countries_in(Cells(page, one.number).text(M.COUNTRY), plan, known).unknown
    ]
    unknown = tuple(Unknown(name, of) for name, of in distinct(names).values())
    return ReadRows(page, book, tuple(_without_doubles(rows)), passed_over, unknown)


def _is_no_row(page: Page, number: int, row: tuple[Value, ...]) -> bool:
    """Return whether a row is the headings again, a total, or has nothing in the columns that are read."""
    cells = [(place, page.value(number, place)) for place in range(len(row))]
    told = [(place, value) for place, value in cells if value is not None and value != ""]
    read = [place for place, _ in told if any(place in of for of in page.columns.values())]
    if not read:
        return True
    first = next((value for _, value in told), None)
    if isinstance(first, str) and fold(first).strip(" :.") in _TOTALS:
        return True
    texts = [(place, value) for place, value in told if isinstance(value, str)]
    return len(texts) > 1 and len(texts) == len(told) and all(v == page.names[place] for place, v in texts)


def _read(page: Page, number: int, maker: Maker) -> ReadRow:
    cells = Cells(page, number)
    try:
        cells.check()
        read = _READERS[page.plan.kind](cells, maker)
    except Refusal as refusal:
        return ReadRow(number, About(_any_words(page, number)), remarks=(*cells.remarks, refusal.remark))
    return replace(read, remarks=tuple(cells.remarks))


def _any_words(page: Page, number: int) -> str:
    texts = (as_text(page.value(number, place)) for place in range(len(page.sheet.rows[number])))
    return " · ".join(" ".join(text.split())[:40] for text in texts if text)[:100]


_READERS: Mapping[RowKind, Callable[[Cells, Maker], ReadRow]] = {
    RowKind.OUTREACH: read_contact,
    RowKind.PEOPLE: read_person,
    RowKind.COMMITMENTS: read_commitment,
    RowKind.FOLLOW_UPS: read_task,
    RowKind.EVENTS: read_event,
}


# ---- rows with one key ----


def _without_doubles(rows: list[ReadRow]) -> list[ReadRow]:
    """Return the rows so that each key stands once: of equal rows one, of others the same whatever their order."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row.key and not row.is_refused:
            groups[row.key].append(place)
    found = list(rows)
    for places in groups.values():
        if len(places) < 2:
            continue
        first = min(places, key=lambda place: (_content(rows[place]), place))
        for place in places:
            if place == first:
                continue
            same = _content(rows[place]) == _content(rows[first])
            why = RowCaution.SAME_ROW if same else RowFault.SAME_KEY
            remark = Remark(why, row=rows[first].number + 1)
            found[place] = replace(rows[place], wanted=(), drops=(), remarks=(*rows[place].remarks, remark), contact="")
    return found


def _content(row: ReadRow) -> str:
    return repr([wanted.record for wanted in row.wanted])
