"""The tables for people: one a kind, in words, with nothing in them that a spreadsheet would compute."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from hanoi_desk.language import Language, capital, field_word, name_of, word, word_of
from hanoi_desk.records import Event, Mission, Organisation, Participant, Record, Treaty
from hanoi_desk.sheets import harmless
from hanoi_desk.store.codec import Column, shape
from hanoi_desk.store.titles import title


def table_name(kind: type[Record], language: Language) -> str:
    """Return the name of a kind's table, which carries the marking."""
    return f"{kind.table} ({word('mark.internal', language)}).csv"


def table(kind: type[Record], records: Iterable[Record], titles: Mapping[str, str], language: Language) -> bytes:
    """Return a table in UTF-8: the marking, the headings, a row for each record, its identifier last.

    `titles` are the words for the records that links point to, by identifier.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    columns = shape(kind).columns
    writer.writerow([word("marking.internal", language)])
    writer.writerow(
        [*(field_word(kind.table, c.name, language) for c in columns), capital(word("folder.id", language))]
    )
    for record in records:
        cells = [_cell(column, getattr(record, column.name), titles, language) for column in columns]
        writer.writerow([*cells, record.id])
    return text.getvalue().encode("utf-8-sig")


def called(record: Record, language: Language) -> str:
    """Return what a table calls a record that a link points to."""
    if isinstance(record, Participant | Treaty | Mission | Organisation | Event):
        return name_of(record, language)
    return title(record)


def _cell(column: Column, value: Any, titles: Mapping[str, str], language: Language) -> str | int:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return harmless("; ".join(str(_plain(column, one, titles, language)) for one in value))
    plain = _plain(column, value, titles, language)
    return harmless(plain) if isinstance(plain, str) else plain


def _plain(column: Column, value: Any, titles: Mapping[str, str], language: Language) -> str | int:
    if column.link is not None:
        return titles.get(value, "")
    match value:
        case StrEnum():
            return word_of(value, language)
        case bool():
            return capital(word("ui.yes" if value else "ui.no", language))
        case date():
            return value.isoformat()
        case int():
            return value
    return str(value)
