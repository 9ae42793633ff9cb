"""The command that takes an officer's own workbook in: compared first, kept with --apply."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo, Console
from hanoi_desk.desk.workbook import (
    ComparedRow,
    RowStanding,
    WorkbookComparison,
    compare_workbook,
    import_workbook,
    known_names,
    plan_for,
    read_rows,
    records_in,
    sentence,
)
from hanoi_desk.language import capital, joined, word, word_key
from hanoi_desk.store import Store
from hanoi_desk.workbook import Book, Sheet, WorkbookError, read_sheets
from hanoi_desk.workbook.mapping import BadMapping, Plan, headings, plan_from_json, plan_to_json
from hanoi_desk.workbook.questions import Offer, offers, settled, undecided

Json = dict[str, Any]

#: A mapping is a page of text.
_MAPPING_LIMIT = 2**20
#: How many rows are told in words at once; JSON has all.
_MOST_TOLD = 20


def import_workbook_file(call: Call) -> None:
    """Compare a workbook with the desk; with --apply keep its new and changed rows as one save.

    :raises ClearNo: when it is no workbook, the mapping is none, or its columns do not tell enough.
    """
    console, path = call.console, call.asked.folder
    call.refuse_marked(path)
    book = _book(call, path)
    with call.open_desk() as store:
        sheet, plan = _plan(call, store, book)
        if missing := plan.missing():
            names = joined((console.word(word_key(one)) for one in missing), console.language)
            raise ClearNo(console.error("workbook.unknown_columns", sheet=sheet.name, columns=names))
        read = read_rows(sheet, plan, known_names(store, call.now.date()), book.name)
        comparison = compare_workbook(store, read)
        change = import_workbook(store, comparison) if call.asked.apply else None
    offered = tuple(one for one in offers(sheet, plan.header) if one.heading not in plan.repairs)
    _tell(call, comparison, offered, undecided(sheet, plan), applied=change is not None)


def _book(call: Call, path: Path) -> Book:
    try:
        return read_sheets(path)
    except WorkbookError as error:
        raise ClearNo(call.console.error(error.key, **error.gaps)) from error
    except OSError as error:
        raise ClearNo(file_sentence(call.console, error, path)) from error


def _plan(call: Call, store: Store, book: Book) -> tuple[Sheet, Plan]:
    """Return the sheet asked for, or the one the mapping names, or the first that can be read; and how it is read."""
    console, asked = call.console, call.asked.sheet
    given = _given(call) if call.asked.mapping else None
    name = asked or (given.sheet if given else "")
    named = book.sheet(name) if name else None
    if asked and named is None:
        known = ", ".join(sheet.name for sheet in book.sheets)
        raise ClearNo(console.error("workbook.unknown_sheet", name=asked, known=known))
    if given is not None:
        sheet = named or next((s for s in book.sheets if given.columns.keys() <= set(headings(s, given.header))), None)
        if sheet is None:
            sheet = book.sheets[0]
        lacking = [name for name in given.columns if name not in headings(sheet, given.header)]
        if lacking:
            names = ", ".join(lacking)
            raise ClearNo(console.error("workbook.no_columns", sheet=sheet.name, columns=names))
        return sheet, settled(sheet, replace(given, sheet=sheet.name))
    plans = [(sheet, plan_for(store, sheet)[0]) for sheet in ([named] if named else book.sheets) if sheet.rows]
    sheet, plan = next((one for one in plans if not one[1].missing()), plans[0])
    return sheet, settled(sheet, plan)


def _given(call: Call) -> Plan:
    path: Path = call.asked.mapping
    try:
        with path.open("rb") as file:
            data = file.read(_MAPPING_LIMIT)
        return plan_from_json(data.decode("utf-8-sig"))
    except OSError as error:
        raise ClearNo(file_sentence(call.console, error, path)) from error
    except UnicodeDecodeError as error:
        raise ClearNo(call.console.error("workbook.bad_mapping", place="UTF-8")) from error
    except BadMapping as error:
        raise ClearNo(call.console.error(error.key, **error.gaps)) from error


# ---- telling ----


def _tell(
    call: Call, comparison: WorkbookComparison, offered: tuple[Offer, ...], asked: tuple[str, ...], *, applied: bool
) -> None:
    console = call.console
    warnings = [*_offers_in_words(console, offered), *(console.word("cli.workbook.order", column=c) for c in asked)]
    if call.asked.json:
        console.give(_as_json(console, comparison, warnings, applied=applied))
        return
    for line in _as_lines(call, comparison, applied=applied):
        console.say(line)
    told = [row for row in comparison.rows if row.remarks]
    for row in told[:_MOST_TOLD]:
        console.warn(_row_in_words(console, row))
    if len(told) > _MOST_TOLD:
        console.warn(console.word("cli.workbook.more", count=len(told) - _MOST_TOLD))
    for warning in warnings:
        console.warn(warning)


def _as_lines(call: Call, comparison: WorkbookComparison, *, applied: bool) -> Iterator[str]:
    console, plan = call.console, comparison.read.page.plan
    kind = console.word(word_key(plan.kind))
    yield console.word("cli.workbook.from", book=comparison.read.book, sheet=plan.sheet, rows=kind)
    counts = comparison.counts()
    yield "; ".join(f"{capital(console.word(word_key(one)))}: {counts[one]}" for one in RowStanding)
    for table, number in records_in(comparison.rows).items():
        yield f"  {console.word(f'record.{table}')}: {number}"
    if not call.asked.mapping:
        yield console.word("cli.workbook.guess")
        yield plan_to_json(plan)
    if applied or not call.asked.apply:
        yield console.word("cli.workbook.applied" if applied else "cli.workbook.only_shown")
    else:
        yield console.word("cli.workbook.nothing")


def _row_in_words(console: Console, row: ComparedRow) -> str:
    reasons = "; ".join(sentence(remark, console.language) for remark in row.remarks)
    return console.word(
        "cli.workbook.row", row=str(row.number + 1), standing=console.word(word_key(row.standing)), why=reasons
    )


def _offers_in_words(console: Console, offered: tuple[Offer, ...]) -> Iterator[str]:
    for one in offered:
        before, after = one.examples[0]
        encoding = word(word_key(one.encoding), console.language)
        yield console.word(
            "cli.workbook.offer",
            column=one.heading,
            encoding=encoding,
            value=one.encoding.value,
            before=before[:60],
            after=after[:60],
        )


def _as_json(console: Console, comparison: WorkbookComparison, warnings: list[str], *, applied: bool) -> Json:
    counts = comparison.counts()
    page = comparison.read.page
    return {
        "workbook": comparison.read.book,
        "sheet": page.plan.sheet,
        **{standing.value: counts[standing] for standing in RowStanding},
        "passed_over": comparison.read.passed_over,
        "applied": applied,
        "mapping": json.loads(plan_to_json(page.plan)),
        "unknown_names": [{"name": one.name, "rows": [row + 1 for row in one.rows]} for one in comparison.read.unknown],
        "records": dict(records_in(comparison.rows)),
        "rows": [
            {
                "row": row.number + 1,
                "title": row.about.in_words(page.known.names, console.language),
                "standing": row.standing.value,
                "fields": sorted({f"{table}.{name}" for table, name in row.fields}),
                "remarks": [
                    {
                        "why": word_key(remark.why),
                        "column": remark.column or None,
                        "value": remark.value or None,
                        "refuses": remark.refuses,
                        "sentence": sentence(remark, console.language),
                    }
                    for remark in row.remarks
                ],
            }
            for row in comparison.rows
            if row.standing is not RowStanding.SAME or row.remarks
        ],
        "warnings": warnings,
    }
