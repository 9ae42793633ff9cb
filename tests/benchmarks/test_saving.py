"""Saving a talk with three countries and two commitments, beside the same rows in one bare transaction."""

import random
from datetime import date
from pathlib import Path

from benchmarks.big_desk import talk
from benchmarks.measure import median, timed

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


def bare_connection(path: Path) -> Connection:
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


def figures(paths: list[Path], folder: Path) -> list[float]:
    """Return the median seconds of a save on each desk and, last, of the bare rows, all measured turn by turn."""
    chance = random.Random(7)
    stores = [Store.open(path) for path in paths]
    beside = bare_connection(folder / "bare.hdesk")
    countries = stores[0].ids(Query(Participant))
    times: list[list[float]] = [[] for _ in range(len(paths) + 1)]
    for number in range(ROUNDS):
        for place, store in enumerate(stores):
            records = talk(chance, countries, date(2026, 11, 22), number, promises=2)
            times[place].append(timed(lambda s=store, r=records: log_outreach(s, [entry(r)])))
        records = talk(chance, countries, date(2026, 11, 22), number, promises=2)
        times[-1].append(timed(lambda r=records: bare(beside, r)))
    beside.close()
    for store in stores:
        store.close()
    return [median(seconds) for seconds in times]


def test_saving_stays_near_the_bare_rows_and_does_not_grow(desk_1k, desk_100k, tmp_path, note):
    small, large, bare_rows = figures([desk_1k, desk_100k], tmp_path)
    note("saving a talk", "1,000 in the log", f"{small / bare_rows:.1f} x bare, {small * 1000:.1f} ms", "6 x")
    note("saving a talk", "100,000 in the log", f"{large / bare_rows:.1f} x bare, {large * 1000:.1f} ms", "6 x")
    note("saving a talk", "growth 1,000 to 100,000", f"{large / small:.2f} x", "flat (1.5 x)")
    assert large <= 6 * bare_rows
    assert large <= 1.5 * small
