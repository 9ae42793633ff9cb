"""What was deleted and still is, as the log tells it: by save, the newest first."""

import json
from collections.abc import Sequence

from hanoi_desk.storage import Connection
from hanoi_desk.store.actions import Action, Save
from hanoi_desk.store.codec import shapes
from hanoi_desk.store.history import read_save

#: A deletion that stands: no later change of the record's deletion is known.
_STANDS = (
    "c.fld = '_deleted' and c.val <> 'null' and c.tbl in (select value from json_each(?)) and not exists"
    " (select 1 from change d indexed by change_of_field where d.rec = c.rec and d.fld = '_deleted' and d.hlc > c.hlc)"
)

# Left to itself SQLite goes through the whole log to find the few saves, so each step is told its index.
SAVES = (
    "with thrown(txn) as (select distinct txn from change indexed by change_deletion"
    " where fld = '_deleted' and hlc >= ?)"
    " select s.id, s.action, s.label, s.hlc, s.who from thrown t cross join save s on s.id = t.txn"
    " where s.action not in (?, ?) and exists"
    f" (select 1 from change c indexed by change_of_save where c.txn = t.txn and {_STANDS})"
    " order by s.hlc desc"
)
RECORDS = (
    "select c.txn, c.tbl, c.rec from json_each(?) s cross join change c indexed by change_of_save on c.txn = s.value"
    f" where {_STANDS} order by c.stream, c.seq"
)


def deleting_saves(connection: Connection, since: int) -> list[Save]:
    """Return the saves from a time of the log (`hlc`) on of which some deletion stands, the newest first.

    A person who was erased for good is not among what was deleted, for nothing could be brought back; nor is one that
    was made one with another: telling them apart brings that one back with its links.
    """
    rows = connection.execute(SAVES, (since, Action.ERASE_PERSON, Action.MERGE_PERSONS, _kinds()))
    return [read_save(row) for row in rows.fetchall()]


def deleted_in(connection: Connection, saves: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Return the table and identifier of each record that these saves deleted and that is deleted still, by save."""
    rows = connection.execute(RECORDS, (json.dumps(list(saves)), _kinds()))
    found: dict[str, list[tuple[str, str]]] = {save: [] for save in saves}
    for save, table, record_id in rows.fetchall():
        found[save].append((table, record_id))
    return found


def _kinds() -> str:
    """Return the tables of this program as JSON: a later one may have deleted records of others."""
    return json.dumps(list(shapes()))
