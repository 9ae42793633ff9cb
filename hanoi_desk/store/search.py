"""The search index: folded text beside exact text, so that accents may be left out and still count when given.

SQLite's own folding does not know đ, so both columns are folded by `text.py`. Words are cut apart here too, in what is
kept as in what is asked for, so that the tokenizer never sees one where we see two.
"""

from contextlib import closing

from hanoi_desk.records import Attachment, Record
from hanoi_desk.storage import Connection
from hanoi_desk.store.codec import Shape, searched_text, shape, shapes
from hanoi_desk.text import accents, fold
from hanoi_desk.values import Value, frozen

#: A row of the index is the number of the kind in the upper bits and the row of the record in the lower 40.
_ROW_BITS = 40
ROW_MASK = (1 << _ROW_BITS) - 1

#: What is found in a part is shown as its whole: the part's field of the same name as the whole's table points to it.
PARTS = {"outreach": ("outreach_country", "outreach_person"), "person": ("appointment",), "pack": ("pack_text",)}

PART_TABLES = frozenset(part for parts in PARTS.values() for part in parts)

#: The order in which kinds are shown; kinds that are not named are not searched for.
GROUPS = (
    "participant",
    "person",
    "outreach",
    "commitment",
    "follow_up",
    "ask",
    "event",
    "meeting",
    "statement",
    "pack",
    "organisation",
    "mission",
    "officer",
    "domestic_step",
    "message",
    "treaty",
    "treaty_action",
    "source",
    "attachment",
)

#: The note on the file that holds the words of an edition's document, in which a person is looked for to be erased.
WORDS_NOTE = "words"
_MOST_WORDS = 12
_LONGEST_WORD = 64


@frozen
class Hit(Value):
    """A record that a search found; `exact` when the accents are those that were typed."""

    kind: type[Record]
    id: str
    exact: bool


def row_range(s: Shape) -> tuple[int, int]:
    """Return the first and last row of the index that records of this kind can have."""
    return s.number << _ROW_BITS, (s.number << _ROW_BITS) | ROW_MASK


def folded_match(text: str) -> str | None:
    """Return the match expression for a typed text with accents left out, or None when there is no word in it."""
    return _match("folded", fold(text))


def exact_match(text: str) -> str | None:
    """Return the match expression for a typed text with its accents, or None when there is no word in it."""
    return _match("exact", accents(text))


def index(connection: Connection, record: Record, rowid: int, title: str) -> None:
    """Write what a search should find a record by, replacing what stood there."""
    row = (shape(type(record)).number << _ROW_BITS) | rowid
    text = searched_text(record)
    if title not in text:
        text = f"{title}\n{text}"
    if isinstance(record, Attachment) and (record.record_table, record.note) == ("pack_edition", WORDS_NOTE):
        text = ""  # a file beside that which is looked for
    if text.strip():
        connection.execute(
            "insert or replace into search(rowid, folded, exact) values (?, ?, ?)",
            (row, _cut(fold(text)), _cut(accents(text))),
        )
    else:
        connection.execute("delete from search where rowid = ?", (row,))


def remove(connection: Connection, s: Shape, rowid: int) -> None:
    """Take a record out of the index."""
    connection.execute("delete from search where rowid = ?", ((s.number << _ROW_BITS) | rowid,))


def search(connection: Connection, text: str, limit: int) -> list[Hit]:
    """Return up to `limit` records of each kind, in the order of GROUPS; exact accents first, then the newest.

    Any text may be asked for; one without a letter or digit finds nothing.
    """
    folded = folded_match(text)
    if folded is None:
        return []
    exact = exact_match(text)
    hits: list[Hit] = []
    for table in GROUPS:
        found: dict[str, Hit] = {}
        for match, is_exact in ((exact, True), (folded, False)):
            for name in (table, *PARTS.get(table, ())):
                if match is not None and len(found) < limit and _has_rows(connection, name):
                    _add_found(connection, shapes()[table], shapes()[name], match, is_exact, limit, found)
        hits += found.values()
    return hits


def _has_rows(connection: Connection, table: str) -> bool:
    # Looking up the words costs more than this, however few records there are.
    return connection.execute(f"select 1 from {table} limit 1").fetchone() is not None


def _add_found(
    connection: Connection, whole: Shape, s: Shape, match: str, is_exact: bool, limit: int, found: dict[str, Hit]
) -> None:
    """Add what a kind or one of its parts holds to what is found, newest first, up to the limit."""
    if whole is s:
        tables, column = f"{s.table} w", "w.rowid"
    else:
        tables, column = (
            f"{s.table} p cross join {whole.table} w on w.id = p.{whole.table} and not p.deleted",
            "p.rowid",
        )
    rows = connection.execute(
        f"select w.id from search f cross join {tables} where f.search match ? and f.rowid between ? and ?"
        f" and {column} = f.rowid & {ROW_MASK} and not w.deleted order by f.rowid desc",
        (match, *row_range(s)),
    )
    with closing(rows):
        for (record_id,) in rows:
            found.setdefault(record_id, Hit(whole.kind, record_id, is_exact))
            if len(found) >= limit:
                break


class _WordTable(dict[int, str]):
    """Code point → the letter or digit itself, or the blank that stands for anything else."""

    def __missing__(self, code: int) -> str:
        self[code] = found = chr(code) if chr(code).isalnum() else " "
        return found


_WORDS = _WordTable()


def _cut(text: str) -> str:
    """Return the letters and digits of a text, with blanks for what stands between its words."""
    return text.translate(_WORDS)


def _match(column: str, text: str) -> str | None:
    words = _cut(text).split()
    terms = [f'"{word[:_LONGEST_WORD]}"{"*" * (len(word) > _LONGEST_WORD)}' for word in words[:_MOST_WORDS]]
    if terms:
        terms[-1] = terms[-1].rstrip("*") + "*"  # still being typed
    return f"{column} : ({' AND '.join(terms)})" if terms else None
