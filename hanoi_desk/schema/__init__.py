"""The history of the desk file's tables: append-only migrations with literal names.

A released migration is history and is never edited. The log of changes (`change`) is the truth, in the format of
exchange.md unit 1; every other table but `stream`, `local`, `draft` and `blob` is derived from it and can be rebuilt.
"""

from hanoi_desk.schema import briefing_packs, first_desk, working_day
from hanoi_desk.storage import Database, Migrations

migrations = Migrations("hanoi_desk")


@migrations()
def m001_first_desk(db: Database) -> None:
    """The log of changes, the saves, the records of the first release, and the search index."""
    for statement in (first_desk.LOG + ";" + first_desk.RECORDS + ";" + first_desk.INDEXES).split(";"):
        db.execute(statement)


@migrations()
def m002_working_day(db: Database) -> None:
    """Requests, files, planned meetings, plenary statements; which mission looks after a State, with dates."""
    for statement in working_day.TABLES.split(";"):
        db.execute(statement)
    working_day.move_missions(db)
    for statement in working_day.PARTICIPANT.split(";"):
        db.execute(statement)


@migrations()
def m003_briefing_packs(db: Database) -> None:
    """Packs, their own sentences, and the editions that were printed."""
    for statement in briefing_packs.TABLES.split(";"):
        db.execute(statement)


@migrations()
def m004_pack_printing(db: Database) -> None:
    """How a pack is printed: its draft mark, its copies, their numbers, both sides or one, colour or grey."""
    for statement in briefing_packs.PRINTING.split(";"):
        db.execute(statement)
