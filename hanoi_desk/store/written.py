"""What saves of one kind wrote, so that an import knows its own values again from those that were written since."""

import json
from collections.abc import Sequence

from hanoi_desk.storage import Connection
from hanoi_desk.store.actions import Action
from hanoi_desk.store.codec import Json, parsed
from hanoi_desk.store.log import DELETED, WHOLE

_WRITTEN = (
    "select c.rec, c.fld, c.val from json_each(?) r cross join change c indexed by change_of_field on c.rec = r.value"
    " join save s on s.id = c.txn where s.action = ? order by c.hlc"
)
_DELETED = (
    "select c.rec, s.action from json_each(?) r cross join change c indexed by change_of_field on c.rec = r.value"
    " join save s on s.id = c.txn where c.fld = ? order by c.hlc, c.stream, c.seq"
)


def written_by(connection: Connection, action: Action, ids: Sequence[str]) -> dict[str, list[dict[str, Json]]]:
    """Return the encoded fields that saves of this name gave each record, the oldest first; a new record has all."""
    found: dict[str, list[dict[str, Json]]] = {}
    for record_id, field, text in connection.execute(_WRITTEN, (json.dumps(list(ids)), action)).fetchall():
        if field != DELETED:
            value = parsed(text)
            found.setdefault(record_id, []).append(value if field == WHOLE else {field: value})
    return found


def last_deletions(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return the name of the save that last deleted each of these records or brought it back, where one did."""
    return dict(connection.execute(_DELETED, (json.dumps(list(ids)), DELETED)).fetchall())
