"""What a person must decide before a sheet can be read: old encodings to be repaired, and the order of dates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from hanoi_desk.workbook.dates import DayOrder, OrderFound, found_order
from hanoi_desk.workbook.legacy import Legacy, font_encoding, is_decomposed, may_be_legacy, recognised, repaired
from hanoi_desk.workbook.mapping import Plan, data_rows, headings
from hanoi_desk.workbook.sheet import Sheet, Value
from hanoi_desk.workbook.vocabulary import DATES

#: Texts of a column, and rows of a sheet, that are enough to know it by.
_LOOKED_AT = 3_000
_ROWS_LOOKED_AT = 20_000
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """A column that seems to be in an old encoding, with some of its texts before and after."""

    heading: str
    encoding: Legacy
    cells: int
    examples: tuple[tuple[str, str], ...]


def offers(sheet: Sheet, header: int) -> tuple[Offer, ...]:
    """Return the columns whose repair is to be offered, told by their fonts or by their words."""
    found: list[Offer] = []
    for column, heading in enumerate(headings(sheet, header)):
        texts = ((row, text) for row, text in _column(sheet, header, column) if isinstance(text, str))
        odd = [
            (row, text)
            for row, text in islice(texts, _LOOKED_AT)
            if not text.isascii() and (may_be_legacy(text) or (row, column) in sheet.fonts)
        ]
        fonts = [told for row, _ in odd if (told := font_encoding(sheet.fonts.get((row, column), "")))]
        guess = recognised(text for _, text in odd)
        encoding = guess.encoding if guess else fonts[0][0] if fonts else None
        if encoding is None:
            continue
        changed = [
            (text, after)
            for row, text in odd
            if (after := repaired(text, encoding, capitals=_capitals(sheet, row, column))) != text
        ]
        if changed:
            found.append(Offer(heading, encoding, len(changed), tuple(changed[:_EXAMPLES])))
    return tuple(found)


def _capitals(sheet: Sheet, row: int, column: int) -> bool:
    told = font_encoding(sheet.fonts.get((row, column), ""))
    return bool(told and told[1])


def orders(sheet: Sheet, plan: Plan) -> dict[str, OrderFound]:
    """Return, for each column of dates, what its own values tell of their order."""
    names = headings(sheet, plan.header)
    return {
        heading: found_order(value for _, value in _column(sheet, plan.header, column))
        for column, heading in enumerate(names)
        if plan.columns.get(heading) in DATES
    }


def settled(sheet: Sheet, plan: Plan) -> Plan:
    """Return the plan with the order of each column of dates that its own values decide; what was decided stays."""
    found = {
        heading: DayOrder(order.value)
        for heading, order in orders(sheet, plan).items()
        if order in (OrderFound.DAY_FIRST, OrderFound.MONTH_FIRST)
    }
    return replace(plan, orders={**plan.orders, **found})


def undecided(sheet: Sheet, plan: Plan) -> tuple[str, ...]:
    """Return the columns of dates whose order nothing decides: a person has to."""
    asked = (OrderFound.UNDECIDED, OrderFound.BOTH)
    return tuple(h for h, order in orders(sheet, plan).items() if order in asked and h not in plan.orders)


def example_of(sheet: Sheet, plan: Plan, heading: str) -> str:
    """Return a date of the column that can be read both ways."""
    column = headings(sheet, plan.header).index(heading)
    texts = (value for _, value in _column(sheet, plan.header, column) if isinstance(value, str))
    return next((text for text in texts if found_order([text]) is OrderFound.UNDECIDED), "")


def decomposed(sheet: Sheet) -> int:
    """Return how many cells of the first rows have letters apart from their marks; taken in, they are composed."""
    rows = islice(sheet.rows, _ROWS_LOOKED_AT)
    return sum(isinstance(cell, str) and is_decomposed(cell) for row in rows for cell in row)


def _column(sheet: Sheet, header: int, column: int) -> Iterator[tuple[int, Value]]:
    return ((number, row[column]) for number, row in data_rows(sheet, header) if column < len(row))
