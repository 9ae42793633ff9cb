"""What tests look at in a desk file from outside, and small desks to begin with."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from hanoi_desk.records import KINDS, Outreach, OutreachCountry, Participant, fixed_id
from hanoi_desk.store import Action, Store

#: Tables that are not derived from the log of changes.
KEPT = ("change", "stream", "local", "draft", "blob", "_sqlite_migrations")


@contextmanager
def looking(path: Path) -> Iterator[Any]:
    """Open a file with the program's own SQLite library (never with another), and let it go again."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def rows(path: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """Return what a statement yields."""
    with looking(path) as connection:
        return [tuple(row) for row in connection.execute(sql, values).fetchall()]


def log(path: Path) -> list[tuple[Any, ...]]:
    """Return the whole log of changes, in the order of its keys."""
    return rows(path, "select * from change order by stream, seq")


def derived(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every derived table with its rowid, and each word of the search index with its places."""
    kinds = {kind.table for kind in KINDS}
    with looking(path) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "select name from sqlite_schema where type = 'table' and name not like 'search%' order by name"
            ).fetchall()
            if name not in KEPT
        ]
        found = {
            name: connection.execute(f"select {'rowid, ' * (name in kinds)}* from {name} order by 1, 2").fetchall()
            for name in names
        }
        connection.execute("create virtual table temp.words using fts5vocab(main, search, instance)")
        found["search"] = connection.execute(
            "select cast(term as blob), doc, col, offset from temp.words order by 1, 2, 3, 4"
        ).fetchall()
    return {name: [tuple(row) for row in table] for name, table in found.items()}


def participant(key: str, name_en: str, name_vi: str = "", **more: Any) -> Participant:
    """Return a participant whose identifier follows from its key."""
    return Participant(id=fixed_id("participant", key), key=key, name_en=name_en, name_vi=name_vi or name_en, **more)


GHANA = participant("GH", "Ghana")
IVORY_COAST = participant("CI", "Côte d'Ivoire", "Cốt-đi-voa", aliases=("Bờ Biển Ngà",))


def meeting(store: Store, summary: str, *said: str, on: date = date(2026, 1, 15)) -> Outreach:
    """Log a meeting with Ghana, which said these things."""
    with store.change(Action.LOG_OUTREACH, summary) as change:
        if store.get(Participant, GHANA.id) is None:
            change.save(GHANA)
        outreach = change.save(Outreach(held_on=on, summary=summary))
        for position, words in enumerate(said):
            change.save(OutreachCountry(outreach=outreach.id, participant=GHANA.id, said=words, position=position))
    return outreach
