"""Reads the folder of a desk: nothing in it is trusted, and what cannot be taken is told by file, line and field."""

import json
import uuid
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from hanoi_desk.folder.layout import (
    DIGEST,
    FILE_LIMIT,
    FILES,
    FORMAT,
    LINE_LIMIT,
    MANIFEST,
    MANIFEST_LIMIT,
    VERSION,
    FolderError,
    FolderFault,
    Refusal,
    kept_file,
    lines_name,
)
from hanoi_desk.records import KINDS, Record
from hanoi_desk.store.codec import canonical, fits, from_json, shape


@dataclass(frozen=True, slots=True)
class Row:
    """A record and where it stands."""

    record: Record
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A desk as it lies in a folder.

    `deleted` are the records that links still name though they were deleted before the folder was written.
    """

    path: Path
    desk: str
    made_on: str
    sample: bool
    rows: tuple[Row, ...]
    refused: tuple[Refusal, ...]
    files: tuple[str, ...]
    deleted: frozenset[str]

    def file(self, digest: str) -> bytes:
        """Return the bytes of a kept file.

        :raises FolderError: when they are not those of that SHA-256.
        """
        return _sound(self.path / FILES, digest, digest)


class _Unreadable(Exception):
    """A line that is no record: what is wrong, in which field, and the value."""

    def __init__(self, why: FolderFault, field: str = "", value: object = "") -> None:
        super().__init__(why)
        self.why = why
        self.field = field
        self.value = value


def read_folder(path: Path) -> Folder:
    """Return what a folder holds.

    :raises FolderError: when it is none of ours, a file is missing or damaged, or a newer program wrote it.
    :raises OSError: when it cannot be read.
    """
    file = path / MANIFEST
    if not path.is_dir() or not _is_plain(file):
        raise FolderError(FolderFault.NO_MANIFEST, path.name)
    manifest = read_manifest(_bytes(file, MANIFEST_LIMIT), path.name)
    rows: list[Row] = []
    refused: list[Refusal] = []
    seen: set[str] = set()
    for kind in KINDS:
        if kind.table in manifest["kinds"]:
            _read_kind(path, kind, manifest["kinds"][kind.table], seen, rows, refused)
    wanted = {kept_file(row.record)[1] for row in rows}
    for digest in manifest["files"]:
        if digest not in wanted and not refused:
            raise FolderError(FolderFault.UNUSED_FILE, f"{FILES}/{digest}")
        _sound(path / FILES, digest, digest)
    return Folder(
        path=path,
        desk=manifest["desk"],
        made_on=manifest["made_on"],
        sample=manifest["sample"],
        rows=tuple(rows),
        refused=tuple(refused),
        files=tuple(manifest["files"]),
        deleted=frozenset(manifest["deleted"]),
    )


def read_manifest(data: bytes, folder: str) -> dict[str, Any]:
    """Return what the manifest in a folder of this name says, with all that the reader uses.

    :raises FolderError: when it is none of ours, is damaged, or a newer program wrote it.
    """
    try:
        found = _object(data)
    except _Unreadable as error:
        raise FolderError(FolderFault.BAD_MANIFEST, MANIFEST) from error
    if found.get("format") != FORMAT:
        raise FolderError(FolderFault.NO_MANIFEST, folder)
    if type(found.get("version")) is int and found["version"] > VERSION:
        raise FolderError(FolderFault.TOO_NEW, MANIFEST)
    if isinstance(found.get("kinds"), dict):
        known = {kind.table for kind in KINDS}
        for name in found["kinds"]:
            if name not in known:
                raise FolderError(FolderFault.UNKNOWN_KIND, MANIFEST, _short(name))
    if not _is_whole(found):
        raise FolderError(FolderFault.BAD_MANIFEST, MANIFEST)
    return found


def _is_whole(manifest: dict[str, Any]) -> bool:
    """Return whether a manifest has all that the reader uses, each as it must be."""
    kinds, files, deleted = (manifest.get(name) for name in ("kinds", "files", "deleted"))
    return (
        type(manifest.get("version")) is int
        and manifest["version"] == VERSION
        and all(isinstance(manifest.get(name), str) for name in ("desk", "made_on"))
        and isinstance(manifest.get("sample"), bool)
        and isinstance(kinds, dict)
        and all(
            isinstance(k, dict) and type(k.get("records")) is int and _is_digest(k.get("jsonl")) for k in kinds.values()
        )
        and isinstance(files, dict)
        and all(map(_is_digest, files))
        and isinstance(deleted, list)
        and all(map(_is_id, deleted))
    )


def _read_kind(
    path: Path, kind: type[Record], told: dict[str, Any], seen: set[str], rows: list[Row], refused: list[Refusal]
) -> None:
    name = lines_name(kind)
    lines = _sound(path, name, told["jsonl"]).split(b"\n")
    if lines.pop():
        raise FolderError(FolderFault.CHANGED_FILE, name)  # the last line has no end
    if len(lines) != told["records"]:
        raise FolderError(FolderFault.WRONG_COUNT, name)
    for number, line in enumerate(lines, 1):
        read = read_line(kind, line, number, seen)
        if isinstance(read, Row):
            rows.append(read)
        else:
            refused.append(read)


def read_line(kind: type[Record], line: bytes, number: int, seen: set[str]) -> Row | Refusal:
    """Return the record of a line, or why it cannot be taken; `seen` are the records of the lines before."""
    try:
        return Row(_record(kind, line, seen), lines_name(kind), number)
    except _Unreadable as bad:
        return Refusal(bad.why, lines_name(kind), number, _short(bad.field), _short(bad.value))


def _record(kind: type[Record], line: bytes, seen: set[str]) -> Record:
    if len(line) > LINE_LIMIT:
        raise _Unreadable(FolderFault.LONG_LINE)
    values = _object(line)
    record_id = values.pop("id", None)
    if not _is_id(record_id):
        raise _Unreadable(FolderFault.NOT_AN_ID, "id", record_id)
    if record_id in seen:
        raise _Unreadable(FolderFault.ID_TWICE, "id", record_id)
    seen.add(record_id)
    columns = {column.name: column for column in shape(kind).columns}
    hints = shape(kind).hints
    for name, value in values.items():
        if name not in columns:
            raise _Unreadable(FolderFault.UNKNOWN_FIELD, name)
        try:
            decoded = columns[name].decode(value)
            same = canonical(columns[name].encode(decoded)) == canonical(value)
            is_same = same and fits(decoded, hints[name], _is_id)
        except (TypeError, ValueError, LookupError, AttributeError, RecursionError):
            is_same = False
        if not is_same:
            why = FolderFault.NO_VALUE if value is None else FolderFault.WRONG_VALUE
            raise _Unreadable(why, name, value)
    try:
        record = from_json(kind, record_id, values)
    except TypeError as error:
        raise _Unreadable(FolderFault.NO_VALUE) from error
    for name in columns:
        if not fits(getattr(record, name), hints[name], _is_id):
            raise _Unreadable(FolderFault.NO_VALUE, name)
    return record


def _is_id(value: object) -> bool:
    try:
        return isinstance(value, str) and str(uuid.UUID(value)) == value
    except ValueError:
        return False


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and DIGEST.fullmatch(value) is not None


def _object(data: bytes) -> dict[str, Any]:
    """Return a JSON object in which every field stands once."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise _Unreadable(FolderFault.NOT_UTF_8) from error
    except (ValueError, RecursionError) as error:  # brackets without end, a number of thousands of digits
        raise _Unreadable(FolderFault.NOT_JSON) from error
    if not isinstance(value, dict):
        raise _Unreadable(FolderFault.NOT_JSON)
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Unreadable(FolderFault.FIELD_TWICE, name)
        found[name] = value
    return found


def _no_number(text: str) -> Any:
    raise ValueError(text)


def _sound(folder: Path, name: str, digest: str) -> bytes:
    """Return the bytes of a file of the folder, whose name is one of ours or a hash."""
    shown = f"{folder.name}/{name}" if folder.name == FILES else name
    if not _is_plain(folder / name):
        raise FolderError(FolderFault.MISSING_FILE, shown)
    data = _bytes(folder / name, FILE_LIMIT)
    if sha256(data).hexdigest() != digest:
        raise FolderError(FolderFault.CHANGED_FILE, shown)
    return data


def _is_plain(path: Path) -> bool:
    """Return whether there is a file: a link may lead anywhere, and a pipe never ends."""
    return path.is_file() and not path.is_symlink()


def _bytes(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise FolderError(FolderFault.TOO_LARGE, path.name)
    return data


def _short(value: object) -> str:
    """Return a value short enough for a sentence; of a list or an object only what it is, however deep it goes."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    text = value if isinstance(value, str) else json.dumps(value)
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
