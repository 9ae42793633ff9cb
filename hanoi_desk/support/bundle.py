"""Collects the parts of a support bundle as plain text, to be read before they are saved, and packs them into a zip.

Every value comes from a closed list: versions, numbers, sizes, names of our own tables. Nothing is copied from a field
that a user fills, and the log goes through `log_lines`, which lets only the program's own lines pass.
"""

import io
import json
import locale
import platform
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path

import hanoi_desk
from hanoi_desk.desk.backups import backups_beside
from hanoi_desk.schema import migrations
from hanoi_desk.settings import FILE_NAME, Settings
from hanoi_desk.storage import (
    Findings,
    StoreError,
    describe,
    is_encrypted,
    library_versions,
    place_of,
    read_keys,
)
from hanoi_desk.store.checking import check_file
from hanoi_desk.support.log_lines import log_text

#: The parts in their order; the words for each are `support.` in `words.csv`.
PARTS = ("program", "settings", "desk", "checks", "log")
#: The first bytes of a zip.
_BEGINNING = b"PK"
#: The choices of the user that say nothing of anybody: no path, no name, no identifier.
_SETTINGS = (
    "language",
    "theme",
    "text_scale",
    "reminder_hour",
    "lock_minutes",
    "failed_starts",
    "hides_windows",
    "tour_seen",
)
#: The libraries whose versions are told, by their names in a package registry.
LIBRARIES = (
    "PySide6-Essentials",
    "sqlcipher3",
    "sqlite-utils",
    "cryptography",
    "reportlab",
    "uharfbuzz",
    "python-docx",
    "lxml",
    "pypdf",
    "openpyxl",
)
_LOG_NAME = "hanoi-desk.log"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the bundle: its name in PARTS, and its text."""

    name: str
    text: str


def collect(
    settings: Settings,
    folder: Path,
    desk: Path | None,
    key: bytes | None = None,
    *,
    problem: str = "",
    is_stopped: Callable[[], bool] = lambda: False,
    more: Mapping[str, str] | None = None,
) -> tuple[Part, ...]:
    """Return the parts; `folder` holds settings and log, `key` opens an encrypted desk. May be called in any thread.

    `problem` is the name of the error that keeps a desk from being opened; it is then only measured from outside.
    `more` are versions of what only the caller knows, such as Qt.
    """
    said: dict[str, Callable[[], Mapping[str, object]]] = {
        "program": lambda: {**_program(), **(more or {})},
        "settings": lambda: _settings(settings, folder),
        "desk": lambda: _desk(desk, key, problem) if desk else {"desk": "none was given"},
        "checks": lambda: _checks(desk, key) if desk and not problem else {"checks": "not run"},
    }
    parts = [Part(name, _lines(ask())) for name, ask in said.items() if not is_stopped()]
    return (*parts, Part("log", log_text(folder, _LOG_NAME)))


def problem_of(error: StoreError) -> str:
    """Return the name of an error for `collect`: none of the paths that it knows."""
    return error.code.value


def packed(parts: tuple[Part, ...], now: datetime) -> bytes:
    """Return the parts as a zip, with the day as the only date in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for part in parts:
            entry = zipfile.ZipInfo(f"{part.name}.txt", (max(now.year, 1980), now.month, now.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(entry, part.text.encode())
    return buffer.getvalue()


def file_name(now: datetime) -> str:
    """Return the name that is proposed for the bundle."""
    return f"hanoi-desk-support-{now:%Y-%m-%d}.zip"


def may_replace(path: Path) -> bool:
    """Tell whether nothing stands at a path, or another zip: no other file is written over by a slip."""
    if not path.is_file() or not path.stat().st_size:
        return True
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) == _BEGINNING


def _program() -> dict[str, object]:
    return {
        "version": hanoi_desk.__version__,
        "schema of this version": len(migrations.steps),
        "frozen": getattr(sys, "frozen", False),
        "python": platform.python_version(),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "encoding": f"{sys.getfilesystemencoding()} {locale.getpreferredencoding(False)}",
        **library_versions(),
        **{name: _version(name) for name in LIBRARIES},
    }


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"


def _settings(settings: Settings, folder: Path) -> dict[str, object]:
    chosen = asdict(settings)
    return {
        **{name: chosen[name] for name in _SETTINGS},
        "a desk was open before": bool(settings.last_desk),
        "settings file": _size(folder / FILE_NAME),
        "log": _size(folder / _LOG_NAME),
    }


def _desk(desk: Path, key: bytes | None, problem: str) -> dict[str, object]:
    found: dict[str, object] = {
        "size": _size(desk),
        "place": place_of(desk).value,
        "encrypted": is_encrypted(desk) if key is None else True,
        "people with a key": _slots(desk) if is_encrypted(desk) or key else 0,
        "backups beside it": len(backups_beside(desk)),
        **{f"{ending} beside it": desk.with_name(desk.name + ending).exists() for ending in ("-journal", "-wal")},
    }
    if problem:
        return {**found, "not opened": problem}
    return {**found, **describe(desk, key)}


def _slots(desk: Path) -> object:
    try:
        return len(read_keys(desk).slots)
    except StoreError as error:
        return error.code.value


def _checks(desk: Path | None, key: bytes | None) -> dict[str, object]:
    assert desk is not None
    try:
        found = check_file(desk, key)
    except StoreError as error:
        return {"checks": error.code.value}
    return {"sound": found.sound, **_counted(found)}


def _counted(found: Findings) -> dict[str, object]:
    """Return what was found, by check; SQLite names pages, tables and indexes, all of them ours."""
    return {name: json.dumps(lines) for name, lines in asdict(found).items()}


def _size(path: Path) -> str:
    try:
        return f"{path.stat().st_size} bytes"
    except OSError:
        return "none"


def _lines(said: Mapping[str, object]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in said.items())
