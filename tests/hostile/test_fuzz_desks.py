"""Ten thousand spoilt inputs to each reader of a desk and of what lies beside it: only our errors, nothing changed."""

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from desk_file import looking, meeting
from faults.acting import AN, NOW
from hostile.fuzzing import attempt, each, in_parts, is_all
from hostile.mutating import PIECES, VALUES, mutated, mutated_json, mutated_text
from strategies import anchors

from hanoi_desk.desk.exchange_folder import compare_folder
from hanoi_desk.folder import FolderError, Row, read_folder, write_folder
from hanoi_desk.folder.reading import read_line, read_manifest
from hanoi_desk.language import Language
from hanoi_desk.records import KINDS, FollowUp, Outreach, Participant, problems
from hanoi_desk.storage import Keys, StoreError, backups_in, holder_of, read_keys, write_keys
from hanoi_desk.storage.holding import Hold, hold_path
from hanoi_desk.storage.keys import keys_path
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.codec import shape
from hanoi_desk.store.log import rebuild, state
from hanoi_desk.store.salvage import salvage

PAGE = 4096


# ---- the folder of a desk


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a desk that has at least one record of most kinds."""
    place = tmp_path_factory.mktemp("export")
    with Store.create(place / "desk.hdesk") as store:
        with store.change(Action.START_DESK) as change:
            for record in anchors():
                change.save(record)
        meeting(store, "Hội đàm", "Sẽ phê chuẩn")
        write_folder(store, place / "out", Language.EN, NOW.astimezone())
    return place / "out"


def test_lines_of_a_folder(export):
    kinds = {kind.table: kind for kind in KINDS}
    lines = [(kinds[one.stem], row) for one in sorted(export.glob("*.jsonl")) for row in one.read_text().splitlines()]
    assert len({kind for kind, _ in lines}) > 3

    def read(given: tuple[type, str]) -> bool:
        kind, text = given
        found = read_line(kind, text.encode(errors="surrogatepass"), 1, set())
        if isinstance(found, Row):
            problems(found.record)
        return isinstance(found, Row)

    def make(chance: random.Random) -> tuple[type, str]:
        kind, text = chance.choice(lines)
        return kind, mutated_json(text, chance)

    share = each("line", make, read)
    assert not is_all() or 0.05 < share < 0.95


def test_manifests(export):
    sound = (export / "manifest.json").read_text()
    assert read_manifest(sound.encode(), "out")

    def read(text: str) -> bool:
        return attempt(lambda: read_manifest(text.encode(errors="surrogatepass"), "out"), FolderError)

    share = each("manifest", lambda chance: mutated_json(sound, chance), read)
    assert not is_all() or 0.02 < share < 0.95


def test_whole_folders_with_the_right_hashes(desk, tmp_path):
    """Some hundreds end to end: whoever can change a line can change its hash in the manifest too."""
    export = tmp_path / "out"
    write_folder(desk, export, Language.EN, NOW.astimezone())
    files = [one for one in sorted(export.glob("*.jsonl")) if one.stat().st_size]
    sound = {one: one.read_bytes() for one in (*files, export / "manifest.json")}

    def make(chance: random.Random) -> Path:
        chosen = chance.choice(files)
        rows = sound[chosen].decode().splitlines()
        at = chance.randrange(len(rows))
        rows[at] = mutated_json(rows[at], chance).replace("\n", " ")
        data = "".join(f"{row}\n" for row in rows).encode(errors="surrogatepass")
        told = json.loads(sound[export / "manifest.json"])
        told["kinds"][chosen.stem] = {"records": data.count(b"\n"), "jsonl": sha256(data).hexdigest()}
        chosen.write_bytes(data)
        (export / "manifest.json").write_text(json.dumps(told))
        return chosen

    def read(chosen: Path) -> bool:
        comparison = None
        with suppress(FolderError):
            comparison = compare_folder(desk, read_folder(export))
        chosen.write_bytes(sound[chosen])
        return comparison is not None and not comparison.refused

    share = each("folder", make, read, number=300)
    assert not is_all() or 0.02 < share < 0.95


# ---- what lies beside a desk


def test_keys_files(tmp_path):
    desk_path = tmp_path / "desk.hdesk"
    write_keys(desk_path, Keys.begin().with_slot(AN.who, AN.name, AN.passphrase, bytes(32), AN.cost))
    sound = keys_path(desk_path).read_text(encoding="utf-8")

    def read(text: str) -> bool:
        keys_path(desk_path).write_text(text, encoding="utf-8", errors="surrogatepass")
        return attempt(lambda: read_keys(desk_path), StoreError)

    assert 0.01 < each("keys", lambda chance: mutated_json(sound, chance), read) < 0.9 or not is_all()


def test_files_of_who_has_a_desk_open(tmp_path):
    desk_path = tmp_path / "desk.hdesk"
    hold = Hold.take(desk_path, NOW)
    assert hold
    sound = hold_path(desk_path).read_text(encoding="utf-8")
    hold.release()

    def read(text: str) -> bool:
        hold_path(desk_path).write_text(text, encoding="utf-8", errors="surrogatepass")
        return holder_of(desk_path) is not None

    assert 0.05 < each("holder", lambda chance: mutated_json(sound, chance), read) < 0.95 or not is_all()


def test_names_of_backups(tmp_path):
    """Ten thousand files in one folder: those that are called like a copy of the desk have a moment."""
    sound = "desk.2026-11-22T080000.hdesk"

    def read(name: str) -> bool:
        cleaned = name.replace("/", "").replace("\0", "")[:60]
        with suppress(OSError, ValueError):
            (tmp_path / (cleaned or "x")).touch()
        return True

    def make(chance: random.Random) -> str:
        figures = "".join(str(chance.randrange(10)) if c.isdecimal() else c for c in sound)
        return chance.choice((figures, mutated_text(sound, chance)))

    each("backup", make, read)
    found = backups_in(tmp_path, tmp_path / "desk.hdesk")
    assert all(one.path.name == f"desk.{one.made_at.isoformat().replace(':', '')}.hdesk" for one in found)
    assert found or not is_all()


# ---- the desk file


class Spoilt:
    """A desk file in which some bytes are others for a while."""

    def __init__(self, path: Path) -> None:
        self.path, self.whole = path, path.read_bytes()

    @contextmanager
    def with_bytes(self, changes: list[tuple[int, bytes]], length: int) -> Iterator[None]:
        """Put bytes in their places, and cut or lengthen the file; afterwards it is whole again."""
        with self.path.open("r+b") as file:
            for at, data in changes:
                file.seek(at)
                file.write(data)
            file.truncate(length)
        before = self.path.stat()
        yield
        after = self.path.stat()
        assert (after.st_mtime_ns, after.st_size) == (before.st_mtime_ns, length), "reading writes nothing"
        assert [one.name for one in self.path.parent.iterdir()] == [self.path.name]
        with self.path.open("r+b") as file:
            for at, data in changes:
                file.seek(at)
                file.write(self.whole[at : at + len(data)])
            if length != len(self.whole):
                file.seek(min(length, len(self.whole)))
                file.write(self.whole[length:])
                file.truncate(len(self.whole))


@in_parts(8)
def test_desk_files(tmp_path, part):
    spoilt = Spoilt(desk_in(tmp_path))
    with looking(spoilt.path) as connection:
        asked = ("sqlite_schema", "stream", "change", "save", "draft", "local", "outreach", "participant")
        marks = ",".join("?" * len(asked))
        rows = connection.execute(
            f"select rootpage from sqlite_schema where tbl_name in ({marks}) and rootpage", asked
        ).fetchall()
    pages = [0, *(number - 1 for (number,) in rows)]
    alive = [[at for at in range(page * PAGE, page * PAGE + PAGE) if spoilt.whole[at]] for page in pages]

    def make(chance: random.Random) -> tuple[list[tuple[int, bytes]], int]:
        length, changes = len(spoilt.whole), []
        for _ in range(chance.choice((1, 1, 1, 3))):
            at = chance.choice(chance.choice(alive))
            end = (at // PAGE + 1) * PAGE
            old = spoilt.whole[at : min(end, at + chance.choice((1, 2, 4, 60)))]
            match chance.randrange(6):
                case 0:
                    new = bytes(len(old))
                case 1:
                    new = chance.choice(PIECES)[: len(old)]
                case 2:
                    new = chance.randbytes(len(old))
                case 3:
                    at, other = end - PAGE, chance.choice(pages) * PAGE
                    new = spoilt.whole[other : other + PAGE]
                case _:
                    new = bytes([old[0] ^ 1 << chance.randrange(8)])
            changes.append((at, new))
        if chance.random() < 0.05:
            length = chance.choice((chance.randrange(length), length - PAGE, PAGE, length + 1, length + PAGE))
        return changes, length

    def read(given: tuple[list[tuple[int, bytes]], int]) -> bool:
        with spoilt.with_bytes(*given):
            return attempt(lambda: look(spoilt.path, wholly=given[0][0][0] % 2 == 0), StoreError)

    share = each("desk file", make, read, part=part)
    assert not is_all() or 0.1 < share < 0.98


def desk_in(folder: Path) -> Path:
    """Make a desk in a folder of its own."""
    path = folder / "own" / "desk.hdesk"
    path.parent.mkdir()
    with Store.create(path) as store:
        meeting(store, "Hội đàm", "Sẽ phê chuẩn")
        store.keep_draft("log", "half a sentence")
        store.set_local("mission", "m")
    return path


def look(path: Path, *, wholly: bool) -> None:
    """Open a desk and ask for what its first page shows, and wholly for what the next ones do."""
    with Store.open(path) as store:
        store.saves(20)
        if not wholly:
            return
        store.all(Query(Participant))
        for one in store.all(Query(Outreach)):
            store.history(one)
        store.draft("log")
        store.local("mission")
        store.can_undo()


class TakenBack(Exception):
    """Nothing is written after all."""


@contextmanager
def for_a_moment(connection: Any) -> Iterator[None]:
    """Take back what is written within, whatever comes of it."""
    connection.execute("savepoint moment")
    try:
        yield
    finally:
        connection.execute("rollback to moment")
        connection.execute("release moment")


def test_values_in_the_log_of_a_desk(desk):
    """A sound file whose log says what no program wrote: a record, its history and what could be undone."""
    with looking(desk.path) as connection:
        changes = connection.execute("select stream, seq, tbl, rec, fld, val, prev from change").fetchall()
    held = {record.id: record for kind in (Participant, Outreach) for record in desk.all(Query(kind))}

    def make(chance: random.Random) -> tuple[Any, ...]:
        stream, seq, table, record_id, field, value, prev = chance.choice(changes)
        if chance.random() < 0.2:
            return stream, seq, table, record_id, field, value, mutated_json("[[1,1],[1,2]]", chance)
        other = field if chance.random() < 0.7 else chance.choice(("*", "_deleted", "held_on", "summary", "x"))
        return stream, seq, table, record_id, other, mutated_json(value, chance), prev

    with suppress(TakenBack), desk.bare() as connection:

        def read(given: tuple[Any, ...]) -> bool:
            stream, seq, table, record_id, field, value, prev = given

            def look() -> None:
                if table != "save":
                    state(connection, table, record_id)
                if record_id in held:
                    desk.history(held[record_id])
                desk.can_undo()
                if len(value) % 8 == 0:
                    rebuild(connection)

            with for_a_moment(connection):
                connection.execute(
                    "update change set fld = ?, val = ?, prev = ? where stream = ? and seq = ?",
                    (field, value.encode(errors="replace").decode(), prev, stream, seq),
                )
                return attempt(look, StoreError)

        share = each("change", make, read)
        raise TakenBack
    assert not is_all() or 0.05 < share < 0.99


def test_cells_of_a_desk_whose_tables_take_anything(tmp_path):
    """Who made the file may have made its tables too: a cell then holds any number, text, bytes or nothing."""
    path = desk_in(tmp_path)
    with Store.open(path) as store, store.change(Action.ADD_FOLLOW_UP) as change:
        change.save(FollowUp(what="Gửi"))
    with looking(path) as connection:
        connection.execute("pragma writable_schema = on")
        connection.execute("update sqlite_schema set sql = replace(replace(sql, ') strict', ')'), ' not null', '')")
    kinds = (Participant, Outreach, FollowUp)
    odd = [one for one in VALUES if isinstance(one, int | float | str | None) and one not in (2**63, 2**70, "\ud800")]

    def make(chance: random.Random) -> tuple[type, str, Any]:
        kind = chance.choice(kinds)
        values = (*odd, b"", b"\xff\xfe", mutated(b"2026-11-22", chance), mutated_text("signed", chance))
        return kind, chance.choice(shape(kind).plain).name, chance.choice(values)

    with Store.open(path) as store, store.bare() as connection:

        def read(given: tuple[type, str, Any]) -> bool:
            kind, column, value = given
            if isinstance(value, str):
                value = value.encode(errors="replace").decode()
            with for_a_moment(connection):
                connection.execute(f'update {kind.table} set "{column}" = ?', (value,))
                return attempt(lambda: [problems(one) for one in store.all(Query(kind))], StoreError)

        share = each("cell", make, read)
    assert not is_all() or 0.1 < share < 0.95


def test_salvage_of_desks_that_hold_what_nobody_wrote(tmp_path):
    """Some tens: of a desk with one odd cell somewhere all the rest comes over, and the wreck is left as it is."""
    path, target = desk_in(tmp_path), tmp_path / "new.hdesk"
    with looking(path) as connection:
        connection.execute("pragma writable_schema = on")
        connection.execute("update sqlite_schema set sql = replace(replace(sql, ') strict', ')'), ' not null', '')")
    sound = path.read_bytes()
    columns = {
        "change": ("hlc", "who", "txn", "tbl", "rec", "fld", "val", "prev"), "stream": ("id", "installation"),
        "draft": ("record", "json", "saved_at"), "local": ("value",), "outreach": ("summary", "held_on"),
    }  # fmt: skip

    def make(chance: random.Random) -> tuple[str, str, Any, int]:
        table = chance.choice((*columns, "change", "change"))
        odd = [one for one in (*VALUES, b"\xff") if isinstance(one, int | float | str | bytes | None)]
        value = chance.choice([one for one in odd if one not in (2**63, 2**70, "\ud800")])
        if chance.random() < 0.5:
            value = mutated_json('{"held_on": "2026-01-15", "summary": "x"}', chance).encode(errors="replace").decode()
        return table, chance.choice(columns[table]), value, chance.randrange(3)

    def read(given: tuple[str, str, Any, int]) -> bool:
        table, column, value, skipped = given
        path.write_bytes(sound)
        with looking(path) as connection:
            key = "seq" if table == "change" else "rowid" if table == "outreach" else next(iter(columns[table]))
            connection.execute(
                f"update {table} set {column} = ? where {key} = (select {key} from {table} limit 1 offset ?)",
                (value, skipped if table == "change" else 0),
            )
        spoilt = path.read_bytes()
        target.unlink(missing_ok=True)
        found = salvage(path, target)
        assert path.read_bytes() == spoilt
        with Store.open(target) as store:
            assert store.check().sound
            assert store.all(Query(Participant)) or table in ("change", "stream")
        return found.whole

    share = each("salvage", make, read, number=40)
    assert not is_all() or share < 1
