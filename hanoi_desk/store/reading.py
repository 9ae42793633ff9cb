"""Records as they are held: read by their identifiers, a page in one statement."""

from collections import deque
from collections.abc import Sequence
from typing import Any, TypeVar

from hanoi_desk.records import Record
from hanoi_desk.storage import Connection
from hanoi_desk.store.codec import Shape, shape, sound
from hanoi_desk.store.query import Query, columns, whole

R = TypeVar("R", bound=Record)

#: How many identifiers one statement asks for.
PAGE = 500


def read(connection: Connection, kind: type[R], ids: Sequence[str], *, deleted: bool = False) -> list[R]:
    """Return the records with these identifiers in that order, with those that are deleted only when asked to."""
    s = shape(kind)
    standing = "" if deleted else "not deleted and "
    marks = ",".join("?" * len(ids))
    rows = connection.execute(f"select {columns(s)} from {s.table} where {standing}id in ({marks})", tuple(ids))
    found = {record.id: record for record in _made(connection, kind, rows.fetchall())}
    return [found[i] for i in ids if i in found]


def read_whole(connection: Connection, asked: Query) -> list[Any]:
    """Return the records asked for in the order asked for, in one statement."""
    statement = whole(asked)
    return _made(connection, asked.kind, connection.execute(statement.text, statement.values).fetchall())


def _made(connection: Connection, kind: type[R], rows: Sequence[Sequence[Any]]) -> list[R]:
    """Return a record for each row.

    Field by field and not row by row, and into the slots of records that are still empty: that is several times as
    fast, and thousands are read for one page. Nothing else happens where a record is made.
    """
    if not rows:
        return []
    s = shape(kind)
    cells: list[Sequence[Any]] = list(zip(*rows, strict=True))
    made = [object.__new__(kind) for _ in rows]
    with sound():
        for column, allowed in zip(cells, s.cells, strict=True):
            if not allowed.issuperset(map(type, column)):
                raise TypeError(s.table)
        for place, decode in s.decoders:
            cells[place] = list(map(decode, cells[place]))
    for name in s.lists:
        by_owner = _lists(connection, s, name.name, cells[0])
        cells.append([tuple(by_owner.get(owner, ())) for owner in cells[0]])
    for setter, column in zip(s.setters, cells, strict=True):
        deque(map(setter, made, column), maxlen=0)  # runs through it, and keeps nothing
    return made


def _lists(connection: Connection, s: Shape, name: str, ids: Sequence[str]) -> dict[str, list[str]]:
    by_owner: dict[str, list[str]] = {}
    for start in range(0, len(ids), PAGE):
        page = tuple(ids[start : start + PAGE])
        marks = ",".join("?" * len(page))
        rows = connection.execute(
            f"select owner, target from {s.table}_{name} where owner in ({marks}) order by owner, position", page
        )
        for owner, target in rows.fetchall():
            by_owner.setdefault(owner, []).append(target)
    return by_owner
