"""Find the files that ship with the program, in a checkout or in an installed wheel."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent
# A wheel carries the folder inside the package; a checkout keeps it beside.
_FOLDERS = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


class MissingAsset(FileNotFoundError):
    """A shipped file is not where it should be: the installation is damaged, or the name is wrong."""

    key = "not_installed"

    def __init__(self, name: str, places: str) -> None:
        super().__init__(
            f"Hanoi Desk is not fully installed: {name} is missing from {places}. Please install it again."
        )
        self.gaps: Mapping[str, object] = {"path": name}


def asset(name: str) -> Path:
    """Return the path of a shipped file or folder, such as `asset("fonts/Tinos-Regular.ttf")`.

    The name is relative to `resources/`, with forward slashes on every system. Raises MissingAsset when there is
    no such file, ValueError when the name leads out of the folder.
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or not parts.parts or ".." in parts.parts or "\\" in name or ":" in name:
        raise ValueError(f"not the name of a shipped file: {name!r}")
    for folder in _FOLDERS:
        path = folder.joinpath(*parts.parts)
        if path.exists():
            return path
    places = " or ".join(str(folder) for folder in _FOLDERS)
    raise MissingAsset(name, places)
