"""The append-only log of changes (exchange.md, unit 1), and the records that are derived from it.

A change is a new value of one field of one record, with the changes of that field that its author saw. A new record may
be one change with the field "*". Nothing here is ever edited; undo writes the old values as new changes. Only the value
of a change may be dropped, when a person is erased: its place, author and predecessors stay (exchange.md, erasure).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hanoi_desk.records import Record
from hanoi_desk.storage import Connection
from hanoi_desk.store import search
from hanoi_desk.store.actions import Action
from hanoi_desk.store.codec import Json, Shape, canonical, from_json, is_typed, parsed, shapes, sound, to_json
from hanoi_desk.store.titles import title
from hanoi_desk.text import sort_key
from hanoi_desk.values import Value, frozen

WHOLE = "*"
DELETED = "_deleted"

#: In place of a value that was dropped; in a whole record, under this name, the fields that were.
DROPPED = "_dropped"
GONE: Json = {DROPPED: True}
#: Marks the deletion of a record that was erased: it never comes back.
ERASED = "erased"
#: Where a save says which changes it dropped, and which earlier saves have nothing left to turn back.
REDACTION = "redaction"
SETTLED = "settled"

#: The longest value of one change, in bytes of UTF-8 (exchange.md, unit 1).
VALUE_LIMIT = 64 * 1024

#: A change is named by the number of its stream in this file and its place in that stream.
ChangeId = tuple[int, int]


@frozen
class Head(Value):
    """The change that gave a field its present value."""

    id: ChangeId
    field: str
    value: Json


@dataclass(slots=True)
class Pen:
    """What writing a save needs: the stream, the next place in it, the clock, the author and the save."""

    connection: Connection
    stream: int
    seq: int
    hlc: int
    who: str
    save: str

    def write(self, table: str, record_id: str, field: str, value: Json, seen: list[ChangeId]) -> None:
        """Append one change."""
        self.seq += 1
        self.hlc += 1
        self.connection.execute(
            "insert into change values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self.stream,
                self.seq,
                self.hlc,
                self.who,
                self.save,
                table,
                record_id,
                field,
                canonical(value),
                canonical(seen),
            ),
        )


def take_pen(connection: Connection, stream: int, who: str, save: str, now_ms: int) -> Pen:
    """Return a pen for one save; call it inside the transaction, so that no other writer takes the same place.

    The clock never goes back: it is the greater of this laptop's time and the newest change held (exchange.md).
    """
    (seq,) = connection.execute("select coalesce(max(seq), 0) from change where stream = ?", (stream,)).fetchone()
    (seen,) = connection.execute(
        "select coalesce(max((select hlc from change c where c.stream = s.number order by seq desc limit 1)), 0)"
        " from stream s"
    ).fetchone()
    return Pen(connection, stream, seq, max(seen, now_ms << 16), who, save)


def head(connection: Connection, record_id: str, field: str) -> Head | None:
    """Return the newest change of a field, or of the whole record where the field has none of its own."""
    whole = field if field == DELETED else WHOLE
    row = connection.execute(
        "select stream, seq, fld, val from change where rec = ? and fld in (?, ?)"
        " order by fld = ?, hlc desc, stream desc, seq desc limit 1",
        (record_id, field, whole, WHOLE),
    ).fetchone()
    if row is None:
        return None
    stream, seq, name, value = row
    return Head((stream, seq), name, parsed(value))


def heads(connection: Connection, record_id: str) -> list[ChangeId]:
    """Return the newest change of each field of a record, deletion apart."""
    rows = connection.execute(
        "select stream, seq, max(hlc) from change where rec = ? and fld <> ? group by fld order by stream, seq",
        (record_id, DELETED),
    )
    return [(stream, seq) for stream, seq, _ in rows.fetchall()]


def write_new(pen: Pen, record: Record) -> None:
    """Write a new record as one change; a record too long for that gives its longest fields changes of their own."""
    values = to_json(record)
    apart: list[str] = []
    while len(canonical(values).encode()) > VALUE_LIMIT:
        apart.append(max(values, key=lambda name: len(canonical(values[name]).encode())))
        values.pop(apart[-1])
    pen.write(record.table, record.id, WHOLE, values, [])
    for name in apart:
        write_field(pen, record.table, record.id, name, to_json(record)[name])


def write_field(pen: Pen, table: str, record_id: str, field: str, value: Json) -> None:
    """Write the new value of one field, naming the change that gave it its present one."""
    found = head(pen.connection, record_id, field)
    pen.write(table, record_id, field, value, [found.id] if found else [])


def write_deletion(pen: Pen, table: str, record_id: str) -> None:
    """Write that a record is deleted by someone who saw its present fields."""
    write_field(pen, table, record_id, DELETED, {"saw": heads(pen.connection, record_id)})


def value_in(found: Head, field: str) -> Json | None:
    """Return the encoded value of a field that a change gave it; None when it was empty, GONE when it was dropped."""
    if found.field == WHOLE and field != WHOLE:
        with sound():
            return GONE if field in found.value.get(DROPPED, ()) else found.value.get(field)
    return found.value


def is_erased(connection: Connection, record_id: str) -> bool:
    """Tell whether a record was erased for good."""
    found = connection.execute("select val from change where rec = ? and fld = ?", (record_id, DELETED)).fetchall()
    return any(erases(parsed(value)) for (value,) in found)


def erases(deletion: Json) -> bool:
    """Tell whether the value of a deletion says that it is for good."""
    return isinstance(deletion, dict) and deletion.get(ERASED) is True


def changed_fields(before: Record, after: Record) -> dict[str, Json]:
    """Return the encoded new values of the fields in which two versions differ; None where one is now empty."""
    old, new = to_json(before), to_json(after)
    return {name: new.get(name) for name in sorted(old.keys() | new.keys()) if old.get(name) != new.get(name)}


# ---- the derived records ----


def put(connection: Connection, record: Record) -> None:
    """Write a record's row, its link rows and its words for the search, whether or not it was there."""
    s = shapes()[record.table]
    names = ["id", *(c.name for c in s.plain), "sort_title"]
    values: list[Any] = [record.id, *(c.to_sql(getattr(record, c.name)) for c in s.plain)]
    words = title(record)
    # Parts are shown with their whole and never listed in an order of their own.
    values.append("" if s.table in search.PART_TABLES else sort_key(words))
    updates = ", ".join(f'"{n}" = excluded."{n}"' for n in names[1:])
    columns = ", ".join(f'"{n}"' for n in names)
    (rowid,) = connection.execute(
        f"insert into {s.table}({columns}) values ({','.join('?' * len(names))})"
        f" on conflict(id) do update set {updates}, deleted = 0 returning rowid",
        values,
    ).fetchone()
    _put_lists(connection, s, record)
    search.index(connection, record, rowid, words)


def _put_lists(connection: Connection, s: Shape, record: Record) -> None:
    for column in s.lists:
        table = f"{s.table}_{column.name}"
        connection.execute(f"delete from {table} where owner = ?", (record.id,))
        for position, target in enumerate(getattr(record, column.name)):
            connection.execute(f"insert into {table} values (?, ?, ?)", (record.id, position, target))


def hide(connection: Connection, table: str, record_id: str) -> None:
    """Mark a record as deleted; its row stays so that what points to it holds."""
    s = shapes()[table]
    row = connection.execute(f"update {table} set deleted = 1 where id = ? returning rowid", (record_id,)).fetchone()
    if row is not None:
        search.remove(connection, s, row[0])


def show(connection: Connection, table: str, record_id: str) -> None:
    """Make a record's derived rows anew from the log."""
    record, deleted = state(connection, table, record_id)
    if record is not None:
        put(connection, record)
    if deleted:
        hide(connection, table, record_id)


def state(connection: Connection, table: str, record_id: str) -> tuple[Record | None, bool]:
    """Return a record as the log gives it, and whether it is deleted."""
    rows = connection.execute(
        "select fld, val from change where rec = ? order by hlc, stream, seq", (record_id,)
    ).fetchall()
    return _replay(table, record_id, rows)


def _replay(table: str, record_id: str, rows: list[tuple[str, str]]) -> tuple[Record | None, bool]:
    values: dict[str, Json] | None = None
    deleted = erased = False
    with sound():
        for field, text in rows:
            value = parsed(text)
            if field == WHOLE:
                values = {**value, **(values or {})}
            elif field == DELETED:
                erased = erased or erases(value)
                deleted = erased or value is not None
            elif values is not None:
                values[field] = None if value == GONE else value
        if values is None:
            return None, deleted
        held = {name: value for name, value in values.items() if value is not None}
        record = from_json(shapes()[table].kind, record_id, held)
        if not is_typed(record):
            raise TypeError(table)
    return record, deleted


def look_through(connection: Connection, table: str, record_id: str) -> None:
    """Look whether something can be made of what the log says of a record, of a save, or of itself.

    :raises StoreError: DAMAGED when not.
    """
    if table in shapes():
        state(connection, table, record_id)
        return
    told = connection.execute("select fld, val from change where tbl = ? and rec = ?", (table, record_id)).fetchall()
    for field, value in told:
        if table == "save":
            _save_in(parsed(value), record_id)
        elif (table, field) == (REDACTION, SETTLED):
            _settled_in(parsed(value))


def put_save(connection: Connection, save_id: str, value: Json, hlc: int, who: str) -> None:
    """Write the row of a save; an undo or redo turns the save that it names."""
    turns, action, label = _save_in(value, save_id)
    connection.execute(
        "insert into save(id, action, label, turns, hlc, who) values (?, ?, ?, ?, ?, ?)",
        (save_id, action, label, turns, hlc, who),
    )
    if turns:
        undone = hlc if action == Action.UNDO else 0
        connection.execute("update save set undone = ? where id = ?", (undone, turns))


def settle(connection: Connection, saves: list[str]) -> None:
    """Mark saves of which nothing is left that could be undone or done again."""
    connection.executemany("update save set undone = -1 where id = ?", [(save,) for save in _settled_in(saves)])


def _save_in(value: Json, save_id: str) -> tuple[str | None, str, str]:
    """Return the save that one turns, its action and its label."""
    with sound():
        turns, action, label = value.get("turns"), value["action"], value["label"]
        if not all(isinstance(one, str) for one in (turns or "", action, label)):
            raise TypeError(save_id)
    return turns, action, label


def _settled_in(value: Json) -> list[str]:
    with sound():
        if not (isinstance(value, list) and all(isinstance(save, str) for save in value)):
            raise TypeError(SETTLED)
    return value


def rebuild(connection: Connection) -> None:
    """Make every derived row anew from the log; call it inside a transaction, foreign keys off."""
    for s in shapes().values():
        for column in s.lists:
            connection.execute(f"delete from {s.table}_{column.name}")
        connection.execute(f"delete from {s.table}")
    connection.execute("insert into search(search) values ('delete-all')")
    connection.execute("delete from save")
    saves = connection.execute("select rec, val, hlc, who from change where tbl = 'save' order by hlc, stream, seq")
    for save_id, value, hlc, who in saves.fetchall():
        put_save(connection, save_id, parsed(value), hlc, who)
    settled = connection.execute("select val from change where tbl = ? and fld = ?", (REDACTION, SETTLED))
    for (value,) in settled.fetchall():
        settle(connection, parsed(value))
    for table, record_id in _records_in_order(connection):
        show(connection, table, record_id)


def _records_in_order(connection: Connection) -> Iterator[tuple[str, str]]:
    rows = connection.execute(
        "select tbl, rec from change where tbl <> 'save' group by tbl, rec order by min(hlc), min(stream), min(seq)"
    )
    yield from (row for row in rows.fetchall() if row[0] in shapes())
