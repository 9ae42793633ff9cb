"""Records as they are held: read by their identifiers, a page in one statement."""

from collections.abc import Sequence
from typing import TypeVar

from hanoi_desk.records import Record
from hanoi_desk.storage import Connection
from hanoi_desk.store.codec import Shape, shape, sound

R = TypeVar("R", bound=Record)


def read(connection: Connection, kind: type[R], ids: Sequence[str], *, deleted: bool = False) -> list[R]:
    """Return the records with these identifiers in that order, with those that are deleted only when asked to."""
    s = shape(kind)
    standing = "" if deleted else "not deleted and "
    names = ", ".join(["id", *(f'"{c.name}"' for c in s.plain)])
    marks = ",".join("?" * len(ids))
    rows = connection.execute(f"select {names} from {s.table} where {standing}id in ({marks})", tuple(ids))
    lists = {c.name: _lists(connection, s, c.name, ids) for c in s.lists}
    found: dict[str, R] = {}
    of_lists = list(lists.values())
    with sound():  # once for all: entering it for each of thousands takes as long as reading them
        for row in rows.fetchall():
            values = list(row)
            for place, decode in s.decoders:
                values[place] = decode(values[place])
            record_id = values[0]
            values += [tuple(by_owner.get(record_id, ())) for by_owner in of_lists]
            found[record_id] = kind(**dict(zip(s.names, values, strict=True)))
    return [found[i] for i in ids if i in found]


def _lists(connection: Connection, s: Shape, name: str, ids: Sequence[str]) -> dict[str, list[str]]:
    marks = ",".join("?" * len(ids))
    rows = connection.execute(
        f"select owner, target from {s.table}_{name} where owner in ({marks}) order by owner, position", tuple(ids)
    )
    by_owner: dict[str, list[str]] = {}
    for owner, target in rows.fetchall():
        by_owner.setdefault(owner, []).append(target)
    return by_owner
