"""Writes a desk as a folder, whole or not at all."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from hanoi_desk import __version__
from hanoi_desk.folder.layout import FILES, FORMAT, MANIFEST, VERSION, FolderError, FolderFault, kept_file, lines_name
from hanoi_desk.folder.tables import called, table, table_name
from hanoi_desk.language import Language, word
from hanoi_desk.records import KINDS, Attachment, Record
from hanoi_desk.store import Query, Store
from hanoi_desk.store.codec import shape

Held = Mapping[type[Record], list[Any]]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many records of all kinds, and how many kept files."""

    records: int
    files: int


def write_folder(store: Store, target: Path, language: Language, now: datetime) -> Written:
    """Write all records that are not deleted, and the files they keep, into a folder that is new or empty.

    The language is that of the tables; `now` is the aware moment that the manifest names. When anything fails the
    folder is as it was.

    :raises FolderError: NOT_EMPTY when there is something already.
    :raises OSError: when it cannot be written.
    """
    target = target.resolve()
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise FolderError(FolderFault.NOT_EMPTY, str(target))
    held = _held(store)
    # Only its owner may look into what mkdtemp makes; it becomes the folder in one step.
    part = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    try:
        written = _fill(part, store, held, language, now)
        if target.exists():
            target.rmdir()  # Windows does not rename onto a folder, even an empty one
        part.rename(target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return written


def _held(store: Store) -> Held:
    """Return all records by kind as they stood at one moment, also when another program saves meanwhile."""
    while True:
        newest = store.saves(1)
        held = {kind: store.all(Query(kind)) for kind in KINDS}
        if store.saves(1) == newest:
            return _without_orphans(held, set(store.tables_of([file.record for file in held[Attachment]])))


def _without_orphans(held: Held, hung_on: set[str]) -> Held:
    """Leave out what hangs on a record that is deleted, as the window does; `hung_on` are those that files hang on."""
    while True:
        ids = _ids(held)
        gone = hung_on - ids
        kept = {
            kind: [r for r in records if all(link in ids for link in _needed(r)) and _base(r) not in gone]
            for kind, records in held.items()
        }
        if kept == held:
            return kept
        held = kept


def _base(record: Record) -> str:
    """Return what a file hangs on."""
    return record.record if isinstance(record, Attachment) else ""


def _ids(held: Held) -> set[str]:
    return {record.id for records in held.values() for record in records}


def _needed(record: Record) -> Iterator[str]:
    """Yield the links of a record that may not be empty."""
    for column in shape(type(record)).columns:
        if column.link is not None and not column.many and column.empty is not None:
            yield getattr(record, column.name)


def _links(record: Record) -> Iterator[str]:
    for column in shape(type(record)).columns:
        if column.link is not None:
            value = getattr(record, column.name)
            yield from value if column.many else (value,) if value else ()


def _fill(folder: Path, store: Store, held: Held, language: Language, now: datetime) -> Written:
    titles = {record.id: called(record, language) for records in held.values() for record in records}
    kinds = {}
    for kind, records in held.items():
        kinds[kind.table] = {
            "records": len(records),
            "jsonl": _write(folder / lines_name(kind), _lines(records)),
            "csv": _write(folder / table_name(kind, language), table(kind, records, titles, language)),
        }
    files = _write_files(folder / FILES, store, (record for records in held.values() for record in records))
    linked = {link for records in held.values() for record in records for link in _links(record)}
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "program": f"Hanoi Desk {__version__}",
        "made_on": now.isoformat(timespec="seconds"),
        "desk": store.path.stem,
        "sample": store.local("sample") == "yes",
        "marking": [word("marking.internal", one) for one in (Language.VI, Language.EN)],
        "kinds": kinds,
        "files": files,
        "deleted": sorted(linked - titles.keys()),
    }
    _write(folder / MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode())
    return Written(len(titles), len(files))


def _lines(records: Iterable[Record]) -> bytes:
    """Return the records as JSON lines, every field in each, those that are empty too."""
    lines = []
    for record in records:
        columns = shape(type(record)).columns
        values = {"id": record.id, **{c.name: c.encode(getattr(record, c.name)) for c in columns}}
        lines.append(json.dumps(values, ensure_ascii=False) + "\n")
    return "".join(lines).encode()


def _write_files(folder: Path, store: Store, records: Iterable[Record]) -> dict[str, int]:
    """Write the files that the records keep, by hash, and return their sizes."""
    folder.mkdir()
    sizes: dict[str, int] = {}
    for digest in sorted({kept_file(record)[1] for record in records} - {""}):
        data = store.file(digest)
        if data is not None:
            _write(folder / digest, data)
            sizes[digest] = len(data)
    return sizes


def _write(path: Path, data: bytes) -> str:
    """Write a file through to the disk and return its SHA-256."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return sha256(data).hexdigest()
