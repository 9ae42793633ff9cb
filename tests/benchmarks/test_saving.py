"""Saving a talk with three countries and two commitments, beside the same rows in one bare transaction."""

import random
from datetime import date
from pathlib import Path

from big_desk import talk
from measure import median, timed

from hanoi_desk.desk import OutreachEntry, log_outreach
from hanoi_desk.records import Commitment, Outreach, OutreachCountry, Participant, Record
from hanoi_desk.schema import migrations
from hanoi_desk.storage import Connection, create
from hanoi_desk.store import Query, Store
from hanoi_desk.store.codec import shape

ROUNDS = 60


def bare(connection: Connection, records: list[Record]) -> None:
    """Write the rows of the records and nothing else, in one transaction as durable as the store's."""
    connection.execute("begin immediate")
    for record in records:
        s = shape(type(record))
        names = ["id", *(f'"{c.name}"' for c in s.plain), "sort_title"]
        values = [record.id, *(c.to_sql(getattr(record, c.name)) for c in s.plain), ""]
        marks = ",".join("?" * len(values))
        connection.execute(f"insert into {s.table}({','.join(names)}) values ({marks})", values)
    connection.execute("commit")


def bare_connection(path: Path, store: Store) -> Connection:
    """Return a connection to a file with the same tables, indexes and durability, and no keys between them."""
    connection = create(path, migrations)
    connection.execute("pragma foreign_keys = off")
    return connection


def entry(records: list[Record]) -> OutreachEntry:
    """Return the records as the form hands them over."""
    (outreach,) = (r for r in records if isinstance(r, Outreach))
    return OutreachEntry(
        outreach=outreach,
        countries=tuple(r for r in records if isinstance(r, OutreachCountry)),
        commitments=tuple(r for r in records if isinstance(r, Commitment)),
    )


def figures(path: Path, folder: Path) -> tuple[float, float]:
    """Return the median seconds of a save and of the bare rows, turn by turn."""
    chance = random.Random(7)
    saves, bares = [], []
    with Store.open(path) as store:
        countries = store.ids(Query(Participant))
        beside = bare_connection(folder / f"{path.parent.name}.hdesk", store)
        for number in range(ROUNDS):
            records = talk(chance, countries, date(2026, 11, 22), number, promises=2)
            saves.append(timed(lambda r=records: log_outreach(store, [entry(r)])))
            bares.append(timed(lambda r=records: bare(beside, r)))
        beside.close()
    return median(saves), median(bares)


def test_saving_stays_near_the_bare_rows_and_does_not_grow(desk_1k, desk_10k, desk_100k, tmp_path, note):
    small, small_bare = figures(desk_1k, tmp_path)
    middle, middle_bare = figures(desk_10k, tmp_path)
    large, large_bare = figures(desk_100k, tmp_path)
    note("saving a talk", "1,000 in the log", f"{small / small_bare:.1f} x bare, {small * 1000:.1f} ms", "6 x")
    note("saving a talk", "10,000 in the log", f"{middle / middle_bare:.1f} x bare, {middle * 1000:.1f} ms", "6 x")
    note("saving a talk", "100,000 in the log", f"{large / large_bare:.1f} x bare, {large * 1000:.1f} ms", "6 x")
    note("saving a talk", "growth 1,000 to 100,000", f"{large / small:.2f} x", "flat (2 x)")
    assert large <= 6 * large_bare
    assert large <= 2 * small
