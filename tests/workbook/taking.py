"""Takes rows into a desk as an officer would, and looks at what came of them."""

from dataclasses import replace
from datetime import date

from hanoi_desk.desk.workbook import (
    RowStanding,
    compare_workbook,
    import_workbook,
    known_names,
    plan_for,
    read_rows,
)
from hanoi_desk.store import Query
from hanoi_desk.workbook.questions import settled
from hanoi_desk.workbook.sheet import Sheet

TODAY = date(2026, 11, 22)


def sheet_of(headings, *rows):
    """Return a sheet with these headings; what stands before a bar is one column."""
    names = tuple(headings.split("|"))
    return Sheet("Sheet1", (names, *(tuple(row) for row in rows)))


def compared(store, sheet, today=TODAY, **plan):
    """Return a sheet beside the desk, its columns guessed."""
    found = replace(settled(sheet, plan_for(store, sheet)[0]), **plan)
    return compare_workbook(store, read_rows(sheet, found, known_names(store, today), "book.xlsx"))


def taken(store, sheet, overwrite=(), **plan):
    """Import a sheet and return what stood where before."""
    comparison = compared(store, sheet, **plan)
    import_workbook(store, comparison, overwrite)
    return comparison


def standings(comparison):
    """Return how each row stands, in order."""
    return [row.standing for row in comparison.rows]


def reasons(comparison):
    """Return why each row has remarks, in order of the rows."""
    return [[remark.why for remark in row.remarks] for row in comparison.rows]


def all_of(store, kind):
    """Return all records of a kind."""
    return store.all(Query(kind))


NEW, CHANGED, SAME = RowStanding.NEW, RowStanding.CHANGED, RowStanding.SAME
CHANGED_HERE, REJECTED = RowStanding.CHANGED_HERE, RowStanding.REJECTED
