"""The store: it keeps records of any kind, and with the schema is the only place that speaks SQL."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from hanoi_desk import storage
from hanoi_desk.records import Record, new_id
from hanoi_desk.schema import migrations
from hanoi_desk.storage import (
    Backup,
    Connection,
    Findings,
    FirstKey,
    Hold,
    Migrations,
    Opened,
    Place,
    StoreError,
    StoreErrorCode,
    told,
)
from hanoi_desk.store import history, log, trash, written
from hanoi_desk.store.actions import Action, Change, Entry, Save
from hanoi_desk.store.checking import check_file
from hanoi_desk.store.records import Records
from hanoi_desk.store.writing import Writing
from hanoi_desk.text import sort_key

if TYPE_CHECKING:
    from hanoi_desk.store.erasure_plan import Erasure, Plan


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def _erasing() -> Any:
    return import_module("hanoi_desk.store.erasing")  # not at the top: hardly a start erases somebody


class Store(Records):
    """A desk file that is open: records by kind, one save at a time, and what those saves did."""

    def __init__(
        self,
        connection: Connection,
        path: Path,
        installation: str,
        clock: Callable[[], int],
        opened: Opened | None = None,
    ) -> None:
        super().__init__(connection, clock)
        self.path = path
        self._opened = opened
        self._hold: Hold | None = None
        self._installation = installation
        self._listeners: list[Callable[[Change], None]] = []
        connection.create_function("sorted", 1, lru_cache(maxsize=1 << 16)(sort_key), deterministic=True)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        installation: str = "",
        clock: Callable[[], int] = _now_ms,
        migrations: Migrations = migrations,
        patience_ms: int = storage.PATIENCE_MS,
        first: FirstKey | None = None,
    ) -> Self:
        """Make a new, empty desk file; with a first key it is encrypted, and that person's slot opens it.

        :raises StoreError: when there is a file already or none can be made there.
        """
        if first is None:
            return cls(storage.create(path, migrations, patience_ms), path, installation, clock)
        opened = storage.lock_new(path, first)
        try:
            return cls(storage.create(path, migrations, patience_ms, opened.key), path, installation, clock, opened)
        except BaseException:
            storage.forget_keys(path)
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        installation: str = "",
        clock: Callable[[], int] = _now_ms,
        migrations: Migrations = migrations,
        patience_ms: int = storage.PATIENCE_MS,
        passphrase: str | None = None,
        opened: Opened | None = None,
        held_at: datetime | None = None,
    ) -> Self:
        """Open a desk file; one from an older program is copied and brought up to date.

        `installation` names this laptop: a desk that comes from another one goes on in a stream of its own.
        `patience_ms`: how long a save waits while another program holds the file.
        `opened`: what `desk.keys.unlock` made of the passphrase, in a thread of its own since that takes its time.
        `held_at`: from this local moment on no other program may hold the desk, until it is closed.
        :raises StoreError: when it is missing, not a desk, damaged or made by a newer program; IN_USE when another
            program holds it, NEEDS_PASSPHRASE or WRONG_PASSPHRASE when it is encrypted, NETWORK_FOLDER.
        """
        if held_at is not None and storage.place_of(path) is Place.NETWORK:
            raise StoreError(StoreErrorCode.NETWORK_FOLDER, path=str(path))
        hold = Hold.take(path, held_at) if held_at is not None and path.exists() else None
        try:
            opened = opened or storage.unlocked(path, passphrase)
            key = opened.key if opened else None
            store = cls(storage.open_desk(path, migrations, patience_ms, key), path, installation, clock, opened)
        except BaseException:
            if hold is not None:
                hold.release()
            raise
        store._hold = hold
        return store

    def close(self) -> None:
        """Let go of the file and forget its key."""
        self._connection.close()
        self._opened = None
        if self._hold is not None:
            self._hold.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    # ---- writing ----

    @contextmanager
    def change(self, action: Action, label: str = "", **more: str) -> Iterator[Writing]:
        """Open one save: what is saved inside is kept together when the block ends, or not at all when it fails.

        `more` is what else the save says of itself: `saves_by` gives it back.
        :raises StoreError: when the disk is full, the file is read-only or another program holds it.
        """
        with self._writing(action, label, **more) as writing:
            yield writing

    def erasure(self, person: str) -> "Erasure":
        """Return what erasing a person for good would remove, and the texts that name the person and would stay."""
        with told():
            told_of: Erasure = _erasing().survey(self._connection, person).told
            return told_of

    def erase(self, person: str, instead: str, *, in_texts: bool = False) -> "Erasure":
        """Erase a person for good, also from the log, the search and the drafts; no undo brings the person back.

        `instead` are the words that stand where the name was; texts that name the person are changed only when
        `in_texts` asks for it. Return what was removed.
        :raises KeyError: when there is no such person.
        :raises StoreError: when the machine fails; DISK_FULL may come when the person is gone already, and the file is
            written anew so that nothing stays in its unused parts.
        """
        with told():
            self._connection.execute("pragma secure_delete = on")
        with self._writing(Action.ERASE_PERSON, "") as writing:
            erasing = _erasing()
            plan: Plan = erasing.survey(self._connection, person)
            erasing.carry_out(self._connection, writing.pen, plan, instead, writing.touched, in_texts=in_texts)
        with told():
            self._connection.execute("vacuum")
        return plan.told

    def undo(self) -> Change | None:
        """Take back the newest save that stands, as a save of its own; None when there is nothing to take back."""
        target = self.can_undo()
        return self._turn(target, Action.UNDO) if target else None

    def redo(self) -> Change | None:
        """Bring back the save that was last taken back; None when there is none since the newest save."""
        target = self.can_redo()
        return self._turn(target, Action.REDO) if target else None

    def can_undo(self) -> Save | None:
        """Return the save that undo would take back."""
        with told():
            return history.undo_target(self._connection)

    def can_redo(self) -> Save | None:
        """Return the save that redo would bring back."""
        with told():
            return history.redo_target(self._connection)

    def history(self, record: Record, limit: int | None = None, before: int | None = None) -> list[Entry]:
        """Return what happened to a record and to its parts, newest first, in the newest `limit` saves.

        `before` asks for the saves that are older than one, by its `hlc`.
        """
        with told():
            return history.entries(self._connection, record, limit, before)

    def deleting_saves(self, since: datetime) -> list[Save]:
        """Return the saves since a moment, by the time of the log, that deleted what is deleted still, newest first."""
        with told():
            return trash.deleting_saves(self._connection, int(since.timestamp() * 1000) << 16)

    def deleted_in(self, saves: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
        """Return the table and identifier of each record that these saves deleted and that is deleted still."""
        with told():
            return trash.deleted_in(self._connection, saves)

    def written_by(self, action: Action, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
        """Return the encoded fields that saves of this name gave each record; a new record has all of its fields."""
        with told():
            return written.written_by(self._connection, action, ids)

    def last_deletions(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the name of the save that last deleted each of these records or brought it back, where one did."""
        with told():
            return written.last_deletions(self._connection, ids)

    def saves_by(self, action: Action) -> list[tuple[Save, dict[str, Any]]]:
        """Return the saves of an action that were not taken back, with all that each says of itself, newest first."""
        with told():
            return history.saves_by(self._connection, action)

    def saves(self, limit: int) -> list[Save]:
        """Return the newest saves, newest first."""
        with told():
            return history.saves(self._connection, limit)

    @contextmanager
    def bare(self) -> Iterator[Connection]:
        """Open one transaction on the tables themselves, links not enforced: for this package alone."""
        with told():
            self._connection.execute("pragma foreign_keys = off")
            try:
                with self._transaction():
                    yield self._connection
            finally:
                self._connection.execute("pragma foreign_keys = on")

    def rebuild(self) -> None:
        """Make the records and the search index anew from the log of changes; they come out equal."""
        # While keys are enforced, each row that goes is looked for in every table that may point to it.
        with self.bare() as connection:
            log.rebuild(connection)

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call the listener after every save from now on; what is returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # ---- keeping the file safe ----

    @property
    def is_encrypted(self) -> bool:
        """Whether the desk opened with a passphrase."""
        return self._opened is not None

    @property
    def opened(self) -> Opened | None:
        """Whose slot opened the desk, with its data key; None for a plain desk."""
        return self._opened

    def back_up(self, folder: Path, now: datetime) -> Backup:
        """Make a checked copy in a folder; may be called from any thread, the desk stays in use.

        :raises StoreError: DAMAGED, BACKUP_FAILED, NO_FOLDER, DISK_FULL, BUSY.
        """
        return storage.back_up(self.path, folder, now, self._opened.key if self._opened else None)

    def check(self) -> Findings:
        """Return what every integrity check finds; may be called from any thread."""
        return check_file(self.path, self._opened.key if self._opened else None)

    def quick_check(self, is_stopped: Callable[[], bool]) -> bool:
        """Return whether a quick look finds the desk sound, or it was stopped; may be called from any thread."""
        return storage.quick_check(self.path, is_stopped=is_stopped, key=self._opened.key if self._opened else None)

    # ---- this desk on this laptop ----

    @property
    def place(self) -> str:
        """The name of this desk on this laptop: a copy of the desk that another laptop goes on with has another."""
        row = self._row("select id from stream order by number limit 1")
        return f"{row[0] if row else ''} {self._installation}"

    @property
    def who(self) -> str:
        """The identifier of the officer who uses this desk, or an empty text: the one whose slot opened it."""
        slot = self._opened.who if self._opened and self._opened.who != storage.RECOVERY else ""
        return slot or self.local("officer") or ""

    # ---- inside ----

    @contextmanager
    def _writing(self, action: Action, label: str, **more: str) -> Iterator[Writing]:
        save_id = new_id()
        with told(), self._transaction():
            who = self.who
            pen = log.take_pen(self._connection, self._stream(), who, save_id, self._clock())
            value = {"action": action.value, "label": label, **more}
            pen.write("save", save_id, log.WHOLE, value, [])
            save = Save(save_id, action, label, pen.hlc, who)
            log.put_save(self._connection, save_id, value, pen.hlc, who)
            writing = Writing(self._connection, pen)
            yield writing
            if not writing.touched:
                raise _NothingToSave
        if writing.touched:
            writing.done = Change(save, {table: frozenset(ids) for table, ids in writing.touched.items()})
            for listener in tuple(self._listeners):
                listener(writing.done)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("begin immediate")
        try:
            yield
            self._connection.execute("commit")
        except _NothingToSave:
            self._connection.execute("rollback")
        except BaseException:
            # A full disk may already have rolled back.
            if self._connection.in_transaction:
                self._connection.execute("rollback")
            raise

    def _turn(self, target: Save, action: Action) -> Change | None:
        with self._writing(action, target.label, turns=target.id) as writing:
            history.turn(self._connection, writing.pen, target, writing.touched, back=action is Action.UNDO)
        return writing.done

    def _stream(self) -> int:
        row = self._row("select number from stream where installation = ?", self._installation)
        if row is None:
            row = self._row(
                "insert into stream(id, installation) values (?, ?) returning number",
                new_id().replace("-", ""),
                self._installation,
            )
        assert row is not None
        return int(row[0])


class _NothingToSave(Exception):
    """A save in which nothing changed leaves no trace."""
