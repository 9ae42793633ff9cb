"""Records that stand otherwise in their tables than in the log: a wrong letter found where pages have no seal."""

from itertools import groupby, islice
from operator import itemgetter

from hanoi_desk.storage import Connection
from hanoi_desk.store import log
from hanoi_desk.store.codec import shapes
from hanoi_desk.store.reading import read

_PAGE = 500


def strays(connection: Connection, most: int = 20) -> tuple[str, ...]:
    """Return up to `most` records, by table and identifier, of which the log says something else than their own row.

    Every value stands twice in a desk, once in each: where one of the two was damaged they differ.
    :raises StoreError: DAMAGED when a row or a change makes no sense at all.
    """
    found: list[str] = []
    named = connection.execute("select distinct tbl, rec from change where tbl <> 'save' order by tbl, rec").fetchall()
    for table, records in groupby(named, key=itemgetter(0)):
        if table not in shapes():  # what the log says of itself
            continue
        while ids := [record_id for _, record_id in islice(records, _PAGE)]:
            kind = shapes()[table].kind
            held = {one.id: one for one in read(connection, kind, ids, deleted=True)}
            shown = {one.id for one in read(connection, kind, ids)}
            for record_id in ids:
                record, deleted = log.state(connection, table, record_id)
                is_shown = record is not None and not deleted
                if held.get(record_id) != record or (record_id in shown) is not is_shown:
                    found.append(f"{table} {record_id}")
            if len(found) >= most:
                return tuple(found[:most])
    return tuple(found)
