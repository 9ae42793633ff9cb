"""What the log tells: the saves, the history of a record, and how a save is turned back or brought again."""

import json
from typing import Any

from hanoi_desk.records import Record
from hanoi_desk.storage import Connection
from hanoi_desk.store import log
from hanoi_desk.store.actions import NOT_UNDONE, Action, Entry, Save
from hanoi_desk.store.codec import Json, parsed, shapes, sound
from hanoi_desk.store.search import PARTS

_SAVE = "id, action, label, hlc, who"

#: Later than any save.
_LATEST = 2**63 - 1

#: A later program may have saved in ways that this one has no name for.
_ACTIONS = {action.value: action for action in Action}
_STANDING = f"action not in ({','.join('?' * len(NOT_UNDONE))})"


def saves(connection: Connection, limit: int) -> list[Save]:
    """Return the newest saves, newest first."""
    rows = connection.execute(f"select {_SAVE} from save order by hlc desc limit ?", (limit,))
    return [read_save(row) for row in rows.fetchall()]


def undo_target(connection: Connection) -> Save | None:
    """Return the newest save that stands."""
    row = connection.execute(
        f"select {_SAVE} from save where not undone and {_STANDING} order by hlc desc limit 1", NOT_UNDONE
    ).fetchone()
    return read_save(row) if row else None


def redo_target(connection: Connection) -> Save | None:
    """Return the save that was taken back last, unless something new was saved since."""
    row = connection.execute(
        f"select {_SAVE} from save where undone > 0 and undone >"
        " (select hlc from save where action not in (?, ?) order by hlc desc limit 1) order by undone desc limit 1",
        (Action.UNDO, Action.REDO),
    ).fetchone()
    return read_save(row) if row else None


def turn(connection: Connection, pen: log.Pen, target: Save, touched: dict[str, set[str]], *, back: bool) -> None:
    """Write the values from before a save (back) or after it as new changes, and what is derived from them."""
    values: dict[tuple[str, str, str], Json] = {}
    changes = _changes(connection, target.id)
    # A field that the save changed more than once ends at its first value from before, or its last one after.
    for table, record_id, field, before, after in reversed(changes) if back else changes:
        if not _turns(connection, table, record_id, field, before, after):
            continue  # an erased person does not come back
        if field == log.WHOLE:
            # A record that a save made goes when the save goes, and comes back with it.
            values[table, record_id, log.DELETED] = {} if back else None
        else:
            values[table, record_id, field] = before if back else after
    # Deletions come last: they name the values that were seen.
    for (table, record_id, field), value in sorted(values.items(), key=lambda one: one[0][2] == log.DELETED):
        if field == log.DELETED and value is not None:
            log.write_deletion(pen, table, record_id)
        else:
            log.write_field(pen, table, record_id, field, value)
        touched.setdefault(table, set()).add(record_id)
    for table, ids in touched.items():
        for record_id in sorted(ids):
            log.show(connection, table, record_id)


def take_back(connection: Connection, pen: log.Pen, save_id: str, touched: dict[str, set[str]]) -> None:
    """Write the values from before an earlier save wherever they were not changed since; what it deleted comes back."""
    for table, record_id, field, before, after in reversed(_changes(connection, save_id)):
        head = log.head(connection, record_id, field)
        # Who is deleted still comes back, whichever change says so now.
        as_deleted = field == log.DELETED and head is not None and head.value is not None
        unchanged = as_deleted or (head is not None and log.value_in(head, field) == after)
        if field == log.WHOLE or not unchanged or log.is_erased(connection, record_id):
            continue
        log.write_field(pen, table, record_id, field, before)
        touched.setdefault(table, set()).add(record_id)
        log.show(connection, table, record_id)


def turns_something(connection: Connection, save_id: str) -> bool:
    """Tell whether anything is left of a save that undo or redo could turn."""
    return any(_turns(connection, *change) for change in _changes(connection, save_id))


def _turns(connection: Connection, _table: str, record_id: str, _field: str, before: Json, after: Json) -> bool:
    """Tell whether a change may be turned: not one whose values were dropped, nor one of a record that was erased."""
    return log.GONE not in (before, after) and not log.is_erased(connection, record_id)


def saves_by(connection: Connection, action: Action) -> list[tuple[Save, dict[str, Any]]]:
    """Return the saves of an action that were not taken back, with all that each says of itself, newest first."""
    rows = connection.execute(
        "select s.id, s.action, s.label, s.hlc, s.who, c.val from save s cross join change c on c.rec = s.id"
        " where s.action = ? and s.undone = 0 and c.tbl = 'save' order by s.hlc desc",
        (action,),
    )
    return [(read_save(row[:5]), parsed(row[5])) for row in rows.fetchall()]


def entries(connection: Connection, record: Record, limit: int | None = None, before: int | None = None) -> list[Entry]:
    """Return the changes of a record and of its parts, newest first: those of the newest `limit` saves.

    `before` is a time of the log (`hlc`): only saves that are older are looked at.
    """
    wanted = [record.id]
    for part in PARTS.get(record.table, ()):
        rows = connection.execute(f"select id from {part} where {record.table} = ?", (record.id,))
        wanted += [part_id for (part_id,) in rows.fetchall()]
    rows = connection.execute(
        "with own as materialized"
        " (select txn, hlc, stream, seq from json_each(?) r cross join change on rec = r.value),"
        f" page as materialized (select {_SAVE} from save where id in (select txn from own) and hlc < ?"
        " order by hlc desc limit ?)"
        " select s.id, s.action, s.label, s.hlc, s.who, c.tbl, c.rec, c.fld, c.val, c.prev from page s"
        " cross join own o on o.txn = s.id cross join change c on c.stream = o.stream and c.seq = o.seq"
        " order by o.hlc desc",
        (json.dumps(wanted), _LATEST if before is None else before, -1 if limit is None else limit),
    )
    found = []
    for *save, table, record_id, field, value, prev in rows.fetchall():
        replaced, given = _before(connection, field, prev), parsed(value)
        replaced, given = (None if one == log.GONE else one for one in (replaced, given))
        found.append(Entry(read_save(save), table, record_id, field, replaced, given))
    return found


def _changes(connection: Connection, save_id: str) -> list[tuple[str, str, str, Json, Json]]:
    rows = connection.execute(
        "select tbl, rec, fld, val, prev from change where txn = ? and tbl <> 'save' order by stream, seq", (save_id,)
    )
    return [
        (table, record_id, field, _before(connection, field, prev), parsed(value))
        for table, record_id, field, value, prev in rows.fetchall()
        if table in shapes()
    ]


def _before(connection: Connection, field: str, prev: str) -> Json:
    """Return the value that a change replaced: that of the newest change which its author saw."""
    found: list[tuple[int, Json]] = []
    with sound():
        seen = [(stream, seq) for stream, seq in parsed(prev)]
        if not all(type(number) is int and 0 <= number < 1 << 63 for pair in seen for number in pair):
            raise TypeError("prev")
    for stream, seq in seen:
        row = connection.execute(
            "select hlc, fld, val from change where stream = ? and seq = ?", (stream, seq)
        ).fetchone()
        if row is not None:
            hlc, name, value = row
            found.append((hlc, log.value_in(log.Head((stream, seq), name, parsed(value)), field)))
    return max(found, key=lambda one: one[0])[1] if found else None


def read_save(row: Any) -> Save:
    """Return a save from its row: id, action, label, hlc, who."""
    save_id, action, label, hlc, who = row
    with sound():
        if not (all(isinstance(one, str) for one in (save_id, action, label, who)) and 0 <= hlc < 1 << 63):
            raise TypeError("save")
    return Save(save_id, _ACTIONS.get(action, Action.EDIT_RECORD), label, hlc, who)
