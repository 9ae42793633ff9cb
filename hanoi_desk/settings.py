"""What one user chose for this computer, kept as a small JSON file outside any desk."""

import base64
import binascii
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

FILE_NAME = "settings.json"
SMALLEST_TEXT, LARGEST_TEXT = 0.75, 2.0
NO_REMINDER = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one user on one computer; a new one is what a first start finds."""

    language: str = ""
    """Language of the interface, "en" or "vi"; empty until chosen."""
    last_desk: str = ""
    """Path of the desk file opened last; empty for none."""
    last_kind: str = ""
    """Kind of outreach logged last, offered first the next time."""
    theme: str = "system"
    """"light", "dark", or "system" to follow the computer."""
    text_scale: float = 1.0
    """Size of the text beside the usual one, from 0.75 to 2."""
    reminder_hour: int = NO_REMINDER
    """Hour of the day, 0 to 23, at which a quiet notice tells what is due; NO_REMINDER for none."""
    window: str = ""
    """Place and size of the main window, as Qt saves them, in base64."""
    lock_minutes: int = 5
    """Minutes without a key or a move of the pointer after which the desk is locked, 1 to 120; 0 for never."""
    hides_windows: bool = False
    """Whether the windows are kept out of screenshots and shared screens, where the system can do that."""
    second_place: str = ""
    """Folder in which the desk opened last has its second backups: a damaged desk cannot tell; empty for none."""
    folders: dict[str, str] = field(default_factory=dict)
    """Folder used last for each kind of file, where the next dialog for it begins."""
    failed_starts: int = 0
    """How many starts in a row came to nothing."""
    tour_seen: bool = False
    """Whether the tour was taken or skipped once."""
    opened_by: str = ""
    """Identifier of the officer whose passphrase opened a desk last, which is tried first; empty for none."""
    installation: str = ""
    """Random name of this installation, 32 hexadecimal digits; `load` sees that there is one."""


def config_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the user's folder for settings, which may not exist yet; HANOI_DESK_CONFIG names another one."""
    if chosen := environment.get("HANOI_DESK_CONFIG"):
        return Path(chosen)
    if platform == "win32":
        roaming = environment.get("APPDATA")
        return (Path(roaming) if roaming else Path.home() / "AppData" / "Roaming") / "Hanoi Desk"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Hanoi Desk"
    base = environment.get("XDG_CONFIG_HOME", "")
    # The rule of the XDG folders: a relative path is to be ignored.
    return (Path(base) if base.startswith("/") else Path.home() / ".config") / "hanoi-desk"


def desk_folder() -> Path:
    """Return the folder in which a new desk lies unless another one is chosen: the user's documents."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def load(folder: Path) -> Settings:
    """Return the settings kept in a folder; never raises.

    A file that can't be understood is moved aside as `settings.damaged.json` and the defaults are used; a single value
    that makes no sense counts as its default. An installation without a name gets one, saved if the folder allows.
    """
    settings = _read(folder / FILE_NAME)
    if not settings.installation:
        settings = replace(settings, installation=os.urandom(16).hex())
        with suppress(OSError):
            save(settings, folder)
    return settings


def save(settings: Settings, folder: Path) -> None:
    """Keep the settings in a folder: wholly or not at all, defaults left out. Raises OSError where it can't write."""
    kept = {name: value for name, value in asdict(settings).items() if value != _DEFAULTS[name]}
    # Escaped letters keep even the name of a file that is not valid Unicode.
    text = json.dumps(kept, ensure_ascii=True, indent=2, sort_keys=True) + "\n"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="settings.", suffix=".new", dir=folder)
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(folder / FILE_NAME)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _read(path: Path) -> Settings:
    """Return what a settings file says; the defaults for one that is missing, unreadable or damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return Settings()
    found = said_in(data)
    if found is None:
        with suppress(OSError):
            path.replace(path.with_suffix(".damaged.json"))
    return found or Settings()


def said_in(data: bytes) -> Settings | None:
    """Return what a settings file says, each value that makes no sense as its default; None for one that is none."""
    try:
        kept = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(kept, dict):
        return None
    return Settings(
        **{name: kept[name] for name, makes_sense in _RULES.items() if name in kept and makes_sense(kept[name])}
    )


def _one_of(*words: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in words


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and "\0" not in value


def _are_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(_is_text(text) for text in value.values())


def _is_scale(value: Any) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and SMALLEST_TEXT <= value <= LARGEST_TEXT


def _is_hour(value: Any) -> bool:
    return type(value) is int and (value == NO_REMINDER or 0 <= value <= 23)


def _is_up_to(most: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and 0 <= value <= most


def _is_base64(value: Any) -> bool:
    try:
        return isinstance(value, str) and base64.b64decode(value, validate=True) is not None
    except (binascii.Error, ValueError):
        return False


def _is_name_of_installation(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[0-9a-f]{32}", value) is not None


_DEFAULTS: dict[str, Any] = asdict(Settings())
_RULES: dict[str, Callable[[Any], bool]] = {
    "language": _one_of("en", "vi"),
    "last_desk": _is_text,
    "last_kind": _is_text,
    "theme": _one_of("system", "light", "dark"),
    "text_scale": _is_scale,
    "reminder_hour": _is_hour,
    "window": _is_base64,
    "lock_minutes": _is_up_to(120),
    "hides_windows": lambda value: isinstance(value, bool),
    "second_place": _is_text,
    "folders": _are_texts,
    "failed_starts": _is_up_to(1000),
    "opened_by": _is_text,
    "tour_seen": lambda value: isinstance(value, bool),
    "installation": _is_name_of_installation,
}
