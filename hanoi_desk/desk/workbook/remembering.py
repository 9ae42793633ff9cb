"""Remembers by its headings how a sheet was read, for this desk on this laptop."""

from collections.abc import Iterable
from dataclasses import replace

from hanoi_desk.language import Language, word
from hanoi_desk.store import Store
from hanoi_desk.text import fold
from hanoi_desk.workbook import Sheet
from hanoi_desk.workbook.mapping import (
    BadMapping,
    Plan,
    fingerprint,
    guess_header,
    guess_plan,
    headings,
    plan_from_json,
    plan_to_json,
)
from hanoi_desk.workbook.questions import offers


def remember_plan(store: Store, sheet: Sheet, plan: Plan) -> None:
    """Keep how a sheet with these headings is read."""
    store.set_local(_key(headings(sheet, plan.header)), plan_to_json(plan))


def plan_for(store: Store, sheet: Sheet, header: int | None = None) -> tuple[Plan, bool]:
    """Return how a sheet is read, and whether that was remembered; else it is guessed. `header`: its row, if known."""
    row = guess_header(sheet) if header is None else header
    kept = store.local(_key(headings(sheet, row)))
    if kept:
        try:
            plan = plan_from_json(kept)
            # The old encoding may be gone from a newer workbook: what is Unicode now must not be turned.
            old = {one.heading: one.encoding for one in offers(sheet, row) if one.heading in plan.repairs}
            return replace(plan, header=row, sheet=sheet.name, repairs=old), True
        except BadMapping:  # of another program
            pass
    return guess_plan(sheet, row), False


def _key(names: Iterable[str]) -> str:
    # A file of rejected rows has one column more.
    reasons = {fold(word("workbook.reason", language)) for language in Language}
    return f"workbook.{fingerprint(name for name in names if fold(name) not in reasons)}"
