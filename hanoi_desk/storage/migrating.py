"""The history of a file's tables, run when a desk is made or brought up to date."""

from collections.abc import Callable
from importlib import import_module

from hanoi_desk.storage.driver import Connection, Database

#: "HDsk" in ASCII: tells a desk file from any other SQLite file.
APPLICATION_ID = 0x4844736B


class Migrations:
    """The history of a file's tables: functions by name, in the order in which they were written.

    They are sqlite-utils' own migrations; that library comes in only when a file is made or brought up to date, since
    loading it takes longer than opening a desk.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps: dict[str, Callable[[Database], object]] = {}

    def __call__(
        self, *, name: str | None = None
    ) -> Callable[[Callable[[Database], object]], Callable[[Database], object]]:
        """Add a function to the history, under its own name unless another one is given."""

        def add(step: Callable[[Database], object]) -> Callable[[Database], object]:
            self.steps[name or step.__name__] = step
            return step

        return add

    def apply(self, connection: Connection) -> None:
        """Run what a file has not seen yet: all or none, so that the older program still opens it after a failure.

        This comes before foreign keys are on: transform() refuses to rebuild a table while they are enforced.
        """
        library = import_module("sqlite_utils")
        database = library.Database(connection, execute_plugins=False)
        migrations = library.Migrations(self.name)
        for name, step in self.steps.items():
            migrations(name=name)(step)
        with database.atomic():
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            migrations.apply(database)
            connection.execute(f"pragma user_version = {len(self.steps)}")


def version(connection: Connection) -> int:
    """Return how many steps of its history a file has seen."""
    return int(connection.execute("pragma user_version").fetchone()[0])


def steps_seen(connection: Connection) -> int:
    """Return how many steps a file has a note of; the notes and the version are written together or not at all."""
    (noted,) = connection.execute("select count(*) from sqlite_schema where name = '_sqlite_migrations'").fetchone()
    return int(connection.execute("select count(*) from _sqlite_migrations").fetchone()[0]) if noted else 0
